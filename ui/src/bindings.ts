// Made from the Rust types by src-tauri/tests/bindings.rs: change them there, then run
// UPDATE=1 cargo test -p piaojue --test bindings

/** What a window may ask by name: with what, and what is answered. */
export interface Commands {
  start_view: { asked: Record<string, never>; answer: StartView };
  new_session: { asked: { meeting: Meeting, secretary: string }; answer: null };
  open_session: { asked: { path?: string | null, language: Language }; answer: boolean };
  open_sample: { asked: Record<string, never>; answer: null };
  close_session: { asked: Record<string, never>; answer: null };
  recovered: { asked: Record<string, never>; answer: Recovered | null };
  look_at_last: { asked: { path?: string | null, language: Language }; answer: LastLook | null };
  begin_next: { asked: { asked: NextAsked }; answer: null };
  perform: { asked: { command: Command, actor: PersonId, pin?: string | null }; answer: null };
  set_pin: { asked: { person: PersonId, old?: string | null, pin: string }; answer: null };
  leave_desk: { asked: Record<string, never>; answer: null };
  frame_view: { asked: Record<string, never>; answer: FrameView };
  checklist_view: { asked: Record<string, never>; answer: ChecklistView };
  prepare_view: { asked: Record<string, never>; answer: PrepareView };
  ballot_settings: { asked: { ballot: Ballot }; answer: SettingsView };
  sittings_view: { asked: Record<string, never>; answer: SittingsView };
  projects_view: { asked: Record<string, never>; answer: ProjectsView };
  floor_view: { asked: Record<string, never>; answer: FloorView };
  count_view: { asked: { round: RoundId }; answer: CountView };
  desk_view: { asked: { round: RoundId, pass: Pass, teller: PersonId }; answer: DeskView };
  hand_desk_view: { asked: { vote: HandVoteId, teller: PersonId }; answer: HandDeskView };
  papers_view: { asked: Record<string, never>; answer: PapersView };
  hall_view: { asked: Record<string, never>; answer: HallView };
  hall_preview: { asked: { scene: Scene }; answer: HallView };
  hall_room_view: { asked: Record<string, never>; answer: HallRoomView };
  look_at_table: { asked: { source: TableSource, asked: TableAsked, language: Language }; answer: TableLook | null };
  take_table: { asked: { asked: TableAsked }; answer: TableTaken | null };
  save_table: { asked: { target: TableTarget }; answer: Saved };
  save_results: { asked: { round: RoundId }; answer: Saved };
  save_projects: { asked: Record<string, never>; answer: Saved };
  amount_of: { asked: { text: string }; answer: number | null };
  spellings: { asked: { texts: Array<string> }; answer: Array<string> };
  proposals_view: { asked: Record<string, never>; answer: ProposalsView };
  record_view: { asked: Record<string, never>; answer: RecordView };
  save_proposals: { asked: Record<string, never>; answer: Saved };
  save_record: { asked: Record<string, never>; answer: Saved };
  lend_bundles: { asked: { lend: ToLend, actor: PersonId, path?: string | null, language: Language }; answer: Saved | null };
  read_loan: { asked: { round: RoundId, path?: string | null, language: Language }; answer: LoanFile | null };
  bring_back: { asked: { round: RoundId, path: string, head: string, actor: PersonId }; answer: null };
  presets: { asked: Record<string, never>; answer: Presets };
  rehearse: { asked: { actor: PersonId }; answer: null };
  discard_rehearsal: { asked: Record<string, never>; answer: null };
  simulate_keying: { asked: { round: RoundId, pass: Pass, slips: number }; answer: MadeUp };
  stop_simulating: { asked: Record<string, never>; answer: null };
  order_by_strokes: { asked: { names: Array<string>, by: StrokeOrder }; answer: Ordered };
  order_after_primary: { asked: { votes: Array<number | null> }; answer: Array<number> };
  pages_of: { asked: { of: PaperKind }; answer: number };
  issue_paper: { asked: { of: PaperKind, actor: PersonId }; answer: null };
  open_paper: { asked: { paper: PaperId }; answer: Saved };
  save_paper: { asked: { paper: PaperId }; answer: Saved };
  save_papers: { asked: { papers: Array<PaperId>, merged: boolean, language: Language }; answer: Saved | null };
  save_editable: { asked: { paper: PaperId, actor: PersonId }; answer: Saved };
  save_all_editable: { asked: { papers: Array<PaperId>, actor: PersonId, language: Language }; answer: Saved | null };
  print_paper: { asked: { paper: PaperId, copies: number, sides: Sides, actor: PersonId }; answer: Saved };
  paper_text: { asked: { of: PaperKind }; answer: PaperText };
  ballot_hindrances: { asked: { ballot: Ballot }; answer: Array<PaperStop> };
  preview_ballot: { asked: { ballot: Ballot }; answer: Pdf };
  paper_faults: { asked: { of: PaperKind, text: string }; answer: Array<TextFault> };
  preview_paper: { asked: { of: PaperKind, text: string }; answer: Pdf };
  keep_template: { asked: { of: PaperKind, text?: string | null }; answer: null };
  faces: { asked: { style: PaperStyle, again: boolean }; answer: FacesView };
  preview_style: { asked: { style: PaperStyle, of?: PaperKind | null }; answer: Pdf };
  keep_style: { asked: { style?: PaperStyle | null }; answer: null };
  export_count_file: { asked: { round: RoundId }; answer: Saved };
  back_up: { asked: { language: Language }; answer: Saved | null };
  verify: { asked: { printed?: string | null }; answer: Verified };
  write_archive: { asked: Record<string, never>; answer: Archived };
  copies_view: { asked: Record<string, never>; answer: CopiesView };
  choose_copies: { asked: { language: Language }; answer: CopiesView | null };
  stop_copies: { asked: Record<string, never>; answer: CopiesView };
  open_manual: { asked: { role: ManualRole }; answer: Saved };
  about: { asked: Record<string, never>; answer: About };
  show_hall: { asked: Record<string, never>; answer: null };
  close_hall: { asked: Record<string, never>; answer: null };
  leave_hall: { asked: Record<string, never>; answer: null };
  hall_full_screen: { asked: { on: boolean, screen?: string | null }; answer: null };
  hall_window: { asked: Record<string, never>; answer: HallWindow };
  hall_drawn: { asked: { says: HallSays }; answer: null };
}

/** 职责: who may ask for what, and whether a PIN is asked for. */
export const DUTIES = {
  meeting: {
    describe: { who: ["secretary"], pin: "never" },
    note_item: { who: ["secretary"], pin: "never" },
    seal: { who: ["secretary"], pin: "afresh" },
  },
  people: {
    list_roster: { who: ["secretary"], pin: "never" },
    save_deputy: { who: ["secretary"], pin: "never" },
    remove_deputy: { who: ["secretary"], pin: "never" },
    appoint_staff: { who: ["secretary"], pin: "never" },
    correct_name: { who: ["secretary"], pin: "afresh" },
  },
  ballot: {
    save_ballot: { who: ["secretary"], pin: "never" },
    withdraw_ballot: { who: ["secretary"], pin: "never" },
    delete_ballot: { who: ["secretary"], pin: "never" },
    list_past_projects: { who: ["secretary"], pin: "never" },
  },
  sittings: {
    plan_sittings: { who: ["secretary"], pin: "never" },
    name_presidium: { who: ["secretary"], pin: "never" },
    call_roll: { who: ["secretary"], pin: "never" },
  },
  projects: {
    collect: { who: ["secretary"], pin: "never" },
    change_facts: { who: ["secretary"], pin: "never" },
    screen: { who: ["secretary"], pin: "never" },
    take_rows: { who: ["secretary"], pin: "never" },
    supervise: { who: ["secretary"], pin: "never" },
    set_plan: { who: ["secretary"], pin: "never" },
    note_progress: { who: ["secretary"], pin: "never" },
    hold_review: { who: ["secretary"], pin: "never" },
    change: { who: ["secretary"], pin: "never" },
    complete: { who: ["secretary"], pin: "never" },
    explain: { who: ["secretary"], pin: "never" },
    take_back_completion: { who: ["secretary"], pin: "never" },
  },
  proposals: {
    register: { who: ["secretary"], pin: "never" },
    record_step: { who: ["secretary"], pin: "never" },
  },
  record: {
    note_activities: { who: ["secretary"], pin: "never" },
    correct_activity: { who: ["secretary"], pin: "never" },
    strike_activity: { who: ["secretary"], pin: "never" },
    set_points: { who: ["secretary"], pin: "never" },
  },
  attendance: {
    count_attendance: { who: ["secretary"], pin: "never" },
  },
  round: {
    open_round: { who: ["secretary"], pin: "never" },
    open_together: { who: ["secretary"], pin: "never" },
    collect: { who: ["secretary"], pin: "never" },
    correct_numbers: { who: ["secretary","chief_scrutineer"], pin: "afresh_of_chief" },
    announce_collection: { who: ["secretary"], pin: "never" },
    certify: { who: ["chief_scrutineer"], pin: "afresh" },
    reopen: { who: ["chief_scrutineer"], pin: "afresh" },
    break_off: { who: ["chief_scrutineer"], pin: "afresh" },
    correct_announcement: { who: ["chief_scrutineer"], pin: "afresh" },
    announce_result: { who: ["secretary"], pin: "never" },
  },
  keying: {
    take_bundle: { who: ["teller"], pin: "seated" },
    key_sheet: { who: ["teller"], pin: "seated" },
    pause_sheet: { who: ["teller"], pin: "seated" },
    recall_sheet: { who: ["teller"], pin: "seated" },
    release_bundle: { who: ["teller","scrutineer","chief_scrutineer"], pin: "seated" },
    count_bundle: { who: ["teller"], pin: "seated" },
    mend_bundle: { who: ["scrutineer","chief_scrutineer"], pin: "seated" },
    close_bundle: { who: ["teller"], pin: "seated" },
  },
  ruling: {
    rule_difference: { who: ["scrutineer","chief_scrutineer"], pin: "seated" },
    rule_sections: { who: ["chief_scrutineer"], pin: "seated" },
    merge_names: { who: ["chief_scrutineer"], pin: "seated" },
    separate_names: { who: ["chief_scrutineer"], pin: "seated" },
    take_back: { who: ["scrutineer","chief_scrutineer"], pin: "seated" },
  },
  follow: {
    settle: { who: ["secretary"], pin: "never" },
  },
  hand: {
    prepare_motion: { who: ["secretary"], pin: "never" },
    change_motion: { who: ["secretary"], pin: "never" },
    withdraw_motion: { who: ["secretary"], pin: "never" },
    put_motion: { who: ["secretary"], pin: "never" },
    count_hands: { who: ["teller"], pin: "seated" },
    count_again: { who: ["chief_scrutineer"], pin: "seated" },
    rule_hands: { who: ["chief_scrutineer"], pin: "seated" },
    announce_hands: { who: ["secretary"], pin: "never" },
    announce_acclamation: { who: ["secretary"], pin: "never" },
    correct_hands: { who: ["chief_scrutineer"], pin: "afresh" },
    correct_acclamation: { who: ["chief_scrutineer"], pin: "afresh" },
  },
  paper: {
    edit_text: { who: ["secretary"], pin: "never" },
    restore_text: { who: ["secretary"], pin: "never" },
    number_notice: { who: ["secretary"], pin: "never" },
    set_rules_terms: { who: ["secretary"], pin: "never" },
    choose_style: { who: ["secretary"], pin: "never" },
    choose_ballot_sheet: { who: ["secretary"], pin: "never" },
  },
  hand_tally: {
    enter_hand_tally: { who: ["scrutineer","chief_scrutineer"], pin: "seated" },
    rule_hand_tally: { who: ["chief_scrutineer"], pin: "afresh" },
    count_by_hand: { who: ["scrutineer","chief_scrutineer"], pin: "seated" },
    withdraw_hand_count: { who: ["scrutineer","chief_scrutineer"], pin: "seated" },
  },
  lent: {
    call_back: { who: ["teller","scrutineer","chief_scrutineer"], pin: "seated" },
  },
  pin: {
    take_desk: { who: ["secretary","chief_scrutineer","scrutineer","teller"], pin: "afresh" },
    remove_pin: { who: ["secretary","chief_scrutineer"], pin: "afresh" },
  },
  hall: {
    show_in_hall: { who: ["secretary"], pin: "never" },
    blank_or_back: { who: ["secretary"], pin: "never" },
    choose_look: { who: ["secretary"], pin: "never" },
  },
  edge: {
    join_to_last: { who: ["secretary"], pin: "never" },
    carry_project: { who: ["secretary"], pin: "never" },
    carry_proposal: { who: ["secretary"], pin: "never" },
    issue_paper: { who: ["secretary"], pin: "never" },
    take_out_to_edit: { who: ["secretary"], pin: "never" },
    note_printed: { who: ["secretary"], pin: "never" },
    set_pin: { who: ["secretary","chief_scrutineer","scrutineer","teller"], pin: "afresh" },
    wrong_pin: { who: ["secretary","chief_scrutineer","scrutineer","teller"], pin: "never" },
    rehearse: { who: ["secretary"], pin: "never" },
    set_up_desk: { who: ["teller"], pin: "seated" },
    lend_bundles: { who: ["teller"], pin: "seated" },
    bring_back: { who: ["teller"], pin: "seated" },
  },
} as const;

/**
 * What the program says of itself.
 */
export type About = { version: string, 
/**
 * Of the repository, with a + where something was changed; only a package knows.
 */
commit: string | null, 
/**
 * The newest layout of session files it reads.
 */
layout: number, 
/**
 * The open session's file.
 */
file: WrittenBy | null, 
/**
 * The licence, then those of others.
 */
licences: [string, string], };

/**
 * Why somebody is not in the room.
 */
export type Absence = { "absence": "unexcused" } | { "absence": "left", at: string, } | { "absence": "excused", leave: Leave, };

/**
 * Somebody on the staff who is not in the room.
 */
export type AbsentStaff = { person: PersonId, why: Absence, };

/**
 * 弃权计入基数: whether abstentions are part of the base of rates and levels.
 */
export type AbstentionBase = "counted" | "left_out";

/**
 * 弃权 or 不了解: what a row without a grade is called.
 */
export type AbstentionWord = "abstain" | "dont_know";

/**
 * 履职活动: what one deputy or several did on a day.
 */
export type Activity = { kind: ActivityKind, on: string, 
/**
 * What it was about.
 */
what: string, 
/**
 * Who did it; somebody at least.
 */
who: Array<Member>, };

/**
 * 履职活动: numbered from 1 within the session.
 */
export type ActivityId = number;

/**
 * What a noted activity was.
 */
export type ActivityKind = "station" | "visit" | "inspection" | "training" | "other";

/**
 * A result that the presiding chair has not announced yet.
 */
export type Announcing = { round: RoundId, 
/**
 * Title of its ballot.
 */
ballot: string, 
/**
 * What must be done first.
 */
missing: Refusal | null, };

/**
 * 办理类别: how far what was asked for is done.
 */
export type AnswerClass = "a" | "b" | "c";

/**
 * An archive that was written.
 */
export type Archived = { path: string, 
/**
 * How many files are in it.
 */
files: number, 
/**
 * SHA-256 of it, in 64 figures.
 */
sha256: string, };

/**
 * An article of a law.
 */
export type Article = { law: Law, 
/**
 * 第…条.
 */
article: number, };

/**
 * Which numbers tellers give of a motion.
 */
export type AskedNumbers = "minority" | "each" | "shown";

/**
 * 测评办法: how grades become a rate and a level.
 */
export type Assessment = { 
/**
 * 权重 of each grade in per cent, 0–100, best first; empty where the rate counts grades.
 */
weights: Array<number>, 
/**
 * What a row without a grade is called.
 */
abstention: AbstentionWord, 
/**
 * Whether abstentions are part of the base.
 */
abstention_base: AbstentionBase, 
/**
 * How a row gets its level.
 */
levels: Levels, 
/**
 * 各等次占比: whether the share of every grade is told beside the rate of a row.
 */
shares?: boolean, 
/**
 * 总体满意率: whether the rate over all rows is told beside those of the rows.
 */
overall?: boolean, };

/**
 * What the user says a column of the file is, remembered for the next file of the office.
 */
export type Assignment = { 
/**
 * The heading as it stands in the file; empty for a column without one, told by its letter.
 */
heading: string, 
/**
 * The letter of the column, where only this one is meant.
 */
letter: string | null, 
/**
 * Our heading; none to leave the column alone.
 */
column: string | null, };

/**
 * At exactly half of the base.
 */
export type AtHalf = "enough" | "not_enough";

/**
 * What may be asked.
 */
export type AttendanceCommand = { "do": "count_attendance", 
/**
 * 实到代表, at most all deputies.
 */
present: number, 
/**
 * 列席.
 */
observers: number, };

/**
 * Whether the next thing on a page of the floor waits for the people present to be counted.
 */
export type AttendanceDue = { 
/**
 * The ballot that is due.
 */
ballots: boolean, 
/**
 * A motion decided without paper.
 */
hands: boolean, };

/**
 * 应到、实到、法定人数.
 */
export type AttendanceFigures = { 
/**
 * 应到.
 */
all_deputies: number, 
/**
 * 实到.
 */
present: number, 
/**
 * 列席.
 */
observers: number, 
/**
 * 法定人数.
 */
quorum: number, 
/**
 * Whether enough are present to sit.
 */
met: boolean, };

/**
 * 依据: who decided a change.
 */
export type Authority = { "by": "presidium" } | { "by": "hands", vote: HandVoteId, } | { "by": "paper", round: RoundId, contest: ContestId, } | { "by": "earlier", named: string, };

/**
 * 外录台: the only desk of its file.
 */
export type AwayView = { round: RoundId, pass: Pass, 
/**
 * Who keys.
 */
teller: PersonId, 
/**
 * In order.
 */
bundles: Array<BundleNo>, 
/**
 * Every bundle is handed in: the file goes back.
 */
finished: boolean, };

/**
 * A printed form.
 */
export type Ballot = { 
/**
 * Unique in the session.
 */
id: BallotId, 
/**
 * As printed: 2026年度民生实事项目票决票.
 */
title: string, 
/**
 * 票色: colour label, e.g. 粉红色.
 */
colour: string, 
/**
 * The questions, in the order of the paper.
 */
contests: Array<BallotContest>, 
/**
 * When the whole vote is valid.
 */
valid_if: ValidIf, 
/**
 * Sheets in a bundle, 1–100.
 */
bundle_size: number, 
/**
 * What the hall sees while counting.
 */
hall: HallCounting, 
/**
 * 法定人数: the share of all deputies that must be present (组织法 14).
 */
quorum?: Fraction, 
/**
 * Why a setting contradicts the law, where one does; every report says so.
 */
departure_reason?: string, 
/**
 * 正字计票: a tally by hand is entered beside the keyed one, and both must agree.
 */
hand_tally?: boolean, 
/**
 * The result it follows, for a runoff or a further vote.
 */
origin?: Origin, };

/**
 * What may be asked.
 */
export type BallotCommand = { "do": "save_ballot", ballot: Ballot, } | { "do": "withdraw_ballot", ballot: BallotId, 
/**
 * Why; not empty.
 */
reason: string, } | { "do": "delete_ballot", ballot: BallotId, } | { "do": "list_past_projects", 
/**
 * The year they were chosen for.
 */
year: number, 
/**
 * In the order they were chosen.
 */
projects: Array<PastProject>, };

/**
 * One contest on the ballot and what the papers say about its options.
 */
export type BallotContest = { 
/**
 * The question, its options and its rule.
 */
contest: Contest, 
/**
 * One per option in the same order, or empty where options are no projects.
 */
projects: Array<Project>, 
/**
 * In the order of the keys 1, 2, 3 ….
 */
symbols: Array<SymbolMeaning>, 
/**
 * How the options were put in order.
 */
order?: OptionOrder, 
/**
 * How the result is listed.
 */
result_order?: ResultOrder, 
/**
 * Post and nominees of an election.
 */
election?: Election, 
/**
 * Weights and levels of an evaluation.
 */
assessment?: Assessment, 
/**
 * What a row of an evaluation is called: 部门, 建议, 述职人员; empty: 测评项目.
 */
row_noun?: string, 
/**
 * 意见建议: lines to write on stand below the rows.
 */
remarks?: boolean, 
/**
 * 归类: the heading each option stands under, in the same order, or none at all. Printed and
 * shown, never counted.
 */
headings?: Array<string>, };

/**
 * 票种: one printed form.
 */
export type BallotId = string;

/**
 * One of several ballots handed out together.
 */
export type BallotIssue = { ballot: BallotId, kind: RoundKind, 
/**
 * 印制, at least as many as issued.
 */
printed: number, 
/**
 * 发出.
 */
issued: number, };

/**
 * What a ballot is printed on.
 */
export type BallotSheet = "a4" | "a5" | "two_a5";

/**
 * What a ballot is printed on.
 */
export type BallotSheetView = { ballot: BallotId, title: string, 
/**
 * Its own sheet; nothing where it goes with the others.
 */
sheet: BallotSheet | null, 
/**
 * It was handed out and stays as it was printed.
 */
out: boolean, };

/**
 * A ballot that may be handed out.
 */
export type BallotToOpen = { ballot: BallotId, title: string, 
/**
 * For the first time, or again after a void vote.
 */
kind: RoundKind, missing: Refusal | null, 
/**
 * Something odd.
 */
notices: Array<Notice>, };

/**
 * 等次区间: a level and the least rate that reaches it.
 */
export type Band = { 
/**
 * 等次.
 */
label: string, 
/**
 * In hundredths of a per cent, 0–10,000; that rate included.
 */
at_least: number, };

/**
 * 基数: the number a threshold or a rate is a fraction of.
 */
export type Base = "all_deputies" | "present" | "returned" | "valid";

/**
 * 全体代表的口径: what the typed number of all deputies counts. Printed on every report.
 */
export type BaseOf = "typed" | "sitting" | "quota";

/**
 * 空白栏: what a row without a symbol means.
 */
