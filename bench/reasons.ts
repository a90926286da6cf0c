/** Why a figure is not reached and what would move it, by what is measured; the latest finding, to be kept current. */
export const REASONS: Readonly<Record<string, string>> = {
  "load, JSON":
    "The floor ships 3 kB and draws three pictures. Here the browser works 2.1 s on two cores for one load: 0.9 s on the page's own thread, of which 0.3 s are scripts at their first run and 0.2 s layout, 0.7 s compiling in the background, 0.1 s the worker. Both cores are busy throughout: making the page before its record comes, fetching the record on the page instead of in the worker, and drawing what is in sight as soon as it is answered were tried, and none of them gained. Fewer bytes of script and fewer elements would move it.",
  "load, JSON 1000000":
    "Rows are checked against the schema as they are read, and read again where one is opened, which the floor does not do. Several workers share the reading, but on two cores they share them with the browser's own work as well: 23 s of both in all, of which 5 are JSON.parse, as in the floor, 1.7 the check, 1 keeping the bytes where they cost no memory, 2.5 the first answers of all views. More cores would move it; measured on two it is none to 13 % quicker than with one worker.",
  "load, columnar file":
    "Every row is checked, by columns where a batch is sound, and columns for every question are made, not for three views. At 100 000 events a third of it is the start of the page, as for JSON, and most of the rest is code at its first run: read a third time in one process, the same file takes 0.46 s instead of 1.2.",
  "partner = KR":
    "The answers are there before the choice. What is left is React: ten views are changed in one go of 55 to 80 ms, laid out and painted where they are in sight (10 to 20 ms), and two frames pass. Code that runs for the first time takes twice as long as after a dozen choices (60 ms then). Views out of sight changed later would move it, but then the page would say that it agrees with itself before it does.",
  clear: "As for partner = KR; more elements come than go.",
  "pan and zoom, p95 frame":
    "A frame under the hand takes 8 ms of the main thread beside what the painting threads take of the same two cores. Those that are late come where the timeline is laid out anew and where other work of the machine comes between; the floor has as many in the same run.",
  "DOM nodes": "Texts count as nodes of their own here; ten views of up to 700 nodes each.",
  "JS heap after load":
    "The page takes 16 MB; the worker its columns, answers and selections kept, and the rest scripts.",
};
