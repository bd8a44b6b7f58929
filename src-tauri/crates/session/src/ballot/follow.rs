//! 后续: what follows an announced result (组织法 29): 再次投票 among the tied, 另行选举 for the
//! seats left, or a recorded decision.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};
use tally::{
    Candidate, ContestId, ContestOption, ContestResult, Kind, Next, SeatsResult, SeatsRule,
    WriteIns,
};

use crate::ballot::election::Election;
use crate::ballot::{Ballot, BallotContest, Matter};
use crate::ids::number;
use crate::round::{Round, Stage};
use crate::session::{OutOfPlace, Session};
use crate::{BallotId, Reason, Refusal, RoundId, ballot};

pub use super::settlement::{Settlement, SettlementKind};

/// How a ballot follows an earlier round.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Follows {
    /// 再次投票: among the tied only, most votes win.
    Runoff,
    /// 另行选举, or a further vote on projects: for the seats left.
    Further,
}

/// 来由: the contest whose result makes a ballot necessary.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct Origin {
    pub round: RoundId,
    pub contest: ContestId,
    pub follows: Follows,
}

/// What happened.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", content = "body", deny_unknown_fields)]
pub enum Event {
    /// It was decided how a tie ends, or what becomes of seats left.
    #[serde(rename = "follow.settled")]
    Settled {
        round: RoundId,
        contest: ContestId,
        /// What was decided.
        settlement: Settlement,
        /// 决定记录: who decided, and why.
        record: Reason,
    },
}

/// What may be asked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(tag = "do", rename_all = "snake_case", deny_unknown_fields)]
#[cfg_attr(feature = "ts", ts(rename = "FollowCommand"))]
pub enum Command {
    /// Record how a tie ends where the presidium decides, or what becomes of seats left.
    Settle {
        round: RoundId,
        contest: ContestId,
        /// What was decided.
        settlement: Settlement,
        /// 决定记录: who decided, and why; not empty.
        record: String,
    },
}

pub(crate) fn decide(session: &Session, command: &Command) -> Result<Vec<crate::Event>, Refusal> {
    let Command::Settle { round, contest, settlement, record } = command;
    let open = Open::find(session, *round, contest)?;
    if ballot_opened(session, *round, contest) {
        return Err(Refusal::AlreadySettled { contest: open.title() });
    }
    open.check_settlement(settlement)?;
    let record = Reason::given(record)?;
    let prepared = session.ballots.iter().filter(|ballot| {
        follows(ballot, *round, contest) && !session.withdrawn.contains_key(&ballot.id)
    });
    let withdrawn = prepared.map(|ballot| {
        ballot::Event::Withdrawn { ballot: ballot.id.clone(), reason: record.clone() }.into()
    });
    let mut events: Vec<crate::Event> = withdrawn.collect();
    let (round, contest, settlement) = (*round, contest.clone(), settlement.clone());
    events.push(Event::Settled { round, contest, settlement, record }.into());
    Ok(events)
}

pub(crate) fn apply(session: &mut Session, event: &Event) -> Result<(), OutOfPlace> {
    let Event::Settled { round, contest, settlement, record } = event;
    session.round_mut(*round)?.settle_contest(contest, settlement, record);
    Ok(())
}

/// Tells whether the ballot that follows a contest was voted on and its result announced.
pub(crate) fn is_voted_on(session: &Session, round: RoundId, contest: &ContestId) -> bool {
    let mut announced =
        session.rounds.iter().filter(|round| matches!(round.stage(), Stage::Announced(..)));
    announced.any(|after| follows(after.ballot(), round, contest))
}

fn ballot_opened(session: &Session, round: RoundId, contest: &ContestId) -> bool {
    let mut held = session.rounds.iter().filter(|after| after.broken_off().is_none());
    held.any(|after| follows(after.ballot(), round, contest))
}

fn follows(ballot: &Ballot, round: RoundId, contest: &ContestId) -> bool {
    ballot.origin.as_ref().is_some_and(|origin| origin.round == round && origin.contest == *contest)
}

