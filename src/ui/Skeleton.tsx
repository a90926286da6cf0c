import { classes } from "./classes.ts";
import "./Skeleton.css";

export interface SkeletonProps {
  /** Lines of text to stand for (default 3); ignored when a height is given. */
  readonly lines?: number | undefined;
  /** Height of one block, px. */
  readonly height?: number | undefined;
}

/** Grey blocks where something will stand. Silent: name the wait elsewhere, for example with `aria-busy`. */
export const Skeleton = ({ lines = 3, height }: SkeletonProps) => (
  <div className="ui-skeleton" aria-hidden="true">
    {height === undefined ? (
      Array.from({ length: lines }, (_, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the blocks are all alike
        <span key={at} className={classes("ui-skeleton-line", at === lines - 1 && "ui-skeleton-last")} />
      ))
    ) : (
      <span className="ui-skeleton-line" style={{ height }} />
    )}
  </div>
);
