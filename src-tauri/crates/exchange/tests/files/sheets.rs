//! What goes out as a workbook comes in again unchanged, and is never a formula.

use calamine::{Data, Reader};
use exchange::table::{self, List, Options, ProjectRow, read};
use exchange::{Sample, read_deputies, read_projects, write_list, write_projects, write_results};
use proptest::prelude::*;
use session::ballot::Project;
use session::ballot::ResultOrder;
use session::people::{Deputy, Role};
use session::round::result::{Outcome, ResultLine, ResultTable};
use session::tally::Next;
use session::{Command, Entry, Session};

fn back(list: List, rows: &[Vec<String>]) -> table::Reading {
    let bytes = write_list(list, rows).unwrap();
    read(list, "名册.xlsx", &bytes, &Options::default(), &|_| true)
}

#[test]
fn the_sample_goes_out_and_comes_in_again() {
    let sample = Sample::load().unwrap();
    let cells: Vec<_> = sample.deputies.iter().map(table::deputy_cells).collect();
    let bytes = write_list(List::Deputies, &cells).unwrap();
    assert_eq!(read_deputies("a.xlsx", &bytes).unwrap(), sample.deputies);
    let cells: Vec<_> = sample.projects.iter().map(table::project_cells).collect();
    let bytes = write_list(List::Projects, &cells).unwrap();
    assert_eq!(read_projects("a.xlsx", &bytes).unwrap(), sample.projects);
    let past = (1..).zip(&sample.past_projects);
    let cells: Vec<_> = past.map(|(place, it)| table::past_project_cells(place, it)).collect();
    assert_eq!(table::past_projects(&back(List::LastYear, &cells).rows), sample.past_projects);
}

#[test]
fn a_text_that_begins_like_a_formula_stays_a_text() {
    for post in ["=1+1", "+86", "-1", "@SUM(A1)", "=HYPERLINK(\"http://x\",\"x\")"] {
        let cells = vec![["1", "田富", "男", "汉族", "", post, ""].map(str::to_owned).to_vec()];
        assert_eq!(back(List::Deputies, &cells).cells(), cells, "{post}");
    }
}

#[test]
fn a_result_is_a_sheet_for_each_question_with_numbers_as_numbers() {
    let line = |no, name: &str, for_, outcome| ResultLine {
        no,
        name: name.into(),
        for_,
        against: 2,
        abstain: 1,
        void: 0,
        grades: Vec::new(),
        rate: None,
        level: None,
        shares: Vec::new(),
        reached: true,
        outcome,
    };
    let table = |title: &str, rows| ResultTable {
        title: title.into(),
        seats: Some(1),
        options: 2,
        valid: 56,
        void: 0,
        needed: Some(30),
        grades: Vec::new(),
        rows,
        seats_left: 0,
        next: Next::None,
        order: ResultOrder::Approvals,
        overall: None,
    };
    let rows = vec![
        line(Some(1), "=田富", 20, Outcome::BelowThreshold),
        line(Some(2), "王芳", 53, Outcome::Chosen),
    ];
    let tables = [table("选举镇长", rows), table("选举镇长", Vec::new())];
    let bytes = write_results(&tables).unwrap();
    let mut book = calamine::Xlsx::new(std::io::Cursor::new(bytes)).unwrap();
    assert_eq!(book.sheet_names(), ["选举镇长", "选举镇长 2"]);
    let sheet = book.worksheet_range("选举镇长").unwrap();
    let at = |row, column| sheet.get_value((row, column)).unwrap().clone();
    assert_eq!(at(1, 1), Data::String("王芳".into()));
    assert_eq!((at(1, 2), at(1, 6)), (Data::Float(53.0), Data::String("当选（通过）".into())));
    assert_eq!(at(2, 1), Data::String("=田富".into()));
    assert!(book.worksheet_formula("选举镇长").unwrap().is_empty());
}

#[test]
fn the_projects_go_out_a_sheet_a_table_and_nothing_where_nothing_is() {
    let sample = Sample::load().unwrap();
    let mut session = Session::default();
    let mut done = |command: &Command| {
        let secretary = &sample.staff_with(Role::Secretary).unwrap().id;
        for event in session.decide(command, secretary).unwrap() {
            let at = chrono::DateTime::parse_from_rfc3339("2026-01-16T15:40:00+08:00").unwrap();
            let (seq, actor) = (session.seq() + 1, secretary.clone());
            session.apply(&Entry { seq, at, actor, event }).unwrap();
        }
    };
    for command in sample.preparation() {
        done(&command);
    }
    let bytes = write_projects(&session).unwrap();
    let mut book = calamine::Xlsx::new(std::io::Cursor::new(bytes)).unwrap();
    assert_eq!(book.sheet_names(), ["项目一览"], "none is chosen yet");
    let sheet = book.worksheet_range("项目一览").unwrap();
    assert_eq!(sheet.height(), 20);
    assert_eq!(*sheet.get_value((1, 4)).unwrap(), Data::Float(386.0));
    assert_eq!(*sheet.get_value((1, 11)).unwrap(), Data::String("候选".into()));
}

fn text() -> impl Strategy<Value = String> {
    "[一-龥=+@A-Za-z（），]{1,12}"
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn a_roster_goes_out_and_comes_in_unchanged(people in proptest::collection::vec(("[一-龥]{2,4}", any::<bool>(), text(), text()), 1..30)) {
        let roster: Vec<Deputy> = (1..).zip(people).map(|(number, (name, woman, delegation, post))| Deputy {
            number,
            name,
            sex: if woman { "女".into() } else { String::new() },
            ethnicity: "汉族".into(),
            delegation,
            post,
            note: format!("第{number}人"),
        }).collect();
        let cells: Vec<_> = roster.iter().map(table::deputy_cells).collect();
        let reading = back(List::Deputies, &cells);
        prop_assert!(reading.faults.is_empty(), "{:?}", reading.faults);
        prop_assert_eq!(table::deputies(&reading.rows), roster);
    }

    #[test]
    fn projects_go_out_and_come_in_unchanged(rows in proptest::collection::vec(("[一-龥]{2,12}", text(), any::<u32>(), text()), 1..20)) {
        let projects: Vec<ProjectRow> = (1..).zip(rows).map(|(number, (name, content, investment, unit))| ProjectRow {
            number,
            name: format!("{name}{number}"),
            project: Project { content, investment, unit, ..Project::default() },
        }).collect();
        let cells: Vec<_> = projects.iter().map(table::project_cells).collect();
        let reading = back(List::Projects, &cells);
        prop_assert!(reading.faults.is_empty(), "{:?}", reading.faults);
        prop_assert_eq!(table::projects(&reading.rows), projects);
    }
}
