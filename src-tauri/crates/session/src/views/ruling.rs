//! 裁定: doubtful sections by kind, each with what the rules propose, the setting in force and the
//! article behind it.
//!
//! The program proposes, a person rules (docs/rules.md, 4). Which setting decides and which article
//! it stands on is said here, once.

use std::collections::BTreeSet;

use serde::Serialize;
use tally::{
    BlankSection, Cap, Contest, Doubt, IllegibleRow, Kind, Mark, MultiMark, OverCap, WriteIn,
    WriteInUnmarked,
};

use crate::ballot::BallotContest;
use crate::ballot::election::Post;
use crate::ids::number;
use crate::round::Round;
use crate::round::comparison::{DoubtKind, Doubtful, Ground};
use crate::round::ruling::{SectionPlace, Verdict, VerdictKind};
use crate::session::Past;

/// A section for the chief scrutineer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct DoubtfulView {
    /// Where it lies.
    pub section: SectionPlace,
    /// Which of [`super::count::CountView::kinds`] it is, from 0.
    pub kind: u32,
    /// What the rules propose.
    pub proposed: Vec<Doubt>,
    /// Names written in that are on no roster, where only deputies may be.
    pub strangers: Vec<String>,
    /// Names written in that two deputies bear.
    pub namesakes: Vec<String>,
    /// What a keyer noted.
    pub noted: Vec<String>,
    /// The section as read.
    pub marks: Vec<Mark>,
    /// Names written in.
    pub write_ins: Vec<WriteIn>,
    /// The ruling.
    pub verdict: Option<Verdict>,
    /// Who gave it, when and why.
    pub ruled: Option<RulingGiven>,
}

/// A ruling of the chief scrutineer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct RulingGiven {
    pub by: String,
    #[cfg_attr(feature = "ts", ts(type = "string"))]
    pub at: crate::Timestamp,
    /// Why, where a reason was given.
    pub reason: Option<String>,
}

/// 同类: what some sections of a contest have in common.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct KindView {
    /// Index of the contest, from 0.
    pub contest: u32,
    /// What they are doubtful for, each with its rule.
    pub grounds: Vec<GroundView>,
    /// 按规则: whether the rules make them void as they were read.
    pub void: bool,
    /// Whether they may be ruled on in one go.
    pub in_one_go: bool,
    /// How they may be ruled on, in the order offered.
    pub verdicts: Vec<OfferedVerdict>,
}

/// A ruling that may be given.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct OfferedVerdict {
    pub verdict: VerdictKind,
    /// Whether it overrules what the rules propose, and so asks for a reason.
    pub needs_reason: bool,
}

/// What a section is doubtful for, with the rule that applies.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct GroundView {
    pub ground: Ground,
    /// The ballot's setting that decides; `None` where no rule does.
    pub rule: Option<RuleInForce>,
    /// The article it stands on; `None` where only the rules of this vote say so.
    pub article: Option<Article>,
}

/// A setting of the ballot, as it decides over doubtful sections.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(tag = "setting", rename_all = "snake_case")]
pub enum RuleInForce {
    /// 限选, and what becomes of a section that breaks it.
    Cap {
        /// At most, or exactly, as many as seats.
        cap: Cap,
        /// 应选名额.
        seats: u32,
        /// What a breach makes void.
        over_cap: OverCap,
    },
    /// 空白票.
    BlankSection {
        /// What it means.
        is: BlankSection,
    },
    /// 无法辨认.
    IllegibleRow {
        /// What it makes void.
        voids: IllegibleRow,
    },
    /// 一行多个等次.
    MultiMark {
        /// Void or an abstention.
        is: MultiMark,
    },
    /// 另选他人 needs as many rows against.
    WriteInsNeedAgainst,
    /// 另选他人 must be a deputy.
    WriteInDeputiesOnly,
    /// 另选他人 without a symbol.
    WriteInUnmarked {
        /// Counted or dropped.
        is: WriteInUnmarked,
    },
}

/// An article of a law.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Article {
    pub law: Law,
    /// 第…条.
    pub article: u32,
}

/// The laws a ruling may stand on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Law {
    /// 全国人民代表大会和地方各级人民代表大会选举法.
    Election,
    /// 全国人民代表大会和地方各级人民代表大会代表法.
    Deputies,
    /// 地方各级人民代表大会和地方各级人民政府组织法.
    Organic,
}

/// Returns the kinds of doubt of a round and its doubtful sections in the order of the paper, ruled
/// on or not.
#[must_use]
pub fn doubtful_by_kind(session: &Past, round: &Round) -> (Vec<KindView>, Vec<DoubtfulView>) {
    let found: Vec<(DoubtKind, Doubtful)> =
        round.all_doubtful().map(|doubtful| (round.kind_of(&doubtful), doubtful)).collect();
    let kinds: Vec<DoubtKind> =
        found.iter().map(|(kind, _)| kind.clone()).collect::<BTreeSet<_>>().into_iter().collect();
    let index =
        |kind: &DoubtKind| number(kinds.iter().position(|other| other == kind).unwrap_or_default());
    let sections = found
        .into_iter()
        .map(|(kind, doubtful)| section(session, round, doubtful, index(&kind)))
        .collect();
    (kinds.iter().map(|kind| kind_view(round, kind)).collect(), sections)
}

