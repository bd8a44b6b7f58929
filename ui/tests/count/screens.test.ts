import { cleanup, render, screen } from "@testing-library/svelte";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { DeskView, DoubtfulView } from "#ui/bindings";
import { navigation } from "#ui/frame/navigation.svelte";
import { session } from "#ui/frame/session.svelte";
import CountRoom from "#ui/rooms/count/CountRoom.svelte";
import Desk from "#ui/rooms/count/desk/Desk.svelte";
import { choice } from "#ui/rooms/count/desk/seat.svelte";
import Difference from "#ui/rooms/count/rulings/Difference.svelte";
import Names from "#ui/rooms/count/rulings/Names.svelte";
import Rulings from "#ui/rooms/count/rulings/Rulings.svelte";
import Section from "#ui/rooms/count/rulings/Section.svelte";
import * as api from "#ui/shell/api";
import { plain } from "../shell";
import { countToRule, DIFFERENCE, desk, ELECTION, FIGURES, frameAt } from "./fixtures";

const SEAT = { round: 1, pass: "second" as const, teller: "t1" };
const soon = () => new Promise((resolve) => setTimeout(resolve, 0));

function press(init: KeyboardEventInit): void {
  document.body.dispatchEvent(new KeyboardEvent("keydown", { bubbles: true, cancelable: true, ...init }));
}

beforeEach(() => {
  session.frame = frameAt("second_keying");
  // The page of these tests has no layout.
  Element.prototype.scrollIntoView = () => undefined;
});
afterEach(cleanup);

