//! 轮次: one issue and collection of a ballot, from the open box to the announced result (组织法
//! 29, 选举法 43 and 44).

pub mod announcement;
pub mod away;
pub mod breaking_off;
pub mod by_hand;
pub mod comparison;
pub mod keying;
pub mod lent;
pub mod matter;
pub mod names;
pub mod reopening;
pub mod result;
pub mod ruling;
pub mod zero;

mod ready;
mod stage;
mod steps;

pub use breaking_off::{Breaking, BrokenOff};
pub use stage::{Certificate, Collected, Numbers, RoundKind, Stage};
pub use steps::{Command, Event, Issue};

pub(crate) use ready::{
    check_certifiable, check_collection_announceable, check_openable, check_result_announceable,
    next_kind,
};
pub(crate) use steps::{apply, decide};

use std::collections::{BTreeMap, BTreeSet};

use tally::{Contest, ContestId, Control, RoundResult, Tally};

use self::announcement::Correction;
use self::by_hand::ByHand;
use self::comparison::Rulings;
use self::keying::{Mended, PassKeying};
use self::names::{namesakes, option_names, told_apart};
use self::reopening::Reopening;
use self::stage::Opening;
use crate::ballot::Ballot;
use crate::ballot::follow::Settlement;
use crate::people::{Deputy, People};
use crate::session::OutOfPlace;
use crate::{BundleNo, Pass, PersonId, Reason, Refusal, RoundId};

/// One issue and collection of a ballot.
#[derive(Clone, Debug)]
pub struct Round {
    id: RoundId,
    /// The ballot as it was when the round was opened.
    ballot: Ballot,
    kind: RoundKind,
    /// 全体代表 at that time.
    all_deputies: u32,
    present: u32,
    printed: u32,
    issued: u32,
    /// Entry of the journal that opened it.
    opened: u32,
    stage: Stage,
    first: PassKeying,
    second: PassKeying,
    rulings: Rulings,
    /// Both keyings were whole once.
    compared: bool,
    /// The roster when the ballots were handed out, as names are compared.
    deputies: BTreeSet<String>,
    /// The names that two of them bear, where that is a doubt.
    namesakes: BTreeSet<String>,
    /// The names of each contest's options, as names are compared.
    option_names: Vec<BTreeSet<String>>,
    contests: Vec<Contest>,
    tally: Tally,
    settled: BTreeMap<ContestId, (Settlement, Reason)>,
    at_work: BTreeSet<PersonId>,
    by_hand: ByHand,
    reopenings: Vec<Reopening>,
    corrections: Vec<Correction>,
    mended: Vec<Mended>,
    /// The first of the ballots it was handed out together with.
    with: Option<RoundId>,
}

impl Round {
    /// Returns its number, from 1 within the session.
    #[must_use]
    pub fn id(&self) -> RoundId {
        self.id
    }

    /// Returns the ballot as it was when the round was opened.
    #[must_use]
    pub fn ballot(&self) -> &Ballot {
        &self.ballot
    }

    /// Returns why the ballot was issued.
    #[must_use]
    pub fn kind(&self) -> RoundKind {
        self.kind
    }

    /// 全体代表 when the ballots were handed out.
    #[must_use]
    pub fn all_deputies(&self) -> u32 {
        self.all_deputies
    }

    /// 实到 when the ballots were handed out.
    #[must_use]
    pub fn present(&self) -> u32 {
        self.present
    }

    /// 印制: at least as many as were issued.
    #[must_use]
    pub fn printed(&self) -> u32 {
        self.printed
    }

    /// 发出.
    #[must_use]
    pub fn issued(&self) -> u32 {
        self.issued
    }

    /// Returns the entry of the journal that opened it.
    #[must_use]
    pub fn opened(&self) -> u32 {
        self.opened
    }

    /// 一并发出: returns the first of the ballots it was handed out together with, itself if it is
    /// that one; `None` where it was handed out alone, or first of all.
    #[must_use]
    pub fn with(&self) -> Option<RoundId> {
        self.with
    }

    /// Returns how far it has come.
    #[must_use]
    pub fn stage(&self) -> &Stage {
        &self.stage
    }

    /// Tells whether its result was announced.
    #[must_use]
    pub fn is_announced(&self) -> bool {
        matches!(self.stage, Stage::Announced(..))
    }

    /// Checks that its result was announced.
    pub(crate) fn check_announced(&self) -> Result<(), Refusal> {
        if self.is_announced() { Ok(()) } else { Err(Refusal::ResultNotAnnounced) }
    }

