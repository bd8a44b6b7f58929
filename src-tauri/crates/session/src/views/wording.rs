//! 规则的说法: a rule in the words of the law, and what things are called. The papers, the hall and
//! the windows say it alike, because all ask here.
//!
//! 过半数 is said only of more than half (组织法 25 and 29); any other threshold is said as it is.

use tally::{AbstentionWord, Base, BlankRow, Fraction, Kind, Least, Threshold, WhollyBlank};

use crate::ballot::follow::Follows;
use crate::ballot::{BallotContest, Symbol};
use crate::floor::hands::Body;
use crate::floor::meeting::chinese_number;
use crate::round::{Round, RoundKind};

/// 门槛的说法: how a threshold is said.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ThresholdWords {
    /// In a sentence: 超过全体代表的半数.
    pub sentence: String,
    /// Beside its number: 过半数, 实到代表三分之二以上.
    pub label: String,
    /// Whether it is more than half, so that 过半数 may be said of it.
    pub majority: bool,
}

/// Returns how a threshold is said.
#[must_use]
pub fn threshold(threshold: Threshold) -> ThresholdWords {
    worded(threshold, base(threshold.base))
}

/// Returns how a share of all deputies is said with their number: 超过全体代表58人的半数.
#[must_use]
pub fn threshold_of_all(threshold: Threshold, all_deputies: u32) -> String {
    worded(threshold, &format!("{}{all_deputies}人", base(threshold.base))).sentence
}

/// Returns how a threshold of a motion decided without paper is said: a presidium's is of its own
/// members.
#[must_use]
pub fn threshold_of(body: Body, threshold: Threshold) -> ThresholdWords {
    match body {
        Body::Congress => self::threshold(threshold),
        Body::Presidium { .. } => worded(threshold, members(threshold.base)),
    }
}

fn worded(threshold: Threshold, base: &str) -> ThresholdWords {
    let (verb, fraction) = match threshold.least {
        Least::Over(fraction) => ("超过", fraction),
        Least::AtLeast(fraction) => ("达到", fraction),
    };
    let part = part(fraction);
    let majority = threshold.least == Least::Over(Fraction::HALF);
    let label = match threshold.least {
        Least::Over(Fraction::HALF) if threshold.base == Base::AllDeputies => "过半数".to_owned(),
        Least::Over(Fraction::HALF) => format!("{base}过半数"),
        Least::Over(_) => format!("超过{base}{part}"),
        Least::AtLeast(_) => format!("{base}{part}以上"),
    };
    ThresholdWords { sentence: format!("{verb}{base}的{part}"), label, majority }
}

fn base(base: Base) -> &'static str {
    match base {
        Base::AllDeputies => "全体代表",
        Base::Present => "实到代表",
        Base::Returned => "收回选票",
        Base::Valid => "有效选票",
    }
}

fn members(of: Base) -> &'static str {
    match of {
        Base::AllDeputies => "主席团全体成员",
        Base::Present => "主席团实到成员",
        Base::Returned | Base::Valid => base(of),
    }
}

/// Returns a share in words: 三分之二, 半数.
#[must_use]
pub fn part(fraction: Fraction) -> String {
    if fraction == Fraction::HALF {
        return "半数".to_owned();
    }
    let (numerator, denominator) = fraction.into();
    let figures =
        |number: u32| u16::try_from(number).map_or_else(|_| number.to_string(), chinese_number);
    format!("{}分之{}", figures(denominator), figures(numerator))
}

/// 称谓和量词: what is said of the rows of one kind of question, and of the vote on them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Called<'a> {
    /// What a row is: 项目, 候选人, 测评项目, 表决事项.
    pub noun: &'a str,
    /// Its measure word, behind a number: 10项, 3名.
    pub measure: &'static str,
    /// What stands before the noun of every row by itself: 每个, 每名.
    every: &'static str,
    /// What becomes of a row that wins: 当选 of persons, 通过 of everything else.
    pub chosen: &'static str,
    /// What the voting is called: 票决, 选举, 测评, 表决.
    pub vote: &'static str,
    /// What its sheet of paper is called: 票决票, 选票, 测评票, 表决票.
    pub paper: &'static str,
}

impl Called<'_> {
    /// Returns every row by itself: 每个项目, 每名候选人.
    #[must_use]
    pub fn each(&self) -> String {
        format!("{}{}", self.every, self.noun)
    }

    /// Returns one row: 一个项目, 一名候选人.
    #[must_use]
    pub fn one(&self) -> String {
        self.each().replacen('每', "一", 1)
    }
}

