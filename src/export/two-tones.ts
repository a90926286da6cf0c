/** One drawing for a light and a dark screen: light by its attributes, dark by a style sheet that overrides them. */
import type { SvgNode } from "./svg-tree.ts";

/** Attributes that a style sheet can set anew. */
const LOOKS = new Set(["fill", "stroke", "stop-color", "opacity", "fill-opacity", "stroke-opacity", "stroke-width"]);
/** What may stand in a rule: a colour, a number, a word. */
const PLAIN = /^[#\w.(), %-]+$/;

export interface TwoTones {
  readonly root: SvgNode;
  /** Rules for a dark screen. */
  readonly dark: string;
}

/**
 * Marks every element of the light drawing that the dark one paints otherwise. Null where the two differ in more than
 * their looks, so that one cannot become the other.
 */
export const twoTones = (light: SvgNode, dark: SvgNode): TwoTones | null => {
  const names = new Map<string, string>();
  const classOf = (rule: string): string => {
    const known = names.get(rule) ?? `tone-${names.size + 1}`;
    names.set(rule, known);
    return known;
  };
  const merged = (one: SvgNode, other: SvgNode): SvgNode | null => {
    const keys = Object.keys(one.attributes);
    if (one.name !== other.name || one.children.length !== other.children.length) return null;
    if (keys.length !== Object.keys(other.attributes).length) return null;
    const rules: string[] = [];
    for (const key of keys) {
      const value = other.attributes[key];
      if (value === one.attributes[key]) continue;
      if (value === undefined || !LOOKS.has(key) || !PLAIN.test(value)) return null;
      rules.push(`${key}:${value}`);
    }
    const children: (SvgNode | string)[] = [];
    for (const [at, child] of one.children.entries()) {
      const twin = other.children[at];
      if (typeof child === "string" || typeof twin === "string" || twin === undefined) {
        if (child !== twin) return null;
        children.push(child);
        continue;
      }
      const next = merged(child, twin);
      if (next === null) return null;
      children.push(next);
    }
    const attributes = rules.length ? { ...one.attributes, class: classOf(rules.join(";")) } : one.attributes;
    return { name: one.name, attributes, children };
  };
  const root = merged(light, dark);
  return root && { root, dark: [...names].map(([rule, name]) => `.${name}{${rule}}`).join("") };
};
