import { agreements } from "#figures/of/agreements.tsx";
import { pressed } from "../Pressed.tsx";
import { startEmbed } from "../start.tsx";

startEmbed({ name: "agreements", definition: agreements, Moving: pressed(agreements) });
