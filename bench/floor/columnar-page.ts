/** The floor over the columnar file: the same columns, taken from the tables as the library gives them. */
import { unzipSync } from "fflate";
import { columnsOfTables } from "./columnar.ts";
import { show } from "./views.ts";

const NEEDED = new Set(["events.arrow", "partners.arrow", "places.arrow", "people.arrow"]);

show(async (response) => {
  const archive = new Uint8Array(await response.arrayBuffer());
  return columnsOfTables(unzipSync(archive, { filter: ({ name }) => NEEDED.has(name) }));
});
