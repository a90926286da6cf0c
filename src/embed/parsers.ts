/**
 * What `#model/url.ts` takes from nuqs, as far as an embed needs it: the build of the embed puts this in its place, for
 * nuqs looks into the browser's storage, which a frame must not. A test holds both to the same answers.
 */

interface Parser<T> {
  readonly parse: (text: string) => T | null;
  readonly serialize: (value: T) => string;
  readonly same: (a: T, b: T) => boolean;
  readonly defaultValue: T | null;
}

interface Builder<T> extends Parser<T> {
  readonly withDefault: (value: T) => Parser<T>;
}

const parser = <T>(made: Omit<Parser<T>, "defaultValue">): Builder<T> => ({
  ...made,
  defaultValue: null,
  withDefault: (defaultValue) => ({ ...made, defaultValue }),
});

export const createParser = (made: Pick<Parser<string>, "parse" | "serialize">): Builder<string> =>
  parser<string>({ ...made, same: (a, b) => a === b });

export const parseAsString: Builder<string> = createParser({ parse: (text) => text, serialize: (value) => value });

export const parseAsArrayOf = (item: Parser<string>, separator: string): Builder<readonly string[]> => {
  const encoded = encodeURIComponent(separator);
  return parser<readonly string[]>({
    parse: (text) => (text === "" ? [] : text.split(separator).map((one) => one.replaceAll(encoded, separator))),
    serialize: (values) => values.map((one) => item.serialize(one).replaceAll(separator, encoded)).join(separator),
    same: (a, b) => a.length === b.length && a.every((one, at) => one === b[at]),
  });
};

// biome-ignore lint/suspicious/noExplicitAny: a set of parsers of any values
type Parsers = Readonly<Record<string, Parser<any>>>;

export const createLoader =
  (parsers: Parsers) =>
  (given: URLSearchParams): Record<string, unknown> =>
    Object.fromEntries(
      Object.entries(parsers).map(([key, { parse, defaultValue }]) => {
        const text = given.get(key);
        return [key, (text === null ? null : parse(text)) ?? defaultValue];
      }),
    );

const ESCAPED: Readonly<Record<string, string>> = { " ": "+" };

const escaped = (value: string): string =>
  // biome-ignore lint/suspicious/noControlCharactersInRegex: an address must not hold them
  value.replace(/[%+ #&"'`<>\x00-\x1F]/g, (char) =>
    char === "'" ? "%27" : (ESCAPED[char] ?? encodeURIComponent(char)),
  );

export const createSerializer =
  (parsers: Parsers) =>
  (values: Readonly<Record<string, unknown>>): string => {
    const query: string[] = [];
    for (const [key, { serialize, same, defaultValue }] of Object.entries(parsers)) {
      const value = values[key];
      if (value === undefined || value === null || (defaultValue !== null && same(value, defaultValue))) continue;
      query.push(`${key}=${escaped(serialize(value))}`);
    }
    return query.length ? `?${query.join("&")}` : "";
  };
