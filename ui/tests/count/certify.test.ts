import { cleanup, render, screen } from "@testing-library/svelte";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { CountView } from "#ui/bindings";
import { session } from "#ui/frame/session.svelte";
import Certify from "#ui/rooms/count/certify/Certify.svelte";
import { outcomeSentences, rowsOverThreshold } from "#ui/rooms/count/certify/outcome";
import { emptyTotals, rowTotal, totalsOf } from "#ui/rooms/count/certify/totals";
import * as api from "#ui/shell/api";
import { plain } from "../shell";
import { countToCertify, countToRule, ELECTION, EVALUATION, frameAt } from "./fixtures";

const onnames = () => undefined;
const soon = () => new Promise((resolve) => setTimeout(resolve, 0));

beforeEach(() => {
  session.frame = frameAt("certify");
});
afterEach(cleanup);

function type(label: string, text: string): void {
  const field = screen.getByLabelText<HTMLInputElement>(label);
  field.value = text;
  field.dispatchEvent(new Event("input", { bubbles: true }));
}

describe("totals counted by hand", () => {
  it("count a cell without strokes as none", () => {
    const typed = emptyTotals([EVALUATION, ELECTION]);
    const [grades, election] = typed;
    if (!grades || !election) throw new Error("no form");
    grades.rows[0] = [50, null, 5, null, 1];
    election.writeIns = [
      { name: " 王芳 ", votes: 3 },
      { name: "", votes: null },
    ];
    const totals = totalsOf(typed, [EVALUATION, ELECTION]);
    expect(totals[0]?.rows[0]).toEqual({ for: 0, against: 0, abstain: 0, void: 1, grades: [50, 0, 5, 0, 0] });
    expect(totals[1]?.write_ins).toEqual([{ name: "王芳", for: 3 }]);
    expect(rowTotal([50, null, 5])).toBe(55);
  });
});

describe("the control sums", () => {
  const rows = () => screen.getAllByRole("row").map((row) => plain(row.textContent).replaceAll(/\s/gu, ""));

  it("name the contest, the grades and the row that is wrong", () => {
    const view: CountView = {
      ...countToRule(),
      contests: [ELECTION, EVALUATION],
      controls: [
        { sum: "settled", contest: null, row: null, left: 56, right: 56 },
        { sum: "rows", contest: 0, row: null, left: 56, right: 56 },
        { sum: "rows", contest: 1, row: 1, left: 55, right: 56 },
      ],
    };
    render(Certify, { view, onnames });
    expect(document.activeElement?.tagName).toBe("H1");
    const [, settled, election, evaluation] = rows();
    expect(settled).toContain("已定张数=收回5656✓相等");
    expect(election).toContain("（副镇长选举）");
    expect(evaluation).toContain("满意+基本满意+不满意+弃权+本栏无效=有效");
    expect(evaluation).toContain("第2行镇中心幼儿园改扩建项目5556差1");
  });
});

describe("names written in", () => {
  it("that count apart are pointed out before the count is certified", () => {
    const apart = [{ contest: 0, names: 2 }];
    const asked = vi.fn();
    render(Certify, { view: { ...countToCertify(false), contests: [ELECTION], apart }, onnames: asked });
    expect(plain(document.body.textContent)).toMatch(/另选他人写了\s*2\s*个姓名，\s*分开计票/u);
    screen.getByRole("button", { name: "核对姓名写法" }).click();
    expect(asked).toHaveBeenCalledOnce();
  });

  it("ask for nothing where none counts apart", () => {
    render(Certify, { view: { ...countToCertify(false), contests: [ELECTION] }, onnames });
    expect(screen.queryByRole("button", { name: "核对姓名写法" })).toBeNull();
  });
});

