//! 议案、建议: what deputies hand in, and what becomes of it. Five deputies may move a bill and
//! withdraw it before the vote (组织法 22); the presidium puts it on the agenda or has it handled as
//! a suggestion. A suggestion is handed to a unit, which answers within three months, six at most
//! (代表法), and the mover says whether the answer will do; if it will not, it is handed over again.

mod carried;
mod state;
mod steps;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::ids::number;
use crate::session::{OutOfPlace, Past};
use crate::sittings::Member;
use crate::{ProposalId, Refusal};

pub(crate) use carried::carry;
pub use carried::{Carried, Origin};
pub use state::{Handling, State, StateName};
pub use steps::{
    Answer, AnswerClass, Closing, Extension, Feedback, Grade, Handing, Placing, Step, Turning,
    Withdrawal, deadline_within, latest_deadline,
};

/// 组织法 22: how many deputies move a bill, the first of them among these.
pub const SIGNERS_OF_A_BILL: u32 = 5;

/// What it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[cfg_attr(feature = "ts", ts(rename = "ProposalSort"))]
#[serde(rename_all = "snake_case")]
pub enum Sort {
    /// 议案.
    Bill,
    /// 建议、批评和意见.
    Suggestion,
}

/// When it was handed in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[cfg_attr(feature = "ts", ts(rename = "ProposalPeriod"))]
#[serde(rename_all = "snake_case")]
pub enum Period {
    /// 会议期间.
    Session,
    /// 闭会期间.
    Between,
}

/// What deputies handed in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[cfg_attr(feature = "ts", ts(rename = "ProposalFiling"))]
#[serde(deny_unknown_fields)]
pub struct Filing {
    /// 编号, as the office numbers them, from 1, unique within the session.
    pub id: ProposalId,
    pub sort: Sort,
    pub title: String,
    /// 内容, of one line or several; may be empty where it is kept on paper.
    pub text: String,
    /// 领衔代表.
    pub mover: Member,
    /// 附议代表, without the mover.
    pub seconders: Vec<Member>,
    #[cfg_attr(feature = "ts", ts(type = "string"))]
    pub filed_on: NaiveDate,
    pub period: Period,
}

/// A proposal and all that became of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Proposal {
    pub(crate) filing: Filing,
    /// In order.
    pub(crate) steps: Vec<Step>,
    pub(crate) state: State,
    /// 结转: as it went over from an earlier session, where it did.
    pub(crate) carried: Option<Box<Carried>>,
}

/// What happened.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", content = "body", deny_unknown_fields)]
pub enum Event {
    /// 登记.
    #[serde(rename = "proposals.registered")]
    Registered { filing: Filing },
    /// 结转: it was handed in at an earlier session, and is not over. Only behind the entry that names
    /// that session.
    #[serde(rename = "proposals.carried_over")]
    CarriedOver { carried: Box<Carried> },
    /// What was registered was put right before anything became of it.
    #[serde(rename = "proposals.corrected")]
    Corrected {
        /// All of it, as it is.
        filing: Filing,
    },
    /// 撤回 by the mover.
    #[serde(rename = "proposals.withdrawn")]
    Withdrawn { proposal: ProposalId, withdrawal: Withdrawal },
    /// 列入议程: the presidium put a bill on the agenda.
    #[serde(rename = "proposals.put_on_agenda")]
    PutOnAgenda { proposal: ProposalId, placing: Placing },
    /// 转作建议: a bill is handled as a suggestion.
    #[serde(rename = "proposals.turned_into_suggestion")]
    TurnedIntoSuggestion { proposal: ProposalId, turning: Turning },
    /// 交办.
    #[serde(rename = "proposals.handed_over")]
    HandedOver { proposal: ProposalId, handing: Handing },
    /// 延期.
    #[serde(rename = "proposals.deadline_extended")]
    DeadlineExtended { proposal: ProposalId, extension: Extension },
    /// 答复.
    #[serde(rename = "proposals.answered")]
    Answered { proposal: ProposalId, answer: Answer },
    /// 代表反馈.
    #[serde(rename = "proposals.feedback_given")]
    FeedbackGiven { proposal: ProposalId, feedback: Feedback },
    /// 结案: it ends though the mover is not satisfied.
    #[serde(rename = "proposals.closed")]
    Closed { proposal: ProposalId, closing: Closing },
}

/// What may be asked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(tag = "do", rename_all = "snake_case", deny_unknown_fields)]
#[cfg_attr(feature = "ts", ts(rename = "ProposalsCommand"))]
pub enum Command {
    /// Register proposals, one or a list. One whose number is registered is put right, as long as
    /// nothing became of it; one that says the same is left alone.
    Register { filings: Vec<Filing> },
    /// Record the next step of one.
    RecordStep { proposal: ProposalId, step: Step },
}

