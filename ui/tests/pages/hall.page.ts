import { mkdirSync } from "node:fs";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Theme } from "#ui/bindings";
import { hallView, PICTURES } from "../hall/fixtures";
import { becomes, browser, open, violations } from "./browser";

/** Projectors, in pixels. */
const SIZES = [
  [1024, 768],
  [1280, 800],
  [1920, 1080],
  [1920, 1200],
] as const;
const THEMES: Theme[] = ["red", "light"];

/** A folder for pictures of everything, to be looked at. */
const ALBUM = process.env.HALL_ALBUM;

let chromium: Browser;
beforeAll(async () => {
  chromium = await browser();
});
afterAll(() => chromium?.close());

function view(name: string, theme: Theme) {
  const picture = PICTURES[name];
  if (!picture) throw new Error(`no picture ${name}`);
  return { hall_view: { ...hallView(picture), look: { theme, turn_every: null } } };
}

/** What the farthest seat cannot read, and what is cut or lies on something else. */
function wrong(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const found: string[] = [];
    const stage = document.querySelector<HTMLElement>(".page");
    if (!stage) return ["no page"];
    const bounds = stage.getBoundingClientRect();
    const scale = bounds.height / stage.offsetHeight;
    const height = window.innerHeight;
    const named = (element: Element) => `${element.className} “${element.textContent?.trim().slice(0, 20)}”`;

    const texts = document.createTreeWalker(stage, NodeFilter.SHOW_TEXT);
    for (let node = texts.nextNode(); node; node = texts.nextNode()) {
      const element = node.parentElement;
      if (!element || node.textContent?.trim() === "") continue;
      const size = Number.parseFloat(getComputedStyle(element).fontSize) * scale;
      if (size < 0.032 * height - 0.05) found.push(`${size.toFixed(1)} px of ${height}: ${named(element)}`);
      const range = document.createRange();
      range.selectNodeContents(node);
      for (const box of range.getClientRects()) {
        if (box.left < bounds.left - 1 || box.right > bounds.right + 1 || box.bottom > bounds.bottom + 1) {
          found.push(`over the edge: ${named(element)}`);
        }
      }
    }

    const body = document.querySelector(".body")?.getBoundingClientRect();
    const rows = [...document.querySelectorAll("[data-row]")];
    for (const row of rows) {
      const box = row.getBoundingClientRect();
      if (box.height < 0.05 * height - 0.1) found.push(`a row of ${box.height.toFixed(1)} px: ${named(row)}`);
      if (body && box.bottom > body.bottom + 1) found.push(`a row below the page: ${named(row)}`);
      const name = row.querySelector(".name")?.getBoundingClientRect();
      if (name && (name.top < box.top - 2 || name.bottom > box.bottom + 2))
        found.push(`out of its row: ${named(row)}`);
      const cells = [...row.querySelectorAll(".no, .name, .number, .outcome")].map((cell) => {
        const text = document.createRange();
        text.selectNodeContents(cell);
        return [...text.getClientRects()].filter((part) => part.width > 0);
      });
      const touch = (one: DOMRect, other: DOMRect) =>
        // The box of a line is higher than its strokes.
        one.top < other.bottom - 0.25 * other.height &&
        other.top < one.bottom - 0.25 * one.height &&
        other.left - one.right < 5 * scale &&
        one.left - other.right < 5 * scale;
      for (const [index, cell] of cells.entries()) {
        const others = cells.slice(index + 1).flat();
        if (cell.some((one) => others.some((other) => touch(one, other))))
          found.push(`touching: ${named(row)}`);
      }
      for (const part of row.querySelectorAll<HTMLElement>(".number, .outcome")) {
        if (part.scrollWidth > part.clientWidth + 1) found.push(`too wide: ${named(part)}`);
      }
    }
    // Nothing but rows stands in the body where there are rows; elsewhere no block may reach out of it.
    for (const block of document.querySelectorAll(".body > *, .body > * > *")) {
      if (body && block.getBoundingClientRect().bottom > body.bottom + 1)
        found.push(`below the page: ${named(block)}`);
    }
    const figures = document.querySelector("footer dl")?.getBoundingClientRect();
    if (figures && (figures.left < bounds.left + 8 || figures.right > bounds.right - 8))
      found.push("the footer is too wide");
    return found;
  });
}

describe.each(SIZES)("the hall at %i × %i", (width, height) => {
  it("shows every picture large enough, whole, and on its ground, with nothing against axe", async () => {
    const page = await open(chromium, "hall.html", [width, height], view("welcome", "red"));
    const found: Record<string, string[]> = {};
    for (const name of Object.keys(PICTURES)) {
      for (const theme of ALBUM ? THEMES : THEMES.slice(0, 1)) {
        await becomes(page, view(name, theme));
        const against = height === 1080 && theme === "red" ? await violations(page) : [];
        const here = [...(theme === "red" ? await wrong(page) : []), ...against];
        if (here.length > 0) found[`${name}, ${theme}`] = here;
        if (ALBUM) {
          mkdirSync(ALBUM, { recursive: true });
          await page.screenshot({ path: `${ALBUM}/${name}-${theme}-${width}x${height}.png` });
        }
      }
    }
    await page.close();
    expect(found).toEqual({});
  });
});

describe("while the count goes on", () => {
  it("only the bars and figures that changed change: every row stays in its place and is not drawn anew", async () => {
    const page = await open(chromium, "hall.html", [1920, 1080], view("live", "red"));
    await becomes(page, view("live", "red"));
    const places = () =>
      page.evaluate(() =>
        [...document.querySelectorAll("[data-row]")].map((row) => [
          row.textContent,
          row.getBoundingClientRect().top,
        ]),
      );
    const before = await places();
    await page.evaluate(() => {
      const seen = { added: 0, removed: 0 };
      Object.assign(window, { seen });
      new MutationObserver((changes) => {
        for (const { addedNodes, removedNodes } of changes) {
          seen.added += addedNodes.length;
          seen.removed += removedNodes.length;
        }
      }).observe(document.body, { childList: true, subtree: true });
    });
    const agreed = structuredClone(view("live", "red"));
    const { picture } = agreed.hall_view;
    if (picture.scene !== "counting" || picture.progress.shows !== "live") throw new Error("no live picture");
    picture.progress.counted += 1;
    for (const row of picture.progress.rows.slice(7)) row.for += 20;
    await becomes(page, agreed);
    const after = await places();
    expect(after.map(([, top]) => top)).toEqual(before.map(([, top]) => top));
    expect(after.filter(([text], index) => text !== before[index]?.[0])).toHaveLength(5);
    expect(await page.evaluate(() => (window as unknown as { seen: unknown }).seen)).toEqual({
      added: 0,
      removed: 0,
    });
    await page.close();
  });
});
