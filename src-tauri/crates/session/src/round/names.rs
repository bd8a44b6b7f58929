//! 并名: spellings of a written-in name count as one only by a recorded ruling (docs/rules.md, 4).
//!
//! Whoever is written in twice on one sheet under two spellings counts there once. Nothing that was
//! ruled before may change meaning: a merge that would is refused until that ruling is taken back.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;
use tally::{Contest, Section, Sheet, WriteIn, WriteIns, normalised_name};

use crate::Refusal;
use crate::ballot::BallotContest;
use crate::people::Deputy;
use crate::round::Round;
use crate::round::ruling::{SheetPlace, Verdict, contest_of};

/// Which spellings count as which name, contest by contest. Names are as compared: NFC, without
/// white space.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Merges(BTreeMap<(u32, String), String>);

impl Merges {
    /// Returns the name that a spelling counts as, if it was merged.
    pub(crate) fn merged(&self, contest: u32, spelling: &str) -> Option<&str> {
        self.0.get(&(contest, normalised_name(spelling))).map(String::as_str)
    }

    /// Returns the spellings that count as a name, without the name itself.
    pub(crate) fn spellings_of(&self, contest: u32, into: &str) -> BTreeSet<String> {
        let of_contest = self.0.iter().filter(|((of, _), _)| *of == contest);
        of_contest
            .filter(|(_, name)| *name == into)
            .map(|((_, spelling), _)| spelling.clone())
            .collect()
    }

    /// Returns the names that spellings count as, each with the first of its spellings.
    fn merged_into(&self, contest: u32) -> BTreeMap<&str, &str> {
        let of_contest = self.0.iter().filter(|((of, _), _)| *of == contest).rev();
        of_contest.map(|((_, spelling), into)| (into.as_str(), spelling.as_str())).collect()
    }

    fn with(&self, contest: u32, spellings: &BTreeSet<String>, into: &str) -> Self {
        let mut merges = self.clone();
        merges.0.extend(
            spellings.iter().map(|spelling| ((contest, spelling.clone()), into.to_owned())),
        );
        merges
    }

    fn without(&self, contest: u32, spellings: &BTreeSet<String>) -> Self {
        let mut merges = self.clone();
        merges.0.retain(|(of, spelling), _| *of != contest || !spellings.contains(spelling));
        merges
    }

    /// Writes every merged spelling as the name it counts as.
    pub(crate) fn apply(&self, sheet: &mut Sheet) {
        if self.0.is_empty() {
            return;
        }
        for (contest, section) in (0..).zip(sheet) {
            for write_in in &mut section.write_ins {
                if let Some(name) = self.merged(contest, &write_in.name) {
                    name.clone_into(&mut write_in.name);
                }
            }
        }
    }
}

/// A name written in for a contest, as it was spelled.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Spelling {
    /// Index of the contest, from 0.
    pub contest: u32,
    /// As compared: NFC, without white space.
    pub name: String,
    pub sheets: u32,
    /// The name it counts as, where that is another one.
    pub into: Option<String>,
    /// Whether what it counts as is a candidate's name, and so no write-in.
    pub candidate: bool,
}

impl Round {
    /// Returns every name written in, as read by both keyers, a scrutineer or the chief scrutineer:
    /// contest by contest, by code point.
    #[must_use]
    pub fn spellings(&self) -> Vec<Spelling> {
        let mut sheets: BTreeMap<(u32, String), u32> = BTreeMap::new();
        let possible = self.contests().iter().any(takes_names);
        for place in self.sheet_places().filter(|_| possible) {
            for (contest, names) in (0..).zip(self.names_on(place)) {
                for name in names {
                    *sheets.entry((contest, name)).or_default() += 1;
                }
            }
        }
        let spelling = |((contest, name), sheets): ((u32, String), u32)| {
            let into = self.rulings.merges.merged(contest, &name).map(str::to_owned);
            let counted = into.as_deref().unwrap_or(&name);
            let candidate =
                usize::try_from(contest).is_ok_and(|contest| self.is_option(contest, counted));
            Spelling { contest, name, sheets, into, candidate }
        };
        sheets.into_iter().map(spelling).collect()
    }

    /// The names on a sheet, section by section, each once; none while its reading is open.
    fn names_on(&self, place: SheetPlace) -> Vec<BTreeSet<String>> {
        let names = |section: &Section| {
            section.write_ins.iter().map(|write_in| normalised_name(&write_in.name)).collect()
        };
        self.read(place).iter().flatten().map(names).collect()
    }

    fn sheets_naming(&self, contest: u32, spellings: &BTreeSet<String>) -> Vec<SheetPlace> {
        let index = usize::try_from(contest).unwrap_or(usize::MAX);
        let names = |place: &SheetPlace| {
            self.names_on(*place).get(index).is_some_and(|names| !names.is_disjoint(spellings))
        };
        self.sheet_places().filter(names).collect()
    }

    pub(crate) fn merge_names(&mut self, contest: u32, names: &[String], into: &str) {
        let (spellings, into) = (spellings(names, into), normalised_name(into));
        let merges = self.rulings.merges.with(contest, &spellings, &into);
        self.count_with(contest, &spellings, merges);
    }

    pub(crate) fn separate_names(&mut self, contest: u32, into: &str) {
        let spellings = self.rulings.merges.spellings_of(contest, &normalised_name(into));
        let merges = self.rulings.merges.without(contest, &spellings);
        self.count_with(contest, &spellings, merges);
    }

