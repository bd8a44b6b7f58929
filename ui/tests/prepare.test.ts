import { fireEvent, render, screen, within } from "@testing-library/svelte";
import { tick } from "svelte";
import { describe, expect, it } from "vitest";
import App from "#ui/App.svelte";
import type { Ballot, PrepareView } from "#ui/bindings";
import { ballotFrom } from "#ui/rooms/prepare/ballot/begin";
import { choose } from "./choose";
import { answering, frameAt, prepared, presets } from "./shell";

const others = {
  papers_view: () => ({ papers: [], agenda: [] }),
  presets,
  start_view: () => ({ recent: [], folder: "/票决台", opened: "/票决台/会议.piaojue", failure: null }),
};

function inPrepare(
  view: PrepareView,
  perform: () => unknown = () => null,
  more: Record<string, () => unknown> = {},
) {
  const views = { frame_view: () => frameAt("ballot"), prepare_view: () => view, perform };
  return answering({ ...views, ...others, ...more });
}

/** A new ballot of this kind, as the form begins it. */
function newBallot(id: string): Ballot {
  const preset = presets().presets.find((one) => one.id === id);
  if (!preset) throw new Error(`no preset ${id}`);
  return ballotFrom(preset, "");
}

async function begin(kind: string) {
  await choose(await screen.findByLabelText("新选票的种类"), kind);
  await press("新建选票");
}

const saved = (asked: { name: string; args: Record<string, unknown> }[]) => {
  const [given] = commands(asked) as [{ actor: string; command: { command: { ballot: Ballot } } }];
  return { actor: given.actor, ballot: { ...given.command.command.ballot, id: "" } };
};

const commands = (asked: { name: string; args: Record<string, unknown> }[]) =>
  asked.filter((one) => one.name === "perform").map((one) => one.args);

const type = (label: string, typed: string) =>
  fireEvent.input(screen.getByLabelText(label), { target: { value: typed } });

const press = async (name: string) => {
  await fireEvent.click(screen.getByText(name).closest("button") as HTMLButtonElement);
  await tick();
};

