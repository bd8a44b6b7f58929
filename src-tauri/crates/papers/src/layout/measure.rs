//! Lengths. Everything is in points (1 pt = 1/72 inch = 25.4/72 mm), measured from the top left
//! corner of the page, y downward.

/// Returns millimetres as points.
#[must_use]
pub const fn mm(millimetres: f64) -> f64 {
    millimetres * 72.0 / 25.4
}

/// Returns points as millimetres.
#[must_use]
pub const fn to_mm(points: f64) -> f64 {
    points * 25.4 / 72.0
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
    /// Width in millimetres.
    #[must_use]
    pub const fn width_mm(self) -> f64 {
        match self {
            Self::A4 => 210.0,
            Self::A5 => 148.0,
        }
    }

    /// Height in millimetres.
    #[must_use]
    pub const fn height_mm(self) -> f64 {
        match self {
            Self::A4 => 297.0,
            Self::A5 => 210.0,
        }
    }
}

/// Margins of a page in millimetres.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Margins {
    /// 天头.
    pub top: f64,
    /// 订口.
    pub left: f64,
    /// Outer margin.
    pub right: f64,
    /// Bottom margin.
    pub bottom: f64,
}

impl Margins {
    /// GB/T 9704-2012, 5.2.1: top 37, left 28; type area 156 × 225 mm.
    pub const OFFICIAL: Self = Self { top: 37.0, left: 28.0, right: 26.0, bottom: 35.0 };
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
    /// Size of the type.
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
