//! 办法的约定: what the rules of a session's votes say beside the settings of its ballots, and which
//! ballots one paper of rules is for. Rules are passed before their candidates exist, once for all
//! ballots of their kind.

use serde::{Deserialize, Serialize};
use tally::Kind;

use crate::ballot::{Ballot, BallotContest};
use crate::session::Past;

/// Which rules: one paper of each for a session.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum RulesOf {
    /// 选举办法.
    Election,
    /// 票决办法.
    Selection,
    /// 测评办法.
    Evaluation,
}

impl RulesOf {
    /// All of them, in the order of the papers.
    pub const ALL: [Self; 3] = [Self::Election, Self::Selection, Self::Evaluation];

    /// Returns the rules a ballot is voted on by; `None` for one that only puts motions. A ballot
    /// that elects anybody is an election's.
    #[must_use]
    pub fn of(ballot: &Ballot) -> Option<Self> {
        let kinds = || ballot.contests.iter().map(|entry| &entry.contest.kind);
        let elects = kinds().find(|kind| matches!(kind, Kind::Election(_)));
        match elects.or_else(|| kinds().next())? {
            Kind::Election(_) => Some(Self::Election),
            Kind::Selection(_) => Some(Self::Selection),
            Kind::Evaluation(_) => Some(Self::Evaluation),
            Kind::Motion(_) => None,
        }
    }

    /// Returns what an office usually agrees on: an election has its nominations and its secret
    /// booth (组织法 26, 27, 选举法 40).
    #[must_use]
    pub fn usual_terms(self) -> RulesTerms {
        let elects = self == Self::Election;
        RulesTerms {
            nominated_until: String::new(),
            introduced: elects,
            primary: elects,
            booth: self != Self::Evaluation,
            scribe: self != Self::Evaluation,
            margin: None,
            tellers_voted: false,
        }
    }
}

/// 约定: clauses of the rules that no setting of a ballot tells.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
#[expect(clippy::struct_excessive_bools, reason = "each is a clause by itself")]
pub struct RulesTerms {
    /// 提名截止时间, as printed: “1月16日11时”; empty leaves a line for it.
    pub nominated_until: String,
    /// 介绍候选人: who nominates says who they are (组织法 26).
    pub introduced: bool,
    /// 预选 where too many are nominated (组织法 27).
    pub primary: bool,
    /// 秘密写票处 (选举法 40).
    pub booth: bool,
    /// 代写 for who cannot write (选举法 40).
    pub scribe: bool,
    /// 差额: by how many there are more projects than places; `None` while nobody has said. Posts
    /// have theirs on the ballot.
    pub margin: Option<u32>,
    /// 计票人: voted on like the scrutineers; else the secretariat appoints them.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    #[cfg_attr(feature = "ts", ts(optional, as = "Option<bool>"))]
    pub tellers_voted: bool,
}

impl Past {
    /// Returns the terms of these rules: as recorded, else the usual ones.
    #[must_use]
    pub fn rules_terms(&self, of: RulesOf) -> RulesTerms {
        self.rules_terms.get(&of).cloned().unwrap_or_else(|| of.usual_terms())
    }

    /// Returns the ballots these rules are for, in the order of the day: a vote that follows another
    /// is held by the rules of the first.
    #[must_use]
    pub fn ballots_by(&self, of: RulesOf) -> Vec<&Ballot> {
        let mut ballots = self.ballots_of_the_day();
        ballots.retain(|ballot| {
            RulesOf::of(ballot) == Some(of)
                && ballot.origin.is_none()
                && !self.withdrawn.contains_key(&ballot.id)
        });
        ballots
    }
}

/// Tells whether two states of a ballot have the same rules, whoever stands on it.
pub(crate) fn same_rules(one: &Ballot, other: &Ballot) -> bool {
    let settings = |ballot: &Ballot| {
        let contests = ballot.contests.iter().map(without_candidates).collect();
        Ballot { contests, ..ballot.clone() }
    };
    settings(one) == settings(other)
}

fn without_candidates(entry: &BallotContest) -> BallotContest {
    let mut entry = entry.clone();
    entry.contest.options.clear();
    entry.projects.clear();
    entry.headings.clear();
    if let Some(election) = &mut entry.election {
        election.nominees.clear();
    }
    entry
}
