import type { Absence, Symbol as DrawnSymbol, FaceRole, Leave, Mark, Role } from "#ui/bindings";
import type { NumberFault } from "#ui/text/numbers";

const roles: Record<Role, string> = {
  secretary: "秘书",
  chief_scrutineer: "总监票人",
  scrutineer: "监票人",
  teller: "计票人",
};

const faceRoles: Record<FaceRole, string> = {
  fang_song: "仿宋",
  kai: "楷体",
  hei: "黑体",
  biao_song: "小标宋",
  song: "宋体",
};

const symbols: Record<DrawnSymbol, string> = { circle: "圆圈", cross: "叉", tick: "勾", triangle: "三角" };

const marks: Record<Exclude<Mark, number>, string> = {
  for: "赞成",
  against: "反对",
  abstain: "弃权",
  blank: "空白",
  illegible: "无法辨认",
  multiple: "多选",
};

/** 请假的种类 */
export const leaves: Record<Leave, string> = { sick: "病假", personal: "事假", official: "公假" };

export const common = {
  program: "票决台",
  save: "保存",
  cancel: "取消",
  close: "关闭",
  open: "打开",
  add: "添加",
  remove: "删除",
  edit: "修改",
  restore: "放弃修改",
  yes: "是",
  no: "否",
  none: "无",
  loading: "正在读取",
  saved: "已保存",
  unsaved: "有修改还没有保存",
  enter: "Enter",
  date: (year: number, month: number, day: number) => `${year}年${month}月${day}日`,
  noHour: "写成 14:30 这样",
  dateHint: "写法如2026年1月16日",
  roles,
  faceRoles,
  symbols,
  marks,
  numberFault: (fault: NumberFault): string => {
    if (fault.code === "fraction") return "要填整数，不能有小数";
    if (fault.code === "negative") return "不能填负数";
    if (fault.code === "not_figures") return "只能填数字，如19";
    return fault.code === "too_small" ? `最小填${fault.least}` : `最大填${fault.most}`;
  },
  absence: (why: Absence): string => {
    if (why.absence === "left") return `${why.at.slice(0, 5)}早退`;
    return why.absence === "excused" ? leaves[why.leave] : "点名时没有到";
  },
  comma: "，",
  reasonAsk: {
    who: "谁来办理",
    chooseWho: "先选是谁",
    reason: "理由（记入会议记录）",
    giveReason: "请写明理由",
  },
};