/// Returns the ballot that must follow a contest, as the law would have it: the secretary may still
/// change what the law leaves open.
///
/// # Errors
/// When the result is not announced, or asks for no further ballot.
pub fn proposed_ballot(
    session: &Session,
    round: RoundId,
    contest: &ContestId,
) -> Result<Ballot, Refusal> {
    let open = Open::find(session, round, contest)?;
    let follows = open.follows()?;
    let (title, id) = (&open.round.ballot().title, &open.round.ballot().id);
    let origin = Origin { round, contest: contest.clone(), follows };
    Ok(Ballot {
        id: id_of_its_own(session, BallotId(format!("{id}-{round}-{contest}")), &origin),
        title: format!("{title}（{}）", follows.word(&open.entry.contest.kind)),
        contests: vec![open.contest_to_follow(follows)?],
        origin: Some(origin),
        ..open.round.ballot().clone()
    })
}

/// A ballot withdrawn is not set up again, and one that follows nothing may have any id: the next
/// one for the same seats has its own.
fn id_of_its_own(session: &Session, id: BallotId, origin: &Origin) -> BallotId {
    let other = session.ballot(&id).is_ok_and(|ballot| ballot.origin.as_ref() != Some(origin));
    let taken = other || session.withdrawn.contains_key(&id);
    if taken { id_of_its_own(session, BallotId(format!("{id}-again")), origin) } else { id }
}

/// Checks that a ballot is what article 29 asks for after the round it follows: the right
/// candidates, seats and threshold.
pub(crate) fn check_ballot(session: &Session, ballot: &Ballot) -> Result<(), Refusal> {
    let Some(Origin { round, contest, follows }) = &ballot.origin else { return Ok(()) };
    let open = Open::find(session, *round, contest)?;
    let mut others = session
        .ballots
        .iter()
        .filter(|other| other.id != ballot.id && !session.withdrawn.contains_key(&other.id));
    if others.any(|other| self::follows(other, *round, contest)) {
        return Err(Refusal::AlreadySettled { contest: open.title() });
    }
    let ([entry], true) = (ballot.contests.as_slice(), open.follows()? == *follows) else {
        return Err(Refusal::NothingFollows { contest: open.title() });
    };
    open.check_contest(entry, *follows)
}

impl Follows {
    pub(crate) fn word(self, kind: &Kind) -> &'static str {
        match (self, kind) {
            (Self::Runoff, _) => "再次投票",
            (Self::Further, Kind::Selection(_)) => "再次票决",
            (Self::Further, _) => "另行选举",
        }
    }
}

/// A contest of an announced round that is not settled yet.
struct Open<'a> {
    round: &'a Round,
    entry: &'a BallotContest,
    rule: &'a SeatsRule,
    result: SeatsResult,
}

impl<'a> Open<'a> {
    fn find(session: &'a Session, round: RoundId, contest: &ContestId) -> Result<Self, Refusal> {
        let round = session.round(round)?;
        if !matches!(round.stage(), Stage::Announced(..)) {
            return Err(Refusal::ResultNotAnnounced);
        }
        let nothing = || Refusal::NothingFollows { contest: contest.0.clone() };
        let index =
            round.contests().iter().position(|other| other.id == *contest).ok_or_else(nothing)?;
        let entry = round.ballot().contests.get(index).ok_or_else(nothing)?;
        let rule = entry.contest.seats_rule().ok_or_else(nothing)?;
        if round.settlement(contest).is_some() {
            return Err(Refusal::AlreadySettled { contest: entry.contest.title.clone() });
        }
        match round.result().contests.into_iter().nth(index) {
            Some(ContestResult::Seats(result)) => Ok(Self { round, entry, rule, result }),
            Some(ContestResult::Motion(_) | ContestResult::Evaluation(_)) | None => Err(nothing()),
        }
    }

    fn title(&self) -> String {
        self.entry.contest.title.clone()
    }

    fn follows(&self) -> Result<Follows, Refusal> {
        match self.result.next {
            Next::Runoff => Ok(Follows::Runoff),
            Next::Further => Ok(Follows::Further),
            Next::Presidium | Next::None => Err(Refusal::NothingFollows { contest: self.title() }),
        }
    }

    fn check_settlement(&self, settlement: &Settlement) -> Result<(), Refusal> {
        if !SettlementKind::open_after(self.result.next).contains(&settlement.kind()) {
            return Err(Refusal::NothingFollows { contest: self.title() });
        }
        match settlement {
            Settlement::Presidium { chosen } => {
                let distinct: BTreeSet<&Candidate> = chosen.iter().collect();
                let of_the_tied =
                    chosen.iter().all(|candidate| self.result.tied.contains(candidate));
                let seats = self.result.seats_left;
                let whole =
                    distinct.len() == chosen.len() && u32::try_from(chosen.len()) == Ok(seats);
                if of_the_tied && whole {
                    Ok(())
                } else {
                    Err(Refusal::ChooseOfTheTied { seats, names: self.names(&self.result.tied) })
                }
            }
            Settlement::NextSession | Settlement::AcceptFewer => Ok(()),
        }
    }

