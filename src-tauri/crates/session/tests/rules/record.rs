//! 履职: what a deputy did, from every source, and never from a sheet.

use chrono::NaiveTime;
use session::people;
use session::proposals::Sort;
use session::record::{Activity, ActivityKind, Command, DeedKind, PointsRule};
use session::sittings::{Called, Leave, Presence, SittingKind};
use session::views::record::{DeputyRecordView, view};
use session::{ActivityId, Refusal, SittingId, proposals, sittings};

use crate::proposals::{day, filing, register, step};
use crate::sittings::{member, sitting};
use crate::support::*;

fn activity(told: &Told, kind: ActivityKind, on: &str, who: &[u32]) -> Activity {
    let who = who.iter().map(|number| member(&told.session, *number)).collect();
    Activity { kind, on: day(on), what: "接待选民5人".to_owned(), who }
}

fn note(activities: Vec<Activity>) -> Command {
    Command::NoteActivities { activities }
}

fn called(told: &Told, number: u32, presence: Presence) -> Called {
    Called { member: member(&told.session, number), presence }
}

fn of(told: &Told, number: u32) -> DeputyRecordView {
    let seen = view(&told.session, day("2026-12-01"));
    seen.deputies.into_iter().find(|one| one.member.number == number).unwrap()
}

fn kinds(told: &Told, number: u32) -> Vec<DeedKind> {
    of(told, number).deeds.iter().map(|deed| deed.kind).collect()
}

/// One sitting with its roll, one suggestion, one training.
fn a_year(told: &mut Told) {
    let planned = vec![sitting(1, SittingKind::Plenary, Vec::new())];
    told.done(sittings::Command::PlanSittings { sittings: planned }, "secretary");
    let at = NaiveTime::from_hms_opt(9, 10, 0).unwrap();
    let roll = vec![
        called(told, 1, Presence::Present),
        called(told, 2, Presence::Late { at }),
        called(told, 3, Presence::Excused { leave: Leave::Sick }),
        called(told, 4, Presence::Present),
        called(told, 5, Presence::Present),
        called(told, 6, Presence::Present),
    ];
    let call = sittings::Command::CallRoll { sitting: SittingId(1), roll, observers: 0 };
    told.done(call, "secretary");
    let one = filing(told, 1, Sort::Suggestion, &[1, 2]);
    told.done(register(vec![one]), "secretary");
    let training = activity(told, ActivityKind::Training, "2026-03-10", &[1, 3]);
    let station = activity(told, ActivityKind::Station, "2026-04-15", &[1]);
    told.done(note(vec![training, station]), "secretary");
}

#[test]
fn a_record_is_put_together_from_rolls_proposals_and_activities() {
    let mut told = Told::prepared();
    a_year(&mut told);
    assert_eq!(
        kinds(&told, 1),
        [DeedKind::MovedSuggestion, DeedKind::Attended, DeedKind::Training, DeedKind::Station]
    );
    assert_eq!(kinds(&told, 2), [DeedKind::Seconded, DeedKind::InPart]);
    assert_eq!(kinds(&told, 3), [DeedKind::Excused, DeedKind::Training]);
    assert_eq!(kinds(&told, 7), [DeedKind::Absent]);
    assert_eq!(of(&told, 1).deeds[1].what, "全体会议");
}

#[test]
fn what_was_withdrawn_counts_for_nobody() {
    let mut told = Told::prepared();
    a_year(&mut told);
    let reason = "代表要求撤回".to_owned();
    let withdrawal = proposals::Withdrawal { on: day("2026-01-16"), reason };
    told.done(step(1, proposals::Step::Withdrawn(withdrawal)), "secretary");
    assert_eq!(kinds(&told, 2), [DeedKind::InPart]);
}

#[test]
fn points_are_a_table_of_the_office() {
    let mut told = Told::prepared();
    a_year(&mut told);
    assert_eq!((of(&told, 1).points, of(&told, 1).rank), (None, None));
    let rule = |kind, each, most| PointsRule { kind, each, most };
    let points = vec![
        rule(DeedKind::Attended, 5, None),
        rule(DeedKind::Training, 4, Some(3)),
        rule(DeedKind::MovedSuggestion, 2, None),
    ];
    told.done(Command::SetPoints { points: points.clone() }, "secretary");
    let seen: Vec<(Option<u32>, Option<u32>)> =
        (1..=4).map(|number| (of(&told, number).points, of(&told, number).rank)).collect();
    assert_eq!(
        seen,
        [(Some(10), Some(1)), (Some(0), Some(6)), (Some(3), Some(5)), (Some(5), Some(2))]
    );
    assert_eq!(of(&told, 5).rank, Some(2), "whoever has as many shares the place");
    let twice = vec![rule(DeedKind::Visit, 1, None), rule(DeedKind::Visit, 2, None)];
    let refused = told.refused(Command::SetPoints { points: twice }, "secretary");
    assert_eq!(refused, Refusal::PointsTwice { kind: DeedKind::Visit });
    told.done(Command::SetPoints { points: Vec::new() }, "secretary");
    assert_eq!(of(&told, 1).points, None);
}

