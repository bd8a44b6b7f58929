//! 复核: asking of an entry that is already there whether a command could have written it. Folding
//! a journal believes it; this does not. Every kind of event has the command it follows from, which
//! is decided once more on the session as it stood.

use crate::ballot::follow;
use crate::floor::hands::Body;
use crate::floor::{attendance, hall, hands, meeting, rehearsal};
use crate::paper::Issue;
use crate::people::pin::{Actor, Looked, PinCommand, Proof};
use crate::people::{Staff, duties, naming, pin};
use crate::round::away::BundleBack;
use crate::round::lent::Lend;
use crate::round::{away, by_hand, keying, lent, ruling};
use crate::{
    Command, EdgeCommand, Entry, Event, HandVoteId, LoanId, Past, PersonId, Reason, Refusal,
    ballot, bounds, entered, form, paper, people, projects, record, round, sittings,
};

/// Why no command could have written an entry.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Unaskable {
    /// The command it would follow from is refused.
    #[error(transparent)]
    Refused(#[from] Refusal),
    /// The command it would follow from leads to something else.
    #[error("what was asked leads to another entry")]
    Otherwise,
    /// It stands in a form that was given up before a program wrote that had written here already.
    #[error("it has the form of an earlier version, and a later one had written before")]
    Outdated,
}

/// What an entry would follow from.
enum Asked<'a> {
    Command(Box<Command>),
    Edge(EdgeCommand<'a>),
    Lent {
        lend: Lend,
        opening: &'a str,
    },
    BroughtBack {
        loan: LoanId,
        bundles: &'a [BundleBack],
    },
    SetUp {
        teller: &'a Staff,
    },
    /// By an earlier version, which held nobody to their name.
    Appointed {
        staff: Vec<Staff>,
    },
    /// By an earlier version, which let the chief scrutineer's PIN be removed before the count.
    RemovedBefore {
        person: PersonId,
    },
    /// By an earlier version, which asked for no PIN and let anybody's name be put right.
    CorrectedBefore {
        person: PersonId,
        name: String,
        reason: Reason,
    },
    /// Done by an earlier version where this one refuses it: a text changed or a PIN removed at any
    /// time, a motion withdrawn after hands were counted.
    ChangedBefore,
}

impl From<Command> for Asked<'_> {
    fn from(command: Command) -> Self {
        Self::Command(Box::new(command))
    }
}

impl Past {
    /// Asks whether a command could have written an entry that is about to be applied: whether its
    /// actor may, whether it comes when it can, whether its numbers are possible. What the edge
    /// alone knew is believed: that a PIN fitted, what a file held that came back.
    ///
    /// # Errors
    /// Why none could.
    pub fn retrace(&self, entry: &Entry) -> Result<(), Unaskable> {
        bounds::check(&entry.event)?;
        if form::is_outdated(self, &entry.event) {
            return Err(Unaskable::Outdated);
        }
        if !fingerprints_are_whole(&entry.event) {
            return Err(Unaskable::Otherwise);
        }
        let asked = asked(self, &entry.event);
        // Once texts were cleaned as they came in, one that is not clean was never entered.
        if let Asked::Command(command) = &asked
            && self.form.cleans()
            && !entered::is_clean(command)
        {
            return Err(Unaskable::Otherwise);
        }
        let mut refused = None;
        for proof in [Proof::None, Proof::Desk, Proof::Pin] {
            match self.decide_asked(&asked, entry, Actor { person: &entry.actor, proof }) {
                Ok(events) if events.iter().any(|event| self.same(event, &entry.event)) => {
                    return Ok(());
                }
                Ok(_) => refused = Some(Unaskable::Otherwise),
                Err(refusal) => refused = Some(refusal.into()),
            }
        }
        refused.map_or(Ok(()), Err)
    }

