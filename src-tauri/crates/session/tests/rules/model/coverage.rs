//! What came up over all days: a model that never gets there proves nothing.

use std::collections::BTreeMap;
use std::sync::Mutex;

use session::ballot::follow;
use session::ballot::follow::Settlement;
use session::round::{Round, RoundKind, Stage};
use session::{Entry, Event, Refusal, RoundId, Session, round};

#[derive(Default)]
pub struct Coverage(Mutex<BTreeMap<String, u32>>);

/// What must come up in so many of a hundred days.
const SHARES: [(u32, &str); 10] = [
    (100, "the day is over"),
    (40, "by then certified"),
    (40, "by then announced"),
    (6, "by then a vote that follows another"),
    (2, "by then a vote that follows another announced"),
    (60, "twins: something hidden"),
    (1, "twins: something hidden while pages turn"),
    (8, "twins: something hidden on the light ground"),
    (8, "twins: something hidden while the count is shown"),
    (20, "twins: a hidden name"),
];

/// What must come up at all: every kind of entry but the lists taken over whole, every way a round
/// can go, and most refusals.
const SEEN: &str = "
    hand.acclaimed hand.announced hand.changed hand.counted hand.counted_again hand.prepared hand.put hand.ruled hand.withdrawn
    refused:departs_from_law refused:hand_vote_ended refused:hand_vote_is_put refused:hand_vote_not_put
    refused:hands_not_as_asked refused:hands_not_counted
    refused:motion_without_title refused:no_such_hand_vote refused:present_of_the_other_body
    attendance.counted ballot.saved ballot.withdrawn follow.settled hall.look_chosen hall.shown keying.bundle_closed keying.bundle_counted
    keying.bundle_mended keying.bundle_released keying.bundle_taken keying.sheet_keyed keying.sheet_paused keying.sheet_recalled
    sittings.planned sittings.presidium_named sittings.roll_called refused:item_empty refused:item_twice refused:no_such_sitting
   
    projects.collected projects.screened projects.facts_changed projects.supervised projects.planned projects.progress_noted
    projects.reviewed projects.changed projects.completed projects.explained projects.completion_taken_back
    refused:congress_decides refused:day_before_session refused:no_such_review
    proposals.corrected proposals.withdrawn proposals.put_on_agenda proposals.turned_into_suggestion proposals.handed_over
    proposals.deadline_extended proposals.answered proposals.feedback_given proposals.closed
    refused:proposal_stands_otherwise refused:bill_needs_signers
    record.activity_noted record.activity_corrected record.activity_struck record.points_set refused:nobody_named
    refused:project_stands refused:no_such_project refused:no_rows_to_take refused:project_on_ballot
    proposals.registered refused:no_such_proposal
    projects.carried_over proposals.carried_over refused:carried_over_first
    meeting.joined_to_last refused:last_named_first meeting.described meeting.sealed refused:session_sealed refused:vote_under_way paper.issued people.deputy_saved people.staff_appointed round.certified round.collected round.collection_announced
    round.numbers_corrected round.opened round.result_announced ruling.difference_ruled ruling.names_merged ruling.names_separated
    ruling.section_ruled ruling.taken_back
    announced:first announced:redo announced:runoff announced:further announced:valid announced:void settled:presidium
    settled:next_session settled:fewer paper.rules_terms_set
    lent.bundles_lent lent.brought_back lent.called_back refused:bundle_is_lent refused:loan_is_back refused:loan_called_back
    refused:loan_not_finished refused:no_such_loan refused:loan_of_another_round
    hand_tally.counted hand_tally.entered hand_tally.ruled round.reopened
    round.broken_off round.announcement_corrected announced:again hand.acclamation_corrected
    refused:round_broken_off refused:vote_not_void
    refused:already_certified refused:already_ruled refused:attendance_not_counted refused:ballot_is_issued refused:ballot_not_printed
    refused:ballot_withdrawn refused:base_is_fixed refused:bundle_closed refused:bundle_is_keyed refused:bundle_is_ruled
    refused:bundle_is_whole refused:bundle_not_taken refused:bundle_not_whole refused:bundle_taken refused:collection_announced
    refused:collection_not_announced refused:deputy_without_name refused:more_present_than_deputies refused:no_quorum
    refused:totals_off_returned refused:totals_off_row
    refused:no_such_ballot refused:no_such_bundle refused:no_such_deputy refused:no_such_round refused:not_certified refused:not_collected
    refused:not_on_the_staff refused:nothing_chosen refused:nothing_differs refused:nothing_doubtful
    refused:nothing_follows refused:nothing_ruled refused:nothing_to_redo refused:number_out_of_range refused:one_person_one_role
    refused:only_the_last_sheet refused:pass_not_whole refused:reading_does_not_fit refused:reason_missing
    refused:result_announced refused:result_not_announced refused:round_already_opened refused:rows_still_open refused:sections_open
    refused:staff_at_work refused:staff_missing refused:vote_is_void refused:wrong_role