export type BlankRow = "abstain" | "void" | "for";

/**
 * 空白票: what a section without any symbol means.
 */
export type BlankSection = "valid" | "void" | "by_row";

/**
 * Why ballots were called back.
 */
export type Breaking = "interrupted" | "issued_by_mistake";

/**
 * How a round was broken off.
 */
export type BrokenOffView = { breaking: Breaking, 
/**
 * Name of who did it.
 */
by: string, reason: string, };

/**
 * 捆: numbered from 1 within the round.
 */
export type BundleNo = number;

/**
 * A bundle in both passes.
 */
export type BundleProgress = { 
/**
 * 捆.
 */
bundle: BundleNo, 
/**
 * Sheets planned to be in it.
 */
sheets: number, 
/**
 * 首录.
 */
first: PassProgress, 
/**
 * 复录.
 */
second: PassProgress, };

/**
 * A bundle in which a pass likely slipped.
 */
export type BundleSlips = { 
/**
 * 捆.
 */
bundle: BundleNo, 
/**
 * Sheets planned to be in it.
 */
planned: number, 
/**
 * 首录张数.
 */
first: number, 
/**
 * 复录张数.
 */
second: number, 
/**
 * Where it likely happened, in the order of the paper.
 */
slips: Array<Slip>, };

/**
 * Who has a bundle in this pass.
 */
export type BundleState = "waiting" | "mine" | "other" | "lent" | "closed";

/**
 * What became of one deputy at a sitting.
 */
export type Called = { 
/**
 * Who.
 */
member: Member, presence: Presence, };

/**
 * Who or what can win a seat. Written as the option's id, or as `write-in:NAME`.
 */
export type Candidate = string;

/**
 * A candidate project as a row of a ballot has it.
 */
export type CandidateProject = { name: string, 
/**
 * What is known of it, and which project it is.
 */
project: Project, };

/**
 * How many approvals a section may hold, against the seats.
 */
export type Cap = "at_most" | "exactly" | "none";

/**
 * What a card is about.
 */
export type CardOf = { "card": "round", round: RoundId, } | { "card": "ballot", ballot: BallotId, } | { "card": "follow_up", round: RoundId, contest: ContestId, };

export type CardState = "past" | "due" | "waiting";

/**
 * Who certified a count.
 */
export type Certified = { 
/**
 * Name of the chief scrutineer, as it was then.
 */
by: string, at: string, 
/**
 * Whether the PIN was typed; not when none is set.
 */
proven: boolean, 
/**
 * That an earlier PIN of theirs had been removed by then.
 */
pin_removed: PinRemovedView | null, };

/**
 * What has to be seen to.
 */
export type Check = "described" | "agenda" | "roster" | "staff" | "ballots" | "papers_before" | "rehearsed" | "machines" | "names_final" | "ballots_printed" | "tally_sheets" | "pins" | "hall_tried" | "stick" | "box_shown" | "zero" | "attendance" | "collection_announced" | "collection_papers" | "first_keying" | "second_keying" | "certified" | "report" | "report_signed" | "result_announced" | "due_papers" | "seal_papers" | "ballots_sealed" | "minutes" | "sealed" | "kept_elsewhere";

/**
 * One thing to see to.
 */
export type CheckView = { check: Check, 
/**
 * Whether it is done; nothing where the record cannot know.
 */
done: boolean | null, };

/**
 * When it is gone through.
 */
export type CheckedWhen = "day_before" | "hour_before" | "count" | "after";

/**
 * What has to be seen to at one time.
 */
export type Checklist = { when: CheckedWhen, 
/**
 * In the order in which it is done.
 */
checks: Array<CheckView>, };

/**
 * The four lists.
 */
export type ChecklistView = { lists: Array<Checklist>, 
/**
 * The ballot that the list of the count is about: the one at work, else the one that is next.
 */
ballot: string | null, };

/**
 * Which session chose a project.
 */
export type ChosenBefore = { 
/**
 * Full title of that session.
 */
session: string, 
/**
 * Its number there.
 */
project: ProjectId, 
/**
 * Day of that session.
 */
on: string, 
/**
 * 赞成票.
 */
votes: number, };

/**
 * 收回: what came back out of the box.
 */
export type Collected = { 
/**
 * 划错换票.
 */
spoiled: number, 
/**
 * 收回.
 */
returned: number, };

/**
 * A project as it is handed in.
 */
export type CollectedProject = { facts: ProjectFacts, proposer: ProjectProposer, };

/**
 * 栏: what one column of a tally counts.
 */
export type Column = { "of": "for" } | { "of": "against" } | { "of": "abstain" } | { "of": "void" } | { "of": "grade", 
/**
 * From 0, the best.
 */
grade: number, };

/**
 * What may be asked of a session, by room.
 */
export type Command = { "room": "meeting", "command": MeetingCommand } | { "room": "people", "command": PeopleCommand } | { "room": "ballot", "command": BallotCommand } | { "room": "sittings", "command": SittingsCommand } | { "room": "projects", "command": ProjectsCommand } | { "room": "proposals", "command": ProposalsCommand } | { "room": "record", "command": RecordCommand } | { "room": "attendance", "command": AttendanceCommand } | { "room": "round", "command": RoundCommand } | { "room": "keying", "command": KeyingCommand } | { "room": "ruling", "command": RulingCommand } | { "room": "follow", "command": FollowCommand } | { "room": "hand", "command": HandCommand } | { "room": "paper", "command": PaperCommand } | { "room": "hand_tally", "command": HandTallyCommand } | { "room": "lent", "command": LentCommand } | { "room": "pin", "command": PinCommand } | { "room": "hall", "command": HallCommand };

/**
 * What the two tellers counted.
 */
export type Compared = { "compared": "open" } | { "compared": "settled", 
/**
 * What the hands decide.
 */
result: HandResult, 
/**
 * Whether the chief scrutineer ruled the number.
 */
ruled: boolean, } | { "compared": "differing", 
/**
 * What each counted, in the order they gave it.
 */
seen: Array<SeenHands>, };

/**
 * Where the candidates of a contest are not what the law asks for. Nothing is stopped by it.
 */
export type Concern = { "concern": "candidates", 
/**
 * Title of the contest.
 */
contest: string, 
/**
 * Candidates on the ballot.
 */
candidates: number, 
/**
 * 应选名额.
 */
seats: number, 
/**
 * The fewest.
 */
least: number, 
/**
 * The most; more need a primary (预选).
 */
most: number, } | { "concern": "only_one_nominated", 
/**
 * Title of the contest.
 */
contest: string, } | { "concern": "too_few_signed", 
/**
 * 候选人.
 */
name: string, 
/**
 * 领衔人.
 */
first: string, signed: number, 
/**
 * How many must.
 */
needed: number, } | { "concern": "nominated_too_many", 
/**
 * Title of the contest.
 */
contest: string, 
/**
 * 领衔人; `None` is the presidium.
 */
first: string | null, nominated: number, 
/**
 * 应选名额.
 */
seats: number, } | { "concern": "not_a_deputy", 
/**
 * Title of the contest.
 */
contest: string, 
/**
 * 候选人.
 */
name: string, } | { "concern": "names_another_post", 
/**
 * Title of the contest.
 */
contest: string, } | { "concern": "no_margin", 
/**
 * Title of the contest.
 */
contest: string, 
/**
 * Projects on the ballot.
 */
candidates: number, 
/**
 * 应选.
 */
seats: number, } | { "concern": "not_in_order", 
/**
 * Title of the contest.
 */
contest: string, order: OptionOrder, } | { "concern": "same_colour", 
/**
 * 票色 of both; empty where no label is given.
 */
colour: string, 
/**
 * Title of the ballot it follows.
 */
ballot: string, } | { "concern": "too_many_seats", 
/**
 * Title of the contest.
 */
contest: string, 
/**
 * 应选名额.
 */
seats: number, 
/**
 * How many the law gives.
 */
most: number, };

/**
 * Somebody who counts a vote and is close to it.
 */
export type Conflict = { 
/**
 * As on the staff.
 */
name: string, role: Role, 
/**
 * Title of the contest.
 */
contest: string, standing: Standing, };

/**
 * One question on a ballot.
 */
export type Contest = { 
/**
 * Unique within the ballot.
 */
id: ContestId, 
/**
 * As printed above the section.
 */
title: string, 
/**
 * 1–500 rows, in the order of the ballot; a motion has one.
 */
options: Array<ContestOption>, } & ({ "kind": "selection", "rule": SeatsRule } | { "kind": "election", "rule": SeatsRule } | { "kind": "evaluation", "rule": EvaluationRule } | { "kind": "motion", "rule": MotionRule });

/**
 * Names a contest within its ballot.
 */
export type ContestId = string;

/**
 * 候选人、项目或测评对象: one row of a contest.
 */
export type ContestOption = { 
/**
 * Unique within the contest.
 */
id: OptionId, 
/**
 * As printed on the ballot.
 */
name: string, };

/**
 * The settings of one question.
 */
export type ContestSettings = { contest: ContestId, settings: Array<SettingView>, };

/**
 * 一个问题的合计: what a count by hand came to for one contest.
 */
export type ContestTotals = { 
/**
 * One per option, in the order of the ballot.
 */
rows: Array<OptionCount>, 
/**
 * 有效.
 */
valid: number, 
/**
 * 无效.
 */
void: number, 
/**
 * 另选他人, each name once.
 */
write_ins?: Array<WriteInCount>, };

/**
 * A sum that must come out equal.
 */
export type ControlSum = { sum: SumName, 
/**
 * Index of the contest it is about, from 0.
 */
contest: number | null, 
/**
 * Index of the row it is about, from 0.
 */
row: number | null, 
/**
 * Left of the equals sign.
 */
left: number, right: number, };

/**
 * How the copies in the second place stand.
 */
export type CopiesView = { 
/**
 * Where they go, once a place was chosen.
 */
folder: string | null, 
/**
 * The place lies on the disk of the session itself, and goes with it.
 */
same_disk: boolean, 
/**
 * When the newest one of the open session was made or found sound.
 */
at: string | null, 
/**
 * Something was recorded that should be in a copy and is in none.
 */
behind: boolean, 
/**
 * Why there is none.
 */
trouble: CopyTrouble | null, };

/**
 * Why there is no copy.
 */
export type CopyTrouble = { "code": "gone" } | { "code": "other" } | { "code": "full" } | { "code": "not_writable", said: string, } | { "code": "failed", said: string, };

/**
 * A cell put right in the preview; the file stays as it is.
 */
export type Correction = { line: number, 
/**
 * Which of the tables side by side on that line, from 0.
 */
block: number, 
/**
 * Our own heading.
 */
column: string, 
/**
 * What should have stood there.
 */
text: string, };

/**
 * What had been announced before it was put right.
 */
export type CorrectionView = { 
/**
 * Name of who did it.
 */
by: string, reason: string, announced: Numbers, };

/**
 * A round at the counting table.
 */
export type CountFigures = { figures: RoundFigures, 
/**
 * Where it goes on.
 */
place: CountPlace, certified: boolean, 
/**
 * Whether the result was announced.
 */
announced: boolean, 
/**
 * Bundles, sheets and sections that wait for a ruling; 0 until both keyings are whole.
 */
to_rule: number, 
/**
 * Something odd; of names written in nothing until both keyings are whole.
 */
notices: Array<Notice>, };

/**
 * The places of the counting table.
 */
export type CountPlace = "desk" | "rulings" | "certify";

/**
 * The counting table.
 */
export type CountView = { round: RoundId, 
/**
 * Which ballot and which vote on it.
 */
label: RoundLabel, 
/**
 * The sections of the paper.
 */
contests: Array<DeskContest>, 
/**
 * 收回.
 */
returned: number, 
/**
 * Every bundle in both passes.
 */
bundles: Array<BundleProgress>, 
/**
 * In how many minutes each pass is whole at the pace so far; `None` while nothing can be said.
 */
minutes_left: MinutesLeft, 
/**
 * 补录、重录: what must be keyed before everything is compared again.
 */
to_key: Array<ToKey>, 
/**
 * Sheets on which nothing is open any more; 0 until both keyings are whole.
 */
settled: number, 
/**
 * 错位: bundles in which a pass likely slipped; none until both keyings are whole.
 */
slipped: Array<BundleSlips>, 
/**
 * Sheets on which the keyings differ; none until both keyings are whole, so that no teller
 * learns of the other's marks.
 */
differences: Array<DifferenceView>, 
/**
 * What doubtful sections have in common, by contest; none until both keyings are whole.
 */
kinds: Array<KindView>, 
/**
 * Sections for the chief scrutineer, in the order of the paper; none until both keyings are
 * whole.
 */
doubtful: Array<DoubtfulView>, 
/**
 * 另选他人: every name as it was spelled; none until both keyings are whole.
 */
names: Array<Spelling>, 
/**
 * Where names that may be one person's still count apart.
 */
apart: Array<NamesApart>, 
/**
 * 差错: in how many places each keyer was overruled; none until both keyings are whole, and
 * never in the hall.
 */
errors: Array<ErrorsView>, 
/**
 * 核对: what must be equal.
 */
controls: Array<ControlSum>, 
/**
 * 正字计票 beside the keying, where the ballot asks for it.
 */
hand_tally: HandTallyView | null, 
/**
 * 人工计票 in place of the keying, where the computer was left.
 */
hand_count: HandCountView | null, 
/**
 * Why the count cannot be certified.
 */
missing: Refusal | null, 
/**
 * Whether the certified count can be opened again, and if not, why.
 */
reopen_missing: Refusal | null, 
/**
 * Every time the certified count was opened again, in order.
 */
reopenings: Array<ReopeningView>, certified: Certified | null, 
/**
 * The result as it is announced, once certified or nothing stands in the way of certifying it.
 */
result: Array<ResultTable> | null, };

/**
 * Which hands are counted.
 */
export type CountedHands = "minority" | "each";

/**
 * How a deadline stands on the day.
 */
export type Deadline = { "is": "late", days: number, } | { "is": "running", days: number, 
/**
 * Few are.
 */
near: boolean, };

/**
 * What a deed counts as.
 */
export type DeedKind = "attended" | "in_part" | "excused" | "absent" | "moved_bill" | "moved_suggestion" | "seconded" | "on_watch" | "site_visit" | "station" | "visit" | "inspection" | "training" | "other_activity";

/**
 * Something a deputy did.
 */
export type DeedView = { kind: DeedKind, on: string, what: string, };

/**
 * Where the settings of a ballot contradict the law.
 */
export type Departure = { "departure": "quorum", 
/**
 * What is set.
 */
quorum: Fraction, } | { "departure": "threshold", 
/**
 * Title of the contest.
 */
contest: string, 
/**
 * What is set; `None`: most votes only.
 */
threshold: Threshold | null, };

/**
 * 代表: sits with a vote.
 */
export type Deputy = { 
/**
 * Number on the roster, from 1, unique.
 */
number: number, 
/**
 * Unpadded, NFC.
 */
name: string, 
/**
 * 女 is noted after the name; empty if not.
 */
sex: string, 
/**
 * 民族, noted after the name unless 汉族.
 */
ethnicity: string, 
/**
 * 代表团 or 选区.
 */
delegation: string, 
/**
 * 单位职务.
 */
post: string, 
/**
 * Tells two people of one name apart.
 */
note: string, };

/**
 * What one deputy did.
 */
export type DeputyRecordView = { member: Member, 
/**
 * What tells two of one name apart.
 */
note: string, delegation: string, post: string, 
/**
 * One for each kind, in its order.
 */
counts: Array<number>, 
/**
 * By day.
 */
deeds: Array<DeedView>, points: number | null, rank: number | null, paper: PaperView, };

/**
 * A bundle as this keyer sees it. Who has it says the state; only of those that nobody has it is
 * asked whether this keyer can take it.
 */
export type DeskBundle = { 
/**
 * 捆.
 */
bundle: BundleNo, sheets: number, 
/**
 * Sheets keyed in this pass.
 */
keyed: number, state: BundleState, 
/**
 * Who has it, or keyed it, in this pass.
 */
teller: string | null, 
/**
 * Since when they have it.
 */
since: string | null, 
/**
 * Why this keyer cannot take it, though nobody has it.
 */
refused: Refusal | null, };

/**
 * One section as it stands on the paper.
 */
export type DeskContest = { 
/**
 * As printed above it.
 */
title: string, 
/**
 * Names of the rows, in the order of the paper.
 */
rows: Array<string>, 
/**
 * The heading that begins with each row, empty where none does; none at all without headings.
 */
headings?: Array<string>, 
/**
 * What it is about.
 */
matter: Matter, 
/**
 * 应选名额.
 */
seats: number | null, 
/**
 * What the keys mean, in the order of the symbol map.
 */
keys: Array<KeyMeaning>, 
/**
 * What a row without a symbol means.
 */
blank: BlankRow, 
/**
 * What an abstention is called.
 */
abstention: AbstentionWord, 
/**
 * Labels of the grades of an evaluation, best first.
 */
grades: Array<string>, 
/**
 * What a row is counted by, in the order in which it is written down.
 */
columns: Array<Column>, 
/**
 * Whether names may be written in.
 */
write_ins: boolean, };

/**
 * One keyer's desk.
 */
export type DeskView = { round: RoundId, pass: Pass, 
/**
 * Name of the keyer.
 */
teller: string, 
/**
 * Which ballot and which vote on it.
 */
label: RoundLabel, 
/**
 * The sections of the paper.
 */
contests: Array<DeskContest>, 
/**
 * Every bundle of the round; at a desk away those that lie there.
 */
bundles: Array<DeskBundle>, 
/**
 * 外录: what is out of this pass and not back.
 */
loans: Array<LoanView>, 
/**
 * The bundle in hand.
 */
in_hand: InHand | null, 
/**
 * Sheets keyed in this pass.
 */
keyed: number, 
/**
 * In how many minutes the pass is whole at the pace so far; `None` while nothing can be said.
 */
minutes_left: number | null, 
/**
 * 收回; at a desk away the sheets that lie there.
 */
returned: number, 
/**
 * Who takes a bundle from somebody else, or calls one back; one's own one gives back oneself.
 */
takers: Array<PersonId>, };

/**
 * What a scrutineer read on the paper where the keyings differ.
 */
export type DifferenceRuled = { by: string, at: string, 
/**
 * Every differing row.
 */
rows: Array<RowRead>, 
/**
 * Every list of names that differs.
 */
names: Array<NamesRead>, };

/**
 * A sheet on which the keyings differ.
 */
export type DifferenceView = { 
/**
 * Where it lies.
 */
place: SheetPlace, 
/**
 * The differing rows.
 */
rows: Array<RowDifference>, 
/**
 * Differing names.
 */
names: Array<NamesDifference>, 
/**
 * What a scrutineer has ruled.
 */
ruled: DifferenceRuled | null, };

/**
 * 疑问: why a section goes to the chief scrutineer. Rows count from 0.
 */
export type Doubt = { "kind": "over_cap", 
/**
 * Rows approved and names written in.
 */
approvals: number, 
/**
 * 应选名额.
 */
seats: number, } | { "kind": "under_cap", 
/**
 * Rows approved and names written in.
 */
approvals: number, 
/**
 * 应选名额.
 */
seats: number, } | { "kind": "blank_section" } | { "kind": "illegible_row", 
/**
 * From 0, in the order of the ballot.
 */
row: number, } | { "kind": "multiple_grades", 
/**
 * From 0, in the order of the ballot.
 */
row: number, } | { "kind": "write_ins_without_against", 
/**
 * Names written in that would count otherwise.
 */
write_ins: number, 
/**
 * Rows marked against.
 */
against: number, } | { "kind": "write_in_unmarked", 
/**
 * As compared: NFC, without white space.
 */
name: string, };

/**
 * A section for the chief scrutineer.
 */
export type DoubtfulView = { 
/**
 * Where it lies.
 */
section: SectionPlace, 
/**
 * Which of [`super::count::CountView::kinds`] it is, from 0.
 */
kind: number, 
/**
 * What the rules propose.
 */
proposed: Array<Doubt>, 
/**
 * Names written in that are on no roster, where only deputies may be.
 */
strangers: Array<string>, 
/**
 * Names written in that two deputies bear.
 */
namesakes: Array<string>, 
/**
 * What a keyer noted.
 */
noted: Array<string>, 
/**
 * The section as read.
 */
marks: Array<Mark>, 
/**
 * Names written in.
 */
write_ins: Array<WriteIn>, 
/**
 * The ruling.
 */
verdict: Verdict | null, 
/**
 * Who gave it, when and why.
 */
ruled: RulingGiven | null, };

/**
 * A DOCX an issued paper was taken out as.
 */
export type EditableView = { 
/**
 * SHA-256 of its bytes.
 */
sha256: string, at: string, by: string, };

/**
 * What makes a contest an election of officers.
 */
export type Election = { 
/**
 * 职务.
 */
post: Post, 
/**
 * 补选: as many candidates as seats are allowed (组织法 30).
 */
by_election: boolean, 
/**
 * 差额数: how many more candidates than seats the 选举办法 fixes, where it does.
 */
margin: number | null, 
/**
 * 另选他人 must be a deputy.
 */
write_in_deputies_only: boolean, 
/**
 * One per option in the same order, or empty.
 */
nominees: Array<Nominee>, };

/**
 * A deputy who may be called.
 */
export type EntitledView = { member: Member, 
/**
 * 代表团.
 */
delegation: string, 
/**
 * What tells two of one name apart.
 */
note: string, };

/**
 * How often one keyer was overruled.
 */
export type ErrorsView = { pass: Pass, 
/**
 * Name of the keyer.
 */
teller: string, 
/**
 * Sheets keyed.
 */
sheets: number, 
/**
 * Rows, and lists of names, that were read otherwise when somebody looked at the paper.
 */
places: number, };

/**
 * Rows of an evaluation ballot, one for each proposal that was answered.
 */
export type EvaluableRows = { options: Array<ContestOption>, 
/**
 * One for each option.
 */
projects: Array<Project>, };

/**
 * The rule of an evaluation (满意度测评).
 */
