import { expect, it } from "vitest";
import { RowPlaces, RowReader } from "#data/row-places.ts";

/** A list of slices of ten rows each, and how often each was read. */
const listOf = (slices: number) => {
  const places = new RowPlaces();
  const read: number[] = [];
  for (let slice = 0; slice < slices; slice++) places.add(slice, slice + 1, 10);
  const rowsAt = async (from: number) => {
    read.push(from);
    return { row: (at: number): unknown => from * 10 + at };
  };
  return { places, read, rowsAt };
};

it("reads a slice once for rows that are asked for together, and keeps the last few", async () => {
  const { places, read, rowsAt } = listOf(5);
  const reader = new RowReader(rowsAt, places, 2);
  const asked = [0, 10, 20, 30, 1, 11, 21, 31];
  expect(await Promise.all(asked.map((number) => reader.row(number)))).toEqual(asked);
  expect(read).toEqual([0, 1, 2, 3]);
  await reader.row(25);
  await reader.row(35);
  expect(read).toEqual([0, 1, 2, 3]);
  await reader.row(5);
  expect(read).toEqual([0, 1, 2, 3, 0]);
});

it("reads a slice again that could not be read", async () => {
  const { places, rowsAt } = listOf(1);
  let fails = true;
  const reader = new RowReader(async (from) => (fails ? Promise.reject(new Error("gone")) : rowsAt(from)), places, 2);
  await expect(reader.row(3)).rejects.toThrow("gone");
  fails = false;
  expect(await reader.row(3)).toBe(3);
});
