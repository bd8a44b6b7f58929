//! The operator's list of pictures: what is in hand, what may be shown, what is due; and what the
//! operator sees before the hall does.

use chrono::NaiveTime;
use session::ballot::Ballot;
use session::floor::hall;
use session::floor::hall::Scene;
use session::paper::PaperKind;
use session::round::RoundKind;
use session::views::hall::Picture;
use session::views::hall::room::{GroupOf, HallRoomView, SceneGroup};
use session::{BallotId, Refusal, RoundId, ballot as ballots, round, views};

use crate::support::*;

const SECOND: RoundId = RoundId(2);

fn room(told: &Told) -> HallRoomView {
    views::hall::room::view(&told.session)
}

fn of_ballot(room: &HallRoomView, id: &BallotId) -> SceneGroup {
    let is =
        |group: &&SceneGroup| matches!(&group.of, GroupOf::Ballot { ballot, .. } if ballot == id);
    room.groups.iter().find(is).unwrap().clone()
}

fn scenes(group: &SceneGroup) -> Vec<Scene> {
    group.scenes.iter().map(|offered| offered.scene.clone()).collect()
}

fn refused(group: &SceneGroup) -> Vec<Option<&Refusal>> {
    group.scenes.iter().map(|offered| offered.refused.as_ref()).collect()
}

fn other() -> BallotId {
    BallotId("of-the-same-title".to_owned())
}

fn open_of(ballot: BallotId, kind: RoundKind) -> round::Command {
    round::Command::OpenRound { ballot, kind, printed: 10, issued: 6 }
}

#[test]
fn two_ballots_of_one_title_each_show_their_own_round() {
    let mut told = Told::counting(2);
    told.done(
        ballots::Command::SaveBallot { ballot: Ballot { id: other(), ..ballot() } },
        "secretary",
    );
    let of_the_other = || {
        [
            Scene::Options { ballot: other(), page: 0 },
            Scene::HowToMark { ballot: other() },
            Scene::Zero { ballot: other(), page: 0 },
        ]
    };
    assert_eq!(
        scenes(&of_ballot(&room(&told), &other())),
        of_the_other(),
        "the round of the first is not the second's"
    );
    told.key_twice(&["○○×", "○○×"], &["○○×", "○○×"]);
    told.announce();
    told.issue(PaperKind::Ballot { ballot: other() });
    told.count_present(6);
    told.done(open_of(other(), RoundKind::First), "secretary");
    let room = room(&told);
    assert_eq!(scenes(&of_ballot(&room, &ballot_id()))[3], Scene::Voting { round: ROUND });
    assert_eq!(scenes(&of_ballot(&room, &other()))[3], Scene::Voting { round: SECOND });
    let at_work = |id| of_ballot(&room, &id).in_hand;
    assert_eq!((at_work(ballot_id()), at_work(other())), (false, true));
    assert_eq!(room.due, Scene::Voting { round: SECOND });
}

#[test]
fn every_picture_says_why_it_may_not_be_shown_yet() {
    let told = Told::voting_with(ballot());
    let room = room(&told);
    let group = of_ballot(&room, &ballot_id());
    let (announced, collected) = (Some(&Refusal::ResultNotAnnounced), Some(&Refusal::NotCollected));
    assert_eq!(
        refused(&group),
        [None, None, None, None, collected, collected, announced, announced]
    );
    let session = &room.groups[0];
    assert_eq!((&session.of, session.in_hand), (&GroupOf::Session, true));
    assert_eq!(
        refused(session),
        [None, None, None, None, Some(&Refusal::LineEmpty), None],
        "a line is still to be written"
    );
    let unnamed = views::hall::room::view(&Told::default().session);
    assert_eq!(unnamed.groups[0].scenes[1].refused, Some(Refusal::SessionNotDescribed));
}

#[test]
fn a_ballot_handed_out_once_more_shows_its_last_round_and_a_withdrawn_one_nothing() {
    let mut told = Told::voting_with(ballot());
    told.done(collect(7), "secretary");
    assert_eq!(of_ballot(&room(&told), &ballot_id()).announcing, None, "a void vote has no result");
    told.done(round::Command::AnnounceCollection { round: ROUND }, "secretary");
    told.count_present(6);
    told.done(open_of(ballot_id(), RoundKind::Redo { of: ROUND }), "secretary");
    let again = of_ballot(&room(&told), &ballot_id());
    assert_eq!(scenes(&again)[3], Scene::Voting { round: SECOND });
    let GroupOf::Ballot { title, .. } = again.of else { panic!("a ballot") };
    assert_eq!(title, "2026年度民生实事项目票决票（重新投票）");

    told.done(
        ballots::Command::SaveBallot { ballot: Ballot { id: other(), ..ballot() } },
        "secretary",
    );
    let groups = room(&told).groups.len();
    let reason = "提案人撤回".to_owned();
    told.done(ballots::Command::WithdrawBallot { ballot: other(), reason }, "secretary");
    assert_eq!(room(&told).groups.len(), groups - 1);
}

