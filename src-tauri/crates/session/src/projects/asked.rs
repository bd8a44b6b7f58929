//! 复核: the command an entry on projects follows from.

use super::{Carried, Collected, Command, Event};
use crate::Reason;

/// Returns the command that would lead to an entry.
///
/// # Errors
/// What went over from an earlier session, which no command brings.
pub(crate) fn asked(event: &Event) -> Result<Command, &Carried> {
    Ok(match event {
        Event::CarriedOver { carried } => return Err(carried),
        Event::Collected { row: Some(row), .. } => Command::TakeRows { ballot: row.ballot.clone() },
        Event::Collected { facts, proposer, row: None, .. } => {
            let (facts, proposer) = (facts.clone(), proposer.clone());
            Command::Collect { projects: vec![Collected { facts, proposer }] }
        }
        Event::FactsChanged { project, facts, proposer } => {
            let (facts, proposer) = (facts.clone(), proposer.clone());
            Command::ChangeFacts { project: *project, facts, proposer }
        }
        Event::Screened { project, screening, reason } => {
            let reason = reason.clone().map_or_else(String::new, Reason::into);
            let (projects, screening) = (vec![*project], screening.clone());
            Command::Screen { projects, screening, reason }
        }
        Event::Supervised { project, supervision } => {
            Command::Supervise { project: *project, supervision: supervision.clone() }
        }
        Event::Planned { project, plan } => {
            Command::SetPlan { project: *project, plan: plan.clone() }
        }
        Event::ProgressNoted { on, line } => Command::NoteProgress { on: *on, line: line.clone() },
        Event::Reviewed { review } => Command::HoldReview { review: review.clone() },
        Event::Changed { project, on, change, by, reason } => {
            let (change, by, reason) = (change.clone(), by.clone(), reason.to_string());
            Command::Change { project: *project, on: *on, change, by, reason }
        }
        Event::Completed { project, completion } => {
            Command::Complete { project: *project, completion: completion.clone() }
        }
        Event::Explained { project, explanation } => {
            Command::Explain { project: *project, explanation: explanation.clone() }
        }
        Event::CompletionTakenBack { project, reason } => {
            Command::TakeBackCompletion { project: *project, reason: reason.to_string() }
        }
    })
}
