// 文书印不出来：哪个字、哪份文书，去哪里改。
import type { PaperStop, TextPlace } from "#ui/bindings";
import { common } from "./common";
import { askedTooMuch } from "./limits";

type Stops = { [S in PaperStop["stop"]]: (of: Extract<PaperStop, { stop: S }>) => string };
type Places = { [A in TextPlace["at"]]: (of: Extract<TextPlace, { at: A }>) => string };

/** 字在哪里，去哪里改。 */
export const places: Places = {
  meeting: () => "会议名称或地点",
  deputy: ({ number, name }) => `代表名册第${number}号${name}`,
  person: ({ name }) => `人员“${name}”`,
  title: ({ title }) => `标题“${title}”`,
  row: ({ contest, row, name }) => `“${contest}”第${row}行“${name}”`,
  agenda_item: ({ item }) => `议程“${item}”`,
  line: ({ line }) => `本文书文字的第${line}行`,
  text: ({ text }) => `“${text}”`,
};

export const stops: Stops = {
  missing_character: ({ character, code, place }) =>
    `${placeIn(places, place)}里的“${character}”（${code}）哪种字体都没有，印不出来。请改用别的字，或在“版式”里换有这个字的字体。`,
  face_not_here: ({ role, family, has_namesake }) =>
    has_namesake
      ? `本机的“${family}”与会议记下的${common.faceRoles[role]}字体同名，但不是同一个文件。请装上原来的字体，或在“版式”里另选。`
      : `本机没有会议记下的${common.faceRoles[role]}字体“${family}”。请装上，或在“版式”里另选。`,
  long_name: ({ place, pages, without }) =>
    `${placeIn(places, place)}太长，各行都随它加高，一张票要印${pages}页；改短些只要${without}页。`,
  too_tall: ({ place }) => `${placeIn(places, place)}太长，一页也放不下，印不出来。请改短。`,
  too_much: ({ place, asked }) => `${placeIn(places, place)}：${askedTooMuch(asked)}。文书没有排出。`,
  several_pages: ({ pages }) => `一张票要印${pages}页。请双面印制或装订成一份，发票时逐份核对页数。`,
};

/** What a place is called, in the sentences of a language. */
export function placeIn(sentences: Places, place: TextPlace): string {
  return (sentences[place.at] as (of: TextPlace) => string)(place);
}
