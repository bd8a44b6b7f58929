import { describe, expect, it } from "vitest";
import type { Concern, Departure, FaultFound, Notice, Refusal, Standing, Trouble } from "#ui/bindings";
import { en } from "#ui/text/en";
import {
  concernSentence,
  departureSentence,
  failureSentence,
  flawSentence,
  noticeSentence,
  refusalSentence,
} from "#ui/text/failure-sentence";
import { spaced } from "#ui/text/spaced";
import { type Text, zh } from "#ui/text/zh";

const languages: [string, Text][] = [
  ["zh", zh],
  ["en", en],
];

// Parts of a sentence and measure words, which English does without.
const mayBeEmpty = /titleParts|\.(person|sheets|votes)$/;

/** Every key of a dictionary with its entry, as a path. */
function entries(dictionary: object, path = ""): [string, unknown][] {
  return Object.entries(dictionary).flatMap(([key, entry]) =>
    typeof entry === "object" && entry !== null && !Array.isArray(entry)
      ? entries(entry, `${path}${key}.`)
      : [[`${path}${key}`, entry] as [string, unknown]],
  );
}

// One of every refusal with fields that can be found again in a sentence; the type asks for each code.
const b = { bundle: 31, sheet: 47 };
const every: { [C in Refusal["code"]]: Extract<Refusal, { code: C }> } = {
  session_not_described: { code: "session_not_described" },
  item_empty: { code: "item_empty" },
  item_twice: { code: "item_twice", item: "议程" },
  hung_twice: { code: "hung_twice", title: "题" },
  no_such_sitting: { code: "no_such_sitting", sitting: 3 },
  sitting_held: { code: "sitting_held", sitting: { kind: "plenary", number: 2 } },
  roll_not_called: { code: "roll_not_called", sitting: { kind: "presidium", number: 1 } },
  presidium_not_named: { code: "presidium_not_named" },
  not_entitled: { code: "not_entitled", number: 7, name: "买买提·艾力" },
  called_twice: { code: "called_twice", number: 7, name: "买买提·艾力" },
  presidium_not_quorate: { code: "presidium_not_quorate", present: 3, needed: 4, members: 7 },
  round_broken_off: { code: "round_broken_off", ballot: "票" },
  corrected_to_the_same: { code: "corrected_to_the_same", title: "题" },
  no_ballot_chosen: { code: "no_ballot_chosen" },
  collected_already: { code: "collected_already", ballot: "票" },
  vote_not_void: { code: "vote_not_void", ballot: "票" },
  redo_is_out: { code: "redo_is_out", ballot: "票" },
  session_sealed: { code: "session_sealed", name: "王秘书" },
  session_not_sealed: { code: "session_not_sealed" },
  no_rehearsal: { code: "no_rehearsal" },
  only_rehearsed: { code: "only_rehearsed" },
  paper_of_the_real: { code: "paper_of_the_real", paper: 3 },
  count_begun: { code: "count_begun", ballot: "票" },
  last_named_first: { code: "last_named_first" },
  carried_over_first: { code: "carried_over_first" },
  not_carried_over: { code: "not_carried_over", name: "公路" },
  last_is_a_desk: { code: "last_is_a_desk" },
  last_under_way: { code: "last_under_way", title: "题" },
  vote_under_way: { code: "vote_under_way", title: "题" },
  place_missing: { code: "place_missing" },
  number_out_of_range: { code: "number_out_of_range", least: 11, most: 97 },
  text_too_long: { code: "text_too_long", most: 200 },
  base_is_fixed: { code: "base_is_fixed" },
  not_on_the_staff: { code: "not_on_the_staff", person: "" },
  wrong_role: { code: "wrong_role", name: "周建国", role: "scrutineer", needed: ["chief_scrutineer"] },
  character_unseen: { code: "character_unseen", text: "田富", position: 3, code_point: "U+200B" },
  deputy_without_name: { code: "deputy_without_name", number: 31 },
  deputy_number_twice: { code: "deputy_number_twice", number: 31 },
  name_needs_note: { code: "name_needs_note", name: "李伟" },
  no_such_deputy: { code: "no_such_deputy", number: 31 },
  staff_without_name: { code: "staff_without_name", role: "teller" },
  one_person_one_role: { code: "one_person_one_role", name: "刘敏" },
  staff_missing: { code: "staff_missing", role: "teller", needed: 32, appointed: 31 },
  name_stays: { code: "name_stays", name: "刘敏", other: "孙丽" },
  name_unchanged: { code: "name_unchanged", name: "刘敏" },
  staff_at_work: { code: "staff_at_work", name: "刘敏" },
  ballot_without_title: { code: "ballot_without_title" },
  ballot_without_contest: { code: "ballot_without_contest", ballot: "票决票" },
  contest_twice: { code: "contest_twice", title: "民生实事" },
  contest_without_title: { code: "contest_without_title" },
  candidates_missing: { code: "candidates_missing", contest: "镇长选举" },
  no_ballot_for_rules: { code: "no_ballot_for_rules" },
  options_out_of_range: { code: "options_out_of_range", contest: "民生实事", options: 501 },
  option_without_name: { code: "option_without_name", contest: "民生实事", row: 31 },
  option_twice: { code: "option_twice", contest: "民生实事", row: 31, name: "路灯亮化" },
  projects_do_not_match: { code: "projects_do_not_match", contest: "民生实事" },
  symbols_unclear: { code: "symbols_unclear", contest: "民生实事" },
  more_seats_than_options: { code: "more_seats_than_options", contest: "民生实事", seats: 33, options: 31 },
  grades_out_of_range: { code: "grades_out_of_range", contest: "满意度" },
  assessment_unclear: { code: "assessment_unclear", contest: "民生实事项目满意度测评" },
  nominees_do_not_match: { code: "nominees_do_not_match", contest: "选举镇长" },
  headings_do_not_match: { code: "headings_do_not_match", contest: "满意度" },
  departs_from_law: { code: "departs_from_law", departure: { departure: "quorum", quorum: [1, 2] } },
  margin_needed: { code: "margin_needed", contest: "选举副镇长", candidates: 1, seats: 1 },
  no_such_ballot: { code: "no_such_ballot", ballot: "" },
  ballot_is_issued: { code: "ballot_is_issued", ballot: "票决票" },
  ballot_is_printed: { code: "ballot_is_printed", ballot: "票决票" },
  ballot_is_shown: { code: "ballot_is_shown", ballot: "票决票" },
  ballot_not_printed: { code: "ballot_not_printed", ballot: "票决票" },
  more_present_than_deputies: { code: "more_present_than_deputies", present: 59, all_deputies: 58 },
  attendance_not_counted: { code: "attendance_not_counted" },
  attendance_of_another_sitting: {
    code: "attendance_of_another_sitting",
    counted: { kind: "plenary", number: 1 },
    needed: { kind: "plenary", number: 2 },
  },
  attendance_to_count_again: { code: "attendance_to_count_again", present: 56 },
  no_quorum: { code: "no_quorum", present: 38, needed: 39, all_deputies: 58 },
  no_such_round: { code: "no_such_round", round: 1 },
  round_already_opened: { code: "round_already_opened", ballot: "票决票" },
  nothing_to_redo: { code: "nothing_to_redo", round: 1 },
  more_issued_than_printed: { code: "more_issued_than_printed", issued: 61, printed: 60 },
  printed_too_few: { code: "printed_too_few", printed: 60, issued: 56, spoiled: 45 },
  not_collected: { code: "not_collected" },
  collection_not_announced: { code: "collection_not_announced" },
  collection_announced: { code: "collection_announced" },
  vote_is_void: {
    code: "vote_is_void",
    returned: 57,
    issued: 56,
    present: 58,
    valid_if: "returned_at_most_issued",
  },
  no_such_bundle: { code: "no_such_bundle", bundle: 37, bundles: 36 },
  bundle_taken: { code: "bundle_taken", bundle: 31, name: "高翔" },
  bundle_is_lent: { code: "bundle_is_lent", bundle: 31, name: "高翔" },
  bundle_not_here: { code: "bundle_not_here", bundle: 31 },
  no_bundle_chosen: { code: "no_bundle_chosen" },
  only_keyed_here: { code: "only_keyed_here" },
  not_a_desk_away: { code: "not_a_desk_away" },
  no_such_loan: { code: "no_such_loan", loan: 47 },
  loan_of_another_session: { code: "loan_of_another_session", title: "石门镇第三次会议" },
  loan_of_another_round: { code: "loan_of_another_round", round: 7, ballot: "选举票" },
  loan_of_another_teller: { code: "loan_of_another_teller", name: "高翔" },
  loan_is_back: { code: "loan_is_back", bundles: [31, 47] },
  loan_called_back: { code: "loan_called_back", name: "高翔", reason: "优盘丢失" },
  loan_changed: { code: "loan_changed" },
  loan_not_finished: { code: "loan_not_finished", bundle: 31, keyed: 47, sheets: 89 },
  bundle_not_taken: { code: "bundle_not_taken", bundle: 31 },
  bundle_in_hand: { code: "bundle_in_hand", bundle: 31 },
  bundle_closed: { code: "bundle_closed", bundle: 31 },
  bundle_not_handed_in: { code: "bundle_not_handed_in", bundle: 31 },
  bundle_is_ruled: { code: "bundle_is_ruled", ...b },
  passes_apart: { code: "passes_apart", bundle: 31, first: 46, second: 47 },
  pass_total_differs: { code: "pass_total_differs", pass: "second", keyed: 46, returned: 56 },
  bundle_is_whole: { code: "bundle_is_whole", bundle: 31, sheets: 47 },
  bundle_not_whole: { code: "bundle_not_whole", bundle: 31, keyed: 46, sheets: 47 },
  keyed_in_the_other_pass: { code: "keyed_in_the_other_pass", bundle: 31, name: "高翔" },
  sheet_out_of_order: { code: "sheet_out_of_order", expected: 46, got: 47 },
  only_the_last_sheet: { code: "only_the_last_sheet", last: 47 },
  reading_does_not_fit: { code: "reading_does_not_fit" },
  no_write_ins: { code: "no_write_ins", contest: "民生实事" },
  write_in_without_name: { code: "write_in_without_name" },
  namesake_unclear: { code: "namesake_unclear", name: "李伟" },
  pass_not_whole: { code: "pass_not_whole", pass: "second", bundle: 31, keyed: 46, returned: 56 },
  nothing_differs: { code: "nothing_differs", ...b },
  nothing_doubtful: { code: "nothing_doubtful", ...b },
  not_of_one_kind: { code: "not_of_one_kind" },
  nobody_wrote_in: { code: "nobody_wrote_in", name: "汪芳" },
  name_is_merged: { code: "name_is_merged", name: "汪芳", into: "王芳" },
  name_is_not_merged: { code: "name_is_not_merged", name: "王芳" },
  merge_disturbs_ruling: { code: "merge_disturbs_ruling", ...b },
  already_ruled: { code: "already_ruled", ...b },
  rows_still_open: { code: "rows_still_open", ...b, open: 33 },
  differences_open: { code: "differences_open", sheets: 33 },
  sections_open: { code: "sections_open", sections: 33 },
  sheets_not_settled: { code: "sheets_not_settled", settled: 46, returned: 56 },
  totals_do_not_fit: { code: "totals_do_not_fit" },
  totals_off_returned: {
    code: "totals_off_returned",
    contest: "民生实事",
    valid: 53,
    void: 31,
    returned: 47,
  },
  totals_off_row: { code: "totals_off_row", contest: "民生实事", row: 31, total: 47, valid: 53 },
  totals_off_name: { code: "totals_off_name", contest: "副镇长", name: "李伟" },
  hand_tally_missing: { code: "hand_tally_missing" },
  hand_tally_differs: { code: "hand_tally_differs", figures: 31 },
  hand_tally_agrees: { code: "hand_tally_agrees" },
  quorum_not_in_count_file: { code: "quorum_not_in_count_file", present: 30, needed: 39 },
  counted_by_hand: { code: "counted_by_hand" },
  not_counted_by_hand: { code: "not_counted_by_hand" },
  followed_by_a_ballot: { code: "followed_by_a_ballot", ballot: "副镇长选票" },
  pin_needed: { code: "pin_needed", name: "郑国栋" },
  wrong_pin: { code: "wrong_pin", name: "郑国栋", wrong: 31 },
  pin_wait: { code: "pin_wait", name: "郑国栋", seconds: 47 },
  pin_figures: { code: "pin_figures", least: 31, most: 97 },
  no_pin: { code: "no_pin", name: "郑国栋" },
  pin_to_remove_with: { code: "pin_to_remove_with", name: "郑国栋" },
  pin_stays: { code: "pin_stays", name: "郑国栋" },
  pin_to_correct_with: { code: "pin_to_correct_with", name: "郑国栋" },
  name_on_duty: { code: "name_on_duty", name: "郑国栋" },
  pin_at_work: { code: "pin_at_work", name: "郑国栋" },
  already_certified: { code: "already_certified" },
  nothing_to_choose: { code: "nothing_to_choose", ballot: "满意度测评票" },
  not_certified: { code: "not_certified" },
  report_not_printed: { code: "report_not_printed" },
  result_announced: { code: "result_announced" },
  result_not_announced: { code: "result_not_announced" },
  nobody_chosen: { code: "nobody_chosen", ballot: "镇长选票" },
  nothing_chosen: { code: "nothing_chosen" },
  reason_missing: { code: "reason_missing" },
  bundle_is_keyed: { code: "bundle_is_keyed", bundle: 31 },
  nothing_returned: { code: "nothing_returned" },
  sheet_put_aside: { code: "sheet_put_aside", sheet: 47 },
  nothing_ruled: { code: "nothing_ruled", ...b },
  ballot_withdrawn: { code: "ballot_withdrawn", ballot: "决议表决票" },
  not_that_round: { code: "not_that_round", ballot: "决议表决票" },
  nothing_follows: { code: "nothing_follows", contest: "副镇长" },
  already_settled: { code: "already_settled", contest: "副镇长" },
  too_many_stay: { code: "too_many_stay", seats: 1, names: ["田富", "田大利"] },
  choose_of_the_tied: { code: "choose_of_the_tied", seats: 1, names: ["田富", "田大利"] },
  seats_left_differ: { code: "seats_left_differ", contest: "副镇长", seats: 1 },
  rule_of_the_first_round: { code: "rule_of_the_first_round", contest: "副镇长" },
  only_the_tied: { code: "only_the_tied", contest: "副镇长", names: ["田富", "田大利"] },
  already_elected: { code: "already_elected", contest: "副镇长", name: "田富" },
  no_such_hand_vote: { code: "no_such_hand_vote", vote: 1 },
  motion_without_title: { code: "motion_without_title" },
  motion_too_long: { code: "motion_too_long", characters: 71, most: 70 },
  threshold_of_paper: { code: "threshold_of_paper", title: "决议" },
  hand_vote_open: { code: "hand_vote_open", title: "决议" },
  hand_vote_is_put: { code: "hand_vote_is_put", title: "决议" },
  hand_vote_not_put: { code: "hand_vote_not_put", title: "决议" },
  hand_vote_ended: { code: "hand_vote_ended", title: "决议" },
  present_of_the_other_body: { code: "present_of_the_other_body", title: "决议" },
  more_present_than_members: { code: "more_present_than_members", present: 8, members: 7 },
  hands_have_voted: { code: "hands_have_voted", title: "关于预算的决议" },
  hands_not_as_asked: { code: "hands_not_as_asked", title: "决议" },
  shown_differs_from_present: { code: "shown_differs_from_present", shown: 55, present: 56 },
  more_hands_than_present: { code: "more_hands_than_present", raised: 57, present: 56 },
  hands_already_counted: { code: "hands_already_counted", title: "决议" },
  hands_not_counted: { code: "hands_not_counted", counted: 1, needed: 2 },
  hands_differ: { code: "hands_differ", title: "决议" },
  hands_do_not_differ: { code: "hands_do_not_differ", title: "决议" },
  line_empty: { code: "line_empty" },
  line_too_long: { code: "line_too_long", characters: 81, most: 80 },
  no_agenda: { code: "no_agenda" },
  no_such_item: { code: "no_such_item", item: "听取报告" },
  no_such_proposal: { code: "no_such_proposal", proposal: 31 },
  proposal_number_twice: { code: "proposal_number_twice", proposal: 31 },
  proposal_without_title: { code: "proposal_without_title", proposal: 31 },
  not_a_deputy: { code: "not_a_deputy", number: 31, name: "买买提·艾力" },
  signed_twice: { code: "signed_twice", proposal: 47, number: 31, name: "买买提·艾力" },
  bill_needs_signers: { code: "bill_needs_signers", proposal: 47, signed: 31, needed: 32 },
  proposal_stands_otherwise: {
    code: "proposal_stands_otherwise",
    proposal: 47,
    title: "修路",
    state: "handed",
  },
  proposal_is_voted_on: { code: "proposal_is_voted_on", proposal: 47, title: "题" },
  day_too_early: { code: "day_too_early", day: "2026-01-14", before: "2026-01-15" },
  deadline_out_of_range: { code: "deadline_out_of_range", first: "2026-01-31", last: "2026-04-30" },
  unit_missing: { code: "unit_missing", proposal: 31 },
  nothing_handed_over: { code: "nothing_handed_over", proposal: 31 },
  no_proposals: { code: "no_proposals" },
  nobody_named: { code: "nobody_named" },
  named_twice: { code: "named_twice", number: 31, name: "买买提·艾力" },
  no_such_activity: { code: "no_such_activity", activity: 31 },
  points_twice: { code: "points_twice", kind: "station" },
  roster_empty: { code: "roster_empty" },
  paper_not_of_this_vote: { code: "paper_not_of_this_vote", ballot: "票决票" },
  no_such_paper: { code: "no_such_paper", paper: 9 },
  paper_not_editable: { code: "paper_not_editable", title: "签到册" },
  paper_without_text: { code: "paper_without_text" },
  paper_without_number: { code: "paper_without_number" },
  no_such_project: { code: "no_such_project", project: 9 },
  no_such_review: { code: "no_such_review", review: 3 },
  no_project_given: { code: "no_project_given" },
  project_without_name: { code: "project_without_name" },
  project_twice: { code: "project_twice", name: "通村公路硬化" },
  project_stands: { code: "project_stands", name: "通村公路硬化", stands: "completed" },
  project_on_ballot: { code: "project_on_ballot", name: "通村公路硬化", ballot: "票决票" },
  project_has_parts: { code: "project_has_parts", name: "通村公路硬化", part: "道路护栏" },
  merge_leads_nowhere: { code: "merge_leads_nowhere", name: "道路护栏", into: "通村公路硬化" },
  no_rows_to_take: { code: "no_rows_to_take", ballot: "票决票" },
  congress_decides: { code: "congress_decides", name: "通村公路硬化" },
  plan_out_of_order: { code: "plan_out_of_order", name: "通村公路硬化" },
  task_empty: { code: "task_empty", name: "通村公路硬化" },
  day_before_session: { code: "day_before_session", day: "2025-12-01", held_on: "2026-01-16" },
  no_projects: { code: "no_projects" },
  no_chosen_projects: { code: "no_chosen_projects" },
  no_past_projects: { code: "no_past_projects" },
};