impl Command {
    /// Returns the reason it gives, where one is asked for.
    pub(crate) fn reason_mut(&mut self) -> Option<&mut String> {
        match self {
            Self::RecordStep { step, .. } => step.reason_mut(),
            Self::Register { .. } => None,
        }
    }
}

pub(crate) fn decide(session: &Past, command: &Command) -> Result<Vec<crate::Event>, Refusal> {
    session.described()?;
    match command {
        Command::Register { filings } => register(session, filings),
        Command::RecordStep { proposal, step } => {
            let found = session.proposal(*proposal)?;
            steps::check(session, found, step)?;
            Ok(vec![Event::of(*proposal, step.clone()).into()])
        }
    }
}

fn register(session: &Past, filings: &[Filing]) -> Result<Vec<crate::Event>, Refusal> {
    let mut events = Vec::new();
    for (place, filing) in filings.iter().enumerate() {
        if filings.iter().take(place).any(|other| other.id == filing.id) {
            return Err(Refusal::ProposalNumberTwice { proposal: filing.id });
        }
        let before = session.proposals.iter().find(|proposal| proposal.filing.id == filing.id);
        if before.is_some_and(|before| before.filing == *filing) {
            continue;
        }
        check_filing(session, filing, before.map(|before| &before.filing))?;
        let event = match before {
            Some(before) if before.state == State::Filed => {
                Event::Corrected { filing: filing.clone() }
            }
            Some(before) => return Err(before.stands_otherwise()),
            None => Event::Registered { filing: filing.clone() },
        };
        events.push(event.into());
    }
    Ok(events)
}

fn check_filing(session: &Past, filing: &Filing, before: Option<&Filing>) -> Result<(), Refusal> {
    if filing.id.0 == 0 {
        return Err(Refusal::NoSuchProposal { proposal: filing.id });
    }
    if filing.title.is_empty() {
        return Err(Refusal::ProposalWithoutTitle { proposal: filing.id });
    }
    let mut signers: Vec<&Member> = Vec::new();
    for member in filing.signers() {
        let (number, name) = (member.number, member.name.clone());
        let stood = before.is_some_and(|before| before.signers().any(|other| other == member));
        if !stood && !session.people.is_deputy(member) {
            return Err(Refusal::NotADeputy { number, name });
        }
        if signers.contains(&member) {
            return Err(Refusal::SignedTwice { proposal: filing.id, number, name });
        }
        signers.push(member);
    }
    let signed = number(signers.len());
    if filing.sort == Sort::Bill && signed < SIGNERS_OF_A_BILL {
        return Err(Refusal::BillNeedsSigners {
            proposal: filing.id,
            signed,
            needed: SIGNERS_OF_A_BILL,
        });
    }
    Ok(())
}

pub(crate) fn apply(session: &mut Past, event: &Event) -> Result<(), OutOfPlace> {
    match event.told() {
        Told::Filed(filing) => {
            if let Some(found) = session.proposal_mut(filing.id) {
                found.filing = filing.clone();
            } else {
                let (filing, steps, state) = (filing.clone(), Vec::new(), State::Filed);
                session.proposals.push(Proposal { filing, steps, state, carried: None });
                session.proposals.sort_by_key(|proposal| proposal.filing.id);
            }
        }
        Told::Carried(carried) => carried::apply(session, carried)?,
        Told::Step(proposal, step) => {
            let found = session.proposal_mut(proposal);
            let found = found.ok_or(OutOfPlace("an unknown proposal"))?;
            let after = found.state.clone().after(found.filing.sort, step.clone());
            found.state = after.ok_or(OutOfPlace("a step that does not follow"))?;
            found.steps.push(step);
        }
    }
    Ok(())
}

