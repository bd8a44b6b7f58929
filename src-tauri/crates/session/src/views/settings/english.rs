//! The English words of shares, marks and rows, for the window's other language.

use tally::{AbstentionWord, Base, Fraction, Kind, Least, Threshold};

/// Returns a share: half, two thirds, 3/5.
pub(super) fn part(fraction: Fraction) -> String {
    match fraction {
        Fraction::HALF => "half".to_owned(),
        Fraction::TWO_THIRDS => "two thirds".to_owned(),
        other => {
            let (numerator, denominator) = other.into();
            format!("{numerator}/{denominator}")
        }
    }
}

/// Returns a threshold with its number where that is known before the vote: more than half of all
/// 58 deputies (30 votes or more).
pub(super) fn threshold(threshold: Threshold, all: Option<u32>) -> String {
    let share = match threshold.least {
        Least::Over(fraction) => format!("more than {}", part(fraction)),
        Least::AtLeast(fraction) => format!("at least {}", part(fraction)),
    };
    match (threshold.base, all) {
        (Base::AllDeputies, Some(all)) => {
            format!("{share} of all {all} deputies ({} votes or more)", threshold.needed(all))
        }
        (of, _) => format!("{share} of {}", base(of)),
    }
}

/// Returns what a threshold or a rate is a share of.
pub(super) const fn base(base: Base) -> &'static str {
    match base {
        Base::AllDeputies => "all deputies",
        Base::Present => "the deputies present",
        Base::Returned => "the ballots returned",
        Base::Valid => "the valid ballots",
    }
}

pub(super) const fn abstention(word: AbstentionWord) -> &'static str {
    match word {
        AbstentionWord::Abstain => "an abstention",
        AbstentionWord::DontKnow => "“don’t know”",
    }
}

/// Returns what stands on a ballot, several of it.
pub(super) const fn rows(kind: &Kind) -> &'static str {
    match kind {
        Kind::Selection(_) => "projects",
        Kind::Election(_) => "candidates",
        Kind::Evaluation(_) | Kind::Motion(_) => "rows",
    }
}
