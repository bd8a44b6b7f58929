// 规则不允许的：差什么，数字是多少，接着怎么办。
import type { Refusal } from "#ui/bindings";
import { after } from "./after";
import { common } from "./common";
import { departureSentence } from "./law";
import { proposals } from "./proposals";
import { record } from "./record";
import { sittings } from "./sittings";

/** `2026-04-20` as it is said. */
function onDay(iso: string): string {
  const [year = 0, month = 0, day = 0] = iso.split("-").map(Number);
  return common.date(year, month, day);
}

/** One sentence for every refusal: what stands in the way, with its numbers, and what to do next. */
type Sentences = { [C in Refusal["code"]]: (of: Extract<Refusal, { code: C }>) => string };

const pass = { first: "首录", second: "复录" };

const voidBecause = {
  returned_at_most_issued: "收回多于发出",
  returned_at_most_present: "收回多于实到",
  returned_equals_issued: "收回与发出不等",
};

export const refusals: Sentences = {
  session_not_described: () => "还没有填写会议名称。请到“会前”填写乡镇、届次和全体代表人数。",
  session_sealed: ({ name }) => `${name}已把会议封存，不能再记。`,
  session_not_sealed: () => "会议还没有封存。请先在“存档”里封存，再写成存档。",
  vote_under_way: ({ title }) =>
    `“${title}”还没有办完，现在不能封存，也不能做成演练。请先宣布结果，或由总监票人中止。`,
  no_rehearsal: () => "这是正式会议，不能由程序代录，也不能丢弃。需要练习的，到“存档”做一份演练。",
  only_rehearsed: () => "这是演练，不能封存、不能再做成演练，结果也不导出。请在正式的会议文件里办。",
  paper_of_the_real: ({ paper }) =>
    `第${paper}号文书是演练开始以前印发的。请打开正式的会议文件取用；演练中可以重新印发。`,
  last_named_first: () => "只有第一条记录能写明接续哪次会议。请用“由上次会议建立”另建文件。",
  carried_over_first: () => "结转只能紧接在写明接续哪次会议的第一条之后。请用“由上次会议建立”另建文件。",
  not_carried_over: ({ name }) => `“${name}”在上次会议里不是这个样子，不能结转。请重新由上次会议建立。`,
  last_is_a_desk: () => "这是外录文件，不是会议文件。请选择上次会议的文件。",
  last_under_way: ({ title }) =>
    `上次会议的“${title}”还没有办完。请先打开那个文件，宣布结果，或由总监票人中止。`,
  place_missing: () => "还没有填写乡镇名称。",
  number_out_of_range: ({ least, most }) => `数字应在${least} 到${most} 之间，请改正。`,
  text_too_long: ({ most }) => `有一段文字超过${most}字，请缩短。`,
  base_is_fixed: () => "选票已经发出，全体代表人数不能再改。",
  not_on_the_staff: () => "还没有选定由谁办理。请到“会前”登记工作人员，再选定办理人。",
  wrong_role: ({ name, role, needed }) =>
    `${name}是${common.roles[role]}，这一步须由${needed.map((one) => common.roles[one]).join("或")}办理。`,
  character_unseen: ({ text, position, code_point }) =>
    `“${text}”的第${position}个字符（${code_point}）看不见或无法显示，请删去后重新输入。`,
  deputy_without_name: ({ number }) => `${number}号代表没有姓名，请补上。`,
  deputy_number_twice: ({ number }) => `有两位代表的编号都是${number}，请改其中一个。`,
  name_needs_note: ({ name }) => `有两位代表都叫${name}，请在备注里写明区别。`,
  no_such_deputy: ({ number }) => `名册上没有${number}号代表。`,
  staff_without_name: ({ role }) => `有一位${common.roles[role]}没有姓名，请补上。`,
  one_person_one_role: ({ name }) => `${name}在工作人员中出现了两次。一人只能担任一项工作，请改由他人担任。`,
  staff_missing: ({ role, needed, appointed }) =>
    `${common.roles[role]}需要${needed}人，现有${appointed}人。请到“会前”的“工作人员”补齐。`,
  name_stays: ({ name, other }) =>
    `${name}已经有过操作，姓名不能改成${other}。写错的用“更正姓名”；换了人的，移除后另加。`,
  name_unchanged: ({ name }) => `姓名已经是${name}。`,
  staff_at_work: ({ name }) => `${name}正在参加计票，宣布结果以前不能更换。`,
  ballot_without_title: () => "选票没有标题，请填写。",
  ballot_without_contest: ({ ballot }) => `“${ballot}”上没有要表决的内容，请添加。`,
  contest_twice: ({ title }) => `“${title}”在选票上出现了两次。`,
  contest_without_title: () => "选票上有一项没有标题，请填写。",
  candidates_missing: ({ contest }) =>
    `“${contest}”还没有列候选人、项目或者测评行。办法可以先印；印票以前请先列上。`,
  no_ballot_for_rules: () => "还没有设置这一类的票。请先到“会前”设置票种，候选人可以以后再列。",
  options_out_of_range: ({ contest, options }) => `“${contest}”现有${options}行，应在1到500行之间。`,
  option_without_name: ({ contest, row }) => `“${contest}”第${row}行没有名称，请补上或删去这一行。`,
  option_twice: ({ contest, row, name }) => `“${contest}”第${row}行的“${name}”与前面重复，请改正。`,
  projects_do_not_match: ({ contest }) => `“${contest}”的项目资料与行数不一致，请逐行核对。`,
  symbols_unclear: ({ contest }) => `“${contest}”的符号含义有重复，请让每个符号只有一个含义。`,
  more_seats_than_options: ({ contest, seats, options }) =>
    `“${contest}”要选${seats}项，但只列了${options}行。请减少应选数或增加项目。`,
  grades_out_of_range: ({ contest }) => `“${contest}”的档次应有2到5个。`,
  assessment_unclear: ({ contest }) =>
    `“${contest}”的权重或等次区间不对：权重每档一个，0到100，由高到低；等次区间由高到低，最后一档从0起。`,
  nominees_do_not_match: ({ contest }) => `“${contest}”的候选人资料与行数不一致，请逐行核对。`,
  headings_do_not_match: ({ contest }) => `“${contest}”的类别与行数不一致，请逐行核对。`,
  departs_from_law: ({ departure }) =>
    `${departureSentence(departure)}。请改回，或写明理由；理由会写进每份报告单。`,
  margin_needed: ({ contest, candidates, seats }) =>
    `“${contest}”还差${seats}名，只列了${candidates}名候选人。副职另行选举仍须差额（组织法第二十九条），请再提名。`,
  no_such_ballot: () => "没有这种选票，可能已被改动。请重新打开本页。",
  ballot_is_issued: ({ ballot }) => `“${ballot}”已经发出，不能再改。`,
  ballot_not_printed: ({ ballot }) => `“${ballot}”还没有印制，或印制后又作了修改。请到“文书”印制。`,
  more_present_than_deputies: ({ present, all_deputies }) =>
    `实到${present}人，多于全体代表${all_deputies}人。请重新清点。`,
  attendance_not_counted: () => "还没有清点人数。请先清点到会代表。",
  attendance_of_another_sitting: ({ counted, needed }) =>
    `上次清点的是${sittings.name(counted)}的到会人数，这一项在${sittings.name(needed)}上办理。请先清点${sittings.name(needed)}的到会代表，或者在“会前”的会次安排里改挂。`,
  attendance_to_count_again: ({ present }) =>
    `上次清点实到${present}人，之后选票已经发过。请在这次发票、表决前重新清点人数。`,
  no_quorum: ({ present, needed, all_deputies }) =>
    `全体代表${all_deputies}人，实到${present}人，不足法定人数；到会${needed}人以上方可开会。`,
  no_such_round: () => "没有这一轮投票。请重新打开本页。",
  round_already_opened: ({ ballot }) => `“${ballot}”已经发出，不能再发一次。`,
  round_broken_off: ({ ballot }) => `“${ballot}”这一轮已经中止，不予计票。需要投票的，请到“会场”重新发票。`,
  no_ballot_chosen: () => "没有选定要发出的选票。请先选一种。",
  collected_already: ({ ballot }) => `“${ballot}”已经收回，不能再与它一并发出。请另行清点人数后发票。`,
  vote_not_void: ({ ballot }) => `“${ballot}”没有宣布投票无效。数字记错的，核定以前用“更正数字”。`,
  redo_is_out: ({ ballot }) =>
    `“${ballot}”重新投票的选票已经发出。没有人投票的，先由总监票人以“误发”结束那一轮，再更正；已经投票的，不能更正。`,
  corrected_to_the_same: ({ title }) => `“${title}”宣布的就是这个结果，不需要更正。`,
  nothing_to_redo: () => "这一轮投票没有作废，不需要重新投票。",
  more_issued_than_printed: ({ issued, printed }) =>
    `发出${issued}张，多于印制的${printed}张。请核对两个数字。`,
  printed_too_few: ({ printed, issued, spoiled }) =>
    `发出${issued}张、换票${spoiled}张，合计多于印制的${printed}张。请核对。`,
  count_begun: ({ ballot }) => `“${ballot}”已经开始计票，不再是清零状态。清零要在录入第一捆之前显示和印发。`,
  not_collected: () => "票箱还没有开启。请先登记收回张数。",
  collection_not_announced: () => "还没有宣布验票结果。请先到“会场”宣布投票是否有效。",
  collection_announced: () => "验票结果已经宣布，数字不能再改。",
  vote_is_void: ({ returned, issued, present, valid_if }) =>
    `${voidBecause[valid_if]}（实到${present}人，发出${issued}张，收回${returned}张），本次投票无效。请到“会场”宣布，封存选票，清点人数后重新投票。`,
  reason_missing: () => "请写明理由，理由会记入会议记录。",
  bundle_is_keyed: ({ bundle }) =>
    `更正后第${bundle}捆的张数会变，但这一捆已经录入。请先由录入人或监票人退回这一捆，再更正。`,
  nothing_returned: () =>
    "收回0张，没有可核定的结果。记错了请到“会场”更正收回张数；确实没有，请由总监票人在“会场”中止这一轮。",
  sheet_put_aside: ({ sheet }) => `第${sheet}张录了一半，请先录完这一张，再叫回上一张。`,
  nothing_ruled: ({ bundle, sheet }) => `第${bundle}捆第${sheet}张没有裁定可以撤回。`,
  no_such_bundle: ({ bundle, bundles }) => `没有第${bundle}捆，共${bundles}捆。`,
  bundle_taken: ({ bundle, name }) => `第${bundle}捆正由${name}录入，请另取一捆。`,
  bundle_is_lent: ({ bundle, name }) =>
    `第${bundle}捆由${name}在另一台电脑上录入。请先取回；文件丢失或损坏的，收回作废后重新录入。`,
  bundle_not_here: ({ bundle }) => `第${bundle}捆不在这个外录文件里。请录列出的捆。`,
  no_bundle_chosen: () => "没有选要带走的捆。请至少选一捆。",
  only_keyed_here: () => "这是外录文件，只能录入。其他事情请在主机的会议文件里办。",
  not_a_desk_away: () => "这是会议文件，不是带走的外录文件。请选拷去另一台电脑的那一个文件。",
  no_such_loan: ({ loan }) =>
    `这个会议文件里没有这样的第${loan}份外录：文件开头被改动过，或会议文件是从更早的副本恢复的。请在本机重新录入这几捆。`,
  loan_of_another_session: ({ title }) => `这个外录文件属于“${title}”，不是本次会议的。请另选文件。`,
  loan_of_another_round: ({ round, ballot }) =>
    `这个外录文件属于第${round}轮投票“${ballot}”，不能取回到这一轮。请另选文件。`,
  loan_of_another_teller: ({ name }) => `这个外录文件由${name}录入，请由${name}坐下后取回。`,
  loan_is_back: ({ bundles }) => `第${bundles.join("、")}捆已经取回过了，不再取第二次。`,
  loan_called_back: ({ name, reason }) =>
    `这份外录已由${name}收回作废（${reason}），不能再取回。请以重新录入的为准。`,
  loan_changed: () => "这个文件与刚才核对指纹的不是同一个。请重新选文件，再核对一遍指纹。",
  loan_not_finished: ({ bundle, keyed, sheets }) =>
    `第${bundle}捆在另一台电脑上还没有交捆，已录${keyed} / ${sheets}张。请在那里录完交捆，关闭后重新拷贝。`,
  bundle_not_taken: ({ bundle }) => `第${bundle}捆还没有领取，请先领取。`,
  bundle_in_hand: ({ bundle }) => `手上还有第${bundle}捆，请先录完交回。`,
  bundle_closed: ({ bundle }) => `第${bundle}捆已经交回，请取下一捆。`,
  bundle_not_handed_in: ({ bundle }) => `第${bundle}捆还没有交捆。`,
  bundle_is_ruled: ({ bundle, sheet }) => `第${bundle}捆第${sheet}张已经裁定，先撤回裁定。`,
  passes_apart: ({ bundle, first, second }) => `第${bundle}捆首录${first}张、复录${second}张，张数对不上。`,
  pass_total_differs: ({ pass: which, keyed, returned }) =>
    `${pass[which]}共${keyed}张，收回${returned}张，张数对不上。`,
  bundle_is_whole: ({ bundle, sheets }) => `第${bundle}捆${sheets}张都已录完，请交回。`,
  bundle_not_whole: ({ bundle, keyed, sheets }) =>
    `第${bundle}捆共${sheets}张，才录了${keyed}张，还不能交回。`,
  keyed_in_the_other_pass: ({ bundle, name }) =>
    `第${bundle}捆的另一遍是${name}录的，复录须换一个人。请另取一捆。`,
  sheet_out_of_order: ({ expected, got }) => `应录第${expected}张，录的是第${got}张。请按顺序录入。`,
  only_the_last_sheet: ({ last }) => `只能退回刚录的一张（第${last}张）。`,
  reading_does_not_fit: () => "录入的内容与选票不符。请重录这一张。",
  no_write_ins: ({ contest }) => `“${contest}”不能另选他人。`,
  namesake_unclear: ({ name }) =>
    `代表中有两名“${name}”。改读票面，在姓名后注明是哪一位，例如：${name}（石门村）；或者先并名。`,
  write_in_without_name: () => "另选他人一栏没有姓名，请补上或删去。",
  pass_not_whole: ({ pass: which, bundle, keyed, returned }) =>
    `${pass[which]}还没有完成：收回${returned}张，已录${keyed}张。接着录第${bundle}捆。`,
  nothing_differs: ({ bundle, sheet }) => `第${bundle}捆第${sheet}张两次录入一致，无须核对。`,
  nothing_doubtful: ({ bundle, sheet }) => `第${bundle}捆第${sheet}张没有疑问，无须裁定。`,
  nobody_wrote_in: ({ name }) => `没有选票写入“${name}”。`,
  name_is_merged: ({ name, into }) => `“${name}”已并入“${into}”，先撤回那一次并名。`,
  name_is_not_merged: ({ name }) => `没有别的写法并入“${name}”。`,
  merge_disturbs_ruling: ({ bundle, sheet }) =>
    `并名会改变第${bundle}捆第${sheet}张已作的裁定，先撤回那一处裁定。`,
  not_of_one_kind: () => "只有同类的才能一并裁定；改读票面的，一张一张来。",
  already_ruled: ({ bundle, sheet }) => `第${bundle}捆第${sheet}张已经裁定。`,
  rows_still_open: ({ bundle, sheet, open }) => `第${bundle}捆第${sheet}张还有${open}处没有录入票面。`,
  differences_open: ({ sheets }) => `还有${sheets}张两次录入不一致，请监票人看票面核对。`,
  sections_open: ({ sections }) => `还有${sections}处疑问，请总监票人裁定。`,
  sheets_not_settled: ({ settled, returned }) => `收回${returned}张，已核定${settled}张。请先把其余的核定。`,
  totals_do_not_fit: () => "合计与选票的行数、等次不符，请对照选票逐行填写。",
  totals_off_returned: ({ contest, valid, void: voidOnes, returned }) =>
    `“${contest}”有效${valid}张、无效${voidOnes}张，合计不等于收回${returned}张。请核对正字计票表。`,
  totals_off_row: ({ contest, row, total, valid }) =>
    `“${contest}”第${row}行合计${total}，应等于有效${valid}。请核对这一行。`,
  totals_off_name: ({ contest, name }) =>
    `“${contest}”另选他人“${name}”有误：姓名空白、重复、本是候选人，或票数多于有效票。`,
  hand_tally_missing: () => "还没有填入正字计票合计。请监票人在“核定”处填入。",
  hand_tally_differs: ({ figures }) =>
    `正字计票与录入计票有${figures}个数不一致。请查明改正，或由总监票人裁定。`,
  hand_tally_agrees: () => "正字计票与录入计票没有差异，无须裁定。",
  quorum_not_in_count_file: ({ present, needed }) =>
    `计票文件只认组织法第十四条的法定人数${needed}人，本轮实到${present}人，不能导出。请以计票结果报告单为准。`,
  counted_by_hand: () => "本轮已改为人工计票，没有逐张记录。要继续录入，请先在“核定”处撤回人工计票。",
  not_counted_by_hand: () => "本轮没有改为人工计票。",
  followed_by_a_ballot: ({ ballot }) => `按这一结果举行的“${ballot}”已经发票，不能再重新核票。`,
  pin_needed: ({ name }) => `需要${name}本人输入 PIN 码。`,
  wrong_pin: ({ name, wrong }) => `${name}的 PIN 码不对（第${wrong}次）。请本人重新输入。`,
  pin_wait: ({ name, seconds }) => `${name}的 PIN 码多次输错，请过${seconds}秒再试。`,
  pin_figures: ({ least, most }) => `PIN 码须是${least}到${most}位数字。`,
  no_pin: ({ name }) => `${name}没有设 PIN 码。`,
  pin_to_remove_with: ({ name }) => `${name}没有设 PIN 码。取消别人的 PIN 码要输入自己的，请先设置。`,
  pin_stays: ({ name }) => `${name}设有 PIN 码。换角色先取消 PIN 码，再另加。`,
  pin_at_work: ({ name }) => `${name}正在本轮任职，宣布结果以前不能取消 PIN 码。`,
  pin_to_correct_with: ({ name }) => `${name}没有设 PIN 码。更正姓名要输入自己的，请先设置。`,
  name_on_duty: ({ name }) => `${name}正在本轮任职，宣布结果以后再更正姓名。`,
  already_certified: () => "计票结果已经核定，不能再改。",
  nothing_to_choose: ({ ballot }) => `“${ballot}”只有测评，没有通过名单。`,
  not_certified: () => "计票结果还没有核定。请总监票人先到“计票”核定。",
  report_not_printed: () => "计票结果报告单还没有签发。请先到“文书”签发。",
  result_announced: () => "结果已经宣布。",
  result_not_announced: () => "结果还没有宣布。请主持人宣布后再办理。",
  nobody_chosen: ({ ballot }) =>
    `“${ballot}”没有当选或通过的，不出名单；结果写在计票结果报告单上，缺额按规定另行选举或再次票决。`,
  nothing_chosen: () => "没有项目通过，不能签发决定。请按规定再次票决或由主席团研究。",
  ballot_is_printed: ({ ballot }) =>
    `“${ballot}”已经印制，不能删除；不再投票的，可以在“会场”登记“不再投票”并写明原因。`,
  ballot_is_shown: ({ ballot }) => `大屏上正是“${ballot}”，请先换一个画面再删除。`,
  ballot_withdrawn: ({ ballot }) => `“${ballot}”已经登记不再投票。`,
  not_that_round: ({ ballot }) => `“${ballot}”不是为这一轮准备的。请重新打开本页。`,
  nothing_follows: ({ contest }) => `按“${contest}”的结果，不需要这样办理。`,
  already_settled: ({ contest }) => `“${contest}”的后续已经定下，不能再改。`,
  too_many_stay: ({ seats, names }) =>
    `${names.join("、")}得票相同：放弃以后至少留下一名、最多留下${seats}名，才能不再投票；留下的还多于名额的，须再次投票。`,
  choose_of_the_tied: ({ seats, names }) => `请从得票相同的${names.join("、")}中选定${seats}个。`,
  seats_left_differ: ({ contest, seats }) => `“${contest}”还差${seats}个名额，应选数须与此相同。`,
  rule_of_the_first_round: ({ contest }) =>
    `“${contest}”的通过条件不符合组织法第二十九条：再次投票以得票多的当选，另行选举仍按原来的条件。`,
  only_the_tied: ({ contest, names }) => `“${contest}”再次投票只在得票相同的${names.join("、")}中进行。`,
  already_elected: ({ contest, name }) => `${name}已在“${contest}”中选出，不能再列为候选。`,
  no_such_hand_vote: () => "没有这一项表决，可能已被改动。请重新打开本页。",
  motion_without_title: () => "还没有填写表决事项的名称，请填写。",
  motion_too_long: ({ characters, most }) => `现有${characters}个字，大屏最多显示${most}个字。请缩短。`,
  threshold_of_paper: ({ title }) => `“${title}”不用选票，通过条件只能按全体或到会人数计算。请改正。`,
  hand_vote_open: ({ title }) => `“${title}”正在表决，请先办完或撤回那一项。`,
  hand_vote_is_put: ({ title }) => `“${title}”已经付表决，不能再改。`,
  hand_vote_not_put: ({ title }) => `“${title}”还没有付表决。请先到“会场”付表决。`,
  hand_vote_ended: ({ title }) => `“${title}”已经宣布结果或撤回，不能再改。`,
  present_of_the_other_body: ({ title }) =>
    `“${title}”：主席团表决请填到会成员人数；全体代表表决以清点的人数为准。`,
  more_present_than_members: ({ present, members }) =>
    `到会${present}人，多于主席团全体成员${members}人。请核对。`,
  presidium_not_quorate: ({ present, needed, members }) =>
    `主席团全体成员${members}人，到会${present}人，不足法定人数；到会${needed}人以上方可开会。人到齐后再付表决。`,
  hands_have_voted: ({ title }) =>
    `“${title}”已经清点举手人数，表决已经进行，不能撤回：撤回须在表决以前（组织法第二十二条）。数错的请总监票人重新清点，再按清点的人数宣布结果。`,
  hands_not_as_asked: ({ title }) => `“${title}”不是这样清点的。请重新打开本页。`,
  shown_differs_from_present: ({ shown, present }) =>
    `表决器四个数合计${shown}人，与实到${present}人不一致。请照显示核对；没有按键或没有表决器的代表计入未按，有人进出的，先清点人数再重新清点。`,
  more_hands_than_present: ({ raised, present }) =>
    `举手共${raised}人，多于实到${present}人。请再数一次；有人进出的，先清点人数再重新清点。`,
  hands_already_counted: ({ title }) => `“${title}”两位计票人都已报数。`,
  hands_not_counted: ({ counted, needed }) => `须由${needed}位计票人报数，现有${counted}位报了。`,
  hands_differ: ({ title }) => `“${title}”两位计票人数的不一致，请总监票人重新清点或核定。`,
  hands_do_not_differ: ({ title }) => `“${title}”的数字已经一致或核定，无须核定。`,
  line_empty: () => "还没有写要上屏的文字。请写一行再上屏。",
  line_too_long: ({ characters, most }) =>
    `上屏的文字有 ${characters} 个字，最多 ${most} 个字，再多后排就看不清了。请写短些。`,
  no_agenda: () => "还没有填写议程。请到“会前”填写。",
  no_such_item: ({ item }) => `议程中没有“${item}”这一项，可能已被改动。请重新打开本页。`,
  item_empty: () => "有一项议程没有写内容。请写上，或移除这一项。",
  item_twice: ({ item }) => `议程“${item}”出现了两次。请改写其中一项，或移除。`,
  hung_twice: ({ title }) => `“${title}”挂在了两项议程下面。请只留一处。`,
  no_such_sitting: ({ sitting }) => `没有第${sitting}号会次，可能已被改动。请重新打开本页。`,
  sitting_held: ({ sitting }) =>
    `${sittings.name(sitting)}已经点过名，会次要留在记录里，不能移除或改成另一种。`,
  roll_not_called: ({ sitting }) => `${sittings.name(sitting)}还没有点名。请先在“会场”点名。`,
  presidium_not_named: () => "还没有选定主席团成员。请先在“会前”的“会次”里选定。",
  not_entitled: ({ number, name }) =>
    `${number}号${name}不在应到的名单上，名册可能已被改动。请重新打开点名。`,
  called_twice: ({ number, name }) => `${number}号${name}点了两次。请只留一次。`,
  no_such_proposal: ({ proposal }) => `没有第${proposal}号议案或建议，可能已被改动。请重新打开本页。`,
  proposal_number_twice: ({ proposal }) => `第${proposal}号出现了两次。请改正编号。`,
  proposal_without_title: ({ proposal }) => `第${proposal}号没有标题。请填写标题。`,
  not_a_deputy: ({ number, name }) => `${number}号${name}不在代表名册上。请从名册里选。`,
  signed_twice: ({ proposal, number, name }) =>
    `第${proposal}号的联名代表里，${number}号${name}出现了两次。请只留一次。`,
  bill_needs_signers: ({ proposal, signed, needed }) =>
    `第${proposal}号是议案，须有代表${needed}人以上联名（地方组织法第二十二条），现在${signed}人。请补足联名代表，或者改作建议。`,
  proposal_stands_otherwise: ({ proposal, title, state }) =>
    `第${proposal}号“${title}”现在是“${proposals.states[state]}”，不能这样办。请看办理经过。`,
  proposal_is_voted_on: ({ proposal, title }) =>
    `第${proposal}号已经交付表决（“${title}”），不能再撤回或者转作建议（地方组织法第二十二条）。`,
  day_too_early: ({ day, before }) => `${onDay(day)}早于上一步的日期${onDay(before)}。请改正日期。`,
  deadline_out_of_range: ({ first, last }) =>
    `期限应在${onDay(first)}至${onDay(last)}之间（代表法：三个月内答复，最多六个月）。请改正期限。`,
  unit_missing: ({ proposal }) => `第${proposal}号没有填承办单位。请填写由谁办理。`,
  nothing_handed_over: ({ proposal }) => `第${proposal}号还没有交办。请先交办。`,
  no_proposals: () => "还没有登记议案、建议。请到“会后”登记。",
  nobody_named: () => "没有写是哪些代表。请至少选一名。",
  named_twice: ({ number, name }) => `${number}号${name}选了两次。请只留一次。`,
  no_such_activity: ({ activity }) => `没有第${activity}号活动，可能已被删去。请重新打开本页。`,
  points_twice: ({ kind }) => `“${record.deeds[kind]}”的积分写了两次。请只留一次。`,
  roster_empty: () => "名册上还没有代表。请到“会前”导入或填写名册。",
  paper_not_of_this_vote: ({ ballot }) => `“${ballot}”没有这种文书所写的内容，不用签发。`,
  no_such_paper: ({ paper }) => `没有第${paper}号文书。`,
  paper_not_editable: ({ title }) => `“${title}”是填写、计票或签名用的文书，不能存为可编辑的文件。`,
  paper_without_number: () => "只有公告才编号。",
  no_such_project: ({ project }) => `没有${project}号项目。`,
  no_such_review: ({ review }) => `没有第${review}次调度。`,
  no_project_given: () => "没有选定项目。请至少选一项。",
  project_without_name: () => "项目没有名称，请填写。",
  project_twice: ({ name }) => `“${name}”出现了两次。请只留一次。`,
  project_stands: ({ name, stands }) => `“${name}”现在是“${after.standings[stands]}”，不能这样办理。`,
  project_on_ballot: ({ name, ballot }) =>
    `“${name}”在“${ballot}”上。选票还没有发出的，先到“会前”把这一行删去；已经发出的，以票决结果为准。`,
  project_has_parts: ({ name, part }) => `“${part}”已并入“${name}”。请先改变“${part}”的去向。`,
  merge_leads_nowhere: ({ name, into }) => `“${name}”不能并入“${into}”。请选另一个没有合并、没有落选的项目。`,
  no_rows_to_take: ({ ballot }) => `“${ballot}”上的项目都已登记，没有可接的。`,
  congress_decides: ({ name }) =>
    `“${name}”的重大变更、暂停或者终止由代表大会决定。请在“依据”中选大会通过的决定。`,
  plan_out_of_order: ({ name }) => `“${name}”的分步目标日期要一步比一步晚，进度不能倒退。请改正。`,
  task_empty: ({ name }) => `“${name}”的整改没有写事项。请填写，或者把责任人和时限也清空。`,
  day_before_session: ({ day, held_on }) => `${day}早于会议日期${held_on}，请改正日期。`,
  no_projects: () => "还没有登记项目。请到“会后”登记。",
  no_chosen_projects: () => "登记的项目还没有通过票决的。票决结果经总监票人核定后再办。",
  no_past_projects: () => "还没有上年度的项目。请到“会前”填写上年度项目。",
  paper_without_text: () => "文书没有正文，请填写或恢复原文。",
};