    /// Takes the names out of a section that are no deputy's, where only a deputy may be written
    /// in, and returns them. A candidate is no write-in in any case.
    pub(crate) fn drop_strangers(&self, contest: usize, section: &mut Section) -> Vec<String> {
        let deputies_only = |entry: &BallotContest| {
            entry.election.as_ref().is_some_and(|election| election.write_in_deputies_only)
        };
        if !self.ballot.contests.get(contest).is_some_and(deputies_only) {
            return Vec::new();
        }
        let mut strangers = BTreeSet::new();
        section.write_ins.retain(|write_in| {
            let name = normalised_name(&write_in.name);
            let known = self.deputies.contains(&name) || self.is_option(contest, &name);
            if !known {
                strangers.insert(name);
            }
            known
        });
        strangers.into_iter().collect()
    }

    /// Returns the names among those written in that two deputies bear, each once. A candidate is no
    /// write-in.
    pub(crate) fn namesakes_in(&self, contest: usize, write_ins: &[WriteIn]) -> Vec<String> {
        if self.namesakes.is_empty() {
            return Vec::new();
        }
        let names: BTreeSet<String> =
            write_ins.iter().map(|write_in| normalised_name(&write_in.name)).collect();
        let borne_twice = names.into_iter().filter(|name| self.namesakes.contains(name));
        borne_twice.filter(|name| !self.is_option(contest, name)).collect()
    }

    /// Tells whether a name, as compared, is one of a contest's options.
    fn is_option(&self, contest: usize, name: &str) -> bool {
        self.option_names.get(contest).is_some_and(|names| names.contains(name))
    }

    /// Only the sheets that bear one of the names are counted anew.
    fn count_with(&mut self, contest: u32, spellings: &BTreeSet<String>, merges: Merges) {
        let concerned = self.sheets_naming(contest, spellings);
        for place in &concerned {
            self.take_out(*place);
        }
        self.rulings.merges = merges;
        for place in concerned {
            self.settle(place);
        }
    }
}

/// The names of a contest's options, as names are compared.
pub(crate) fn option_names(contest: &Contest) -> BTreeSet<String> {
    contest.options.iter().map(|option| normalised_name(&option.name)).collect()
}

/// The names that more than one deputy bears, as names are compared.
pub(crate) fn namesakes(deputies: &[Deputy]) -> BTreeSet<String> {
    let mut met = BTreeSet::new();
    let names = deputies.iter().map(|deputy| normalised_name(&deputy.name));
    names.filter(|name| !met.insert(name.clone())).collect()
}

/// What a deputy is called where another bears the same name: 李伟（石门村）; `None` without a note.
pub(crate) fn told_apart(deputy: &Deputy) -> Option<String> {
    let Deputy { name, note, .. } = deputy;
    (!note.is_empty()).then(|| normalised_name(&format!("{name}（{note}）")))
}

fn takes_names(contest: &Contest) -> bool {
    contest.seats_rule().is_some_and(|rule| rule.write_ins != WriteIns::None)
}

/// The spellings that become another name.
pub(crate) fn spellings(names: &[String], into: &str) -> BTreeSet<String> {
    let into = normalised_name(into);
    names.iter().map(|name| normalised_name(name)).filter(|name| *name != into).collect()
}

pub(crate) fn check_merge(
    round: &Round,
    contest: u32,
    names: &[String],
    into: &str,
) -> Result<(), Refusal> {
    round.counting()?;
    let of = contest_of(round, contest)?;
    if !takes_names(of) {
        return Err(Refusal::NoWriteIns { contest: of.title.clone() });
    }
    let (spellings, into) = (spellings(names, into), normalised_name(into));
    if into.is_empty() || spellings.is_empty() {
        return Err(Refusal::WriteInWithoutName);
    }
    let merges = &round.rulings.merges;
    let written: BTreeSet<String> = round
        .spellings()
        .into_iter()
        .filter(|it| it.contest == contest)
        .map(|it| it.name)
        .collect();
    if let Some(name) = spellings.difference(&written).next() {
        return Err(Refusal::NobodyWroteIn { name: name.clone() });
    }
    for name in spellings.iter().chain([&into]) {
        if let Some(other) = merges.merged(contest, name) {
            return Err(Refusal::NameIsMerged { name: name.clone(), into: other.to_owned() });
        }
    }
    let into_others = merges.merged_into(contest);
    if let Some((into, name)) = into_others.into_iter().find(|(into, _)| spellings.contains(*into))
    {
        return Err(Refusal::NameIsMerged { name: name.to_owned(), into: into.to_owned() });
    }
    check_undisturbed(round, contest, &spellings, &merges.with(contest, &spellings, &into))
}

pub(crate) fn check_separate(round: &Round, contest: u32, into: &str) -> Result<(), Refusal> {
    round.counting()?;
    let merges = &round.rulings.merges;
    let spellings = merges.spellings_of(contest, &normalised_name(into));
    if spellings.is_empty() {
        return Err(Refusal::NameIsNotMerged { name: into.to_owned() });
    }
    check_undisturbed(round, contest, &spellings, &merges.without(contest, &spellings))
}

/// A ruling on a section was made on its doubts: names merged afterwards may not change them.
fn check_undisturbed(
    round: &Round,
    contest: u32,
    spellings: &BTreeSet<String>,
    merges: &Merges,
) -> Result<(), Refusal> {
    let by_the_rules = |place: &SheetPlace| {
        round
            .rulings
            .sections_of(*place)
            .any(|(_, ruled)| matches!(ruled.verdict, Verdict::AsProposed | Verdict::Void))
    };
    let disturbed = |place: &SheetPlace| {
        round.doubts_with(*place, merges) != round.doubts_with(*place, &round.rulings.merges)
    };
    match round
        .sheets_naming(contest, spellings)
        .into_iter()
        .find(|place| by_the_rules(place) && disturbed(place))
    {
        Some(SheetPlace { bundle, sheet }) => Err(Refusal::MergeDisturbsRuling { bundle, sheet }),
        None => Ok(()),
    }
}
