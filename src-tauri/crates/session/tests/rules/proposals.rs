//! 议案、建议: who may move what, which step may follow which, and by when a unit answers.

use chrono::NaiveDate;
use session::floor::hands::{self, Motion};
use session::floor::meeting;
use session::paper::{PaperKind, check_issuable};
use session::people;
use session::proposals::{
    Answer, AnswerClass, Closing, Command, Extension, Feedback, Filing, Grade, Handing, Period,
    Placing, Sort, StateName, Step, Turning, Withdrawal,
};
use session::sittings::{Hung, SittingKind};
use session::views::papers::{PaperGroup, view as papers_view};
use session::views::proposals::{Deadline, MayFollow, view};
use session::{HandVoteId, ProposalId, Refusal, sittings};

use crate::sittings::{item, member, sitting};
use crate::support::*;

pub fn day(text: &str) -> NaiveDate {
    NaiveDate::parse_from_str(text, "%Y-%m-%d").unwrap()
}

pub fn filing(told: &Told, id: u32, sort: Sort, signers: &[u32]) -> Filing {
    let mut members = signers.iter().map(|number| member(&told.session, *number));
    Filing {
        id: ProposalId(id),
        sort,
        title: format!("关于加强第{id}号水库管护的建议"),
        text: "近年来淤积严重。\n建议清淤。".to_owned(),
        mover: members.next().unwrap(),
        seconders: members.collect(),
        filed_on: day("2026-01-15"),
        period: Period::Session,
    }
}

pub fn register(filings: Vec<Filing>) -> Command {
    Command::Register { filings }
}

pub fn step(id: u32, step: Step) -> Command {
    Command::RecordStep { proposal: ProposalId(id), step }
}

pub fn handed(on: &str, deadline: &str) -> Step {
    Step::HandedOver(Handing {
        on: day(on),
        unit: "镇水利站".to_owned(),
        person: "买买提·艾力".to_owned(),
        deadline: day(deadline),
    })
}

pub fn answered(on: &str) -> Step {
    let text = "已列入年度清淤计划。".to_owned();
    Step::Answered(Answer { on: day(on), class: Some(AnswerClass::B), text })
}

pub fn feedback(on: &str, grade: Grade) -> Step {
    Step::FeedbackGiven(Feedback { on: day(on), grade, note: String::new() })
}

fn withdrawn(on: &str) -> Step {
    Step::Withdrawn(Withdrawal { on: day(on), reason: "代表要求撤回".to_owned() })
}

fn turned(on: &str) -> Step {
    Step::TurnedIntoSuggestion(Turning { on: day(on), reason: "不属于本级职权".to_owned() })
}

fn extended(on: &str, deadline: &str) -> Step {
    let reason = "涉及多个部门".to_owned();
    Step::DeadlineExtended(Extension { on: day(on), deadline: day(deadline), reason })
}

fn state(told: &Told, id: u32) -> StateName {
    told.session.proposal(ProposalId(id)).unwrap().state().name()
}

/// One suggestion, registered.
pub fn filed() -> Told {
    let mut told = Told::prepared();
    let one = filing(&told, 1, Sort::Suggestion, &[1, 2]);
    told.done(register(vec![one]), "secretary");
    told
}

#[test]
fn article_22_five_deputies_move_a_bill() {
    let mut told = Told::prepared();
    let four = filing(&told, 1, Sort::Bill, &[1, 2, 3, 4]);
    let refused = told.refused(register(vec![four]), "secretary");
    let needs = Refusal::BillNeedsSigners { proposal: ProposalId(1), signed: 4, needed: 5 };
    assert_eq!(refused, needs);
    let five = filing(&told, 1, Sort::Bill, &[1, 2, 3, 4, 5]);
    told.done(register(vec![five]), "secretary");
    let alone = filing(&told, 2, Sort::Suggestion, &[6]);
    told.done(register(vec![alone]), "secretary");
    assert_eq!(told.session.proposals().len(), 2);
}

