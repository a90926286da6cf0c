const DIGEST = /^[0-9a-f]{64}$/;

/**
 * Name of a state of the record: the day it was released and the beginning of the SHA-256 of its file's bytes, as in
 * `20261121-3f9a1c2e`. `day` is `YYYY-MM-DD`, `digest` 64 hexadecimal digits; throws a RangeError for anything else.
 */
export const releaseId = (day: string, digest: string): string => {
  if (!DIGEST.test(digest)) throw new RangeError("a digest is 64 lower-case hexadecimal digits");
  const date = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day);
  if (!date) throw new RangeError(`"${day}" is no day`);
  return `${date.slice(1).join("")}-${digest.slice(0, 8)}`;
};
