import type { BallotSheet, FaceOrigin, FaceRole, PaperGrid } from "#ui/bindings";
import { common } from "./common";

const grids: Record<PaperGrid, string> = {
  standard: "每页22行、每行28字（国家标准）",
  wide: "每页20行、每行25字",
};
const sheets: Record<BallotSheet, string> = {
  a4: "A4，一张纸一张票",
  a5: "A5，一张纸一张票",
  two_a5: "A5，一张A4印两张，沿线裁开",
};
const roles: Record<FaceRole, string> = {
  fang_song: "正文（仿宋）",
  kai: "二级标题、题注（楷体）",
  hei: "一级标题、表头（黑体）",
  biao_song: "标题（小标宋）",
  song: "数字、页码、少用字（宋体）",
};
const origins: Record<FaceOrigin, string> = {
  beside: "程序旁的字体",
  user: "本用户的字体",
  system: "系统字体",
};

export const style = {
  title: "版式",
  lead: "以后签发的文书按这里的版式排印；已经签发的不变，需要时重新签发。",
  page: "页面",
  grid: "公文的行数、字数",
  grids,
  qr: "报告单页脚印二维码（内容是记录指纹全文）",
  ballots: "选票",
  ballot: "选票用纸",
  sheets,
  same: "与上面相同",
  out: "已经发出，票面不再改变",
  faces: "字体",
  roles,
  own: (role: FaceRole) => `程序自带的${common.faceRoles[role]}`,
  found: (family: string, origin: FaceOrigin) => `${family}（${origins[origin]}）`,
  gone: (family: string) => `${family}（本机没有）`,
  missing: (family: string) => `本机没有“${family}”，按这个版式不能印。请装上，或者另选。`,
  lent: (characters: string) => `这种字体没有“${characters}”，这些字由别的字体代替。`,
  only: "本机没有找到可用的其他字体",
  folder: (folder: string) =>
    `要用别的字体，把字体文件放进“${folder}”，或者装进系统，再重新查找。不许嵌入的字体不列出。`,
  again: "重新查找",
  looked: "已重新查找字体",
  keep: "存为本单位的版式，以后沿用",
  drop: "以后不再沿用",
  kept: "已存为本单位的版式，以后新建的会议沿用",
  dropped: "以后新建的会议用标准版式",
  isKept: "以后新建的会议沿用现在的版式",
  preview: "看哪份文书",
  specimen: "样张",
  restyled: "版式改过，重新签发后按新版式。",
};
