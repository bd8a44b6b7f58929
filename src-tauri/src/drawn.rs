//! 大屏画出了什么: what the hall's page says it has drawn. A picture is called shown only when the
//! page has said so, goes on answering, and its window can be seen on the right screen.

use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A page that has said nothing for so long is not there any more; it speaks every two seconds.
const SILENT_AFTER: Duration = Duration::from_secs(7);

/// What the hall really has.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum HallHas {
    /// No window.
    Nothing,
    /// A window that is put away.
    PutAway,
    /// A window on the operator's screen while there is one for the hall.
    WrongScreen,
    /// A page that no longer answers.
    NoAnswer,
    /// A picture that could not be drawn.
    Failed,
    /// The picture before the one that was pushed.
    TheOneBefore,
    /// The picture that was pushed.
    ThePushed,
}

/// What the hall's page says of its picture.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct HallSays {
    /// Entry of the journal that pushed the picture.
    pub pushed: u32,
    /// Whether it was drawn; else it failed.
    pub drawn: bool,
    /// Whether the page can be seen.
    pub visible: bool,
}

/// Where the hall's window is, as the system says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Seen {
    Closed,
    PutAway,
    WrongScreen,
    InPlace,
}

/// What the page has said since its window was opened.
#[derive(Clone, Copy, Debug)]
struct Heard {
    opened: Instant,
    last: Option<(HallSays, Instant)>,
}

/// What is known of the hall's page.
#[derive(Default)]
pub(crate) struct Drawn(Mutex<Option<Heard>>);

impl Drawn {
    /// A window was opened: nothing of what was said before holds.
    pub(crate) fn opened(&self) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) =
            Some(Heard { opened: Instant::now(), last: None });
    }

    /// Keeps what the page says; tells whether it is something new.
    pub(crate) fn says(&self, says: HallSays) -> bool {
        let mut heard = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let Some(heard) = heard.as_mut() else { return false };
        let before = heard.last.replace((says, Instant::now()));
        before.map(|(before, _)| before) != Some(says)
    }

    /// Returns what the hall has of the picture that `pushed` put up.
    pub(crate) fn has(&self, seen: Seen, pushed: u32) -> HallHas {
        let heard = *self.0.lock().unwrap_or_else(PoisonError::into_inner);
        heard.map_or(HallHas::Nothing, |heard| judged(heard, seen, pushed, Instant::now()))
    }
}

fn judged(heard: Heard, seen: Seen, pushed: u32, now: Instant) -> HallHas {
    match seen {
        Seen::Closed => return HallHas::Nothing,
        Seen::PutAway => return HallHas::PutAway,
        Seen::WrongScreen | Seen::InPlace => {}
    }
    let silent = |since: Instant| now.saturating_duration_since(since) > SILENT_AFTER;
    match heard.last {
        None if silent(heard.opened) => HallHas::NoAnswer,
        None => HallHas::TheOneBefore,
        Some((_, at)) if silent(at) => HallHas::NoAnswer,
        Some((says, _)) if !says.visible => HallHas::PutAway,
        Some((says, _)) if says.pushed != pushed => HallHas::TheOneBefore,
        Some((says, _)) if !says.drawn => HallHas::Failed,
        Some(_) if seen == Seen::WrongScreen => HallHas::WrongScreen,
        Some(_) => HallHas::ThePushed,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SAYS: HallSays = HallSays { pushed: 7, drawn: true, visible: true };

    #[test]
    fn a_picture_is_shown_only_where_it_was_drawn_and_can_be_seen() {
        let opened = Instant::now();
        let after = |seconds| opened + Duration::from_secs(seconds);
        let judge = |said: Option<(HallSays, u64)>, seen, now| {
            let last = said.map(|(says, at)| (says, after(at)));
            judged(Heard { opened, last }, seen, 7, after(now))
        };
        let cases = [
            (Some((SAYS, 1)), Seen::InPlace, 2, HallHas::ThePushed),
            (Some((SAYS, 1)), Seen::InPlace, 9, HallHas::NoAnswer),
            (Some((SAYS, 1)), Seen::Closed, 2, HallHas::Nothing),
            (Some((SAYS, 1)), Seen::PutAway, 2, HallHas::PutAway),
            (Some((SAYS, 1)), Seen::WrongScreen, 2, HallHas::WrongScreen),
            (Some((HallSays { pushed: 6, ..SAYS }, 1)), Seen::InPlace, 2, HallHas::TheOneBefore),
            (Some((HallSays { drawn: false, ..SAYS }, 1)), Seen::InPlace, 2, HallHas::Failed),
            (Some((HallSays { visible: false, ..SAYS }, 1)), Seen::InPlace, 2, HallHas::PutAway),
            (None, Seen::InPlace, 2, HallHas::TheOneBefore),
            (None, Seen::InPlace, 8, HallHas::NoAnswer),
        ];
        for (said, seen, now, has) in cases {
            assert_eq!(judge(said, seen, now), has, "{said:?} {seen:?} after {now} s");
        }
    }

    #[test]
    fn what_an_earlier_window_said_is_forgotten() {
        let drawn = Drawn::default();
        assert!(!drawn.says(SAYS), "there is no window");
        drawn.opened();
        assert!(drawn.says(SAYS));
        assert!(!drawn.says(SAYS), "nothing new");
        assert_eq!(drawn.has(Seen::InPlace, 7), HallHas::ThePushed);
        drawn.opened();
        assert_eq!(drawn.has(Seen::InPlace, 7), HallHas::TheOneBefore);
    }
}
