//! Situations of real votes in a town of 58 deputies, each carried through its procedure. What they
//! come to in numbers is tested in `tally`.

use session::ballot::Ballot;
use session::ballot::follow::{Follows, proposed_ballot};
use session::paper::PaperKind;
use session::round::ruling::{SectionPlace, SheetPlace, Verdict};
use session::round::{RoundKind, Stage, ruling};
use session::tally::{Base, Candidate, ContestResult, Doubt, Fraction, Least, Next, Threshold};
use session::{BallotId, BundleNo, Pass, Refusal, RoundId, SheetNo, ballot, round, views};

use crate::day::*;
use crate::support::*;

fn held(ballot: &Ballot, sheets: &[round::keying::Reading]) -> (Told, RoundId) {
    let mut told = Told::of_deputies(58, std::slice::from_ref(ballot));
    let round = told.hold(&ballot.id, 58, sheets);
    (told, round)
}

fn to_follow(told: &Told, round: RoundId, contest: &str) -> Ballot {
    proposed_ballot(&told.session, round, &contest.into()).unwrap()
}

fn names(ballot: &Ballot) -> Vec<&str> {
    ballot.contests[0].contest.options.iter().map(|option| option.name.as_str()).collect()
}

fn seats(ballot: &Ballot) -> (u32, Option<Threshold>) {
    let rule = ballot.contests[0].contest.seats_rule().unwrap();
    (rule.seats.get(), rule.threshold)
}

#[test]
fn article_25_of_58_deputies_29_fail_and_30_pass() {
    let chair = ballot_of("主席", vec![election("主席", &["甲"], 1)]);
    let with = |votes: usize| {
        held(&chair, &copies(&[(votes, sheet(&["○"])), (58 - votes, sheet(&["×"]))]))
    };
    let (told, round) = with(29);
    assert_eq!((told.seats(round, 0).needed, told.seats(round, 0).next), (Some(30), Next::Further));
    assert_eq!(told.chosen(round, 0), [] as [&str; 0]);
    let (told, round) = with(30);
    assert_eq!(told.chosen(round, 0), ["甲"]);
    assert_eq!(views::floor::view(&told.session).follow_ups, []);
}

#[test]
fn article_29_three_of_four_with_two_over_half_leave_one_seat_to_a_further_election_of_at_least_two()
 {
    let vice_chairs = ballot_of("副镇长", vec![election("副镇长", &["甲", "乙", "丙", "丁"], 3)]);
    let (mut told, round) = held(&vice_chairs, &dealt(&[40, 29, 35, 20], 58));
    assert_eq!(told.chosen(round, 0), ["甲", "丙"]);
    let further = to_follow(&told, round, "副镇长");
    assert_eq!(names(&further), ["乙", "丁"], "by votes");
    assert_eq!(seats(&further), (1, Some(Threshold::MAJORITY_OF_ALL)));
    told.save(&further);
    let second = told.hold(&further.id, 58, &dealt(&[31, 27], 58));
    assert_eq!(told.session.round(second).unwrap().kind(), RoundKind::Further { of: round });
    assert_eq!(told.chosen(second, 0), ["乙"]);
}

#[test]
fn article_29_two_of_three_all_over_half_with_second_and_third_level_run_off_for_one_seat_between_two()
 {
    let vice_chairs = ballot_of("副主席", vec![election("副主席", &["甲", "乙", "丙"], 2)]);
    let (mut told, round) = held(&vice_chairs, &dealt(&[40, 35, 35], 58));
    assert_eq!(told.chosen(round, 0), ["甲"]);
    let runoff = to_follow(&told, round, "副主席");
    assert_eq!((names(&runoff), seats(&runoff)), (vec!["乙", "丙"], (1, None)));
    assert_eq!(runoff.origin.as_ref().unwrap().follows, Follows::Runoff);
    told.save(&runoff);
    let second = told.hold(
        &runoff.id,
        58,
        &copies(&[(28, sheet(&["×○"])), (27, sheet(&["○×"])), (3, sheet(&["△△"]))]),
    );
    assert_eq!(told.chosen(second, 0), ["丙"], "most votes win, 28 of 58");
}

