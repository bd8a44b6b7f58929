// What every picture of the hall is made of.
import type { HallControl, HallThreshold, Pages } from "#ui/bindings";
import { LONG_NAME, SELECTION } from "../count/fixtures";

export const ballot = SELECTION.title;
export const control: HallControl = { all_deputies: 58, present: 56, issued: 56, returned: 56 };
export const onePage: Pages = { page: 0, pages: 1, parts: [] };

/** More than half of all 58 deputies. */
export const MAJORITY: HallThreshold = {
  needed: 30,
  label: "过半数",
  majority: true,
  rule: { base: "all_deputies", least: { over: [1, 2] } },
};

/** Two thirds of the 56 present. */
export const TWO_THIRDS: HallThreshold = {
  needed: 38,
  label: "实到代表三分之二以上",
  majority: false,
  rule: { base: "present", least: { at_least: [2, 3] } },
};

export const CHAIR = "镇人大主席、副主席选举";
export const EVALUATION = "2025年度民生实事项目满意度测评";
export const GRADES = ["满意", "基本满意", "不满意"];
export const FIVE_GRADES = ["很满意", "满意", "基本满意", "不太满意", "不满意"];

/** 36 characters: what a project is called where nobody shortened it. */
export const LONGEST = `${LONG_NAME}（二期）`;

/** The longest name that is seen in a township: eight syllables, with a note. */
export const MINORITY_NAME = "阿卜杜热合曼·买买提依明·努尔（维吾尔族）";
