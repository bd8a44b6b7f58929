//! 计票台: progress of both passes, what differs, what is doubtful, the control sums.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;
use tally::ContestTotals;

use super::desk::{DeskContest, desk_contest};
use super::label::{self, RoundLabel};
use super::repair::{ToKey, to_key};
use super::ruling::{DoubtfulView, KindView, doubtful_by_kind};
use crate::ids::number;
use crate::round::by_hand::{HandCount, HandDifference};
use crate::round::comparison::{Discrepancy, KeyingErrors, NamesDifference, RowDifference};
use crate::round::keying::{BundleKeying, BundleSlips};
use crate::round::names::Spelling;
use crate::round::reopening::Reopening;
use crate::round::result::{ResultTable, listed};
use crate::round::ruling::{NamesRead, RowRead, SheetPlace};
use crate::round::{Certificate, Round, check_certifiable, reopening};
use crate::session::Past;
use crate::{BundleNo, Pass, PersonId, Refusal, RoundId};

/// The counting table.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct CountView {
    pub round: RoundId,
    /// Which ballot and which vote on it.
    pub label: RoundLabel,
    /// The sections of the paper.
    pub contests: Vec<DeskContest>,
    /// 收回.
    pub returned: u32,
    /// Every bundle in both passes.
    pub bundles: Vec<BundleProgress>,
    /// In how many minutes each pass is whole at the pace so far; `None` while nothing can be said.
    pub minutes_left: MinutesLeft,
    /// 补录、重录: what must be keyed before everything is compared again.
    pub to_key: Vec<ToKey>,
    /// Sheets on which nothing is open any more; 0 until both keyings are whole.
    pub settled: u32,
    /// 错位: bundles in which a pass likely slipped; none until both keyings are whole.
    pub slipped: Vec<BundleSlips>,
    /// Sheets on which the keyings differ; none until both keyings are whole, so that no teller
    /// learns of the other's marks.
    pub differences: Vec<DifferenceView>,
    /// What doubtful sections have in common, by contest; none until both keyings are whole.
    pub kinds: Vec<KindView>,
    /// Sections for the chief scrutineer, in the order of the paper; none until both keyings are
    /// whole.
    pub doubtful: Vec<DoubtfulView>,
    /// 另选他人: every name as it was spelled; none until both keyings are whole.
    pub names: Vec<Spelling>,
    /// Where names that may be one person's still count apart.
    pub apart: Vec<NamesApart>,
    /// 差错: in how many places each keyer was overruled; none until both keyings are whole, and
    /// never in the hall.
    pub errors: Vec<ErrorsView>,
    /// 核对: what must be equal.
    pub controls: Vec<ControlSum>,
    /// 正字计票 beside the keying, where the ballot asks for it.
    pub hand_tally: Option<HandTallyView>,
    /// 人工计票 in place of the keying, where the computer was left.
    pub hand_count: Option<HandCountView>,
    /// Why the count cannot be certified.
    pub missing: Option<Refusal>,
    /// Whether the certified count can be opened again, and if not, why.
    pub reopen_missing: Option<Refusal>,
    /// Every time the certified count was opened again, in order.
    pub reopenings: Vec<ReopeningView>,
    pub certified: Option<Certified>,
    /// The result as it is announced, once certified or nothing stands in the way of certifying it.
    pub result: Option<Vec<ResultTable>>,
}

/// Names written in for a contest that count apart, and may be one person's.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct NamesApart {
    /// Index of the contest, from 0.
    pub contest: u32,
    /// More than one.
    pub names: u32,
}

/// 正字计票 beside the keying.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct HandTallyView {
    pub entered: bool,
    /// Where it differs from the keyed count; none before both are whole.
    pub differences: Vec<HandDifference>,
    /// The chief scrutineer ruled that the keyed count stands.
    pub ruled: bool,
}

/// 人工计票 in place of the keying.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct HandCountView {
    /// Who entered it.
    pub by: String,
    #[cfg_attr(feature = "ts", ts(type = "string"))]
    pub at: crate::Timestamp,
    pub reason: String,
}

