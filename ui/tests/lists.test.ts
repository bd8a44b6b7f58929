import { fireEvent, render, screen, waitFor, within } from "@testing-library/svelte";
import { tick } from "svelte";
import { describe, expect, it } from "vitest";
import App from "#ui/App.svelte";
import type { Deputy, Observer, PrepareView, TableAsked, TableLook, TablePreview } from "#ui/bindings";
import { choose } from "./choose";
import { answering, frameAt, plain, prepared, presets } from "./shell";

const headings = ["编号", "姓名", "性别", "民族", "代表团", "单位职务", "备注"];

const preview: TablePreview = {
  list: "deputies",
  headings,
  sheet: "Sheet1",
  heading: 3,
  columns: [
    { letter: "A", heading: "序号", column: "编号" },
    { letter: "B", heading: "人", column: null },
  ],
  dispensable: [],
  rows: [
    { line: 4, block: 0, cells: ["1", "陈志远", "男", "汉族", "一团", "主席", ""], change: { is: "same" } },
    {
      line: 5,
      block: 0,
      cells: ["2", "刘敏", "女", "汉族", "二团", "", ""],
      change: { is: "changed", before: [null, null, null, null, "一团", null, null] },
    },
    { line: 6, block: 0, cells: ["x", "王芳", "女", "汉族", "二团", "", ""], change: { is: "new" } },
  ],
  missing: [["9", "周建国", "男", "汉族", "一团", "", ""]],
  keep: false,
  faults: [
    {
      place: { line: 6, column: "编号", cell: "A6" },
      value: "x",
      code: "not_a_number",
      least: 1,
      most: 9999,
    },
  ],
  notes: [
    { code: "row_skipped", line: 7, row: "total", text: "合计 3人" },
    { code: "filled_down", column: "代表团", value: "二团", from: 5, first: 6, last: 6, merged: false },
    { code: "other_sheets", sheet: "Sheet1", others: ["Sheet2"] },
  ],
};
const look: TableLook = { file: "名册.xlsx", preview };
const mended: TableLook = { ...look, preview: { ...preview, faults: [] } };

const deputy = (number: number, name: string): Deputy => ({
  number,
  name,
  sex: "",
  ethnicity: "汉族",
  delegation: "一团",
  post: "村民",
  note: "",
});

function at(
  step: "roster" | "ballot",
  view: PrepareView,
  more: Record<string, (args: never) => unknown> = {},
) {
  return answering({
    frame_view: () => frameAt(step),
    prepare_view: () => view,
    papers_view: () => ({ papers: [], agenda: [] }),
    start_view: () => ({ recent: [], folder: "", opened: "/a.piaojue", failure: null }),
    presets,
    perform: () => null,
    ...(more as Record<string, (args: Record<string, unknown>) => unknown>),
  });
}

const press = async (name: string | RegExp) => {
  await fireEvent.click((await screen.findAllByRole("button", { name }))[0] as HTMLElement);
  await tick();
};
const turnTo = (page: string) => press(new RegExp(`^${page}`, "u"));

const paste = (target: Element, text: string) =>
  fireEvent(
    target,
    Object.assign(new Event("paste", { bubbles: true, cancelable: true }), {
      clipboardData: { getData: () => text },
    }),
  );

