//! What marks on paper mean: sections, thresholds, ties and rates.
//!
//! Follows 地方组织法 (2022) articles 14, 25 and 29 and the counting order of `docs/count-file.md`.
//! Pure: no file, no clock, no chance. Integers only, never 58 × 0.667.

mod assess;
mod contest;
mod control;
mod count;
mod doubt;
mod fraction;
mod hands;
mod mark;
mod name;
mod outcome;
mod rule;
mod section;
mod spot;
mod totals;

pub use assess::{
    AbstentionBase, AbstentionWord, Assessed, Assessment, AssessmentFault, AtHalf, Band, Levels,
    Overall,
};
pub use contest::{Contest, ContestId, ContestOption, Kind, OptionId};
pub use control::{Control, majority_needed, quorum_needed};
pub use count::{OptionCount, Tally, WriteInCount};
pub use doubt::{Doubt, doubts_of_sheet};
pub use fraction::{Fraction, FractionError};
pub use hands::{HandResult, Hands};
pub use mark::{Mark, Section, SectionRuling, Sheet, WriteIn, WriteInMark};
pub use name::normalised_name;
pub use outcome::{
    Candidate, ContestResult, EvaluationResult, EvaluationRow, MotionResult, Next, Quorum,
    ResultRow, RoundResult, SeatsResult, WriteInRow, per_cent,
};
pub use rule::{
    Base, BlankRow, BlankSection, Cap, EvaluationRule, IllegibleRow, Least, MotionRule, MultiMark,
    OverCap, Rate, SeatsRule, Shortfall, Threshold, TieRule, ValidIf, WhollyBlank, WriteInUnmarked,
    WriteIns,
};
pub use spot::{Margin, Outcome, Thrown, ThrownFault, drawn, margins, sheets_to_draw};
pub use totals::{ContestTotals, TotalsFault};
