//! What only the edge may ask: what goes with a file it has written or read, or with a PIN it has
//! looked at. No command of a window carries any of it.

use crate::floor::last::LastSession;
use crate::floor::{last, rehearsal, sealing};
use crate::paper::Issue;
use crate::people::pin::{Actor, Looked};
use crate::people::{duties, pin};
use crate::round::lent::{Lend, Loan, Returned};
use crate::round::{away, lent};
use crate::session::Past;
use crate::{Event, PaperId, PersonId, Refusal, RoundId, bounds, paper, projects, proposals};

/// What may be asked of a session by the edge alone.
#[derive(Clone, Debug)]
pub enum EdgeCommand<'a> {
    /// Begin a session that goes on from another, whose file was read.
    JoinToLast(&'a LastSession),
    /// 结转: begin with a project of that session, which is not over.
    CarryProject(&'a projects::Carried),
    /// 结转: begin with a proposal of that session, which is not over.
    CarryProposal(&'a proposals::Carried),
    /// Record a paper as issued; it was set.
    IssuePaper(Issue),
    /// Record that an issued paper was taken out as a DOCX; the file was made.
    TakeOutToEdit {
        /// The issued paper.
        paper: PaperId,
        /// SHA-256 of the DOCX, lower-case hexadecimal.
        sha256: &'a str,
    },
    /// Record that copies of an issued paper went to a printer; it took them.
    NotePrinted {
        /// The issued paper.
        paper: PaperId,
        copies: u32,
    },
    /// Record what was found when a PIN was looked at.
    Look(Looked),
    /// 演练: make a copy of the session's file a rehearsal; the copy was made.
    Rehearse {
        /// What chance in it follows from: 16 hexadecimal figures.
        seed: &'a str,
    },
    /// Set up the desk away in which bundles go out: answers with the first entry of its file.
    SetUpDesk {
        lend: &'a Lend,
        /// Fingerprint of the entry that opened the round.
        opened: &'a str,
    },
    /// Record that bundles went out; their file is written.
    Lend {
        lend: &'a Lend,
        /// Fingerprint of the first entry of the file.
        opening: &'a str,
    },
    /// Take in what was keyed in a file that came back; it was read.
    BringBack {
        /// The round that asks for it.
        round: RoundId,
        returned: Returned<'a>,
    },
}

impl Past {
    /// Returns the events that would follow from what the edge asks.
    ///
    /// # Errors
    /// Why nothing follows; the session is unchanged.
    pub fn decide_at_edge<'a>(
        &self,
        command: &EdgeCommand<'_>,
        who: impl Into<Actor<'a>>,
    ) -> Result<Vec<Event>, Refusal> {
        let who = who.into();
        sealing::check_goes_on(self)?;
        away::check_at_home(self)?;
        duties::check_at_edge(self, command, who)?;
        let events = self.decide_in_place(command, who.person)?;
        events.iter().try_for_each(bounds::check)?;
        Ok(events)
    }

    fn decide_in_place(
        &self,
        command: &EdgeCommand<'_>,
        actor: &PersonId,
    ) -> Result<Vec<Event>, Refusal> {
        match command {
            EdgeCommand::JoinToLast(before) => last::decide(self, before),
            EdgeCommand::CarryProject(carried) => projects::carry(self, carried),
            EdgeCommand::CarryProposal(carried) => proposals::carry(self, carried),
            EdgeCommand::IssuePaper(issue) => paper::decide_issue(self, issue),
            EdgeCommand::TakeOutToEdit { paper, sha256 } => {
                paper::decide_editable(self, *paper, sha256)
            }
            EdgeCommand::NotePrinted { paper, copies } => {
                paper::decide_printed(self, *paper, *copies)
            }
            EdgeCommand::Look(looked) => Ok(pin::decide_looked(looked, actor)),
            EdgeCommand::Rehearse { seed } => rehearsal::decide(self, seed),
            EdgeCommand::SetUpDesk { lend, opened } => {
                lent::decide_setting_up(self, lend, opened, actor)
            }
            EdgeCommand::Lend { lend, opening } => lent::decide_lent(self, lend, opening, actor),
            EdgeCommand::BringBack { round, returned } => {
                lent::decide_bringing_back(self, *round, *returned, actor)
            }
        }
    }

    /// Returns the loan of a file that came back, if it can be brought back into this round.
    ///
    /// # Errors
    /// Why it cannot.
    pub fn returned(&self, round: RoundId, returned: Returned<'_>) -> Result<&Loan, Refusal> {
        sealing::check_goes_on(self)?;
        away::check_at_home(self)?;
        lent::check_returned(self, round, returned).map(|(loan, _)| loan)
    }
}
