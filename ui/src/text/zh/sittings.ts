import type { ItemKind, SittingKind, SittingName } from "#ui/bindings";
import { leaves } from "./common";

const kinds: Record<SittingKind, string> = {
  preparatory: "预备会议",
  presidium: "主席团会议",
  plenary: "全体会议",
};
const items: Record<ItemKind, string> = {
  report: "报告",
  motion: "表决",
  ballot: "投票",
  evaluation: "测评",
  nomination: "提名",
  oath: "宣誓",
  other: "其他",
};

const figures = "零一二三四五六七八九";
/** 1 到 99，写成汉字 */
function inWords(number: number): string {
  const [tens, ones] = [Math.floor(number / 10), number % 10];
  const ten = tens === 0 ? "" : `${tens === 1 ? "" : figures[tens]}十`;
  return ten + (ones === 0 && tens > 0 ? "" : figures[ones]);
}

/** 会次：安排、议程、点名 */
export const sittings = {
  intro:
    "一次会议分几次开：预备会议、主席团会议、全体会议。各项议程排在哪一次会上，选票和议案挂在哪一项下面；主持词、会议记录、会场和大屏的次序都照此安排。",
  kinds,
  name: ({ kind, number }: SittingName): string => {
    if (number === null) return kinds[kind];
    if (kind === "preparatory") return `预备会议（${inWords(number)}）`;
    return kind === "presidium" ? `主席团第${inWords(number)}次会议` : `第${inWords(number)}次全体会议`;
  },
  kind: "会次",
  day: "日期",
  begins: "时间",
  venue: "地点",
  venueHint: "不填即会议地点",
  chairs: "执行主席",
  items: "议程",
  item: (number: number) => `第${number}项`,
  itemHint: "议程内容，不写序号",
  itemKind: (number: number) => `第${number}项的种类`,
  itemKinds: { by_words: "照文字", ...items },
  hang: (number: number) => `第${number}项下面的表决`,
  hangNothing: "＋表决",
  unhang: (title: string) => `不再挂“${title}”`,
  gone: "已不在的表决",
  addItem: "＋添加一项议程",
  removeItem: (number: number) => `移除第${number}项`,
  add: "＋添加会次",
  remove: (name: string) => `移除${name}`,
  removed: (name: string) => `已移除${name}，保存后生效`,
  planned: "议程已排在“会次”里，请到那里修改。",
  toPlan: "去“会次”",
  came: (present: number, expected: number) => `已点名：在场${present}名，应到${expected}名`,

  presidium: {
    title: "主席团成员",
    none: "还没有确定。主席团在预备会议上选出；主席团会议要有全体成员的过半数出席。",
    choose: "选定成员",
    ask: "选定主席团成员",
    of: (count: number) => `${count}名`,
    save: (count: number) => `选定${count}名`,
  },

  roll: {
    button: "按名册点名",
    title: "点名",
    of: "哪一次会",
    lead: "勾选到会的代表；没有勾选的按缺席记。名字只写进出席名单和会议记录，与选票无关。",
    all: "全部到会",
    none: "全部清除",
    delegation: "全团到会",
    state: (name: string) => `${name}的出席情况`,
    states: {
      absent: "缺席",
      present: "出席",
      late: "迟到",
      left: "早退",
      sick: `请假（${leaves.sick}）`,
      personal: `请假（${leaves.personal}）`,
      official: `请假（${leaves.official}）`,
    },
    hour: (name: string) => `${name}的时间`,
    hourMissing: "先填写迟到、早退的时间",
    noDelegation: "未分团",
    observers: "列席",
    figures: (present: number, excused: number, absent: number) =>
      `在场${present}名，请假${excused}名，缺席${absent}名`,
    quorum: (needed: number) => `法定人数${needed}名，已达到`,
    majority: (needed: number, members: number) => `全体成员${members}名，过半数为${needed}名，已达到`,
    short: (needed: number) => `不足法定人数${needed}名，不能开会`,
    shortOfMajority: (needed: number, members: number) =>
      `全体成员${members}名，不足过半数${needed}名，不能开会`,
    record: (present: number) => `登记到会${present}名`,
    noPlan: "点名前先保存会次安排",
    planFirst: "安排会次",
    nobody: "名册上还没有代表",
  },
};
