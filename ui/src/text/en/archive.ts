import type { Text } from "#ui/text/zh";

export const archive: Text["archive"] = {
  file: "Session file",
  fileHint: "The whole session is this one file: every step in order, added and never changed.",
  backUp: "Back up",
  backedUp: (path) => `A verified copy is at ${path}`,
  verify: "Verify the record",
  verifyHint: "Computes the chain of entries again from the first to the last.",
  verified: (entries) => `${entries} entries, each follows from the one before`,
  wrong: (flaw) => `The session file is not right: ${flaw}`,
  head: "Fingerprint of the record",
  countFiles: "Count files",
  countFilesHint: "Every sheet of a certified round, for checking or counting again elsewhere.",
  export: "Export",
  exported: (path) => `Exported to ${path}`,
  noRounds: "No ballots were issued yet.",
  round: (round) => `Round ${round}`,
  program: "Piaojue",
  leaveHint: "Everything is recorded; the session can be opened again at any time.",
  leave: "Close the session",
};
