/** A local store filled from a columnar file: asked for when such a file is opened. */
import { ColumnarRecord } from "#data/columnar/read.ts";
import type { StoredFile } from "#data/stored-file.ts";
import { batchTaker } from "./local/batches.ts";
import { StreamedStore } from "./streamed.ts";

export const columnarStore = (file: StoredFile): StreamedStore => new StreamedStore(file, ColumnarRecord, batchTaker);