";

impl Coverage {
    pub fn saw(&self, what: &str) {
        *self.0.lock().unwrap().entry(what.to_owned()).or_default() += 1;
    }

    /// Takes down what happened, or why nothing did.
    pub fn note(&self, session: &Session, events: &[Entry], refused: Option<&Refusal>) {
        if let Some(refusal) = refused {
            let written = serde_json::to_value(refusal).unwrap();
            self.saw(&format!("refused:{}", written["code"].as_str().unwrap()));
        }
        for entry in events {
            let written = serde_json::to_value(&entry.event).unwrap();
            self.saw(written["kind"].as_str().unwrap());
            if let Event::Round(round::Event::ResultAnnounced { round }) = &entry.event {
                self.announced(session, *round);
            }
            if let Event::Round(round::Event::CollectionAnnounced { round }) = &entry.event {
                let void = matches!(session.round(*round).unwrap().stage(), Stage::Voided(_));
                self.saw(if void { "announced:void" } else { "announced:valid" });
            }
            if let Event::Follow(follow::Event::Settled { settlement, .. }) = &entry.event {
                self.saw(match settlement {
                    Settlement::Presidium { .. } => "settled:presidium",
                    Settlement::NextSession => "settled:next_session",
                    Settlement::AcceptFewer => "settled:fewer",
                    Settlement::SeatVacant => "settled:vacant",
                    Settlement::CandidateWithdrew { .. } => "settled:withdrew",
                });
            }
        }
    }

    /// Takes down how far a day had come when it was left to the staff.
    pub fn by_then(&self, session: &Session) {
        let announced = |round: &&Round| matches!(round.stage(), Stage::Announced(..));
        let follows = |round: &Round| {
            matches!(round.kind(), RoundKind::Runoff { .. } | RoundKind::Further { .. })
        };
        for (reached, what) in [
            (
                session.rounds().iter().any(|round| round.certificate().is_some()),
                "by then certified",
            ),
            (session.rounds().iter().any(|round| announced(&round)), "by then announced"),
            (session.rounds().iter().any(follows), "by then a vote that follows another"),
            (
                session.rounds().iter().filter(announced).any(follows),
                "by then a vote that follows another announced",
            ),
        ] {
            if reached {
                self.saw(what);
            }
        }
    }

    fn announced(&self, session: &Session, round: RoundId) {
        self.saw(match session.round(round).unwrap().kind() {
            RoundKind::First => "announced:first",
            RoundKind::Redo { .. } => "announced:redo",
            RoundKind::Again { .. } => "announced:again",
            RoundKind::Runoff { .. } => "announced:runoff",
            RoundKind::Further { .. } => "announced:further",
        });
    }

    /// Fails with all that came up if something never did or too seldom; fewer than a thousand days
    /// prove nothing either way.
    pub fn check(&self, days: u32) {
        let seen = self.0.lock().unwrap();
        let times = |what: &str| seen.get(what).copied().unwrap_or(0);
        let missing: Vec<&str> = SEEN.split_whitespace().filter(|what| times(what) == 0).collect();
        let rare: Vec<&str> = SHARES
            .iter()
            .filter(|(share, what)| times(what) * 100 < days * share)
            .map(|(_, what)| *what)
            .collect();
        assert!(
            days < 1_000 || (missing.is_empty() && rare.is_empty()),
            "never came up: {missing:?}; too seldom: {rare:?}; of {seen:#?}"
        );
    }
}
