// What a rehearsal adds to both windows, the help and the checklists, laid out in a real browser.
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { ChecklistView, StartView } from "#ui/bindings";
import { freeDesk } from "../count/fixtures";
import { hallRoom, hallView, PICTURES } from "../hall/fixtures";
import { EMPTY_FLOOR, frameAt, label, prepared, sittings } from "../shell";
import { becomes, browser, open, still, violations } from "./browser";

let chromium: Browser;
beforeAll(async () => {
  chromium = await browser();
});
afterAll(() => chromium?.close());

const figures = {
  round: 1,
  label: label("2026年度民生实事项目票决票"),
  issued: 56,
  returned: 56,
  first: 0,
  second: 0,
};
const frame = {
  ...frameAt("first_keying"),
  rehearsal: true,
  attendance: { all_deputies: 58, present: 56, observers: 12, quorum: 39, met: true },
  round: figures,
  counts: [{ figures, place: "desk" as const, certified: false, announced: false, to_rule: 0, notices: [] }],
  counting: 1,
  staff: [
    { id: "secretary-1", name: "苏文", role: "secretary" as const },
    { id: "t1", name: "刘敏", role: "teller" as const },
    { id: "t2", name: "买买提·艾力", role: "teller" as const },
  ],
};
const known = (check: ChecklistView["lists"][number]["checks"][number]["check"], done: boolean | null) => ({
  check,
  done,
});
const checklist: ChecklistView = {
  ballot: "2026年度民生实事项目票决票",
  lists: [
    {
      when: "day_before",
      checks: [
        known("described", true),
        known("agenda", true),
        known("papers_before", false),
        known("rehearsed", null),
        known("machines", null),
      ],
    },
    {
      when: "hour_before",
      checks: [known("names_final", null), known("ballots_printed", true), known("pins", false)],
    },
    {
      when: "count",
      checks: [known("zero", true), known("first_keying", false), known("report_signed", null)],
    },
    {
      when: "after",
      checks: [known("due_papers", false), known("sealed", false), known("kept_elsewhere", null)],
    },
  ],
};
const views = {
  frame_view: frame,
  prepare_view: prepared(),
  sittings_view: sittings(),
  floor_view: EMPTY_FLOOR,
  desk_view: freeDesk(),
  papers_view: { papers: [], agenda: [], style: {}, sheets: [] },
  checklist_view: checklist,
  hall_window: { open: true, has: "the_pushed", covers: null, screens: [] },
  hall_view: hallView(PICTURES.welcome as never),
  hall_room_view: hallRoom(),
  hall_preview: { ...hallView(PICTURES.zero as never), rehearsal: true },
  copies_view: null,
  recovered: null,
  start_view: {
    recent: [],
    folder: "文档/票决台",
    opened: "/会议/青石镇-演练.piaojue",
    failure: null,
  } satisfies StartView,
};

async function kept(page: Page, name: string): Promise<void> {
  await still(page);
  const album = process.env.HALL_ALBUM;
  if (album) await page.screenshot({ path: join(album, `${name}.png`) });
}

const SIZES = [
  [1280, 800],
  [1366, 768],
] as const;

describe.each(SIZES)("a rehearsal at %i × %i has nothing against axe", (width, height) => {
  const SCREENS: [string, (page: Page) => Promise<void>][] = [
    ["count", (page) => page.keyboard.press("Alt+3")],
    ["hall", (page) => page.keyboard.press("Alt+4")],
    ["archive", (page) => page.keyboard.press("Alt+6")],
    ["help", (page) => page.keyboard.press("F1")],
    [
      "checklist",
      async (page) => {
        await page.keyboard.press("F1");
        await page.getByRole("button", { name: "检查单" }).click();
        await page.getByText("会前一小时").waitFor();
      },
    ],
    ["discard", (page) => page.keyboard.press("Control+Delete")],
  ];

  it.each(SCREENS)("%s", async (name, go) => {
    const page = await open(chromium, "index.html", [width, height], views);
    await page.getByText("演练：这里的一切都不作数", { exact: false }).waitFor();
    await go(page);
    await kept(page, `rehearsal-${name}-${width}`);
    expect(await violations(page)).toEqual([]);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);
    expect(wide, "nothing is wider than the window").toBe(false);
    await page.close();
  });
});

it.each(["zero", "live", "result"])("the hall's %s leaves its edges to the word", async (name) => {
  const picture = PICTURES[name];
  for (const theme of ["red", "light"] as const) {
    const view = { ...hallView(picture as never), rehearsal: true, look: { theme, turn_every: null } };
    const page = await open(chromium, "hall.html", [1280, 720], { hall_view: view, hall_drawn: null });
    await page.locator(".rehearsal").first().waitFor();
    await kept(page, `hall-${name}-${theme}`);
    const over = await page.evaluate(() => {
      const edges = [...document.querySelectorAll(".rehearsal")].map((edge) => edge.getBoundingClientRect());
      const words = [...document.querySelectorAll("h1, dt, dd, .no, .row b")].map((word) =>
        word.getBoundingClientRect(),
      );
      const meets = (a: DOMRect, b: DOMRect) => a.left < b.right - 1 && b.left < a.right - 1 && a.width > 0;
      return words.filter((word) => edges.some((edge) => meets(word, edge))).length;
    });
    expect(over, `${name} on ${theme}`).toBe(0);
    await page.close();
  }
});

it("the guide stands beside the work, and points at what comes next", async () => {
  const { start_view } = views;
  const page = await open(chromium, "index.html", [1280, 800], { start_view, open_sample: null });
  await page.getByText("跟着引导走一遍").waitFor();
  await kept(page, "start-1280");
  expect(await violations(page)).toEqual([]);
  await page.getByText("跟着引导走一遍").click();
  await becomes(page, views);
  await page.locator('[data-pointed][data-room="count"]').waitFor();
  await kept(page, "guide-1280");
  expect(await violations(page)).toEqual([]);
  await page.getByRole("button", { name: "带我去" }).click();
  await page.getByText("由程序代录").first().waitFor();
  await kept(page, "guide-there-1280");
  await page.close();
});
