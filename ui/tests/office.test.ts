import { fireEvent, render, screen, within } from "@testing-library/svelte";
import { describe, expect, it, vi } from "vitest";
import App from "#ui/App.svelte";
import { navigation } from "#ui/frame/navigation.svelte";
import { drafts } from "#ui/rooms/prepare/drafts.svelte";
import { afterwards } from "./after-fixtures";
import { choose } from "./choose";
import { proposals, records } from "./office-fixtures";
import { answering, frameAt, plain, prepared } from "./shell";

type Asked = { name: string; args: Record<string, unknown> }[];
const commands = (asked: Asked) =>
  asked.filter((one) => one.name === "perform").map((one) => (one.args as { command: unknown }).command);

async function open(answers: Record<string, () => unknown> = {}) {
  drafts.forget();
  navigation.goTo("after");
  const { asked } = answering({
    frame_view: () => frameAt("decision"),
    prepare_view: prepared,
    projects_view: afterwards,
    proposals_view: proposals,
    record_view: records,
    presets: () => ({ presets: [], hands: [], folder: "", faults: [] }),
    perform: () => null,
    ...answers,
  });
  render(App);
  const pages = await screen.findByRole("navigation", { name: "会后各项" });
  await fireEvent.click(within(pages).getByText("议案建议"));
  return asked;
}

const type = (label: string, value: string) =>
  fireEvent.input(screen.getByLabelText(label), { target: { value } });

async function pick(label: string, typed: string) {
  await type(label, typed);
  await fireEvent.keyDown(screen.getByLabelText(label), { key: "Enter" });
}

describe("the list of proposals", () => {
  it("says in words what is late, how long, and what comes next", async () => {
    await open();
    const row = (await screen.findByText("关于延长城乡公交末班车时间的建议")).closest("tr");
    expect(plain(row?.textContent ?? "")).toContain("逾期16天");
    expect(screen.getByRole("button", { name: /登记答复：第\s*5\s*号/u })).toBeTruthy();
    expect(plain(document.querySelector("main")?.textContent ?? "")).toContain("逾期1件");
  });

  it("registers one by keys alone: deputies are typed and taken with Enter", async () => {
    const asked = await open();
    await fireEvent.click(await screen.findByRole("button", { name: "登记" }));
    await type("标题", "关于办好食堂的建议");
    await pick("领衔代表", "艾力");
    await pick("附议代表", "刘");
    await pick("附议代表", "𬱖");
    await fireEvent.keyDown(screen.getByLabelText("标题"), { key: "Enter" });
    await vi.waitFor(() => expect(commands(asked)).toHaveLength(1));
    expect(commands(asked)[0]).toMatchObject({
      room: "proposals",
      command: {
        do: "register",
        filings: [
          {
            id: 9,
            sort: "suggestion",
            title: "关于办好食堂的建议",
            mover: { number: 3, name: "买买提·艾力" },
            seconders: [
              { number: 2, name: "刘敏" },
              { number: 4, name: "陆𬱖生" },
            ],
            filed_on: "2026-05-06",
          },
        ],
      },
    });
  });

  it("asks once before what was typed is thrown away", async () => {
    await open();
    await fireEvent.click(await screen.findByRole("button", { name: "登记" }));
    await type("标题", "题");
    await fireEvent.click(screen.getByRole("button", { name: /取消/u }));
    await fireEvent.click(screen.getByRole("button", { name: "放弃" }));
    await vi.waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
  });

  it("records the next step of a row, with the day and the deadline the program offers", async () => {
    const asked = await open();
    await fireEvent.click(await screen.findByRole("button", { name: /交办：第\s*3\s*号/u }));
    await type("承办单位", "镇水利站");
    await fireEvent.keyDown(screen.getByLabelText("承办单位"), { key: "Enter" });
    await vi.waitFor(() => expect(commands(asked)).toHaveLength(1));
    expect(commands(asked)).toEqual([
      {
        room: "proposals",
        command: {
          do: "record_step",
          proposal: 3,
          step: {
            step: "handed_over",
            on: "2026-05-06",
            unit: "镇水利站",
            person: "",
            deadline: "2026-08-06",
          },
        },
      },
    ]);
  });

  it("fills an evaluation ballot from what was answered, to be completed in Prepare", async () => {
    const contest = {
      contest: { id: "proposals", title: "测评", options: [], kind: {} },
      projects: [],
      symbols: [],
    };
    const preset = {
      id: "proposals",
      name: { zh: "", en: "" },
      ballot: { title: "测评票", contests: [] },
      contest,
    };
    await open({ presets: () => ({ presets: [preset], hands: [], folder: "", faults: [] }) });
    const begun = vi.spyOn(navigation, "goToNominate").mockImplementation(() => undefined);
    await fireEvent.click(await screen.findByRole("button", { name: /建立测评票/u }));
    await vi.waitFor(() => expect(begun).toHaveBeenCalled());
    expect(begun.mock.calls[0]?.[0]).toMatchObject({
      title: "测评票",
      contests: [{ contest: { options: [{ id: "proposal-1" }] }, projects: [{ unit: "镇水利站" }] }],
    });
    begun.mockRestore();
  });
});

