import type { RecountFound } from "#ui/bindings";
import type { Text } from "#ui/text/zh";

const recounts: Record<RecountFound, string> = {
  agrees: "counted again with the certified result and the figures recorded with it",
  agrees_unsaid: "counted again with the certified result; the program of the time recorded no figures",
  differs: "counted again with another result",
  no_sheets: "counted by hand, no sheets to count again",
};

export const archive: Text["archive"] = {
  file: "Session file",
  fileHint: "The whole session is this one file: every step in order, added and never changed.",
  backUp: "Back up",
  backedUp: (path) => `A verified copy is at ${path}`,
  verify: "Verify the record",
  verifyHint:
    "Computes the chain of entries again and asks of each whether it could have been written; sets the issued papers again and counts the certified votes again. That nothing was changed, only a printed fingerprint can say.",
  verified: (entries) => `${entries} entries, each joined to the one before and possible by the rules`,
  between: ", ",
  backInTime: (entries) =>
    `Entries dated before the one they follow: ${entries.join(", ")}. A clock may have been set; look at them`,
  papersSame: (same) => `${same} papers set again from the record of the time, the same byte for byte`,
  papersWrong: (titles) => `Papers that are not what the record of the time makes: ${titles}`,
  papersUnchecked: (unchecked, titles) =>
    `${unchecked} papers were not checked: set by another version, or not on this machine. Compare them on paper: ${titles}`,
  recounted: (round, title, recount) => `Round ${round}, ${title}: ${recounts[recount]}`,
  printed: {
    label: "Printed fingerprint",
    hint: "The 64 figures on the count report, with or without spaces; leave empty to compare none",
    none: "Not compared with a printed fingerprint: joined is not yet unchanged",
    of: (entry) => `The printed fingerprint is that of entry ${entry}: nothing up to it was changed`,
    of_none: "The printed fingerprint is that of no entry: this is not the record of the time",
    not_whole:
      "The printed fingerprint has not 64 figures; it was not compared. Type it as the report has it",
  },
  wrong: (flaw) => `The session file is not right: ${flaw}`,
  link: {
    missing: (title) =>
      `Goes on from ${title}, whose file is not beside this one: not compared. Put it into the same folder and verify again.`,
    joined: (title, entries, later) =>
      `Goes on from ${title}: the fingerprint of its entry ${entries} agrees${later > 0 ? `; ${later} more were recorded there since` : ""}`,
    shorter: (title, entries, path, has) =>
      `Broken: the session goes on from entry ${entries} of ${title}, and ${path} has only ${has}: cut off, or an earlier copy. Find the whole file.`,
    other: (title, entries, path) =>
      `Broken: entry ${entries} of ${path} has another fingerprint than the session names; it is not the record of ${title} as it stood. Find the file of the time.`,
    wrong: (title, path, flaw) => `Broken: the file of ${title}, ${path}, is not right: ${flaw}`,
    unread: (title, why) => `Goes on from ${title}, not compared: ${why}`,
  },
  head: "Fingerprint of the record",
  countFiles: "Count files",
  countFilesHint: "Every sheet of a certified round, for checking or counting again elsewhere.",
  export: "Export",
  exported: (path) => `Exported to ${path}`,
  noRounds: "No ballots were issued yet.",
  round: (round) => `Round ${round}`,
  copies: {
    title: "Copies by themselves",
    hint: "After every finished bundle and every certified count the session file is copied to a second place in the background, and counts as a copy once it was read back; nobody waits for it. The newest eight of a session stay. Use a stick; only this computer remembers it.",
    choose: "Choose where…",
    another: "Another place…",
    stop: "No more copies",
    at: (clock) => `The copy of ${clock} is verified and has all it should.`,
    ready: "The stick is there, nothing to copy yet.",
    sameDisk:
      "That place is on the disk of the session itself: if the disk fails, both are gone. Choose a folder on a stick.",
  },
  sealing: {
    title: "Seal the session",
    hint: "When the session is over and its papers are issued: nothing can be recorded any more, only read, printed and exported. Then the session file, all papers, count files, the journal and how to check them go into one archive.",
    seal: "Seal…",
    act: "Seal for good",
    text: "Nothing can be recorded in this session after it is sealed, and it cannot be unsealed. A vote that is still open cannot be sealed.",
    common: ["The session is over, its papers are issued", "The session was put off, another file follows"],
    sealed: (name, when, reason) =>
      `Sealed by ${name}, ${when} (${reason}). It can be read, printed and exported.`,
    write: "Write the archive",
    reading: "Reading the session file…",
    packing: (done, of) => `Writing the archive: ${done} of ${of} files`,
    archived: (files, path) => `The archive is verified, ${files} files, at ${path}`,
  },
  program: "Piaojue",
  leaveHint: "Everything is recorded; the session can be opened again at any time.",
  leave: "Close the session",
};
