//! What any SQLite tool reads in the views of the file.

use rusqlite::Connection;
use session::floor::{attendance, hands};
use session::round::ruling::SheetPlace;
use session::round::{keying, ruling};
use session::tally::Hands;
use session::{BundleNo, Command, HandVoteId, Pass, RoundId, SheetNo, round};
use store::Record;

use crate::common::{
    PDF, announced, at, bundle_one, file_in, folder, one_sheet_keyed, person, prepared, ruled,
    secretary,
};

#[test]
fn the_views_can_be_read_with_any_sqlite_tool() {
    let folder = folder();
    announced(&mut Record::create(&file_in(&folder)).unwrap());
    let connection = Connection::open(file_in(&folder)).unwrap();
    let text = |sql: &str| connection.query_row(sql, [], |row| row.get::<_, String>(0)).unwrap();
    assert_eq!(
        text(
            "SELECT concat_ws('/', round, ballot, why, all_deputies, present, printed, issued, spoiled, returned) FROM rounds"
        ),
        "1/projects/first/4/4/3/3/0/3"
    );
    assert_eq!(
        text("SELECT concat_ws('/', certified_by, announced_at, certified_hash) FROM rounds")
            .split('/')
            .next(),
        Some("chief")
    );
    assert_eq!(
        text(
            "SELECT group_concat(concat_ws('/', teller, pass, bundle, sheet, stands), ' ') FROM sheets WHERE sheet = 2"
        ),
        "one/first/1/2/1 two/second/1/2/1"
    );
    assert_eq!(
        text("SELECT group_concat(mark, ' ') FROM marks WHERE pass = 'first' AND line = 2"),
        "against against against"
    );
    assert_eq!(
        text("SELECT concat_ws('/', kind, paper, pages, bytes) FROM issued_papers WHERE paper = 1"),
        format!("ballot/1/1/{}", PDF.len())
    );
}

#[test]
fn the_views_show_what_was_called_back_and_what_was_ruled() {
    let folder = folder();
    let mut record = Record::create(&file_in(&folder)).unwrap();
    ruled(&mut record);
    let entries = record.entries().unwrap();
    drop(record);
    assert_eq!(Record::open(&file_in(&folder)).unwrap().entries().unwrap(), entries);
    let connection = Connection::open(file_in(&folder)).unwrap();
    let text = |sql: &str| connection.query_row(sql, [], |row| row.get::<_, String>(0)).unwrap();
    assert_eq!(
        text("SELECT group_concat(sheet || ':' || stands, ' ') FROM sheets WHERE pass = 'first'"),
        "1:0 1:1 2:1 3:1"
    );
    assert_eq!(
        text(
            "SELECT group_concat(concat_ws('/', ruled_by, about, bundle, sheet, contest, reason), ' ') FROM rulings"
        ),
        "scrutineer/difference/1/3 chief/section/1/3/0/涂改"
    );
}

#[test]
fn the_views_show_what_was_put_right_taken_back_and_given_back() {
    let folder = folder();
    let mut record = Record::create(&file_in(&folder)).unwrap();
    ruled(&mut record);
    let place = SheetPlace { bundle: BundleNo(1), sheet: SheetNo(3) };
    let take_back =
        ruling::Command::TakeBack { round: RoundId(1), place, reason: "看错".to_owned() };
    record.perform(&Command::Ruling(take_back), &person("chief"), at()).unwrap();
    let collected = Some(round::Collected { spoiled: 1, returned: 3 });
    let numbers = round::Numbers { present: 3, printed: 5, issued: 4, collected };
    let correct =
        round::Command::CorrectNumbers { round: RoundId(1), numbers, reason: "点错".to_owned() };
    record.perform(&Command::Round(correct), &secretary(), at()).unwrap();
    drop(record);
    let connection = Connection::open(file_in(&folder)).unwrap();
    let text = |sql: &str| connection.query_row(sql, [], |row| row.get::<_, String>(0)).unwrap();
    assert_eq!(
        text("SELECT concat_ws('/', present, printed, issued, spoiled, returned) FROM rounds"),
        "3/5/4/1/3"
    );
    assert_eq!(
        text("SELECT group_concat(about || ':' || stands, ' ') FROM rulings"),
        "difference:0 section:0"
    );
}