    fn check_contest(&self, entry: &BallotContest, follows: Follows) -> Result<(), Refusal> {
        let title = || entry.contest.title.clone();
        let same_kind = std::mem::discriminant(&entry.contest.kind)
            == std::mem::discriminant(&self.entry.contest.kind);
        let rule = entry
            .contest
            .seats_rule()
            .filter(|_| same_kind)
            .ok_or_else(|| Refusal::NothingFollows { contest: title() })?;
        let seats = self.result.seats_left;
        if rule.seats.get() != seats {
            return Err(Refusal::SeatsLeftDiffer { contest: title(), seats });
        }
        let expected = self.rule_to_follow(follows)?;
        if rule.threshold != expected.threshold
            || (follows == Follows::Runoff && rule.write_ins != WriteIns::None)
        {
            return Err(Refusal::RuleOfTheFirstRound { contest: title() });
        }
        let names: BTreeSet<String> = entry
            .contest
            .options
            .iter()
            .map(|option| tally::normalised_name(&option.name))
            .collect();
        match follows {
            Follows::Runoff => {
                let tied = self.names(&self.result.tied);
                let same = names == tied.iter().map(|name| tally::normalised_name(name)).collect();
                if same {
                    Ok(())
                } else {
                    Err(Refusal::OnlyTheTied { contest: title(), names: tied })
                }
            }
            Follows::Further => {
                let elected = self
                    .names(&self.result.elected)
                    .into_iter()
                    .find(|name| names.contains(&tally::normalised_name(name)));
                if let Some(name) = elected {
                    return Err(Refusal::AlreadyElected { contest: title(), name });
                }
                self.check_margin(entry, seats)
            }
        }
    }

    /// Deputy posts are filled from more candidates than seats the second time too (article 29),
    /// except in a by-election (article 30).
    fn check_margin(&self, entry: &BallotContest, seats: u32) -> Result<(), Refusal> {
        let candidates = number(entry.contest.options.len());
        let contest = entry.contest.title.clone();
        match &self.entry.election {
            Some(election)
                if !election.post.is_chief() && !election.by_election && candidates <= seats =>
            {
                Err(Refusal::MarginNeeded { contest, candidates, seats })
            }
            Some(_) | None => Ok(()),
        }
    }

    /// A runoff is won by the most votes, whatever share they are; a further election asks for the
    /// same majority again.
    fn rule_to_follow(&self, follows: Follows) -> Result<SeatsRule, Refusal> {
        let seats = std::num::NonZeroU32::new(self.result.seats_left)
            .ok_or_else(|| Refusal::NothingFollows { contest: self.title() })?;
        Ok(match follows {
            Follows::Runoff => {
                SeatsRule { seats, threshold: None, write_ins: WriteIns::None, ..self.rule.clone() }
            }
            Follows::Further => SeatsRule { seats, ..self.rule.clone() },
        })
    }

    fn contest_to_follow(&self, follows: Follows) -> Result<BallotContest, Refusal> {
        let candidates = match follows {
            Follows::Runoff => self.tied_as_printed(),
            Follows::Further => self.next_by_votes(),
        };
        let options: Vec<ContestOption> =
            candidates.iter().map(|candidate| self.option(candidate)).collect();
        let rule = self.rule_to_follow(follows)?;
        let kind = match &self.entry.contest.kind {
            Kind::Election(_) => Kind::Election(rule),
            Kind::Selection(_) | Kind::Evaluation(_) | Kind::Motion(_) => Kind::Selection(rule),
        };
        let contest = tally::Contest { options, kind, ..self.entry.contest.clone() };
        let nominees = |election: &Election| self.facts_of(&election.nominees, &candidates);
        let election = self
            .entry
            .election
            .as_ref()
            .map(|election| Election { nominees: nominees(election), ..election.clone() });
        Ok(BallotContest {
            projects: self.facts_of(&self.entry.projects, &candidates),
            election,
            contest,
            ..self.entry.clone()
        })
    }

