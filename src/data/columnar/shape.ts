/** What a column of the columnar file may hold, as the schema has it. The columns themselves are in `shapes.gen.ts`. */
import { DATES } from "../references.ts";
import type { CollectionName } from "../schema.ts";

export type Shape =
  | {
      readonly kind: "text";
      readonly min?: number;
      readonly max?: number;
      readonly pattern?: string;
      readonly values?: readonly string[];
    }
  | { readonly kind: "integer"; readonly min?: number; readonly max?: number }
  | { readonly kind: "number"; readonly min?: number; readonly max?: number }
  | { readonly kind: "flag" }
  | { readonly kind: "list"; readonly of: Shape }
  | { readonly kind: "group"; readonly fields: readonly FieldShape[] };

export interface FieldShape {
  readonly name: string;
  readonly optional?: boolean;
  readonly nullable?: boolean;
  readonly shape: Shape;
}

/**
 * A column has one kind of nothing, a row two: a field that is not there and one that is null. Where a field may be
 * both, a column of this name says where it is there.
 */
export const givenName = (field: string): string => `${field}Given`;

/** Columns for other programs with the first and last day of a date; they are never read back. */
export const dayNames = (field: string): readonly [first: string, last: string] => [`${field}First`, `${field}Last`];

/** Names of the columns beside a field's own. */
export const companionsOf = ({ name, optional, nullable }: FieldShape): readonly string[] =>
  optional && nullable ? [givenName(name)] : [];

/** Names of the day columns of a collection. */
export const daysOf = (collection: CollectionName): readonly string[] =>
  (DATES[collection] ?? []).flatMap(({ field }) => dayNames(field));
