//! What the counts decide: majorities, the cut line and ties (地方组织法 articles 25 and 29),
//! passed motions, satisfaction rates.
//!
//! The types have the shape and the key order of "Output" in `docs/count-file.md`.

use serde::{Deserialize, Serialize};

use crate::section::number;
use crate::{
    Contest, ContestId, ContestOption, Control, EvaluationRule, Fraction, Kind, MotionRule,
    OptionCount, OptionId, Rate, SeatsRule, Shortfall, Tally, Threshold, TieRule, ValidIf,
};

/// 法定人数: how many had to be present, and whether they were (article 14).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct Quorum {
    /// Two thirds of all deputies, at least.
    pub needed: u32,
    /// Whether as many are present.
    pub met: bool,
}

/// 计票结果: everything a counted round decides.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct RoundResult {
    /// Whether the session could vote at all.
    pub quorum: Quorum,
    /// Whether the vote as a whole is valid.
    pub vote_valid: bool,
    /// In the order of the ballot; none if the vote is void.
    pub contests: Vec<ContestResult>,
}

/// What one contest decides, by its kind.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(untagged)]
pub enum ContestResult {
    /// 票决, 选举.
    Seats(SeatsResult),
    /// 表决.
    Motion(MotionResult),
    /// 满意度测评.
    Evaluation(EvaluationResult),
}

/// Who or what is in, who is level at the cut, and what follows.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct SeatsResult {
    pub id: ContestId,
    /// Valid sections.
    pub valid: u32,
    /// Void sections.
    pub void: u32,
    /// Valid sections over the cap, where the rule only flags them.
    pub flagged: u32,
    /// The least number of approvals that reaches the threshold; `None` without one.
    pub needed: Option<u32>,
    /// In the order of the ballot.
    pub rows: Vec<ResultRow>,
    /// By votes, then by code point.
    pub write_ins: Vec<WriteInRow>,
    /// 当选, 通过: by votes, then in the order of the ballot, write-ins last.
    pub elected: Vec<Candidate>,
    /// 末位同票: level at the cut and too many for the seats left, however the rule settles it.
    pub tied: Vec<Candidate>,
    /// Seats not filled.
    pub seats_left: u32,
    /// What must follow.
    pub next: Next,
}

/// Whether the text is passed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct MotionResult {
    pub id: ContestId,
    /// Valid sections.
    pub valid: u32,
    /// Void sections.
    pub void: u32,
    /// Always 0: a motion has no cap.
    pub flagged: u32,
    /// The least number of approvals that reaches the threshold; `None` without one.
    pub needed: Option<u32>,
    pub rows: Vec<ResultRow>,
    /// Always empty.
    pub write_ins: Vec<WriteInRow>,
    /// 通过.
    pub passed: bool,
}

/// The grades of every row.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct EvaluationResult {
    pub id: ContestId,
    /// Valid sections.
    pub valid: u32,
    /// Void sections.
    pub void: u32,
    /// Always 0: an evaluation has no cap.
    pub flagged: u32,
    /// In the order of the ballot.
    pub rows: Vec<EvaluationRow>,
}

/// The counts of one option; together they are the valid sections.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct ResultRow {
    pub id: OptionId,
    /// 赞成.
    #[serde(rename = "for")]
    pub for_: u32,
    /// 反对.
    pub against: u32,
    /// 弃权.
    pub abstain: u32,
    /// 本栏无效.
    pub void: u32,
    /// Whether the approvals reach the threshold; always, if there is none.
    pub reached: bool,
}

/// The approvals of one name written in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct WriteInRow {
    /// As compared: NFC, without white space.
    pub name: String,
    /// 赞成.
    #[serde(rename = "for")]
    pub for_: u32,
    /// Whether the approvals reach the threshold; always, if there is none.
    pub reached: bool,
}

