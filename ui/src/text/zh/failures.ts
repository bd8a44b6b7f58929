import type { Notice } from "#ui/bindings";
import { common } from "./common";
import { concerns, departures } from "./law";
import { refusals } from "./refusals";
import { places, stops } from "./stops";
import { failed, faults, flaw } from "./troubles";

type Notices = { [N in Notice["notice"]]: (of: Extract<Notice, { notice: N }>) => string };

const notices: Notices = {
  roster_differs: ({ listed, all_deputies }) =>
    `名册上有${listed}人，全体代表填的是${all_deputies}人，请核对。法定人数按${all_deputies}人计算。`,
  issued_differs_from_present: ({ issued, present }) =>
    `发出${issued}张，实到${present}人，两者不等，请核对；确实如此可以继续。`,
  returned_fewer: ({ returned, issued }) =>
    `收回${returned}张，比发出的${issued}张少${issued - returned}张；投票有效，未收回的不计。`,
  counts_for_own: ({ conflict: { name, role, contest, standing } }) =>
    `${common.roles[role]}${name}${
      standing.standing === "candidate"
        ? `与“${contest}”的候选人同名`
        : standing.standing === "written_in"
          ? `与“${contest}”票上另选的人同名`
          : `登记为“${contest}”候选人${standing.of}的近亲属`
    }：候选人及其近亲属不得担任监票人、计票人（选举法第四十三条）。如是同一人，请到“会前”的“工作人员”改由他人担任；只是同名的，可以继续。`,
  watches_as_no_deputy: ({ name, role }) =>
    `${common.roles[role]}${name}不在代表名册中：监票人由不是候选人的代表担任，并经表决通过。请核对名册，或到“会前”的“工作人员”改由代表担任。`,
};

export const failures = {
  refusals,
  concerns,
  departures,
  notices,
  places,
  stops,
  failed,
  faults,
  flaw,
};