describe("the keying desk on the screen", () => {
  async function sitDown(view: DeskView = desk()) {
    vi.spyOn(api, "deskView").mockResolvedValue(view);
    const perform = vi.spyOn(api, "perform").mockResolvedValue(null);
    const count = vi.spyOn(api, "countView");
    render(Desk, { seat: SEAT, onchange: () => undefined });
    await soon();
    press({ key: "Enter", code: "Enter" });
    await soon();
    return { perform, count };
  }

  it("takes thirty keys in one go, an input method swallowing them, and asks for no view in between", async () => {
    const { perform, count } = await sitDown();
    const asked = vi.mocked(api.deskView).mock.calls.length;
    for (let sheet = 0; sheet < 2; sheet += 1) {
      for (let row = 0; row < 12; row += 1) {
        press({ key: "Process", code: row % 2 === 0 ? "Digit1" : "Numpad2", isComposing: true });
      }
      press({ key: "Process", code: "Enter", isComposing: true });
    }
    for (let row = 0; row < 4; row += 1) press({ key: "1", code: "Digit1" });
    await soon();
    const sheets = perform.mock.calls.map(([command]) => command);
    const marks = Array.from({ length: 12 }, (_, row) => (row % 2 === 0 ? "for" : "against"));
    expect(sheets).toMatchObject([
      { room: "keying", command: { do: "key_sheet", sheet: 5, reading: [{ marks }] } },
      { room: "keying", command: { do: "key_sheet", sheet: 6, reading: [{ marks }] } },
    ]);
    expect(screen.getByRole("heading", { level: 1 }).textContent?.replaceAll(/\s/gu, "")).toBe(
      "第3捆第7张/10",
    );
    expect(document.querySelectorAll("td .mark")).toHaveLength(4);
    expect(vi.mocked(api.deskView).mock.calls.length).toBe(asked);
    expect(count).not.toHaveBeenCalled();
  });

  it("shows no mark on a new sheet", async () => {
    await sitDown();
    expect(document.querySelectorAll("td .mark")).toHaveLength(0);
  });

  it("notes which row is doubtful, or that all of the section is", async () => {
    const { perform } = await sitDown();
    for (const [about, noted] of [
      [null, /^第5行 .+：涂改不清$/u],
      ["整个部分", /^涂改不清$/u],
    ] as const) {
      for (let row = 0; row < 4; row += 1) press({ key: "1", code: "Digit1" });
      press({ key: "?", code: "Slash", shiftKey: true });
      await soon();
      if (about) screen.getByRole("radio", { name: about }).click();
      await soon();
      screen.getByRole("button", { name: "涂改不清" }).click();
      await soon();
      press({ key: "+", code: "NumpadAdd" });
      press({ key: "Enter", code: "Enter" });
      await soon();
      const given = perform.mock.calls.at(-1)?.[0] as { command: { reading: { doubt?: string }[] } };
      expect(JSON.stringify(given)).toMatch(/doubt/u);
      const doubt = /"doubt":"([^"]|\\")*"/u.exec(JSON.stringify(given))?.[0] ?? "";
      expect(JSON.parse(`{${doubt}}`).doubt).toMatch(noted);
    }
  });

  it("records how many sheets a bundle really holds, and keeps what is keyed of the present one", async () => {
    const { perform } = await sitDown();
    press({ key: "1", code: "Digit1" });
    screen.getByRole("button", { name: "张数不对" }).click();
    await soon();
    const counted = screen.getByRole<HTMLInputElement>("textbox", { name: "实有张数" });
    const save = screen.getByRole<HTMLButtonElement>("button", { name: /记下张数/ });
    for (const [figures, disabled] of [
      ["3", true],
      ["10", true],
      ["11", false],
    ] as const) {
      counted.value = figures;
      counted.dispatchEvent(new InputEvent("input", { bubbles: true }));
      await soon();
      expect(save.disabled).toBe(disabled);
    }
    save.click();
    await soon();
    expect(perform.mock.calls.map(([command]) => command)).toMatchObject([
      { command: { do: "pause_sheet", sheet: 5 } },
      { command: { do: "count_bundle", place: { bundle: 3 }, sheets: 11 } },
    ]);
  });

  it("ends at the sheet that was skipped, when those after it are keyed", async () => {
    const view = desk();
    const { perform } = await sitDown({ ...view, in_hand: view.in_hand && { ...view.in_hand, last: 5 } });
    press({ key: "+", code: "NumpadAdd" });
    press({ key: "Enter", code: "Enter" });
    await soon();
    expect(screen.getAllByText(/10 张已录完/)).not.toHaveLength(0);
    press({ key: "Enter", code: "Enter" });
    await soon();
    expect(perform.mock.calls.map(([command]) => command)).toMatchObject([
      { command: { do: "key_sheet", sheet: 5 } },
      { command: { do: "close_bundle", place: { bundle: 3 } } },
    ]);
  });

  it("keeps what was keyed when the room is left", async () => {
    const { perform } = await sitDown();
    press({ key: "1", code: "Digit1" });
    cleanup();
    await soon();
    expect(perform).toHaveBeenCalledWith(
      expect.objectContaining({ command: expect.objectContaining({ do: "pause_sheet", sheet: 5 }) }),
      "t1",
    );
  });
});

describe("the counting room", () => {
  const place = () => document.querySelector('nav [aria-current="page"]')?.textContent;

  afterEach(() => {
    choice.leave();
    navigation.step = null;
  });

  it("goes on to the rulings when all is keyed, though a teller who came back still sits at the desk", async () => {
    const round = session.frame?.round?.round ?? 1;
    choice.seat = { ...SEAT, round };
    vi.spyOn(api, "deskView").mockResolvedValue(desk());
    vi.spyOn(api, "countView").mockResolvedValue(countToRule());
    navigation.step = "second_keying";
    render(CountRoom);
    await soon();
    expect(place()).toMatch(/^录入/);
    session.frame = frameAt("rule");
    await soon();
    expect(place()).toMatch(/^核对裁定/);
  });

  it("takes nobody who sat there for the ballot before for the one to sit down now", async () => {
    choice.pass = "second";
    choice.teller = "t1";
    choice.seat = { ...SEAT, round: 7 };
    session.frame = frameAt("first_keying");
    render(CountRoom);
    await soon();
    expect(document.querySelectorAll("input[type=radio]").length).toBeGreaterThan(2);
    expect(document.querySelector("input:checked")).toBeNull();
  });

  it("stays where the person was sent, away from what is next", async () => {
    vi.spyOn(api, "countView").mockResolvedValue(countToRule());
    navigation.step = "certify";
    render(CountRoom);
    await soon();
    session.frame = frameAt("rule");
    await soon();
    expect(place()).toMatch(/^核定/);
  });
});

