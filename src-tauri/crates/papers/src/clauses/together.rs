//! 合用的办法: one paper of rules for several ballots. What all of them have alike is said once, and of
//! what differs it is said of whom.

use session::ballot::Ballot;
use session::floor::meeting::Meeting;
use session::paper::{RulesOf, RulesTerms};
use session::tally::Kind;

use super::rules::{Part, Staff, Vote};
use crate::data::rules::{Clause, Clauses};
use crate::of_session::words;

/// Returns the clauses of one paper of rules.
pub(crate) fn clauses(
    meeting: &Meeting,
    staff: Staff,
    (of, terms): (RulesOf, RulesTerms),
    ballots: &[&Ballot],
) -> Clauses {
    let (word, paper) = match of {
        RulesOf::Election => ("选举", "选票"),
        RulesOf::Selection => ("票决", "票决票"),
        RulesOf::Evaluation => ("测评", "测评票"),
    };
    let vote = Vote { meeting, ballots, terms: Some(terms), together: true, word, paper };
    let parts = vote.parts();
    let of_parts = |said: &dyn Fn(&Part<'_>) -> Vec<Clause>| {
        let lists: Vec<(String, Vec<Clause>)> =
            parts.iter().map(|part| (part.named(meeting), said(part))).collect();
        once_in_order(&lists)
    };
    let questions = parts.iter().map(|part| part.question(meeting));
    Clauses {
        opening: std::iter::once(vote.basis()).chain(questions).collect(),
        nomination: vote.nomination(),
        conduct: vote.conduct(staff),
        marking: of_parts(&|part| part.marking()),
        counting: vote.counting(),
        outcome: of_parts(&|part| part.outcome(meeting)),
        closing: vote.closing(),
    }
}

/// The first clause of all, the second of all …: each said once where it is the same.
fn once_in_order(lists: &[(String, Vec<Clause>)]) -> Vec<Clause> {
    let longest = lists.iter().map(|(_, list)| list.len()).max().unwrap_or(0);
    let at = |place: usize| {
        let said =
            lists.iter().filter_map(|(of, list)| Some((of.clone(), list.get(place)?.clone())));
        once(said.collect())
    };
    (0..longest).flat_map(at).collect()
}

/// What all say alike is said once; else of whom each is said.
fn once(said: Vec<(String, Clause)>) -> Vec<Clause> {
    let mut groups: Vec<(Vec<String>, Clause)> = Vec::new();
    for (of, clause) in said {
        match groups.iter_mut().find(|(_, other)| other.text == clause.text) {
            Some((all, _)) => all.push(of),
            None => groups.push((vec![of], clause)),
        }
    }
    if let [(_, _)] = groups.as_slice() {
        return groups.into_iter().map(|(_, clause)| clause).collect();
    }
    let named = |(of, clause): (Vec<String>, Clause)| Clause {
        text: format!("{}：{}", of.join("、"), clause.text),
        ..clause
    };
    groups.into_iter().map(named).collect()
}

impl Vote<'_> {
    /// A clause of every ballot, said once where all have it alike.
    pub(super) fn of_every(&self, said: impl Fn(&Ballot) -> Clause) -> Vec<Clause> {
        let named = |ballot: &&Ballot| (words::vote_title(&ballot.title), said(ballot));
        once(self.ballots.iter().map(named).collect())
    }

    /// ，颜色为粉红色: of one ballot, or of each by its name.
    pub(super) fn colours(&self) -> String {
        let coloured: Vec<&&Ballot> =
            self.ballots.iter().filter(|ballot| !ballot.colour.is_empty()).collect();
        match coloured.as_slice() {
            [] => String::new(),
            [ballot] if self.ballots.len() == 1 => format!("，颜色为{}", ballot.colour),
            several => {
                let of = |ballot: &&&Ballot| {
                    format!("{}的为{}", words::vote_title(&ballot.title), ballot.colour)
                };
                format!("，颜色：{}", several.iter().map(of).collect::<Vec<_>>().join("，"))
            }
        }
    }

    /// In which order who or what stands on the ballots is printed.
    pub(super) fn orders(&self) -> String {
        let parts = self.parts();
        if !self.together {
            let ordered = parts.iter().filter(|part| part.entry.contest.options.len() > 1);
            return ordered.map(Part::order).collect();
        }
        let said = parts.iter().map(|part| {
            let text =
                format!("{}{}排列。", part.called.noun, words::chosen_order(part.entry.order));
            (part.named(self.meeting), Clause { text, law: super::Source::Practice })
        });
        once(said.collect()).into_iter().map(|clause| clause.text).collect()
    }
}

impl Part<'_> {
    /// What a question is called where several stand in one paper.
    fn named(&self, meeting: &Meeting) -> String {
        match self.entry.contest.kind {
            Kind::Election(_) => words::post(meeting, self.entry).short,
            Kind::Selection(_) | Kind::Evaluation(_) | Kind::Motion(_) => {
                self.entry.contest.title.clone()
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::Source;
    use super::*;

    fn said(of: &str, text: &str) -> (String, Clause) {
        (of.to_owned(), Clause { text: text.to_owned(), law: Source::Practice })
    }

    #[test]
    fn what_all_have_alike_is_said_once_and_the_rest_of_whom() {
        let texts = |said: Vec<(String, Clause)>| -> Vec<String> {
            once(said).into_iter().map(|clause| clause.text).collect()
        };
        assert_eq!(texts(vec![said("主席", "画○。"), said("镇长", "画○。")]), ["画○。"]);
        let differing = vec![said("主席", "画○。"), said("副镇长", "画√。"), said("镇长", "画○。")];
        assert_eq!(texts(differing), ["主席、镇长：画○。", "副镇长：画√。"]);
    }
}
