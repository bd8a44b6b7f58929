import { fireEvent, render, screen, within } from "@testing-library/svelte";
import { tick } from "svelte";
import { describe, expect, it, vi } from "vitest";
import type { PaperView } from "#ui/bindings";
import { session } from "#ui/frame/session.svelte";
import PapersRoom from "#ui/rooms/papers/PapersRoom.svelte";
import { answering, frameAt, plain } from "./shell";

const issue = {
  paper: 7,
  title: "会议议程",
  sha256: "ab".repeat(32),
  pages: 1,
  per_sheet: 1,
  printed: 0,
  at: "2026-01-16T14:00:00+08:00",
  superseded: false,
  is_editable: true,
  editable: [],
};

const paper = (of: Partial<PaperView> & Pick<PaperView, "kind">): PaperView => ({
  group: { group: "meeting" },
  of: "2026年度民生实事项目票决票",
  vote: null,
  due: false,
  ripe: true,
  copies: 1,
  edited: false,
  restyled: false,
  number: null,
  terms: null,
  missing: null,
  issues: [],
  ...of,
});

const papers: PaperView[] = [
  paper({ kind: { paper: "agenda" }, issues: [issue] }),
  paper({ kind: { paper: "host_script" } }),
  paper({
    kind: { paper: "count_report", round: 1 },
    group: { group: "vote", ballot: "b" },
    due: true,
    missing: { code: "not_certified" },
  }),
];

const text = {
  text: "# {{ session.full }}\n\n主持词",
  usual: "# {{ session.full }}\n\n主持词",
  template: false,
};

async function open(
  more: Record<string, (args: Record<string, unknown>) => unknown> = {},
  chosen = "主持词",
) {
  const shell = answering({
    frame_view: () => frameAt("report"),
    papers_view: () => ({ papers, agenda: [] }),
    paper_text: () => text,
    paper_faults: () => [],
    ...more,
  });
  await session.refresh();
  render(PapersRoom);
  await fireEvent.click(await screen.findByRole("button", { name: new RegExp(chosen) }));
  return shell;
}

const of = (asked: { name: string; args: Record<string, unknown> }[], name: string) =>
  asked.filter((one) => one.name === name).map((one) => one.args);