describe("a list from a file", () => {
  it("is shown row by row, put right in place, and recorded whole", async () => {
    const asked: TableAsked[] = [];
    const shell = at("roster", prepared(), {
      look_at_table: ({ asked: one }: { asked: TableAsked }) => {
        asked.push(structuredClone(one));
        return one.options.corrected.length > 0 ? mended : look;
      },
      take_table: () => ({ into: "roster", deputies: [deputy(1, "陈志远")] }),
    });
    render(App);
    await press("导入…");
    const dialog = within(await screen.findByRole("dialog"));
    const all = plain(screen.getByRole("dialog").textContent);
    for (const told of [
      "导入代表名册：名册.xlsx",
      "3行：新增1，更改1，不变1",
      "有1处须改正",
      "第6行“编号”：“x”不是1到9999的整数。请改成整数",
      "原为“一团”",
      "第7行是合计，不录入：合计3人",
      "“代表团”第6行是空格，按第5行填为“二团”",
      "原有的1行不在这份表里",
      "9周建国 男",
    ])
      expect(all).toContain(told);
    expect(dialog.getByRole("button", { name: /录入/u })).toHaveProperty("disabled", true);

    const field = dialog.getByLabelText("改正第 6 行“编号”");
    await fireEvent.input(field, { target: { value: "3" } });
    await fireEvent.change(field, { target: { value: "3" } });
    await waitFor(() => expect(screen.queryByRole("alert")).toBeNull());
    expect(asked[1]?.options.corrected).toEqual([{ line: 6, block: 0, column: "编号", text: "3" }]);
    await fireEvent.click(dialog.getByLabelText("保留"));
    expect(asked.at(-1)?.keep).toBe(true);
    await fireEvent.click(dialog.getByRole("button", { name: /录入/u }));
    await screen.findByText(/代表名册已录入，共 1 行/u);
    const given = shell.asked.find((one) => one.name === "perform");
    expect(given?.args.command).toMatchObject({
      command: { do: "list_roster", deputies: [deputy(1, "陈志远")] },
    });
    await press(/撤销/u);
    const back = shell.asked.filter((one) => one.name === "perform")[1];
    expect(back?.args.command).toMatchObject({
      command: { do: "list_roster", deputies: prepared().deputies },
    });
  });

  it("is read again as its columns are assigned", async () => {
    const asked: TableAsked[] = [];
    at("roster", prepared(), {
      look_at_table: ({ asked: one }: { asked: TableAsked }) => {
        asked.push(structuredClone(one));
        return look;
      },
    });
    render(App);
    await press("导入…");
    const dialog = within(await screen.findByRole("dialog"));
    await choose(dialog.getByLabelText(/B 栏/u), "姓名");
    expect(asked.at(-1)?.options.assigned).toEqual([{ heading: "人", letter: null, column: "姓名" }]);
    await fireEvent.click(dialog.getByLabelText("去掉第 4 行"));
    expect(asked.at(-1)?.options.left_out).toEqual([4]);
  });
});

describe("rows that the file hides", () => {
  it("come in unless somebody says otherwise", async () => {
    const asked: TableAsked[] = [];
    const notes: TablePreview["notes"] = [{ code: "hidden", lines: [4, 5, 7] }];
    at("roster", prepared(), {
      look_at_table: ({ asked: one }: { asked: TableAsked }) => {
        asked.push(structuredClone(one));
        return { ...mended, preview: { ...mended.preview, notes } };
      },
    });
    render(App);
    await press("导入…");
    const dialog = within(await screen.findByRole("dialog"));
    expect(plain(screen.getByRole("dialog").textContent)).toContain("第4至5、7行在原表中是隐藏的");
    await fireEvent.click(dialog.getByLabelText("不读入"));
    expect(asked.at(-1)?.options.left_out).toEqual([4, 5, 7]);
    await fireEvent.click(dialog.getByLabelText("读入"));
    expect(asked.at(-1)?.options.left_out).toEqual([]);
  });
});

describe("a list from the clipboard", () => {
  it("is looked at where it is pasted, and adds to what is there", async () => {
    const { asked } = at("roster", prepared(), { look_at_table: () => mended });
    render(App);
    await screen.findByRole("button", { name: "导入…" });
    await paste(document.body, "姓名\t性别\n王芳\t女\n");
    await screen.findByText(/3 行：新增 1/u);
    const given = asked.find((one) => one.name === "look_at_table");
    expect(given?.args).toMatchObject({
      source: { from: "pasted", text: "姓名\t性别\n王芳\t女\n" },
      asked: { keep: true, target: { into: "roster" } },
    });
  });
});

describe("rows of a ballot", () => {
  const names = () =>
    screen.getAllByLabelText(/^第 \d 项的名称$/u).map((field) => (field as HTMLInputElement).value);

  it("are filled by a pasted column and moved by Alt and an arrow or with the mouse", async () => {
    at("ballot", prepared());
    render(App);
    await press("新建选票");
    await paste(await screen.findByLabelText("第 1 项的名称"), "山塘\n路灯\n堤防\n");
    await tick();
    expect(names()).toEqual(["山塘", "路灯", "堤防"]);
    const first = screen.getByLabelText("第 1 项的名称");
    first.focus();
    await fireEvent.keyDown(first, { key: "ArrowDown", altKey: true });
    await tick();
    expect(names()).toEqual(["路灯", "山塘", "堤防"]);
    await tick();
    expect((document.activeElement as HTMLInputElement).value).toBe("山塘");
    await fireEvent.dragStart(screen.getByText("3", { selector: "td" }));
    await fireEvent.drop(screen.getByText("1", { selector: "td" }));
    await tick();
    expect(names()).toEqual(["堤防", "路灯", "山塘"]);
    await press("删除：路灯");
    expect(names()).toEqual(["堤防", "山塘"]);
    await press(/撤销/u);
    expect(names()).toEqual(["堤防", "路灯", "山塘"]);
  });
});