/// Returns what a question is called, the rows of an evaluation by their own noun where they have
/// one.
#[must_use]
pub fn called_in(entry: &BallotContest) -> Called<'_> {
    called_by(&entry.contest.kind, &entry.row_noun)
}

/// The same of a kind of question and the noun of its rows; empty: the usual one.
#[must_use]
pub fn called_by<'a>(kind: &Kind, noun: &'a str) -> Called<'a> {
    let called = called(kind);
    if noun.is_empty() || !matches!(kind, Kind::Evaluation(_)) {
        return called;
    }
    let persons = ["人", "人员", "代表", "同志", "干部"].iter().any(|end| noun.ends_with(end));
    let papers = ["建议", "议案", "提案", "意见"].iter().any(|end| noun.ends_with(end));
    let items = ["项目", "事项", "工作", "指标"].iter().any(|end| noun.ends_with(end));
    let (measure, every) = match (persons, papers, items) {
        (true, ..) => ("名", "每名"),
        (false, true, _) => ("件", "每件"),
        (false, false, true) => ("项", "每个"),
        (false, false, false) => ("个", "每个"),
    };
    Called { noun, measure, every, ..called }
}

/// Returns what one kind of question is called.
#[must_use]
pub const fn called(kind: &Kind) -> Called<'static> {
    match kind {
        Kind::Selection(_) => Called {
            noun: "项目",
            measure: "项",
            every: "每个",
            chosen: "通过",
            vote: "票决",
            paper: "票决票",
        },
        Kind::Election(_) => Called {
            noun: "候选人",
            measure: "名",
            every: "每名",
            chosen: "当选",
            vote: "选举",
            paper: "选票",
        },
        Kind::Evaluation(_) => Called {
            noun: "测评项目",
            measure: "项",
            every: "每个",
            chosen: "通过",
            vote: "测评",
            paper: "测评票",
        },
        Kind::Motion(_) => Called {
            noun: "表决事项",
            measure: "项",
            every: "每一",
            chosen: "通过",
            vote: "表决",
            paper: "表决票",
        },
    }
}

/// Returns what an abstention is called.
#[must_use]
pub const fn abstention(word: AbstentionWord) -> &'static str {
    match word {
        AbstentionWord::Abstain => "弃权",
        AbstentionWord::DontKnow => "不了解",
    }
}

/// Returns a symbol as drawn.
#[must_use]
pub const fn sign(symbol: Symbol) -> &'static str {
    match symbol {
        Symbol::Circle => "○",
        Symbol::Cross => "×",
        Symbol::Tick => "√",
        Symbol::Triangle => "△",
    }
}

/// 空白栏、空白票: what becomes of a row, and of a whole section, on which nothing is drawn. The
/// rules of the vote, the notes on the ballot and the windows say it in these words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Blank {
    /// A row without a symbol.
    pub row: BlankRow,
    /// A section without any symbol.
    pub section: WhollyBlank,
    /// What an abstention is called there.
    pub abstention: AbstentionWord,
}

impl Blank {
    /// Returns what a contest says of blanks.
    #[must_use]
    pub fn of(entry: &BallotContest) -> Self {
        Self::in_rule(&entry.contest.kind, entry.abstention())
    }

    /// Returns what a rule says of blanks.
    #[must_use]
    pub const fn in_rule(kind: &Kind, abstention: AbstentionWord) -> Self {
        let (row, section) = match kind {
            Kind::Selection(rule) | Kind::Election(rule) => (rule.blank_row, rule.blank_section),
            Kind::Evaluation(rule) => (rule.blank_row, rule.blank_section),
            Kind::Motion(rule) => (rule.blank_row, rule.blank_section),
        };
        Self { row, section: section.comes_to(row), abstention }
    }

    /// Returns what becomes of a row without a symbol, to follow “不画任何符号的，”: 视为弃权,
    /// 视为赞成, 该栏无效. `row` is what the row is called there: 该栏, 该项.
    #[must_use]
    pub fn said_of_row(self, row: &str) -> String {
        match self.row {
            BlankRow::Abstain => format!("视为{}", abstention(self.abstention)),
            BlankRow::For => "视为赞成".to_owned(),
            BlankRow::Void => format!("{row}无效"),
        }
    }

    /// Returns what becomes of a section without any symbol: 本票有效，各栏均计为弃权 or 本票无效.
    /// `section` is what the section is called there: 本票, 该部分.
    #[must_use]
    pub fn said_of_section(self, section: &str) -> String {
        match self.section {
            WhollyBlank::Abstains => {
                format!("{section}有效，各栏均计为{}", abstention(self.abstention))
            }
            WhollyBlank::For => format!("{section}有效，各栏均计为赞成"),
            WhollyBlank::RowsVoid => format!("{section}有效，各栏均无效"),
            WhollyBlank::Void => format!("{section}无效"),
            WhollyBlank::VoidsSheet => "整张票无效".to_owned(),
        }
    }

