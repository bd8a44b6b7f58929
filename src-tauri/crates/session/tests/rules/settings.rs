//! What a ballot being prepared comes to, sentence by sentence, and what of it is out.

use session::ballot::{Ballot, BallotContest, Symbol, SymbolMeaning};
use session::paper::PaperKind;
use session::views::prepare::{OutPaper, PreparedBallot, ToIssue};
use session::views::settings::{
    Said, Setting, SettingView, SettingsView, ThresholdForm, offered_quorums, offered_thresholds,
};
use session::{EdgeCommand, PaperId, Refusal, ballot, views};
use tally::{
    Assessment, AtHalf, Band, Base, BlankRow, BlankSection, Cap, Contest, EvaluationRule, Fraction,
    IllegibleRow, Kind, Least, Levels, Mark, MultiMark, OverCap, Rate, SeatsRule, Shortfall,
    Threshold, TieRule, WriteIns,
};

use crate::support::*;

fn view(ballot: &Ballot) -> SettingsView {
    views::settings::view(&Told::prepared().session, ballot)
}

fn said_in(settings: &[SettingView], setting: Setting) -> Said {
    settings.iter().find(|one| one.setting == setting).unwrap().said.clone()
}

/// How the only question of a ballot says a setting, in Chinese.
fn zh(ballot: &Ballot, setting: Setting) -> String {
    let view = view(ballot);
    said_in(
        view.contests[0]
            .settings
            .iter()
            .chain(&view.ballot)
            .cloned()
            .collect::<Vec<_>>()
            .as_slice(),
        setting,
    )
    .zh
}

fn en(ballot: &Ballot, setting: Setting) -> String {
    let view = view(ballot);
    said_in(
        view.contests[0]
            .settings
            .iter()
            .chain(&view.ballot)
            .cloned()
            .collect::<Vec<_>>()
            .as_slice(),
        setting,
    )
    .en
}

fn with(change: impl FnOnce(&mut SeatsRule)) -> Ballot {
    let mut ballot = ballot();
    let Kind::Selection(rule) = &mut ballot.contests[0].contest.kind else { panic!("a selection") };
    change(rule);
    ballot
}

#[test]
fn a_threshold_is_said_with_the_number_that_reaches_it() {
    let two_thirds = Fraction::TWO_THIRDS;
    let cases = [
        (
            Some(Threshold::MAJORITY_OF_ALL),
            "赞成票超过全体代表7人的半数，即4票以上，通过。",
            "Chosen with more than half of all 7 deputies (4 votes or more).",
        ),
        (
            Some(Threshold { base: Base::AllDeputies, least: Least::AtLeast(two_thirds) }),
            "赞成票达到全体代表7人的三分之二，即5票以上，通过。",
            "Chosen with at least two thirds of all 7 deputies (5 votes or more).",
        ),
        (
            Some(Threshold { base: Base::Present, least: Least::Over(Fraction::HALF) }),
            "赞成票超过实到代表的半数，通过。",
            "Chosen with more than half of the deputies present.",
        ),
        (None, "不设门槛，得赞成票多的通过。", "No threshold: the most votes win."),
    ];
    for (threshold, chinese, english) in cases {
        let ballot = with(|rule| rule.threshold = threshold);
        assert_eq!(zh(&ballot, Setting::Threshold), chinese);
        assert_eq!(en(&ballot, Setting::Threshold), english);
    }
}

#[test]
fn every_setting_of_a_selection_is_a_sentence() {
    let ballot = with(|rule| {
        (rule.cap, rule.over_cap) = (Cap::AtMost, OverCap::Section);
        (rule.blank_row, rule.blank_section) = (BlankRow::Abstain, BlankSection::Valid);
        rule.illegible_row = IllegibleRow::Row;
        (rule.tie, rule.shortfall) = (TieRule::Runoff, Shortfall::Further);
    });
    let view = view(&ballot);
    let said: Vec<&str> =
        view.contests[0].settings.iter().map(|one| one.said.zh.as_str()).collect();
    assert_eq!(
        said,
        [
            "赞成画“○”，反对画“×”，弃权不画。",
            "赞成票超过全体代表7人的半数，即4票以上，通过。",
            "每张票赞成的项目不超过2项；超过的，该张票无效。",
            "一栏不画的，视为弃权；全部不画的，本票有效，各栏均计为弃权；一栏无法辨认的，该栏无效，其余有效。",
            "最后名额票数相等的，就票数相等的项目再次投票。",
            "通过的不足2项的，由主席团决定是否再次票决。",
            "结果按得票多少排列。",
        ]
    );
    assert_eq!(
        zh(&ballot, Setting::Quorum),
        "全体代表7人的三分之二以上，即5人以上到会，方可投票。"
    );
    assert_eq!(view.problem, None);
}

#[test]
fn an_election_says_who_may_be_written_in() {
    let mut ballot = ballot();
    let mut rule = rule(1);
    rule.write_ins = WriteIns::NeedsAgainst;
    ballot.contests[0].contest.kind = Kind::Election(rule);
    assert!(zh(&ballot, Setting::WriteIns).starts_with("反对候选人的，可以另选他人"));
    assert!(zh(&ballot, Setting::Threshold).ends_with("当选。"));
}

