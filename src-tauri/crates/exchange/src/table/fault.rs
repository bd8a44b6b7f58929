//! What is wrong with a table, where, and what was found there: all faults at once, so that a list
//! is put right in one go. The sentence with the remedy is the front end's and the command line's.

use serde::Serialize;

/// Where something stands, as people see it in their spreadsheet.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[cfg_attr(feature = "ts", ts(rename = "TablePlace"))]
pub struct Place {
    /// Row, from 1, empty ones counted; none where the whole file is meant.
    pub line: Option<u32>,
    /// Our own heading of the column.
    pub column: Option<String>,
    /// The cell: `D8`.
    pub cell: Option<String>,
}

impl Place {
    /// The whole of a row.
    pub(crate) fn line(line: u32) -> Self {
        Self { line: Some(line), ..Self::default() }
    }

    /// A column, wherever its heading is.
    pub(crate) fn column(line: Option<u32>, name: &str) -> Self {
        Self { line, column: Some(name.to_owned()), cell: None }
    }
}

/// One thing that keeps a list from coming in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, thiserror::Error)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[cfg_attr(feature = "ts", ts(rename = "TableFault"))]
#[error("{what}")]
pub struct Fault {
    pub place: Place,
    /// What stands there, as written.
    pub value: String,
    /// What is wrong with it.
    #[serde(flatten)]
    pub what: What,
}

impl Fault {
    /// A fault of the whole file.
    pub(crate) fn of_file(what: What) -> Self {
        Self { place: Place::default(), value: String::new(), what }
    }
}

/// What a file is that is no table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum OtherFile {
    /// A Word or WPS document.
    Document,
    Slides,
    Pdf,
    Picture,
    /// A web page under the name of a workbook.
    WebPage,
    /// A ZIP, RAR or 7z archive.
    Archive,
    /// A session file of this program.
    Session,
    /// An XLSB workbook.
    BinaryWorkbook,
    /// Anything else.
    Unknown,
}

