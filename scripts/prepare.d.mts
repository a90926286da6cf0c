/** Builds dist/ where it is missing or older than a source. Returns whether it stands. */
export const requireBuild: () => boolean;
export const ROOT: string;
