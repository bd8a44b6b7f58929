// Sizes and colours come from tokens, and every token is there for something.
import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

const sources = readdirSync("src", { recursive: true, encoding: "utf8" })
  .filter((name) => /\.(svelte|css|ts)$/u.test(name))
  .map((name) => ({ name, text: readFileSync(`src/${name}`, "utf8") }));
const textOf = (name: string) => sources.find((source) => source.name === name)?.text ?? "";

/** Where the tokens themselves stand. */
const TOKENS = ["styles/tokens.css", "styles/hall.css"];
/** The pictures of the hall are measured by the height of the screen they are thrown on: their sizes are no steps of a scale. */
const BY_THE_SCREEN = /^hall-window\//u;

/** What is said of the look, without comments; a query of the window's size cannot read a token. */
function styleOf({ name, text }: { name: string; text: string }): string {
  const inline = [...text.matchAll(/\bstyle(?::[\w-]+)?="([^"]*)"/gu)]
    .map(([, said]) => `${said};`)
    .join("\n");
  const own = name.endsWith(".css")
    ? text
    : [...text.matchAll(/<style>(.*)<\/style>/gsu)].map(([, it]) => it).join("");
  return `${inline}\n${own}`
    .replaceAll(/\/\*.*?\*\//gsu, "")
    .replaceAll(/@(?:media|container)[^{]*\{/gu, "{");
}

const LENGTH = /(?<![\w.]|[\w-]-)(\d+(?:\.\d+)?)(px|rem|pt|mm|cm)\b/gu;
const COLOUR =
  /#[\da-f]{3,8}\b|\b(?:rgb|hsl|oklch|color)a?\([^)]*\)|[:\s](?:white|black|gray|grey|red|silver)(?=[;\s])/giu;
const TYPE = /(?<![\w-])font(?:-size)?:[^;{}]*(?<![\w.-])\d+(?:\.\d+)?(?:(?:em|vh|vw)\b|%)/gu;

/** Raw lengths but hairlines; those that are written in letters and numbers, not computed. */
const lengths = (style: string) =>
  [...style.matchAll(LENGTH)]
    .filter(([, value, unit]) => unit !== "px" || Number(value) > 1)
    .map(([raw]) => raw);
const colours = (style: string) => [...style.matchAll(COLOUR)].map(([raw]) => raw.trim());
const types = (style: string) => [...style.matchAll(TYPE)].map(([raw]) => raw);

/** Every raw value that something finds in the sources. */
function raw(find: (style: string) => string[], but: (name: string) => boolean): string[] {
  return sources
    .filter(({ name }) => !TOKENS.includes(name) && !but(name))
    .flatMap((source) => find(styleOf(source)).map((one) => `${source.name}: ${one}`));
}

describe("the tokens", () => {
  it("are what every length is made of", () => {
    expect(raw(lengths, (name) => BY_THE_SCREEN.test(name))).toEqual([]);
    expect(lengths("a { padding: 3px 0; gap: 1px; top: -2px; width: calc(100vh - 2.5rem) }")).toEqual([
      "3px",
      "2px",
      "2.5rem",
    ]);
    expect(lengths("a { width: var(--w10); height: 42vh }")).toEqual([]);
  });

  it("are what every colour is made of, in both windows", () => {
    expect(raw(colours, () => false)).toEqual([]);
    expect(colours("a { color: #fff; background: rgb(0 0 0 / 10%); border: 1px solid white; }")).toEqual([
      "#fff",
      "rgb(0 0 0 / 10%)",
      "white",
    ]);
  });

  it("are what type is made of: no part of a size is smaller than the smallest", () => {
    expect(raw(types, (name) => BY_THE_SCREEN.test(name))).toEqual([]);
    expect(types("a { font-size: 0.8em } b { font: 600 80% / 1 x }")).toHaveLength(2);
    const sizes = [...textOf("styles/tokens.css").matchAll(/--t\d: (\d+)px/gu)].map(([, px]) => Number(px));
    expect(Math.min(...sizes)).toBeGreaterThanOrEqual(13);
  });

  it("come in few steps", () => {
    const tokens = textOf("styles/tokens.css");
    const steps = (of: RegExp) => [...tokens.matchAll(of)].length;
    expect(steps(/^ {2}--t\d+:/gmu)).toBeLessThanOrEqual(9);
    expect(steps(/^ {2}--r(?:-\w+)?:/gmu)).toBeLessThanOrEqual(4);
    expect(steps(/^ {2}--s\d+:/gmu)).toBeLessThanOrEqual(8);
    expect(steps(/^ {2}--w\d+:/gmu)).toBeLessThanOrEqual(11);
  });

  it("are all used, and all there", () => {
    const all = sources.map(({ text }) => text).join("\n");
    const declared = [...all.matchAll(/[^-\w(](--[\w-]+)(?=[:=}])/gu)].map(([, name]) => name);
    const used = [...all.matchAll(/var\((--[\w-]+)/gu)].map(([, name]) => name);
    expect(used.filter((name) => !declared.includes(name))).toEqual([]);
    const ours = [...textOf("styles/tokens.css").matchAll(/^ {2}(--[\w-]+):/gmu)].map(([, name]) => name);
    expect(ours.length).toBeGreaterThan(30);
    expect(ours.filter((name) => !used.includes(name))).toEqual([]);
  });
});
