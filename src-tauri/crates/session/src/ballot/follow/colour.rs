//! 票色: the sheets of a vote that follows another are not to be taken for those of the first, nor for
//! any other in the hall.

use crate::ballot::Ballot;
use crate::session::Past;

/// Papers a township office has, as their labels name them.
const COLOURS: [&str; 7] = ["粉红色", "浅黄色", "浅绿色", "浅蓝色", "浅紫色", "橙黄色", "白色"];

/// Returns the first colour that no ballot of the session has, else one that the ballot it follows
/// has not. A ballot without a label is white.
pub(super) fn told_apart(session: &Past, first: &Ballot) -> String {
    let taken = |colour: &&str| session.ballots.iter().any(|ballot| is_of(ballot, colour));
    let free = COLOURS.iter().find(|colour| !taken(colour));
    let other = || COLOURS.iter().find(|colour| !is_of(first, colour));
    free.or_else(other).map(|colour| (*colour).to_owned()).unwrap_or_default()
}

fn is_of(ballot: &Ballot, colour: &str) -> bool {
    label(ballot) == colour
}

fn label(ballot: &Ballot) -> &str {
    match ballot.colour.trim() {
        "" => "白色",
        label => label,
    }
}

/// Tells whether two ballots look alike.
pub(crate) fn alike(one: &Ballot, other: &Ballot) -> bool {
    label(one) == label(other)
}