// One of every trouble; the type asks for each code.
const path = "/票决台/青石镇.piaojue";
const said = "EIO 5";
const everyTrouble: { [C in Trouble["code"]]: Extract<Trouble, { code: C }> } = {
  no_session: { code: "no_session" },
  not_chosen: { code: "not_chosen", path: "/media/usb/外录.piaojue" },
  stopped: { code: "stopped" },
  not_found: { code: "not_found", path },
  already_exists: { code: "already_exists", path },
  already_open: { code: "already_open", path },
  not_a_session: { code: "not_a_session", path },
  interrupted: { code: "interrupted", path },
  too_new: { code: "too_new", path },
  damaged: { code: "damaged", path, flaw: { seq: 47, fault: { fault: "gap", expected: 46 } } },
  another_is_open: { code: "another_is_open", title: "青石镇第十八届人民代表大会第五次会议", path },
  no_access: { code: "no_access", path, said: "" },
  disk_full: { code: "disk_full", path },
  disk_failed: { code: "disk_failed", path, said },
  unsettled: { code: "unsettled", path, said },
  left_aside: { code: "left_aside", path, aside: "/文档/青石镇-损坏.piaojue", said },
  paper_not_kept: { code: "paper_not_kept", sha256: "e3b0" },
  paper_not_found: { code: "paper_not_found", paper: 47 },
  old_sqlite: { code: "old_sqlite", version: "3.50.1" },
  sqlite: { code: "sqlite", path, said },
  no_chance: { code: "no_chance" },
  not_written_down: { code: "not_written_down", said },
  loan_damaged: { code: "loan_damaged", entry: 47 },
  place_not_writable: { code: "place_not_writable", path },
  copies_not_writable: { code: "copies_not_writable", path: "/优盘" },
  written_not_recorded: { code: "written_not_recorded", path, said },
  file: { code: "file", said },
  no_printing: { code: "no_printing" },
  no_printer: { code: "no_printer" },
  print_there: { code: "print_there" },
  printer: { code: "printer", said },
  viewer: { code: "viewer", said },
  paper: { code: "paper", said },
  not_read: { code: "not_read", said },
  not_exported: { code: "not_exported", said },
  window: { code: "window", said },
};

