import { agreements } from "#figures/of/agreements.tsx";
import { startEmbed } from "../start.tsx";

startEmbed({ name: "agreements", definition: agreements });
