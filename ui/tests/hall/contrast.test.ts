import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { contrast } from "../contrast";

const styles = readFileSync("src/styles/hall.css", "utf8");

/** The colours of a theme, by name; a ground that changes has several. */
function colours(theme: string): Record<string, string[]> {
  const block = new RegExp(`\\.hall-${theme} \\{([^}]*)\\}`).exec(styles)?.[1] ?? "";
  const named = [...block.matchAll(/--hall-([a-z-]+): ([^;]*);/g)];
  return Object.fromEntries(named.map(([, name, value]) => [name, value?.match(/#[0-9a-f]{6}/g) ?? []]));
}

/** The least contrast of any of some colours on any of some grounds. */
function least(ones: string[], others: string[]): number {
  return Math.min(...ones.flatMap((one) => others.map((other) => contrast(one, other))));
}

describe.each(["red", "light"])("the colours of the %s hall", (theme) => {
  const found = colours(theme);
  const named = (name: string) => found[name] ?? [];
  const grounds = [...named("ground"), ...named("foot"), ...named("raised")];

  it.each(["text", "accent", "dim"])("%s stands off every ground by 7 : 1", (name) => {
    expect(grounds.length).toBeGreaterThanOrEqual(4);
    expect(least(named(name), grounds)).toBeGreaterThanOrEqual(7);
  });

  it("bars stand off their track, and the threshold off both, by 3 : 1", () => {
    expect(least(named("bar"), named("track"))).toBeGreaterThanOrEqual(3);
    expect(least(named("threshold"), named("threshold-edge"))).toBeGreaterThanOrEqual(7);
    expect(named("bar").length * named("track").length).toBeGreaterThanOrEqual(1);
    const edges = [...named("threshold"), ...named("threshold-edge")];
    for (const ground of [...named("bar"), ...named("track")]) {
      expect(Math.max(...edges.map((edge) => contrast(edge, ground)))).toBeGreaterThanOrEqual(3);
    }
  });
});
