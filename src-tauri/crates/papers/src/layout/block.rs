//! What a paper is made of, before it is set.

use super::line::Span;
use super::measure::Mm;

/// Where the lines of a paragraph stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// First line two characters in, lines spread to both margins.
    Indented,
    /// No indent, lines spread to both margins.
    Flush,
    /// Each line centred.
    Centred,
    /// Each line at the right margin.
    Right,
}

/// Heading levels of GB/T 9704-2012, 7.3.3.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Level {
    /// “一、” in Hei.
    One,
    /// “（一）” in Kai.
    Two,
    /// “1.” in `FangSong`.
    Three,
    /// “（1）” in `FangSong`.
    Four,
}

/// Width of a column.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Width {
    /// As the text says.
    Fixed(Mm),
    /// As wide as its content asks for and the others allow.
    Content,
    /// An equal share of what the others leave.
    Rest,
}

/// Where the lines of a table cell stand; they are never spread.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Align {
    /// At the left of the cell.
    Left,
    /// In its middle.
    Centre,
    Right,
}

/// A column of a table.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Column {
    pub width: Width,
    /// Where its cells' lines stand.
    pub align: Align,
    /// Size of its type in points, when not that of the table.
    pub size: Option<f64>,
    /// Whether its cells are names: they shrink a little before they are broken, and are broken
    /// behind a · or before a （ first.
    pub names: bool,
}

#[derive(Clone, Debug, PartialEq)]
pub enum TableCell {
    /// Text; an empty one is a place to write in.
    Text(Vec<Span>),
    /// A drawn square to mark in.
    MarkBox,
    /// 正: a row of this many squares, one for each 正 of five strokes.
    Zheng(u32),
    /// Part of the cell at its left: no rule between them.
    Joined,
    /// Part of the cell above: no rule between them, and no page.
    Above,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RowKind {
    /// A row like the others.
    Entry,
    /// 小计、合计: in Hei, never parted from the row above it.
    Sum,
    /// The name of the rows below it, in Hei: never parted from the first of them.
    Group,
}

#[derive(Clone, Debug, PartialEq)]
pub struct TableRow {
    pub kind: RowKind,
    /// Its cells, one a column.
    pub cells: Vec<TableCell>,
}

/// A table whose head is repeated on every page.
#[derive(Clone, Debug, PartialEq)]
pub struct Table {
    /// The columns, left to right.
    pub columns: Vec<Column>,
    /// The head row, if it has one.
    pub head: Option<Vec<TableCell>>,
    pub rows: Vec<TableRow>,
    /// Size of the type in points, when not that of the paper's tables.
    pub size: Option<f64>,
    /// Least height of a row.
    pub row: Mm,
    /// Whether all rows are as tall as the tallest: on a ballot no row stands out.
    pub even: bool,
    /// Whether rules are drawn.
    pub ruled: bool,
}

/// Signature and date (GB/T 9704-2012, 7.3.5).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Signature {
    /// Who signs.
    pub name: String,
    /// The date, in Arabic figures without leading zeros.
    pub date: String,
    /// Whether a seal is put over it: then the signature is centred on the date.
    pub sealed: bool,
}

/// How a page is held to be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Orientation {
    Upright,
    /// 横排: the sheet is turned a quarter, its left edge up, for wide tables.
    Turned,
}

/// One part of a paper.
#[derive(Clone, Debug, PartialEq)]
pub enum Block {
    /// 标题: the parts between which it may be broken by sense.
    Title(Vec<String>),
    /// The line below a title, in Kai: the parts between which it may be broken by sense.
    Subtitle(Vec<String>),
    /// A heading; it keeps with what follows.
    Heading(Level, Vec<Span>),
    Paragraph(Place, Vec<Span>),
    /// An empty line.
    Empty,
    Table(Table),
    /// Signature and date; they keep with the lines before.
    Signature(Signature),
    /// Notes with the place of a seal at their right.
    BesideSeal {
        /// What is printed in the place of the seal.
        label: String,
        /// The notes, one paragraph each.
        notes: Vec<Vec<Span>>,
    },
    /// Ruled lines to write on, this many, a body line apart.
    Lines(u32),
    /// A framed part of the page, its content in the middle: an envelope's cover, a seal strip.
    Framed {
        /// How tall it is at least.
        height: Mm,
        /// Whether it is cut out along its frame.
        edge: Edge,
        content: Vec<Block>,
    },
    /// Columns side by side, each with its share of the width, such as two places to sign.
    Beside(Vec<Vec<Block>>),
    /// A QR code, centred.
    Qr {
        /// What it says.
        text: String,
        side: Mm,
    },
    /// A double frame around the type area of this page.
    PageFrame,
    /// What follows begins on a new page, upright or lying on its side.
    NewPage(Orientation),
    /// A new page on which another copy of the paper begins, a letter or a form to somebody else: its
    /// pages are numbered from 1 again.
    NewCopy,
}

/// The edge of a framed part.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Edge {
    /// A solid line.
    Solid,
    /// 裁切线: dashed, to be cut along.
    Cut,
}
