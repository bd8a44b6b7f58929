//! 样例的一年: what stands around the vote of the sample session, from the first project that is
//! collected to the session that evaluates what was chosen, as commands with their days
//! (`assets/sample/README.md`).

mod before;
mod carried_out;
mod cells;
mod deputies;
mod next;
mod sittings;

use chrono::NaiveDate;
use session::Command;
use session::people::Deputy;
use session::sittings::{Member, Sitting};

use crate::{ProjectRow, SampleMeeting, TableError};

pub use before::SampleProject;
pub use next::SampleNext;

/// Who does something.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Doer {
    Secretary,
    /// 计票人, from 0 in the order of the staff.
    Teller(usize),
}

/// Something that is asked on a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dated {
    pub on: NaiveDate,
    pub by: Doer,
    pub command: Command,
}

impl Dated {
    fn secretary(on: NaiveDate, command: Command) -> Self {
        Self { on, by: Doer::Secretary, command }
    }
}

/// The year around the vote.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SampleYear {
    /// 征集: in the order in which they came, each with what became of it.
    pub collected: Vec<SampleProject>,
    /// 主席团.
    pub presidium: Vec<Member>,
    /// 会次: the sitting of the vote first.
    pub sittings: Vec<Sitting>,
    /// Who came to the first of them.
    pub first_roll: Command,
    /// Everything after the vote, by day.
    pub after: Vec<Dated>,
    /// How the next session begins.
    pub next: SampleNext,
}

impl SampleYear {
    pub(crate) fn load(
        meeting: &SampleMeeting,
        deputies: &[Deputy],
        projects: &[ProjectRow],
    ) -> Result<Self, TableError> {
        let collected = before::read(projects)?;
        let (sittings, first_roll, of_sittings) = sittings::read(meeting, deputies)?;
        let carried_out = carried_out::read(&collected, deputies)?;
        let of_deputies = deputies::read(meeting.meeting.held_on, deputies)?;
        let mut after: Vec<Dated> =
            of_sittings.into_iter().chain(carried_out).chain(of_deputies).collect();
        after.sort_by_key(|dated| dated.on);
        Ok(Self {
            collected,
            presidium: sittings::presidium(deputies)?,
            sittings,
            first_roll,
            after,
            next: next::read(deputies)?,
        })
    }

    /// Returns what is collected and screened before the session, by day.
    #[must_use]
    pub fn before(&self) -> Vec<Dated> {
        before::commands(&self.collected)
    }
}