export type EvaluationRule = { 
/**
 * 2–5 labels, best first.
 */
grades: Array<string>, 
/**
 * A row without a grade; `For` is not allowed here.
 */
blank_row: BlankRow, 
/**
 * A section without any grade.
 */
blank_section: BlankSection, 
/**
 * A row that cannot be read.
 */
illegible_row: IllegibleRow, 
/**
 * Several grades in one row.
 */
multi_mark: MultiMark, 
/**
 * The satisfaction rate.
 */
rate: Rate, };

/**
 * Where a face was found; earlier ones are preferred.
 */
export type FaceOrigin = "beside" | "user" | "system";

/**
 * The part a face plays on a paper (GB/T 9704-2012).
 */
export type FaceRole = "fang_song" | "kai" | "hei" | "biao_song" | "song";

/**
 * What this machine has for one role.
 */
export type FaceRoleView = { role: FaceRole, 
/**
 * Faces the office could use, the preferred first.
 */
found: Array<FoundFace>, 
/**
 * The chosen face is not on this machine.
 */
missing: boolean, 
/**
 * Characters of the session that the face lacks and another draws.
 */
lent: string, };

/**
 * What this machine has for a style.
 */
export type FacesView = { 
/**
 * The fonts folder beside the program.
 */
folder: string, 
/**
 * The style later sessions begin with, where the office keeps one.
 */
kept: PaperStyle | null, roles: Array<FaceRoleView>, };

/**
 * Why a command was not carried out. The front end turns it into a sentence.
 */
export type Failure = { "kind": "refused", 
/**
 * Why, with its numbers and names.
 */
refusal: Refusal, } | { "kind": "not_set", stop: PaperStop, } | { "kind": "failed" } & Trouble;

/**
 * What can be wrong with a file. `said` is in the words of the cause, for whoever mends it.
 */
export type FaultFound = { "fault": "pages", said: string, } | { "fault": "schema", name: string, } | { "fault": "gap", expected: number, } | { "fault": "hash" } | { "fault": "time", at: string, } | { "fault": "too_long", most: number, } | { "fault": "too_many", most: number, } | { "fault": "too_slow", seconds: number, } | { "fault": "not_as_written" } | { "fault": "event", said: string, } | { "fault": "out_of_place", said: string, } | { "fault": "unaskable", refusal: Refusal | null, } | { "fault": "paper_not_issued", sha256: string, } | { "fault": "paper_missing", paper: PaperId, } | { "fault": "paper_changed", sha256: string, };

/**
 * A column of the file, and what it was taken for.
 */
export type FileColumn = { letter: string, 
/**
 * Its heading as it stands there, both lines of it.
 */
heading: string, 
/**
 * Our heading, if it is one of ours.
 */
column: string | null, };

/**
 * One thing that is wrong with a file, and the entry it is wrong in.
 */
export type FlawFound = { 
/**
 * The entry, where one can be named.
 */
seq: number | null, fault: FaultFound, };

/**
 * A piece of the day, under its name.
 */
export type FloorCard = { label: RoundLabel, state: CardState, 
/**
 * What is on it.
 */
of: CardOf, };

/**
 * A motion as the floor sees it.
 */
export type FloorHandVote = { vote: HandVoteId, 
/**
 * What it says.
 */
motion: Motion, 
/**
 * Which numbers are given of it; nothing of an acclamation.
 */
asked: HandsAsked | null, 
/**
 * How far it has come.
 */
state: HandState, 
/**
 * The least number of approvals, where it is known.
 */
needed: number | null, 
/**
 * How many of the presidium must be there; `None` for the congress, and where it is not
 * checked.
 */
presidium_quorum: number | null, 
/**
 * How many of the presidium are there, as the roll of the sitting says on whose item it hangs.
 */
presidium_present: number | null, 
/**
 * What must be done first before it is put, or before its outcome is announced.
 */
missing: Refusal | null, 
/**
 * Why it cannot be withdrawn.
 */
withdraw_missing: Refusal | null, 
/**
 * What had been announced and was put right, in order.
 */
corrections: Array<HandCorrectionView>, };

/**
 * A round as the floor sees it.
 */
export type FloorRound = { round: RoundId, 
/**
 * Title of its ballot.
 */
title: string, 
/**
 * Why it was opened.
 */
kind: RoundKind, 
/**
 * 实到.
 */
present: number, 
/**
 * 印制.
 */
printed: number, 
/**
 * 发出.
 */
issued: number, 
/**
 * Fewer returned than this are asked about once before they are recorded: less than half of
 * those issued.
 */
few_returned: number, 
/**
 * 收回 and 换票, once the box is open.
 */
collected: Collected | null, 
/**
 * 剩余: printed, neither issued nor used as a replacement.
 */
left_over: number | null, 
/**
 * Whether the vote is valid, once the box is open.
 */
valid: boolean | null, 
/**
 * Whether 验票 was announced.
 */
announced: boolean, 
/**
 * Whether it is being counted.
 */
counting: boolean, 
/**
 * Whether the result was announced.
 */
result_announced: boolean, 
/**
 * What came of each question, once the result was announced.
 */
outcomes: Array<OutcomeLine>, 
/**
 * Why 验票 cannot be announced.
 */
announce_missing: Refusal | null, 
/**
 * Why the result cannot be announced.
 */
result_missing: Refusal | null, 
/**
 * Whether a number recorded wrongly can still be put right.
 */
correctable: boolean, 
/**
 * How it was broken off, if it was.
 */
broken_off: BrokenOffView | null, 
/**
 * Why it cannot be broken off.
 */
break_off_missing: Refusal | null, 
/**
 * Announcements of a void vote that were put right, in order.
 */
corrections: Array<CorrectionView>, 
/**
 * Why the announcement of a void vote cannot be put right.
 */
correction_missing: Refusal | null, 
/**
 * 一并发出: titles of the other ballots handed out together with it.
 */
together: Array<string>, 
/**
 * Something odd.
 */
notices: Array<Notice>, };

/**
 * What the secretary does in the hall.
 */
export type FloorView = { 
/**
 * 全体代表, once described.
 */
all_deputies: number | null, 
/**
 * 法定人数.
 */
quorum: number | null, 
/**
 * The last count of the people present.
 */
attendance: AttendanceFigures | null, 
/**
 * The people present must be counted (again) before ballots are handed out.
 */
count_again: boolean, 
/**
 * Ballots that may still be handed out.
 */
to_open: Array<BallotToOpen>, 
/**
 * Results that ask for something more.
 */
follow_ups: Array<FollowUp>, 
/**
 * Motions decided without paper, in the order they were prepared.
 */
hand_votes: Array<FloorHandVote>, 
/**
 * In the order they were opened.
 */
rounds: Array<FloorRound>, 
/**
 * The same rounds, results and ballots in the order of the day, what belongs together side by
 * side.
 */
cards: Array<FloorCard>, 
/**
 * Where the people present are to be counted first, and then the rest.
 */
attendance_due: AttendanceDue, 
/**
 * What a new motion starts from.
 */
new_motion: Motion, 
/**
 * 主席团法定人数 that a motion of the presidium starts from, out of all its members.
 */
usual_presidium_quorum: Least, 
/**
 * 门槛: those a form offers by name, the usual one first.
 */
thresholds: Array<OfferedThreshold>, };

/**
 * A result that asks for something more.
 */
export type Follow = { 
/**
 * What is to be held, or what was held and is to be decided on.
 */
label: RoundLabel, next: Next, };

/**
 * What may be asked.
 */
export type FollowCommand = { "do": "settle", round: RoundId, contest: ContestId, 
/**
 * What was decided.
 */
settlement: Settlement, 
/**
 * 决定记录: who decided, and why; not empty.
 */
record: string, };

/**
 * A result that asks for something more, and what was done about it.
 */
export type FollowUp = { round: RoundId, contest: ContestId, 
/**
 * Title of its ballot.
 */
ballot: string, 
/**
 * Title of the contest.
 */
title: string, 
/**
 * What it is about.
 */
matter: Matter, 
/**
 * What must follow.
 */
next: Next, 
/**
 * What may be decided instead of voting once more, in the order offered.
 */
settlements: Array<SettlementKind>, 
/**
 * Seats not filled.
 */
seats_left: number, 
/**
 * Those level at the cut line.
 */
tied: Array<TiedName>, 
/**
 * Who stands next by law: those level at the cut line, or the next by votes (组织法 29).
 */
stands: Array<StandsNext>, 
/**
 * 差额: more candidates than seats are needed again, as for deputy posts.
 */
margin_needed: boolean, 
/**
 * The ballot that must follow, until one is prepared or something else is decided.
 */
proposed: Ballot | null, 
/**
 * The same where it cannot be as it is: somebody is to be nominated first.
 */
unready: UnreadyBallot | null, };

/**
 * How a ballot follows an earlier round.
 */
export type Follows = "runoff" | "further";

/**
 * A face the office could use.
 */
export type FoundFace = { 
/**
 * As it would be recorded.
 */
face: OfficeFace, origin: FaceOrigin, file: string, };

/**
 * A fraction p/q with 0 ≤ p ≤ q and q ≥ 1, written `[p, q]`.
 */
export type Fraction = [number, number];

/**
 * The frame around every room.
 */
export type FrameView = { 
/**
 * Title of the session, once described.
 */
title: string | null, 
/**
 * 出席, once counted.
 */
attendance: AttendanceFigures | null, 
/**
 * The round in progress, or the last one.
 */
round: RoundFigures | null, 
/**
 * Every round that is or was at the counting table, in the order of the day.
 */
counts: Array<CountFigures>, 
/**
 * Which of them is next there.
 */
counting: RoundId | null, 
/**
 * More than one ballot is voted on, so that numbers need a name.
 */
several: boolean, 
/**
 * What was pushed to the hall.
 */
hall: Scene, 
/**
 * 复核中: an announced result stands in the hall while its count is open again.
 */
rechecking: boolean, 
/**
 * What is being voted on or counted: the title of a ballot or a motion.
 */
under_way: string | null, 
/**
 * The day, in order.
 */
steps: Array<Step>, 
/**
 * The ballot whose steps they are.
 */
steps_of: RoundLabel | null, 
/**
 * What a result asks for, where the day has come to that: it is done on the floor, before any
 * step of another ballot.
 */
follow: Follow | null, 
/**
 * What waits for a ruling in all of them.
 */
to_rule: number, 
/**
 * Who may act.
 */
staff: Array<Staff>, 
/**
 * Who of them is not in the room, as the roll says.
 */
absent: Array<AbsentStaff>, 
/**
 * Whose PIN is set.
 */
pins: Array<PersonId>, 
/**
 * The deputies, to choose a written-in name from.
 */
names: Array<OfferedName>, 
/**
 * 外录台: what this desk is, if it is one away from the session.
 */
away: AwayView | null, 
/**
 * 封存: how the record was ended, if it was.
 */
sealed: SealedView | null, 
/**
 * 演练: nothing of it counts.
 */
rehearsal: boolean, };

/**
 * 疑点: what a section is doubtful for. Which row and which name it is does not matter to the
 * rule.
 */
export type Ground = "over_cap" | "under_cap" | "blank_section" | "illegible_row" | "multiple_grades" | "write_ins_without_against" | "write_in_unmarked" | "not_a_deputy" | "namesake" | "noted";

/**
 * What a section is doubtful for, with the rule that applies.
 */
export type GroundView = { ground: Ground, 
/**
 * The ballot's setting that decides; `None` where no rule does.
 */
rule: RuleInForce | null, 
/**
 * The article it stands on; `None` where only the rules of this vote say so.
 */
article: Article | null, };

/**
 * What pictures belong to.
 */
export type GroupOf = { "of": "session" } | { "of": "ballot", ballot: BallotId, title: string, } | { "of": "motion", vote: HandVoteId, title: string, };

/**
 * What may be asked.
 */
export type HallCommand = { "do": "show_in_hall", scene: Scene, } | { "do": "blank_or_back" } | { "do": "choose_look", 
/**
 * From now on.
 */
look: Look, };

/**
 * The numbers that always stand beside a result.
 */
export type HallControl = { 
/**
 * 全体代表.
 */
all_deputies: number, 
/**
 * 实到.
 */
present: number, 
/**
 * 发出.
 */
issued: number, 
/**
 * 收回.
 */
returned: number, };

/**
 * 计票期间大屏: what the hall may see before the result is announced.
 */
export type HallCounting = "live" | "progress" | "nothing";

/**
 * What the hall really has.
 */
export type HallHas = "nothing" | "put_away" | "wrong_screen" | "no_answer" | "failed" | "the_one_before" | "the_pushed";

/**
 * A numbered line.
 */
export type HallItem = { 
/**
 * 序号.
 */
no: number, text: string, };

/**
 * What a contest asks: the words on the screen follow it.
 */
export type HallKind = "selection" | "election" | "evaluation" | "motion";

/**
 * What stands for election or is put to the vote in one contest.
 */
export type HallList = { 
/**
 * Title of the contest.
 */
title: string, 
/**
 * What it asks.
 */
kind: HallKind, 
/**
 * 应选名额.
 */
seats: number | null, options: number, 
/**
 * The rows of this page.
 */
items: Array<HallItem>, };

/**
 * The operator's list of pictures.
 */
export type HallRoomView = { 
/**
 * What was pushed.
 */
shown: Scene, 
/**
 * What the day has come to.
 */
due: Scene, 
/**
 * 复核中: the ballot whose announced result stands in the hall while its count is open again.
 */
rechecking: string | null, 
/**
 * In the order of the day.
 */
groups: Array<SceneGroup>, };

/**
 * One row of a result in the hall.
 */
export type HallRow = { 
/**
 * 序号; `None` for a written-in name.
 */
no: number | null, name: string, 
/**
 * 赞成.
 */
for: number, 
/**
 * 反对.
 */
against: number, 
/**
 * 弃权.
 */
abstain: number, 
/**
 * How often each grade was given.
 */
grades: Array<number>, 
/**
 * 占比 of each grade in per cent, where that is told; `None` if its base is 0.
 */
shares?: Array<string | null>, 
/**
 * 满意率.
 */
rate: string | null, 
/**
 * 测评等次.
 */
level: string | null, 
/**
 * What became of it.
 */
outcome: Outcome, };

/**
 * What the hall's page says of its picture.
 */
export type HallSays = { 
/**
 * Entry of the journal that pushed the picture.
 */
pushed: number, 
/**
 * Whether it was drawn; else it failed.
 */
drawn: boolean, 
/**
 * Whether the page can be seen.
 */
visible: boolean, };

/**
 * The rows of one contest on one page.
 */
export type HallTable = { 
/**
 * Title of the contest.
 */
title: string, 
/**
 * What it asks.
 */
kind: HallKind, 
/**
 * 应选名额.
 */
seats: number | null, options: number, 
/**
 * 有效.
 */
valid: number, 
/**
 * 无效.
 */
void: number, 
/**
 * What had to be reached.
 */
threshold: HallThreshold | null, 
/**
 * Labels of the grades of an evaluation, best first.
 */
grades: Array<string>, 
/**
 * What a row without a grade is called.
 */
abstention: AbstentionWord, 
/**
 * Whether rows of this page could not be counted on some valid sheets, so that their counts
 * are fewer than the valid.
 */
rows_void: boolean, 
/**
 * Whether the numbers of a row stand below its name, which would have no room beside them.
 */
stacked: boolean, 
/**
 * What the result comes to; none of an evaluation or a motion, and none in the list of what is
 * in.
 */
verdict: HallVerdict | null, 
/**
 * 总体满意率, where it is told of an evaluation.
 */
overall?: Overall, 
/**
 * By approvals.
 */
rows: Array<HallRow>, };

/**
 * 通过门槛, as it stands beside a result.
 */
export type HallThreshold = { needed: number, 
/**
 * 过半数, or what else it is, as the papers say it.
 */
label: string, 
/**
 * Whether it is more than half.
 */
majority: boolean, rule: Threshold, };

/**
 * 结论: how many are in, and what must follow (组织法 29).
 */
export type HallVerdict = { 
/**
 * 当选、通过.
 */
chosen: number, 
/**
 * 末位同票.
 */
tied: number, 
/**
 * Seats not filled.
 */
seats_left: number, 
/**
 * What must follow.
 */
next: Next, };

/**
 * The picture in the hall.
 */
export type HallView = { 
/**
 * Title of the session.
 */
title: string | null, look: Look, 
/**
 * Entry of the journal that pushed the picture; 0 before any did. The hall's window says by it
 * what it has drawn.
 */
pushed: number, 
/**
 * What was pushed.
 */
picture: Picture, 
/**
 * 复核中: the announced result that stands here is being counted again.
 */
rechecking: boolean, 
/**
 * 演练: nothing of it counts; every picture says so.
 */
rehearsal: boolean, 
/**
 * The pages that follow by themselves, where they do.
 */
turning: Turning | null, };

export type HallWindow = { open: boolean, 
/**
 * What stands in it.
 */
has: HallHas, 
/**
 * The screen it covers; `None` while it is a window.
 */
covers: Screen | null, 
/**
 * The screens it may cover: none but the operator's means that there is one screen, or all
 * show the same.
 */
screens: Array<Screen>, };

/**
 * What may be asked.
 */
export type HandCommand = { "do": "prepare_motion", 
/**
 * What it says.
 */
motion: Motion, } | { "do": "change_motion", vote: HandVoteId, 
/**
 * What it is to say.
 */
motion: Motion, } | { "do": "withdraw_motion", vote: HandVoteId, 
/**
 * Why; not empty.
 */
reason: string, } | { "do": "put_motion", vote: HandVoteId, 
/**
 * Members of the presidium who are there; `None` for the congress, whose attendance is
 * counted in its own room.
 */
present: number | null, } | { "do": "count_hands", vote: HandVoteId, hands: Hands, } | { "do": "count_again", vote: HandVoteId, 
/**
 * As when it is put.
 */
present: number | null, 
/**
 * Why; may be empty where the tellers differ.
 */
reason: string, } | { "do": "rule_hands", vote: HandVoteId, hands: Hands, 
/**
 * Why; not empty.
 */
reason: string, } | { "do": "announce_hands", vote: HandVoteId, } | { "do": "announce_acclamation", vote: HandVoteId, 
/**
 * 鼓掌通过.
 */
passed: boolean, } | { "do": "correct_hands", vote: HandVoteId, hands: Hands, 
/**
 * Why; not empty.
 */
reason: string, } | { "do": "correct_acclamation", vote: HandVoteId, 
/**
 * 鼓掌通过.
 */
passed: boolean, 
/**
 * Why; not empty.
 */
reason: string, };

/**
 * What had been announced of a motion before it was put right.
 */
export type HandCorrectionView = { 
/**
 * Name of who did it.
 */
by: string, reason: string, announced: HandOutcome, };

/**
 * 人工计票 in place of the keying.
 */
export type HandCountView = { 
/**
 * Who entered it.
 */
by: string, at: string, reason: string, };

/**
 * 报数: one teller's desk. Nothing in it depends on what the other teller counted.
 */
export type HandDeskView = { vote: HandVoteId, title: string, 
/**
 * Which numbers are given.
 */
asked: HandsAsked, 
/**
 * 实到: more hands than that cannot be, and a display tells of so many.
 */
present: number, 
/**
 * What this teller gave, if anything.
 */
mine: Hands | null, };

/**
 * A number that the count by hand and the keyed count do not have in common.
 */
export type HandDifference = { 
/**
 * Index of the contest, from 0.
 */
contest: number, 
/**
 * Counted by hand.
 */
hand: number, keyed: number, } & ({ "figure": "valid" } | { "figure": "void" } | { "figure": "for", 
/**
 * Index of the row, from 0.
 */
row: number, } | { "figure": "against", 
/**
 * Index of the row, from 0.
 */
row: number, } | { "figure": "abstain", 
/**
 * Index of the row, from 0.
 */
row: number, } | { "figure": "row_void", 
/**
 * Index of the row, from 0.
 */
row: number, } | { "figure": "grade", 
/**
 * Index of the row, from 0.
 */
row: number, 
/**
 * Index of the grade, from 0.
 */
grade: number, } | { "figure": "write_in", 
/**
 * As compared.
 */
name: string, });

/**
 * 赞成、反对、弃权、未按: one of the numbers that tell how a motion was voted on.
 */
export type HandKind = "for" | "against" | "abstain" | "not_pressed";

/**
 * What became of a motion.
 */
export type HandOutcome = { "outcome": "counted", 
/**
 * The numbers.
 */
result: HandResult, } | { "outcome": "acclaimed", 
/**
 * 鼓掌通过.
 */
passed: boolean, };

/**
 * The settings of a vote without paper: a form starts from its motion, whose title is still to be
 * typed.
 */
export type HandPreset = { 
/**
 * Unique among the presets.
 */
id: string, 
/**
 * As shown.
 */
name: PresetName, 
/**
 * Who votes, how, and what it takes.
 */
motion: Motion, };

/**
 * What a vote by hand or by keypads decides.
 */
export type HandResult = { 
/**
 * 赞成, counted or derived.
 */
for: number, 
/**
 * 反对.
 */
against: number, 
/**
 * 弃权.
 */
abstain: number, 
/**
 * 未按; `None` where hands are counted.
 */
not_pressed?: number, 
/**
 * The least number of approvals that reaches the threshold; `None` without one.
 */
needed: number | null, 
/**
 * 通过.
 */
passed: boolean, };

/**
 * How far a motion has come.
 */
export type HandState = { "state": "prepared" } | { "state": "put", 
/**
 * From 1: which count of the hands this is.
 */
count: number, 
/**
 * 全体代表, or 主席团全体成员.
 */
all: number, 
/**
 * 实到.
 */
present: number, 
/**
 * The tellers who have given their hands.
 */
counted_by: Array<PersonId>, 
/**
 * What they counted, once both have.
 */
compared: Compared, } | { "state": "withdrawn", reason: string, } | { "state": "announced", 
/**
 * 全体代表, or 主席团全体成员.
 */
all: number, 
/**
 * 实到.
 */
present: number, 
/**
 * What became of it.
 */
outcome: HandOutcome, };

