//! Who did what stays: another name is another person once something stands under an id.

use session::people::Staff;
use session::people::pin::{Looked, PinCommand, Proof};
use session::{Actor, Command, EdgeCommand, Entry, Event, Refusal, Session, Unaskable, people};

use crate::support::*;

fn renamed(id: &str, name: &str) -> people::Command {
    let rename = |mut one: Staff| {
        if one.id == person(id) {
            name.clone_into(&mut one.name);
        }
        one
    };
    people::Command::AppointStaff { staff: staff().into_iter().map(rename).collect() }
}

impl Told {
    /// Asks as somebody who typed their PIN.
    fn proving(&mut self, command: people::Command, who: &str) -> Result<(), Refusal> {
        let who_asks = Actor { person: &person(who), proof: Proof::Pin };
        let events = self.session.decide(&Command::People(command), who_asks)?;
        self.record(&events, who);
        Ok(())
    }

    fn set_a_pin(&mut self, who: &str) {
        let look = EdgeCommand::Look(Looked::Set { hash: "$argon2id$".to_owned() });
        let set = self.session.decide_at_edge(&look, &person(who)).unwrap();
        self.record(&set, who);
    }
}

fn correct(id: &str, name: &str) -> people::Command {
    people::Command::CorrectName {
        person: person(id),
        name: name.to_owned(),
        reason: "录入时写错".to_owned(),
    }
}

#[test]
fn a_name_is_typed_anew_until_its_bearer_has_acted() {
    let mut told = Told::counting(2);
    told.done(renamed("teller-1", "孙丽"), "secretary");
    told.take(session::Pass::First, 1, "teller-1");
    let stays = Refusal::NameStays { name: "孙丽".to_owned(), other: "刘敏".to_owned() };
    assert_eq!(told.refused(renamed("teller-1", "刘敏"), "secretary"), stays);
}

/// The secretary who opened the round stands in the record too; whoever only prepared does not.
#[test]
fn preparing_binds_nobody_to_a_name_and_opening_a_round_does() {
    let mut told = Told::prepared();
    told.done(renamed("secretary", "苏文"), "secretary");
    let mut told = Told::counting(2);
    assert!(matches!(
        told.refused(renamed("secretary", "苏文"), "secretary"),
        Refusal::NameStays { .. }
    ));
}

#[test]
fn whoever_left_the_staff_does_not_come_back_as_somebody_else() {
    let mut told = Told::keyed(&["○○×", "○××"], &["○○×", "○××"]);
    told.announce();
    let without = staff().into_iter().filter(|one| one.id != person("teller-2")).collect();
    told.done(people::Command::AppointStaff { staff: without }, "secretary");
    assert!(matches!(
        told.refused(renamed("teller-2", "孙丽"), "secretary"),
        Refusal::NameStays { .. }
    ));
    told.done(people::Command::AppointStaff { staff: staff() }, "secretary");
}

#[test]
fn a_mistyped_name_is_put_right_on_record_and_the_certificate_keeps_the_old_one() {
    let mut told = Told::keyed(&["○○×", "○××"], &["○○×", "○××"]);
    told.announce();
    let with_a_pin = Refusal::PinToCorrectWith { name: "王秘书".to_owned() };
    assert_eq!(told.refused(correct("chief", "周建邦"), "secretary"), with_a_pin);
    told.set_a_pin("secretary");
    told.proving(correct("chief", "周建邦"), "secretary").unwrap();
    assert_eq!(told.session.people().name_of(&person("chief")), "周建邦");
    assert_eq!(told.session.rounds()[0].certificate().unwrap().name, "周建国");
    let corrections = told.session.people().name_corrections();
    assert_eq!((corrections[0].was.as_str(), corrections[0].now.as_str()), ("周建国", "周建邦"));
    assert_eq!(
        told.proving(correct("chief", "周建邦"), "secretary"),
        Err(Refusal::NameUnchanged { name: "周建邦".to_owned() })
    );
    assert_eq!(
        told.proving(correct("chief", "刘敏"), "secretary"),
        Err(Refusal::OnePersonOneRole { name: "刘敏".to_owned() })
    );
    assert!(matches!(told.refused(correct("chief", "周国"), "chief"), Refusal::WrongRole { .. }));
}

