// Titles broken by sense, as on the papers: between the parts of a session's name, before what a motion is about, at a bracket.
const BREAKS =
  /(?=第[一二三四五六七八九十百零〇\d]+届)|(?<=人民代表大会)|(?<=次会议)|(?=关于)|(?=（)|(?<=[，、；：])|(?<=\d年度)/u;

/** Returns the parts of a title that are not broken in their middle where there is room for them. */
export function parts(title: string): string[] {
  return title.split(BREAKS).filter((part) => part !== "");
}
