//! 裁定: a scrutineer looks at the paper where the keyings differ; the chief scrutineer rules on
//! doubtful and proposed-void sections.
//!
//! The program proposes, a person rules. A ruling stands until it is taken back with a reason: a
//! second one on the same place is refused, so that two different rulings never overwrite each
//! other.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};
use tally::{Contest, Mark, WriteIn};

use crate::ids::number;
use crate::people::duties;
use crate::reason::left_out;
use crate::round::Round;
use crate::round::comparison::{DoubtKind, Doubtful, Ground, RuledDifference, RuledSection};
use crate::round::keying::check_write_ins;
use crate::round::names::{check_merge, check_separate, spellings};
use crate::session::{OutOfPlace, Past};
use crate::{BundleNo, Entry, PersonId, Reason, Refusal, RoundId, SheetNo};

/// A sheet of paper: "bundle b, sheet k".
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct SheetPlace {
    /// 捆.
    pub bundle: BundleNo,
    /// 张.
    pub sheet: SheetNo,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct SectionPlace {
    pub place: SheetPlace,
    /// Index of the contest on the ballot, from 0.
    pub contest: u32,
}

/// What the scrutineer reads in a row where the keyings differ.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct RowRead {
    /// Index of the contest, from 0.
    pub contest: u32,
    /// Index of the row, from 0.
    pub row: u32,
    /// What stands on the paper.
    pub mark: Mark,
}

/// What the scrutineer reads where the written-in names differ.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct NamesRead {
    /// Index of the contest, from 0.
    pub contest: u32,
    /// What stands on the paper.
    pub write_ins: Vec<WriteIn>,
}

/// The chief scrutineer's ruling on a section.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(tag = "ruled", rename_all = "snake_case", deny_unknown_fields)]
pub enum Verdict {
    /// 按规则处理: what the rules say of the marks as read.
    AsProposed,
    /// 无效: the whole section is void.
    Void,
    /// 改读: the paper says something else.
    Read {
        /// One per row.
        marks: Vec<Mark>,
        /// All names written in; left out, the names stand as they were keyed.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        #[cfg_attr(feature = "ts", ts(optional))]
        write_ins: Option<Vec<WriteIn>>,
    },
}

/// How the chief scrutineer rules, without what is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum VerdictKind {
    AsProposed,
    Void,
    Read,
}

impl VerdictKind {
    /// Returns the rulings that a kind of doubt leaves open: a name that two deputies bear is never
    /// left as it is.
    pub(crate) fn open_to(kind: &DoubtKind) -> Vec<Self> {
        let as_it_is = !kind.grounds.contains(&Ground::Namesake);
        [Self::AsProposed, Self::Void, Self::Read]
            .into_iter()
            .filter(|verdict| as_it_is || *verdict != Self::AsProposed)
            .collect()
    }

    /// Tells whether it overrules what the rules propose, and so asks for a reason.
    pub(crate) const fn overrules(self, kind: &DoubtKind) -> bool {
        match self {
            Self::AsProposed => false,
            Self::Void => !kind.void,
            Self::Read => true,
        }
    }
}

impl Verdict {
    const fn kind(&self) -> VerdictKind {
        match self {
            Self::AsProposed => VerdictKind::AsProposed,
            Self::Void => VerdictKind::Void,
            Self::Read { .. } => VerdictKind::Read,
        }
    }
}

/// What was ruled.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", content = "body", deny_unknown_fields)]
pub enum Event {
    /// A scrutineer looked at the paper where the keyings differ.
    #[serde(rename = "ruling.difference_ruled")]
    DifferenceRuled {
        round: RoundId,
        place: SheetPlace,
        /// What stands in the differing rows.
        rows: Vec<RowRead>,
        /// What stands where names differ.
        names: Vec<NamesRead>,
    },
    /// The chief scrutineer ruled on a section.
    #[serde(rename = "ruling.section_ruled")]
    SectionRuled {
        round: RoundId,
        section: SectionPlace,
        verdict: Verdict,
        #[serde(with = "left_out")]
        reason: Option<Reason>,
    },
    /// 并名: spellings of a written-in name count as one.
    #[serde(rename = "ruling.names_merged")]
    NamesMerged {
        round: RoundId,
        /// Index of the contest, from 0.
        contest: u32,
        /// The spellings, as compared: NFC, without white space.
        names: Vec<String>,
        /// What they count as, likewise.
        into: String,
        reason: Reason,
    },
    /// The spellings that were merged into a name count apart again.
    #[serde(rename = "ruling.names_separated")]
    NamesSeparated {
        round: RoundId,
        /// Index of the contest, from 0.
        contest: u32,
        /// What they counted as.
        into: String,
        reason: Reason,
    },
    /// Every ruling on a sheet was taken back: it is open again.
    #[serde(rename = "ruling.taken_back")]
    TakenBack { round: RoundId, place: SheetPlace, reason: Reason },
}

