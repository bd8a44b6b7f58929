//! `verify`: says which entry is wrong, and counts again.

use exchange::Sample;
use rusqlite::Connection;
use session::people::Role;
use session::round::keying::{Mend, Place};
use session::round::lent::Lend;
use session::round::ruling::SheetPlace;
use session::round::{keying, ruling};
use session::{BundleNo, Command, Pass, Refusal, RoundId, round};
use store::{Failure, Proving, Record};

use crate::demo::PAPERS;
use crate::{demo_run, folder, names_in, run, text};

/// Changes a file behind its triggers' back and puts them back.
fn tamper(path: &std::path::Path, sql: &str) {
    let connection = Connection::open(path).unwrap();
    let triggers: Vec<(String, String)> = {
        let mut statement = connection
            .prepare("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'")
            .unwrap();
        statement
            .query_map([], |row| Ok((row.get(0)?, row.get(1)?)))
            .unwrap()
            .map(Result::unwrap)
            .collect()
    };
    for (name, _) in &triggers {
        connection.execute_batch(&format!("DROP TRIGGER {name}")).unwrap();
    }
    connection.execute_batch(sql).unwrap();
    for (_, sql) in &triggers {
        connection.execute_batch(sql).unwrap();
    }
}

#[test]
fn the_demos_session_verifies_in_both_languages() {
    let folder = folder();
    let session = demo_run().session_copied_to(&folder);
    let said = run(&["verify", text(&session)]);
    assert_eq!((said.status, said.err.as_str()), (0, ""));
    assert!(
        said.out.contains(&format!(
            "✓ 文书{PAPERS}件，与印发时一致；{PAPERS}件按当时的记录重新排出，逐字节相同"
        )),
        "{}",
        said.out
    );
    assert!(
        said.out.contains("前后相接") && said.out.contains("! 没有与印出的指纹核对"),
        "{}",
        said.out
    );
    assert!(
        said.out.contains(
            "第1轮 2026年度民生实事项目票决票：重新计票与核定结果一致，与核定时记下的数字一致"
        ),
        "{}",
        said.out
    );
    assert!(said.out.lines().last().unwrap().starts_with("核验通过。指纹 "), "{}", said.out);
    let said = run(&["verify", text(&session), "--lang", "en"]);
    assert!(said.out.lines().last().unwrap().starts_with("Verified. Fingerprint "), "{}", said.out);
}

#[test]
fn a_changed_entry_is_named() {
    let folder = folder();
    let session = demo_run().session_copied_to(&folder);
    let first = "SELECT min(seq) FROM journal WHERE kind = 'keying.sheet_keyed'";
    let keyed: u32 =
        Connection::open(&session).unwrap().query_row(first, [], |row| row.get(0)).unwrap();
    tamper(
        &session,
        &format!(
            "UPDATE journal SET body = replace(body, '\"for\"', '\"against\"') WHERE seq = {keyed}"
        ),
    );
    let said = run(&["verify", text(&session)]);
    assert_eq!((said.status, said.err.as_str()), (1, ""));
    let changed = format!("✗ 第{keyed}条：写入后被改动，指纹不符");
    assert!(said.out.contains(&changed), "{}", said.out);
    assert!(said.out.ends_with("核验未通过。\n"), "{}", said.out);
    let said = run(&["--lang", "en", "verify", text(&session)]);
    assert!(
        said.out.contains(&format!("✗ entry {keyed}: the entry was changed after it was written")),
        "{}",
        said.out
    );
}

#[test]
fn a_changed_paper_is_named() {
    let folder = folder();
    let session = demo_run().session_copied_to(&folder);
    tamper(&session, "UPDATE papers SET bytes = x'25504446' WHERE rowid = 2");
    let said = run(&["verify", text(&session)]);
    assert_eq!(said.status, 1);
    assert!(said.out.contains("签发后被改动"), "{}", said.out);
}

#[test]
fn what_is_no_session_cannot_be_verified() {
    let folder = folder();
    let letter = folder.path().join("letter.doc");
    std::fs::write(&letter, "Dear deputies, ".repeat(100)).unwrap();
    let said = run(&["verify", text(&letter)]);
    assert_eq!((said.status, said.out.as_str(), said.err.lines().count()), (2, "", 1));
    assert!(said.err.contains("letter.doc 不是会议文件"), "{}", said.err);
    let said = run(&["verify", "/no/such/file.piaojue", "--lang", "en"]);
    assert!(said.err.contains("/no/such/file.piaojue does not exist"), "{}", said.err);
}

