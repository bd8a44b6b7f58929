import type { Base, HallKind, HallThreshold, OverCap } from "#ui/bindings";
import type { Text } from "#ui/text/zh";
import { blank } from "./blank";

const bases: Record<Base, string> = {
  all_deputies: "all deputies",
  present: "those present",
  returned: "ballots returned",
  valid: "valid ballots",
};

function share([numerator, denominator]: [number, number]): string {
  return numerator === 1 && denominator === 2 ? "half" : `${numerator}/${denominator}`;
}

function threshold({ rule }: HallThreshold): string {
  const { base, least } = rule;
  return "over" in least
    ? `Over ${share(least.over)} of ${bases[base]}`
    : `${share(least.at_least)} of ${bases[base]}`;
}

const below = (kind: HallKind, rule: HallThreshold | null) => {
  if (kind === "motion") return "not passed";
  if (rule) return rule.majority ? "no majority" : "too few";
  return kind === "election" ? "not elected" : "not passed";
};

const over = (overCap: OverCap | null) => (overCap === null || overCap === "flag" ? "" : "; more is void");

export const hall: Text["hall"] = {
  heading: "Hall screen",
  scenesLabel: "Pictures for the hall, in the order of the day",
  session: "Session",
  page: (page, pages) => `Page ${page} of ${pages}`,
  previous: "Previous page",
  nextPage: "Next page",
  onScreen: "on now",
  now: "In the hall now",
  nowUnseen: "Pushed, not seen by the hall",
  preview: "Preview",
  previewOf: (scene) => `Preview: ${scene}`,
  push: "Show in the hall",
  pushed: "The hall is looking at this picture",
  pushedOnly: "pushed, not seen",
  pushedUnseen: "This picture was pushed, but the hall cannot see it yet",
  due: "due",
  notYet: "This cannot be shown yet",
  broken: "This picture cannot be drawn; do not show it. Choose another one and check what the ballot says.",
  blank: "Empty the ground",
  back: "Bring the picture back",
  rechecking: (ballot) =>
    `The result of “${ballot}” is being counted again. The old one in the hall is marked so: show another picture, or wait until it is announced again.`,
  announce: "Announce and show the result",
  announceLead:
    "This is what the hall will see: look at every page. Press this after the presiding chair has announced the result.",
  own: {
    until: "Goes on at",
    note: "One more line (optional)",
    line: "The line to be shown",
  },
  toPapers: "Go to papers",
  toCount: "Go to the count",
  announceAsk: {
    title: "Has the presiding chair announced the result?",
    text: (ballot) =>
      `It is recorded that the result of “${ballot}” is announced, and the hall shows it. From then on only the chief scrutineer can open the count again, with a reason, and the hall then says that the result is being checked.`,
    yes: "Announced: show it",
    no: "Not yet",
  },
  contest: (title) => `Contest: ${title}`,
  contests: "Which contest",
  look: {
    heading: "How it looks",
    theme: "Ground",
    themes: { red: "dark red", light: "light, for bright rooms" },
    turning: "Pages",
    byHand: "turned by hand",
    every: (seconds) => `turn every ${seconds} s`,
  },
  window: {
    heading: "The hall window",
    open: "Open the hall window",
    close: "Close the hall window",
    fullScreen: "Full screen",
    leaveFullScreen: "Leave full screen",
    which: "On which screen",
    screen: (name, width, height) => `${name} (${width} × ${height})`,
    closed: "The hall window is not open. F9 opens it, on the same picture and in the same place.",
    wrongScreen:
      "The hall window is on your own screen; the hall cannot see it. Press full screen to put it on the projector.",
    putAway: "The hall window is minimised; the hall cannot see it. Press “Open the hall window”.",
    noAnswer: "The hall window does not answer. Close it, then press “Open the hall window”.",
    covers: (name) => `The hall covers the screen “${name}”.`,
    asWindow: "The hall is shown in a window.",
    noScreen:
      "There is one screen only, or the projector mirrors this one: the hall stays a small window at the upper right and does not cover yours; Esc or F9 closes it. Set the projector to extend the desktop for full screen.",
    lost: "The hall's screen was unplugged: the hall is a window again. Once the projector is back, press full screen in Hall.",
  },

  picture: {
    agenda: "Agenda",
    attendance: {
      title: "Attendance",
      allDeputies: "Deputies",
      present: "Present",
      quorum: "Quorum",
      met: "The quorum is met",
      unmet: (short) => `${short} short of the quorum`,
      observers: (observers) => `${observers} observers`,
      person: "",
    },
    options: (options, seats) => `choose ${seats} of ${options}`,
    optionsAll: (options) => `${options} rows`,
    how: {
      title: "How to mark",
      colour: (colour) => `${colour} ballot`,
      blank: (row, word) => `no mark: ${blank.row(row, word)}`,
      writeIns: {
        needs_against: "another name may be written in for one marked against",
        allowed: "another name may be written in for one marked against or abstained from",
      },
      at_most: (options, seats, _kind, overCap) => `choose at most ${seats} of ${options}${over(overCap)}`,
      exactly: (options, seats, _kind, overCap) => `choose exactly ${seats} of ${options}${over(overCap)}`,
      none: (options, seats) => `${options} rows, ${seats} to choose`,
      each: (options) => `${options} rows, mark each one`,
      motion: "draw one mark",
    },
    voting: {
      title: "Voting",
      present: "Present",
      issued: "Ballots issued",
      person: "",
      sheets: "",
    },
    collection: {
      title: "Check of the ballots",
      issued: "Issued",
      returned: "Returned",
      sheets: "",
      valid: "The vote is valid",
      void: "The vote is void",
    },
    rechecking: "Being checked again: what is announced anew will hold",
    recess: "Recess",
    until: (hour) => `until ${hour}`,
    counting: "Counting",
    countingNow: "Counting goes on",
    keyed: "Keyed twice",
    ofReturned: (returned) => `of ${returned} sheets`,
    resultOf: (title) => `${title}: result`,
    electedOf: (title, kind) => `${title}: ${kind === "election" ? "elected" : "passed"}`,
    nobody: (kind) => (kind === "election" ? "Nobody is elected" : "Nothing passed"),
    hand: {
      voting: "Voting",
      body: { congress: "All deputies: ", presidium: "Presidium: " },
      way: { hands: "by hand", keypads: "by keypads", acclamation: "by acclamation" },
      all: { congress: "All deputies", presidium: "Presidium" },
      present: "Present",
      notPressed: "Not pressed",
      needed: "Needed",
      acclamation: "By acclamation",
      foot: {
        hands: "Passes with more for than against",
        keypads: "Passes with more for than against",
        acclamation: "By acclamation, without numbers",
      },
      for: "For",
      against: "Against",
      abstain: "Abstaining",
      person: "",
      passed: "Passed",
      rejected: "Not passed",
    },
    columns: {
      no: "No.",
      name: "Name",
      for: "For",
      against: "Against",
      abstain: "Abstain",
      rate: "Rate",
      level: "Level",
      outcome: "Result",
    },
    abstentions: blank.abstentions,
    noRate: "none",
    overall: (rate) => `Over all rows: ${rate === null ? "none" : `${rate}%`}`,
    noLevel: "—",
    noCount: "—",
    rowsVoid: "(unreadable rows left out)",
    writtenIn: "written in",
    writtenInTogether: "Written in, together",
    outcome: (outcome, kind, rule) =>
      ({
        chosen: kind === "election" ? "elected" : "passed",
        tied: "tied",
        seats_full: "seats full",
        below_threshold: below(kind, rule),
        graded: "graded",
      })[outcome],
    verdict: ({ chosen, tied, seats_left, next }, kind) => {
      const done = chosen > 0 ? `${chosen} ${kind === "election" ? "elected" : "passed"}` : "";
      const then = {
        none: seats_left > 0 ? `${seats_left} left open` : "",
        runoff: `${tied} tied for the last place: they are voted on again`,
        presidium: `${tied} tied for the last place: the presidium decides`,
        further: `${seats_left} still to be filled: a further vote follows`,
      }[next];
      return [done, then].filter((part) => part !== "").join("; ");
    },
    threshold,
    thresholdLine: (rule) => `${threshold(rule)} (line)`,
    foot: {
      present: "Present",
      issued: "Issued",
      returned: "Returned",
      valid: "Valid",
      void: "Void",
      counted: "Counted",
      votes: "",
    },
  },
};
