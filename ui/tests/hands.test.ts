import { fireEvent, render, screen, within } from "@testing-library/svelte";
import { beforeEach, describe, expect, it } from "vitest";
import App from "#ui/App.svelte";
import type { FloorHandVote, FloorView, HandDeskView } from "#ui/bindings";
import { navigation } from "#ui/frame/navigation.svelte";
import { floorMemory } from "#ui/rooms/floor/floor-page.svelte";
import { choose } from "./choose";
import { acclamation, desk, keypads, motion, presidium, put, shown, staff, vote } from "./hand-fixtures";
import { answering, EMPTY_FLOOR, frameAt, plain, presets } from "./shell";

function onTheFloor(
  hand_votes: FloorHandVote[],
  perform: () => unknown = () => null,
  seat: HandDeskView = desk,
) {
  const missing = hand_votes.some((vote) => vote.missing?.code === "attendance_not_counted");
  const view: FloorView = {
    ...EMPTY_FLOOR,
    attendance: { all_deputies: 58, present: 56, observers: 12, quorum: 39, met: true },
    count_again: false,
    attendance_due: { ballots: false, hands: missing },
    hand_votes,
  };
  return answering({
    frame_view: () => ({ ...frameAt("open"), staff }),
    floor_view: () => view,
    hand_desk_view: () => seat,
    presets,
    perform,
  });
}

const given = (asked: { name: string; args: Record<string, unknown> }[]) =>
  asked.filter((one) => one.name === "perform").map((one) => one.args);

const hand = (command: unknown, actor = "secretary-1") => ({ command: { room: "hand", command }, actor });

const type = (label: string, typed: string) =>
  fireEvent.input(screen.getByLabelText(label), { target: { value: typed } });

beforeEach(() => {
  navigation.goTo("floor");
  floorMemory.page = "hands";
  floorMemory.tellers = { first: null, second: null };
});

describe("motions decided without paper", () => {
  it("are prepared at Enter: minority counted, more than half of all, unless something else is chosen", async () => {
    const { asked } = onTheFloor([]);
    render(App);
    await fireEvent.click(await screen.findByText("准备一项表决"));
    await type("表决事项", " 关于政府工作报告的决议 ");
    await fireEvent.keyDown(screen.getByLabelText("表决事项"), { key: "Enter" });
    expect(given(asked)).toEqual([hand({ do: "prepare_motion", motion })]);
  });

  it("are changed until they are put, also where the presidium votes or acclaims", async () => {
    const way = { way: "acclamation" } as const;
    const { asked } = onTheFloor([vote({ state: "prepared" }, { ...presidium, way })]);
    render(App);
    await fireEvent.click(await screen.findByText("修改"));
    expect(screen.queryByLabelText("通过条件")).toBeNull();
    await type("主席团全体成员", "9");
    await choose(screen.getByLabelText("须有全体成员"), "two_thirds");
    await fireEvent.click(screen.getByText("保存"));
    const changed = {
      ...presidium,
      way,
      body: { body: "presidium", members: 9, quorum: { at_least: [2, 3] } },
    };
    expect(given(asked)).toEqual([hand({ do: "change_motion", vote: 1, motion: changed })]);
  });

  it("are put to the vote at Enter, with those counted last", async () => {
    const { asked } = onTheFloor([vote({ state: "prepared" })]);
    render(App);
    await screen.findByText("最近一次清点：实到 56 人");
    await fireEvent.keyDown(document.body, { key: "Enter" });
    expect(given(asked)).toEqual([]);
    await fireEvent.keyDown(screen.getByRole("group", { name: "付表决" }), { key: "Enter" });
    expect(given(asked)).toEqual([hand({ do: "put_motion", vote: 1, present: null })]);
  });

  it("are put to the presidium with the members typed", async () => {
    const { asked } = onTheFloor([vote({ state: "prepared" }, presidium)]);
    render(App);
    await screen.findByLabelText("到会的主席团成员");
    screen.getByText("主席团 7 人，须到会 4 人以上");
    await type("到会的主席团成员", "6");
    await fireEvent.keyDown(screen.getByLabelText("到会的主席团成员"), { key: "Enter" });
    expect(given(asked)).toEqual([hand({ do: "put_motion", vote: 1, present: 6 })]);
  });

  it("say what is missing and have the people counted where that is it", async () => {
    onTheFloor([vote({ state: "prepared" }, motion, { code: "attendance_not_counted" })]);
    render(App);
    await screen.findByText("还没有清点人数。请先清点到会代表。");
    screen.getByLabelText("实到代表");
  });

  it("are withdrawn with a reason", async () => {
    const { asked } = onTheFloor([vote({ state: "prepared" })]);
    render(App);
    await fireEvent.click(await screen.findByText("撤回"));
    const dialog = within(screen.getByRole("dialog"));
    await fireEvent.click(dialog.getByText("提案人撤回"));
    await fireEvent.click(dialog.getByText("撤回"));
    expect(given(asked)).toEqual([hand({ do: "withdraw_motion", vote: 1, reason: "提案人撤回" })]);
  });
});

