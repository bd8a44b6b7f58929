import type { Text } from "#ui/text/zh";

export const failed: Text["failures"]["failed"] = {
  not_chosen: ({ path }) =>
    `${path} was not opened: it was chosen in no dialog and is not among the recent files. Choose it with “Open”.`,
  no_session: () => "No session is open. Open one on the start screen.",
  stopped: () =>
    "The program failed inside and can record nothing more. Close it, open the session file again, and look at the last step first.",
  not_found: () => "The file is not there any more. Find it with Open a session file.",
  already_exists: () => "A file of this name exists and was left as it is. Open it, or choose another name.",
  already_open: ({ path }) => `Another window or computer is using ${path}. Close it there first.`,
  another_is_open: ({ title, path }) =>
    `“${title}” is open, so ${path} was not opened. Close the open session under Archive first.`,
  not_a_session: () => "This is no session file. Choose a file ending in .piaojue.",
  interrupted: ({ path }) => `A write to ${path} was interrupted. Open it once, then go on from it.`,
  too_new: () => "A newer version of Piaojue wrote this file. Update the program to open it.",
  damaged: () => "The file is damaged and was left as it is. Open a backup.",
  no_access: () => "You may not read or write this file. Copy it to a folder of your own.",
  disk_full: () => "The disk is full and nothing was recorded. Free some space and try again.",
  disk_failed: ({ said }) => `The disk failed and nothing was recorded. Open a backup elsewhere. (${said})`,
  unsettled: ({ said }) =>
    `The disk failed; whether this step was recorded is not known. Open the session file again and look. (${said})`,
  left_aside: ({ path, aside, said }) =>
    `The file was put aside as ${aside}, and the copy could not take its place as ${path}. Give it back its name, or choose another disk. (${said})`,
  paper_not_kept: () =>
    "The session file does not hold this paper as it was issued. Verify the file, then issue the paper again.",
  paper_not_found: ({ paper }) =>
    `There is no paper ${paper}; another session may be open by now. Open Papers again.`,
  old_sqlite: ({ version }) =>
    `This program carries SQLite ${version}, which can damage files: nothing was opened. Use a released version of Piaojue.`,
  sqlite: ({ said }) =>
    `The session file could not be read or written and nothing was recorded. Try again; if that fails too, open a backup. (${said})`,
  no_chance: () =>
    "The system offers no random numbers: the PIN was not set. Restart the computer and try again.",
  not_written_down: ({ said }) =>
    `This step cannot be written into the record and was not recorded. Tell whoever maintains the program what stands in the brackets. (${said})`,
  loan_damaged: ({ entry }) =>
    `${entry === null ? "The file" : `Entry ${entry} of the file`} was changed or is damaged; it cannot be brought back. Copy it again from the other computer; if that fails too, call it back and key anew.`,
  place_not_writable: ({ path }) =>
    `Nothing can be written to ${path}. Choose another folder, or take off the stick's write protection.`,
  copies_not_writable: ({ path }) =>
    `Nothing can be written to ${path}, so copies go where they went before. Choose another folder, or take the write protection off the stick.`,
  written_not_recorded: ({ path, said }) =>
    `${path} was written, but the session does not say so. Delete the file and take it out again. (${said})`,
  file: ({ said }) => `The file could not be read or written. Try again. (${said})`,
  no_printing: () =>
    "This machine has no printing service and nothing was printed. Open the paper and print it there.",
  no_printer: () =>
    "The system has no default printer and nothing was printed. Set one up, or open the paper and print it there.",
  print_there: () =>
    "What opens PDF files on this computer cannot be told to print. The paper is open there: press Ctrl+P, and choose the actual size.",
  printer: ({ said }) =>
    `It was not printed. Check the printer, or open the paper and print it there. (${said})`,
  viewer: ({ said }) => `The paper is written, but no program opens PDF files. Save it instead. (${said})`,
  paper: ({ said }) => `The paper cannot be set and was not issued. Correct it and issue again. (${said})`,
  not_read: ({ said }) => `The file cannot be read and nothing changed. Correct it and try again. (${said})`,
  not_exported: ({ said }) =>
    `It was not exported. Try again; if that fails too, tell whoever maintains the program what stands in the brackets. (${said})`,
  window: ({ said }) => `The window could not do this. Try again. (${said})`,
};

export const faults: Text["failures"]["faults"] = {
  pages: ({ said }) => `the file's pages do not fit together (${said})`,
  schema: ({ name }) => `${name} was changed by another program`,
  gap: ({ expected }) => `entry ${expected} is missing`,
  hash: () => "it was changed after it was written: its fingerprint does not match",
  time: ({ at }) => `“${at}” is not a time`,
  too_long: ({ most }) => `it is longer than ${most} bytes`,
  too_many: ({ most }) => `there are more than ${most} entries`,
  too_slow: ({ seconds }) => `reading them takes longer than ${seconds} seconds; it was given up`,
  not_as_written: () => "it is not as this program writes it: something stands in it twice, or spaces do",
  event: ({ said }) => `what it says cannot be read (${said})`,
  out_of_place: ({ said }) => `it cannot follow the entries before it (${said})`,
  unaskable: () => "nothing anybody may do could have written it",
  paper_not_issued: ({ sha256 }) => `paper ${sha256} was never issued`,
  paper_missing: ({ paper }) => `paper ${paper} is not in the file`,
  paper_changed: ({ sha256 }) => `paper ${sha256} was changed after it was issued`,
};

export const flaw: Text["failures"]["flaw"] = {
  entry: (seq, fault) => `Entry ${seq}: ${fault}`,
  because: (fault, refusal) => `${fault}: ${refusal}`,
  damaged: (sentence, fault) => `${sentence} (${fault})`,
};
