//! 会次名称: what a sitting is called, on papers and in both languages of the windows.

use std::fmt;

use serde::Serialize;

use super::{Sitting, SittingKind, Sittings};
use crate::floor::meeting::chinese_number;

/// What a sitting is called: as papers have it by its own words, 主席团第一次会议.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct SittingName {
    pub kind: SittingKind,
    /// Its place among its kind, from 1; nothing for one that is alone of its kind, but for the
    /// presidium's.
    pub number: Option<u16>,
}

impl Sittings {
    /// Returns what a sitting is called.
    #[must_use]
    pub fn name(&self, sitting: &Sitting) -> SittingName {
        let kind = sitting.kind;
        let alike = || self.planned.iter().filter(|other| other.kind == kind);
        let place = alike().position(|other| other.id == sitting.id).unwrap_or_default() + 1;
        let numbered = alike().count() > 1 || kind == SittingKind::Presidium;
        let number = numbered.then(|| u16::try_from(place).unwrap_or(u16::MAX));
        SittingName { kind, number }
    }
}

impl fmt::Display for SittingName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let number = self.number.map(chinese_number);
        match (self.kind, number) {
            (SittingKind::Preparatory, None) => f.write_str("预备会议"),
            (SittingKind::Preparatory, Some(number)) => write!(f, "预备会议（{number}）"),
            (SittingKind::Presidium, None) => f.write_str("主席团会议"),
            (SittingKind::Presidium, Some(number)) => write!(f, "主席团第{number}次会议"),
            (SittingKind::Plenary, None) => f.write_str("全体会议"),
            (SittingKind::Plenary, Some(number)) => write!(f, "第{number}次全体会议"),
        }
    }
}
