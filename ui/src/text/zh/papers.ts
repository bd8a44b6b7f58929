import type { PaperKind } from "../../bindings/PaperKind";

const kinds: Record<PaperKind["paper"], string> = {
  ballot: "票决票",
  count_report: "计票结果报告单",
  decision: "决定",
};
const duties: Record<PaperKind["paper"], string> = {
  ballot: "发给代表填写。修改选票后要重新印制，原来印的作废。",
  count_report: "总监票人、监票人、计票人签名后，由总监票人向大会报告。",
  decision: "列出通过的项目，由大会通过后存档、公告。",
};

export const papers = {
  kinds,
  duties,
  issue: "签发",
  print: "印制",
  issueAgain: "重新签发",
  printAgain: "重新印制",
  open: "打开",
  save: "另存",
  pages: (pages: number) => `${pages}页`,
  issuedAt: (at: string) => `${at} 签发`,
  notIssued: "尚未签发",
  ready: "可以签发",
  fingerprint: "指纹",
  fingerprintHint: "签发的文件逐字节的 SHA-256，可用来核对纸面与文件是否一致",
  superseded: "已作废",
  supersededLabel: (count: number) => `作废的${count}份`,
  opened: (path: string) => `已打开：${path}`,
  savedTo: (path: string) => `已保存到${path}`,
  none: "还没有可签发的文书。请先到“会前”编制选票。",
};