/// The grades of one row; with abstentions and void they are the valid sections.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct EvaluationRow {
    pub id: OptionId,
    /// How often each grade was given, best first.
    pub grades: Vec<u32>,
    /// 弃权.
    pub abstain: u32,
    /// 本栏无效.
    pub void: u32,
    /// 满意率 in per cent, exact, half up, e.g. `98.21`; `None` if its base is 0.
    pub rate: Option<String>,
}

/// Who or what can win a seat. Written as the option's id, or as `write-in:NAME`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(from = "String", into = "String")]
#[cfg_attr(feature = "ts", ts(type = "string"))]
pub enum Candidate {
    /// An option of the ballot.
    Option(OptionId),
    /// 另选他人, by the name as compared.
    WriteIn(String),
}

impl EvaluationRow {
    /// Returns how many sections gave the row a grade.
    #[must_use]
    pub fn graded(&self) -> u32 {
        self.grades.iter().sum()
    }
}

const WRITE_IN: &str = "write-in:";

impl From<String> for Candidate {
    fn from(text: String) -> Self {
        match text.strip_prefix(WRITE_IN) {
            Some(name) => Self::WriteIn(name.to_owned()),
            None => Self::Option(OptionId(text)),
        }
    }
}

impl From<Candidate> for String {
    fn from(candidate: Candidate) -> Self {
        match candidate {
            Candidate::Option(id) => id.0,
            Candidate::WriteIn(name) => format!("{WRITE_IN}{name}"),
        }
    }
}

/// What must follow a contest with seats (article 29).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Next {
    /// 再次投票 among the tied only.
    Runoff,
    /// 主席团 decides between the tied.
    Presidium,
    /// 另行选举, or a further vote, for the seats left.
    Further,
    /// Nothing.
    None,
}

impl Tally {
    /// Returns what the sheets counted so far decide, under the quorum of article 14. A void vote
    /// is not counted: no contests.
    #[must_use]
    pub fn result(&self, control: &Control, valid_if: ValidIf) -> RoundResult {
        self.result_under(control, valid_if, Fraction::TWO_THIRDS)
    }

    /// Returns the same under another quorum: at least this fraction of all deputies.
    #[must_use]
    pub fn result_under(
        &self,
        control: &Control,
        valid_if: ValidIf,
        quorum: Fraction,
    ) -> RoundResult {
        let vote_valid = control.vote_valid_under(valid_if, quorum);
        let counted: &[Contest] = if vote_valid { &self.contests } else { &[] };
        RoundResult {
            quorum: Quorum {
                needed: quorum.least_at_least(control.all_deputies),
                met: control.quorum_met_under(quorum),
            },
            vote_valid,
            contests: counted
                .iter()
                .enumerate()
                .map(|(index, contest)| self.contest_result(index, contest, control))
                .collect(),
        }
    }

    fn contest_result(&self, index: usize, contest: &Contest, control: &Control) -> ContestResult {
        match &contest.kind {
            Kind::Selection(rule) | Kind::Election(rule) => {
                ContestResult::Seats(self.seats_result(index, contest, rule, control))
            }
            Kind::Motion(rule) => {
                ContestResult::Motion(self.motion_result(index, contest, rule, control))
            }
            Kind::Evaluation(rule) => {
                ContestResult::Evaluation(self.evaluation_result(index, contest, rule, control))
            }
        }
    }

    fn seats_result(
        &self,
        index: usize,
        contest: &Contest,
        rule: &SeatsRule,
        control: &Control,
    ) -> SeatsResult {
        let needed = self.needed(index, rule.threshold, control);
        let rows = self.result_rows(index, contest, needed);
        let write_ins = self.write_in_rows(index, needed);
        let filled = fill_seats(rule, &competitors(&rows, &write_ins));
        SeatsResult {
            id: contest.id.clone(),
            valid: self.valid(index),
            void: self.void(index),
            flagged: self.flagged(index),
            needed,
            rows,
            write_ins,
            elected: filled.elected,
            tied: filled.tied,
            seats_left: filled.seats_left,
            next: filled.next,
        }
    }

