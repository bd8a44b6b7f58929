//! 由上次会议建立: what a new session takes over from the last one, and the commands it begins with
//! once that was looked at and changed. Last year's chosen projects are this session's to evaluate
//! (`docs/rules.md`, the loop over the years).

use std::collections::BTreeSet;

use chrono::Datelike;
use serde::{Deserialize, Serialize};
use session::ballot::{Ballot, BallotContest, PastProject, year_named};
use session::floor::last::{CarriedOver, LastSession};
use session::floor::meeting::{self, Meeting};
use session::name::clean_name;
use session::paper::{PaperKind, Style};
use session::people::{Deputy, Observer, Role, Staff};
use session::projects::{Collected, Screening, State};
use session::record::PointsRule;
use session::round::Round;
use session::round::matter::announced;
use session::{
    BallotId, Command, PersonId, ProjectId, Refusal, Session, ballot, number, paper, people,
    projects, record,
};
use tally::{ContestOption, Kind};

use crate::preset::{Preset, PresetError, PresetName};

/// Everything a new session takes over from the last one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NextSession {
    /// The same congress, one meeting further, on the day of the last one: the day is still to come.
    pub meeting: Meeting,
    pub deputies: Vec<Deputy>,
    pub observers: Vec<Observer>,
    pub staff: Vec<Staff>,
    /// The office's own texts of papers that belong to no single vote.
    pub texts: Vec<(PaperKind, String)>,
    /// 版式.
    pub style: Style,
    /// The year and the projects that were chosen in it, in the order of the votes, with what became
    /// of them.
    pub past: Option<(u16, Vec<PastProject>)>,
    /// 结转: the projects and proposals that are not over.
    pub carried: CarriedOver,
    /// 储备: the projects that were kept for later, and why.
    pub kept: Vec<(Collected, String)>,
    /// 积分表.
    pub points: Vec<PointsRule>,
    /// How projects were evaluated in the last session, where they were.
    evaluated: Option<Ballot>,
}

/// What is said of the new session before its first entry.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct NextAsked {
    pub meeting: Meeting,
    /// 秘书 of the new session: one of the last one's, or another.
    pub secretary: String,
    /// 离任: who left, by their numbers on the last roster.
    pub left: Vec<u32>,
    /// 新任: who came; they are numbered after those who stay.
    pub came: Vec<Newcomer>,
    /// The ballot on which last year's projects are evaluated is set up too.
    pub evaluation: bool,
}

/// 新任代表: somebody who is on the roster from now on.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct Newcomer {
    pub name: String,
    pub sex: String,
    pub delegation: String,
    /// 单位职务.
    pub post: String,
    /// Tells two people of one name apart.
    pub note: String,
}

/// What a new session begins with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Beginning {
    /// 秘书: who sets it up.
    pub secretary: PersonId,
    /// What stands behind the entry that names the last session.
    pub carried: CarriedOver,
    pub commands: Vec<Command>,
}

impl NextSession {
    /// Returns what can be taken over from a session.
    ///
    /// # Errors
    /// As [`LastSession::of`].
    pub fn of(session: &Session) -> Result<Self, Refusal> {
        LastSession::check(session)?;
        let before = session.described()?;
        let people = session.people();
        let of_no_vote = |(of, text): (&PaperKind, &String)| {
            of.is_of_any_session().then(|| (of.clone(), text.clone()))
        };
        Ok(Self {
            meeting: Meeting {
                meeting: before.meeting.saturating_add(1),
                agenda: Vec::new(),
                ..before.clone()
            },
            deputies: people.deputies().to_vec(),
            observers: people.observers().to_vec(),
            staff: people.appointed().to_vec(),
            texts: session.paper_texts().iter().filter_map(of_no_vote).collect(),
            style: session.style().clone(),
            past: past(session, before.held_on.year()),
            carried: CarriedOver::of(session),
            kept: kept(session),
            points: session.record().points().to_vec(),
            evaluated: evaluated(session),
        })
    }

    /// Returns what would be asked if nothing changed but the day.
    #[must_use]
    pub fn unchanged(&self) -> NextAsked {
        let secretary = self.staff.iter().find(|person| person.role == Role::Secretary);
        NextAsked {
            meeting: self.meeting.clone(),
            secretary: secretary.map(|person| person.name.clone()).unwrap_or_default(),
            left: Vec::new(),
            came: Vec::new(),
            evaluation: self.past.is_some(),
        }
    }

