//! 结转: what is not over goes into the next session whole, and goes on there.

use session::floor::last::CarriedOver;
use session::floor::meeting::{self, Meeting};
use session::people;
use session::projects::{self, Authority, Change, Completion, Screening, Standing, Supervision};
use session::proposals::{Grade, Sort, StateName};
use session::record::DeedKind;
use session::sittings::Member;
use session::views::projects::{Happened, view};
use session::{EdgeCommand, Entry, Event, OutOfPlace, ProjectId, ProposalId, Refusal, Session};

use crate::projects::after::{line, note, review, whole_course};
use crate::projects::{chosen, collected, screen, stands};
use crate::proposals::{answered, day, feedback, filing, handed, register, step};
use crate::support::*;

/// Of two chosen projects one is done; of three proposals one is settled, one handed over, one filed.
pub fn last() -> Told {
    let mut told = chosen();
    whole_course(&mut told);
    let filings = (1..=3).map(|id| filing(&told, id, Sort::Suggestion, &[id, 4])).collect();
    told.done(register(filings), "secretary");
    for (id, taken) in [
        (1, handed("2026-01-20", "2026-04-20")),
        (1, answered("2026-03-01")),
        (1, feedback("2026-03-02", Grade::Satisfied)),
        (2, handed("2026-12-20", "2027-03-20")),
    ] {
        told.done(step(id, taken), "secretary");
    }
    told
}

impl Told {
    /// What goes over from an earlier session.
    pub fn carry_over(&mut self, carried: &CarriedOver, actor: &str) -> Result<(), Refusal> {
        let projects = carried.projects.iter().map(EdgeCommand::CarryProject);
        let proposals = carried.proposals.iter().map(EdgeCommand::CarryProposal);
        for asked in projects.chain(proposals) {
            let events = self.session.decide_at_edge(&asked, &person(actor))?;
            self.record(&events, actor);
        }
        Ok(())
    }
}

/// The next session, described and staffed, with what the last one hands on.
fn next() -> Told {
    let mut told = Told::joined();
    told.carry_over(&CarriedOver::of(&last().session), "secretary").unwrap();
    let held_on = day("2027-01-15");
    let meeting = Meeting { meeting: 6, held_on, ..meeting() };
    told.done(meeting::Command::Describe { meeting }, "secretary");
    told.done(people::Command::AppointStaff { staff: staff() }, "secretary");
    // The mover of the second is on the roster no longer.
    let deputies = [(1, "田富"), (3, "𬱖生"), (4, "李伟")];
    let deputies = deputies.map(|(number, name)| deputy(number, name, "")).to_vec();
    told.done(people::Command::ListRoster { deputies, observers: Vec::new() }, "secretary");
    told
}

#[test]
fn what_is_not_over_goes_over_with_all_that_was_recorded_of_it() {
    let (before, told) = (last(), next());
    let [project] = told.session.projects().list() else { panic!("one is done") };
    let was = before.session.projects().project(ProjectId(2)).unwrap();
    assert_eq!((project.id(), project.facts()), (ProjectId(1), was.facts()));
    let carried = project.carried().unwrap();
    assert_eq!((carried.chosen.project, carried.chosen.votes), (ProjectId(2), 5));
    assert_eq!(project.course().explanations(), was.course().explanations());
    assert_eq!(project.course().percent(), 10);
    let by = &project.course().changes()[0].by;
    let named = "大会《关于暂停实施山塘除险加固项目的决定》".to_owned();
    assert_eq!(*by, Authority::Earlier { named });
    assert_eq!(stands(&told.session, 1), Standing::Going);
    assert_eq!(told.session.chosen_projects().len(), 1);
    assert_eq!(told.session.collected(), Vec::<&projects::Project>::new());

    let open: Vec<(u32, String, StateName)> = told
        .session
        .proposals()
        .iter()
        .map(|one| (one.filing().id.0, one.called(), one.state().name()))
        .collect();
    let called = |number: u32| format!("第五次会议第{number}号");
    assert_eq!(open, [(5002, called(2), StateName::Handed), (5003, called(3), StateName::Filed)]);
    let seen = session::views::proposals::view(&told.session, day("2027-01-15"));
    assert_eq!(seen.next, ProposalId(1), "numbers of the new session begin anew");
    assert_eq!(CarriedOver::of(&before.session).otherwise_in(&told.session), Vec::<String>::new());
}

