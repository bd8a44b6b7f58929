//! Every way the page can go, counted as the naive count walks it: an agreement on files that never
//! get there proves nothing.

use std::sync::atomic::{AtomicU32, Ordering};

macro_rules! branches {
    ($($branch:ident)*) => {
        #[derive(Clone, Copy, Debug)]
        pub enum Branch {
            $($branch),*
        }

        const ALL: &[Branch] = &[$(Branch::$branch),*];
        static TIMES: [AtomicU32; ALL.len()] = [const { AtomicU32::new(0) }; ALL.len()];
    };
}

branches! {
    // The vote as a whole
    NoQuorum QuorumJustMet
    ReturnedOverIssued ReturnedOverPresent ReturnedNotIssued ReturnedAsRequired
    // 1 and 2
    RuledVoid BlankVoid BlankValid BlankByRow BlankByRowOver BlankButForAName
    // 3
    BlankRowAbstains BlankRowVoid BlankRowFor BlankGradeAbstains BlankGradeVoid
    IllegibleRowVoid IllegibleSectionVoid MultipleVoid MultipleAbstains
    // 4
    NamesNotAsked NameOfAnOption NameOfAnOptionDisguised NameTwice NameTwiceDisguised UnmarkedCounts UnmarkedDropped
    AgainstMissing AgainstEnough NamesAllowed
    // 5
    AtMostKept AtMostOver ExactlyKept ExactlyOver ExactlyUnder NoCapBeyondSeats NoCapWithinSeats OverByANameOnly OverByBlanksOnly
    OverVoidsSection OverVoidsSheet OverFlagged SheetVoidsSeats SheetVoidsMotion SheetVoidsEvaluation
    // Thresholds
    NoThreshold OverAll OverPresent OverReturned OverValid AtLeastAll AtLeastPresent AtLeastReturned AtLeastValid
    NeededNothing NeededMoreThanCanBe JustReached JustNotReached
    // Seats
    NobodyCompetes ReachedWithoutAVote FewerThanSeats AsManyAsSeats MoreThanSeats LevelAtTheCutButFit
    TieToRunoff TieToPresidium TieAllIn TieByBallotOrder TieWithAName TieOfNamesOnly NameElected NamesByCodePointNotByUnit
    NextFurther ShortfallAccepted NextNone
    // Motions
    PassedByThreshold FailedByThreshold PassedByMore FailedLevel FailedByLess
    // Evaluations
    RateOfValid RateOfReturned RateOfPresent RateOfAll RateWithoutBase RateOfNoGrade
    NoDecimals OneDecimal TwoDecimals RoundedUp RoundedDown RoundedAtHalf RateExact
}

/// The naive count has walked this way.
pub fn saw(branch: Branch) {
    TIMES[branch as usize].fetch_add(1, Ordering::Relaxed);
}

/// Returns the ways walked fewer times than asked for, with how often.
pub fn walked_fewer_times_than(least: u32) -> Vec<(Branch, u32)> {
    let times = |branch: &Branch| (*branch, TIMES[*branch as usize].load(Ordering::Relaxed));
    ALL.iter().map(times).filter(|(_, times)| *times < least).collect()
}
