//! Texts with fields, and the markup they become.

use papers::data::SessionName;
use papers::data::ballot::BALLOT_TEXT;
use papers::data::vote::{Compared, RowOutcome};
use papers::fonts::Role;
use papers::layout::block::{Block, Place, TableCell};
use papers::layout::line::Span;
use papers::text::markup::parse;
use papers::{MarkupFault, PageSize, PaperError};
use proptest::prelude::*;
use session::tally::{BlankRow, Cap, Kind, OverCap, SeatsRule};

use crate::common::{Set, ballot, count_report, decision, decision_text, mark, report_text, seats};

fn blank() -> String {
    "\u{ff3f}".to_owned()
}

#[test]
fn a_misspelt_field_is_pointed_at_with_its_line() {
    let decision = decision();
    let Err(PaperError::Field { line, .. }) = decision.paper("# 题\n\n{{ sesion.full }}").filled()
    else {
        panic!("must be refused")
    };
    assert_eq!(line, 3);
}

#[test]
fn a_line_that_is_no_block_is_pointed_at() {
    let fault = |text: &str| match parse(text) {
        Err(PaperError::Markup { line, cause }) => (line, cause),
        other => panic!("{other:?}"),
    };
    assert_eq!(fault("正文\n:tabel 10l"), (2, MarkupFault::UnknownBlock(":tabel".to_owned())));
    assert_eq!(
        fault(":table 10l *l\n甲 | 乙\n丙\n:end"),
        (3, MarkupFault::Cells { found: 1, wanted: 2 })
    );
    assert_eq!(fault("甲\n:table 10l"), (2, MarkupFault::NotClosed(":table")));
    assert_eq!(fault(":table 10x\n:end"), (1, MarkupFault::Column("10x".to_owned())));
}

#[test]
fn clauses_follow_the_settings() {
    let mut ballot = ballot(PageSize::A4);
    let says = |ballot: &papers::BallotPaper| {
        ballot.paper(BALLOT_TEXT).filled().unwrap().replace('\\', "")
    };
    assert!(
        says(&ballot)
            .contains("赞成的，在该项目的“符号”栏内画“○”；反对的，画“×”；弃权的，不画任何符号。")
    );
    assert!(
        says(&ballot).contains("赞成的项目等于或者少于10项的，本票有效；多于10项的，本票无效。")
    );
    let (mut rule, usual) = (seats(10), seats(10));
    (rule.cap, rule.blank_row) = (Cap::Exactly, BlankRow::Void);
    ballot.sections[0].kind = Kind::Selection(rule.clone());
    ballot.sections[0].marks.push(mark("△", "弃权"));
    assert!(says(&ballot).contains("弃权的，画“△”。不画任何符号的，该栏无效。"));
    assert!(says(&ballot).contains("多于或者少于10项的，本票无效。"));
    rule.cap = Cap::None;
    ballot.sections[0].kind = Kind::Selection(rule.clone());
    assert!(says(&ballot).contains("赞成的项目数不限"));
    ballot.sections[0].kind = Kind::Selection(SeatsRule { over_cap: OverCap::Flag, ..usual });
    assert!(says(&ballot).contains("多于10项的，由总监票人认定。"));
}

#[test]
fn the_report_lists_ties_and_says_a_vote_is_void() {
    let mut report = count_report();
    report.vote.contests[0].rows[9].outcome = RowOutcome::Tied;
    report.vote.contests[0].rows[10].outcome = RowOutcome::Tied;
    report.vote.control.returned = Some(57);
    report.vote.compared = Some(Compared::More);
    report.vote.valid = Some(false);
    let text = report.paper(report_text()).filled().unwrap();
    assert!(text.contains("收回的票数多于发出的票数，本次投票无效"));
    assert!(text.contains("**票数相等（2项）：**"));
}

#[test]
fn a_session_name_falls_into_its_parts() {
    let name = SessionName::parse("青石镇第十八届人民代表大会第五次会议");
    assert_eq!(
        (name.place.as_str(), name.congress.as_str(), name.meeting.as_str()),
        ("青石镇", "青石镇第十八届人民代表大会", "第五次会议")
    );
    let other = SessionName::parse("镇人大主席团会议");
    assert_eq!((other.congress.as_str(), other.meeting.as_str()), ("镇人大主席团会议", ""));
}

#[test]
fn a_paper_without_colour_or_fingerprint_is_set_too() {
    let mut ballot = ballot(PageSize::A4);
    ballot.colour = None;
    for option in &mut ballot.sections[0].options {
        (option.investment, option.unit) = (None, None);
    }
    assert!(!ballot.paper(BALLOT_TEXT).filled().unwrap().contains("投资"));
    assert_eq!(ballot.paper(BALLOT_TEXT).pages().unwrap().len(), 1);
    let mut report = count_report();
    report.vote.contests[0].threshold = None;
    assert!(!report.paper(report_text()).filled().unwrap().contains("过半数"));
    assert!(report.paper(report_text()).pages().is_ok());
    assert!(decision().paper(decision_text()).pages().is_ok());
}

proptest! {
    #[test]
    fn the_value_of_a_field_never_becomes_markup(name in "[#|*:_=<>^~\\[\\]\\\\国{}% ]{1,12}") {
        let trimmed = name.trim();
        prop_assume!(!trimmed.is_empty());
        let mut decision = decision();
        decision.meeting.government = name.clone();
        let text = decision.paper(":table *l *l headless\n{{ meeting.government }} | 乙\n:end\n<{{ meeting.government }}").filled().unwrap();
        let drawn = trimmed.replace('_', &blank());
        let span = Span::new(Role::FangSong, drawn);
        let blocks = parse(&text).unwrap();
        let Block::Table(table) = &blocks[0] else { panic!("{blocks:?}") };
        prop_assert_eq!(&table.rows[0].cells[0], &TableCell::Text(vec![span.clone()]));
        prop_assert_eq!(&blocks[1], &Block::Paragraph(Place::Flush, vec![span]));
    }
}
