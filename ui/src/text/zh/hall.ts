import type { BlankRow } from "../../bindings/BlankRow";
import type { Outcome } from "../../bindings/Outcome";
import type { Scene } from "../../bindings/Scene";

type SceneName = Scene["scene"];

const scenes: Record<SceneName, string> = {
  welcome: "会议名称",
  agenda: "议程",
  attendance: "到会人数",
  options: "候选项目",
  how_to_mark: "填票说明",
  voting: "正在投票",
  collection: "验票结果",
  counting: "正在计票",
  result: "计票结果",
  elected: "通过名单",
  blank: "空白底",
};

const outcomes: Record<Outcome, string> = {
  chosen: "通过",
  tied: "同票",
  seats_full: "名额已满",
  below_threshold: "未过半",
  graded: "已测评",
};

const blank: Record<BlankRow, string> = { abstain: "弃权", void: "本栏无效", for: "赞成" };

export const hall = {
  heading: "大屏",
  scenes,
  scenesLabel: "大屏画面，按会议顺序",
  session: "会议",
  page: (page: number, pages: number) => `第 ${page} / ${pages} 页`,
  previous: "上一页",
  nextPage: "下一页",
  onScreen: "正显示",
  now: "大屏现在",
  preview: "上屏前预览",
  previewOf: (scene: string) => `预览：${scene}`,
  push: "上屏",
  pushed: "大屏正在显示这个画面",
  notYet: "这个画面还不能上屏",
  announce: "宣布结果并上屏",
  announceLead: "主持人在台上宣布计票结果后，再按这里。宣布后结果不再改变，大屏随即显示结果。",
  toPapers: "去文书打印",
  toCount: "去计票",
  announceAsk: {
    title: "主持人已经宣布计票结果？",
    text: (ballot: string) => `将记录“${ballot}”的结果已经宣布，大屏随即显示计票结果。这一步不能撤回。`,
    yes: "已宣布，上屏",
    no: "还没有",
  },
  openWindow: "打开大屏窗口",
  fullScreen: "大屏全屏",
  leaveFullScreen: "退出全屏",
  windowHint: "把大屏窗口拖到投影上，再按全屏。",

  picture: {
    agenda: "会议议程",
    attendance: {
      title: "到会情况",
      allDeputies: "应到代表",
      present: "实到代表",
      quorum: "法定人数",
      met: "符合法定人数，可以开会",
      unmet: (short: number) => `距法定人数还差 ${short} 人`,
      observers: (observers: number) => `列席 ${observers} 人`,
      person: "人",
    },
    options: (options: number, seats: number) => `${options} 项选 ${seats} 项`,
    optionsAll: (options: number) => `共 ${options} 项`,
    how: {
      title: "填票说明",
      colour: (colour: string) => `${colour}票`,
      nothing: "不画",
      blank,
      at_most: (options: number, seats: number) => `${options} 项中最多选 ${seats} 项，多选无效`,
      exactly: (options: number, seats: number) => `${options} 项中选 ${seats} 项，多选、少选都无效`,
      none: (options: number, seats: number) => `${options} 项，应选 ${seats} 项`,
      each: (options: number) => `共 ${options} 项，逐项填写`,
      grade: (number: number) => `第 ${number} 档`,
    },
    voting: {
      title: "正在投票",
      present: "实到代表",
      issued: "发出选票",
      person: "人",
      sheets: "张",
    },
    collection: {
      title: "验票结果",
      issued: "发出选票",
      returned: "收回选票",
      sheets: "张",
      valid: "本次投票有效",
      void: "本次投票无效",
    },
    counting: "正在计票",
    countingNow: "正在计票，请稍候",
    keyed: "两次录入完成",
    ofReturned: (returned: number) => `共 ${returned} 张`,
    result: "计票结果",
    elected: "通过名单",
    nobody: "没有项目通过",
    columns: { no: "序号", name: "名称", for: "赞成", against: "反对", abstain: "弃权", outcome: "结果" },
    writtenIn: "另选",
    outcomes,
    foot: {
      present: "实到",
      issued: "发出",
      returned: "收回",
      valid: "有效",
      void: "无效",
      counted: "已计",
      needed: "过半数",
      neededLine: "过半数（虚线）",
      votes: "票",
    },
  },
};