/// What an event tells of.
enum Told<'a> {
    Filed(&'a Filing),
    Carried(&'a Carried),
    Step(ProposalId, Step),
}

impl Event {
    fn of(proposal: ProposalId, step: Step) -> Self {
        match step {
            Step::Withdrawn(withdrawal) => Self::Withdrawn { proposal, withdrawal },
            Step::PutOnAgenda(placing) => Self::PutOnAgenda { proposal, placing },
            Step::TurnedIntoSuggestion(turning) => Self::TurnedIntoSuggestion { proposal, turning },
            Step::HandedOver(handing) => Self::HandedOver { proposal, handing },
            Step::DeadlineExtended(extension) => Self::DeadlineExtended { proposal, extension },
            Step::Answered(answer) => Self::Answered { proposal, answer },
            Step::FeedbackGiven(feedback) => Self::FeedbackGiven { proposal, feedback },
            Step::Closed(closing) => Self::Closed { proposal, closing },
        }
    }

    fn told(&self) -> Told<'_> {
        let (proposal, step) = match self {
            Self::Registered { filing } | Self::Corrected { filing } => {
                return Told::Filed(filing);
            }
            Self::CarriedOver { carried } => return Told::Carried(carried),
            Self::Withdrawn { proposal, withdrawal } => {
                (proposal, Step::Withdrawn(withdrawal.clone()))
            }
            Self::PutOnAgenda { proposal, placing } => {
                (proposal, Step::PutOnAgenda(placing.clone()))
            }
            Self::TurnedIntoSuggestion { proposal, turning } => {
                (proposal, Step::TurnedIntoSuggestion(turning.clone()))
            }
            Self::HandedOver { proposal, handing } => (proposal, Step::HandedOver(handing.clone())),
            Self::DeadlineExtended { proposal, extension } => {
                (proposal, Step::DeadlineExtended(extension.clone()))
            }
            Self::Answered { proposal, answer } => (proposal, Step::Answered(answer.clone())),
            Self::FeedbackGiven { proposal, feedback } => {
                (proposal, Step::FeedbackGiven(feedback.clone()))
            }
            Self::Closed { proposal, closing } => (proposal, Step::Closed(closing.clone())),
        };
        Told::Step(*proposal, step)
    }

    /// Returns the command it follows from.
    ///
    /// # Errors
    /// What went over from an earlier session, which no command brings.
    pub(crate) fn asked(&self) -> Result<Command, &Carried> {
        match self.told() {
            Told::Filed(filing) => Ok(Command::Register { filings: vec![filing.clone()] }),
            Told::Carried(carried) => Err(carried),
            Told::Step(proposal, step) => Ok(Command::RecordStep { proposal, step }),
        }
    }

    /// Returns which proposal it is about, and the day it tells of.
    pub(crate) fn about(&self) -> (ProposalId, NaiveDate) {
        match self.told() {
            Told::Filed(filing) => (filing.id, filing.filed_on),
            Told::Carried(carried) => (carried.filing.id, carried.filing.filed_on),
            Told::Step(proposal, step) => (proposal, step.on()),
        }
    }
}

impl Filing {
    /// Returns the mover and then the seconders.
    pub fn signers(&self) -> impl Iterator<Item = &Member> {
        std::iter::once(&self.mover).chain(&self.seconders)
    }
}

impl Proposal {
    /// Returns what was handed in.
    #[must_use]
    pub fn filing(&self) -> &Filing {
        &self.filing
    }

    /// 结转: returns what it was when it went over from an earlier session; nothing of one of this
    /// session's own.
    #[must_use]
    pub fn carried(&self) -> Option<&Carried> {
        self.carried.as_deref()
    }

    /// Returns what it is called: 第3号, or 第五次会议第3号.
    #[must_use]
    pub fn called(&self) -> String {
        match &self.carried {
            Some(carried) => carried.origin.called(),
            None => format!("第{}号", self.filing.id),
        }
    }

    /// Returns every step of it, in order.
    #[must_use]
    pub fn steps(&self) -> &[Step] {
        &self.steps
    }

    /// Returns how it stands.
    #[must_use]
    pub fn state(&self) -> &State {
        &self.state
    }

    /// Returns the day of its last step, or on which it was handed in.
    #[must_use]
    pub fn last_day(&self) -> NaiveDate {
        self.steps.last().map_or(self.filing.filed_on, Step::on)
    }

    /// Returns how it was handled as it stood on a day: what came later is left out.
    #[must_use]
    pub fn as_of(&self, day: NaiveDate) -> Option<Self> {
        if self.filing.filed_on > day {
            return None;
        }
        let mut then = Self { steps: Vec::new(), state: State::Filed, ..self.clone() };
        for step in self.steps.iter().take_while(|step| step.on() <= day) {
            then.state = then.state.after(then.filing.sort, step.clone())?;
            then.steps.push(step.clone());
        }
        Some(then)
    }

    pub(crate) fn stands_otherwise(&self) -> Refusal {
        Refusal::ProposalStandsOtherwise {
            proposal: self.filing.id,
            title: self.filing.title.clone(),
            state: self.state.name(),
        }
    }
}

impl Past {
    /// Returns the proposals by number.
    #[must_use]
    pub fn proposals(&self) -> &[Proposal] {
        &self.proposals
    }

    /// Returns a proposal.
    ///
    /// # Errors
    /// [`Refusal::NoSuchProposal`].
    pub fn proposal(&self, id: ProposalId) -> Result<&Proposal, Refusal> {
        self.proposals
            .iter()
            .find(|proposal| proposal.filing.id == id)
            .ok_or(Refusal::NoSuchProposal { proposal: id })
    }

    fn proposal_mut(&mut self, id: ProposalId) -> Option<&mut Proposal> {
        self.proposals.iter_mut().find(|proposal| proposal.filing.id == id)
    }

    /// Returns the last day that anything is recorded of a proposal; nothing where there is none.
    #[must_use]
    pub fn last_day_of_proposals(&self) -> Option<NaiveDate> {
        self.proposals.iter().map(Proposal::last_day).max()
    }
}
