//! 会次: sittings are planned, votes hang on their items, and who came is ticked on the roster.

use chrono::{NaiveDate, NaiveTime};
use session::floor::hands::Motion;
use session::floor::{hands, meeting};
use session::paper::{PaperKind, check_issuable};
use session::sittings::{
    self, Absence, Called, Hung, Item, ItemKind, Leave, Member, Presence, Sitting, SittingKind,
    SittingName,
};
use session::tally::{Fraction, Hands, Least};
use session::views::floor::CardOf;
use session::{BallotId, HandVoteId, Refusal, Session, SittingId, ballot, views};

use crate::support::*;

pub fn item(text: &str, of: Vec<Hung>) -> Item {
    Item { kind: None, text: text.to_owned(), of }
}

pub fn sitting(id: u32, kind: SittingKind, items: Vec<Item>) -> Sitting {
    Sitting {
        id: SittingId(id),
        kind,
        held_on: NaiveDate::from_ymd_opt(2026, 1, 16).unwrap(),
        begins: NaiveTime::from_hms_opt(8, 30, 0),
        venue: String::new(),
        chairs: "陈志远、田富".to_owned(),
        items,
    }
}

pub fn member(session: &Session, number: u32) -> Member {
    let mut deputies = session.people().deputies().iter();
    let deputy = deputies.find(|deputy| deputy.number == number).unwrap();
    Member { number, name: deputy.name.clone() }
}

fn of_ballot(id: &BallotId) -> Hung {
    Hung::Ballot { ballot: id.clone() }
}

fn plan(sittings: Vec<Sitting>) -> sittings::Command {
    sittings::Command::PlanSittings { sittings }
}

fn twin() -> BallotId {
    BallotId("other".to_owned())
}

/// Two days: 预备会议, 主席团会议, two plenary sittings; the second ballot comes before the first.
fn two_days() -> Told {
    let mut told = Told::prepared();
    let other = ballot::Ballot { id: twin(), title: "副镇长选票".to_owned(), ..ballot() };
    told.done(ballot::Command::SaveBallot { ballot: other }, "secretary");
    let motion =
        Motion { title: "关于政府工作报告的决议".to_owned(), ..Motion::default() };
    told.done(hands::Command::PrepareMotion { motion }, "secretary");
    let motion = of_motion(1);
    told.done(
        plan(vec![
            sitting(1, SittingKind::Preparatory, vec![item("通过会议议程", Vec::new())]),
            sitting(2, SittingKind::Presidium, vec![item("推选执行主席", Vec::new())]),
            sitting(
                3,
                SittingKind::Plenary,
                vec![item("听取政府工作报告", vec![motion]), item("通过选举办法", Vec::new())],
            ),
            sitting(
                4,
                SittingKind::Plenary,
                vec![
                    item("选举副镇长", vec![of_ballot(&twin())]),
                    item("票决民生实事项目", vec![of_ballot(&ballot_id())]),
                ],
            ),
        ]),
        "secretary",
    );
    told
}

fn of_motion(vote: u32) -> Hung {
    Hung::Motion { vote: HandVoteId(vote) }
}

fn called(session: &Session, number: u32, presence: Presence) -> Called {
    Called { member: member(session, number), presence }
}

fn roll(sitting: u32, roll: Vec<Called>) -> sittings::Command {
    sittings::Command::CallRoll { sitting: SittingId(sitting), roll, observers: 3 }
}

#[test]
fn the_items_of_the_plenary_sittings_are_the_agenda_and_have_one_number_after_another() {
    let told = two_days();
    let agenda = told.session.agenda();
    let lines: Vec<(u32, &str, ItemKind)> =
        agenda.iter().map(|line| (line.number, line.text, line.kind)).collect();
    assert_eq!(
        lines,
        [
            (1, "听取政府工作报告", ItemKind::Report),
            (2, "通过选举办法", ItemKind::Motion),
            (3, "选举副镇长", ItemKind::Ballot),
            (4, "票决民生实事项目", ItemKind::Ballot),
        ]
    );
    let names: Vec<String> = told
        .session
        .sittings()
        .planned()
        .iter()
        .map(|sitting| told.session.sittings().name(sitting).to_string())
        .collect();
    assert_eq!(names, ["预备会议", "主席团第一次会议", "第一次全体会议", "第二次全体会议"]);
}