    /// Returns the numbers of the opened box, once it was opened.
    #[must_use]
    pub fn collected(&self) -> Option<Collected> {
        match &self.stage {
            Stage::Voting => None,
            Stage::Void(collected)
            | Stage::Voided(collected)
            | Stage::Collected(collected)
            | Stage::Counting(collected)
            | Stage::Certified(collected, _)
            | Stage::Announced(collected, _) => Some(*collected),
            Stage::BrokenOff(collected, _) => *collected,
        }
    }

    /// Returns who certified the count, once it is.
    #[must_use]
    pub fn certificate(&self) -> Option<&Certificate> {
        match &self.stage {
            Stage::Certified(_, certificate) | Stage::Announced(_, certificate) => {
                Some(certificate)
            }
            Stage::Voting
            | Stage::Void(_)
            | Stage::Voided(_)
            | Stage::Collected(_)
            | Stage::Counting(_)
            | Stage::BrokenOff(..) => None,
        }
    }

    /// Returns the control numbers; nothing returned yet while voting.
    #[must_use]
    pub fn control(&self) -> Control {
        let Collected { spoiled, returned } =
            self.collected().unwrap_or(Collected { spoiled: 0, returned: 0 });
        let Self { all_deputies, present, printed, issued, .. } = *self;
        Control { all_deputies, present, printed, issued, spoiled, returned }
    }

    /// Returns the contests as they are counted.
    #[must_use]
    pub fn contests(&self) -> &[Contest] {
        &self.contests
    }

    /// Returns the counts of the sheets settled so far.
    #[must_use]
    pub fn tally(&self) -> &Tally {
        &self.tally
    }

    /// Returns the result of the sheets settled so far; final once the round is certified.
    #[must_use]
    pub fn result(&self) -> RoundResult {
        self.tally.result_under(&self.control(), self.ballot.valid_if, self.ballot.quorum)
    }

    /// Returns how many bundles the returned sheets make.
    #[must_use]
    pub fn bundles(&self) -> u32 {
        self.collected()
            .map_or(0, |collected| collected.returned.div_ceil(self.ballot.bundle_size.max(1)))
    }

    /// Returns how many sheets a bundle is planned to hold; the last one holds the rest.
    #[must_use]
    pub fn sheets_in(&self, bundle: BundleNo) -> u32 {
        let returned = self.collected().map_or(0, |collected| collected.returned);
        let before = bundle.0.saturating_sub(1).saturating_mul(self.ballot.bundle_size);
        returned.saturating_sub(before).min(self.ballot.bundle_size)
    }

    /// Returns one of the two passes.
    #[must_use]
    pub fn pass(&self, pass: Pass) -> &PassKeying {
        match pass {
            Pass::First => &self.first,
            Pass::Second => &self.second,
        }
    }

    /// Tells whether both keyings were whole once: from then on what differs may be seen. A bundle
    /// that is put right after that is keyed by somebody who did not key its other pass, and
    /// nothing of it is compared before it is handed in again.
    #[must_use]
    pub fn is_compared(&self) -> bool {
        self.compared
    }

    /// Tells whether every bundle of a pass was handed in, at least one.
    #[must_use]
    pub fn pass_is_whole(&self, pass: Pass) -> bool {
        self.bundles() > 0 && self.pass(pass).first_open().0 > self.bundles()
    }

    fn pass_mut(&mut self, pass: Pass) -> &mut PassKeying {
        match pass {
            Pass::First => &mut self.first,
            Pass::Second => &mut self.second,
        }
    }

    /// Tells whether the count is going on, or certified and not yet announced.
    pub(crate) fn is_counting(&self) -> bool {
        matches!(self.stage, Stage::Counting(_) | Stage::Certified(..))
    }

    pub(crate) fn has_worked(&self, person: &PersonId) -> bool {
        self.at_work.contains(person)
    }

    /// The sheets are being keyed and ruled on: the count is going on, and not by hand.
    pub(crate) fn counting(&self) -> Result<Collected, Refusal> {
        let collected = self.being_counted()?;
        if self.hand_count().is_some() { Err(Refusal::CountedByHand) } else { Ok(collected) }
    }

    /// The count is going on, by sheets or by hand.
    pub(crate) fn being_counted(&self) -> Result<Collected, Refusal> {
        match &self.stage {
            Stage::Counting(collected) => Ok(*collected),
            Stage::Voting => Err(Refusal::NotCollected),
            Stage::Collected(_) => Err(Refusal::CollectionNotAnnounced),
            Stage::Void(collected) | Stage::Voided(collected) => Err(self.void(*collected)),
            Stage::Certified(..) | Stage::Announced(..) => Err(Refusal::AlreadyCertified),
            Stage::BrokenOff(..) => Err(self.broken_off_refusal()),
        }
    }

