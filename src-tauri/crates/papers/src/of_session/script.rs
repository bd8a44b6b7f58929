//! 主持词: the agenda, item by item, with what is put to the vote under each: what hangs on an item
//! by the plan, and the rest by the words they share.

use session::ballot::Ballot;
use session::floor::meeting::Meeting;
use session::paper::RulesOf;
use session::round::matter;
use session::sittings::{AgendaLine, Hung, Item, ItemKind, Sitting, SittingKind};
use session::tally::Kind;
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
    let early = preparatory(session);
    let agenda = session.agenda();
    let mut script = Script {
        hung: early
            .iter()
            .map(|one| one.of.as_slice())
            .chain(agenda.iter().map(|line| line.of))
            .collect(),
        items: preparatory_items(&early).chain(of_agenda(session, named, &agenda)).collect(),
        rest: item(0, "", ItemKind::Other),
    };
    let by_hand = session.motions_of_the_day();
    let put = |motion: &HandFacts| !motion.by_presidium && motion.withdrawn.is_none();
    for (vote, motion) in by_hand.iter().zip(motions).filter(|(_, motion)| put(motion)) {
        let place = script.hung_on(&Hung::Motion { vote: vote.id() });
        let place = place.or_else(|| script.best(0, |item| in_common(&motion.title, item)));
        script.item(place).motions.push(motion.clone());
    }
    script.place_ballots(session, early.len(), standing.iter().copied().zip(ballots));
    let passes = |word: &str| motions.iter().any(|one| put(one) && one.title.contains(word));
    let Script { mut items, mut rest, .. } = script;
    let of_plenary = items.split_off(early.len());
    let (preparatory, mut items) = (items, of_plenary);
    swear(&mut items, &mut rest);
    ScriptFacts {
        passes_agenda: passes("议程"),
        rules: if passes("办法") { Vec::new() } else { rules(session, standing, ballots) },
        passes_staff: passes("监票"),
        first_ballot: first_ballot(&items, &rest),
        preparatory,
        items,
        rest,
    }
}

/// The items of the 预备会议 and then those of the agenda, each with what is put to the vote under it.
struct Script<'a> {
    hung: Vec<&'a [Hung]>,
    items: Vec<ScriptItem>,
    rest: ScriptItem,
}

impl Script<'_> {
    fn hung_on(&self, hung: &Hung) -> Option<usize> {
        self.hung.iter().position(|of| of.contains(hung))
    }

    fn item(&mut self, place: Option<usize>) -> &mut ScriptItem {
        place.and_then(|at| self.items.get_mut(at)).unwrap_or(&mut self.rest)
    }

    /// Returns the item that is most like something, from this one on.
    fn best(&self, from: usize, likeness: impl Fn(&str) -> usize) -> Option<usize> {
        let texts = self.items.iter().skip(from).map(|item| item.text.as_str());
        best(texts, likeness).map(|place| place.saturating_add(from))
    }

    /// Ballots are handed out in the plenary sittings alone, unless they hang on an item before.
    fn place_ballots<'b>(
        &mut self,
        session: &'b Session,
        plenary: usize,
        ballots: impl Iterator<Item = (&'b Ballot, &'b BallotOfDay)>,
    ) {
        let mut places: Vec<(&BallotId, Option<usize>)> = Vec::new();
        for (ballot, facts) in ballots.filter(|(one, _)| !session.withdrawn().contains_key(&one.id))
        {
            let before = followed(session, ballot)
                .and_then(|first| places.iter().find(|(other, _)| *other == first));
            let hung = Hung::Ballot { ballot: ballot.id.clone() };
            let place = self.hung_on(&hung).or_else(|| match before {
                Some((_, place)) => *place,
                None => self.best(plenary, |item| of_ballot(facts, item)),
            });
            places.push((&ballot.id, place));
            self.item(place).ballots.push(facts.clone());
        }
    }
}

/// 宣誓: once, under the item that is for it; where there is none, behind the last election.
fn swear(items: &mut [ScriptItem], rest: &mut ScriptItem) {
    let elects = |one: &ScriptItem| {
        let mut contests = one.ballots.iter().flat_map(|ballot| &ballot.rules.contests);
        contests.any(|contest| matches!(contest.kind, Kind::Election(_)))
    };
    if items.iter().any(|one| one.swears) {
        return;
    }
    let last = items.iter_mut().chain(std::iter::once(rest)).rfind(|one| elects(one));
    if let Some(item) = last {
        item.swears = true;
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

/// 预备会议: its items.
fn preparatory(session: &Session) -> Vec<&Item> {
    let planned = session.sittings().planned().iter();
    planned
        .filter(|sitting| sitting.kind == SittingKind::Preparatory)
        .flat_map(|sitting| &sitting.items)
        .collect()
}

fn preparatory_items<'a>(items: &'a [&Item]) -> impl Iterator<Item = ScriptItem> + 'a {
    (1..).zip(items).map(|(number, one)| item(number, &one.text, one.kind()))
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
        swears: kind == ItemKind::Oath,
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

fn best<'a>(
    texts: impl Iterator<Item = &'a str>,
    likeness: impl Fn(&str) -> usize,
) -> Option<usize> {
    // The first of those alike.
    let scores = texts.map(likeness).enumerate();
    let ranked = scores.map(|(place, score)| (score, std::cmp::Reverse(place)));
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
        let place = |motion: &str| best(agenda.into_iter(), |item| in_common(motion, item));
        assert_eq!(place("关于青石镇人民政府工作报告的决议（草案）"), Some(0));
        assert_eq!(place("关于镇人大主席团工作报告的决议"), Some(1));
        assert_eq!(place("关于青石镇2026年财政预算的决议（草案）"), Some(2));
        assert_eq!(place("监票人名单"), None);
    }
}
