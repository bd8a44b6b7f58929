import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type {
  About,
  CopiesView,
  CountView,
  FaceRole,
  FacesView,
  FloorRound,
  FloorView,
  HallWindow,
  HandState,
  PapersView,
  PaperText,
  StartView,
  StepName,
} from "#ui/bindings";
import type { Room } from "#ui/frame/navigation.svelte";
import { afterwards } from "../after-fixtures";
import { countToCertify, countToRule, desk, frameAt, freeDesk } from "../count/fixtures";
import { hallRoom, hallView, PICTURES } from "../hall/fixtures";
import * as hands from "../hand-fixtures";
import { proposals, records } from "../office-fixtures";
import { EMPTY_FLOOR, label, prepared, presets, sittings, VOTING } from "../shell";
import { browser, open, still, violations } from "./browser";

let chromium: Browser;
beforeAll(async () => {
  chromium = await browser();
});
afterAll(() => chromium?.close());

const figures = { all_deputies: 58, present: 56, observers: 12, quorum: 39, met: true };

const counted: FloorRound = {
  ...VOTING,
  collected: { spoiled: 1, returned: 56 },
  left_over: 3,
  valid: true,
  announced: true,
  counting: true,
  announce_missing: null,
};
const floor: FloorView = {
  ...EMPTY_FLOOR,
  attendance: figures,
  count_again: false,
  rounds: [counted],
  cards: [
    { label: label(counted.title, { colour: "粉红色" }), state: "due", of: { card: "round", round: 1 } },
  ],
};

const papers: PapersView = {
  papers: [
    {
      kind: { paper: "minutes" },
      group: { group: "record" },
      of: "青石镇第十八届人民代表大会第五次会议",
      vote: null,
      due: false,
      edited: false,
      ripe: true,
      copies: 1,
      restyled: false,
      number: null,
      terms: null,
      missing: null,
      issues: [
        {
          paper: 18,
          title: "会议记录",
          sha256: "9f2c41d07a5be8836c0d1f4e92ab77305be1c2d3a4f5968778695a4b3c2d1e0f",
          pages: 3,
          per_sheet: 1,
          printed: 0,
          at: "2026-01-16T16:10:00+08:00",
          superseded: false,
          is_editable: true,
          editable: [
            {
              sha256: "c1d04f2e92ab77305be1c2d3a4f5968778695a4b3c2d1e0f9f2c41d07a5be883",
              at: "2026-01-16T16:20:00+08:00",
              by: "苏文",
            },
          ],
        },
      ],
    },
  ],
  style: { grid: "standard", qr: false, ballot: "a4", faces: {} },
  sheets: [
    { ballot: "b", title: "2026年度民生实事项目票决票", sheet: null, out: false },
    { ballot: "c", title: "镇人民代表大会主席选举票", sheet: "two_a5", out: true },
  ],
  agenda: [{ item: "票决2026年度民生实事项目", note: "" }],
};

const ROLES: FaceRole[] = ["fang_song", "kai", "hei", "biao_song", "song"];
const faces: FacesView = {
  folder: "/票决台/fonts",
  kept: null,
  roles: ROLES.map((role) => ({
    role,

    found: [
      {
        face: { family: "方正小标宋简体", index: 0, sha256: "5f".repeat(32) },
        origin: "beside",
        file: "/票决台/fonts/FZXBSJW.TTF",
      },
    ],
    missing: false,
    lent: role === "kai" ? "䶮𬱖" : "",
  })),
};

const SCREENS_THERE = ["HDMI-1", "HDMI-2"].map((name) => ({ name, width: 1920, height: 1080 }));

