//! Nothing reaches the hall without being pushed, and no result before it is announced.

use session::ballot::{Ballot, BallotContest, Symbol, SymbolMeaning};
use session::floor::hall;
use session::floor::hall::{Look, Scene, Theme};
use session::paper::PaperKind;
use session::round::keying;
use session::round::keying::{Reading, SectionReading};
use session::round::result::Outcome::{BelowThreshold, Chosen, Graded};
use session::tally::{
    Base, BlankRow, BlankSection, EvaluationRule, Fraction, IllegibleRow, Kind, Least, Mark,
    MotionRule, MultiMark, Next, Rate, Threshold, WriteIn, WriteInMark,
};
use session::views::hall::counting::{LiveRow, Progress};
use session::views::hall::outcome::{HallTable, HallVerdict};
use session::views::hall::{HallKind, Picture};
use session::{Pass, Refusal, round, views};

use crate::day::{election, selection};
use crate::support::*;

/// Sheets counted, threshold, full bar and rows of the live picture.
fn live(told: &Told) -> (u32, Option<(u32, String)>, u32, Vec<LiveRow>) {
    let Picture::Counting {
        progress: Progress::Live { counted, threshold, scale, rows, .. }, ..
    } = views::hall::view(&told.session).picture
    else {
        panic!()
    };
    (counted, threshold.map(|threshold| (threshold.needed, threshold.label)), scale, rows)
}

fn announced(ballot: Ballot, sheets: &[&str]) -> Told {
    let mut told = Told::keyed_on(ballot, sheets);
    told.announce();
    told
}

fn result(told: &mut Told) -> HallTable {
    told.show(Scene::Result { round: ROUND, page: 0 });
    let Picture::Result { mut tables, .. } = views::hall::view(&told.session).picture else {
        panic!()
    };
    tables.remove(0)
}

fn show(scene: Scene) -> hall::Command {
    hall::Command::ShowInHall { scene }
}

#[test]
fn the_hall_keeps_its_picture_until_another_is_pushed() {
    let mut told = Told::prepared();
    assert!(matches!(views::hall::view(&told.session).picture, Picture::Welcome { .. }));
    told.count_present(6);
    assert!(matches!(views::hall::view(&told.session).picture, Picture::Welcome { .. }));
    told.show(Scene::Attendance);
    let Picture::Attendance { figures } = views::hall::view(&told.session).picture else {
        panic!()
    };
    assert_eq!(
        (figures.all_deputies, figures.present, figures.quorum, figures.met),
        (7, 6, 5, true)
    );
}

#[test]
fn no_picture_comes_before_its_time() {
    let mut told = Told::prepared();
    assert_eq!(told.refused(show(Scene::Attendance), "secretary"), Refusal::AttendanceNotCounted);
    assert_eq!(
        told.refused(show(Scene::Voting { round: ROUND }), "secretary"),
        Refusal::NoSuchRound { round: ROUND }
    );
    let mut told = Told::voting_with(ballot());
    assert_eq!(
        told.refused(show(Scene::Collection { round: ROUND }), "secretary"),
        Refusal::NotCollected
    );
    told.done(collect(1), "secretary");
    assert_eq!(
        told.refused(show(Scene::Counting { round: ROUND, page: 0 }), "secretary"),
        Refusal::CollectionNotAnnounced
    );
}

#[test]
fn no_result_is_shown_before_it_is_announced() {
    let mut told = Told::keyed(&["○○×"], &["○○×"]);
    let result = || Scene::Result { round: ROUND, page: 0 };
    assert_eq!(told.refused(show(result()), "secretary"), Refusal::ResultNotAnnounced);
    told.certify();
    assert_eq!(told.refused(show(result()), "secretary"), Refusal::ResultNotAnnounced);
    told.issue(PaperKind::CountReport { round: ROUND });
    told.done(round::Command::AnnounceResult { round: ROUND }, "secretary");
    told.show(result());
    let Picture::Result { tables, .. } = views::hall::view(&told.session).picture else { panic!() };
    let table = &tables[0];
    let threshold = table.threshold.clone().unwrap();
    assert_eq!(
        (table.valid, table.void, threshold.needed, threshold.label.as_str()),
        (1, 0, 4, "过半数")
    );
}

