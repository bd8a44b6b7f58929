//! 办法: every setting is a clause, a changed setting changes its clause, and every clause cites
//! the article it stands on (docs/rules.md, from law to rule, settings of a vote).

use papers::{default_text, filled_text};
use session::BallotId;
use session::ballot::election::{Election, Nominee, Post};
use session::ballot::{Ballot, HallCounting, OptionOrder};
use session::paper::PaperKind;
use session::tally::{
    AbstentionBase, AbstentionWord, Assessment, AtHalf, Band, Base, BlankRow, BlankSection, Cap,
    EvaluationRule, Fraction, IllegibleRow, Kind, Least, Levels, MultiMark, OverCap, SeatsRule,
    Shortfall, Threshold, TieRule, ValidIf, WriteInUnmarked, WriteIns,
};

use crate::told::{
    Told, ballot_of, election, evaluation, evaluation_rule, motion, names_of, sample_ballot,
    seats_rule,
};

const PRACTICE: &str = "惯例";
const HOUSE: &str = "本程序";

fn organic_law(article: &str) -> String {
    format!("地方组织法第{article}条")
}

/// Returns the rules of a ballot as they are written, without the markup.
fn rules_of(ballot: &Ballot) -> String {
    filled(ballot, default_text(&rules(ballot)))
}

fn rules(ballot: &Ballot) -> PaperKind {
    PaperKind::Rules { ballot: ballot.id.clone() }
}

fn filled(ballot: &Ballot, text: &str) -> String {
    let mut told = Told::sample();
    told.save(ballot);
    filled_text(&told.session, &rules(ballot), text).unwrap().replace(['\\', '*'], "")
}

/// Every clause of a ballot's rules behind the article it stands on.
fn cited(ballot: &Ballot) -> String {
    let parts = ["opening", "nomination", "conduct", "marking", "counting", "outcome", "closing"];
    let listed = |part| {
        let every = format!("{{% for said in rules.clauses.{part} %}}\n");
        every + "{{ said.law }}：{{ said.text }}\n{% endfor %}\n"
    };
    filled(ballot, &parts.map(listed).concat())
}

