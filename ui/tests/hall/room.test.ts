import { fireEvent, render, screen, waitFor } from "@testing-library/svelte";
import { tick } from "svelte";
import { describe, expect, it } from "vitest";
import App from "#ui/App.svelte";
import type { HallRoomView, HallView, HallWindow, Picture } from "#ui/bindings";
import { navigation } from "#ui/frame/navigation.svelte";
import { choose } from "../choose";
import { answering, frameAt } from "../shell";
import { hallRoom, hallView, PICTURES } from "./fixtures";

const closed: HallWindow = { open: false, has: "nothing", covers: null, screens: [] };
const seen: HallWindow = { open: true, has: "the_pushed", covers: null, screens: [] };

/** An agenda of three contests, so that there are pages and parts to turn to. */
const pages = {
  page: 0,
  pages: 5,
  parts: [
    { title: "镇人大主席", page: 0 },
    { title: "镇长", page: 1 },
    { title: "民生实事项目", page: 3 },
  ],
};

function inTheHall(
  window: HallWindow,
  look: HallView["look"] = { theme: "red", turn_every: null },
  room: HallRoomView = hallRoom(),
) {
  navigation.goTo("hall");
  const preview = (args: Record<string, unknown>): HallView => {
    const page = (args.scene as { page?: number }).page ?? 0;
    return hallView({
      ...(PICTURES.agenda as Extract<Picture, { scene: "agenda" }>),
      pages: { ...pages, page },
    });
  };
  const shell = answering({
    frame_view: () => frameAt("describe"),
    hall_room_view: () => ({ ...room }),
    hall_view: () => ({ ...hallView(PICTURES.welcome as Picture), look }),
    hall_preview: preview,
    hall_window: () => window,
    perform: () => null,
    hall_full_screen: () => null,
  });
  render(App);
  const performed = () =>
    shell.asked
      .filter(({ name }) => name === "perform")
      .map(({ args }) => (args as { command: unknown }).command);
  return { ...shell, performed };
}

