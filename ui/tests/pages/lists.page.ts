// Long lists in the built pages: what is drawn is what can be seen.
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Deputy, PrepareView, TableLook } from "#ui/bindings";
import { frameAt, prepared, preparedBallot, presets } from "../shell";
import { browser, open, still, violations } from "./browser";

let chromium: Browser;
beforeAll(async () => {
  chromium = await browser();
});
afterAll(() => chromium?.close());

const deputies: Deputy[] = Array.from({ length: 3000 }, (_, at) => ({
  number: at + 1,
  name: `代表${at + 1}`,
  sex: "",
  ethnicity: "汉族",
  delegation: `第${(at % 20) + 1}代表团`,
  post: at % 3 === 0 ? "青石镇云岭村党支部书记、村民委员会主任，镇农业农村综合服务中心兼职指导员" : "村民",
  note: "",
}));

function withOptions(count: number): PrepareView {
  const preset = presets().presets[0];
  if (!preset) throw new Error("no preset");
  const ballot = structuredClone({ ...preset.ballot, id: "b1", contests: [preset.contest] });
  const entry = ballot.contests[0];
  if (!entry) throw new Error("no contest");
  const rows = Array.from({ length: count }, (_, at) => String(at + 1));
  entry.contest.options = rows.map((id) => ({ id, name: `项目${id}` }));
  entry.projects = rows.map(() => ({
    content: "",
    investment: 10000,
    funding: "",
    unit: "站",
    person: "",
    deadline: "",
  }));
  return {
    ...prepared(),
    ballots: [preparedBallot(ballot, { deletable: true })],
  };
}

const look: TableLook = {
  file: "",
  preview: {
    list: "deputies",
    headings: ["编号", "姓名", "性别", "民族", "代表团", "单位职务", "备注"],
    sheet: null,
    heading: 1,
    columns: [],
    dispensable: [],
    rows: deputies.map((one, at) => ({
      line: at + 2,
      block: 0,
      cells: [String(one.number), one.name, "男", "汉族", one.delegation, one.post, ""],
      change: { is: "new" },
    })),
    missing: [["9001", "周建国", "男", "汉族", "", "", ""]],
    keep: true,
    faults: [
      { place: { line: 3, column: "性别", cell: "C3" }, value: "", code: "missing" },
      { place: { line: 1, column: "民族", cell: null }, value: "", code: "missing_column" },
    ],
    notes: [
      { code: "row_skipped", line: 3002, row: "total", text: "合计" },
      { code: "filled_down", column: "代表团", value: "一团", from: 2, first: 3, last: 9, merged: false },
    ],
  },
};

function at(step: "roster" | "ballot", view: PrepareView): Promise<Page> {
  return open(chromium, "index.html", [1366, 768], {
    frame_view: frameAt(step),
    prepare_view: view,
    papers_view: { papers: [], agenda: [] },
    start_view: { recent: [], folder: "", opened: "/a.piaojue", failure: null },
    presets: presets(),
    spellings: [],
    look_at_table: look,
  });
}

const drawn = (page: Page) => page.locator("tbody tr:not([aria-hidden])").count();

/** Scrolls what scrolls to its end. */
async function toTheEnd(page: Page) {
  await page.evaluate(() => {
    for (const box of document.querySelectorAll("*")) {
      if (/auto|scroll/u.test(getComputedStyle(box).overflowY)) box.scrollTop = box.scrollHeight;
    }
  });
  await still(page);
}

describe("a roster of 3,000", () => {
  it("is drawn as far as it is seen, at the top and at the end", async () => {
    const page = await at("roster", { ...prepared(), deputies });
    await page.getByText("代表1", { exact: true }).waitFor();
    await still(page);
    expect(await drawn(page)).toBeLessThanOrEqual(200);
    await toTheEnd(page);
    await page.getByText("代表3000", { exact: true }).waitFor();
    expect(await drawn(page)).toBeLessThanOrEqual(200);
    expect(await page.getByText("代表1", { exact: true }).count()).toBe(0);
  });

  it("comes in through a preview that is drawn so too, without barriers", async () => {
    const page = await at("roster", { ...prepared(), deputies: [] });
    await page.getByRole("button", { name: "导入…" }).click();
    await page.getByText("代表 1", { exact: true }).waitFor();
    await still(page);
    expect(await drawn(page)).toBeLessThanOrEqual(200);
    expect(await violations(page)).toEqual([]);
  });
});

describe("a ballot of 500 rows", () => {
  it("is drawn as far as it is seen", async () => {
    const page = await at("ballot", withOptions(500));
    await page.getByLabel("第 1 项的名称").waitFor();
    await still(page);
    expect(await drawn(page)).toBeLessThanOrEqual(200);
    await toTheEnd(page);
    await page.getByLabel("第 500 项的名称").waitFor();
    expect(await drawn(page)).toBeLessThanOrEqual(200);
  });
});
