//! What the secretary prepares, and what is refused before a ballot can be printed.

use session::floor::meeting;
use session::people::{Role, Staff};
use session::{Refusal, ballot, people, views};

use crate::support::*;

#[test]
fn a_title_is_written_in_chinese_figures() {
    assert_eq!(meeting().title(), "青石镇第十八届人民代表大会第五次会议");
    let written = [
        (1, "一"),
        (10, "十"),
        (11, "十一"),
        (20, "二十"),
        (101, "一百零一"),
        (110, "一百一十"),
        (999, "九百九十九"),
        (1002, "一千零二"),
    ];
    for (number, figures) in written {
        assert_eq!(meeting::chinese_number(number), figures);
    }
}

#[test]
fn the_secretary_alone_prepares() {
    let mut told = Told::prepared();
    let refused = told.refused(ballot::Command::SaveBallot { ballot: ballot() }, "teller-1");
    assert_eq!(
        refused,
        Refusal::WrongRole {
            name: "刘敏".to_owned(),
            role: Role::Teller,
            needed: vec![Role::Secretary]
        }
    );
    let refused = told.refused(ballot::Command::SaveBallot { ballot: ballot() }, "nobody");
    assert_eq!(refused, Refusal::NotOnTheStaff { person: "nobody".to_owned() });
}

#[test]
fn two_people_of_one_name_need_a_note() {
    let mut told = Told::prepared();
    let deputy = deputy(8, "李伟", "");
    assert_eq!(
        told.refused(people::Command::SaveDeputy { deputy }, "secretary"),
        Refusal::NameNeedsNote { name: "李伟".to_owned() }
    );
}

#[test]
fn one_person_has_one_role() {
    let mut told = Told::prepared();
    let mut both = staff();
    both[1].name = "刘敏".to_owned();
    assert_eq!(
        told.refused(people::Command::AppointStaff { staff: both }, "secretary"),
        Refusal::OnePersonOneRole { name: "刘敏".to_owned() }
    );
}

#[test]
fn somebody_who_counts_stays_on_the_staff_until_the_result_is_announced() {
    let mut told = Told::keyed(&["○××"], &["○××"]);
    let without = staff().into_iter().filter(|person| person.id.0 != "teller-2").collect();
    let appoint = people::Command::AppointStaff { staff: without };
    assert_eq!(
        told.refused(appoint.clone(), "secretary"),
        Refusal::StaffAtWork { name: "买买提·艾力".to_owned() }
    );
    told.certify();
    told.issue(session::paper::PaperKind::CountReport { round: ROUND });
    told.done(session::round::Command::AnnounceResult { round: ROUND }, "secretary");
    told.done(appoint, "secretary");
    assert_eq!(
        told.session.people().name_of(&person("teller-2")),
        "买买提·艾力",
        "the record keeps the name"
    );
}

#[test]
fn a_ballot_that_cannot_be_counted_is_refused_by_name() {
    let mut told = Told::prepared();
    let refused = |told: &mut Told, change: fn(&mut ballot::Ballot)| {
        let mut ballot = ballot();
        change(&mut ballot);
        told.refused(ballot::Command::SaveBallot { ballot }, "secretary")
    };
    let contest = "2026年度民生实事项目".to_owned();
    assert_eq!(refused(&mut told, |ballot| ballot.title.clear()), Refusal::BallotWithoutTitle);
    assert_eq!(
        refused(&mut told, |ballot| ballot.bundle_size = 101),
        Refusal::NumberOutOfRange { least: 1, most: 100 }
    );
    assert_eq!(
        refused(&mut told, |ballot| ballot.contests[0].contest.options[2].name =
            "通村 公路硬化".to_owned()),
        Refusal::OptionTwice {
            contest: contest.clone(), row: 3, name: "通村 公路硬化".to_owned()
        }
    );
    assert_eq!(
        refused(&mut told, |ballot| ballot.contests[0].contest.options.truncate(1)),
        Refusal::MoreSeatsThanOptions { contest: contest.clone(), seats: 2, options: 1 }
    );
    assert_eq!(
        refused(&mut told, |ballot| ballot.contests[0].symbols[1].mark = tally::Mark::For),
        Refusal::SymbolsUnclear { contest }
    );
}

#[test]
fn a_changed_ballot_must_be_printed_again() {
    let mut told = Told::prepared();
    told.print_ballot();
    told.count_present(6);
    told.done(ballot::Command::SaveBallot { ballot: ballot() }, "secretary");
    assert_eq!(
        told.refused(open(6), "secretary"),
        Refusal::BallotNotPrinted { ballot: ballot().title }
    );
    told.print_ballot();
    told.open(6);
}

