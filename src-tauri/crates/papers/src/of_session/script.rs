//! 主持词: the agenda, item by item, with what is put to the vote under each. The agenda is a list
//! of lines, and what belongs to a line is told by the words they share.

use session::ballot::Ballot;
use session::floor::meeting::Meeting;
use session::round::matter;
use session::{BallotId, Session};

use crate::data::day::{BallotOfDay, ScriptFacts, ScriptItem};
use crate::data::hand::HandFacts;

/// Fewer words in common say nothing: 工作报告 stands in many an item.
const LEAST_IN_COMMON: usize = 4;
/// An item that names the way of a vote is that vote's before one that only names its subject.
const NAMES_THE_WAY: usize = 10;

/// Returns the script of the day. What no item of the agenda names comes after the last.
pub(super) fn facts(
    session: &Session,
    named: &Meeting,
    motions: &[HandFacts],
    ballots: &[BallotOfDay],
) -> ScriptFacts {
    let mut items: Vec<ScriptItem> =
        (1..).zip(&named.agenda).map(|(number, text)| item(number, text)).collect();
    let mut rest = item(0, "");
    let put = |motion: &&HandFacts| !motion.by_presidium && motion.withdrawn.is_none();
    for motion in motions.iter().filter(put) {
        let place = best(&named.agenda, |item| in_common(&motion.title, item));
        place.and_then(|at| items.get_mut(at)).unwrap_or(&mut rest).motions.push(motion.clone());
    }
    let standing =
        session.ballots().iter().filter(|ballot| !session.withdrawn().contains_key(&ballot.id));
    let mut places: Vec<(&Ballot, Option<usize>)> = Vec::new();
    for (ballot, facts) in standing.zip(ballots) {
        let before = followed(session, ballot)
            .and_then(|first| places.iter().find(|(other, _)| other.id == *first));
        let place = match before {
            Some((_, place)) => *place,
            None => best(&named.agenda, |item| of_ballot(facts, item)),
        };
        places.push((ballot, place));
        place.and_then(|at| items.get_mut(at)).unwrap_or(&mut rest).ballots.push(facts.clone());
    }
    let passes = |word: &str| motions.iter().filter(put).any(|motion| motion.title.contains(word));
    let rules = ballots.iter().filter(|ballot| ballot.rules.round.is_none());
    ScriptFacts {
        passes_agenda: passes("议程"),
        rules: if passes("办法") {
            Vec::new()
        } else {
            rules.map(|ballot| ballot.rules.title.clone()).collect()
        },
        passes_staff: passes("监票"),
        first_ballot: first_ballot(&items, &rest),
        items,
        rest,
    }
}

fn item(number: u32, text: &str) -> ScriptItem {
    ScriptItem {
        number,
        text: text.to_owned(),
        is_report: text.contains("报告"),
        motions: Vec::new(),
        ballots: Vec::new(),
    }
}

/// Which item hears of the rules and the staff: the first with a ballot; 0 where none of the agenda
/// has one.
fn first_ballot(items: &[ScriptItem], rest: &ScriptItem) -> Option<u32> {
    let with_ballot = items.iter().chain(std::iter::once(rest)).find(|one| !one.ballots.is_empty());
    with_ballot.map(|one| one.number)
}

/// Returns the ballot of the vote that a runoff or a further vote follows: it stands where that one
/// stands.
fn followed<'a>(session: &'a Session, ballot: &Ballot) -> Option<&'a BallotId> {
    let began = matter::beginning(session, ballot.origin.as_ref()?.round)?;
    Some(&session.round(began).ok()?.ballot().id)
}

fn of_ballot(facts: &BallotOfDay, item: &str) -> usize {
    let named = facts.rules.contests.iter().map(|contest| in_common(&contest.title, item));
    let subject = named.max().unwrap_or(0).max(in_common(&facts.rules.title, item));
    let way = if item.contains(facts.rules.word.as_str()) { NAMES_THE_WAY } else { 0 };
    subject + way
}

fn best(agenda: &[String], likeness: impl Fn(&str) -> usize) -> Option<usize> {
    let scores = agenda.iter().map(|item| likeness(item));
    // The first of those alike.
    let ranked = scores.enumerate().map(|(place, score)| (score, std::cmp::Reverse(place)));
    let (score, std::cmp::Reverse(place)) = ranked.max()?;
    (score >= LEAST_IN_COMMON).then_some(place)
}

/// Returns the length of the longest run of characters that both have.
fn in_common(one: &str, other: &str) -> usize {
    let (one, other): (Vec<char>, Vec<char>) = (one.chars().collect(), other.chars().collect());
    let mut longest = 0;
    let mut before = vec![0_usize; other.len() + 1];
    for character in &one {
        let mut now = vec![0_usize; other.len() + 1];
        for (at, same) in other.iter().enumerate() {
            if same == character {
                now[at + 1] = before[at] + 1;
                longest = longest.max(now[at + 1]);
            }
        }
        before = now;
    }
    longest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_put_stands_under_the_item_that_names_it() {
        let agenda = [
            "听取和审议镇人民政府工作报告",
            "听取和审议镇人大主席团工作报告",
            "审查和批准2025年财政预算执行情况与2026年财政预算草案的报告",
        ]
        .map(str::to_owned);
        let place = |motion: &str| best(&agenda, |item| in_common(motion, item));
        assert_eq!(place("关于青石镇人民政府工作报告的决议（草案）"), Some(0));
        assert_eq!(place("关于镇人大主席团工作报告的决议"), Some(1));
        assert_eq!(place("关于青石镇2026年财政预算的决议（草案）"), Some(2));
        assert_eq!(place("监票人名单"), None);
    }
}