macro_rules! faults {
    ($($(#[$doc:meta])* $name:ident $({ $($field:ident: $type:ty),* $(,)? })? = $message:literal;)*) => {
        /// What is wrong: a stable code, with the numbers and names of its sentence.
        #[derive(Clone, Debug, PartialEq, Eq, Serialize, thiserror::Error)]
        #[cfg_attr(feature = "ts", derive(ts_rs::TS))]
        #[cfg_attr(feature = "ts", ts(rename = "TableFaultCode"))]
        #[serde(tag = "code", rename_all = "snake_case")]
        pub enum What {
            $($(#[$doc])* #[error($message)] $name $({ $($field: $type),* })?,)*
        }
    };
}

faults! {
    Empty = "nothing stands in the file";
    LockFile = "this is the mark Excel or WPS leaves beside an open workbook, not the workbook";
    Encrypted = "the workbook is protected by a password";
    NotATable { found: OtherFile } = "this is no table: {found:?}";
    CutOff = "the file ends in the middle: it is still being saved, or its copy broke off";
    Damaged { said: String } = "the workbook cannot be read: {said}";
    TooLarge { megabytes: u32 } = "unpacked the workbook is larger than {megabytes} MB";
    UnknownEncoding = "the text is neither UTF-8, UTF-16 nor GB18030";
    BrokenCharacter = "a character is broken";
    StrayQuote = "a quotation mark is not closed and swallows the rows below it";
    TooManyRows { limit: u32 } = "more than {limit} rows";
    NoHeading { known: Vec<String> } = "no row has the headings of this list";
    NoRows = "no row stands below the heading";
    NoSuchSheet { sheets: Vec<String> } = "the workbook has no such sheet";
    MissingColumn = "the column is missing";
    ColumnTwice { other: String } = "two columns could be meant";
    Missing = "nothing stands where something must";
    NotANumber { least: u32, most: u32 } = "no whole number from {least} to {most}";
    NotAnAmount = "no amount of money to the yuan";
    NotADate = "no day or month";
    UnknownWord { known: Vec<String> } = "none of the words known here";
    ReasonMissing = "not done, and no reason is given";
    FormulaWithoutValue { formula: String } = "the formula {formula} was saved without its value";
    FormulaError { said: String } = "the formula ends in {said}";
    Twice { first_line: u32 } = "stands on line {first_line} already";
    NameNeedsNote { first_line: u32 } = "stands on line {first_line} already: a note must tell the two apart";
    NoSuchDeputy { name: String } = "no deputy is called {name}";
    SeveralDeputies { name: String } = "several deputies are called {name}: which of them is told by the note";
    NotOnTheRoster = "is not on the roster under that number";
    Invisible { position: u32, code_point: u32 } = "character {position} cannot be seen: U+{code_point:04X}";
    Unshowable { position: u32, code_point: u32 } = "character {position} cannot be shown: U+{code_point:04X}";
    CannotDraw { character: String, position: u32, code_point: u32 } = "no face draws character {position}: U+{code_point:04X}";
    SeveralNames = "more than one name stands in the cell";
    NothingVisible = "a name of nothing visible is no name";
}

/// What a row was that is no row of the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[cfg_attr(feature = "ts", ts(rename = "SkippedRow"))]
#[serde(rename_all = "snake_case")]
pub enum Skipped {
    /// A title, again.
    Title,
    /// The heading, again, as on every printed page.
    Heading,
    /// 合计, 小计, 总计.
    Total,
    /// 注, 说明, 填报人 and the like.
    Note,
    /// The heading of a delegation or of another group of rows.
    Group,
    /// The user says so.
    ByHand,
}

/// What the user should know, without anything being wrong.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[cfg_attr(feature = "ts", ts(rename = "TableNote"))]
#[serde(tag = "code", rename_all = "snake_case")]
pub enum Note {
    /// A row is none of the list.
    RowSkipped { line: u32, row: Skipped, text: String },
    /// Cells left empty under a filled one were taken for the same; to be confirmed.
    FilledDown {
        /// Our heading of the column.
        column: String,
        /// What stands above.
        value: String,
        /// The line of the filled cell.
        from: u32,
        /// The first line that was filled.
        first: u32,
        /// The last line that was filled.
        last: u32,
        /// Whether the file itself says so, by a merged cell.
        merged: bool,
    },
    /// An optional column is not in the file.
    ColumnMissing {
        /// Our heading.
        column: String,
    },
    /// A column of the file means nothing here and was left alone.
    ColumnLeft {
        letter: String,
        /// What it is called.
        heading: String,
    },
    /// Other sheets of the workbook hold something too.
    OtherSheets {
        /// The sheet that was read.
        sheet: String,
        others: Vec<String>,
    },
    /// The file has no numbers: its rows were numbered as they stand.
    Numbered,
    /// Numbers begin again with every group: rows were numbered through.
    NumberedThrough,
    /// Rows do not stand in the order of their numbers; they come in in that order.
    OutOfOrder {
        /// The first line whose number is smaller than the one before.
        line: u32,
        number: u32,
    },
    /// Numbers between the first and the last are missing.
    Gaps {
        /// The missing ones, the first of them.
        missing: Vec<u32>,
        /// How many are missing.
        count: u32,
    },
    /// Rows of the list that the workbook hides; they come in unless they are left out.
    Hidden {
        /// Their lines, in order.
        lines: Vec<u32>,
    },
    /// A formula saved without its value was worked out.
    WorkedOut { place: Place, formula: String, value: String },
    /// An amount that a formula left with endless decimals was rounded to the yuan.
    Rounded {
        place: Place,
        value: String,
        /// As it came in.
        taken: String,
    },
    /// 女 or 回族 stood behind the name and went into its own column.
    TakenFromName { place: Place, value: String },
}
