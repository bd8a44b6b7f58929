// How long the largest session there may be keeps whoever types in it waiting: from a key or a click to the painted page, as the
// browser itself times it. Recorded, never judged: the machine may be doing something else.
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Ballot, Deputy, PrepareView } from "#ui/bindings";
import { frameAt, prepared, preparedBallot, presets, settingsOf } from "../shell";
import { browser, open, still } from "./browser";

let chromium: Browser;
beforeAll(async () => {
  chromium = await browser();
});
afterAll(() => chromium?.close());

const deputies: Deputy[] = Array.from({ length: 3000 }, (_, at) => ({
  number: at + 1,
  name: `代表${at + 1}`,
  sex: at % 2 === 0 ? "男" : "女",
  ethnicity: "汉族",
  delegation: `第${(at % 20) + 1}代表团`,
  post: "镇农业农村综合服务中心主任",
  note: "",
}));

function largeBallot(): Ballot {
  const preset = presets().presets[0];
  if (!preset) throw new Error("no preset");
  const ballot = structuredClone({ ...preset.ballot, id: "b1", contests: [preset.contest] });
  const entry = ballot.contests[0];
  if (!entry) throw new Error("no contest");
  const rows = Array.from({ length: 500 }, (_, at) => String(at + 1));
  const facts = { funding: "县级补助", unit: "镇村镇建设办", person: "卢晓东", deadline: "2027年12月" };
  entry.contest.options = rows.map((id) => ({ id, name: `石桥村至柳树村道路硬化工程${id}` }));
  entry.projects = rows.map(() => ({ content: "新建道路硬化，惠及七个村", investment: 3_000_000, ...facts }));
  return ballot;
}

function at(step: "roster" | "ballot"): Promise<Page> {
  const ballot = largeBallot();
  const view: PrepareView = { ...prepared(), deputies, ballots: [preparedBallot(ballot)] };
  return open(chromium, "index.html", [1366, 768], {
    frame_view: frameAt(step),
    prepare_view: view,
    papers_view: { papers: [], agenda: [] },
    start_view: { recent: [], folder: "", opened: "/a.piaojue", failure: null },
    presets: presets(),
    spellings: deputies.map((one) => `daibiao${one.number} db${one.number}`),
    ballot_settings: settingsOf(ballot),
    ballot_hindrances: [],
    preview_ballot: null,
  });
}

type Work = { script: number; layout: number; all: number };

/** What the page's own thread has worked so far, in milliseconds of processor time, whatever else the machine does. */
async function working(page: Page): Promise<() => Promise<Work>> {
  const client = await page.context().newCDPSession(page);
  await client.send("Performance.setTimeDomain", { timeDomain: "threadTicks" });
  await client.send("Performance.enable");
  return async () => {
    const { metrics } = await client.send("Performance.getMetrics");
    const of = (name: string) => (metrics.find((one) => one.name === name)?.value ?? 0) * 1000;
    const layout = of("LayoutDuration") + of("RecalcStyleDuration");
    return { script: of("ScriptDuration"), layout, all: of("TaskDuration") };
  };
}

/** Has the browser time every key and click from now on. */
async function timed(page: Page): Promise<void> {
  await page.evaluate(() => {
    const kept = window as unknown as { slowest: number; met: number };
    Object.assign(kept, { slowest: 0, met: 0 });
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) {
        kept.slowest = Math.max(kept.slowest, duration);
        kept.met += 1;
      }
    }).observe({ type: "event", durationThreshold: 16 } as PerformanceObserverInit);
  });
}

/** The slowest key or click of an act, in milliseconds; 16 and less is one frame. */
async function slowest(page: Page, act: () => Promise<unknown>): Promise<number> {
  await page.evaluate(() => Object.assign(window, { slowest: 0 }));
  await act();
  await page.waitForTimeout(700);
  return page.evaluate(() => (window as unknown as { slowest: number }).slowest);
}

async function recorded(page: Page, acts: Record<string, () => Promise<unknown>>): Promise<number> {
  await still(page);
  await timed(page);
  const worked = await working(page);
  const figure = (time: number) => String(Math.round(time)).padStart(5);
  const rows: string[] = [];
  for (const [name, act] of Object.entries(acts)) {
    const before = await worked();
    const time = await slowest(page, act);
    const after = await worked();
    const parts = (["script", "layout", "all"] as const).map((part) => figure(after[part] - before[part]));
    rows.push(`${figure(time)} ms  ${parts.join("")} ms of work  ${name}`);
  }
  console.info(`painted    script, layout, all\n${rows.join("\n")}`);
  return rows.length;
}

describe("the largest session", () => {
  it("a ballot of 500 options", async () => {
    const page = await at("ballot");
    const name = page.getByLabel("第 3 项的名称");
    await name.waitFor();
    const acts = {
      "a letter in the name of an option": () => name.pressSequentially("扩建", { delay: 60 }),
      "a figure in the seats": () => page.getByLabel("应选").pressSequentially("2", { delay: 60 }),
      "a letter in the title": () => page.getByLabel("选票标题").pressSequentially("甲", { delay: 60 }),
      "a row moved down by its button": () =>
        page
          .getByLabel(/^下移：.*扩建/u)
          .first()
          .click(),
      "a row moved up by keys": () => name.press("Alt+ArrowUp"),
      "a row added": () => page.getByRole("button", { name: "添加一项" }).click(),
      "a row removed": () =>
        page
          .getByLabel(/^删除：/u)
          .nth(4)
          .click(),
      "the last act taken back": () => page.keyboard.press("Control+z"),
      "a setting opened": () => page.getByRole("button", { name: /通过门槛/u }).click(),
      "a threshold chosen": () => page.getByLabel("通过门槛", { exact: true }).selectOption("two_thirds"),
      "a name looked for": () => page.getByRole("searchbox").first().pressSequentially("499", { delay: 60 }),
      "another page": () => page.getByRole("button", { name: /^代表/u }).click(),
      "and back": () => page.getByRole("button", { name: /^选票/u }).click(),
    };
    expect(await recorded(page, acts)).toBe(Object.keys(acts).length);
  });

  it("a roster of 3,000", async () => {
    const page = await at("roster");
    await page.getByText("代表1", { exact: true }).waitFor();
    const find = page.getByRole("searchbox");
    const acts = {
      "a letter looked for": () => find.pressSequentially("2999", { delay: 60 }),
      "the search emptied": () => find.press("Control+a").then(() => find.press("Delete")),
      "a deputy opened": () => page.getByLabel(/^修改代表：代表.?2$/u).click(),
      "a letter in their name": () =>
        page.getByRole("dialog").getByLabel("姓名").pressSequentially("甲", { delay: 60 }),
      "and closed": () => page.keyboard.press("Escape"),
    };
    expect(await recorded(page, acts)).toBe(Object.keys(acts).length);
  });
});
