/** Lines in the margin of a list from one row to another, on tracks that keep them apart. */

export interface Thread {
  /** Row numbers. */
  readonly from: number;
  readonly to: number;
  /** 0 is the track nearest the rows. */
  readonly track: number;
}

/** No margin is wide enough for more tracks; a thread beyond them is left to the words in its row. */
const TRACKS = 6;

/**
 * Puts each link on the innermost track where it meets no other, shorter links further in. A link to its own row, or one
 * that finds no track, is left out.
 */
export const threadsOf = (links: readonly { readonly from: number; readonly to: number }[]): readonly Thread[] => {
  const ends = links
    .filter(({ from, to }) => from !== to)
    .map((link) => ({ ...link, top: Math.min(link.from, link.to), end: Math.max(link.from, link.to) }))
    .toSorted((a, b) => a.end - a.top - (b.end - b.top) || a.top - b.top || a.from - b.from);
  const tracks: { top: number; end: number }[][] = [];
  const placed: Thread[] = [];
  for (const { from, to, top, end } of ends) {
    const free = tracks.findIndex((taken) => taken.every((other) => end < other.top || top > other.end));
    const track = free >= 0 ? free : tracks.length;
    if (track >= TRACKS) continue;
    const taken = tracks[track] ?? [];
    taken.push({ top, end });
    tracks[track] = taken;
    placed.push({ from, to, track });
  }
  return placed;
};
