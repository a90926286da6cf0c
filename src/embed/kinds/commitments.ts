import { commitments } from "#figures/of/commitments.tsx";
import { startEmbed } from "../start.tsx";

startEmbed({ name: "commitments", definition: commitments });
