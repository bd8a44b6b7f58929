// Proposals and records as the program shows them half a year after the session.
import type {
  DeputyRecordView,
  Member,
  PaperKind,
  PaperView,
  ProposalsView,
  ProposalView,
  RecordView,
} from "#ui/bindings";

const member = (number: number, name: string): Member => ({ number, name });
const CHEN = member(1, "陈志远");
const LIU = member(2, "刘敏");
const AILI = member(3, "买买提·艾力");
const entitled = [CHEN, LIU, AILI, member(4, "陆𬱖生")].map((one) => ({
  member: one,
  delegation: one.number < 3 ? "第一代表团" : "第二代表团",
  note: "",
}));

export function paperOf(kind: PaperKind, missing: PaperView["missing"] = null): PaperView {
  return {
    kind,
    group: { group: "proposals" },
    of: "",
    vote: null,
    due: false,
    ripe: false,
    edited: false,
    copies: 1,
    restyled: false,
    number: null,
    terms: null,
    missing,
    issues: [],
  };
}

function proposal(id: number, title: string, more: Partial<ProposalView>): ProposalView {
  return {
    filing: {
      id,
      sort: "suggestion",
      title,
      text: "近年来淤积严重，建议清淤。",
      mover: CHEN,
      seconders: [LIU, AILI],
      filed_on: "2026-01-16",
      period: "session",
    },
    origin: null,
    state: "filed",
    unit: "",
    person: "",
    handed_on: null,
    due_on: null,
    latest: null,
    deadline: null,
    class: null,
    grade: null,
    times: 0,
    may: ["handed_over", "withdrawn", "corrected"],
    steps: [],
    papers: [],
    ...more,
  };
}

const handed = {
  unit: "镇村镇建设发展和综合行政执法服务中心",
  person: "买买提·艾力",
  handed_on: "2026-01-20",
  latest: "2026-07-20",
  times: 1,
};
const handing = {
  step: "handed_over" as const,
  on: "2026-01-20",
  unit: handed.unit,
  person: handed.person,
  deadline: "2026-04-20",
};

export function proposals(): ProposalsView {
  const running = {
    ...handed,
    state: "handed" as const,
    may: ["answered" as const, "deadline_extended" as const, "withdrawn" as const],
  };
  return {
    today: "2026-05-06",
    proposals: [
      proposal(5, "关于延长城乡公交末班车时间的建议", {
        ...running,
        due_on: "2026-04-20",
        deadline: { is: "late", days: 16 },
        steps: [handing],
        papers: [
          paperOf({ paper: "proposal_slip", proposal: 5 }),
          paperOf({ paper: "proposal_answer", proposal: 5 }),
          paperOf({ paper: "proposal_feedback", proposal: 5 }),
        ],
      }),
      proposal(
        8,
        "关于进一步加强青石村至云岭村至大坪村至柳溪村至石门村通组公路及沿线桥涵管护工作并建立长效养护机制的建议",
        { ...running, due_on: "2026-05-18", deadline: { is: "running", days: 12, near: true } },
      ),
      proposal(3, "关于修复柳溪村水毁河堤的建议", {}),
      proposal(1, "关于增设镇区公共停车场的建议", {
        ...handed,
        state: "settled",
        due_on: "2026-04-20",
        class: "a",
        grade: "satisfied",
        may: [],
      }),
    ],
    next: 9,
    signers_of_a_bill: 5,
    deputies: entitled,
    units: ["镇水利站"],
    items: ["票决民生实事项目"],
    deadline: "2026-08-06",
    evaluable: {
      options: [{ id: "proposal-1", name: "关于增设镇区公共停车场的建议" }],
      projects: [
        { content: "已建成", investment: 0, funding: "", unit: "镇水利站", person: "陈志远", deadline: "" },
      ],
    },
    counts: { all: 4, bills: 0, open: 3, late: 1, near: 1 },
    papers: [paperOf({ paper: "proposal_table", on: "2026-05-06" }), paperOf({ paper: "proposal_report" })],
  };
}

function deputy(of: Member, more: Partial<DeputyRecordView>): DeputyRecordView {
  return {
    member: of,
    note: "",
    delegation: "第一代表团",
    post: "云岭村党支部书记",
    counts: [2, 0, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 1, 0],
    deeds: [
      { kind: "attended", on: "2026-01-16", what: "第一次全体会议" },
      { kind: "moved_suggestion", on: "2026-01-16", what: "关于修复柳溪村水毁河堤的建议" },
      { kind: "station", on: "2026-04-15", what: "云岭村联络站接待选民6人，受理意见3条" },
    ],
    points: 32,
    rank: 1,
    paper: paperOf({ paper: "deputy_record", deputy: of.number }),
    ...more,
  };
}

export function records(): RecordView {
  return {
    today: "2026-05-06",
    deputies: [
      deputy(CHEN, {}),
      deputy(LIU, { points: 12, rank: 2 }),
      deputy(AILI, { counts: Array(14).fill(0), deeds: [], points: 0, rank: 3 }),
    ],
    entitled,
    former: [],
    activities: [
      {
        id: 1,
        activity: {
          kind: "station",
          on: "2026-04-15",
          what: "云岭村联络站接待选民6人，受理意见3条",
          who: [CHEN],
        },
      },
    ],
    points: [{ kind: "attended", each: 10, most: 30 }],
    kinds: [
      "attended",
      "in_part",
      "excused",
      "absent",
      "moved_bill",
      "moved_suggestion",
      "seconded",
      "on_watch",
      "site_visit",
      "station",
      "visit",
      "inspection",
      "training",
      "other_activity",
    ],
    papers: [paperOf({ paper: "record_table" }), paperOf({ paper: "deputy_records" })],
  };
}
