import { event } from "#figures/of/event.tsx";
import { startEmbed } from "../start.tsx";

startEmbed({ name: "event", definition: event });