#[test]
fn only_deputies_sign_and_each_of_them_once() {
    let mut told = Told::prepared();
    let mut stranger = filing(&told, 1, Sort::Suggestion, &[1]);
    stranger.mover.name = "外人".to_owned();
    let refused = told.refused(register(vec![stranger]), "secretary");
    assert_eq!(refused, Refusal::NotADeputy { number: 1, name: "外人".to_owned() });
    let twice = filing(&told, 1, Sort::Suggestion, &[1, 2, 1]);
    assert!(matches!(
        told.refused(register(vec![twice]), "secretary"),
        Refusal::SignedTwice { number: 1, .. }
    ));
    let untitled = Filing { title: " ".to_owned(), ..filing(&told, 1, Sort::Suggestion, &[1]) };
    let refused = told.refused(register(vec![untitled]), "secretary");
    assert_eq!(refused, Refusal::ProposalWithoutTitle { proposal: ProposalId(1) });
}

#[test]
fn a_list_comes_in_whole_and_what_is_the_same_is_left_alone() {
    let mut told = filed();
    let known = filing(&told, 1, Sort::Suggestion, &[1, 2]);
    let fresh = filing(&told, 7, Sort::Suggestion, &[3]);
    let events = told.ask(register(vec![known.clone(), fresh.clone()]), "secretary").unwrap();
    assert_eq!(events.len(), 1);
    let twice = vec![fresh.clone(), fresh];
    let refused = told.refused(register(twice), "secretary");
    assert_eq!(refused, Refusal::ProposalNumberTwice { proposal: ProposalId(7) });
    let other = Filing { title: "改了题目".to_owned(), ..known };
    told.done(register(vec![other.clone()]), "secretary");
    assert_eq!(told.session.proposal(ProposalId(1)).unwrap().filing(), &other);
    told.done(step(1, handed("2026-01-20", "2026-04-20")), "secretary");
    let late = Filing { title: "再改".to_owned(), ..other };
    assert!(matches!(
        told.refused(register(vec![late]), "secretary"),
        Refusal::ProposalStandsOtherwise { state: StateName::Handed, .. }
    ));
}

#[test]
fn a_deputy_who_left_the_roster_stays_where_they_signed() {
    let mut told = filed();
    told.done(people::Command::RemoveDeputy { number: 2 }, "secretary");
    let before = told.session.proposal(ProposalId(1)).unwrap().filing().clone();
    let other = Filing { title: "改了题目".to_owned(), ..before };
    told.done(register(vec![other]), "secretary");
}

#[test]
fn the_presidium_decides_on_a_bill_before_anybody_handles_it() {
    let mut told = Told::prepared();
    let bills = [1, 2].map(|id| filing(&told, id, Sort::Bill, &[1, 2, 3, 4, 5]));
    told.done(register(bills.to_vec()), "secretary");
    assert!(matches!(
        told.refused(step(1, handed("2026-01-20", "2026-04-20")), "secretary"),
        Refusal::ProposalStandsOtherwise { state: StateName::Filed, .. }
    ));
    told.done(step(1, turned("2026-01-16")), "secretary");
    told.done(step(1, handed("2026-01-20", "2026-04-20")), "secretary");
    let item = "票决民生实事项目".to_owned();
    let placing =
        |item: &str| Step::PutOnAgenda(Placing { on: day("2026-01-16"), item: item.to_owned() });
    let refused = told.refused(step(2, placing("没有这项")), "secretary");
    assert_eq!(refused, Refusal::NoSuchItem { item: "没有这项".to_owned() });
    told.done(step(2, placing(&item)), "secretary");
    assert_eq!((state(&told, 1), state(&told, 2)), (StateName::Handed, StateName::OnAgenda));
    let mut told = filed();
    assert!(matches!(
        told.refused(step(1, placing(&item)), "secretary"),
        Refusal::ProposalStandsOtherwise { .. }
    ));
}

#[test]
fn article_22_a_mover_withdraws_before_the_vote() {
    let mut told = Told::prepared();
    let motion = Motion { title: "关于保护水库的决议".to_owned(), ..Motion::default() };
    told.done(hands::Command::PrepareMotion { motion }, "secretary");
    let hung = vec![Hung::Motion { vote: HandVoteId(1) }];
    let sittings = vec![sitting(1, SittingKind::Plenary, vec![item("审议议案", hung)])];
    told.done(sittings::Command::PlanSittings { sittings }, "secretary");
    let bills = [1, 2].map(|id| filing(&told, id, Sort::Bill, &[1, 2, 3, 4, 5]));
    told.done(register(bills.to_vec()), "secretary");
    for id in [1, 2] {
        let placing = Placing { on: day("2026-01-16"), item: "审议议案".to_owned() };
        told.done(step(id, Step::PutOnAgenda(placing)), "secretary");
    }
    told.done(step(2, withdrawn("2026-01-16")), "secretary");
    told.count_present(6);
    told.done(hands::Command::PutMotion { vote: HandVoteId(1), present: None }, "secretary");
    for late in [withdrawn("2026-01-16"), turned("2026-01-16")] {
        assert!(matches!(
            told.refused(step(1, late), "secretary"),
            Refusal::ProposalIsVotedOn { .. }
        ));
    }
}

