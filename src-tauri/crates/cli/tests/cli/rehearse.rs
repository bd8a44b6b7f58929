//! `rehearse`: the file it leaves is a rehearsal, and nothing is taken out of it as a result.

use store::{Record, verify};

use crate::{demo_run, folder, run, text};

#[test]
fn a_rehearsal_says_so_in_its_last_entry_and_is_not_rehearsed_again_or_sealed() {
    let folder = folder();
    let (session, out) =
        (demo_run().session_copied_to(&folder), folder.path().join("青石镇-演练.piaojue"));
    let said = run(&["rehearse", text(&session), "--out", text(&out)]);
    assert_eq!((said.status, said.err.as_str()), (0, ""));
    assert!(said.out.contains("已做成演练文件"), "{}", said.out);
    let found = verify(&out).unwrap();
    assert!(found.flaws.is_empty() && found.session.is_rehearsal());
    assert!(!Record::open(&session).unwrap().session().is_rehearsal());

    let said = run(&["verify", text(&out)]);
    assert!(said.out.starts_with("【演练】"), "{}", said.out);
    let said = run(&["verify", text(&session)]);
    assert!(!said.out.contains("演练"), "{}", said.out);

    let again = folder.path().join("又.piaojue");
    let said = run(&["rehearse", text(&out), "--out", text(&again)]);
    assert_eq!((said.status, again.exists()), (2, false));
    assert!(said.err.contains("这是演练文件"), "{}", said.err);
    let paper = folder.path().join("1.pdf");
    let said = run(&["print", text(&out), "--paper", "1", "--out", text(&paper)]);
    assert_eq!((said.status, paper.exists()), (2, false));
    assert!(said.err.contains("演练开始前印发"), "{}", said.err);
    let there = run(&["rehearse", text(&session), "--out", text(&out)]);
    assert_eq!(there.status, 2, "never written over");
}