    /// Returns why nothing of a vote is counted that is void or broken off; `None` of another.
    pub(crate) fn void_refusal(&self) -> Option<Refusal> {
        match &self.stage {
            Stage::Void(collected) | Stage::Voided(collected) => Some(self.void(*collected)),
            Stage::BrokenOff(..) => Some(self.broken_off_refusal()),
            Stage::Voting
            | Stage::Collected(_)
            | Stage::Counting(_)
            | Stage::Certified(..)
            | Stage::Announced(..) => None,
        }
    }

    /// Returns every time the certified count was opened again, in order.
    #[must_use]
    pub fn reopenings(&self) -> &[Reopening] {
        &self.reopenings
    }

    fn void(&self, collected: Collected) -> Refusal {
        let Self { issued, present, .. } = *self;
        Refusal::VoteIsVoid {
            returned: collected.returned,
            issued,
            present,
            valid_if: self.ballot.valid_if,
        }
    }

    /// Returns what was decided about a contest instead of voting once more, and the record of it.
    #[must_use]
    pub fn settlement(&self, contest: &ContestId) -> Option<(&Settlement, &str)> {
        self.settled.get(contest).map(|(settlement, record)| (settlement, record.as_str()))
    }

    /// A contest is decided otherwise than by voting once more.
    pub(crate) fn settle_contest(
        &mut self,
        contest: &ContestId,
        settlement: &Settlement,
        record: &Reason,
    ) {
        self.settled.insert(contest.clone(), (settlement.clone(), record.clone()));
    }

    /// Tells whether the vote is void, announced or not.
    #[must_use]
    pub fn is_void(&self) -> bool {
        matches!(self.stage, Stage::Void(_) | Stage::Voided(_))
    }
}

impl Round {
    /// Returns a round as its ballots were handed out; nothing is collected yet.
    fn handed_out(opening: Opening, people: &People) -> Self {
        let Opening { id, ballot, kind, all_deputies, numbers, seq: opened, with } = opening;
        let Numbers { present, printed, issued, .. } = numbers;
        let contests = ballot.contests();
        Self {
            id,
            kind,
            all_deputies,
            present,
            printed,
            issued,
            opened,
            stage: Stage::Voting,
            first: PassKeying::default(),
            second: PassKeying::default(),
            rulings: Rulings::default(),
            compared: false,
            deputies: people
                .deputies
                .iter()
                .map(|deputy| tally::normalised_name(&deputy.name))
                .collect(),
            namesakes: BTreeSet::new(),
            option_names: contests.iter().map(option_names).collect(),
            tally: Tally::new(&contests),
            contests,
            ballot,
            settled: BTreeMap::new(),
            at_work: BTreeSet::new(),
            by_hand: ByHand::default(),
            reopenings: Vec::new(),
            corrections: Vec::new(),
            mended: Vec::new(),
            with,
        }
    }

    /// A name written in that two deputies bear goes to the chief scrutineer, who says which of them
    /// is meant: by the name with its note.
    fn doubt_namesakes(&mut self, deputies: &[Deputy]) {
        self.namesakes = namesakes(deputies);
        self.deputies.extend(deputies.iter().filter_map(told_apart));
    }

    /// Returns the numbers of the round that people count.
    #[must_use]
    pub fn numbers(&self) -> Numbers {
        let Self { present, printed, issued, .. } = *self;
        Numbers { present, printed, issued, collected: self.collected() }
    }

    fn is_valid(&self, collected: Collected) -> bool {
        let Collected { spoiled, returned } = collected;
        Control { spoiled, returned, ..self.control() }
            .vote_valid_under(self.ballot.valid_if, self.ballot.quorum)
    }

    fn collect(&mut self, collected: Collected) {
        self.stage = if self.is_valid(collected) {
            Stage::Collected(collected)
        } else {
            Stage::Void(collected)
        };
    }

    /// A correction that makes the vote void or valid takes it back to before 验票 was announced.
    fn correct(&mut self, numbers: Numbers) {
        let Numbers { present, printed, issued, collected } = numbers;
        (self.present, self.printed, self.issued) = (present, printed, issued);
        match collected {
            Some(collected)
                if matches!(self.stage, Stage::Counting(_)) && self.is_valid(collected) =>
            {
                self.stage = Stage::Counting(collected);
            }
            Some(collected) => self.collect(collected),
            None => {}
        }
    }

    fn advance(&mut self, next: impl FnOnce(Stage) -> Option<Stage>) -> Result<(), OutOfPlace> {
        self.stage = next(self.stage.clone()).ok_or(OutOfPlace("a step out of its order"))?;
        Ok(())
    }
}