describe("a motion that departs from the law", () => {
  it("is asked for the reason once that is what is missing", async () => {
    const departure = { departure: "threshold", contest: motion.title, threshold: null } as const;
    onTheFloor([vote({ state: "prepared" })], () => {
      throw { kind: "refused", refusal: { code: "departs_from_law", departure } };
    });
    render(App);
    await fireEvent.click(await screen.findByText("修改"));
    expect(screen.queryByLabelText("通过条件与法律规定不同的理由")).toBeNull();
    await fireEvent.click(screen.getByText("保存"));
    await screen.findByLabelText("通过条件与法律规定不同的理由");
  });
});

describe("the desks where hands are counted", () => {
  it("take a teller's numbers under the teller's name", async () => {
    const { asked } = onTheFloor([vote(put([]))]);
    render(App);
    await fireEvent.click(await screen.findByLabelText("刘敏"));
    await screen.findByLabelText("反对");
    expect(screen.queryByLabelText("赞成")).toBeNull();
    await type("反对", "3");
    await type("弃权", "1");
    await fireEvent.keyDown(screen.getByLabelText("弃权"), { key: "Enter" });
    const hands = { counted: "minority", against: 3, abstain: 1 };
    expect(given(asked)).toEqual([hand({ do: "count_hands", vote: 1, hands }, "teller-1")]);
  });

  it("take the four numbers of a display as it shows them", async () => {
    const { asked } = onTheFloor([vote(put([]), keypads)], undefined, { ...desk, asked: shown });
    render(App);
    await fireEvent.click(await screen.findByLabelText("刘敏"));
    for (const [label, number] of [
      ["赞成", "50"],
      ["反对", "3"],
      ["弃权", "1"],
    ] as const) {
      await screen.findByLabelText(label);
      await type(label, number);
    }
    await fireEvent.keyDown(screen.getByLabelText("弃权"), { key: "Enter" });
    expect(given(asked)).toEqual([]);
    await type("未按", "2");
    await fireEvent.keyDown(screen.getByLabelText("未按"), { key: "Enter" });
    const hands = { counted: "shown", for: 50, against: 3, abstain: 1, not_pressed: 2 };
    expect(given(asked)).toEqual([hand({ do: "count_hands", vote: 1, hands }, "teller-1")]);
  });

  it("do not take half a count", async () => {
    const { asked } = onTheFloor([vote(put([]))]);
    render(App);
    await fireEvent.click(await screen.findByLabelText("刘敏"));
    await screen.findByLabelText("反对");
    await type("反对", "3");
    await fireEvent.keyDown(screen.getByLabelText("反对"), { key: "Enter" });
    expect(given(asked)).toEqual([]);
  });

  it("let nobody count twice, and keep the seat for the next motion", async () => {
    floorMemory.tellers = { first: "teller-1", second: "teller-2" };
    const { asked } = onTheFloor([vote(put(["teller-1"]))]);
    render(App);
    await screen.findByLabelText("反对");
    expect(screen.queryByLabelText("刘敏")).toBeNull();
    expect((screen.getByLabelText("高翔") as HTMLInputElement).checked).toBe(true);
    expect(plain(document.body.textContent)).toContain("刘敏已报数 · 两人都报数后才显示");
    expect(asked.filter(({ name }) => name === "hand_desk_view").at(-1)?.args).toEqual({
      vote: 1,
      teller: "teller-2",
    });
  });

  it("show both counts side by side where they differ, and only then", async () => {
    const seen = [
      { teller: "teller-1", hands: { counted: "minority" as const, against: 3, abstain: 1 } },
      { teller: "teller-2", hands: { counted: "minority" as const, against: 4, abstain: 1 } },
    ];
    const { asked } = onTheFloor([vote(put(["teller-1", "teller-2"], { compared: "differing", seen }))]);
    render(App);
    const table = await screen.findByRole("table");
    expect(
      [...table.querySelectorAll("tr")].map((row) => plain(row.textContent).replaceAll(/\s+/g, "")),
    ).toEqual(["刘敏高翔", "反对34≠", "弃权11="]);
    await fireEvent.click(screen.getByText("核定数字"));
    const dialog = within(screen.getByRole("dialog"));
    await fireEvent.input(dialog.getByLabelText("反对"), { target: { value: "4" } });
    await fireEvent.input(dialog.getByLabelText("弃权"), { target: { value: "1" } });
    await fireEvent.click(dialog.getByText("按现场录像核实"));
    await fireEvent.click(dialog.getByText("核定数字", { selector: "button, button *" }));
    const hands = { counted: "minority", against: 4, abstain: 1 };
    expect(given(asked)).toEqual([
      hand({ do: "rule_hands", vote: 1, hands, reason: "按现场录像核实" }, "chief-1"),
    ]);
  });

  it("have the hands counted again by order of the chief scrutineer", async () => {
    const result = { for: 52, against: 3, abstain: 1, needed: 30, passed: true };
    const { asked } = onTheFloor([
      vote(put(["teller-1", "teller-2"], { compared: "settled", result, ruled: false })),
    ]);
    render(App);
    await fireEvent.click(
      await screen.findByText("重新清点", { selector: "section section *, .acts button" }),
    );
    const dialog = within(screen.getByRole("dialog"));
    await fireEvent.click(dialog.getByText("清点有遗漏"));
    await fireEvent.click(dialog.getByText("重新清点", { selector: "button, button *" }));
    expect(given(asked)).toEqual([
      hand({ do: "count_again", vote: 1, present: null, reason: "清点有遗漏" }, "chief-1"),
    ]);
  });
});

