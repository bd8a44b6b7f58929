//! 结果: who or what is in, as the operator, the hall and the report show it.

use serde::Serialize;
use tally::{
    Assessed, Assessment, Candidate, Contest, ContestResult, Control, EvaluationResult,
    EvaluationRow, EvaluationRule, Kind, MotionResult, Next, Overall, ResultRow, SeatsResult,
};

use crate::ballot::follow::Settlement;
use crate::ballot::{BallotContest, ResultOrder};
use crate::ids::number;
use crate::round::Round;

/// The result of one contest.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct ResultTable {
    /// As printed above the section.
    pub title: String,
    /// 应选名额.
    pub seats: Option<u32>,
    pub options: u32,
    /// 有效.
    pub valid: u32,
    /// 无效.
    pub void: u32,
    /// 过半数 as a number.
    pub needed: Option<u32>,
    /// Labels of the grades of an evaluation, best first.
    pub grades: Vec<String>,
    /// In the order of the ballot, written-in names last.
    pub rows: Vec<ResultLine>,
    /// Seats not filled.
    pub seats_left: u32,
    /// What must follow.
    pub next: Next,
    /// How the result is listed.
    pub order: ResultOrder,
    /// 总体满意率: what all rows of an evaluation come to together, where that is told.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "ts", ts(optional))]
    pub overall: Option<Overall>,
}

/// One row of a result.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct ResultLine {
    /// 序号 on the ballot; `None` for a written-in name.
    pub no: Option<u32>,
    pub name: String,
    /// 赞成.
    #[serde(rename = "for")]
    pub for_: u32,
    /// 反对.
    pub against: u32,
    /// 弃权.
    pub abstain: u32,
    /// 本栏无效.
    pub void: u32,
    /// How often each grade was given.
    pub grades: Vec<u32>,
    /// 满意率.
    pub rate: Option<String>,
    /// 测评等次.
    pub level: Option<String>,
    /// 占比 of each grade in per cent, where that is told; `None` if its base is 0.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "ts", ts(optional, as = "Option<Vec<Option<String>>>"))]
    pub shares: Vec<Option<String>>,
    /// 是否过半数.
    pub reached: bool,
    /// What became of it.
    pub outcome: Outcome,
}

/// What became of a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Outcome {
    /// 当选、通过.
    Chosen,
    /// 同票: level at the cut line.
    Tied,
    /// 名额已满: over the threshold, but the seats are filled.
    SeatsFull,
    /// 未过半数.
    BelowThreshold,
    /// 已测评: a row of an evaluation.
    Graded,
}

impl ResultTable {
    /// Returns the rows by approvals, then in the order of the ballot.
    #[must_use]
    pub fn by_approvals(&self) -> Vec<&ResultLine> {
        let mut rows: Vec<&ResultLine> = self.rows.iter().collect();
        rows.sort_by_key(|row| std::cmp::Reverse(row.for_));
        rows
    }

    /// Returns the rows as the ballot's settings list a result.
    #[must_use]
    pub fn listed(&self) -> Vec<&ResultLine> {
        match self.order {
            ResultOrder::Approvals => self.by_approvals(),
            ResultOrder::Ballot => self.rows.iter().collect(),
        }
    }

    /// Returns what is level at the cut line and not settled, by approvals.
    #[must_use]
    pub fn tied(&self) -> Vec<&ResultLine> {
        self.by_approvals().into_iter().filter(|row| row.outcome == Outcome::Tied).collect()
    }

    /// Returns what is in, by approvals, then in the order of the ballot.
    #[must_use]
    pub fn chosen(&self) -> Vec<&ResultLine> {
        self.by_approvals().into_iter().filter(|row| row.outcome == Outcome::Chosen).collect()
    }
}

/// Returns the result of every contest as it is announced: rows as the ballot lists a result.
#[must_use]
pub fn listed(round: &Round) -> Vec<ResultTable> {
    let in_order = |table: ResultTable| {
        let rows = table.listed().into_iter().cloned().collect();
        ResultTable { rows, ..table }
    };
    tables(round).into_iter().map(in_order).collect()
}

/// Returns the result of every contest, from the sheets settled so far. A void vote has none.
#[must_use]
pub fn tables(round: &Round) -> Vec<ResultTable> {
    let result = round.result();
    let control = round.control();
    let contests = round.ballot.contests.iter().zip(round.contests()).zip(&result.contests);
    contests
        .map(|((entry, contest), result)| ResultTable {
            order: entry.result_order,
            ..table(entry, contest, result, &control)
        })
        .collect()
}

/// Returns the result of every contest with what was decided afterwards: who is in of those level at
/// the cut line.
#[must_use]
pub fn decided_tables(round: &Round) -> Vec<ResultTable> {
    let mut tables = tables(round);
    for (contest, table) in round.contests().iter().zip(&mut tables) {
        if let Some((settlement, _)) = round.settlement(&contest.id) {
            settle(contest, table, settlement);
        }
    }
    tables
}

fn settle(contest: &Contest, table: &mut ResultTable, settlement: &Settlement) {
    table.next = Next::None;
    let names = |candidate: &Candidate| match candidate {
        Candidate::Option(id) => {
            contest.options.iter().find(|option| option.id == *id).map(|option| option.name.clone())
        }
        Candidate::WriteIn(name) => Some(name.clone()),
    };
    let all_of = |candidates: &[Candidate]| candidates.iter().filter_map(names).collect();
    let (listed, are_in, others): (Vec<String>, bool, Outcome) = match settlement {
        Settlement::Presidium { chosen } => (all_of(chosen), true, Outcome::SeatsFull),
        Settlement::CandidateWithdrew { withdrawn } => {
            (all_of(withdrawn), false, Outcome::BelowThreshold)
        }
        Settlement::NextSession | Settlement::AcceptFewer | Settlement::SeatVacant => {
            (Vec::new(), true, Outcome::BelowThreshold)
        }
    };
    for row in table.rows.iter_mut().filter(|row| row.outcome == Outcome::Tied) {
        if listed.contains(&row.name) == are_in {
            row.outcome = Outcome::Chosen;
            table.seats_left = table.seats_left.saturating_sub(1);
        } else {
            row.outcome = others;
        }
    }
}

