import type { TableFault, TableNote } from "#ui/bindings";
import { t } from "#ui/text/index.svelte";

/** Where it stands, what is wrong, what to do. */
export function faultSentence(fault: TableFault): string {
  const say = t().lists.faults[fault.code] as (of: TableFault) => string;
  const place = t().lists.place(fault.place.line, fault.place.column);
  return place === "" ? say(fault) : `${place}：${say(fault)}`;
}

export function noteSentence(note: TableNote): string {
  const say = t().lists.notes[note.code] as (of: TableNote) => string;
  return say(note);
}
