import { fireEvent, render, screen } from "@testing-library/svelte";
import { tick } from "svelte";
import { describe, expect, it } from "vitest";
import App from "#ui/App.svelte";
import { guide } from "#ui/frame/guide.svelte";
import { answering, frameAt, plain, prepared } from "./shell";

const noSession = { kind: "failed", code: "no_session" };
const recent = {
  path: "/票决台/青石镇第十八届人民代表大会第五次会议.piaojue",
  title: "青石镇第十八届人民代表大会第五次会议",
  opened_at: "2026-01-16T08:12:00+08:00",
};

/** A shell with no session until something opens one. */
function atTheStart(opening: Record<string, (args: Record<string, unknown>) => unknown> = {}) {
  let open = false;
  const opens = (answer: (args: Record<string, unknown>) => unknown) => (args: Record<string, unknown>) => {
    const answered = answer(args);
    open = true;
    return answered;
  };
  const wrapped = Object.fromEntries(Object.entries(opening).map(([name, answer]) => [name, opens(answer)]));
  return answering({
    start_view: () => ({ recent: [recent], folder: "/票决台", opened: null, failure: null }),
    frame_view: () => {
      if (!open) throw noSession;
      return frameAt("print_ballot");
    },
    prepare_view: prepared,
    ...wrapped,
  });
}

