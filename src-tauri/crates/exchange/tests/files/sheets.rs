//! What goes out as a workbook comes in again unchanged, and is never a formula.

use exchange::table::{self, List, Options, ProjectRow, read};
use exchange::{Sample, read_deputies, read_projects, write_list};
use proptest::prelude::*;
use session::ballot::Project;
use session::people::Deputy;

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
