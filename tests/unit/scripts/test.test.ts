import { spawnSync } from "node:child_process";
import { describe, expect, it } from "vitest";

const npmTest = (...args: readonly string[]): { code: number | null; lines: string[] } => {
  const { status, stdout, stderr } = spawnSync(process.execPath, ["scripts/test.mjs", ...args], {
    encoding: "utf8",
    input: "",
  });
  return { code: status, lines: `${stdout}${stderr}`.trimEnd().split("\n") };
};

describe("npm test", () => {
  it("counts each command as one, says which failed and with what, and ends with the totals", () => {
    const { code, lines } = npmTest(
      "--only",
      "size",
      "--and",
      "good=echo fine",
      "--and",
      'bad=echo "why it failed" && exit 3',
    );
    const [, passed, failed] = /^(\d+) passed, (\d+) failed$/.exec(lines.at(-1) ?? "") ?? [];
    expect(Number(passed) + Number(failed)).toBe(3);
    expect(Number(failed)).toBeGreaterThanOrEqual(1);
    expect(code).toBe(1);
    expect(lines).toContainEqual(expect.stringMatching(/^ {2}good +ok/));
    expect(lines).toContainEqual(expect.stringMatching(/^ {2}bad +FAILED/));
    expect(lines).toContain("    why it failed");
    expect(lines).not.toContain("    fine");
  }, 60_000);
  it.each([[["--only", "nothing"]], [["--only"]], [["--and", "no command"]], [["now"]]])("refuses %j", (args) => {
    const { code, lines } = npmTest(...args);
    expect(code).toBe(2);
    expect(lines.join("\n")).toContain("Usage: npm test");
  });
  it("explains itself", () => {
    expect(npmTest("--help").code).toBe(0);
  });
});
