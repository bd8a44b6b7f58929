//! Handing the desk over and certifying need the person's own PIN where one is set. Whether a PIN
//! fits is found out at the edge.

use session::floor::hands;
use session::people::pin;
use session::people::pin::{Looked, PinCommand, Proof, check_figures};
use session::round::{keying, ruling};
use session::tally::{Hands, Mark};
use session::{
    Actor, Command, EdgeCommand, Entry, Event, HandVoteId, Pass, Reason, Refusal, Unaskable, round,
    views,
};

use crate::support::*;

const TAKE_DESK: PinCommand = PinCommand::TakeDesk;
const CERTIFY: round::Command = round::Command::Certify { round: ROUND };

impl Told {
    fn set_pin(&mut self, who: &str) {
        self.look(Looked::Set { hash: format!("$argon2id${who}") }, who);
    }

    fn wrong_pin(&mut self, who: &str) {
        self.look(Looked::Wrong, who);
    }

    fn look(&mut self, looked: Looked, who: &str) {
        let look = EdgeCommand::Look(looked);
        let events = self.session.decide_at_edge(&look, &person(who)).unwrap();
        self.record(&events, who);
    }

    fn with(&mut self, command: impl Into<Asked>, who: &str, proof: Proof) -> Result<(), Refusal> {
        let Asked(command) = command.into();
        let events = self.session.decide(&command, Actor { person: &person(who), proof })?;
        self.record(&events, who);
        Ok(())
    }
}

/// Whoever reads the report learns that the PIN was not always the same person's.
#[test]
fn a_certificate_tells_that_a_pin_had_been_removed_before() {
    let mut told = Told::prepared();
    for who in ["chief", "secretary"] {
        told.set_pin(who);
    }
    told.with(remove("chief", "忘记"), "secretary", Proof::Pin).unwrap();
    told.set_pin("chief");
    told.give_out();
    told.collected(2);
    told.key_twice(&["○○×", "○××"], &["○○×", "○××"]);
    told.with(CERTIFY, "chief", Proof::Pin).unwrap();
    let certificate = told.session.rounds()[0].certificate().unwrap();
    assert!(certificate.proven);
    let removed = certificate.pin_removed.clone().unwrap();
    assert_eq!((removed.by, removed.reason.to_string()), (person("secretary"), "忘记".to_owned()));
    let certified = views::count::view(&told.session, ROUND).unwrap().certified.unwrap();
    assert_eq!(certified.pin_removed.unwrap().by, "王秘书");
}

fn needed(name: &str) -> Result<(), Refusal> {
    Err(Refusal::PinNeeded { name: name.to_owned() })
}

#[test]
fn a_desk_is_handed_over_with_the_pin_of_the_one_who_takes_it() {
    let mut told = Told::counting(2);
    told.set_pin("teller-1");
    let take = || keying::Command::TakeBundle { place: place(Pass::First, 1) };
    assert_eq!(told.with(take(), "teller-1", Proof::None), needed("刘敏"));
    assert_eq!(told.with(TAKE_DESK, "teller-1", Proof::None), needed("刘敏"));
    assert_eq!(told.with(TAKE_DESK, "teller-1", Proof::Desk), needed("刘敏"), "a seat is no PIN");
    told.with(TAKE_DESK, "teller-1", Proof::Pin).unwrap();
    told.with(take(), "teller-1", Proof::Desk).unwrap();
    let mut unset = Told::counting(2);
    unset.done(TAKE_DESK, "teller-2");
    unset.done(take(), "teller-2");
}

#[test]
fn the_count_is_certified_with_the_chief_scrutineers_pin() {
    let mut told = Told::keyed(&["○○×", "○××"], &["○○×", "○××"]);
    told.set_pin("chief");
    assert_eq!(told.with(CERTIFY, "chief", Proof::None), needed("周建国"));
    assert_eq!(told.with(CERTIFY, "chief", Proof::Desk), needed("周建国"), "a seat is no PIN");
    told.with(CERTIFY, "chief", Proof::Pin).unwrap();
    assert!(told.session.rounds()[0].certificate().unwrap().proven);
    let reopen = round::Command::Reopen { round: ROUND, reason: "复核".to_owned() };
    assert_eq!(told.with(reopen.clone(), "chief", Proof::None), needed("周建国"));
    told.with(reopen, "chief", Proof::Pin).unwrap();
    let mut unset = Told::keyed(&["○○×", "○××"], &["○○×", "○××"]);
    unset.certify();
    assert!(!unset.session.rounds()[0].certificate().unwrap().proven, "works without, visibly");
}

#[test]
fn no_command_of_a_window_carries_a_proof() {
    let claimed = serde_json::json!({ "room": "round", "command": { "do": "certify", "round": 1, "proven": true } });
    assert!(serde_json::from_value::<Command>(claimed).is_err());
    let claimed = serde_json::json!({ "room": "pin", "command": { "do": "set", "hash": "x" } });
    assert!(serde_json::from_value::<Command>(claimed).is_err());
}