/// A sheet of one candidate, marked against, with a name written in.
fn written_in(name: &str) -> Reading {
    let write_ins = vec![WriteIn { name: name.to_owned(), mark: WriteInMark::For }];
    vec![SectionReading { marks: marks("×"), write_ins, ..SectionReading::default() }]
}

#[test]
fn names_written_in_stand_together_in_the_live_picture_and_by_name_in_the_result_only() {
    let ballot =
        Ballot { contests: vec![election("主席", &["王芳"], 1)], bundle_size: 1, ..ballot() };
    let mut told = Told::counting_with(ballot, 4);
    told.show(Scene::Counting { round: ROUND, page: 0 });
    let seen = |told: &Told| {
        let view = views::hall::view(&told.session);
        let Picture::Counting { progress: Progress::Live { counted, write_ins, .. }, .. } =
            &view.picture
        else {
            panic!()
        };
        (*counted, *write_ins, serde_json::to_string(&view).unwrap().contains("周平"))
    };
    let mut key = |pass, bundle, reading: Reading, teller: &str| {
        told.take(pass, bundle, teller);
        told.key(pass, bundle, 1, reading, teller);
        told.done(keying::Command::CloseBundle { place: place(pass, bundle) }, teller);
        seen(&told)
    };
    let sheets = [written_in("周平"), reading("○"), written_in("周 萍")];
    for (bundle, sheet) in (1..).zip(&sheets) {
        assert_eq!(
            key(Pass::First, bundle, sheet.clone(), "teller-1"),
            (0, Some(0), false),
            "keyed once is not agreed"
        );
    }
    for (bundle, (sheet, counted)) in (1..).zip(sheets.iter().zip([
        (1, Some(1), false),
        (2, Some(1), false),
        (3, Some(2), false),
    ])) {
        assert_eq!(key(Pass::Second, bundle, sheet.clone(), "teller-2"), counted);
    }
    key(Pass::First, 4, written_in("周平"), "teller-1");
    assert_eq!(
        key(Pass::Second, 4, written_in("赵强"), "teller-2"),
        (3, Some(2), false),
        "the keyings differ on a name"
    );
}

#[test]
fn the_line_for_names_has_its_place_below_the_candidates_from_the_first_sheet_on() {
    let lines = |contest: BallotContest, page| {
        let mut told = Told::counting_with(Ballot { contests: vec![contest], ..ballot() }, 1);
        told.show(Scene::Counting { round: ROUND, page });
        let Picture::Counting { progress: Progress::Live { rows, write_ins, pages, .. }, .. } =
            views::hall::view(&told.session).picture
        else {
            panic!()
        };
        (rows.len(), write_ins, pages.pages)
    };
    let twelve: Vec<String> = (1..=12).map(|no| format!("候选人{no}")).collect();
    let twelve: Vec<&str> = twelve.iter().map(String::as_str).collect();
    assert_eq!(lines(election("主席", &["王芳"], 1), 0), (1, Some(0), 1));
    assert_eq!(lines(election("委员", &twelve, 9), 0), (12, None, 2), "twelve lines a page");
    assert_eq!(lines(election("委员", &twelve, 9), 1), (0, Some(0), 2));
    assert_eq!(
        lines(selection("项目", 12, 10), 0),
        (12, None, 1),
        "where nobody may be written in"
    );
}

#[test]
fn the_result_stands_by_approvals_and_what_is_in_is_marked() {
    let mut told = announced(ballot(), &["×○○", "×○○", "×○○", "×○○", "○-○"]);
    let rows: Vec<_> =
        result(&mut told).rows.iter().map(|row| (row.no, row.for_, row.outcome)).collect();
    assert_eq!(rows, [(Some(3), 5, Chosen), (Some(2), 4, Chosen), (Some(1), 1, BelowThreshold)]);
    told.show(Scene::Elected { round: ROUND, page: 0 });
    let Picture::Elected { tables, .. } = views::hall::view(&told.session).picture else {
        panic!()
    };
    assert_eq!(tables[0].rows.len(), 2);
}