/// What may be asked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(tag = "do", rename_all = "snake_case", deny_unknown_fields)]
#[cfg_attr(feature = "ts", ts(rename = "RulingCommand"))]
pub enum Command {
    /// Say what the paper shows where the keyings differ: every differing row, no other.
    RuleDifference {
        round: RoundId,
        place: SheetPlace,
        /// What stands in the differing rows.
        rows: Vec<RowRead>,
        /// What stands where names differ.
        names: Vec<NamesRead>,
    },
    /// Rule on one section or on several of the same kind; what is read anew, on one only.
    RuleSections {
        round: RoundId,
        sections: Vec<SectionPlace>,
        verdict: Verdict,
        /// Why; may be empty where it is as the rules propose.
        reason: String,
    },
    /// Rule that spellings of a written-in name are one name.
    MergeNames {
        round: RoundId,
        /// Index of the contest, from 0.
        contest: u32,
        /// The spellings, as written in.
        names: Vec<String>,
        /// What they count as: one of them, or how it should have been written.
        into: String,
        /// Why; not empty.
        reason: String,
    },
    /// Take back whatever was merged into a name.
    SeparateNames {
        round: RoundId,
        /// Index of the contest, from 0.
        contest: u32,
        /// What they count as.
        into: String,
        /// Why; not empty.
        reason: String,
    },
    /// Take back every ruling on a sheet, to rule anew; where the chief scrutineer has ruled, only
    /// by the chief scrutineer.
    TakeBack {
        round: RoundId,
        place: SheetPlace,
        /// Why; not empty.
        reason: String,
    },
}

pub(crate) fn decide(
    session: &Past,
    command: &Command,
    actor: &PersonId,
) -> Result<Vec<crate::Event>, Refusal> {
    let event = match command {
        Command::RuleDifference { round, place, rows, names } => {
            check_difference(session.round(*round)?, *place, rows, names)?;
            let (rows, names) = (rows.clone(), names.clone());
            Event::DifferenceRuled { round: *round, place: *place, rows, names }
        }
        Command::RuleSections { round, sections, verdict, reason } => {
            let ruled: BTreeSet<SectionPlace> = sections.iter().copied().collect();
            let overrules = check_sections(session.round(*round)?, &ruled, verdict)?;
            let reason =
                if overrules { Some(Reason::given(reason)?) } else { Reason::if_given(reason) };
            return Ok(section_by_section(*round, ruled, verdict, reason.as_ref()));
        }
        Command::MergeNames { round, contest, names, into, reason } => {
            check_merge(session.round(*round)?, *contest, names, into)?;
            let names = spellings(names, into).into_iter().collect();
            let (into, reason) = (tally::normalised_name(into), Reason::given(reason)?);
            Event::NamesMerged { round: *round, contest: *contest, names, into, reason }
        }
        Command::SeparateNames { round, contest, into, reason } => {
            check_separate(session.round(*round)?, *contest, into)?;
            let (into, reason) = (tally::normalised_name(into), Reason::given(reason)?);
            Event::NamesSeparated { round: *round, contest: *contest, into, reason }
        }
        Command::TakeBack { round, place, reason } => {
            check_take_back(session, session.round(*round)?, *place, actor)?;
            Event::TakenBack { round: *round, place: *place, reason: Reason::given(reason)? }
        }
    };
    Ok(vec![event.into()])
}

/// One ruling for all of them is recorded for each.
fn section_by_section(
    round: RoundId,
    ruled: BTreeSet<SectionPlace>,
    verdict: &Verdict,
    reason: Option<&Reason>,
) -> Vec<crate::Event> {
    let event = |section| Event::SectionRuled {
        round,
        section,
        verdict: verdict.clone(),
        reason: reason.cloned(),
    };
    ruled.into_iter().map(|section| event(section).into()).collect()
}

fn check_take_back(
    session: &Past,
    round: &Round,
    place: SheetPlace,
    actor: &PersonId,
) -> Result<(), Refusal> {
    round.counting()?;
    let by_chief = round.rulings.sections_of(place).next().is_some();
    if !by_chief && !round.difference_is_ruled(place) {
        return Err(Refusal::NothingRuled { bundle: place.bundle, sheet: place.sheet });
    }
    session.people.require(actor, if by_chief { duties::CHIEF } else { duties::SCRUTINEERS })
}

fn check_difference(
    round: &Round,
    place: SheetPlace,
    rows: &[RowRead],
    names: &[NamesRead],
) -> Result<(), Refusal> {
    round.counting()?;
    let SheetPlace { bundle, sheet } = place;
    let difference = round.discrepancy(place).ok_or(Refusal::NothingDiffers { bundle, sheet })?;
    if round.difference_is_ruled(place) {
        return Err(Refusal::AlreadyRuled { bundle, sheet });
    }
    let asked: BTreeSet<(u32, u32)> =
        difference.rows.iter().map(|row| (row.contest, row.row)).collect();
    let read: BTreeSet<(u32, u32)> = rows.iter().map(|row| (row.contest, row.row)).collect();
    let names_asked: BTreeSet<u32> = difference.names.iter().map(|names| names.contest).collect();
    let names_read: BTreeSet<u32> = names.iter().map(|names| names.contest).collect();
    if asked != read
        || rows.len() != read.len()
        || names_asked != names_read
        || names.len() != names_read.len()
    {
        let open = asked.difference(&read).count() + names_asked.difference(&names_read).count();
        return Err(Refusal::RowsStillOpen { bundle, sheet, open: number(open) });
    }
    for row in rows {
        if !contest_of(round, row.contest)?.allows(row.mark) {
            return Err(Refusal::ReadingDoesNotFit);
        }
    }
    names
        .iter()
        .try_for_each(|read| check_write_ins(contest_of(round, read.contest)?, &read.write_ins))
}

