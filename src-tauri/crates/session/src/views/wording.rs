//! 规则的说法: a rule in the words of the law. The papers and the hall say it alike, because both
//! ask here.
//!
//! 过半数 is said only of more than half (组织法 25 and 29); any other threshold is said as it is.

use tally::{Base, Fraction, Kind, Least, Threshold};

use crate::ballot::follow::Follows;
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

/// Returns what a vote that is held once more is called; `None` for a first one.
#[must_use]
pub fn once_more(round: RoundKind, kind: &Kind) -> Option<&'static str> {
    match round {
        RoundKind::First => None,
        RoundKind::Redo { .. } => Some("重新投票"),
        RoundKind::Runoff { .. } => Some(Follows::Runoff.word(kind)),
        RoundKind::Further { .. } => Some(Follows::Further.word(kind)),
    }
}

/// Returns the title of a ballot or a contest of a round; a vote that is held once more says so.
pub(crate) fn titled(round: &Round, title: &str, kind: &Kind) -> String {
    match once_more(round.kind, kind).filter(|word| !title.contains(word)) {
        Some(word) => format!("{title}（{word}）"),
        None => title.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_presidium_passes_with_more_than_half_of_its_own_members() {
        let body = Body::Presidium { members: 7 };
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