/// A certified count was opened again.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct ReopeningView {
    pub by: String,
    #[cfg_attr(feature = "ts", ts(type = "string"))]
    pub at: crate::Timestamp,
    pub reason: String,
    /// The certificate that no longer holds.
    pub certified: Certified,
    /// Whether the result had been announced.
    pub announced: bool,
}

/// A bundle in both passes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct BundleProgress {
    /// 捆.
    pub bundle: BundleNo,
    /// Sheets planned to be in it.
    pub sheets: u32,
    /// 首录.
    pub first: PassProgress,
    /// 复录.
    pub second: PassProgress,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct PassProgress {
    /// Who keys it.
    pub teller: Option<String>,
    /// Since when they have it.
    #[cfg_attr(feature = "ts", ts(type = "string | null"))]
    pub since: Option<crate::Timestamp>,
    /// Sheets in it, as its keyer found.
    pub sheets: u32,
    /// Sheets keyed.
    pub keyed: u32,
    /// Handed in.
    pub closed: bool,
}

/// 预计还要: minutes, rounded up.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct MinutesLeft {
    /// 首录.
    pub first: Option<u32>,
    /// 复录.
    pub second: Option<u32>,
}

/// How often one keyer was overruled.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct ErrorsView {
    pub pass: Pass,
    /// Name of the keyer.
    pub teller: String,
    /// Sheets keyed.
    pub sheets: u32,
    /// Rows, and lists of names, that were read otherwise when somebody looked at the paper.
    pub places: u32,
}

/// A sheet on which the keyings differ.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct DifferenceView {
    /// Where it lies.
    pub place: SheetPlace,
    /// The differing rows.
    pub rows: Vec<RowDifference>,
    /// Differing names.
    pub names: Vec<NamesDifference>,
    /// What a scrutineer has ruled.
    pub ruled: Option<DifferenceRuled>,
}

/// What a scrutineer read on the paper where the keyings differ.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct DifferenceRuled {
    pub by: String,
    #[cfg_attr(feature = "ts", ts(type = "string"))]
    pub at: crate::Timestamp,
    /// Every differing row.
    pub rows: Vec<RowRead>,
    /// Every list of names that differs.
    pub names: Vec<NamesRead>,
}

/// A sum that must come out equal.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct ControlSum {
    pub sum: SumName,
    /// Index of the contest it is about, from 0.
    pub contest: Option<u32>,
    /// Index of the row it is about, from 0.
    pub row: Option<u32>,
    /// Left of the equals sign.
    pub left: u32,
    pub right: u32,
}

/// The identities of a count.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum SumName {
    /// 首录张数 = 收回.
    FirstKeyed,
    /// 复录张数 = 收回.
    SecondKeyed,
    /// 已定张数 = 收回.
    Settled,
    /// 人工计票张数 = 收回, where the computer was left.
    CountedByHand,
    /// 有效 + 无效 = 收回, per contest.
    ValidAndVoid,
    /// 赞成 + 反对 + 弃权 + 本栏无效 = 有效, or the grades in place of 赞成 and 反对; the first row
    /// that is wrong or the last.
    Rows,
    /// 正字计票 = 录入计票: numbers in which both agree = numbers, per contest, where the ballot
    /// asks for it.
    HandTally,
}

/// Who certified a count.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Certified {
    /// Name of the chief scrutineer, as it was then.
    pub by: String,
    #[cfg_attr(feature = "ts", ts(type = "string"))]
    pub at: crate::Timestamp,
    /// Whether the PIN was typed; not when none is set.
    pub proven: bool,
    /// That an earlier PIN of theirs had been removed by then.
    pub pin_removed: Option<PinRemovedView>,
}

/// How a forgotten PIN was removed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct PinRemovedView {
    /// Name of who removed it.
    pub by: String,
    #[cfg_attr(feature = "ts", ts(type = "string"))]
    pub at: crate::Timestamp,
    pub reason: String,
}

