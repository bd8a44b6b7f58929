import type { Text } from "#ui/text/zh";

type Words = Text["matter"]["projects"];

const seatsOf = (seats: number) => `${seats} ${seats === 1 ? "seat" : "seats"}`;

const projects: Words = {
  option: "Project",
  rows: (rows) => `${rows} projects`,
  seats: (rows, seats) => `choose ${seats} of ${rows} projects`,
  needed: (votes) => `${votes} votes for are needed`,
  count: (count) => `${count}`,
  won: (names) => (names.length === 0 ? "no project passed" : `${names.length} passed`),
  done: "voted on",
  chosen: "passed",
  notChosen: "not passed",
  outcomes: {
    chosen: "passed",
    tied: "level at the cut line",
    seats_full: "all places taken",
    below_threshold: "not passed",
    graded: "graded",
  },
  seatsLeft: (seats) => `${seatsOf(seats)} not filled`,
  tied: (names, seats) => `${names} are level for ${seatsOf(seats)}.`,
  choose: (seats) => `Choose ${seats} as the presidium decided.`,
  next: {
    runoff: "level at the cut line: a runoff follows",
    presidium: "level at the cut line: the presidium decides",
    further: "places left: a further vote follows",
  },
  further: "Further vote",
  accept: "Accept fewer",
  allIn: "All tied pass",
  nextSession: "These places wait for the next session. The decision is recorded and stands.",
  acceptFewer: "These places stay empty. The decision is recorded and stands.",
  seatVacant: "These places stay vacant. The decision is recorded and stands.",
  withdrew: "Tick what was withdrawn; what is level with it passes. The decision is recorded and stands.",
  runoffStands: (names) => `Only those level stand: ${names}; most votes win (Organic Law, article 29).`,
  furtherStands: (names) =>
    `The next by votes stand: ${names}. Others may be listed instead: once the ballot is set up, change it in Prepare.`,
};

const persons: Words = {
  ...projects,
  option: "Candidate",
  rows: (rows) => `${rows} ${rows === 1 ? "candidate" : "candidates"}`,
  seats: (rows, seats) => `elect ${seats} of ${rows} ${rows === 1 ? "candidate" : "candidates"}`,
  won: (names) => (names.length === 0 ? "nobody is elected" : `elected: ${names.join(", ")}`),
  done: "voted on",
  chosen: "elected",
  notChosen: "not elected",
  outcomes: {
    chosen: "elected",
    tied: "level at the cut line",
    seats_full: "not elected (seats taken)",
    below_threshold: "not elected",
    graded: "graded",
  },
  next: { ...projects.next, further: "seats left: a further election follows" },
  further: "Further election",
  allIn: "All tied are elected",
  nextSession: "These seats wait for an election at the next session. The decision is recorded and stands.",
  acceptFewer:
    "The Organic Law, article 29, asks for a further election for seats left over, at this session or the next. If they are really not to be filled, say why and on what ground. The decision is recorded and stands.",
  seatVacant:
    "Nobody is elected now; the seats stay vacant until a by-election. Say why and on what ground. The decision is recorded and stands.",
  withdrew:
    "Tick who withdrew in writing; whoever is level with them is elected. Say why. The decision is recorded and stands.",
  furtherStands: (names) =>
    `The next by votes stand: ${names}. Others may be nominated anew: once the ballot is set up, change it in Prepare (Organic Law, article 29).`,
};

const grades: Words = { ...projects, option: "Item", rows: (rows) => `${rows} items`, done: "graded" };

const motion: Words = {
  ...projects,
  option: "Motion",
  rows: (rows) => `${rows} motion${rows === 1 ? "" : "s"}`,
  won: (names) => (names.length === 0 ? "not passed" : "passed"),
};

export const matter: Text["matter"] = { projects, persons, grades, motion };
