import type {
  Late,
  LifeHappened,
  Outcome,
  ProjectChange,
  ProjectStanding,
  ProposalWay,
  Screening,
} from "#ui/bindings";
import { dateInWords } from "#ui/text/dates";

const standings: Record<ProjectStanding, string> = {
  collected: "待筛选",
  merged: "已合并",
  kept: "储备",
  left_out: "未采纳",
  candidate: "候选",
  not_chosen: "未通过",
  going: "实施中",
  suspended: "已暂停",
  ended: "已终止",
  completed: "已完成",
};
const ways: Record<ProposalWay, string> = {
  visit: "代表走访",
  station: "联络站",
  online: "线上",
  other: "其他",
};
const screenings: Record<Screening["as"], string> = {
  candidate: "列为候选",
  merged: "合并到另一项",
  kept: "列入储备",
  left_out: "不采纳",
};
const changes: Record<ProjectChange["change"], string> = {
  adjusted: "一般调整",
  major: "重大变更",
  suspended: "暂停实施",
  ended: "终止实施",
  resumed: "恢复实施",
};
const outcomes: Record<Outcome, string> = {
  chosen: "通过",
  tied: "末位同票",
  seats_full: "名额已满",
  below_threshold: "未过半数",
  graded: "已测评",
};

/** 会后：项目从征集到完成 */
export const after = {
  title: "民生实事",
  pagesLabel: "会后各项",
  listLabel: "项目",
  none: "还没有登记项目。征集到的项目在这里逐项登记；选票上已有的项目可以一次接过来。",
  add: "登记项目",
  addHint: "征集到一项登记一项，登记后即有编号",
  take: (title: string, rows: number) => `接过“${title}”上的${rows}项`,
  taken: (rows: number) => `已登记${rows}项`,
  late: (count: number) => `滞后${count}项`,
  onTime: "没有滞后的项目",
  lateMark: "滞后",
  standings,
  ways,
  number: (id: number) => `${id}号`,
  groups: {
    late: "滞后",
    going: "实施中",
    before: "票决以前",
    over: "已经了结",
  },
  reviews: "调度",
  newReview: "开一次调度",
  reviewItem: (title: string, late: number) => (late > 0 ? `${title}（滞后${late}项）` : title),
  pages: { facts: "项目情况", life: "一生", carrying: "监督与进展" },
  acts: {
    facts: "修改内容",
    screen: "筛选",
    supervise: "监督分工",
    plan: "实施计划",
    note: "登记进展",
    change: "调整",
    complete: "完成",
    explain: "未完成说明",
    takeBack: "撤销“完成”",
    table: "导出表格",
  },
  saved: (path: string) => `已导出：${path}`,
  facts: {
    title: "项目情况",
    name: "项目名称",
    place: "实施地点",
    by: "提出人",
    way: "提出方式",
    votes: "赞成票",
    chosenBy: "票决会议",
    ballot: "所在选票",
    into: "并入",
    due: "最后一天",
    noDay: "完成时限看不出是哪一天，逾期算不出来",
    saveNext: "保存，接着登记",
    save: "保存",
    follows: "还没有发出的选票随着改。",
  },
  screening: {
    title: (name: string) => `筛选：${name}`,
    text: "理由由办公室告知提出人，印在《征集情况及筛选说明》里。",
    as: "去向",
    ways: screenings,
    into: "并入哪一项",
    chooseInto: "先选并入哪一项",
    act: "记录筛选结果",
    common: ["与其他项目内容相同", "当年不具备实施条件", "资金没有落实", "不属于民生实事项目范围"],
  },
  supervision: {
    title: (name: string) => `监督分工：${name}`,
    head: "组长",
    members: "成员",
    contact: "联系主席团成员",
    nobody: "（未定）",
    none: "还没有确定监督分工",
    chooseHead: "先选组长",
    save: (count: number) => `确定，共${count}名代表`,
  },
  plan: {
    title: (name: string) => `实施计划：${name}`,
    aims: "目标",
    steps: "分步目标",
    by: (row: number) => `第${row}步的日期`,
    percent: (row: number) => `第${row}步达到的进度`,
    what: (row: number) => `第${row}步做到什么`,
    byHead: "日期",
    percentHead: "达到（%）",
    whatHead: "做到什么",
    addStep: "＋添加一步",
    removeStep: (row: number) => `移除第${row}步`,
    safeguards: "保障措施",
    save: "保存计划",
    none: "还没有实施计划",
  },
  progress: {
    title: (name: string) => `登记进展：${name}`,
    on: "日期",
    percent: "进度（%）",
    paid: "已支付（万元）",
    seen: "现场情况",
    problem: "存在问题",
    seenBy: "到场代表",
    seenByHint: "可以不填；填了就计入代表履职的现场监督",
    who: "整改责任人",
    what: "整改事项",
    by: "整改时限",
    save: "登记",
    last: (percent: number, on: string) => `${dateInWords(on)}：${percent}%`,
    never: "还没有进展记录",
    task: (who: string, what: string, by: string) => `${who ? `${who}` : ""}${dateInWords(by)}前${what}`,
  },
  review: {
    title: "调度",
    lead: "逐项登记进度、支付、现场情况、问题和整改。Tab 到下一格，Enter 到下一项的同一格，Ctrl + S 一次记下全部。没有勾选的项目本次不登记。",
    on: "调度日期",
    chair: "主持人",
    back: "回到项目",
    go: "登记",
    name: "项目",
    percent: "进度%",
    paid: "已付（万元）",
    seen: "现场情况",
    problem: "存在问题",
    who: "谁来改",
    what: "改什么",
    by: "何时前",
    of: (what: string, name: string) => `${name}的${what}`,
    planned: (percent: number) => `计划${percent}%`,
    before: (percent: number) => `上次${percent}%`,
    record: (count: number) => `记下${count}项`,
    again: (count: number) => `更正，共${count}项`,
    none: "没有正在实施的项目。票决结果经总监票人核定以后，通过的项目就列在这里。",
    noDay: "写成 5月1日 或者 2026-5-1",
    halfTask: "整改要写明事项和时限",
    recorded: (title: string, late: number) =>
      late > 0 ? `${title}已记录，滞后${late}项` : `${title}已记录，没有滞后的项目`,
    held: (date: string, chair: string) => `${date}${chair ? `　主持人：${chair}` : ""}`,
    correct: "更正这次调度",
  },
  change: {
    title: (name: string) => `调整：${name}`,
    text: "重大变更、暂停和终止由代表大会作出决定，由主席团公告；其他调整报主席团审查同意。票决时选票上的内容不变。",
    what: "调整种类",
    kinds: changes,
    by: "依据",
    presidium: "主席团",
    noMotion: "还没有大会通过的决定。先在“会场”把议案付表决，通过以后再来登记。",
    on: "决定日期",
    act: "记录调整",
    common: ["施工条件变化", "资金安排变化", "上级规划调整"],
  },
  ending: {
    complete: (name: string) => `完成：${name}`,
    on: "完成日期",
    paid: "实际支付（万元）",
    note: "完成情况和验收结果",
    completeAct: "记录完成",
    explain: (name: string) => `未完成说明：${name}`,
    explainOn: "说明日期",
    why: "未完成的原因",
    next: "下步措施",
    by: "预计完成日期（可以不填）",
    explainAct: "记录说明",
    takeBack: (name: string) => `撤销“完成”：${name}`,
    takeBackText: "项目重新列入实施中，可以继续登记进展。原来的记录都保留。",
    takeBackCommon: ["验收没有通过", "登记有误"],
  },
  lateWords: (late: Late): string => {
    switch (late.late) {
      case "overdue":
        return `完成时限${dateInWords(late.since)}，已逾期${late.days}天`;
      case "behind":
        return `计划${dateInWords(late.by)}达到${late.planned}%，实际${late.percent}%`;
      case "task_overdue":
        return `${late.task.who ? `${late.task.who}应` : ""}${dateInWords(late.task.by)}前${late.task.what}，已逾期${late.days}天`;
      case "silent":
        return `${dateInWords(late.since)}以来${late.days}天没有进展记录`;
    }
  },
  lifeWords: (it: LifeHappened): string => {
    switch (it.what) {
      case "collected":
        return `征集：${ways[it.way]}${it.by ? `，${it.by}提出` : ""}`;
      case "screened":
        return `筛选：${screenings[it.screening.as]}${it.reason ? `。${it.reason}` : ""}`;
      case "voted":
        return `票决：${it.ballot}，赞成${it.votes}票，${outcomes[it.outcome]}`;
      case "noticed":
        return `公告：${it.title}`;
      case "filed":
        return `备案：${it.title}`;
      case "chosen_before":
        return `票决：${it.chosen.session}，赞成${it.chosen.votes}票，通过`;
      case "carried_over":
        return "结转：上次会议没有完成，由本次会议接着监督";
      case "supervised":
        return `监督分工：组长${it.head}`;
      case "planned":
        return `实施计划：${it.steps}步`;
      case "seen":
        return `${it.review ? `第${it.review}次调度` : "进展"}：${it.line.percent}%${it.line.seen ? `。${it.line.seen}` : ""}${it.line.seen_by?.length ? `（${it.line.seen_by.map((one) => one.name).join("、")}到场）` : ""}${it.line.problem ? `。问题：${it.line.problem}` : ""}${it.line.task ? `。整改：${it.line.task.who}${dateInWords(it.line.task.by)}前${it.line.task.what}` : ""}`;
      case "changed":
        return `${changes[it.change.change]}：${it.by}决定。${it.reason}${it.holds ? "" : "（所依据的决定已不成立）"}`;
      case "completed":
        return `完成。${it.completion.note}`;
      case "explained":
        return `未完成说明：${it.explanation.why}${it.explanation.next ? `。下步：${it.explanation.next}` : ""}`;
      case "taken_back":
        return `撤销“完成”：${it.reason}`;
    }
  },
};