#[test]
fn without_a_plan_the_lines_of_the_session_are_the_agenda() {
    let told = Told::prepared();
    let texts: Vec<&str> = told.session.agenda().iter().map(|line| line.text).collect();
    assert_eq!(texts, ["票决民生实事项目"]);
    let view = views::sittings::view(&told.session);
    let proposed = view.proposed.unwrap();
    assert_eq!(proposed.items, [item("票决民生实事项目", Vec::new())]);
    assert_eq!((proposed.id, view.next, view.due), (SittingId(1), SittingId(1), None));
}

#[test]
fn votes_come_in_the_order_of_the_agenda() {
    let told = two_days();
    let cards = views::floor::view(&told.session).cards;
    let ballots: Vec<CardOf> = cards.into_iter().map(|card| card.of).collect();
    let of = |ballot| CardOf::Ballot { ballot };
    assert_eq!(ballots, [of(twin()), of(ballot_id())]);
    let ballots: Vec<&BallotId> =
        told.session.ballots_of_the_day().iter().map(|ballot| &ballot.id).collect();
    assert_eq!(ballots, [&twin(), &ballot_id()]);
}

#[test]
fn an_item_says_something_once_and_a_vote_hangs_on_one_item() {
    let mut told = two_days();
    let plenary = |items| plan(vec![sitting(1, SittingKind::Plenary, items)]);
    let empty = plenary(vec![item(" ", Vec::new())]);
    assert_eq!(told.refused(empty, "secretary"), Refusal::ItemEmpty);
    let twice = plenary(vec![item("报告", Vec::new()), item(" 报告", Vec::new())]);
    assert_eq!(told.refused(twice, "secretary"), Refusal::ItemTwice { item: "报告".to_owned() });
    let hung = vec![of_ballot(&twin())];
    let both = plenary(vec![item("甲", hung.clone()), item("乙", hung)]);
    assert_eq!(
        told.refused(both, "secretary"),
        Refusal::HungTwice { title: "副镇长选票".to_owned() }
    );
    let nowhere = plenary(vec![item("甲", vec![of_motion(9)])]);
    assert_eq!(told.refused(nowhere, "secretary"), Refusal::NoSuchHandVote { vote: HandVoteId(9) });
    let alike = plan(vec![
        sitting(1, SittingKind::Plenary, Vec::new()),
        sitting(1, SittingKind::Presidium, Vec::new()),
    ]);
    assert_eq!(told.refused(alike, "secretary"), Refusal::NoSuchSitting { sitting: SittingId(1) });
    assert!(matches!(told.refused(plan(Vec::new()), "teller-1"), Refusal::WrongRole { .. }));
}

#[test]
fn sittings_stand_in_the_order_of_their_days_and_hours() {
    let mut told = Told::prepared();
    let late = sitting(1, SittingKind::Plenary, Vec::new());
    let eve = NaiveDate::from_ymd_opt(2026, 1, 15).unwrap();
    let early = Sitting { held_on: eve, ..sitting(2, SittingKind::Preparatory, Vec::new()) };
    told.done(plan(vec![late, early]), "secretary");
    let planned = told.session.sittings().planned().iter();
    assert_eq!(planned.map(|one| one.id.0).collect::<Vec<_>>(), [2, 1]);
}

#[test]
fn an_item_is_kept_without_the_number_it_was_pasted_with() {
    let mut told = Told::prepared();
    let items = vec![item("一、听取报告", Vec::new()), item("2. 通过办法", Vec::new())];
    told.done(plan(vec![sitting(1, SittingKind::Plenary, items)]), "secretary");
    let texts: Vec<&str> = told.session.agenda().iter().map(|line| line.text).collect();
    assert_eq!(texts, ["听取报告", "通过办法"]);
}

