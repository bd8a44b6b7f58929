//! `verify`: says which entry is wrong, and counts again.

use rusqlite::Connection;

use crate::{demo_run, folder, run, text};

/// Changes a file behind its triggers' back and puts them back.
fn tamper(path: &std::path::Path, sql: &str) {
    let connection = Connection::open(path).unwrap();
    let triggers: Vec<(String, String)> = {
        let mut statement = connection.prepare("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'").unwrap();
        statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?))).unwrap().map(Result::unwrap).collect()
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
    let session = demo_run().session();
    let said = run(&["verify", text(&session)]);
    assert_eq!((said.status, said.err.as_str()), (0, ""));
    assert!(said.out.contains("✓ 文书3件，与印发时一致"), "{}", said.out);
    assert!(said.out.contains("第1轮 2026年度民生实事项目票决票：重新计票与核定结果一致"), "{}", said.out);
    assert!(said.out.lines().last().unwrap().starts_with("核验通过。指纹 "), "{}", said.out);
    let said = run(&["verify", text(&session), "--lang", "en"]);
    assert!(said.out.lines().last().unwrap().starts_with("Verified. Fingerprint "), "{}", said.out);
}

#[test]
fn a_changed_entry_is_named() {
    let folder = folder();
    let session = demo_run().session_copied_to(&folder);
    tamper(&session, "UPDATE journal SET body = replace(body, '\"for\"', '\"against\"') WHERE seq = 40");
    let said = run(&["verify", text(&session)]);
    assert_eq!((said.status, said.err.as_str()), (1, ""));
    assert!(said.out.contains("✗ 第40条：写入后被改动，指纹不符"), "{}", said.out);
    assert!(said.out.ends_with("核验未通过。\n"), "{}", said.out);
    let said = run(&["--lang", "en", "verify", text(&session)]);
    assert!(said.out.contains("✗ entry 40: the entry was changed after it was written"), "{}", said.out);
}

#[test]
fn a_changed_paper_is_named() {
    let folder = folder();
    let session = demo_run().session_copied_to(&folder);
    tamper(&session, "UPDATE papers SET bytes = x'25504446' WHERE rowid = 2");
    let said = run(&["verify", text(&session)]);
    assert_eq!(said.status, 1);
    assert!(said.out.contains("印发后被改动"), "{}", said.out);
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
