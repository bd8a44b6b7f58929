// The screens of the counting table that ask for a PIN, a tally by hand or a written-in name, in the built pages.
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { CountView } from "#ui/bindings";
import {
  countToCertify,
  countToRule,
  desk,
  deskWithLoans,
  ELECTION,
  EVALUATION,
  frameAt,
  frameAway,
  freeDesk,
  HEAD,
  SELECTION,
} from "../count/fixtures";
import { prepared, presets } from "../shell";
import { browser, open, still, violations } from "./browser";

let chromium: Browser;
beforeAll(async () => {
  chromium = await browser();
});
afterAll(() => chromium?.close());

const names = [
  { name: "王芳", initials: ["w", "f"] },
  { name: "王富贵", initials: ["w", "f", "g"] },
];
const views = (count: CountView, step: "certify" | "second_keying" = "certify") => ({
  frame_view: { ...frameAt(step), pins: ["t1", "c"], names },
  prepare_view: { ...prepared(), staff: frameAt(step).staff },
  count_view: count,
  desk_view: desk([ELECTION, EVALUATION]),
  presets: presets(),
  perform: null,
});

const differing: CountView = {
  ...countToCertify(false),
  contests: [ELECTION, EVALUATION],
  controls: [
    { sum: "first_keyed", contest: null, row: null, left: 56, right: 56 },
    { sum: "rows", contest: 0, row: 2, left: 55, right: 56 },
    { sum: "rows", contest: 1, row: null, left: 56, right: 56 },
    { sum: "hand_tally", contest: 0, row: null, left: 17, right: 18 },
  ],
  hand_tally: {
    entered: true,
    ruled: false,
    differences: [
      { contest: 0, figure: "for", row: 2, hand: 50, keyed: 49 },
      { contest: 1, figure: "grade", row: 0, grade: 1, hand: 12, keyed: 13 },
    ],
  },
  missing: { code: "hand_tally_differs", figures: 2 },
  result: null,
};

const away = (finished: boolean) => ({
  ...views(countToCertify(false), "second_keying"),
  frame_view: frameAway(finished),
  desk_view: { ...freeDesk(), bundles: freeDesk().bundles.slice(2, 4), keyed: 0, returned: 20 },
  verify: { entries: 47, head: HEAD, wrong: null, seq: null },
  close_session: null,
});
const twoDesks = {
  ...views(countToCertify(false), "second_keying"),
  desk_view: deskWithLoans(),
  read_loan: { path: "/media/usb/外录-复录-第3捆.piaojue", loan: 1, entries: 47, head: HEAD },
};

/** The second keying of somebody who has no PIN. */
async function sitDown(page: Page) {
  await page.getByRole("radio", { name: /复录/u }).check({ force: true });
  await page.getByRole("radio", { name: "孙丽" }).check({ force: true });
  await press(page, /坐下录入/u);
}

async function press(page: Page, name: RegExp | string) {
  await page.getByRole("button", { name }).first().click();
}