#[test]
fn what_went_over_goes_on_and_is_no_deed_of_the_new_session() {
    let mut told = next();
    let deeds = |told: &Told| -> Vec<DeedKind> {
        let records = told.session.deputy_records();
        records.iter().flat_map(|one| one.deeds.iter().map(|deed| deed.kind)).collect()
    };
    assert_eq!(deeds(&told), []);
    // Between the making of the file and the session; never before it was chosen.
    let on = day("2026-12-28");
    told.done(projects::Command::NoteProgress { on, line: line(1, 80) }, "secretary");
    let early = projects::Command::NoteProgress { on: day("2026-01-15"), line: line(1, 80) };
    assert!(matches!(told.refused(early, "secretary"), Refusal::DayBeforeSession { .. }));
    told.done(review(1, day("2027-03-01"), vec![line(1, 90)]), "secretary");
    let seen =
        projects::Line { seen_by: vec![Member::of(&deputy(1, "田富", ""))], ..line(1, 95) };
    told.done(projects::Command::NoteProgress { on: day("2027-03-20"), line: seen }, "secretary");
    let members = [(4, "李伟")].map(|(number, name)| Member::of(&deputy(number, name, "")));
    let head = Member::of(&deputy(1, "田富", ""));
    let supervision = Supervision { head, members: members.to_vec(), presidium: None };
    told.done(projects::Command::Supervise { project: ProjectId(1), supervision }, "secretary");
    assert_eq!(deeds(&told), [DeedKind::OnWatch, DeedKind::SiteVisit, DeedKind::OnWatch]);
    told.done(step(5002, answered("2027-02-10")), "secretary");
    told.done(step(5002, feedback("2027-02-11", Grade::Basically)), "secretary");
    let completion =
        Completion { on: day("2027-04-02"), paid: 300_000, note: "已验收".to_owned() };
    told.done(projects::Command::Complete { project: ProjectId(1), completion }, "secretary");
    assert_eq!(stands(&told.session, 1), Standing::Completed);
    let left = CarriedOver::of(&told.session);
    assert_eq!((left.projects.len(), left.proposals.len()), (0, 1));
    let third = &left.proposals[0];
    assert_eq!((third.filing.id.0, third.origin.meeting), (5003, 5), "it keeps its first number");

    let seen = view(&told.session, day("2027-05-01"));
    let life = &seen.projects[0].life;
    let before = life.iter().position(|it| matches!(it.happened, Happened::ChosenBefore { .. }));
    let over = life.iter().position(|it| matches!(it.happened, Happened::CarriedOver));
    assert!(before.is_some() && over.is_some(), "{life:?}");
    let mut session = Session::default();
    for entry in &told.journal {
        assert_eq!(session.retrace(entry), Ok(()), "{:?}", entry.event);
        session.apply(entry).unwrap();
    }
}

#[test]
fn a_project_that_went_over_is_no_candidate_any_more() {
    let mut told = next();
    let stands = |told: &mut Told, command: projects::Command| {
        matches!(told.refused(command, "secretary"), Refusal::ProjectStands { .. })
    };
    assert!(stands(&mut told, screen(&[1], Screening::LeftOut, "重复")));
    assert!(stands(&mut told, screen(&[1], Screening::Candidate, "")));
    let projects::Collected { facts, proposer } = collected("甲");
    let project = ProjectId(1);
    assert!(stands(&mut told, projects::Command::ChangeFacts { project, facts, proposer }));
    let mut ballot = ballot();
    ballot.contests[0].projects = vec![session::ballot::Project::default(); 3];
    ballot.contests[0].projects[0].of = Some(project);
    let save = session::ballot::Command::SaveBallot { ballot };
    assert!(matches!(told.refused(save, "secretary"), Refusal::ProjectStands { .. }));
    assert_eq!(told.session.candidates(), Vec::<&projects::Project>::new());
    // What is handed in anew may be part of it.
    told.done(projects::Command::Collect { projects: vec![collected("乙")] }, "secretary");
    told.done(screen(&[2], Screening::Merged { into: project }, "内容相同"), "secretary");
}

