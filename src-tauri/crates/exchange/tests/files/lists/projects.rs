//! Projects in lists: money, what became of them.

use exchange::table::{List, What};
use exchange::{read_past_projects, read_projects, table};

use super::{only, reading};

const CANDIDATES: &str = "序号,名称,内容,投资（万元）,资金来源,责任单位,责任人,完成时限\n";

#[test]
fn projects_keep_their_investment_to_the_yuan() {
    let read = |rows: &str| reading(List::Projects, &format!("{CANDIDATES}{rows}"));
    let text = format!("{CANDIDATES}1,山塘除险加固,七口,298.5001,镇财政,水利站,袁浩然,2026年5月\n");
    let projects = read_projects("projects.csv", text.as_bytes()).unwrap();
    assert_eq!(projects[0].project.investment, 2_985_001);
    assert_eq!(
        (projects[0].option().id.0.as_str(), projects[0].option().name.as_str()),
        ("1", "山塘除险加固")
    );
    let vague = read("1,山塘,七口,约300,,水利站,,\n");
    assert_eq!(only(&vague), (2, "投资（万元）", &What::NotAnAmount));
    assert_eq!(vague.faults[0].value, "约300");
    assert_eq!(
        only(&read("1,山塘,七口,1,,站,,\n2,山塘,七口,1,,站,,\n")),
        (3, "名称", &What::Twice { first_line: 2 })
    );
    assert_eq!(only(&read("1,山塘,,1,,站,,\n")), (2, "内容", &What::Missing));
    for (text, shown) in
        [("\"1,200.50\"", "1200.5"), ("１２００", "1200"), ("386万元", "386"), ("1.2亿元", "12000")]
    {
        assert_eq!(read(&format!("1,山塘,七口,{text},,站,,\n")).rows[0].get("投资（万元）"), shown);
    }
}

#[test]
fn the_unit_of_an_amount_is_that_of_its_heading() {
    for (heading, amount) in
        [("投资额（元）", "2985000"), ("总投资（亿元）", "0.02985"), ("投资估算(万元)", "298.5")]
    {
        let text = format!("序号,项目名称,建设内容,{heading},责任单位\n1,山塘,七口,{amount},站\n");
        let projects = read_projects("a.csv", text.as_bytes()).unwrap();
        assert_eq!(projects[0].project.investment, 2_985_000, "{heading}");
    }
    let above = "单位：元,,,,\n序号,项目名称,建设内容,投资,责任单位\n1,山塘,七口,2985000,站\n";
    assert_eq!(read_projects("a.csv", above.as_bytes()).unwrap()[0].project.investment, 2_985_000);
}

#[test]
fn a_past_project_that_is_not_done_says_why() {
    let read = |row: &str| {
        let text = format!("序号,名称,内容,投资（万元）,责任单位,完成情况,情况说明\n{row}\n");
        reading(List::LastYear, &text)
    };
    let past = |row: &str| table::past_projects(&read(row).rows).remove(0);
    assert!(past("1,堤防,,360,水利站,完成,").done);
    assert_eq!(only(&read("1,公墓,,180,民政,未完成,")), (2, "情况说明", &What::ReasonMissing));
    let late = past("1,公墓,,180,民政,\"未完成，因用地未批\",");
    assert_eq!((late.done, late.state.as_str()), (false, "因用地未批"));
    let going_on = past("1,公墓,,180,民政,在建,");
    assert_eq!((going_on.done, going_on.state.as_str()), (false, "在建"));
    let partly = past("1,公墓,,180,民政,完成80%,");
    assert_eq!((partly.done, partly.state.as_str()), (false, "完成80%"));
    assert!(past("1,公墓,,180,民政,\"已完成，9月验收\",").done);
    assert!(past("1,公墓,,180,民政,按期完成,").done);
    assert!(!past("1,公墓,,180,民政,正常推进,").done);
    assert!(matches!(only(&read("1,公墓,,180,民政,待定,")).2, What::UnknownWord { .. }));
    let last_year = "序号,名称,完成情况\n1,堤防,完成\n".as_bytes();
    assert_eq!(read_past_projects("a.csv", last_year).unwrap()[0].project.investment, 0);
}
