//! 录入: what a command enters into the record is cleaned before it is decided on, so that no event
//! holds two spellings of one name. A name or a reason of nothing is left empty: its own refusal
//! speaks of it.

use tally::{Kind, WriteIn};

use crate::ballot::{Ballot, BallotContest, PastProject, Project, follow};
use crate::bounds::LONGEST_NAME;
use crate::floor::hall::{self, Scene};
use crate::floor::hands::Motion;
use crate::floor::meeting::{self, Meeting};
use crate::floor::{agenda, hands};
use crate::ids::number;
use crate::name::{NameFault, clean_name, clean_text, folded_text};
use crate::paper::RulesTerms;
use crate::people::pin::PinCommand;
use crate::people::{Deputy, Observer, Staff};
use crate::proposals::{Filing, Step};
use crate::record::Activity;
use crate::round::keying::{self, Reading, Unfinished};
use crate::round::ruling::{self, Verdict};
use crate::round::{by_hand, lent};
use crate::sittings::{Item, Sitting};
use crate::{
    Command, Reason, Refusal, ballot, paper, people, projects, proposals, record, round, sittings,
};

/// Returns a command with every name and text in it as they are kept.
///
/// # Errors
/// The first character that cannot be seen or shown, by its place.
pub(crate) fn cleaned(command: &Command) -> Result<Command, Refusal> {
    let named = match command {
        Command::People(command) => people(command)?.map(Command::People),
        Command::Ballot(command) => on_ballots(command)?.map(Command::Ballot),
        Command::Keying(command) => keyed(command)?.map(Command::Keying),
        Command::Ruling(command) => ruled(command)?.map(Command::Ruling),
        Command::Hall(command) => shown(command)?.map(Command::Hall),
        Command::Sittings(command) => planned(command)?.map(Command::Sittings),
        Command::Projects(command) => Some(Command::Projects(projects::cleaned(command)?)),
        Command::Proposals(command) => Some(Command::Proposals(handed_in(command)?)),
        Command::Record(command) => noted(command)?.map(Command::Record),
        Command::Meeting(command) => described(command)?.map(Command::Meeting),
        Command::Paper(command) => agreed(command)?.map(Command::Paper),
        Command::Attendance(_)
        | Command::Round(_)
        | Command::Follow(_)
        | Command::HandTally(_)
        | Command::Lent(_)
        | Command::Pin(_) => None,
        Command::Hand(command) => moved(command)?.map(Command::Hand),
    };
    let mut cleaned = named.unwrap_or_else(|| command.clone());
    if let Some(given) = reason_in(&mut cleaned) {
        *given = reason(given)?;
    }
    Ok(cleaned)
}

/// The reason a command gives, wherever one is asked for.
fn reason_in(command: &mut Command) -> Option<&mut String> {
    match command {
        Command::Meeting(meeting::Command::Seal { reason })
        | Command::Ballot(ballot::Command::WithdrawBallot { reason, .. })
        | Command::Round(
            round::Command::CorrectNumbers { reason, .. }
            | round::Command::Reopen { reason, .. }
            | round::Command::BreakOff { reason, .. }
            | round::Command::CorrectAnnouncement { reason, .. },
        )
        | Command::Keying(
            keying::Command::ReleaseBundle { reason, .. }
            | keying::Command::MendBundle { reason, .. },
        )
        | Command::Ruling(
            ruling::Command::RuleSections { reason, .. }
            | ruling::Command::MergeNames { reason, .. }
            | ruling::Command::SeparateNames { reason, .. }
            | ruling::Command::TakeBack { reason, .. },
        )
        | Command::Follow(follow::Command::Settle { record: reason, .. })
        | Command::HandTally(
            by_hand::Command::RuleHandTally { reason, .. }
            | by_hand::Command::CountByHand { reason, .. }
            | by_hand::Command::WithdrawHandCount { reason, .. },
        )
        | Command::Lent(lent::Command::CallBack { reason, .. })
        | Command::People(people::Command::CorrectName { reason, .. })
        | Command::Pin(PinCommand::RemovePin { reason, .. }) => Some(reason),
        Command::Projects(command) => projects::reason_in(command),
        Command::Hand(command) => of_hands(command),
        Command::Proposals(command) => command.reason_mut(),
        Command::Record(command) => command.reason_mut(),
        Command::Meeting(_)
        | Command::People(_)
        | Command::Sittings(_)
        | Command::Attendance(_)
        | Command::Paper(_)
        | Command::Hall(_)
        | Command::Ballot(_)
        | Command::Round(_)
        | Command::Keying(_)
        | Command::Ruling(_)
        | Command::HandTally(_)
        | Command::Pin(_) => None,
    }
}