/// The demo's count is opened again, the rulings on the first bundle are taken back, and it goes to
/// another desk to be keyed anew.
fn lent_out(session: &std::path::Path, to: &std::path::Path) {
    let sample = Sample::load().unwrap();
    let by = |role| sample.staff_with(role).unwrap().id.clone();
    let mut record = Record::open(session).unwrap();
    let at = record.entries().unwrap().last().unwrap().at;
    let reason = || "重录".to_owned();
    let (round, pass, bundle) = (RoundId(1), Pass::First, BundleNo(1));
    let teller =
        record.session().round(round).unwrap().pass(pass).bundle(bundle).unwrap().teller().clone();
    let reopen = Command::Round(round::Command::Reopen { round, reason: reason() });
    record.perform(&reopen, &by(Role::ChiefScrutineer), at).unwrap();
    let anew = keying::Command::MendBundle {
        place: Place { round, pass, bundle },
        mend: Mend::Anew,
        reason: reason(),
    };
    while let Err(refused) =
        record.perform(&Command::Keying(anew.clone()), &by(Role::Scrutineer), at)
    {
        let Failure::Refused(Refusal::BundleIsRuled { bundle, sheet }) = refused else {
            panic!("{refused}")
        };
        let back = ruling::Command::TakeBack {
            round,
            place: SheetPlace { bundle, sheet },
            reason: reason(),
        };
        record.perform(&Command::Ruling(back), &by(Role::ChiefScrutineer), at).unwrap();
    }
    record
        .lend(&Lend { round, pass, bundles: vec![bundle] }, to, &teller, Proving::Nothing, at)
        .unwrap();
}

#[test]
fn a_file_that_went_to_another_desk_verifies_and_so_does_the_session_it_went_out_of() {
    let folder = folder();
    let (session, away) =
        (demo_run().session_copied_to(&folder), folder.path().join("外录.piaojue"));
    lent_out(&session, &away);
    for file in [&session, &away] {
        let said = run(&["verify", text(file)]);
        assert_eq!((said.status, said.err.as_str()), (0, ""), "{}", said.out);
        assert!(said.out.contains("青石镇第十八届人民代表大会第五次会议"), "{}", said.out);
    }
    tamper(&away, "UPDATE journal SET body = replace(body, '青石镇', '石门镇') WHERE seq = 1");
    let said = run(&["verify", text(&away)]);
    assert!(said.out.contains("✗ 第1条：写入后被改动，指纹不符"), "{}", said.out);
}

#[test]
fn only_a_printed_fingerprint_says_that_nothing_was_changed() {
    let folder = folder();
    let session = demo_run().session_copied_to(&folder);
    let record = Record::open(&session).unwrap();
    let certified = record.session().rounds()[0].certificate().unwrap().seq;
    let printed = record.hash_of(certified).unwrap().unwrap().to_string();
    drop(record);
    let grouped = printed
        .to_uppercase()
        .as_bytes()
        .chunks(4)
        .map(|group| String::from_utf8_lossy(group).into_owned())
        .collect::<Vec<_>>()
        .join(" ");
    let said = run(&["verify", text(&session), "--fingerprint", &grouped]);
    assert_eq!((said.status, said.err.as_str()), (0, ""));
    assert!(said.out.contains(&format!("第1至{certified}条未被改动")), "{}", said.out);
    let other = printed.replace(&printed[..4], "0000");
    let said = run(&["verify", text(&session), "--fingerprint", &other]);
    assert_eq!(said.status, 1);
    assert!(
        said.out.contains("不是其中任何一条的") && !said.out.contains("未被改动"),
        "{}",
        said.out
    );
    assert_eq!(run(&["verify", text(&session), "--fingerprint", "0a1b"]).status, 2);
}

/// Nothing is wrong with a paper of another version, and nothing is known of it either.
#[test]
fn papers_nobody_could_check_are_counted_in_the_last_line() {
    let kept = concat!(env!("CARGO_MANIFEST_DIR"), "/../store/tests/kept/0.1.0-day.piaojue");
    let folder = folder();
    let copy = folder.path().join("kept.piaojue");
    std::fs::copy(kept, &copy).unwrap();
    let said = run(&["verify", text(&copy)]);
    let unchecked = said.out.lines().filter(|line| line.contains("请与纸面核对")).count();
    assert!(unchecked > 0, "{}", said.out);
    let last = said.out.lines().last().unwrap().to_owned();
    assert!(last.starts_with(&format!("核验通过，但 {unchecked} 件文书未核对。指纹 ")), "{last}");
    let said = run(&["verify", text(&copy), "--lang", "en"]);
    let last = said.out.lines().last().unwrap();
    assert!(
        last.starts_with(&format!("Verified, but {unchecked} papers were not checked")),
        "{last}"
    );
}

