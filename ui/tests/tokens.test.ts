// Type, radii and spacings come from tokens, and every token is there for something.
import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

const sources = readdirSync("src", { recursive: true, encoding: "utf8" })
  .filter((name) => /\.(svelte|css)$/u.test(name))
  .map((name) => ({ name, text: readFileSync(`src/${name}`, "utf8") }));

// The pictures of the hall are measured by the height of the screen they are thrown on, so their sizes are no steps of a scale.
const BY_THE_SCREEN = /^hall-window\//u;
const MEASURED =
  /(?:^|[\s;{])(font|font-size|(?:row-|column-)?gap|(?:padding|margin)[a-z-]*|border-radius):([^;{}]*)/gu;

/** Whether a value has pixels that are no hairline. */
const raw = (value: string) => [...value.matchAll(/(\d+(?:\.\d+)?)px/gu)].some(([, px]) => Number(px) > 1);

function pixels(text: string): string[] {
  const style = text.includes("<style>") ? text.slice(text.lastIndexOf("<style>")) : text;
  return [...style.matchAll(MEASURED)]
    .filter(([, , value]) => raw(value ?? ""))
    .map(([found]) => found.trim());
}

describe("the tokens", () => {
  it("are what type, radii and spacings are made of", () => {
    const found = sources
      .filter(({ name }) => !BY_THE_SCREEN.test(name) && name !== "styles/tokens.css")
      .flatMap(({ name, text }) => pixels(text).map((one) => `${name}: ${one}`));
    expect(found).toEqual([]);
    expect(pixels(".a { padding: 3px 0; gap: 1px }")).toEqual(["padding: 3px 0"]);
  });

  it("are all used, and all there", () => {
    const all = sources.map(({ text }) => text).join("\n");
    const declared = [...all.matchAll(/[^-\w(](--[\w-]+)(?=[:=}])/gu)].map(([, name]) => name);
    const used = [...all.matchAll(/var\((--[\w-]+)/gu)].map(([, name]) => name);
    expect(used.filter((name) => !declared.includes(name))).toEqual([]);
    const tokens = sources.find(({ name }) => name === "styles/tokens.css")?.text ?? "";
    const ours = [...tokens.matchAll(/^ {2}(--[\w-]+):/gmu)].map(([, name]) => name);
    expect(ours.length).toBeGreaterThan(30);
    expect(ours.filter((name) => !used.includes(name))).toEqual([]);
  });
});