describe("the scrutineer's form on the screen", () => {
  it("has nothing chosen, and sends the differing rows as keyed", async () => {
    const perform = vi.spyOn(api, "perform").mockResolvedValue(null);
    render(Difference, { view: countToRule(), difference: DIFFERENCE, onruled: () => undefined });
    expect(document.querySelectorAll('[aria-pressed="true"]')).toHaveLength(0);
    const confirm = screen.getByRole<HTMLButtonElement>("button", { name: /核对完这一张/ });
    expect(confirm.disabled).toBe(true);
    screen.getByRole("radio", { name: "周建国" }).click();
    press({ key: "2", code: "Digit2" });
    press({ key: "0", code: "Numpad0" });
    await soon();
    expect(confirm.disabled).toBe(false);
    press({ key: "Enter", code: "Enter" });
    await soon();
    expect(perform).toHaveBeenCalledWith(
      {
        room: "ruling",
        command: {
          do: "rule_difference",
          round: 1,
          place: DIFFERENCE.place,
          rows: [
            { contest: 0, row: 2, mark: "against" },
            { contest: 0, row: 9, mark: "blank" },
          ],
          names: [],
        },
      },
      "j1",
    );
  });
});

describe("what a scrutineer cannot decide", () => {
  it("is read by the chief scrutineer, by name", async () => {
    const perform = vi.spyOn(api, "perform").mockResolvedValue(null);
    render(Difference, { view: countToRule(), difference: DIFFERENCE, onruled: () => undefined });
    screen.getByRole("radio", { name: "郑国栋（总监票人）" }).click();
    press({ key: "/", code: "Slash" });
    press({ key: "1", code: "Digit1" });
    await soon();
    press({ key: "Enter", code: "Enter" });
    await soon();
    expect(perform.mock.calls[0]?.[1]).toBe("c");
  });
});

