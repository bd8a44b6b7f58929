//! Lengths. A bare number is in points (1 pt = 1/72 inch = 25.4/72 mm), measured from the top left
//! corner of the page, y downward; millimetres are a type of their own, so that the two cannot be
//! added or compared.

use std::fmt;
use std::iter::Sum;
use std::ops::{Add, Div, Mul, Sub};

/// Millimetres: what the standard, the texts and the office give lengths in.
#[derive(Clone, Copy, Debug, PartialEq, PartialOrd)]
pub struct Mm(pub f64);

impl Mm {
    /// Returns the same length in points, as everything is set in.
    #[must_use]
    pub const fn pt(self) -> f64 {
        self.0 * 72.0 / 25.4
    }

    /// Returns a length in points as millimetres.
    #[must_use]
    pub const fn of_points(points: f64) -> Self {
        Self(points * 25.4 / 72.0)
    }

    /// Returns the longer of two lengths.
    #[must_use]
    pub const fn max(self, other: Self) -> Self {
        Self(f64::max(self.0, other.0))
    }

    /// Returns the shorter of two lengths.
    #[must_use]
    pub const fn min(self, other: Self) -> Self {
        Self(f64::min(self.0, other.0))
    }
}

impl Add for Mm {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self(self.0 + other.0)
    }
}

impl Sub for Mm {
    type Output = Self;

    fn sub(self, other: Self) -> Self {
        Self(self.0 - other.0)
    }
}

impl Mul<f64> for Mm {
    type Output = Self;

    fn mul(self, factor: f64) -> Self {
        Self(self.0 * factor)
    }
}

impl Div<f64> for Mm {
    type Output = Self;

    fn div(self, parts: f64) -> Self {
        Self(self.0 / parts)
    }
}

impl Sum for Mm {
    fn sum<I: Iterator<Item = Self>>(lengths: I) -> Self {
        lengths.fold(Self(0.0), Self::add)
    }
}

/// As a message has it, without its unit.
impl fmt::Display for Mm {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.0, out)
    }
}

/// Returns points as a bare number of millimetres, for what measures a set page.
#[must_use]
pub const fn to_mm(points: f64) -> f64 {
    Mm::of_points(points).0
}

/// Returns a number of things as a factor for lengths.
#[must_use]
pub fn times(count: usize) -> f64 {
    f64::from(u32::try_from(count).unwrap_or(u32::MAX))
}

/// Lengths that differ by less than this (about 0.35 µm) are equal: it swallows rounding, nothing
/// one could see.
pub const SLACK: f64 = 0.001;

/// Sheet sizes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum PageSize {
    /// 210 × 297 mm.
    A4,
    /// 148 × 210 mm.
    A5,
}

impl PageSize {
    /// Width of the upright sheet.
    #[must_use]
    pub const fn width(self) -> Mm {
        match self {
            Self::A4 => Mm(210.0),
            Self::A5 => Mm(148.0),
        }
    }

    /// Height of the upright sheet.
    #[must_use]
    pub const fn height(self) -> Mm {
        match self {
            Self::A4 => Mm(297.0),
            Self::A5 => Mm(210.0),
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Margins {
    /// 天头.
    pub top: Mm,
    /// 订口.
    pub left: Mm,
    /// Outer margin.
    pub right: Mm,
    pub bottom: Mm,
}

impl Margins {
    /// GB/T 9704-2012, 5.2.1: top 37, left 28; type area 156 × 225 mm.
    pub const OFFICIAL: Self =
        Self { top: Mm(37.0), left: Mm(28.0), right: Mm(26.0), bottom: Mm(35.0) };
}

/// Lines on a page and characters on a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct GridSetting {
    /// Lines of body text on a page.
    pub lines: u32,
    /// Characters on a line.
    pub characters: u32,
}

impl GridSetting {
    /// GB/T 9704-2012, 5.2.3: 22 lines of 28 characters.
    pub const OFFICIAL: Self = Self { lines: 22, characters: 28 };
    /// What some offices use instead: 20 lines of 25 characters.
    pub const WIDE: Self = Self { lines: 20, characters: 25 };
}

/// A size of type with the cell each character takes and the distance of the lines, in points.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Type {
    pub size: f64,
    /// Width of the cell of a full-width character.
    pub pitch: f64,
    /// Distance from line to line.
    pub leading: f64,
}

impl Type {
    /// Returns type whose cells are as wide as its size.
    #[must_use]
    pub const fn new(size: f64, leading: f64) -> Self {
        Self { size, pitch: size, leading }
    }
}

/// 号数 of the standard, in points.
pub mod sizes {
    /// 2号: titles.
    pub const ERHAO: f64 = 22.0;
    /// 小2号.
    pub const XIAOER: f64 = 18.0;
    /// 3号: body.
    pub const SANHAO: f64 = 16.0;
    /// 小3号.
    pub const XIAOSAN: f64 = 15.0;
    /// 4号: page numbers.
    pub const SIHAO: f64 = 14.0;
    /// 小4号.
    pub const XIAOSI: f64 = 12.0;
    /// 5号.
    pub const WUHAO: f64 = 10.5;
    /// 小5号.
    pub const XIAOWU: f64 = 9.0;
}