#[test]
fn the_views_show_what_a_mended_keying_struck() {
    let folder = folder();
    drop(Record::create(&file_in(&folder)).unwrap());
    let connection = Connection::open(file_in(&folder)).unwrap();
    let tell = |kind: &str, rest: &str| {
        let body = format!(r#"{{"place":{{"round":1,"pass":"first","bundle":1}},{rest}}}"#);
        let sql = "INSERT INTO journal SELECT coalesce(max(seq), 0) + 1, '', 'one', ?1, ?2, printf('%064d', 0) FROM journal";
        connection.execute(sql, [kind, &body]).unwrap();
    };
    let stands = || {
        let sql = "SELECT group_concat(coalesce(stands, '?'), '') FROM sheets";
        connection.query_row(sql, [], |row| row.get::<_, String>(0)).unwrap()
    };
    for sheet in 1..=3 {
        tell("keying.sheet_keyed", &format!(r#""sheet":{sheet},"reading":[]"#));
    }
    tell("keying.bundle_mended", r#""mend":{"mend":"doubled","sheet":2},"reason":"重复""#);
    assert_eq!(stands(), "101");
    tell("keying.bundle_mended", r#""mend":{"mend":"skipped","sheet":3},"reason":"漏录""#);
    tell("keying.sheet_keyed", r#""sheet":3,"reading":[]"#);
    assert_eq!(stands(), "???1", "the numbers have moved");
    tell("keying.bundle_mended", r#""mend":{"mend":"anew"},"reason":"次序已乱""#);
    assert_eq!(stands(), "0000");
}

#[test]
fn the_views_show_names_that_count_as_one_and_apart_again() {
    let folder = folder();
    drop(Record::create(&file_in(&folder)).unwrap());
    let connection = Connection::open(file_in(&folder)).unwrap();
    let tell = |kind: &str, body: &str| {
        let sql = "INSERT INTO journal SELECT coalesce(max(seq), 0) + 1, '', 'chief', ?1, ?2, printf('%064d', 0) FROM journal";
        connection.execute(sql, [kind, body]).unwrap();
    };
    for (names, into) in [(r#"["汪芳"]"#, "王芳"), (r#"["李玮"]"#, "李伟")] {
        let body = format!(
            r#"{{"round":1,"contest":0,"names":{names},"into":"{into}","reason":"同一人"}}"#
        );
        tell("ruling.names_merged", &body);
    }
    tell(
        "ruling.names_separated",
        r#"{"round":1,"contest":0,"into":"王芳","reason":"不是同一人"}"#,
    );
    let text = |sql: &str| connection.query_row(sql, [], |row| row.get::<_, String>(0)).unwrap();
    let shown = text(
        "SELECT group_concat(concat_ws('/', about, contest, ruling ->> '$.into', reason, stands), ' ') FROM rulings",
    );
    assert_eq!(shown, "names/0/王芳/同一人/0 names/0/李伟/同一人/1");
}

/// A motion counted twice by hand and another decided by acclamation, each step with its actor.
fn motions_decided() -> Vec<(&'static str, hands::Command)> {
    let (vote, acclaimed) = (HandVoteId(1), HandVoteId(2));
    let motion = |title: &str, way| hands::Motion {
        title: title.to_owned(),
        way,
        ..hands::Motion::default()
    };
    let count = |against| hands::Command::CountHands {
        vote,
        hands: Hands::Minority { against, abstain: 0 },
    };
    let (draft, text) =
        (motion("草案", hands::Way::default()), motion("决议", hands::Way::default()));
    let agenda = motion("议程", hands::Way::Acclamation);
    vec![
        ("secretary", hands::Command::PrepareMotion { motion: draft }),
        ("secretary", hands::Command::ChangeMotion { vote, motion: text }),
        ("secretary", hands::Command::PutMotion { vote, present: None }),
        ("one", count(1)),
        ("one", count(0)),
        ("two", count(1)),
        ("chief", hands::Command::CountAgain { vote, present: None, reason: String::new() }),
        ("one", count(1)),
        ("two", count(1)),
        ("secretary", hands::Command::AnnounceHands { vote }),
        ("secretary", hands::Command::PrepareMotion { motion: agenda }),
        ("secretary", hands::Command::PutMotion { vote: acclaimed, present: None }),
        ("secretary", hands::Command::AnnounceAcclamation { vote: acclaimed, passed: true }),
    ]
}

#[test]
fn the_views_show_motions_decided_without_paper_and_every_hand_counted() {
    let folder = folder();
    let mut record = Record::create(&file_in(&folder)).unwrap();
    prepared(&mut record);
    let present = attendance::Command::CountAttendance { present: 4, observers: 0 };
    record.perform(&Command::Attendance(present), &secretary(), at()).unwrap();
    for (actor, command) in motions_decided() {
        record.perform(&Command::Hand(command), &person(actor), at()).unwrap();
    }
    drop(record);
    let connection = Connection::open(file_in(&folder)).unwrap();
    let text = |sql: &str| connection.query_row(sql, [], |row| row.get::<_, String>(0)).unwrap();
    assert_eq!(
        text(
            "SELECT group_concat(concat_ws('/', vote, title, body, way, \"all\", present, acclaimed), ' ') FROM hand_votes"
        ),
        "1/决议/congress/hands/4/4 2/议程/congress/acclamation/4/4/1"
    );
    assert_eq!(
        text(
            "SELECT group_concat(concat_ws('/', given_by, against, abstain, stands), ' ') FROM hands"
        ),
        "one/1/0/0 one/0/0/0 two/1/0/0 one/1/0/1 two/1/0/1"
    );
}

#[test]
fn the_views_show_that_a_bundle_was_given_back() {
    let folder = folder();
    let mut record = Record::create(&file_in(&folder)).unwrap();
    one_sheet_keyed(&mut record);
    let release = keying::Command::ReleaseBundle {
        place: bundle_one(Pass::First),
        reason: "换人".to_owned(),
    };
    record.perform(&Command::Keying(release), &person("scrutineer"), at()).unwrap();
    drop(record);
    let connection = Connection::open(file_in(&folder)).unwrap();
    let stands =
        connection.query_row("SELECT stands FROM sheets", [], |row| row.get::<_, u32>(0)).unwrap();
    assert_eq!(stands, 0);
}