fn section(session: &Past, round: &Round, found: Doubtful, kind: u32) -> DoubtfulView {
    let sheet = round.agreed(found.place.place).unwrap_or_default();
    let index = usize::try_from(found.place.contest).unwrap_or(usize::MAX);
    let section = sheet.into_iter().nth(index).unwrap_or_default();
    DoubtfulView {
        kind,
        verdict: round.verdict(found.place).cloned(),
        ruled: round.ruled_section(found.place).map(|ruled| RulingGiven {
            by: session.people.name_of(&ruled.by).to_owned(),
            at: ruled.at,
            reason: ruled.reason.as_ref().map(ToString::to_string),
        }),
        section: found.place,
        proposed: found.proposed,
        strangers: found.strangers,
        namesakes: found.namesakes,
        noted: found.noted,
        marks: section.marks,
        write_ins: section.write_ins,
    }
}

fn kind_view(round: &Round, kind: &DoubtKind) -> KindView {
    let entry =
        usize::try_from(kind.contest).ok().and_then(|index| round.ballot().contests.get(index));
    let grounds = kind.grounds.iter().map(|ground| GroundView {
        ground: *ground,
        rule: entry.and_then(|entry| rule_in_force(&entry.contest, *ground)),
        article: entry.and_then(|entry| article_of(entry, *ground)),
    });
    KindView {
        contest: kind.contest,
        grounds: grounds.collect(),
        void: kind.void,
        in_one_go: kind.in_one_go(),
        verdicts: VerdictKind::open_to(kind)
            .into_iter()
            .map(|verdict| OfferedVerdict { verdict, needs_reason: verdict.overrules(kind) })
            .collect(),
    }
}

fn rule_in_force(contest: &Contest, ground: Ground) -> Option<RuleInForce> {
    let seats = contest.seats_rule();
    match ground {
        Ground::OverCap | Ground::UnderCap => seats.map(|rule| RuleInForce::Cap {
            cap: rule.cap,
            seats: rule.seats.get(),
            over_cap: rule.over_cap,
        }),
        Ground::BlankSection => Some(RuleInForce::BlankSection { is: contest.blank_section() }),
        Ground::IllegibleRow => Some(RuleInForce::IllegibleRow { voids: illegible_row(contest) }),
        Ground::MultipleGrades => match &contest.kind {
            Kind::Evaluation(rule) => Some(RuleInForce::MultiMark { is: rule.multi_mark }),
            Kind::Selection(_) | Kind::Election(_) | Kind::Motion(_) => None,
        },
        Ground::WriteInsWithoutAgainst => Some(RuleInForce::WriteInsNeedAgainst),
        Ground::WriteInUnmarked => {
            seats.map(|rule| RuleInForce::WriteInUnmarked { is: rule.write_in_unmarked })
        }
        Ground::NotADeputy => Some(RuleInForce::WriteInDeputiesOnly),
        Ground::Namesake | Ground::Noted => None,
    }
}

fn illegible_row(contest: &Contest) -> IllegibleRow {
    match &contest.kind {
        Kind::Selection(rule) | Kind::Election(rule) => rule.illegible_row,
        Kind::Evaluation(rule) => rule.illegible_row,
        Kind::Motion(rule) => rule.illegible_row,
    }
}

/// More people than seats make a ballot void (选举法 44); who is against may write another name in
/// (代表法 17); the chair and the vice-chairs are elected from among the deputies (组织法 18). The
/// rest is the vote's own rule.
fn article_of(entry: &BallotContest, ground: Ground) -> Option<Article> {
    match ground {
        Ground::OverCap => match &entry.contest.kind {
            Kind::Election(_) => Some(Article { law: Law::Election, article: 44 }),
            Kind::Selection(_) | Kind::Evaluation(_) | Kind::Motion(_) => None,
        },
        Ground::WriteInsWithoutAgainst => Some(Article { law: Law::Deputies, article: 17 }),
        Ground::NotADeputy => match entry.election.as_ref().map(|election| election.post) {
            Some(Post::Chair | Post::ViceChair) => Some(Article { law: Law::Organic, article: 18 }),
            Some(Post::Head | Post::DeputyHead | Post::OtherChief | Post::OtherDeputy) | None => {
                None
            }
        },
        Ground::UnderCap
        | Ground::BlankSection
        | Ground::IllegibleRow
        | Ground::MultipleGrades
        | Ground::WriteInUnmarked
        | Ground::Namesake
        | Ground::Noted => None,
    }
}