fn asking(kind: Kind, symbols: &[(Symbol, Mark)], options: usize) -> Ballot {
    let mut asking = ballot();
    asking.contests[0].contest.kind = kind;
    asking.contests[0].contest.options.truncate(options);
    asking.contests[0].symbols =
        symbols.iter().map(|&(symbol, mark)| SymbolMeaning { symbol, mark }).collect();
    asking
}

#[test]
fn only_more_than_half_is_called_a_majority() {
    let mut two_thirds = rule(2);
    two_thirds.threshold =
        Some(Threshold { base: Base::Present, least: Least::AtLeast(Fraction::TWO_THIRDS) });
    let symbols = [(Symbol::Circle, Mark::For), (Symbol::Cross, Mark::Against)];
    let mut told = announced(asking(Kind::Selection(two_thirds), &symbols, 3), &["○○×"]);
    let threshold = result(&mut told).threshold.unwrap();
    assert_eq!(
        (threshold.needed, threshold.label.as_str(), threshold.majority),
        (4, "实到代表三分之二以上", false)
    );
}

#[test]
fn a_row_that_could_not_be_counted_is_no_fourth_class() {
    let mut told = Told::keyed_on(ballot(), &["○/×", "○××"]);
    told.rule_section(at(1, 1), round::ruling::Verdict::AsProposed);
    told.announce();
    let table = result(&mut told);
    let of_row_2 = table.rows.iter().find(|row| row.no == Some(2)).unwrap();
    assert_eq!(
        (of_row_2.for_, of_row_2.against, of_row_2.abstain, table.valid, table.rows_void),
        (0, 1, 0, 2, true)
    );
    let written = serde_json::to_value(&table.rows[0]).unwrap();
    assert_eq!(written.as_object().unwrap().keys().filter(|key| key.contains("void")).count(), 0);
}

#[test]
fn an_evaluation_shows_its_grades_and_rates_and_lists_nothing_as_passed() {
    let rule = EvaluationRule {
        grades: ["满意", "基本满意", "不满意"].map(str::to_owned).to_vec(),
        blank_row: BlankRow::Abstain,
        blank_section: BlankSection::Valid,
        illegible_row: IllegibleRow::Row,
        multi_mark: MultiMark::Void,
        rate: Rate { grades: vec![0, 1], base: Base::Valid, decimals: 2 },
    };
    let symbols = [
        (Symbol::Circle, Mark::Grade(0)),
        (Symbol::Triangle, Mark::Grade(1)),
        (Symbol::Cross, Mark::Grade(2)),
    ];
    let mut told = announced(asking(Kind::Evaluation(rule), &symbols, 3), &["012", "01-"]);
    let table = result(&mut told);
    assert_eq!((table.kind, table.grades.len(), table.threshold), (HallKind::Evaluation, 3, None));
    let rows: Vec<_> = table
        .rows
        .iter()
        .map(|row| (row.grades.as_slice(), row.abstain, row.rate.as_deref(), row.outcome))
        .collect();
    let expected: [(&[u32], _, _, _); 3] = [
        (&[2, 0, 0], 0, Some("100.00"), Graded),
        (&[0, 2, 0], 0, Some("100.00"), Graded),
        (&[0, 0, 1], 1, Some("0.00"), Graded),
    ];
    assert_eq!(rows, expected);
    let refused = told.refused(show(Scene::Elected { round: ROUND, page: 0 }), "secretary");
    assert_eq!(refused, Refusal::NothingToChoose { ballot: ballot().title });
    told.show(Scene::Counting { round: ROUND, page: 0 });
    assert_eq!(live(&told).3[1].grades, [0, 2, 0]);
}