    fn decide_asked(
        &self,
        asked: &Asked<'_>,
        entry: &Entry,
        who: Actor<'_>,
    ) -> Result<Vec<Event>, Refusal> {
        match asked {
            Asked::Command(command) => self.decide_as_it_stands(command, who),
            Asked::Edge(command) => self.decide_at_edge(command, who),
            Asked::Lent { lend, opening } => {
                self.decide_at_edge(&EdgeCommand::Lend { lend, opening }, who)
            }
            Asked::BroughtBack { loan, bundles } => {
                lent::check_brought_back(self, *loan, bundles, who.person)?;
                Ok(vec![entry.event.clone()])
            }
            Asked::Appointed { staff } => {
                people::check_appointed_before(self, staff, who.person)?;
                Ok(vec![entry.event.clone()])
            }
            Asked::RemovedBefore { person } => {
                pin::check_removable(self, person, who.person)?;
                Ok(vec![entry.event.clone()])
            }
            Asked::CorrectedBefore { person, name, reason } => {
                self.people.require(who.person, duties::SECRETARY)?;
                naming::correct(self, person, name, &reason.to_string())?;
                Ok(vec![entry.event.clone()])
            }
            Asked::ChangedBefore => {
                self.people.require(who.person, duties::SECRETARY)?;
                Ok(vec![entry.event.clone()])
            }
            Asked::SetUp { teller } if teller.id == *who.person => Ok(vec![entry.event.clone()]),
            Asked::SetUp { teller } => {
                Err(Refusal::LoanOfAnotherTeller { name: teller.name.clone() })
            }
        }
    }
}

/// Every SHA-256 is one.
fn fingerprints_are_whole(event: &Event) -> bool {
    let Event::Paper(
        paper::Event::Issued { sha256, .. } | paper::Event::TakenOutToEdit { sha256, .. },
    ) = event
    else {
        return true;
    };
    sha256.len() == 64 && sha256.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'))
}

impl Past {
    /// A certificate of an earlier version holds no figures, and a round opened by one doubts no
    /// namesakes.
    fn same(&self, decided: &Event, recorded: &Event) -> bool {
        let mut decided = decided.clone();
        if let Event::Round(round::Event::Opened { namesakes_doubted, .. }) = &mut decided
            && let Event::Round(round::Event::Opened { namesakes_doubted: false, .. }) = recorded
        {
            *namesakes_doubted = false;
        }
        let (
            Event::Round(round::Event::Certified { round, proven, .. }),
            Event::Round(round::Event::Certified { round: of, proven: typed, totals }),
        ) = (&decided, recorded)
        else {
            return decided == *recorded;
        };
        let said_no_figures = totals.is_empty() && !self.form.is_since(form::FIGURES);
        if said_no_figures { (round, proven) == (of, typed) } else { decided == *recorded }
    }
}

/// A count that came of a roll was written with it.
fn of_attendance(session: &Past, event: &attendance::Event) -> Command {
    let attendance::Event::Counted { present, observers, sitting } = *event;
    let called = sitting.and_then(|sitting| session.sittings.roll(sitting));
    match called {
        Some(roll) => Command::Sittings(sittings::Command::CallRoll {
            sitting: roll.sitting,
            roll: roll.called.clone(),
            observers,
        }),
        None => Command::Attendance(attendance::Command::CountAttendance { present, observers }),
    }
}

fn asked<'a>(session: &Past, event: &'a Event) -> Asked<'a> {
    match event {
        Event::Meeting(event) => of_meeting(event),
        Event::People(event) => of_people(event),
        Event::Ballot(event) => of_ballot(event).into(),
        Event::Sittings(event) => of_sittings(event).into(),
        Event::Projects(event) => match projects::asked(event) {
            Ok(command) => Command::Projects(command).into(),
            Err(carried) => Asked::Edge(EdgeCommand::CarryProject(carried)),
        },
        Event::Proposals(event) => match event.asked() {
            Ok(command) => Command::Proposals(command).into(),
            Err(carried) => Asked::Edge(EdgeCommand::CarryProposal(carried)),
        },
        Event::Record(event) => of_record(event).into(),
        Event::Attendance(event) => of_attendance(session, event).into(),
        Event::Round(event) => of_round(event).into(),
        Event::Keying(event) => of_keying(event).into(),
        Event::Ruling(event) => of_ruling(event).into(),
        Event::Follow(follow::Event::Settled { round, contest, settlement, record }) => {
            let (contest, settlement) = (contest.clone(), settlement.clone());
            let record = record.to_string();
            Command::Follow(follow::Command::Settle { round: *round, contest, settlement, record })
                .into()
        }
        Event::Hand(hands::Event::Withdrawn { vote, .. }) if voted_on(session, *vote) => {
            Asked::ChangedBefore
        }
        Event::Hand(event) => of_hand(session, event).into(),
        Event::HandTally(event) => of_hand_tally(event).into(),
        Event::Lent(event) => of_lent(event),
        Event::Away(away::Event::DeskSetUp { desk }) => Asked::SetUp { teller: &desk.teller },
        Event::Pin(event) => of_pin(event),
        Event::Paper(event) => of_paper(event),
        Event::Hall(event) => of_hall(event).into(),
        Event::Rehearsal(rehearsal::Event::Begun { seed }) => {
            Asked::Edge(EdgeCommand::Rehearse { seed })
        }
    }
}

