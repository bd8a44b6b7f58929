//! 结转: a proposal of an earlier session that is not over. The next session begins with all that
//! became of it, and goes on from there.

use serde::{Deserialize, Serialize};

use super::{Event, Filing, Proposal, State, Step};
use crate::floor::last;
use crate::floor::meeting::{Meeting, chinese_number};
use crate::session::{OutOfPlace, Past};
use crate::{ProposalId, Refusal};

/// Numbers of a session's own are below; what went over stands above, under the meeting it was handed
/// in at: No. 3 of the fifth meeting is 5003.
const OWN: u32 = 1_000;

/// Where a proposal was handed in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[cfg_attr(feature = "ts", ts(rename = "ProposalOrigin"))]
#[serde(deny_unknown_fields)]
pub struct Origin {
    /// Full title of that session.
    pub session: String,
    /// 次: which meeting of its congress it was.
    pub meeting: u16,
    /// 编号 there.
    pub proposal: ProposalId,
}

/// A proposal as it goes over.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Carried {
    pub origin: Origin,
    /// Under its number in this session.
    pub filing: Filing,
    /// All that became of it there, in order.
    pub steps: Vec<Step>,
}

impl Origin {
    /// Returns what it is called: 第五次会议第3号.
    #[must_use]
    pub fn called(&self) -> String {
        format!("第{}次会议第{}号", chinese_number(self.meeting), self.proposal)
    }
}

impl Past {
    /// Returns the proposals that are not over, as the next session begins with them.
    pub(crate) fn proposals_to_carry(&self) -> Vec<Carried> {
        let Ok(meeting) = self.described() else { return Vec::new() };
        let open = self.proposals.iter().filter(|proposal| proposal.state.is_open());
        let mut carried: Vec<Carried> = Vec::new();
        for proposal in open {
            let before = proposal.carried().map(|carried| carried.origin.clone());
            let origin = before.unwrap_or_else(|| here(meeting, proposal));
            let mut id = number_of(&origin);
            while carried.iter().any(|other| other.filing.id == id) {
                id = ProposalId(id.0.saturating_add(1));
            }
            let filing = Filing { id, ..proposal.filing.clone() };
            carried.push(Carried { origin, filing, steps: proposal.steps.clone() });
        }
        carried
    }
}

fn here(meeting: &Meeting, proposal: &Proposal) -> Origin {
    let (session, of) = (meeting.title(), meeting.meeting);
    Origin { session, meeting: of, proposal: proposal.filing.id }
}

fn number_of(origin: &Origin) -> ProposalId {
    if origin.proposal.0 < OWN {
        ProposalId(u32::from(origin.meeting) * OWN + origin.proposal.0)
    } else {
        origin.proposal
    }
}

impl Carried {
    /// How it stands after all that became of it; nothing where a step cannot follow.
    fn state(&self) -> Option<State> {
        let mut day = self.filing.filed_on;
        let mut state = State::Filed;
        for step in &self.steps {
            if step.on() < day {
                return None;
            }
            day = step.on();
            state = state.after(self.filing.sort, step.clone())?;
        }
        Some(state).filter(State::is_open)
    }
}

/// Returns the entry of a proposal that goes over. Whoever signed it signed it then.
pub(crate) fn carry(session: &Past, carried: &Carried) -> Result<Vec<crate::Event>, Refusal> {
    last::check_beginning(session)?;
    let filing = &carried.filing;
    let named = filing.id.0 > 0 && !filing.title.trim().is_empty();
    if !named || session.proposal(filing.id).is_ok() || carried.state().is_none() {
        return Err(Refusal::NotCarriedOver { name: filing.title.clone() });
    }
    Ok(vec![Event::CarriedOver { carried: Box::new(carried.clone()) }.into()])
}

pub(super) fn apply(session: &mut Past, carried: &Carried) -> Result<(), OutOfPlace> {
    let state = carried.state().ok_or(OutOfPlace("a proposal that went over and is over"))?;
    let (filing, steps) = (carried.filing.clone(), carried.steps.clone());
    let carried = Some(Box::new(carried.clone()));
    session.proposals.push(Proposal { filing, steps, state, carried });
    session.proposals.sort_by_key(|proposal| proposal.filing.id);
    Ok(())
}