    /// Returns what the new session begins with.
    ///
    /// # Errors
    /// When the preset of an evaluation cannot be read, which a test of it rules out.
    pub fn begin(&self, asked: &NextAsked) -> Result<Beginning, PresetError> {
        let (secretary, staff) = self.staff(asked);
        let mut commands = vec![
            Command::Meeting(meeting::Command::Describe { meeting: asked.meeting.clone() }),
            Command::People(people::Command::AppointStaff { staff }),
            Command::People(people::Command::ListRoster {
                deputies: self.roster(asked),
                observers: self.observers.clone(),
            }),
        ];
        commands.extend(self.texts.iter().map(|(of, text)| {
            Command::Paper(paper::Command::EditText { of: of.clone(), text: text.clone() })
        }));
        if self.style != Style::default() {
            let style = self.style.clone();
            commands.push(Command::Paper(paper::Command::ChooseStyle { style }));
        }
        commands.extend(self.reserve());
        if !self.points.is_empty() {
            let points = self.points.clone();
            commands.push(Command::Record(record::Command::SetPoints { points }));
        }
        if let Some((year, projects)) = &self.past {
            let (year, projects) = (*year, projects.clone());
            let evaluation =
                if asked.evaluation { Some(self.evaluation(year, &projects)?) } else { None };
            commands.push(Command::Ballot(ballot::Command::ListPastProjects { year, projects }));
            commands.extend(
                evaluation.map(|ballot| Command::Ballot(ballot::Command::SaveBallot { ballot })),
            );
        }
        Ok(Beginning { secretary, carried: self.carried.clone(), commands })
    }

    /// 储备库: what was kept for later is collected anew, and kept until it is screened again.
    fn reserve(&self) -> Vec<Command> {
        if self.kept.is_empty() {
            return Vec::new();
        }
        let projects = self.kept.iter().map(|(project, _)| project.clone()).collect();
        let mut commands = vec![Command::Projects(projects::Command::Collect { projects })];
        let first = number(self.carried.projects.len());
        let numbers = (first.saturating_add(1)..).map(ProjectId);
        commands.extend(numbers.zip(&self.kept).map(|(number, (_, reason))| {
            let (projects, reason) = (vec![number], format!("上次会议储备：{reason}"));
            let screening = Screening::Kept;
            Command::Projects(projects::Command::Screen { projects, screening, reason })
        }));
        commands
    }

    fn roster(&self, asked: &NextAsked) -> Vec<Deputy> {
        let stays = |deputy: &&Deputy| !asked.left.contains(&deputy.number);
        let mut roster: Vec<Deputy> = self.deputies.iter().filter(stays).cloned().collect();
        let last = self.deputies.iter().map(|deputy| deputy.number).max().unwrap_or(0);
        let came = (last.saturating_add(1)..).zip(&asked.came).map(|(number, new)| Deputy {
            number,
            name: new.name.clone(),
            sex: new.sex.clone(),
            ethnicity: String::new(),
            delegation: new.delegation.clone(),
            post: new.post.clone(),
            note: new.note.clone(),
        });
        roster.extend(came);
        roster
    }

    /// The staff with its secretary. Scrutineers are deputies: one who left is none any more.
    fn staff(&self, asked: &NextAsked) -> (PersonId, Vec<Staff>) {
        let gone = self.gone(asked);
        let mut staff: Vec<Staff> = self.staff.clone();
        staff.retain(|person| !scrutinises(person.role) || !gone.contains(person.name.as_str()));
        let named = clean_name(&asked.secretary).unwrap_or_default();
        let known = |person: &&Staff| person.role == Role::Secretary && person.name == named;
        if let Some(secretary) = staff.iter().find(known) {
            return (secretary.id.clone(), staff);
        }
        let id = self.free_id();
        let new = Staff::of(id.clone(), named, Role::Secretary);
        match staff.iter_mut().find(|person| person.role == Role::Secretary) {
            Some(before) => *before = new,
            None => staff.insert(0, new),
        }
        (id, staff)
    }

    /// The names that nobody bears any more who stays.
    fn gone(&self, asked: &NextAsked) -> BTreeSet<&str> {
        let (left, stay): (Vec<&Deputy>, Vec<&Deputy>) =
            self.deputies.iter().partition(|deputy| asked.left.contains(&deputy.number));
        let stays = |name: &str| stay.iter().any(|deputy| deputy.name == name);
        left.into_iter().map(|deputy| deputy.name.as_str()).filter(|name| !stays(name)).collect()
    }

    fn free_id(&self) -> PersonId {
        let taken = |id: &PersonId| self.staff.iter().any(|person| person.id == *id);
        let numbered = (2_u32..).map(|number| PersonId(format!("secretary-{number}")));
        let plain = std::iter::once(PersonId("secretary".to_owned()));
        plain.chain(numbered).find(|id| !taken(id)).unwrap_or(PersonId(String::new()))
    }

    /// 测评票: the settings of the last evaluation, or those that ship.
    fn evaluation(&self, year: u16, projects: &[PastProject]) -> Result<Ballot, PresetError> {
        let last = self.evaluated.clone().and_then(first_contest);
        let (ballot, entry) = if let Some((ballot, entry)) = last {
            (in_year(ballot, year), entry_in_year(entry, year))
        } else {
            let preset = Preset::evaluation()?.in_year(i32::from(year).saturating_add(1));
            (preset.ballot, preset.contest)
        };
        let option = |(no, past): (usize, &PastProject)| ContestOption {
            id: (no + 1).to_string().as_str().into(),
            name: past.name.clone(),
        };
        let mut entry = BallotContest {
            projects: projects.iter().map(|past| past.project.clone()).collect(),
            headings: Vec::new(),
            ..entry
        };
        entry.contest.options = projects.iter().enumerate().map(option).collect();
        let id = BallotId(format!("evaluation-{year}"));
        Ok(Ballot { id, origin: None, contests: vec![entry], ..ballot })
    }
}