fn of_meeting(event: &meeting::Event) -> Asked<'_> {
    let command = match event {
        meeting::Event::JoinedToLast { last } => {
            return Asked::Edge(EdgeCommand::JoinToLast(last));
        }
        meeting::Event::Described { meeting } => {
            meeting::Command::Describe { meeting: meeting.clone() }
        }
        meeting::Event::ItemNoted { item, note } => {
            meeting::Command::NoteItem { item: item.clone(), note: note.clone() }
        }
        meeting::Event::Sealed { reason } => meeting::Command::Seal { reason: reason.to_string() },
    };
    Command::Meeting(command).into()
}

fn of_sittings(event: &sittings::Event) -> Command {
    Command::Sittings(match event.clone() {
        sittings::Event::Planned { sittings } => sittings::Command::PlanSittings { sittings },
        sittings::Event::PresidiumNamed { members } => sittings::Command::NamePresidium { members },
        sittings::Event::RollCalled { sitting, roll, observers } => {
            sittings::Command::CallRoll { sitting, roll, observers }
        }
    })
}

fn of_record(event: &record::Event) -> Command {
    Command::Record(match event.clone() {
        record::Event::ActivityNoted { activity, .. } => {
            record::Command::NoteActivities { activities: vec![activity] }
        }
        record::Event::ActivityCorrected { id, activity } => {
            record::Command::CorrectActivity { id, activity }
        }
        record::Event::ActivityStruck { id, reason } => {
            record::Command::StrikeActivity { id, reason: reason.into() }
        }
        record::Event::PointsSet { points } => record::Command::SetPoints { points },
    })
}

fn text_of(reason: Option<Reason>) -> String {
    reason.map_or_else(String::new, Into::into)
}

fn of_people(event: &people::Event) -> Asked<'_> {
    Command::People(match event.clone() {
        people::Event::RosterListed { deputies, observers } => {
            people::Command::ListRoster { deputies, observers }
        }
        people::Event::DeputySaved { deputy } => people::Command::SaveDeputy { deputy },
        people::Event::DeputyRemoved { number } => people::Command::RemoveDeputy { number },
        people::Event::StaffAppointed { staff, names_stand: false } => {
            return Asked::Appointed { staff };
        }
        people::Event::StaffAppointed { staff, names_stand: true } => {
            people::Command::AppointStaff { staff }
        }
        people::Event::NameCorrected { person, name, reason, proven: false } => {
            return Asked::CorrectedBefore { person, name, reason };
        }
        people::Event::NameCorrected { person, name, reason, proven: true } => {
            people::Command::CorrectName { person, name, reason: reason.into() }
        }
    })
    .into()
}

fn of_ballot(event: &ballot::Event) -> Command {
    Command::Ballot(match event.clone() {
        ballot::Event::Saved { ballot } => ballot::Command::SaveBallot { ballot },
        ballot::Event::Withdrawn { ballot, reason } => {
            ballot::Command::WithdrawBallot { ballot, reason: reason.into() }
        }
        ballot::Event::Deleted { ballot } => ballot::Command::DeleteBallot { ballot },
        ballot::Event::PastProjectsListed { year, projects } => {
            ballot::Command::ListPastProjects { year, projects }
        }
    })
}

fn of_round(event: &round::Event) -> Command {
    Command::Round(match event.clone() {
        round::Event::Opened { ballot, kind, printed, issued, with: Some(with), .. } => {
            let issues = vec![round::Issue { ballot, kind, printed, issued }];
            round::Command::OpenTogether { with: Some(with), issues }
        }
        round::Event::Opened { ballot, kind, printed, issued, .. } => {
            round::Command::OpenRound { ballot, kind, printed, issued }
        }
        round::Event::Collected { round, spoiled, returned } => {
            round::Command::Collect { round, spoiled, returned }
        }
        round::Event::NumbersCorrected { round, numbers, reason } => {
            round::Command::CorrectNumbers { round, numbers, reason: reason.into() }
        }
        round::Event::CollectionAnnounced { round } => round::Command::AnnounceCollection { round },
        round::Event::Certified { round, .. } => round::Command::Certify { round },
        round::Event::Reopened { round, reason } => {
            round::Command::Reopen { round, reason: reason.into() }
        }
        round::Event::BrokenOff { round, breaking, reason } => {
            round::Command::BreakOff { round, breaking, reason: reason.into() }
        }
        round::Event::AnnouncementCorrected { round, numbers, reason } => {
            round::Command::CorrectAnnouncement { round, numbers, reason: reason.into() }
        }
        round::Event::ResultAnnounced { round } => round::Command::AnnounceResult { round },
    })
}

