//! What holds after every command.

use std::collections::{BTreeMap, BTreeSet};

use proptest::prelude::*;
use session::ballot::Ballot;
use session::ballot::follow::{Settlement, proposed_ballot};
use session::floor::hall::Scene;
use session::paper::PaperKind;
use session::people::Role;
use session::round::keying::PassKeying;
use session::round::reopening::Reopening;
use session::round::{Certificate, Round, RoundKind, Stage, matter};
use session::tally::{ContestResult, Control, Next, RoundResult, Tally};
use session::{BundleNo, Entry, Event, Pass, Refusal, RoundId, Session, round, views};

use crate::support::*;

/// What is watched over a day.
pub struct Invariants {
    /// The session as the journal tells it when every entry is written down and read back.
    read_back: Session,
    /// What stood of each round when it was certified, or its vote announced void.
    stands: BTreeMap<RoundId, Stood>,
}

/// What never changes again of a round that is certified or announced void, until its count is
/// opened again on record.
#[derive(Debug, PartialEq)]
struct Stood {
    control: Control,
    ballot: Ballot,
    kind: RoundKind,
    certificate: Option<Certificate>,
    result: RoundResult,
    keyings: [PassKeying; 2],
    put_right: usize,
}

impl Stood {
    fn of(round: &Round) -> Self {
        Self {
            control: round.control(),
            ballot: round.ballot().clone(),
            kind: round.kind(),
            certificate: round.certificate().cloned(),
            result: round.result(),
            keyings: Pass::BOTH.map(|pass| round.pass(pass).clone()),
            put_right: put_right(round),
        }
    }
}

/// How often a count was opened again, or an announcement put right.
fn put_right(round: &Round) -> usize {
    round.reopenings().len() + round.corrections().len()
}

impl Invariants {
    /// Begins to watch a session.
    pub fn of(told: &Told) -> Self {
        let mut watched = Self { read_back: Session::default(), stands: BTreeMap::new() };
        watched.read(&told.journal);
        watched
    }

    fn read(&mut self, entries: &[Entry]) {
        for entry in entries {
            let written = serde_json::to_value(&entry.event).unwrap();
            let event =
                Event::read(written["kind"].as_str().unwrap(), written["body"].clone()).unwrap();
            self.read_back.apply(&Entry { event, ..entry.clone() }).unwrap();
        }
    }

    pub fn check(&mut self, told: &Told, events: &[Entry]) -> Result<(), TestCaseError> {
        if events.is_empty() {
            return Ok(());
        }
        self.read(events);
        let session = &told.session;
        prop_assert_eq!(session.seq() as usize, told.journal.len());
        prop_assert!(
            (1..).zip(&told.journal).all(|(seq, entry)| entry.seq == seq),
            "numbered from 1 without gaps"
        );
        for round in session.rounds() {
            match self.stands.get(&round.id()).filter(|stood| stood.put_right == put_right(round)) {
                Some(stood) => prop_assert_eq!(
                    stood,
                    &Stood::of(round),
                    "certified and announced void never change"
                ),
                None => self.check_round(session, round)?,
            }
        }
        check_papers(session)?;
        check_after(session)?;
        check_attendance(&told.journal, events)?;
        check_views(session)?;
        super::hands::check(session)?;
        super::desks::check(session)?;
        Ok(())
    }

    /// The journal, written down and read back, tells the session.
    pub fn check_replay(&self, told: &Told) -> Result<(), TestCaseError> {
        let live = format!("{:?}", told.session);
        prop_assert_eq!(&format!("{:?}", self.read_back), &live);
        prop_assert_eq!(&format!("{:?}", Session::replay(&told.journal).unwrap()), &live);
        check_askable(&told.journal)
    }

    fn check_round(&mut self, session: &Session, round: &Round) -> Result<(), TestCaseError> {
        check_count(round)?;
        check_keying(session, round)?;
        check_kept(session, round)?;
        if round.certificate().is_some() || matches!(round.stage(), Stage::Voided(_)) {
            self.stands.insert(round.id(), Stood::of(round));
        }
        Ok(())
    }
}

/// Whatever was recorded is something that could have been asked for.
fn check_askable(journal: &[Entry]) -> Result<(), TestCaseError> {
    let mut session = Session::default();
    for entry in journal {
        let retraced = session.retrace(entry);
        prop_assert!(retraced.is_ok(), "{:?}: {:?}", entry, retraced);
        session.apply(entry).unwrap();
    }
    Ok(())
}