/**
 * What may be asked.
 */
export type HandTallyCommand = { "do": "enter_hand_tally", round: RoundId, 
/**
 * One per contest.
 */
totals: Array<ContestTotals>, } | { "do": "rule_hand_tally", round: RoundId, 
/**
 * Why; not empty.
 */
reason: string, } | { "do": "count_by_hand", round: RoundId, 
/**
 * One per contest.
 */
totals: Array<ContestTotals>, 
/**
 * Why it was counted by hand; not empty.
 */
reason: string, } | { "do": "withdraw_hand_count", round: RoundId, 
/**
 * Why; not empty.
 */
reason: string, };

/**
 * 正字计票 beside the keying.
 */
export type HandTallyView = { entered: boolean, 
/**
 * Where it differs from the keyed count; none before both are whole.
 */
differences: Array<HandDifference>, 
/**
 * The chief scrutineer ruled that the keyed count stands.
 */
ruled: boolean, };

/**
 * A motion decided without paper, numbered from 1 within the session.
 */
export type HandVoteId = number;

/**
 * 举手、表决器: the hands somebody counted, each kind asked for in turn, or what a display shows.
 */
export type Hands = { "counted": "minority", 
/**
 * 反对.
 */
against: number, 
/**
 * 弃权.
 */
abstain: number, } | { "counted": "each", 
/**
 * 赞成.
 */
for: number, 
/**
 * 反对.
 */
against: number, 
/**
 * 弃权.
 */
abstain: number, } | { "counted": "shown", 
/**
 * 赞成.
 */
for: number, 
/**
 * 反对.
 */
against: number, 
/**
 * 弃权.
 */
abstain: number, 
/**
 * 未按: who is there and pressed nothing.
 */
not_pressed: number, };

/**
 * The numbers that are given of a motion.
 */
export type HandsAsked = { 
/**
 * How they are counted.
 */
counted: AskedNumbers, 
/**
 * Which they are, in the order in which they are given.
 */
kinds: Array<HandKind>, };

/**
 * How one contest is marked.
 */
export type HowToMark = { 
/**
 * Title of the contest.
 */
title: string, 
/**
 * What it asks.
 */
kind: HallKind, 
/**
 * Labels of the grades of an evaluation, best first.
 */
grades: Array<string>, 
/**
 * 应选名额.
 */
seats: number | null, options: number, 
/**
 * Who may write in another name (另选他人).
 */
write_ins: WriteIns, 
/**
 * Against the seats.
 */
cap: Cap | null, 
/**
 * What more than that does.
 */
over_cap: OverCap | null, symbols: Array<SymbolMeaning>, 
/**
 * What a row without a symbol means.
 */
blank: BlankRow, 
/**
 * What an abstention is called.
 */
abstention: AbstentionWord, };

/**
 * What hangs on an item of the agenda.
 */
export type Hung = { "hung": "ballot", ballot: BallotId, } | { "hung": "motion", vote: HandVoteId, };

/**
 * 无法辨认: what an illegible row makes void.
 */
export type IllegibleRow = "row" | "section";

/**
 * The bundle in hand and the next sheet of it.
 */
export type InHand = { 
/**
 * 捆.
 */
bundle: BundleNo, 
/**
 * 张: the next to be keyed; one more than `sheets` when all are.
 */
sheet: SheetNo, 
/**
 * Sheets in the bundle.
 */
sheets: number, 
/**
 * The last sheet to be keyed now: the one that was skipped, where those after it are keyed
 * already.
 */
last: SheetNo, 
/**
 * All sheets are keyed: the bundle can be handed in.
 */
whole: boolean, 
/**
 * What was keyed of the next sheet before a pause.
 */
unfinished: Unfinished | null, };

export type IssueView = { 
/**
 * Number within the session.
 */
paper: PaperId, 
/**
 * As printed at its head.
 */
title: string, 
/**
 * SHA-256 of its bytes.
 */
sha256: string, pages: number, 
/**
 * Copies on a sheet: two of a ballot that is cut apart.
 */
per_sheet: number, 
/**
 * How many copies the program sent to a printer.
 */
printed: number, at: string, 
/**
 * A later issue counts.
 */
superseded: boolean, 
/**
 * It may be taken out as a DOCX.
 */
is_editable: boolean, 
/**
 * Every time it was, the newest first.
 */
editable: Array<EditableView>, };

/**
 * 议程 one item.
 */
export type Item = { 
/**
 * What happens under it; nothing where its words and what hangs on it say so.
 */
kind: ItemKind | null, 
/**
 * As papers and the hall show it, without a number.
 */
text: string, 
/**
 * What is put to the vote under it.
 */
of: Array<Hung>, };

/**
 * What happens under an item.
 */
export type ItemKind = "report" | "motion" | "ballot" | "evaluation" | "nomination" | "oath" | "other";

export type KeyMeaning = { 
/**
 * `1`–`9`, `0`, `/` or `*`.
 */
key: string, 
/**
 * What it records.
 */
mark: Mark, 
/**
 * What stands on the paper; `None` for nothing, illegible and several.
 */
symbol: Symbol | null, };

/**
 * What may be asked.
 */
export type KeyingCommand = { "do": "take_bundle", place: Place, } | { "do": "key_sheet", place: Place, 
/**
 * The next sheet of it.
 */
sheet: SheetNo, reading: Array<SectionReading>, } | { "do": "pause_sheet", place: Place, 
/**
 * The next sheet of it.
 */
sheet: SheetNo, 
/**
 * What was keyed so far.
 */
unfinished: Unfinished, } | { "do": "recall_sheet", place: Place, 
/**
 * The last one keyed.
 */
sheet: SheetNo, } | { "do": "release_bundle", place: Place, 
/**
 * Why; not empty.
 */
reason: string, } | { "do": "count_bundle", place: Place, 
/**
 * Sheets in it, at least those keyed.
 */
sheets: number, } | { "do": "mend_bundle", place: Place, mend: Mend, 
/**
 * Why; not empty.
 */
reason: string, } | { "do": "close_bundle", place: Place, };

/**
 * 同类: what some sections of a contest have in common.
 */
export type KindView = { 
/**
 * Index of the contest, from 0.
 */
contest: number, 
/**
 * What they are doubtful for, each with its rule.
 */
grounds: Array<GroundView>, 
/**
 * 按规则: whether the rules make them void as they were read.
 */
void: boolean, 
/**
 * Whether they may be ruled on in one go.
 */
in_one_go: boolean, 
/**
 * How they may be ruled on, in the order offered.
 */
verdicts: Array<OfferedVerdict>, };

/**
 * The language the operator's window speaks.
 */
export type Language = "zh" | "en";

/**
 * A deputy of the last roster.
 */
export type LastDeputy = { deputy: Deputy, 
/**
 * What they do on the staff, which ends with their seat.
 */
role: Role | null, };

/**
 * The session this one goes on from, and what its file beside it says.
 */
export type LastFound = { last: LastSession, link: LinkFound, };

/**
 * What the last session brings, to be looked at before anything is recorded.
 */
export type LastLook = { 
/**
 * Its file.
 */
path: string, last: LastSession, 
/**
 * The new session as it would be if nothing were changed; on the day of the last one.
 */
asked: NextAsked, 
/**
 * The roster, in the order of its numbers.
 */
deputies: Array<LastDeputy>, observers: number, staff: number, 
/**
 * The office's own texts of papers.
 */
texts: number, 
/**
 * The year of the projects that were chosen; `None` where none were.
 */
past_year: number | null, 
/**
 * Their names, in the order they were chosen.
 */
past: Array<string>, 
/**
 * 结转: how many projects are not over.
 */
open_projects: number, 
/**
 * 结转: how many proposals are not over.
 */
open_proposals: number, 
/**
 * 储备: how many projects were kept for later.
 */
kept: number, };

/**
 * What names the record of the session before, and where it stood.
 */
export type LastSession = { 
/**
 * Its full title: 青石镇第十八届人民代表大会第四次会议.
 */
title: string, 
/**
 * Day of its vote.
 */
held_on: string, 
/**
 * Fingerprint of the first entry of its journal, 64 lower-case hexadecimal figures: the same
 * in every copy and at every later time.
 */
opening: string, 
/**
 * How many entries its journal had, from 1.
 */
entries: number, 
/**
 * Fingerprint of the last of them.
 */
head: string, 
/**
 * 封存: nothing more could follow there.
 */
sealed: boolean, };

/**
 * Why a project is late.
 */
export type Late = { "late": "overdue", since: string, days: number, } | { "late": "behind", by: string, 
/**
 * Per cent.
 */
planned: number, 
/**
 * Per cent.
 */
percent: number, } | { "late": "task_overdue", task: ProgressTask, days: number, } | { "late": "silent", 
/**
 * When it was heard of last, or chosen.
 */
since: string, days: number, };

/**
 * The laws a ruling may stand on.
 */
export type Law = "election" | "deputies" | "organic";

/**
 * How many of the base are enough.
 */
export type Least = { "over": Fraction } | { "at_least": Fraction };

/**
 * Why somebody has leave.
 */
export type Leave = "sick" | "personal" | "official";

/**
 * What may be asked of a window. Lending and bringing back need the file, which only the edge can
 * write and read.
 */
export type LentCommand = { "do": "call_back", loan: LoanId, 
/**
 * Why; not empty.
 */
reason: string, };

/**
 * 等次: how a row gets one.
 */
export type Levels = { "by": "none" } | { "by": "counts", 
/**
 * At exactly half, of every level that [`by_level`](Self::Counts::by_level) leaves out.
 */
at_half: AtHalf, 
/**
 * At exactly half, level by level from the best, where they differ: 半数以上 may be 满意 and
 * 不足半数(含半数) 不满意 in one and the same 办法. None for the worst, which has no bound.
 */
by_level?: Array<AtHalf>, } | { "by": "rate", 
/**
 * Each lower than the one before.
 */
bands: Array<Band>, };

/**
 * What happened to a project.
 */
export type LifeHappened = { "what": "collected", by: string, way: ProposalWay, } | { "what": "screened", screening: Screening, reason: string, } | { "what": "voted", ballot: string, votes: number, outcome: Outcome, } | { "what": "noticed", title: string, } | { "what": "filed", title: string, } | { "what": "chosen_before", chosen: ChosenBefore, } | { "what": "carried_over" } | { "what": "supervised", head: string, } | { "what": "planned", steps: number, } | { "what": "seen", review: ReviewId | null, line: ProgressLine, } | { "what": "changed", change: ProjectChange, by: string, holds: boolean, reason: string, was: ProjectFacts, } | { "what": "completed", completion: ProjectCompletion, } | { "what": "explained", explanation: ProjectExplanation, } | { "what": "taken_back", reason: string, };

/**
 * One step of a life.
 */
export type LifeStep = { on: string, happened: LifeHappened, };

/**
 * How the file beside stands to the session that goes on from it.
 */
export type LinkFound = { "link": "missing" } | { "link": "joined", path: string, 
/**
 * Entries recorded there since.
 */
later: number, } | { "link": "shorter", path: string, entries: number, } | { "link": "other", path: string, } | { "link": "wrong", path: string, flaw: FlawFound, } | { "link": "unread", trouble: Trouble, };

/**
 * The counts of one option so far.
 */
export type LiveRow = { 
/**
 * 序号.
 */
no: number, name: string, 
/**
 * 赞成.
 */
for: number, 
/**
 * 反对.
 */
against: number, 
/**
 * 弃权.
 */
abstain: number, 
/**
 * How often each grade was given.
 */
grades: Array<number>, };

/**
 * A file that came back, to be compared with the other screen.
 */
export type LoanFile = { path: string, loan: LoanId, 
/**
 * Entries of its journal.
 */
entries: number, 
/**
 * Fingerprint of the last one.
 */
head: string, };

/**
 * 外录: bundles that went out together, numbered from 1 within the session.
 */
export type LoanId = number;

/**
 * 外录: bundles that are keyed on another computer.
 */
export type LoanView = { loan: LoanId, 
/**
 * Who keys them.
 */
teller: string, 
/**
 * Whether it is this keyer, who brings them back.
 */
mine: boolean, 
/**
 * In order.
 */
bundles: Array<BundleNo>, 
/**
 * When they went out.
 */
at: string, };

/**
 * How the hall looks, whatever is on it.
 */
export type Look = { 
/**
 * 底色.
 */
theme: Theme, 
/**
 * 自动翻页: seconds each page stays, 3–120; `None`: pages are turned by hand.
 */
turn_every: number | null, };

/**
 * How far it is, in bundles.
 */
export type MadeUp = { 
/**
 * Handed in.
 */
done: number, 
/**
 * Of so many.
 */
of: number, };

/**
 * Whose page it is.
 */
export type ManualRole = "secretary" | "teller" | "scrutineer" | "projectionist";

/**
 * 符号: what stands in one row of one section. Which of these a row may hold depends on the
 * contest: [`crate::Contest::allows`].
 *
 * Written as a word, a grade as its index: `"for"`, `"blank"`, `0`.
 */
export type Mark = "for" | "against" | "abstain" | "blank" | "illegible" | "multiple" | number;

/**
 * 事项: what a question is about, so that persons are spoken of as persons.
 */
export type Matter = "projects" | "persons" | "grades" | "motion";

/**
 * A step that may follow.
 */
export type MayFollow = "put_on_agenda" | "turned_into_suggestion" | "handed_over" | "answered" | "deadline_extended" | "feedback_given" | "closed" | "withdrawn" | "corrected";

/**
 * What names a session.
 */
export type Meeting = { 
/**
 * The township as in the title, e.g. 青石镇.
 */
place: string, 
/**
 * 届: which congress, 1–999.
 */
congress: number, 
/**
 * 次: which meeting of it, 1–999.
 */
meeting: number, 
/**
 * 全体代表: the base N of articles 14 and 25, 1–9,999.
 */
all_deputies: number, 
/**
 * What that number counts.
 */
base_of?: BaseOf, 
/**
 * Day of the vote.
 */
held_on: string, 
/**
 * Where it sits.
 */
venue: string, 
/**
 * 上级: the county or district whose standing committee results are filed with, e.g. 清河县.
 */
county?: string, 
/**
 * 主持人: who presides, as minutes name them.
 */
chair?: string, 
/**
 * 议程: one line an item.
 */
agenda: Array<string>, };

/**
 * What may be asked.
 */
export type MeetingCommand = { "do": "describe", 
/**
 * All of its facts.
 */
meeting: Meeting, } | { "do": "note_item", 
/**
 * The item as it stands on the agenda.
 */
item: string, 
/**
 * What is to stand in the minutes; empty takes it out.
 */
note: string, } | { "do": "seal", 
/**
 * Why now; not empty.
 */
reason: string, };

/**
 * A deputy as they stood on the roster when something was recorded of them.
 */
export type Member = { 
/**
 * Number on the roster.
 */
number: number, name: string, };

/**
 * How a handed-in keying is put right.
 */
export type Mend = { "mend": "anew" } | { "mend": "skipped", 
/**
 * Where it belongs in this keying.
 */
sheet: SheetNo, } | { "mend": "doubled", sheet: SheetNo, };

/**
 * 预计还要: minutes, rounded up.
 */
export type MinutesLeft = { 
/**
 * 首录.
 */
first: number | null, 
/**
 * 复录.
 */
second: number | null, };

/**
 * 议题: what is put to the vote.
 */
export type Motion = { 
/**
 * As read out: 关于政府工作报告的决议（草案）; not empty.
 */
title: string, 
/**
 * What the hall is shown below it; may be empty.
 */
text: string, 
/**
 * Who votes.
 */
body: VotingBody, way: VotingWay, 
/**
 * Why its threshold departs from more than half of all (组织法 25), if it does.
 */
departure_reason?: string, };

/**
 * The rule of a motion (表决).
 */
export type MotionRule = { 
/**
 * `None`: passed with more for than against.
 */
threshold: Threshold | null, 
/**
 * A row without a symbol.
 */
blank_row: BlankRow, 
/**
 * A section without any symbol.
 */
blank_section: BlankSection, 
/**
 * A row that cannot be read.
 */
illegible_row: IllegibleRow, };

/**
 * What several grades in one row of an evaluation mean.
 */
export type MultiMark = "void" | "abstain";

/**
 * Names written in for a contest that count apart, and may be one person's.
 */
export type NamesApart = { 
/**
 * Index of the contest, from 0.
 */
contest: number, 
/**
 * More than one.
 */
names: number, };

/**
 * Written-in names that differ.
 */
export type NamesDifference = { 
/**
 * Index of the contest, from 0.
 */
contest: number, 
/**
 * 首录.
 */
first: Array<WriteIn>, 
/**
 * 复录.
 */
second: Array<WriteIn>, };

/**
 * What the scrutineer reads where the written-in names differ.
 */
export type NamesRead = { 
/**
 * Index of the contest, from 0.
 */
contest: number, 
/**
 * What stands on the paper.
 */
write_ins: Array<WriteIn>, };

/**
 * 新任代表: somebody who is on the roster from now on.
 */
export type Newcomer = { name: string, sex: string, delegation: string, 
/**
 * 单位职务.
 */
post: string, 
/**
 * Tells two people of one name apart.
 */
note: string, };

/**
 * What must follow a contest with seats (article 29).
 */
export type Next = "runoff" | "presidium" | "further" | "none";

/**
 * What is said of the new session before its first entry.
 */
export type NextAsked = { meeting: Meeting, 
/**
 * 秘书 of the new session: one of the last one's, or another.
 */
secretary: string, 
/**
 * 离任: who left, by their numbers on the last roster.
 */
left: Array<number>, 
/**
 * 新任: who came; they are numbered after those who stay.
 */
came: Array<Newcomer>, 
/**
 * The ballot on which last year's projects are evaluated is set up too.
 */
evaluation: boolean, };

/**
 * 提名人: who put a candidate forward (组织法 26).
 */
export type Nominator = { "by": "presidium" } | { "by": "deputies", 
/**
 * 领衔人: who leads the list of signatures.
 */
first: string, signed: number, };

/**
 * 候选人: what the papers say of a candidate beside the name.
 */
export type Nominee = { 
/**
 * 女 is noted after the name; empty if not.
 */
sex: string, 
/**
 * 民族, noted after the name unless 汉族.
 */
ethnicity: string, 
/**
 * 出生年月, as printed.
 */
born: string, 
/**
 * 现任职务.
 */
post: string, 
/**
 * Tells two people of one name apart.
 */
note: string, 
/**
 * Who put them forward.
 */
nominator: Nominator, 
/**
 * 预选得票, where a primary was held (组织法 27).
 */
primary_votes?: number, 
/**
 * 近亲属, as declared, one name behind another: they are no scrutineers and no tellers (选举法
 * 43). Printed nowhere.
 */
relatives?: string, };

/**
 * An activity with its number.
 */
export type NotedActivity = { id: ActivityId, activity: Activity, };

/**
 * One item of the agenda.
 */
export type NotedItem = { 
/**
 * As it stands on the agenda.
 */
item: string, 
/**
 * What was noted of it; empty where nothing was.
 */
note: string, };

/**
 * Something odd that stops nothing. The front end turns it into a sentence.
 */
export type Notice = { "notice": "roster_differs", 
/**
 * On the roster.
 */
listed: number, 
/**
 * 全体代表.
 */
all_deputies: number, } | { "notice": "issued_differs_from_present", 
/**
 * 发出.
 */
issued: number, 
/**
 * 实到.
 */
present: number, } | { "notice": "returned_fewer", 
/**
 * 收回.
 */
returned: number, 
/**
 * 发出.
 */
issued: number, } | { "notice": "counts_for_own", conflict: Conflict, } | { "notice": "watches_as_no_deputy", name: string, role: Role, };

/**
 * The numbers of a round that people count, all of them.
 */
export type Numbers = { 
/**
 * 实到.
 */
present: number, 
/**
 * 印制.
 */
printed: number, 
/**
 * 发出.
 */
issued: number, 
/**
 * 换票 and 收回, once the box is open.
 */
collected: Collected | null, };

/**
 * 列席: attends without a vote and is never counted.
 */
export type Observer = { 
/**
 * Unpadded, NFC.
 */
name: string, 
/**
 * 单位职务.
 */
post: string, };

/**
 * A name that can be chosen by typing its initials.
 */
export type OfferedName = { 
/**
 * As on the roster.
 */
name: string, 
/**
 * For each character the letters its readings begin with: `zc` for 曾; empty where none is
 * known, which any letter fits.
 */
initials: Array<string>, };

/**
 * A quorum of the congress offered by name.
 */
export type OfferedQuorum = { form: ThresholdForm, quorum: Fraction, };

/**
 * A picture in the list, on its first page.
 */
export type OfferedScene = { scene: Scene, 
/**
 * Why it may not be shown yet.
 */
refused: Refusal | null, };

/**
 * What screening may make of a project.
 */
export type OfferedScreening = { as: ScreenedAs, 
/**
 * Its proposer is told a reason.
 */
needs_reason: boolean, };

/**
 * A threshold offered by name. Its base is the usual one; a base chosen before stays.
 */
export type OfferedThreshold = { form: ThresholdForm, 
/**
 * `None`: most votes only.
 */
threshold: Threshold | null, };

/**
 * A ruling that may be given.
 */
export type OfferedVerdict = { verdict: VerdictKind, 
/**
 * Whether it overrules what the rules propose, and so asks for a reason.
 */
needs_reason: boolean, };

/**
 * A face of the office's own, by what tells it on any machine.
 */
export type OfficeFace = { 
/**
 * Its family: “方正小标宋简体”.
 */
family: string, 
/**
 * Which face of the file.
 */
index: number, 
/**
 * SHA-256 of the file, lower-case hexadecimal.
 */
sha256: string, };

/**
 * 得票: how often each meaning was counted in one row. All of them together are the valid
 * sections.
 */
export type OptionCount = { 
/**
 * 赞成.
 */
for: number, 
/**
 * 反对.
 */
against: number, 
/**
 * 弃权.
 */
abstain: number, 
/**
 * 本栏无效.
 */
void: number, 
/**
 * Of an evaluation, by the index of the grade; the rest stays 0.
 */
grades: [number, number, number, number, number], };

