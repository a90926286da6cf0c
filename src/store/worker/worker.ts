/** The worker's own script. */
import { host } from "./host.ts";
import type { FromWorker, Port, ToWorker } from "./protocol.ts";

host(self as unknown as Port<ToWorker, FromWorker>);