#[test]
fn a_name_is_put_right_before_a_round_or_after_it_and_not_while_its_bearer_is_needed() {
    let mut told = Told::prepared();
    told.set_a_pin("secretary");
    told.proving(correct("chief", "周建邦"), "secretary").unwrap();
    told.give_out();
    let on_duty = Err(Refusal::NameOnDuty { name: "周建邦".to_owned() });
    assert_eq!(told.proving(correct("chief", "周建国"), "secretary"), on_duty);
    let entry = |proven| Entry {
        seq: told.session.seq() + 1,
        at: told.journal[0].at,
        actor: person("secretary"),
        event: Event::People(people::Event::NameCorrected {
            person: person("chief"),
            name: "周建国".to_owned(),
            reason: session::Reason::given("写错").unwrap(),
            proven,
        }),
    };
    assert!(matches!(told.session.retrace(&entry(true)), Err(Unaskable::Refused(_))));
    assert_eq!(told.session.retrace(&entry(false)), Err(Unaskable::Outdated));
}

/// Another id of the same name would certify beside the one whose PIN is not known.
#[test]
fn whoever_has_a_pin_does_not_come_in_again_beside_it() {
    let mut told = Told::prepared();
    let look = EdgeCommand::Look(Looked::Set { hash: "$argon2id$".to_owned() });
    for who in ["chief", "secretary"] {
        let set = told.session.decide_at_edge(&look, &person(who)).unwrap();
        told.record(&set, who);
    }
    let beside = |mut one: Staff| {
        if one.id == person("chief") {
            one.id = person("chief-2");
        }
        one
    };
    let beside = people::Command::AppointStaff { staff: staff().into_iter().map(beside).collect() };
    let stays = Refusal::PinStays { name: "周建国".to_owned() };
    assert_eq!(told.refused(beside.clone(), "secretary"), stays);
    told.done(renamed("chief", "周建国"), "secretary");
    let remove = PinCommand::RemovePin { person: person("chief"), reason: "忘记".to_owned() };
    let secretary = person("secretary");
    let actor = Actor { person: &secretary, proof: Proof::Pin };
    let removed = told.session.decide(&Command::Pin(remove), actor).unwrap();
    told.record(&removed, "secretary");
    told.done(beside, "secretary");
    let pins = told.session.pins();
    assert!(pins.removed(&person("chief-2"), "周建国").is_some(), "it is told of either");
    assert!(pins.removed(&person("teller-1"), "刘敏").is_none());
}

#[test]
fn an_earlier_version_renamed_whoever_it_liked() {
    let mut told = Told::counting(2);
    told.take(session::Pass::First, 1, "teller-1");
    let people::Command::AppointStaff { staff } = renamed("teller-1", "孙丽") else { panic!() };
    let entry = |names_stand| Entry {
        seq: told.session.seq() + 1,
        at: told.journal[0].at,
        actor: person("secretary"),
        event: Event::People(people::Event::StaffAppointed { staff: staff.clone(), names_stand }),
    };
    assert_eq!(told.session.retrace(&entry(false)), Err(Unaskable::Outdated));
    assert_eq!(told.as_before_names_stood().retrace(&entry(false)), Ok(()));
    let refused = told.session.retrace(&entry(true));
    assert!(matches!(refused, Err(Unaskable::Refused(Refusal::NameStays { .. }))), "{refused:?}");
    let by_a_teller = Entry { actor: person("teller-1"), ..entry(false) };
    assert!(told.as_before_names_stood().retrace(&by_a_teller).is_err());
}

/// A staff that is appointed again and again, everybody with another name each time, is gone through
/// once each time, not once for everybody who ever was on it.
#[test]
fn every_appointment_of_many_is_possible_by_the_rules() {
    let many = |turn: u32| -> Vec<Staff> {
        let teller = |number: u32| {
            let id = person(&format!("teller-{turn}-{number}"));
            Staff::of(id, format!("计票人{turn}之{number}"), people::Role::Teller)
        };
        staff().into_iter().chain((0..500).map(teller)).collect()
    };
    let mut told = Told::prepared();
    told.set_a_pin("chief");
    for turn in 0..20 {
        told.done(people::Command::AppointStaff { staff: many(turn) }, "secretary");
        let last = told.journal.last().unwrap();
        let before = Session::replay(&told.journal[..told.journal.len() - 1]);
        assert_eq!(before.unwrap().retrace(last), Ok(()));
    }
}
