//! 正字计票: totals counted by hand. Beside the keyed count they must agree with it where the
//! ballot asks for them; when the computer was left they are the count itself (DOMAIN.md section 4:
//! if the computer fails, counting goes on by hand).

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use tally::{ContestTotals, OptionCount, Tally, TotalsFault};

use crate::ids::number;
use crate::round::comparison::check_ruled;
use crate::round::keying::check_keyed;
use crate::round::{Round, Stage};
use crate::session::{OutOfPlace, Past};
use crate::{Entry, PersonId, Reason, Refusal, RoundId, Timestamp};

/// What was counted by hand in a round.
#[derive(Clone, Debug, Default)]
pub(crate) struct ByHand {
    tally: Option<Vec<ContestTotals>>,
    ruled: Option<Vec<HandDifference>>,
    count: Option<HandCount>,
}

/// 人工计票: the count of a round for which the computer was left.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HandCount {
    /// Who entered its totals.
    pub by: PersonId,
    pub at: Timestamp,
    pub reason: Reason,
}

/// One of the numbers that are counted.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(tag = "figure", rename_all = "snake_case")]
pub enum HandFigure {
    /// 有效.
    Valid,
    /// 无效.
    Void,
    /// 赞成 of a row.
    For {
        /// Index of the row, from 0.
        row: u32,
    },
    /// 反对 of a row.
    Against {
        /// Index of the row, from 0.
        row: u32,
    },
    /// 弃权 of a row.
    Abstain {
        /// Index of the row, from 0.
        row: u32,
    },
    /// 本栏无效 of a row.
    RowVoid {
        /// Index of the row, from 0.
        row: u32,
    },
    /// A grade of a row.
    Grade {
        /// Index of the row, from 0.
        row: u32,
        /// Index of the grade, from 0.
        grade: u32,
    },
    /// 另选他人.
    WriteIn {
        /// As compared.
        name: String,
    },
}

/// A number that the count by hand and the keyed count do not have in common.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct HandDifference {
    /// Index of the contest, from 0.
    pub contest: u32,
    #[serde(flatten)]
    #[cfg_attr(feature = "ts", ts(flatten))]
    pub figure: HandFigure,
    /// Counted by hand.
    pub hand: u32,
    pub keyed: u32,
}

impl Round {
    /// Returns the count by hand that stands for the keyed one, if the computer was left.
    #[must_use]
    pub fn hand_count(&self) -> Option<&HandCount> {
        self.by_hand.count.as_ref()
    }

    /// Tells whether the totals counted by hand beside the keying were entered.
    #[must_use]
    pub fn hand_tally_entered(&self) -> bool {
        self.by_hand.tally.is_some()
    }

    /// Returns where the tally by hand and the keyed count differ; none before both are whole.
    #[must_use]
    pub fn hand_differences(&self) -> Vec<HandDifference> {
        let whole = check_keyed(self).is_ok() && check_ruled(self).is_ok();
        let hand = self.by_hand.tally.as_ref().filter(|_| whole);
        hand.map_or_else(Vec::new, |hand| differences(hand, &self.tally.totals()))
    }

    /// Returns how many numbers of each contest are held against each other.
    pub(crate) fn figures_tallied(&self) -> Vec<u32> {
        let hand = self.by_hand.tally.iter().flatten();
        hand.zip(self.tally.totals())
            .map(|(hand, keyed)| number(figures(hand, &keyed).len()))
            .collect()
    }

    /// Tells whether the chief scrutineer ruled that the keyed count stands against the tally by
    /// hand, as both are now.
    #[must_use]
    pub fn hand_tally_ruled(&self) -> bool {
        self.by_hand.ruled.as_ref().is_some_and(|ruled| *ruled == self.hand_differences())
    }

    /// Checks that a count file can say how the round was counted: it is certified, there are
    /// sheets to write, and the quorum of article 14, the only one the format knows, was met.
    ///
    /// # Errors
    /// [`Refusal::NotCertified`], [`Refusal::CountedByHand`] or [`Refusal::QuorumNotInCountFile`].
    pub fn check_exportable(&self) -> Result<(), Refusal> {
        match (self.certificate(), self.hand_count()) {
            (None, _) => Err(Refusal::NotCertified),
            (Some(_), Some(_)) => Err(Refusal::CountedByHand),
            (Some(_), None) if !self.control().quorum_met() => {
                let needed = tally::quorum_needed(self.all_deputies);
                Err(Refusal::QuorumNotInCountFile { present: self.present, needed })
            }
            (Some(_), None) => Ok(()),
        }
    }

