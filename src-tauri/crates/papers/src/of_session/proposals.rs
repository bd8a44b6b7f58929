//! 议案、建议: the facts of their papers, as they stood on a day.

use chrono::NaiveDate;
use session::floor::meeting::Meeting;
use session::proposals::{AnswerClass, Grade, Handling, Period, Proposal, Sort, State, Step};
use session::sittings::Member;
use session::views::office_words as words;
use session::{ProposalId, Session, number};

use super::meeting;
use super::twice::Twice;
use crate::data::proposals::{OfProposal, OfProposals, ProposalCounts, ProposalFacts};

/// Returns what a paper about one proposal may say.
pub(super) fn of_one(session: &Session, named: &Meeting, id: ProposalId) -> Option<OfProposal> {
    let proposal = session.proposal(id).ok()?;
    Some(OfProposal {
        session: meeting::name(named),
        meeting: meeting::facts(session, named),
        proposal: facts(session, proposal, proposal.last_day()),
    })
}

/// Returns what a paper about all of them may say, as they stood on a day; without one on the last
/// that is recorded.
pub(super) fn of_all(session: &Session, named: &Meeting, on: Option<NaiveDate>) -> OfProposals {
    let on = on.or_else(|| session.last_day_of_proposals()).unwrap_or(named.held_on);
    let then: Vec<Proposal> =
        session.proposals().iter().filter_map(|proposal| proposal.as_of(on)).collect();
    let proposals: Vec<ProposalFacts> =
        then.iter().map(|proposal| facts(session, proposal, on)).collect();
    OfProposals {
        session: meeting::name(named),
        meeting: meeting::facts(session, named),
        on,
        counts: counts(&then, &proposals),
        listed: listed(&proposals),
        proposals,
    }
}

fn listed(proposals: &[ProposalFacts]) -> Vec<ProposalFacts> {
    let mut listed = proposals.to_vec();
    listed.sort_by_key(|one| {
        let place = match (one.late, one.waits) {
            (true, true) => 0,
            (false, true) => 1,
            (_, false) => 2,
        };
        let due = one.deadline.filter(|_| place < 2);
        (place, due.is_none(), due, one.number)
    });
    listed
}

fn facts(session: &Session, proposal: &Proposal, on: NaiveDate) -> ProposalFacts {
    let (filing, state) = (proposal.filing(), proposal.state());
    let (answer, feedback) = (state.answer(), state.feedback());
    let handling = state.handling();
    let deadline = handling.map(Handling::deadline);
    let told = |member: &Member| apart(session, member);
    let mover = session.people().deputy_of(&filing.mover);
    let handed = proposal.steps().iter().filter(|step| matches!(step, Step::HandedOver(_)));
    let class = answer.and_then(|answer| answer.class).map(words::class);
    let since = answer.map_or(on, |answer| answer.on);
    ProposalFacts {
        number: filing.id.0,
        called: proposal.called(),
        carried: proposal.carried().is_some(),
        sort: words::sort(filing.sort).to_owned(),
        is_bill: filing.sort == Sort::Bill,
        title: filing.title.clone(),
        text: paragraphs(&filing.text),
        mover: told(&filing.mover),
        delegation: mover.map_or_else(String::new, |one| one.delegation.clone()),
        post: mover.map_or_else(String::new, |one| one.post.clone()),
        seconders: filing.seconders.iter().map(told).collect(),
        filed: filing.filed_on,
        between: filing.period == Period::Between,
        state: words::state(state.name()).to_owned(),
        reason: reason(state),
        unit: handling.map_or_else(String::new, |one| one.handing.unit.clone()),
        person: handling.map_or_else(String::new, |one| one.handing.person.clone()),
        handed: handling.map(|one| one.handing.on),
        deadline,
        extended: handling
            .and_then(|one| one.extensions.last())
            .map_or_else(String::new, |extension| extension.reason.clone()),
        times: number(handed.count()),
        answered: answer.map(|answer| answer.on),
        class: class.map_or("", |(letter, _)| letter).to_owned(),
        class_said: class.map_or("", |(_, said)| said).to_owned(),
        answer: paragraphs(answer.map_or("", |answer| answer.text.as_str())),
        grade: feedback.map_or("", |feedback| words::grade(feedback.grade)).to_owned(),
        note: feedback.map_or_else(String::new, |feedback| feedback.note.clone()),
        late: deadline.is_some_and(|deadline| since > deadline),
        over: !state.is_open(),
        waits: state.is_open() && answer.is_none(),
    }
}

