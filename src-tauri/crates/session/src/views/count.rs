//! 计票台: progress of both passes, what differs, what is doubtful, the control sums.

use serde::Serialize;
use ts_rs::TS;

use super::{
    desk::{DeskContest, desk_contest},
    result::{ResultTable, tables},
    ruling::{DoubtfulView, KindView, doubtful_by_kind},
};
use crate::{
    BundleNo, Pass, PersonId, Refusal, RoundId,
    comparison::{Discrepancy, KeyingErrors, NamesDifference, RowDifference},
    keying::{BundleKeying, check_keyed},
    mend::BundleSlips,
    names::Spelling,
    round::{Round, check_certifiable},
    ruling::SheetPlace,
    session::Session,
};

/// The counting table.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct CountView {
    /// Which round
    pub round: RoundId,
    /// Title of the ballot
    pub ballot: String,
    /// The sections of the paper
    pub contests: Vec<DeskContest>,
    /// 收回
    pub returned: u32,
    /// Every bundle in both passes
    pub bundles: Vec<BundleProgress>,
    /// Sheets on which nothing is open any more; 0 until both keyings are whole
    pub settled: u32,
    /// 错位: bundles in which a pass likely slipped; none until both keyings are whole
    pub slipped: Vec<BundleSlips>,
    /// Sheets on which the keyings differ; none until both keyings are whole, so that no teller learns of the other's marks
    pub differences: Vec<DifferenceView>,
    /// What doubtful sections have in common, by contest; none until both keyings are whole
    pub kinds: Vec<KindView>,
    /// Sections for the chief scrutineer, in the order of the paper; none until both keyings are whole
    pub doubtful: Vec<DoubtfulView>,
    /// 另选他人: every name as it was spelled; none until both keyings are whole
    pub names: Vec<Spelling>,
    /// 差错: in how many places each keyer was overruled; none until both keyings are whole, and never in the hall
    pub errors: Vec<ErrorsView>,
    /// 核对: what must be equal
    pub controls: Vec<ControlSum>,
    /// Why the count cannot be certified
    pub missing: Option<Refusal>,
    /// Who certified it
    pub certified: Option<Certified>,
    /// The result, once certified
    pub result: Option<Vec<ResultTable>>,
}

/// A bundle in both passes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct BundleProgress {
    /// 捆
    pub bundle: BundleNo,
    /// Sheets planned to be in it
    pub sheets: u32,
    /// 首录
    pub first: PassProgress,
    /// 复录
    pub second: PassProgress,
}

/// A bundle in one pass.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct PassProgress {
    /// Who keys it
    pub teller: Option<String>,
    /// Sheets in it, as its keyer found
    pub sheets: u32,
    /// Sheets keyed
    pub keyed: u32,
    /// Handed in
    pub closed: bool,
}

/// How often one keyer was overruled.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct ErrorsView {
    /// Which pass
    pub pass: Pass,
    /// Name of the keyer
    pub teller: String,
    /// Sheets keyed
    pub sheets: u32,
    /// Rows, and lists of names, that were read otherwise when somebody looked at the paper
    pub places: u32,
}

/// A sheet on which the keyings differ.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct DifferenceView {
    /// Where it lies
    pub place: SheetPlace,
    /// The differing rows
    pub rows: Vec<RowDifference>,
    /// Differing names
    pub names: Vec<NamesDifference>,
    /// A scrutineer has ruled
    pub ruled: bool,
}

/// A sum that must come out equal.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct ControlSum {
    /// Which one
    pub sum: SumName,
    /// Left of the equals sign
    pub left: u32,
    /// Right of it
    pub right: u32,
}

/// The identities of a count.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum SumName {
    /// 首录张数 = 收回
    FirstKeyed,
    /// 复录张数 = 收回
    SecondKeyed,
    /// 已定张数 = 收回
    Settled,
    /// 有效 + 无效 = 收回, per contest
    ValidAndVoid,
    /// 赞成 + 反对 + 弃权 + 本栏无效 = 有效, the first row that is wrong or the last
    Rows,
}