const SCREENS: Record<string, [ReturnType<typeof views>, string, (page: Page) => Promise<void>]> = {
  "a tally by hand that differs": [views(differing), "3", async () => undefined],
  "the form of a tally by hand": [views(differing), "3", (page) => press(page, /重新填写/u)],
  "a count by hand": [views(differing), "3", (page) => press(page, /改用人工计票/u)],
  "certifying with a PIN": [views(countToCertify(false)), "3", (page) => press(page, /总监票人核定/u)],
  "opening a count again": [views(countToCertify(true)), "3", (page) => press(page, "重新核票")],
  "taking the desk with a PIN": [
    views(countToCertify(false), "second_keying"),
    "3",
    async (page) => {
      await page.getByRole("radio", { name: /复录/u }).check({ force: true });
      await page.getByRole("radio", { name: "刘敏" }).check({ force: true });
    },
  ],
  "choosing a written-in deputy": [
    views(countToCertify(false), "second_keying"),
    "3",
    async (page) => {
      await sitDown(page);
      await press(page, /继续第/u);
      await page.keyboard.type("1112W");
      await page.keyboard.type("wf");
    },
  ],
  "taking bundles to another computer": [
    { ...twoDesks, desk_view: freeDesk() },
    "3",
    async (page) => {
      await sitDown(page);
      await press(page, "带到另一台电脑录入");
      await page.getByRole("checkbox").first().check();
    },
  ],
  "bundles on another computer": [twoDesks, "3", sitDown],
  "comparing a fingerprint": [
    twoDesks,
    "3",
    async (page) => {
      await sitDown(page);
      await press(page, /取回…/u);
    },
  ],
  "calling bundles back": [
    twoDesks,
    "3",
    async (page) => {
      await sitDown(page);
      await page.getByRole("button", { name: "收回作废" }).nth(1).click();
    },
  ],
  "a desk away": [away(false), "", async () => undefined],
  "bundles of a desk away": [away(false), "", (page) => press(page, /坐下录入/u)],
  "a desk away that is done": [
    away(true),
    "",
    (page) => page.getByRole("button", { name: /关闭文件/u }).waitFor(),
  ],
  "a desk away that is closed": [away(true), "", (page) => press(page, /关闭文件/u)],
  "PINs of the staff": [views(countToCertify(false)), "1", (page) => press(page, /工作人员/u)],
};

describe("the counting table has nothing against axe", () => {
  it.each(Object.entries(SCREENS))("%s", async (screen, [answers, room, act]) => {
    for (const size of [
      [1280, 800],
      [1024, 768],
    ] as const) {
      const page = await open(chromium, "index.html", size, answers);
      await page.getByRole("banner").waitFor();
      if (room) await page.keyboard.press(`Alt+${room}`);
      await act(page);
      await still(page);
      if (process.env.PICTURES)
        await page.screenshot({ path: `${process.env.PICTURES}/${screen}-${size[0]}.png` });
      expect(await violations(page)).toEqual([]);
      await page.close();
    }
  });
});

describe("a ballot of twelve rows", () => {
  it.each([
    [1280, 800],
    [1366, 768],
    [1366, 700],
  ] as const)("stands whole while it is keyed at %i × %i", async (width, height) => {
    const rows = Array.from({ length: 12 }, (_, row) => `第${row + 1}项民生实事项目`);
    const answers = {
      ...views(countToCertify(false), "second_keying"),
      desk_view: desk([{ ...SELECTION, rows }]),
    };
    const page = await open(chromium, "index.html", [width, height], answers);
    await page.getByRole("banner").waitFor();
    await page.keyboard.press("Alt+3");
    await sitDown(page);
    await press(page, /继续第/u);
    await still(page);
    const paper = page.getByRole("article");
    expect(await paper.getByRole("row").count()).toBe(13);
    expect(await paper.evaluate((it) => it.scrollHeight - it.clientHeight)).toBe(0);
    await page.close();
  });
});

describe("a doubt far down a long ballot", () => {
  it.each([
    [1366, 768],
    [1920, 1080],
  ] as const)("is in sight where it is ruled on, at %i × %i", async (width, height) => {
    const rows = Array.from({ length: 75 }, (_, row) => `第${row + 1}项民生实事项目`);
    const count = countToRule();
    const doubtful = count.doubtful.slice(2).map((one) => ({
      ...one,
      proposed: [{ kind: "illegible_row" as const, row: 68 }],
      noted: [],
      marks: rows.map((_, row) => (row === 68 ? ("illegible" as const) : ("for" as const))),
    }));
    const view = { ...count, contests: [{ ...SELECTION, rows }], differences: [], doubtful };
    const answers = { ...views(view), frame_view: frameAt("rule") };
    const page = await open(chromium, "index.html", [width, height], answers);
    await page.getByRole("banner").waitFor();
    await page.keyboard.press("Alt+3");
    const row = page.getByRole("row", { name: /^69/u });
    await row.waitFor();
    await still(page);
    const seen = await row.evaluate((it) => {
      const { left, width: across, top, height: tall } = it.getBoundingClientRect();
      const middle = document.elementFromPoint(left + across / 2, top + tall / 2);
      return middle !== null && it.contains(middle);
    });
    expect(seen).toBe(true);
    await page.close();
  });
});