describe("one proposal", () => {
  it("tells its life, offers what may follow, and Esc leads back", async () => {
    const asked = await open();
    await fireEvent.click(await screen.findByRole("button", { name: /打开第\s*5\s*号/u }));
    expect(plain(screen.getByRole("list").textContent ?? "")).toContain(
      "交办镇村镇建设发展和综合行政执法服务中心（买买提·艾力）",
    );
    await fireEvent.click(screen.getByRole("button", { name: "延期" }));
    const dialog = screen.getByRole("dialog");
    expect(plain(dialog.textContent ?? "")).toContain("最迟2026年7月20日");
    await type("理由", "涉及多个部门");
    await fireEvent.input(within(dialog).getByLabelText("办理期限"), { target: { value: "2026-7-1" } });
    await fireEvent.click(within(dialog).getByRole("button", { name: /延期/u }));
    await vi.waitFor(() => expect(commands(asked)).toHaveLength(1));
    expect(commands(asked)[0]).toMatchObject({
      command: { step: { step: "deadline_extended", deadline: "2026-07-01", reason: "涉及多个部门" } },
    });
    await vi.waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
    await fireEvent.keyDown(document.body, { key: "Escape" });
    expect(screen.getByRole("button", { name: "登记" })).toBeTruthy();
  });

  it("takes an answer with its class, or without one", async () => {
    const asked = await open();
    await fireEvent.click(await screen.findByRole("button", { name: /登记答复：第\s*5\s*号/u }));
    await choose(screen.getByLabelText("办理类别"), "b");
    await fireEvent.click(within(screen.getByRole("dialog")).getByRole("button", { name: /登记答复/u }));
    await vi.waitFor(() => expect(commands(asked)).toHaveLength(1));
    expect(commands(asked)[0]).toMatchObject({
      command: { step: { step: "answered", class: "b", text: "" } },
    });
  });
});

describe("the record of the deputies", () => {
  async function record() {
    const asked = await open();
    await fireEvent.click(await screen.findByRole("button", { name: "代表履职" }));
    await screen.findByText(/云岭村联络站接待选民/u);
    return asked;
  }

  it("opens the page of one deputy with every deed", async () => {
    await record();
    await fireEvent.click(screen.getByRole("button", { name: "打开陈志远的履职记录" }));
    const main = plain(document.querySelector("main")?.textContent ?? "");
    expect(main).toContain("32分，第1名");
    expect(main).toContain("2026年4月15日 联络站接待");
  });

  it("notes an activity of several deputies", async () => {
    const asked = await record();
    await fireEvent.click(screen.getByRole("button", { name: "登记活动" }));
    await type("事项", "走访困难群众");
    await choose(screen.getByLabelText("类别"), "visit");
    await pick("代表", "1");
    await pick("代表", "艾");
    await fireEvent.click(
      within(screen.getByRole("dialog")).getByRole("button", { name: /^保存\s*Enter$|^保存$/u }),
    );
    await vi.waitFor(() => expect(commands(asked)).toHaveLength(1));
    expect(commands(asked)[0]).toEqual({
      room: "record",
      command: {
        do: "note_activities",
        activities: [
          {
            kind: "visit",
            on: "2026-05-06",
            what: "走访困难群众",
            who: [
              { number: 1, name: "陈志远" },
              { number: 3, name: "买买提·艾力" },
            ],
          },
        ],
      },
    });
  });

  it("keeps only the points that were typed", async () => {
    const asked = await record();
    await fireEvent.click(screen.getByRole("button", { name: "积分办法" }));
    await fireEvent.input(screen.getByLabelText("培训每次几分"), { target: { value: "5" } });
    await fireEvent.click(within(screen.getByRole("dialog")).getByRole("button", { name: /保存/u }));
    await vi.waitFor(() => expect(commands(asked)).toHaveLength(1));
    expect(commands(asked)[0]).toMatchObject({
      command: {
        points: [
          { kind: "attended", each: 10, most: 30 },
          { kind: "training", each: 5, most: null },
        ],
      },
    });
  });
});