#[test]
fn election_law_44_57_of_58_returned_are_counted_and_59_are_a_redo() {
    let chair = ballot_of("主席", vec![election("主席", &["甲"], 1)]);
    let (told, round) = held(&chair, &copies(&[(57, sheet(&["○"]))]));
    assert_eq!(
        (told.session.round(round).unwrap().control().returned, told.chosen(round, 0)),
        (57, vec!["甲".to_owned()])
    );
    let mut told = Told::of_deputies(58, std::slice::from_ref(&chair));
    told.issue(PaperKind::Ballot { ballot: chair.id.clone() });
    told.count_present(58);
    let open = round::Command::OpenRound {
        ballot: chair.id.clone(),
        kind: RoundKind::First,
        printed: 60,
        issued: 58,
    };
    told.done(open, "secretary");
    told.open_box(ROUND, 59);
    assert!(matches!(told.session.round(ROUND).unwrap().stage(), Stage::Voided(_)));
    let redo = told.hold(&chair.id, 58, &copies(&[(58, sheet(&["○"]))]));
    assert_eq!(told.session.round(redo).unwrap().kind(), RoundKind::Redo { of: ROUND });
    assert_eq!(told.chosen(redo, 0), ["甲"]);
}

#[test]
fn article_28_a_write_in_that_reaches_30_is_elected() {
    let chair = ballot_of("主席", vec![election("主席", &["甲"], 1)]);
    let (told, round) =
        held(&chair, &copies(&[(30, naming("×", "王\u{3000}芳")), (28, sheet(&["○"]))]));
    assert_eq!(told.seats(round, 0).elected, [Candidate::WriteIn("王芳".to_owned())]);
    assert_eq!(told.chosen(round, 0), ["王芳"]);
}

#[test]
fn article_28_a_written_in_candidate_of_the_same_post_is_no_write_in() {
    let chair = ballot_of("主席", vec![election("主席", &["王芳", "李伟"], 1)]);
    let (told, round) = held(&chair, &copies(&[(30, naming("×○", "王芳")), (28, sheet(&["○×"]))]));
    let result = told.seats(round, 0);
    assert_eq!((result.write_ins.len(), result.rows[0].for_, result.rows[0].against), (0, 28, 30));
    assert_eq!(told.chosen(round, 0), ["李伟"]);
}

#[test]
fn one_sheet_two_posts_the_chair_is_valid_where_the_vice_chairs_are_over_voted() {
    let both = ballot_of(
        "选举",
        vec![election("主席", &["甲"], 1), election("副主席", &["乙", "丙", "丁"], 2)],
    );
    let mut told = Told::of_deputies(58, std::slice::from_ref(&both));
    let round = told.hand_out(&both.id, 58);
    told.open_box(round, 58);
    told.key_all(round, &copies(&[(57, sheet(&["○", "○○×"])), (1, sheet(&["○", "○○○"]))]));
    let last = SheetPlace { bundle: BundleNo(6), sheet: SheetNo(8) };
    let doubtful: Vec<_> = told.session.round(round).unwrap().all_doubtful().collect();
    assert_eq!(doubtful.len(), 1, "one section of one sheet");
    assert_eq!(doubtful[0].place, SectionPlace { place: last, contest: 1 });
    assert_eq!(doubtful[0].proposed, [Doubt::OverCap { approvals: 3, seats: 2 }]);
    told.finish(round);
    assert_eq!((told.seats(round, 0).valid, told.seats(round, 0).void), (58, 0));
    assert_eq!((told.seats(round, 1).valid, told.seats(round, 1).void), (57, 1));
    assert_eq!(told.seats(round, 1).rows[2].for_, 0);
}

#[test]
fn election_law_44_four_marks_for_three_seats_count_only_once_the_chief_scrutineer_has_ruled() {
    let projects = ballot_of("项目", vec![selection("项目", 4, 3)]);
    let mut told = Told::of_deputies(58, std::slice::from_ref(&projects));
    let round = told.hand_out(&projects.id, 58);
    told.open_box(round, 2);
    told.key_all(round, &[sheet(&["○○○○"]), sheet(&["○○○-"])]);
    assert_eq!(told.session.round(round).unwrap().tally().sheets(), 1);
    assert_eq!(
        told.refused(round::Command::Certify { round }, "chief"),
        Refusal::SectionsOpen { sections: 1 }
    );
    told.finish(round);
    assert_eq!((told.seats(round, 0).valid, told.seats(round, 0).void), (1, 1));
}

#[test]
fn a_wholly_blank_sheet_abstains_from_everything_and_asks_nobody() {
    let projects = ballot_of("项目", vec![selection("项目", 12, 10)]);
    let (told, round) = held(&projects, &[sheet(&["------------"])]);
    assert_eq!(told.session.round(round).unwrap().all_doubtful().count(), 0);
    let result = told.seats(round, 0);
    assert_eq!((result.valid, result.void), (1, 0));
    assert!(
        result
            .rows
            .iter()
            .all(|row| (row.for_, row.against, row.abstain, row.void) == (0, 0, 1, 0))
    );
}