/// Returns the counting table of a round, once its box is open.
///
/// # Errors
/// When there is no such round, or its box is not open.
pub fn view(session: &Past, round: RoundId) -> Result<CountView, Refusal> {
    let round = session.round(round)?;
    let collected = round.collected().ok_or(Refusal::NotCollected)?;
    let certificate = round.certificate();
    let compared = round.is_compared();
    let missing = check_certifiable(round).err();
    let announceable = certificate.is_some() || missing.is_none();
    let names = if compared { round.spellings() } else { Vec::new() };
    let (kinds, doubtful) =
        if compared { doubtful_by_kind(session, round) } else { Default::default() };
    Ok(CountView {
        round: round.id(),
        label: label::of_round(session, round),
        contests: round.ballot().contests.iter().map(desk_contest).collect(),
        returned: collected.returned,
        bundles: (1..=round.bundles())
            .map(|bundle| bundle_progress(session, round, BundleNo(bundle)))
            .collect(),
        minutes_left: minutes_left(round),
        to_key: to_key(session, round),
        settled: if compared { round.tally().sheets() } else { 0 },
        slipped: if compared { round.slipped() } else { Vec::new() },
        differences: compared
            .then(|| round.discrepancies())
            .into_iter()
            .flatten()
            .map(|found| difference(session, round, found))
            .collect(),
        kinds,
        doubtful,
        apart: names_apart(&names),
        names,
        errors: if compared { errors(session, round) } else { Vec::new() },
        controls: control_sums(round),
        hand_tally: round.ballot().hand_tally.then(|| hand_tally(round)),
        hand_count: round.hand_count().map(|count| hand_count(session, count)),
        missing,
        reopen_missing: reopening::check_reopenable(session, round).err(),
        reopenings: round.reopenings().iter().map(|it| reopening(session, it)).collect(),
        certified: certificate.map(|it| certified(session, it)),
        result: announceable.then(|| listed(round)),
    })
}

fn names_apart(spellings: &[Spelling]) -> Vec<NamesApart> {
    let mut counted: BTreeMap<u32, BTreeSet<&str>> = BTreeMap::new();
    for spelling in spellings.iter().filter(|spelling| !spelling.candidate) {
        let name = spelling.into.as_deref().unwrap_or(&spelling.name);
        counted.entry(spelling.contest).or_default().insert(name);
    }
    let several = counted.into_iter().filter(|(_, names)| names.len() > 1);
    several.map(|(contest, names)| NamesApart { contest, names: number(names.len()) }).collect()
}

fn certified(session: &Past, certificate: &Certificate) -> Certified {
    Certified {
        by: certificate.name.clone(),
        at: certificate.at,
        proven: certificate.proven,
        pin_removed: certificate.pin_removed.as_ref().map(|it| PinRemovedView {
            by: session.people.name_of(&it.by).to_owned(),
            at: it.at,
            reason: it.reason.to_string(),
        }),
    }
}

fn hand_tally(round: &Round) -> HandTallyView {
    HandTallyView {
        entered: round.hand_tally_entered(),
        differences: round.hand_differences(),
        ruled: round.hand_tally_ruled(),
    }
}

fn hand_count(session: &Past, count: &HandCount) -> HandCountView {
    HandCountView {
        by: session.people.name_of(&count.by).to_owned(),
        at: count.at,
        reason: count.reason.to_string(),
    }
}

fn reopening(session: &Past, it: &Reopening) -> ReopeningView {
    ReopeningView {
        by: session.people.name_of(&it.by).to_owned(),
        at: it.at,
        reason: it.reason.to_string(),
        certified: certified(session, &it.certificate),
        announced: it.after_announcement(),
    }
}

