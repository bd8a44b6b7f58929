import { fireEvent, render, screen, within } from "@testing-library/svelte";
import { tick } from "svelte";
import { describe, expect, it } from "vitest";
import App from "#ui/App.svelte";
import ReasonAsk from "#ui/frame/ReasonAsk.svelte";
import { session } from "#ui/frame/session.svelte";
import { answering, frameAt, prepared, presets } from "./shell";

const press = async (name: string | RegExp) => {
  const button = (await screen.findAllByRole("button", { name }))[0] as HTMLElement;
  button.focus();
  await fireEvent.click(button);
  await tick();
  await tick();
};
const focused = () => document.activeElement as HTMLInputElement;

function prepare(step: "roster" | "ballot") {
  answering({
    frame_view: () => frameAt(step),
    prepare_view: prepared,
    papers_view: () => ({ papers: [], agenda: [] }),
    presets,
  });
  render(App);
}

describe("a row that is added", () => {
  it.each([
    ["列席", "添加列席人员", "第 1 位列席人员的姓名"],
    ["工作人员", /添加计票人/u, "计票人 1"],
    ["上年项目", "添加一项", "第 1 项的名称"],
  ] as const)("has the focus: %s", async (page, button, field) => {
    prepare("roster");
    await press(new RegExp(`^${page}`, "u"));
    await press(button);
    expect(focused()).toBe(screen.getByLabelText(field));
  });

  it("has the focus in a ballot too, and is not hidden by what was looked for", async () => {
    prepare("ballot");
    await press("新建选票");
    await press("添加一项");
    expect(focused()).toBe(screen.getByLabelText("第 2 项的名称"));
    for (let row = 3; row <= 13; row += 1) await press("添加一项");
    const find = screen.getByLabelText("查找：汉字、拼音或首字母");
    await fireEvent.input(find, { target: { value: "没有" } });
    expect(screen.queryByLabelText("第 1 项的名称")).toBeNull();
    await press("添加一项");
    expect(focused()).toBe(screen.getByLabelText("第 14 项的名称"));
  });
});

describe("a reason that is chosen", () => {
  const staff = [{ id: "chief", name: "王芳", role: "chief_scrutineer" as const }];
  const ask = (pins: string[]) => {
    session.frame = { ...frameAt("certify"), staff, pins };
    render(ReasonAsk, {
      title: "重新打开",
      text: "",
      act: "打开",
      common: ["看错了"],
      duty: ["round", "reopen"],
      onact: async () => null,
      onclose: () => undefined,
    });
  };

  it("hands Enter on to what confirms it", async () => {
    ask([]);
    await press("看错了");
    expect(focused()).toBe(within(screen.getByRole("dialog")).getByRole("button", { name: /打开/u }));
  });

  it("goes on to the PIN where one is asked for", async () => {
    ask(["chief"]);
    await press("看错了");
    expect(focused().type).toBe("password");
  });
});
