import { fireEvent, render, screen } from "@testing-library/svelte";
import { describe, expect, it } from "vitest";
import App from "#ui/App.svelte";
import type { FloorView, HallView, HallWindow, Picture } from "#ui/bindings";
import { navigation } from "#ui/frame/navigation.svelte";
import { choose } from "../choose";
import { answering, frameAt, prepared } from "../shell";
import { hallView, PICTURES } from "./fixtures";

const floor: FloorView = {
  all_deputies: 58,
  quorum: 39,
  attendance: null,
  count_again: true,
  to_open: [],
  follow_ups: [],
  hand_votes: [],
  rounds: [],
};
const closed: HallWindow = { open: false, covers: null, screens: [] };

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

function inTheHall(window: HallWindow, look: HallView["look"] = { theme: "red", turn_every: null }) {
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
    prepare_view: prepared,
    floor_view: () => floor,
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
    inTheHall({ ...closed, open: true });
    await screen.findByText(/只找到一块屏幕/);
    expect(screen.getByRole<HTMLButtonElement>("button", { name: "大屏全屏" }).disabled).toBe(true);
  });

  it("puts the hall on the screen that is chosen", async () => {
    const screens = ["HDMI-1", "HDMI-2"].map((name) => ({ name, width: 1920, height: 1080 }));
    const { asked } = inTheHall({ open: true, covers: screens[0] ?? null, screens });
    await screen.findByText("大屏在“HDMI-1”上全屏。");
    await choose(screen.getByLabelText("放在哪块屏幕"), "HDMI-2");
    expect(asked.find(({ name }) => name === "hall_full_screen")?.args).toEqual({
      on: true,
      screen: "HDMI-2",
    });
  });
});