describe("the chief scrutineer's form on the screen", () => {
  const ruled = (verdict: object, reason: string) => [
    { room: "ruling", command: { do: "rule_sections", verdict, reason } },
    "c",
  ];
  const form = (doubtful: DoubtfulView | undefined, view = countToRule()) => {
    if (!doubtful) throw new Error("the fixture has one");
    const perform = vi.spyOn(api, "perform").mockResolvedValue(null);
    perform.mockClear();
    render(Section, { view, doubtful, onruled: () => undefined });
    return perform;
  };
  const confirm = () => screen.getByRole<HTMLButtonElement>("button", { name: /裁定这/ });

  it("rules as proposed with two keys, and all of a kind when asked", async () => {
    const perform = form(countToRule().doubtful[0]);
    expect(document.querySelectorAll("input:checked")).toHaveLength(0);
    screen.getByRole("checkbox", { name: /同类/ }).click();
    press({ key: "1", code: "Digit1" });
    await soon();
    press({ key: "Enter", code: "Enter" });
    await soon();
    const [command, actor] = perform.mock.calls[0] ?? [];
    expect([command, actor]).toMatchObject(ruled({ ruled: "as_proposed" }, ""));
    expect(command).toMatchObject({
      command: { sections: [{ place: { bundle: 2 } }, { place: { bundle: 4 } }] },
    });
  });

  it("asks a reason for what overrules the proposal, and for nothing else", async () => {
    const perform = form(countToRule().doubtful[2]);
    expect(screen.queryByRole("checkbox", { name: /同类/ })).toBeNull();
    press({ key: "2", code: "Digit2" });
    await soon();
    expect(confirm().disabled).toBe(true);
    const reason = screen.getByRole<HTMLInputElement>("textbox", { name: /理由/ });
    reason.value = "全栏涂改";
    reason.dispatchEvent(new InputEvent("input", { bubbles: true }));
    await soon();
    press({ key: "Enter", code: "Enter" });
    await soon();
    expect(perform.mock.calls[0]).toMatchObject(ruled({ ruled: "void" }, "全栏涂改"));
  });

  it("reads the names of an election anew with its rows", async () => {
    const view = { ...countToRule(), contests: [ELECTION] };
    const [first] = view.doubtful;
    const named = first && {
      ...first,
      marks: ELECTION.rows.map(() => "for" as const),
      write_ins: [{ name: "钱进", mark: "for" as const }],
    };
    const perform = form(named, view);
    press({ key: "3", code: "Digit3" });
    await soon();
    for (const key of ["1", "1", "2", "0"]) press({ key, code: `Digit${key}` });
    await soon();
    expect(confirm().disabled).toBe(true);
    screen.getByRole("button", { name: "照录入的姓名" }).click();
    await soon();
    const reason = screen.getByRole<HTMLInputElement>("textbox", { name: /理由/ });
    reason.value = "看过票面";
    reason.dispatchEvent(new InputEvent("input", { bubbles: true }));
    await soon();
    press({ key: "Enter", code: "Enter" });
    await soon();
    const marks = ["for", "for", "against", "blank"];
    const read = { ruled: "read", marks, write_ins: [{ name: "钱进", mark: "for" }] };
    expect(perform.mock.calls[0]).toMatchObject(ruled(read, "看过票面"));
  });
});

