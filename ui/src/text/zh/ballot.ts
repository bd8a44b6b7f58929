import type {
  AbstentionBase,
  AbstentionWord,
  AtHalf,
  Contest,
  Levels,
  MultiMark,
  Nominator,
  OptionOrder,
  Post,
  ResultOrder,
  Setting,
  WriteIns,
  WriteInUnmarked,
} from "#ui/bindings";

type ByKind = Record<Contest["kind"], string>;

const options: ByKind = {
  selection: "候选项目",
  election: "候选人",
  evaluation: "测评项目",
  motion: "表决事项",
};
const addOption: ByKind = {
  selection: "添加一项",
  election: "添加候选人",
  evaluation: "添加一项",
  motion: "添加一项",
};
const seatsUnit: ByKind = { selection: "项", election: "名", evaluation: "项", motion: "项" };
const post: Record<Post, string> = {
  chair: "人大主席",
  vice_chair: "人大副主席",
  head: "镇长（乡长）",
  deputy_head: "副镇长（副乡长）",
  other_chief: "其他正职",
  other_deputy: "其他副职、委员",
};
const nominator: Record<Nominator["by"], string> = { presidium: "主席团", deputies: "代表联名" };
const order: Record<OptionOrder, string> = {
  number: "按编号",
  name_strokes: "按姓名笔画",
  surname_strokes: "按姓氏笔画",
  primary_votes: "按预选得票",
  by_hand: "手工排列",
};
const resultOrder: Record<ResultOrder, string> = { approvals: "按得票多少", ballot: "按选票顺序" };
const writeIns: Record<WriteIns, string> = {
  none: "不得另选他人",
  needs_against: "反对的可以另选他人",
  allowed: "弃权的也可以另选他人",
};
const writeInUnmarked: Record<WriteInUnmarked, string> = { for: "按赞成计", void: "不计" };
const multiMark: Record<MultiMark, string> = { void: "本栏无效", abstain: "按弃权计" };
const abstention: Record<AbstentionWord, string> = { abstain: "弃权", dont_know: "不了解" };
const abstentionBase: Record<AbstentionBase, string> = { counted: "计入基数", left_out: "不计入基数" };
const levels: Record<Levels["by"], string> = { none: "不定等次", counts: "按票数", rate: "按满意率" };
const atHalf: Record<AtHalf, string> = { enough: "恰好一半算达到", not_enough: "恰好一半不算" };

const settings: Record<Setting, string> = {
  symbols: "填票符号",
  threshold: "通过门槛",
  cap: "每张可选",
  blank: "空白、难认",
  write_ins: "另选他人",
  tie: "末位同票",
  shortfall: "不足应选",
  result_order: "结果顺序",
  grades: "等次",
  rate: "满意率",
  levels: "评定等次",
  told: "印制、公布",
  quorum: "法定人数",
  valid_if: "投票有效",
  bundles: "分捆核对",
  hall: "计票大屏",
  departure: "不同的理由",
};
const copiesOf = (copies: number) => (copies > 0 ? `已打印${copies}张` : "没有由本程序打印");
const printing = {
  title: "印制",
  out: (name: string, hash: string, at: string, copies: number) =>
    `${name}（指纹${hash}，${at}签发，${copiesOf(copies)}）`,
  holds: (out: string) => `现在用的：${out}`,
  notYet: "还没有印制。",
  willFall: (copies: number) =>
    copies > 0
      ? `保存修改后，已打印的${copies}张作废，须全部收回。`
      : "保存修改后，已印出的作废，须全部收回。",
  withdraw: "下列印出的已经作废，请收回：",
  count: (copies: number) => (copies > 0 ? `须收回${copies}张` : "印了几张收回几张"),
  instead: (names: string[]) => `下面一步重新签发并打印：${names.join("、")}。`,
  copies: "印多少",
  first: "印制选票",
  again: "重新印制",
  more: "再打印",
  saveFirst: "先保存，再印制。",
  printed: (copies: number, fresh: string[]) =>
    fresh.length > 0 ? `已签发${fresh.join("、")}，选票${copies}张已送打印机` : `选票${copies}张已送打印机`,
};