#[test]
fn nothing_goes_over_in_the_middle_of_a_journal_or_without_a_last_session() {
    let carried = CarriedOver::of(&last().session);
    let mut anew = Told::default();
    assert_eq!(anew.carry_over(&carried, "secretary"), Err(Refusal::CarriedOverFirst));
    let mut told = next();
    assert_eq!(told.carry_over(&carried, "secretary"), Err(Refusal::CarriedOverFirst));
    assert!(matches!(told.carry_over(&carried, "chief"), Err(Refusal::WrongRole { .. })));
    let seq = told.session.seq() + 1;
    let late = Entry { seq, ..told.journal[1].clone() };
    let behind = OutOfPlace("what goes over from the session before, behind something else");
    assert_eq!(told.session.apply(&late), Err(behind));
    let first = Entry { seq: 1, ..told.journal[1].clone() };
    assert_eq!(Session::default().apply(&first), Err(behind));
}

#[test]
fn what_is_over_or_speaks_of_another_does_not_go_over() {
    let carried = CarriedOver::of(&last().session);
    let refused = |change: &dyn Fn(&mut CarriedOver)| {
        let mut carried = carried.clone();
        change(&mut carried);
        let mut told = Told::joined();
        assert!(
            matches!(told.carry_over(&carried, "secretary"), Err(Refusal::NotCarriedOver { .. })),
            "{carried:?}"
        );
    };
    refused(&|it| it.projects[0].project = ProjectId(2));
    refused(&|it| it.projects[0].facts.name.clear());
    refused(&|it| it.proposals[0].filing.id = ProposalId(0));
    refused(&|it| it.proposals[1].filing.id = it.proposals[0].filing.id);
    refused(&|it| {
        let steps = [answered("2027-02-01"), feedback("2027-02-02", Grade::Satisfied)];
        it.proposals[0].steps.extend(steps);
    });
    refused(&|it| it.proposals[0].steps.push(feedback("2027-02-02", Grade::Satisfied)));
    let mut told = Told::joined();
    let mut entry = serde_json::to_value(Event::from(projects::Event::CarriedOver {
        carried: Box::new(carried.projects[0].clone()),
    }))
    .unwrap();
    let course = &mut entry["body"]["carried"]["course"];
    course["progress"][0]["line"]["project"] = 9.into();
    let event: Event = serde_json::from_value(entry).unwrap();
    let Event::Projects(projects::Event::CarriedOver { carried }) = event else {
        panic!("it went over")
    };
    let asked = EdgeCommand::CarryProject(&carried);
    let refused = told.session.decide_at_edge(&asked, &person("secretary"));
    assert!(matches!(refused, Err(Refusal::NotCarriedOver { .. })), "{refused:?}");
    told.carry_over(&CarriedOver::of(&last().session), "secretary").unwrap();
}

#[test]
fn what_another_record_says_is_found() {
    let told = next();
    let mut other = last();
    other.done(step(3, handed("2026-12-21", "2027-03-20")), "secretary");
    let otherwise = CarriedOver::of(&other.session).otherwise_in(&told.session);
    assert_eq!(otherwise, ["关于加强第3号水库管护的建议"]);
    let mut other = last();
    other.done(note(2, 40), "secretary");
    let otherwise = CarriedOver::of(&other.session).otherwise_in(&told.session);
    assert_eq!(otherwise, ["山塘除险加固"]);
}

#[test]
fn only_an_earlier_sessions_record_names_who_decided_so() {
    let mut told = chosen();
    let by = Authority::Earlier { named: "大会".to_owned() };
    let (project, on, reason) = (ProjectId(1), day("2026-07-01"), "资金变化".to_owned());
    let change = Change::Suspended;
    let asked = projects::Command::Change { project, on, change, by, reason };
    assert_eq!(told.refused(asked, "secretary"), Refusal::NothingChosen);
}