fn of_hands(command: &mut hands::Command) -> Option<&mut String> {
    match command {
        hands::Command::WithdrawMotion { reason, .. }
        | hands::Command::CountAgain { reason, .. }
        | hands::Command::RuleHands { reason, .. }
        | hands::Command::CorrectHands { reason, .. }
        | hands::Command::CorrectAcclamation { reason, .. } => Some(reason),
        hands::Command::PrepareMotion { .. }
        | hands::Command::ChangeMotion { .. }
        | hands::Command::PutMotion { .. }
        | hands::Command::CountHands { .. }
        | hands::Command::AnnounceHands { .. }
        | hands::Command::AnnounceAcclamation { .. } => None,
    }
}

fn described(command: &meeting::Command) -> Result<Option<meeting::Command>, Refusal> {
    Ok(match command {
        meeting::Command::Describe { meeting } => {
            let agenda =
                meeting.agenda.iter().map(|item| text(item)).collect::<Result<Vec<_>, _>>()?;
            let meeting = Meeting {
                place: text(&meeting.place)?,
                venue: text(&meeting.venue)?,
                county: text(&meeting.county)?,
                chair: text(&meeting.chair)?,
                agenda: agenda::without_numbers(&agenda),
                ..meeting.clone()
            };
            Some(meeting::Command::Describe { meeting })
        }
        // The item is named as it stands on the agenda.
        meeting::Command::NoteItem { item, note } => {
            Some(meeting::Command::NoteItem { item: item.clone(), note: lines(note)? })
        }
        meeting::Command::Seal { .. } => None,
    })
}

/// What is put to the vote without paper is read out and stands in the hall.
fn moved(command: &hands::Command) -> Result<Option<hands::Command>, Refusal> {
    use hands::Command as Asked;
    let motion = |motion: &Motion| {
        let departure_reason = motion.departure_reason.as_deref().map(lines).transpose()?;
        let (title, text) = (text(&motion.title)?, lines(&motion.text)?);
        Ok(Motion { title, text, departure_reason, ..motion.clone() })
    };
    Ok(match command {
        Asked::PrepareMotion { motion: given } => {
            Some(Asked::PrepareMotion { motion: motion(given)? })
        }
        Asked::ChangeMotion { vote, motion: given } => {
            Some(Asked::ChangeMotion { vote: *vote, motion: motion(given)? })
        }
        Asked::WithdrawMotion { .. }
        | Asked::PutMotion { .. }
        | Asked::CountHands { .. }
        | Asked::CountAgain { .. }
        | Asked::RuleHands { .. }
        | Asked::AnnounceHands { .. }
        | Asked::AnnounceAcclamation { .. }
        | Asked::CorrectHands { .. }
        | Asked::CorrectAcclamation { .. } => None,
    })
}

/// Tells whether everything in a command is as it is kept: what is entered comes in no other way. A
/// number before an item of the agenda is not looked at: taking it off twice may take off more.
pub(crate) fn is_clean(command: &Command) -> bool {
    let clean = |said: &String| text(said).is_ok_and(|cleaned| cleaned == *said);
    if let Command::Meeting(meeting::Command::Describe { meeting }) = command {
        let Meeting { place, venue, county, chair, agenda, .. } = meeting;
        return [place, venue, county, chair].into_iter().chain(agenda).all(clean);
    }
    if let Command::Sittings(sittings::Command::PlanSittings { sittings }) = command {
        return sittings.iter().all(|sitting| {
            let items = sitting.items.iter().map(|item| &item.text);
            [&sitting.venue, &sitting.chairs].into_iter().chain(items).all(clean)
        });
    }
    cleaned(command).is_ok_and(|cleaned| cleaned == *command)
}

