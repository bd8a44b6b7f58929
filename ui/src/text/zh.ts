// 中文文字，分室存放；所有句子在此统一加上中西文间的细空格。
import { spacedAll } from "./spaced";
import { about } from "./zh/about";
import { after } from "./zh/after";
import { archive } from "./zh/archive";
import { ballot } from "./zh/ballot";
import { blank } from "./zh/blank";
import { checklist } from "./zh/checklist";
import { common } from "./zh/common";
import { count } from "./zh/count";
import { failures } from "./zh/failures";
import { floor } from "./zh/floor";
import { frame } from "./zh/frame";
import { guide } from "./zh/guide";
import { hall } from "./zh/hall";
import { hand } from "./zh/hand";
import { help } from "./zh/help";
import { lists } from "./zh/lists";
import { matter } from "./zh/matter";
import { papers } from "./zh/papers";
import { prepare } from "./zh/prepare";
import { proposals } from "./zh/proposals";
import { record } from "./zh/record";
import { rehearsal } from "./zh/rehearsal";
import { sittings } from "./zh/sittings";
import { start } from "./zh/start";
import { style } from "./zh/style";
import { table } from "./zh/table";

export const zh = spacedAll({
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
});

/** Words of one language stand for the words of any. */
type Worded<T> = T extends string
  ? string
  : T extends (...of: infer A) => string
    ? (...of: A) => string
    : { [K in keyof T]: Worded<T[K]> };

/** The shape every language has. */
export type Text = Worded<typeof zh>;
