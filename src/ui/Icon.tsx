import "./base.css";

const PATHS = {
  plus: "M8 3v10M3 8h10",
  minus: "M3 8h10",
  close: "M4 4l8 8M12 4l-8 8",
  down: "M4 6l4 4 4-4",
  check: "M3.5 8.5l3 3 6-7",
  search: "M7 2.8a4.2 4.2 0 1 0 0 8.4a4.2 4.2 0 1 0 0-8.4M10.2 10.2l3.3 3.3",
  more: "M3.2 8h.01M8 8h.01M12.8 8h.01",
  copy: "M6 5.5h7v8H6zM10 5.5v-3H3v8h3",
  info: "M8 1.8a6.2 6.2 0 1 0 0 12.4a6.2 6.2 0 1 0 0-12.4M8 7.4v3.6M8 4.9v.1",
  warn: "M8 2.2l6.2 11.3H1.8zM8 6.6v3.2M8 11.6v.1",
  error: "M5.4 1.8h5.2l3.6 3.6v5.2l-3.6 3.6H5.4l-3.6-3.6V5.4zM5.8 5.8l4.4 4.4M10.2 5.8l-4.4 4.4",
  up: "M8 13V3.5M4.2 7.2L8 3.4l3.8 3.8",
  sink: "M8 3v9.5M4.2 8.8L8 12.6l3.8-3.8",
} as const;

export type IconName = keyof typeof PATHS;

/** A 16-unit line drawing in the colour of the text beside it; never the only name of a control. */
export const Icon = ({ name }: { readonly name: IconName }) => (
  <svg className="ui-icon" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
    <path d={PATHS[name]} />
  </svg>
);
