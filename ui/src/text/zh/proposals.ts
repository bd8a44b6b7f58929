import type {
  AnswerClass,
  MayFollow,
  ProposalGrade,
  ProposalPeriod,
  ProposalSort,
  ProposalState,
  ProposalStep,
} from "#ui/bindings";

const sorts: Record<ProposalSort, string> = { suggestion: "建议、批评和意见", bill: "议案" };
const shortSorts: Record<ProposalSort, string> = { suggestion: "建议", bill: "议案" };
const periods: Record<ProposalPeriod, string> = { session: "会议期间", between: "闭会期间" };
const states: Record<ProposalState, string> = {
  filed: "已登记",
  withdrawn: "已撤回",
  on_agenda: "列入议程",
  turned: "转作建议，待交办",
  handed: "办理中",
  answered: "已答复，待代表反馈",
  disputed: "不满意，待重新办理",
  settled: "已办结",
  closed: "已作说明",
};
const acts: Record<MayFollow, string> = {
  put_on_agenda: "列入议程",
  turned_into_suggestion: "转作建议",
  handed_over: "交办",
  answered: "登记答复",
  deadline_extended: "延期",
  feedback_given: "登记代表意见",
  closed: "作说明结案",
  withdrawn: "撤回",
  corrected: "修改",
};
const done: Record<ProposalStep["step"], string> = {
  withdrawn: "撤回",
  put_on_agenda: "列入议程",
  turned_into_suggestion: "转作建议",
  handed_over: "交办",
  deadline_extended: "延期",
  answered: "答复",
  feedback_given: "代表意见",
  closed: "作说明结案",
};
const classes: Record<AnswerClass | "none", string> = {
  none: "不分类",
  a: "A：已经解决或者基本解决",
  b: "B：正在解决或者列入计划解决",
  c: "C：暂时不能解决或者留作参考",
};
const grades: Record<ProposalGrade, string> = {
  satisfied: "满意",
  basically: "基本满意",
  dissatisfied: "不满意",
};

/** 议案、建议：登记、交办、答复、反馈 */
export const proposals = {
  title: "议案建议",
  sorts,
  shortSorts,
  periods,
  states,
  acts,
  done,
  classes,
  grades,
  none: "还没有登记议案、建议。逐件登记，或者导入办公室的表格。",
  figures: (all: number, open: number, near: number) => `共${all}件，未办结${open}件，十五日内到期${near}件`,
  late: (late: number) => `逾期${late}件`,
  register: "登记",
  registerTitle: "登记议案、建议",
  correctTitle: (number: number) => `修改第${number}号`,
  registered: (number: number) => `已登记第${number}号`,
  evaluate: (rows: number) => `建立测评票（${rows}件）`,
  table: "导出办理情况表",
  back: "回到列表",
  open: (number: number, title: string) => `打开第${number}号：${title}`,
  act: (act: string, number: number) => `${act}：第${number}号`,

  number: "编号",
  sort: "类别",
  name: "标题",
  text: "内容",
  mover: "领衔代表",
  seconders: "附议代表",
  secondersHint: (needed: number) => `议案须有代表${needed}人以上联名，领衔代表算在内`,
  filedOn: "提出日期",
  period: "提出时间",
  unit: "承办单位",
  person: "承办人",
  due: "办理期限",
  state: "状态",
  handedOn: "交办日期",
  carried: (meeting: number, proposal: number) => `第${meeting}次会议第${proposal}号，结转`,
  times: (times: number) => `第${times}次办理`,
  by: (name: string, seconders: number) => (seconders > 0 ? `${name}等${seconders + 1}人` : name),
  is: {
    late: (days: number) => `逾期${days}天`,
    running: (days: number) => (days === 0 ? "今天到期" : `还有${days}天`),
  },

  day: "日期",
  item: "列在哪一项议程下面",
  itemOpen: "议程还没有排",
  dueHint: "自交办之日起三个月以内",
  dueLater: (latest: string) => `最迟${latest}，自交办之日起六个月`,
  answerClass: "办理类别",
  answerText: "答复内容",
  answerHint: "可以只登记日期，答复件另存",
  grade: "代表意见",
  note: "代表的意见和要求",
  reason: "理由",
  life: "办理经过",
  filed: (period: string) => `${period}提出`,
  papers: "文书",
  units: (unit: string, person: string, due: string) =>
    `${unit}${person === "" ? "" : `（${person}）`}，期限${due}`,
  extendedTo: (due: string, reason: string) => `延至${due}：${reason}`,

  members: {
    find: "姓名、拼音或编号，按 Enter 选中",
    remove: (name: string) => `去掉${name}`,
    nobody: "没有找到",
  },
};
