import { commitments } from "#figures/of/commitments.tsx";
import { pressed } from "../Pressed.tsx";
import { startEmbed } from "../start.tsx";

startEmbed({ name: "commitments", definition: commitments, Moving: pressed(commitments) });