describe("the start screen", () => {
  it("opens a recent session by its path and shows its title on top", async () => {
    const { asked } = atTheStart({ open_session: () => true });
    render(App);
    const row = await screen.findByText((text) => plain(text) === recent.title);
    await fireEvent.click(row);
    await screen.findByRole("heading", { level: 1, name: recent.title });
    expect(asked.find((one) => one.name === "open_session")?.args).toEqual({
      path: recent.path,
      language: "zh",
    });
  });

  it("says which program this is and whose work is in it, without an open file", async () => {
    atTheStart({
      about: () => ({
        version: "0.4.0",
        commit: null,
        layout: 5,
        file: null,
        licences: ["MIT", "serde 1.0"],
      }),
    });
    render(App);
    await fireEvent.click(await screen.findByText("关于"));
    const dialog = await screen.findByRole("dialog", { name: "关于票决台" });
    expect(dialog.textContent).toContain("0.4.0");
    expect(dialog.textContent).toContain("自行构建");
    expect(dialog.textContent).toContain("serde 1.0");
    expect(dialog.textContent).not.toContain("打开的会议文件");
    await fireEvent.click(screen.getByText("关闭"));
    expect(screen.queryByRole("dialog")).toBeNull();
  });

  it("opens the sample", async () => {
    const { asked } = atTheStart({ open_sample: () => null });
    render(App);
    await fireEvent.click(await screen.findByText("打开样例会议"));
    await screen.findByText("印制选票");
    expect(asked.some((one) => one.name === "open_sample")).toBe(true);
  });

  it("leads through the sample where that is asked", async () => {
    const { asked } = atTheStart({ open_sample: () => null });
    render(App);
    await fireEvent.click(await screen.findByText("跟着引导走一遍"));
    await screen.findByText("印制选票");
    expect(asked.filter((one) => one.name === "open_sample")).toHaveLength(1);
    expect(guide.on).toBe(true);
    guide.end();
  });

  it("says what was found of a session that was not closed", async () => {
    atTheStart({ open_sample: () => null, recovered: () => ({ entries: 12, unfinished: true }) });
    render(App);
    await fireEvent.click(await screen.findByText("打开样例会议"));
    const said = await screen.findByText(/上次没有正常关闭/);
    expect(said.textContent).toMatch(/12\s条记录都在.*请重做/u);
  });

  it("opens one sample, however often the door is pressed while it is made", async () => {
    const { asked } = atTheStart({ open_sample: () => null });
    render(App);
    const door = await screen.findByText("打开样例会议");
    await Promise.all([fireEvent.click(door), fireEvent.click(door)]);
    await screen.findByText("印制选票");
    expect(asked.filter((one) => one.name === "open_sample")).toHaveLength(1);
  });

  it("says why a file was not opened, and stays", async () => {
    atTheStart({
      open_session: () => {
        throw { kind: "failed", code: "too_new", path: "" };
      },
    });
    render(App);
    await fireEvent.click(await screen.findByText("打开会议文件"));
    await screen.findByText("这个文件是较新版本的票决台写的，请升级程序后再打开。");
    expect(screen.getByText("新建会议")).toBeTruthy();
  });

  it("has Enter from the beginning, on the door that makes a session", async () => {
    atTheStart();
    render(App);
    const door = (await screen.findByText("新建会议")).closest("button");
    expect(document.activeElement).toBe(door);
  });

  it("takes the congress and its session as they are usually written", async () => {
    const { asked } = atTheStart({ new_session: () => null });
    render(App);
    await fireEvent.click(await screen.findByText("新建会议"));
    const type = (label: string, typed: string) =>
      fireEvent.input(screen.getByLabelText(label), { target: { value: typed } });
    const congress = screen.getByLabelText<HTMLInputElement>("届");
    await type("届", "二");
    expect(congress.value).toBe("二");
    await type("届", "二十");
    await fireEvent.blur(congress);
    expect(congress.value).toBe("20");
    await type("全体代表", "五十八");
    await screen.findByText(/只能填数字/u);
    for (const [label, typed] of [
      ["乡镇", "青石镇"],
      ["次", "五"],
      ["全体代表", "58"],
      ["秘书姓名", "苏文"],
    ] as const)
      await type(label, typed);
    await fireEvent.click(screen.getByText("建立会议"));
    await tick();
    expect(asked.find((one) => one.name === "new_session")?.args).toMatchObject({
      meeting: { congress: 20, meeting: 5 },
    });
  });

  it("asks before what was typed is given up, and does not where nothing was", async () => {
    atTheStart();
    render(App);
    const esc = () => fireEvent.keyDown(document.activeElement ?? document.body, { key: "Escape" });
    await fireEvent.click(await screen.findByText("新建会议"));
    await esc();
    await tick();
    expect(screen.queryByRole("dialog")).toBeNull();
    await fireEvent.click(screen.getByText("新建会议"));
    await fireEvent.input(screen.getByLabelText("乡镇"), { target: { value: "青石镇" } });
    await esc();
    const asking = await screen.findByText("放弃填写的内容？");
    await fireEvent.click(screen.getByText("继续填写"));
    expect(asking.isConnected).toBe(false);
    expect(screen.getByLabelText<HTMLInputElement>("乡镇").value).toBe("青石镇");
    await esc();
    await fireEvent.click(await screen.findByText("放弃"));
    await tick();
    expect(screen.queryByRole("dialog")).toBeNull();
  });

  it("makes a session of what was typed, and says what is missing until then", async () => {
    const { asked } = atTheStart({ new_session: () => null });
    render(App);
    await fireEvent.click(await screen.findByText("新建会议"));
    const make = screen.getByText("建立会议").closest("button") as HTMLButtonElement;
    expect(make.disabled).toBe(true);
    screen.getByText(/还缺：乡镇、届、次、全体代表、秘书姓名/);

    const type = (label: string, typed: string) =>
      fireEvent.input(screen.getByLabelText(label), { target: { value: typed } });
    await type("乡镇", "青石镇");
    await type("届", "18");
    await type("次", "５");
    await type("全体代表", "58");
    await type("会议日期", "2026.1.16");
    await type("会场", "镇政府三楼会议室");
    await type("秘书姓名", "苏文");
    expect(make.disabled).toBe(false);
    await fireEvent.keyDown(screen.getByLabelText("秘书姓名"), { key: "Enter" });
    await tick();

    expect(asked.find((one) => one.name === "new_session")?.args).toEqual({
      meeting: {
        place: "青石镇",
        congress: 18,
        meeting: 5,
        all_deputies: 58,
        held_on: "2026-01-16",
        venue: "镇政府三楼会议室",
        agenda: [],
      },
      secretary: "苏文",
    });
  });
});
