import type {
  Late,
  LifeHappened,
  Outcome,
  ProjectChange,
  ProjectStanding,
  ProposalWay,
  Screening,
} from "#ui/bindings";
import { dateInWords } from "#ui/text/dates";
import type { Text } from "#ui/text/zh";

const standings: Record<ProjectStanding, string> = {
  collected: "to screen",
  merged: "merged",
  kept: "kept for later",
  left_out: "left out",
  candidate: "candidate",
  not_chosen: "not chosen",
  going: "under way",
  suspended: "suspended",
  ended: "ended",
  completed: "done",
};
const ways: Record<ProposalWay, string> = {
  visit: "deputy's visit",
  station: "contact station",
  online: "online",
  other: "other",
};
const screenings: Record<Screening["as"], string> = {
  candidate: "Make it a candidate",
  merged: "Part of another",
  kept: "Keep for later",
  left_out: "Leave out",
};
const changes: Record<ProjectChange["change"], string> = {
  adjusted: "Adjustment",
  major: "Major change",
  suspended: "Suspension",
  ended: "End",
  resumed: "Resumption",
};
const outcomes: Record<Outcome, string> = {
  chosen: "chosen",
  tied: "level at the cut line",
  seats_full: "places filled",
  below_threshold: "below the threshold",
  graded: "graded",
};

