//! `next`, and `verify` of what it makes: two files, one chain.

use std::fs;

use session::ballot::Matter;
use session::floor::meeting;
use session::people::Role;
use session::{Command, Session};
use store::{Record, look};

use crate::{demo_run, folder, names_in, run, text};

#[test]
fn the_ten_projects_of_the_demo_are_evaluated_by_the_session_that_follows() {
    let folder = folder();
    let last = demo_run().session_copied_to(&folder);
    let (bytes, next) = (fs::read(&last).unwrap(), folder.path().join("next.piaojue"));
    let arguments =
        ["next", text(&last), "--out", text(&next), "--held-on", "2027-01-15", "--left", "1,2"];
    let said = run(&arguments);
    assert_eq!((said.status, said.err.as_str()), (0, ""));
    for told in ["青石镇第十八届人民代表大会第六次会议", "名册56人", "上年项目10个"]
    {
        assert!(said.out.contains(told), "{told}: {}", said.out);
    }
    assert!(fs::read(&last).unwrap() == bytes, "the last file is as it was");
    assert_eq!(names_in(folder.path()), ["copy.piaojue", "next.piaojue"]);

    let found = look(&next).unwrap().session;
    let (year, past) = found.past_projects().unwrap();
    assert_eq!((year, past.len()), (2026, 10));
    assert!(past.iter().all(|it| !it.project.content.is_empty() && !it.project.unit.is_empty()));
    let [ballot] = found.ballots() else { panic!("{:?}", found.ballots()) };
    assert_eq!(ballot.title, "2026年度民生实事项目满意度测评票");
    assert_eq!(ballot.check(), Ok(()));
    let contest = &ballot.contests[0];
    assert_eq!(Matter::of(&contest.contest.kind), Matter::Grades);
    let rows: Vec<&str> = contest.contest.options.iter().map(|it| it.name.as_str()).collect();
    assert_eq!(rows, past.iter().map(|it| it.name.as_str()).collect::<Vec<_>>());

    let again = run(&arguments);
    assert_eq!((again.status, again.err.contains("已存在")), (2, true), "{}", again.err);
}

fn seal(record: &mut Record) {
    let seal = meeting::Command::Seal { reason: "会议闭幕".to_owned() };
    let last = record.entries().unwrap().last().unwrap().at;
    let secretary = secretary(record.session());
    record.perform(&Command::Meeting(seal), &secretary, last).unwrap();
}

fn secretary(session: &Session) -> session::PersonId {
    session.people().with_role(Role::Secretary).next().unwrap().id.clone()
}

#[test]
fn a_link_is_checked_beside_the_file_or_where_it_is_named_and_a_broken_one_fails() {
    let folder = folder();
    let last = demo_run().session_copied_to(&folder);
    let next = folder.path().join("next.piaojue");
    run(&["next", text(&last), "--out", text(&next)]);
    let sound = |arguments: &[&str], sentence: &str| {
        let said = run(arguments);
        assert_eq!(said.status, 0, "{} {}", said.out, said.err);
        assert!(said.out.contains(sentence), "{sentence}: {}", said.out);
    };
    let broken = |arguments: &[&str], sentence: &str| {
        let said = run(arguments);
        assert_eq!(said.status, 1, "{} {}", said.out, said.err);
        assert!(said.out.contains(sentence), "{sentence}: {}", said.out);
        assert!(said.out.contains("核验未通过"), "{}", said.out);
    };
    sound(&["verify", text(&next)], "✓ 接续上次会议");
    seal(&mut Record::open(&last).unwrap());
    sound(&["verify", text(&next)], "此后又记了1条");
    sound(&["--lang", "en", "verify", text(&next)], "1 more were recorded since");

    let elsewhere = crate::folder();
    let moved = elsewhere.path().join("moved.piaojue");
    fs::rename(&last, &moved).unwrap();
    sound(&["verify", text(&next)], "没有核对：请用 --after 指明");
    sound(&["verify", text(&next), "--after", text(&moved)], "✓ 接续上次会议");
    broken(&["verify", text(&moved), "--after", text(&next)], "✗ 没有记录说它接续另一次会议");
    broken(&["verify", text(&next), "--after", text(&next)], "✗ 接续中断");
    let held = Record::open(&moved).unwrap();
    broken(&["verify", text(&next), "--after", text(&moved)], "正由另一程序打开");
    drop(held);
    let bytes = fs::read(&moved).unwrap();
    fs::write(&moved, &bytes[..bytes.len() / 2]).unwrap();
    broken(&["verify", text(&next), "--after", text(&moved)], "上次会议");
}

#[test]
fn three_sessions_are_one_chain() {
    let folder = folder();
    let first = demo_run().session_copied_to(&folder);
    let (second, third) = (folder.path().join("2.piaojue"), folder.path().join("3.piaojue"));
    run(&["next", text(&first), "--out", text(&second)]);
    let said = run(&["next", text(&second), "--out", text(&third), "--no-evaluation"]);
    assert!(said.out.contains("第七次会议"), "{} {}", said.out, said.err);
    let said = run(&["verify", text(&third)]);
    assert_eq!((said.status, said.out.matches("✓ 接续上次会议").count()), (0, 2), "{}", said.out);
    let named = ["verify", text(&third), "--after", text(&second), "--after", text(&first)];
    assert_eq!(run(&named).out.matches("✓ 接续上次会议").count(), 2);
}

#[test]
fn what_is_no_session_or_is_open_is_refused_in_words() {
    let folder = folder();
    let next = folder.path().join("next.piaojue");
    let refused = |last: &str, sentence: &str| {
        let said = run(&["next", last, "--out", text(&next)]);
        assert_eq!((said.status, said.out.as_str(), next.exists()), (2, "", false));
        assert!(said.err.contains(sentence), "{sentence}: {}", said.err);
    };
    refused("nowhere.piaojue", "不存在");
    let other = folder.path().join("other.piaojue");
    fs::write(&other, "a list of names").unwrap();
    refused(text(&other), "不是会议文件");
    let last = demo_run().session_copied_to(&folder);
    let held = Record::open(&last).unwrap();
    refused(text(&last), "正由另一程序打开");
    drop(held);
}
