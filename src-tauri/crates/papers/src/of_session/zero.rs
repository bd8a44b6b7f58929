//! 清零: the counts of a ballot as they stand before the first sheet is keyed.

use session::floor::meeting::Meeting;
use session::round::zero::AtZero;
use session::tally::{Kind, OptionCount, WriteIns};
use session::{Session, number};

use super::rules;
use crate::data::rules::{ContestRules, OfRules};
use crate::data::zero::{OfZero, ZeroContest, ZeroFacts, ZeroRow};

/// Returns what the paper about it may say.
pub(super) fn of_zero(session: &Session, named: &Meeting, zero: &AtZero<'_>) -> OfZero {
    let OfRules { session, meeting, people, rules } = rules::of_rules(session, named, zero.ballot);
    let [first, second] = zero.keyed;
    let contests = rules.contests.iter().enumerate();
    let contests = contests.map(|(index, asked)| contest(zero, index, asked)).collect();
    let zero = ZeroFacts { first, second, sheets: zero.sheets(), contests };
    OfZero { session, meeting, people, rules, zero }
}

fn contest(zero: &AtZero<'_>, index: usize, asked: &ContestRules) -> ZeroContest {
    let written = zero.tally.write_ins(index);
    let takes_names = match &asked.kind {
        Kind::Selection(rule) | Kind::Election(rule) => rule.write_ins != WriteIns::None,
        Kind::Evaluation(_) | Kind::Motion(_) => false,
    };
    let rows = asked.options.iter().zip(zero.tally.rows(index));
    ZeroContest {
        title: asked.title.clone(),
        noun: asked.noun.clone(),
        answers: asked.answers.clone(),
        rows: rows
            .map(|(option, count)| ZeroRow {
                number: option.number,
                name: option.name.clone(),
                counts: counts(&asked.kind, &count),
                void: count.void,
            })
            .collect(),
        written_in: takes_names.then(|| number(written.len())),
    }
}

/// In the order of what may be said of a row.
fn counts(kind: &Kind, count: &OptionCount) -> Vec<u32> {
    match kind {
        Kind::Evaluation(rule) => {
            let graded = count.grades.iter().take(rule.grades.len()).copied();
            graded.chain([count.abstain]).collect()
        }
        Kind::Selection(_) | Kind::Election(_) | Kind::Motion(_) => {
            vec![count.for_, count.against, count.abstain]
        }
    }
}
