import type { Scene } from "../../bindings/Scene";
import type { StepName } from "../../bindings/StepName";
import type { Room } from "../../frame/navigation.svelte";

const rooms: Record<Room, string> = {
  prepare: "会前",
  floor: "会场",
  count: "计票",
  hall: "大屏",
  papers: "文书",
  archive: "存档",
};

const steps: Record<StepName, string> = {
  describe: "填写会议名称",
  roster: "列出代表名册",
  staff: "确定工作人员",
  ballot: "编制选票",
  print_ballot: "印制选票",
  attendance: "清点人数",
  open: "发出选票",
  collect: "收回选票",
  announce_collection: "宣布验票结果",
  first_keying: "首录",
  second_keying: "复录",
  rule: "核对与裁定",
  certify: "总监票人核定",
  report: "签发计票结果报告单",
  announce_result: "宣布结果",
  decision: "签发决定",
};

const scenes: Record<Scene["scene"], string> = {
  welcome: "会议名称",
  agenda: "议程",
  attendance: "到会人数",
  options: "候选名单",
  how_to_mark: "填票说明",
  voting: "正在投票",
  collection: "验票结果",
  counting: "正在计票",
  result: "计票结果",
  elected: "当选、通过名单",
  hand_motion: "表决事项",
  hand_voting: "正在表决",
  hand_result: "表决结果",
  blank: "空白底",
};

export const frame = {
  rooms,
  steps,
  scenes,
  railLabel: "房间",
  stepsLabel: "今天的步骤",
  untitled: "尚未命名的会议",
  present: "应到",
  attending: "实到",
  quorum: "法定",
  notCounted: "人数未清点",
  issued: "发出",
  returned: "收回",
  first: "首录",
  second: "复录",
  hall: (scene: string) => `大屏：${scene}`,
  now: "现在",
  next: "接着",
  allDone: "今天的步骤都已办完",
  goTo: (room: string) => `去办理：${room}`,
  waiting: (count: number) => `${count}处待办`,
  progress: (done: number, all: number) => `${done} / ${all}`,
  leave: "关闭会议",
  otherLanguage: "English",
  putAway: "收起",
  closing: { title: "还有没录完的一张", close: "保存未完成的一张并关闭", stay: "继续录入" },
  closingForms: { title: "会前有修改还没有保存", close: "不保存，直接关闭", stay: "回去保存" },
  unsavedForms: (pages: string[]) => `没有保存的是：${pages.join("、")}。`,
  copied: "副本",
};