    fn totals_of(&self, totals: &[ContestTotals]) -> Result<Tally, Refusal> {
        let returned = self.control().returned;
        Tally::from_totals(self.contests(), returned, totals)
            .map_err(|fault| self.refusal_of(fault))
    }

    fn refusal_of(&self, fault: TotalsFault) -> Refusal {
        let title = |contest: usize| {
            self.contests().get(contest).map(|contest| contest.title.clone()).unwrap_or_default()
        };
        match fault {
            TotalsFault::DoNotFit => Refusal::TotalsDoNotFit,
            TotalsFault::Sheets { contest, valid, void, sheets } => Refusal::TotalsOffReturned {
                contest: title(contest),
                valid,
                void,
                returned: sheets,
            },
            TotalsFault::Row { contest, row, total, valid } => Refusal::TotalsOffRow {
                contest: title(contest),
                row: number(row + 1),
                total: number(total),
                valid,
            },
            TotalsFault::WriteIn { contest, name } => {
                Refusal::TotalsOffName { contest: title(contest), name }
            }
        }
    }
}

fn differences(hand: &[ContestTotals], keyed: &[ContestTotals]) -> Vec<HandDifference> {
    (0..)
        .zip(hand.iter().zip(keyed))
        .flat_map(|(contest, (hand, keyed))| of_contest(contest, hand, keyed))
        .collect()
}

fn of_contest(contest: u32, hand: &ContestTotals, keyed: &ContestTotals) -> Vec<HandDifference> {
    let differing = figures(hand, keyed).into_iter().filter(|(_, hand, keyed)| hand != keyed);
    differing.map(|(figure, hand, keyed)| HandDifference { contest, figure, hand, keyed }).collect()
}

fn figures(hand: &ContestTotals, keyed: &ContestTotals) -> Vec<(HandFigure, u32, u32)> {
    let mut figures = vec![
        (HandFigure::Valid, hand.valid, keyed.valid),
        (HandFigure::Void, hand.void, keyed.void),
    ];
    for (row, (hand, keyed)) in (0..).zip(hand.rows.iter().zip(&keyed.rows)) {
        figures.extend(of_row(row, hand, keyed));
    }
    // Of each name the votes by hand and keyed.
    let mut names: BTreeMap<String, (u32, u32)> = BTreeMap::new();
    for write_in in &hand.write_ins {
        names.entry(tally::normalised_name(&write_in.name)).or_default().0 = write_in.for_;
    }
    for write_in in &keyed.write_ins {
        names.entry(tally::normalised_name(&write_in.name)).or_default().1 = write_in.for_;
    }
    let of_name = |(name, (hand, keyed))| (HandFigure::WriteIn { name }, hand, keyed);
    figures.extend(names.into_iter().map(of_name));
    figures
}

fn of_row(
    row: u32,
    hand: &OptionCount,
    keyed: &OptionCount,
) -> impl Iterator<Item = (HandFigure, u32, u32)> {
    let words = [
        (HandFigure::For { row }, hand.for_, keyed.for_),
        (HandFigure::Against { row }, hand.against, keyed.against),
        (HandFigure::Abstain { row }, hand.abstain, keyed.abstain),
        (HandFigure::RowVoid { row }, hand.void, keyed.void),
    ];
    let grades = (0..).zip(hand.grades.into_iter().zip(keyed.grades));
    words.into_iter().chain(
        grades.map(move |(grade, (hand, keyed))| (HandFigure::Grade { row, grade }, hand, keyed)),
    )
}

/// What was counted by hand.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", content = "body", deny_unknown_fields)]
pub enum Event {
    /// A scrutineer entered what was tallied by hand beside the keying.
    #[serde(rename = "hand_tally.entered")]
    Entered {
        round: RoundId,
        /// One per contest.
        totals: Vec<ContestTotals>,
    },
    /// The chief scrutineer ruled that the keyed count stands although the tally by hand differs.
    #[serde(rename = "hand_tally.ruled")]
    Ruled { round: RoundId, reason: Reason },
    /// The computer was left: the totals counted by hand are the count.
    #[serde(rename = "hand_tally.counted")]
    Counted {
        round: RoundId,
        /// One per contest.
        totals: Vec<ContestTotals>,
        /// Why it was counted by hand.
        reason: Reason,
    },
    /// The count by hand was withdrawn: the sheets are keyed after all.
    #[serde(rename = "hand_tally.count_withdrawn")]
    CountWithdrawn { round: RoundId, reason: Reason },
}

