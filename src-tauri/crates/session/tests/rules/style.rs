//! 版式: the style of the papers is part of the record, an issued paper keeps its own, and no
//! ballot can be told from another.

use session::Refusal;
use session::paper::{
    BallotSheet, Command, Event, FaceRole, Grid, OfficeFace, PaperKind, Style, style_of,
};
use session::views::papers::{PaperView, view};

use crate::support::{Told, ballot as the_ballot, ballot_id};

fn wide() -> Style {
    let face =
        OfficeFace {
            family: "方正小标宋简体".to_owned(), index: 0, sha256: "5f".repeat(32)
        };
    Style { grid: Grid::Wide, faces: [(FaceRole::BiaoSong, face)].into(), ..Style::default() }
}

fn choose(style: &Style) -> Command {
    Command::ChooseStyle { style: style.clone() }
}

fn sheet(sheet: Option<BallotSheet>) -> Command {
    Command::ChooseBallotSheet { ballot: ballot_id(), sheet }
}

fn of_ballot() -> PaperKind {
    PaperKind::Ballot { ballot: ballot_id() }
}

fn shown(told: &Told, kind: &PaperKind) -> PaperView {
    view(&told.session).papers.into_iter().find(|paper| paper.kind == *kind).unwrap()
}

#[test]
fn the_style_is_written_with_the_fingerprint_of_every_face() {
    let event = session::Event::from(Event::StyleChosen { style: wide() });
    let written = serde_json::json!({
        "kind": "paper.style_chosen",
        "body": { "style": {
            "grid": "wide", "qr": false, "ballot": "a4",
            "faces": { "biao_song": { "family": "方正小标宋简体", "index": 0, "sha256": "5f".repeat(32) } },
        } },
    });
    assert_eq!(serde_json::to_value(&event).unwrap(), written);
    assert_eq!(serde_json::from_value::<session::Event>(written).unwrap(), event);
}

#[test]
fn an_issued_paper_stands_when_the_style_changes_and_can_be_issued_again() {
    let mut told = Told::prepared();
    told.issue(PaperKind::CountingStaff);
    assert!(matches!(told.refused(choose(&wide()), "teller-1"), Refusal::WrongRole { .. }));
    told.done(choose(&wide()), "secretary");
    let before = shown(&told, &PaperKind::CountingStaff);
    assert!(before.restyled && !before.issues[0].superseded);
    told.issue(PaperKind::CountingStaff);
    let after = shown(&told, &PaperKind::CountingStaff);
    assert!(!after.restyled && after.issues[1].superseded);
    told.done(choose(&Style::default()), "secretary");
    assert!(shown(&told, &PaperKind::CountingStaff).restyled);
}

#[test]
fn a_grid_is_on_no_ballot_and_a_ballots_sheet_on_no_other_paper() {
    let mut told = Told::prepared();
    told.issue(of_ballot());
    told.issue(PaperKind::CountingStaff);
    told.done(choose(&Style { grid: Grid::Wide, qr: true, ..Style::default() }), "secretary");
    assert!(
        !shown(&told, &of_ballot()).restyled && shown(&told, &PaperKind::CountingStaff).restyled
    );
    told.issue(PaperKind::CountingStaff);
    let a5 = Style { ballot: BallotSheet::A5, ..told.session.style().clone() };
    told.done(choose(&a5), "secretary");
    assert!(
        shown(&told, &of_ballot()).restyled && !shown(&told, &PaperKind::CountingStaff).restyled
    );
}

#[test]
fn a_ballot_has_the_sheet_of_all_or_its_own() {
    let mut told = Told::prepared();
    let of = |told: &Told| style_of(&told.session, &of_ballot()).ballot;
    told.done(choose(&Style { ballot: BallotSheet::A5, ..Style::default() }), "secretary");
    assert_eq!(of(&told), BallotSheet::A5);
    told.done(sheet(Some(BallotSheet::TwoA5)), "secretary");
    assert_eq!(of(&told), BallotSheet::TwoA5);
    assert_eq!(view(&told.session).sheets[0].sheet, Some(BallotSheet::TwoA5));
    told.done(sheet(None), "secretary");
    assert_eq!(of(&told), BallotSheet::A5);
}

#[test]
fn a_sheet_carries_two_of_a_ballot_that_is_cut_apart_and_one_of_everything_else() {
    let mut told = Told::prepared();
    told.done(choose(&Style { ballot: BallotSheet::TwoA5, ..Style::default() }), "secretary");
    told.issue(of_ballot());
    told.issue(PaperKind::CountingStaff);
    let per_sheet = |kind: &PaperKind| shown(&told, kind).issues[0].per_sheet;
    assert_eq!((per_sheet(&of_ballot()), per_sheet(&PaperKind::CountingStaff)), (2, 1));
}

/// 组织法 28: the vote is secret; a ballot printed later must not be told from one that is out.
#[test]
fn article_28_a_ballot_that_is_out_stays_as_it_was_printed() {
    let mut told = Told::voting_with(the_ballot());
    let printed = style_of(&told.session, &of_ballot());
    assert_eq!(
        told.refused(sheet(Some(BallotSheet::A5)), "secretary"),
        Refusal::BallotIsIssued { ballot: the_ballot().title }
    );
    told.done(choose(&Style { ballot: BallotSheet::TwoA5, ..wide() }), "secretary");
    assert_eq!(style_of(&told.session, &of_ballot()), printed);
    assert!(!shown(&told, &of_ballot()).restyled && view(&told.session).sheets[0].out);
    assert_eq!(style_of(&told.session, &PaperKind::Minutes).grid, Grid::Wide);
}