/// Who certified a count.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct Certified {
    /// Name of the chief scrutineer
    pub by: String,
    /// When
    #[ts(type = "string")]
    pub at: crate::Timestamp,
}

/// Returns the counting table of a round, once its box is open.
///
/// # Errors
/// When there is no such round, or its box is not open.
pub fn view(session: &Session, round: RoundId) -> Result<CountView, Refusal> {
    let round = session.round(round)?;
    let collected = round.collected().ok_or(Refusal::NotCollected)?;
    let certificate = round.certificate();
    let compared = check_keyed(round).is_ok();
    let (kinds, doubtful) = if compared { doubtful_by_kind(round) } else { Default::default() };
    Ok(CountView {
        round: round.id,
        ballot: round.ballot.title.clone(),
        contests: round.ballot.contests.iter().map(desk_contest).collect(),
        returned: collected.returned,
        bundles: (1..=round.bundles()).map(|bundle| bundle_progress(session, round, BundleNo(bundle))).collect(),
        settled: if compared { round.tally().sheets() } else { 0 },
        slipped: if compared { round.slipped() } else { Vec::new() },
        differences: compared.then(|| round.discrepancies()).into_iter().flatten().map(|found| difference(round, found)).collect(),
        kinds,
        doubtful,
        names: if compared { round.spellings() } else { Vec::new() },
        errors: if compared { errors(session, round) } else { Vec::new() },
        controls: control_sums(round),
        missing: check_certifiable(round).err(),
        certified: certificate.map(|it| Certified { by: session.people.name_of(&it.by).to_owned(), at: it.at }),
        result: certificate.map(|_| tables(round)),
    })
}

fn bundle_progress(session: &Session, round: &Round, bundle: BundleNo) -> BundleProgress {
    let progress = |pass| {
        let keying = round.pass(pass).bundle(bundle);
        let name = |id: &PersonId| session.people.name_of(id).to_owned();
        PassProgress {
            teller: keying.map(|keying| name(&keying.teller)),
            sheets: round.sheets_for(pass, bundle),
            keyed: keying.map_or(0, BundleKeying::keyed),
            closed: keying.is_some_and(|keying| keying.closed),
        }
    };
    BundleProgress { bundle, sheets: round.sheets_in(bundle), first: progress(Pass::First), second: progress(Pass::Second) }
}

fn errors(session: &Session, round: &Round) -> Vec<ErrorsView> {
    let shown = |KeyingErrors { pass, teller, sheets, places }| {
        let teller = session.people.name_of(&teller).to_owned();
        ErrorsView { pass, teller, sheets, places }
    };
    round.errors().into_iter().map(shown).collect()
}

fn difference(round: &Round, found: Discrepancy) -> DifferenceView {
    DifferenceView { ruled: round.difference_is_ruled(found.place), place: found.place, rows: found.rows, names: found.names }
}

fn control_sums(round: &Round) -> Vec<ControlSum> {
    let returned = round.control().returned;
    let against_returned = |sum, left| ControlSum { sum, left, right: returned };
    let tally = round.tally();
    let mut sums = vec![
        against_returned(SumName::FirstKeyed, round.pass(Pass::First).keyed()),
        against_returned(SumName::SecondKeyed, round.pass(Pass::Second).keyed()),
        against_returned(SumName::Settled, tally.sheets()),
    ];
    for contest in 0..round.contests().len() {
        let valid = tally.valid(contest);
        sums.push(against_returned(SumName::ValidAndVoid, valid + tally.void(contest)));
        let mut rows =
            tally.rows(contest).into_iter().map(|row| row.for_ + row.against + row.abstain + row.void + row.grades.iter().sum::<u32>());
        let worst = rows.clone().find(|total| *total != valid).or_else(|| rows.next_back());
        sums.extend(worst.map(|left| ControlSum { sum: SumName::Rows, left, right: valid }));
    }
    sums
}
