//! 待定: a contest of an announced round that asks for something more, what may be decided of it, and
//! what the ballot that follows it must be (组织法 29).

use std::collections::BTreeSet;

use tally::{
    Candidate, ContestId, ContestOption, ContestResult, Kind, Next, SeatsResult, SeatsRule,
    WriteIns,
};

use super::{Follows, Settlement, SettlementKind, StandsNext};
use crate::ballot::BallotContest;
use crate::ballot::election::Election;
use crate::ids::number;
use crate::round::{Round, RoundKind};
use crate::session::Past;
use crate::{Refusal, RoundId};

/// A contest of an announced round that is not settled yet.
pub(super) struct Open<'a> {
    pub(super) round: &'a Round,
    pub(super) entry: &'a BallotContest,
    rule: &'a SeatsRule,
    pub(super) result: SeatsResult,
}

impl<'a> Open<'a> {
    pub(super) fn find(
        session: &'a Past,
        round: RoundId,
        contest: &ContestId,
    ) -> Result<Self, Refusal> {
        let round = session.round(round)?;
        if !round.is_announced() {
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

    pub(super) fn title(&self) -> String {
        self.entry.contest.title.clone()
    }

    pub(super) fn follows(&self) -> Result<Follows, Refusal> {
        match self.result.next {
            Next::Runoff => Ok(Follows::Runoff),
            Next::Further => Ok(Follows::Further),
            Next::Presidium | Next::None => Err(Refusal::NothingFollows { contest: self.title() }),
        }
    }

    /// What may be decided instead of voting once more.
    pub(super) fn settlements(&self) -> Vec<SettlementKind> {
        let again = matches!(self.round.kind(), RoundKind::Runoff { .. });
        SettlementKind::open_after(self.result.next, &self.entry.contest.kind, again)
    }

    pub(super) fn check_settlement(&self, settlement: &Settlement) -> Result<(), Refusal> {
        if !self.settlements().contains(&settlement.kind()) {
            return Err(Refusal::NothingFollows { contest: self.title() });
        }
        let SeatsResult { seats_left: seats, tied, .. } = &self.result;
        match settlement {
            Settlement::Presidium { chosen } => {
                if self.are_of_the_tied(chosen) && number(chosen.len()) == *seats {
                    Ok(())
                } else {
                    Err(Refusal::ChooseOfTheTied { seats: *seats, names: self.names(tied) })
                }
            }
            Settlement::CandidateWithdrew { withdrawn } => {
                let stay = number(tied.len().saturating_sub(withdrawn.len()));
                if self.are_of_the_tied(withdrawn)
                    && !withdrawn.is_empty()
                    && (1..=*seats).contains(&stay)
                {
                    Ok(())
                } else {
                    Err(Refusal::TooManyStay { seats: *seats, names: self.names(tied) })
                }
            }
            Settlement::NextSession | Settlement::AcceptFewer | Settlement::SeatVacant => Ok(()),
        }
    }

    /// Some of those level at the cut line, each once.
    fn are_of_the_tied(&self, candidates: &[Candidate]) -> bool {
        let distinct: BTreeSet<&Candidate> = candidates.iter().collect();
        distinct.len() == candidates.len()
            && candidates.iter().all(|candidate| self.result.tied.contains(candidate))
    }

    pub(super) fn check_contest(
        &self,
        entry: &BallotContest,
        follows: Follows,
    ) -> Result<(), Refusal> {
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
        if self.needs_margin() && candidates <= seats {
            return Err(Refusal::MarginNeeded { contest, candidates, seats });
        }
        Ok(())
    }

    pub(super) fn needs_margin(&self) -> bool {
        let election = self.entry.election.as_ref();
        election.is_some_and(|election| !election.post.is_chief() && !election.by_election)
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

    pub(super) fn contest_to_follow(&self, follows: Follows) -> Result<BallotContest, Refusal> {
        let candidates = self.candidates_to_follow(follows);
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
            headings: self.facts_of(&self.entry.headings, &candidates),
            election,
            contest,
            ..self.entry.clone()
        })
    }

    fn candidates_to_follow(&self, follows: Follows) -> Vec<Candidate> {
        match follows {
            Follows::Runoff => self.tied_as_printed(),
            Follows::Further => self.next_by_votes(),
        }
    }

    /// Returns who stands next by law, with the votes that decide it.
    pub(super) fn stand_next(&self, follows: Follows) -> Vec<StandsNext> {
        let stands = |candidate: &Candidate| StandsNext {
            name: self.name(candidate),
            votes: self.votes_of(candidate),
        };
        self.candidates_to_follow(follows).iter().map(stands).collect()
    }

    fn votes_of(&self, of: &Candidate) -> u32 {
        let printed =
            self.result.rows.iter().map(|row| (Candidate::Option(row.id.clone()), row.for_));
        let written = self
            .result
            .write_ins
            .iter()
            .map(|row| (Candidate::WriteIn(row.name.clone()), row.for_));
        printed.chain(written).find(|(candidate, _)| candidate == of).map_or(0, |(_, votes)| votes)
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

    pub(super) fn name(&self, candidate: &Candidate) -> String {
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
