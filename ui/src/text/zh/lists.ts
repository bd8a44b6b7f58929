import type { OtherFile, SkippedRow, TableFault, TableList, TableNote } from "#ui/bindings";
import { runs } from "#ui/text/runs";

type Faults = { [C in TableFault["code"]]: (fault: Extract<TableFault, { code: C }>) => string };
type Notes = { [C in TableNote["code"]]: (note: Extract<TableNote, { code: C }>) => string };

const quoted = (words: string[]) => words.map((word) => `“${word}”`).join("");
const codePoint = (point: number) => `U+${point.toString(16).toUpperCase().padStart(4, "0")}`;

const others: Record<OtherFile, string> = {
  document: "文字文档",
  slides: "演示文稿",
  pdf: "PDF",
  picture: "图片",
  web_page: "网页",
  archive: "压缩包",
  session: "会议文件",
  binary_workbook: "xlsb 工作簿",
  unknown: "其他文件",
};

const skipped: Record<SkippedRow, string> = {
  title: "标题",
  heading: "重复的表头",
  total: "合计",
  note: "说明",
  group: "分组标题",
  by_hand: "手工去掉",
};

const titles: Record<TableList, string> = {
  deputies: "代表名册",
  observers: "列席人员",
  staff: "工作人员",
  candidates: "候选人",
  projects: "候选项目",
  last_year: "上年项目",
  motions: "表决事项",
  proposals: "议案和建议",
  collected: "征集项目",
  activities: "履职活动",
};

const faults: Faults = {
  empty: () => "文件里没有内容。请确认选对了文件，并已保存",
  lock_file: () => "这是打开文件时留下的临时文件，不是表格。请选择不带“~$”的那一个",
  encrypted: () => "工作簿设有密码。请在 Excel 或 WPS 中取消密码，另存后再导入",
  not_a_table: ({ found }) => `这不是表格文件，而是${others[found]}。请另存为 xlsx 或 csv 后再导入`,
  cut_off: () => "文件不完整，可能还在保存或没有复制完。请保存、关闭后重新复制，再导入",
  damaged: ({ said }) => `工作簿已损坏，读不出来（${said}）。请用 Excel 或 WPS 打开，另存为 xlsx 后再导入`,
  too_large: ({ megabytes }) => `工作簿展开后超过${megabytes} MB，不是名单。请只留下名单所在的工作表再导入`,
  unknown_encoding: () =>
    "文字编码既不是 UTF-8、UTF-16，也不是 GB18030。请用 Excel 或 WPS 另存为 xlsx 后再导入",
  broken_character: () => "有损坏的字符。请改正这一行，或另存为 xlsx 后再导入",
  stray_quote: () => "引号只有一半，下面各行都被它吞掉。请删去或补齐这个引号",
  too_many_rows: ({ limit }) => `超过${limit}行，不是一个乡镇的名单。请确认选对了文件和工作表`,
  no_heading: ({ known }) => `没有找到表头。表头应有${quoted(known)}等栏；也可以在下面手工指定各栏`,
  no_rows: () => "表头下面没有数据。请确认选对了文件和工作表",
  no_such_sheet: ({ sheets }) => `没有这张工作表。工作簿中有${quoted(sheets)}`,
  missing_column: () => "表头中没有这一栏。请在下面指定是哪一栏，或说明名单没有这一栏",
  column_twice: ({ other }) => `有两栏都像（另一栏是“${other}”）。请在下面指定其中一栏`,
  missing: () => "是空的。请填上，或去掉这一行",
  not_a_number: ({ value, least, most }) => `“${value}”不是${least}到${most}的整数。请改成整数`,
  not_an_amount: ({ value }) => `“${value}”不是金额。请写成数字，如386.5（万元），最多精确到元`,
  not_a_date: ({ value }) => `“${value}”没有这一天。请改成如2026年10月31日`,
  unknown_word: ({ value, known }) => `“${value}”不认识。请改成${quoted(known)}之一`,
  reason_missing: () => "未完成的项目没有说明原因。请在“情况说明”中写明",
  formula_without_value: ({ formula }) =>
    `公式=${formula}没有存下结果。请填写结果，或用 Excel、WPS 打开保存后再导入`,
  formula_error: ({ said }) => `公式的结果是${said}，算不出数。请填写数字`,
  twice: ({ value, first_line }) => `“${value}”与第${first_line}行重复。请改正其中一行，或去掉一行`,
  name_needs_note: ({ value, first_line }) =>
    `“${value}”与第${first_line}行同名。如是两人，请在“备注”中写明区别；如是一人，请去掉一行`,
  no_such_deputy: ({ name }) => `代表名册上没有“${name}”。请核对姓名`,
  several_deputies: ({ name }) => `名册上有几位“${name}”。请在姓名后注明是哪一位，例如“李伟（石门村）”`,
  not_on_the_roster: ({ value }) => `“${value}”与代表名册不符。请核对姓名和代表编号`,
  invisible: ({ position, code_point }) =>
    `第${position}个字符${codePoint(code_point)}看不见。请删去后重新输入`,
  unshowable: ({ position, code_point }) =>
    `第${position}个字符${codePoint(code_point)}无法显示。请重新输入这个字`,
  cannot_draw: ({ character, position, code_point }) =>
    `第${position}个字“${character}”（${codePoint(code_point)}）字库中没有，印不出来。请改用通行写法`,
  several_names: ({ value }) => `“${value}”不止一个姓名。请一人一行`,
  nothing_visible: () => "没有可见的字，不是姓名。请填写姓名",
};

