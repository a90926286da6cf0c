// Made by npm run fonts: which characters each file of fonts/ has, as hexadecimal code points.
export const FONT_FILES = [
  { file: "sans.ttf", family: "sans", weight: 400, points: "20-7e a0-ac ae-148 14a-17f 192 1a0-1a1 1af-1b0 1cd-1dc 218-21b 2b9-2cc 2d8-2dd 300-304 306-30a 30c 31b 323 326-328 400-45f 490-491 4b0-4b1 1e80-1e85 1e9e-1ef9 2000-200b 2010-2027 202f-2044 20ab-20ac 20bd 2116 2122 2191 2193 2212" },
  { file: "sans-bold.ttf", family: "sans", weight: 600, points: "20-7e a0-ac ae-148 14a-17f 192 1a0-1a1 1af-1b0 1cd-1dc 218-21b 2b9-2cc 2d8-2dd 300-304 306-30a 30c 31b 323 326-328 400-45f 490-491 4b0-4b1 1e80-1e85 1e9e-1ef9 2000-200b 2010-2027 202f-2044 20ab-20ac 20bd 2116 2122 2191 2193 2212" },
  { file: "serif-bold.ttf", family: "serif", weight: 600, points: "20-7e a0-12b 12e-131 134-165 168-17f 192 1a0-1a1 1af-1b0 1cd-1dc 218-21b 2bb-2bc 2be-2bf 2c6-2cc 2d8-2dd 300-304 306-30c 31b 323 326-328 400-45f 490-491 4b0-4b1 1e80-1e85 1e9e 1ea0-1ef9 2002-2007 2009-200b 2010 2012-2015 2018-201a 201c-201e 2020-2022 2025-2026 202f-2030 2032-2033 2039-203a 203c 2044 20ab-20ac 20bd 2116 2122 2191 2193 2212 2215" },
  { file: "noto-sans-sc-107.ttf", family: "other", weight: 400, points: "5b5f" },
  { file: "noto-sans-sc-111.ttf", family: "other", weight: 400, points: "5b8f" },
  { file: "noto-sans-sc-112.ttf", family: "other", weight: 400, points: "4f1f" },
  { file: "noto-sans-kr-103.ttf", family: "other", weight: 400, points: "2190" },
  { file: "noto-sans-kr-110.ttf", family: "other", weight: 400, points: "2192 b8e1" },
  { file: "noto-sans-kr-112.ttf", family: "other", weight: 400, points: "b099" },
  { file: "noto-sans-kr-113.ttf", family: "other", weight: 400, points: "cc30" },
  { file: "noto-sans-kr-114.ttf", family: "other", weight: 400, points: "ac11" },
  { file: "noto-sans-kr-116.ttf", family: "other", weight: 400, points: "bbfc" },
  { file: "noto-sans-kr-117.ttf", family: "other", weight: 400, points: "ac80 c6b8 ccad" },
  { file: "noto-sans-kr-118.ttf", family: "other", weight: 400, points: "acbd b300 bb34 bb38 c11c c5f0 c77c" },
  { file: "noto-sans-kr-119.ttf", family: "other", weight: 400, points: "c774" },
  { file: "noto-sans-kr-98.ttf", family: "other", weight: 400, points: "2197" },
] as const;
