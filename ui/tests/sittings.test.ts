import { fireEvent, render, screen, within } from "@testing-library/svelte";
import { describe, expect, it, vi } from "vitest";
import App from "#ui/App.svelte";
import { navigation } from "#ui/frame/navigation.svelte";
import { byKeys } from "#ui/rooms/prepare/by-keys";
import { drafts } from "#ui/rooms/prepare/drafts.svelte";
import { en as enText } from "#ui/text/en";
import { zh as zhText } from "#ui/text/zh";
import { choose } from "./choose";
import { answering, EMPTY_FLOOR, frameAt, plain, prepared, sittings } from "./shell";

const commands = (asked: { name: string; args: Record<string, unknown> }[]) =>
  asked.filter((one) => one.name === "perform").map((one) => (one.args as { command: unknown }).command);

describe("the plan of sittings", () => {
  async function open(view = sittings()) {
    drafts.forget();
    navigation.goTo("prepare");
    const { asked } = answering({
      frame_view: () => frameAt("describe"),
      prepare_view: prepared,
      sittings_view: () => view,
      perform: () => null,
    });
    render(App);
    await fireEvent.click(await screen.findByRole("button", { name: "会次" }));
    await screen.findByText("主席团成员");
    return asked;
  }

  it("hangs a vote on an item, once, and is saved whole", async () => {
    const asked = await open();
    const plenary = screen.getByRole("region", { name: "全体会议" });
    expect(plain(plenary.textContent ?? "")).toContain("民生实事项目票决票");
    const hang = within(plenary).getByLabelText("第 1 项下面的表决");
    expect([...hang.querySelectorAll("option")].map((one) => one.textContent)).toEqual([
      "＋表决",
      "关于工作报告的决议",
    ]);
    await choose(hang, JSON.stringify({ hung: "motion", vote: 1 }));
    await fireEvent.click(screen.getByRole("button", { name: /^保存/u }));
    await vi.waitFor(() => expect(commands(asked)).toHaveLength(1));
    const [command] = commands(asked) as [
      { command: { do: string; sittings: { items: { of: unknown }[] }[] } },
    ];
    expect(command.command.do).toBe("plan_sittings");
    expect(command.command.sittings[1]?.items[0]?.of).toEqual([
      { hung: "ballot", ballot: "projects" },
      { hung: "motion", vote: 1 },
    ]);
  });

  it("begins with the session's own agenda while nothing is planned", async () => {
    const [, plenary] = sittings().sittings;
    await open({ ...sittings(), sittings: [], proposed: plenary?.sitting ?? null });
    expect(screen.getByLabelText<HTMLInputElement>("第 1 项").value).toBe("票决民生实事项目");
  });

  it("keeps the members who are ticked while others are looked for", async () => {
    const asked = await open();
    await fireEvent.click(screen.getByRole("button", { name: "选定成员" }));
    await fireEvent.click(await screen.findByRole("checkbox", { name: /买买提·艾力/u }));
    await fireEvent.input(screen.getByRole("searchbox"), { target: { value: "刘" } });
    expect(screen.queryByRole("checkbox", { name: /买买提·艾力/u })).toBeNull();
    await fireEvent.click(screen.getByRole("checkbox", { name: /刘敏/u }));
    await fireEvent.click(screen.getByRole("button", { name: /选定\s*3\s*名/u }));
    await vi.waitFor(() => expect(commands(asked)).toHaveLength(1));
    expect(commands(asked)[0]).toMatchObject({
      command: { members: [{ number: 1 }, { number: 2 }, { number: 3 }] },
    });
  });

  it("keeps a sitting whose roll was called", async () => {
    await open();
    expect(screen.getByRole("button", { name: "移除主席团第一次会议" })).toHaveProperty("disabled", true);
    expect(screen.getByRole("button", { name: "移除全体会议" })).toHaveProperty("disabled", false);
  });
});

