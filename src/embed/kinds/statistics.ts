import { statistics } from "#figures/of/statistics.tsx";
import { pressed } from "../Pressed.tsx";
import { startEmbed } from "../start.tsx";

startEmbed({ name: "statistics", definition: statistics, Moving: pressed(statistics) });
