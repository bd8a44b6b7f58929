//! Arbitrary days: whatever anybody asks, every invariant holds after each command, and from
//! wherever the session then stands the staff can bring the day to its end.

mod ballots;
mod coverage;
mod desks;
mod hands;
mod invariants;
mod office;
mod projects;
mod rulings;
mod sittings;
mod staff;
mod twins;
mod whims;

use std::sync::OnceLock;
use std::thread;

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};
use session::floor::last::CarriedOver;
use session::floor::meeting;
use session::paper::PaperKind;
use session::people::{self, Deputy};
use session::round::keying::Reading;
use session::round::lent::Lend;
use session::{BundleNo, Command, LoanId, PersonId, Refusal, RoundId, views};

use self::coverage::Coverage;
use self::invariants::Invariants;
use self::staff::Paper;
use crate::support::*;

/// Days tried for each case that proptest is asked for (`PROPTEST_CASES`): 1,536 if not told
/// otherwise.
const DAYS_A_CASE: u32 = 6;

/// Numbers out of one number (`SplitMix64`), so that a failing day shrinks to few and small ones.
pub struct Dice(pub u64);

impl Dice {
    fn roll(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    /// From `least` to `most`, both included.
    pub fn between(&mut self, least: u32, most: u32) -> u32 {
        least + u32::try_from(self.roll() % u64::from(most - least + 1)).unwrap()
    }

    fn per_cent(&mut self, chance: u32) -> bool {
        self.between(0, 99) < chance
    }

    pub fn one_of<T: Clone>(&mut self, things: &[T]) -> T {
        things[usize::try_from(self.roll() % things.len() as u64).unwrap()].clone()
    }
}

/// What somebody asks, and who.
#[derive(Clone)]
enum Asking {
    Command(Box<Command>),
    Issue(PaperKind),
    Lend(Lend),
    BringBack(BroughtBack),
    /// To go on from an earlier session.
    JoinToLast,
    /// To begin with what is not over there.
    CarryOver,
}

/// A file that comes back, and what was keyed in it, bundle by bundle.
#[derive(Clone)]
struct BroughtBack {
    round: RoundId,
    loan: LoanId,
    keyed: Vec<(BundleNo, Vec<Reading>)>,
}

type Asks = (Asking, PersonId);

fn asks(command: impl Into<Asked>, actor: &str) -> Asks {
    let Asked(command) = command.into();
    (Asking::Command(Box::new(command)), person(actor))
}

fn asks_for(paper: PaperKind) -> Asks {
    (Asking::Issue(paper), person("secretary"))
}

fn sealing() -> Asks {
    asks(meeting::Command::Seal { reason: "会议闭幕".to_owned() }, "secretary")
}

/// A day as it goes: the session, what is watched over it, and what stands on the papers in the
/// box.
struct Day<'a> {
    told: Told,
    paper: Paper,
    invariants: Invariants,
    coverage: &'a Coverage,
}

impl Day<'_> {
    fn ask(&mut self, (asking, actor): &Asks) -> Result<Result<(), Refusal>, TestCaseError> {
        let before = self.told.journal.len();
        let answer = match asking {
            Asking::Command(command) => {
                self.told.ask(Asked((**command).clone()), &actor.0).map(drop)
            }
            Asking::Issue(of) => self.told.try_issue_by(of.clone(), &actor.0),
            Asking::Lend(lend) => self.told.lend(lend, &actor.0).map(drop),
            Asking::JoinToLast => self.told.join_to_last(&actor.0),
            Asking::CarryOver => self.told.carry_over(left_over(), &actor.0),
            Asking::BringBack(back) => desks::bring_back(&mut self.told, back, &actor.0),
        };
        let events = &self.told.journal[before..];
        self.coverage.note(&self.told.session, events, answer.as_ref().err());
        prop_assert!(answer.is_ok() || events.is_empty(), "a refusal changes nothing");
        self.invariants.check(&self.told, events)?;
        Ok(answer)
    }

    /// The staff goes on until nothing is left to do. What they are told they may do is never
    /// refused.
    fn end(&mut self) -> Result<(), TestCaseError> {
        self.paper.decide();
        for _ in 0..400 {
            let Some(next) = staff::next(&self.told.session, &mut self.paper) else {
                self.check_over()?;
                return self.seal();
            };
            if let Some(title) = views::frame::view(&self.told.session).under_way {
                let refused = self.ask(&sealing())?;
                prop_assert_eq!(refused, Err(Refusal::VoteUnderWay { title }));
            }
            if let Err(refusal) = self.ask(&next)? {
                return Err(TestCaseError::fail(format!("the staff is refused: {refusal}")));
            }
        }
        Err(TestCaseError::fail("the day has no end"))
    }

    /// Over, the day can be sealed, and then nothing is asked any more.
    fn seal(&mut self) -> Result<(), TestCaseError> {
        prop_assert_eq!(self.ask(&sealing())?, Ok(()), "what is over can be sealed");
        let refused = self.ask(&sealing())?;
        prop_assert_eq!(refused, Err(Refusal::SessionSealed { name: "王秘书".to_owned() }));
        Ok(())
    }

    fn check_over(&self) -> Result<(), TestCaseError> {
        use session::floor::hands;
        use session::round::Stage;
        let open = self.told.session.rounds().iter().find(|round| {
            !matches!(round.stage(), Stage::Voided(_) | Stage::Announced(..) | Stage::BrokenOff(..))
        });
        prop_assert!(open.is_none(), "a round is left open");
        let open = self
            .told
            .session
            .hand_votes()
            .iter()
            .find(|vote| matches!(vote.stage(), hands::Stage::Prepared | hands::Stage::Put));
        prop_assert!(open.is_none(), "a motion is left open");
        let floor = views::floor::view(&self.told.session);
        prop_assert!(
            floor.to_open.is_empty() && floor.follow_ups.is_empty(),
            "{:?} {:?}",
            floor.to_open,
            floor.follow_ups
        );
        self.coverage.saw("the day is over");
        Ok(())
    }
}

