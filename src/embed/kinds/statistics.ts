import { statistics } from "#figures/of/statistics.tsx";
import { startEmbed } from "../start.tsx";

startEmbed({ name: "statistics", definition: statistics });
