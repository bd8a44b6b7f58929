//! 备份时机: the entries that nobody wants to do over, after which a copy elsewhere is due.

use crate::floor::{hands, meeting};
use crate::round::{by_hand, keying, lent};
use crate::session::Past;
use crate::{Event, projects, round};

impl Event {
    /// Tells whether a copy is due after this: a finished bundle, a count, what was announced, what
    /// was put right or opened again after it, a review of all projects.
    pub(crate) fn is_milestone(&self) -> bool {
        matches!(
            self,
            Self::Keying(keying::Event::BundleClosed { .. })
                | Self::Lent(lent::Event::BroughtBack { .. })
                | Self::HandTally(by_hand::Event::Counted { .. } | by_hand::Event::Ruled { .. })
                | Self::Round(
                    round::Event::Certified { .. }
                        | round::Event::ResultAnnounced { .. }
                        | round::Event::CollectionAnnounced { .. }
                        | round::Event::AnnouncementCorrected { .. }
                        | round::Event::Reopened { .. }
                )
                | Self::Hand(
                    hands::Event::Announced { .. }
                        | hands::Event::Acclaimed { .. }
                        | hands::Event::AnnouncementCorrected { .. }
                        | hands::Event::AcclamationCorrected { .. }
                )
                | Self::Projects(projects::Event::Reviewed { .. })
                | Self::Meeting(meeting::Event::Sealed { .. })
        )
    }
}

impl Past {
    /// Returns the entry after which a copy was due last; 0 before any.
    #[must_use]
    pub fn milestone(&self) -> u32 {
        self.milestone
    }
}