describe("the papers room", () => {
  it("lists every paper under what it belongs to, with how far it is", async () => {
    await open();
    expect(screen.getByText("会前文书")).toBeTruthy();
    expect(screen.getByRole("button", { name: "会议议程 已签发" })).toBeTruthy();
    expect(screen.getByRole("button", { name: "主持词 可签发" })).toBeTruthy();
    expect(screen.getByRole("button", { name: "计票结果报告单 未到时候" })).toBeTruthy();
  });

  it("keeps a text as typed, and asks what is wrong with it while it is typed", async () => {
    const fault = { fault: "unknown", line: 1, column: 6, name: "session.ful" };
    const { asked } = await open({
      paper_faults: ({ text }) => (String(text).includes("ful ") ? [fault] : []),
    });
    await fireEvent.click(await screen.findByText("修改文字"));
    await fireEvent.click(screen.getByLabelText(/显示模板代码/));
    const area = screen.getByLabelText(/文书的文字/) as HTMLTextAreaElement;
    await fireEvent.input(area, { target: { value: "# {{ session.ful }}" } });
    const line = await screen.findByText(/第 1 行第 6 字：没有“session\.ful”/);
    await fireEvent.click(line);
    await tick();
    expect(area.value.slice(area.selectionStart, area.selectionEnd)).toBe("session.ful");
    expect((screen.getByText("采用这份文字").closest("button") as HTMLButtonElement).disabled).toBe(true);
    await fireEvent.input(area, { target: { value: "# {{ session.full }}\n\n请各位代表" } });
    await screen.findByText("字段齐全");
    await fireEvent.click(screen.getByText("采用这份文字"));
    await tick();
    expect(of(asked, "perform")).toEqual([
      {
        actor: "secretary-1",
        command: {
          room: "paper",
          command: {
            do: "edit_text",
            of: { paper: "host_script" },
            text: "# {{ session.full }}\n\n请各位代表",
          },
        },
      },
    ]);
  });

  it("shows a text as sentences with its facts by name, and puts it together as it was but for what was typed", async () => {
    await open();
    await fireEvent.click(await screen.findByText("修改文字"));
    expect(screen.getByText("会议全称").title).toBe("{{ session.full }}");
    expect(screen.getByText(/这份文字只用于本次会议的主持词/)).toBeTruthy();
    const sentence = screen.getByRole("textbox", { name: /第.3.行 1/ });
    expect(sentence.textContent).toBe("主持词");
    sentence.textContent = "主持词：";
    await fireEvent.input(sentence);
    await fireEvent.click(screen.getByLabelText(/显示模板代码/));
    const area = screen.getByLabelText(/文书的文字/) as HTMLTextAreaElement;
    expect(area.value).toBe("# {{ session.full }}\n\n主持词：");
  });

  it("writes what was agreed on into the rules of several ballots", async () => {
    const terms = {
      nominated_until: "",
      introduced: true,
      primary: true,
      booth: true,
      scribe: true,
      margin: null,
    };
    const rules = paper({
      kind: { paper: "session_rules", of: "election" },
      terms: { of: "election", terms },
    });
    const { asked } = await open({ papers_view: () => ({ papers: [rules], agenda: [] }) }, "选举办法");
    const keep = await screen.findByRole("button", { name: "写进办法" });
    expect((keep as HTMLButtonElement).disabled).toBe(true);
    await fireEvent.input(screen.getByLabelText("提名截止时间"), { target: { value: "1月16日11时" } });
    await fireEvent.click(screen.getByLabelText("设秘密写票处"));
    await fireEvent.click(keep);
    const agreed = { ...terms, nominated_until: "1月16日11时", booth: false };
    expect(of(asked, "perform")).toEqual([
      {
        actor: "secretary-1",
        command: { room: "paper", command: { do: "set_rules_terms", of: "election", terms: agreed } },
      },
    ]);
  });

  it("records the number of a notice when its field is left", async () => {
    const notice = paper({ kind: { paper: "notice", round: 1 }, number: "" });
    const { asked } = await open({ papers_view: () => ({ papers: [notice], agenda: [] }) }, "公告");
    await fireEvent.change(await screen.findByLabelText("公告号"), { target: { value: " 〔18届〕第7号 " } });
    expect(of(asked, "perform")).toEqual([
      {
        actor: "secretary-1",
        command: {
          room: "paper",
          command: { do: "number_notice", of: { paper: "notice", round: 1 }, number: "〔18届〕第7号" },
        },
      },
    ]);
  });

  it("saves the issued papers of a group, each by itself or as one file, and says when there are none", async () => {
    const { asked } = await open({ save_papers: () => ({ path: "/票决台/文书" }) });
    const [folder] = screen.getAllByText("存到文件夹");
    const [, merged] = screen.getAllByText(/合成一个.PDF/);
    await fireEvent.click(folder as HTMLElement);
    await fireEvent.click(await screen.findByText(/只存已签发的.1.份/));
    await fireEvent.click(merged as HTMLElement);
    expect(of(asked, "save_papers")).toEqual([{ papers: [7], merged: false, language: "zh" }]);
    expect(session.done).toBe("还没有签发过的文书可存。");
    await fireEvent.click(screen.getByText(/全部合成一个/));
    await fireEvent.click(await screen.findByText(/只存已签发的.1.份/));
    expect(of(asked, "save_papers")[1]).toEqual({ papers: [7], merged: true, language: "zh" });
  });

  it("issues all that can be issued one after the other, and tells by name what could not be", async () => {
    const ready = [
      paper({ kind: { paper: "agenda" } }),
      paper({ kind: { paper: "roster" } }),
      paper({ kind: { paper: "minutes" }, missing: { code: "not_certified" } }),
      paper({ kind: { paper: "attendance_list" }, ripe: false }),
    ];
    const { asked } = await open(
      {
        papers_view: () => ({ papers: ready, agenda: [] }),
        pages_of: (args) => ((args.of as { paper: string }).paper === "roster" ? 3 : 2),
        issue_paper: (args) => {
          if ((args.of as { paper: string }).paper === "roster")
            throw { kind: "refused", refusal: { code: "roster_empty" } };
          return null;
        },
      },
      "会议议程",
    );
    await fireEvent.click(screen.getByText(/全部签发（2.份）/));
    const asking = within(screen.getByRole("dialog"));
    expect((await asking.findByText(/2.份，共.5.页/)).role).toBe("status");
    const listed = asking.getAllByRole("listitem").map((one) => plain(one.textContent).split("　"));
    expect(listed.map(([name]) => name)).toEqual(["会议议程", "代表名册"]);
    expect(listed.map(([, of]) => of?.match(/\d页$/)?.[0])).toEqual(["2页", "3页"]);
    expect(asking.getByText(/出席、请假、缺席名单还会随会议变动/)).toBeTruthy();
    expect(of(asked, "issue_paper")).toEqual([]);
    await fireEvent.click(asking.getByText(/签发这.2.份/));
    expect(await screen.findByText(/1.份没有签发成/)).toBeTruthy();
    expect(of(asked, "issue_paper").map((args) => (args.of as { paper: string }).paper)).toEqual([
      "agenda",
      "roster",
    ]);
    expect(screen.getByRole("alert").textContent).toContain("代表名册");
    expect(session.done?.replace(/\s/g, "")).toBe("已签发1份；另有1份还不到时候。");
  });

  it("issues what is left before all is saved, where that is asked for, and says how many were saved", async () => {
    let issued = false;
    const { asked } = await open({
      papers_view: () => ({
        papers: papers.map((one) =>
          one.kind.paper === "host_script" && issued ? { ...one, issues: [{ ...issue, paper: 8 }] } : one,
        ),
        agenda: [],
      }),
      issue_paper: () => {
        issued = true;
        return null;
      },
      save_papers: () => ({ path: "/票决台/文书" }),
    });
    await fireEvent.click(screen.getByText("全部文书存到文件夹"));
    await fireEvent.click(await screen.findByText(/签发这.1.份，一并存/));
    await vi.waitFor(() =>
      expect(of(asked, "save_papers")).toEqual([{ papers: [7, 8], merged: false, language: "zh" }]),
    );
    await tick();
    expect(session.done?.replace(/\s/g, "")).toBe("已存2份到/票决台/文书；另有1份没有签发，没有存。");
  });

  it("offers as many copies as are needed", async () => {
    const kind = { paper: "ballot", ballot: "b" } as const;
    const printed = [paper({ kind, copies: 58, issues: [{ ...issue, title: "票决票" }] })];
    await open({ papers_view: () => ({ papers: printed, agenda: [] }) }, "^选票");
    expect((await screen.findByLabelText<HTMLInputElement>("票数")).value).toBe("58");
  });

  it("prints as many copies as typed", async () => {
    const { asked } = await open({ print_paper: () => ({ path: "/票决台/文书/07-会议议程.pdf" }) });
    await fireEvent.click(screen.getByRole("button", { name: "会议议程 已签发" }));
    await fireEvent.input(await screen.findByLabelText("份数"), { target: { value: "12" } });
    await fireEvent.click(screen.getByLabelText("打印 会议议程"));
    expect(of(asked, "print_paper")).toEqual([{ paper: 7, copies: 12, sides: "one", actor: "secretary-1" }]);
    await fireEvent.click(screen.getByLabelText("双面"));
    await fireEvent.click(screen.getByLabelText("打印 会议议程"));
    expect(of(asked, "print_paper")[1]).toEqual({ paper: 7, copies: 12, sides: "two", actor: "secretary-1" });
  });

  it("says how many sheets carry the ballots, two on each, and never fewer than asked for", async () => {
    const ballot = paper({
      kind: { paper: "ballot", ballot: "b" },
      issues: [{ ...issue, title: "票决票", per_sheet: 2 }],
    });
    await open(
      { papers_view: () => ({ papers: [ballot], agenda: [] }), print_paper: () => ({ path: "" }) },
      "^选票",
    );
    await fireEvent.input(await screen.findByLabelText("票数"), { target: { value: "57" } });
    await fireEvent.click(screen.getByLabelText("打印 选票"));
    await tick();
    expect(session.done?.replace(/\s/g, "")).toBe("已送打印机，58张票，印29张纸");
  });

  it("offers a paper again whose style has changed", async () => {
    const restyled = paper({ kind: { paper: "agenda" }, issues: [issue], restyled: true });
    await open({ papers_view: () => ({ papers: [restyled], agenda: [] }) }, "^会议议程");
    expect(await screen.findByText("版式改过，重新签发后按新版式。")).toBeTruthy();
  });

  it("records what is noted of an item of the agenda when its field is left, for the minutes and the summary", async () => {
    const agenda = [
      { item: "听取政府工作报告", note: "" },
      { item: "票决项目", note: "当场公布" },
    ];
    const minutes = [paper({ kind: { paper: "agenda" } }), paper({ kind: { paper: "minutes" } })];
    const { asked } = await open({ papers_view: () => ({ papers: minutes, agenda }) }, "会议记录");
    expect(screen.getByText(/2.项中已记.1.项/)).toBeTruthy();
    const field = screen.getByLabelText(/听取政府工作报告/);
    await fireEvent.change(field, { target: { value: " 镇长作报告 " } });
    expect(of(asked, "perform")).toEqual([
      {
        actor: "secretary-1",
        command: {
          room: "meeting",
          command: { do: "note_item", item: "听取政府工作报告", note: "镇长作报告" },
        },
      },
    ]);
    await fireEvent.click(screen.getByText("会议议程"));
    expect(screen.queryByText(/项中已记/)).toBeNull();
  });

  it("takes an issued paper out as a DOCX, and says beside the PDF that it did", async () => {
    const docx = { sha256: "cd".repeat(32), at: "2026-01-16T16:20:00+08:00", by: "苏文" };
    const taken = paper({ kind: { paper: "agenda" }, issues: [{ ...issue, editable: [docx] }] });
    const signed = paper({
      kind: { paper: "sign_in_book" },
      issues: [{ ...issue, paper: 8, is_editable: false }],
    });
    const { asked } = await open(
      {
        papers_view: () => ({ papers: [taken, signed], agenda: [] }),
        save_editable: () => ({ path: "议程.docx" }),
      },
      "^会议议程",
    );
    expect(screen.getByText(/由苏文存为 DOCX.*以签发的 PDF 为准/)).toBeTruthy();
    await fireEvent.click(screen.getByLabelText("另存为 DOCX（可编辑） 会议议程"));
    await tick();
    expect(of(asked, "save_editable")).toEqual([{ paper: 7, actor: "secretary-1" }]);
    await fireEvent.click(screen.getByText("可编辑的存为 DOCX"));
    await tick();
    expect(of(asked, "save_all_editable")).toEqual([{ papers: [7], actor: "secretary-1", language: "zh" }]);
    await fireEvent.click(screen.getByText("签到册"));
    expect(screen.queryByText("另存为 DOCX（可编辑）")).toBeNull();
  });
});
