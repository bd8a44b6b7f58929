//! Proposals and activities as lists: who is named is looked up on the roster, and what is recorded
//! goes out and comes in again unchanged.

use chrono::NaiveDate;
use exchange::table::{Fault, Hall, Options, Taken, Target, What, read, read_pasted};
use exchange::{Sample, write_list, write_proposals, write_record};
use session::people::Deputy;
use session::proposals::{Filing, Period, Sort};
use session::record::ActivityKind;
use session::sittings::Member;
use session::{ProposalId, Session};

fn day() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 1, 16).unwrap()
}

fn deputy(number: u32, name: &str, note: &str) -> Deputy {
    let mut one = Sample::load().unwrap().deputies.remove(0);
    one.number = number;
    name.clone_into(&mut one.name);
    note.clone_into(&mut one.note);
    one
}

fn hall() -> Hall {
    let named = ["刘敏", "𬱖生", "买买提·艾力", "王芳", "赵强"];
    let mut roster: Vec<Deputy> =
        (1..).zip(named).map(|(number, name)| deputy(number, name, "")).collect();
    roster.push(deputy(6, "李伟", "石门村"));
    roster.push(deputy(7, "李伟", "大坪村"));
    Hall { roster, ..Hall::default() }
}

fn handed_in() -> Target {
    Target::Proposals { filed_on: day(), period: Period::Session }
}

fn taken(target: &Target, text: &str, hall: &Hall) -> Result<Taken, Vec<Fault>> {
    let reading = read_pasted(target.list(), text, &target.options(Options::default()), &|_| true);
    let preview = target.preview(reading, hall, false);
    target.take(&preview, hall)
}

fn filings(text: &str, hall: &Hall) -> Vec<Filing> {
    match taken(&handed_in(), text, hall) {
        Ok(Taken::Proposals { filings }) => filings,
        other => panic!("{other:?}"),
    }
}

const TEXT: &str = "编号\t案由\t类别\t领衔代表\t附议代表\t内容\n\
    3\t关于修路的建议\t建议\t刘 敏\t王芳、赵强\t路面破损\n\
    4\t关于保护水库的议案\t议案\t买买提•艾力\t刘敏、𬱖生、王芳、李伟（石门村）\t\n";

#[test]
fn a_list_of_proposals_names_deputies_of_the_roster() {
    let filings = filings(TEXT, &hall());
    assert_eq!(filings.len(), 2);
    let [one, other] = filings.as_slice() else { panic!() };
    assert_eq!(
        (one.id, one.sort, one.text.as_str()),
        (ProposalId(3), Sort::Suggestion, "路面破损")
    );
    assert_eq!(one.mover, Member { number: 1, name: "刘敏".to_owned() });
    assert_eq!((one.filed_on, one.period), (day(), Period::Session));
    let numbers: Vec<u32> = other.signers().map(|member| member.number).collect();
    assert_eq!((other.sort, numbers), (Sort::Bill, vec![3, 1, 2, 4, 6]));
}

#[test]
fn who_is_no_deputy_or_one_of_two_is_a_fault_in_its_place() {
    let text = "编号\t标题\t提出人\t附议人\n1\t修路\t外人\t刘敏\n2\t修桥\t王芳\t李伟\n";
    let faults = taken(&handed_in(), text, &hall()).unwrap_err();
    let of: Vec<(Option<u32>, Option<&str>, &What)> = faults
        .iter()
        .map(|fault| (fault.place.line, fault.place.column.as_deref(), &fault.what))
        .collect();
    assert_eq!(
        of,
        [
            (Some(2), Some("提出人"), &What::NoSuchDeputy { name: "外人".to_owned() }),
            (Some(3), Some("附议人"), &What::SeveralDeputies { name: "李伟".to_owned() }),
        ]
    );
}

#[test]
fn what_is_registered_goes_out_and_comes_in_unchanged_and_new_ones_are_numbered_on() {
    let mut hall = hall();
    let mut known = filings(TEXT, &hall);
    known[0].text = "路面破损\n雨天积水".to_owned();
    known[0].period = Period::Between;
    hall.proposals.clone_from(&known);
    let target = handed_in();
    let bytes = write_list(target.list(), &target.cells(&hall)).unwrap();
    let options = target.options(Options::default());
    let reading = read(target.list(), "a.xlsx", &bytes, &options, &|_| true);
    let back = target.take(&target.preview(reading, &hall, false), &hall).unwrap();
    assert_eq!(back, Taken::Proposals { filings: known.clone() });
    let fresh = filings("标题\t提出人\n关于办好食堂的建议\t王芳\n", &hall);
    let numbers: Vec<u32> = fresh.iter().map(|one| one.id.0).collect();
    assert_eq!(numbers, [3, 4, 5], "nothing registered is dropped by a list");
}

#[test]
fn activities_come_beside_what_is_noted() {
    let mut hall = hall();
    let text = "活动时间\t活动类别\t活动内容\t参加代表\n\
        2026.4.15\t联络站\t接待选民6人\t刘敏、买买提·艾力\n\
        2026年3月10日\t学习培训\t代表法专题培训\t王芳\n";
    let activities = |hall: &Hall| match taken(&Target::Activities, text, hall) {
        Ok(Taken::Activities { activities }) => activities,
        other => panic!("{other:?}"),
    };
    let came = activities(&hall);
    assert_eq!((came.len(), came[0].kind, came[0].who.len()), (2, ActivityKind::Station, 2));
    assert_eq!(came[0].on, NaiveDate::from_ymd_opt(2026, 4, 15).unwrap());
    assert_eq!(came[1].kind, ActivityKind::Training);
    hall.activities = came;
    assert_eq!(activities(&hall), [], "what is noted already is not noted twice");
    let month = "日期\t类别\t事项\t代表\n2026年4月\t走访\t走访选民\t刘敏\n";
    let faults = taken(&Target::Activities, month, &hall).unwrap_err();
    assert_eq!(faults[0].what, What::NotADate);
}

#[test]
fn the_workbooks_are_written_of_any_session() {
    let session = Session::default();
    for bytes in [write_proposals(&session, day()).unwrap(), write_record(&session).unwrap()] {
        assert!(bytes.starts_with(b"PK"));
    }
}
