//! 会后: the year after the vote in the real windows. A review of ten projects is typed by keyboard, the
//! next session is begun from the last one, and last year's projects are shown before they are
//! evaluated; the keys of both are counted.

use std::collections::BTreeMap;
use std::path::Path;

use chrono::{NaiveDate, TimeDelta};
use exchange::Sample;
use exchange::sample_year::{Dated, Doer};
use outside::{Desktop, Done, Key, Window};
use session::floor::attendance;
use session::paper::PaperKind;
use session::people::Role;
use session::projects::{self, Review};
use session::round::keying::{Place, SectionReading};
use session::round::ruling::Verdict;
use session::round::{RoundKind, keying, ruling};
use session::{BundleNo, Command, Pass, PersonId, RoundId, Timestamp, round};
use store::{PrintedPaper, Record};

use crate::hands::{Room, go, show};

const ROUND: RoundId = RoundId(1);

/// A Chinese character takes about three keys: two or three letters of its reading, and the choice.
const KEYS_A_CHARACTER: u32 = 3;
/// Keys a minute of somebody who types with some practice: three a second.
const KEYS_A_MINUTE: u32 = 180;

/// Writes the sample as it stands on a day of the year after its vote.
fn on_a_day(path: &Path, until: NaiveDate) {
    let sample = Sample::load().expect("the sample");
    let person = |role| sample.staff_with(role).expect("one of the staff").id.clone();
    let (secretary, chief) = (person(Role::Secretary), person(Role::ChiefScrutineer));
    let staff = sample.staff.iter().map(|row| &row.staff);
    let tellers: Vec<PersonId> =
        staff.filter(|it| it.role == Role::Teller).map(|it| it.id.clone()).collect();
    let at = moment("2026-01-16T14:00:00+08:00");
    let mut record =
        Record::begin(path, None, &sample.preparation(), &secretary, at).expect("a new file");
    vote(&mut record, &sample, [&secretary, &chief], &tellers);
    let due: Vec<&Dated> = sample.year.after.iter().filter(|dated| dated.on <= until).collect();
    for (turn, acts) in
        (1_i64..).zip(due.chunk_by(|one, next| (one.on, one.by) == (next.on, next.by)))
    {
        let by = match acts[0].by {
            Doer::Secretary => &secretary,
            Doer::Teller(place) => &tellers[place],
        };
        let commands: Vec<Command> = acts.iter().map(|dated| dated.command.clone()).collect();
        let morning = moment(&format!("{}T09:00:00+08:00", acts[0].on));
        let at = morning.max(at) + TimeDelta::minutes(turn);
        record.perform_together(&commands, by, at).expect("a day of the year");
    }
}

fn moment(text: &str) -> Timestamp {
    Timestamp::parse_from_rfc3339(text).expect("a moment")
}

