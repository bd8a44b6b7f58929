//! 演练: ballots that nobody marked, and the slips of those who key them, for a rehearsal.
//!
//! Everything follows from the seed on record: the same round of the same rehearsal has the same
//! ballots however often they are made, so that both passes key the same paper. Slips are each
//! pass's own.

use fastrand::Rng;
use session::people::{Role, Staff};
use session::round::Round;
use session::round::keying::{self, BundleKeying, Place, Reading, SectionReading};
use session::{BundleNo, Command, Pass, PersonId, Refusal, RoundId, Session, SheetNo, number};
use sha2::{Digest, Sha256};
use tally::{Cap, Contest, Kind, Mark, SeatsRule, WriteIn, WriteInMark, WriteIns};

/// The most marks of a thousand that are keyed otherwise than they stand: every tenth.
pub const MOST_SLIPS: u32 = 100;

/// Returns a seed that nobody has had before, in 16 hexadecimal figures.
#[must_use]
pub fn fresh_seed() -> String {
    format!("{:016x}", fastrand::u64(..))
}

/// What somebody does.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Act {
    pub by: PersonId,
    pub command: Command,
}

/// Returns what the tellers do to key a pass of a round to its end, bundle by bundle. Of a thousand
/// marks `slips` are keyed otherwise than they stand, at most [`MOST_SLIPS`].
///
/// # Errors
/// [`Refusal::NoRehearsal`] of a real session; [`Refusal::NumberOutOfRange`];
/// [`Refusal::StaffMissing`] where one teller alone is appointed; why the round is not keyed.
pub fn keying(
    session: &Session,
    round: RoundId,
    pass: Pass,
    slips: u32,
) -> Result<Vec<Vec<Act>>, Refusal> {
    let seed = &session.rehearsed()?.seed;
    if slips > MOST_SLIPS {
        return Err(Refusal::NumberOutOfRange { least: 0, most: MOST_SLIPS });
    }
    let round = session.round(round)?;
    let tellers: Vec<&Staff> = session.people().with_role(Role::Teller).collect();
    let of = |what: &str| rng(&format!("{seed}/{}/{what}", round.id().0));
    let mut made = Made {
        ballots: Ballots::of(round, session, of("ballots")),
        slips: of(match pass {
            Pass::First => "first",
            Pass::Second => "second",
        }),
        rate: slips,
    };
    let sheets = |bundle| round.sheets_for(pass, bundle);
    let mut bundles = Vec::new();
    for bundle in (1..=round.bundles()).map(BundleNo) {
        let place = Place { round: round.id(), pass, bundle };
        let keyed: Vec<Reading> = (0..sheets(bundle)).map(|_| made.sheet(round)).collect();
        bundles.extend(acts(round, place, &tellers, keyed)?);
    }
    Ok(bundles)
}

/// What is still to be done of a bundle; nothing of one that was handed in or keyed elsewhere.
fn acts(
    round: &Round,
    place: Place,
    tellers: &[&Staff],
    keyed: Vec<Reading>,
) -> Result<Option<Vec<Act>>, Refusal> {
    let begun = round.pass(place.pass).bundle(place.bundle);
    if begun.is_some_and(|it| it.handed_in().is_some() || it.lent().is_some()) {
        return Ok(None);
    }
    let by = match begun {
        Some(begun) => begun.teller().clone(),
        None => keyer(round, place, tellers)?,
    };
    let next = begun.map_or(1, |begun| begun.next().0);
    let act = |command| Act { by: by.clone(), command: Command::Keying(command) };
    let take = begun.is_none().then(|| act(keying::Command::TakeBundle { place }));
    let sheets = (1..).map(SheetNo).zip(keyed).filter(|(sheet, _)| sheet.0 >= next);
    let key =
        sheets.map(|(sheet, reading)| act(keying::Command::KeySheet { place, sheet, reading }));
    let close = act(keying::Command::CloseBundle { place });
    Ok(Some(take.into_iter().chain(key).chain([close]).collect()))
}

/// The tellers in turn, and nobody whose bundle it was in the other pass, or who has one in hand.
fn keyer(round: &Round, place: Place, tellers: &[&Staff]) -> Result<PersonId, Refusal> {
    let other = round.pass(place.pass.other()).bundle(place.bundle).map(BundleKeying::teller);
    let at_work = |id| Pass::BOTH.into_iter().any(|pass| round.pass(pass).in_hand(id).is_some());
    let free: Vec<&PersonId> = tellers
        .iter()
        .map(|teller| &teller.id)
        .filter(|id| Some(*id) != other && !at_work(id))
        .collect();
    let turn = usize::try_from(place.bundle.0).unwrap_or(0).checked_rem(free.len());
    let keyer = turn.and_then(|turn| free.get(turn));
    let appointed = number(tellers.len());
    let missing = || Refusal::StaffMissing { role: Role::Teller, needed: 2, appointed };
    keyer.map(|id| (*id).clone()).ok_or_else(missing)
}

/// Chance that follows from a text.
fn rng(text: &str) -> Rng {
    let digest = Sha256::digest(text.as_bytes());
    let figures = digest.iter().take(8).fold(0, |seed, byte| seed << 8 | u64::from(*byte));
    Rng::with_seed(figures)
}