fn of_keying(event: &keying::Event) -> Command {
    Command::Keying(match event.clone() {
        keying::Event::BundleTaken { place } => keying::Command::TakeBundle { place },
        keying::Event::SheetKeyed { place, sheet, reading } => {
            keying::Command::KeySheet { place, sheet, reading }
        }
        keying::Event::SheetPaused { place, sheet, unfinished } => {
            keying::Command::PauseSheet { place, sheet, unfinished }
        }
        keying::Event::SheetRecalled { place, sheet } => {
            keying::Command::RecallSheet { place, sheet }
        }
        keying::Event::BundleReleased { place, reason } => {
            keying::Command::ReleaseBundle { place, reason: reason.into() }
        }
        keying::Event::BundleCounted { place, sheets } => {
            keying::Command::CountBundle { place, sheets }
        }
        keying::Event::BundleMended { place, mend, reason } => {
            keying::Command::MendBundle { place, mend, reason: reason.into() }
        }
        keying::Event::BundleClosed { place } => keying::Command::CloseBundle { place },
    })
}

fn of_ruling(event: &ruling::Event) -> Command {
    Command::Ruling(match event.clone() {
        ruling::Event::DifferenceRuled { round, place, rows, names } => {
            ruling::Command::RuleDifference { round, place, rows, names }
        }
        ruling::Event::SectionRuled { round, section, verdict, reason } => {
            ruling::Command::RuleSections {
                round,
                sections: vec![section],
                verdict,
                reason: text_of(reason),
            }
        }
        ruling::Event::NamesMerged { round, contest, names, into, reason } => {
            ruling::Command::MergeNames { round, contest, names, into, reason: reason.into() }
        }
        ruling::Event::NamesSeparated { round, contest, into, reason } => {
            ruling::Command::SeparateNames { round, contest, into, reason: reason.into() }
        }
        ruling::Event::TakenBack { round, place, reason } => {
            ruling::Command::TakeBack { round, place, reason: reason.into() }
        }
    })
}

fn of_hand(session: &Past, event: &hands::Event) -> Command {
    Command::Hand(match event.clone() {
        hands::Event::Prepared { motion, .. } => hands::Command::PrepareMotion { motion },
        hands::Event::Changed { vote, motion } => hands::Command::ChangeMotion { vote, motion },
        hands::Event::Withdrawn { vote, reason } => {
            hands::Command::WithdrawMotion { vote, reason: reason.into() }
        }
        hands::Event::Put { vote, present, .. } => {
            hands::Command::PutMotion { vote, present: asked_present(session, vote, present) }
        }
        hands::Event::Counted { vote, hands } => hands::Command::CountHands { vote, hands },
        hands::Event::CountedAgain { vote, present, reason, .. } => {
            let present = asked_present(session, vote, present);
            hands::Command::CountAgain { vote, present, reason: text_of(reason) }
        }
        hands::Event::Ruled { vote, hands, reason } => {
            hands::Command::RuleHands { vote, hands, reason: reason.into() }
        }
        hands::Event::Announced { vote } => hands::Command::AnnounceHands { vote },
        hands::Event::Acclaimed { vote, passed } => {
            hands::Command::AnnounceAcclamation { vote, passed }
        }
        hands::Event::AnnouncementCorrected { vote, hands, reason } => {
            hands::Command::CorrectHands { vote, hands, reason: reason.into() }
        }
        hands::Event::AcclamationCorrected { vote, passed, reason } => {
            hands::Command::CorrectAcclamation { vote, passed, reason: reason.into() }
        }
    })
}

fn voted_on(session: &Past, vote: HandVoteId) -> bool {
    session.hand_vote(vote).is_ok_and(|vote| vote.stage == hands::Stage::Put && vote.is_counted())
}