/// A line of the rules says until when there are nominations, and a notice has one for its number.
fn agreed(command: &paper::Command) -> Result<Option<paper::Command>, Refusal> {
    if let paper::Command::NumberNotice { of, number } = command {
        let (of, number) = (of.clone(), text(number)?);
        return Ok(Some(paper::Command::NumberNotice { of, number }));
    }
    let paper::Command::SetRulesTerms { of, terms } = command else { return Ok(None) };
    let nominated_until = text(&terms.nominated_until)?;
    let longest = usize::try_from(LONGEST_NAME).unwrap_or(usize::MAX);
    if nominated_until.chars().nth(longest).is_some() {
        return Err(Refusal::TextTooLong { most: LONGEST_NAME });
    }
    let terms = RulesTerms { nominated_until, ..terms.clone() };
    Ok(Some(paper::Command::SetRulesTerms { of: *of, terms }))
}

/// The whole hall reads what is typed for it.
fn shown(command: &hall::Command) -> Result<Option<hall::Command>, Refusal> {
    let hall::Command::ShowInHall { scene } = command else { return Ok(None) };
    let scene = match scene {
        Scene::Recess { until, note } => Scene::Recess { until: *until, note: text(note)? },
        Scene::Line { text: line } => Scene::Line { text: text(line)? },
        Scene::Welcome
        | Scene::Agenda { .. }
        | Scene::Attendance
        | Scene::PastProjects { .. }
        | Scene::Options { .. }
        | Scene::HowToMark { .. }
        | Scene::Zero { .. }
        | Scene::Voting { .. }
        | Scene::Collection { .. }
        | Scene::Counting { .. }
        | Scene::Result { .. }
        | Scene::Elected { .. }
        | Scene::HandMotion { .. }
        | Scene::HandVoting { .. }
        | Scene::HandResult { .. }
        | Scene::Blank => return Ok(None),
    };
    Ok(Some(hall::Command::ShowInHall { scene }))
}

/// What hangs on an item is named by the record, and so is everybody on a roll.
fn planned(command: &sittings::Command) -> Result<Option<sittings::Command>, Refusal> {
    let sittings::Command::PlanSittings { sittings } = command else { return Ok(None) };
    let item = |(place, item): (u32, &Item)| {
        let said = text(&item.text)?;
        Ok(Item { text: agenda::without_number(&said, place).to_owned(), ..item.clone() })
    };
    let sitting = |sitting: &Sitting| {
        Ok(Sitting {
            venue: text(&sitting.venue)?,
            chairs: text(&sitting.chairs)?,
            items: (1..).zip(&sitting.items).map(item).collect::<Result<_, Refusal>>()?,
            ..sitting.clone()
        })
    };
    let mut sittings: Vec<Sitting> = sittings.iter().map(sitting).collect::<Result<_, _>>()?;
    // In the order of the days and hours, whichever was typed first.
    sittings.sort_by_key(|sitting| (sitting.held_on, sitting.begins));
    Ok(Some(sittings::Command::PlanSittings { sittings }))
}

/// Who signed is named by the roster.
fn handed_in(command: &proposals::Command) -> Result<proposals::Command, Refusal> {
    use proposals::Command as Asked;
    Ok(match command {
        Asked::Register { filings } => {
            let filing = |filing: &Filing| {
                let (title, text) = (text(&filing.title)?, lines(&filing.text)?);
                Ok(Filing { title, text, ..filing.clone() })
            };
            Asked::Register { filings: filings.iter().map(filing).collect::<Result<_, Refusal>>()? }
        }
        Asked::RecordStep { proposal, step } => {
            Asked::RecordStep { proposal: *proposal, step: stepped(step)? }
        }
    })
}

/// Its reason is cleaned with every other.
fn stepped(step: &Step) -> Result<Step, Refusal> {
    let mut step = step.clone();
    match &mut step {
        Step::PutOnAgenda(placing) => placing.item = text(&placing.item)?,
        Step::HandedOver(handing) => {
            handing.unit = text(&handing.unit)?;
            handing.person = text(&handing.person)?;
        }
        Step::Answered(answer) => answer.text = lines(&answer.text)?,
        Step::FeedbackGiven(feedback) => feedback.note = lines(&feedback.note)?,
        Step::Withdrawn(_)
        | Step::TurnedIntoSuggestion(_)
        | Step::DeadlineExtended(_)
        | Step::Closed(_) => {}
    }
    Ok(step)
}

