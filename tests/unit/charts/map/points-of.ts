/** Every point of an SVG path made of M, m, l and z, in absolute px. */
export const pointsOf = (path: string): readonly (readonly [number, number])[] => {
  const points: (readonly [number, number])[] = [];
  let [x, y, startX, startY] = [0, 0, 0, 0];
  for (const [, command = "", rest = ""] of path.matchAll(/([Mmlz])([^Mmlz]*)/g)) {
    const numbers = rest.match(/-?(\d+\.?\d*|\.\d+)/g)?.map(Number) ?? [];
    if (command === "z") [x, y] = [startX, startY];
    for (let at = 0; at + 1 < numbers.length; at += 2) {
      const [a, b] = [numbers[at] ?? 0, numbers[at + 1] ?? 0];
      [x, y] = command === "M" ? [a, b] : [x + a, y + b];
      if (command !== "l") [startX, startY] = [x, y];
      points.push([x, y]);
    }
  }
  return points;
};
