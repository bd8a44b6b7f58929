import { fireEvent, render, screen, within } from "@testing-library/svelte";
import { describe, expect, it, vi } from "vitest";
import App from "#ui/App.svelte";
import type { ProjectsView } from "#ui/bindings";
import { navigation } from "#ui/frame/navigation.svelte";
import { dayOf, grouped, taskOf } from "#ui/rooms/after/after";
import { reviews } from "#ui/rooms/after/review.svelte";
import { listCandidates } from "#ui/rooms/prepare/ballot/rows";
import { afterwards, project } from "./after-fixtures";
import { choose } from "./choose";
import { answering, frameAt, plain } from "./shell";

type Performed = { room: string; command: Record<string, unknown> };

async function open(view: ProjectsView = afterwards()) {
  navigation.goTo("after");
  const { asked } = answering({
    frame_view: () => frameAt("decision"),
    projects_view: () => view,
    amount_of: ({ text }) => (/^\d+(\.\d+)?$/u.test(String(text)) ? Math.round(Number(text) * 10000) : null),
    start_view: () => ({ recent: [], folder: "", opened: null, failure: null }),
    perform: () => null,
  });
  render(App);
  await screen.findByRole("navigation", { name: "项目" });
  return () =>
    asked.filter((one) => one.name === "perform").map((one) => (one.args as { command: Performed }).command);
}

type Review = { id: number; held_on: string; lines: Record<string, unknown>[] };
const reviewIn = (one: Performed | undefined) => one?.command.review as Review;

const type = (field: HTMLElement, value: string) => fireEvent.input(field, { target: { value } });

describe("the list", () => {
  it("has what is late on top, and opens with it", async () => {
    await open();
    const list = screen.getByRole("navigation", { name: "项目" });
    const headings = within(list)
      .getAllByRole("heading")
      .map((one) => plain(one.textContent ?? ""));
    expect(headings).toEqual(["滞后", "实施中", "票决以前"]);
    expect(screen.getByRole("heading", { name: "山塘除险加固" })).toBeTruthy();
    expect(document.body.textContent).toMatch(/已逾期\s*12\s*天/u);
  });

  it("groups by how a project stands", () => {
    const groups = grouped([project(1, { standing: "completed" }), project(2)]);
    expect(groups.map(({ name, projects }) => [name, projects.length])).toEqual([
      ["going", 1],
      ["over", 1],
    ]);
  });

  it("takes over the rows of a ballot in one step", async () => {
    const performed = await open(
      afterwards({ projects: [], sheet: [], takeable: [{ ballot: "p", title: "票决票", rows: 12 }] }),
    );
    await fireEvent.click(screen.getByRole("button", { name: /接过“票决票”上的\s*12\s*项/u }));
    await vi.waitFor(() =>
      expect(performed()).toEqual([{ room: "projects", command: { do: "take_rows", ballot: "p" } }]),
    );
  });
});

describe("a review", () => {
  async function begin() {
    const performed = await open();
    await fireEvent.click(screen.getByRole("button", { name: "开一次调度" }));
    await screen.findByLabelText("山塘除险加固的进度%");
    return performed;
  }

  it("records ten projects with one command, what stood before overtyped", async () => {
    const performed = await begin();
    await type(screen.getByLabelText("山塘除险加固的进度%"), "35");
    await type(screen.getByLabelText("山塘除险加固的已付（万元）"), "12.5");
    await type(screen.getByLabelText("通村公路硬化的现场情况"), "路基已成");
    await fireEvent.keyDown(document.body, { key: "s", ctrlKey: true });
    await vi.waitFor(() => expect(performed()).toHaveLength(1));
    const review = reviewIn(performed()[0]);
    expect([performed()[0]?.command.do, review.id, review.held_on]).toEqual(["hold_review", 1, "2026-05-12"]);
    expect(review.lines).toHaveLength(10);
    expect(review.lines[0]).toMatchObject({
      project: 2,
      percent: 35,
      paid: 125000,
      task: { who: "镇水利站", what: "清运渣土", by: "2026-05-20" },
    });
    expect(review.lines[1]).toMatchObject({ project: 1, seen: "路基已成", task: null });
  });

  it("goes down a column with Enter", async () => {
    await begin();
    const first = screen.getByLabelText("山塘除险加固的现场情况");
    first.focus();
    await fireEvent.keyDown(first, { key: "Enter" });
    expect(document.activeElement).toBe(screen.getByLabelText("通村公路硬化的现场情况"));
  });

  it("leaves out what is not ticked, and asks for a whole task", async () => {
    const performed = await begin();
    await fireEvent.click(screen.getByLabelText("高标准农田的登记"));
    await type(screen.getByLabelText("幼儿园改扩建的改什么"), "补齐护栏");
    expect((await screen.findByRole("alert")).textContent).toBe("整改要写明事项和时限");
    await fireEvent.keyDown(document.body, { key: "s", ctrlKey: true });
    expect(performed()).toHaveLength(0);
    await type(screen.getByLabelText("幼儿园改扩建的何时前"), "6-1");
    await fireEvent.keyDown(document.body, { key: "s", ctrlKey: true });
    await vi.waitFor(() => expect(performed()).toHaveLength(1));
    const { lines } = reviewIn(performed()[0]);
    expect(lines).toHaveLength(9);
    expect(lines.find((line) => line.project === 3)).toMatchObject({ task: { by: "2026-06-01" } });
  });

  it("keeps what was typed while the person walks through other rooms", async () => {
    await begin();
    await type(screen.getByLabelText("山塘除险加固的现场情况"), "坝体已压实");
    navigation.goTo("archive");
    await screen.findByRole("main", { name: "存档" });
    navigation.goTo("after");
    await fireEvent.click(await screen.findByRole("button", { name: "开一次调度" }));
    const field = await screen.findByLabelText<HTMLInputElement>("山塘除险加固的现场情况");
    expect(field.value).toBe("坝体已压实");
    expect(reviews.unsaved).toBe(true);
  });
});

