import type {
  AbstentionWord,
  BlankRow,
  HallKind,
  HallThreshold,
  HallVerdict,
  Next,
  Outcome,
  OverCap,
  Theme,
  WriteIns,
} from "#ui/bindings";
import { blank } from "./blank";

const writeIns: Record<Exclude<WriteIns, "none">, string> = {
  needs_against: "反对的，可以另选他人",
  allowed: "反对、弃权的，可以另选他人",
};

const below = (kind: HallKind, threshold: HallThreshold | null) => {
  if (kind === "motion") return "未通过";
  if (threshold) return threshold.majority ? "未过半" : "票数不够";
  return kind === "election" ? "未当选" : "未通过";
};

const over = (overCap: OverCap | null) => (overCap === null || overCap === "flag" ? "" : "，多选无效");

const themes: Record<Theme, string> = { red: "深红底", light: "浅色底（会场明亮时）" };

export const hall = {
  heading: "大屏",
  scenesLabel: "大屏画面，按会议顺序",
  session: "会议",
  page: (page: number, pages: number) => `第 ${page} / ${pages} 页`,
  previous: "上一页",
  nextPage: "下一页",
  onScreen: "正显示",
  now: "大屏现在",
  nowUnseen: "已上屏，会场还看不到",
  preview: "上屏前预览",
  previewOf: (scene: string) => `预览：${scene}`,
  push: "上屏",
  pushed: "大屏正在显示这个画面",
  pushedOnly: "已上屏，未显示",
  pushedUnseen: "这个画面已经上屏，但会场还看不到",
  due: "该上屏",
  notYet: "这个画面还不能上屏",
  broken: "这个画面画不出来，请不要上屏。请换一个画面，并检查这张票的内容。",
  blank: "变空白底",
  back: "恢复画面",
  rechecking: (ballot: string) =>
    `“${ballot}”的结果正在重新核票。大屏上原来的结果已标明“复核中”，请换一个画面，或等重新宣布。`,
  announce: "宣布结果并上屏",
  announceLead: "上面就是宣布后会场看到的结果，请逐页看过。主持人在台上宣布后，再按这里。",
  own: {
    until: "几点继续",
    note: "另加一行（可不填）",
    line: "上屏的一行文字",
  },
  toPapers: "去文书打印",
  toCount: "去计票",
  announceAsk: {
    title: "主持人已经宣布计票结果？",
    text: (ballot: string) =>
      `将记录“${ballot}”的结果已经宣布，大屏随即显示计票结果。宣布以后，只有总监票人说明理由重新核票才能改变，那时大屏会标明“复核中”。`,
    yes: "已宣布，上屏",
    no: "还没有",
  },
  contest: (title: string) => `表决内容：${title}`,
  contests: "选择哪一项",
  look: {
    heading: "画面",
    theme: "底色",
    themes,
    turning: "翻页",
    byHand: "手工翻页",
    every: (seconds: number) => `每 ${seconds} 秒翻页`,
  },
  window: {
    heading: "大屏窗口",
    open: "打开大屏窗口",
    close: "关闭大屏窗口",
    fullScreen: "大屏全屏",
    leaveFullScreen: "退出全屏",
    which: "放在哪块屏幕",
    screen: (name: string, width: number, height: number) => `${name}（${width} × ${height}）`,
    closed: "大屏窗口没有打开。按 F9 打开，画面和位置与关闭前相同。",
    wrongScreen: "大屏窗口在本机屏幕上，会场看不到。请按“大屏全屏”，放到投影上。",
    putAway: "大屏窗口被最小化了，会场看不到。请按“打开大屏窗口”。",
    noAnswer: "大屏窗口没有响应。请关掉它，再按“打开大屏窗口”。",
    covers: (name: string) => `大屏在“${name}”上全屏。`,
    asWindow: "大屏用窗口显示。",
    noScreen:
      "只找到一块屏幕，或者投影与本机画面相同：大屏用右上角的小窗口显示，不遮住操作画面；按 Esc 或 F9 关闭。要全屏，请把投影设为“扩展”。",
    lost: "大屏所在的屏幕断开了，大屏已退出全屏，回到窗口。接好投影后，请到“大屏”再按全屏。",
  },

  picture: {
    agenda: "会议议程",
    past: (year: number, done: number, all: number) => `${year}年度民生实事项目　共${all}项，已完成${done}项`,
    pastDone: "已完成",
    pastOpen: "未完成",
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
    options: (options: number, seats: number, kind: HallKind) =>
      kind === "election" ? `候选人 ${options} 名，应选 ${seats} 名` : `${options} 项选 ${seats} 项`,
    optionsAll: (options: number) => `共 ${options} 项`,
    how: {
      title: "填票说明",
      colour: (colour: string) => `${colour}票`,
      blank: (row: BlankRow, word: AbstentionWord) => `不画符号的，${blank.row(row, word)}`,
      writeIns,
      at_most: (options: number, seats: number, kind: HallKind, overCap: OverCap | null) =>
        `${kind === "election" ? `候选人 ${options} 名，最多选 ${seats} 名` : `${options} 项中最多选 ${seats} 项`}${over(overCap)}`,
      exactly: (options: number, seats: number, kind: HallKind, overCap: OverCap | null) =>
        `${kind === "election" ? `候选人 ${options} 名，选 ${seats} 名` : `${options} 项中选 ${seats} 项`}${over(overCap)}`,
      none: (options: number, seats: number, kind: HallKind, _overCap: OverCap | null) =>
        kind === "election" ? `候选人 ${options} 名，应选 ${seats} 名` : `${options} 项，应选 ${seats} 项`,
      each: (options: number) => `共 ${options} 项，逐项填写`,
      motion: "在表决栏画一种符号",
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
    rechecking: "复核中　以重新宣布的结果为准",
    recess: "休会",
    until: (hour: string) => `${hour} 继续开会`,
    counting: "正在计票",
    zero: "计票前清零，各项计数均为零",
    countingNow: "正在计票，请稍候",
    keyed: "两次录入完成",
    ofReturned: (returned: number) => `共 ${returned} 张`,
    resultOf: (title: string) => `${title}结果`,
    electedOf: (title: string, kind: HallKind) => `${title}　${kind === "election" ? "当选" : "通过"}名单`,
    nobody: (kind: HallKind) => (kind === "election" ? "没有候选人当选" : "没有项目通过"),
    hand: {
      voting: "正在表决",
      body: { congress: "全体代表", presidium: "主席团" },
      way: { hands: "举手表决", keypads: "表决器表决", acclamation: "鼓掌通过" },
      all: { congress: "全体代表", presidium: "主席团" },
      present: "实到",
      notPressed: "未按",
      needed: "通过须赞成",
      acclamation: "鼓掌表决",
      foot: { hands: "赞成多于反对即通过", keypads: "赞成多于反对即通过", acclamation: "鼓掌通过，不计票数" },
      for: "赞成",
      against: "反对",
      abstain: "弃权",
      person: "人",
      passed: "通过",
      rejected: "未通过",
    },
    columns: {
      no: "序号",
      name: "名称",
      for: "赞成",
      against: "反对",
      abstain: "弃权",
      rate: "满意率",
      level: "等次",
      outcome: "结果",
    },
    abstentions: blank.abstentions,
    noRate: "无",
    overall: (rate: string | null) => `总体满意率　${rate === null ? "无" : `${rate}%`}`,
    noLevel: "—",
    noCount: "—",
    rowsVoid: "（看不清的栏未计入）",
    writtenIn: "另选",
    writtenInTogether: "另选他人合计",
    outcome: (outcome: Outcome, kind: HallKind, threshold: HallThreshold | null) => {
      const words: Record<Outcome, string> = {
        chosen: kind === "election" ? "当选" : "通过",
        tied: "同票",
        seats_full: "名额已满",
        below_threshold: below(kind, threshold),
        graded: "已测评",
      };
      return words[outcome];
    },
    /** What the result comes to, and what the law asks for next (组织法 29). */
    verdict: ({ chosen, tied, seats_left, next }: HallVerdict, kind: HallKind) => {
      const unit = kind === "election" ? "名" : "项";
      const done = chosen > 0 ? `${kind === "election" ? "当选" : "通过"} ${chosen} ${unit}` : "";
      const then: Record<Next, string> = {
        none: seats_left > 0 ? `缺额 ${seats_left} ${unit}` : "",
        runoff: `末位 ${tied} ${unit}同票，须再次投票`,
        presidium: `末位 ${tied} ${unit}同票，由主席团决定`,
        further: `${seats_left} ${unit}未选出，须${kind === "election" ? "另行选举" : "再次票决"}`,
      };
      return [done, then[next]].filter((part) => part !== "").join("，");
    },
    threshold: (threshold: HallThreshold) => threshold.label,
    thresholdLine: (threshold: HallThreshold) => `${threshold.label}（虚线）`,
    foot: {
      present: "实到",
      issued: "发出",
      returned: "收回",
      valid: "有效",
      void: "无效",
      counted: "已计",
      votes: "票",
    },
  },
};
