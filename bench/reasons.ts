/** Why a figure is not reached and what would move it, by what is measured; the latest finding, to be kept current. */
export const REASONS: Readonly<Record<string, string>> = {
  "load, JSON":
    "The floor ships 3 kB and draws three pictures. Here 0.9 MB of scripts come and are compiled in 0.4 s, the worker has answered after another 0.3 s, and then React makes some 2 800 elements for the first time, in one go of a quarter of a second, a third of which is the compiling of functions at their first call. Fewer bytes of script would move it.",
  "load, JSON 1000000":
    "Rows are checked against the schema as they are read, and read again where one is opened, which the floor does not do. The ratio was 1.46 in the run of all sizes; other runs of the same hour gave 1.5 to 1.6.",
  "load, columnar file":
    "Every row is checked, by columns where a batch is sound, and columns for every question are made, not for three views; the library makes texts of whole dictionaries. At 100 000 events half of it is the start of the page, as for JSON.",
  "partner = KR":
    "The answers are there before the choice. What is left is React: ten views are changed in one go of 60 to 80 ms, laid out and painted where they are in sight (20 ms), and two frames pass. The heap is measured just before, which has the browser forget compiled functions: without that it takes 75 to 105 ms. Views out of sight changed later would move it, but then the page would say that it agrees with itself before it does.",
  clear: "As for partner = KR; more elements come than go.",
  "pan and zoom, p95 frame":
    "A frame under the hand takes 10 ms of the main thread beside what the painting threads take of the same two cores; what is over is when the timeline is laid out anew, in slices between frames, and its commit. One group for each lane, moved as a whole, would move it.",
  "DOM nodes": "Texts count as nodes of their own here; ten views of up to 700 nodes each.",
  "JS heap after load":
    "The page takes 16 MB; the worker its columns, answers and selections kept, and the rest scripts.",
};
