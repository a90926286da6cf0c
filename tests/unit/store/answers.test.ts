import { createLocalStore } from "#store/local/store.ts";
import { createReferenceStore } from "#store/reference/store.ts";
import { storeSuite } from "./suite.ts";

storeSuite("local store", createLocalStore);
storeSuite("reference", createReferenceStore);