#[test]
fn what_stands_on_no_ballot_can_change_after_printing() {
    let mut told = Told::prepared();
    told.print_ballot();
    let venue = meeting::Meeting { venue: "二楼".to_owned(), ..meeting() };
    told.done(meeting::Command::Describe { meeting: venue }, "secretary");
    told.count_present(6);
    let renamed = meeting::Meeting { meeting: 6, ..meeting() };
    told.done(meeting::Command::Describe { meeting: renamed }, "secretary");
    assert_eq!(
        told.refused(open(6), "secretary"),
        Refusal::BallotNotPrinted { ballot: ballot().title }
    );
}

#[test]
fn an_issued_ballot_cannot_change() {
    let mut told = Told::voting_with(ballot());
    let refused = told.refused(ballot::Command::SaveBallot { ballot: ballot() }, "secretary");
    assert_eq!(refused, Refusal::BallotIsIssued { ballot: ballot().title });
}

#[test]
fn the_number_of_all_deputies_stands_once_ballots_are_out() {
    let mut told = Told::voting_with(ballot());
    let meeting = meeting::Meeting { all_deputies: 8, ..meeting() };
    assert_eq!(
        told.refused(meeting::Command::Describe { meeting }, "secretary"),
        Refusal::BaseIsFixed
    );
}

#[test]
fn a_roster_that_differs_from_the_base_is_noticed() {
    let mut told = Told::prepared();
    assert_eq!(views::prepare::view(&told.session).notices, []);
    told.done(people::Command::RemoveDeputy { number: 7 }, "secretary");
    assert_eq!(
        views::prepare::view(&told.session).notices,
        [views::Notice::RosterDiffers { listed: 6, all_deputies: 7 }]
    );
}

#[test]
fn a_scrutineer_who_is_no_deputy_is_noticed_a_teller_may_be_anybody() {
    let mut told = Told::prepared();
    let mut staff = told.session.people().appointed().to_vec();
    for (id, name, role) in [
        ("scrutineer-9", "外来人", Role::Scrutineer),
        ("scrutineer-8", "李 伟（女）", Role::Scrutineer),
        ("teller-9", "干事", Role::Teller),
    ] {
        staff.push(Staff::of(person(id), name.to_owned(), role));
    }
    told.done(people::Command::AppointStaff { staff }, "secretary");
    let (name, role) = ("外来人".to_owned(), Role::Scrutineer);
    let noticed = [views::Notice::WatchesAsNoDeputy { name, role }];
    assert_eq!(views::prepare::view(&told.session).notices, noticed);
    let unlisted = Told::default().prepared_for(7, &[]);
    assert_eq!(views::prepare::view(&unlisted.session).notices, [], "no roster, no telling");
}

#[test]
fn a_name_is_recorded_as_it_is_kept_and_refused_where_it_cannot_be_seen() {
    let mut told = Told::prepared();
    let mut deputy = told.session.people().deputies()[0].clone();
    deputy.name = "⽥\u{3000}富•艾力".to_owned();
    told.done(people::Command::SaveDeputy { deputy: deputy.clone() }, "secretary");
    assert_eq!(told.session.people().deputies()[0].name, "田富·艾力");
    deputy.name = "田富\u{200B}".to_owned();
    assert_eq!(
        told.refused(people::Command::SaveDeputy { deputy: deputy.clone() }, "secretary"),
        Refusal::CharacterUnseen {
            text: "田富".to_owned(),
            position: 3,
            code_point: "U+200B".to_owned()
        }
    );
    deputy.name = "·".to_owned();
    let number = deputy.number;
    assert_eq!(
        told.refused(people::Command::SaveDeputy { deputy }, "secretary"),
        Refusal::DeputyWithoutName { number }
    );
}

#[test]
fn article_27_candidates_stand_by_the_votes_of_the_primary_and_the_rest_as_they_were() {
    use session::ballot::election::order_after_primary;
    let order = order_after_primary(&[None, Some(3), Some(9), None, Some(3), Some(0)]);
    assert_eq!(order, [2, 1, 4, 5, 0, 3]);
    assert_eq!(order_after_primary(&[]), Vec::<usize>::new());
}

#[test]
fn an_agenda_is_kept_without_the_numbers_it_was_pasted_with() {
    let mut told = Told::prepared();
    let pasted = ["一、听取政府工作报告", "二、2026年度预算", "（三）十件实事票决", ""];
    let agenda = pasted.map(str::to_owned).to_vec();
    told.done(
        meeting::Command::Describe { meeting: meeting::Meeting { agenda, ..meeting() } },
        "secretary",
    );
    let kept = &told.session.described().unwrap().agenda;
    assert_eq!(*kept, ["听取政府工作报告", "2026年度预算", "十件实事票决"]);
}
