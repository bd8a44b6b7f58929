//! 版式: how the papers of a session look, where GB/T 9704-2012 leaves it to the office. It is part
//! of the record, with the fingerprint of every face of the office's own: the same session gives
//! the same bytes on any machine that has them, and one that has not says so.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::PaperKind;
use crate::BallotId;
use crate::session::Past;

/// Lines on a page and characters on a line of the papers that stand on a grid.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "ts", ts(rename = "PaperGrid"))]
pub enum Grid {
    /// 22 lines of 28 characters (GB/T 9704-2012, 5.2.3).
    #[default]
    Standard,
    /// 20 lines of 25 characters.
    Wide,
}

/// What a ballot is printed on.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum BallotSheet {
    /// One on a sheet of A4.
    #[default]
    A4,
    /// One on a sheet of A5.
    A5,
    /// Two of A5 on a sheet of A4, to be cut apart.
    TwoA5,
}

/// The part a face plays on a paper (GB/T 9704-2012).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum FaceRole {
    /// 仿宋: body text.
    FangSong,
    /// 楷体: second-level headings, the line below a title.
    Kai,
    /// 黑体: first-level headings, table heads.
    Hei,
    /// 小标宋: titles.
    BiaoSong,
    /// 宋体: page numbers, digits and Latin; the last resort for rare characters.
    Song,
}

impl FaceRole {
    /// All roles, in the order their faces are kept.
    pub const ALL: [Self; 5] = [Self::FangSong, Self::Kai, Self::Hei, Self::BiaoSong, Self::Song];
}

/// A face of the office's own, by what tells it on any machine.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct OfficeFace {
    /// Its family: “方正小标宋简体”.
    pub family: String,
    /// Which face of the file.
    pub index: u32,
    /// SHA-256 of the file, lower-case hexadecimal.
    pub sha256: String,
}

/// How papers look.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "ts", ts(rename = "PaperStyle"))]
pub struct Style {
    /// Of papers that stand on a grid.
    pub grid: Grid,
    /// A QR code stands beside the fingerprint of the record.
    pub qr: bool,
    /// What ballots are printed on, unless one has a sheet of its own.
    pub ballot: BallotSheet,
    /// Faces of the office's own; a role that is not here has the program's.
    pub faces: BTreeMap<FaceRole, OfficeFace>,
}

impl Style {
    fn looks_otherwise(&self, of: &PaperKind, other: &Self) -> bool {
        let otherwise = if matches!(of, PaperKind::Ballot { .. }) {
            self.ballot != other.ballot
        } else {
            (self.grid, self.qr) != (other.grid, other.qr)
        };
        otherwise || self.faces != other.faces
    }
}

/// Returns the style a paper is set in. A ballot that is out stays as it was printed: one printed
/// later must not be told from it.
#[must_use]
pub fn style_of(session: &Past, of: &PaperKind) -> Style {
    let PaperKind::Ballot { ballot } = of else { return session.style.clone() };
    let printed = session
        .papers
        .iter()
        .rev()
        .find(|paper| paper.kind == *of)
        .filter(|_| is_out(session, ballot));
    let sheet = session.ballot_sheets.get(ballot).copied().unwrap_or(session.style.ballot);
    printed.map_or_else(
        || Style { ballot: sheet, ..session.style.clone() },
        |paper| paper.style.clone(),
    )
}

/// Tells whether ballots of this kind were handed out.
#[must_use]
pub fn is_out(session: &Past, ballot: &BallotId) -> bool {
    session.rounds.iter().any(|round| round.ballot().id == *ballot)
}

/// Tells whether a paper would look otherwise than it was issued last.
pub(crate) fn is_restyled(session: &Past, of: &PaperKind) -> bool {
    let issued = session.papers.iter().rev().find(|paper| paper.kind == *of && !paper.superseded);
    issued.is_some_and(|paper| paper.style.looks_otherwise(of, &style_of(session, of)))
}
