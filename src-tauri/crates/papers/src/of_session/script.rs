//! 主持词: the agenda, item by item, with what is put to the vote under each: what hangs on an item
//! by the plan, and the rest by the words they share.

use session::ballot::Ballot;
use session::floor::meeting::Meeting;
use session::paper::RulesOf;
use session::round::matter;
use session::sittings::{AgendaLine, Hung, ItemKind, Sitting, SittingKind};
use session::{BallotId, Session};

use super::sittings;
use crate::data::day::{BallotOfDay, ScriptFacts, ScriptItem};
use crate::data::hand::HandFacts;

/// Fewer words in common say nothing: 工作报告 stands in many an item.
const LEAST_IN_COMMON: usize = 4;
/// An item that names the way of a vote is that vote's before one that only names its subject.
const NAMES_THE_WAY: usize = 10;

/// Returns the script of the day. What hangs on an item stands under it, what hangs on none under
/// the item that names it; what no item names comes after the last.
pub(super) fn facts(
    session: &Session,
    named: &Meeting,
    motions: &[HandFacts],
    standing: &[&Ballot],
    ballots: &[BallotOfDay],
) -> ScriptFacts {
    let agenda = session.agenda();
    let mut preparatory = preparatory(session);
    let mut items: Vec<ScriptItem> = of_agenda(session, named, &agenda);
    let mut rest = item(0, "", ItemKind::Other);
    let by_hand = session.motions_of_the_day();
    let put = |motion: &HandFacts| !motion.by_presidium && motion.withdrawn.is_none();
    for (vote, motion) in by_hand.iter().zip(motions).filter(|(_, motion)| put(motion)) {
        let hung = Hung::Motion { vote: vote.id() };
        if let Some(early) = preparatory.iter_mut().find(|one| one.0.contains(&hung)) {
            early.1.motions.push(motion.clone());
            continue;
        }
        let place = hung_on(&agenda, &hung)
            .or_else(|| best(&agenda, |item| in_common(&motion.title, item)));
        place.and_then(|at| items.get_mut(at)).unwrap_or(&mut rest).motions.push(motion.clone());
    }
    let mut places: Vec<(&Ballot, Option<usize>)> = Vec::new();
    let voted = standing.iter().zip(ballots);
    for (ballot, facts) in voted.filter(|(one, _)| !session.withdrawn().contains_key(&one.id)) {
        let before = followed(session, ballot)
            .and_then(|first| places.iter().find(|(other, _)| other.id == *first));
        let hung = Hung::Ballot { ballot: ballot.id.clone() };
        let place = hung_on(&agenda, &hung).or_else(|| match before {
            Some((_, place)) => *place,
            None => best(&agenda, |item| of_ballot(facts, item)),
        });
        places.push((ballot, place));
        place.and_then(|at| items.get_mut(at)).unwrap_or(&mut rest).ballots.push(facts.clone());
    }
    let passes = |word: &str| motions.iter().any(|one| put(one) && one.title.contains(word));
    ScriptFacts {
        passes_agenda: passes("议程"),
        rules: if passes("办法") { Vec::new() } else { rules(session, standing, ballots) },
        passes_staff: passes("监票"),
        first_ballot: first_ballot(&items, &rest),
        preparatory: preparatory.into_iter().map(|(_, item)| item).collect(),
        items,
        rest,
    }
}

/// The titles of the rules that are passed: one paper of those that several ballots share.
fn rules(session: &Session, standing: &[&Ballot], ballots: &[BallotOfDay]) -> Vec<String> {
    let mut titles: Vec<String> = Vec::new();
    let first = standing.iter().zip(ballots).filter(|(_, facts)| facts.rules.round.is_none());
    for (ballot, facts) in first {
        let shared = RulesOf::of(ballot).filter(|of| session.ballots_by(*of).len() > 1);
        let title = shared.map_or_else(|| facts.rules.title.clone(), super::rules::shared_title);
        if !titles.contains(&title) {
            titles.push(title);
        }
    }
    titles
}

fn hung_on(agenda: &[AgendaLine<'_>], hung: &Hung) -> Option<usize> {
    agenda.iter().position(|line| line.of.contains(hung))
}

/// 预备会议: its items, each with what hangs on it.
fn preparatory(session: &Session) -> Vec<(&[Hung], ScriptItem)> {
    let planned = session.sittings().planned().iter();
    let items = planned
        .filter(|sitting| sitting.kind == SittingKind::Preparatory)
        .flat_map(|sitting| &sitting.items);
    (1..)
        .zip(items)
        .map(|(number, one)| (one.of.as_slice(), item(number, &one.text, one.kind())))
        .collect()
}

/// The items of the agenda; where the congress sits several times, the first of each sitting opens
/// it.
fn of_agenda(session: &Session, named: &Meeting, agenda: &[AgendaLine<'_>]) -> Vec<ScriptItem> {
    let mut items: Vec<ScriptItem> =
        agenda.iter().map(|line| item(line.number, line.text, line.kind)).collect();
    let plenary = |one: &&Sitting| one.kind == SittingKind::Plenary;
    let planned = session.sittings().planned().iter();
    if planned.filter(plenary).count() < 2 {
        return items;
    }
    let mut before = None;
    for (line, item) in agenda.iter().zip(&mut items) {
        let now = line.sitting.map(|one| one.id);
        if now != before {
            item.opens = line.sitting.map(|one| sittings::facts(session, named, one));
        }
        before = now;
    }
    items
}

fn item(number: u32, text: &str, kind: ItemKind) -> ScriptItem {
    ScriptItem {
        number,
        text: text.to_owned(),
        opens: None,
        is_report: kind == ItemKind::Report,
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

fn best(agenda: &[AgendaLine<'_>], likeness: impl Fn(&str) -> usize) -> Option<usize> {
    let scores = agenda.iter().map(|line| likeness(line.text));
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
        ];
        let line =
            |text| AgendaLine { number: 1, text, kind: ItemKind::Other, of: &[], sitting: None };
        let agenda = agenda.map(line);
        let place = |motion: &str| best(&agenda, |item| in_common(motion, item));
        assert_eq!(place("关于青石镇人民政府工作报告的决议（草案）"), Some(0));
        assert_eq!(place("关于镇人大主席团工作报告的决议"), Some(1));
        assert_eq!(place("关于青石镇2026年财政预算的决议（草案）"), Some(2));
        assert_eq!(place("监票人名单"), None);
    }
}