struct Made {
    ballots: Ballots,
    slips: Rng,
    /// Slips of a thousand marks.
    rate: u32,
}

impl Made {
    /// The next sheet as its keyer keys it.
    fn sheet(&mut self, round: &Round) -> Reading {
        let mut reading = self.ballots.next(round);
        for (contest, section) in round.contests().iter().zip(&mut reading) {
            for mark in &mut section.marks {
                if self.slips.u32(0..1000) < self.rate {
                    *mark = self.another(contest, *mark);
                }
            }
        }
        reading
    }

    /// What a finger beside the key would have keyed.
    fn another(&mut self, contest: &Contest, mark: Mark) -> Mark {
        let others: Vec<Mark> = keys(contest).into_iter().filter(|key| *key != mark).collect();
        let place = self.slips.usize(0..others.len().max(1));
        others.get(place).copied().unwrap_or(mark)
    }
}

fn keys(contest: &Contest) -> Vec<Mark> {
    let graded = (0..=u8::MAX).map(Mark::Grade).take_while(|grade| contest.allows(*grade));
    let words = [Mark::For, Mark::Against, Mark::Blank];
    words.into_iter().filter(|mark| contest.allows(*mark)).chain(graded).collect()
}

/// The sheets of a round, one after the other.
struct Ballots {
    chance: Rng,
    /// How well each row of each contest is liked, of a hundred.
    liked: Vec<Vec<u32>>,
    /// A name to write in.
    name: String,
}

impl Ballots {
    fn of(round: &Round, session: &Session, mut chance: Rng) -> Self {
        let mut liking = |contest: &Contest| -> Vec<u32> {
            contest.options.iter().map(|_| chance.u32(35..96)).collect()
        };
        let liked = round.contests().iter().map(&mut liking).collect();
        let deputies = session.people().deputies();
        let place = chance.usize(0..deputies.len().max(1));
        let name = deputies.get(place).map(|deputy| deputy.name.clone()).unwrap_or_default();
        Self { chance, liked, name }
    }

    fn next(&mut self, round: &Round) -> Reading {
        let liked = self.liked.clone();
        round
            .contests()
            .iter()
            .zip(liked)
            .map(|(contest, liked)| self.section(contest, &liked))
            .collect()
    }

    /// One of fifty is wholly blank.
    fn section(&mut self, contest: &Contest, liked: &[u32]) -> SectionReading {
        let blank = self.chance.u32(0..50) == 0;
        let mut marks: Vec<Mark> =
            liked.iter().map(|liked| self.mark(contest, *liked, blank)).collect();
        let write_ins = match &contest.kind {
            Kind::Selection(rule) | Kind::Election(rule) => self.within(rule, &mut marks),
            Kind::Evaluation(_) | Kind::Motion(_) => Vec::new(),
        };
        SectionReading { marks, write_ins, doubt: None }
    }

    /// One of two hundred marks cannot be read.
    fn mark(&mut self, contest: &Contest, liked: u32, blank: bool) -> Mark {
        if blank {
            return Mark::Blank;
        }
        if self.chance.u32(0..200) == 0 {
            return Mark::Illegible;
        }
        let thrown = self.chance.u32(0..100);
        if let Kind::Evaluation(rule) = &contest.kind {
            let worse = thrown.saturating_sub(liked) / 12;
            let last = rule.grades.len().saturating_sub(1);
            let grade = usize::try_from(worse).unwrap_or(last).min(last);
            return Mark::Grade(u8::try_from(grade).unwrap_or(0));
        }
        match thrown {
            _ if thrown < liked => Mark::For,
            98.. => Mark::Blank,
            _ => Mark::Against,
        }
    }

    /// Nearly every sheet keeps to the seats; one of forty does not. Where names may be written in,
    /// one of twenty names somebody instead of a candidate that was turned down.
    fn within(&mut self, rule: &SeatsRule, marks: &mut [Mark]) -> Vec<WriteIn> {
        let seats = usize::try_from(rule.seats.get()).unwrap_or(usize::MAX);
        let fills = rule.cap == Cap::Exactly && marks.iter().any(|mark| *mark != Mark::Blank);
        while fills && chosen(marks) < seats.min(marks.len()) {
            let place = self.chance.usize(0..marks.len());
            if let Some(mark) = marks.get_mut(place) {
                *mark = Mark::For;
            }
        }
        let too_many = rule.cap != Cap::None && self.chance.u32(0..40) != 0;
        while too_many && chosen(marks) > seats {
            let place = self.chance.usize(0..marks.len());
            if let Some(mark) = marks.get_mut(place).filter(|mark| **mark == Mark::For) {
                *mark = Mark::Against;
            }
        }
        let named = self.chance.u32(0..20) == 0 && rule.write_ins != WriteIns::None;
        let room = chosen(marks) < seats && marks.contains(&Mark::Against);
        if named && room && !self.name.is_empty() {
            vec![WriteIn { name: self.name.clone(), mark: WriteInMark::For }]
        } else {
            Vec::new()
        }
    }
}

fn chosen(marks: &[Mark]) -> usize {
    marks.iter().filter(|mark| **mark == Mark::For).count()
}
