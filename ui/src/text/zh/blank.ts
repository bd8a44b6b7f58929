// 空白的说法：没有画符号的栏和票怎样算。录入台、大屏、会前、裁定都用这几句，与文书的说法相同。
import type { AbstentionWord, BlankRow, BlankSection } from "#ui/bindings";

const abstentions: Record<AbstentionWord, string> = { abstain: "弃权", dont_know: "不了解" };

export const blank = {
  abstentions,
  /** 没有画符号的一栏。 */
  row: (row: BlankRow, word: AbstentionWord) =>
    ({ abstain: `视为${abstentions[word]}`, for: "视为赞成", void: "该栏无效" })[row],
  /** 整张没有画符号的。 */
  section: (section: BlankSection, word: AbstentionWord) =>
    ({ valid: `有效，各栏均计为${abstentions[word]}`, void: "无效", by_row: "各栏按空白栏计" })[section],
};
