import { describe, expect, it } from "vitest";
import stage from "../../src/hall-window/Stage.svelte?raw";

/** Relative luminance as WCAG defines it. */
function luminance(hex: string): number {
  const parts = [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255);
  const [r, g, b] = parts.map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * (r ?? 0) + 0.7152 * (g ?? 0) + 0.0722 * (b ?? 0);
}

function contrast(one: string, other: string): number {
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return ((light ?? 0) + 0.05) / ((dark ?? 0) + 0.05);
}

const ground = /background: radial-gradient\(([^;]*)\);/.exec(stage)?.[1] ?? "";
const stops = ground.match(/#[0-9a-f]{6}/g) ?? [];

describe("the colours of the hall", () => {
  it.each(["text", "gold", "dim"])("--hall-%s stands off every part of the ground by 7 : 1", (name) => {
    const colour = new RegExp(`--hall-${name}: (#[0-9a-f]{6})`).exec(stage)?.[1] ?? "";
    expect(stops.length).toBe(3);
    for (const stop of stops) expect(contrast(colour, stop)).toBeGreaterThanOrEqual(7);
  });
});