// One of every fault; the type asks for each.
const everyFault: { [F in FaultFound["fault"]]: Extract<FaultFound, { fault: F }> } = {
  pages: { fault: "pages", said: "5" },
  schema: { fault: "schema", name: "J" },
  gap: { fault: "gap", expected: 46 },
  hash: { fault: "hash" },
  time: { fault: "time", at: "?" },
  too_long: { fault: "too_long", most: 47 },
  too_many: { fault: "too_many", most: 47 },
  too_slow: { fault: "too_slow", seconds: 47 },
  not_as_written: { fault: "not_as_written" },
  event: { fault: "event", said: "x" },
  out_of_place: { fault: "out_of_place", said: "a bundle nobody took" },
  unaskable: { fault: "unaskable", refusal: { code: "wrong_pin", name: "郑国栋", wrong: 1 } },
  paper_not_issued: { fault: "paper_not_issued", sha256: "e3b" },
  paper_missing: { fault: "paper_missing", paper: 9 },
  paper_changed: { fault: "paper_changed", sha256: "e3b" },
};

describe.each(languages)("the %s dictionary", (name, text) => {
  it("has an entry for every key of the other language, and none is empty", () => {
    const other = name === "zh" ? en : zh;
    expect(
      entries(text)
        .map(([key]) => key)
        .sort(),
    ).toEqual(
      entries(other)
        .map(([key]) => key)
        .sort(),
    );
    const empty = entries(text).filter(([key, entry]) => entry === "" && !mayBeEmpty.test(key));
    expect(empty).toEqual([]);
  });

  it.each(Object.values(every))("says $code in a whole sentence with its numbers and names", (refusal) => {
    const sentence = refusalSentence(refusal, text);
    expect(sentence).toMatch(name === "zh" ? /。$/ : /\.$/);
    expect(sentence).not.toMatch(/undefined|null|NaN|\[object/);
    for (const [field, value] of Object.entries(refusal)) {
      const said =
        typeof value === "number"
          ? !["round", "vote"].includes(field)
          : ["name", "contest", "title"].includes(field);
      if (said) expect(sentence).toContain(String(value));
    }
  });

  it("says every notice with its numbers", () => {
    const standings: Standing[] = [
      { standing: "candidate" },
      { standing: "written_in" },
      { standing: "relative", of: "田富" },
    ];
    const notices: Notice[] = [
      { notice: "roster_differs", listed: 57, all_deputies: 58 },
      { notice: "issued_differs_from_present", issued: 55, present: 56 },
      { notice: "returned_fewer", returned: 54, issued: 56 },
      ...standings.map(
        (standing): Notice => ({
          notice: "counts_for_own",
          conflict: { name: "刘敏", role: "teller", contest: "选举镇长", standing },
        }),
      ),
      { notice: "watches_as_no_deputy", name: "王不在", role: "scrutineer" },
    ];
    const sentences = notices.map((notice) => noticeSentence(notice, text));
    expect(sentences[0]).toMatch(/57.*58/);
    expect(sentences[1]).toMatch(/55.*56/);
    expect(sentences[2]).toMatch(/54.*\b2\b/);
    expect(sentences.pop()).toContain("王不在");
    for (const sentence of sentences.slice(3)) expect(sentence).toMatch(/刘敏.*选举镇长.*(第四十三条|43)/);
    expect(sentences.at(-1)).toContain("田富");
  });

  it("names the article with every concern about candidates", () => {
    const contest = "选举副镇长";
    const concerns: Concern[] = [
      { concern: "candidates", contest, candidates: 5, seats: 1, least: 2, most: 4 },
      { concern: "only_one_nominated", contest },
      { concern: "too_few_signed", name: "田富", first: "田大利", signed: 9, needed: 10 },
      { concern: "nominated_too_many", contest, first: null, nominated: 2, seats: 1 },
      { concern: "not_a_deputy", contest, name: "田富" },
      { concern: "too_many_seats", contest, seats: 3, most: 2 },
    ];
    const articles = name === "zh" ? /第[一二三十]+[七六八]条/ : /articles? (1[28]|2[67])/;
    for (const concern of concerns) {
      const sentence = concernSentence(concern, text);
      expect(sentence).toMatch(articles);
      const numbers = Object.values(concern).filter((value) => typeof value === "number");
      for (const number of numbers) expect(sentence).toContain(String(number));
    }
  });

  it("says that a title names another post than the one chosen", () => {
    const concern: Concern = { concern: "names_another_post", contest: "人大主席" };
    expect(concernSentence(concern, text)).toContain("人大主席");
  });

  it("names the ballot a further one looks like", () => {
    const alike: Concern = { concern: "same_colour", colour: "粉红色", ballot: "镇长选票" };
    expect(concernSentence(alike, text)).toMatch(/粉红色.*镇长选票|镇长选票.*粉红色/);
    expect(concernSentence({ ...alike, colour: "" }, text)).toContain("镇长选票");
  });

  it("says how many projects stand for how many places", () => {
    const concern: Concern = { concern: "no_margin", contest: "民生实事", candidates: 7, seats: 10 };
    expect(concernSentence(concern, text)).toMatch(/7.*10|10.*7/);
  });

  it("names the order in which candidates do not stand", () => {
    const concern: Concern = { concern: "not_in_order", contest: "选举副镇长", order: "name_strokes" };
    expect(concernSentence(concern, text)).toContain(text.ballot.order.name_strokes);
  });

  it("says which article a setting contradicts", () => {
    const threshold: Departure = { departure: "threshold", contest: "选举镇长", threshold: null };
    const quorum: Departure = { departure: "quorum", quorum: [1, 2] };
    expect(departureSentence(threshold, text)).toMatch(/选举镇长.*(25|二十五)/);
    expect(departureSentence(quorum, text)).toMatch(/(14|十四)/);
  });

  it.each(Object.values(everyTrouble))("says $code in a whole sentence with what it knows", (trouble) => {
    const sentence = failureSentence({ kind: "failed", ...trouble }, text);
    expect(sentence).toMatch(name === "zh" ? /[。）]$/ : /[.)]$/);
    expect(sentence).not.toMatch(/undefined|null|NaN|\[object/);
    for (const [field, value] of Object.entries(trouble)) {
      if (["said", "paper", "entry", "version"].includes(field)) expect(sentence).toContain(String(value));
    }
  });

  it.each(Object.values(everyFault))("says $fault of a file with what it knows", (fault) => {
    const sentence = flawSentence({ seq: 12, fault }, text);
    expect(sentence).toMatch(/12/);
    expect(sentence).not.toMatch(/undefined|null|NaN|\[object/);
    if (name === "zh") expect(sentence).not.toMatch(/[a-z]{4}/);
    if (fault.fault === "unaskable") expect(sentence).toContain("郑国栋");
  });

  it("has one meaning for every code", () => {
    const refused = new Set<string>(Object.keys(text.failures.refusals));
    expect(Object.keys(text.failures.failed).filter((code) => refused.has(code))).toEqual([]);
  });
});

describe("thin spaces", () => {
  it("stand between Chinese and figures or letters, on both sides, and nowhere else", () => {
    expect(spaced("实到56人")).toBe("实到\u200956\u2009人");
    expect(spaced("2026年1月16日")).toBe("2026\u2009年\u20091\u2009月\u200916\u2009日");
    expect(spaced("（56）、A4")).toBe("（56）、A4");
    expect(spaced("实到 56 人")).toBe("实到\u200956\u2009人");
    expect(spaced("导入CSV名册")).toBe("导入\u2009CSV\u2009名册");
  });

  it("are put into every sentence of the Chinese dictionary", () => {
    expect(zh.floor.quorumNeeded(39, 58)).toContain("需到会\u200939\u2009人");
  });
});