function views(step: StepName) {
  return {
    frame_view: frameAt(step),
    prepare_view: prepared(),
    sittings_view: sittings(),
    projects_view: afterwards(),
    floor_view: floor,
    count_view: step === "certify" ? countToCertify(false) : countToRule(),
    desk_view: step === "second_keying" ? desk() : freeDesk(),
    papers_view: papers,
    proposals_view: proposals(),
    record_view: records(),
    paper_text: { text: "# 会议记录", usual: "# 会议记录", template: false } satisfies PaperText,
    presets: presets(),
    hall_window: {
      open: true,
      has: "the_pushed",
      covers: null,
      screens: step === "announce_result" ? SCREENS_THERE : [],
    } satisfies HallWindow,
    hall_view: hallView(PICTURES.welcome as never),
    hall_room_view: hallRoom({ due: { scene: "result", round: 2, page: 0 } }),
    hall_preview: hallView(PICTURES.result as never),
    copies_view: {
      folder: "/media/秘书/优盘",
      same_disk: step === "describe",
      at: step === "certify" ? null : "2026-01-16T15:20:00+08:00",
      behind: step === "describe",
      trouble: step === "rule" ? { code: "gone" } : null,
    } satisfies CopiesView,
    about: {
      version: "0.4.0",
      commit: "5be16743a1c2",
      layout: 5,
      file: { layout: 5, papers: ["0.3.0", "0.4.0"] },
      licences: ["MIT OR Apache-2.0", "serde 1.0.228"],
    } satisfies About,
    start_view: { recent: [], folder: "文档/票决台", opened: null, failure: null } satisfies StartView,
  };
}

const rooms: Room[] = ["prepare", "floor", "count", "hall", "papers", "after", "archive"];

/** Every room, at the steps of the day that show it differently. */
const SCREENS: [Room, StepName, ((page: Page) => Promise<void>)?][] = [
  ...rooms.map((room): [Room, StepName] => [room, "describe"]),
  ["prepare", "roster"],
  ["prepare", "staff"],
  ["prepare", "ballot"],
  ["floor", "attendance"],
  ["count", "first_keying"],
  ["count", "second_keying"],
  ["count", "rule"],
  ["count", "certify"],
  ["hall", "announce_result"],
  [
    "after",
    "decision",
    async (page) => {
      await page.getByRole("button", { name: "开一次调度" }).click();
      await page.getByLabel("主持人").waitFor();
      await still(page);
    },
  ],
];

async function sitDown(page: Page): Promise<void> {
  await page.getByLabel(/复录/).check();
  await page.getByLabel("刘敏").check();
  await page.keyboard.press("Enter");
  await page.getByText("换人或换次").first().waitFor();
  // What the first Enter brought takes none for a moment.
  await page.waitForFunction(() => !document.documentElement.hasAttribute("data-settling"));
  await still(page);
}

/** Where buttons are that no room shows at once. */
const DEEPER: [Room, StepName, (page: Page) => Promise<void>][] = [
  ["count", "second_keying", sitDown],
  [
    "count",
    "second_keying",
    async (page) => {
      await sitDown(page);
      await page.keyboard.press("Enter");
      await page.getByText("张数不对").waitFor();
      await page.keyboard.press("1");
      await still(page);
    },
  ],
  [
    "count",
    "rule",
    async (page) => {
      await page.getByRole("button", { name: "已核对" }).first().click();
      await page.getByText("撤回裁定").waitFor();
      await still(page);
    },
  ],
];