#[test]
fn deputies_law_an_answer_comes_within_three_months_and_six_at_most() {
    let mut told = filed();
    let range = |first: &str, last: &str| Refusal::DeadlineOutOfRange {
        first: first.to_owned(),
        last: last.to_owned(),
    };
    let refused = told.refused(step(1, handed("2026-01-31", "2026-05-01")), "secretary");
    assert_eq!(refused, range("2026-01-31", "2026-04-30"));
    told.done(step(1, handed("2026-01-31", "2026-04-30")), "secretary");
    let refused = told.refused(step(1, extended("2026-04-20", "2026-04-30")), "secretary");
    assert_eq!(refused, range("2026-05-01", "2026-07-31"));
    let refused = told.refused(step(1, extended("2026-04-20", "2026-08-01")), "secretary");
    assert_eq!(refused, range("2026-05-01", "2026-07-31"));
    told.done(step(1, extended("2026-04-20", "2026-06-30")), "secretary");
    told.done(step(1, extended("2026-06-20", "2026-07-31")), "secretary");
    let why = Extension { on: day("2026-07-01"), deadline: day("2026-07-31"), reason: " ".into() };
    let refused = told.refused(step(1, Step::DeadlineExtended(why)), "secretary");
    assert_eq!(refused, Refusal::ReasonMissing);
    // Late is late, and on record.
    told.done(step(1, answered("2026-08-05")), "secretary");
}

#[test]
fn no_step_is_before_the_one_before_it() {
    let mut told = filed();
    let refused = told.refused(step(1, handed("2026-01-14", "2026-04-14")), "secretary");
    let early = |day: &str, before: &str| Refusal::DayTooEarly {
        day: day.to_owned(),
        before: before.to_owned(),
    };
    assert_eq!(refused, early("2026-01-14", "2026-01-15"));
    told.done(step(1, handed("2026-01-20", "2026-04-20")), "secretary");
    let refused = told.refused(step(1, answered("2026-01-19")), "secretary");
    assert_eq!(refused, early("2026-01-19", "2026-01-20"));
    let nobody = Handing {
        on: day("2026-01-20"),
        unit: "\u{3000}".to_owned(),
        person: String::new(),
        deadline: day("2026-04-20"),
    };
    let mut told = filed();
    let refused = told.refused(step(1, Step::HandedOver(nobody)), "secretary");
    assert_eq!(refused, Refusal::UnitMissing { proposal: ProposalId(1) });
}

#[test]
fn who_is_not_satisfied_has_it_done_again_or_told_why_not() {
    let mut told = filed();
    told.done(step(1, handed("2026-01-20", "2026-04-20")), "secretary");
    told.done(step(1, answered("2026-03-01")), "secretary");
    told.done(step(1, feedback("2026-03-05", Grade::Dissatisfied)), "secretary");
    assert_eq!(state(&told, 1), StateName::Disputed);
    let mut closed = told.clone();
    let reason = "权限在县里，已说明".to_owned();
    let closing = Step::Closed(Closing { on: day("2026-03-10"), reason });
    closed.done(step(1, closing), "secretary");
    assert_eq!(state(&closed, 1), StateName::Closed);
    told.done(step(1, handed("2026-03-10", "2026-06-10")), "secretary");
    told.done(step(1, answered("2026-05-01")), "secretary");
    told.done(step(1, feedback("2026-05-03", Grade::Basically)), "secretary");
    assert_eq!(state(&told, 1), StateName::Settled);
    assert!(matches!(
        told.refused(step(1, withdrawn("2026-05-04")), "secretary"),
        Refusal::ProposalStandsOtherwise { state: StateName::Settled, .. }
    ));
    let seen = view(&told.session, day("2026-06-01"));
    assert_eq!((seen.proposals[0].times, seen.proposals[0].steps.len()), (2, 6));
}

