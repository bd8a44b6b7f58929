//! 撤回: a motion is withdrawn before the vote (组织法 22).

use session::floor::hands::{self, Stage};
use session::{Entry, Reason, Refusal, Unaskable};

use super::{
    VOTE, again, announce, count, counted, minority, motion, on_the_floor, put, sitting, title,
    vote, voting, withdraw,
};
use crate::support::*;

#[test]
fn article_22_a_motion_is_withdrawn_with_a_reason_before_hands_are_counted() {
    for stage in 0..2 {
        let mut told = sitting(58, 56, motion());
        if stage > 0 {
            told.done(put(), "secretary");
        }
        assert_eq!(told.refused(withdraw(" "), "secretary"), Refusal::ReasonMissing);
        told.done(withdraw("提案人撤回"), "secretary");
        let reason = Reason::given("提案人撤回").unwrap();
        assert_eq!(*vote(&told).stage(), Stage::Withdrawn(reason));
        for command in [put(), announce(), withdraw("再撤")] {
            assert_eq!(
                told.refused(command, "secretary"),
                Refusal::HandVoteEnded { title: title() }
            );
        }
        assert_eq!(
            told.refused(count(minority(0, 0)), "teller-1"),
            Refusal::HandVoteEnded { title: title() }
        );
    }
    let mut told = voting(58, 56, motion());
    told.done(count(minority(1, 0)), "teller-1");
    let voted = Refusal::HandsHaveVoted { title: title() };
    assert_eq!(told.refused(withdraw("迟了"), "secretary"), voted);
    assert_eq!(on_the_floor(&told).withdraw_missing, Some(voted.clone()));
    told.done(again("有代表进场"), "chief");
    assert_eq!(told.refused(withdraw("迟了"), "secretary"), voted, "the first count is on record");
    let mut told = counted(told, minority(1, 0), minority(1, 0));
    told.done(announce(), "secretary");
    assert_eq!(
        told.refused(withdraw("迟了"), "secretary"),
        Refusal::HandVoteEnded { title: title() }
    );
}

/// Until 0.3.0 a motion could be withdrawn until its outcome was announced.
#[test]
fn a_motion_withdrawn_by_an_earlier_version_after_hands_were_counted_still_verifies() {
    let mut told = voting(58, 56, motion());
    told.done(count(minority(1, 0)), "teller-1");
    let event =
        hands::Event::Withdrawn { vote: VOTE, reason: Reason::given("提案人撤回").unwrap() };
    let last = told.journal.last().unwrap().clone();
    let by = |actor: &str| Entry {
        seq: last.seq + 1,
        actor: person(actor),
        event: event.clone().into(),
        ..last.clone()
    };
    assert_eq!(told.session.retrace(&by("secretary")), Err(Unaskable::Outdated));
    let before = told.as_before_names_stood();
    assert_eq!(before.retrace(&by("secretary")), Ok(()));
    assert!(before.retrace(&by("teller-1")).is_err(), "never by a teller");
    told.done(count(minority(1, 0)), "teller-2");
    told.done(announce(), "secretary");
    let ended = told.as_before_names_stood().retrace(&by("secretary"));
    assert!(ended.is_err(), "never after the outcome");
}