describe("an amount", () => {
  it("is read by the program, and what is none is told before the dialog closes", async () => {
    const amounts: Record<string, number> = { "386万元": 3_860_000 };
    at("ballot", prepared(), { amount_of: ({ text }: { text: string }) => amounts[text] ?? null });
    render(App);
    await press("新建选票");
    await press(/^项目资料/u);
    const dialog = within(screen.getByRole("dialog"));
    const field = dialog.getByLabelText("投资（万元）");
    await fireEvent.input(field, { target: { value: "约386" } });
    await dialog.findByText(/不是金额/u);
    expect(dialog.getByRole("button", { name: /完成/u })).toHaveProperty("disabled", true);
    await fireEvent.input(field, { target: { value: "386万元" } });
    await waitFor(() => expect(dialog.queryByText(/不是金额/u)).toBeNull());
    await fireEvent.click(dialog.getByRole("button", { name: /完成/u }));
    await screen.findByText("386");
  });
});

describe("rows of a form", () => {
  const observers: Observer[] = [{ name: "郑少华", post: "书记" }];

  it("go on with Enter and take a pasted column", async () => {
    at("roster", { ...prepared(), observers });
    render(App);
    await turnTo("列席");
    const first = await screen.findByLabelText("第 1 位列席人员的姓名");
    first.focus();
    await fireEvent.keyDown(first, { key: "Enter" });
    await tick();
    const second = screen.getByLabelText("第 2 位列席人员的姓名");
    await tick();
    expect(document.activeElement).toBe(second);
    await paste(second, "宋文静\n卢晓东\n");
    await tick();
    const third = screen.getByLabelText("第 3 位列席人员的姓名") as HTMLInputElement;
    expect([(second as HTMLInputElement).value, third.value]).toEqual(["宋文静", "卢晓东"]);
  });

  it("come back after they were deleted", async () => {
    at("roster", { ...prepared(), observers });
    render(App);
    await turnTo("列席");
    await press("删除 郑少华");
    expect(screen.queryByLabelText("第 1 位列席人员的姓名")).toBeNull();
    await fireEvent.keyDown(document.body, { key: "z", ctrlKey: true });
    await tick();
    expect((screen.getByLabelText("第 1 位列席人员的姓名") as HTMLInputElement).value).toBe("郑少华");
  });
});

describe("the roster", () => {
  it("finds deputies by characters, pinyin and initials", async () => {
    const spelt: Record<string, string> = { 田富: "tianfu tf", 王芳: "wangfang wf" };
    const { asked } = at(
      "roster",
      { ...prepared(), deputies: [deputy(1, "田富"), deputy(2, "王芳")] },
      {
        spellings: ({ texts }: { texts: string[] }) => texts.map((text) => spelt[text] ?? ""),
      },
    );
    render(App);
    const field = await screen.findByLabelText("查找：汉字、拼音或首字母");
    for (const [wanted, found] of [
      ["富", "田富"],
      ["WF", "王芳"],
      ["tian f", "田富"],
    ] as const) {
      await fireEvent.input(field, { target: { value: wanted } });
      await screen.findByText("找到 1 行，共 2 行");
      expect(screen.queryAllByText(/^(田富|王芳)$/u).map((one) => one.textContent)).toEqual([found]);
    }
    expect(asked.filter((one) => one.name === "spellings")).toHaveLength(1);
  });

  it("offers the delegations, goes on with the next deputy, and brings a deleted one back", async () => {
    const { asked } = at("roster", { ...prepared(), deputies: [deputy(1, "田富")] });
    render(App);
    await press("添加代表");
    const dialog = within(screen.getByRole("dialog"));
    const field = dialog.getByLabelText("代表团或选区") as HTMLInputElement;
    expect([...(field.list?.options ?? [])].map((one) => one.value)).toEqual(["一团"]);
    await fireEvent.input(field, { target: { value: "二团" } });
    await fireEvent.click(dialog.getByRole("button", { name: /保存/u }));
    await screen.findByDisplayValue("3");
    const next = within(screen.getByRole("dialog"));
    expect((next.getByLabelText("代表团或选区") as HTMLInputElement).value).toBe("二团");
    await fireEvent.click(next.getByRole("button", { name: /取消/u }));
    await press("修改代表：田富");
    await fireEvent.click(within(screen.getByRole("dialog")).getByRole("button", { name: "从名册中删除" }));
    await screen.findByText("已删除田富");
    await press(/撤销/u);
    const given = asked.filter((one) => one.name === "perform").map((one) => one.args.command);
    expect(given.slice(-2)).toMatchObject([
      { command: { do: "remove_deputy", number: 1 } },
      { command: { do: "save_deputy", deputy: deputy(1, "田富") } },
    ]);
  });
});