describe("the ballot form", () => {
  it("saves what was typed, with the defaults of 民生实事票决 for the rest", async () => {
    const { asked } = inPrepare(prepared());
    render(App);
    await begin("selection");
    await type("选票标题", "2026年度票决票");
    await type("应选", "1");
    await type("第 1 项的名称", "路灯亮化工程");
    await press("添加一项");
    await type("第 2 项的名称", "山塘水库除险加固");
    await fireEvent.click(screen.getByLabelText("上移：山塘水库除险加固"));
    await press("保存");

    const wanted: Ballot = { ...newBallot("selection"), title: "2026年度票决票" };
    const entry = wanted.contests[0];
    if (!entry) throw new Error("a new ballot has a contest");
    entry.contest.options = [
      { id: "2", name: "山塘水库除险加固" },
      { id: "1", name: "路灯亮化工程" },
    ];
    entry.projects = [...entry.projects, ...entry.projects];
    expect(saved(asked)).toEqual({ actor: "secretary-1", ballot: wanted });
  });

  it("puts candidates in the order of their strokes with all that is known of them, and names what is left to decide", async () => {
    const order = { order: [1, 0], undecided: [{ names: [1, 0], why: "same_strokes" }] };
    const { asked } = inPrepare(prepared(), () => null, {
      order_by_strokes: () => order,
      order_after_primary: () => [0, 1],
    });
    render(App);
    await begin("deputy");
    await type("第 1 项的名称", "田富");
    await press("添加候选人");
    await type("第 2 项的名称", "田大利");
    await fireEvent.click(screen.getByLabelText("候选人资料：田大利"));
    const dialog = within(screen.getByRole("dialog"));
    await choose(dialog.getByLabelText("提名人"), "deputies");
    await fireEvent.input(dialog.getByLabelText("领衔代表"), { target: { value: "刘敏" } });
    await fireEvent.input(dialog.getByLabelText("联名人数"), { target: { value: "12" } });
    await fireEvent.input(dialog.getByLabelText("预选得票"), { target: { value: "31" } });
    await fireEvent.click(dialog.getByText("完成"));
    await press("排序");
    await choose(screen.getByLabelText("选票上的顺序"), "primary_votes");
    await press("排序");
    await choose(screen.getByLabelText("选票上的顺序"), "name_strokes");
    await screen.findByText(/先后由您定：田大利、田富/);
    await press("保存");
    expect(asked.find(({ name }) => name === "order_after_primary")?.args).toEqual({ votes: [31, null] });
    const entry = saved(asked).ballot.contests[0];
    expect(entry?.contest.options.map((option) => option.name)).toEqual(["田大利", "田富"]);
    expect(entry?.election?.nominees.map((nominee) => nominee.nominator)).toEqual([
      { by: "deputies", first: "刘敏", signed: 12 },
      { by: "presidium" },
    ]);
  });

  it("lists last year's projects for their evaluation, and weighs grades and levels as typed", async () => {
    const project = {
      content: "",
      investment: 865000,
      funding: "",
      unit: "农业办",
      person: "",
      deadline: "",
    };
    const past = { year: 2025, projects: [{ name: "路灯亮化工程", project, done: true, state: "" }] };
    const { asked } = inPrepare({ ...prepared(), past });
    render(App);
    await begin("evaluation");
    await press("列入上年项目");
    await fireEvent.click(screen.getByLabelText("按权重计满意率"));
    await type("基本满意的权重", "60");
    await choose(screen.getByLabelText("评定等次"), "rate");
    await type("第 2 等的名称", "一般");
    await press("加一档");
    await type("第 4 档", "差");
    await press("保存");
    const entry = saved(asked).ballot.contests[0];
    expect(entry?.contest.options).toEqual([{ id: "1", name: "路灯亮化工程" }]);
    expect(entry?.projects).toEqual([project]);
    expect(entry?.symbols.map((one) => one.mark)).toEqual([0, 1, 2, 3]);
    expect(entry?.assessment).toEqual({
      weights: [100, 60, 0, 0],
      abstention: "abstain",
      abstention_base: "counted",
      levels: {
        by: "rate",
        bands: [
          { label: "优", at_least: 9000 },
          { label: "一般", at_least: 0 },
        ],
      },
    });
  });

  it("gives the rows of an evaluation their noun, headings and remarks, and each level its own half", async () => {
    const { asked } = inPrepare(prepared());
    render(App);
    await begin("evaluation");
    await type("第 1 项的名称", "财政所");
    await press("添加一项");
    await type("第 2 项的名称", "卫生院");
    await fireEvent.click(screen.getByLabelText("分类列出"));
    await type("第 1 行的类别", "党政机构");
    await type("第 2 行的类别", "事业单位");
    await press("添加一项");
    await fireEvent.click(screen.getByLabelText("上移：卫生院"));
    await fireEvent.click(screen.getByLabelText("删除："));
    await type("一行叫什么", "部门");
    await fireEvent.click(screen.getByLabelText("票上印“意见建议”栏"));
    await fireEvent.click(screen.getByLabelText("公布每项各等次的占比"));
    await fireEvent.click(screen.getByLabelText("公布总体满意率（各项合并计算）"));
    await choose(screen.getByLabelText("评定等次"), "counts");
    await fireEvent.click(screen.getByLabelText("各等次分别规定"));
    await choose(screen.getByLabelText("恰好一半：“基本满意”"), "not_enough");
    await press("保存");
    const entry = saved(asked).ballot.contests[0];
    expect(entry?.contest.options.map((option) => option.name)).toEqual(["卫生院", "财政所"]);
    expect(entry?.headings).toEqual(["事业单位", "党政机构"]);
    expect([entry?.row_noun, entry?.remarks]).toEqual(["部门", true]);
    expect(entry?.assessment?.levels).toEqual({
      by: "counts",
      at_half: "enough",
      by_level: ["enough", "not_enough"],
    });
    expect([entry?.assessment?.shares, entry?.assessment?.overall]).toEqual([true, true]);
  });

  it("asks several questions on one ballot, each under an id of its own", async () => {
    const { asked } = inPrepare(prepared());
    render(App);
    await begin("deputy");
    await choose(screen.getByLabelText("所加一项的种类"), "deputy");
    await press("同一张选票上再加一项");
    await press("同一张选票上再加一项");
    await fireEvent.click(screen.getAllByText("去掉这一项")[1] as HTMLElement);
    await press("保存");
    expect(saved(asked).ballot.contests.map((entry) => entry.contest.id)).toEqual(["deputy", "deputy-3"]);
  });

  it("shows no more to the hall than an election that is added to the sheet allows", async () => {
    const { asked } = inPrepare(prepared());
    render(App);
    await begin("selection");
    await choose(screen.getByLabelText("所加一项的种类"), "deputy");
    await press("同一张选票上再加一项");
    await press("保存");
    expect(saved(asked).ballot.hall).toBe("progress");
  });

  it("says where candidates or settings are not what the law asks for, and keeps the reason given", async () => {
    const ballot = { ...newBallot("deputy"), id: "b1" };
    const view: PrepareView = {
      ...prepared(),
      ballots: [
        {
          ballot,
          issued: false,
          deletable: false,
          printed: false,
          problem: null,
          concerns: [
            { concern: "candidates", contest: "选举副镇长", candidates: 1, seats: 1, least: 2, most: 4 },
          ],
          departures: [{ departure: "quorum", quorum: [1, 2] }],
        },
      ],
    };
    const { asked } = inPrepare(view);
    render(App);
    await screen.findByText(/组织法第二十七条/);
    await screen.findByText(/组织法第十四条/);
    await choose(screen.getByLabelText("法定人数"), "half");
    await type("与法律不符的设置，写明理由", "试点方案");
    await press("保存");
    expect(saved(asked).ballot).toMatchObject({ quorum: [1, 2], departure_reason: "试点方案" });
  });

  it("says in place why it was not saved, and keeps what was typed", async () => {
    inPrepare(prepared(), () => {
      throw { kind: "refused", refusal: { code: "option_without_name", contest: "民生实事", row: 1 } };
    });
    render(App);
    await begin("selection");
    await type("选票标题", "改过的标题");
    await press("保存");
    await screen.findByText(/第 1 行没有名称/);
    expect((screen.getByLabelText("选票标题") as HTMLInputElement).value).toBe("改过的标题");
  });

  it("brings the blank ballot that goes with a blank row", async () => {
    const { asked } = inPrepare(prepared());
    render(App);
    await begin("selection");
    await choose(screen.getByLabelText("空白栏"), "for");
    await type("第 1 项的名称", "路灯亮化工程");
    await press("保存");
    const rule = saved(asked).ballot.contests[0]?.contest.rule;
    expect(rule).toMatchObject({ blank_row: "for", blank_section: "by_row" });
  });

  it("cannot be changed once the ballot is issued", async () => {
    const ballot = { ...newBallot("selection"), id: "b1" };
    const view = {
      ...prepared(),
      ballots: [
        {
          ballot,
          issued: true,
          deletable: false,
          printed: true,
          problem: null,
          concerns: [],
          departures: [],
        },
      ],
    };
    inPrepare(view);
    render(App);
    await screen.findByText("这张选票已经发出，内容不能再改。");
    expect((screen.getByLabelText("选票标题") as HTMLInputElement).disabled).toBe(true);
    expect(screen.queryByText("保存")).toBeNull();
  });
});