fn vote(
    record: &mut Record,
    sample: &Sample,
    [secretary, chief]: [&PersonId; 2],
    tellers: &[PersonId],
) {
    let at = moment("2026-01-16T15:00:00+08:00");
    let ballot = sample.ballot().id;
    let of = PaperKind::Ballot { ballot: ballot.clone() };
    let printed = PrintedPaper { of: &of, title: "票决票", pages: 1, bytes: b"%PDF-1.7" };
    record.issue_paper(printed, secretary, at).expect("a ballot");
    let control = sample.meeting.control;
    let (kind, printed, issued) = (RoundKind::First, control.printed, control.issued);
    let (spoiled, returned) = (control.spoiled, control.returned);
    let present = control.present;
    let floor = [
        Command::Attendance(attendance::Command::CountAttendance { present, observers: 12 }),
        Command::Round(round::Command::OpenRound { ballot, kind, printed, issued }),
        Command::Round(round::Command::Collect { round: ROUND, spoiled, returned }),
        Command::Round(round::Command::AnnounceCollection { round: ROUND }),
    ];
    record.perform_together(&floor, secretary, at).expect("an opened box");
    let mut bundles: BTreeMap<BundleNo, Vec<Command>> = BTreeMap::new();
    for (pass, teller) in Pass::BOTH.into_iter().zip(tellers) {
        bundles.clear();
        for keyed in &sample.first_keying {
            let place = Place { round: ROUND, pass, bundle: keyed.bundle };
            let take = Command::Keying(keying::Command::TakeBundle { place });
            let marks = keyed.marks.clone();
            let reading = vec![SectionReading { marks, ..SectionReading::default() }];
            let sheet = keying::Command::KeySheet { place, sheet: keyed.sheet, reading };
            bundles.entry(keyed.bundle).or_insert_with(|| vec![take]).push(Command::Keying(sheet));
        }
        for (bundle, commands) in &mut bundles {
            let place = Place { round: ROUND, pass, bundle: *bundle };
            commands.push(Command::Keying(keying::Command::CloseBundle { place }));
            record.perform_together(commands, teller, at).expect("a bundle");
        }
    }
    let doubtful = record.session().round(ROUND).expect("a round");
    let sections = doubtful.all_doubtful().map(|doubtful| doubtful.place).collect();
    let (round, verdict, reason) = (ROUND, Verdict::AsProposed, String::new());
    let ruled = ruling::Command::RuleSections { round, sections, verdict, reason };
    let certify = round::Command::Certify { round: ROUND };
    let decided = [Command::Ruling(ruled), Command::Round(certify)];
    record.perform_together(&decided, chief, at).expect("a certified count");
    let of = PaperKind::CountReport { round: ROUND };
    let printed = PrintedPaper { of: &of, title: "报告单", pages: 1, bytes: b"%PDF-1.7 report" };
    record.issue_paper(printed, secretary, at).expect("a report");
    let announce = Command::Round(round::Command::AnnounceResult { round: ROUND });
    record.perform(&announce, secretary, at).expect("an announced result");
}

fn day(month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, month, day).expect("a day")
}

/// What the sample says at its first review, of all ten projects.
fn first_review() -> Review {
    let sample = Sample::load().expect("the sample");
    let held = sample.year.after.into_iter().find_map(|dated| {
        let Command::Projects(projects::Command::HoldReview { review }) = dated.command else {
            return None;
        };
        Some(review)
    });
    held.expect("a review")
}

/// The keys that would be pressed where characters are typed by their readings.
fn reckoned(keys: u32, typed: &str) -> u32 {
    let characters = typed.chars().filter(|c| !c.is_ascii()).count();
    keys + u32::try_from(characters).expect("few") * (KEYS_A_CHARACTER - 1)
}

/// Names of the projects in the order of the rows.
const ROWS: &str = "const rows = [...document.querySelectorAll('[data-row] .name b')].map((one) => one.textContent.replace(/\\s/g, ''));
    return rows.length > 0 ? rows : null;";

/// Types the lines of a review, row by row, from the percentage of the first row on. Returns what
/// was typed.
async fn type_review(operator: &Window<'_>, review: &Review) -> Done<String> {
    let mut typed = String::new();
    let sample = Sample::load().expect("the sample");
    let rows = operator.until("the rows of the review", ROWS, &[]).await?;
    let rows: Vec<String> = serde_json::from_value(rows).unwrap_or_default();
    // The day and the chair stand before the rows.
    for _ in 0..2 {
        operator.press_with(Key::Shift, Key::Tab.into()).await?;
    }
    for text in [review.held_on.to_string(), review.chair.clone()] {
        operator.keys(&text).await?;
        operator.press(Key::Tab).await?;
        typed.push_str(&text);
    }
    for row in rows {
        let named = sample.year.collected.iter().find(|one| one.collected.facts.name == row);
        let project = named.map(|one| one.id);
        let line = review.lines.iter().find(|line| Some(line.project) == project);
        let line = line.unwrap_or_else(|| panic!("{row} is not in the review"));
        let task = line.task.as_ref();
        let cells = [
            line.percent.to_string(),
            (line.paid / 10_000).to_string(),
            line.seen.clone(),
            line.problem.clone(),
            task.map_or_else(String::new, |task| task.who.clone()),
            task.map_or_else(String::new, |task| task.what.clone()),
            task.map_or_else(String::new, |task| task.by.format("%-m-%-d").to_string()),
        ];
        for cell in cells {
            operator.keys(&cell).await?;
            operator.press(Key::Tab).await?;
            typed.push_str(&cell);
        }
    }
    Ok(typed)
}