#[test]
fn an_activity_names_deputies_each_once_and_is_put_right_or_struck() {
    let mut told = Told::prepared();
    a_year(&mut told);
    let of_nobody = activity(&told, ActivityKind::Visit, "2026-05-01", &[]);
    assert_eq!(told.refused(note(vec![of_nobody]), "secretary"), Refusal::NobodyNamed);
    let twice = activity(&told, ActivityKind::Visit, "2026-05-01", &[4, 4]);
    assert!(matches!(
        told.refused(note(vec![twice]), "secretary"),
        Refusal::NamedTwice { number: 4, .. }
    ));
    let mut stranger = activity(&told, ActivityKind::Visit, "2026-05-01", &[4]);
    stranger.who[0].name = "外人".to_owned();
    assert!(matches!(
        told.refused(note(vec![stranger]), "secretary"),
        Refusal::NotADeputy { number: 4, .. }
    ));
    let other = activity(&told, ActivityKind::Visit, "2026-05-01", &[4]);
    let correct = Command::CorrectActivity { id: ActivityId(2), activity: other.clone() };
    told.done(correct, "secretary");
    assert_eq!(kinds(&told, 4), [DeedKind::Attended, DeedKind::Visit]);
    let strike =
        |reason: &str| Command::StrikeActivity { id: ActivityId(2), reason: reason.to_owned() };
    assert_eq!(told.refused(strike(" "), "secretary"), Refusal::ReasonMissing);
    told.done(strike("登记错了"), "secretary");
    let refused = told.refused(strike("登记错了"), "secretary");
    assert_eq!(refused, Refusal::NoSuchActivity { activity: ActivityId(2) });
    told.done(note(vec![other]), "secretary");
    assert_eq!(told.session.record().activities().last().unwrap().0, ActivityId(3));
}

#[test]
fn a_name_put_right_and_a_number_changed_are_the_same_deputy() {
    let mut told = Told::prepared();
    a_year(&mut told);
    let before = kinds(&told, 3);
    let spelt = deputy(3, "陆𬱖生", "");
    told.done(people::Command::SaveDeputy { deputy: spelt }, "secretary");
    assert_eq!(kinds(&told, 3), before);
    let listed: Vec<_> = told.session.people().deputies().to_vec();
    let deputies =
        listed.into_iter().map(|one| people::Deputy { number: one.number + 10, ..one }).collect();
    let list = people::Command::ListRoster { deputies, observers: Vec::new() };
    told.done(list, "secretary");
    assert_eq!(kinds(&told, 13), before);
    assert_eq!(view(&told.session, day("2026-12-01")).former.len(), 2, "two are called 李伟");
    told.done(people::Command::RemoveDeputy { number: 13 }, "secretary");
    assert_eq!(view(&told.session, day("2026-12-01")).former.len(), 3);
}

#[test]
fn who_came_onto_the_roster_later_was_not_absent_before() {
    let mut told = Told::prepared();
    a_year(&mut told);
    told.done(people::Command::SaveDeputy { deputy: deputy(8, "阿依古丽", "") }, "secretary");
    assert_eq!(kinds(&told, 8), []);
}

/// No record of a deputy depends on any sheet: whoever votes how, it says the same.
#[test]
fn twins_with_other_votes_have_the_same_record() {
    let year = |sheets: &[&str; 6]| {
        let mut told = Told::keyed(sheets, sheets);
        a_year(&mut told);
        let points = DeedKind::ALL.map(|kind| PointsRule { kind, each: 3, most: None }).to_vec();
        told.done(Command::SetPoints { points }, "secretary");
        told.announce();
        told
    };
    let (one, other) = (year(&["○○×"; 6]), year(&["×○○", "---", "○××", "×○-", "×○○", "○○×"]));
    let tables =
        |told: &Told| session::round::result::decided_tables(told.session.round(ROUND).unwrap());
    assert_ne!(tables(&one), tables(&other), "the votes are others");
    let seen = |told: &Told| view(&told.session, day("2026-12-01")).deputies;
    assert_eq!(seen(&one), seen(&other));
}