describe("a project", () => {
  it("is screened with a reason that its proposer is told", async () => {
    const performed = await open();
    await fireEvent.click(screen.getByRole("button", { name: /项目\s?11/u }));
    await fireEvent.click(await screen.findByRole("button", { name: /^筛选/u }));
    await choose(await screen.findByLabelText("去向"), "kept");
    await type(await screen.findByLabelText("理由（记入会议记录）"), "资金没有落实");
    await fireEvent.click(screen.getByRole("button", { name: /记录筛选结果/u }));
    await vi.waitFor(() => expect(performed()).toHaveLength(1));
    expect(performed()[0]?.command).toEqual({
      do: "screen",
      projects: [11],
      screening: { as: "kept" },
      reason: "资金没有落实",
    });
  });

  it("is watched over by deputies, found by name", async () => {
    const performed = await open();
    await fireEvent.click(screen.getByRole("button", { name: "监督分工" }));
    await choose(await screen.findByLabelText("组长"), "n2");
    await fireEvent.click(screen.getByRole("checkbox", { name: /陆𬱖生/u }));
    await fireEvent.click(screen.getByRole("button", { name: /确定，共\s*2\s*名代表/u }));
    await vi.waitFor(() => expect(performed()).toHaveLength(1));
    expect(performed()[0]?.command).toMatchObject({
      do: "supervise",
      supervision: { head: { number: 2 }, members: [{ number: 4, name: "陆𬱖生" }], presidium: null },
    });
  });

  it("opens one dialog after the other, each with what is on record", async () => {
    const supervision = {
      head: { number: 1, name: "陈志远" },
      members: [{ number: 3, name: "买买提·艾力" }],
      presidium: { number: 1, name: "陈志远" },
    };
    const plan = {
      aims: "按期完成",
      steps: [{ by: "2026-06-30", percent: 60, what: "主体" }],
      safeguards: "",
    };
    const view = afterwards();
    await open({ ...view, projects: [project(2, { supervision, plan }), ...view.projects.slice(1)] });
    for (const [act, label] of [
      ["登记进展", "现场情况"],
      ["监督分工", "联系主席团成员"],
      ["实施计划", "第 1 步的日期"],
      ["调整", "决定日期"],
      ["完成", "完成日期"],
      ["未完成说明", "下步措施"],
    ] as const) {
      await fireEvent.click(screen.getByRole("button", { name: new RegExp(`^${act}`, "u") }));
      await screen.findByLabelText(label);
      await fireEvent.click(screen.getByRole("button", { name: /^取消/u }));
      await vi.waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
    }
  });
});

describe("what is typed", () => {
  it("is a day with or without its year", () => {
    expect(["5-1", "5月1日", "2027-3-31", "2月30日", "明天"].map((text) => dayOf(text, "2026"))).toEqual([
      "2026-05-01",
      "2026-05-01",
      "2027-03-31",
      "",
      "",
    ]);
  });

  it("is a whole task, none, or half of one", () => {
    expect(taskOf("", " ", "", "2026")).toBeNull();
    expect(taskOf("镇水利站", "清运", "", "2026")).toBe("half");
    expect(taskOf("", "清运", "5-20", "2026")).toEqual({ who: "", what: "清运", by: "2026-05-20" });
  });

  it("fills a ballot from the candidates, behind the rows there are", () => {
    const entry = {
      contest: {
        id: "p",
        title: "项目",
        options: [
          { id: "1", name: "旧有" },
          { id: "2", name: "" },
        ],
        kind: "selection",
      },
      projects: [project(1).facts.project, project(1).facts.project],
      symbols: [],
    };
    const candidate = { name: "饮水安全提升", project: { ...project(4).facts.project, of: 4 } };
    listCandidates(entry as never, [candidate]);
    expect(entry.contest.options.map((option) => option.name)).toEqual(["旧有", "饮水安全提升"]);
    expect(entry.projects.map((one) => (one as { of?: number }).of)).toEqual([undefined, 4]);
  });
});
