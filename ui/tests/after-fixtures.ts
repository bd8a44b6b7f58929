// The room after the session: ten projects under way, one late, and what was collected.
import type { ProjectsView, ProjectView, SheetRow } from "#ui/bindings";

const NAMES = [
  "通村公路硬化",
  "山塘除险加固",
  "幼儿园改扩建",
  "饮水安全提升",
  "污水管网改造",
  "中医馆建设",
  "文化广场提升",
  "路灯亮化",
  "危房改造",
  "高标准农田",
];

export function project(id: number, more: Partial<ProjectView> = {}): ProjectView {
  return {
    id,
    facts: {
      name: NAMES[id - 1] ?? `项目${id}`,
      place: "石门村",
      project: {
        content: "硬化2公里",
        investment: 300000,
        funding: "",
        unit: "镇规建办",
        person: "买买提·艾力",
        deadline: "2026年10月",
      },
    },
    proposer: { by: "田富", way: "station" },
    standing: "going",
    into: null,
    takes_parts: true,
    votes: 45,
    chosen: null,
    ballot: "2026年度民生实事项目票决票",
    supervision: null,
    plan: null,
    due: "2026-10-31",
    late: [],
    percent: 0,
    paid: 0,
    seen_on: null,
    task: null,
    life: [{ on: "2025-09-02", happened: { what: "collected", by: "田富", way: "station" } }],
    ...more,
  };
}

const row = (one: ProjectView): SheetRow => ({
  project: one.id,
  name: one.facts.name,
  unit: one.facts.project.unit,
  person: one.facts.project.person,
  deadline: one.facts.project.deadline,
  investment: one.facts.project.investment,
  percent: one.percent,
  paid: one.paid,
  planned: null,
  task: one.task,
  late: one.late,
});

export function afterwards(more: Partial<ProjectsView> = {}): ProjectsView {
  const late = project(2, {
    percent: 20,
    late: [{ late: "overdue", since: "2026-04-30", days: 12 }],
    task: { who: "镇水利站", what: "清运渣土", by: "2026-05-20" },
  });
  const going = [1, 3, 4, 5, 6, 7, 8, 9, 10].map((id) => project(id));
  const collected = project(11, { standing: "collected", votes: null, ballot: null, due: null });
  const projects = [late, ...going, collected];
  const member = (number: number, name: string) => ({
    member: { number, name },
    delegation: "第一代表团",
    note: "",
  });
  return {
    today: "2026-05-12",
    projects,
    late: 1,
    sheet: [late, ...going].map(row),
    reviews: [],
    next_review: 1,
    deputies: [member(1, "陈志远"), member(2, "刘敏"), member(3, "买买提·艾力"), member(4, "陆𬱖生")],
    presidium: [{ number: 1, name: "陈志远" }],
    motions: [],
    takeable: [],
    screenings: [
      { as: "candidate", needs_reason: false },
      { as: "merged", needs_reason: true },
      { as: "kept", needs_reason: true },
      { as: "left_out", needs_reason: true },
    ],
    ...more,
  };
}
