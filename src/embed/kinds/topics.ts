import { topics } from "#figures/of/topics.tsx";
import { startEmbed } from "../start.tsx";

startEmbed({ name: "topics", definition: topics });
