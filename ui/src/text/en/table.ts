import type { Text } from "../zh";

export const table: Text["table"] = {
  totals: {
    no: "No.",
    name: "Name",
    for: "For",
    against: "Against",
    abstain: "Abstain",
    void: "Void row",
    total: "Total",
    valid: "Valid",
    voidSections: "Void",
    cell: (row, column) => `Row ${row}, ${column}`,
    hint: "Copy every number from the tally sheet. A cell without strokes may stay empty and counts as 0. ↓ ↑ change the row, Tab the cell.",
    writeIns: "Names written in",
    writeInName: "Name",
    writeInVotes: "Votes for",
    addWriteIn: "Add a name",
    contest: (title) => `“${title}”`,
  },

  handTally: {
    heading: "Tally by hand",
    missing:
      "This ballot asks for a tally by hand beside the keying. A scrutineer enters its totals, which must agree.",
    entered: "The totals are entered. They are compared once both keyings are whole and ruled on.",
    agrees: "The tally by hand and the keyed count agree.",
    differs: (figures) => `The tally by hand and the keyed count differ in ${figures} numbers`,
    ruled: "Ruled by the chief scrutineer: the keyed count stands.",
    enter: "Enter the tally by hand",
    again: "Enter it anew",
    title: "Totals of the tally by hand",
    save: "Record the totals",
    contest: "Contest",
    figure: "Number",
    hand: "By hand",
    keyed: "Keyed",
    rule: "The keyed count stands",
    ruleTitle: "The chief scrutineer rules that the keyed count stands",
    ruleText:
      "Compare the tally sheet with the papers once more first. The ruling holds only for these differences: any change asks again.",
    common: ["A stroke was forgotten", "A stroke too many", "A stroke in the wrong row"],
    figures: {
      valid: "valid",
      void: "void",
      of: (row, name, word) => `Row ${row}, ${name}: ${word}`,
      writeIn: (name) => `written in: ${name}`,
    },
  },

  handCount: {
    button: "Count by hand instead",
    hint: "If the computer can no longer be used, count on the printed tally sheet and enter the totals here. The result says that it was counted by hand.",
    title: "Count by hand",
    text: "From now on these totals are the result of the round and keying stops. There are no sheets, so no count file can be exported.",
    reason: "Why it is counted by hand",
    common: ["Power cut", "The computer failed", "Too few tellers"],
    save: "These totals count",
    counted: (name, at, reason) => `Counted by hand: entered by ${name} at ${at}. Reason: ${reason}`,
    withdraw: "Withdraw the count by hand",
    withdrawTitle: "Withdraw the count by hand and go on keying",
    withdrawText: "The totals no longer count. What was keyed is kept, and keying goes on where it stopped.",
    withdrawCommon: ["The power is back", "Wrong totals"],
  },

  reopening: {
    button: "Open the count again",
    title: "The chief scrutineer opens the count again",
    text: "The certificate no longer holds and the papers that rest on it are superseded: certify, sign and announce again. The hall keeps its picture until another one is pushed.",
    common: ["A deputy objected", "A keying error was found", "A number was recorded wrongly"],
    history: "History of the count",
    was: (certifier, certifiedAt, by, at, reason) =>
      `Certified by ${certifier} at ${certifiedAt}; opened again by ${by} at ${at}. Reason: ${reason}`,
    announced: " (the result had been announced)",
  },

  sendBack: {
    button: "Send back",
    title: (bundle) => `Bundle ${bundle} is sent back and keyed anew`,
    text: "What was keyed of it in this pass and every ruling on it no longer count. Whoever takes it starts with sheet 1.",
    common: ["Both keyings have the same error", "The sheets got out of order"],
  },
};
