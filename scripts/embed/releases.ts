/** Releases that are kept: folders that are only ever added to, each with a list of what it holds. */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { LiaisonRecord } from "#data/schema.ts";
import { NOT_KEPT } from "./endings.ts";
import { type Opened, sha256 } from "./record.ts";
import type { Files } from "./write.ts";

export interface Manifest {
  readonly release: string;
  /** Day of the record. */
  readonly day: string;
  /** SHA-256 of the record's file. */
  readonly record: string;
  /** Rows of each collection. */
  readonly rows: Readonly<Record<string, number>>;
  /** Ids of all events, so that a later one can tell what came since. */
  readonly events: readonly string[];
  /** What a build has beside a live figure and a release has not: endings of files, and pages of partners. */
  readonly without: readonly string[];
  /** By path from the folder of all releases; what releases share is in the list of each. */
  readonly files: Readonly<Record<string, { readonly sha256: string; readonly bytes: number }>>;
}

const WITHOUT = [...NOT_KEPT, "embed/<figure>/<PARTNER>/"];
const NAME = /^\d{8}-[0-9a-f]{8}$/;

const isRelease = (name: string): boolean => NAME.test(name);

const bytesOf = (content: string | Uint8Array): Buffer => Buffer.from(content as Uint8Array);

/** Paths of `makeAll` begin with the folder of all releases. */
const inside = (path: string): string => path.replace(/^r\//, "");

const counts = (record: LiaisonRecord): Record<string, number> =>
  Object.fromEntries(
    Object.entries(record).flatMap(([name, rows]) => (Array.isArray(rows) ? [[name, rows.length]] : [])),
  );

export const manifestOf = ({ record, release, digest }: Opened, files: Files): Manifest => ({
  release,
  day: record.meta.release,
  record: digest,
  rows: counts(record),
  events: record.events.map((event) => event.id),
  without: WITHOUT,
  files: Object.fromEntries(
    [...files]
      .map(([path, content]) => [inside(path), { sha256: sha256(bytesOf(content)), bytes: bytesOf(content).length }])
      .sort() as [string, { sha256: string; bytes: number }][],
  ),
});

/** Folders of releases, oldest first. */
export const releasesIn = (folder: string): readonly string[] =>
  existsSync(folder) ? readdirSync(folder).filter(isRelease).sort() : [];

/** The release made last, as `latest.json` has it; null where there is none. */
export const latestIn = (folder: string): string | null => {
  const file = join(folder, "latest.json");
  return existsSync(file) ? (JSON.parse(readFileSync(file, "utf8")) as { release: string }).release : null;
};

/** Everything that is not as the manifests say, in sentences; empty where all is as it was made. */
export const brokenIn = (folder: string): readonly string[] => {
  const broken: string[] = [];
  const known = new Set(["latest.json", "latest.js"]);
  for (const name of releasesIn(folder)) {
    const path = join(folder, name, "manifest.json");
    if (!existsSync(path)) {
      broken.push(`${name} has no manifest.json`);
      continue;
    }
    const manifest = JSON.parse(readFileSync(path, "utf8")) as Manifest;
    known.add(`${name}/manifest.json`);
    if (manifest.release !== name) broken.push(`${name}/manifest.json is of ${manifest.release}`);
    for (const [file, { sha256: digest, bytes }] of Object.entries(manifest.files)) {
      known.add(file);
      const full = join(folder, file);
      if (!existsSync(full)) broken.push(`${file} of ${name} is gone`);
      else if (readFileSync(full).length !== bytes || sha256(readFileSync(full)) !== digest)
        broken.push(`${file} of ${name} is not what it was`);
    }
  }
  if (!existsSync(folder)) return broken;
  for (const file of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const path = join(file.parentPath, file.name).slice(folder.length).replace(/^\/+/, "").replaceAll("\\", "/");
    if (file.isFile() && !known.has(path)) broken.push(`${path} belongs to no release`);
  }
  return broken;
};

/**
 * Adds a release. Throws a sentence, and writes nothing, where it is there already or a shared file would change.
 */
export const addRelease = (folder: string, opened: Opened, files: Files): Manifest => {
  const { release } = opened;
  if (existsSync(join(folder, release)))
    throw new Error(`${release} is there already. A release is never made again: a changed record makes another.`);
  for (const [path, content] of files) {
    const target = join(folder, inside(path));
    if (existsSync(target) && !readFileSync(target).equals(bytesOf(content)))
      throw new Error(`${inside(path)} would change, which older releases use.`);
  }
  const manifest = manifestOf(opened, files);
  const write = (path: string, content: string | Uint8Array): void => {
    const target = join(folder, path);
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, content);
  };
  for (const [path, content] of files) write(inside(path), content);
  write(`${release}/manifest.json`, `${JSON.stringify(manifest, null, 1)}\n`);
  write("latest.json", `${JSON.stringify({ release, day: manifest.day })}\n`);
  // A frame without an origin of its own may load a script, but not read a file.
  write("latest.js", `window.liaisonLatest=${JSON.stringify({ release, day: manifest.day })};\n`);
  return manifest;
};
