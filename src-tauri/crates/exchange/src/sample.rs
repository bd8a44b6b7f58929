//! 示例会议: 青石镇第十八届人民代表大会第五次会议, carried inside the program so that it opens
//! anywhere (`assets/sample/README.md`).

use session::ballot::{Ballot, BallotContest, PastProject, Project};
use session::floor::meeting;
use session::people::{Deputy, Observer, Role, Staff};
use session::{BallotId, Command, ballot, people};
use tally::{Contest, ContestId};

use crate::sample_year::SampleYear;
use crate::{
    KeyedSheet, ListError, PaperRuling, Preset, ProjectRow, SampleMeeting, StaffRow, TableError,
    preset, read_deputies, read_keying, read_meeting, read_observers, read_past_projects,
    read_preset, read_projects, read_rulings, read_staff,
};

/// The one contest of the sample's ballot.
pub const CONTEST: &str = "projects";

pub(crate) const BALLOT: &str = "projects-2026";

macro_rules! sample_file {
    ($name:literal) => {
        SampleFile { name: $name, text: include_str!(concat!("../../../../assets/sample/", $name)) }
    };
}

/// One of the sample's files as it stands in `assets/sample`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SampleFile {
    pub name: &'static str,
    pub text: &'static str,
}

const MEETING: SampleFile = sample_file!("session.csv");
const DEPUTIES: SampleFile = sample_file!("deputies.csv");
const OBSERVERS: SampleFile = sample_file!("observers.csv");
const STAFF: SampleFile = sample_file!("staff.csv");
const PROJECTS: SampleFile = sample_file!("projects.csv");
const PAST_PROJECTS: SampleFile = sample_file!("last-year.csv");
const FIRST_KEYING: SampleFile = sample_file!("ballots-first.csv");
const SECOND_KEYING: SampleFile = sample_file!("ballots-second.csv");
const RULINGS: SampleFile = sample_file!("rulings.csv");
pub(crate) const COLLECTED: SampleFile = sample_file!("collected.csv");
pub(crate) const SUPERVISION: SampleFile = sample_file!("supervision.csv");
pub(crate) const PLAN: SampleFile = sample_file!("plan.csv");
pub(crate) const PROGRESS: SampleFile = sample_file!("progress.csv");
pub(crate) const CHANGES: SampleFile = sample_file!("changes.csv");
pub(crate) const ENDINGS: SampleFile = sample_file!("endings.csv");
pub(crate) const PRESIDIUM: SampleFile = sample_file!("presidium.csv");
pub(crate) const SITTINGS: SampleFile = sample_file!("sittings.csv");
pub(crate) const MOTIONS: SampleFile = sample_file!("motions.csv");
pub(crate) const PROPOSALS: SampleFile = sample_file!("proposals.csv");
pub(crate) const PROPOSAL_STEPS: SampleFile = sample_file!("proposal-steps.csv");
pub(crate) const ACTIVITIES: SampleFile = sample_file!("activities.csv");
pub(crate) const POINTS: SampleFile = sample_file!("points.csv");
pub(crate) const NEXT_SESSION: SampleFile = sample_file!("next-session.csv");

pub const FILES: [SampleFile; 23] = [
    MEETING,
    DEPUTIES,
    OBSERVERS,
    STAFF,
    PROJECTS,
    PAST_PROJECTS,
    FIRST_KEYING,
    SECOND_KEYING,
    RULINGS,
    COLLECTED,
    SUPERVISION,
    PLAN,
    PROGRESS,
    CHANGES,
    ENDINGS,
    PRESIDIUM,
    SITTINGS,
    MOTIONS,
    PROPOSALS,
    PROPOSAL_STEPS,
    ACTIVITIES,
    POINTS,
    NEXT_SESSION,
];

