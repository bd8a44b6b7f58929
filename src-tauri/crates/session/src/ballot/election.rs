//! 选举: the post a contest fills, who nominated whom, and what articles 12, 18, 26, 27 and 30 of
//! the 地方组织法 ask of it.
//!
//! What the law asks of the candidates is shown as a warning that names its article: the presidium
//! answers for the list, not the program.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use tally::{ContestOption, Kind};

use crate::ballot::follow::alike;
use crate::ballot::{Ballot, BallotContest, OptionOrder};
use crate::ids::number;
use crate::people::Deputy;
use crate::session::Past;

/// 职务: which post is filled (组织法 12 and 18).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Post {
    /// 人大主席, one.
    #[default]
    Chair,
    /// 人大副主席, up to two.
    ViceChair,
    /// 镇长、乡长, one.
    Head,
    /// 副镇长、副乡长.
    DeputyHead,
    /// Any other post filled like a chief one (正职).
    OtherChief,
    /// Any other post filled like a deputy one (副职, 委员).
    OtherDeputy,
}

impl Post {
    /// Tells whether article 27 lets the post be filled with one candidate.
    #[must_use]
    pub fn is_chief(self) -> bool {
        match self {
            Self::Chair | Self::Head | Self::OtherChief => true,
            Self::ViceChair | Self::DeputyHead | Self::OtherDeputy => false,
        }
    }

    /// Returns the post that a title names; `None` where it names none of the four.
    #[must_use]
    pub fn named_in(title: &str) -> Option<Self> {
        let title = title.split(['（', '(']).next().unwrap_or(title).trim();
        let title = title.strip_suffix("选举").unwrap_or(title);
        let of_congress = title.contains("人大") || title.contains("人民代表大会");
        let ends = |ends: [&str; 2]| ends.iter().any(|end| title.ends_with(end));
        if of_congress && title.ends_with("副主席") {
            Some(Self::ViceChair)
        } else if of_congress && title.ends_with("主席") {
            Some(Self::Chair)
        } else if ends(["副镇长", "副乡长"]) {
            Some(Self::DeputyHead)
        } else if ends(["镇长", "乡长"]) {
            Some(Self::Head)
        } else {
            None
        }
    }

    /// Tells whether only a deputy can hold the post (组织法 18).
    #[must_use]
    pub fn is_for_deputies(self) -> bool {
        match self {
            Self::Chair | Self::ViceChair => true,
            Self::Head | Self::DeputyHead | Self::OtherChief | Self::OtherDeputy => false,
        }
    }

    /// The most seats the law gives the post (组织法 12 and 18), where it does.
    fn most_seats(self) -> Option<u32> {
        match self {
            Self::Chair | Self::Head | Self::OtherChief => Some(1),
            Self::ViceChair => Some(2),
            Self::DeputyHead | Self::OtherDeputy => None,
        }
    }
}

/// 提名人: who put a candidate forward (组织法 26).
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(tag = "by", rename_all = "snake_case", deny_unknown_fields)]
pub enum Nominator {
    /// 主席团.
    #[default]
    Presidium,
    /// 代表联名.
    Deputies {
        /// 领衔人: who leads the list of signatures.
        first: String,
        signed: u32,
    },
}

/// 候选人: what the papers say of a candidate beside the name.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct Nominee {
    /// 女 is noted after the name; empty if not.
    #[serde(default)]
    pub sex: String,
    /// 民族, noted after the name unless 汉族.
    #[serde(default)]
    pub ethnicity: String,
    /// 出生年月, as printed.
    #[serde(default)]
    pub born: String,
    /// 现任职务.
    #[serde(default)]
    pub post: String,
    /// Tells two people of one name apart.
    #[serde(default)]
    pub note: String,
    /// Who put them forward.
    #[serde(default)]
    pub nominator: Nominator,
    /// 预选得票, where a primary was held (组织法 27).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "ts", ts(optional))]
    pub primary_votes: Option<u32>,
    /// 近亲属, as declared, one name behind another: they are no scrutineers and no tellers (选举法
    /// 43). Printed nowhere.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    #[cfg_attr(feature = "ts", ts(optional, as = "Option<String>"))]
    pub relatives: String,
}