#[test]
fn what_is_ruled_asks_for_the_pin_of_who_rules() {
    let mut told = Told::keyed(&["○○×", "○××"], &["○×○", "○××"]);
    told.set_pin("scrutineer");
    let rule = || rule_rows(at(1, 1), &[(1, Mark::For), (2, Mark::Against)]);
    assert_eq!(told.with(rule(), "scrutineer", Proof::None), needed("田富"));
    told.with(TAKE_DESK, "scrutineer", Proof::Pin).unwrap();
    told.with(rule(), "scrutineer", Proof::Desk).unwrap();
    told.set_pin("chief");
    let back =
        ruling::Command::TakeBack { round: ROUND, place: at(1, 1), reason: "看错".to_owned() };
    assert_eq!(told.with(back.clone(), "chief", Proof::None), needed("周建国"));
    told.with(back, "chief", Proof::Desk).unwrap();
}

#[test]
fn hands_are_counted_with_the_pin_of_the_teller() {
    let mut told = Told::prepared();
    told.count_present(6);
    let motion =
        hands::Motion { title: "通过会议议程".to_owned(), ..hands::Motion::default() };
    told.done(hands::Command::PrepareMotion { motion }, "secretary");
    let vote = HandVoteId(1);
    told.done(hands::Command::PutMotion { vote, present: None }, "secretary");
    told.set_pin("teller-1");
    let count =
        hands::Command::CountHands { vote, hands: Hands::Minority { against: 1, abstain: 0 } };
    assert_eq!(told.with(count.clone(), "teller-1", Proof::None), needed("刘敏"));
    told.with(count, "teller-1", Proof::Desk).unwrap();
}

fn remove(person_: &str, reason: &str) -> PinCommand {
    PinCommand::RemovePin { person: person(person_), reason: reason.to_owned() }
}

#[test]
fn a_pin_is_removed_with_a_pin_of_ones_own() {
    let mut told = Told::prepared();
    told.set_pin("chief");
    assert_eq!(
        told.refused(remove("chief", "忘记"), "secretary"),
        Refusal::PinToRemoveWith { name: "王秘书".to_owned() }
    );
    told.set_pin("secretary");
    for proof in [Proof::None, Proof::Desk] {
        assert_eq!(told.with(remove("chief", "忘记"), "secretary", proof), needed("王秘书"));
    }
    told.with(remove("secretary", "忘记"), "chief", Proof::Pin).unwrap();
    told.set_pin("secretary");
    told.with(remove("chief", "忘记"), "secretary", Proof::Pin).unwrap();
}

/// A version before this one asked for no PIN and removed that of whoever was at work: what it
/// recorded could have been asked.
#[test]
fn who_is_at_work_in_a_running_round_keeps_the_pin() {
    let mut told = Told::keyed(&["○○×", "○××"], &["○○×", "○××"]);
    told.set_pin("teller-1");
    told.set_pin("secretary");
    let remove = || remove("teller-1", "忘记");
    let at_work = Refusal::PinAtWork { name: "刘敏".to_owned() };
    assert_eq!(told.with(remove(), "secretary", Proof::Pin), Err(at_work.clone()));
    let removed = |proven, off_duty| Entry {
        seq: told.session.seq() + 1,
        at: told.journal[0].at,
        actor: person("secretary"),
        event: Event::Pin(pin::Event::Removed {
            person: person("teller-1"),
            reason: Reason::given("忘记").unwrap(),
            proven,
            off_duty,
        }),
    };
    let by_the_rules = Err(Unaskable::Refused(at_work));
    assert_eq!(told.session.retrace(&removed(true, true)), by_the_rules);
    assert_eq!(told.as_of_0_4().retrace(&removed(true, false)), by_the_rules);
    let outdated = Err(Unaskable::Outdated);
    assert_eq!(told.session.retrace(&removed(false, false)), outdated, "names stand since 0.4.0");
    let before = told.as_before_names_stood();
    assert_eq!(before.retrace(&removed(false, false)), Ok(()));
    told.announce();
    told.with(remove(), "secretary", Proof::Pin).unwrap();
}

/// Who sits on the staff of a round that runs is at work before anything was counted.
#[test]
fn the_chief_scrutineer_is_on_duty_from_the_first_ballot_on_and_scrutineers_once_the_box_is_open() {
    let mut told = Told::prepared();
    for who in ["chief", "scrutineer", "secretary"] {
        told.set_pin(who);
    }
    let kept = |told: &mut Told, who: &str, name: &str| {
        let at_work = Err(Refusal::PinAtWork { name: name.to_owned() });
        assert_eq!(told.with(remove(who, "忘记"), "secretary", Proof::Pin), at_work);
    };
    told.give_out();
    kept(&mut told, "chief", "周建国");
    told.with(remove("scrutineer", "忘记"), "secretary", Proof::Pin).unwrap();
    told.set_pin("scrutineer");
    told.done(collect(2), "secretary");
    kept(&mut told, "scrutineer", "田富");
    let breaking = round::Breaking::Interrupted;
    let reason = "停电".to_owned();
    let broken = round::Command::BreakOff { round: ROUND, breaking, reason };
    told.with(broken, "chief", Proof::Pin).unwrap();
    told.with(remove("chief", "忘记"), "secretary", Proof::Pin).unwrap();
    told.with(remove("scrutineer", "忘记"), "secretary", Proof::Pin).unwrap();
}