#[test]
fn the_picture_that_is_due_follows_the_day() {
    let mut told = Told::prepared();
    assert_eq!(room(&told).due, Scene::Welcome);
    told.print_ballot();
    told.count_present(6);
    for due in [
        Scene::Attendance,
        Scene::Options { ballot: ballot_id(), page: 0 },
        Scene::HowToMark { ballot: ballot_id() },
    ] {
        assert_eq!(room(&told).due, due);
        told.show(due);
    }
    told.open(6);
    assert_eq!(room(&told).due, Scene::Voting { round: ROUND });
    told.done(collect(2), "secretary");
    assert_eq!(room(&told).due, Scene::Collection { round: ROUND });
    told.done(round::Command::AnnounceCollection { round: ROUND }, "secretary");
    let counting = Scene::Counting { round: ROUND, page: 0 };
    assert_eq!(room(&told).due, counting);
    told.key_twice(&["○○×", "○○×"], &["○○×", "○○×"]);
    told.certify();
    assert_eq!(room(&told).due, counting, "the report is still to be signed");
    told.issue(PaperKind::CountReport { round: ROUND });
    assert_eq!(room(&told).due, Scene::Result { round: ROUND, page: 0 });
    told.done(round::Command::AnnounceResult { round: ROUND }, "secretary");
    assert_eq!(room(&told).due, Scene::Elected { round: ROUND, page: 0 });
}

#[test]
fn after_a_void_vote_its_repetition_is_introduced_and_not_the_session() {
    let mut told = Told::voting_with(ballot());
    told.done(collect(7), "secretary");
    told.show(Scene::Collection { round: ROUND });
    told.done(round::Command::AnnounceCollection { round: ROUND }, "secretary");
    assert_eq!(room(&told).due, Scene::HowToMark { ballot: ballot_id() });
    told.show(Scene::Blank);
    assert_eq!(room(&told).due, Scene::Options { ballot: ballot_id(), page: 0 });
}

#[test]
fn after_an_announcement_comes_its_result_then_who_won_then_the_next_ballot_and_never_the_title() {
    let mut told = Told::keyed(&["○○×", "○○×"], &["○○×", "○○×"]);
    let next = Ballot { id: other(), ..ballot() };
    told.done(ballots::Command::SaveBallot { ballot: next }, "secretary");
    told.show(Scene::Counting { round: ROUND, page: 0 });
    told.announce();
    for due in [
        Scene::Result { round: ROUND, page: 0 },
        Scene::Elected { round: ROUND, page: 0 },
        Scene::Options { ballot: other(), page: 0 },
        Scene::HowToMark { ballot: other() },
    ] {
        assert_eq!(room(&told).due, due);
        told.show(due);
    }
    told.show(Scene::Blank);
    assert_eq!(room(&told).due, Scene::Options { ballot: other(), page: 0 });
}

#[test]
fn the_operator_sees_a_certified_result_before_it_is_announced_and_the_hall_does_not() {
    let mut told = Told::keyed(&["○○×", "○○×"], &["○○×", "○○×"]);
    let result = Scene::Result { round: ROUND, page: 0 };
    let foreseen = |told: &Told| views::hall::foreseen(&told.session, &result);
    let announcing = |told: &Told| of_ballot(&room(told), &ballot_id()).announcing.unwrap().missing;
    assert_eq!(foreseen(&told), Err(Refusal::ResultNotAnnounced));
    assert_eq!(announcing(&told), Some(Refusal::NotCertified));
    told.certify();
    let before = foreseen(&told).unwrap();
    assert!(matches!(before.picture, Picture::Result { .. }));
    assert_eq!(announcing(&told), Some(Refusal::ReportNotPrinted));
    assert_eq!(
        views::hall::preview(&told.session, &result),
        Err(Refusal::ResultNotAnnounced),
        "what may be pushed is another matter"
    );
    told.issue(PaperKind::CountReport { round: ROUND });
    assert_eq!(announcing(&told), None);
    told.done(round::Command::AnnounceResult { round: ROUND }, "secretary");
    assert_eq!(foreseen(&told), Ok(before), "the hall sees what the operator saw");
}

#[test]
fn the_ground_is_emptied_and_the_picture_comes_back() {
    let mut told = Told::prepared();
    let options = Scene::Options { ballot: ballot_id(), page: 0 };
    told.show(options.clone());
    let pushed = told.session.seq();
    assert_eq!(views::hall::view(&told.session).pushed, pushed);
    told.done(hall::Command::BlankOrBack, "secretary");
    assert_eq!((told.session.scene(), told.session.shown_by()), (&Scene::Blank, pushed + 1));
    told.show(Scene::Blank);
    told.done(hall::Command::BlankOrBack, "secretary");
    assert_eq!(*told.session.scene(), options);
}

#[test]
fn a_pause_says_when_it_goes_on_and_a_line_of_ones_own_is_one_that_the_last_row_can_read() {
    let mut told = Told::prepared();
    let until = NaiveTime::from_hms_opt(14, 30, 0);
    let note = "  请各代表团讨论 ".to_owned();
    told.show(Scene::Recess { until, note });
    let shown = views::hall::view(&told.session).picture;
    assert_eq!(shown, Picture::Recess { until, note: "请各代表团讨论".to_owned() });
    let line =
        |text: &str| hall::Command::ShowInHall { scene: Scene::Line { text: text.to_owned() } };
    assert_eq!(told.refused(line("  "), "secretary"), Refusal::LineEmpty);
    let long = "请".repeat(81);
    assert_eq!(
        told.refused(line(&long), "secretary"),
        Refusal::LineTooLong { characters: 81, most: 80 }
    );
    told.done(line("请全体起立，奏国歌"), "secretary");
    let shown = views::hall::view(&told.session).picture;
    assert_eq!(shown, Picture::Line { text: "请全体起立，奏国歌".to_owned() });
}