describe("the operator's window has nothing against axe", () => {
  it("on the start screen", async () => {
    const page = await open(chromium, "index.html", [1280, 800], {
      start_view: views("describe").start_view,
    });
    await page.getByRole("heading").first().waitFor();
    expect(await violations(page)).toEqual([]);
    await page.close();
  });

  it("in the archive of a sealed session whose stick is gone", async () => {
    const sealed = { name: "苏文", at: "2026-01-16T18:05:00+08:00", reason: "会议闭幕，文书已印发齐全" };
    const page = await open(chromium, "index.html", [1024, 700], {
      ...views("rule"),
      frame_view: { ...frameAt("rule"), sealed },
      write_archive: { path: "/会议/青石镇-存档.zip", files: 31, sha256: "5f".repeat(32) },
    });
    await page.keyboard.press("Alt+7");
    await page.getByRole("button", { name: "写成存档" }).click();
    await page.getByText(/存档已核对/).waitFor();
    expect(await violations(page)).toEqual([]);
    await page.close();
  });

  it("on every kind of ruling", async () => {
    const count = countToRule();
    const slips = [{ pass: "first" as const, slipped: "skipped" as const, from: 5, to: 6, at: 5 }];
    const spelling = { contest: 0, sheets: 2, candidate: false };
    const names = [
      { ...spelling, name: "汪芳", into: "王芳" },
      { ...spelling, name: "王芳", into: null },
    ];
    const screens: Record<string, [CountView, string | null]> = {
      "a bundle out of step": [
        { ...count, slipped: [{ bundle: 3, planned: 10, first: 9, second: 10, slips }] },
        null,
      ],
      "a doubtful section": [{ ...count, differences: [] }, null],
      "spellings of a name": [{ ...count, names }, "核对姓名写法"],
      "nothing left": [{ ...count, differences: [], kinds: [], doubtful: [] }, null],
    };
    const found: Record<string, string[]> = {};
    for (const [screen, [view, chosen]] of Object.entries(screens)) {
      for (const size of [
        [1280, 800],
        [1024, 768],
      ] as const) {
        const page = await open(chromium, "index.html", size, { ...views("rule"), count_view: view });
        await page.getByRole("navigation").first().waitFor();
        await page.keyboard.press(`Alt+${rooms.indexOf("count") + 1}`);
        if (chosen) await page.getByRole("button", { name: chosen }).click();
        await still(page);
        const against = await violations(page);
        if (against.length > 0) found[`${screen}, ${size}`] = against;
        await page.close();
      }
    }
    expect(found).toEqual({});
  });

  it("on every step of a motion decided by hand", async () => {
    const seen = [
      { teller: "teller-1", hands: { counted: "minority" as const, against: 3, abstain: 1 } },
      { teller: "teller-2", hands: { counted: "minority" as const, against: 4, abstain: 1 } },
    ];
    const result = { for: 52, against: 3, abstain: 1, needed: 30, passed: true };
    const both = ["teller-1", "teller-2"];
    const outcome = { outcome: "counted" as const, result };
    const states: HandState[] = [
      { state: "prepared" },
      hands.put([]),
      hands.put(both, { compared: "differing", seen }),
      hands.put(both, { compared: "settled", result, ruled: true }),
      { state: "announced", all: 58, present: 56, outcome },
    ];
    const found: Record<string, string[]> = {};
    for (const state of states) {
      const page = await open(chromium, "index.html", [1280, 800], {
        ...views("open"),
        frame_view: { ...frameAt("open"), staff: hands.staff },
        floor_view: { ...floor, hand_votes: [hands.vote(state)] },
        hand_desk_view: hands.desk,
      });
      await page.getByRole("navigation").first().waitFor();
      await page.keyboard.press(`Alt+${rooms.indexOf("floor") + 1}`);
      await page.getByRole("button", { name: "举手表决" }).click();
      await still(page);
      const against = await violations(page);
      if (against.length > 0) found[JSON.stringify(state)] = against;
      await page.close();
    }
    expect(found).toEqual({});
  });

  it("on the style of the papers", async () => {
    const found: Record<string, string[]> = {};
    for (const size of [
      [1280, 800],
      [1024, 768],
    ] as const) {
      const page = await open(chromium, "index.html", size, {
        ...views("describe"),
        faces,
        preview_style: null,
      });
      await page.getByRole("navigation").first().waitFor();
      await page.keyboard.press(`Alt+${rooms.indexOf("papers") + 1}`);
      await page.getByRole("button", { name: "版式" }).click();
      await page.getByLabel("标题（小标宋）").waitFor();
      await still(page);
      const against = await violations(page);
      if (against.length > 0) found[size.join()] = against;
      await page.close();
    }
    expect(found).toEqual({});
  });

  it("in every room", async () => {
    const found: Record<string, string[]> = {};
    for (const [room, step] of SCREENS) {
      const page = await open(chromium, "index.html", [1280, 800], views(step));
      await page.getByRole("navigation").first().waitFor();
      await page.keyboard.press(`Alt+${rooms.indexOf(room) + 1}`);
      await still(page);
      const against = await violations(page);
      const broken = (await page.getByRole("main").count()) === 0 ? ["the room does not open"] : [];
      if (against.length + broken.length > 0) found[`${room}, ${step}`] = [...broken, ...against];
      await page.close();
    }
    expect(found).toEqual({});
  });

  it("says which vote on a ballot is under way however long the names are and whatever is counted", async () => {
    const round = {
      round: 3,
      label: label("选举人大主席、副主席、镇长、副镇长选票", {
        colour: "浅黄色",
        kind: { why: "redo", of: 2 },
      }),
      issued: 158,
      returned: 157,
      first: 157,
      second: 156,
    };
    const attendance = { all_deputies: 160, present: 158, observers: 12, quorum: 107, met: true };
    const hall = { scene: "counting" as const, round: 3, page: 0 };
    const frame_view = { ...frameAt("second_keying"), attendance, round, several: true, hall };
    for (const size of [
      [1280, 800],
      [1366, 768],
      [1920, 1080],
    ] as const) {
      for (const [tongue, word] of [
        ["zh", "重新投票"],
        ["en", "Vote again"],
      ] as const) {
        const page = await open(chromium, "index.html", size, { ...views("second_keying"), frame_view });
        await page.evaluate((kept) => localStorage.setItem("piaojue.language", kept), tongue);
        await page.reload();
        const bar = page.getByRole("banner");
        await bar.getByText("158").first().waitFor();
        await still(page);
        const cut = await bar.evaluate((it) =>
          [...it.querySelectorAll<HTMLElement>("span, b")]
            .filter((one) => one.childElementCount === 0 && one.scrollWidth > one.clientWidth + 1)
            .filter((one) => getComputedStyle(one).display !== "inline")
            .map((one) => one.textContent),
        );
        expect(
          cut.filter((text) => !text?.includes("选票")),
          `${size} ${tongue}`,
        ).toEqual([]);
        const which = await bar.getByText(word).boundingBox();
        const figure = await bar.locator(".round > span").nth(1).boundingBox();
        expect(which && figure && which.x + which.width <= figure.x, `${size} ${tongue}`).toBe(true);
        await page.close();
      }
    }
  });

  // No list of dialogs that one could be left out of: every button of every room is pressed, and whatever opens is looked at.
  it("in every dialog that a button of a room opens", { timeout: 240_000 }, async () => {
    const opened = new Set<string>();
    const found: Record<string, string[]> = {};
    for (const [room, step, walk] of [...SCREENS, ...DEEPER]) {
      const page = await open(chromium, "index.html", [1280, 800], { ...views(step), perform: null });
      const enter = async () => {
        await page.getByRole("navigation").first().waitFor();
        await page.keyboard.press(`Alt+${rooms.indexOf(room) + 1}`);
        await still(page);
        await walk?.(page);
        return page.evaluate(() => document.body.innerText);
      };
      let before = await enter();
      const buttons = page.locator("main button:enabled:visible");
      for (let index = 0; index < Math.min(await buttons.count(), 40); index += 1) {
        await buttons.nth(index).evaluate((button: HTMLElement) => button.click());
        await still(page);
        const dialog = page.locator("dialog[open]");
        const title =
          (await dialog.count()) > 0 ? await dialog.first().locator("h2").first().innerText() : null;
        if (title !== null && !opened.has(title)) {
          opened.add(title);
          const against = await violations(page);
          if (against.length > 0) found[`${room}, ${step}: ${title}`] = against;
        }
        if (title !== null || (await page.evaluate(() => document.body.innerText)) !== before) {
          await page.reload();
          before = await enter();
        }
      }
      await page.close();
    }
    expect(found).toEqual({});
    expect(opened.size, [...opened].join("、")).toBeGreaterThan(11);
  });
});
