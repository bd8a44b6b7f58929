import type { Ballot, Refusal, RoundId, StepName } from "#ui/bindings";

/** The rooms in the order of the day. */
export const rooms = ["prepare", "floor", "count", "hall", "papers", "after", "archive"] as const;
export type Room = (typeof rooms)[number];

class Navigation {
  room = $state<Room>("prepare");
  /** The step whose page is open in a room of several pages; null where none is. */
  step = $state<StepName | null>(null);
  /** The count that is chosen at the counting table; null where the day's own is meant. */
  count = $state<RoundId | null>(null);

  /** A ballot to be completed in Prepare before it can be saved; null where none waits. */
  toComplete = $state.raw<Ballot | null>(null);

  goTo(room: Room, step: StepName | null = null): void {
    this.room = room;
    this.step = step;
  }

  goToNominate(ballot: Ballot): void {
    this.toComplete = ballot;
    this.goTo("prepare", "ballot");
  }

  goToCount(round: RoundId): void {
    this.count = round;
    this.goTo("count");
  }
}

export const navigation = new Navigation();

/** Where each step of the day is done. */
export const roomOfStep: Record<StepName, Room> = {
  describe: "prepare",
  roster: "prepare",
  staff: "prepare",
  ballot: "prepare",
  print_ballot: "papers",
  attendance: "floor",
  open: "floor",
  collect: "floor",
  announce_collection: "floor",
  first_keying: "count",
  second_keying: "count",
  rule: "count",
  certify: "count",
  report: "papers",
  announce_result: "hall",
  decision: "papers",
};

/** Where that which a refusal asks for is done; nothing where it is put right on the spot. */
export const roomOfRefusal: Partial<Record<Refusal["code"], Room>> = {
  session_not_described: "prepare",
  not_on_the_staff: "prepare",
  staff_missing: "prepare",
  no_agenda: "prepare",
  no_past_projects: "prepare",
  roster_empty: "prepare",
  ballot_not_printed: "papers",
  report_not_printed: "papers",
  attendance_not_counted: "floor",
  attendance_to_count_again: "floor",
  no_quorum: "floor",
  not_collected: "floor",
  collection_not_announced: "floor",
  vote_is_void: "floor",
  nothing_returned: "floor",
  bundle_is_keyed: "count",
  result_not_announced: "floor",
  hand_vote_not_put: "floor",
  pass_not_whole: "count",
  differences_open: "count",
  sections_open: "count",
  sheets_not_settled: "count",
  not_certified: "count",
};