/// 0.4.0 let the chief scrutineer's PIN be removed until something was counted.
#[test]
fn what_an_earlier_version_removed_during_a_round_stands_until_a_later_one_wrote() {
    let mut told = Told::prepared();
    for who in ["chief", "scrutineer", "secretary"] {
        told.set_pin(who);
    }
    told.give_out();
    let removed = |told: &Told, off_duty| Entry {
        seq: told.session.seq() + 1,
        at: told.journal[0].at,
        actor: person("secretary"),
        event: Event::Pin(pin::Event::Removed {
            person: person("chief"),
            reason: Reason::given("忘记").unwrap(),
            proven: true,
            off_duty,
        }),
    };
    assert_eq!(told.as_of_0_4().retrace(&removed(&told, false)), Ok(()));
    assert!(told.session.retrace(&removed(&told, true)).is_err());
    told.with(remove("scrutineer", "忘记"), "secretary", Proof::Pin).unwrap();
    assert_eq!(told.session.retrace(&removed(&told, false)), Err(Unaskable::Outdated));
}

#[test]
fn the_chief_scrutineer_corrects_numbers_with_the_pin_and_the_secretary_as_before() {
    let mut told = Told::prepared();
    for who in ["chief", "secretary"] {
        told.set_pin(who);
    }
    told.give_out();
    told.done(collect(2), "secretary");
    let correct = |returned| round::Command::CorrectNumbers {
        round: ROUND,
        numbers: round::Numbers {
            present: 6,
            printed: 8,
            issued: 6,
            collected: Some(round::Collected { spoiled: 0, returned }),
        },
        reason: "看错".to_owned(),
    };
    for proof in [Proof::None, Proof::Desk] {
        assert_eq!(told.with(correct(3), "chief", proof), needed("周建国"));
    }
    told.with(correct(3), "chief", Proof::Pin).unwrap();
    told.with(correct(4), "secretary", Proof::None).unwrap();
}

#[test]
fn a_pin_changes_only_with_the_one_before_and_a_forgotten_one_is_removed_on_record() {
    let mut told = Told::prepared();
    told.set_pin("chief");
    told.set_pin("secretary");
    let other = EdgeCommand::Look(Looked::Set { hash: "$argon2id$other".to_owned() });
    let change = |told: &Told, proof| {
        told.session.decide_at_edge(&other, Actor { person: &person("chief"), proof })
    };
    assert!(matches!(change(&told, Proof::None), Err(Refusal::PinNeeded { .. })));
    assert!(change(&told, Proof::Pin).is_ok());
    let view = views::prepare::view(&told.session);
    let removed_by = view.pins.iter().map(|pin| (pin.person.clone(), pin.removers.clone()));
    let (chief, secretary) = (person("chief"), person("secretary"));
    let each_other = [(&chief, &secretary), (&secretary, &chief)];
    assert!(removed_by.eq(each_other.map(|(of, by)| (of.clone(), vec![by.clone()]))));
    let mut remove = |reason: &str, who: &str| told.with(remove("chief", reason), who, Proof::Pin);
    assert!(matches!(remove("忘记", "chief"), Err(Refusal::WrongRole { .. })));
    assert_eq!(remove("", "secretary"), Err(Refusal::ReasonMissing));
    remove("忘记", "secretary").unwrap();
    assert_eq!(remove("忘记", "secretary"), Err(Refusal::NoPin { name: "周建国".to_owned() }));
    assert!(change(&told, Proof::None).is_ok());
}

#[test]
fn wrong_pins_in_a_row_cost_a_wait_that_doubles_and_ends_with_the_right_one() {
    let mut told = Told::prepared();
    told.set_pin("chief");
    let mut delays = Vec::new();
    for _ in 0..8 {
        told.wrong_pin("chief");
        delays.push(told.session.pins().delay(&person("chief")));
    }
    assert_eq!(delays, [0, 0, 15, 30, 60, 120, 240, 240]);
    assert_eq!(told.session.pins().delay(&person("teller-1")), 0, "nobody else waits");
    told.with(TAKE_DESK, "chief", Proof::Pin).unwrap();
    assert_eq!(told.session.pins().delay(&person("chief")), 0);
}

#[test]
fn a_pin_has_six_to_eight_figures() {
    for right in ["000000", "12345678"] {
        assert_eq!(check_figures(right), Ok(()));
    }
    for wrong in ["", "12345", "123456789", "1234a6", "１２３４５６"] {
        assert_eq!(check_figures(wrong), Err(Refusal::PinFigures { least: 6, most: 8 }), "{wrong}");
    }
}