#[test]
fn a_roll_counts_who_is_there_now() {
    let mut told = two_days();
    let at = NaiveTime::from_hms_opt(9, 10, 0).unwrap();
    let session = told.session.clone();
    let there = |number, presence| called(&session, number, presence);
    let mut ticked: Vec<Called> = (1..=5).map(|number| there(number, Presence::Present)).collect();
    ticked[1].presence = Presence::Late { at };
    ticked[2].presence = Presence::Left { at };
    ticked.push(there(6, Presence::Excused { leave: Leave::Sick }));
    told.done(roll(3, ticked.clone()), "secretary");
    assert_eq!(told.session.attendance().unwrap().present, 4);
    let recorded = told.session.sittings().roll(SittingId(3)).unwrap();
    assert_eq!((recorded.present(), recorded.observers), (4, 3));
    assert_eq!(recorded.presence_of(&member(&session, 7)), None);
    assert_eq!(recorded.presence_of(&member(&session, 2)), Some(Presence::Late { at }));
    // Called again, it counts anew; what was said before stays in the journal.
    ticked[2].presence = Presence::Present;
    told.done(roll(3, ticked), "secretary");
    assert_eq!(told.session.attendance().unwrap().present, 5);
}

#[test]
fn only_who_is_on_the_roster_is_called_and_only_once() {
    let mut told = two_days();
    let one = called(&told.session, 1, Presence::Present);
    let twice = roll(3, vec![one.clone(), one.clone()]);
    assert_eq!(
        told.refused(twice, "secretary"),
        Refusal::CalledTwice { number: 1, name: "田富".to_owned() }
    );
    let stranger = Member { number: 1, name: "外人".to_owned() };
    let stranger = roll(3, vec![Called { member: stranger, ..one }]);
    assert_eq!(
        told.refused(stranger, "secretary"),
        Refusal::NotEntitled { number: 1, name: "外人".to_owned() }
    );
    assert_eq!(
        told.refused(roll(9, Vec::new()), "secretary"),
        Refusal::NoSuchSitting { sitting: SittingId(9) }
    );
}

#[test]
fn the_presidium_has_a_roll_and_minutes_of_its_own() {
    let mut told = two_days();
    let minutes = PaperKind::PresidiumMinutes { sitting: SittingId(2) };
    let one = called(&told.session, 1, Presence::Present);
    assert_eq!(told.refused(roll(2, vec![one.clone()]), "secretary"), Refusal::PresidiumNotNamed);
    let members = vec![member(&told.session, 1), member(&told.session, 2)];
    told.done(sittings::Command::NamePresidium { members }, "secretary");
    let third = called(&told.session, 3, Presence::Present);
    assert!(matches!(
        told.refused(roll(2, vec![third]), "secretary"),
        Refusal::NotEntitled { number: 3, .. }
    ));
    assert_eq!(
        check_issuable(&told.session, &minutes),
        Err(Refusal::RollNotCalled {
            sitting: SittingName { kind: SittingKind::Presidium, number: Some(1) }
        })
    );
    told.done(roll(2, vec![one]), "secretary");
    assert_eq!(told.session.attendance(), None, "the presidium is not the congress");
    told.issue(minutes.clone());
    let note = meeting::Command::NoteItem {
        item: "推选执行主席".to_owned(),
        note: "推选陈志远。".to_owned(),
    };
    told.done(note, "secretary");
    assert!(told.session.papers().last().unwrap().is_superseded());
    let plenary = PaperKind::PresidiumMinutes { sitting: SittingId(3) };
    assert_eq!(
        check_issuable(&told.session, &plenary),
        Err(Refusal::NoSuchSitting { sitting: SittingId(3) })
    );
}

#[test]
fn a_sitting_says_how_many_must_come() {
    let mut told = two_days();
    let needed = |told: &Told| {
        let view = views::sittings::view(&told.session);
        view.sittings.iter().map(|one| one.needed).collect::<Vec<_>>()
    };
    let congress = Some(tally::quorum_needed(meeting().all_deputies));
    assert_eq!(needed(&told), [congress, None, congress, congress]);
    let members = (1..=4).map(|number| member(&told.session, number)).collect();
    told.done(sittings::Command::NamePresidium { members }, "secretary");
    assert_eq!(needed(&told)[1], Some(3), "more than half of all four");
    let all = Least::AtLeast(Fraction::new(1, 1).unwrap());
    let body = hands::Body::Presidium { members: 4, quorum: Some(all) };
    let motion = Motion { title: "推选执行主席".to_owned(), body, ..Motion::default() };
    told.done(hands::Command::PrepareMotion { motion }, "secretary");
    let mut sittings = told.session.sittings().planned().to_vec();
    sittings[1].items[0].of = vec![of_motion(2)];
    told.done(plan(sittings), "secretary");
    assert_eq!(needed(&told)[1], Some(4), "as the motion on its item has it");
}