    fn motion_result(
        &self,
        index: usize,
        contest: &Contest,
        rule: &MotionRule,
        control: &Control,
    ) -> MotionResult {
        let needed = self.needed(index, rule.threshold, control);
        let rows = self.result_rows(index, contest, needed);
        let passed = rows.iter().all(|row| is_passed(row.for_, row.against, needed));
        MotionResult {
            id: contest.id.clone(),
            valid: self.valid(index),
            void: self.void(index),
            flagged: self.flagged(index),
            needed,
            rows,
            write_ins: Vec::new(),
            passed,
        }
    }

    fn evaluation_result(
        &self,
        index: usize,
        contest: &Contest,
        rule: &EvaluationRule,
        control: &Control,
    ) -> EvaluationResult {
        let rows =
            contest.options.iter().zip(self.rows(index)).map(|(option, count)| EvaluationRow {
                id: option.id.clone(),
                grades: count.grades.iter().copied().take(rule.grades.len()).collect(),
                abstain: count.abstain,
                void: count.void,
                rate: satisfaction_rate(&rule.rate, &count, control),
            });
        EvaluationResult {
            id: contest.id.clone(),
            valid: self.valid(index),
            void: self.void(index),
            flagged: self.flagged(index),
            rows: rows.collect(),
        }
    }

    fn needed(&self, index: usize, threshold: Option<Threshold>, control: &Control) -> Option<u32> {
        threshold.map(|threshold| {
            threshold.needed(control.base_value(threshold.base, self.valid(index)))
        })
    }

    fn result_rows(&self, index: usize, contest: &Contest, needed: Option<u32>) -> Vec<ResultRow> {
        let counted = contest.options.iter().zip(self.rows(index));
        let row = |(option, count): (&ContestOption, OptionCount)| ResultRow {
            id: option.id.clone(),
            for_: count.for_,
            against: count.against,
            abstain: count.abstain,
            void: count.void,
            reached: reaches(count.for_, needed),
        };
        counted.map(row).collect()
    }

    fn write_in_rows(&self, index: usize, needed: Option<u32>) -> Vec<WriteInRow> {
        let counts = self.write_ins(index).into_iter();
        counts
            .map(|count| WriteInRow {
                reached: reaches(count.for_, needed),
                name: count.name,
                for_: count.for_,
            })
            .collect()
    }
}

/// Tells whether a text is passed: with the approvals needed, or, where none are, with more for
/// than against.
pub(crate) fn is_passed(for_: u32, against: u32, needed: Option<u32>) -> bool {
    needed.map_or(for_ > against, |needed| for_ >= needed)
}

fn reaches(votes: u32, needed: Option<u32>) -> bool {
    needed.is_none_or(|needed| votes >= needed)
}

struct Competitor {
    candidate: Candidate,
    votes: u32,
}

/// Those who reached the threshold with at least one vote: by votes, then in the order of the
/// ballot, then write-ins by code point.
fn competitors(rows: &[ResultRow], write_ins: &[WriteInRow]) -> Vec<Competitor> {
    let options = rows
        .iter()
        .filter(|row| row.reached)
        .map(|row| Competitor { candidate: Candidate::Option(row.id.clone()), votes: row.for_ });
    let names = write_ins
        .iter()
        .filter(|row| row.reached)
        .map(|row| Competitor { candidate: Candidate::WriteIn(row.name.clone()), votes: row.for_ });
    let mut all: Vec<Competitor> =
        options.chain(names).filter(|competitor| competitor.votes > 0).collect();
    // Stable: the order of the ballot, and write-ins after it, decides among equal votes.
    all.sort_by_key(|competitor| std::cmp::Reverse(competitor.votes));
    all
}

