/** A table's own entry for a key; never what every object inherits, so that an id may be `constructor` or `__proto__`. */
export const own = <T>(table: Readonly<Record<string, T>>, key: string): T | undefined =>
  Object.hasOwn(table, key) ? table[key] : undefined;
