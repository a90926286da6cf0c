import { type ComponentType, lazy, type ReactNode, useState } from "react";

/**
 * A part of the page whose script was asked for ahead. Where it is there by the time it is drawn, it is drawn at once;
 * React's own `lazy` would first draw what stands in for it, and keep that for a while. Needs `Suspense` around it.
 */
export const soon = <Props extends object>(asked: Promise<ComponentType<Props>>): ((props: Props) => ReactNode) => {
  let here: ComponentType<Props> | null = null;
  asked.then(
    (component) => {
      here = component;
    },
    // Told by the part itself when it is drawn.
    () => undefined,
  );
  const Later = lazy(async () => ({ default: await asked })) as unknown as ComponentType<Props>;
  return function Soon(props: Props): ReactNode {
    // Chosen once: another component in its place would begin anew.
    const [Part] = useState<ComponentType<Props>>(() => here ?? Later);
    return <Part {...props} />;
  };
};