describe("the hall room", () => {
  it("turns pages and goes from contest to contest by keyboard, and shows the page that is previewed", async () => {
    const { performed } = inTheHall(closed);
    await screen.findByText("第 1 / 5 页");
    await fireEvent.keyDown(document.body, { key: "ArrowDown" });
    await fireEvent.keyDown(document.body, { key: "PageDown" });
    await screen.findByText("第 2 / 5 页");
    await fireEvent.keyDown(document.body, { key: "PageDown" });
    await screen.findByText("第 4 / 5 页");
    await fireEvent.keyDown(document.body, { key: "ArrowRight" });
    await screen.findByText("第 5 / 5 页");
    expect(screen.getByRole("button", { name: "表决内容：民生实事项目" }).getAttribute("aria-pressed")).toBe(
      "true",
    );
    const preview = screen.getByRole("region", { name: "上屏前预览" });
    await waitFor(() => expect(preview.getAttribute("aria-busy")).toBe("false"));
    await fireEvent.keyDown(document.body, { key: "Enter" });
    expect(performed()).toEqual([
      { room: "hall", command: { do: "show_in_hall", scene: { scene: "agenda", page: 4 } } },
    ]);
  });

  it("chooses the ground and the turning of pages; the keys of a list stay its own", async () => {
    const { performed } = inTheHall(closed, { theme: "light", turn_every: 8 });
    const turning = await screen.findByLabelText("翻页");
    await fireEvent.keyDown(turning, { key: "ArrowDown" });
    await choose(turning, "every 15");
    expect(performed()).toEqual([
      { room: "hall", command: { do: "choose_look", look: { theme: "light", turn_every: 15 } } },
    ]);
  });

  it("says that there is one screen only, and offers no full screen then", async () => {
    inTheHall(seen);
    await screen.findByText(/只找到一块屏幕/);
    expect(screen.getByRole<HTMLButtonElement>("button", { name: "大屏全屏" }).disabled).toBe(true);
  });

  it("puts the hall on the screen that is chosen", async () => {
    const screens = ["HDMI-1", "HDMI-2"].map((name) => ({ name, width: 1920, height: 1080 }));
    const { asked } = inTheHall({ ...seen, covers: screens[0] ?? null, screens });
    await screen.findByText("大屏在“HDMI-1”上全屏。");
    await choose(screen.getByLabelText("放在哪块屏幕"), "HDMI-2");
    expect(asked.find(({ name }) => name === "hall_full_screen")?.args).toEqual({
      on: true,
      screen: "HDMI-2",
    });
  });

  it("stays on what was pushed though the day goes on, so that a second Enter pushes nothing", async () => {
    const room = hallRoom({ due: { scene: "attendance" } });
    const { performed, changed } = inTheHall(seen, undefined, room);
    await screen.findByText("预览：到会人数");
    const preview = screen.getByRole("region", { name: "上屏前预览" });
    await waitFor(() => expect(preview.getAttribute("aria-busy")).toBe("false"));
    await fireEvent.keyDown(document.body, { key: "Enter" });
    Object.assign(room, { shown: { scene: "attendance" }, due: { scene: "options", ballot: "b", page: 0 } });
    await changed();
    await screen.findByText("大屏正在显示这个画面");
    await fireEvent.keyDown(document.body, { key: "Enter" });
    screen.getByText("预览：到会人数");
    expect(performed()).toHaveLength(1);
  });

  it("folds what is not in hand; an opened fold can be chosen from", async () => {
    inTheHall(closed);
    const [first, second] = await screen.findAllByRole("button", { name: "选票" });
    expect([first, second].map((head) => head?.getAttribute("aria-expanded"))).toEqual(["false", "true"]);
    expect(screen.getAllByText("候选名单")).toHaveLength(2);
    const inSight = () => screen.getAllByRole("button", { name: /^候选名单/u });
    expect(inSight()).toHaveLength(1);
    await fireEvent.click(first as HTMLElement);
    expect(inSight()).toHaveLength(2);
  });

  it("shows a result before it is announced, and announces that round", async () => {
    const room = hallRoom({ due: { scene: "result", round: 2, page: 0 } });
    const { performed } = inTheHall(seen, undefined, room);
    await screen.findByRole("img", { name: "预览：计票结果" });
    await fireEvent.click(await screen.findByRole("button", { name: /宣布结果并上屏/u }));
    screen.getByText(/只有总监票人说明理由重新核票才能改变/u);
    await fireEvent.click(screen.getByRole("button", { name: /已宣布，上屏/u }));
    await waitFor(() =>
      expect(performed()).toEqual([
        { room: "round", command: { do: "announce_result", round: 2 } },
        { room: "hall", command: { do: "show_in_hall", scene: { scene: "result", round: 2, page: 0 } } },
      ]),
    );
  });

  it.each([
    ["nothing", "大屏没有打开"],
    ["put_away", "大屏被收起"],
    ["wrong_screen", "大屏不在投影上"],
    ["no_answer", "大屏没有响应"],
    ["failed", "大屏画不出“会议名称”"],
    ["the_one_before", "大屏正在换成“会议名称”"],
  ] as const)("calls no picture shown that the hall does not have: %s", async (has, words) => {
    inTheHall({ ...seen, has });
    await screen.findByText(words);
    await screen.findByText("这个画面已经上屏，但会场还看不到");
    expect(screen.queryByText("大屏正在显示这个画面")).toBeNull();
    expect(screen.queryByText("正显示")).toBeNull();
  });

  it("says that a picture is shown once the hall has drawn it", async () => {
    inTheHall(seen);
    await screen.findByText("大屏：会议名称");
    await screen.findByText("大屏正在显示这个画面");
    screen.getByText("正显示");
  });

  it("empties the ground by one key, from every room", async () => {
    const { performed } = inTheHall(seen);
    await screen.findByText("大屏正在显示这个画面");
    await fireEvent.keyDown(document.body, { key: "F8" });
    navigation.goTo("papers");
    await tick();
    await fireEvent.keyDown(document.body, { key: "F8" });
    const once = { room: "hall", command: { do: "blank_or_back" } };
    expect(performed()).toEqual([once, once]);
  });

  it("opens the hall again by one key where it is not open", async () => {
    const { asked } = inTheHall(closed);
    await screen.findByText("大屏没有打开");
    await fireEvent.keyDown(document.body, { key: "F9" });
    expect(asked.filter(({ name }) => name === "show_hall")).toHaveLength(1);
  });

  it("closes the hall by the same key, and by a button of its room, where it would lie over the only screen", async () => {
    const only = { ...seen, covers: null, screens: [] };
    const { asked } = inTheHall(only);
    await screen.findByText("大屏正在显示这个画面");
    await fireEvent.keyDown(document.body, { key: "F9" });
    await tick();
    await fireEvent.click(screen.getByRole("button", { name: "关闭大屏窗口" }));
    expect(asked.filter(({ name }) => name === "close_hall")).toHaveLength(2);
    expect(asked.filter(({ name }) => name === "show_hall")).toHaveLength(0);
  });

  it("leaves the projector alone at that key", async () => {
    const projector = { name: "HDMI-1", width: 1280, height: 720 };
    const { asked } = inTheHall({ ...seen, covers: projector, screens: [projector] });
    await screen.findByText("大屏正在显示这个画面");
    await fireEvent.keyDown(document.body, { key: "F9" });
    expect(asked.filter(({ name }) => name === "close_hall")).toHaveLength(0);
  });

  it("takes the hour of a pause and a line with it", async () => {
    const { performed } = inTheHall(seen);
    await fireEvent.click(await screen.findByRole("button", { name: "休会" }));
    await fireEvent.input(screen.getByLabelText("几点继续"), { target: { value: "半小时后" } });
    screen.getByText("写成 14:30 这样");
    await fireEvent.input(screen.getByLabelText("几点继续"), { target: { value: "14:30" } });
    await fireEvent.input(screen.getByLabelText(/另加一行/u), { target: { value: "请分组讨论" } });
    const button = screen.getByRole<HTMLButtonElement>("button", { name: /^上屏/u });
    await waitFor(() => expect(button.disabled).toBe(false));
    await fireEvent.click(button);
    const scene = { scene: "recess", until: "14:30:00", note: "请分组讨论" };
    expect(performed()).toEqual([{ room: "hall", command: { do: "show_in_hall", scene } }]);
  });

  it("says that the result in the hall is being checked again", async () => {
    inTheHall(seen, undefined, hallRoom({ rechecking: "选票" }));
    await screen.findByText(/“选票”的结果正在重新核票/u);
  });
});
