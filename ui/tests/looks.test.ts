// The operator's two grounds, and how large things are.
import { readFileSync } from "node:fs";
import { afterEach, describe, expect, it, vi } from "vitest";
import { grown, looks, nextSize } from "#ui/frame/looks.svelte";
import { contrast } from "./contrast";

const tokens = readFileSync("src/styles/tokens.css", "utf8");

/** The colours of a ground by name. */
function colours(selector: string): Record<string, string> {
  const block = tokens.slice(tokens.indexOf(`${selector} {`)).split("}")[0] ?? "";
  return Object.fromEntries(
    [...block.matchAll(/--([\w-]+): (#[0-9a-f]{6});/gu)].map(([, name, hex]) => [name, hex]),
  );
}

const LIGHT = colours(":root");
const DARK = { ...LIGHT, ...colours(':root[data-ground="dark"]') };

describe.each([
  ["light", LIGHT],
  ["dark", DARK],
])("the colours of the %s ground", (_, found) => {
  const of = (name: string) => found[name] ?? "";
  const pairs = [
    ...["ink", "ink-2", "ink-3"].flatMap((text) =>
      ["paper", "card", "shade", "field", "sheet"].map((ground) => [text, ground]),
    ),
    ...["red", "green", "amber"].flatMap((text) =>
      ["paper", "card", `${text}-tint`].map((ground) => [text, ground]),
    ),
    ...["ink", "ink-2"].flatMap((text) =>
      ["red-tint", "green-tint", "amber-tint"].map((ground) => [text, ground]),
    ),
    ...["red", "red-deep", "amber", "ink"].map((ground) => ["on-fill", ground]),
  ];

  it.each(pairs)("%s stands off %s by 4.5 : 1", (text, ground) => {
    expect(contrast(of(text ?? ""), of(ground ?? ""))).toBeGreaterThanOrEqual(4.5);
  });

  it("show the focus on every ground by 3 : 1", () => {
    for (const ground of ["paper", "card", "shade"]) {
      expect(contrast(of("blue"), of(ground))).toBeGreaterThanOrEqual(3);
    }
  });
});

describe("the dark ground", () => {
  it("has every colour of the light one", () => {
    expect(Object.keys(colours(':root[data-ground="dark"]')).sort()).toEqual(Object.keys(LIGHT).sort());
  });
});

describe("the size", () => {
  afterEach(() => looks.chooseSize(100));

  it("grows with the window, half as fast and at most by half", () => {
    expect(grown(1366, 768)).toBe(1);
    expect(grown(1920, 1080)).toBeCloseTo(1.167, 2);
    expect(grown(2560, 900)).toBeCloseTo(1.056, 2);
    expect(grown(7680, 4320)).toBe(1.5);
  });

  it("goes in steps from 80 to 200 percent", () => {
    expect([nextSize(100, 1), nextSize(100, -1), nextSize(200, 1), nextSize(80, -1)]).toEqual([
      110, 90, 200, 80,
    ]);
  });

  it("follows Ctrl with + − 0, and is kept", () => {
    const press = (key: string, ctrlKey = true) => {
      const event = new KeyboardEvent("keydown", { key, ctrlKey, cancelable: true });
      looks.onkeydown(event);
      return event.defaultPrevented;
    };
    expect([press("+"), press("="), press("-", false)]).toEqual([true, true, false]);
    expect([looks.size, localStorage.getItem("piaojue.size")]).toEqual([125, "125"]);
    press("-");
    expect(looks.size).toBe(110);
    press("0");
    expect(looks.size).toBe(100);
  });
});

describe("the ground", () => {
  it("is the system's until another is chosen, and follows it", () => {
    const listeners: (() => void)[] = [];
    const system = {
      matches: true,
      addEventListener: (_: string, listener: () => void) => listeners.push(listener),
      removeEventListener: () => undefined,
    };
    vi.stubGlobal("matchMedia", () => system);
    const end = looks.begin();
    const shown = () => document.documentElement.dataset.ground;
    expect(shown()).toBe("dark");
    system.matches = false;
    for (const listener of listeners) listener();
    expect(shown()).toBe("light");
    looks.chooseGround("dark");
    expect([shown(), localStorage.getItem("piaojue.ground")]).toEqual(["dark", "dark"]);
    looks.chooseGround("system");
    expect(shown()).toBe("light");
    end();
    vi.unstubAllGlobals();
  });
});
