import type { RecountFound } from "#ui/bindings";

const recounts: Record<RecountFound, string> = {
  agrees: "重新计票与核定结果一致，与核定时记下的数字一致",
  agrees_unsaid: "重新计票与核定结果一致；核定时的程序没有记下数字",
  differs: "重新计票与核定结果不一致",
  no_sheets: "人工计票，没有逐张记录可供重新计票",
};

export const archive = {
  file: "会议文件",
  fileHint: "整场会议只有这一个文件：每一步都按顺序记在里面，只增不改。",
  backUp: "另存副本",
  backedUp: (path: string) => `副本已核对并保存到${path}`,
  verify: "核验记录",
  verifyHint:
    "从第一条起重新计算，逐条看是不是按规则写下的；签发的文书重新排出，核定的票重新计一遍。没有被改动，只有与印出的指纹核对才说得了。",
  verified: (entries: number) => `${entries}条记录前后相接，每一条都是按规则可以写下的`,
  between: "、",
  backInTime: (entries: number[]) => `第${entries.join("、")}条的时间早于上一条：可能对过时钟，请核对`,
  papersSame: (same: number) => `${same}件文书按当时的记录重新排出，逐字节相同`,
  papersWrong: (titles: string) => `不是按当时的记录排出的文书：${titles}`,
  papersUnchecked: (unchecked: number, titles: string) =>
    `${unchecked}件文书未核对，由其他版本排出或本机排不出，请与纸面核对：${titles}`,
  recounted: (round: number, title: string, recount: RecountFound) =>
    `第${round}轮${title}：${recounts[recount]}`,
  printed: {
    label: "印出的指纹",
    hint: "计票结果报告单上印的64位，照着输入，空格、大小写都可以；空着就不核对",
    none: "没有与印出的指纹核对：前后相接不等于未被改动",
    of: (entry: number) => `印出的指纹是第${entry}条的：第1至${entry}条未被改动`,
    of_none: "印出的指纹不是其中任何一条的：这不是当时的记录",
    not_whole: "印出的指纹不是64位，没有核对。请照报告单重新输入",
  },
  wrong: (flaw: string) => `会议文件有不对的地方：${flaw}`,
  link: {
    missing: (title: string) => `接续${title}；旁边没有那个文件，没有核对。把它放进同一个文件夹再核验。`,
    joined: (title: string, entries: number, later: number) =>
      `接续${title}：第${entries}条的指纹相符${later > 0 ? `，那边此后又记了${later}条` : ""}`,
    shorter: (title: string, entries: number, path: string, has: number) =>
      `接续中断：会议接在${title}第${entries}条之后，${path}只有${has}条，被截短了，或是较早的副本。请找到完整的文件。`,
    other: (title: string, entries: number, path: string) =>
      `接续中断：${path}第${entries}条的指纹与会议记下的不符，不是${title}当时的记录。请找到原来的文件。`,
    wrong: (title: string, path: string, flaw: string) =>
      `接续中断：${title}的文件${path}有不对的地方：${flaw}`,
    unread: (title: string, why: string) => `接续${title}，没有核对：${why}`,
  },
  head: "记录指纹",
  countFiles: "计票数据文件",
  countFilesHint: "每一轮核定后的逐张数据，供上级核查或用其他程序复算。",
  export: "导出",
  exported: (path: string) => `已导出到${path}`,
  noRounds: "还没有发过选票。",
  round: (round: number) => `第${round}轮`,
  copies: {
    title: "自动副本",
    hint: "每录完一捆、每核定一轮，会议文件在后台复制到另一处，读回核对后才算数；不耽误录入。每场会议留最近的八份。请用优盘，只在这台电脑上记住。",
    choose: "选择存到哪里…",
    another: "换一处…",
    stop: "不再自动复制",
    at: (clock: string) => `${clock}的副本已核对，该存的都在里面。`,
    ready: "优盘在，还没有要存的。",
    sameDisk: "这一处和会议文件在同一个磁盘上：磁盘坏了，两份都没有。请选优盘上的文件夹。",
  },
  sealing: {
    title: "封存会议",
    hint: "会议开完、文书印发齐全后封存：以后不能再记，只能查看、打印和导出。随后把会议文件、全部文书、计票文件、记录和核对方法写成一个存档。",
    seal: "封存…",
    act: "封存，不再记录",
    text: "封存后这场会议不能再有任何记录，也不能解除封存。投票或计票还没有办完的不能封存。",
    common: ["会议闭幕，文书已印发齐全", "会议改期，另建会议文件"],
    sealed: (name: string, when: string, reason: string) =>
      `${name}于${when}封存（${reason}）。只能查看、打印和导出。`,
    write: "写成存档",
    reading: "正在读取会议文件……",
    packing: (done: number, of: number) => `正在写存档：${done} / ${of}个文件`,
    archived: (files: number, path: string) => `存档已核对，${files}个文件，写到${path}`,
  },
  program: "票决台",
  leaveHint: "所有记录都已保存，关闭后随时可以再打开。",
  leave: "关闭会议，回到开始页",
};
