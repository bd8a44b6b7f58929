import { fireEvent, render, screen, within } from "@testing-library/svelte";
import { tick } from "svelte";
import { describe, expect, it, vi } from "vitest";
import App from "#ui/App.svelte";
import type { PrepareView, StepName } from "#ui/bindings";
import { navigation } from "#ui/frame/navigation.svelte";
import { session } from "#ui/frame/session.svelte";
import { answering, frameAt, plain, prepared, presets } from "./shell";

const observers = [
  { name: "郑少华", post: "书记" },
  { name: "宋文静", post: "所长" },
];

function prepare(view: Partial<PrepareView> = {}, step: StepName = "roster") {
  return answering({
    frame_view: () => frameAt(step),
    prepare_view: () => ({ ...prepared(), ...view }),
    papers_view: () => ({ papers: [], agenda: [] }),
    presets,
    perform: () => null,
  });
}

const press = async (name: string | RegExp) => {
  await fireEvent.click((await screen.findAllByRole("button", { name }))[0] as HTMLElement);
  await tick();
};
const undo = () => screen.queryByRole("button", { name: /撤销/u });
const ctrlZ = () => fireEvent.keyDown(document.body, { key: "z", ctrlKey: true });
const performed = (asked: { name: string }[]) => asked.filter(({ name }) => name === "perform").length;

async function deleteDeputy() {
  const shell = prepare();
  render(App);
  await press("修改代表：刘敏");
  await fireEvent.click(within(screen.getByRole("dialog")).getByRole("button", { name: "从名册中删除" }));
  await screen.findByText("已删除刘敏");
  return shell;
}

describe("what was done last", () => {
  it("says on its button what would be taken back, and afterwards what was", async () => {
    const { asked } = await deleteDeputy();
    expect(plain(undo()?.textContent)).toContain("撤销“删除刘敏”");
    await ctrlZ();
    await screen.findByText("已撤销“删除刘敏”");
    expect(performed(asked)).toBe(2);
  });

  it("can no longer be taken back once something else is recorded", async () => {
    const { asked } = await deleteDeputy();
    await press("修改代表：陈志远");
    await fireEvent.click(within(screen.getByRole("dialog")).getByRole("button", { name: /保存/u }));
    await tick();
    expect(performed(asked)).toBe(2);
    expect(undo()).toBeNull();
    await ctrlZ();
    await tick();
    expect(performed(asked)).toBe(2);
  });

  it.each([
    ["another room", () => navigation.goTo("papers")],
    ["another page of the room", () => press(/^列席/u)],
  ])("cannot be taken back from %s, where nobody would see it", async (_, leave) => {
    const { asked } = await deleteDeputy();
    await leave();
    await tick();
    await tick();
    expect(undo()).toBeNull();
    await ctrlZ();
    await tick();
    expect(performed(asked)).toBe(1);
  });

  it("takes nothing along that was typed since", async () => {
    prepare({ observers });
    render(App);
    await press(/^列席/u);
    await press("删除 郑少华");
    expect(undo()).not.toBeNull();
    await fireEvent.input(screen.getByLabelText("第 1 位列席人员的姓名"), { target: { value: "宋文" } });
    await tick();
    expect(undo()).toBeNull();
    await ctrlZ();
    await tick();
    expect((screen.getByLabelText("第 1 位列席人员的姓名") as HTMLInputElement).value).toBe("宋文");
  });
});

describe("what was said", () => {
  it("goes by itself where it asks for nothing, and stays where something was refused", async () => {
    vi.useFakeTimers();
    try {
      prepare();
      render(App);
      await vi.advanceTimersByTimeAsync(1_000);
      session.say("已写到/a.xlsx");
      await vi.advanceTimersByTimeAsync(19_000);
      expect(session.done).not.toBeNull();
      await vi.advanceTimersByTimeAsync(1_001);
      expect(session.done).toBeNull();
      session.show({ code: "roster_empty" });
      await vi.advanceTimersByTimeAsync(60_000);
      expect(session.failure).not.toBeNull();
    } finally {
      vi.useRealTimers();
    }
  });
});