/// What counts is what is settled, and counting it sheet by sheet is counting it at once.
fn check_count(round: &Round) -> Result<(), TestCaseError> {
    let settled: Vec<_> = round.sheet_places().filter_map(|place| round.settled(place)).collect();
    let mut afresh = Tally::new(round.contests());
    for sheet in &settled {
        afresh.add(sheet);
    }
    let by_hand = round.hand_count().is_some();
    prop_assert!(by_hand || round.tally() == &afresh, "what counts is what is settled");
    let differing: Vec<_> =
        round.sheet_places().filter_map(|place| round.discrepancy(place)).collect();
    prop_assert_eq!(round.discrepancies(), differing, "every sheet that differs is known");
    let doubtful: Vec<_> = round.sheet_places().flat_map(|place| round.doubtful(place)).collect();
    prop_assert_eq!(
        round.all_doubtful().collect::<Vec<_>>(),
        doubtful,
        "every doubtful section is known"
    );
    for contest in 0..round.contests().len() {
        let valid = round.tally().valid(contest);
        prop_assert_eq!(valid + round.tally().void(contest), round.tally().sheets());
        for row in round.tally().rows(contest) {
            prop_assert_eq!(
                row.for_ + row.against + row.abstain + row.void + row.grades.iter().sum::<u32>(),
                valid
            );
        }
    }
    if round.certificate().is_some() {
        prop_assert_eq!(
            round.tally().sheets(),
            round.control().returned,
            "certified is counted whole"
        );
        prop_assert!(
            by_hand
                || !round.ballot().hand_tally
                || round.hand_differences().is_empty()
                || round.hand_tally_ruled()
        );
    }
    if round.certificate().is_some() && !by_hand {
        prop_assert!(
            round.discrepancies().iter().all(|found| round.difference_is_ruled(found.place))
        );
        prop_assert!(round.all_doubtful().all(|section| round.verdict(section.place).is_some()));
    }
    Ok(())
}

fn check_keying(session: &Session, round: &Round) -> Result<(), TestCaseError> {
    let mut in_hand = BTreeSet::new();
    for pass in Pass::BOTH {
        let whole = round.pass(pass).keyed() == round.control().returned;
        prop_assert!(
            round.certificate().is_none() || round.hand_count().is_some() || whole,
            "certified is keyed whole, twice"
        );
        for bundle in (1..=round.bundles()).map(BundleNo) {
            let Some(keying) = round.pass(pass).bundle(bundle) else { continue };
            prop_assert!(
                keying.keyed() <= round.sheets_for(pass, bundle),
                "no more sheets than its keyer found in the bundle"
            );
            prop_assert!(
                keying.handed_in().is_none() || keying.keyed() == round.sheets_for(pass, bundle),
                "handed in whole"
            );
            let other = round.pass(pass.other()).bundle(bundle);
            prop_assert!(
                other.is_none_or(|other| other.teller() != keying.teller()),
                "nobody keys a bundle in both passes"
            );
            prop_assert!(
                keying.in_hand().is_none() || in_hand.insert(keying.teller()),
                "a hand holds one bundle"
            );
            let role = session.people().staff(keying.teller()).map(|person| person.role);
            let first_count =
                matches!(round.stage(), Stage::Counting(_)) && round.reopenings().is_empty();
            prop_assert!(
                !first_count || role == Some(Role::Teller),
                "who counts stays on the staff"
            );
        }
    }
    let by_hand = round.hand_count().is_some();
    prop_assert!(
        by_hand || in_hand.is_empty() || round.certificate().is_none(),
        "certified with a bundle in hand"
    );
    Ok(())
}

/// What a pass keeps is what looking at every bundle finds.
fn check_kept(session: &Session, round: &Round) -> Result<(), TestCaseError> {
    for pass in Pass::BOTH.map(|pass| round.pass(pass)) {
        let keyed: u32 = pass.bundles().map(|(_, keying)| keying.keyed()).sum();
        prop_assert_eq!(pass.keyed(), keyed, "sheets keyed");
        // More may be handed in than are planned: the number returned is put right afterwards.
        let mut numbers = (1..).map(BundleNo);
        let open = numbers.find(|bundle| pass.closed(*bundle).is_none());
        prop_assert_eq!(Some(pass.first_open()), open, "the first bundle not handed in");
        for teller in session.people().with_role(Role::Teller).map(|teller| &teller.id) {
            let in_hand = pass
                .bundles()
                .find(|(_, keying)| keying.in_hand().is_some() && keying.teller() == teller);
            prop_assert_eq!(pass.in_hand(teller), in_hand.map(|(bundle, _)| bundle), "in hand");
        }
    }
    Ok(())
}