fn bundle_progress(session: &Past, round: &Round, bundle: BundleNo) -> BundleProgress {
    let progress = |pass| {
        let keying = round.pass(pass).bundle(bundle);
        let name = |id: &PersonId| session.people.name_of(id).to_owned();
        PassProgress {
            teller: keying.map(|keying| name(keying.teller())),
            since: keying.map(BundleKeying::since),
            sheets: round.sheets_for(pass, bundle),
            keyed: keying.map_or(0, BundleKeying::keyed),
            closed: keying.is_some_and(|keying| keying.handed_in().is_some()),
        }
    };
    BundleProgress {
        bundle,
        sheets: round.sheets_in(bundle),
        first: progress(Pass::First),
        second: progress(Pass::Second),
    }
}

fn minutes_left(round: &Round) -> MinutesLeft {
    let left = |pass| {
        let sheets = round.control().returned.saturating_sub(round.pass(pass).keyed());
        round.pass(pass).minutes_for(sheets)
    };
    MinutesLeft { first: left(Pass::First), second: left(Pass::Second) }
}

fn errors(session: &Past, round: &Round) -> Vec<ErrorsView> {
    let shown = |KeyingErrors { pass, teller, sheets, places }| {
        let teller = session.people.name_of(&teller).to_owned();
        ErrorsView { pass, teller, sheets, places }
    };
    round.errors().into_iter().map(shown).collect()
}

fn difference(session: &Past, round: &Round, found: Discrepancy) -> DifferenceView {
    let ruled = round.ruled_difference(found.place);
    DifferenceView {
        ruled: ruled.map(|ruled| DifferenceRuled {
            by: session.people.name_of(&ruled.by).to_owned(),
            at: ruled.at,
            rows: ruled.rows.clone(),
            names: ruled.names.clone(),
        }),
        place: found.place,
        rows: found.rows,
        names: found.names,
    }
}

fn control_sums(round: &Round) -> Vec<ControlSum> {
    let returned = round.control().returned;
    let of_sheets = |sum, left| ControlSum { sum, contest: None, row: None, left, right: returned };
    let mut sums = if round.hand_count().is_some() {
        vec![of_sheets(SumName::CountedByHand, round.tally().sheets())]
    } else {
        vec![
            of_sheets(SumName::FirstKeyed, round.pass(Pass::First).keyed()),
            of_sheets(SumName::SecondKeyed, round.pass(Pass::Second).keyed()),
            of_sheets(SumName::Settled, round.tally().sheets()),
        ]
    };
    for (contest, totals) in (0..).zip(round.tally().totals()) {
        sums.extend(sums_of_contest(contest, &totals, returned));
    }
    sums.extend(hand_tally_sums(round));
    sums
}

fn sums_of_contest(
    contest: u32,
    totals: &ContestTotals,
    returned: u32,
) -> impl Iterator<Item = ControlSum> {
    let ContestTotals { valid, void, .. } = *totals;
    let of_contest =
        move |sum, row, left, right| ControlSum { sum, contest: Some(contest), row, left, right };
    let rows: Vec<u32> = totals.rows.iter().map(|row| number(row.total())).collect();
    let worst = (0..)
        .zip(&rows)
        .find(|(_, total)| **total != valid)
        .map(|(row, total)| (Some(row), *total));
    let shown = worst.or_else(|| rows.last().map(|total| (None, *total)));
    let rows = shown.map(|(row, total)| of_contest(SumName::Rows, row, total, valid));
    std::iter::once(of_contest(SumName::ValidAndVoid, None, valid + void, returned)).chain(rows)
}

/// Only where the ballot asks for a tally by hand and both are whole.
fn hand_tally_sums(round: &Round) -> Vec<ControlSum> {
    let asked =
        round.ballot().hand_tally && round.hand_count().is_none() && round.hand_tally_entered();
    if !asked || round.tally().sheets() != round.control().returned {
        return Vec::new();
    }
    let differences = round.hand_differences();
    let of_contest = |(contest, figures)| {
        let differing =
            number(differences.iter().filter(|difference| difference.contest == contest).count());
        ControlSum {
            sum: SumName::HandTally,
            contest: Some(contest),
            row: None,
            left: figures - differing.min(figures),
            right: figures,
        }
    };
    (0..).zip(round.figures_tallied()).map(of_contest).collect()
}
