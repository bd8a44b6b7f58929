//! 演练: ballots that nobody marked can be keyed whole by the tellers, are the same in both passes
//! but for the slips, and are made of no real session.

use exchange::rehearsal::{MOST_SLIPS, fresh_seed, keying};
use exchange::{Preset, Sample, preset, read_preset};
use session::ballot::{Ballot, BallotContest};
use session::floor::attendance;
use session::paper::{Issue, PaperKind};
use session::people::Role;
use session::round::{Issue as Out, RoundKind};
use session::{
    BallotId, Command, EdgeCommand, Entry, Event, Pass, PersonId, Refusal, RoundId, Session,
    ballot, round,
};
use tally::{Contest, ContestId, Kind};

const ROUND: RoundId = RoundId(1);

struct Told {
    session: Session,
    secretary: PersonId,
}

impl Told {
    fn record(&mut self, events: Vec<Event>, actor: &PersonId) {
        for event in events {
            let at = chrono::DateTime::parse_from_rfc3339("2026-01-16T14:00:00+08:00").unwrap();
            let seq = self.session.seq() + 1;
            self.session.apply(&Entry { seq, at, actor: actor.clone(), event }).unwrap();
        }
    }

    fn done(&mut self, command: &Command, actor: &PersonId) {
        let events = self.session.decide(command, actor);
        self.record(events.unwrap_or_else(|refusal| panic!("{command:?}: {refusal}")), actor);
    }

    fn secretary(&mut self, command: &Command) {
        self.done(command, &self.secretary.clone());
    }

    fn at_edge(&mut self, command: &EdgeCommand<'_>) {
        let events = self.session.decide_at_edge(command, &self.secretary).unwrap();
        self.record(events, &self.secretary.clone());
    }

    /// A box of 54 sheets of this ballot.
    fn counting(seed: Option<&str>, asked: &Ballot) -> Self {
        let sample = Sample::load().unwrap();
        let secretary = sample.staff_with(Role::Secretary).unwrap().id.clone();
        let mut told = Self { session: Session::default(), secretary };
        for command in sample.preparation() {
            told.secretary(&command);
        }
        if let Some(seed) = seed {
            told.at_edge(&EdgeCommand::Rehearse { seed });
        }
        told.secretary(&Command::Ballot(ballot::Command::SaveBallot { ballot: asked.clone() }));
        told.at_edge(&EdgeCommand::IssuePaper(Issue {
            of: PaperKind::Ballot { ballot: asked.id.clone() },
            title: asked.title.clone(),
            sha256: "0".repeat(64),
            pages: 1,
            set_by: "0.4.0".to_owned(),
        }));
        let counted = attendance::Command::CountAttendance { present: 56, observers: 0 };
        told.secretary(&Command::Attendance(counted));
        let kind = RoundKind::First;
        let issue = Out { ballot: asked.id.clone(), kind, printed: 60, issued: 56 };
        for command in [
            round::Command::OpenTogether { with: None, issues: vec![issue] },
            round::Command::Collect { round: ROUND, spoiled: 0, returned: 54 },
            round::Command::AnnounceCollection { round: ROUND },
        ] {
            told.secretary(&Command::Round(command));
        }
        told
    }

    /// Keys a pass to its end; returns the readings.
    fn key(&mut self, pass: Pass, slips: u32) {
        for act in keying(&self.session, ROUND, pass, slips).unwrap().into_iter().flatten() {
            self.done(&act.command, &act.by);
        }
    }

    fn differing(&self) -> usize {
        self.session.round(ROUND).unwrap().discrepancies().len()
    }
}

fn of_preset((name, text): (&str, &str), like: &Ballot) -> Ballot {
    let preset = read_preset(name, text).unwrap();
    let Preset { ballot, contest, .. } = preset.clone();
    let entry = &like.contests[0];
    let kind = preset.kind(std::num::NonZeroU32::new(3).unwrap());
    let rows = if matches!(kind, Kind::Motion(_)) { 1 } else { 4 };
    let asked = Contest {
        id: ContestId("asked".to_owned()),
        title: "事项".to_owned(),
        options: entry.contest.options.iter().take(rows).cloned().collect(),
        kind,
    };
    let contests = vec![BallotContest { contest: asked, ..contest }];
    Ballot {
        id: BallotId("asked".to_owned()),
        title: "表决票".to_owned(),
        bundle_size: 10,
        contests,
        ..ballot
    }
}

#[test]
fn both_passes_key_the_same_paper_and_differ_in_the_slips_alone() {
    let asked = Sample::load().unwrap().ballot();
    let mut told = Told::counting(Some("00000000000000ff"), &asked);
    told.key(Pass::First, 0);
    told.key(Pass::Second, 0);
    let round = told.session.round(ROUND).unwrap();
    assert!(round.pass_is_whole(Pass::First) && round.pass_is_whole(Pass::Second));
    assert_eq!(told.differing(), 0);

    let mut told = Told::counting(Some("00000000000000ff"), &asked);
    told.key(Pass::First, 10);
    told.key(Pass::Second, 10);
    assert!((1..30).contains(&told.differing()), "{}", told.differing());
}

#[test]
fn the_same_seed_makes_the_same_ballots_and_another_makes_others() {
    let asked = Sample::load().unwrap().ballot();
    let acts = |seed| keying(&Told::counting(Some(seed), &asked).session, ROUND, Pass::First, 5);
    assert_eq!(acts("00000000000000ff"), acts("00000000000000ff"));
    assert_ne!(acts("00000000000000ff"), acts("0000000000000100"));
    let (one, other) = (fresh_seed(), fresh_seed());
    assert!(one.len() == 16 && one != other);
}

#[test]
fn a_pass_that_was_begun_is_keyed_to_its_end() {
    let asked = Sample::load().unwrap().ballot();
    let mut told = Told::counting(Some("00000000000000ff"), &asked);
    let begun: Vec<_> = keying(&told.session, ROUND, Pass::First, 0)
        .unwrap()
        .into_iter()
        .flatten()
        .take(17)
        .collect();
    for act in begun {
        told.done(&act.command, &act.by);
    }
    told.key(Pass::First, 0);
    assert!(told.session.round(ROUND).unwrap().pass_is_whole(Pass::First));
    assert_eq!(keying(&told.session, ROUND, Pass::First, 0).unwrap(), Vec::<Vec<_>>::new());
}

#[test]
fn every_kind_of_question_can_be_keyed() {
    let like = Sample::load().unwrap().ballot();
    for preset in preset::SHIPPED {
        let asked = of_preset(preset, &like);
        let mut told = Told::counting(Some("00000000000000ff"), &asked);
        told.key(Pass::First, MOST_SLIPS);
        told.key(Pass::Second, MOST_SLIPS);
        assert!(told.session.round(ROUND).unwrap().is_compared(), "{}", preset.0);
    }
}

#[test]
fn nothing_is_made_up_in_a_real_session_or_beyond_every_tenth_mark() {
    let asked = Sample::load().unwrap().ballot();
    let real = Told::counting(None, &asked);
    let refused =
        |told: &Told, slips| keying(&told.session, ROUND, Pass::First, slips).unwrap_err();
    assert_eq!(refused(&real, 0), Refusal::NoRehearsal);
    let told = Told::counting(Some("00000000000000ff"), &asked);
    let beyond = Refusal::NumberOutOfRange { least: 0, most: MOST_SLIPS };
    assert_eq!(refused(&told, MOST_SLIPS + 1), beyond);
}