    /// In the order of the ballot, written-in names last.
    fn tied_as_printed(&self) -> Vec<Candidate> {
        let printed =
            self.entry.contest.options.iter().map(|option| Candidate::Option(option.id.clone()));
        let written = self.result.write_ins.iter().map(|row| Candidate::WriteIn(row.name.clone()));
        printed.chain(written).filter(|candidate| self.result.tied.contains(candidate)).collect()
    }

    /// By votes, one more than there are seats left (组织法 27 and 29), as far as there are any.
    fn next_by_votes(&self) -> Vec<Candidate> {
        let mut rows: Vec<_> = self
            .result
            .rows
            .iter()
            .map(|row| (Candidate::Option(row.id.clone()), row.for_))
            .collect();
        rows.retain(|(candidate, _)| !self.result.elected.contains(candidate));
        rows.sort_by_key(|(_, votes)| std::cmp::Reverse(*votes));
        let wanted =
            usize::try_from(self.result.seats_left).unwrap_or(usize::MAX).saturating_add(1);
        rows.into_iter().take(wanted).map(|(candidate, _)| candidate).collect()
    }

    fn option(&self, candidate: &Candidate) -> ContestOption {
        ContestOption {
            id: String::from(candidate.clone()).as_str().into(),
            name: self.name(candidate),
        }
    }

    fn name(&self, candidate: &Candidate) -> String {
        match candidate {
            Candidate::WriteIn(name) => name.clone(),
            Candidate::Option(id) => {
                let option = self.entry.contest.options.iter().find(|option| option.id == *id);
                option.map(|option| option.name.clone()).unwrap_or_default()
            }
        }
    }

    fn names(&self, candidates: &[Candidate]) -> Vec<String> {
        candidates.iter().map(|candidate| self.name(candidate)).collect()
    }

    /// What the papers say of each candidate; nothing of a written-in name, and no list where the
    /// first ballot had none.
    fn facts_of<T: Clone + Default>(&self, facts: &[T], candidates: &[Candidate]) -> Vec<T> {
        if facts.is_empty() {
            return Vec::new();
        }
        let of = |candidate: &Candidate| {
            let row = self
                .entry
                .contest
                .options
                .iter()
                .position(|option| *candidate == Candidate::Option(option.id.clone()));
            row.and_then(|row| facts.get(row)).cloned().unwrap_or_default()
        };
        candidates.iter().map(of).collect()
    }
}

/// A result that asks for something more, and what was done about it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct FollowUp {
    pub round: RoundId,
    pub contest: ContestId,
    /// Title of its ballot.
    pub ballot: String,
    /// Title of the contest.
    pub title: String,
    /// What it is about.
    pub matter: Matter,
    /// What must follow.
    pub next: Next,
    /// What may be decided instead of voting once more, in the order offered.
    pub settlements: Vec<SettlementKind>,
    /// Seats not filled.
    pub seats_left: u32,
    /// Those level at the cut line.
    pub tied: Vec<TiedName>,
    /// The ballot that must follow, until one is prepared or something else is decided.
    pub proposed: Option<Ballot>,
}

/// One of those level at the cut line.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct TiedName {
    /// As a decision names it.
    pub candidate: Candidate,
    pub name: String,
}

/// Returns every announced result that asks for something more and is not settled.
pub(crate) fn follow_ups(session: &Session) -> Vec<FollowUp> {
    let contests = session
        .rounds
        .iter()
        .flat_map(|round| round.contests().iter().map(move |contest| (round.id(), &contest.id)));
    contests.filter_map(|(round, contest)| follow_up(session, round, contest)).collect()
}

fn follow_up(session: &Session, round: RoundId, contest: &ContestId) -> Option<FollowUp> {
    let open = Open::find(session, round, contest).ok()?;
    if open.result.next == Next::None || ballot_opened(session, round, contest) {
        return None;
    }
    let name = |candidate: &Candidate| TiedName {
        candidate: candidate.clone(),
        name: open.name(candidate),
    };
    let proposed = proposed_ballot(session, round, contest).ok();
    Some(FollowUp {
        round,
        contest: contest.clone(),
        ballot: open.round.ballot().title.clone(),
        title: open.title(),
        matter: Matter::of(&open.entry.contest.kind),
        next: open.result.next,
        settlements: SettlementKind::open_after(open.result.next),
        seats_left: open.result.seats_left,
        tied: open.result.tied.iter().map(name).collect(),
        proposed: proposed.filter(|ballot| {
            check_ballot(session, ballot).is_ok() && session.ballot(&ballot.id).is_err()
        }),
    })
}