/// Returns the places of candidates after a primary: most votes first, those without a number last,
/// otherwise as they stand (组织法 27).
#[must_use]
pub fn order_after_primary(votes: &[Option<u32>]) -> Vec<usize> {
    let mut order: Vec<usize> = (0..votes.len()).collect();
    order.sort_by_key(|index| std::cmp::Reverse(votes.get(*index).copied().flatten()));
    order
}

/// What makes a contest an election of officers.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct Election {
    /// 职务.
    pub post: Post,
    /// 补选: as many candidates as seats are allowed (组织法 30).
    #[serde(default)]
    pub by_election: bool,
    /// 差额数: how many more candidates than seats the 选举办法 fixes, where it does.
    #[serde(default)]
    pub margin: Option<u32>,
    /// 另选他人 must be a deputy.
    #[serde(default)]
    pub write_in_deputies_only: bool,
    /// One per option in the same order, or empty.
    #[serde(default)]
    pub nominees: Vec<Nominee>,
}

/// Where the candidates of a contest are not what the law asks for. Nothing is stopped by it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(tag = "concern", rename_all = "snake_case")]
pub enum Concern {
    /// 组织法 27: not as many candidates as the law or the 选举办法 asks for.
    Candidates {
        /// Title of the contest.
        contest: String,
        /// Candidates on the ballot.
        candidates: u32,
        /// 应选名额.
        seats: u32,
        /// The fewest.
        least: u32,
        /// The most; more need a primary (预选).
        most: u32,
    },
    /// 组织法 27: one candidate for a chief post, allowed only if one alone was nominated (等额).
    OnlyOneNominated {
        /// Title of the contest.
        contest: String,
    },
    /// 组织法 26: fewer than ten deputies signed.
    TooFewSigned {
        /// 候选人.
        name: String,
        /// 领衔人.
        first: String,
        signed: u32,
        /// How many must.
        needed: u32,
    },
    /// 组织法 26: more nominated than there are seats.
    NominatedTooMany {
        /// Title of the contest.
        contest: String,
        /// 领衔人; `None` is the presidium.
        first: Option<String>,
        nominated: u32,
        /// 应选名额.
        seats: u32,
    },
    /// 组织法 18: the post is for a deputy.
    NotADeputy {
        /// Title of the contest.
        contest: String,
        /// 候选人.
        name: String,
    },
    /// The title, which the ballot prints, names another post than the one that is filled, which the
    /// rules and the notice name.
    NamesAnotherPost {
        /// Title of the contest.
        contest: String,
    },
    /// 陕西票决制规定 and others: projects are chosen from more than there are places (差额).
    NoMargin {
        /// Title of the contest.
        contest: String,
        /// Projects on the ballot.
        candidates: u32,
        /// 应选.
        seats: u32,
    },
    /// The candidates do not stand in the order that was chosen for them; the papers do not say it.
    NotInOrder {
        /// Title of the contest.
        contest: String,
        order: OptionOrder,
    },
    /// The sheets of a vote that follows another look like those of the first: one could be taken for
    /// the other.
    SameColour {
        /// 票色 of both; empty where no label is given.
        colour: String,
        /// Title of the ballot it follows.
        ballot: String,
    },
    /// 组织法 12 and 18: more seats than the post has.
    TooManySeats {
        /// Title of the contest.
        contest: String,
        /// 应选名额.
        seats: u32,
        /// How many the law gives.
        most: u32,
    },
}

/// 组织法 26: at least ten deputies nominate in writing.
const SIGNATURES: u32 = 10;

/// Returns where the candidates of a ballot are not what the law asks for, contest by contest.
#[must_use]
pub fn concerns(session: &Past, ballot: &Ballot) -> Vec<Concern> {
    let runoff = ballot
        .origin
        .as_ref()
        .is_some_and(|origin| origin.follows == crate::ballot::follow::Follows::Runoff);
    let of_contests = ballot
        .contests
        .iter()
        .flat_map(|entry| concerns_of(&session.people.deputies, entry, runoff));
    same_colour(session, ballot).into_iter().chain(of_contests).collect()
}

fn same_colour(session: &Past, ballot: &Ballot) -> Option<Concern> {
    let first = session.round(ballot.origin.as_ref()?.round).ok()?.ballot();
    alike(ballot, first).then(|| Concern::SameColour {
        colour: ballot.colour.trim().to_owned(),
        ballot: first.title.clone(),
    })
}

