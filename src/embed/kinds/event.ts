import { event } from "#figures/of/event.tsx";
import { pressed } from "../Pressed.tsx";
import { startEmbed } from "../start.tsx";

startEmbed({ name: "event", definition: event, Moving: pressed(event) });
