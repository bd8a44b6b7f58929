//! Where lists go: what is there goes out and comes in again unchanged, and what comes in is what the
//! form or the command needs.

use exchange::table::{Hall, List, Options, Reading, Taken, Target, preview, read, read_pasted};
use exchange::{Preset, Sample, write_list};
use session::ballot::election::Nominator;
use session::ballot::{BallotContest, Project};
use session::people::{Observer, Role, Staff};
use session::projects::Way;
use session::tally::{ContestOption, OptionId};
use session::{PersonId, ProjectId};

fn pasted(target: &Target, text: &str) -> Reading {
    read_pasted(target.list(), text, &target.options(Options::default()), &|_| true)
}

fn taken(target: &Target, text: &str, hall: &Hall, keep: bool) -> Taken {
    let preview = target.preview(pasted(target, text), hall, keep);
    target.take(&preview, hall).unwrap_or_else(|faults| panic!("{faults:?}"))
}

fn staff(id: &str, name: &str, role: Role) -> Staff {
    Staff::of(PersonId(id.into()), name.into(), role)
}

fn contest(kind: &str) -> BallotContest {
    let presets = Preset::shipped().unwrap();
    presets.into_iter().find(|preset| preset.id == kind).unwrap().contest
}

fn with_option(mut contest: BallotContest, name: &str) -> BallotContest {
    contest.contest.options = vec![ContestOption { id: OptionId("1".into()), name: name.into() }];
    contest
}

/// Out as a workbook and in again.
fn there_and_back(target: &Target, hall: &Hall) -> Taken {
    let bytes = write_list(target.list(), &target.cells(hall)).unwrap();
    let options = target.options(Options::default());
    let reading = read(target.list(), "a.xlsx", &bytes, &options, &|_| true);
    let preview = target.preview(reading, hall, false);
    assert!(
        preview.rows.iter().all(|row| row.change == exchange::table::Change::Same),
        "{preview:?}"
    );
    target.take(&preview, hall).unwrap_or_else(|faults| panic!("{faults:?}"))
}

#[test]
fn the_roster_and_the_projects_go_out_and_come_in_unchanged() {
    let sample = Sample::load().unwrap();
    let hall = Hall { roster: sample.deputies.clone(), ..Hall::default() };
    let back = there_and_back(&Target::Roster, &hall);
    assert_eq!(back, Taken::Roster { deputies: sample.deputies.clone() });
    let there = sample.ballot().contests.remove(0);
    let target = Target::Contest { list: List::Projects, there: Box::new(there.clone()) };
    let Taken::Contest { contest } = there_and_back(&target, &hall) else { panic!() };
    assert_eq!(*contest, there);
    let observers = Target::Observers { there: sample.observers.clone() };
    let back = there_and_back(&observers, &hall);
    assert_eq!(back, Taken::Observers { observers: sample.observers });
    let last_year = Target::LastYear { there: sample.past_projects.clone() };
    let back = there_and_back(&last_year, &hall);
    assert_eq!(back, Taken::LastYear { projects: sample.past_projects });
}

#[test]
fn candidates_come_with_all_that_is_known_of_them_and_go_out_so() {
    let there = contest("deputy");
    let target = Target::Contest { list: List::Candidates, there: Box::new(there) };
    let text = "序号\t姓名\t性别\t民族\t出生年月\t现任职务\t提名人\t联名人数\t预选得票\n\
                1\t田 富\t男\t汉族\t1980.5\t副镇长\t主席团\t\t31\n\
                2\t王芳\t女\t回族\t1985年3月\t站长\t刘敏\t12\t28\n";
    let hall = Hall::default();
    let Taken::Contest { contest } = taken(&target, text, &hall, false) else { panic!() };
    let nominees = &contest.election.as_ref().unwrap().nominees;
    assert_eq!(contest.contest.options[0].name, "田富");
    assert_eq!(nominees[1].sex, "女");
    assert_eq!(nominees[1].nominator, Nominator::Deputies { first: "刘敏".into(), signed: 12 });
    assert_eq!((nominees[0].primary_votes, contest.projects.len()), (Some(31), 0));
    let target = Target::Contest { list: List::Candidates, there: contest.clone() };
    let Taken::Contest { contest: back } = there_and_back(&target, &hall) else { panic!() };
    assert_eq!(back, contest);
}

#[test]
fn an_evaluation_takes_last_years_projects_or_proposals() {
    let empty = with_option(contest("evaluation"), "");
    let hall = Hall::default();
    let of = |list| Target::Contest { list, there: Box::new(empty.clone()) };
    let text =
        "序号\t项目名称\t总投资（万元）\t责任单位\n1\t堤防\t360\t水利站\n2\t公墓\t180\t民政办\n";
    let Taken::Contest { contest } = taken(&of(List::LastYear), text, &hall, true) else {
        panic!()
    };
    let names: Vec<&str> = contest.contest.options.iter().map(|it| it.name.as_str()).collect();
    assert_eq!(names, ["堤防", "公墓"], "the empty row of a new ballot is no row");
    assert_eq!(contest.projects[0].investment, 3_600_000);
    let target = Target::Contest { list: List::LastYear, there: contest.clone() };
    let reading = pasted(&target, text);
    assert!(target.preview(reading, &hall, false).missing.is_empty());
    let text = "编号\t案由\t领衔代表\t承办单位\n1\t修路的建议\t刘敏\t交通办\n";
    let Taken::Contest { contest } = taken(&of(List::Proposals), text, &hall, false) else {
        panic!()
    };
    assert_eq!(
        (contest.projects[0].unit.as_str(), contest.projects[0].person.as_str()),
        ("交通办", "刘敏")
    );
    let Taken::Contest { contest } = taken(&of(List::Motions), "财政所\n民政办\n", &hall, false)
    else {
        panic!()
    };
    assert_eq!(contest.contest.options[1].name, "民政办");
}

