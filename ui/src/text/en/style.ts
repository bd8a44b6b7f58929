import type { Text } from "#ui/text/zh";
import { common } from "./common";

const origins = { beside: "beside the program", user: "the user's", system: "the system's" };

export const style: Text["style"] = {
  title: "Style",
  lead: "Papers issued from now on look as set here. What was issued stays; issue it again where needed.",
  page: "Page",
  grid: "Lines and characters of official papers",
  grids: { standard: "22 lines of 28 characters (national standard)", wide: "20 lines of 25 characters" },
  qr: "QR code at the foot of reports (the whole fingerprint of the record)",
  ballots: "Ballots",
  ballot: "Ballots are printed on",
  sheets: {
    a4: "A4, one ballot a sheet",
    a5: "A5, one ballot a sheet",
    two_a5: "A5, two on a sheet of A4, cut apart",
  },
  same: "as above",
  out: "handed out; stays as it was printed",
  faces: "Faces",
  roles: {
    fang_song: "Body (FangSong 仿宋)",
    kai: "Second headings (Kai 楷体)",
    hei: "First headings, table heads (Hei 黑体)",
    biao_song: "Titles (BiaoSong 小标宋)",
    song: "Figures, page numbers, rare characters (Song 宋体)",
  },
  own: (role) => `The program's own ${common.faceRoles[role]}`,
  found: (family, origin) => `${family} (${origins[origin]})`,
  gone: (family) => `${family} (not on this machine)`,
  missing: (family) =>
    `“${family}” is not on this machine: nothing can be printed so. Install it or choose another.`,
  lent: (characters) => `This face has no “${characters}”; other faces draw them.`,
  only: "No other face was found on this machine",
  folder: (folder) =>
    `To use another face put its file into “${folder}” or install it, then look again. Faces that may not be embedded are not listed.`,
  again: "Look again",
  looked: "Looked for faces again",
  keep: "Keep for later sessions",
  drop: "No longer for later sessions",
  kept: "Kept: new sessions begin with this style",
  dropped: "New sessions begin with the standard style",
  isKept: "New sessions begin with this style",
  preview: "Show",
  specimen: "Specimen",
  restyled: "The style has changed; issue it again to have the new one.",
};