#[test]
fn an_evaluation_says_its_grades_its_rate_and_its_levels() {
    let grades = ["满意", "基本满意", "不满意"].map(str::to_owned).to_vec();
    let rule = EvaluationRule {
        grades,
        blank_row: BlankRow::Abstain,
        blank_section: BlankSection::Valid,
        illegible_row: IllegibleRow::Row,
        multi_mark: MultiMark::Void,
        rate: Rate { grades: vec![0, 1], base: Base::Valid, decimals: 2 },
    };
    let mut ballot = ballot();
    let options = ballot.contests[0].contest.options.clone();
    let symbols = [0, 1, 2]
        .map(|grade| SymbolMeaning { symbol: Symbol::Tick, mark: Mark::Grade(grade) })
        .to_vec();
    let contest = Contest {
        id: "grades".into(),
        title: "满意度测评".to_owned(),
        options,
        kind: Kind::Evaluation(rule),
    };
    let mut entry = BallotContest::of(contest, symbols);
    entry.row_noun = "部门".to_owned();
    entry.assessment = Some(Assessment::default());
    ballot.contests = vec![entry];
    assert_eq!(zh(&ballot, Setting::Grades), "分“满意”、“基本满意”、“不满意”三个等次，每个画“√”。");
    assert_eq!(
        zh(&ballot, Setting::Rate),
        "满意率为“满意”与“基本满意”的票数除以该项的有效票数，弃权计入基数，保留2位小数。"
    );
    assert_eq!(zh(&ballot, Setting::Levels), "只公布满意率，不评定等次。");
    let levels = [
        (
            Levels::Counts { at_half: AtHalf::NotEnough, by_level: Vec::new() },
            "从最好的等次起累计票数，超过半数的，定为该等次。",
        ),
        (
            Levels::Rate {
                bands: vec![
                    Band { label: "优".to_owned(), at_least: 8_550 },
                    Band { label: "差".to_owned(), at_least: 0 },
                ],
            },
            "按满意率定等次：85.5%以上为“优”，其余为“差”。",
        ),
    ];
    for (levels, chinese) in levels {
        ballot.contests[0].assessment = Some(Assessment { levels, ..Assessment::default() });
        assert_eq!(zh(&ballot, Setting::Levels), chinese);
    }
    assert!(zh(&ballot, Setting::Told).starts_with("每行是一个“部门”"));
}

#[test]
fn what_contradicts_the_law_is_marked_until_its_reason_is_given() {
    let mut ballot = Ballot { quorum: Fraction::HALF, ..ballot() };
    let departs = |ballot: &Ballot| {
        let view = view(ballot);
        let departing = view.ballot.iter().filter(|one| one.departs);
        departing.map(|one| one.setting).collect::<Vec<_>>()
    };
    assert_eq!(departs(&ballot), [Setting::Quorum, Setting::Departure]);
    assert!(matches!(view(&ballot).problem, Some(Refusal::DepartsFromLaw { .. })));
    ballot.departure_reason = Some("试点方案".to_owned());
    assert_eq!(departs(&ballot), []);
    assert_eq!(zh(&ballot, Setting::Departure), "与法律的一般规定不同，理由：试点方案");
}

#[test]
fn what_a_form_offers_by_name_comes_with_what_it_sets() {
    let forms: Vec<_> = offered_thresholds().iter().map(|one| one.form).collect();
    assert_eq!(forms, [ThresholdForm::Half, ThresholdForm::TwoThirds, ThresholdForm::None]);
    assert_eq!(offered_thresholds()[0].threshold, Some(Threshold::MAJORITY_OF_ALL));
    assert_eq!(offered_quorums()[0].quorum, Fraction::TWO_THIRDS);
}

fn prepared(told: &Told) -> PreparedBallot {
    views::prepare::view(&told.session).ballots.remove(0)
}

fn numbers(papers: &[OutPaper]) -> Vec<(u32, u32)> {
    papers.iter().map(|paper| (paper.paper.0, paper.printed)).collect()
}

fn print(told: &mut Told, paper: u32, copies: u32) -> Result<(), Refusal> {
    let printed = EdgeCommand::NotePrinted { paper: PaperId(paper), copies };
    let events = told.session.decide_at_edge(&printed, &person("secretary"))?;
    told.record(&events, "secretary");
    Ok(())
}

#[test]
fn what_was_printed_and_no_longer_holds_is_told_with_its_copies_and_what_takes_its_place() {
    let mut told = Told::prepared();
    let of_the_ballot = || PaperKind::Ballot { ballot: ballot_id() };
    told.print_ballot();
    told.issue(PaperKind::Rules { ballot: ballot_id() });
    print(&mut told, 1, 40).unwrap();
    print(&mut told, 1, 30).unwrap();
    assert_eq!(print(&mut told, 9, 1), Err(Refusal::NoSuchPaper { paper: PaperId(9) }));
    assert!(print(&mut told, 1, 0).is_err());
    let before = prepared(&told);
    assert_eq!(before.current.map(|paper| (paper.paper.0, paper.printed)), Some((1, 70)));
    assert_eq!((before.to_withdraw.len(), before.to_issue.len()), (0, 0));

    let mut changed = ballot();
    changed.contests[0].contest.options[0].name = "改过的名称".to_owned();
    told.done(ballot::Command::SaveBallot { ballot: changed }, "secretary");
    let after = prepared(&told);
    assert_eq!(after.current, None);
    assert_eq!(numbers(&after.to_withdraw), [(2, 0), (1, 70)]);
    assert_eq!(
        after.to_issue,
        [
            ToIssue { kind: of_the_ballot(), copies: 70 },
            ToIssue { kind: PaperKind::Rules { ballot: ballot_id() }, copies: 0 },
        ]
    );

    told.print_ballot();
    let reprinted = prepared(&told);
    assert_eq!(reprinted.current.map(|paper| paper.paper.0), Some(3));
    assert_eq!(numbers(&reprinted.to_withdraw), [], "the same bytes hold again");
    assert_eq!(reprinted.to_issue.len(), 1, "the rules");
}