/// 刘敏 keys, 周建国 certifies, 田富 rules; all three are deputies.
#[test]
fn who_counts_and_is_not_there_is_told_of() {
    let mut told = two_days();
    let absent = |told: &Told| {
        let view = views::frame::view(&told.session);
        view.absent.into_iter().map(|one| (one.person, one.why)).collect::<Vec<_>>()
    };
    assert_eq!(absent(&told), [], "nobody was called yet");
    let at = NaiveTime::from_hms_opt(10, 5, 0).unwrap();
    let sick = Absence::Excused { leave: Leave::Sick };
    let came = vec![
        called(&told.session, 1, Presence::Late { at }),
        called(&told.session, 6, Presence::Left { at }),
        called(&told.session, 7, Presence::Excused { leave: Leave::Sick }),
    ];
    told.done(roll(1, came), "secretary");
    assert_eq!(
        absent(&told),
        [(person("chief"), Absence::Left { at }), (person("teller-1"), sick)]
    );
    let members = vec![member(&told.session, 6)];
    told.done(sittings::Command::NamePresidium { members }, "secretary");
    let back = vec![called(&told.session, 6, Presence::Present)];
    told.done(roll(2, back), "secretary");
    assert_eq!(
        absent(&told),
        [(person("teller-1"), sick)],
        "the last roll that calls them counts: the presidium's calls its members alone"
    );
}

#[test]
fn a_sitting_that_was_held_stays() {
    let mut told = two_days();
    let one = called(&told.session, 1, Presence::Present);
    told.done(roll(3, vec![one]), "secretary");
    assert_eq!(
        told.refused(plan(Vec::new()), "secretary"),
        Refusal::SittingHeld {
            sitting: SittingName { kind: SittingKind::Plenary, number: Some(1) }
        }
    );
}

#[test]
fn a_ballot_that_is_gone_hangs_nowhere() {
    let mut told = two_days();
    told.done(ballot::Command::DeleteBallot { ballot: twin() }, "secretary");
    let view = views::sittings::view(&told.session);
    let hung = view.sittings.iter().flat_map(|one| &one.sitting.items).flat_map(|item| &item.of);
    assert_eq!(hung.collect::<Vec<_>>(), [&of_motion(1), &of_ballot(&ballot_id())]);
    let again = view.sittings.into_iter().map(|one| one.sitting).collect();
    told.done(plan(again), "secretary");
}

/// Names reach papers, never a sheet: what the desk and the hall see of a vote is the same whoever
/// of the deputies is there.
#[test]
fn who_is_there_changes_nothing_of_the_vote() {
    let with = |numbers: [u32; 6]| {
        let mut told = two_days();
        told.print_ballot();
        let ticked =
            numbers.map(|number| called(&told.session, number, Presence::Present)).to_vec();
        told.done(roll(4, ticked), "secretary");
        told.done(open(6), "secretary");
        told.done(collect(6), "secretary");
        told.done(session::round::Command::AnnounceCollection { round: ROUND }, "secretary");
        told.key_twice(&["○○×"; 6], &["○○×"; 6]);
        told
    };
    let (one, other) = (with([1, 2, 3, 4, 5, 6]), with([2, 3, 4, 5, 6, 7]));
    let seen = |told: &Told| {
        let count = views::count::view(&told.session, ROUND).unwrap();
        let hall = views::hall::view(&told.session);
        (count, hall)
    };
    assert_eq!(seen(&one), seen(&other));
}