#[tokio::test]
async fn a_review_of_ten_projects_is_typed_by_keyboard_in_under_five_minutes() -> Done {
    let desktop = Desktop::open()?;
    let path = desktop.documents().join("year.piaojue");
    on_a_day(&path, day(3, 15));
    let program = desktop.start(&[&path.to_string_lossy()]).await?;
    let operator = program.window("operator").await?;
    operator.sees("青石镇").await?;
    operator.resize(1366, 768).await?;
    go(&operator, Room::After).await?;
    operator.choose("button", "开一次调度").await?;
    operator.sees("逐项登记进度").await?;

    let before = operator.struck();
    let typed = type_review(&operator, &first_review()).await?;
    operator.press_with(Key::Control, 's').await?;
    let keys = reckoned(operator.struck() - before, &typed);
    operator.sees("第一次调度已记录").await?;
    let goal = 5 * KEYS_A_MINUTE;
    println!("a review of ten projects: {keys} keys");
    assert!(keys < goal, "{keys} keys take more than five minutes ({goal})");

    program.cut_power().await?;
    let found = store::verify(&path).expect("a session");
    assert_eq!(found.flaws, []);
    let [held] = found.session.projects().reviews() else { panic!("one review") };
    let wanted = first_review();
    assert_eq!((held.held_on, &held.chair), (wanted.held_on, &wanted.chair));
    for line in &wanted.lines {
        let told = held.lines.iter().find(|told| told.project == line.project);
        assert_eq!(told, Some(line));
    }
    Ok(())
}

/// Keys and clicks a minute of somebody who reads the form: one a second.
const ACTS_A_MINUTE: u32 = 60;

#[tokio::test]
async fn the_next_session_is_begun_from_the_last_one_in_under_a_minute() -> Done {
    let desktop = Desktop::open()?;
    let path = desktop.documents().join("last.piaojue");
    on_a_day(&path, day(12, 31));
    let program = desktop.start(&[&path.to_string_lossy()]).await?;
    let operator = program.window("operator").await?;
    operator.sees("青石镇").await?;
    operator.resize(1366, 768).await?;
    go(&operator, Room::Archive).await?;
    operator.choose("button", "关闭会议").await?;
    operator.sees("由上次会议建立").await?;

    let before = operator.struck();
    operator.choose("button", "由上次会议建立").await?;
    operator.sees("上次是哪一场会议").await?;
    operator.choose("button", "青石镇第十八届人民代表大会第五次会议").await?;
    operator.sees("结转：未完成的项目1个，未办结的议案建议3件").await?;
    operator.press(Key::Enter).await?;
    operator.sees("青石镇第十八届人民代表大会第六次会议").await?;
    let acts = operator.struck() - before;
    println!("the next session: {acts} keys");
    assert!(acts < ACTS_A_MINUTE, "{acts} keys");

    go(&operator, Room::After).await?;
    operator.sees("农村危房改造与地质灾害隐患点避险搬迁").await?;
    go(&operator, Room::Hall).await?;
    operator.choose("button", "打开大屏窗口").await?;
    let hall = program.window("hall").await?;
    hall.resize(1280, 720).await?;
    show(&operator, "上年项目").await?;
    hall.sees("镇中心幼儿园改扩建项目").await?;

    program.cut_power().await?;
    let next = desktop.documents().join("票决台/青石镇第十八届人民代表大会第六次会议.piaojue");
    let found = store::verify(&next).expect("the next session");
    assert_eq!(found.flaws, []);
    let session = found.session;
    let [ballot] = session.ballots() else { panic!("{:?}", session.ballots()) };
    assert_eq!(ballot.contests[0].contest.options.len(), 10);
    let carried = session.projects().list().iter().filter(|one| one.carried().is_some()).count();
    assert_eq!((carried, session.proposals().len()), (1, 3));
    Ok(())
}
