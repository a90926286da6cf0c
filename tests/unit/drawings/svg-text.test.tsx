import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { svgText } from "../../drawings/svg-text.ts";

const text = (element: React.ReactElement): string => svgText(renderToStaticMarkup(element), "demo");

describe("svgText", () => {
  it("puts one tag on a line, rounds geometry and renumbers ids with what points at them", () => {
    const svg = text(
      <svg width={10.12345} aria-labelledby="a b" data-figure="demo">
        <title id="a">One 1.23456</title>
        <desc id="b">Two</desc>
        <clipPath id=":r1:">
          <path d="M-0.0001,2.34567L1e-7,3" />
        </clipPath>
        <g clipPath="url(#:r1:)" data-event="e-1.23456">
          <text x={1.005}>
            a <tspan>b</tspan>
          </text>
        </g>
      </svg>,
    );
    expect(
      svg,
    ).toBe(`<svg xmlns="http://www.w3.org/2000/svg" width="10.12" aria-labelledby="demo-1 demo-2" data-figure="demo">
  <title id="demo-1">One 1.23456</title>
  <desc id="demo-2">Two</desc>
  <clipPath id="demo-3">
    <path d="M0,2.35L0,3"/>
  </clipPath>
  <g clip-path="url(#demo-3)" data-event="e-1.23456">
    <text x="1">a <tspan>b</tspan></text>
  </g>
</svg>
`);
  });
  it("leaves colours and words alone", () => {
    const markup = '<svg data-x="1.23456"><stop stop-color="#1e3456" offset="0.12345"></stop></svg>';
    expect(svgText(markup, "demo")).toContain('<stop stop-color="#1e3456" offset="0.12"/>');
    expect(svgText(markup, "demo")).toContain('data-x="1.23456"');
  });
  it.each([
    ["a broken number", '<svg width="NaN"></svg>'],
    ["a missing number", '<svg><path d="M0,undefined"></path></svg>'],
    ["a style attribute", '<svg style="fill:red"></svg>'],
    ["a colour of the page", '<svg fill="currentColor"></svg>'],
    ["a colour of the style sheet", '<svg fill="var(--ink)"></svg>'],
    ["HTML inside", "<svg><foreignObject></foreignObject></svg>"],
    ["another root", "<div></div>"],
    ["an id used twice", '<svg><g id="a"></g><g id="a"></g></svg>'],
  ])("refuses %s", (_, markup) => {
    expect(() => svgText(markup, "demo")).toThrow();
  });
});
