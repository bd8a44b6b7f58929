//! What each window may see: functions of the session to a view type, and nothing else reaches a
//! window.
//!
//! Blindness is a property of these functions: [`desk::view`] of the second keying does not depend
//! on the first keyer's marks, [`hall::view`] depends on no mark before the ballot's settings allow
//! it, and [`frame::view`], which stands beside both, depends on no mark until both keyings are
//! whole.

pub mod checklist;
pub mod count;
pub mod desk;
pub mod floor;
pub mod frame;
pub mod hall;
pub mod hand;
pub mod label;
pub mod offered;
pub mod office_words;
pub mod papers;
pub mod prepare;
pub mod projects;
pub mod proposals;
pub mod record;
pub mod repair;
pub mod ruling;
pub mod settings;
pub mod sittings;
pub mod wording;

use serde::Serialize;

use crate::people::Role;
use crate::people::conflict::Conflict;

/// Something odd that stops nothing. The front end turns it into a sentence.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(tag = "notice", rename_all = "snake_case")]
pub enum Notice {
    /// The roster does not list as many deputies as there are.
    RosterDiffers {
        /// On the roster.
        listed: u32,
        /// 全体代表.
        all_deputies: u32,
    },
    /// 发出 is not 实到.
    IssuedDiffersFromPresent {
        /// 发出.
        issued: u32,
        /// 实到.
        present: u32,
    },
    /// 收回 is less than 发出.
    ReturnedFewer {
        /// 收回.
        returned: u32,
        /// 发出.
        issued: u32,
    },
    /// 选举法 43: somebody who counts stands on the ballot, or is close to somebody who does.
    CountsForOwn { conflict: Conflict },
    /// A scrutineer stands on no roster of the deputies.
    WatchesAsNoDeputy { name: String, role: Role },
}

/// Returns what is odd about those who count.
pub(crate) fn of_conflicts(found: Vec<Conflict>) -> impl Iterator<Item = Notice> {
    found.into_iter().map(|conflict| Notice::CountsForOwn { conflict })
}