#[test]
fn what_is_late_stands_on_top_and_what_is_over_at_the_end() {
    let mut told = Told::prepared();
    let filings = (1..=5).map(|id| filing(&told, id, Sort::Suggestion, &[id])).collect();
    told.done(register(filings), "secretary");
    told.done(step(1, withdrawn("2026-01-16")), "secretary");
    told.done(step(3, handed("2026-01-20", "2026-04-20")), "secretary");
    told.done(step(4, handed("2026-01-20", "2026-03-01")), "secretary");
    told.done(step(5, handed("2026-01-20", "2026-02-10")), "secretary");
    let seen = view(&told.session, day("2026-03-02"));
    let order: Vec<u32> = seen.proposals.iter().map(|one| one.filing.id.0).collect();
    assert_eq!(order, [5, 4, 3, 2, 1]);
    let deadlines: Vec<Option<Deadline>> = seen.proposals.iter().map(|one| one.deadline).collect();
    assert_eq!(
        deadlines,
        [
            Some(Deadline::Late { days: 20 }),
            Some(Deadline::Late { days: 1 }),
            Some(Deadline::Running { days: 49, near: false }),
            None,
            None
        ]
    );
    assert_eq!((seen.counts.all, seen.counts.open, seen.counts.late), (5, 4, 2));
    assert_eq!((seen.next, seen.deadline), (ProposalId(6), day("2026-06-02")));
    let last = view(&told.session, day("2026-04-20")).proposals;
    assert_eq!(last[2].deadline, Some(Deadline::Running { days: 0, near: true }));
}

/// The window offers exactly what may follow.
#[test]
fn what_is_offered_is_what_is_not_refused() {
    let mut told = Told::prepared();
    let bill = filing(&told, 1, Sort::Bill, &[1, 2, 3, 4, 5]);
    let suggestion = filing(&told, 2, Sort::Suggestion, &[6]);
    told.done(register(vec![bill, suggestion]), "secretary");
    let walk = [
        turned("2026-01-16"),
        handed("2026-01-20", "2026-02-20"),
        answered("2026-03-01"),
        feedback("2026-03-01", Grade::Dissatisfied),
        Step::Closed(Closing { on: day("2026-03-01"), reason: "说明".to_owned() }),
    ];
    let mut walks: Vec<(u32, Step)> = walk.clone().map(|step| (1, step)).to_vec();
    walks.extend(walk.into_iter().skip(1).map(|step| (2, step)));
    for (id, taken) in walks {
        check_offered(&told);
        told.done(step(id, taken), "secretary");
    }
    check_offered(&told);
}

fn check_offered(told: &Told) {
    let placing = Placing { on: day("2026-03-01"), item: String::new() };
    let steps = [
        (MayFollow::PutOnAgenda, Step::PutOnAgenda(placing)),
        (MayFollow::TurnedIntoSuggestion, turned("2026-03-01")),
        (MayFollow::HandedOver, handed("2026-03-01", "2026-06-01")),
        (MayFollow::Answered, answered("2026-03-01")),
        (MayFollow::DeadlineExtended, extended("2026-03-01", "2026-07-01")),
        (MayFollow::FeedbackGiven, feedback("2026-03-01", Grade::Satisfied)),
        (
            MayFollow::Closed,
            Step::Closed(Closing { on: day("2026-03-01"), reason: "说明".to_owned() }),
        ),
        (MayFollow::Withdrawn, withdrawn("2026-03-01")),
    ];
    for proposal in view(&told.session, day("2026-03-01")).proposals {
        for (may, one) in &steps {
            let Asked(command) = step(proposal.filing.id.0, one.clone()).into();
            let answer = told.session.decide(&command, &person("secretary"));
            let offered = proposal.may.contains(may);
            assert_eq!(answer.is_ok(), offered, "{may:?} of {:?}: {answer:?}", proposal.state);
        }
    }
}

