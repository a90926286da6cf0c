/** Marks what stands more than a window's height away from the window, for the style sheet. */
const MARK = "data-far";
let observer: IntersectionObserver | undefined;

const observe = (element: Element): (() => void) => {
  observer ??= new IntersectionObserver(
    (seen) => {
      for (const { target, isIntersecting } of seen) target.toggleAttribute(MARK, !isIntersecting);
    },
    { rootMargin: "100% 0px" },
  );
  observer.observe(element);
  return () => observer?.unobserve(element);
};

/** A ref that keeps `data-far` on its element while that is more than a window's height out of sight. */
export const farAware = (element: Element | null): (() => void) | undefined =>
  element && "IntersectionObserver" in globalThis ? observe(element) : undefined;