#[test]
fn a_motion_on_paper_shows_all_three_counts_while_counting_and_after() {
    let rule = MotionRule {
        threshold: Some(Threshold::MAJORITY_OF_ALL),
        blank_row: BlankRow::Abstain,
        blank_section: BlankSection::Valid,
        illegible_row: IllegibleRow::Row,
    };
    let symbols = [
        (Symbol::Circle, Mark::For),
        (Symbol::Cross, Mark::Against),
        (Symbol::Triangle, Mark::Abstain),
    ];
    let mut told = announced(asking(Kind::Motion(rule), &symbols, 1), &["○", "○", "×", "-", "○"]);
    let table = result(&mut told);
    assert_eq!(
        (table.kind, table.threshold.unwrap().needed, table.rows[0].outcome),
        (HallKind::Motion, 4, BelowThreshold)
    );
    told.show(Scene::Counting { round: ROUND, page: 0 });
    let row = live(&told).3.remove(0);
    assert_eq!((row.for_, row.against, row.abstain), (3, 1, 1));
}

/// The ballot with a second contest of so many rows.
fn two_contests(rows: usize) -> Ballot {
    Ballot {
        contests: vec![ballot().contests.remove(0), selection("副镇长", rows, 1)], ..ballot()
    }
}

/// Title and rows of every contest on a page.
type OnPage = Vec<(String, usize)>;
/// Where contests begin.
type Begins = Vec<(String, u32)>;

fn options(told: &mut Told, page: u32) -> (OnPage, Begins, u32) {
    told.show(Scene::Options { ballot: ballot_id(), page });
    let Picture::Options { lists, pages, .. } = views::hall::view(&told.session).picture else {
        panic!()
    };
    (
        lists.into_iter().map(|list| (list.title, list.items.len())).collect(),
        pages.parts.into_iter().map(|part| (part.title, part.page)).collect(),
        pages.pages,
    )
}

#[test]
fn contests_of_one_sheet_share_a_page_where_they_fit_and_else_begin_on_one_of_their_own() {
    let (projects, heads) = ("2026年度民生实事项目".to_owned(), "副镇长".to_owned());
    let mut told = Told::prepared_with(two_contests(2));
    assert_eq!(options(&mut told, 0), (vec![(projects.clone(), 3), (heads.clone(), 2)], vec![], 1));
    let mut told = Told::prepared_with(two_contests(12));
    let parts = vec![(projects, 0), (heads.clone(), 1)];
    assert_eq!(options(&mut told, 1), (vec![(heads, 12)], parts, 2));
}

#[test]
fn a_result_that_asks_for_more_says_so_on_a_page_of_its_own() {
    let sheets = |second: &str| {
        vec![
            SectionReading { marks: marks("○○×"), ..SectionReading::default() },
            SectionReading { marks: marks(second), ..SectionReading::default() },
        ]
    };
    let shown = |second: &[&str]| {
        let returned = u32::try_from(second.len()).unwrap();
        let mut told = Told::counting_with(two_contests(2), returned);
        for (pass, teller) in [(Pass::First, "teller-1"), (Pass::Second, "teller-2")] {
            for (bundle, pair) in (1..).zip(second.chunks(2)) {
                told.take(pass, bundle, teller);
                for (sheet, marks) in (1..).zip(pair) {
                    told.key(pass, bundle, sheet, sheets(marks), teller);
                }
                told.done(keying::Command::CloseBundle { place: place(pass, bundle) }, teller);
            }
        }
        told.announce();
        told.show(Scene::Result { round: ROUND, page: 1 });
        let Picture::Result { tables, .. } = views::hall::view(&told.session).picture else {
            panic!()
        };
        tables.into_iter().filter_map(|table| table.verdict).collect::<Vec<_>>()
    };
    let settled = |chosen| HallVerdict { chosen, tied: 0, seats_left: 0, next: Next::None };
    assert_eq!(shown(&["○×"; 4]), [settled(2), settled(1)], "both on one page");
    let short = HallVerdict { chosen: 0, tied: 0, seats_left: 1, next: Next::Further };
    assert_eq!(shown(&["××"; 4]), [short]);
}