/// The name, and behind one that two bear what tells them apart.
fn apart(session: &Session, member: &Member) -> String {
    let note = session.people().deputy_of(member).map(|one| one.note.as_str());
    match Twice::on_the_roster(session).told_apart(&member.name, note.unwrap_or_default()) {
        Some(note) => format!("{}（{note}）", member.name),
        None => member.name.clone(),
    }
}

fn paragraphs(text: &str) -> Vec<String> {
    text.lines().map(str::trim).filter(|line| !line.is_empty()).map(str::to_owned).collect()
}

fn reason(state: &State) -> String {
    match state {
        State::Withdrawn(withdrawal) => withdrawal.reason.clone(),
        State::Turned(turning) => turning.reason.clone(),
        State::Closed(.., closing) => closing.reason.clone(),
        State::Filed
        | State::OnAgenda(_)
        | State::Handed(_)
        | State::Answered(..)
        | State::Disputed(..)
        | State::Settled(..) => String::new(),
    }
}

fn counts(proposals: &[Proposal], facts: &[ProposalFacts]) -> ProposalCounts {
    let those = |of: &dyn Fn(&Proposal) -> bool| {
        number(proposals.iter().filter(|proposal| of(proposal)).count())
    };
    let told = |of: fn(&ProposalFacts) -> bool| number(facts.iter().filter(|one| of(one)).count());
    let classed =
        |class| those(&|one| one.state().answer().is_some_and(|it| it.class == Some(class)));
    let graded = |grade| those(&|one| one.state().feedback().is_some_and(|it| it.grade == grade));
    let bills = those(&|one| one.filing().sort == Sort::Bill);
    let carried = |one: &Proposal| one.carried().is_some();
    let turned = |step: &Step| matches!(step, Step::TurnedIntoSuggestion(_));
    let (satisfied, basically, dissatisfied) =
        (graded(Grade::Satisfied), graded(Grade::Basically), graded(Grade::Dissatisfied));
    ProposalCounts {
        all: number(proposals.len()),
        carried: those(&carried),
        carried_bills: those(&|one| carried(one) && one.filing().sort == Sort::Bill),
        bills,
        suggestions: number(proposals.len()).saturating_sub(bills),
        between: told(|one| one.between && !one.carried),
        on_agenda: those(&|one| matches!(one.state(), State::OnAgenda(_))),
        turned: those(&|one| !carried(one) && one.steps().iter().any(turned)),
        withdrawn: those(&|one| matches!(one.state(), State::Withdrawn(_))),
        handed: told(|one| one.handed.is_some()),
        answered: told(|one| one.answered.is_some()),
        running: those(&|one| matches!(one.state(), State::Handed(_))),
        late: told(|one| one.late),
        class_a: classed(AnswerClass::A),
        class_b: classed(AnswerClass::B),
        class_c: classed(AnswerClass::C),
        satisfied,
        basically,
        dissatisfied,
        rate: rate(satisfied + basically, satisfied + basically + dissatisfied),
    }
}

/// A hundredth of a per cent, half up, in whole numbers.
fn rate(of: u32, all: u32) -> String {
    if all == 0 {
        return String::new();
    }
    let (of, all) = (u64::from(of), u64::from(all));
    let hundredths = (of * 20_000 + all) / (all * 2);
    format!("{}.{:02}", hundredths / 100, hundredths % 100)
}

/// Returns every text of the proposals, with the title it stands under.
pub(crate) fn texts(session: &Session) -> Vec<(String, String)> {
    let of_step = |step: &Step| match step {
        Step::Withdrawn(it) => it.reason.clone(),
        Step::TurnedIntoSuggestion(it) => it.reason.clone(),
        Step::DeadlineExtended(it) => it.reason.clone(),
        Step::Closed(it) => it.reason.clone(),
        Step::PutOnAgenda(it) => it.item.clone(),
        Step::HandedOver(it) => format!("{}\n{}", it.unit, it.person),
        Step::Answered(it) => it.text.clone(),
        Step::FeedbackGiven(it) => it.note.clone(),
    };
    let told = |proposal: &Proposal| {
        let filing = proposal.filing();
        let signers = filing.signers().map(|member| member.name.clone());
        let mut texts: Vec<String> = vec![filing.title.clone(), filing.text.clone()];
        texts.extend(signers);
        texts.extend(proposal.steps().iter().map(of_step));
        (filing.title.clone(), texts.join("\n"))
    };
    session.proposals().iter().map(told).collect()
}
