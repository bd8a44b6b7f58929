//! 复核: the command an entry on projects follows from.

use super::{Collected, Command, Event};
use crate::Reason;

/// Returns the command that would lead to an entry.
pub(crate) fn asked(event: &Event) -> Command {
    match event.clone() {
        Event::Collected { row: Some(row), .. } => Command::TakeRows { ballot: row.ballot },
        Event::Collected { facts, proposer, row: None, .. } => {
            Command::Collect { projects: vec![Collected { facts, proposer }] }
        }
        Event::FactsChanged { project, facts, proposer } => {
            Command::ChangeFacts { project, facts, proposer }
        }
        Event::Screened { project, screening, reason } => {
            let reason = reason.map_or_else(String::new, Reason::into);
            Command::Screen { projects: vec![project], screening, reason }
        }
        Event::Supervised { project, supervision } => Command::Supervise { project, supervision },
        Event::Planned { project, plan } => Command::SetPlan { project, plan },
        Event::ProgressNoted { on, line } => Command::NoteProgress { on, line },
        Event::Reviewed { review } => Command::HoldReview { review },
        Event::Changed { project, on, change, by, reason } => {
            Command::Change { project, on, change, by, reason: reason.into() }
        }
        Event::Completed { project, completion } => Command::Complete { project, completion },
        Event::Explained { project, explanation } => Command::Explain { project, explanation },
        Event::CompletionTakenBack { project, reason } => {
            Command::TakeBackCompletion { project, reason: reason.into() }
        }
    }
}