/// What is not over of an earlier session.
fn left_over() -> &'static CarriedOver {
    static LEFT: OnceLock<CarriedOver> = OnceLock::new();
    LEFT.get_or_init(|| CarriedOver::of(&crate::carried::last().session))
}

fn seven() -> Vec<Deputy> {
    let names = ["田大利", "𬱖生", "欧阳建平", "何丽萍", "沈佳怡", "石磊", "田富"];
    (1..).zip(names).map(|(number, name)| deputy(number, name, "")).collect()
}

/// From nothing, or from an earlier session, with or without what is not over there.
fn begun(dice: &mut Dice) -> Told {
    if !dice.per_cent(30) {
        return Told::default();
    }
    let mut told = Told::joined();
    if dice.per_cent(50) {
        told.carry_over(left_over(), "secretary").unwrap();
    }
    told
}

fn live(first: u64, steps: &[u64], coverage: &Coverage) -> Result<(), TestCaseError> {
    let mut dice = Dice(first);
    let ballots = ballots::any(&mut dice);
    let begun = begun(&mut dice);
    let first_entries = begun.journal.len().max(1);
    let mut told = begun.prepared_for(7, &ballots);
    // On some days much is done beside the vote, by deputies who are on the roster.
    let busy = dice.per_cent(20);
    if busy {
        told.done(
            people::Command::ListRoster { deputies: seven(), observers: Vec::new() },
            "secretary",
        );
    }
    coverage.note(&told.session, told.journal.get(..first_entries).unwrap_or_default(), None);
    let mut day =
        Day { invariants: Invariants::of(&told), told, paper: Paper::new(dice.roll()), coverage };
    for (turn, step) in steps.iter().enumerate() {
        let mut dice = Dice(*step);
        let by_the_staff =
            if dice.per_cent(60) { staff::next(&day.told.session, &mut day.paper) } else { None };
        match by_the_staff {
            _ if busy && dice.per_cent(60) => {
                drop(day.ask(&whims::of_the_year(&mut dice, &day.told.session))?);
            }
            Some(next) => prop_assert_eq!(day.ask(&next)?, Ok(()), "the staff is refused"),
            None => drop(day.ask(&whims::any(&mut dice, &day.told.session))?),
        }
        if turn % 16 == 15 {
            twins::check(&day.told, step % 7 + 1, coverage)?;
            desks::check_twins(&day.told, step % 7 + 1)?;
            hands::check_twins(&day.told, step % 7 + 1)?;
        }
    }
    twins::check(&day.told, first % 5 + 1, coverage)?;
    hands::check_twins(&day.told, first % 5 + 1)?;
    coverage.by_then(&day.told.session);
    day.end()?;
    day.invariants.check_replay(&day.told)
}

#[test]
fn whatever_is_asked_every_invariant_holds_and_the_day_can_end() {
    let days = Config::default().cases * DAYS_A_CASE;
    let coverage = Coverage::default();
    let half = || {
        let config = Config {
            cases: days / 2,
            failure_persistence: None,
            max_shrink_iters: 1_000,
            ..Config::default()
        };
        let mut runner = TestRunner::new(config);
        let ran = runner.run(&(any::<u64>(), vec(any::<u64>(), 1..140)), |(first, steps)| {
            live(first, &steps, &coverage)
        });
        ran.map_err(|failure| format!("{failure}\n{runner}"))
    };
    let halves = thread::scope(|scope| {
        [scope.spawn(half), scope.spawn(half)].map(|half| half.join().unwrap())
    });
    if let Some(failure) = halves.into_iter().find_map(Result::err) {
        panic!("{failure}");
    }
    coverage.check(days);
}