describe("the outcome of a motion", () => {
  it("stands with its numbers and the threshold before it is announced at Enter", async () => {
    const result = { for: 52, against: 3, abstain: 1, needed: 30, passed: true };
    const { asked } = onTheFloor([
      vote(put(["teller-1", "teller-2"], { compared: "settled", result, ruled: false })),
    ]);
    render(App);
    await screen.findByText("已宣布结果");
    expect(plain(document.querySelector(".outcome")?.textContent).replaceAll(/\s+/g, "")).toBe(
      "赞成52由实到人数减去反对、弃权得出反对3弃权1通过赞成30人以上通过",
    );
    await fireEvent.keyDown(screen.getByRole("group", { name: "宣布结果" }), { key: "Enter" });
    expect(given(asked)).toEqual([]);
    const dialog = within(await screen.findByRole("dialog"));
    expect(plain(dialog.getByText("赞成").parentElement?.textContent)).toBe("赞成52");
    await fireEvent.click(dialog.getByText("已宣布通过"));
    expect(given(asked)).toEqual([hand({ do: "announce_hands", vote: 1 })]);
  });

  it("of an acclamation is passed or not, without numbers", async () => {
    const { asked } = onTheFloor([vote(put([]), acclamation)]);
    render(App);
    await screen.findByText("已鼓掌通过");
    expect(document.querySelector("dl")).toBeNull();
    await fireEvent.click(screen.getByText("没有通过"));
    await fireEvent.click(await screen.findByText("已宣布未通过"));
    expect(given(asked)).toEqual([hand({ do: "announce_acclamation", vote: 1, passed: false })]);
  });

  it("is listed once announced, beside motions that were withdrawn", async () => {
    const result = { for: 29, against: 20, abstain: 7, needed: 30, passed: false };
    const outcome = { outcome: "counted", result } as const;
    onTheFloor([
      vote({ state: "announced", all: 58, present: 56, outcome }),
      { ...vote({ state: "withdrawn", reason: "提案人撤回" }), vote: 2 },
    ]);
    render(App);
    await screen.findByText("赞成 29 人，反对 20 人，弃权 7 人");
    screen.getByText("未通过");
    screen.getByText("已撤回：提案人撤回");
  });
});