export const after: Text["after"] = {
  title: "Projects",
  pagesLabel: "Pages of this room",
  listLabel: "Projects",
  none: "No project is on record yet. Each one that is handed in is entered here; those of a ballot are taken over in one step.",
  add: "Enter a project",
  addHint: "Each project has a number of its own from the moment it is entered",
  take: (title, rows) => `Take over the ${rows} projects of “${title}”`,
  taken: (rows) => `${rows} projects entered`,
  late: (count) => `${count} late`,
  onTime: "No project is late",
  lateMark: "late",
  standings,
  ways,
  number: (id) => `No. ${id}`,
  groups: { late: "Late", going: "Under way", before: "Before the vote", over: "Over" },
  reviews: "Reviews",
  newReview: "Hold a review",
  reviewItem: (title, late) => (late > 0 ? `${title} (${late} late)` : title),
  pages: { facts: "Facts", life: "Its life", carrying: "Supervision and progress" },
  acts: {
    facts: "Change facts",
    screen: "Screen",
    supervise: "Supervision",
    plan: "Plan",
    note: "Note progress",
    change: "Change",
    complete: "Done",
    explain: "Explain why not done",
    takeBack: "Take “done” back",
    table: "Export tables",
  },
  saved: (path) => `Exported: ${path}`,
  facts: {
    title: "Facts",
    name: "Name",
    place: "Place",
    by: "Proposed by",
    way: "How it came in",
    votes: "Votes for",
    chosenBy: "Chosen by",
    ballot: "On the ballot",
    into: "Part of",
    due: "Last day",
    noDay: "The deadline names no day: it cannot be told when the project is overdue",
    saveNext: "Save and enter the next",
    save: "Save",
    follows: "Ballots that are not out follow.",
  },
  screening: {
    title: (name) => `Screen: ${name}`,
    text: "The office tells whoever proposed it the reason; it stands in the report on screening.",
    as: "What becomes of it",
    ways: screenings,
    into: "Part of which",
    chooseInto: "Choose what it becomes part of",
    act: "Record",
    common: [
      "Same as another project",
      "Cannot be carried out this year",
      "Money is not secured",
      "No livelihood project",
    ],
  },
  supervision: {
    title: (name) => `Supervision: ${name}`,
    head: "Head",
    members: "Members",
    contact: "Contact in the presidium",
    nobody: "(open)",
    none: "Nobody watches over it yet",
    chooseHead: "Choose the head first",
    save: (count) => `Record ${count} deputies`,
  },
  plan: {
    title: (name) => `Plan: ${name}`,
    aims: "Aims",
    steps: "Steps",
    by: (row) => `Day of step ${row}`,
    percent: (row) => `Per cent of step ${row}`,
    what: (row) => `What is done in step ${row}`,
    byHead: "Day",
    percentHead: "Per cent",
    whatHead: "What is done",
    addStep: "+ Add a step",
    removeStep: (row) => `Remove step ${row}`,
    safeguards: "Safeguards",
    save: "Save the plan",
    none: "There is no plan yet",
  },
  progress: {
    title: (name) => `Progress: ${name}`,
    on: "Day",
    percent: "Per cent",
    paid: "Paid (10,000 yuan)",
    seen: "What was seen",
    problem: "Problem",
    seenBy: "Deputies who went there",
    seenByHint: "May be left out; whoever is named has a site visit on record",
    who: "Who must act",
    what: "What must be done",
    by: "By when",
    save: "Record",
    last: (percent, on) => `${dateInWords(on)}: ${percent}%`,
    never: "Nothing was noted yet",
    task: (who, what, by) => `${who ? `${who}: ` : ""}${what} by ${dateInWords(by)}`,
  },
  review: {
    title: "Review",
    lead: "Per cent, money, what was seen, problems and tasks, project by project. Tab goes to the next field, Enter to the same field of the next project, Ctrl + S records all at once. A project that is not ticked is left out this time.",
    on: "Day of the review",
    chair: "Chair",
    back: "Back to the projects",
    go: "Include",
    name: "Project",
    percent: "Per cent",
    paid: "Paid (10,000)",
    seen: "Seen",
    problem: "Problem",
    who: "Who",
    what: "What",
    by: "By",
    of: (what, name) => `${what} of ${name}`,
    planned: (percent) => `plan ${percent}%`,
    before: (percent) => `was ${percent}%`,
    record: (count) => `Record ${count} projects`,
    again: (count) => `Put right, ${count} projects`,
    none: "No project is under way. What was chosen stands here once the chief scrutineer has certified the count.",
    noDay: "Type 2026-5-1 or 5-1",
    halfTask: "A task needs what must be done, and by when",
    recorded: (title, late) =>
      late > 0 ? `${title} recorded, ${late} late` : `${title} recorded, nothing is late`,
    held: (date, chair) => `${date}${chair ? `, chaired by ${chair}` : ""}`,
    correct: "Put this review right",
  },
  change: {
    title: (name) => `Change: ${name}`,
    text: "A major change, a suspension and an end are decided by the congress; other changes by the presidium. What stood on the ballot stays.",
    what: "What is changed",
    kinds: changes,
    by: "Decided by",
    presidium: "Presidium",
    noMotion: "The congress has passed no motion yet. Put it to the vote on the floor first.",
    on: "Day of the decision",
    act: "Record the change",
    common: ["Conditions on site changed", "Money was arranged otherwise", "Plans above changed"],
  },
  ending: {
    complete: (name) => `Done: ${name}`,
    on: "Done on",
    paid: "Paid in all (10,000 yuan)",
    note: "What was built, how it was accepted",
    completeAct: "Record as done",
    explain: (name) => `Why it is not done: ${name}`,
    explainOn: "Day",
    why: "Why it is not done",
    next: "What follows",
    by: "Expected to be done by (may be left out)",
    explainAct: "Record the explanation",
    takeBack: (name) => `Not done after all: ${name}`,
    takeBackText: "The project is under way again and progress can be noted. What was recorded stays.",
    takeBackCommon: ["It was not accepted", "Recorded by mistake"],
  },
  lateWords: (late: Late): string => {
    switch (late.late) {
      case "overdue":
        return `due ${dateInWords(late.since)}, ${late.days} days over`;
      case "behind":
        return `planned ${late.planned}% by ${dateInWords(late.by)}, stands at ${late.percent}%`;
      case "task_overdue":
        return `${late.task.who ? `${late.task.who}: ` : ""}${late.task.what} by ${dateInWords(late.task.by)}, ${late.days} days over`;
      case "silent":
        return `nothing noted for ${late.days} days, since ${dateInWords(late.since)}`;
    }
  },
  lifeWords: (it: LifeHappened): string => {
    switch (it.what) {
      case "collected":
        return `Handed in: ${ways[it.way]}${it.by ? `, by ${it.by}` : ""}`;
      case "screened":
        return `Screened: ${screenings[it.screening.as]}${it.reason ? `. ${it.reason}` : ""}`;
      case "voted":
        return `Vote: ${it.ballot}, ${it.votes} for, ${outcomes[it.outcome]}`;
      case "noticed":
        return `Notice: ${it.title}`;
      case "filed":
        return `Filed: ${it.title}`;
      case "chosen_before":
        return `Voted on: ${it.chosen.session}, ${it.chosen.votes} for, chosen`;
      case "carried_over":
        return "Carried over: not done at the last session, watched over by this one";
      case "supervised":
        return `Supervision headed by ${it.head}`;
      case "planned":
        return `Plan of ${it.steps} steps`;
      case "seen":
        return `${it.review ? `Review ${it.review}` : "Progress"}: ${it.line.percent}%${it.line.seen ? `. ${it.line.seen}` : ""}${it.line.seen_by?.length ? ` (seen by ${it.line.seen_by.map((one) => one.name).join(", ")})` : ""}${it.line.problem ? `. Problem: ${it.line.problem}` : ""}${it.line.task ? `. Task: ${it.line.task.who} ${it.line.task.what} by ${dateInWords(it.line.task.by)}` : ""}`;
      case "changed":
        return `${changes[it.change.change]}, decided by ${it.by}. ${it.reason}${it.holds ? "" : " (the decision no longer holds)"}`;
      case "completed":
        return `Done. ${it.completion.note}`;
      case "explained":
        return `Not done: ${it.explanation.why}${it.explanation.next ? `. Next: ${it.explanation.next}` : ""}`;
      case "taken_back":
        return `“Done” taken back: ${it.reason}`;
    }
  },
};