#[test]
fn rows_of_an_evaluation_come_from_what_was_answered() {
    let mut told = Told::prepared();
    let filings = (1..=3).map(|id| filing(&told, id, Sort::Suggestion, &[id])).collect();
    told.done(register(filings), "secretary");
    for id in [1, 3] {
        told.done(step(id, handed("2026-01-20", "2026-04-20")), "secretary");
    }
    told.done(step(3, answered("2026-03-01")), "secretary");
    let rows = view(&told.session, day("2026-06-01")).evaluable;
    assert_eq!(rows.options.len(), 1);
    assert_eq!(
        (rows.options[0].id.0.as_str(), rows.projects[0].unit.as_str()),
        ("proposal-3", "镇水利站")
    );
}

#[test]
fn names_and_texts_are_cleaned_where_they_are_entered() {
    let mut told = filed();
    let handing = Handing {
        on: day("2026-01-20"),
        unit: " 镇⽔利站 ".to_owned(),
        person: "买买提•艾力".to_owned(),
        deadline: day("2026-04-20"),
    };
    told.done(step(1, Step::HandedOver(handing)), "secretary");
    let seen = view(&told.session, day("2026-02-01"));
    let one = &seen.proposals[0];
    assert_eq!((one.unit.as_str(), one.person.as_str()), ("镇水利站", "买买提·艾力"));
    assert_eq!(seen.units, ["镇水利站"]);
    let hidden =
        Filing { title: "题\u{200b}目".to_owned(), ..filing(&told, 2, Sort::Suggestion, &[1]) };
    assert!(matches!(
        told.refused(register(vec![hidden]), "secretary"),
        Refusal::CharacterUnseen { position: 2, .. }
    ));
}

#[test]
fn its_papers_wait_for_a_unit_and_are_spoilt_by_what_they_say() {
    let mut told = filed();
    let id = ProposalId(1);
    let slip = PaperKind::ProposalSlip { proposal: id };
    assert_eq!(
        check_issuable(&told.session, &slip),
        Err(Refusal::NothingHandedOver { proposal: id })
    );
    told.done(step(1, handed("2026-01-20", "2026-04-20")), "secretary");
    let answer = PaperKind::ProposalAnswer { proposal: id };
    let (early, late) = (day("2026-01-31"), day("2026-03-31"));
    let kinds = [
        slip.clone(),
        answer.clone(),
        PaperKind::ProposalTable { on: early },
        PaperKind::ProposalTable { on: late },
    ];
    for kind in &kinds {
        told.issue(kind.clone());
    }
    told.done(step(1, answered("2026-03-01")), "secretary");
    let holds = |kind: &PaperKind| {
        let mut issued = told.session.papers().iter();
        issued.any(|paper| paper.kind() == kind && !paper.is_superseded())
    };
    assert_eq!(kinds.iter().map(holds).collect::<Vec<_>>(), [true, false, true, false]);
    let listed = papers_view(&told.session).papers;
    let table = listed.iter().find(|paper| matches!(paper.kind, PaperKind::ProposalTable { .. }));
    let table = table.unwrap();
    assert_eq!(table.kind, PaperKind::ProposalTable { on: day("2026-03-01") });
    let mut of_proposals = listed.iter().filter(|paper| paper.group == PaperGroup::Proposals);
    assert!(of_proposals.all(|paper| !paper.ripe), "they go on for a year");
    assert_eq!(table.of, "2026年3月1日");
}

#[test]
fn a_proposal_is_seen_as_it_stood_on_a_day() {
    let mut told = filed();
    told.done(step(1, handed("2026-01-20", "2026-04-20")), "secretary");
    told.done(step(1, answered("2026-03-01")), "secretary");
    let proposal = told.session.proposal(ProposalId(1)).unwrap();
    let name = |on: &str| proposal.as_of(day(on)).map(|then| then.state().name());
    assert_eq!(name("2026-01-01"), None);
    assert_eq!(name("2026-01-15"), Some(StateName::Filed));
    assert_eq!(name("2026-02-28"), Some(StateName::Handed));
    assert_eq!(name("2026-03-01"), Some(StateName::Answered));
}

#[test]
fn only_the_secretary_records_and_only_until_the_end() {
    let mut told = filed();
    let command = step(1, handed("2026-01-20", "2026-04-20"));
    assert!(matches!(told.refused(command.clone(), "teller-1"), Refusal::WrongRole { .. }));
    let seal = meeting::Command::Seal { reason: "存档".to_owned() };
    told.done(seal, "secretary");
    assert!(matches!(told.refused(command, "secretary"), Refusal::SessionSealed { .. }));
}