#[test]
fn what_hangs_on_an_item_has_the_day_of_its_sitting() {
    let mut told = two_days();
    let day = |day| NaiveDate::from_ymd_opt(2026, 1, day).unwrap();
    let mut planned = told.session.sittings().planned().to_vec();
    planned.last_mut().unwrap().held_on = day(17);
    told.done(plan(planned), "secretary");
    let of =
        |told: &Told, id: BallotId| told.session.day_of_ballot(told.session.ballot(&id).unwrap());
    assert_eq!(told.session.days(), Some((day(16), day(17))));
    assert_eq!(told.session.day_of_motion(HandVoteId(1)), Some(day(16)));
    assert_eq!((of(&told, twin()), of(&told, ballot_id())), (Some(day(17)), Some(day(17))));
    told.done(plan(Vec::new()), "secretary");
    assert_eq!((of(&told, twin()), told.session.day_of_motion(HandVoteId(1))), (None, None));
    let own = told.session.meeting().unwrap().held_on;
    assert_eq!(told.session.days(), Some((own, own)));
}

fn put() -> hands::Command {
    hands::Command::PutMotion { vote: HandVoteId(1), present: None }
}

fn decided(told: &mut Told) {
    told.done(put(), "secretary");
    for teller in ["teller-1", "teller-2"] {
        let hands = Hands::Minority { against: 0, abstain: 0 };
        told.done(hands::Command::CountHands { vote: HandVoteId(1), hands }, teller);
    }
    told.done(hands::Command::AnnounceHands { vote: HandVoteId(1) }, "secretary");
}

/// What a card of the floor says of a ballot that is to be handed out.
fn missing(told: &mut Told) -> Option<Refusal> {
    told.issue(PaperKind::Ballot { ballot: twin() });
    let view = views::floor::view(&told.session);
    view.to_open.into_iter().find(|next| next.ballot == twin()).unwrap().missing
}

#[test]
fn every_sitting_votes_with_its_own_attendance() {
    let mut told = two_days();
    told.count_present(6);
    decided(&mut told);
    let another = Refusal::AttendanceOfAnotherSitting {
        counted: SittingName { kind: SittingKind::Plenary, number: Some(1) },
        needed: SittingName { kind: SittingKind::Plenary, number: Some(2) },
    };
    assert_eq!(missing(&mut told), Some(another), "the first day's count is the first day's");
    assert!(views::floor::view(&told.session).attendance_due.ballots);
    told.count_present(5);
    assert_eq!(missing(&mut told), None);
}

#[test]
fn a_roll_is_of_its_own_sitting() {
    let mut told = two_days();
    let all = |told: &Told| {
        (1..=6).map(|number| called(&told.session, number, Presence::Present)).collect()
    };
    let of_the_second = roll(4, all(&told));
    told.done(of_the_second, "secretary");
    assert!(matches!(told.refused(put(), "secretary"), Refusal::AttendanceOfAnotherSitting { .. }));
    let of_the_first = roll(3, all(&told));
    told.done(of_the_first, "secretary");
    decided(&mut told);
    assert_eq!(told.session.hand_vote(HandVoteId(1)).unwrap().count().unwrap().present, 6);
}

#[test]
fn a_presidium_is_as_many_as_its_roll_says() {
    let mut told = two_days();
    let body = hands::Body::Presidium { members: 3, quorum: Some(hands::Body::PRESIDIUM_QUORUM) };
    let motion = Motion { title: "推选执行主席".to_owned(), body, ..Motion::default() };
    told.done(hands::Command::PrepareMotion { motion }, "secretary");
    let mut sittings = told.session.sittings().planned().to_vec();
    sittings[1].items[0].of = vec![of_motion(2)];
    told.done(plan(sittings), "secretary");
    let present = |told: &Told| {
        let motions = views::floor::view(&told.session).hand_votes.into_iter();
        motions.filter(|motion| motion.vote == HandVoteId(2)).map(|it| it.presidium_present).next()
    };
    assert_eq!(present(&told), Some(None), "before the roll nobody knows");
    let members = (1..=3).map(|number| member(&told.session, number)).collect();
    told.done(sittings::Command::NamePresidium { members }, "secretary");
    let came = (1..=2).map(|number| called(&told.session, number, Presence::Present)).collect();
    told.done(roll(2, came), "secretary");
    assert_eq!(present(&told), Some(Some(2)));
}
