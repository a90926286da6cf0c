import { partners } from "#figures/of/partners.tsx";
import { startEmbed } from "../start.tsx";

startEmbed({ name: "partners", definition: partners });
