//! 办法: every setting is a clause, and a changed setting changes its clause (docs/rules.md,
//! settings of a vote).

use papers::{default_text, filled_text};
use session::BallotId;
use session::ballot::election::Election;
use session::ballot::{Ballot, HallCounting, OptionOrder};
use session::paper::PaperKind;
use session::tally::{
    AbstentionBase, AbstentionWord, Assessment, AtHalf, Band, Base, BlankRow, BlankSection, Cap,
    Fraction, IllegibleRow, Kind, Least, Levels, MultiMark, OverCap, SeatsRule, Shortfall,
    Threshold, TieRule, ValidIf, WriteInUnmarked, WriteIns,
};

use crate::told::{
    Told, ballot_of, election, evaluation, evaluation_rule, motion, names_of, sample_ballot,
    seats_rule,
};

/// Returns the rules of a ballot as they are written, without the markup.
fn rules_of(ballot: &Ballot) -> String {
    let mut told = Told::sample();
    told.save(ballot);
    let of = PaperKind::Rules { ballot: ballot.id.clone() };
    filled_text(&told.session, &of, default_text(&of)).unwrap().replace(['\\', '*'], "")
}

fn posts(change: impl Fn(&mut SeatsRule)) -> Ballot {
    let mut rule = seats_rule(2);
    change(&mut rule);
    ballot_of(
        "posts",
        "副镇长选举票",
        "浅绿色",
        vec![election("posts", "副镇长", &["刘㛃", "陆𬱖生", "买买提·艾力"], rule)],
    )
}

fn says(ballot: &Ballot, clauses: &[&str]) {
    let rules = rules_of(ballot);
    for clause in clauses {
        assert!(rules.contains(clause), "{clause}\nis not in\n{rules}");
    }
}

fn with(change: impl Fn(&mut SeatsRule), clauses: &[&str]) {
    says(&posts(change), clauses);
}

#[test]
fn clauses_are_numbered_one_by_one() {
    let rules = rules_of(&sample_ballot());
    let numbers: Vec<&str> = rules
        .lines()
        .filter_map(|line| line.strip_prefix('第')?.split_once('条').map(|(number, _)| number))
        .collect();
    assert_eq!(numbers[..4], ["一", "二", "三", "四"]);
    assert!(numbers.len() > 15 && numbers.windows(2).all(|pair| pair[0] != pair[1]), "{numbers:?}");
}

#[test]
fn article_14_the_quorum_is_a_share_and_a_number() {
    says(
        &sample_ballot(),
        &["会议有全体代表的三分之二以上出席", "本届代表共58名，出席代表达到39名的"],
    );
    let reason = Some("省人大常委会另有规定".to_owned());
    let lower = Ballot { quorum: Fraction::HALF, departure_reason: reason, ..sample_ballot() };
    says(
        &lower,
        &[
            "会议有全体代表的半数以上出席",
            "出席代表达到29名",
            "与法律的一般规定不同，理由：省人大常委会另有规定",
        ],
    );
}

#[test]
fn article_25_the_threshold_is_worded_and_numbered() {
    with(
        |_| (),
        &[
            "得赞成票超过全体代表的半数，即达到30票的，始得当选",
            "达到上述票数的候选人多于应选名额的，以得赞成票多的当选",
        ],
    );
    let two_thirds =
        Threshold { base: Base::AllDeputies, least: Least::AtLeast(Fraction::TWO_THIRDS) };
    with(
        |rule| rule.threshold = Some(two_thirds),
        &["得赞成票达到全体代表的三分之二，即达到39票的"],
    );
    let mut ballot = posts(|rule| {
        rule.threshold = Some(Threshold { base: Base::Valid, ..Threshold::MAJORITY_OF_ALL });
    });
    ballot.departure_reason = Some("试行".to_owned());
    says(&ballot, &["得赞成票超过有效选票的半数的，始得当选"]);
    let mut most = posts(|rule| rule.threshold = None);
    most.departure_reason = Some("试行".to_owned());
    says(&most, &["候选人（包括另选的人）以得赞成票多的当选"]);
}