#[test]
fn the_title_and_the_pages_of_a_paper_are_those_it_is_set_with() {
    for other in ["'$.title', '关于撤销镇长职务的决定'", "'$.pages', 99"] {
        let folder = folder();
        let session = demo_run().session_copied_to(&folder);
        let last = "(SELECT max(seq) FROM journal WHERE kind = 'paper.issued')";
        tamper(
            &session,
            &format!("UPDATE journal SET body = json_set(body, {other}) WHERE seq = {last}"),
        );
        let said = run(&["verify", text(&session)]);
        assert_eq!(said.status, 1);
        assert!(said.out.contains("的标题或页数，记录与文书不符"), "{}", said.out);
    }
}

/// Puts other bytes in the place of an issued paper and makes the journal name them: what somebody
/// would do who can rewrite the file whole. The chain is left to the store's own tests.
fn reissued(session: &std::path::Path, bytes: &[u8], set_by: &str) -> String {
    let sha256 = store::Fingerprint::of(bytes).to_string();
    let hex: Vec<String> = bytes.iter().map(|byte| format!("{byte:02x}")).collect();
    let hex = hex.concat();
    tamper(
        session,
        &format!(
            "UPDATE papers SET sha256 = '{sha256}', bytes = x'{hex}' WHERE sha256 = (SELECT body ->> '$.sha256' FROM journal WHERE kind = 'paper.issued' LIMIT 1);
             UPDATE journal SET body = json_set(body, '$.sha256', '{sha256}', '$.set_by', '{set_by}')
             WHERE seq = (SELECT min(seq) FROM journal WHERE kind = 'paper.issued')"
        ),
    );
    run(&["verify", text(session)]).out
}

#[test]
fn a_paper_the_record_does_not_make_is_told_apart_from_one_of_another_version() {
    let folder = folder();
    let session = demo_run().session_copied_to(&folder);
    let ours = "%PDF-1.7 票决台 Piaojue, another agenda".as_bytes();
    let said = reissued(&session, ours, env!("CARGO_PKG_VERSION"));
    assert!(said.contains("✗ 第1号文书") && said.contains("不是按当时的记录排出的"), "{said}");
    let said = reissued(&session, b"%PDF-1.7 by nobody", "0.0.1");
    let plain = |said: &str| said.contains("核验通过。");
    assert!(!plain(&said), "{said}");
    assert!(said.contains("✗ 第1号文书"), "{said}");
    let said = reissued(&session, "%PDF-1.7 票决台 Piaojue".as_bytes(), "0.0.1");
    assert!(said.contains("! 第1号文书") && said.contains("由 0.0.1 版本的程序排出"), "{said}");
}

#[test]
fn nothing_in_a_file_writes_on_the_terminal() {
    let folder = folder();
    let session = demo_run().session_copied_to(&folder);
    tamper(
        &session,
        "UPDATE journal SET body = json_set(body, '$.meeting.place', '青' || char(27, 155, 8238, 10) || '[2J镇') WHERE seq = 1",
    );
    for arguments in [&["verify", text(&session)][..], &["print", text(&session)]] {
        let said = run(arguments);
        let obeyed = |c: char| (c.is_control() && c != '\n') || c == '\u{202e}';
        assert!(!said.out.contains(obeyed) && !said.err.trim_end().contains(obeyed), "{said:?}");
    }
    let said = run(&["verify", text(&session)]);
    assert!(said.out.starts_with("青\\u{1b}\\u{9b}\\u{202e}\\u{a}[2J镇"), "{}", said.out);
}

#[test]
fn the_kept_files_of_earlier_versions_verify() {
    let kept = concat!(env!("CARGO_MANIFEST_DIR"), "/../store/tests/kept");
    for name in names_in(std::path::Path::new(kept)) {
        if name.ends_with(".piaojue") {
            let folder = folder();
            let copy = folder.path().join(&name);
            std::fs::copy(std::path::Path::new(kept).join(&name), &copy).unwrap();
            let said = run(&["verify", text(&copy)]);
            assert_eq!((said.status, said.err.as_str()), (0, ""), "{name}: {}", said.out);
        }
    }
}

#[test]
fn a_copy_is_restored_and_what_lay_there_is_kept() {
    let folder = folder();
    let copy = demo_run().session_copied_to(&folder);
    let dead = folder.path().join("会议.piaojue");
    std::fs::write(&dead, "torn").unwrap();
    let said = run(&["restore", text(&copy), "--to", text(&dead)]);
    assert_eq!((said.status, said.err.as_str()), (0, ""));
    assert!(
        said.out.starts_with("已恢复 ") && said.out.contains("会议-损坏.piaojue"),
        "{}",
        said.out
    );
    assert_eq!(std::fs::read(&dead).unwrap(), std::fs::read(&copy).unwrap());
    let refused =
        run(&["restore", text(&folder.path().join("会议-损坏.piaojue")), "--to", text(&dead)]);
    assert_eq!(refused.status, 2);
}
