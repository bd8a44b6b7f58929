import { fireEvent, render, screen, within } from "@testing-library/svelte";
import { tick } from "svelte";
import { describe, expect, it } from "vitest";
import App from "../src/App.svelte";
import type { Ballot } from "../src/bindings/Ballot";
import type { PrepareView } from "../src/bindings/PrepareView";
import { newSelection } from "../src/rooms/prepare/defaults";
import { answering, frameAt, prepared } from "./shell";

const others = {
  papers_view: () => ({ papers: [] }),
  start_view: () => ({ recent: [], folder: "/票决台", opened: "/票决台/会议.piaojue", failure: null }),
};

function inPrepare(view: PrepareView, perform: () => unknown = () => null) {
  return answering({ frame_view: () => frameAt("ballot"), prepare_view: () => view, perform, ...others });
}

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
    await fireEvent.click(await screen.findByText("新建民生实事票决票"));
    await type("选票标题", "2026年度票决票");
    await type("应选", "1");
    await type("第 1 项的名称", "路灯亮化工程");
    await press("添加一项");
    await type("第 2 项的名称", "山塘水库除险加固");
    await fireEvent.click(screen.getByLabelText("上移：山塘水库除险加固"));
    await press("保存");

    const wanted: Ballot = { ...newSelection("", 2026), title: "2026年度票决票" };
    const entry = wanted.contests[0];
    if (!entry) throw new Error("a new ballot has a contest");
    entry.contest.options = [
      { id: "2", name: "山塘水库除险加固" },
      { id: "1", name: "路灯亮化工程" },
    ];
    entry.projects = [...entry.projects, ...entry.projects];
    const [given] = commands(asked) as [{ actor: string; command: { command: { ballot: Ballot } } }];
    expect(given.actor).toBe("secretary-1");
    expect({ ...given.command.command.ballot, id: "" }).toEqual(wanted);
  });

  it("says in place why it was not saved, and keeps what was typed", async () => {
    inPrepare(prepared(), () => {
      throw { kind: "refused", refusal: { code: "option_without_name", contest: "民生实事", row: 1 } };
    });
    render(App);
    await fireEvent.click(await screen.findByText("新建民生实事票决票"));
    await type("选票标题", "改过的标题");
    await press("保存");
    await screen.findByText(/第 1 行没有名称/);
    expect((screen.getByLabelText("选票标题") as HTMLInputElement).value).toBe("改过的标题");
  });

  it("cannot be changed once the ballot is issued", async () => {
    const ballot = newSelection("b1", 2026);
    const view = {
      ...prepared(),
      ballots: [{ ballot, issued: true, printed: true, problem: null, concerns: [], departures: [] }],
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
    await fireEvent.keyDown(document.body, { key: "6", altKey: true });
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