/**
 * Names an option within its contest.
 */
export type OptionId = string;

/**
 * 票面顺序: how the options were put in order.
 */
export type OptionOrder = "number" | "name_strokes" | "surname_strokes" | "primary_votes" | "by_hand";

/**
 * A list of names put in order.
 */
export type Ordered = { 
/**
 * Indices into the list that was given, the first name first.
 */
order: Array<number>, 
/**
 * Names whose places among each other a person decides.
 */
undecided: Array<Undecided>, };

/**
 * 来由: the contest whose result makes a ballot necessary.
 */
export type Origin = { round: RoundId, contest: ContestId, follows: Follows, };

/**
 * What a file is that is no table.
 */
export type OtherFile = "document" | "slides" | "pdf" | "picture" | "web_page" | "archive" | "session" | "binary_workbook" | "unknown";

/**
 * A paper that was issued, by its fingerprint.
 */
export type OutPaper = { 
/**
 * Number within the session.
 */
paper: PaperId, kind: PaperKind, 
/**
 * SHA-256 of its bytes.
 */
sha256: string, at: string, 
/**
 * How many copies the program sent to a printer; 0 where it was printed otherwise, or not at
 * all.
 */
printed: number, 
/**
 * Copies on a sheet: two of a ballot that is cut apart.
 */
per_sheet: number, };

/**
 * What became of a row.
 */
export type Outcome = "chosen" | "tied" | "seats_full" | "below_threshold" | "graded";

/**
 * What came of a question, in one line.
 */
export type OutcomeLine = { title: string, matter: Matter, 
/**
 * Names of those that won; none where everything is graded.
 */
chosen: Array<string>, 
/**
 * Seats not filled.
 */
seats_left: number, 
/**
 * What must follow.
 */
next: Next, };

/**
 * 多选: what an over-vote does.
 */
export type OverCap = "section" | "sheet" | "flag";

/**
 * 总体: what an assessment says of all rows together, their numbers added up.
 */
export type Overall = { 
/**
 * 总体满意率 in per cent, exact, half up; `None` if its base is 0.
 */
rate: string | null, 
/**
 * The share of every grade in per cent, best first; `None` if its base is 0.
 */
shares: Array<string | null>, };

/**
 * Which part of a longer list is on the screen.
 */
export type Pages = { 
/**
 * This page, from 0.
 */
page: number, 
/**
 * How many there are, at least 1.
 */
pages: number, 
/**
 * Where contests begin; empty where all begin on one page.
 */
parts: Array<Part>, };

/**
 * What may be asked.
 */
export type PaperCommand = { "do": "edit_text", of: PaperKind, 
/**
 * The whole text; not empty.
 */
text: string, } | { "do": "restore_text", of: PaperKind, } | { "do": "number_notice", of: PaperKind, 
/**
 * As printed: “〔18届〕第7号”; empty goes back to the number within the session.
 */
number: string, } | { "do": "set_rules_terms", of: RulesOf, 
/**
 * All of them.
 */
terms: RulesTerms, } | { "do": "choose_style", style: PaperStyle, } | { "do": "choose_ballot_sheet", ballot: BallotId, 
/**
 * What it is printed on; nothing for what the others are printed on.
 */
sheet: BallotSheet | null, };

export type PaperFound = { paper: PaperId, title: string, };

/**
 * Lines on a page and characters on a line of the papers that stand on a grid.
 */
export type PaperGrid = "standard" | "wide";

/**
 * What a paper belongs to.
 */
export type PaperGroup = { "group": "meeting" } | { "group": "vote", ballot: BallotId, } | { "group": "motion", vote: HandVoteId, } | { "group": "record" } | { "group": "projects" } | { "group": "proposals" } | { "group": "deputies" };

/**
 * An issued paper, numbered from 1 within the session.
 */
export type PaperId = number;

export type PaperKind = { "paper": "agenda" } | { "paper": "roster" } | { "paper": "past_projects" } | { "paper": "sign_in_book" } | { "paper": "counting_staff" } | { "paper": "host_script" } | { "paper": "session_rules", of: RulesOf, } | { "paper": "nomination_form", ballot: BallotId, } | { "paper": "candidates", ballot: BallotId, } | { "paper": "candidate_projects", ballot: BallotId, } | { "paper": "rules", ballot: BallotId, } | { "paper": "ballot", ballot: BallotId, } | { "paper": "tally_sheet", ballot: BallotId, } | { "paper": "zero_report", ballot: BallotId, } | { "paper": "bundle_slips", round: RoundId, } | { "paper": "collection_report", round: RoundId, } | { "paper": "count_report", round: RoundId, } | { "paper": "chosen_list", round: RoundId, } | { "paper": "evaluation_table", round: RoundId, } | { "paper": "evaluation_report", round: RoundId, } | { "paper": "motion_record", round: RoundId, } | { "paper": "resolution", round: RoundId, contest: ContestId, } | { "paper": "motion_notice", round: RoundId, contest: ContestId, } | { "paper": "decision", 
/**
 * The round the matter began with.
 */
round: RoundId, } | { "paper": "notice", 
/**
 * The round the matter began with.
 */
round: RoundId, } | { "paper": "oath", 
/**
 * The round the matter began with.
 */
round: RoundId, } | { "paper": "elected_letter", 
/**
 * The round the matter began with.
 */
round: RoundId, } | { "paper": "filing_report", 
/**
 * The round the matter began with.
 */
round: RoundId, } | { "paper": "seal_cover", round: RoundId, } | { "paper": "seal_strip", round: RoundId, } | { "paper": "hand_record", vote: HandVoteId, } | { "paper": "hand_resolution", vote: HandVoteId, } | { "paper": "hand_notice", vote: HandVoteId, } | { "paper": "presidium_minutes", sitting: SittingId, } | { "paper": "attendance_list" } | { "paper": "minutes" } | { "paper": "summary" } | { "paper": "project_call" } | { "paper": "project_form" } | { "paper": "screening_report" } | { "paper": "project_plan" } | { "paper": "supervision_list" } | { "paper": "completion_report" } | { "paper": "completion_table" } | { "paper": "review_ledger", review: ReviewId, } | { "paper": "review_circular", review: ReviewId, } | { "paper": "supervision_advice", review: ReviewId, } | { "paper": "proposal_table", on: string, } | { "paper": "proposal_report" } | { "paper": "proposal_slip", proposal: ProposalId, } | { "paper": "proposal_answer", proposal: ProposalId, } | { "paper": "proposal_feedback", proposal: ProposalId, } | { "paper": "record_table" } | { "paper": "deputy_records" } | { "paper": "deputy_record", 
/**
 * Number on the roster.
 */
deputy: number, };

/**
 * What stops a paper.
 */
export type PaperStop = { "stop": "missing_character", character: string, 
/**
 * Its number in Unicode: “U+E000”.
 */
code: string, place: TextPlace, } | { "stop": "face_not_here", 
/**
 * The role it plays.
 */
role: FaceRole, family: string, 
/**
 * Another file here has a face of that name.
 */
has_namesake: boolean, } | { "stop": "long_name", place: TextPlace, 
/**
 * Pages of the ballot.
 */
pages: number, 
/**
 * Pages without the long name.
 */
without: number, } | { "stop": "too_tall", place: TextPlace, } | { "stop": "too_much", place: TextPlace, asked: TooMuchText, } | { "stop": "several_pages", pages: number, };

/**
 * How papers look.
 */
export type PaperStyle = { 
/**
 * Of papers that stand on a grid.
 */
grid: PaperGrid, 
/**
 * A QR code stands beside the fingerprint of the record.
 */
qr: boolean, 
/**
 * What ballots are printed on, unless one has a sheet of its own.
 */
ballot: BallotSheet, 
/**
 * Faces of the office's own; a role that is not here has the program's.
 */
faces: { [key in FaceRole]?: OfficeFace }, };

export type PaperText = { 
/**
 * As it would be issued now.
 */
text: string, 
/**
 * As it comes with the program, or with the office's own template.
 */
usual: string, 
/**
 * The office has a template of its own.
 */
template: boolean, };

/**
 * One paper, issued or not.
 */
export type PaperView = { kind: PaperKind, 
/**
 * What it belongs to.
 */
group: PaperGroup, 
/**
 * Title of its ballot or motion, or of the session.
 */
of: string, 
/**
 * Which vote on its ballot it is of; nothing for a paper of no round.
 */
vote: RoundLabel | null, 
/**
 * The day cannot go on without it.
 */
due: boolean, 
/**
 * Nothing the day is still to bring will spoil it: it goes with the others that are issued
 * together.
 */
ripe: boolean, 
/**
 * Its text is the secretary's own.
 */
edited: boolean, 
/**
 * How many are needed, as far as is known: a ballot for every deputy.
 */
copies: number, 
/**
 * It would look otherwise than it was issued last.
 */
restyled: boolean, 
/**
 * 公告号 in the office's own form; empty for the number within the session, nothing where the
 * paper has none.
 */
number: string | null, 
/**
 * 办法的约定: the clauses of it that no ballot tells, where it is a paper of rules.
 */
terms: TermsView | null, 
/**
 * What is missing before it can be issued.
 */
missing: Refusal | null, 
/**
 * Every issue, the newest first.
 */
issues: Array<IssueView>, };

/**
 * What setting the issued papers again came to.
 */
export type PapersFound = { 
/**
 * So many are the same, byte for byte.
 */
same: number, 
/**
 * Not what the record makes, or told otherwise.
 */
wrong: Array<PaperFound>, 
/**
 * Of another version, of faces this machine has not, or left out.
 */
unchecked: Array<PaperFound>, };

/**
 * The papers of the session.
 */
export type PapersView = { 
/**
 * In the order of the day.
 */
papers: Array<PaperView>, 
/**
 * The agenda, with what was noted of it for minutes and summary.
 */
agenda: Array<NotedItem>, 
/**
 * 版式: how they look.
 */
style: PaperStyle, 
/**
 * What each ballot is printed on.
 */
sheets: Array<BallotSheetView>, };

/**
 * Where contests begin.
 */
export type Part = { 
/**
 * Titles of the contests that begin there.
 */
title: string, 
/**
 * Their first page, from 0.
 */
page: number, };

/**
 * 首录 or 复录: every sheet is keyed twice, by two people.
 */
export type Pass = "first" | "second";

export type PassProgress = { 
/**
 * Who keys it.
 */
teller: string | null, 
/**
 * Since when they have it.
 */
since: string | null, 
/**
 * Sheets in it, as its keyer found.
 */
sheets: number, 
/**
 * Sheets keyed.
 */
keyed: number, 
/**
 * Handed in.
 */
closed: boolean, };

/**
 * A motion the congress passed.
 */
export type PassedMotion = { by: Authority, title: string, };

/**
 * 上年项目: one of last year's chosen projects and what became of it.
 */
export type PastProject = { 
/**
 * 名称.
 */
name: string, project: Project, done: boolean, 
/**
 * What stands in the report: progress, or why it is not done.
 */
state: string, };

/**
 * Last year's projects.
 */
export type PastProjects = { 
/**
 * The year they were chosen for.
 */
year: number, 
/**
 * In the order they were chosen.
 */
projects: Array<PastProject>, };

/**
 * The bytes of a PDF, as they are.
 */
export type Pdf = ArrayBuffer;

/**
 * What may be asked.
 */
export type PeopleCommand = { "do": "list_roster", 
/**
 * 代表.
 */
deputies: Array<Deputy>, 
/**
 * 列席.
 */
observers: Array<Observer>, } | { "do": "save_deputy", deputy: Deputy, } | { "do": "remove_deputy", 
/**
 * Number on the roster.
 */
number: number, } | { "do": "appoint_staff", 
/**
 * 工作人员.
 */
staff: Array<Staff>, } | { "do": "correct_name", person: PersonId, 
/**
 * As it is.
 */
name: string, 
/**
 * Why; not empty.
 */
reason: string, };

/**
 * A member of the counting staff, or the secretary.
 */
export type PersonId = string;

/**
 * What is on the screen.
 */
export type Picture = { "scene": "welcome", 
/**
 * Day of the vote.
 */
held_on: string | null, 
/**
 * Where it sits.
 */
venue: string, } | { "scene": "agenda", 
/**
 * Numbered items of this page.
 */
items: Array<HallItem>, pages: Pages, } | { "scene": "attendance", 
/**
 * The numbers.
 */
figures: AttendanceFigures, } | { "scene": "past_projects", 
/**
 * The year they were chosen for.
 */
year: number, 
/**
 * How many there are.
 */
all: number, 
/**
 * How many of them are done.
 */
done: number, 
/**
 * Those done on this page; none where they stand on others.
 */
completed: Array<HallItem>, 
/**
 * Those not done on this page.
 */
open: Array<HallItem>, pages: Pages, } | { "scene": "options", 
/**
 * Title of the ballot.
 */
ballot: string, 
/**
 * The contests on this page.
 */
lists: Array<HallList>, pages: Pages, } | { "scene": "how_to_mark", 
/**
 * Title of the ballot.
 */
ballot: string, 
/**
 * 票色.
 */
colour: string, contests: Array<HowToMark>, } | { "scene": "zero", 
/**
 * Title of the ballot.
 */
ballot: string, 
/**
 * The counts as they stand.
 */
counts: Progress, } | { "scene": "voting", 
/**
 * Title of the ballot.
 */
ballot: string, 
/**
 * 实到.
 */
present: number, 
/**
 * 发出.
 */
issued: number, } | { "scene": "collection", 
/**
 * Title of the ballot.
 */
ballot: string, 
/**
 * The control numbers.
 */
control: HallControl, 
/**
 * Whether the vote is valid.
 */
valid: boolean, } | { "scene": "counting", 
/**
 * Title of the ballot.
 */
ballot: string, 
/**
 * The control numbers.
 */
control: HallControl, 
/**
 * What may be seen.
 */
progress: Progress, } | { "scene": "result", 
/**
 * Title of the ballot.
 */
ballot: string, 
/**
 * The control numbers.
 */
control: HallControl, 
/**
 * The contests on this page, rows by approvals.
 */
tables: Array<HallTable>, pages: Pages, } | { "scene": "elected", 
/**
 * Title of the ballot.
 */
ballot: string, 
/**
 * The control numbers.
 */
control: HallControl, 
/**
 * The contests on this page, only what is in.
 */
tables: Array<HallTable>, pages: Pages, } | { "scene": "hand_motion", 
/**
 * What it says.
 */
motion: Motion, 
/**
 * The least number of approvals, where it is known.
 */
needed: number | null, } | { "scene": "hand_voting", 
/**
 * What it says.
 */
motion: Motion, 
/**
 * 全体代表, or 主席团全体成员.
 */
all: number, 
/**
 * 实到.
 */
present: number, 
/**
 * The least number of approvals.
 */
needed: number | null, } | { "scene": "hand_result", 
/**
 * What it says.
 */
motion: Motion, 
/**
 * 全体代表, or 主席团全体成员.
 */
all: number, 
/**
 * 实到.
 */
present: number, 
/**
 * What became of it.
 */
outcome: HandOutcome, } | { "scene": "recess", 
/**
 * When it goes on.
 */
until: string | null, 
/**
 * What else is to be said; may be empty.
 */
note: string, } | { "scene": "line", text: string, } | { "scene": "blank" };

/**
 * What may be asked.
 */
export type PinCommand = { "do": "take_desk" } | { "do": "remove_pin", person: PersonId, 
/**
 * Why; not empty.
 */
reason: string, };

/**
 * How a forgotten PIN was removed.
 */
export type PinRemovedView = { 
/**
 * Name of who removed it.
 */
by: string, at: string, reason: string, };

/**
 * 取消 PIN 码: who may remove a forgotten one.
 */
export type PinView = { person: PersonId, removers: Array<PersonId>, };

/**
 * Where a sheet lies.
 */
export type Place = { round: RoundId, pass: Pass, 
/**
 * 捆.
 */
bundle: BundleNo, };

/**
 * One step of a plan.
 */
export type PlanStep = { by: string, 
/**
 * Per cent of the whole, 0–100.
 */
percent: number, 
/**
 * What is done by then; may be empty.
 */
what: string, };

/**
 * 积分: what one deed of a kind is worth.
 */
export type PointsRule = { kind: DeedKind, 
/**
 * For each deed.
 */
each: number, 
/**
 * The most that deeds of this kind count together; nothing for no limit.
 */
most: number | null, };

/**
 * 职务: which post is filled (组织法 12 and 18).
 */
export type Post = "chair" | "vice_chair" | "head" | "deputy_head" | "other_chief" | "other_deputy";

/**
 * What the secretary prepares.
 */
export type PrepareView = { 
/**
 * The session's facts, once described.
 */
meeting: Meeting | null, 
/**
 * Its full title.
 */
title: string | null, 
/**
 * 法定人数.
 */
quorum: number | null, 
/**
 * 全体代表的过半数.
 */
majority: number | null, deputies: Array<Deputy>, 
/**
 * As listed.
 */
observers: Array<Observer>, 
/**
 * As appointed.
 */
staff: Array<Staff>, 
/**
 * How many sittings are planned.
 */
sittings: number, 
/**
 * The items of the plenary sittings are the agenda, and the session's own lines no longer.
 */
agenda_planned: boolean, 
/**
 * Who of them has acted: their names stand.
 */
acted: Array<PersonId>, 
/**
 * Whose PIN is set, and who may remove it.
 */
pins: Array<PinView>, 
/**
 * In the order they were set up.
 */
ballots: Array<PreparedBallot>, 
/**
 * Last year's projects.
 */
past: PastProjects | null, 
/**
 * 候选项目 that stand on no ballot yet, in the order they were collected.
 */
candidates: Array<CandidateProject>, 
/**
 * Something odd.
 */
notices: Array<Notice>, 
/**
 * What a blank section means for each meaning of a blank row, unless somebody says otherwise.
 */
usual_blanks: Array<UsualBlank>, 
/**
 * 权重: what is usual for each number of grades that an evaluation may have, fewest first.
 */
usual_weights: Array<Array<number>>, 
/**
 * 门槛: those a form offers by name, the usual one first.
 */
thresholds: Array<OfferedThreshold>, 
/**
 * 法定人数: those a form offers by name, that of the law first.
 */
quorums: Array<OfferedQuorum>, };

/**
 * A ballot and whether it can still change.
 */
export type PreparedBallot = { 
/**
 * As it is now.
 */
ballot: Ballot, 
/**
 * It was issued and cannot change any more.
 */
issued: boolean, 
/**
 * Nothing hangs on it: it may be deleted.
 */
deletable: boolean, 
/**
 * Its own paper as it holds now.
 */
current: OutPaper | null, 
/**
 * What was issued of it and no longer holds, the newest first: it is withdrawn.
 */
to_withdraw: Array<OutPaper>, 
/**
 * What takes the place of that and is not issued yet, in the order of the day.
 */
to_issue: Array<ToIssue>, 
/**
 * How many sheets are needed: one for every deputy.
 */
copies: number, };

/**
 * 出席、迟到、早退、请假.
 */
export type Presence = { "is": "present" } | { "is": "late", at: string, } | { "is": "left", at: string, } | { "is": "excused", leave: Leave, };

/**
 * The settings of a vote: a form starts from them, or adds their contest to a ballot with several.
 */
export type Preset = { 
/**
 * Unique among the presets.
 */
id: string, 
/**
 * As shown.
 */
name: PresetName, 
/**
 * The ballot, without contests; `{year}` and `{last_year}` in its titles are the session's.
 */
ballot: Ballot, 
/**
 * The contest, without rows.
 */
contest: BallotContest, };

/**
 * A preset's name in the languages of the program.
 */
export type PresetName = { 
/**
 * 中文.
 */
zh: string, 
/**
 * English.
 */
en: string, };

/**
 * What a new ballot can start from.
 */
export type Presets = { 
/**
 * Those that ship, the office's own by file name, then those of the last session.
 */
presets: Array<Preset>, 
/**
 * Votes without paper.
 */
hands: Array<HandPreset>, 
/**
 * Where the office puts its own.
 */
folder: string, 
/**
 * Files there that cannot be used, and why.
 */
faults: Array<string>, };

export type PreviewRow = { 
/**
 * Its line in the file.
 */
line: number, 
/**
 * Which of the tables side by side it stands in, from 0.
 */
block: number, 
/**
 * One text for each column.
 */
cells: Array<string>, change: RowChange, };

/**
 * Which entry a printed fingerprint is that of.
 */
export type PrintedFound = { "printed": "not_whole" } | { "printed": "of_none" } | { "printed": "of", entry: number, };

/**
 * What the hall may see of a running count.
 */
export type Progress = { "shows": "live", 
/**
 * Settled sheets.
 */
counted: number, 
/**
 * Title of the contest on this page.
 */
title: string, 
/**
 * What it asks.
 */
kind: HallKind, 
/**
 * What must be reached; `None` without a threshold, or while its number cannot be known.
 */
threshold: HallThreshold | null, 
/**
 * The number a full bar stands for.
 */
scale: number, 
/**
 * Labels of the grades of an evaluation, best first.
 */
grades: Array<string>, 
/**
 * What a row without a grade is called.
 */
abstention: AbstentionWord, 
/**
 * Whether the numbers of a row stand below its name, which would have no room beside them.
 */
stacked: boolean, 
/**
 * In the order of the ballot.
 */
rows: Array<LiveRow>, 
/**
 * 另选他人: approvals for all names written in, together, below the last row of a contest
 * that takes them. Which names they are stands in the result only: spellings are not
 * merged yet, and a name on one sheet must not be pointed at.
 */
write_ins: number | null, pages: Pages, } | { "shows": "sheets", keyed: number, } | { "shows": "nothing" };

/**
 * 进展 of one project: what was seen of it.
 */
