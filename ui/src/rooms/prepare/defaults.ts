// What a new form holds before anything is typed: defaults of a form, not rules. The rules are the session's.
// The values are those of the preset 民生实事票决 (docs/rules.md, settings of a vote).
import type { Ballot } from "../../bindings/Ballot";
import type { Deputy } from "../../bindings/Deputy";
import type { PastProject } from "../../bindings/PastProject";
import type { Project } from "../../bindings/Project";

/** 票色 as offices buy it; any other may be typed. */
export const usualColours = ["粉红色", "浅黄色", "浅绿色", "浅蓝色", "白色"];

export const emptyProject: Project = {
  content: "",
  investment: 0,
  funding: "",
  unit: "",
  person: "",
  deadline: "",
};

export const emptyPastProject: PastProject = { name: "", project: emptyProject, done: true, state: "" };

export const emptyDeputy: Deputy = {
  number: 1,
  name: "",
  sex: "",
  ethnicity: "",
  delegation: "",
  post: "",
  note: "",
};

/** A new 民生实事项目票决票 with one empty row; its words are those printed, whatever the language of the window. */
export function newSelection(id: string, year: number): Ballot {
  return {
    id,
    title: `${year}年度民生实事项目票决票`,
    colour: "粉红色",
    contests: [
      {
        contest: {
          id: "projects",
          title: `${year}年度民生实事项目票决`,
          options: [{ id: "1", name: "" }],
          kind: "selection",
          rule: {
            seats: 1,
            threshold: { base: "all_deputies", least: { over: [1, 2] } },
            cap: "at_most",
            over_cap: "section",
            blank_row: "abstain",
            blank_section: "valid",
            illegible_row: "row",
            write_ins: "none",
            write_in_unmarked: "for",
            tie: "runoff",
            shortfall: "further",
          },
        },
        projects: [emptyProject],
        symbols: [
          { symbol: "circle", mark: "for" },
          { symbol: "cross", mark: "against" },
        ],
      },
    ],
    valid_if: "returned_at_most_issued",
    bundle_size: 10,
    hall: "live",
  };
}