describe("the roll", () => {
  async function open() {
    navigation.goTo("floor");
    const { asked } = answering({
      frame_view: () => frameAt("attendance"),
      floor_view: () => EMPTY_FLOOR,
      sittings_view: sittings,
      perform: () => null,
    });
    render(App);
    await fireEvent.click(await screen.findByRole("button", { name: "按名册点名" }));
    await screen.findByText(/没有勾选的按缺席记/u);
    return asked;
  }

  /** The list of a row, which is a word until it is reached. */
  async function reached(label: string) {
    expect(screen.queryByLabelText(label)).toBeNull();
    screen.getByRole("button", { name: new RegExp(`^${label}`, "u") }).focus();
    return screen.findByLabelText(label);
  }

  it("has one list for the row that is reached with Tab, with the focus on it, and none for the others", async () => {
    await open();
    const one = await reached("刘敏的出席情况");
    await vi.waitFor(() => expect(document.activeElement).toBe(one));
    const other = await reached("陈志远的出席情况");
    await vi.waitFor(() => expect(document.activeElement).toBe(other));
    await vi.waitFor(() => expect(screen.queryByLabelText("刘敏的出席情况")).toBeNull());
  });

  it("records who is ticked, of the sitting that is due, and who has leave", async () => {
    const asked = await open();
    await fireEvent.click(screen.getByRole("checkbox", { name: "陈志远" }));
    await choose(await reached("买买提·艾力的出席情况"), "sick");
    expect(plain(screen.getByRole("dialog").textContent ?? "")).toContain("在场1名，请假1名，缺席1名");
    expect(plain(screen.getByRole("dialog").textContent ?? "")).toContain("不足法定人数2名");
    await fireEvent.click(screen.getByRole("button", { name: /登记到会/u }));
    await vi.waitFor(() => expect(commands(asked)).toHaveLength(1));
    expect(commands(asked)).toEqual([
      {
        room: "sittings",
        command: {
          do: "call_roll",
          sitting: 2,
          roll: [
            { member: { number: 1, name: "陈志远" }, presence: { is: "present" } },
            { member: { number: 3, name: "买买提·艾力" }, presence: { is: "excused", leave: "sick" } },
          ],
          observers: 0,
        },
      },
    ]);
  });

  it("asks for the hour of who came late before it records", async () => {
    await open();
    await fireEvent.click(screen.getByRole("button", { name: "全部到会" }));
    await choose(await reached("刘敏的出席情况"), "late");
    const record = screen.getByRole("button", { name: /登记到会/u });
    expect(record).toHaveProperty("disabled", true);
    await fireEvent.input(screen.getByLabelText("刘敏的时间"), { target: { value: "9:10" } });
    expect(record).toHaveProperty("disabled", false);
  });

  it("is left with Escape from the field that searches, once nothing stands in it", async () => {
    await open();
    const search = screen.getByRole("searchbox");
    await fireEvent.input(search, { target: { value: "刘" } });
    await fireEvent.keyDown(search, { key: "Escape" });
    expect(screen.queryByRole("dialog")).not.toBeNull();
    await fireEvent.input(search, { target: { value: "" } });
    await fireEvent.keyDown(search, { key: "Escape" });
    expect(screen.queryByRole("dialog")).toBeNull();
  });

  it("calls the members alone for the presidium", async () => {
    await open();
    await choose(screen.getByLabelText("哪一次会"), "1");
    expect(screen.queryByRole("checkbox", { name: "刘敏" })).toBeNull();
    expect(screen.getByRole("checkbox", { name: "陈志远" })).toHaveProperty("checked", true);
    const said = () => plain(screen.getByRole("dialog").textContent ?? "");
    expect(said()).toContain("全体成员1名，过半数为1名，已达到");
    await fireEvent.click(screen.getByRole("checkbox", { name: "陈志远" }));
    expect(said()).toContain("不足过半数1名，不能开会");
  });

  it("has the names of its sittings in the language of the window", async () => {
    const { sittings: zh } = zhText;
    expect([1, 10, 11, 20, 32].map((number) => zh.name({ kind: "plenary", number }))).toEqual([
      "第一次全体会议",
      "第十次全体会议",
      "第十一次全体会议",
      "第二十次全体会议",
      "第三十二次全体会议",
    ]);
    expect(enText.sittings.name({ kind: "presidium", number: 2 })).toBe("Presidium sitting 2");
    expect(enText.sittings.name({ kind: "plenary", number: null })).toBe("Plenary sitting");
  });
});

describe("rows by keys", () => {
  it("leave the keys of a dialog that was opened from a row to the dialog", () => {
    const list = document.createElement("div");
    list.innerHTML = `<div data-row="0"><input /><dialog open><input /></dialog></div>`;
    document.body.append(list);
    const add = vi.fn();
    const end = byKeys({ count: () => 1, add })(list);
    const [own, asked] = list.querySelectorAll("input");
    const enter = () => new KeyboardEvent("keydown", { key: "Enter", bubbles: true, cancelable: true });
    const other = enter();
    asked?.dispatchEvent(other);
    expect([other.defaultPrevented, add.mock.calls.length]).toEqual([false, 0]);
    own?.dispatchEvent(enter());
    expect(add).toHaveBeenCalledOnce();
    end();
    list.remove();
  });
});