export type ProgressLine = { project: ProjectId, 
/**
 * Per cent of the whole, 0–100.
 */
percent: number, 
/**
 * 已支付, in yuan.
 */
paid: number, 
/**
 * 现场情况.
 */
seen: string, 
/**
 * 存在问题; empty where there is none.
 */
problem: string, 
/**
 * 整改: what is open from then on; what an earlier line left open is settled by a line without.
 */
task: ProgressTask | null, 
/**
 * 现场监督: the deputies who went to see; nobody where it was told them.
 */
seen_by?: Array<Member>, };

/**
 * 整改: who must do what by when.
 */
export type ProgressTask = { who: string, 
/**
 * Not empty.
 */
what: string, by: string, };

/**
 * A project's facts beside its name (民生实事项目).
 */
export type Project = { 
/**
 * 建设内容.
 */
content: string, 
/**
 * 投资 in yuan.
 */
investment: number, 
/**
 * 资金来源.
 */
funding: string, 
/**
 * 责任单位.
 */
unit: string, 
/**
 * 责任人.
 */
person: string, 
/**
 * 完成时限.
 */
deadline: string, 
/**
 * The project the row refers to, if it is one on record.
 */
of?: ProjectId, };

/**
 * 调整: what was decided of a project after the vote.
 */
export type ProjectChange = { "change": "adjusted", facts: ProjectFacts, } | { "change": "major", facts: ProjectFacts, } | { "change": "suspended" } | { "change": "ended" } | { "change": "resumed" };

/**
 * 完成.
 */
export type ProjectCompletion = { on: string, 
/**
 * 实际支付, in yuan.
 */
paid: number, 
/**
 * 完成情况: what was built, how it was accepted.
 */
note: string, };

/**
 * 说明: why a project is not done.
 */
export type ProjectExplanation = { on: string, 
/**
 * Why; not empty.
 */
why: string, 
/**
 * 下步措施; may be empty.
 */
next: string, 
/**
 * When it will be done; nothing while that is open.
 */
by: string | null, };

/**
 * 项目事实: what is known of a project, typed once. What stands on a ballot is the ballot's own.
 */
export type ProjectFacts = { 
/**
 * 名称; not empty.
 */
name: string, 
/**
 * 实施地点; may be empty.
 */
place: string, 
/**
 * 内容, 投资, 资金来源, 责任单位, 责任人, 完成时限; it refers to nothing.
 */
project: Project, };

/**
 * 项目: numbered from 1 within the session, from the day it is collected.
 */
export type ProjectId = number;

/**
 * 实施计划: how a project is carried out, beside its unit, its money and its deadline.
 */
export type ProjectPlan = { 
/**
 * 目标.
 */
aims: string, 
/**
 * 分步: what is reached by when, later days asking for more.
 */
steps: Array<PlanStep>, 
/**
 * 保障措施.
 */
safeguards: string, };

/**
 * 提出人.
 */
export type ProjectProposer = { 
/**
 * As papers name them; may be empty.
 */
by: string, way: ProposalWay, };

/**
 * 调度: a review, in practice every two months, with a line for every project that was gone through.
 */
export type ProjectReview = { 
/**
 * From 1 within the session.
 */
id: ReviewId, held_on: string, 
/**
 * 主持人; may be empty.
 */
chair: string, 
/**
 * In the order they were gone through.
 */
lines: Array<ProgressLine>, };

/**
 * 状态: how a project stands.
 */
export type ProjectStanding = "collected" | "merged" | "kept" | "left_out" | "candidate" | "not_chosen" | "going" | "suspended" | "ended" | "completed";

/**
 * One project.
 */
export type ProjectView = { id: ProjectId, facts: ProjectFacts, proposer: ProjectProposer, standing: ProjectStanding, 
/**
 * What it became part of.
 */
into: string | null, 
/**
 * Whether another may become part of it.
 */
takes_parts: boolean, 
/**
 * 赞成票 of the round that decided on it.
 */
votes: number | null, 
/**
 * The earlier session that chose it, where one did.
 */
chosen: ChosenBefore | null, 
/**
 * Title of the ballot it stands on.
 */
ballot: string | null, supervision: Supervision | null, plan: ProjectPlan | null, 
/**
 * The last day of its deadline; nothing where it names none.
 */
due: string | null, 
/**
 * Why it is late today; empty where it is not.
 */
late: Array<Late>, 
/**
 * Per cent, as seen last.
 */
percent: number, 
/**
 * In yuan, as told last.
 */
paid: number, 
/**
 * When it was seen last.
 */
seen_on: string | null, 
/**
 * What is open.
 */
task: ProgressTask | null, 
/**
 * Its whole life, from the first day on.
 */
life: Array<LifeStep>, };

/**
 * What may be asked.
 */
export type ProjectsCommand = { "do": "collect", projects: Array<CollectedProject>, } | { "do": "change_facts", project: ProjectId, facts: ProjectFacts, proposer: ProjectProposer, } | { "do": "screen", projects: Array<ProjectId>, screening: Screening, 
/**
 * What their proposers are told; may be empty for candidates.
 */
reason: string, } | { "do": "take_rows", ballot: BallotId, } | { "do": "supervise", project: ProjectId, supervision: Supervision, } | { "do": "set_plan", project: ProjectId, plan: ProjectPlan, } | { "do": "note_progress", on: string, line: ProgressLine, } | { "do": "hold_review", review: ProjectReview, } | { "do": "change", project: ProjectId, on: string, change: ProjectChange, by: Authority, 
/**
 * Why; not empty.
 */
reason: string, } | { "do": "complete", project: ProjectId, completion: ProjectCompletion, } | { "do": "explain", project: ProjectId, explanation: ProjectExplanation, } | { "do": "take_back_completion", project: ProjectId, 
/**
 * Why; not empty.
 */
reason: string, };

/**
 * The room after the session.
 */
export type ProjectsView = { 
/**
 * The day lateness is told on.
 */
today: string, 
/**
 * What is late first, then what goes on, what waits for the vote, and what is over.
 */
projects: Array<ProjectView>, 
/**
 * How many are late.
 */
late: number, 
/**
 * What a review goes through, what is late first.
 */
sheet: Array<SheetRow>, 
/**
 * The newest first.
 */
reviews: Array<ReviewView>, 
/**
 * What the next review is numbered.
 */
next_review: ReviewId, 
/**
 * Who may watch over a project, in the order of the roster.
 */
deputies: Array<EntitledView>, 
/**
 * 主席团成员, as named.
 */
presidium: Array<Member>, 
/**
 * What the congress has passed, for a change that is its to decide.
 */
motions: Array<PassedMotion>, 
/**
 * Ballots with rows of projects that are not on record.
 */
takeable: Array<Takeable>, 
/**
 * What screening may make of a project, in the order in which it is offered.
 */
screenings: Array<OfferedScreening>, };

/**
 * 答复.
 */
export type ProposalAnswer = { on: string, 
/**
 * Nothing where the office does not classify.
 */
class: AnswerClass | null, 
/**
 * What was answered; may be empty where it is kept on paper.
 */
text: string, };

/**
 * 结案.
 */
export type ProposalClosing = { on: string, 
/**
 * Not empty.
 */
reason: string, };

/**
 * How many stand where.
 */
export type ProposalCounts = { all: number, bills: number, 
/**
 * Still open, late ones among them.
 */
open: number, 
/**
 * The deadline has passed without an answer.
 */
late: number, 
/**
 * The deadline is near.
 */
near: number, };

/**
 * 延期.
 */
export type ProposalExtension = { on: string, 
/**
 * Later than before, within six months of the day it was handed over.
 */
deadline: string, 
/**
 * Not empty.
 */
reason: string, };

/**
 * 代表反馈.
 */
export type ProposalFeedback = { on: string, grade: ProposalGrade, 
/**
 * What the mover said; may be empty.
 */
note: string, };

/**
 * What deputies handed in.
 */
export type ProposalFiling = { 
/**
 * 编号, as the office numbers them, from 1, unique within the session.
 */
id: ProposalId, sort: ProposalSort, title: string, 
/**
 * 内容, of one line or several; may be empty where it is kept on paper.
 */
text: string, 
/**
 * 领衔代表.
 */
mover: Member, 
/**
 * 附议代表, without the mover.
 */
seconders: Array<Member>, filed_on: string, period: ProposalPeriod, };

/**
 * 代表意见.
 */
export type ProposalGrade = "satisfied" | "basically" | "dissatisfied";

/**
 * 交办.
 */
export type ProposalHanding = { on: string, 
/**
 * 承办单位.
 */
unit: string, 
/**
 * 承办人; may be empty.
 */
person: string, 
/**
 * 办理期限: the last day for the answer, within three months.
 */
deadline: string, };

/**
 * 议案、建议: numbered by the office, unique within the session.
 */
export type ProposalId = number;

/**
 * Where a proposal was handed in.
 */
export type ProposalOrigin = { 
/**
 * Full title of that session.
 */
session: string, 
/**
 * 次: which meeting of its congress it was.
 */
meeting: number, 
/**
 * 编号 there.
 */
proposal: ProposalId, };

/**
 * When it was handed in.
 */
export type ProposalPeriod = "session" | "between";

/**
 * 列入议程.
 */
export type ProposalPlacing = { 
/**
 * Day of the presidium's decision.
 */
on: string, 
/**
 * The item of the agenda it comes under; empty while it has none.
 */
item: string, };

/**
 * What it is.
 */
export type ProposalSort = "bill" | "suggestion";

/**
 * The name of a state.
 */
export type ProposalState = "filed" | "withdrawn" | "on_agenda" | "turned" | "handed" | "answered" | "disputed" | "settled" | "closed";

/**
 * What becomes of a proposal.
 */
export type ProposalStep = { "step": "withdrawn" } & ProposalWithdrawal | { "step": "put_on_agenda" } & ProposalPlacing | { "step": "turned_into_suggestion" } & ProposalTurning | { "step": "handed_over" } & ProposalHanding | { "step": "deadline_extended" } & ProposalExtension | { "step": "answered" } & ProposalAnswer | { "step": "feedback_given" } & ProposalFeedback | { "step": "closed" } & ProposalClosing;

/**
 * 转作建议.
 */
export type ProposalTurning = { 
/**
 * Day of the decision.
 */
on: string, 
/**
 * Not empty.
 */
reason: string, };

/**
 * A proposal.
 */
export type ProposalView = { filing: ProposalFiling, 
/**
 * 结转: where it was handed in, where that was at an earlier session.
 */
origin: ProposalOrigin | null, state: ProposalState, 
/**
 * 承办单位, once handed over.
 */
unit: string, 
/**
 * 承办人.
 */
person: string, 
/**
 * 交办日期, once handed over.
 */
handed_on: string | null, 
/**
 * 办理期限, once handed over.
 */
due_on: string | null, 
/**
 * Beyond this day no deadline can be extended.
 */
latest: string | null, 
/**
 * Nothing where no answer is waited for.
 */
deadline: Deadline | null, class: AnswerClass | null, grade: ProposalGrade | null, 
/**
 * How often it was handed over.
 */
times: number, 
/**
 * What may be recorded next, in the order in which it is likely.
 */
may: Array<MayFollow>, 
/**
 * Its life, in order.
 */
steps: Array<ProposalStep>, 
/**
 * Its papers.
 */
papers: Array<PaperView>, };

/**
 * 提出方式: how a project came in.
 */
export type ProposalWay = "visit" | "station" | "online" | "other";

/**
 * 撤回.
 */
export type ProposalWithdrawal = { on: string, 
/**
 * Not empty.
 */
reason: string, };

/**
 * What may be asked.
 */
export type ProposalsCommand = { "do": "register", filings: Array<ProposalFiling>, } | { "do": "record_step", proposal: ProposalId, step: ProposalStep, };

/**
 * The proposals of the session.
 */
export type ProposalsView = { 
/**
 * The day it is seen on.
 */
today: string, 
/**
 * What is late first, then by deadline, what is over last.
 */
proposals: Array<ProposalView>, 
/**
 * What the next one is numbered.
 */
next: ProposalId, 
/**
 * 组织法 22: how many deputies move a bill.
 */
signers_of_a_bill: number, 
/**
 * Who may sign, in the order of the roster.
 */
deputies: Array<EntitledView>, 
/**
 * Units that have handled something, to choose from.
 */
units: Array<string>, 
/**
 * The items of the agenda, for a bill that is put on it.
 */
items: Array<string>, 
/**
 * The deadline of what is handed over today.
 */
deadline: string, 
/**
 * What was answered, as rows of an evaluation ballot.
 */
evaluable: EvaluableRows, counts: ProposalCounts, 
/**
 * The papers of all of them: the table as of today, and the report.
 */
papers: Array<PaperView>, };

/**
 * 满意率: grades in the numerator × 100 / base, exact, rounded half up.
 */
export type Rate = { 
/**
 * Indices of the grades counted in the numerator.
 */
grades: Array<number>, 
/**
 * What it is a rate of; `Valid` is the row's own grades and abstentions.
 */
base: Base, 
/**
 * Figures after the point, 0–2.
 */
decimals: number, };

/**
 * A file opened lately.
 */
export type Recent = { 
/**
 * Where it lies.
 */
path: string, 
/**
 * Title of the session when it was opened.
 */
title: string, opened_at: string, };

/**
 * What may be asked.
 */
export type RecordCommand = { "do": "note_activities", activities: Array<Activity>, } | { "do": "correct_activity", id: ActivityId, activity: Activity, } | { "do": "strike_activity", id: ActivityId, 
/**
 * Not empty.
 */
reason: string, } | { "do": "set_points", 
/**
 * One of each kind; none where no points are counted.
 */
points: Array<PointsRule>, };

/**
 * The record of the deputies.
 */
export type RecordView = { 
/**
 * The day it is seen on.
 */
today: string, 
/**
 * In the order of the roster.
 */
deputies: Array<DeputyRecordView>, 
/**
 * Who may have done something.
 */
entitled: Array<EntitledView>, 
/**
 * Of whom something is told and who is on the roster no longer.
 */
former: Array<Member>, 
/**
 * What was noted, the newest day first.
 */
activities: Array<NotedActivity>, 
/**
 * 积分表; empty where no points are counted.
 */
points: Array<PointsRule>, 
/**
 * Every kind of deed, in the order of a record.
 */
kinds: Array<DeedKind>, 
/**
 * The papers of all of them.
 */
papers: Array<PaperView>, };

export type RecountFound = "agrees" | "agrees_unsaid" | "differs" | "no_sheets";

/**
 * 恢复: what was found of a session that was not closed.
 */
export type Recovered = { 
/**
 * Entries that are there, all of them whole.
 */
entries: number, 
/**
 * The last act was cut off in the middle and is undone.
 */
unfinished: boolean, };

/**
 * Why a command was not carried out. Nothing was recorded. The front end turns the code
 * and its fields into a sentence.
 */
export type Refusal = { "code": "session_not_described" } | { "code": "session_sealed", name: string, } | { "code": "session_not_sealed" } | { "code": "no_rehearsal" } | { "code": "only_rehearsed" } | { "code": "paper_of_the_real", paper: PaperId, } | { "code": "vote_under_way", title: string, } | { "code": "last_named_first" } | { "code": "carried_over_first" } | { "code": "not_carried_over", name: string, } | { "code": "last_is_a_desk" } | { "code": "last_under_way", title: string, } | { "code": "place_missing" } | { "code": "number_out_of_range", least: number, most: number, } | { "code": "character_unseen", text: string, position: number, code_point: string, } | { "code": "text_too_long", most: number, } | { "code": "base_is_fixed" } | { "code": "not_on_the_staff", person: string, } | { "code": "wrong_role", name: string, role: Role, needed: Array<Role>, } | { "code": "deputy_without_name", number: number, } | { "code": "deputy_number_twice", number: number, } | { "code": "name_needs_note", name: string, } | { "code": "no_such_deputy", number: number, } | { "code": "staff_without_name", role: Role, } | { "code": "one_person_one_role", name: string, } | { "code": "staff_missing", role: Role, needed: number, appointed: number, } | { "code": "name_stays", name: string, other: string, } | { "code": "name_unchanged", name: string, } | { "code": "name_on_duty", name: string, } | { "code": "pin_to_correct_with", name: string, } | { "code": "staff_at_work", name: string, } | { "code": "ballot_without_title" } | { "code": "ballot_without_contest", ballot: string, } | { "code": "contest_twice", title: string, } | { "code": "contest_without_title" } | { "code": "candidates_missing", contest: string, } | { "code": "no_ballot_for_rules" } | { "code": "options_out_of_range", contest: string, options: number, } | { "code": "option_without_name", contest: string, row: number, } | { "code": "option_twice", contest: string, row: number, name: string, } | { "code": "projects_do_not_match", contest: string, } | { "code": "symbols_unclear", contest: string, } | { "code": "more_seats_than_options", contest: string, seats: number, options: number, } | { "code": "grades_out_of_range", contest: string, } | { "code": "assessment_unclear", contest: string, } | { "code": "nominees_do_not_match", contest: string, } | { "code": "headings_do_not_match", contest: string, } | { "code": "departs_from_law", departure: Departure, } | { "code": "margin_needed", contest: string, candidates: number, seats: number, } | { "code": "no_such_ballot", ballot: string, } | { "code": "ballot_is_issued", ballot: string, } | { "code": "ballot_is_printed", ballot: string, } | { "code": "ballot_is_shown", ballot: string, } | { "code": "ballot_not_printed", ballot: string, } | { "code": "more_present_than_deputies", present: number, all_deputies: number, } | { "code": "attendance_of_another_sitting", counted: SittingName, needed: SittingName, } | { "code": "attendance_not_counted" } | { "code": "attendance_to_count_again", present: number, } | { "code": "no_quorum", present: number, needed: number, all_deputies: number, } | { "code": "no_such_round", round: RoundId, } | { "code": "round_already_opened", ballot: string, } | { "code": "nothing_to_redo", round: RoundId, } | { "code": "more_issued_than_printed", issued: number, printed: number, } | { "code": "printed_too_few", printed: number, issued: number, spoiled: number, } | { "code": "count_begun", ballot: string, } | { "code": "not_collected" } | { "code": "collection_not_announced" } | { "code": "collection_announced" } | { "code": "vote_is_void", returned: number, issued: number, present: number, valid_if: ValidIf, } | { "code": "reason_missing" } | { "code": "bundle_is_keyed", bundle: BundleNo, } | { "code": "round_broken_off", ballot: string, } | { "code": "corrected_to_the_same", title: string, } | { "code": "no_ballot_chosen" } | { "code": "collected_already", ballot: string, } | { "code": "vote_not_void", ballot: string, } | { "code": "redo_is_out", ballot: string, } | { "code": "nothing_returned" } | { "code": "no_such_bundle", bundle: BundleNo, bundles: number, } | { "code": "bundle_taken", bundle: BundleNo, name: string, } | { "code": "bundle_not_taken", bundle: BundleNo, } | { "code": "bundle_in_hand", bundle: BundleNo, } | { "code": "bundle_closed", bundle: BundleNo, } | { "code": "bundle_not_handed_in", bundle: BundleNo, } | { "code": "bundle_is_ruled", bundle: BundleNo, sheet: SheetNo, } | { "code": "passes_apart", bundle: BundleNo, first: number, second: number, } | { "code": "pass_total_differs", pass: Pass, keyed: number, returned: number, } | { "code": "bundle_is_whole", bundle: BundleNo, sheets: number, } | { "code": "bundle_not_whole", bundle: BundleNo, keyed: number, sheets: number, } | { "code": "keyed_in_the_other_pass", bundle: BundleNo, name: string, } | { "code": "bundle_is_lent", bundle: BundleNo, name: string, } | { "code": "bundle_not_here", bundle: BundleNo, } | { "code": "no_bundle_chosen" } | { "code": "only_keyed_here" } | { "code": "not_a_desk_away" } | { "code": "no_such_loan", loan: LoanId, } | { "code": "loan_of_another_session", title: string, } | { "code": "loan_of_another_round", round: RoundId, ballot: string, } | { "code": "loan_of_another_teller", name: string, } | { "code": "loan_is_back", bundles: Array<BundleNo>, } | { "code": "loan_called_back", name: string, reason: string, } | { "code": "loan_changed" } | { "code": "loan_not_finished", bundle: BundleNo, keyed: number, sheets: number, } | { "code": "sheet_out_of_order", expected: SheetNo, got: SheetNo, } | { "code": "sheet_put_aside", sheet: SheetNo, } | { "code": "only_the_last_sheet", last: SheetNo, } | { "code": "reading_does_not_fit" } | { "code": "no_write_ins", contest: string, } | { "code": "write_in_without_name" } | { "code": "namesake_unclear", name: string, } | { "code": "pass_not_whole", pass: Pass, bundle: BundleNo, keyed: number, returned: number, } | { "code": "nothing_differs", bundle: BundleNo, sheet: SheetNo, } | { "code": "nothing_ruled", bundle: BundleNo, sheet: SheetNo, } | { "code": "nothing_doubtful", bundle: BundleNo, sheet: SheetNo, } | { "code": "already_ruled", bundle: BundleNo, sheet: SheetNo, } | { "code": "not_of_one_kind" } | { "code": "nobody_wrote_in", name: string, } | { "code": "name_is_merged", name: string, into: string, } | { "code": "name_is_not_merged", name: string, } | { "code": "merge_disturbs_ruling", bundle: BundleNo, sheet: SheetNo, } | { "code": "rows_still_open", bundle: BundleNo, sheet: SheetNo, open: number, } | { "code": "differences_open", sheets: number, } | { "code": "sections_open", sections: number, } | { "code": "sheets_not_settled", settled: number, returned: number, } | { "code": "totals_do_not_fit" } | { "code": "totals_off_returned", contest: string, valid: number, void: number, returned: number, } | { "code": "totals_off_row", contest: string, row: number, total: number, valid: number, } | { "code": "totals_off_name", contest: string, name: string, } | { "code": "hand_tally_missing" } | { "code": "hand_tally_differs", figures: number, } | { "code": "hand_tally_agrees" } | { "code": "quorum_not_in_count_file", present: number, needed: number, } | { "code": "counted_by_hand" } | { "code": "not_counted_by_hand" } | { "code": "pin_needed", name: string, } | { "code": "wrong_pin", name: string, wrong: number, } | { "code": "pin_wait", name: string, seconds: number, } | { "code": "pin_figures", least: number, most: number, } | { "code": "no_pin", name: string, } | { "code": "pin_to_remove_with", name: string, } | { "code": "pin_stays", name: string, } | { "code": "pin_at_work", name: string, } | { "code": "followed_by_a_ballot", ballot: string, } | { "code": "already_certified" } | { "code": "not_certified" } | { "code": "nothing_chosen" } | { "code": "nobody_chosen", ballot: string, } | { "code": "nothing_to_choose", ballot: string, } | { "code": "report_not_printed" } | { "code": "result_announced" } | { "code": "result_not_announced" } | { "code": "ballot_withdrawn", ballot: string, } | { "code": "not_that_round", ballot: string, } | { "code": "nothing_follows", contest: string, } | { "code": "already_settled", contest: string, } | { "code": "choose_of_the_tied", seats: number, names: Array<string>, } | { "code": "too_many_stay", seats: number, names: Array<string>, } | { "code": "seats_left_differ", contest: string, seats: number, } | { "code": "rule_of_the_first_round", contest: string, } | { "code": "only_the_tied", contest: string, names: Array<string>, } | { "code": "already_elected", contest: string, name: string, } | { "code": "no_such_hand_vote", vote: HandVoteId, } | { "code": "motion_without_title" } | { "code": "motion_too_long", characters: number, most: number, } | { "code": "threshold_of_paper", title: string, } | { "code": "hand_vote_open", title: string, } | { "code": "hand_vote_is_put", title: string, } | { "code": "hand_vote_not_put", title: string, } | { "code": "hand_vote_ended", title: string, } | { "code": "hands_have_voted", title: string, } | { "code": "present_of_the_other_body", title: string, } | { "code": "more_present_than_members", present: number, members: number, } | { "code": "presidium_not_quorate", present: number, needed: number, members: number, } | { "code": "hands_not_as_asked", title: string, } | { "code": "more_hands_than_present", raised: number, present: number, } | { "code": "shown_differs_from_present", shown: number, present: number, } | { "code": "hands_already_counted", title: string, } | { "code": "hands_not_counted", counted: number, needed: number, } | { "code": "hands_differ", title: string, } | { "code": "hands_do_not_differ", title: string, } | { "code": "line_empty" } | { "code": "line_too_long", characters: number, most: number, } | { "code": "no_agenda" } | { "code": "no_such_item", item: string, } | { "code": "item_empty" } | { "code": "item_twice", item: string, } | { "code": "hung_twice", title: string, } | { "code": "no_such_sitting", sitting: SittingId, } | { "code": "sitting_held", sitting: SittingName, } | { "code": "roll_not_called", sitting: SittingName, } | { "code": "presidium_not_named" } | { "code": "not_entitled", number: number, name: string, } | { "code": "called_twice", number: number, name: string, } | { "code": "no_such_proposal", proposal: ProposalId, } | { "code": "proposal_number_twice", proposal: ProposalId, } | { "code": "proposal_without_title", proposal: ProposalId, } | { "code": "not_a_deputy", number: number, name: string, } | { "code": "signed_twice", proposal: ProposalId, number: number, name: string, } | { "code": "bill_needs_signers", proposal: ProposalId, signed: number, needed: number, } | { "code": "proposal_stands_otherwise", proposal: ProposalId, title: string, state: ProposalState, } | { "code": "proposal_is_voted_on", proposal: ProposalId, title: string, } | { "code": "day_too_early", day: string, before: string, } | { "code": "deadline_out_of_range", first: string, last: string, } | { "code": "unit_missing", proposal: ProposalId, } | { "code": "nothing_handed_over", proposal: ProposalId, } | { "code": "no_proposals" } | { "code": "nobody_named" } | { "code": "named_twice", number: number, name: string, } | { "code": "no_such_activity", activity: ActivityId, } | { "code": "points_twice", kind: DeedKind, } | { "code": "roster_empty" } | { "code": "paper_not_of_this_vote", ballot: string, } | { "code": "no_such_paper", paper: PaperId, } | { "code": "paper_not_editable", title: string, } | { "code": "paper_without_text" } | { "code": "paper_without_number" } | { "code": "no_past_projects" } | { "code": "no_such_project", project: ProjectId, } | { "code": "no_such_review", review: ReviewId, } | { "code": "no_project_given" } | { "code": "project_without_name" } | { "code": "project_twice", name: string, } | { "code": "project_stands", name: string, stands: ProjectStanding, } | { "code": "project_on_ballot", name: string, ballot: string, } | { "code": "project_has_parts", name: string, part: string, } | { "code": "merge_leads_nowhere", name: string, into: string, } | { "code": "no_rows_to_take", ballot: string, } | { "code": "congress_decides", name: string, } | { "code": "plan_out_of_order", name: string, } | { "code": "task_empty", name: string, } | { "code": "day_before_session", day: string, held_on: string, } | { "code": "no_projects" } | { "code": "no_chosen_projects" };

