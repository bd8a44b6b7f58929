//! What must be right of a ballot before it can be voted on, printed and counted.

use std::collections::BTreeSet;
use std::ops::RangeInclusive;

use tally::{BlankRow, Kind, Mark};

use super::{Ballot, BallotContest};
use crate::ids::number;
use crate::{Reason, Refusal};

/// 等次: how many grades an evaluation may have.
pub(crate) const GRADES: RangeInclusive<u8> = 2..=5;

impl Ballot {
    /// Checks that the ballot can be printed and counted.
    ///
    /// # Errors
    /// The first thing that is wrong, named.
    pub fn check(&self) -> Result<(), Refusal> {
        self.check_settings()?;
        match self.contests.iter().find(|entry| entry.contest.options.is_empty()) {
            Some(entry) => Err(Refusal::CandidatesMissing { contest: entry.contest.title.clone() }),
            None => Ok(()),
        }
    }

    /// Checks that the ballot says how it is voted on: its rules are passed before there are
    /// candidates, or projects, or rows to grade.
    ///
    /// # Errors
    /// As [`Self::check`].
    pub fn check_settings(&self) -> Result<(), Refusal> {
        if self.title.trim().is_empty() {
            return Err(Refusal::BallotWithoutTitle);
        }
        if !(1..=100).contains(&self.bundle_size) {
            return Err(Refusal::NumberOutOfRange { least: 1, most: 100 });
        }
        if self.contests.is_empty() {
            return Err(Refusal::BallotWithoutContest { ballot: self.title.clone() });
        }
        let mut ids = BTreeSet::new();
        for entry in &self.contests {
            if !ids.insert(&entry.contest.id) {
                return Err(Refusal::ContestTwice { title: entry.contest.title.clone() });
            }
            check_contest(entry)?;
        }
        match self.departures().into_iter().next().filter(|_| !self.is_explained()) {
            Some(departure) => Err(Refusal::DepartsFromLaw { departure }),
            None => Ok(()),
        }
    }

    /// Tells whether a reason is given for what departs from the law.
    pub(crate) fn is_explained(&self) -> bool {
        self.departure_reason.as_deref().is_some_and(|reason| Reason::given(reason).is_ok())
    }
}

fn check_contest(entry: &BallotContest) -> Result<(), Refusal> {
    let contest = &entry.contest;
    let title = || contest.title.clone();
    if contest.title.trim().is_empty() {
        return Err(Refusal::ContestWithoutTitle);
    }
    let options = number(contest.options.len());
    if options > 500 {
        return Err(Refusal::OptionsOutOfRange { contest: title(), options });
    }
    let mut ids = BTreeSet::new();
    let mut names = BTreeSet::new();
    for (row, option) in (1..).zip(&contest.options) {
        if option.name.trim().is_empty() {
            return Err(Refusal::OptionWithoutName { contest: title(), row });
        }
        if !ids.insert(&option.id) || !names.insert(tally::normalised_name(&option.name)) {
            return Err(Refusal::OptionTwice { contest: title(), row, name: option.name.clone() });
        }
    }
    if !entry.projects.is_empty() && entry.projects.len() != contest.options.len() {
        return Err(Refusal::ProjectsDoNotMatch { contest: title() });
    }
    if !entry.headings.is_empty() && entry.headings.len() != contest.options.len() {
        return Err(Refusal::HeadingsDoNotMatch { contest: title() });
    }
    let nominees = entry.election.as_ref().map_or(0, |election| election.nominees.len());
    if nominees != 0 && nominees != contest.options.len() {
        return Err(Refusal::NomineesDoNotMatch { contest: title() });
    }
    let meanings: BTreeSet<Mark> = entry.symbols.iter().map(|meaning| meaning.mark).collect();
    let repeated = meanings.len() != entry.symbols.len();
    if entry.symbols.is_empty()
        || repeated
        || entry.symbols.iter().any(|meaning| !contest.allows(meaning.mark))
    {
        return Err(Refusal::SymbolsUnclear { contest: title() });
    }
    check_rule(entry, options)
}

fn check_rule(entry: &BallotContest, options: u32) -> Result<(), Refusal> {
    let contest = &entry.contest;
    match &contest.kind {
        Kind::Selection(rule) | Kind::Election(rule) => {
            let seats = rule.seats.get();
            if seats > options && options > 0 {
                return Err(Refusal::MoreSeatsThanOptions {
                    contest: contest.title.clone(),
                    seats,
                    options,
                });
            }
        }
        Kind::Evaluation(rule) => {
            let labels = rule.grades.len();
            if !u8::try_from(labels).is_ok_and(|labels| GRADES.contains(&labels))
                || rule.blank_row == BlankRow::For
            {
                return Err(Refusal::GradesOutOfRange { contest: contest.title.clone() });
            }
            if entry.assessment.as_ref().is_some_and(|assessment| assessment.check(rule).is_err()) {
                return Err(Refusal::AssessmentUnclear { contest: contest.title.clone() });
            }
        }
        Kind::Motion(_) => {
            if options != 1 {
                return Err(Refusal::OptionsOutOfRange { contest: contest.title.clone(), options });
            }
        }
    }
    Ok(())
}
