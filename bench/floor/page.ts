/** The floor over JSON. */
import type { LiaisonRecord } from "../../src/data/schema.ts";
import { columnsOf } from "./columns.ts";
import { show } from "./views.ts";

show(async (response) => columnsOf((await response.json()) as LiaisonRecord));
