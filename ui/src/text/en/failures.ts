import type { Text } from "#ui/text/zh";
import { common } from "./common";
import { concerns, departures } from "./law";
import { refusals } from "./refusals";
import { places, stops } from "./stops";
import { failed, faults, flaw } from "./troubles";

const notices: Text["failures"]["notices"] = {
  roster_differs: ({ listed, all_deputies }) =>
    `${listed} on the roster, ${all_deputies} deputies entered. The quorum follows ${all_deputies}.`,
  issued_differs_from_present: ({ issued, present }) =>
    `${issued} issued, ${present} present: please check. If it is so, go on.`,
  returned_fewer: ({ returned, issued }) =>
    `${returned} returned, ${issued - returned} fewer than the ${issued} issued. The vote is valid.`,
  counts_for_own: ({ conflict: { name, role, contest, standing } }) =>
    `${name}, ${common.roles[role]}, ${
      standing.standing === "candidate"
        ? `has the name of a candidate of “${contest}”`
        : standing.standing === "written_in"
          ? `has a name written in for “${contest}”`
          : `is declared a close relative of ${standing.of}, a candidate of “${contest}”`
    }: candidates and their close relatives neither scrutinise nor count (Election Law 43). If it is the same person, appoint somebody else under Staff in Prepare; if only the name is the same, go on.`,
  watches_as_no_deputy: ({ name, role }) =>
    `${name}, ${common.roles[role]}, is not on the roster: scrutineers are deputies who are no candidates, approved by a vote. Check the roster, or appoint a deputy under Staff in Prepare.`,
};

export const failures: Text["failures"] = {
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
