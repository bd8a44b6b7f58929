import type { Text } from "#ui/text/zh";

export const frame: Text["frame"] = {
  round: {
    redo: "Vote again",
    again: "Handed out again",
    runoff: "Runoff",
    time: (time, word) => `${word} (${time})`,
    twin: (twin) => `No. ${twin} of this name`,
  },
  rooms: {
    prepare: "Prepare",
    floor: "Floor",
    count: "Count",
    hall: "Hall",
    papers: "Papers",
    archive: "Archive",
  },
  steps: {
    describe: "Name the session",
    roster: "List the deputies",
    staff: "Appoint the staff",
    ballot: "Set up the ballot",
    print_ballot: "Print the ballot",
    attendance: "Count the people present",
    open: "Hand out the ballots",
    collect: "Collect the ballots",
    announce_collection: "Announce whether the vote is valid",
    first_keying: "First keying",
    second_keying: "Second keying",
    rule: "Compare and rule",
    certify: "Certify the count",
    report: "Issue the count report",
    announce_result: "Announce the result",
    decision: "Issue the decision",
  },
  scenes: {
    welcome: "Welcome",
    agenda: "Agenda",
    attendance: "Attendance",
    options: "What is voted on",
    how_to_mark: "How to mark",
    voting: "Voting",
    collection: "Box result",
    counting: "Counting",
    result: "Result",
    elected: "Chosen",
    hand_motion: "The motion",
    hand_voting: "Voting by hand",
    hand_result: "Result of the motion",
    recess: "Recess",
    line: "A line of your own",
    blank: "Empty ground",
  },
  railLabel: "Rooms",
  stepsLabel: "Steps of the day",
  untitled: "Session without a title",
  present: "Deputies",
  attending: "Present",
  quorum: "Quorum",
  notCounted: "Not counted yet",
  issued: "Issued",
  returned: "Returned",
  first: "First",
  second: "Second",
  hallChip: {
    open: "Open the hall",
    rechecking: (scene) => `${scene} (being checked)`,
    has: {
      nothing: () => "Hall: not open",
      put_away: () => "Hall: minimised",
      wrong_screen: () => "Hall: not on the projector",
      no_answer: () => "Hall: no answer",
      failed: (scene) => `Hall: cannot draw “${scene}”`,
      the_one_before: (scene) => `Hall: changing to “${scene}”`,
      the_pushed: (scene) => `Hall: ${scene}`,
    },
  },
  now: "Now",
  next: "Next",
  allDone: "Every step of the day is done",
  goTo: (room) => `Go to ${room}`,
  waiting: (count) => `${count} waiting`,
  progress: (done, all) => `${done} / ${all}`,
  leave: "Close session",
  otherLanguage: "中文",
  looks: {
    title: "Appearance",
    size: "Size",
    larger: "Larger",
    smaller: "Smaller",
    usual: "Back to 100%",
    sizeHint: "Ctrl with +, − and 0 do the same. In a larger window type is larger too.",
    ground: "Ground",
    grounds: { system: "As the system", light: "Light", dark: "Dark" },
    tick: "Sounds while keying",
    tickHint: "A tick at every sheet, a lower tone at the end of a bundle.",
    kept: "Remembered on this computer only, never in a session's file.",
    done: "Done",
  },
  putAway: "Put away",
  again: {
    title: "The page failed and was opened again",
    text: "Everything recorded is there, nothing of it is lost. What was typed and not saved, and a sheet not finished, have to be typed again.",
    where: (step) => `You are at: ${step}.`,
    goOn: "Go on",
  },
  closing: { title: "A sheet is not finished", close: "Keep the sheet and close", stay: "Go on keying" },
  closingForms: { title: "Some changes are not saved", close: "Close without saving", stay: "Go back" },
  closingHall: { title: "Close the program now?", close: "Close the program", stay: "Stay" },
  hallShowing: (scene) => `The hall is showing “${scene}”; its window closes too.`,
  voteUnderWay: (ballot) =>
    `The result of “${ballot}” is not announced yet. Everything recorded is kept, and you can go on next time.`,
  unsavedForms: (pages) => `Not saved: ${pages.join(", ")}.`,
  copied: "Copy",
  copies: {
    behind: "Copying",
    ready: "Copy stick ready",
    trouble: {
      gone: "Copy stick not there",
      other: "Another stick is in",
      full: "Copy stick is full",
      not_writable: "Copy stick is write-protected",
      failed: "No copy was made",
    },
    why: (trouble) => {
      switch (trouble.code) {
        case "gone":
          return "The stick for the copies is not there. Put it back in and the copy follows by itself; everything recorded is in the session file.";
        case "other":
          return "The stick that is in is not the one for the copies, and was not written on. Put the right one in, or choose another place in the archive room.";
        case "full":
          return "The stick for the copies is full. Make room and the copy follows by itself, or choose another place in the archive room.";
        case "not_writable":
          return `Nothing can be written on the stick for the copies. Take its write protection off, or choose another place in the archive room. (${trouble.said})`;
        case "failed":
          return `No copy was made; it is tried again by itself. If that does not help, choose another place in the archive room. (${trouble.said})`;
      }
    },
  },
  sealed: "Sealed",
  sealedHint: "Sealed: it can be read, printed and exported",
};