pub(crate) fn contest_of(round: &Round, contest: u32) -> Result<&Contest, Refusal> {
    usize::try_from(contest)
        .ok()
        .and_then(|index| round.contests().get(index))
        .ok_or(Refusal::ReadingDoesNotFit)
}

/// Tells whether the verdict overrules what the rules propose: that needs a reason.
fn check_sections(
    round: &Round,
    sections: &BTreeSet<SectionPlace>,
    verdict: &Verdict,
) -> Result<bool, Refusal> {
    let kinds = sections
        .iter()
        .map(|section| check_section(round, *section, verdict))
        .collect::<Result<BTreeSet<DoubtKind>, _>>()?;
    let (one_kind, in_one_go) = (kinds.len() == 1, kinds.iter().all(DoubtKind::in_one_go));
    let read = verdict.kind() == VerdictKind::Read;
    let overrules = kinds.iter().any(|kind| verdict.kind().overrules(kind));
    if sections.len() > 1 && (read || !(one_kind && in_one_go)) {
        return Err(Refusal::NotOfOneKind);
    }
    Ok(overrules)
}

fn check_section(
    round: &Round,
    section: SectionPlace,
    verdict: &Verdict,
) -> Result<DoubtKind, Refusal> {
    round.counting()?;
    let SheetPlace { bundle, sheet } = section.place;
    let doubtful =
        round.doubtful(section.place).into_iter().find(|doubtful| doubtful.place == section);
    let doubtful = doubtful.ok_or(Refusal::NothingDoubtful { bundle, sheet })?;
    if round.verdict(section).is_some() {
        return Err(Refusal::AlreadyRuled { bundle, sheet });
    }
    if let Verdict::Read { marks, write_ins } = verdict {
        let contest = contest_of(round, section.contest)?;
        if marks.len() != contest.options.len() || marks.iter().any(|mark| !contest.allows(*mark)) {
            return Err(Refusal::ReadingDoesNotFit);
        }
        check_write_ins(contest, write_ins.as_deref().unwrap_or_default())?;
    }
    match namesake_left(round, &doubtful, verdict) {
        Some(name) => Err(Refusal::NamesakeUnclear { name }),
        None => Ok(round.kind_of(&doubtful)),
    }
}

/// A name that two deputies bear and that a ruling would leave as it is.
fn namesake_left(round: &Round, doubtful: &Doubtful, verdict: &Verdict) -> Option<String> {
    let contest = usize::try_from(doubtful.place.contest).unwrap_or(usize::MAX);
    match verdict {
        Verdict::Void => None,
        Verdict::AsProposed | Verdict::Read { write_ins: None, .. } => {
            doubtful.namesakes.first().cloned()
        }
        Verdict::Read { write_ins: Some(write_ins), .. } => {
            round.namesakes_in(contest, write_ins).into_iter().next()
        }
    }
}

pub(crate) fn apply(session: &mut Past, event: &Event, entry: &Entry) -> Result<(), OutOfPlace> {
    match event {
        Event::DifferenceRuled { round, place, rows, names } => {
            let round = session.round_mut(*round)?;
            round.at_work.insert(entry.actor.clone());
            let ruled = RuledDifference {
                rows: rows.clone(),
                names: names.clone(),
                by: entry.actor.clone(),
                at: entry.at,
            };
            round.rulings.differences.insert(*place, ruled);
            round.settle(*place);
        }
        Event::SectionRuled { round, section, verdict, reason } => {
            let round = session.round_mut(*round)?;
            round.at_work.insert(entry.actor.clone());
            let ruled = RuledSection {
                verdict: verdict.clone(),
                reason: reason.clone(),
                by: entry.actor.clone(),
                at: entry.at,
            };
            round.rulings.sections.insert(*section, ruled);
            round.settle(section.place);
        }
        Event::NamesMerged { round, contest, names, into, .. } => {
            let round = session.round_mut(*round)?;
            round.at_work.insert(entry.actor.clone());
            round.merge_names(*contest, names, into);
        }
        Event::NamesSeparated { round, contest, into, .. } => {
            let round = session.round_mut(*round)?;
            round.at_work.insert(entry.actor.clone());
            round.separate_names(*contest, into);
        }
        Event::TakenBack { round, place, .. } => {
            let round = session.round_mut(*round)?;
            round.at_work.insert(entry.actor.clone());
            round.unsettle(*place);
        }
    }
    Ok(())
}
