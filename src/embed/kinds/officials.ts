import { officials } from "#figures/of/officials.tsx";
import { startEmbed } from "../start.tsx";

startEmbed({ name: "officials", definition: officials });
