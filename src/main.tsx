import "./waiting.css";

/** Picks what this page is: the dashboard. Kept apart so that an embed never loads it. */
const root = document.getElementById("root");
if (root) void import("./app/main.tsx").then(({ start }) => start(root));