#[test]
fn article_44_when_the_vote_is_valid() {
    let valid_if = |valid_if| Ballot { valid_if, ..sample_ballot() };
    says(
        &valid_if(ValidIf::ReturnedAtMostIssued),
        &["收回的票数等于或者少于发出的票数，投票有效；多于发出的票数，投票无效，应当重新投票"],
    );
    says(
        &valid_if(ValidIf::ReturnedAtMostPresent),
        &["收回的票数等于或者少于实到代表人数，投票有效"],
    );
    says(
        &valid_if(ValidIf::ReturnedEqualsIssued),
        &["收回的票数等于发出的票数，投票有效；不等于发出的票数，投票无效"],
    );
}

#[test]
fn cap_and_what_breaks_it() {
    with(|_| (), &["赞成的候选人（包括另选的人）等于或者少于2名的有效；多于2名的，该张选票无效"]);
    with(|rule| rule.cap = Cap::Exactly, &["应当等于2名；多于或者少于2名的，该张选票无效"]);
    with(|rule| rule.cap = Cap::None, &["赞成的候选人数不限"]);
    with(|rule| rule.over_cap = OverCap::Flag, &["多于2名的，由总监票人认定"]);
    with(|rule| rule.over_cap = OverCap::Sheet, &["多于2名的，整张选票无效"]);
}

#[test]
fn what_is_drawn_and_what_blank_and_illegible_mean() {
    with(
        |_| (),
        &[
            "赞成的，画“○”；反对的，画“×”；不画任何符号的，视为弃权",
            "全部栏目均未画符号的，该张选票有效，各栏均计为弃权",
        ],
    );
    with(|rule| rule.blank_row = BlankRow::For, &["不画任何符号的，视为赞成"]);
    with(|rule| rule.blank_row = BlankRow::Void, &["不画任何符号的，该候选人栏无效"]);
    with(|rule| rule.blank_section = BlankSection::Void, &["全部栏目均未画符号的，该张选票无效"]);
    with(|_| (), &["部分栏目无法辨认的，该候选人栏无效，其余各栏有效"]);
    with(|rule| rule.illegible_row = IllegibleRow::Section, &["有栏目无法辨认的，该张选票无效"]);
}

#[test]
fn article_28_who_may_write_in() {
    with(
        |_| (),
        &["表示反对的，可以另选他人；表示弃权的，不得另选他人", "写明姓名而未画符号的，视为赞成"],
    );
    with(|rule| rule.write_ins = WriteIns::Allowed, &["表示反对或者弃权的，可以另选他人"]);
    with(|rule| rule.write_ins = WriteIns::None, &["不另选他人"]);
    with(|rule| rule.write_in_unmarked = WriteInUnmarked::Void, &["未画符号的，所另选的人不计票"]);
    let mut deputies = posts(|_| ());
    deputies.contests[0].election =
        Some(Election { write_in_deputies_only: true, by_election: true, ..Election::default() });
    says(&deputies, &["所另选的人应当是本届人民代表大会代表", "补选副镇长2名"]);
}

#[test]
fn article_29_ties_and_too_few() {
    with(|_| (), &["应当就票数相等的候选人再次投票，以得赞成票多的当选", "不足的名额另行选举"]);
    with(|rule| rule.tie = TieRule::Presidium, &["由主席团从票数相等的候选人中决定"]);
    with(|rule| rule.tie = TieRule::AllIn, &["票数相等的候选人均当选"]);
    with(|rule| rule.tie = TieRule::BallotOrder, &["按选票上的排列顺序，列在前面的当选"]);
    with(|rule| rule.shortfall = Shortfall::Accept, &["少于应选名额的，不再补足"]);
}

