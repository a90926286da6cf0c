/** Why a figure is not reached and what would move it, by what is measured; the latest finding, to be kept current. */
export const REASONS: Readonly<Record<string, string>> = {
  "load, JSON":
    "The floor ships 3 kB and draws three pictures. Here scripts run for 0.3 s, the worker has answered after 0.7 s, and then React makes some 3 000 elements for the first time, in one go of about 0.35 s; the page is ready when the last view is painted. Fewer elements in the views below the first screen would move it, or calling it ready with the first screen.",
  "load, JSON 1000000":
    "Rows are checked against the schema as they are read, and read again where one is opened, which the floor does not do.",
  "load, columnar file":
    "Every row is checked, by columns where a batch is sound, and columns for every question are made, not for three views. Much of the rest is the start of the page, as for JSON.",
  "partner = KR":
    "All ten views are drawn once, together, when their answers are in. What is left is the first time React changes them (the second takes two thirds of it) and two frames. Views out of sight drawn later would move it, but then the page would say that it agrees with itself before it does.",
  clear: "As for partner = KR; more rows come than go.",
  "pan and zoom, p95 frame":
    "The picture is moved under the hand; what is over is the new layout when the hand rests or has left it behind.",
  "DOM nodes": "Texts count as nodes of their own here; ten views of up to 700 nodes each.",
  "JS heap after load":
    "At 100 000 events the page takes 16 MB; the worker 10 MB of columns, 6 MB of answers and selections kept or worked out ahead, 2 MB of batches where the file is columnar, the rest scripts.",
};