/// Each sentence stands in a clause that cites this law.
fn says(law: &str, ballot: &Ballot, sentences: &[&str]) {
    let rules = cited(ballot);
    for sentence in sentences {
        let clause = rules.lines().find(|clause| clause.contains(sentence));
        let clause = clause.unwrap_or_else(|| panic!("{sentence}\nis not in\n{rules}"));
        assert!(clause.starts_with(&format!("{law}：")), "{sentence}\nis not by {law}: {clause}");
    }
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

fn with(law: &str, change: impl Fn(&mut SeatsRule), sentences: &[&str]) {
    says(law, &posts(change), sentences);
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
fn organic_law_14_the_quorum_is_a_share_and_a_number() {
    says(
        &organic_law("十四"),
        &sample_ballot(),
        &["会议有全体代表的三分之二以上出席", "本届代表共58名，出席代表达到39名的"],
    );
    let reason = Some("省人大常委会另有规定".to_owned());
    let lower = Ballot { quorum: Fraction::HALF, departure_reason: reason, ..sample_ballot() };
    says(&organic_law("十四"), &lower, &["会议有全体代表的半数以上出席", "出席代表达到29名"]);
    says(HOUSE, &lower, &["与法律的一般规定不同，理由：省人大常委会另有规定"]);
}

#[test]
fn organic_law_25_the_threshold_is_worded_and_numbered() {
    let law = organic_law("二十五");
    with(
        &law,
        |_| (),
        &[
            "得赞成票超过全体代表的半数，即达到30票的，始得当选",
            "达到上述票数的候选人多于应选名额的，以得赞成票多的当选",
        ],
    );
    let two_thirds =
        Threshold { base: Base::AllDeputies, least: Least::AtLeast(Fraction::TWO_THIRDS) };
    with(
        &law,
        |rule| rule.threshold = Some(two_thirds),
        &["得赞成票达到全体代表的三分之二，即达到39票的"],
    );
    let mut ballot = posts(|rule| {
        rule.threshold = Some(Threshold { base: Base::Valid, ..Threshold::MAJORITY_OF_ALL });
    });
    ballot.departure_reason = Some("试行".to_owned());
    says(&law, &ballot, &["得赞成票超过有效选票的半数的，始得当选"]);
    let mut most = posts(|rule| rule.threshold = None);
    most.departure_reason = Some("试行".to_owned());
    says(PRACTICE, &most, &["候选人（包括另选的人）以得赞成票多的当选"]);
}

#[test]
fn organic_law_25_a_motion_passes_by_its_threshold() {
    let ballot = ballot_of(
        "report",
        "政府工作报告表决票",
        "",
        vec![motion("report", "镇人民政府工作报告", "同意")],
    );
    says(
        &organic_law("二十五"),
        &ballot,
        &["对“镇人民政府工作报告”进行表决", "赞成票超过全体代表的半数，即达到30票的，表决通过"],
    );
}

#[test]
fn organic_law_27_and_30_more_candidates_than_seats_or_as_many() {
    says(
        &organic_law("二十七"),
        &posts(|_| ()),
        &["选举副镇长2名。候选人3名，实行差额选举，差额1名"],
    );
    let mut filling = posts(|_| ());
    filling.contests[0].election =
        Some(Election { post: Post::DeputyHead, by_election: true, ..Election::default() });
    says(&organic_law("三十"), &filling, &["补选副镇长2名。候选人3名，实行差额选举"]);
}

#[test]
fn organic_law_27_several_contests_are_told_apart() {
    let head = election("head", "镇长", &["卢晓东"], seats_rule(1));
    let deputies = election("deputies", "副镇长", &["刘㛃", "陆𬱖生"], seats_rule(1));
    let ballot = ballot_of("officers", "镇长、副镇长选举票", "", vec![head, deputies]);
    says(
        &organic_law("二十七"),
        &ballot,
        &["选举镇长1名。候选人1名，实行等额选举", "选举副镇长1名。候选人2名，实行差额选举"],
    );
    says(
        &organic_law("二十九"),
        &ballot,
        &["镇长部分：票数相等不能确定当选的", "副镇长部分：票数相等"],
    );
    assert_eq!(ballot.id, BallotId("officers".to_owned()));
}

#[test]
fn organic_law_28_what_is_drawn_and_what_a_blank_row_means() {
    let law = organic_law("二十八");
    with(&law, |_| (), &["赞成的，画“○”；反对的，画“×”；不画任何符号的，视为弃权"]);
    with(&law, |rule| rule.blank_row = BlankRow::For, &["不画任何符号的，视为赞成"]);
    with(&law, |rule| rule.blank_row = BlankRow::Void, &["不画任何符号的，该候选人栏无效"]);
    with(&law, |_| (), &["每人一张选票，由本人填写和投票"]);
}

#[test]
fn organic_law_29_ties_and_too_few() {
    let law = organic_law("二十九");
    with(
        &law,
        |_| (),
        &["应当就票数相等的候选人再次投票，以得赞成票多的当选", "不足的名额另行选举"],
    );
    with(&law, |rule| rule.tie = TieRule::Presidium, &["由主席团从票数相等的候选人中决定"]);
    with(&law, |rule| rule.tie = TieRule::AllIn, &["票数相等的候选人均当选"]);
    with(&law, |rule| rule.tie = TieRule::BallotOrder, &["按选票上的排列顺序，列在前面的当选"]);
    with(&law, |rule| rule.shortfall = Shortfall::Accept, &["少于应选名额的，不再补足"]);
}

#[test]
fn deputies_law_17_who_may_write_in() {
    let law = "代表法第十七条";
    with(
        law,
        |_| (),
        &["表示反对的，可以另选他人；表示弃权的，不得另选他人", "写明姓名而未画符号的，视为赞成"],
    );
    with(law, |rule| rule.write_ins = WriteIns::Allowed, &["表示反对或者弃权的，可以另选他人"]);
    let void = |rule: &mut SeatsRule| rule.write_in_unmarked = WriteInUnmarked::Void;
    with(law, void, &["未画符号的，所另选的人不计票"]);
    let none = |rule: &mut SeatsRule| rule.write_ins = WriteIns::None;
    with(&organic_law("二十八"), none, &["不另选他人"]);
    let mut deputies = posts(|_| ());
    deputies.contests[0].election =
        Some(Election { write_in_deputies_only: true, ..Election::default() });
    says(law, &deputies, &["所另选的人应当是本届人民代表大会代表"]);
}

#[test]
fn electoral_law_43_who_counts() {
    let law = "选举法第四十三条";
    with(
        law,
        |_| (),
        &[
            "由主席团在不是候选人的代表中提名，会议表决通过；设计票人4名，由大会秘书处指定",
            "候选人及其近亲属不得担任总监票人",
        ],
    );
    assert!(!cited(&sample_ballot()).contains("近亲属"), "nobody is elected");
}

#[test]
fn electoral_law_44_when_the_vote_is_valid() {
    let law = "选举法第四十四条";
    let valid_if = |valid_if| Ballot { valid_if, ..sample_ballot() };
    says(
        law,
        &valid_if(ValidIf::ReturnedAtMostIssued),
        &["收回的票数等于或者少于发出的票数，投票有效；多于发出的票数，投票无效，应当重新投票"],
    );
    says(
        law,
        &valid_if(ValidIf::ReturnedAtMostPresent),
        &["收回的票数等于或者少于实到代表人数，投票有效"],
    );
    says(
        law,
        &valid_if(ValidIf::ReturnedEqualsIssued),
        &["收回的票数等于发出的票数，投票有效；不等于发出的票数，投票无效"],
    );
}

#[test]
fn electoral_law_44_cap_and_what_breaks_it() {
    let law = "选举法第四十四条";
    let usual = "赞成的候选人（包括另选的人）等于或者少于2名的有效；多于2名的，该张选票无效";
    with(law, |_| (), &[usual]);
    with(law, |rule| rule.cap = Cap::Exactly, &["应当等于2名；多于或者少于2名的，该张选票无效"]);
    with(law, |rule| rule.cap = Cap::None, &["赞成的候选人数不限"]);
    with(law, |rule| rule.over_cap = OverCap::Flag, &["多于2名的，由总监票人认定"]);
    with(law, |rule| rule.over_cap = OverCap::Sheet, &["多于2名的，整张选票无效"]);
}

/// What is not drawn on counts as the tally counts it: a blank ballot that is valid abstains in
/// every row, whatever one blank row means.
#[test]
fn practice_what_blank_and_illegible_mean() {
    let blank = "全部栏目均未画符号的，该张选票有效，各栏均计为弃权";
    with(PRACTICE, |_| (), &[blank]);
    with(PRACTICE, |rule| rule.blank_row = BlankRow::For, &[blank]);
    let by_row = |rule: &mut SeatsRule| {
        (rule.blank_row, rule.blank_section) = (BlankRow::For, BlankSection::ByRow);
        rule.cap = Cap::None;
    };
    with(PRACTICE, by_row, &["全部栏目均未画符号的，该张选票有效，各栏均计为赞成"]);
    let void = |rule: &mut SeatsRule| rule.blank_section = BlankSection::Void;
    with(PRACTICE, void, &["全部栏目均未画符号的，该张选票无效"]);
    with(PRACTICE, |_| (), &["部分栏目无法辨认的，该候选人栏无效，其余各栏有效"]);
    let section = |rule: &mut SeatsRule| rule.illegible_row = IllegibleRow::Section;
    with(PRACTICE, section, &["有栏目无法辨认的，该张选票无效"]);
}

#[test]
fn practice_order_and_colour() {
    let mut ballot = posts(|_| ());
    ballot.contests[0].order = OptionOrder::ByHand;
    says(PRACTICE, &ballot, &["候选人按主席团确定的顺序排列", "颜色为浅绿色"]);
    says(PRACTICE, &sample_ballot(), &["项目按编号顺序排列"]);
}

/// An order that was only chosen is not what the list is.
#[test]
fn practice_an_order_is_said_only_where_the_candidates_stand_in_it() {
    let mut ballot = posts(|_| ());
    for order in [OptionOrder::NameStrokes, OptionOrder::PrimaryVotes] {
        ballot.contests[0].order = order;
        assert!(!rules_of(&ballot).contains("为序排列"), "{order:?}");
    }
    ballot.contests[0].order = OptionOrder::NameStrokes;
    ballot.contests[0].contest.options.swap(1, 2);
    says(PRACTICE, &ballot, &["候选人按姓名笔画为序排列"]);
    ballot.contests[0].order = OptionOrder::PrimaryVotes;
    let voted = |votes| Nominee { primary_votes: Some(votes), ..Nominee::default() };
    let election = Election { nominees: [40, 31, 31].map(voted).to_vec(), ..Election::default() };
    ballot.contests[0].election = Some(election);
    says(PRACTICE, &ballot, &["候选人按预选得票多少为序排列"]);
}

#[test]
fn practice_shares_and_the_overall_rate_are_told_where_they_are_set() {
    let told = Assessment { shares: true, overall: true, ..Assessment::default() };
    let ballot = graded(Some(told), |_| ());
    says(PRACTICE, &ballot, &["公布每项各等次的占比", "总体满意率将各项的票数相加"]);
    assert!(!cited(&graded(Some(Assessment::default()), |_| ())).contains("占比"));
}

#[test]
fn house_bundles_and_hall() {
    says(HOUSE, &sample_ballot(), &["每10张为一捆", "实时显示已经核对一致的得票数"]);
    let progress = Ballot { hall: HallCounting::Progress, bundle_size: 20, ..sample_ballot() };
    says(HOUSE, &progress, &["每20张为一捆", "只显示计票进度，不显示得票数"]);
    let nothing = Ballot { hall: HallCounting::Nothing, ..sample_ballot() };
    says(HOUSE, &nothing, &["会场大屏幕不显示计票情况"]);
}

fn graded(assessment: Option<Assessment>, change: impl Fn(&mut EvaluationRule)) -> Ballot {
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
fn practice_grades_and_rates() {
    let usual = graded(None, |_| ());
    says(PRACTICE, &usual, &["每项分为“满意”、“基本满意”、“不满意”三个等次", "该项无效"]);
    let rate = "满意率为“满意”与“基本满意”票数之和除以该项的有效票数，以百分数表示，保留小数点后二位，四舍五入";
    says(PRACTICE, &usual, &[rate]);
    let abstain = graded(None, |rule| rule.multi_mark = MultiMark::Abstain);
    says(PRACTICE, &abstain, &["该项计为弃权"]);
    let of_present = graded(None, |rule| (rule.rate.base, rule.rate.decimals) = (Base::Present, 0));
    says(PRACTICE, &of_present, &["除以实到代表人数，以百分数表示，四舍五入取整数"]);
}

#[test]
fn practice_weights_abstentions_and_levels() {
    let assessed = |assessment| graded(Some(assessment), |_| ());
    let weighted = Assessment { weights: vec![100, 60, 0], ..Assessment::default() };
    let weights = "“满意”100%、“基本满意”60%、“不满意”0%，加权得票数除以";
    says(PRACTICE, &assessed(weighted), &[weights]);
    let left_out = Assessment {
        abstention: AbstentionWord::DontKnow,
        abstention_base: AbstentionBase::LeftOut,
        ..Assessment::default()
    };
    says(
        PRACTICE,
        &assessed(left_out),
        &["不画任何符号的，视为不了解", "各栏均计为不了解", "不了解的不计入"],
    );
    let counts = |by_level| {
        let levels = Levels::Counts { at_half: AtHalf::Enough, by_level };
        assessed(Assessment { levels, ..Assessment::default() })
    };
    let by_counts = "从最好的等次起依次累计，票数达到半数的，定为该等次";
    says(PRACTICE, &counts(Vec::new()), &[by_counts]);
    let by_level = "依次累计，票数达到半数的为“满意”，超过半数的为“基本满意”，其余的为“不满意”";
    says(PRACTICE, &counts(vec![AtHalf::Enough, AtHalf::NotEnough]), &[by_level]);
    let band = |label: &str, at_least| Band { label: label.to_owned(), at_least };
    let bands = vec![band("优秀", 9000), band("良好", 7550), band("一般", 0)];
    let rated = Assessment { levels: Levels::Rate { bands }, ..Assessment::default() };
    let by_rate = "90%以上的为“优秀”，75.5%以上的为“良好”，其余的为“一般”";
    says(PRACTICE, &assessed(rated), &[by_rate]);
}

/// What a secretary's own text may compare with: the rule as docs/count-file.md writes it.
#[test]
fn house_a_text_may_name_the_rule_itself() {
    let text = "{{ rules.clauses.opening | length }}{% for contest in rules.contests %}，\
                {{ contest.kind }} {{ contest.rule.cap }} {{ contest.rule.threshold.base }}\
                {% endfor %}";
    assert_eq!(filled(&posts(|_| ()), text), "2，election at_most all_deputies");
}
