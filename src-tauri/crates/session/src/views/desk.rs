//! 录入台: what one keyer sees. In either pass nothing in it depends on the marks of the other.

use serde::Serialize;
use tally::{AbstentionWord, BlankRow, Contest, Kind, Mark, WriteIns};

use super::label::{self, RoundLabel};
use crate::ballot::{BallotContest, Matter, Symbol};
use crate::ids::number;
use crate::people::{Role, duties};
use crate::round::Round;
use crate::round::keying::{BundleKeying, KeyingState, Place, Unfinished, check_takeable};
use crate::round::lent::{Loan, LoanState};
use crate::session::Past;
use crate::{BundleNo, LoanId, Pass, PersonId, Refusal, RoundId, SheetNo};

/// One keyer's desk.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct DeskView {
    pub round: RoundId,
    pub pass: Pass,
    /// Name of the keyer.
    pub teller: String,
    /// Which ballot and which vote on it.
    pub label: RoundLabel,
    /// The sections of the paper.
    pub contests: Vec<DeskContest>,
    /// Every bundle of the round; at a desk away those that lie there.
    pub bundles: Vec<DeskBundle>,
    /// 外录: what is out of this pass and not back.
    pub loans: Vec<LoanView>,
    /// The bundle in hand.
    pub in_hand: Option<InHand>,
    /// Sheets keyed in this pass.
    pub keyed: u32,
    /// In how many minutes the pass is whole at the pace so far; `None` while nothing can be said.
    pub minutes_left: Option<u32>,
    /// 收回; at a desk away the sheets that lie there.
    pub returned: u32,
    /// Who takes a bundle from somebody else, or calls one back; one's own one gives back oneself.
    pub takers: Vec<PersonId>,
}

/// One section as it stands on the paper.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct DeskContest {
    /// As printed above it.
    pub title: String,
    /// Names of the rows, in the order of the paper.
    pub rows: Vec<String>,
    /// The heading that begins with each row, empty where none does; none at all without headings.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "ts", ts(optional, as = "Option<Vec<String>>"))]
    pub headings: Vec<String>,
    /// What it is about.
    pub matter: Matter,
    /// 应选名额.
    pub seats: Option<u32>,
    /// What the keys mean, in the order of the symbol map.
    pub keys: Vec<KeyMeaning>,
    /// What a row without a symbol means.
    pub blank: BlankRow,
    /// What an abstention is called.
    pub abstention: AbstentionWord,
    /// Labels of the grades of an evaluation, best first.
    pub grades: Vec<String>,
    /// What a row is counted by, in the order in which it is written down.
    pub columns: Vec<Column>,
    /// Whether names may be written in.
    pub write_ins: bool,
}

/// 栏: what one column of a tally counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(tag = "of", rename_all = "snake_case")]
pub enum Column {
    For,
    Against,
    Abstain,
    Void,
    Grade {
        /// From 0, the best.
        grade: u32,
    },
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct KeyMeaning {
    /// `1`–`9`, `0`, `/` or `*`.
    pub key: String,
    /// What it records.
    pub mark: Mark,
    /// What stands on the paper; `None` for nothing, illegible and several.
    pub symbol: Option<Symbol>,
}

/// A bundle as this keyer sees it. Who has it says the state; only of those that nobody has it is
/// asked whether this keyer can take it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct DeskBundle {
    /// 捆.
    pub bundle: BundleNo,
    pub sheets: u32,
    /// Sheets keyed in this pass.
    pub keyed: u32,
    pub state: BundleState,
    /// Who has it, or keyed it, in this pass.
    pub teller: Option<String>,
    /// Since when they have it.
    #[cfg_attr(feature = "ts", ts(type = "string | null"))]
    pub since: Option<crate::Timestamp>,
    /// Why this keyer cannot take it, though nobody has it.
    pub refused: Option<Refusal>,
}

/// Who has a bundle in this pass.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum BundleState {
    /// Nobody.
    Waiting,
    /// This keyer.
    Mine,
    /// Somebody else.
    Other,
    /// Somebody, on another computer.
    Lent,
    /// Handed in.
    Closed,
}

/// 外录: bundles that are keyed on another computer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct LoanView {
    pub loan: LoanId,
    /// Who keys them.
    pub teller: String,
    /// Whether it is this keyer, who brings them back.
    pub mine: bool,
    /// In order.
    pub bundles: Vec<BundleNo>,
    /// When they went out.
    #[cfg_attr(feature = "ts", ts(type = "string"))]
    pub at: crate::Timestamp,
}

/// The bundle in hand and the next sheet of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct InHand {
    /// 捆.
    pub bundle: BundleNo,
    /// 张: the next to be keyed; one more than `sheets` when all are.
    pub sheet: SheetNo,
    /// Sheets in the bundle.
    pub sheets: u32,
    /// The last sheet to be keyed now: the one that was skipped, where those after it are keyed
    /// already.
    pub last: SheetNo,
    /// All sheets are keyed: the bundle can be handed in.
    pub whole: bool,
    /// What was keyed of the next sheet before a pause.
    pub unfinished: Option<Unfinished>,
}