struct Filled {
    elected: Vec<Candidate>,
    tied: Vec<Candidate>,
    seats_left: u32,
    next: Next,
}

/// Article 29: most votes win; those level at the cut, if they do not all fit, are settled by the
/// rule.
fn fill_seats(rule: &SeatsRule, competitors: &[Competitor]) -> Filled {
    let seats = usize::try_from(rule.seats.get()).unwrap_or(usize::MAX);
    let tied = tied_at_the_cut(competitors, seats);
    let filled = if tied.is_empty() {
        competitors.len().min(seats)
    } else {
        settled_by(rule.tie, &tied, seats)
    };
    let elected = candidates(&competitors[..filled]);
    // All of those level may be in beyond the seats: none is left then.
    let seats_left = rule.seats.get().saturating_sub(number(elected.len()));
    Filled {
        next: what_follows(rule, !tied.is_empty(), seats_left),
        elected,
        tied: candidates(&competitors[tied]),
        seats_left,
    }
}

fn candidates(competitors: &[Competitor]) -> Vec<Candidate> {
    competitors.iter().map(|competitor| competitor.candidate.clone()).collect()
}

/// The places, best first, of those level at the cut if they do not all fit; empty otherwise.
fn tied_at_the_cut(competitors: &[Competitor], seats: usize) -> std::ops::Range<usize> {
    let last_in = seats.checked_sub(1).and_then(|place| competitors.get(place));
    let (Some(last_in), Some(first_out)) = (last_in, competitors.get(seats)) else { return 0..0 };
    if last_in.votes > first_out.votes {
        return 0..0;
    }
    let above = competitors.partition_point(|competitor| competitor.votes > first_out.votes);
    let level = competitors.partition_point(|competitor| competitor.votes >= first_out.votes);
    above..level
}

fn settled_by(tie: TieRule, tied: &std::ops::Range<usize>, seats: usize) -> usize {
    match tie {
        TieRule::Runoff | TieRule::Presidium => tied.start,
        TieRule::AllIn => tied.end,
        TieRule::BallotOrder => seats,
    }
}

fn what_follows(rule: &SeatsRule, tied: bool, seats_left: u32) -> Next {
    match (rule.tie, rule.shortfall) {
        (TieRule::Runoff, _) if tied => Next::Runoff,
        (TieRule::Presidium, _) if tied => Next::Presidium,
        (_, Shortfall::Further) if seats_left > 0 => Next::Further,
        (_, Shortfall::Further | Shortfall::Accept) => Next::None,
    }
}

/// Numerator × 100 / base with the rule's figures after the point, half up; `None` if the base is
/// 0.
fn satisfaction_rate(rate: &Rate, count: &OptionCount, control: &Control) -> Option<String> {
    let graded_or_abstained = count.grades.iter().sum::<u32>() + count.abstain;
    let base = u64::from(control.base_value(rate.base, graded_or_abstained));
    let chosen = (0_u8..)
        .zip(count.grades)
        .filter(|(index, _)| rate.grades.contains(index))
        .map(|(_, times)| u64::from(times));
    per_cent(chosen.sum(), base, rate.decimals)
}

/// Returns `numerator` of `base` in per cent with so many figures after the point, exact, half up,
/// e.g. `93.3`; `None` if the base is 0 or there are more figures than a number holds.
#[must_use]
pub fn per_cent(numerator: u64, base: u64, decimals: u8) -> Option<String> {
    let (numerator, base) = (u128::from(numerator), u128::from(base));
    let scale = 10_u128.checked_pow(u32::from(decimals))?;
    let doubled = (numerator * 200).checked_mul(scale)?.checked_add(base)?;
    let figures = doubled.checked_div(base * 2)?;
    let (whole, fraction) = (figures / scale, figures % scale);
    Some(if decimals == 0 {
        whole.to_string()
    } else {
        format!("{whole}.{fraction:0width$}", width = usize::from(decimals))
    })
}
