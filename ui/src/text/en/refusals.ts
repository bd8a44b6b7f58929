import type { Text } from "#ui/text/zh";
import { after } from "./after";
import { common } from "./common";
import { departureSentence } from "./law";
import { proposals } from "./proposals";
import { record } from "./record";
import { sittings } from "./sittings";

/** `2026-04-20` as it is said. */
function onDay(iso: string): string {
  const [year = 0, month = 0, day = 0] = iso.split("-").map(Number);
  return common.date(year, month, day);
}

const voidBecause = {
  returned_at_most_issued: "more returned than issued",
  returned_at_most_present: "more returned than present",
  returned_equals_issued: "not as many returned as issued",
};

const pass = { first: "first keying", second: "second keying" };

export const refusals: Text["failures"]["refusals"] = {
  session_not_described: () =>
    "The session has no title yet. Enter the township, the congress and the number of deputies in Prepare.",
  session_sealed: ({ name }) => `${name} sealed the session: nothing more is recorded.`,
  session_not_sealed: () => "The session is not sealed. Seal it in the archive room first.",
  last_named_first: () =>
    "Only the first entry names the session before. Make another file from the last session.",
  carried_over_first: () =>
    "What goes over stands right behind the first entry, which names the last session. Make another file from the last session.",
  not_carried_over: ({ name }) =>
    `“${name}” does not stand so in the last session, and cannot go over. Make the file from the last session again.`,
  last_is_a_desk: () =>
    "This file holds bundles keyed on another computer. Choose the file of the last session.",
  last_under_way: ({ title }) =>
    `In the last session “${title}” is not over. Open that file and announce it, or break it off.`,
  vote_under_way: ({ title }) =>
    `“${title}” is still open: nothing can be sealed or rehearsed now. Announce its result first, or have the chief scrutineer break it off.`,
  no_rehearsal: () =>
    "This is a real session: the program keys nothing in it, and it is not thrown away. Make a rehearsal in the archive room.",
  only_rehearsed: () =>
    "This is a rehearsal: it is not sealed, not rehearsed again, and no result is taken out of it. Do that in the real session.",
  paper_of_the_real: ({ paper }) =>
    `Paper ${paper} was issued before the rehearsal began. Open the real session for it, or issue it again here.`,
  place_missing: () => "The township is not named yet.",
  number_out_of_range: ({ least, most }) => `The number must be from ${least} to ${most}. Please correct it.`,
  text_too_long: ({ most }) => `A text is longer than ${most} characters. Shorten it.`,
  base_is_fixed: () => "Ballots were issued: the number of all deputies can no longer change.",
  not_on_the_staff: () => "Nobody was chosen to do this. Appoint staff in Prepare, then choose who acts.",
  wrong_role: ({ name, role, needed }) =>
    `${name} is ${common.roles[role]}; this needs ${needed.map((one) => common.roles[one]).join(" or ")}.`,
  character_unseen: ({ text, position, code_point }) =>
    `Character ${position} of “${text}” (${code_point}) cannot be seen or shown. Please delete it and type it again.`,
  deputy_without_name: ({ number }) => `Deputy ${number} has no name. Please add it.`,
  deputy_number_twice: ({ number }) => `Two deputies have number ${number}. Change one of them.`,
  name_needs_note: ({ name }) => `Two deputies are called ${name}. Note what tells them apart.`,
  no_such_deputy: ({ number }) => `There is no deputy ${number} on the roster.`,
  staff_without_name: ({ role }) => `A ${common.roles[role]} has no name. Please add it.`,
  one_person_one_role: ({ name }) => `${name} stands on the staff twice. One person has one role.`,
  staff_missing: ({ role, needed, appointed }) =>
    `${common.roles[role]}: ${needed} needed, ${appointed} appointed. Add them under Staff in Prepare.`,
  name_stays: ({ name, other }) =>
    `${name} has already acted and cannot become ${other}. Correct a mistyped name with “Correct the name”; take off whoever was replaced and add the other.`,
  name_unchanged: ({ name }) => `The name is ${name} already.`,
  staff_at_work: ({ name }) => `${name} is counting and stays on the staff until the result is announced.`,
  ballot_without_title: () => "The ballot has no title. Please add it.",
  ballot_without_contest: ({ ballot }) => `“${ballot}” asks nothing. Add a question.`,
  contest_twice: ({ title }) => `“${title}” stands on the ballot twice.`,
  contest_without_title: () => "A question on the ballot has no title. Please add it.",
  candidates_missing: ({ contest }) =>
    `“${contest}” has no candidates, projects or rows yet. Its rules may be printed; list them before the ballot is.`,
  no_ballot_for_rules: () =>
    "No ballot of this kind is set up. Set it up in Prepare first; its candidates may come later.",
  options_out_of_range: ({ contest, options }) => `“${contest}” has ${options} rows; it may have 1 to 500.`,
  option_without_name: ({ contest, row }) => `“${contest}”, row ${row}: no name. Add it or remove the row.`,
  option_twice: ({ contest, row, name }) => `“${contest}”, row ${row}: “${name}” already stands above.`,
  projects_do_not_match: ({ contest }) => `“${contest}”: the project facts do not match the rows.`,
  symbols_unclear: ({ contest }) => `“${contest}”: give every symbol one meaning of its own.`,
  more_seats_than_options: ({ contest, seats, options }) =>
    `“${contest}”: ${seats} to choose, only ${options} rows. Lower the number or add rows.`,
  grades_out_of_range: ({ contest }) => `“${contest}” needs 2 to 5 grades.`,
  assessment_unclear: ({ contest }) =>
    `“${contest}”: weights are one for each grade, 0 to 100, falling; levels by rate fall and the last starts at 0.`,
  nominees_do_not_match: ({ contest }) =>
    `“${contest}”: the candidates' facts do not match the rows. Check them row by row.`,
  headings_do_not_match: ({ contest }) =>
    `“${contest}”: the headings do not match the rows. Check them row by row.`,
  departs_from_law: ({ departure }) =>
    `${departureSentence(departure)}. Change it back, or write down the reason; it will stand on every report.`,
  margin_needed: ({ contest, candidates, seats }) =>
    `“${contest}”: ${candidates} candidates for the ${seats} seats left. Deputy posts need more candidates than seats again (article 29): nominate more.`,
  no_such_ballot: () => "There is no such ballot; it may have changed. Open this page again.",
  ballot_is_issued: ({ ballot }) => `“${ballot}” was issued and can no longer change.`,
  ballot_not_printed: ({ ballot }) =>
    `“${ballot}” is not printed, or was changed after printing. Print it in Papers.`,
  more_present_than_deputies: ({ present, all_deputies }) =>
    `${present} present, but only ${all_deputies} deputies. Please count again.`,
  attendance_not_counted: () => "The people present are not counted yet. Count them first.",
  attendance_of_another_sitting: ({ counted, needed }) =>
    `Those present were counted for ${sittings.name(counted)}; this is put to the vote at ${sittings.name(needed)}. Count those present there, or hang it on another item in the plan of the sittings (Prepare).`,
  attendance_to_count_again: ({ present }) =>
    `${present} were present at the last count, before the ballots that went out. Count them again before this vote.`,
  no_quorum: ({ present, needed, all_deputies }) =>
    `${present} of ${all_deputies} deputies are present, too few to sit; ${needed} are needed.`,
  no_such_round: () => "There is no such round. Open this page again.",
  round_already_opened: ({ ballot }) => `“${ballot}” was already issued and cannot be issued again.`,
  round_broken_off: ({ ballot }) =>
    `The vote on “${ballot}” was broken off and is not counted. Hand the ballot out again on the floor.`,
  no_ballot_chosen: () => "No ballot is chosen that is handed out. Choose one.",
  collected_already: ({ ballot }) =>
    `“${ballot}” was collected already: nothing is handed out together with it any more. Count the people present and hand out apart.`,
  vote_not_void: ({ ballot }) =>
    `“${ballot}” was not announced void. A wrong number is corrected until the count is certified.`,
  redo_is_out: ({ ballot }) =>
    `Ballots of the new vote on “${ballot}” are out. If nobody has voted, the chief scrutineer ends that round as issued by mistake first; once votes are cast, the announcement stands.`,
  corrected_to_the_same: ({ title }) => `That is what was announced of “${title}”: nothing to put right.`,
  nothing_to_redo: () => "This vote is not void; there is nothing to redo.",
  more_issued_than_printed: ({ issued, printed }) =>
    `${issued} issued, but only ${printed} printed. Check both numbers.`,
  printed_too_few: ({ printed, issued, spoiled }) =>
    `${issued} issued and ${spoiled} replaced make more than the ${printed} printed. Please check.`,
  count_begun: ({ ballot }) =>
    `The count of “${ballot}” was begun: it is not at zero any more. Show and issue that before the first bundle is keyed.`,
  not_collected: () => "The box is not opened yet. Record the sheets returned first.",
  collection_not_announced: () => "Announce in the hall whether the vote is valid first.",
  collection_announced: () => "The numbers of the box were announced and can no longer change.",
  vote_is_void: ({ returned, issued, present, valid_if }) =>
    `The vote is void: ${voidBecause[valid_if]} (${present} present, ${issued} issued, ${returned} returned). Announce it in the hall, seal the ballots, count the people present and vote again.`,
  reason_missing: () => "Write down the reason; it goes into the record.",
  bundle_is_keyed: ({ bundle }) =>
    `The correction would change bundle ${bundle}, which is keyed. Its teller or a scrutineer gives it back first.`,
  nothing_returned: () =>
    "No sheet was returned: there is nothing to certify. Correct the number in the hall room, or let the chief scrutineer break the round off there.",
  sheet_put_aside: ({ sheet }) =>
    `Sheet ${sheet} lies half keyed. Finish it before calling back the one before.`,
  nothing_ruled: ({ bundle, sheet }) => `Bundle ${bundle} sheet ${sheet} has no ruling to take back.`,
  no_such_bundle: ({ bundle, bundles }) => `There is no bundle ${bundle}; there are ${bundles}.`,
  bundle_taken: ({ bundle, name }) => `${name} is keying bundle ${bundle}. Take another.`,
  bundle_is_lent: ({ bundle, name }) =>
    `${name} keys bundle ${bundle} on another computer. Bring it back first; if its file is lost or broken, call it back.`,
  bundle_not_here: ({ bundle }) => `Bundle ${bundle} is not in this file. Key those that are listed.`,
  no_bundle_chosen: () => "No bundle is chosen. Choose at least one.",
  only_keyed_here: () =>
    "This file was taken along for keying and nothing else. Do the rest in the session file on the main computer.",
  not_a_desk_away: () =>
    "This is a session file, not one taken along for keying. Choose the file that went to the other computer.",
  no_such_loan: ({ loan }) =>
    `This session knows of no file ${loan} that begins like this: its beginning was changed, or the session was restored from an earlier copy. Key the bundles here.`,
  loan_of_another_session: ({ title }) => `The file belongs to “${title}”. Choose another file.`,
  loan_of_another_round: ({ round, ballot }) =>
    `The file belongs to round ${round}, “${ballot}”, and not to this one. Choose another file.`,
  loan_of_another_teller: ({ name }) =>
    `${name} keyed this file and brings it back. ${name} takes the desk first.`,
  loan_is_back: ({ bundles }) =>
    `Brought back already: ${bundles.length === 1 ? "bundle" : "bundles"} ${bundles.join(", ")}. Nothing is taken twice.`,
  loan_called_back: ({ name, reason }) =>
    `${name} called this file back (${reason}); it can no longer be brought back. What is keyed anew counts.`,
  loan_changed: () =>
    "This is not the file whose fingerprint was compared. Choose the file again and compare once more.",
  loan_not_finished: ({ bundle, keyed, sheets }) =>
    `Bundle ${bundle} is not handed in on the other computer: ${keyed} of ${sheets} sheets keyed. Finish it there, close the file and copy it again.`,
  bundle_not_taken: ({ bundle }) => `Bundle ${bundle} was not taken yet. Take it first.`,
  bundle_in_hand: ({ bundle }) => `Bundle ${bundle} is still in hand. Finish it first.`,
  bundle_closed: ({ bundle }) => `Bundle ${bundle} was handed in. Take the next.`,
  bundle_not_handed_in: ({ bundle }) => `Bundle ${bundle} is not handed in yet.`,
  bundle_is_ruled: ({ bundle, sheet }) =>
    `Bundle ${bundle}, sheet ${sheet} is ruled on: take that ruling back first.`,
  passes_apart: ({ bundle, first, second }) =>
    `Bundle ${bundle}: ${first} sheets in the first keying, ${second} in the second.`,
  pass_total_differs: ({ pass: which, keyed, returned }) =>
    `The ${pass[which]}: ${keyed} sheets keyed, ${returned} returned.`,
  bundle_is_whole: ({ bundle, sheets }) => `All ${sheets} sheets of bundle ${bundle} are keyed. Hand it in.`,
  bundle_not_whole: ({ bundle, keyed, sheets }) =>
    `${keyed} of ${sheets} sheets of bundle ${bundle} are keyed; it cannot be handed in yet.`,
  keyed_in_the_other_pass: ({ bundle, name }) =>
    `${name} keyed bundle ${bundle} in the other pass; somebody else must key it now. Take another.`,
  sheet_out_of_order: ({ expected, got }) => `Sheet ${expected} is next, not ${got}. Key them in order.`,
  only_the_last_sheet: ({ last }) => `Only the sheet keyed last (${last}) can be taken back.`,
  reading_does_not_fit: () => "What was keyed does not fit the ballot. Key the sheet again.",
  no_write_ins: ({ contest }) => `“${contest}” takes no written-in names.`,
  namesake_unclear: ({ name }) =>
    `Two deputies are called “${name}”. Read the paper anew and note behind the name which of them is meant, e.g. ${name}（石门村）, or merge the name first.`,
  write_in_without_name: () => "A written-in name is empty. Add or remove it.",
  pass_not_whole: ({ pass: which, bundle, keyed, returned }) =>
    `The ${pass[which]} is not whole: ${keyed} of ${returned} sheets. Go on with bundle ${bundle}.`,
  nothing_differs: ({ bundle, sheet }) => `Bundle ${bundle}, sheet ${sheet}: the keyings agree.`,
  nothing_doubtful: ({ bundle, sheet }) => `Bundle ${bundle}, sheet ${sheet}: nothing is in doubt.`,
  nobody_wrote_in: ({ name }) => `Nobody wrote in “${name}”.`,
  name_is_merged: ({ name, into }) => `“${name}” already counts as “${into}”: take that back first.`,
  name_is_not_merged: ({ name }) => `No other spelling counts as “${name}”.`,
  merge_disturbs_ruling: ({ bundle, sheet }) =>
    `Bundle ${bundle}, sheet ${sheet} was ruled on with the names as they were: take that ruling back first.`,
  not_of_one_kind: () => "Only sections of one kind are ruled on in one go; what is read anew, one by one.",
  already_ruled: ({ bundle, sheet }) => `Bundle ${bundle}, sheet ${sheet} was already ruled on.`,
  rows_still_open: ({ bundle, sheet, open }) =>
    `Bundle ${bundle}, sheet ${sheet}: ${open} rows are not read from the paper yet.`,
  differences_open: ({ sheets }) =>
    `The keyings differ on ${sheets} sheets. A scrutineer must look at the paper.`,
  sections_open: ({ sections }) => `${sections} sections wait for the chief scrutineer.`,
  sheets_not_settled: ({ settled, returned }) => `${settled} of ${returned} sheets are settled so far.`,
  totals_do_not_fit: () => "The totals do not have the rows and grades of the ballot. Enter them row by row.",
  totals_off_returned: ({ contest, valid, void: voidOnes, returned }) =>
    `“${contest}”: ${valid} valid and ${voidOnes} void are not the ${returned} returned. Check the tally sheet.`,
  totals_off_row: ({ contest, row, total, valid }) =>
    `“${contest}”, row ${row}: ${total} in all, but ${valid} are valid. Check this row.`,
  totals_off_name: ({ contest, name }) =>
    `“${contest}”: the written-in name “${name}” is empty, there twice, a candidate, or has more votes than there are valid ballots.`,
  hand_tally_missing: () => "The tally by hand is not entered yet. A scrutineer enters it in Count, Certify.",
  hand_tally_differs: ({ figures }) =>
    `The tally by hand and the keyed count differ in ${figures} numbers. Put it right, or the chief scrutineer rules.`,
  hand_tally_agrees: () => "The tally by hand and the keyed count agree: there is nothing to rule on.",
  quorum_not_in_count_file: ({ present, needed }) =>
    `A count file knows only the quorum of article 14, ${needed}; ${present} were present. The count report holds instead.`,
  counted_by_hand: () =>
    "The round is counted by hand: there are no sheets. To key them, withdraw the count by hand in Certify first.",
  not_counted_by_hand: () => "The round is not counted by hand.",
  followed_by_a_ballot: ({ ballot }) =>
    `“${ballot}” follows this result and was handed out: the count cannot be opened again.`,
  pin_needed: ({ name }) => `${name} must type the PIN.`,
  wrong_pin: ({ name, wrong }) => `That is not the PIN of ${name} (wrong ${wrong} times). Type it again.`,
  pin_wait: ({ name, seconds }) => `The PIN of ${name} was wrong too often. Try again in ${seconds} seconds.`,
  pin_figures: ({ least, most }) => `A PIN has ${least} to ${most} figures.`,
  no_pin: ({ name }) => `${name} has set no PIN.`,
  pin_to_remove_with: ({ name }) =>
    `${name} has set no PIN. Removing another's asks for one's own: set it first.`,
  pin_stays: ({ name }) => `${name} has a PIN. To come in under another role it is removed first, on record.`,
  pin_at_work: ({ name }) =>
    `${name} is needed in a round that runs: the PIN stays until its result is announced.`,
  pin_to_correct_with: ({ name }) =>
    `${name} has no PIN. Putting a name right asks for one’s own: set it first.`,
  name_on_duty: ({ name }) =>
    `${name} is needed in a round that runs: put the name right once its result is announced.`,
  already_certified: () => "The count is certified and can no longer change.",
  nothing_to_choose: ({ ballot }) => `“${ballot}” asks for grades only: there is no list of what passed.`,
  not_certified: () => "The count is not certified yet. The chief scrutineer certifies it in Count.",
  report_not_printed: () => "The count report is not issued yet. Issue it in Papers.",
  result_announced: () => "The result was announced.",
  result_not_announced: () => "The result is not announced yet. The chair announces it first.",
  nobody_chosen: ({ ballot }) =>
    `“${ballot}”: nobody and nothing was chosen, so there is no list. The count report says so; a further vote follows for the seats left.`,
  nothing_chosen: () => "Nothing was chosen, so there is nothing to decide on. A further vote must follow.",
  ballot_is_printed: ({ ballot }) =>
    `“${ballot}” was printed and cannot be deleted; its vote can be called off on the floor, with a reason.`,
  ballot_is_shown: ({ ballot }) => `The hall shows “${ballot}”: show something else before deleting it.`,
  ballot_withdrawn: ({ ballot }) => `“${ballot}” was called off: it is not voted on.`,
  not_that_round: ({ ballot }) => `“${ballot}” is not meant for this round. Open this page again.`,
  nothing_follows: ({ contest }) => `The result of “${contest}” does not ask for this.`,
  already_settled: ({ contest }) => `What follows “${contest}” is already settled.`,
  too_many_stay: ({ seats, names }) =>
    `${names.join(", ")} are level: at least one must stay and no more than ${seats}; if more stay, they are voted on once more.`,
  choose_of_the_tied: ({ seats, names }) => `Choose ${seats} of those level: ${names.join(", ")}.`,
  seats_left_differ: ({ contest, seats }) =>
    `“${contest}”: ${seats} seats are left; the number to choose must be the same.`,
  rule_of_the_first_round: ({ contest }) =>
    `“${contest}”: article 29 asks for most votes in a runoff, and for the first round's threshold in a further vote.`,
  only_the_tied: ({ contest, names }) =>
    `“${contest}”: only those level stand in a runoff: ${names.join(", ")}.`,
  already_elected: ({ contest, name }) => `${name} is already chosen in “${contest}” and cannot stand again.`,
  no_such_hand_vote: () => "There is no such motion; it may have been changed. Open this page again.",
  motion_without_title: () => "The motion has no title. Enter one.",
  motion_too_long: ({ characters, most }) =>
    `It has ${characters} characters, the hall shows at most ${most}. Shorten it.`,
  threshold_of_paper: ({ title }) =>
    `“${title}” is decided without paper: its threshold is of all or of those present. Correct it.`,
  hand_vote_open: ({ title }) => `“${title}” is being voted on. Finish or withdraw it first.`,
  hand_vote_is_put: ({ title }) => `“${title}” is put to the vote and cannot change.`,
  hand_vote_not_put: ({ title }) => `“${title}” is not put to the vote yet. Put it in Floor first.`,
  hand_vote_ended: ({ title }) => `“${title}” is decided or withdrawn and cannot change.`,
  present_of_the_other_body: ({ title }) =>
    `“${title}”: enter the members present for the presidium; the congress is counted in its attendance.`,
  more_present_than_members: ({ present, members }) =>
    `${present} present are more than the presidium's ${members} members. Check the numbers.`,
  presidium_not_quorate: ({ present, needed, members }) =>
    `${present} of the presidium's ${members} members are present, too few to sit; ${needed} are needed. Put the motion once they are there.`,
  hands_have_voted: ({ title }) =>
    `“${title}”: hands were counted, so it was voted on and can no longer be withdrawn (Organic Law, article 22). If they were counted wrongly, let the chief scrutineer have them counted again; then announce the outcome.`,
  hands_not_as_asked: ({ title }) => `“${title}” is not counted that way. Open this page again.`,
  shown_differs_from_present: ({ shown, present }) =>
    `The four numbers of the keypads tell of ${shown} people; ${present} are present. Hold them against the display: whoever pressed nothing, or has no keypad, has not pressed. If people came or left, count those present first, then count again.`,
  more_hands_than_present: ({ raised, present }) =>
    `${raised} hands are more than the ${present} present. Count again; if people came or left, count those present first.`,
  hands_already_counted: ({ title }) => `Both tellers have counted for “${title}”.`,
  hands_not_counted: ({ counted, needed }) => `${needed} tellers must count, ${counted} so far.`,
  hands_differ: ({ title }) =>
    `The tellers differ on “${title}”. The chief scrutineer has them count again or rules.`,
  hands_do_not_differ: ({ title }) =>
    `The number for “${title}” is agreed or ruled; there is nothing to rule.`,
  line_empty: () => "There is no text for the hall yet. Write a line first.",
  line_too_long: ({ characters, most }) =>
    `The text for the hall has ${characters} characters; the back row can read at most ${most}. Make it shorter.`,
  no_agenda: () => "There is no agenda yet. Enter it in Prepare.",
  no_such_item: ({ item }) => `The agenda has no item “${item}”; it may have changed. Open this page again.`,
  item_empty: () => "An item of the agenda says nothing. Write it, or remove the item.",
  item_twice: ({ item }) => `“${item}” stands on the agenda twice. Reword one of them, or remove it.`,
  hung_twice: ({ title }) => `“${title}” hangs on two items of the agenda. Leave it on one.`,
  no_such_sitting: ({ sitting }) =>
    `There is no sitting ${sitting}; it may have changed. Open this page again.`,
  sitting_held: ({ sitting }) =>
    `The roll of ${sittings.name(sitting)} was called: the sitting stays on record and cannot be removed or become another kind.`,
  roll_not_called: ({ sitting }) =>
    `The roll of ${sittings.name(sitting)} was not called yet. Call it on the floor first.`,
  presidium_not_named: () =>
    "The members of the presidium are not named yet. Name them in Prepare, under Sittings.",
  not_entitled: ({ number, name }) =>
    `${number} ${name} has no seat there; the roster may have changed. Open the roll again.`,
  called_twice: ({ number, name }) => `${number} ${name} stands on the roll twice. Leave one.`,
  no_such_proposal: ({ proposal }) =>
    `There is no proposal ${proposal}; it may have changed. Open this page again.`,
  proposal_number_twice: ({ proposal }) => `Number ${proposal} stands there twice. Put the number right.`,
  proposal_without_title: ({ proposal }) => `Proposal ${proposal} has no title. Type one.`,
  not_a_deputy: ({ number, name }) => `${number} ${name} is not on the roster. Choose from the roster.`,
  signed_twice: ({ proposal, number, name }) =>
    `Proposal ${proposal}: ${number} ${name} signed twice. Leave one.`,
  bill_needs_signers: ({ proposal, signed, needed }) =>
    `Proposal ${proposal} is a bill and needs ${needed} deputies (Organic Law, article 22); ${signed} signed. Add who signed too, or make it a suggestion.`,
  proposal_stands_otherwise: ({ proposal, title, state }) =>
    `Proposal ${proposal}, “${title}”, stands so: ${proposals.states[state]}. This cannot follow; see what became of it.`,
  proposal_is_voted_on: ({ proposal, title }) =>
    `Proposal ${proposal} was put to the vote (“${title}”) and can no longer be withdrawn or turned into a suggestion (Organic Law, article 22).`,
  day_too_early: ({ day, before }) =>
    `${onDay(day)} is before the last step, ${onDay(before)}. Put the day right.`,
  deadline_out_of_range: ({ first, last }) =>
    `The deadline must be from ${onDay(first)} to ${onDay(last)} (Deputies Law: three months, six at most). Put it right.`,
  unit_missing: ({ proposal }) => `Proposal ${proposal} is handed to nobody. Type the unit.`,
  nothing_handed_over: ({ proposal }) => `Proposal ${proposal} is not handed over yet. Do that first.`,
  no_proposals: () => "No proposal is registered yet. Register it in the room After.",
  nobody_named: () => "No deputy is named. Choose at least one.",
  named_twice: ({ number, name }) => `${number} ${name} was chosen twice. Leave one.`,
  no_such_activity: ({ activity }) =>
    `There is no activity ${activity}; it may have been struck out. Open this page again.`,
  points_twice: ({ kind }) => `Points for “${record.deeds[kind]}” are set twice. Leave one.`,
  roster_empty: () => "There is no deputy on the roster. Import or enter it in Prepare.",
  paper_not_of_this_vote: ({ ballot }) => `“${ballot}” has nothing this paper is about.`,
  no_such_paper: ({ paper }) => `There is no paper ${paper}.`,
  paper_not_editable: ({ title }) => `“${title}” is marked, counted or signed; it is not to be edited.`,
  paper_without_number: () => "Only a public notice has a number.",
  no_such_project: ({ project }) => `There is no project ${project}.`,
  no_such_review: ({ review }) => `There is no review ${review}.`,
  no_project_given: () => "No project is chosen. Choose at least one.",
  project_without_name: () => "A project has no name. Enter it.",
  project_twice: ({ name }) => `“${name}” stands there twice. Leave one.`,
  project_stands: ({ name, stands }) => `“${name}” is ${after.standings[stands]}: this is not possible.`,
  project_on_ballot: ({ name, ballot }) =>
    `“${name}” stands on “${ballot}”. Take the row off in Prepare while the ballot is not out; afterwards the vote decides.`,
  project_has_parts: ({ name, part }) =>
    `“${part}” was made part of “${name}”. Screen “${part}” again first.`,
  merge_leads_nowhere: ({ name, into }) =>
    `“${name}” cannot become part of “${into}”. Choose one that is neither merged nor left out.`,
  no_rows_to_take: ({ ballot }) => `Every project of “${ballot}” is on record.`,
  congress_decides: ({ name }) =>
    `A major change, a suspension or an end of “${name}” is the congress's to decide. Choose the motion it passed.`,
  plan_out_of_order: ({ name }) =>
    `The plan of “${name}”: each step comes later than the one before and asks for no less. Put it right.`,
  task_empty: ({ name }) =>
    `“${name}”: it is not said what must be done. Enter it, or empty who and by when as well.`,
  day_before_session: ({ day, held_on }) =>
    `${day} lies before the session of ${held_on}. Put the day right.`,
  no_projects: () => "No project is on record yet. Enter it in After.",
  no_chosen_projects: () =>
    "No project on record is chosen. Wait until the chief scrutineer has certified the count.",
  no_past_projects: () => "Last year's projects are not listed yet. Enter them in Prepare.",
  paper_without_text: () => "The paper has no text. Enter it or restore the one that comes with the program.",
};
