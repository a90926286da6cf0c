/** The environment for child processes, without NODE_ENV. */
export const environment: () => NodeJS.ProcessEnv;
/** npm as the arguments to spawn. */
export const npm: (...args: readonly string[]) => readonly [command: string, args: readonly string[]];
/** Builds dist/ where it is missing or older than a source. Returns whether it stands. */
export const requireBuild: () => boolean;
export const ROOT: string;