describe("the tally by hand beside the keyed one", () => {
  const differing = (): CountView => ({
    ...countToCertify(false),
    hand_tally: {
      entered: true,
      ruled: false,
      differences: [{ contest: 0, figure: "for", row: 6, hand: 50, keyed: 49 }],
    },
    missing: { code: "hand_tally_differs", figures: 1 },
    result: null,
  });

  it("names what differs, and only the chief scrutineer rules on it", async () => {
    const perform = vi.spyOn(api, "perform").mockResolvedValue(null);
    render(Certify, { view: differing(), onnames });
    expect(plain(document.body.textContent)).toContain("第7行 集镇生活污水管网改造：赞成");
    expect(screen.getByRole<HTMLButtonElement>("button", { name: /总监票人核定/ }).disabled).toBe(true);
    screen.getByRole("button", { name: "以录入计票为准" }).click();
    await soon();
    screen.getByRole("button", { name: "正字漏画一笔" }).click();
    await soon();
    const [, rule] = screen.getAllByRole("button", { name: /以录入计票为准/ });
    rule?.click();
    await soon();
    const command = { do: "rule_hand_tally", round: 1, reason: "正字漏画一笔" };
    expect(perform).toHaveBeenCalledWith({ room: "hand_tally", command }, "c");
  });

  it("is typed cell by cell as on the tally sheet", async () => {
    const perform = vi.spyOn(api, "perform").mockResolvedValue(null);
    render(Certify, {
      view: { ...differing(), hand_tally: { entered: false, ruled: false, differences: [] } },
      onnames,
    });
    screen.getByRole("button", { name: "填入正字计票合计" }).click();
    await soon();
    type("有效票", "５５");
    type("无效票", "1");
    type("第 1 行赞成", "53");
    type("第 1 行反对", "2");
    screen.getByRole("radio", { name: /周建国/ }).click();
    await soon();
    screen.getByRole("button", { name: /记下合计/ }).click();
    await soon();
    const [command, actor] = perform.mock.calls[0] ?? [];
    expect(actor).toBe("j1");
    expect(command).toMatchObject({
      room: "hand_tally",
      command: { do: "enter_hand_tally", totals: [{ valid: 55, void: 1 }] },
    });
  });
});

describe("a certified count", () => {
  it.each([
    [false, "接着打印计票结果报告单"],
    [true, "结果已经宣布"],
  ])("leads to its report until it is announced: %s", async (announced, said) => {
    const frame = frameAt("decision");
    session.frame = { ...frame, counts: frame.counts.map((one) => ({ ...one, announced })) };
    render(Certify, { view: countToCertify(true), onnames });
    expect(plain(document.body.textContent)).toContain(said);
    expect(screen.queryByRole("button", { name: /去文书打印报告单/ }) === null).toBe(announced);
  });

  it("is opened again only with a reason, and its earlier certificate stays in sight", async () => {
    const perform = vi.spyOn(api, "perform").mockResolvedValue(null);
    const certified = { by: "郑国栋", at: "2026-01-16T14:48:00+08:00", proven: true, pin_removed: null };
    const history = {
      by: "郑国栋",
      at: "2026-01-16T15:10:00+08:00",
      reason: "代表提出异议",
      certified,
      announced: true,
    };
    render(Certify, { view: { ...countToCertify(true), reopenings: [history] }, onnames });
    expect(plain(document.body.textContent)).toContain("重新核票，原因：代表提出异议");
    screen.getByRole("button", { name: "重新核票" }).click();
    await soon();
    const [, reopen] = screen.getAllByRole<HTMLButtonElement>("button", { name: /重新核票/ });
    expect(reopen?.disabled).toBe(true);
    screen.getByRole("button", { name: "发现录入有误" }).click();
    await soon();
    reopen?.click();
    await soon();
    const command = { do: "reopen", round: 1, reason: "发现录入有误" };
    expect(perform).toHaveBeenCalledWith({ room: "round", command }, "c");
  });
});

describe("the result before it is certified", () => {
  const [table] = countToCertify(false).result ?? [];
  if (!table) throw new Error("no result");

  it("stands above the control sums, and is asked about in words", async () => {
    render(Certify, { view: countToCertify(false), onnames });
    const headings = screen.getAllByRole("heading").map((it) => plain(it.textContent));
    expect(headings).toEqual(["待核定的计票结果", "2026年度民生实事项目票决", "核对等式"]);
    screen.getByRole("button", { name: /总监票人核定/ }).click();
    await soon();
    expect(plain(screen.getByRole("dialog").textContent)).toContain("通过10项：镇中心幼儿园改扩建项目、");
  });

  it("says who is elected, who is level and how many seats are left", () => {
    const row = (name: string, outcome: "chosen" | "tied") => ({ ...table.rows[0], name, outcome });
    const rows = [row("王秀云", "chosen"), row("李伟", "tied"), row("赵国强", "tied")] as typeof table.rows;
    const tied = { ...table, rows, seats: 2, seats_left: 1, next: "runoff" as const };
    expect(outcomeSentences(tied, "persons").map(plain)).toEqual([
      "当选1名：王秀云",
      "李伟、赵国强得票相同，还应选出1名。",
      "末位同票，须再次投票",
    ]);
    const short = { ...tied, rows: rows.slice(0, 1), next: "further" as const };
    expect(outcomeSentences(short, "persons").map(plain)).toEqual([
      "当选1名：王秀云",
      "还缺1名",
      "未选足，须另行选举",
    ]);
  });

  it("draws the threshold between the rows that reach it and those that do not", () => {
    expect(rowsOverThreshold(table)).toBe(11);
    expect(rowsOverThreshold({ ...table, order: "ballot" })).toBeNull();
  });
});