fn check_papers(session: &Session) -> Result<(), TestCaseError> {
    let mut standing = BTreeSet::new();
    for paper in session.papers().iter().filter(|paper| !paper.is_superseded()) {
        prop_assert!(standing.insert(paper.kind()), "one issue of a paper stands");
        if let PaperKind::Ballot { ballot }
        | PaperKind::Rules { ballot }
        | PaperKind::TallySheet { ballot } = paper.kind()
        {
            prop_assert!(
                !session.withdrawn().contains_key(ballot),
                "a withdrawn ballot's papers do not hold"
            );
        }
        if let PaperKind::CountReport { round } = paper.kind() {
            prop_assert!(session.round(*round).unwrap().certificate().is_some());
        }
        if let PaperKind::Decision { round } = paper.kind() {
            let matter = matter::rounds_of(session, matter::beginning(session, *round).unwrap());
            prop_assert!(
                matter.iter().any(|round| is_announced(session, round.id())),
                "decided over all rounds of the matter"
            );
        }
    }
    Ok(())
}

/// No result is announced without its report; the presidium fills the seats left, from among the
/// tied.
fn check_after(session: &Session) -> Result<(), TestCaseError> {
    for round in session.rounds().iter().filter(|round| is_announced(session, round.id())) {
        let report = PaperKind::CountReport { round: round.id() };
        prop_assert!(
            session.papers().iter().any(|paper| *paper.kind() == report),
            "announced without a report"
        );
        for result in round.result().contests {
            let ContestResult::Seats(result) = result else { continue };
            if let Some((Settlement::Presidium { chosen }, _)) = round.settlement(&result.id) {
                let distinct: BTreeSet<_> = chosen.iter().collect();
                prop_assert_eq!(
                    distinct.len(),
                    result.seats_left as usize,
                    "as many as there are seats left, each once"
                );
                prop_assert!(
                    chosen.len() == distinct.len()
                        && chosen.iter().all(|candidate| result.tied.contains(candidate))
                );
            }
        }
    }
    Ok(())
}

/// The people present are counted before every ballot (组织法 14): after any ballot whose box was
/// opened by then was handed out.
fn check_attendance(journal: &[Entry], events: &[Entry]) -> Result<(), TestCaseError> {
    for opening in events
        .iter()
        .filter(|entry| matches!(entry.event, Event::Round(round::Event::Opened { .. })))
    {
        let before = || journal.iter().take_while(|entry| entry.seq < opening.seq);
        let counted = last(before(), |event| matches!(event, Event::Attendance(_)));
        let boxes_opened = before().filter_map(|entry| {
            if let Event::Round(round::Event::Collected { round, .. }) = &entry.event {
                Some(*round)
            } else {
                None
            }
        });
        for opened in boxes_opened.collect::<BTreeSet<_>>() {
            let handed_out = last(
                before(),
                |event| matches!(event, Event::Round(round::Event::Opened { round, .. }) if *round == opened),
            );
            prop_assert!(counted > handed_out, "handed out without a count of the people present");
        }
    }
    Ok(())
}

fn last<'a>(entries: impl Iterator<Item = &'a Entry>, is: impl Fn(&Event) -> bool) -> Option<u32> {
    entries.filter(|entry| is(&entry.event)).last().map(|entry| entry.seq)
}

fn is_announced(session: &Session, round: RoundId) -> bool {
    matches!(session.round(round).unwrap().stage(), Stage::Announced(..))
}

/// The views promise nothing that is refused and keep back what is not announced.
fn check_views(session: &Session) -> Result<(), TestCaseError> {
    let steps = views::frame::view(session).steps;
    let present =
        steps.iter().filter(|step| step.state == views::frame::StepState::Present).count();
    prop_assert!(present <= 1, "one step at a time");
    if let Scene::Result { round, .. } | Scene::Elected { round, .. } = session.scene() {
        let was_announced =
            session.round(*round).unwrap().reopenings().iter().any(Reopening::after_announcement);
        prop_assert!(
            was_announced || is_announced(session, *round),
            "no result before the announcement"
        );
    }
    let floor = views::floor::view(session);
    for ballot in &floor.to_open {
        prop_assert!(!session.withdrawn().contains_key(&ballot.ballot));
    }
    for follow_up in &floor.follow_ups {
        prop_assert!(is_announced(session, follow_up.round));
        let Some(ballot) = follow_up.proposed.clone() else { continue };
        prop_assert_eq!(
            &ballot,
            &proposed_ballot(session, follow_up.round, &follow_up.contest).unwrap()
        );
        let save = session::ballot::Command::SaveBallot { ballot };
        let answer = session.decide(&Asked::from(save).0, &person("secretary"));
        prop_assert!(
            !matches!(answer, Err(ref refusal) if !matches!(refusal, Refusal::NotOnTheStaff { .. })),
            "what is proposed can be set up: {:?}",
            answer
        );
        prop_assert!(matches!(follow_up.next, Next::Runoff | Next::Further));
    }
    Ok(())
}
