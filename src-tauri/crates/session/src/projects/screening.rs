//! 征集、筛选: where a project comes from, and what becomes of it before the vote. Whoever proposed it
//! is told the reason.

use serde::{Deserialize, Serialize};

use chrono::NaiveDate;

use super::{Collected, Event, Facts, Project, rows};
use crate::ballot;
use crate::session::{OutOfPlace, Past};
use crate::{ProjectId, Reason, Refusal};

/// 提出方式: how a project came in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[cfg_attr(feature = "ts", ts(rename = "ProposalWay"))]
#[serde(rename_all = "snake_case")]
pub enum Way {
    /// 代表走访.
    Visit,
    /// 代表联络站.
    Station,
    /// 线上征集.
    Online,
    #[default]
    Other,
}

impl Way {
    /// Returns what papers call it.
    #[must_use]
    pub const fn words(self) -> &'static str {
        match self {
            Self::Visit => "代表走访",
            Self::Station => "联络站",
            Self::Online => "线上",
            Self::Other => "其他",
        }
    }
}

/// 提出人.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[cfg_attr(feature = "ts", ts(rename = "ProjectProposer"))]
#[serde(deny_unknown_fields)]
pub struct Proposer {
    /// As papers name them; may be empty.
    pub by: String,
    pub way: Way,
}

/// 筛选: what becomes of a project before the vote.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(tag = "as", rename_all = "snake_case", deny_unknown_fields)]
pub enum Screening {
    /// 列为候选.
    Candidate,
    /// 合并: it is part of another.
    Merged { into: ProjectId },
    /// 储备: it is kept for later.
    Kept,
    /// 不采纳.
    LeftOut,
}

/// What screening may make of a project.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum ScreenedAs {
    Candidate,
    Merged,
    Kept,
    LeftOut,
}

impl ScreenedAs {
    /// All, in the order in which they are offered.
    pub const ALL: [Self; 4] = [Self::Candidate, Self::Merged, Self::Kept, Self::LeftOut];

    /// Tells whether its proposer is told a reason: not of one that goes on to the vote.
    #[must_use]
    pub const fn needs_reason(self) -> bool {
        match self {
            Self::Candidate => false,
            Self::Merged | Self::Kept | Self::LeftOut => true,
        }
    }

    const fn of(screening: &Screening) -> Self {
        match screening {
            Screening::Candidate => Self::Candidate,
            Screening::Merged { .. } => Self::Merged,
            Screening::Kept => Self::Kept,
            Screening::LeftOut => Self::LeftOut,
        }
    }
}

/// A screening on record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Screened {
    pub on: NaiveDate,
    pub screening: Screening,
    pub reason: Option<Reason>,
}

/// What screening made of a project.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    Collected,
    Candidate,
    Merged {
        into: ProjectId,
    },
    Kept,
    LeftOut,
    /// 结转: an earlier session chose it.
    CarriedOver,
}

pub(super) const OUT_OF_ORDER: OutOfPlace = OutOfPlace("a project screened as it stands");

impl State {
    /// Tells whether another may become part of it: what it becomes part of goes on itself.
    #[must_use]
    pub const fn takes_parts(self) -> bool {
        match self {
            Self::Collected | Self::Candidate | Self::Kept | Self::CarriedOver => true,
            Self::LeftOut | Self::Merged { .. } => false,
        }
    }

    /// A step, by value; `None` where it stands so already. Everything may be screened again until
    /// it stands on a ballot.
    pub(super) fn screened(self, screening: &Screening) -> Option<Self> {
        let next = match screening {
            Screening::Candidate => Self::Candidate,
            Screening::Merged { into } => Self::Merged { into: *into },
            Screening::Kept => Self::Kept,
            Screening::LeftOut => Self::LeftOut,
        };
        (next != self && self != Self::CarriedOver).then_some(next)
    }
}

pub(super) fn collect(
    session: &Past,
    projects: &[Collected],
) -> Result<Vec<crate::Event>, Refusal> {
    if projects.is_empty() {
        return Err(Refusal::NoProjectGiven);
    }
    let first = session.projects.next().0;
    let event = |(number, one): (u32, &Collected)| {
        check_named(&one.facts)?;
        let (facts, proposer) = (one.facts.clone(), one.proposer.clone());
        Ok(Event::Collected { project: ProjectId(number), facts, proposer, row: None }.into())
    };
    (first..).zip(projects).map(event).collect()
}

/// A project has a name, and what is known of it refers to no other.
pub(super) fn check_named(facts: &Facts) -> Result<(), Refusal> {
    if facts.name.trim().is_empty() || facts.project.of.is_some() {
        return Err(Refusal::ProjectWithoutName);
    }
    Ok(())
}

pub(super) fn screen(
    session: &Past,
    projects: &[ProjectId],
    screening: &Screening,
    reason: &str,
) -> Result<Vec<crate::Event>, Refusal> {
    if projects.is_empty() {
        return Err(Refusal::NoProjectGiven);
    }
    let reason = if ScreenedAs::of(screening).needs_reason() {
        Some(Reason::given(reason)?)
    } else {
        Reason::if_given(reason)
    };
    let mut events: Vec<crate::Event> = Vec::new();
    for (place, id) in projects.iter().enumerate() {
        let project = session.projects.project(*id)?;
        if projects.iter().take(place).any(|other| other == id) {
            return Err(Refusal::ProjectTwice { name: project.facts.name.clone() });
        }
        check_screenable(session, project, screening)?;
        let (screening, reason) = (screening.clone(), reason.clone());
        events.push(Event::Screened { project: *id, screening, reason }.into());
    }
    Ok(events)
}

fn check_screenable(
    session: &Past,
    project: &Project,
    screening: &Screening,
) -> Result<(), Refusal> {
    let name = || project.facts.name.clone();
    if project.state.screened(screening).is_none() {
        return Err(Refusal::ProjectStands { name: name(), stands: session.standing(project) });
    }
    // A row on a ballot is a candidate, and what becomes of it is decided by vote.
    let stays = *screening == Screening::Candidate;
    if let Some(ballot) = rows::on_ballot(session, project).filter(|_| !stays) {
        return Err(Refusal::ProjectOnBallot { name: name(), ballot: ballot.title.clone() });
    }
    let Screening::Merged { into } = screening else { return Ok(()) };
    check_target(session, project, *into)?;
    let others = session.projects.list.iter();
    let mut merged = others.filter(|other| other.state == State::Merged { into: project.id });
    match merged.next_back() {
        // What is part of this one would be part of nothing.
        Some(part) => Err(Refusal::ProjectHasParts { name: name(), part: part.facts.name.clone() }),
        None => Ok(()),
    }
}

fn check_target(session: &Past, project: &Project, into: ProjectId) -> Result<(), Refusal> {
    let target = session.projects.project(into)?;
    if target.state.takes_parts() && into != project.id {
        return Ok(());
    }
    let (name, into) = (project.facts.name.clone(), target.facts.name.clone());
    Err(Refusal::MergeLeadsNowhere { name, into })
}

/// What a row of a ballot says of its project, as it is kept.
pub(super) fn facts_of_row(name: &str, place: &str, project: &ballot::Project) -> Facts {
    Facts {
        name: name.to_owned(),
        place: place.to_owned(),
        project: ballot::Project { of: None, ..project.clone() },
    }
}