describe("the rulings on the screen", () => {
  const write = async (field: HTMLInputElement, text: string) => {
    field.value = text;
    field.dispatchEvent(new InputEvent("input", { bubbles: true }));
    await soon();
  };

  it("begin with a bundle out of step, which is mended with a reason by whoever looked at it", async () => {
    const perform = vi.spyOn(api, "perform").mockResolvedValue(null);
    const slips = [{ pass: "first", slipped: "skipped", from: 5, to: 5, at: 5 }] as const;
    const slipped = [{ bundle: 3, planned: 10, first: 9, second: 10, slips: [...slips] }];
    render(Rulings, {
      view: { ...countToRule(), slipped },
      oncertify: () => undefined,
      ondesk: () => undefined,
    });
    expect(screen.getByRole("heading", { level: 1 }).textContent?.replaceAll(/\s/gu, "")).toBe(
      "请取出第3捆，逐张核对",
    );
    expect(document.querySelectorAll(".actions .primary")).toHaveLength(0);
    screen.getByRole("button", { name: /首录补录第.5.张/ }).click();
    await soon();
    screen.getByRole("radio", { name: /吴秀兰/ }).click();
    await write(screen.getByRole<HTMLInputElement>("textbox", { name: /理由|原因/ }), "看过票面，漏录一张");
    screen.getByRole("button", { name: /^更正/ }).click();
    await soon();
    expect(perform).toHaveBeenCalledWith(
      {
        room: "keying",
        command: {
          do: "mend_bundle",
          place: { round: 1, pass: "first", bundle: 3 },
          mend: { mend: "skipped", sheet: 5 },
          reason: "看过票面，漏录一张",
        },
      },
      "j2",
    );
  });

  it("never say that all is alike while a bundle has a wrong number of sheets", async () => {
    const slipped = [{ bundle: 3, planned: 10, first: 9, second: 9, slips: [] }];
    const open = { ...countToRule(), differences: [], kinds: [], doubtful: [] };
    const props = { oncertify: () => undefined, ondesk: () => undefined };
    const { rerender } = render(Rulings, { ...props, view: { ...open, slipped } });
    const text = () => plain(document.body.textContent);
    expect(text()).not.toContain("一致　已全部核对");
    expect(text()).not.toContain("全部一致");
    expect(text()).toContain("有1捆张数或次序对不上");
    await rerender({ ...props, view: { ...open, slipped: [] } });
    expect(text()).toContain("两次录入全部一致");
  });

  it("merge the spellings that were chosen, by the chief scrutineer, and nothing without a reason", async () => {
    const perform = vi.spyOn(api, "perform").mockResolvedValue(null);
    const spelling = { contest: 0, sheets: 1, into: null, candidate: false };
    const names = [
      { ...spelling, name: "汪芳" },
      { ...spelling, name: "王芳" },
      { ...spelling, name: "李玮", into: "李伟", candidate: true },
    ];
    render(Names, { view: { ...countToRule(), names }, contest: 0 });
    expect(screen.getAllByRole("checkbox")).toHaveLength(2);
    screen.getByRole("checkbox", { name: "汪芳" }).click();
    await write(screen.getByRole<HTMLInputElement>("textbox", { name: "选中的都计作" }), "王芳");
    press({ key: "Enter", code: "Enter" });
    expect(perform).not.toHaveBeenCalled();
    await write(screen.getByRole<HTMLInputElement>("textbox", { name: /理由/ }), "同一人");
    press({ key: "Enter", code: "Enter" });
    await soon();
    expect(perform).toHaveBeenCalledWith(
      {
        room: "ruling",
        command: { do: "merge_names", round: 1, contest: 0, names: ["汪芳"], into: "王芳", reason: "同一人" },
      },
      "c",
    );
    expect(screen.getByText(/是本部分候选人/)).toBeTruthy();
  });

  it("bring the keyboard to what has opened", async () => {
    render(Rulings, { view: countToRule(), oncertify: () => undefined, ondesk: () => undefined });
    expect(document.activeElement).toBe(screen.getByRole("heading", { level: 1 }));
    screen.getByRole("button", { name: /5.捆.4.张/ }).click();
    await soon();
    const opened = screen.getByRole("heading", { level: 1 });
    expect(opened.textContent).toMatch(/5.捆第.4.张/);
    expect(document.activeElement).toBe(opened);
  });

  it("show how often each keyer was overruled once nothing is open", () => {
    render(Rulings, {
      view: { ...countToRule(), differences: [], kinds: [], doubtful: [] },
      oncertify: () => undefined,
      ondesk: () => undefined,
    });
    const rows = screen.getAllByRole("row").map((row) => row.textContent?.replaceAll(/\s/gu, ""));
    expect(rows).toEqual(["次计票人录入张数差错处数", "首录刘敏563", "复录孙丽561"]);
  });
});

describe("two counts at one table", () => {
  it("are both reachable, each under its own name wherever one stands", async () => {
    const twin = (round: number, number: number) => ({
      figures: { ...FIGURES, round, label: { ...FIGURES.label, twin: number } },
      place: "desk" as const,
      certified: false,
      announced: false,
      to_rule: 0,
      notices: [],
    });
    session.frame = { ...frameAt("first_keying"), counts: [twin(1, 1), twin(2, 2)], counting: 1 };
    const asked = vi.spyOn(api, "countView").mockResolvedValue(countToRule());
    render(CountRoom);
    await soon();
    const counts = screen.getByRole("group", { name: "哪一轮计票" });
    const [first, second] = [...counts.querySelectorAll("button")];
    expect(first?.getAttribute("aria-pressed")).toBe("true");
    second?.click();
    await soon();
    expect(second?.getAttribute("aria-pressed")).toBe("true");
    expect(second?.textContent?.replaceAll(/\s+/gu, "")).toBe("2026年度民生实事项目票决粉红色同名第2种录入");
    screen.getByRole("button", { name: /核对裁定/ }).click();
    await soon();
    expect(asked).toHaveBeenLastCalledWith(2);
    navigation.count = null;
  });
});