#[test]
fn order_colour_bundles_and_hall() {
    let mut ballot = posts(|_| ());
    ballot.contests[0].order = OptionOrder::NameStrokes;
    says(&ballot, &["候选人按姓名笔画为序排列", "颜色为浅绿色"]);
    ballot.contests[0].order = OptionOrder::PrimaryVotes;
    says(&ballot, &["候选人按预选得票多少为序排列"]);
    says(&sample_ballot(), &["项目按编号顺序排列", "每10张为一捆", "实时显示已经核对一致的得票数"]);
    says(
        &Ballot { hall: HallCounting::Progress, bundle_size: 20, ..sample_ballot() },
        &["每20张为一捆", "只显示计票进度，不显示得票数"],
    );
    says(&Ballot { hall: HallCounting::Nothing, ..sample_ballot() }, &["会场大屏幕不显示计票情况"]);
}

fn graded(
    assessment: Option<Assessment>,
    change: impl Fn(&mut session::tally::EvaluationRule),
) -> Ballot {
    let names = names_of(&["云岭村道路", "自来水一期"]);
    let mut entry =
        evaluation("done", "2025年度民生实事满意度测评", &names, &["满意", "基本满意", "不满意"]);
    let mut rule = evaluation_rule(&["满意", "基本满意", "不满意"]);
    change(&mut rule);
    entry.contest.kind = Kind::Evaluation(rule);
    entry.assessment = assessment;
    ballot_of("done", "2025年度民生实事满意度测评票", "", vec![entry])
}

#[test]
fn grades_weights_rates_and_levels() {
    says(&graded(None, |_| ()), &["每项分为“满意”、“基本满意”、“不满意”三个等次", "该项无效"]);
    says(
        &graded(None, |_| ()),
        &[
            "满意率为“满意”与“基本满意”票数之和除以该项的有效票数，以百分数表示，保留小数点后二位，四舍五入",
        ],
    );
    says(&graded(None, |rule| rule.multi_mark = MultiMark::Abstain), &["该项计为弃权"]);
    says(
        &graded(None, |rule| (rule.rate.base, rule.rate.decimals) = (Base::Present, 0)),
        &["除以实到代表人数，以百分数表示，四舍五入取整数"],
    );
    let weighted = Assessment { weights: vec![100, 60, 0], ..Assessment::default() };
    says(
        &graded(Some(weighted), |_| ()),
        &["“满意”100%、“基本满意”60%、“不满意”0%，加权得票数除以"],
    );
    let left_out = Assessment {
        abstention: AbstentionWord::DontKnow,
        abstention_base: AbstentionBase::LeftOut,
        ..Assessment::default()
    };
    says(&graded(Some(left_out), |_| ()), &["不画任何符号的，视为不了解", "不了解的不计入"]);
    let counts =
        Assessment { levels: Levels::Counts { at_half: AtHalf::Enough }, ..Assessment::default() };
    says(&graded(Some(counts), |_| ()), &["从最好的等次起依次累计，票数达到半数的，定为该等次"]);
    let band = |label: &str, at_least| Band { label: label.to_owned(), at_least };
    let bands = vec![band("优秀", 9000), band("良好", 7550), band("一般", 0)];
    let rated = Assessment { levels: Levels::Rate { bands }, ..Assessment::default() };
    says(&graded(Some(rated), |_| ()), &["90%以上的为“优秀”，75.5%以上的为“良好”，其余的为“一般”"]);
}

#[test]
fn a_motion_passes_by_its_threshold() {
    let ballot = ballot_of(
        "report",
        "政府工作报告表决票",
        "",
        vec![motion("report", "镇人民政府工作报告", "同意")],
    );
    says(
        &ballot,
        &["对“镇人民政府工作报告”进行表决", "赞成票超过全体代表的半数，即达到30票的，表决通过"],
    );
}

#[test]
fn several_contests_are_told_apart() {
    let head = election("head", "镇长", &["卢晓东"], seats_rule(1));
    let deputies = election("deputies", "副镇长", &["刘㛃", "陆𬱖生"], seats_rule(1));
    let ballot = ballot_of("officers", "镇长、副镇长选举票", "", vec![head, deputies]);
    says(
        &ballot,
        &[
            "选举镇长1名。候选人1名，实行等额选举",
            "选举副镇长1名。候选人2名，实行差额选举",
            "镇长部分：",
            "副镇长部分：",
        ],
    );
    assert_eq!(ballot.id, BallotId("officers".to_owned()));
}