fn concerns_of(deputies: &[Deputy], entry: &BallotContest, runoff: bool) -> Vec<Concern> {
    if entry.contest.options.is_empty() {
        return Vec::new();
    }
    if let Kind::Selection(rule) = &entry.contest.kind {
        let (candidates, seats) = (number(entry.contest.options.len()), rule.seats.get());
        let contest = entry.contest.title.clone();
        let none = candidates <= seats && !runoff;
        return none
            .then_some(Concern::NoMargin { contest, candidates, seats })
            .into_iter()
            .collect();
    }
    let (Some(election), Kind::Election(rule)) = (&entry.election, &entry.contest.kind) else {
        return Vec::new();
    };
    let (seats, title) = (rule.seats.get(), entry.contest.title.as_str());
    let mut found = Vec::new();
    if Post::named_in(title).is_some_and(|named| named != election.post) {
        found.push(Concern::NamesAnotherPost { contest: title.to_owned() });
    }
    if !entry.stands_in_order() {
        found.push(Concern::NotInOrder { contest: title.to_owned(), order: entry.order });
    }
    if !runoff {
        found.extend(election.seats_concern(title, seats));
        found.extend(election.number_concern(title, number(entry.contest.options.len()), seats));
        found.extend(election.nominator_concerns(title, &entry.contest.options, seats));
    }
    if election.post.is_for_deputies() {
        let unlisted =
            entry.contest.options.iter().filter(|option| !is_listed(deputies, &option.name));
        found.extend(unlisted.map(|option| Concern::NotADeputy {
            contest: title.to_owned(),
            name: option.name.clone(),
        }));
    }
    found
}

/// Tells whether a name stands on the roster, as names are compared.
pub(crate) fn is_listed(deputies: &[Deputy], name: &str) -> bool {
    let name = tally::normalised_name(name);
    deputies.iter().any(|deputy| tally::normalised_name(&deputy.name) == name)
}

impl Election {
    /// The fewest and the most candidates for so many seats: article 27, for by-elections article
    /// 30, within them the 选举办法.
    #[must_use]
    pub fn candidates_allowed(&self, seats: u32) -> (u32, u32) {
        let (least, most) = if self.post.is_chief() { (0, 1) } else { (1, 3) };
        let least = if self.by_election { 0 } else { least };
        let (least, most) =
            self.margin.map_or((least, most), |margin| (margin.max(least), margin.max(least)));
        (seats.saturating_add(least), seats.saturating_add(most))
    }

    fn seats_concern(&self, title: &str, seats: u32) -> Option<Concern> {
        let most = self.post.most_seats().filter(|most| seats > *most)?;
        Some(Concern::TooManySeats { contest: title.to_owned(), seats, most })
    }

    fn number_concern(&self, title: &str, candidates: u32, seats: u32) -> Option<Concern> {
        let (least, most) = self.candidates_allowed(seats);
        let contest = title.to_owned();
        if !(least..=most).contains(&candidates) {
            return Some(Concern::Candidates { contest, candidates, seats, least, most });
        }
        let equal = self.post.is_chief() && candidates == seats && !self.by_election;
        equal.then_some(Concern::OnlyOneNominated { contest })
    }

    fn nominator_concerns(
        &self,
        title: &str,
        options: &[ContestOption],
        seats: u32,
    ) -> Vec<Concern> {
        let mut found = Vec::new();
        let mut nominated: BTreeMap<Option<&str>, u32> = BTreeMap::new();
        for (option, nominee) in options.iter().zip(&self.nominees) {
            let first = match &nominee.nominator {
                Nominator::Presidium => None,
                Nominator::Deputies { first, signed } => {
                    if *signed < SIGNATURES {
                        let (name, first) = (option.name.clone(), first.clone());
                        found.push(Concern::TooFewSigned {
                            name,
                            first,
                            signed: *signed,
                            needed: SIGNATURES,
                        });
                    }
                    Some(first.as_str())
                }
            };
            *nominated.entry(first).or_default() += 1;
        }
        let too_many = nominated.into_iter().filter(|(_, nominated)| *nominated > seats);
        found.extend(too_many.map(|(first, nominated)| Concern::NominatedTooMany {
            contest: title.to_owned(),
            first: first.map(str::to_owned),
            nominated,
            seats,
        }));
        found
    }
}