fn noted(command: &record::Command) -> Result<Option<record::Command>, Refusal> {
    use record::Command as Asked;
    let activity = |one: &Activity| Ok(Activity { what: text(&one.what)?, ..one.clone() });
    Ok(match command {
        Asked::NoteActivities { activities } => Some(Asked::NoteActivities {
            activities: activities.iter().map(activity).collect::<Result<_, Refusal>>()?,
        }),
        Asked::CorrectActivity { id, activity: one } => {
            Some(Asked::CorrectActivity { id: *id, activity: activity(one)? })
        }
        Asked::StrikeActivity { .. } | Asked::SetPoints { .. } => None,
    })
}

fn people(command: &people::Command) -> Result<Option<people::Command>, Refusal> {
    use people::Command as Asked;
    Ok(match command {
        Asked::ListRoster { deputies, observers } => Some(Asked::ListRoster {
            deputies: deputies.iter().map(deputy).collect::<Result<_, _>>()?,
            observers: observers.iter().map(observer).collect::<Result<_, _>>()?,
        }),
        Asked::SaveDeputy { deputy: one } => Some(Asked::SaveDeputy { deputy: deputy(one)? }),
        Asked::AppointStaff { staff } => Some(Asked::AppointStaff {
            staff: staff.iter().map(member_of_staff).collect::<Result<_, _>>()?,
        }),
        Asked::CorrectName { person, name: given, reason } => Some(Asked::CorrectName {
            person: person.clone(),
            name: name(given)?,
            reason: reason.clone(),
        }),
        Asked::RemoveDeputy { .. } => None,
    })
}

fn deputy(deputy: &Deputy) -> Result<Deputy, Refusal> {
    Ok(Deputy {
        number: deputy.number,
        name: name(&deputy.name)?,
        sex: text(&deputy.sex)?,
        ethnicity: text(&deputy.ethnicity)?,
        delegation: text(&deputy.delegation)?,
        post: text(&deputy.post)?,
        note: text(&deputy.note)?,
    })
}

fn observer(observer: &Observer) -> Result<Observer, Refusal> {
    Ok(Observer { name: name(&observer.name)?, post: text(&observer.post)? })
}

fn member_of_staff(staff: &Staff) -> Result<Staff, Refusal> {
    Ok(Staff { name: name(&staff.name)?, ..staff.clone() })
}

fn on_ballots(command: &ballot::Command) -> Result<Option<ballot::Command>, Refusal> {
    use ballot::Command as Asked;
    Ok(match command {
        // The rows of a runoff are those of the result it follows, spelled as they were printed.
        Asked::SaveBallot { ballot } if ballot.origin.is_none() => {
            Some(Asked::SaveBallot { ballot: whole_ballot(ballot)? })
        }
        Asked::ListPastProjects { year, projects } => Some(Asked::ListPastProjects {
            year: *year,
            projects: projects.iter().map(past_project).collect::<Result<_, _>>()?,
        }),
        Asked::SaveBallot { .. } | Asked::WithdrawBallot { .. } | Asked::DeleteBallot { .. } => {
            None
        }
    })
}

fn whole_ballot(ballot: &Ballot) -> Result<Ballot, Refusal> {
    let contests = ballot.contests.iter().map(contest).collect::<Result<_, _>>()?;
    Ok(Ballot { title: text(&ballot.title)?, contests, ..ballot.clone() })
}

fn contest(entry: &BallotContest) -> Result<BallotContest, Refusal> {
    let mut entry = entry.clone();
    let of_people = matches!(entry.contest.kind, Kind::Election(_));
    entry.contest.title = text(&entry.contest.title)?;
    for option in &mut entry.contest.options {
        option.name = if of_people { name(&option.name)? } else { text(&option.name)? };
    }
    entry.row_noun = text(&entry.row_noun)?;
    for heading in &mut entry.headings {
        *heading = text(heading)?;
    }
    for of_option in &mut entry.projects {
        *of_option = project(of_option)?;
    }
    for nominee in entry.election.iter_mut().flat_map(|election| &mut election.nominees) {
        nominee.post = text(&nominee.post)?;
        nominee.note = text(&nominee.note)?;
        nominee.relatives = text(&nominee.relatives)?;
    }
    Ok(entry)
}

pub(crate) fn project(project: &Project) -> Result<Project, Refusal> {
    Ok(Project {
        content: lines(&project.content)?,
        investment: project.investment,
        funding: lines(&project.funding)?,
        unit: text(&project.unit)?,
        person: text(&project.person)?,
        deadline: text(&project.deadline)?,
        of: project.of,
    })
}