/// Returns the desk of `teller` in `pass`.
///
/// # Errors
/// When counting is not going on, or the person is no teller.
pub fn view(
    session: &Past,
    round: RoundId,
    pass: Pass,
    teller: &PersonId,
) -> Result<DeskView, Refusal> {
    let round = session.round(round)?;
    round.counting()?;
    session.people.require(teller, &[Role::Teller])?;
    let bundles: Vec<DeskBundle> = bundles_here(session, round)
        .into_iter()
        .map(|bundle| desk_bundle(session, round, pass, bundle, teller))
        .collect();
    let returned = match session.away {
        Some(_) => bundles.iter().map(|bundle| bundle.sheets).fold(0, u32::saturating_add),
        None => round.control().returned,
    };
    Ok(DeskView {
        round: round.id(),
        pass,
        teller: session.people.name_of(teller).to_owned(),
        label: label::of_round(session, round),
        contests: round.ballot().contests.iter().map(desk_contest).collect(),
        bundles,
        loans: loans_out(session, round, pass)
            .map(|loan| loan_view(session, loan, teller))
            .collect(),
        in_hand: in_hand(round, pass, teller),
        keyed: round.pass(pass).keyed(),
        minutes_left: round
            .pass(pass)
            .minutes_for(returned.saturating_sub(round.pass(pass).keyed())),
        returned,
        takers: session.people.ids_with(duties::SCRUTINEERS),
    })
}

fn bundles_here(session: &Past, round: &Round) -> Vec<BundleNo> {
    match &session.away {
        Some(desk) => desk.bundles.iter().map(|out| out.bundle).collect(),
        None => (1..=round.bundles()).map(BundleNo).collect(),
    }
}

fn loans_out<'a>(session: &'a Past, round: &Round, pass: Pass) -> impl Iterator<Item = &'a Loan> {
    let of = round.id();
    session
        .loans
        .iter()
        .filter(move |loan| loan.round == of && loan.pass == pass && loan.state == LoanState::Out)
}

/// Returns a loan as its own keyer sees it, or another.
#[must_use]
pub fn loan_view(session: &Past, loan: &Loan, teller: &PersonId) -> LoanView {
    LoanView {
        loan: loan.id,
        teller: session.people.name_of(&loan.teller).to_owned(),
        mine: loan.teller == *teller,
        bundles: loan.bundles.clone(),
        at: loan.at,
    }
}

fn desk_bundle(
    session: &Past,
    round: &Round,
    pass: Pass,
    bundle: BundleNo,
    teller: &PersonId,
) -> DeskBundle {
    let place = Place { round: round.id(), pass, bundle };
    let keying = round.pass(pass).bundle(bundle);
    let state = keying.map_or(BundleState::Waiting, |keying| match keying.state() {
        KeyingState::HandedIn(_) => BundleState::Closed,
        KeyingState::Lent(_) => BundleState::Lent,
        KeyingState::InHand(_) | KeyingState::PutAside(..) if keying.teller() == teller => {
            BundleState::Mine
        }
        KeyingState::InHand(_) | KeyingState::PutAside(..) => BundleState::Other,
    });
    DeskBundle {
        bundle,
        sheets: round.sheets_for(pass, bundle),
        keyed: keying.map_or(0, BundleKeying::keyed),
        state,
        teller: keying.map(|keying| session.people.name_of(keying.teller()).to_owned()),
        since: keying.map(BundleKeying::since),
        refused: if keying.is_none() { check_takeable(session, place, teller).err() } else { None },
    }
}

fn in_hand(round: &Round, pass: Pass, teller: &PersonId) -> Option<InHand> {
    let bundle = round.pass(pass).in_hand(teller)?;
    let keying = round.pass(pass).bundle(bundle)?;
    let sheets = round.sheets_for(pass, bundle);
    let tail = keying.in_hand().map_or(0, |keyed| number(keyed.tail.len()));
    let last = SheetNo(sheets.saturating_sub(tail));
    Some(InHand {
        bundle,
        sheet: keying.next(),
        sheets,
        last,
        whole: keying.keyed() >= sheets,
        unfinished: keying.unfinished().cloned(),
    })
}

/// Returns a section as the desk and the scrutineer's table show it.
#[must_use]
pub fn desk_contest(entry: &BallotContest) -> DeskContest {
    let contest = &entry.contest;
    let rule = contest.seats_rule();
    DeskContest {
        title: contest.title.clone(),
        rows: contest.options.iter().map(|option| option.name.clone()).collect(),
        headings: (0..entry.headings.len())
            .map(|index| entry.heading_begun_at(index).to_owned())
            .collect(),
        matter: Matter::of(&contest.kind),
        seats: rule.map(|rule| rule.seats.get()),
        keys: keys(contest, entry),
        blank: contest.blank_row(),
        abstention: entry.abstention(),
        columns: columns(contest),
        grades: grades(contest),
        write_ins: rule.is_some_and(|rule| rule.write_ins != WriteIns::None),
    }
}

/// As the tally sheet has them: approvals, or the grades from the best down, then what is neither.
fn columns(contest: &Contest) -> Vec<Column> {
    let counted = match &contest.kind {
        Kind::Evaluation(rule) => {
            (0..number(rule.grades.len())).map(|grade| Column::Grade { grade }).collect()
        }
        Kind::Selection(_) | Kind::Election(_) | Kind::Motion(_) => {
            vec![Column::For, Column::Against]
        }
    };
    counted.into_iter().chain([Column::Abstain, Column::Void]).collect()
}

fn grades(contest: &Contest) -> Vec<String> {
    match &contest.kind {
        Kind::Evaluation(rule) => rule.grades.clone(),
        Kind::Selection(_) | Kind::Election(_) | Kind::Motion(_) => Vec::new(),
    }
}

fn keys(contest: &Contest, entry: &BallotContest) -> Vec<KeyMeaning> {
    let symbols = (1..).zip(&entry.symbols).map(|(key, meaning)| KeyMeaning {
        key: format!("{key}"),
        mark: meaning.mark,
        symbol: Some(meaning.symbol),
    });
    let fixed = |key: &str, mark| KeyMeaning { key: key.to_owned(), mark, symbol: None };
    let several = matches!(contest.kind, Kind::Evaluation(_)).then(|| fixed("*", Mark::Multiple));
    symbols.chain([fixed("0", Mark::Blank), fixed("/", Mark::Illegible)]).chain(several).collect()
}