const notes: Notes = {
  row_skipped: ({ line, row, text }) => `第${line}行是${skipped[row]}，不录入：${text}`,
  filled_down: ({ column, value, from, first, last, merged }) =>
    `“${column}”第${first === last ? first : `${first}至${last}`}行是${merged ? "合并单元格" : "空格"}，按第${from}行填为“${value}”`,
  column_missing: ({ column }) => `没有“${column}”栏，留空`,
  column_left: ({ letter, heading }) => `${letter}栏“${heading}”用不上，没有读取`,
  other_sheets: ({ sheet, others }) => `读取的是工作表“${sheet}”；另有${quoted(others)}没有读取`,
  numbered: () => "没有编号栏，按原来的顺序编号",
  numbered_through: () => "编号在各组从1编起，已按原来的顺序连续编号，请核对",
  out_of_order: ({ line, number }) => `第${line}行的编号${number}小于上一行；编号不变，按编号排列`,
  gaps: ({ missing, count }) => `编号不连续，缺${count}个：${missing.join("、")}`,
  hidden: ({ lines }) => `第${runs(lines, "至").join("、")}行在原表中是隐藏的`,
  worked_out: ({ place, formula, value }) =>
    `${place.cell ?? ""}的公式=${formula}没有存下结果，算得${value}，请核对`,
  rounded: ({ place, value, taken }) => `${place.cell ?? ""}的${value}四舍五入到元，为${taken}`,
  taken_from_name: ({ place, value }) => `第${place.line ?? ""}行“${value}”括号中的内容已分别填入各栏`,
};

/** 名单的导入、粘贴、导出和查找。 */
export const lists = {
  titles,
  faults,
  notes,
  import: "导入…",
  paste: "粘贴…",
  export: "导出",
  written: (path: string) => `已写到${path}`,
  title: (list: string, file: string) => (file === "" ? `粘贴到${list}` : `导入${list}：${file}`),
  pasteHere: "在 WPS 或 Excel 中复制，在这里按 Ctrl + V",
  pasteHint: "连表头一起复制最好；只有一列姓名或名称的，不用表头。在名单页上直接按 Ctrl + V 也可以。",
  summary: (rows: number, fresh: number, changed: number, same: number) =>
    `${rows}行：新增${fresh}，更改${changed}，不变${same}`,
  heading: (line: number) => `表头在第${line}行`,
  noHeading: "没有表头",
  headingLine: "表头所在的行（没有表头填0）",
  sheet: "工作表",
  columns: "各栏的含义",
  columnsHint: "不对的改一下，下次自动记得。",
  columnOf: (letter: string, heading: string) => `${letter}栏${heading}`,
  columnLeft: "不用",
  toMend: (count: number) => `有${count}处须改正，改好才能录入`,
  more: (count: number) => `另有${count}处，改好上面的再列出`,
  place: (line: number | null, column: string | null) =>
    `${line === null ? "" : `第${line}行`}${column === null ? "" : `“${column}”`}`,
  withoutColumn: (column: string) => `名单没有“${column}”栏`,
  correct: (line: number, column: string) => `改正第${line}行“${column}”`,
  leaveOut: "去掉",
  leaveOutRow: (line: number) => `去掉第${line}行`,
  takeBack: (line: number) => `恢复第${line}行`,
  hiddenAsk: "隐藏的行",
  hiddenIn: "读入",
  hiddenOut: "不读入",
  fillAsk: "空着的格子",
  fill: "按上面一行填写",
  leaveEmpty: "留空",
  missing: (count: number) => `原有的${count}行不在这份表里`,
  missingGo: "移出名单",
  missingStay: "保留",
  told: (count: number) => `说明 ${count} 条`,
  notTaken: (count: number) => `不录入的 ${count} 行`,
  line: "行",
  change: "变化",
  changes: { new: "新增", same: "不变", changed: "更改" },
  before: (text: string) => `原为“${text === "" ? "空" : text}”`,
  take: (rows: number) => `录入${rows}行`,
  taken: (list: string, rows: number) => `${list}已录入，共${rows}行`,
  takenToSave: (list: string, rows: number) => `${list}已填入${rows}行，保存后生效`,
  search: "查找：汉字、拼音或首字母",
  found: (found: number, all: number) => (found === all ? `共${all}行` : `找到${found}行，共${all}行`),
  undo: "撤销",
  undoOf: (what: string) => `撤销“${what}”`,
  undone: (what: string) => `已撤销“${what}”`,
  acts: {
    taken: (list: string, rows: number) => `${list}录入${rows}行`,
    removed: (name: string) => `删除${name}`,
  },
  removed: (name: string) => `已删除${name}`,
  evaluated: "测评的内容",
  deleteBallot: "删除这张选票",
  moved: (name: string, row: number) => `${name}：第${row}项`,
  byHandHint: "Alt + ↑ ↓ 或拖动序号调整顺序，回车到下一行",
  results: "结果表",
  noAmount: "不是金额。请写成数字，如386.5",
};