fn table(
    entry: &BallotContest,
    contest: &Contest,
    result: &ContestResult,
    control: &Control,
) -> ResultTable {
    match result {
        ContestResult::Seats(result) => seats_table(contest, result),
        ContestResult::Motion(result) => motion_table(contest, result),
        ContestResult::Evaluation(result) => {
            evaluation_table(entry.assessment.as_ref(), contest, result, control)
        }
    }
}

fn seats_table(contest: &Contest, result: &SeatsResult) -> ResultTable {
    let outcome = |candidate: &Candidate, approvals: u32, reached: bool| {
        if result.elected.contains(candidate) {
            Outcome::Chosen
        } else if result.tied.contains(candidate) {
            Outcome::Tied
        } else if reached && approvals > 0 {
            Outcome::SeatsFull
        } else {
            Outcome::BelowThreshold
        }
    };
    let options = named(contest, &result.rows, |row| {
        outcome(&Candidate::Option(row.id.clone()), row.for_, row.reached)
    });
    let write_ins = result.write_ins.iter().map(|row| ResultLine {
        no: None,
        name: row.name.clone(),
        for_: row.for_,
        against: 0,
        abstain: 0,
        void: 0,
        grades: Vec::new(),
        rate: None,
        level: None,
        shares: Vec::new(),
        reached: row.reached,
        outcome: outcome(&Candidate::WriteIn(row.name.clone()), row.for_, row.reached),
    });
    ResultTable {
        title: contest.title.clone(),
        seats: contest.seats_rule().map(|rule| rule.seats.get()),
        options: number(contest.options.len()),
        valid: result.valid,
        void: result.void,
        needed: result.needed,
        grades: Vec::new(),
        rows: options.chain(write_ins).collect(),
        seats_left: result.seats_left,
        next: result.next,
        order: ResultOrder::default(),
        overall: None,
    }
}

fn motion_table(contest: &Contest, result: &MotionResult) -> ResultTable {
    let outcome = if result.passed { Outcome::Chosen } else { Outcome::BelowThreshold };
    ResultTable {
        title: contest.title.clone(),
        seats: None,
        options: 1,
        valid: result.valid,
        void: result.void,
        needed: result.needed,
        grades: Vec::new(),
        rows: named(contest, &result.rows, |_| outcome).collect(),
        seats_left: 0,
        next: Next::None,
        order: ResultOrder::default(),
        overall: None,
    }
}

fn evaluation_table(
    assessment: Option<&Assessment>,
    contest: &Contest,
    result: &EvaluationResult,
    control: &Control,
) -> ResultTable {
    let rule = match &contest.kind {
        Kind::Evaluation(rule) => Some(rule),
        Kind::Selection(_) | Kind::Election(_) | Kind::Motion(_) => None,
    };
    let assess = |row: &EvaluationRow| match assessment.zip(rule) {
        Some((assessment, rule)) => assessment.assess(rule, row, control),
        None => Assessed { rate: row.rate.clone(), level: None },
    };
    let told = assessment.zip(rule);
    let rows = (1..).zip(contest.options.iter().zip(&result.rows)).map(|(no, (option, row))| {
        let Assessed { rate, level } = assess(row);
        ResultLine {
            no: Some(no),
            name: option.name.clone(),
            for_: 0,
            against: 0,
            abstain: row.abstain,
            void: row.void,
            grades: row.grades.clone(),
            rate,
            level,
            shares: shares(told, row, control),
            reached: false,
            outcome: Outcome::Graded,
        }
    });
    ResultTable {
        title: contest.title.clone(),
        seats: None,
        options: number(contest.options.len()),
        valid: result.valid,
        void: result.void,
        needed: None,
        grades: rule.map(|rule| rule.grades.clone()).unwrap_or_default(),
        rows: rows.collect(),
        seats_left: 0,
        next: Next::None,
        order: ResultOrder::default(),
        overall: told
            .filter(|(assessment, _)| assessment.overall)
            .map(|(assessment, rule)| assessment.overall(rule, &result.rows, control)),
    }
}

fn shares(
    told: Option<(&Assessment, &EvaluationRule)>,
    row: &EvaluationRow,
    control: &Control,
) -> Vec<Option<String>> {
    match told.filter(|(assessment, _)| assessment.shares) {
        Some((assessment, rule)) => assessment.shares(rule, row, control),
        None => Vec::new(),
    }
}

fn named(
    contest: &Contest,
    rows: &[ResultRow],
    outcome: impl Fn(&ResultRow) -> Outcome,
) -> impl Iterator<Item = ResultLine> {
    (1..).zip(contest.options.iter().zip(rows)).map(move |(no, (option, row))| ResultLine {
        no: Some(no),
        name: option.name.clone(),
        for_: row.for_,
        against: row.against,
        abstain: row.abstain,
        void: row.void,
        grades: Vec::new(),
        rate: None,
        level: None,
        shares: Vec::new(),
        reached: row.reached,
        outcome: outcome(row),
    })
}
