import type {
  Base,
  BaseOf,
  Cap,
  HallCounting,
  IllegibleRow,
  OverCap,
  Role,
  TieRule,
  ValidIf,
} from "#ui/bindings";

const pages = {
  meeting: "会议",
  deputies: "代表",
  observers: "列席",
  staff: "工作人员",
  sittings: "会次",
  ballots: "选票",
  past: "上年项目",
};

const baseOf: Record<BaseOf, string> = { typed: "不注明", sitting: "实有代表", quota: "代表名额" };

const roleDuties: Record<Role, string> = {
  secretary: "准备、印制、登记发票收票",
  chief_scrutineer: "裁定疑问票，核定计票结果",
  scrutineer: "两次录入不一致时看票面核对",
  teller: "首录和复录，至少两人",
};

/** Who leads those of a role: papers name them so. */
const leads = { scrutineer: "副总监票人", teller: "总计票人" };

const cap: Record<Cap, string> = { at_most: "不超过应选数", exactly: "恰好等于应选数", none: "不限" };
const overCap: Record<OverCap, string> = {
  section: "该部分作废",
  sheet: "整张作废",
  flag: "不作废，只提示",
};
const illegibleRow: Record<IllegibleRow, string> = { row: "本栏无效，其余有效", section: "该部分无效" };
const bases: Record<Base, string> = {
  all_deputies: "全体代表",
  present: "实到代表",
  returned: "收回票数",
  valid: "有效票数",
};
const thresholds = { half: "过半数", two_thirds: "三分之二以上", none: "只比票数多少", other: "其他比例" };
const tie: Record<Exclude<TieRule, "all_in">, string> = {
  runoff: "再次投票",
  presidium: "主席团决定",
  ballot_order: "按选票顺序",
};
const validIf: Record<ValidIf, string> = {
  returned_at_most_issued: "收回不多于发出",
  returned_at_most_present: "收回不多于实到",
  returned_equals_issued: "收回等于发出",
};
const hall: Record<HallCounting, string> = {
  live: "显示已核定的票数",
  progress: "只显示进度",
  nothing: "宣布前不显示",
};

export const prepare = {
  pages,
  pagesLabel: "会前各项",
  people: (count: number) => `${count}人`,
  unsavedMark: "未保存",

  meetingIntro: "写在每份文书和大屏上的会议名称，照此生成。",
  allDeputies: "全体代表",
  quorumAndMajority: (quorum: number, majority: number) =>
    `法定人数${quorum}人，全体代表的过半数${majority}人`,
  baseOfLabel: "全体代表指",
  baseOf,
  heldOn: "会议日期",
  venue: "会场",
  chair: "主持人",
  county: "所属县（市、区）",
  countyHint: "备案报告报送它的人大常委会，例如“清河县”。",
  agenda: "议程",
  agendaHint: "每行一项，不用编号",
  baseLocked: "选票发出后，全体代表人数不能再改。",

  noDeputies: "名册还是空的。可以导入名册文件（xlsx、xls、ods、csv），从 WPS 或 Excel 粘贴，或逐个添加。",
  addDeputy: "添加代表",
  editDeputy: (name: string) => `修改代表：${name}`,
  removeDeputy: "从名册中删除",
  number: "编号",
  name: "姓名",
  sex: "性别",
  ethnicity: "民族",
  delegation: "代表团或选区",
  post: "单位职务",
  note: "备注",
  noteHint: "同名的代表须写明区别",
  man: "男",
  woman: "女",

  observersIntro: "列席人员不参加表决，也不计入任何人数。",
  addObserver: "添加列席人员",
  noObservers: "没有列席人员。",
  observerName: (row: number) => `第${row}位列席人员的姓名`,
  observerPost: (row: number) => `第${row}位列席人员的单位职务`,

  staffIntro: "一人只担任一项工作。候选人和他们的近亲属不得担任监票人、计票人（选举法第四十三条）。",
  roleDuties,
  leads,
  addStaff: (role: string) => `添加${role}`,
  staffName: (role: string, row: number) => `${role} ${row}`,

  noBallots: "还没有选票。选定种类，新建一张，填入候选人或项目。",
  ballotTitle: "选票标题",
  colour: "票色",
  contestTitle: "这一项的标题",
  seats: "应选",
  optionName: (row: number) => `第${row}项的名称`,
  investmentUnit: "投资（万元）",
  unit: "责任单位",
  deadline: "完成时限",
  content: "建设内容",
  funding: "资金来源",
  person: "责任人",
  up: "上移",
  down: "下移",
  facts: "资料",
  factsOf: (name: string) => `项目资料：${name}`,
  moveUp: (name: string) => `上移：${name}`,
  moveDown: (name: string) => `下移：${name}`,
  removeOption: (name: string) => `删除：${name}`,
  done: "完成",
  issuedLock: "这张选票已经发出，内容不能再改。",
  rules: "计票规则",
  rulesHint: "已按通常做法填好；要改哪一条，点开哪一条。选票和报告单上的说明随之生成。",
  symbols: "填票符号",
  symbolsHint: "印在选票上，也显示在录入台上；键1、2依此顺序。",
  symbolFor: (mark: string) => `${mark}用的符号`,
  notUsed: "不用",
  threshold: "通过门槛",
  thresholds,
  base: "门槛的基数",
  bases,
  capLabel: "每张可选",
  cap,
  overCapLabel: "多选时",
  overCap,
  blankRowLabel: "空白栏",
  blankSectionLabel: "整张空白",
  illegibleRowLabel: "无法辨认的一行",
  illegibleRow,
  tieLabel: "末位同票",
  tie,
  shortfallLabel: "不足应选数时",
  validIfLabel: "投票有效的条件",
  validIf,
  bundleSize: "每捆",
  sheets: "张",
  hallLabel: "计票时大屏",
  hall,

  pastIntro: "上一年票决产生的项目和办理情况，供代表审议，写入文书。",
  pastYear: "年度",
  pastDone: "已办结",
  pastNotDone: "未办结",
  pastState: "办理情况",
  pastStateOf: (row: number) => `第${row}项的办理情况`,
  addPast: "添加一项",
  noPast: "没有填写上年项目。",
};