/// What may be asked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(tag = "do", rename_all = "snake_case", deny_unknown_fields)]
#[cfg_attr(feature = "ts", ts(rename = "HandTallyCommand"))]
pub enum Command {
    /// Enter what was tallied by hand beside the keying; what was entered before no longer counts.
    EnterHandTally {
        round: RoundId,
        /// One per contest.
        totals: Vec<ContestTotals>,
    },
    /// Rule that the keyed count stands although the tally by hand differs.
    RuleHandTally {
        round: RoundId,
        /// Why; not empty.
        reason: String,
    },
    /// Enter the totals of a count by hand in place of the keying.
    CountByHand {
        round: RoundId,
        /// One per contest.
        totals: Vec<ContestTotals>,
        /// Why it was counted by hand; not empty.
        reason: String,
    },
    /// Withdraw the count by hand, to key the sheets after all.
    WithdrawHandCount {
        round: RoundId,
        /// Why; not empty.
        reason: String,
    },
}

pub(crate) fn decide(session: &Past, command: &Command) -> Result<Vec<crate::Event>, Refusal> {
    let event = match command {
        Command::EnterHandTally { round: id, totals } => {
            let round = session.round(*id)?;
            round.counting()?;
            round.totals_of(totals)?;
            Event::Entered { round: *id, totals: totals.clone() }
        }
        Command::RuleHandTally { round: id, reason } => {
            let round = session.round(*id)?;
            round.counting()?;
            if round.hand_differences().is_empty() {
                return Err(Refusal::HandTallyAgrees);
            }
            Event::Ruled { round: *id, reason: Reason::given(reason)? }
        }
        Command::CountByHand { round: id, totals, reason } => {
            let round = session.round(*id)?;
            round.being_counted()?;
            round.totals_of(totals)?;
            let reason = Reason::given(reason)?;
            Event::Counted { round: *id, totals: totals.clone(), reason }
        }
        Command::WithdrawHandCount { round: id, reason } => {
            let round = session.round(*id)?;
            round.being_counted()?;
            round.hand_count().ok_or(Refusal::NotCountedByHand)?;
            Event::CountWithdrawn { round: *id, reason: Reason::given(reason)? }
        }
    };
    Ok(vec![event.into()])
}

/// Where the ballot asks for it, the tally by hand must be there and agree, or the chief scrutineer
/// must have ruled.
pub(crate) fn check_agrees(round: &Round) -> Result<(), Refusal> {
    if !round.ballot.hand_tally {
        return Ok(());
    }
    if !round.hand_tally_entered() {
        return Err(Refusal::HandTallyMissing);
    }
    let figures = round.hand_differences().len();
    if figures == 0 || round.hand_tally_ruled() {
        return Ok(());
    }
    Err(Refusal::HandTallyDiffers { figures: number(figures) })
}

pub(crate) fn apply(session: &mut Past, event: &Event, entry: &Entry) -> Result<(), OutOfPlace> {
    let (Event::Entered { round, .. }
    | Event::Ruled { round, .. }
    | Event::Counted { round, .. }
    | Event::CountWithdrawn { round, .. }) = event;
    let round = session.round_mut(*round)?;
    if !matches!(round.stage, Stage::Counting(_)) {
        return Err(OutOfPlace("a count by hand of a round that is not being counted"));
    }
    round.at_work.insert(entry.actor.clone());
    match event {
        Event::Entered { totals, .. } => {
            round.by_hand.tally = Some(totals.clone());
            round.by_hand.ruled = None;
        }
        Event::Ruled { .. } => round.by_hand.ruled = Some(round.hand_differences()),
        Event::Counted { totals, reason, .. } => {
            round.tally =
                round.totals_of(totals).map_err(|_| OutOfPlace("totals that do not add up"))?;
            round.by_hand.count =
                Some(HandCount { by: entry.actor.clone(), at: entry.at, reason: reason.clone() });
        }
        Event::CountWithdrawn { .. } => {
            round.by_hand.count = None;
            round.count_settled_sheets();
        }
    }
    Ok(())
}