#[test]
fn long_names_leave_room_for_fewer_rows_on_the_same_pages_for_everybody() {
    let mut long = ballot();
    long.contests[0].contest.options = (1..=12)
        .map(|no: u32| tally::ContestOption {
            id: no.to_string().as_str().into(),
            name: format!("{no:02}{}", "镇".repeat(34)),
        })
        .collect();
    let mut told = Told::prepared_with(long);
    let (lists, _, pages) = options(&mut told, 0);
    assert_eq!((lists[0].1, pages), (8, 2));
}

#[test]
fn a_vote_held_once_more_says_so() {
    let mut told = Told::voting_with(ballot());
    told.done(collect(7), "secretary");
    told.done(round::Command::AnnounceCollection { round: ROUND }, "secretary");
    told.count_present(6);
    let redo = round::RoundKind::Redo { of: ROUND };
    told.done(
        round::Command::OpenRound { ballot: ballot_id(), kind: redo, printed: 10, issued: 6 },
        "secretary",
    );
    told.show(Scene::Voting { round: session::RoundId(2) });
    let Picture::Voting { ballot, .. } = views::hall::view(&told.session).picture else { panic!() };
    assert_eq!(ballot, "2026年度民生实事项目票决票（重新投票）");
}

fn look(theme: Theme, turn_every: Option<u32>) -> hall::Command {
    hall::Command::ChooseLook { look: Look { theme, turn_every } }
}

#[test]
fn pages_turn_by_themselves_only_where_there_are_several_and_begin_with_the_one_pushed() {
    let mut many = ballot();
    many.contests[0].contest.options = (1..=30)
        .map(|no: u32| tally::ContestOption {
            id: no.to_string().as_str().into(),
            name: format!("项目{no}"),
        })
        .collect();
    let mut told = Told::prepared_with(many);
    told.done(look(Theme::Light, Some(8)), "secretary");
    told.show(Scene::Welcome);
    let seen = views::hall::view(&told.session);
    assert_eq!((seen.look.theme, seen.turning), (Theme::Light, None));
    told.show(Scene::Options { ballot: ballot_id(), page: 1 });
    let turning = views::hall::view(&told.session).turning.unwrap();
    let order: Vec<u32> =
        turning.pages.iter().filter_map(|picture| Some(picture.pages()?.page)).collect();
    assert_eq!(
        (turning.every, turning.since, order),
        (8, told.journal.last().unwrap().at, vec![1, 2, 0])
    );
    told.done(look(Theme::Light, None), "secretary");
    assert_eq!(views::hall::view(&told.session).turning, None);
    for seconds in [2, 121] {
        assert_eq!(
            told.refused(look(Theme::Red, Some(seconds)), "secretary"),
            Refusal::NumberOutOfRange { least: 3, most: 120 }
        );
    }
}

#[test]
fn live_counts_keep_the_order_of_the_paper() {
    let mut told = Told::keyed(&["×○○", "××○"], &["×○○", "××○"]);
    told.show(Scene::Counting { round: ROUND, page: 0 });
    let (counted, threshold, scale, rows) = live(&told);
    assert_eq!((counted, threshold, scale), (2, Some((4, "过半数".to_owned())), 7));
    assert_eq!(
        rows.iter().map(|row| (row.no, row.for_)).collect::<Vec<_>>(),
        [(1, 0), (2, 1), (3, 2)]
    );
}

#[test]
fn at_most_twelve_rows_stand_on_a_page() {
    let mut many = ballot();
    let contest = &mut many.contests[0].contest;
    contest.options = (1..=30)
        .map(|no: u32| tally::ContestOption {
            id: no.to_string().as_str().into(),
            name: format!("项目{no}"),
        })
        .collect();
    let mut told = Told::prepared_with(many);
    for (page, rows) in [(0, 12), (1, 12), (2, 6), (9, 6)] {
        told.show(Scene::Options { ballot: ballot_id(), page });
        let Picture::Options { lists, pages, .. } = views::hall::view(&told.session).picture else {
            panic!()
        };
        assert_eq!((lists[0].items.len(), pages.pages), (rows, 3));
    }
}
