/** Why a figure is not reached and what would move it, by what is measured; the latest finding, to be kept current. */
export const REASONS: Readonly<Record<string, string>> = {};
