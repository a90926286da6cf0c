/** The columns of the columnar file, made from the JSON Schema of each collection, so that no field can be forgotten. */
import type { FieldShape, Shape } from "../src/data/columnar/shape.ts";
import { companionsOf } from "../src/data/columnar/shape.ts";

type Json = Record<string, unknown>;

const WHAT_NUMBERS_HAVE = ["type", "minimum", "maximum", "exclusiveMinimum", "description"];
const WHAT_TEXTS_HAVE = ["type", "minLength", "maxLength", "pattern", "enum", "description"];
const WHAT_LISTS_HAVE = ["type", "items", "additionalItems", "minItems", "maxItems", "description"];
const WHAT_GROUPS_HAVE = ["type", "properties", "required", "additionalProperties", "description"];

const only = (schema: Json, known: readonly string[]): void => {
  for (const key of Object.keys(schema))
    if (!known.includes(key)) throw new Error(`the columnar file has no column for ${JSON.stringify(schema)}`);
};

const part = (key: string, value: unknown): Json => (value === undefined ? {} : { [key]: value });

const number = (schema: Json, kind: "integer" | "number"): Shape => {
  only(schema, WHAT_NUMBERS_HAVE);
  const min = typeof schema.exclusiveMinimum === "number" ? schema.exclusiveMinimum + 1 : schema.minimum;
  // Zero itself is no value of a number above zero that is not whole: such a number has no least one.
  if (kind === "number" && schema.exclusiveMinimum !== undefined) throw new Error("a number above, not from, a limit");
  return { kind, ...part("min", min), ...part("max", schema.maximum) } as Shape;
};

const text = (schema: Json): Shape => {
  only(schema, WHAT_TEXTS_HAVE);
  const values = Array.isArray(schema.enum) ? schema.enum.filter((value) => value !== null) : undefined;
  return {
    kind: "text",
    ...part("min", schema.minLength),
    ...part("max", schema.maxLength),
    ...part("pattern", schema.pattern),
    ...part("values", values),
  } as Shape;
};

const shapeOf = (schema: Json): { readonly shape: Shape; readonly nullable: boolean } => {
  const types = [schema.type].flat();
  const nullable = types.includes("null");
  const [type, ...more] = types.filter((one) => one !== "null");
  if (more.length) throw new Error(`one column cannot hold ${types.join(" and ")}`);
  if (type === "integer" || type === "number") return { shape: number(schema, type), nullable };
  if (type === "string") return { shape: text(schema), nullable };
  if (type === "boolean") return { shape: { kind: "flag" }, nullable };
  if (type === "object") {
    only(schema, WHAT_GROUPS_HAVE);
    return { shape: { kind: "group", fields: fieldsOf(schema) }, nullable };
  }
  if (type === "array") {
    only(schema, WHAT_LISTS_HAVE);
    const items = [schema.items].flat() as Json[];
    const [of, ...others] = items.map(shapeOf);
    if (!of || of.nullable || others.some((other) => JSON.stringify(other) !== JSON.stringify(of)))
      throw new Error("the entries of a list are of one kind and never null");
    return { shape: { kind: "list", of: of.shape }, nullable };
  }
  throw new Error(`the columnar file has no column for ${JSON.stringify(schema)}`);
};

const fieldsOf = (schema: Json): readonly FieldShape[] => {
  const required = (schema.required as readonly string[] | undefined) ?? [];
  const fields = Object.entries(schema.properties as Record<string, Json>).map(([name, property]): FieldShape => {
    const { shape, nullable } = shapeOf(property);
    return { name, ...(required.includes(name) ? {} : { optional: true }), ...(nullable ? { nullable } : {}), shape };
  });
  for (const companion of fields.flatMap(companionsOf))
    if (fields.some(({ name }) => name === companion)) throw new Error(`a field is called ${companion} already`);
  return fields;
};

/** The fields of each collection. @throws Error where a schema has something that no column is known for */
export const columnShapes = (schemas: Readonly<Record<string, Json>>): Record<string, readonly FieldShape[]> =>
  Object.fromEntries(Object.entries(schemas).map(([name, schema]) => [name, fieldsOf(schema)]));