export const ballot = {
  settings,
  wholeSheet: "整张票",
  sheet: "票样",
  showSheet: "看票样",
  hideSheet: "收起票样",
  printing,
  newFrom: "新选票的种类",
  begin: "新建选票",
  presetFaults: (folder: string) => `${folder} 里有预设文件不能使用：`,
  options,
  addOption,
  seatsUnit: (kind: Contest["kind"], rows: number) => `${seatsUnit[kind]}，共列${rows}${seatsUnit[kind]}`,
  section: (number: number) => `第${number}项`,
  addSection: "同一张选票上再加一项",
  addSectionKind: "所加一项的种类",
  removeSection: "去掉这一项",
  importLastYear: "列入上年项目",
  fillIn: (count: number) => `填入${count}项候选项目`,
  noLastYear: "还没有填写上年项目",
  lawNotes: "请对照法律核对候选人",

  postLabel: "选举的职务",
  post,
  byElection: "补选（可以等额）",
  margin: "差额数",
  marginHint: "选举办法定了才填",
  nominee: (name: string) => `候选人资料：${name}`,
  sex: "性别",
  ethnicity: "民族",
  born: "出生年月",
  position: "现任职务",
  note: "备注",
  relatives: "近亲属姓名（不得担任监票人、计票人）",
  primaryVotes: "预选得票",
  nominatorLabel: "提名人",
  nominator,
  first: "领衔代表",
  signed: "联名人数",
  proposedBy: "提名",
  writeInsLabel: "另选他人",
  writeIns,
  writeInUnmarkedLabel: "另选的姓名没有画符号",
  writeInUnmarked,
  deputiesOnly: "另选的人必须是代表",

  orderLabel: "选票上的顺序",
  order,
  sort: "排序",
  sorted: (names: number) => `${names}名已按笔画排好，请核对`,
  undecided: (names: string) => `这几个名字的先后由您定：${names}`,
  resultOrderLabel: "结果的顺序",
  resultOrder,

  grades: "等次",
  grade: (number: number) => `第${number}档`,
  addGrade: "加一档",
  removeGrade: (label: string) => `去掉：${label}`,
  inRate: (label: string) => `${label}计入满意`,
  weight: (label: string) => `${label}的权重`,
  weighted: "按权重计满意率",
  per_cent: "%",
  rateBase: "满意率的基数",
  decimals: "小数位",
  multiMarkLabel: "一行画了几档",
  multiMark,
  abstentionLabel: "没有画的一行叫",
  abstention,
  abstentionBaseLabel: "弃权、不了解",
  abstentionBase,
  levelsLabel: "评定等次",
  levels,
  shares: "公布每项各等次的占比",
  overall: "公布总体满意率（各项合并计算）",
  atHalfApart: "各等次分别规定",
  atHalfOf: (grade: string) => `恰好一半：“${grade}”`,
  rowNoun: "一行叫什么",
  rowNouns: ["测评项目", "部门", "建议", "述职人员"],
  remarks: "票上印“意见建议”栏",
  grouped: "分类列出",
  heading: "所属类别",
  headingOf: (row: number) => `第${row}行的类别`,
  atHalfLabel: "恰好一半",
  atHalf,
  band: (number: number) => `第${number}等的名称`,
  bandFrom: (number: number) => `第${number}等的最低满意率`,
  addBand: "加一等",
  removeBand: (label: string) => `去掉：${label}`,
  excellent: "优",
  symbolOfGrades: "每档用的符号",

  numerator: "分子",
  denominator: "分母",
  comparison: "算法",
  comparisons: { over: "超过这个比例", at_least: "达到这个比例" },
  handTally: "另用正字计票单核对",
  quorum: "法定人数",
  quorums: { two_thirds: "三分之二以上", half: "半数以上", other: "其他比例" },
  departureReason: "与法律不符的设置，写明理由",
  departureHint: "门槛低于全体代表的过半数、法定人数低于三分之二时必须填写，会写进每份报告单",
};