#[test]
fn ten_of_twelve_with_eleven_over_half_leave_the_last_out() {
    let projects = ballot_of("项目", vec![selection("项目", 12, 10)]);
    let (told, round) =
        held(&projects, &dealt(&[50, 49, 48, 47, 46, 45, 44, 43, 42, 41, 40, 20], 58));
    let first_ten: Vec<String> = (1..=10).map(|number| format!("项目{number}")).collect();
    assert_eq!(told.chosen(round, 0), first_ten);
    let tables = round::result::tables(told.session.round(round).unwrap());
    assert_eq!(
        (tables[0].rows[10].reached, tables[0].rows[10].outcome),
        (true, round::result::Outcome::SeatsFull)
    );
    assert_eq!(views::floor::view(&told.session).follow_ups, []);
}

#[test]
fn ten_of_twelve_with_a_tie_at_the_tenth_place_run_off_among_three_for_one_place() {
    let projects = ballot_of("项目", vec![selection("项目", 12, 10)]);
    let (mut told, round) =
        held(&projects, &dealt(&[50, 50, 49, 48, 47, 46, 45, 44, 43, 40, 40, 40], 58));
    assert_eq!(told.chosen(round, 0).len(), 9);
    let runoff = to_follow(&told, round, "项目");
    assert_eq!((names(&runoff), seats(&runoff)), (vec!["项目10", "项目11", "项目12"], (1, None)));
    told.save(&runoff);
    let again = told.hold(&runoff.id, 58, &dealt(&[20, 18, 20], 58));
    assert_eq!(
        names(&to_follow(&told, again, "项目")),
        ["项目10", "项目12"],
        "level once more: once more among the two"
    );
}

#[test]
fn seven_of_seven_with_one_below_half_vote_once_more_on_that_one() {
    let projects = ballot_of("项目", vec![selection("项目", 7, 7)]);
    let (told, round) = held(&projects, &dealt(&[58, 57, 56, 29, 55, 54, 53], 58));
    assert_eq!(told.chosen(round, 0).len(), 6);
    let further = to_follow(&told, round, "项目");
    assert_eq!(
        (names(&further), seats(&further)),
        (vec!["项目4"], (1, Some(Threshold::MAJORITY_OF_ALL)))
    );
}

#[test]
fn an_evaluation_of_21_rows_with_one_row_double_marked() {
    let done = ballot_of("测评", vec![evaluation("测评", 21)]);
    let (all, none) = ("0".repeat(21), "2".repeat(21));
    let double = format!("*{}", "0".repeat(20));
    let mut told = Told::of_deputies(58, std::slice::from_ref(&done));
    let round = told.hand_out(&done.id, 58);
    told.open_box(round, 57);
    told.key_all(
        round,
        &copies(&[(1, sheet(&[&double])), (55, sheet(&[&all])), (1, sheet(&[&none]))]),
    );
    let doubtful: Vec<_> =
        told.session.round(round).unwrap().all_doubtful().map(|section| section.proposed).collect();
    assert_eq!(doubtful, [[Doubt::MultipleGrades { row: 0 }]]);
    told.finish(round);
    let ContestResult::Evaluation(result) = told.decided(round, 0) else { panic!("an evaluation") };
    assert_eq!(
        (result.valid, result.void, result.rows[0].void, result.rows[0].rate.as_deref()),
        (57, 0, 1, Some("98.21"))
    );
    assert!(
        result.rows[1..].iter().all(|row| row.void == 0 && row.rate.as_deref() == Some("98.25"))
    );
}

#[test]
fn an_evaluation_of_75_rows_is_keyed_and_counted_row_by_row() {
    let done = ballot_of("测评", vec![evaluation("测评", 75)]);
    let marks: String = (0..75).map(|row| char::from_digit(row % 3, 10).unwrap()).collect();
    let (told, round) = held(&done, &copies(&[(58, sheet(&[&marks]))]));
    let ContestResult::Evaluation(result) = told.decided(round, 0) else { panic!("an evaluation") };
    assert_eq!(result.rows.len(), 75);
    assert!((0..).zip(&result.rows).all(|(row, counted)| counted.grades[row % 3] == 58));
}

