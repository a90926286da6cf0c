import { officials } from "#figures/of/officials.tsx";
import { pressed } from "../Pressed.tsx";
import { startEmbed } from "../start.tsx";

startEmbed({ name: "officials", definition: officials, Moving: pressed(officials) });