fn past_project(past: &PastProject) -> Result<PastProject, Refusal> {
    Ok(PastProject {
        name: text(&past.name)?,
        project: project(&past.project)?,
        done: past.done,
        state: lines(&past.state)?,
    })
}

fn keyed(command: &keying::Command) -> Result<Option<keying::Command>, Refusal> {
    use keying::Command as Asked;
    Ok(match command {
        Asked::KeySheet { place, sheet, reading } if has_names(reading) => {
            Some(Asked::KeySheet { place: *place, sheet: *sheet, reading: with_names(reading)? })
        }
        Asked::PauseSheet { place, sheet, unfinished } => Some(Asked::PauseSheet {
            place: *place,
            sheet: *sheet,
            unfinished: unfinished_with_names(unfinished)?,
        }),
        Asked::KeySheet { .. }
        | Asked::TakeBundle { .. }
        | Asked::RecallSheet { .. }
        | Asked::ReleaseBundle { .. }
        | Asked::CountBundle { .. }
        | Asked::MendBundle { .. }
        | Asked::CloseBundle { .. } => None,
    })
}

fn has_names(reading: &Reading) -> bool {
    reading.iter().any(|section| !section.write_ins.is_empty())
}

fn with_names(reading: &Reading) -> Result<Reading, Refusal> {
    let mut reading = reading.clone();
    for section in &mut reading {
        section.write_ins = write_ins(&section.write_ins)?;
    }
    Ok(reading)
}

fn unfinished_with_names(unfinished: &Unfinished) -> Result<Unfinished, Refusal> {
    let mut unfinished = unfinished.clone();
    for section in &mut unfinished.sections {
        section.write_ins = write_ins(&section.write_ins)?;
    }
    Ok(unfinished)
}

fn ruled(command: &ruling::Command) -> Result<Option<ruling::Command>, Refusal> {
    use ruling::Command as Asked;
    let mut command = command.clone();
    match &mut command {
        Asked::RuleDifference { names, .. } => {
            for read in names {
                read.write_ins = write_ins(&read.write_ins)?;
            }
        }
        Asked::RuleSections { verdict: Verdict::Read { write_ins: Some(names), .. }, .. } => {
            *names = write_ins(names)?;
        }
        Asked::RuleSections { .. }
        | Asked::MergeNames { .. }
        | Asked::SeparateNames { .. }
        | Asked::TakeBack { .. } => return Ok(None),
    }
    Ok(Some(command))
}

fn write_ins(names: &[WriteIn]) -> Result<Vec<WriteIn>, Refusal> {
    names.iter().map(|it| Ok(WriteIn { name: name(&it.name)?, ..it.clone() })).collect()
}

fn name(raw: &str) -> Result<String, Refusal> {
    match clean_name(raw) {
        Ok(name) => Ok(name),
        Err(NameFault::Nothing) => Ok(String::new()),
        Err(fault) => Err(refusal(raw, fault)),
    }
}

pub(crate) fn text(raw: &str) -> Result<String, Refusal> {
    clean_text(raw).map_err(|fault| refusal(raw, fault))
}

/// A text of several lines keeps them.
pub(crate) fn lines(raw: &str) -> Result<String, Refusal> {
    text(raw)?;
    let lines: Vec<String> = raw.lines().map(folded_text).collect();
    Ok(lines.join("\n").trim().to_owned())
}

fn reason(raw: &str) -> Result<String, Refusal> {
    let reason = lines(raw)?;
    if number(reason.chars().count()) > Reason::LONGEST {
        return Err(Refusal::TextTooLong { most: Reason::LONGEST });
    }
    Ok(reason)
}

fn refusal(raw: &str, fault: NameFault) -> Refusal {
    let (position, code_point) = match fault {
        NameFault::Invisible { position, code_point }
        | NameFault::Unshowable { position, code_point } => (position, code_point),
        NameFault::Nothing => (0, 0),
    };
    let others = (1_u32..).zip(raw.chars()).filter(|(at, _)| *at != position);
    let text = folded_text(&others.map(|(_, c)| c).collect::<String>());
    let code_point = format!("U+{code_point:04X}");
    Refusal::CharacterUnseen { text, position, code_point }
}