describe("what was typed and not saved", () => {
  it("is still there after a walk through another room, and gone when discarded", async () => {
    inPrepare(prepared());
    render(App);
    await fireEvent.click(await screen.findByText("会议"));
    await type("会场", "镇中心学校礼堂");
    await fireEvent.keyDown(document.body, { key: "7", altKey: true });
    await screen.findByText("关闭会议，回到开始页");
    await fireEvent.keyDown(document.body, { key: "1", altKey: true });
    await fireEvent.click(await screen.findByText("会议"));
    expect((screen.getByLabelText("会场") as HTMLInputElement).value).toBe("镇中心学校礼堂");
    await press("放弃修改");
    expect((screen.getByLabelText("会场") as HTMLInputElement).value).toBe("镇政府三楼会议室");
  });
});

describe("the roster", () => {
  it("finds by any field and saves one deputy as typed", async () => {
    const { asked } = inPrepare(prepared());
    render(App);
    await fireEvent.click(await screen.findByText("代表"));
    await fireEvent.input(screen.getByRole("searchbox"), { target: { value: "人大主席" } });
    expect(screen.queryByText("刘敏")).toBeNull();
    await fireEvent.click(screen.getByLabelText("修改代表：陈志远"));
    const dialog = within(screen.getByRole("dialog"));
    await fireEvent.input(dialog.getByLabelText("备注"), { target: { value: "青石村" } });
    await fireEvent.click(dialog.getByText("保存"));
    expect(commands(asked)).toEqual([
      {
        actor: "secretary-1",
        command: {
          room: "people",
          command: { do: "save_deputy", deputy: { ...prepared().deputies[0], note: "青石村" } },
        },
      },
    ]);
  });
});
