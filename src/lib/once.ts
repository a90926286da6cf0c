/** What `make` makes, made at its first use: what the browser has to read up on for it costs nothing before. */
export const once = <T>(make: () => T): (() => T) => {
  let made: { readonly value: T } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
};
