import { partners } from "#figures/of/partners.tsx";
import { pressed } from "../Pressed.tsx";
import { startEmbed } from "../start.tsx";

startEmbed({ name: "partners", definition: partners, Moving: pressed(partners) });
