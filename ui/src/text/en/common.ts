import type { Leave } from "#ui/bindings";
import type { Text } from "#ui/text/zh";

const leaves: Record<Leave, string> = {
  sick: "excused, ill",
  personal: "excused, personal",
  official: "excused, on duty",
};

export const common: Text["common"] = {
  program: "Piaojue",
  save: "Save",
  cancel: "Cancel",
  close: "Close",
  open: "Open",
  add: "Add",
  remove: "Remove",
  edit: "Edit",
  restore: "Discard changes",
  yes: "Yes",
  no: "No",
  none: "None",
  loading: "Reading",
  saved: "Saved",
  unsaved: "Some changes are not saved yet",
  enter: "Enter",
  date: (year, month, day) => `${year}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`,
  noHour: "Write it as 14:30",
  dateHint: "For example 2026-01-16",
  roles: {
    secretary: "Secretary",
    chief_scrutineer: "Chief scrutineer",
    scrutineer: "Scrutineer",
    teller: "Teller",
  },
  faceRoles: {
    fang_song: "FangSong (仿宋)",
    kai: "Kai (楷体)",
    hei: "Hei (黑体)",
    biao_song: "title (小标宋)",
    song: "Song (宋体)",
  },
  symbols: { circle: "Circle", cross: "Cross", tick: "Tick", triangle: "Triangle" },
  marks: {
    for: "For",
    against: "Against",
    abstain: "Abstain",
    blank: "Blank",
    illegible: "Illegible",
    multiple: "Several marks",
  },
  numberFault: (fault) => {
    if (fault.code === "fraction") return "A whole number is needed, without decimals";
    if (fault.code === "negative") return "It cannot be less than nothing";
    if (fault.code === "not_figures") return "Figures only, for example 19";
    return fault.code === "too_small" ? `At least ${fault.least}` : `At most ${fault.most}`;
  },
  absence: (why) => {
    if (why.absence === "left") return `left at ${why.at.slice(0, 5)}`;
    return why.absence === "excused" ? leaves[why.leave] : "not there when the roll was called";
  },
  comma: ", ",
  reasonAsk: {
    who: "Who does this",
    chooseWho: "Choose who",
    reason: "Reason (kept in the record)",
    giveReason: "Give a reason",
  },
};