#[test]
fn staff_keep_their_ids_and_nobody_gets_one_that_was_given() {
    let there = vec![
        staff("secretary", "苏文", Role::Secretary),
        staff("teller-1", "赵一", Role::Teller),
        staff("teller-2", "钱二", Role::Teller),
    ];
    let ids =
        there.iter().map(|it| it.id.clone()).chain([PersonId("scrutineer-1".into())]).collect();
    let hall = Hall { ids, ..Hall::default() };
    let target = Target::Staff { there: there.clone() };
    let text = "职责\t姓名\n计票人\t孙三\n计票人\t赵一\n监票人\t李四\n";
    let preview = target.preview(pasted(&target, text), &hall, false);
    assert_eq!(preview.missing.len(), 1, "钱二, and not the secretary who brings the list in");
    let Taken::Staff { staff: came } = taken(&target, text, &hall, false) else { panic!() };
    assert_eq!(
        came,
        [
            staff("secretary", "苏文", Role::Secretary),
            staff("teller-3", "孙三", Role::Teller),
            staff("teller-1", "赵一", Role::Teller),
            staff("scrutineer-2", "李四", Role::Scrutineer),
        ]
    );
    let wrong =
        target.preview(pasted(&target, "职责\t姓名\t代表编号\n监票人\t李四\t7\n"), &hall, false);
    assert_eq!(wrong.faults.len(), 1);
    assert!(target.take(&wrong, &hall).is_err());
}

#[test]
fn an_agenda_comes_item_by_item() {
    let target = Target::Agenda { there: vec!["听取报告".into(), " ".into()] };
    let hall = Hall::default();
    assert_eq!(target.cells(&hall).len(), 1);
    let Taken::Agenda { items } = taken(&target, "议程\n审查预算\n票决项目\n", &hall, true)
    else {
        panic!()
    };
    assert_eq!(items, ["听取报告", "审查预算", "票决项目"].map(String::from));
}

#[test]
fn ten_thousand_rows_are_compared_at_once() {
    let roster: Vec<_> = (0..9_000_u32)
        .map(|at| Observer { name: format!("张{at}"), post: "村民".into() })
        .collect();
    let target = Target::Observers { there: roster };
    let hall = Hall::default();
    let there = target.cells(&hall);
    let names: Vec<&str> = there.iter().map(|cells| cells[1].as_str()).collect();
    let text = names.join("\n");
    let preview = preview(pasted(&target, &text), &there, false);
    assert_eq!((preview.rows.len(), preview.missing.len()), (9_000, 0));
}

#[test]
fn what_was_collected_comes_in_with_who_proposed_it_and_how() {
    let text = "项目名称\t建设地点\t投资估算\t提出人\t征集渠道\n\
                通村公路硬化\t石门村\t38.6\t陈志远代表\t走访\n\
                路灯安装\t\t\t云岭村联络站\t代表联络站\n\
                停车场\t\t约100\t\t\n";
    let hall = Hall::default();
    let text = text.replace("约100", "100");
    let Taken::Collected { projects } = taken(&Target::Collected, &text, &hall, true) else {
        panic!()
    };
    let first = &projects[0];
    assert_eq!((first.facts.name.as_str(), first.facts.place.as_str()), ("通村公路硬化", "石门村"));
    assert_eq!((first.facts.project.investment, first.proposer.way), (386_000, Way::Visit));
    assert_eq!(first.proposer.by, "陈志远代表");
    let ways: Vec<Way> = projects.iter().map(|one| one.proposer.way).collect();
    assert_eq!(ways, [Way::Visit, Way::Station, Way::Other]);
}

#[test]
fn a_row_brought_in_again_still_refers_to_its_project() {
    let mut there = with_option(contest("selection"), "山塘除险加固");
    there.projects = vec![Project { of: Some(ProjectId(7)), ..Project::default() }];
    let target = Target::Contest { list: List::Projects, there: Box::new(there) };
    let text = "名称\t内容\t投资（万元）\t责任单位\n山塘除险加固\t七口\t298.5\t水利站\n路灯\t三百盏\t60\t站\n";
    let Taken::Contest { contest } = taken(&target, text, &Hall::default(), false) else {
        panic!()
    };
    let refers: Vec<Option<ProjectId>> = contest.projects.iter().map(|one| one.of).collect();
    assert_eq!(refers, [Some(ProjectId(7)), None]);
    assert_eq!(contest.projects[0].investment, 2_985_000);
}