/// Only the presidium's own number comes with the command.
fn asked_present(session: &Past, vote: HandVoteId, present: u32) -> Option<u32> {
    session.hand_vote(vote).ok().and_then(|vote| match vote.motion.body {
        Body::Congress => None,
        Body::Presidium { .. } => Some(present),
    })
}

fn of_hand_tally(event: &by_hand::Event) -> Command {
    Command::HandTally(match event.clone() {
        by_hand::Event::Entered { round, totals } => {
            by_hand::Command::EnterHandTally { round, totals }
        }
        by_hand::Event::Ruled { round, reason } => {
            by_hand::Command::RuleHandTally { round, reason: reason.into() }
        }
        by_hand::Event::Counted { round, totals, reason } => {
            by_hand::Command::CountByHand { round, totals, reason: reason.into() }
        }
        by_hand::Event::CountWithdrawn { round, reason } => {
            by_hand::Command::WithdrawHandCount { round, reason: reason.into() }
        }
    })
}

fn of_lent(event: &lent::Event) -> Asked<'_> {
    match event {
        lent::Event::BundlesLent { round, pass, bundles, opening, .. } => {
            let lend = Lend { round: *round, pass: *pass, bundles: bundles.clone() };
            Asked::Lent { lend, opening }
        }
        lent::Event::BroughtBack { loan, bundles, .. } => {
            Asked::BroughtBack { loan: *loan, bundles }
        }
        lent::Event::CalledBack { loan, reason } => {
            Command::Lent(lent::Command::CallBack { loan: *loan, reason: reason.to_string() })
                .into()
        }
    }
}

fn of_pin(event: &pin::Event) -> Asked<'_> {
    match event.clone() {
        pin::Event::Set { hash } => Asked::Edge(EdgeCommand::Look(Looked::Set { hash })),
        pin::Event::Removed { proven: false, .. } => Asked::ChangedBefore,
        pin::Event::Removed { person, off_duty: false, .. } => Asked::RemovedBefore { person },
        pin::Event::Removed { person, reason, .. } => {
            Command::Pin(PinCommand::RemovePin { person, reason: reason.into() }).into()
        }
        pin::Event::Refused { .. } => Asked::Edge(EdgeCommand::Look(Looked::Wrong)),
        pin::Event::DeskTaken { .. } => Command::Pin(PinCommand::TakeDesk).into(),
    }
}

fn of_paper(event: &paper::Event) -> Asked<'_> {
    let command = match event {
        paper::Event::Issued { of, title, sha256, pages, set_by, .. } => {
            return Asked::Edge(EdgeCommand::IssuePaper(Issue {
                of: of.clone(),
                title: title.clone(),
                sha256: sha256.clone(),
                pages: *pages,
                set_by: set_by.clone(),
            }));
        }
        paper::Event::TakenOutToEdit { paper, sha256 } => {
            return Asked::Edge(EdgeCommand::TakeOutToEdit { paper: *paper, sha256 });
        }
        paper::Event::Printed { paper, copies } => {
            return Asked::Edge(EdgeCommand::NotePrinted { paper: *paper, copies: *copies });
        }
        paper::Event::TextEdited { supersedes: false, .. }
        | paper::Event::TextRestored { supersedes: false, .. } => return Asked::ChangedBefore,
        paper::Event::TextEdited { of, text, supersedes: true } => {
            paper::Command::EditText { of: of.clone(), text: text.clone() }
        }
        paper::Event::TextRestored { of, supersedes: true } => {
            paper::Command::RestoreText { of: of.clone() }
        }
        paper::Event::NoticeNumbered { of, number } => {
            paper::Command::NumberNotice { of: of.clone(), number: number.clone() }
        }
        paper::Event::RulesTermsSet { of, terms } => {
            paper::Command::SetRulesTerms { of: *of, terms: terms.clone() }
        }
        paper::Event::StyleChosen { style } => paper::Command::ChooseStyle { style: style.clone() },
        paper::Event::BallotSheetChosen { ballot, sheet } => {
            paper::Command::ChooseBallotSheet { ballot: ballot.clone(), sheet: *sheet }
        }
    };
    Command::Paper(command).into()
}

fn of_hall(event: &hall::Event) -> Command {
    Command::Hall(match event.clone() {
        hall::Event::Shown { scene } => hall::Command::ShowInHall { scene },
        hall::Event::LookChosen { look } => hall::Command::ChooseLook { look },
    })
}
