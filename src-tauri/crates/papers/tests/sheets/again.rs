//! Papers of a vote held once more, and of an evaluation that tells everything it may.

use papers::{SetPaper, Shelf, default_text, filled_text, of_session};
use session::ballot::ResultOrder;
use session::ballot::election::{Election, Post};
use session::ballot::follow::proposed_ballot;
use session::paper::PaperKind;
use session::round::RoundKind;
use session::tally::{Assessment, AtHalf, Levels};
use session::{BallotId, RoundId};

use crate::pictures::looks_as_before;
use crate::told::{
    ALL_BACK, Numbers, Told, alike, ballot_of, election, evaluation, names_of, seats_rule, section,
};

fn set(told: &Told, kind: &PaperKind) -> SetPaper {
    of_session(&told.session, kind, None, &Shelf::default()).unwrap()
}

/// Two deputy heads of three; one of them is elected.
fn one_is_missing() -> (Told, RoundId) {
    let mut told = Told::sample();
    let mut deputies = election("deputies", "副镇长", &["陆𬱖生", "田富", "何丽萍"], seats_rule(2));
    deputies.election = Some(Election { post: Post::DeputyHead, ..Election::default() });
    let ballot = ballot_of("deputies", "副镇长选票", "浅绿色", vec![deputies]);
    told.save(&ballot);
    let mut sheets = alike(50, &[section("○××", &[])]);
    sheets.extend(alike(6, &[section("×○×", &[])]));
    let round = told.vote(&ballot.id, RoundKind::First, ALL_BACK, &sheets);
    (told, round)
}

#[test]
fn a_seat_that_is_missing_is_counted_and_nobody_is_on_no_list() {
    let (told, round) = one_is_missing();
    let said = |kind: &PaperKind| {
        filled_text(&told.session, kind, default_text(kind)).unwrap().replace('\\', "")
    };
    let list = said(&PaperKind::ChosenList { round });
    assert!(list.contains("应选2名，当选1名，缺1名。按得赞成票多少为序："), "{list}");
    let report = said(&PaperKind::CountReport { round });
    assert!(report.contains("应选2名，当选1名，缺1名，缺额另行选举。"), "{report}");
    looks_as_before("again-chosen-list", &set(&told, &PaperKind::ChosenList { round }).rendered);
}

#[test]
fn no_sheet_and_no_paper_of_a_vote_held_once_more_is_called_as_the_first_ones() {
    let (mut told, round) = one_is_missing();
    let titles = |told: &Told, ballot: &BallotId| {
        [
            set(told, &PaperKind::Ballot { ballot: ballot.clone() }).title,
            set(told, &PaperKind::TallySheet { ballot: ballot.clone() }).title,
        ]
    };
    let further = proposed_ballot(&told.session, round, &"deputies".into()).unwrap();
    told.save(&further);
    assert_eq!(
        titles(&told, &further.id),
        ["副镇长选票（另行选举）", "副镇长选举（另行选举）手工计票单"]
    );
    let void = Numbers { returned: 57, ..ALL_BACK };
    let round = told.collect(&further.id, RoundKind::Further { of: round }, void);
    assert_eq!(
        set(&told, &PaperKind::CollectionReport { round }).title,
        "副镇长选举（另行选举）验票报告单"
    );
    assert_eq!(
        titles(&told, &further.id),
        ["副镇长选票（另行选举）（重新投票）", "副镇长选举（重新投票）手工计票单"]
    );
    let ballot = PaperKind::Ballot { ballot: further.id };
    looks_as_before("again-ballot", &set(&told, &ballot).rendered);
}

#[test]
fn an_evaluation_tells_headings_shares_and_the_rate_over_all_rows() {
    let mut told = Told::sample();
    let rows = names_of(&["党政办公室", "财政所", "卫生院", "中心学校", "农技站"]);
    let mut entry =
        evaluation("work", "2025年度部门工作满意度测评", &rows, &["满意", "基本满意", "不满意"]);
    "部门".clone_into(&mut entry.row_noun);
    entry.remarks = true;
    entry.headings = names_of(&["党政机构", "党政机构", "事业单位", "事业单位", "事业单位"]);
    entry.result_order = ResultOrder::Ballot;
    let by_level = vec![AtHalf::Enough, AtHalf::NotEnough];
    entry.assessment = Some(Assessment {
        shares: true,
        overall: true,
        levels: Levels::Counts { at_half: AtHalf::Enough, by_level },
        ..Assessment::default()
    });
    let ballot = ballot_of("work", "2025年度部门工作满意度测评票", "浅黄色", vec![entry]);
    told.save(&ballot);
    let mut sheets = alike(40, &[section("00010", &[])]);
    sheets.extend(alike(16, &[section("10121", &[])]));
    let round = told.vote(&ballot.id, RoundKind::First, ALL_BACK, &sheets);
    let script = PaperKind::HostScript;
    let script = filled_text(&told.session, &script, default_text(&script)).unwrap();
    let one_symbol = "只选一栏，在“满意”、“基本满意”或者“不满意”栏内画“√”；不画符号的";
    assert!(script.contains(one_symbol), "{script}");
    let papers = [
        ("ballot", PaperKind::Ballot { ballot: ballot.id.clone() }),
        ("rules", PaperKind::Rules { ballot: ballot.id.clone() }),
        ("tally-sheet", PaperKind::TallySheet { ballot: ballot.id }),
        ("evaluation-table", PaperKind::EvaluationTable { round }),
        ("evaluation-report", PaperKind::EvaluationReport { round }),
        ("count-report", PaperKind::CountReport { round }),
    ];
    for (name, kind) in papers {
        looks_as_before(&format!("graded-{name}"), &set(&told, &kind).rendered);
    }
    let table = PaperKind::EvaluationTable { round };
    let said = filled_text(&told.session, &table, default_text(&table)).unwrap();
    let said = said.replace('\\', "");
    for line in ["# 党政机构", "# 事业单位", "各项合并计算，总体满意率94.29%"] {
        assert_eq!(said.matches(line).count(), 1, "{line} in\n{said}");
    }
    assert!(said.contains("序号 | 部门 |") && said.contains("71.43"), "{said}");
}