#[test]
fn a_deputy_arrives_between_two_votes_and_is_counted_from_the_second_on() {
    let over_half_present = Threshold { base: Base::Present, least: Least::Over(Fraction::HALF) };
    let ballots =
        ["报告", "预算"].map(|id| ballot_of(id, vec![motion(id, Some(over_half_present))]));
    let mut told = Told::of_deputies(58, &ballots);
    let passed = |told: &Told, round| match told.decided(round, 0) {
        ContestResult::Motion(result) => (result.needed, result.passed),
        other @ (ContestResult::Seats(_) | ContestResult::Evaluation(_)) => panic!("{other:?}"),
    };
    let first = told.hold(&ballots[0].id, 55, &copies(&[(28, sheet(&["○"])), (27, sheet(&["×"]))]));
    told.issue(PaperKind::Ballot { ballot: ballots[1].id.clone() });
    let open = round::Command::OpenRound {
        ballot: ballots[1].id.clone(),
        kind: RoundKind::First,
        printed: 58,
        issued: 56,
    };
    assert_eq!(
        told.refused(open, "secretary"),
        Refusal::AttendanceToCountAgain { present: 55 },
        "the people present are counted before every ballot"
    );
    let second =
        told.hold(&ballots[1].id, 56, &copies(&[(28, sheet(&["○"])), (28, sheet(&["×"]))]));
    assert_eq!(passed(&told, first), (Some(28), true), "the vote before stands as it was");
    assert_eq!(passed(&told, second), (Some(29), false));
    assert_eq!([first, second].map(|round| told.session.round(round).unwrap().present()), [55, 56]);
}

#[test]
fn article_22_a_motion_withdrawn_after_its_ballots_were_printed_stops_no_other_vote() {
    let ballots = ["议案", "预算"]
        .map(|id| ballot_of(id, vec![motion(id, Some(Threshold::MAJORITY_OF_ALL))]));
    let mut told = Told::of_deputies(58, &ballots);
    for ballot in &ballots {
        told.issue(PaperKind::Ballot { ballot: ballot.id.clone() });
    }
    told.done(
        ballot::Command::WithdrawBallot {
            ballot: ballots[0].id.clone(),
            reason: "提案人撤回".to_owned(),
        },
        "secretary",
    );
    told.count_present(58);
    let open = |id: &BallotId| round::Command::OpenRound {
        ballot: id.clone(),
        kind: RoundKind::First,
        printed: 58,
        issued: 58,
    };
    assert_eq!(
        told.refused(open(&ballots[0].id), "secretary"),
        Refusal::BallotWithdrawn { ballot: "议案".to_owned() }
    );
    let stand: Vec<bool> =
        told.session.papers().iter().map(|paper| !paper.is_superseded()).collect();
    assert_eq!(stand, [false, true], "only the printed ballots of the motion no longer hold");
    told.done(open(&ballots[1].id), "secretary");
}

#[test]
fn two_candidates_called_li_wei_need_a_note_and_are_two_rows() {
    let mut told = Told::of_deputies(58, &[]);
    let alike = ballot_of("副镇长", vec![election("副镇长", &["李伟", "李 伟"], 1)]);
    let refused = told.refused(ballot::Command::SaveBallot { ballot: alike }, "secretary");
    assert_eq!(
        refused,
        Refusal::OptionTwice { contest: "副镇长".to_owned(), row: 2, name: "李伟".to_owned() }
    );
    let noted = ballot_of("副镇长", vec![election("副镇长", &["李伟（女）", "李伟（青石村）"], 1)]);
    told.save(&noted);
    let round = told.hold(&noted.id, 58, &copies(&[(30, sheet(&["×○"])), (28, sheet(&["○×"]))]));
    assert_eq!(told.chosen(round, 0), ["李伟（青石村）"]);
}

#[test]
fn a_name_in_extension_b_is_written_in_and_elected_as_it_is() {
    let chair = ballot_of("主席", vec![election("主席", &["甲"], 1)]);
    let (told, round) =
        held(&chair, &copies(&[(30, naming("×", "王\u{2c372}")), (28, sheet(&["○"]))]));
    assert_eq!(told.chosen(round, 0), ["王\u{2c372}"]);
}

#[test]
fn what_the_chief_scrutineer_reads_in_a_double_marked_row_is_what_counts() {
    let done = ballot_of("测评", vec![evaluation("测评", 2)]);
    let mut told = Told::of_deputies(58, std::slice::from_ref(&done));
    let round = told.hand_out(&done.id, 58);
    told.open_box(round, 1);
    told.key_all(round, &[sheet(&["*1"])]);
    let sections = vec![SectionPlace { place: at(1, 1), contest: 0 }];
    let verdict = Verdict::Read { marks: sheet(&["01"])[0].marks.clone(), write_ins: None };
    told.done(
        ruling::Command::RuleSections {
            round, sections, verdict, reason: "涂改后清楚".to_owned()
        },
        "chief",
    );
    let rows = told.session.round(round).unwrap().tally().rows(0);
    assert_eq!((rows[0].grades[0], rows[0].void), (1, 0));
    assert!(told.session.round(round).unwrap().pass_is_whole(Pass::Second));
}