/// Returns the settings of the last session's ballots as what new ones can start from: without their
/// rows, and their titles a year on. Those of votes that followed another are no settings of anybody.
#[must_use]
pub fn presets_of_last(last: &Session) -> Vec<Preset> {
    let kept =
        |ballot: &&Ballot| ballot.origin.is_none() && !last.withdrawn().contains_key(&ballot.id);
    let of_ballot = |ballot: &Ballot| {
        let several = ballot.contests.len() > 1;
        let preset = |entry: &BallotContest| preset_of(ballot, entry, several);
        ballot.contests.iter().map(preset).collect::<Vec<_>>()
    };
    last.ballots().iter().filter(kept).flat_map(of_ballot).collect()
}

fn preset_of(ballot: &Ballot, entry: &BallotContest, several: bool) -> Preset {
    let a_year_on = |title: &str| {
        let next = year_named(title).and_then(|year| u16::try_from(year + 1).ok());
        next.map_or_else(|| title.to_owned(), |year| titled(title, year))
    };
    let mut contest = BallotContest { projects: Vec::new(), headings: Vec::new(), ..entry.clone() };
    contest.contest.options.clear();
    contest.contest.title = a_year_on(&contest.contest.title);
    if let Some(election) = &mut contest.election {
        election.nominees.clear();
    }
    let title = a_year_on(&ballot.title);
    let name =
        if several { format!("{title} · {}", contest.contest.title) } else { title.clone() };
    Preset {
        id: format!("last-{}-{}", ballot.id, contest.contest.id.0),
        name: PresetName { zh: format!("同上次：{name}"), en: format!("As last time: {name}") },
        ballot: Ballot { title, contests: Vec::new(), ..ballot.clone() },
        contest,
    }
}

const fn scrutinises(role: Role) -> bool {
    matches!(role, Role::Scrutineer | Role::ChiefScrutineer)
}

/// The projects chosen in all of its votes, under the year their ballot names. A session that chose
/// none and did not evaluate those of the year before hands them on.
fn past(session: &Session, held_in: i32) -> Option<(u16, Vec<PastProject>)> {
    let chosen = session.projects_of_the_year();
    let Some((round, _)) = chosen.first() else { return not_evaluated(session) };
    let year = year_named(&round.ballot().title).unwrap_or(held_in);
    let year = u16::try_from(year).ok()?;
    Some((year, chosen.into_iter().map(|(_, past)| past).collect()))
}

fn not_evaluated(session: &Session) -> Option<(u16, Vec<PastProject>)> {
    let (year, projects) = session.past_projects()?;
    if evaluations(session).any(|round| !announced(round).is_empty()) {
        return None;
    }
    let now = |past: &PastProject| {
        let mut known = session.projects().list().iter();
        let carried = known.find(|project| {
            project.carried().is_some_and(|carried| carried.facts.name == past.name)
        });
        carried.map_or_else(|| past.clone(), |project| session.past(project))
    };
    Some((year, projects.iter().map(now).collect()))
}

/// 储备.
fn kept(session: &Session) -> Vec<(Collected, String)> {
    let kept = session.projects().list().iter().filter(|project| *project.state() == State::Kept);
    let told = kept.map(|project| {
        let collected =
            Collected { facts: project.facts().clone(), proposer: project.proposer().clone() };
        let reason = project.screened().last().and_then(|screened| screened.reason.as_ref());
        let reason = reason.map_or("", |reason| reason.as_str());
        (collected, reason.trim_start_matches("上次会议储备：").to_owned())
    });
    told.collect()
}

fn evaluations(session: &Session) -> impl Iterator<Item = &Round> {
    let of_projects = |entry: &BallotContest| {
        matches!(entry.contest.kind, Kind::Evaluation(_)) && !entry.projects.is_empty()
    };
    let rounds = session.rounds().iter().rev();
    rounds.filter(move |round| round.ballot().contests.first().is_some_and(of_projects))
}

/// The last ballot of the session that was voted on and evaluates projects.
fn evaluated(session: &Session) -> Option<Ballot> {
    evaluations(session).map(Round::ballot).next().cloned()
}

fn first_contest(mut ballot: Ballot) -> Option<(Ballot, BallotContest)> {
    let entry = ballot.contests.drain(..).next()?;
    Some((ballot, entry))
}

fn in_year(ballot: Ballot, year: u16) -> Ballot {
    Ballot { title: titled(&ballot.title, year), ..ballot }
}

fn entry_in_year(mut entry: BallotContest, year: u16) -> BallotContest {
    entry.contest.title = titled(&entry.contest.title, year);
    entry
}

fn titled(title: &str, year: u16) -> String {
    match year_named(title) {
        Some(before) => title.replace(&before.to_string(), &year.to_string()),
        None => title.to_owned(),
    }
}