/// A file of the sample, or its preset, that cannot be read.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SampleError {
    #[error(transparent)]
    List(#[from] ListError),
    /// Its facts, keyings or rulings.
    #[error(transparent)]
    Table(#[from] TableError),
    /// The settings.
    #[error(transparent)]
    Preset(#[from] preset::PresetError),
}

/// The whole sample session, read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sample {
    /// The session and its vote.
    pub meeting: SampleMeeting,
    /// 代表.
    pub deputies: Vec<Deputy>,
    /// 列席.
    pub observers: Vec<Observer>,
    /// 工作人员.
    pub staff: Vec<StaffRow>,
    /// 候选项目.
    pub projects: Vec<ProjectRow>,
    /// 上年项目.
    pub past_projects: Vec<PastProject>,
    /// The settings of the vote.
    pub preset: Preset,
    /// 首录.
    pub first_keying: Vec<KeyedSheet>,
    /// 复录.
    pub second_keying: Vec<KeyedSheet>,
    /// What was found on looking at the paper.
    pub rulings: Vec<PaperRuling>,
    /// What stands around the vote.
    pub year: SampleYear,
}

impl SampleFile {
    fn read<T, E>(self, reader: impl Fn(&str, &[u8]) -> Result<T, E>) -> Result<T, E> {
        reader(self.name, self.text.as_bytes())
    }
}

impl Sample {
    /// Reads the sample carried inside the program.
    ///
    /// # Errors
    /// [`SampleError`] with the first fault, which the program's tests rule out.
    pub fn load() -> Result<Self, SampleError> {
        let deputies = DEPUTIES.read(read_deputies)?;
        let projects = PROJECTS.read(read_projects)?;
        let rows = projects.len();
        let meeting = MEETING.read(read_meeting)?;
        Ok(Self {
            year: SampleYear::load(&meeting, &deputies, &projects)?,
            meeting,
            observers: OBSERVERS.read(read_observers)?,
            staff: STAFF.read(|file, bytes| read_staff(file, bytes, &deputies))?,
            past_projects: PAST_PROJECTS.read(read_past_projects)?,
            preset: read_preset(preset::SELECTION.0, preset::SELECTION.1)?,
            first_keying: FIRST_KEYING.read(|file, bytes| read_keying(file, bytes, rows))?,
            second_keying: SECOND_KEYING.read(|file, bytes| read_keying(file, bytes, rows))?,
            rulings: RULINGS.read(|file, bytes| read_rulings(file, bytes, rows))?,
            deputies,
            projects,
        })
    }

    /// Returns the ballot of the vote, as the secretary prepares it.
    #[must_use]
    pub fn ballot(&self) -> Ballot {
        let contest = Contest {
            id: ContestId(CONTEST.to_owned()),
            title: self.meeting.vote_title.clone(),
            options: self.projects.iter().map(ProjectRow::option).collect(),
            kind: self.preset.kind(self.meeting.seats),
        };
        let of = |row: &ProjectRow| {
            let mut collected = self.year.collected.iter();
            collected.find(|project| project.row == Some(row.number)).map(|project| project.id)
        };
        let project = |row: &ProjectRow| Project { of: of(row), ..row.project.clone() };
        let projects = self.projects.iter().map(project).collect();
        Ballot {
            id: BallotId(BALLOT.to_owned()),
            title: format!("{}票", self.meeting.vote_title),
            colour: self.meeting.colour.clone(),
            bundle_size: self.meeting.bundle_size,
            contests: vec![BallotContest { contest, projects, ..self.preset.contest.clone() }],
            ..self.preset.ballot.clone()
        }
    }

    /// Returns the first of the sample's staff with a role.
    #[must_use]
    pub fn staff_with(&self, role: Role) -> Option<&Staff> {
        self.staff.iter().map(|row| &row.staff).find(|staff| staff.role == role)
    }

    /// Returns what the secretary enters before the session: its facts, the people, what was collected
    /// and screened, the ballot of the candidates and last year's projects.
    #[must_use]
    pub fn preparation(&self) -> Vec<Command> {
        let collected = self.year.before().into_iter().map(|dated| dated.command);
        self.described().into_iter().chain(collected).chain(self.put_before()).collect()
    }

    /// Returns what is entered first: the facts of the session, its people.
    #[must_use]
    pub fn described(&self) -> Vec<Command> {
        let staff = self.staff.iter().cloned().map(Staff::from).collect();
        let lists = people::Command::ListRoster {
            deputies: self.deputies.clone(),
            observers: self.observers.clone(),
        };
        vec![
            Command::Meeting(meeting::Command::Describe { meeting: self.meeting.meeting.clone() }),
            Command::People(people::Command::AppointStaff { staff }),
            Command::People(lists),
        ]
    }

    /// Returns what is put before the session: the ballot, and last year's projects.
    #[must_use]
    pub fn put_before(&self) -> Vec<Command> {
        let past = ballot::Command::ListPastProjects {
            year: self.meeting.past_year,
            projects: self.past_projects.clone(),
        };
        let ballot = ballot::Command::SaveBallot { ballot: self.ballot() };
        vec![Command::Ballot(ballot), Command::Ballot(past)]
    }
}
