import type { Member, ProgressTask, ProjectFacts, ProjectStanding, ProjectView } from "#ui/bindings";
import { emptyProject } from "#ui/rooms/prepare/defaults";
import { isoDate } from "#ui/text/dates";

export type GroupName = "late" | "going" | "before" | "over";
export type Group = { name: GroupName; projects: ProjectView[] };

const groupOf: Record<ProjectStanding, GroupName> = {
  going: "going",
  suspended: "going",
  collected: "before",
  candidate: "before",
  kept: "before",
  completed: "over",
  ended: "over",
  not_chosen: "over",
  merged: "over",
  left_out: "over",
};

/** In groups, the order of the view kept in each. */
export function grouped(projects: ProjectView[]): Group[] {
  const of = (one: ProjectView) => (one.late.length > 0 ? "late" : groupOf[one.standing]);
  const names: GroupName[] = ["late", "going", "before", "over"];
  return names
    .map((name) => ({ name, projects: projects.filter((one) => of(one) === name) }))
    .filter((group) => group.projects.length > 0);
}

export const emptyFacts: ProjectFacts = { name: "", place: "", project: emptyProject };

/** A day typed with or without its year; empty if it is none. */
export function dayOf(typed: string, year: string): string {
  const full = isoDate(typed);
  if (full !== "") return full;
  const parts = typed.normalize("NFKC").match(/^\s*(\d{1,2})\s*[-./月]\s*(\d{1,2})\s*日?\s*$/u);
  return parts ? isoDate(`${year}-${parts[1]}-${parts[2]}`) : "";
}

/** A day as it is typed in a narrow field: without its year where that is the review's. */
export function shortDay(iso: string, year: string): string {
  const [of, month, day] = iso.split("-").map(Number);
  return of === Number(year) && month && day ? `${month}-${day}` : iso;
}

/** A task as it was typed: whole, nothing, or half. */
export function taskOf(who: string, what: string, by: string, year: string): ProgressTask | null | "half" {
  if (who.trim() === "" && what.trim() === "" && by.trim() === "") return null;
  const day = dayOf(by, year);
  return what.trim() === "" || day === "" ? "half" : { who: who.trim(), what: what.trim(), by: day };
}

/** A member as a choice keeps it. */
export const keyOf = (member: Member) => `n${member.number}`;
