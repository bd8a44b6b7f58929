import { fireEvent, render, screen, within } from "@testing-library/svelte";
import { describe, expect, it } from "vitest";
import App from "#ui/App.svelte";
import type { Ballot, FloorCard, FollowUp } from "#ui/bindings";
import { navigation } from "#ui/frame/navigation.svelte";
import { empty, figures, given, onTheFloor, voting } from "./on-the-floor";
import { answering, frameAt, label } from "./shell";

describe("what follows a result", () => {
  it("is told at the foot before any step of another ballot, with the way to it", async () => {
    const follow = {
      label: label("副镇长选票", { kind: { why: "runoff", of: 1 }, matter: "persons" }),
      next: "runoff",
    };
    navigation.goTo("hall");
    answering({ frame_view: () => ({ ...frameAt("attendance"), several: true, follow }) });
    render(App);
    const foot = within(await screen.findByRole("region", { name: "今天的步骤" }));
    foot.getByText("副镇长选票 · 再次投票");
    foot.getByText("末位同票，须再次投票");
    await fireEvent.click(foot.getByText("去办理：会场"));
    expect(navigation.room).toBe("floor");
  });

  it.each([
    [true, "未选足，须另行选举"],
    [false, "下一轮选票已经编好"],
  ])(
    "opens what must follow a result, under its own name, until its ballot is set up: %s",
    async (open, line) => {
      const proposed = { id: "next", title: "选举票（另行选举）" } as Ballot;
      const left: FollowUp = {
        round: 1,
        contest: "c",
        ballot: "选举票",
        title: "选举副镇长",
        matter: "persons",
        next: "further",
        settlements: ["next_session"],
        seats_left: 1,
        tied: [],
        stands: [],
        margin_needed: false,
        proposed: open ? proposed : null,
        unready: null,
      };
      const cards: FloorCard[] = [
        { label: label("票决票"), state: "due", of: { card: "round", round: 1 } },
        {
          label: label("选举票", { kind: { why: "further", of: 1 }, matter: "persons" }),
          state: "waiting",
          of: { card: "follow_up", round: 1, contest: "c" },
        },
      ];
      onTheFloor({ ...empty, attendance: figures, rounds: [voting], follow_ups: [left], cards }, "collect");
      render(App);
      const heading = await screen.findByRole("heading", { name: /选举票.*另行选举/ });
      const card = within(heading.closest("section") as HTMLElement);
      expect(card.getByText(line, { selector: "p" })).toBeTruthy();
      expect(card.queryByText("未选足，须另行选举", { selector: "h3" }) !== null).toBe(open);
    },
  );

  const level: FollowUp = {
    round: 1,
    contest: "projects",
    ballot: "票决票",
    title: "民生实事项目",
    matter: "projects",
    settlements: ["presidium"],
    next: "presidium",
    seats_left: 1,
    tied: [
      { candidate: "2", name: "路灯亮化工程" },
      { candidate: "3", name: "山塘除险加固" },
    ],
    stands: [],
    margin_needed: false,
    proposed: null,
    unready: null,
  };

  it("records whom the presidium chose of those level, with the record of the decision", async () => {
    const { asked } = onTheFloor({ ...empty, attendance: figures, follow_ups: [level] }, "decision");
    render(App);
    await screen.findByText("路灯亮化工程、山塘除险加固得票相同，还有 1 项名额。");
    await fireEvent.click(screen.getByText("登记决定"));
    const dialog = within(screen.getByRole("dialog"));
    await fireEvent.click(dialog.getByLabelText("山塘除险加固"));
    await fireEvent.input(dialog.getByLabelText("理由（记入会议记录）"), {
      target: { value: "主席团第三次会议决定" },
    });
    await fireEvent.click(dialog.getByText("登记决定", { selector: "button *, button" }));
    const settlement = { settled: "presidium", chosen: ["3"] };
    const command = {
      do: "settle",
      round: 1,
      contest: "projects",
      settlement,
      record: "主席团第三次会议决定",
    };
    expect(given(asked)).toEqual([{ room: "follow", command }]);
  });

  it("says who stands next by law, and sends for a nomination where there are too few", async () => {
    const ballot = { title: "副镇长选票（另行选举）" } as Ballot;
    const few: FollowUp = {
      ...level,
      matter: "persons",
      next: "further",
      settlements: [],
      tied: [],
      stands: [{ name: "田富", votes: 21 }],
      margin_needed: true,
      unready: {
        ballot,
        missing: { code: "margin_needed", contest: "选举副镇长", candidates: 1, seats: 1 },
      },
    };
    onTheFloor({ ...empty, attendance: figures, follow_ups: [few] }, "decision");
    render(App);
    await screen.findByText(/田富（21 ?票）.*另行提名.*第二十九条/);
    screen.getByText(/副职另行选举仍须差额：/);
    await fireEvent.click(screen.getByText("到“会前”提名"));
    expect(navigation.toComplete).toEqual(ballot);
    navigation.toComplete = null;
  });

  it("leaves the seats not filled to the next session when that was decided", async () => {
    const left: FollowUp = {
      ...level,
      next: "further",
      settlements: ["next_session", "accept_fewer"],
      tied: [],
    };
    const { asked } = onTheFloor({ ...empty, attendance: figures, follow_ups: [left] }, "decision");
    render(App);
    await fireEvent.click(await screen.findByText("留待下次会议"));
    const dialog = within(screen.getByRole("dialog"));
    await fireEvent.click(dialog.getByText("主席团会议决定"));
    await fireEvent.click(dialog.getByText("登记决定", { selector: "button *, button" }));
    const settlement = { settled: "next_session" };
    const command = { do: "settle", round: 1, contest: "projects", settlement, record: "主席团会议决定" };
    expect(given(asked)).toEqual([{ room: "follow", command }]);
  });
});
