import { fireEvent, render, screen, within } from "@testing-library/svelte";
import { tick } from "svelte";
import { describe, expect, it, vi } from "vitest";
import App from "#ui/App.svelte";
import type { FloorCard, FloorRound } from "#ui/bindings";
import { navigation } from "#ui/frame/navigation.svelte";
import { vote } from "./hand-fixtures";
import { empty, figures, given, laidOut, onTheFloor, step, type, voting } from "./on-the-floor";
import { answering, frameAt, label, plain } from "./shell";

describe("the floor", () => {
  it("asks for the people present with the quorum beside it, and records them at Enter", async () => {
    const { asked } = onTheFloor(empty, "attendance");
    render(App);
    await screen.findByText("全体代表 58 人，需到会 39 人");
    await type("实到代表", "56");
    await type("列席人员", "12");
    await fireEvent.keyDown(screen.getByLabelText("列席人员"), { key: "Enter" });
    expect(given(asked)).toEqual([
      { room: "attendance", command: { do: "count_attendance", present: 56, observers: 12 } },
    ]);
  });

  it("shows the way to the papers while the ballot is not printed", async () => {
    const missing = { code: "ballot_not_printed", ballot: "票决票" } as const;
    const to_open = [
      { ballot: "b1", title: "票决票", kind: { why: "first" } as const, missing, notices: [] },
    ];
    onTheFloor({ ...empty, attendance: figures, to_open }, "open");
    render(App);
    await fireEvent.click(await screen.findByText("去办理：文书"));
    expect(navigation.room).toBe("papers");
  });

  it("opens the round with the numbers typed", async () => {
    const to_open = [
      { ballot: "b1", title: "票决票", kind: { why: "first" } as const, missing: null, notices: [] },
    ];
    const { asked } = onTheFloor({ ...empty, attendance: figures, to_open }, "open");
    render(App);
    await screen.findByLabelText("印制");
    await type("印制", "60");
    await fireEvent.keyDown(screen.getByLabelText("印制"), { key: "Enter" });
    expect(given(asked)).toEqual([
      {
        room: "round",
        command: { do: "open_round", ballot: "b1", kind: { why: "first" }, printed: 60, issued: 56 },
      },
    ]);
  });

  it("hands out several ballots in one act, each with its own numbers", async () => {
    const kind = { why: "first" } as const;
    const to_open = [
      { ballot: "b1", title: "票决票", kind, missing: null, notices: [] },
      { ballot: "b2", title: "测评票", kind, missing: null, notices: [] },
    ];
    const cards = [
      {
        label: label("票决票", { kind }),
        state: "due" as const,
        of: { card: "ballot" as const, ballot: "b1" },
      },
    ];
    const { asked } = onTheFloor({ ...empty, attendance: figures, to_open, cards }, "open");
    render(App);
    await screen.findByLabelText("印制");
    await type("印制", "60");
    await fireEvent.click(screen.getByLabelText("测评票"));
    await type("测评票 印制", "59");
    navigation.goTo("papers");
    await vi.waitFor(() => expect(screen.queryByLabelText("印制")).toBeNull());
    navigation.goTo("floor");
    await fireEvent.click(await screen.findByText("一并发出 2 种选票"));
    expect(given(asked)).toEqual([
      {
        room: "round",
        command: {
          do: "open_together",
          with: null,
          issues: [
            { ballot: "b1", kind, printed: 60, issued: 56 },
            { ballot: "b2", kind, printed: 59, issued: 56 },
          ],
        },
      },
    ]);
  });

  it("offers no step of a round that was broken off, and says who did it and why", async () => {
    const broken_off = { breaking: "interrupted" as const, by: "王芳", reason: "警报" };
    onTheFloor({ ...empty, attendance: figures, rounds: [{ ...voting, broken_off }] }, "open");
    render(App);
    await screen.findAllByText(/警报/);
    expect(screen.queryByLabelText("收回")).toBeNull();
  });

  it("keeps what is typed while another room is looked at, and offers nothing typed once it is recorded", async () => {
    const { asked } = onTheFloor({ ...empty, attendance: figures, rounds: [voting] }, "collect");
    render(App);
    await screen.findByLabelText("收回");
    await type("收回", "55");
    navigation.goTo("papers");
    await tick();
    expect(screen.queryByLabelText("收回")).toBeNull();
    navigation.goTo("floor");
    const field = await screen.findByLabelText<HTMLInputElement>("收回");
    expect(field.value).toBe("55");
    await fireEvent.keyDown(field, { key: "Enter" });
    expect(given(asked)).toEqual([
      { room: "round", command: { do: "collect", round: 1, spoiled: 0, returned: 55 } },
    ]);
  });

  it("asks once, with the numbers, before a void vote is announced", async () => {
    const collected = { spoiled: 1, returned: 57 };
    const round: FloorRound = { ...voting, collected, left_over: 3, valid: false, announce_missing: null };
    const { asked } = onTheFloor({ ...empty, attendance: figures, rounds: [round] }, "announce_collection");
    render(App);
    await screen.findByText("已宣布");
    await fireEvent.keyDown(document.body, { key: "Enter" });
    expect(screen.queryByRole("dialog")).toBeNull();
    await fireEvent.keyDown(step("宣布验票结果"), { key: "Enter" });
    expect(given(asked)).toEqual([]);
    const dialog = within(await screen.findByRole("dialog"));
    expect(dialog.getByText("收回").parentElement?.textContent).toBe("收回57");
    await fireEvent.click(dialog.getByText("已宣布投票无效"));
    expect(given(asked)).toEqual([{ room: "round", command: { do: "announce_collection", round: 1 } }]);
  });

  it("says what is not returned while it is typed, and asks once where most of it is not", async () => {
    const { asked } = onTheFloor({ ...empty, attendance: figures, rounds: [voting] }, "collect");
    render(App);
    const field = await screen.findByLabelText("收回");
    await type("收回", "55");
    await screen.findByText("发出 56 张，少 1 张");
    await type("收回", "8");
    await screen.findByText("发出 56 张，少 48 张");
    await fireEvent.keyDown(field, { key: "Enter" });
    expect(given(asked)).toEqual([]);
    const dialog = within(await screen.findByRole("dialog"));
    expect(dialog.getAllByRole("definition").map((one) => one.textContent)).toEqual(["56", "8", "48"]);
    await fireEvent.click(dialog.getByText("数字属实，登记收回"));
    expect(given(asked)).toEqual([
      { room: "round", command: { do: "collect", round: 1, spoiled: 0, returned: 8 } },
    ]);
  });

  it("has the way to put a number right beside what was returned too", async () => {
    const round: FloorRound = {
      ...voting,
      collected: { spoiled: 0, returned: 8 },
      left_over: 4,
      valid: true,
      announce_missing: null,
    };
    onTheFloor({ ...empty, attendance: figures, rounds: [round] }, "announce_collection");
    render(App);
    await screen.findByText("已宣布");
    await fireEvent.click(within(step("收回选票")).getByText("更正数字"));
    expect(screen.getByRole("dialog").textContent).toContain("更正记错的数字");
  });

  it("goes on in the same ballot's card when its step is done, and never in the first one's", async () => {
    const second: FloorRound = { ...voting, round: 2, title: "选举票" };
    let rounds = [voting, second];
    const cards: FloorCard[] = rounds.map(({ round, title }) => ({
      label: label(title),
      state: round === 1 ? "due" : "waiting",
      of: { card: "round", round },
    }));
    navigation.goTo("floor");
    const { changed } = answering({
      frame_view: () => frameAt("collect"),
      floor_view: () => ({ ...empty, attendance: figures, rounds, cards }),
      perform: () => null,
    });
    render(App);
    await fireEvent.click((await screen.findAllByText("展开"))[0] as HTMLElement);
    const field = screen.getAllByLabelText("收回")[1] as HTMLElement;
    field.focus();
    const collected = { spoiled: 0, returned: 56 };
    rounds = [voting, { ...second, collected, left_over: 4, valid: true, announce_missing: null }];
    await changed();
    await screen.findByText("已宣布");
    const card = within(screen.getAllByRole("region", { name: /选举票/ })[0] as HTMLElement);
    const next = card.getByRole("group", { name: "宣布验票结果" });
    await vi.waitFor(() => expect(document.activeElement).toBe(next));
  });

  it("goes on though the field had the focus since the page was built", async () => {
    let rounds: FloorRound[] = [voting];
    navigation.goTo("floor");
    const { changed } = answering({
      frame_view: () => frameAt("collect"),
      floor_view: () => laidOut({ ...empty, attendance: figures, rounds }),
    });
    render(App);
    const field = await screen.findByLabelText("收回");
    expect(document.activeElement).toBe(field);
    const collected = { spoiled: 0, returned: 57 };
    rounds = [{ ...voting, collected, left_over: 4, valid: false, announce_missing: null }];
    await changed();
    await screen.findByText("已宣布");
    await vi.waitFor(() => expect(document.activeElement).toBe(step("宣布验票结果")));
  });

  it("gives a motion no focus, and so no Enter, because a field of the other page is gone", async () => {
    const hand_votes = [vote({ state: "prepared" })];
    const { asked } = onTheFloor({ ...empty, attendance: figures, rounds: [voting], hand_votes }, "collect");
    render(App);
    (await screen.findByLabelText("收回")).focus();
    const page = screen.getByRole("button", { name: "举手表决" });
    await fireEvent.pointerDown(page);
    await fireEvent.click(page);
    await screen.findByRole("group", { name: "付表决" });
    await tick();
    expect(document.activeElement).toBe(document.body);
    await fireEvent.keyDown(document.body, { key: "Enter" });
    expect(given(asked)).toEqual([]);
  });

  it("takes no field away from whoever types in another", async () => {
    let rounds: FloorRound[] = [voting];
    navigation.goTo("floor");
    const { changed } = answering({
      frame_view: () => frameAt("collect"),
      floor_view: () => laidOut({ ...empty, attendance: figures, rounds }),
    });
    render(App);
    const field = await screen.findByLabelText("收回");
    field.focus();
    rounds = [voting, { ...voting, round: 2, title: "选举票" }];
    await changed();
    await vi.waitFor(() => expect(screen.getAllByLabelText("收回")).toHaveLength(2));
    expect(document.activeElement).toBe(field);
  });

  it("records more returned than issued: it happened", async () => {
    const { asked } = onTheFloor({ ...empty, attendance: figures, rounds: [voting] }, "collect");
    render(App);
    await screen.findByLabelText("收回");
    await type("收回", "57");
    await type("划错换票", "1");
    await fireEvent.keyDown(screen.getByLabelText("收回"), { key: "Enter" });
    expect(given(asked)).toEqual([
      { room: "round", command: { do: "collect", round: 1, spoiled: 1, returned: 57 } },
    ]);
  });

  it("puts a number recorded wrongly right, with the reason", async () => {
    const { asked } = onTheFloor({ ...empty, attendance: figures, rounds: [voting] }, "collect");
    render(App);
    await fireEvent.click(await screen.findByText("更正数字"));
    const dialog = within(screen.getByRole("dialog"));
    await fireEvent.input(dialog.getByLabelText("发出"), { target: { value: "55" } });
    await fireEvent.input(dialog.getByLabelText("理由（记入会议记录）"), { target: { value: "一人离场" } });
    await fireEvent.click(dialog.getByText("更正数字", { selector: "button" }));
    const numbers = { present: 56, printed: 60, issued: 55, collected: null };
    expect(given(asked)).toEqual([
      { room: "round", command: { do: "correct_numbers", round: 1, numbers, reason: "一人离场" } },
    ]);
  });

  it("has the people counted again before a void vote is repeated", async () => {
    const missing = { code: "attendance_not_counted" } as const;
    const to_open = [
      { ballot: "b1", title: "票决票", kind: { why: "redo", of: 1 } as const, missing, notices: [] },
    ];
    const attendance_due = { ballots: true, hands: false };
    onTheFloor({ ...empty, attendance: figures, to_open, attendance_due }, "attendance");
    render(App);
    await screen.findByLabelText("实到代表");
    screen.getByText("重新投票");
    expect(screen.queryByLabelText("印制")).toBeNull();
  });

  it("offers the redo after a void vote was announced", async () => {
    const round: FloorRound = {
      ...voting,
      collected: { spoiled: 1, returned: 57 },
      left_over: 3,
      valid: false,
      announced: true,
      correctable: false,
    };
    const to_open = [
      { ballot: "b1", title: "票决票", kind: { why: "redo", of: 1 } as const, missing: null, notices: [] },
    ];
    onTheFloor({ ...empty, attendance: figures, to_open, rounds: [round] }, "open");
    render(App);
    await screen.findByText("重新投票");
    screen.getByText("投票无效");
  });

  it("withdraws a ballot that is not out yet, with the reason", async () => {
    const to_open = [
      { ballot: "b1", title: "票决票", kind: { why: "first" } as const, missing: null, notices: [] },
    ];
    const { asked } = onTheFloor({ ...empty, attendance: figures, to_open }, "open");
    render(App);
    await fireEvent.click(await screen.findByText("不再投票"));
    const dialog = within(screen.getByRole("dialog"));
    await fireEvent.click(dialog.getByText("提案人撤回"));
    await fireEvent.click(dialog.getByText("不再投票"));
    const command = { do: "withdraw_ballot", ballot: "b1", reason: "提案人撤回" };
    expect(given(asked)).toEqual([{ room: "ballot", command }]);
  });

  const two = [
    { ballot: "a", title: "选举票", kind: { why: "first" } as const, missing: null, notices: [] },
    { ballot: "b", title: "选举票", kind: { why: "first" } as const, missing: null, notices: [] },
  ];
  const cardOf = (
    ballot: string,
    state: FloorCard["state"],
    more: Partial<FloorCard["label"]>,
  ): FloorCard => ({
    label: label("选举票", { matter: "persons", ...more }),
    state,
    of: { card: "ballot", ballot },
  });

  it("opens the ballot that is due, folds the others, and records the one whose numbers were typed", async () => {
    const cards = [
      cardOf("a", "due", { colour: "粉红色", twin: 1 }),
      cardOf("b", "waiting", { colour: "粉红色", twin: 2 }),
    ];
    const { asked } = onTheFloor({ ...empty, attendance: figures, to_open: two, cards }, "open");
    render(App);
    await screen.findByLabelText("印制");
    const [first, second] = screen.getAllByRole("region", { name: /选举票/ });
    if (!first || !second) throw new Error("two cards");
    expect([first, second].map((one) => plain(one.querySelector("h2")?.textContent).trim())).toEqual([
      "选举票 粉红色 同名第1种",
      "选举票 粉红色 同名第2种",
    ]);
    expect(within(second).queryByLabelText("印制")).toBeNull();
    within(second).getByText("展开").focus();
    await fireEvent.click(within(second).getByText("展开"));
    const printed = await within(second).findByLabelText("印制");
    expect(document.activeElement).toBe(printed);
    await fireEvent.input(within(first).getByLabelText("印制"), { target: { value: "60" } });
    await fireEvent.input(printed, { target: { value: "58" } });
    await fireEvent.keyDown(printed, { key: "Enter" });
    expect(given(asked)).toEqual([
      {
        room: "round",
        command: { do: "open_round", ballot: "b", kind: { why: "first" }, printed: 58, issued: 56 },
      },
    ]);
  });

  it("tells persons as persons once the result is announced, and says which vote it was", async () => {
    const outcomes = [
      {
        title: "副镇长",
        matter: "persons" as const,
        chosen: ["田富", "田大利"],
        seats_left: 1,
        next: "further" as const,
      },
    ];
    const round: FloorRound = {
      ...voting,
      collected: { spoiled: 0, returned: 56 },
      valid: true,
      announced: true,
      result_announced: true,
      outcomes,
    };
    const of = { card: "round" as const, round: 1 };
    const kind = { why: "redo" as const, of: 1 };
    const cards: FloorCard[] = [
      { label: label("选举票", { matter: "persons", kind, time: 2 }), state: "past", of },
    ];
    onTheFloor({ ...empty, attendance: figures, rounds: [round], cards }, "decision");
    render(App);
    await screen.findByText("当选 2 名：田富、田大利，还缺 1 名，未选足，须另行选举");
    screen.getByText("第 2 次重新投票");
    screen.getByText("已办完");
    expect(screen.queryByText("宣布结果")).toBeNull();
  });
});