/**
 * A certified count was opened again.
 */
export type ReopeningView = { by: string, at: string, reason: string, 
/**
 * The certificate that no longer holds.
 */
certified: Certified, 
/**
 * Whether the result had been announced.
 */
announced: boolean, };

/**
 * One row of a result.
 */
export type ResultLine = { 
/**
 * 序号 on the ballot; `None` for a written-in name.
 */
no: number | null, name: string, 
/**
 * 赞成.
 */
for: number, 
/**
 * 反对.
 */
against: number, 
/**
 * 弃权.
 */
abstain: number, 
/**
 * 本栏无效.
 */
void: number, 
/**
 * How often each grade was given.
 */
grades: Array<number>, 
/**
 * 满意率.
 */
rate: string | null, 
/**
 * 测评等次.
 */
level: string | null, 
/**
 * 占比 of each grade in per cent, where that is told; `None` if its base is 0.
 */
shares?: Array<string | null>, 
/**
 * 是否过半数.
 */
reached: boolean, 
/**
 * What became of it.
 */
outcome: Outcome, };

/**
 * 结果顺序: how a result is listed.
 */
export type ResultOrder = "approvals" | "ballot";

/**
 * The result of one contest.
 */
export type ResultTable = { 
/**
 * As printed above the section.
 */
title: string, 
/**
 * 应选名额.
 */
seats: number | null, options: number, 
/**
 * 有效.
 */
valid: number, 
/**
 * 无效.
 */
void: number, 
/**
 * 过半数 as a number.
 */
needed: number | null, 
/**
 * Labels of the grades of an evaluation, best first.
 */
grades: Array<string>, 
/**
 * In the order of the ballot, written-in names last.
 */
rows: Array<ResultLine>, 
/**
 * Seats not filled.
 */
seats_left: number, 
/**
 * What must follow.
 */
next: Next, 
/**
 * How the result is listed.
 */
order: ResultOrder, 
/**
 * 总体满意率: what all rows of an evaluation come to together, where that is told.
 */
overall?: Overall, };

/**
 * 调度: a review of the chosen projects, numbered from 1 within the session.
 */
export type ReviewId = number;

/**
 * A review that was held.
 */
export type ReviewView = { review: ProjectReview, 
/**
 * 第一次调度.
 */
title: string, 
/**
 * How many were late on its day.
 */
late: number, };

/**
 * What somebody does in the vote. One person has one role.
 */
export type Role = "secretary" | "chief_scrutineer" | "scrutineer" | "teller";

/**
 * How somebody stands on a roll.
 */
export type RollStanding = "present" | "late" | "left" | "excused";

/**
 * Who came to a sitting.
 */
export type RollView = { called: Array<Called>, 
/**
 * 列席.
 */
observers: number, 
/**
 * How many are there now.
 */
present: number, };

/**
 * What may be asked.
 */
export type RoundCommand = { "do": "open_round", ballot: BallotId, kind: RoundKind, 
/**
 * 印制, at least as many as issued.
 */
printed: number, 
/**
 * 发出.
 */
issued: number, } | { "do": "open_together", 
/**
 * A round that is out already and with which they belong; `None`: with one another.
 */
with: RoundId | null, 
/**
 * Each ballot once.
 */
issues: Array<BallotIssue>, } | { "do": "collect", round: RoundId, 
/**
 * 划错换票.
 */
spoiled: number, 
/**
 * 收回; more than issued is recorded and makes the vote void.
 */
returned: number, } | { "do": "correct_numbers", round: RoundId, 
/**
 * All of them as they are.
 */
numbers: Numbers, 
/**
 * Why; not empty.
 */
reason: string, } | { "do": "announce_collection", round: RoundId, } | { "do": "certify", round: RoundId, } | { "do": "reopen", round: RoundId, 
/**
 * Why; not empty.
 */
reason: string, } | { "do": "break_off", round: RoundId, breaking: Breaking, 
/**
 * Why; not empty.
 */
reason: string, } | { "do": "correct_announcement", round: RoundId, 
/**
 * All of them as they are.
 */
numbers: Numbers, 
/**
 * Why; not empty.
 */
reason: string, } | { "do": "announce_result", round: RoundId, };

/**
 * The round's control numbers.
 */
export type RoundFigures = { round: RoundId, label: RoundLabel, 
/**
 * 发出.
 */
issued: number, 
/**
 * 收回, once the box is open.
 */
returned: number | null, 
/**
 * Sheets keyed in the first pass.
 */
first: number, 
/**
 * Sheets keyed in the second pass.
 */
second: number, };

/**
 * A certified round that was counted again.
 */
export type RoundFound = { round: RoundId, title: string, recount: RecountFound, };

/**
 * 轮次: one issue and collection of a ballot, numbered from 1 within the session.
 */
export type RoundId = number;

/**
 * Why the ballot is issued.
 */
export type RoundKind = { "why": "first" } | { "why": "redo", 
/**
 * The void round.
 */
of: RoundId, } | { "why": "again", 
/**
 * The round broken off.
 */
of: RoundId, } | { "why": "runoff", 
/**
 * The round that ended level.
 */
of: RoundId, } | { "why": "further", 
/**
 * The round that left seats.
 */
of: RoundId, };

/**
 * What a round, or a ballot that is to be handed out, is called.
 */
export type RoundLabel = { 
/**
 * Title of the ballot, without what `kind` says.
 */
title: string, 
/**
 * 票色; empty where none was given.
 */
colour: string, 
/**
 * Which one it is of ballots alike in title and colour, from 1; `None` where it is the only
 * one.
 */
twin: number | null, kind: RoundKind, 
/**
 * Which one of its kind it is in its matter, from 1.
 */
time: number, 
/**
 * What is voted on.
 */
matter: Matter, };

/**
 * How a row stands to what is there.
 */
export type RowChange = { "is": "new" } | { "is": "same" } | { "is": "changed", 
/**
 * For each column what stands there now, empty where it is the same.
 */
before: Array<string | null>, };

/**
 * A row in which the keyings differ.
 */
export type RowDifference = { 
/**
 * Index of the contest, from 0.
 */
contest: number, 
/**
 * Index of the row, from 0.
 */
row: number, 
/**
 * 首录.
 */
first: Mark, 
/**
 * 复录.
 */
second: Mark, };

/**
 * What the scrutineer reads in a row where the keyings differ.
 */
export type RowRead = { 
/**
 * Index of the contest, from 0.
 */
contest: number, 
/**
 * Index of the row, from 0.
 */
row: number, 
/**
 * What stands on the paper.
 */
mark: Mark, };

/**
 * A setting of the ballot, as it decides over doubtful sections.
 */
export type RuleInForce = { "setting": "cap", 
/**
 * At most, or exactly, as many as seats.
 */
cap: Cap, 
/**
 * 应选名额.
 */
seats: number, 
/**
 * What a breach makes void.
 */
over_cap: OverCap, } | { "setting": "blank_section", 
/**
 * What it means.
 */
is: BlankSection, } | { "setting": "illegible_row", 
/**
 * What it makes void.
 */
voids: IllegibleRow, } | { "setting": "multi_mark", 
/**
 * Void or an abstention.
 */
is: MultiMark, } | { "setting": "write_ins_need_against" } | { "setting": "write_in_deputies_only" } | { "setting": "write_in_unmarked", 
/**
 * Counted or dropped.
 */
is: WriteInUnmarked, };

/**
 * Which rules: one paper of each for a session.
 */
export type RulesOf = "election" | "selection" | "evaluation";

/**
 * 约定: clauses of the rules that no setting of a ballot tells.
 */
export type RulesTerms = { 
/**
 * 提名截止时间, as printed: “1月16日11时”; empty leaves a line for it.
 */
nominated_until: string, 
/**
 * 介绍候选人: who nominates says who they are (组织法 26).
 */
introduced: boolean, 
/**
 * 预选 where too many are nominated (组织法 27).
 */
primary: boolean, 
/**
 * 秘密写票处 (选举法 40).
 */
booth: boolean, 
/**
 * 代写 for who cannot write (选举法 40).
 */
scribe: boolean, 
/**
 * 差额: by how many there are more projects than places; `None` while nobody has said. Posts
 * have theirs on the ballot.
 */
margin: number | null, 
/**
 * 计票人: voted on like the scrutineers; else the secretariat appoints them.
 */
tellers_voted?: boolean, };

/**
 * What may be asked.
 */
export type RulingCommand = { "do": "rule_difference", round: RoundId, place: SheetPlace, 
/**
 * What stands in the differing rows.
 */
rows: Array<RowRead>, 
/**
 * What stands where names differ.
 */
names: Array<NamesRead>, } | { "do": "rule_sections", round: RoundId, sections: Array<SectionPlace>, verdict: Verdict, 
/**
 * Why; may be empty where it is as the rules propose.
 */
reason: string, } | { "do": "merge_names", round: RoundId, 
/**
 * Index of the contest, from 0.
 */
contest: number, 
/**
 * The spellings, as written in.
 */
names: Array<string>, 
/**
 * What they count as: one of them, or how it should have been written.
 */
into: string, 
/**
 * Why; not empty.
 */
reason: string, } | { "do": "separate_names", round: RoundId, 
/**
 * Index of the contest, from 0.
 */
contest: number, 
/**
 * What they count as.
 */
into: string, 
/**
 * Why; not empty.
 */
reason: string, } | { "do": "take_back", round: RoundId, place: SheetPlace, 
/**
 * Why; not empty.
 */
reason: string, };

/**
 * A ruling of the chief scrutineer.
 */
export type RulingGiven = { by: string, at: string, 
/**
 * Why, where a reason was given.
 */
reason: string | null, };

/**
 * A sentence in the languages of the program.
 */
export type Said = { 
/**
 * 中文.
 */
zh: string, 
/**
 * English.
 */
en: string, };

/**
 * Where something was written.
 */
export type Saved = { path: string, };

/**
 * A picture in the hall. Pages are numbered from 0.
 */
export type Scene = { "scene": "welcome" } | { "scene": "agenda", page: number, } | { "scene": "attendance" } | { "scene": "past_projects", page: number, } | { "scene": "options", ballot: BallotId, page: number, } | { "scene": "how_to_mark", ballot: BallotId, } | { "scene": "zero", ballot: BallotId, page: number, } | { "scene": "voting", round: RoundId, } | { "scene": "collection", round: RoundId, } | { "scene": "counting", round: RoundId, page: number, } | { "scene": "result", round: RoundId, page: number, } | { "scene": "elected", round: RoundId, page: number, } | { "scene": "hand_motion", vote: HandVoteId, } | { "scene": "hand_voting", vote: HandVoteId, } | { "scene": "hand_result", vote: HandVoteId, } | { "scene": "recess", 
/**
 * When it goes on, to the minute.
 */
until: string | null, 
/**
 * What else is to be said; may be empty.
 */
note: string, } | { "scene": "line", text: string, } | { "scene": "blank" };

/**
 * Pictures that belong together.
 */
export type SceneGroup = { of: GroupOf, 
/**
 * Whether it is at work now, or stands in the hall; the others may be folded.
 */
in_hand: boolean, scenes: Array<OfferedScene>, 
/**
 * The result that is still to be announced.
 */
announcing: Announcing | null, };

/**
 * A screen, in physical pixels.
 */
export type Screen = { 
/**
 * As the system names it.
 */
name: string, width: number, height: number, };

/**
 * What screening may make of a project.
 */
export type ScreenedAs = "candidate" | "merged" | "kept" | "left_out";

/**
 * 筛选: what becomes of a project before the vote.
 */
export type Screening = { "as": "candidate" } | { "as": "merged", into: ProjectId, } | { "as": "kept" } | { "as": "left_out" };

/**
 * 封存: nothing more is recorded.
 */
export type SealedView = { 
/**
 * Who sealed it.
 */
name: string, at: string, reason: string, };

/**
 * The rule of a selection or an election.
 */
export type SeatsRule = { 
/**
 * 应选名额, at least 1.
 */
seats: number, 
/**
 * `None`: most votes only.
 */
threshold: Threshold | null, 
/**
 * How many may be approved.
 */
cap: Cap, 
/**
 * What more than that does.
 */
over_cap: OverCap, 
/**
 * A row without a symbol.
 */
blank_row: BlankRow, 
/**
 * A section without any symbol.
 */
blank_section: BlankSection, 
/**
 * A row that cannot be read.
 */
illegible_row: IllegibleRow, 
/**
 * Who may write in.
 */
write_ins: WriteIns, 
/**
 * A written-in name without a symbol.
 */
write_in_unmarked: WriteInUnmarked, 
/**
 * A tie at the cut line.
 */
tie: TieRule, 
/**
 * Too few over the threshold.
 */
shortfall: Shortfall, };

export type SectionPlace = { place: SheetPlace, 
/**
 * Index of the contest on the ballot, from 0.
 */
contest: number, };

/**
 * One keyer's marks for one section.
 */
export type SectionReading = { 
/**
 * One per row, in the order of the paper.
 */
marks: Array<Mark>, 
/**
 * Names written in.
 */
write_ins?: Array<WriteIn>, 
/**
 * 存疑: why this section goes to the chief scrutineer.
 */
doubt?: string, };

/**
 * What one teller counted.
 */
export type SeenHands = { 
/**
 * 计票人.
 */
teller: PersonId, hands: Hands, };

/**
 * What may be set.
 */
export type Setting = "symbols" | "threshold" | "cap" | "blank" | "write_ins" | "tie" | "shortfall" | "result_order" | "grades" | "rate" | "levels" | "told" | "quorum" | "valid_if" | "bundles" | "hall" | "departure";

/**
 * One setting, as it stands.
 */
export type SettingView = { setting: Setting, said: Said, 
/**
 * It contradicts the law, and no reason is given.
 */
departs: boolean, };

/**
 * What a draft of a ballot comes to.
 */
export type SettingsView = { 
/**
 * In the order of the paper.
 */
contests: Array<ContestSettings>, 
/**
 * Those of the whole sheet.
 */
ballot: Array<SettingView>, 
/**
 * What keeps it from being saved.
 */
problem: Refusal | null, 
/**
 * Where its candidates are not what the law asks for.
 */
concerns: Array<Concern>, 
/**
 * Where its settings contradict the law.
 */
departures: Array<Departure>, };

/**
 * What was decided instead of voting once more.
 */
export type Settlement = { "settled": "presidium", 
/**
 * As many of the tied as there are seats left.
 */
chosen: Array<Candidate>, } | { "settled": "next_session" } | { "settled": "accept_fewer" } | { "settled": "seat_vacant" } | { "settled": "candidate_withdrew", 
/**
 * So many that no more of the tied stay than there are seats left, and at least one.
 */
withdrawn: Array<Candidate>, };

/**
 * A decision that may be recorded, without whom it chooses.
 */
export type SettlementKind = "presidium" | "next_session" | "accept_fewer" | "seat_vacant" | "candidate_withdrew";

/**
 * 张: numbered from 1 within its bundle.
 */
export type SheetNo = number;

/**
 * A sheet of paper: "bundle b, sheet k".
 */
export type SheetPlace = { 
/**
 * 捆.
 */
bundle: BundleNo, 
/**
 * 张.
 */
sheet: SheetNo, };

/**
 * One row of the sheet of a review: what stood before, to be overtyped.
 */
export type SheetRow = { project: ProjectId, name: string, unit: string, person: string, deadline: string, 
/**
 * Yuan, as estimated.
 */
investment: number, 
/**
 * Per cent before.
 */
percent: number, 
/**
 * Yuan before.
 */
paid: number, 
/**
 * Per cent its plan asks for by today; nothing where it asks for none.
 */
planned: number | null, 
/**
 * What is open.
 */
task: ProgressTask | null, late: Array<Late>, };

/**
 * 不足名额: what follows when too few pass (article 29).
 */
export type Shortfall = "further" | "accept";

/**
 * 单面、双面: on which sides of a sheet it is printed.
 */
export type Sides = "one" | "two";

/**
 * 会次: one sitting.
 */
export type Sitting = { 
/**
 * Numbered from 1 within the session, never used twice.
 */
id: SittingId, kind: SittingKind, held_on: string, 
/**
 * When it begins, to the minute; nothing while that is open.
 */
begins: string | null, 
/**
 * Where it sits; empty for the session's own venue.
 */
venue: string, 
/**
 * 执行主席, as papers name them; may be empty.
 */
chairs: string, 
/**
 * 议程 of this sitting, in order.
 */
items: Array<Item>, };

/**
 * 会次: a sitting, numbered from 1 within the session.
 */
export type SittingId = number;

/**
 * Whose sitting it is.
 */
export type SittingKind = "preparatory" | "presidium" | "plenary";

/**
 * What a sitting is called: as papers have it by its own words, 主席团第一次会议.
 */
export type SittingName = { kind: SittingKind, 
/**
 * Its place among its kind, from 1; nothing for one that is alone of its kind, but for the
 * presidium's.
 */
number: number | null, };

/**
 * One sitting.
 */
export type SittingView = { sitting: Sitting, name: SittingName, 
/**
 * 法定人数: how many must come; nothing before it is known of how many.
 */
needed: number | null, 
/**
 * Who came; nothing before its roll is called.
 */
roll: RollView | null, };

