//! 上限: how much a text may ask for. A text comes out of a file, and the file may be a stranger's:
//! whatever it says, setting it ends, soon, and without asking for memory without end.

use serde::Serialize;

/// What a text asks for too much of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "ts", ts(rename = "TextLimit"))]
pub enum Limit {
    /// Characters of the text as it was written.
    Characters,
    /// Brackets, operators and filters between one pair of braces.
    Marks,
    /// Branches `elif` of the text.
    Branches,
    /// Steps of repetitions, and what is put together in them.
    Steps,
    /// Values joined so often that the text could grow without end.
    Joined,
    /// A repetition, a division or an indent of this many.
    Repeated,
    /// Characters of the filled-in text.
    Filled,
    /// Lines of the filled-in text.
    Lines,
    /// Ruled lines to write on.
    Ruled,
    /// Squares of 正, of a cell and of the paper.
    Squares,
    /// Columns of a table or beside each other.
    Columns,
    /// Blocks inside blocks.
    Nested,
    /// QR codes.
    Codes,
    /// Pages.
    Pages,
}

impl Limit {
    /// Returns the most of it that is set.
    pub(crate) const fn most(self) -> u32 {
        match self {
            Self::Characters | Self::Lines => 20_000,
            Self::Marks | Self::Branches | Self::Ruled => 200,
            Self::Steps | Self::Filled => 1_000_000,
            Self::Joined | Self::Repeated => 1_000,
            Self::Squares => 50_000,
            Self::Columns => 60,
            Self::Nested => 8,
            Self::Codes => 100,
            Self::Pages => 2_000,
        }
    }

    /// The same, to count with.
    pub(crate) fn count(self) -> usize {
        usize::try_from(self.most()).unwrap_or(usize::MAX)
    }

    pub(crate) fn passed(self) -> TooMuch {
        TooMuch { limit: self, most: self.most() }
    }
}

/// A text asks for more than is set.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[cfg_attr(feature = "ts", ts(rename = "TooMuchText"))]
pub struct TooMuch {
    pub limit: Limit,
    pub most: u32,
}

impl std::fmt::Display for TooMuch {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        if self.limit == Limit::Steps {
            return f.write_str("the repetitions of a paper come to an end sooner");
        }
        let what = match self.limit {
            Limit::Characters => "characters of text",
            Limit::Marks => "brackets and operators between two braces",
            Limit::Branches => "branches elif",
            Limit::Steps => "steps of repetitions",
            Limit::Joined => "values joined",
            Limit::Repeated => "repetitions at once",
            Limit::Filled => "characters filled in",
            Limit::Lines => "lines filled in",
            Limit::Ruled => "ruled lines",
            Limit::Squares => "squares of 正",
            Limit::Columns => "columns",
            Limit::Nested => "blocks inside blocks",
            Limit::Codes => "QR codes",
            Limit::Pages => "pages",
        };
        write!(f, "a paper has no more than {} {what}", self.most)
    }
}

impl std::error::Error for TooMuch {}

/// Returns the line of a filled-in text, from 0, in which a limit is passed.
///
/// # Errors
/// The line and the limit.
pub(super) fn check_filled(lines: &[&str]) -> Result<(), (usize, TooMuch)> {
    let mut asked = Asked::default();
    for (at, line) in lines.iter().enumerate() {
        asked.line(line.trim()).map_err(|limit| (at, limit.passed()))?;
    }
    Ok(())
}

/// What the lines so far ask for.
#[derive(Default)]
struct Asked {
    lines: usize,
    ruled: usize,
    squares: usize,
    codes: usize,
    nested: usize,
    /// Columns of the blocks beside each other.
    beside: usize,
}

impl Asked {
    fn line(&mut self, line: &str) -> Result<(), Limit> {
        add(&mut self.lines, 1, Limit::Lines)?;
        add(&mut self.squares, squares(line), Limit::Squares)?;
        let Some(command) = line.strip_prefix(':') else { return Ok(()) };
        let (name, rest) = command.split_once(' ').unwrap_or((command, ""));
        match name {
            "lines" => add(&mut self.ruled, rest.trim().parse().unwrap_or(0), Limit::Ruled),
            "qr" => add(&mut self.codes, 1, Limit::Codes),
            "table" => {
                self.nested += 1;
                add(&mut 0, rest.split_whitespace().count(), Limit::Columns)
            }
            "box" | "beside" | "seal" => {
                self.beside = 1;
                add(&mut self.nested, 1, Limit::Nested)
            }
            "next" => add(&mut self.beside, 1, Limit::Columns),
            "end" => {
                self.nested = self.nested.saturating_sub(1);
                Ok(())
            }
            _ => Ok(()),
        }
    }
}

fn add(to: &mut usize, more: usize, limit: Limit) -> Result<(), Limit> {
    *to = to.saturating_add(more);
    if *to > limit.count() { Err(limit) } else { Ok(()) }
}

/// Returns how many 正 the cells of a line ask for.
fn squares(line: &str) -> usize {
    let counts = line.split("[正 ").skip(1).filter_map(|rest| rest.split_once(']'));
    counts.map(|(count, _)| count.parse().unwrap_or(0)).fold(0, usize::saturating_add)
}
