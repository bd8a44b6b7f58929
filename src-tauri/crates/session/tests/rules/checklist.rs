//! 检查单: what the record knows ticks itself, and of the rest it says nothing.

use session::paper::PaperKind;
use session::views::checklist::{self, Check, CheckView};
use session::{Pass, round};

use crate::support::*;

fn done(told: &Told, check: Check) -> Option<bool> {
    let lists = checklist::view(&told.session).lists;
    let found = |view: &&CheckView| view.check == check;
    lists.iter().flat_map(|list| &list.checks).find(found).unwrap().done
}

#[test]
fn nothing_is_done_in_an_empty_session_and_what_only_a_person_knows_is_nobodys() {
    let told = Told::default();
    let view = checklist::view(&told.session);
    let checks = || view.lists.iter().flat_map(|list| &list.checks);
    assert!(checks().all(|check| check.done != Some(true)));
    assert_eq!(checks().filter(|check| check.done.is_none()).count(), 8);
    assert_eq!((view.lists.len(), view.ballot), (4, None));
}

#[test]
fn what_is_prepared_and_printed_ticks_itself() {
    let mut told = Told::prepared();
    assert_eq!(done(&told, Check::Staff), Some(true));
    assert_eq!(done(&told, Check::Ballots), Some(true));
    assert_eq!(done(&told, Check::BallotsPrinted), Some(false));
    told.print_ballot();
    assert_eq!(done(&told, Check::BallotsPrinted), Some(true));
    assert_eq!(done(&told, Check::Rehearsed), None);
    assert_eq!(checklist::view(&told.session).ballot, Some(ballot().title));
}

#[test]
fn the_list_of_the_count_follows_the_ballot_at_work() {
    let mut told = Told::voting_with(ballot());
    let of = PaperKind::ZeroReport { ballot: ballot_id() };
    assert_eq!(done(&told, Check::Zero), Some(false));
    told.issue(of);
    assert_eq!(done(&told, Check::Zero), Some(true));
    assert_eq!(done(&told, Check::CollectionAnnounced), Some(false));
    told.done(collect(2), "secretary");
    told.done(round::Command::AnnounceCollection { round: ROUND }, "secretary");
    assert_eq!(done(&told, Check::CollectionAnnounced), Some(true));
    told.key_bundle(Pass::First, 1, &["○○×", "○-×"], "teller-1");
    assert_eq!(done(&told, Check::FirstKeying), Some(true));
    assert_eq!(done(&told, Check::SecondKeying), Some(false));
    told.key_bundle(Pass::Second, 1, &["○○×", "○-×"], "teller-2");
    told.announce();
    for check in [Check::SecondKeying, Check::Certified, Check::Report, Check::ResultAnnounced] {
        assert_eq!(done(&told, check), Some(true), "{check:?}");
    }
    assert_eq!(done(&told, Check::ReportSigned), None);
    assert_eq!(done(&told, Check::SealPapers), Some(false));
    told.issue(PaperKind::SealCover { round: ROUND });
    told.issue(PaperKind::SealStrip { round: ROUND });
    assert_eq!(done(&told, Check::SealPapers), Some(true));
}