/**
 * What may be asked.
 */
export type SittingsCommand = { "do": "plan_sittings", 
/**
 * All of them, in their order.
 */
sittings: Array<Sitting>, } | { "do": "name_presidium", 
/**
 * All of them, in their order.
 */
members: Array<Member>, } | { "do": "call_roll", sitting: SittingId, 
/**
 * Who came, or has leave.
 */
roll: Array<Called>, 
/**
 * 列席.
 */
observers: number, };

/**
 * The sittings of the session.
 */
export type SittingsView = { 
/**
 * As planned, in their order.
 */
sittings: Array<SittingView>, 
/**
 * What the plan begins with while nothing is planned: one plenary sitting with the lines of the
 * session's own agenda; nothing before the session is described.
 */
proposed: Sitting | null, 
/**
 * What the next sitting is numbered.
 */
next: SittingId, 
/**
 * 主席团成员, as named.
 */
presidium: Array<Member>, 
/**
 * Who may be called, in the order of the roster.
 */
deputies: Array<EntitledView>, 
/**
 * What may hang on an item.
 */
to_hang: Array<ToHang>, 
/**
 * The sitting whose roll is to be called next.
 */
due: SittingId | null, 
/**
 * How those stand on a roll who are there, of whom a quorum is made.
 */
there: Array<RollStanding>, };

/**
 * What a row was that is no row of the list.
 */
export type SkippedRow = "title" | "heading" | "total" | "note" | "group" | "by_hand";

/**
 * 错位: where one pass likely slipped.
 */
export type Slip = { pass: Pass, 
/**
 * What likely happened.
 */
slipped: Slipped, 
/**
 * The sheet, or the first of several that read alike: of the other pass where skipped, of this
 * one where keyed twice.
 */
from: SheetNo, 
/**
 * The last of those that read alike.
 */
to: SheetNo, 
/**
 * The place in this pass where the sheet is missing or too many.
 */
at: SheetNo, };

/**
 * What likely happened.
 */
export type Slipped = "skipped" | "doubled";

/**
 * A name written in for a contest, as it was spelled.
 */
export type Spelling = { 
/**
 * Index of the contest, from 0.
 */
contest: number, 
/**
 * As compared: NFC, without white space.
 */
name: string, sheets: number, 
/**
 * The name it counts as, where that is another one.
 */
into: string | null, 
/**
 * Whether what it counts as is a candidate's name, and so no write-in.
 */
candidate: boolean, };

/**
 * 工作人员: somebody with a role in the vote.
 */
export type Staff = { 
/**
 * Unique; the journal's actor.
 */
id: PersonId, 
/**
 * Unpadded, NFC.
 */
name: string, 
/**
 * What they do.
 */
role: Role, 
/**
 * 副总监票人 among the scrutineers, 总计票人 among the tellers: papers name them so, and they sign
 * so. They may do what their role may.
 */
leads?: boolean, };

/**
 * What somebody who counts has to do with a vote.
 */
export type Standing = { "standing": "candidate" } | { "standing": "written_in" } | { "standing": "relative", 
/**
 * 候选人.
 */
of: string, };

/**
 * Who stands next.
 */
export type StandsNext = { name: string, 
/**
 * 上次得票.
 */
votes: number, };

/**
 * What the start screen shows.
 */
export type StartView = { 
/**
 * The newest first.
 */
recent: Array<Recent>, 
/**
 * Where new files go.
 */
folder: string, 
/**
 * The session that is open.
 */
opened: string | null, 
/**
 * Why the file named at the start was not opened.
 */
failure: Failure | null, };

/**
 * A step of the day.
 */
export type Step = { step: StepName, 
/**
 * How far it is.
 */
state: StepState, 
/**
 * What must be done first; only for the present step, and only if something must.
 */
missing: Refusal | null, };

/**
 * The steps of a ballot, in order.
 */
export type StepName = "describe" | "roster" | "staff" | "ballot" | "print_ballot" | "attendance" | "open" | "collect" | "announce_collection" | "first_keying" | "second_keying" | "rule" | "certify" | "report" | "announce_result" | "decision";

/**
 * How far a step is.
 */
export type StepState = "done" | "present" | "later";

/**
 * How a name of two characters stands among longer ones.
 */
export type StrokeOrder = "name" | "surname";

/**
 * The identities of a count.
 */
export type SumName = "first_keyed" | "second_keyed" | "settled" | "counted_by_hand" | "valid_and_void" | "rows" | "hand_tally";

/**
 * 监督分工: who watches over a project.
 */
export type Supervision = { 
/**
 * 组长, a deputy.
 */
head: Member, 
/**
 * 成员, deputies.
 */
members: Array<Member>, 
/**
 * 联系主席团成员; nobody where none was named.
 */
presidium: Member | null, };

/**
 * What a voter draws.
 */
export type Symbol = "circle" | "cross" | "tick" | "triangle";

/**
 * One line of the symbol map printed on the ballot and shown at the desk.
 */
export type SymbolMeaning = { symbol: Symbol, mark: Mark, };

/**
 * How a table is looked at.
 */
export type TableAsked = { target: TableTarget, options: TableOptions, 
/**
 * Whether what is there and not in the table stays.
 */
keep: boolean, };

/**
 * One thing that keeps a list from coming in.
 */
export type TableFault = { place: TablePlace, 
/**
 * What stands there, as written.
 */
value: string, } & ({ "code": "empty" } | { "code": "lock_file" } | { "code": "encrypted" } | { "code": "not_a_table", found: OtherFile, } | { "code": "cut_off" } | { "code": "damaged", said: string, } | { "code": "too_large", megabytes: number, } | { "code": "unknown_encoding" } | { "code": "broken_character" } | { "code": "stray_quote" } | { "code": "too_many_rows", limit: number, } | { "code": "no_heading", known: Array<string>, } | { "code": "no_rows" } | { "code": "no_such_sheet", sheets: Array<string>, } | { "code": "missing_column" } | { "code": "column_twice", other: string, } | { "code": "missing" } | { "code": "not_a_number", least: number, most: number, } | { "code": "not_an_amount" } | { "code": "not_a_date" } | { "code": "unknown_word", known: Array<string>, } | { "code": "reason_missing" } | { "code": "formula_without_value", formula: string, } | { "code": "formula_error", said: string, } | { "code": "twice", first_line: number, } | { "code": "name_needs_note", first_line: number, } | { "code": "no_such_deputy", name: string, } | { "code": "several_deputies", name: string, } | { "code": "not_on_the_roster" } | { "code": "invisible", position: number, code_point: number, } | { "code": "unshowable", position: number, code_point: number, } | { "code": "cannot_draw", character: string, position: number, code_point: number, } | { "code": "several_names" } | { "code": "nothing_visible" });

/**
 * A list of the program that comes in and goes out as a table.
 */
export type TableList = "deputies" | "observers" | "staff" | "candidates" | "projects" | "last_year" | "motions" | "proposals" | "collected" | "activities";

/**
 * A table as it would come in.
 */
export type TableLook = { 
/**
 * Name of the file; empty for what was pasted.
 */
file: string, preview: TablePreview, };

/**
 * What the user should know, without anything being wrong.
 */
export type TableNote = { "code": "row_skipped", line: number, row: SkippedRow, text: string, } | { "code": "filled_down", 
/**
 * Our heading of the column.
 */
column: string, 
/**
 * What stands above.
 */
value: string, 
/**
 * The line of the filled cell.
 */
from: number, 
/**
 * The first line that was filled.
 */
first: number, 
/**
 * The last line that was filled.
 */
last: number, 
/**
 * Whether the file itself says so, by a merged cell.
 */
merged: boolean, } | { "code": "column_missing", 
/**
 * Our heading.
 */
column: string, } | { "code": "column_left", letter: string, 
/**
 * What it is called.
 */
heading: string, } | { "code": "other_sheets", 
/**
 * The sheet that was read.
 */
sheet: string, others: Array<string>, } | { "code": "numbered" } | { "code": "numbered_through" } | { "code": "out_of_order", 
/**
 * The first line whose number is smaller than the one before.
 */
line: number, number: number, } | { "code": "gaps", 
/**
 * The missing ones, the first of them.
 */
missing: Array<number>, 
/**
 * How many are missing.
 */
count: number, } | { "code": "hidden", 
/**
 * Their lines, in order.
 */
lines: Array<number>, } | { "code": "worked_out", place: TablePlace, formula: string, value: string, } | { "code": "rounded", place: TablePlace, value: string, 
/**
 * As it came in.
 */
taken: string, } | { "code": "taken_from_name", place: TablePlace, value: string, };

/**
 * How a file is to be read, beyond what it says itself.
 */
export type TableOptions = { 
/**
 * The sheet; without one, the first that has a heading of the list.
 */
sheet: string | null, 
/**
 * The line of the heading; 0 where the file has none.
 */
heading: number | null, 
/**
 * Columns assigned by hand, now or for an earlier file.
 */
assigned: Array<Assignment>, 
/**
 * Columns of ours that the user says the file does not have.
 */
absent: Array<string>, 
/**
 * Whether empty cells are left as they are where a cell above would fill them.
 */
leave_empty: boolean, 
/**
 * Cells put right in the preview.
 */
corrected: Array<Correction>, 
/**
 * Lines that the user says are no rows of the list.
 */
left_out: Array<number>, };

/**
 * Where something stands, as people see it in their spreadsheet.
 */
export type TablePlace = { 
/**
 * Row, from 1, empty ones counted; none where the whole file is meant.
 */
line: number | null, 
/**
 * Our own heading of the column.
 */
column: string | null, 
/**
 * The cell: `D8`.
 */
cell: string | null, };

/**
 * Everything the window shows before a list comes in.
 */
export type TablePreview = { list: TableList, 
/**
 * Our headings.
 */
headings: Array<string>, 
/**
 * The sheet that was read, in a workbook.
 */
sheet: string | null, 
/**
 * The line of the heading.
 */
heading: number | null, 
/**
 * The columns of the file and what they were taken for.
 */
columns: Array<FileColumn>, 
/**
 * Headings the file lacks and the user may do without.
 */
dispensable: Array<string>, 
/**
 * What would come in.
 */
rows: Array<PreviewRow>, 
/**
 * What is there and not in the list.
 */
missing: Array<Array<string>>, 
/**
 * Whether what is missing stays; it goes otherwise.
 */
keep: boolean, 
/**
 * Everything that keeps the list from coming in.
 */
faults: Array<TableFault>, 
/**
 * What the user should know.
 */
notes: Array<TableNote>, };

/**
 * Where a table comes from.
 */
export type TableSource = { "from": "file" } | { "from": "pasted", text: string, } | { "from": "kept" };

/**
 * What came in, for the form or the command it belongs to.
 */
export type TableTaken = { "into": "roster", deputies: Array<Deputy>, } | { "into": "observers", observers: Array<Observer>, } | { "into": "staff", staff: Array<Staff>, } | { "into": "last_year", projects: Array<PastProject>, } | { "into": "agenda", items: Array<string>, } | { "into": "collected", projects: Array<CollectedProject>, } | { "into": "proposals", filings: Array<ProposalFiling>, } | { "into": "activities", activities: Array<Activity>, } | { "into": "contest", contest: BallotContest, };

/**
 * A list of the window, with what stands in its form now.
 */
export type TableTarget = { "into": "roster" } | { "into": "observers", there: Array<Observer>, } | { "into": "staff", there: Array<Staff>, } | { "into": "last_year", there: Array<PastProject>, } | { "into": "agenda", there: Array<string>, } | { "into": "collected" } | { "into": "proposals", 
/**
 * The day they were handed in.
 */
filed_on: string, period: ProposalPeriod, } | { "into": "activities" } | { "into": "contest", 
/**
 * Which kind of list they come as.
 */
list: TableList, there: BallotContest, };

/**
 * A ballot with rows of projects that are not on record.
 */
export type Takeable = { ballot: BallotId, title: string, 
/**
 * How many.
 */
rows: number, };

/**
 * What the rules say beside the settings of their ballots.
 */
export type TermsView = { of: RulesOf, 
/**
 * As they are.
 */
terms: RulesTerms, };

/**
 * What is wrong with the text of a paper, and where. Lines and columns count from 1; a column is a
 * character.
 */
export type TextFault = { "fault": "unknown", 
/**
 * From 1.
 */
line: number, 
/**
 * From 1.
 */
column: number, 
/**
 * As written.
 */
name: string, } | { "fault": "missing", name: string, } | { "fault": "command", 
/**
 * From 1; 0 when unknown.
 */
line: number, 
/**
 * What the template engine said.
 */
said: string, } | { "fault": "too_much", 
/**
 * From 1.
 */
line: number, asked: TooMuchText, };

/**
 * What a text asks for too much of.
 */
export type TextLimit = "characters" | "marks" | "branches" | "steps" | "joined" | "repeated" | "filled" | "lines" | "ruled" | "squares" | "columns" | "nested" | "codes" | "pages";

/**
 * Where a text of a paper comes from.
 */
export type TextPlace = { "at": "meeting" } | { "at": "deputy", 
/**
 * Number on the roster.
 */
number: number, name: string, } | { "at": "person", name: string, } | { "at": "title", title: string, } | { "at": "row", 
/**
 * Title of the question.
 */
contest: string, 
/**
 * From 1.
 */
row: number, name: string, } | { "at": "agenda_item", item: string, } | { "at": "line", 
/**
 * From 1.
 */
line: number, } | { "at": "text", text: string, };

/**
 * The ground of the picture: what can be read depends on the light in the room.
 */
export type Theme = "red" | "light";

/**
 * 通过门槛: e.g. more than half of all deputies (article 25).
 */
export type Threshold = { 
/**
 * What it is a fraction of.
 */
base: Base, least: Least, };

/**
 * 门槛的通常形式: a threshold that a form offers by name. Any other is typed as a fraction.
 */
export type ThresholdForm = "half" | "two_thirds" | "none";

/**
 * 末位同票: how a tie at the cut line is settled (article 29).
 */
export type TieRule = "runoff" | "presidium" | "all_in" | "ballot_order";

/**
 * One of those level at the cut line.
 */
export type TiedName = { 
/**
 * As a decision names it.
 */
candidate: Candidate, name: string, };

/**
 * A ballot or a motion that may hang on an item.
 */
export type ToHang = { of: Hung, title: string, };

/**
 * A paper to be issued once more.
 */
export type ToIssue = { kind: PaperKind, 
/**
 * As many copies as were printed of the one before; 0 where none was.
 */
copies: number, };

/**
 * A bundle that must be keyed in one pass, after both keyings were whole once.
 */
export type ToKey = { 
/**
 * 捆.
 */
bundle: BundleNo, pass: Pass, 
/**
 * Who has it and keys on; nobody while somebody is still to take it.
 */
teller: string | null, 
/**
 * Who keyed its other pass and cannot key this one.
 */
barred: string | null, 
/**
 * 补录: the only sheet that is missing.
 */
sheet: SheetNo | null, 
/**
 * Sheets keyed.
 */
keyed: number, 
/**
 * Sheets in it, as its keyer found.
 */
sheets: number, 
/**
 * 外录: it is keyed on another computer.
 */
lent: boolean, };

/**
 * Bundles that are to go out.
 */
export type ToLend = { round: RoundId, pass: Pass, 
/**
 * Which bundles, in order.
 */
bundles: Array<BundleNo>, };

/**
 * A text asks for more than is set.
 */
export type TooMuchText = { limit: TextLimit, most: number, };

/**
 * What fails outside the rules. `said` is in the words of the cause, for whoever mends it.
 */
export type Trouble = { "code": "no_session" } | { "code": "stopped" } | { "code": "not_found", path: string, } | { "code": "already_exists", path: string, } | { "code": "already_open", path: string, } | { "code": "not_a_session", path: string, } | { "code": "interrupted", path: string, } | { "code": "too_new", path: string, } | { "code": "damaged", path: string, flaw: FlawFound, } | { "code": "another_is_open", 
/**
 * Of the session that is open.
 */
title: string, 
/**
 * The file that was not opened.
 */
path: string, } | { "code": "no_access", path: string, said: string, } | { "code": "disk_full", path: string, } | { "code": "disk_failed", path: string, said: string, } | { "code": "unsettled", path: string, said: string, } | { "code": "left_aside", path: string, aside: string, said: string, } | { "code": "paper_not_kept", sha256: string, } | { "code": "paper_not_found", paper: PaperId, } | { "code": "old_sqlite", version: string, } | { "code": "sqlite", path: string, said: string, } | { "code": "no_chance" } | { "code": "not_written_down", said: string, } | { "code": "loan_damaged", entry: number | null, } | { "code": "place_not_writable", path: string, } | { "code": "copies_not_writable", path: string, } | { "code": "written_not_recorded", path: string, said: string, } | { "code": "file", said: string, } | { "code": "not_chosen", path: string, } | { "code": "no_printing" } | { "code": "no_printer" } | { "code": "print_there" } | { "code": "printer", said: string, } | { "code": "viewer", said: string, } | { "code": "paper", said: string, } | { "code": "not_read", said: string, } | { "code": "not_exported", said: string, } | { "code": "window", said: string, };

/**
 * 自动翻页: the pages of the pushed picture, one after the other without end.
 */
export type Turning = { 
/**
 * Seconds each page stays.
 */
every: number, 
/**
 * When the first of them was pushed.
 */
since: string, 
/**
 * In the order they are shown, beginning with the one that was pushed.
 */
pages: Array<Picture>, };

/**
 * Names whose places among each other the strokes do not decide. They stand together, and names
 * alike as they stood before.
 */
export type Undecided = { 
/**
 * Indices into the list that was given, in their new order; two or more.
 */
names: Array<number>, why: WhyUndecided, };

/**
 * A sheet in the middle of being keyed.
 */
export type Unfinished = { 
/**
 * One per contest.
 */
sections: Array<UnfinishedSection>, 
/**
 * Section of the present row, from 0.
 */
section: number, 
/**
 * The present row in it, from 0.
 */
row: number, };

/**
 * A sheet in the middle of being keyed, one section.
 */
export type UnfinishedSection = { 
/**
 * One per row; `null` where nothing was keyed yet.
 */
marks: Array<Mark | null>, 
/**
 * Names written in.
 */
write_ins: Array<WriteIn>, 
/**
 * Why this section goes to the chief scrutineer.
 */
doubt: string | null, };

/**
 * A ballot that must follow and cannot be set up yet.
 */
export type UnreadyBallot = { ballot: Ballot, 
/**
 * Why.
 */
missing: Refusal, };

/**
 * 空白票的默认读法: what goes with a blank row until somebody chooses otherwise.
 */
export type UsualBlank = { 
/**
 * 空白栏.
 */
row: BlankRow, 
/**
 * 空白票.
 */
section: BlankSection, };

/**
 * 选票有效条件: when a vote as a whole is valid (选举法 44 and provincial rules).
 */
export type ValidIf = "returned_at_most_issued" | "returned_at_most_present" | "returned_equals_issued";

/**
 * The chief scrutineer's ruling on a section.
 */
export type Verdict = { "ruled": "as_proposed" } | { "ruled": "void" } | { "ruled": "read", 
/**
 * One per row.
 */
marks: Array<Mark>, 
/**
 * All names written in; left out, the names stand as they were keyed.
 */
write_ins?: Array<WriteIn>, };

/**
 * How the chief scrutineer rules, without what is read.
 */
export type VerdictKind = "as_proposed" | "void" | "read";

/**
 * What a verification found.
 */
export type Verified = { 
/**
 * Entries of the journal.
 */
entries: number, 
/**
 * Fingerprint of the last one.
 */
head: string, 
/**
 * The first thing that is wrong.
 */
wrong: FlawFound | null, 
/**
 * Entries dated before the one they follow.
 */
back_in_time: Array<number>, papers: PapersFound, rounds: Array<RoundFound>, 
/**
 * What is said of the fingerprint on paper, where one was typed.
 */
printed: PrintedFound | null, 
/**
 * 接续: the session it goes on from, if any.
 */
last: LastFound | null, };

/**
 * 表决主体: whose members vote.
 */
export type VotingBody = { "body": "congress" } | { "body": "presidium", 
/**
 * 主席团全体成员, at least 1.
 */
members: number, 
/**
 * 法定人数, out of all members; `None` in files before it was checked: none.
 */
quorum?: Least, };

/**
 * 表决方式: how a motion is decided without paper (provinces: electronically or by hand, as the
 * presidium decides).
 */
export type VotingWay = { "way": "hands", 
/**
 * Of all members or of those present; `None`: more for than against.
 */
threshold: Threshold | null, 
/**
 * Which hands are counted.
 */
counted: CountedHands, } | { "way": "keypads", 
/**
 * As of hands.
 */
threshold: Threshold | null, } | { "way": "acclamation" };

/**
 * Why strokes do not decide.
 */
export type WhyUndecided = { "kind": "same_name" } | { "kind": "same_strokes", 
/**
 * Each once.
 */
characters: Array<string>, } | { "kind": "not_known", 
/**
 * Each once.
 */
characters: Array<string>, };

/**
 * 另选他人: a name written in by the voter.
 */
export type WriteIn = { 
/**
 * The name as written.
 */
name: string, 
/**
 * The symbol beside it.
 */
mark: WriteInMark, };

/**
 * 另选他人得票: the approvals of one name written in.
 */
export type WriteInCount = { 
/**
 * As compared: NFC, without white space.
 */
name: string, 
/**
 * 赞成, at least 1.
 */
for: number, };

/**
 * 另选他人: what stands beside a written-in name.
 */
export type WriteInMark = "for" | "blank";

/**
 * What a written-in name without a symbol means.
 */
export type WriteInUnmarked = "for" | "void";

/**
 * 另选他人: who may write in (代表法 17).
 */
export type WriteIns = "none" | "needs_against" | "allowed";

/**
 * What a session file says of the programs that wrote it.
 */
export type WrittenBy = { 
/**
 * The layout it was last written in.
 */
layout: number, 
/**
 * The versions that set its papers.
 */
papers: Array<string>, };