    /// Tells whether a wholly blank section abstains as each blank row does by itself, so that a
    /// short note need not say it again. A blank ballot that approves of everything is said.
    #[must_use]
    pub const fn section_goes_without_saying(self) -> bool {
        match self.section {
            WhollyBlank::Abstains => matches!(self.row, BlankRow::Abstain),
            WhollyBlank::For
            | WhollyBlank::RowsVoid
            | WhollyBlank::Void
            | WhollyBlank::VoidsSheet => false,
        }
    }
}

/// Returns what a vote that is held once more is called; `None` for a first one.
#[must_use]
pub fn once_more(round: RoundKind, kind: &Kind) -> Option<&'static str> {
    match round {
        RoundKind::First => None,
        RoundKind::Redo { .. } => Some("重新投票"),
        RoundKind::Again { .. } => Some("重新发票"),
        RoundKind::Runoff { .. } => Some(Follows::Runoff.word(kind)),
        RoundKind::Further { .. } => Some(Follows::Further.word(kind)),
    }
}

/// Returns the title of a ballot or a contest of a round; a vote that is held once more says so.
pub(crate) fn titled(round: &Round, title: &str, kind: &Kind) -> String {
    match once_more(round.kind(), kind).filter(|word| !title.contains(word)) {
        Some(word) => format!("{title}（{word}）"),
        None => title.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use tally::BlankSection;

    use super::*;

    #[test]
    fn a_blank_row_and_a_blank_section_are_said_as_they_are_counted() {
        let blank = |row, section: BlankSection, abstention| Blank {
            row,
            section: section.comes_to(row),
            abstention,
        };
        let cases = [
            (
                blank(BlankRow::Abstain, BlankSection::Valid, AbstentionWord::Abstain),
                "视为弃权",
                "本票有效，各栏均计为弃权",
                true,
            ),
            (
                blank(BlankRow::For, BlankSection::Valid, AbstentionWord::DontKnow),
                "视为赞成",
                "本票有效，各栏均计为不了解",
                false,
            ),
            (
                blank(BlankRow::Void, BlankSection::Void, AbstentionWord::Abstain),
                "该栏无效",
                "本票无效",
                false,
            ),
            (
                blank(BlankRow::For, BlankSection::ByRow, AbstentionWord::Abstain),
                "视为赞成",
                "本票有效，各栏均计为赞成",
                false,
            ),
            (
                blank(BlankRow::Void, BlankSection::ByRow, AbstentionWord::Abstain),
                "该栏无效",
                "本票有效，各栏均无效",
                false,
            ),
        ];
        for (blank, row, section, unsaid) in cases {
            assert_eq!(blank.said_of_row("该栏"), row);
            assert_eq!(blank.said_of_section("本票"), section);
            assert_eq!(blank.section_goes_without_saying(), unsaid);
        }
    }

    #[test]
    fn a_presidium_passes_with_more_than_half_of_its_own_members() {
        let body = Body::Presidium { members: 7, quorum: None };
        assert_eq!(
            threshold_of(body, Threshold::MAJORITY_OF_ALL).sentence,
            "超过主席团全体成员的半数"
        );
        assert_eq!(
            threshold_of(Body::Congress, Threshold::MAJORITY_OF_ALL).sentence,
            "超过全体代表的半数"
        );
    }

    #[test]
    fn a_threshold_is_worded_as_the_law_words_it_and_only_more_than_half_is_a_majority() {
        let two_thirds = Fraction::TWO_THIRDS;
        let cases = [
            (Base::AllDeputies, Least::Over(Fraction::HALF), "超过全体代表的半数", "过半数", true),
            (
                Base::Present,
                Least::Over(Fraction::HALF),
                "超过实到代表的半数",
                "实到代表过半数",
                true,
            ),
            (
                Base::AllDeputies,
                Least::AtLeast(Fraction::HALF),
                "达到全体代表的半数",
                "全体代表半数以上",
                false,
            ),
            (
                Base::Present,
                Least::AtLeast(two_thirds),
                "达到实到代表的三分之二",
                "实到代表三分之二以上",
                false,
            ),
            (
                Base::Valid,
                Least::Over(two_thirds),
                "超过有效选票的三分之二",
                "超过有效选票三分之二",
                false,
            ),
        ];
        for (base, least, sentence, label, majority) in cases {
            let said = threshold(Threshold { base, least });
            assert_eq!(
                (said.sentence.as_str(), said.label.as_str(), said.majority),
                (sentence, label, majority)
            );
        }
    }
}
