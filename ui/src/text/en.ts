import { about } from "./en/about";
import { after } from "./en/after";
import { archive } from "./en/archive";
import { ballot } from "./en/ballot";
import { blank } from "./en/blank";
import { checklist } from "./en/checklist";
import { common } from "./en/common";
import { count } from "./en/count";
import { failures } from "./en/failures";
import { floor } from "./en/floor";
import { frame } from "./en/frame";
import { guide } from "./en/guide";
import { hall } from "./en/hall";
import { hand } from "./en/hand";
import { help } from "./en/help";
import { lists } from "./en/lists";
import { matter } from "./en/matter";
import { papers } from "./en/papers";
import { prepare } from "./en/prepare";
import { proposals } from "./en/proposals";
import { record } from "./en/record";
import { rehearsal } from "./en/rehearsal";
import { sittings } from "./en/sittings";
import { start } from "./en/start";
import { style } from "./en/style";
import { table } from "./en/table";
import type { Text } from "./zh";

export const en: Text = {
  about,
  after,
  archive,
  ballot,
  blank,
  checklist,
  common,
  count,
  failures,
  floor,
  frame,
  guide,
  hall,
  hand,
  help,
  lists,
  matter,
  papers,
  prepare,
  rehearsal,
  proposals,
  record,
  sittings,
  start,
  style,
  table,
};
