//! 录入: every text a command on projects brings, as it is kept.

use super::{
    Change, Collected, Command, Completion, Explanation, Facts, Line, Plan, Proposer, Review, Step,
    Task,
};
use crate::Refusal;
use crate::ballot;
use crate::entered::{lines, project, text};

/// Returns a command with every text in it as it is kept, but for its reason.
pub(crate) fn cleaned(command: &Command) -> Result<Command, Refusal> {
    let mut command = command.clone();
    match &mut command {
        Command::Collect { projects } => {
            for one in projects {
                *one = Collected { facts: facts(&one.facts)?, proposer: proposer(&one.proposer)? };
            }
        }
        Command::ChangeFacts { facts: known, proposer: by, .. } => {
            *known = facts(known)?;
            *by = proposer(by)?;
        }
        Command::SetPlan { plan: asked, .. } => *asked = plan(asked)?,
        Command::NoteProgress { line: seen, .. } => *seen = line(seen)?,
        Command::HoldReview { review } => {
            let lines = review.lines.iter().map(line).collect::<Result<_, _>>()?;
            *review = Review { chair: text(&review.chair)?, lines, ..*review };
        }
        Command::Change {
            change: Change::Adjusted { facts: known } | Change::Major { facts: known },
            ..
        } => {
            *known = facts(known)?;
        }
        Command::Complete { completion, .. } => {
            *completion = Completion { note: lines(&completion.note)?, ..*completion };
        }
        Command::Explain { explanation, .. } => {
            let (why, next) = (lines(&explanation.why)?, lines(&explanation.next)?);
            *explanation = Explanation { why, next, ..*explanation };
        }
        Command::Screen { .. }
        | Command::TakeRows { .. }
        | Command::Supervise { .. }
        | Command::Change { .. }
        | Command::TakeBackCompletion { .. } => {}
    }
    Ok(command)
}

/// The reason a command gives, where one is asked for.
pub(crate) fn reason_in(command: &mut Command) -> Option<&mut String> {
    match command {
        Command::Screen { reason, .. }
        | Command::Change { reason, .. }
        | Command::TakeBackCompletion { reason, .. } => Some(reason),
        Command::Collect { .. }
        | Command::ChangeFacts { .. }
        | Command::TakeRows { .. }
        | Command::Supervise { .. }
        | Command::SetPlan { .. }
        | Command::NoteProgress { .. }
        | Command::HoldReview { .. }
        | Command::Complete { .. }
        | Command::Explain { .. } => None,
    }
}

/// What is known of a project refers to none itself.
fn facts(known: &Facts) -> Result<Facts, Refusal> {
    let of_row = ballot::Project { of: None, ..project(&known.project)? };
    Ok(Facts { name: text(&known.name)?, place: text(&known.place)?, project: of_row })
}

fn proposer(proposer: &Proposer) -> Result<Proposer, Refusal> {
    Ok(Proposer { by: text(&proposer.by)?, way: proposer.way })
}

fn plan(plan: &Plan) -> Result<Plan, Refusal> {
    let step = |step: &Step| Ok(Step { what: text(&step.what)?, ..*step });
    Ok(Plan {
        aims: lines(&plan.aims)?,
        steps: plan.steps.iter().map(step).collect::<Result<_, Refusal>>()?,
        safeguards: lines(&plan.safeguards)?,
    })
}

fn line(line: &Line) -> Result<Line, Refusal> {
    let task = |task: &Task| -> Result<Task, Refusal> {
        Ok(Task { who: text(&task.who)?, what: text(&task.what)?, by: task.by })
    };
    Ok(Line {
        seen: lines(&line.seen)?,
        problem: lines(&line.problem)?,
        task: line.task.as_ref().map(task).transpose()?,
        ..line.clone()
    })
}
