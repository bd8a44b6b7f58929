//! How a kind of paper is set: sheet, margins, grid, sizes of type, foot of the page.

use session::paper::{BallotSheet, Paper, PaperKind};

use super::block::Orientation;
use super::measure::{GridSetting, Margins, Mm, PageSize, Type, sizes};

/// What stands at the foot of each page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Foot {
    /// Nothing on a single page; “（第1页，共3页）” where a ballot has several, the same on every
    /// copy.
    Several,
    /// “— 1 —” in Song 4号, odd pages right, even pages left (GB/T 9704-2012, 7.5).
    Number,
    /// “第 1 页 共 2 页” at the right.
    NumberOfAll,
}

/// How many copies of a page a sheet of paper carries.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "snake_case")]
pub enum OnASheet {
    One,
    /// Two A5 side by side on one A4, with a line to cut along.
    Two,
}

/// Returns the size of one ballot, and how many a sheet carries.
#[must_use]
pub const fn ballot_sheet(sheet: BallotSheet) -> (PageSize, OnASheet) {
    match sheet {
        BallotSheet::A4 => (PageSize::A4, OnASheet::One),
        BallotSheet::A5 => (PageSize::A5, OnASheet::One),
        BallotSheet::TwoA5 => (PageSize::A5, OnASheet::Two),
    }
}

/// Returns the sheet an issued paper is printed on.
#[must_use]
pub fn printed_on(paper: &Paper) -> PageSize {
    let (size, on_a_sheet) = ballot_sheet(paper.style().ballot);
    let alone = matches!(paper.kind(), PaperKind::Ballot { .. }) && on_a_sheet == OnASheet::One;
    if alone { size } else { PageSize::A4 }
}

/// 记录指纹: the fingerprint of the record a paper was made from, at the foot of its pages.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fingerprint {
    /// Hexadecimal, whole.
    pub hash: String,
    /// Whether a QR code of it stands beside it.
    pub qr: bool,
}

/// How a kind of paper is set.
#[derive(Clone, Debug, PartialEq)]
pub struct Setup {
    pub sheet: PageSize,
    /// How it is held; margins are those of the upright sheet.
    pub orientation: Orientation,
    pub margins: Margins,
    /// Body type: size, cell and line distance.
    pub body: Type,
    /// Titles.
    pub title: Type,
    /// The line below a title.
    pub subtitle: Type,
    /// Tables, unless a table says otherwise.
    pub table: Type,
    /// Notes beside the place of a seal.
    pub notes: Type,
    /// Whether body lines stand on the grid of the page whatever is between them.
    pub on_grid: bool,
    /// Foot of the page.
    pub foot: Foot,
    /// The record's fingerprint at the foot, on the other side than the page number.
    pub fingerprint: Option<Fingerprint>,
    /// 演练: every page says so.
    pub rehearsal: bool,
    /// How many copies a sheet carries.
    pub on_a_sheet: OnASheet,
    /// Width of the column that is being set, when it is narrower than the type area; in points.
    pub column: Option<f64>,
}

/// Bottom margin a QR code at the foot needs at least.
const QR_MARGIN: Mm = Mm(28.0);

/// Returns 3号 type on a grid: every character and every line has its cell.
fn grid_type(sheet: PageSize, margins: Margins, grid: GridSetting) -> Type {
    let width = (sheet.width() - margins.left - margins.right).pt();
    let height = (sheet.height() - margins.top - margins.bottom).pt();
    Type {
        size: sizes::SANHAO,
        pitch: width / f64::from(grid.characters),
        leading: height / f64::from(grid.lines),
    }
}

impl Setup {
    /// Returns the setting of an official document on a grid (GB/T 9704-2012, 5.2).
    #[must_use]
    pub fn official(grid: GridSetting) -> Self {
        let margins = Margins::OFFICIAL;
        let sheet = PageSize::A4;
        let body = grid_type(sheet, margins, grid);
        Self {
            sheet,
            orientation: Orientation::Upright,
            margins,
            body,
            title: Type::new(sizes::ERHAO, 36.0),
            subtitle: Type::new(sizes::XIAOSAN, body.leading),
            table: Type::new(sizes::XIAOSI, 16.5),
            notes: Type::new(sizes::XIAOSI, 19.0),
            on_grid: true,
            foot: Foot::Number,
            fingerprint: None,
            rehearsal: false,
            on_a_sheet: OnASheet::One,
            column: None,
        }
    }

    /// Returns the same setting with the record's fingerprint at the foot of its pages.
    #[must_use]
    pub fn with_fingerprint(mut self, hash: Option<String>) -> Self {
        self.fingerprint = hash.map(|hash| Fingerprint { hash, qr: false });
        self
    }

    /// Returns the same setting as an office wants it: its grid where a paper stands on one, and a
    /// QR code beside the fingerprint.
    #[must_use]
    pub fn in_style(mut self, grid: GridSetting, qr: bool) -> Self {
        if self.on_grid {
            self.body = grid_type(self.sheet, self.margins, grid);
            self.subtitle.leading = self.body.leading;
        }
        if let Some(fingerprint) = &mut self.fingerprint {
            fingerprint.qr = qr;
            if qr {
                self.margins.bottom = self.margins.bottom.max(QR_MARGIN);
            }
        }
        self
    }

    /// Returns the same setting with two copies on a sheet.
    #[must_use]
    pub const fn on_a_sheet(mut self, copies: OnASheet) -> Self {
        self.on_a_sheet = copies;
        self
    }

    /// Returns the setting of a narrower column: no grid, no foot.
    #[must_use]
    pub fn in_column(&self, width: f64) -> Self {
        Self { column: Some(width), on_grid: false, ..self.clone() }
    }

    /// Returns the setting of a report: more on a page than the standard, page x of y, at the foot
    /// the whole fingerprint of the record.
    #[must_use]
    pub fn report(fingerprint: Option<String>) -> Self {
        Self {
            margins: Margins { top: Mm(20.0), left: Mm(24.0), right: Mm(24.0), bottom: Mm(20.0) },
            body: Type::new(sizes::XIAOSI, 20.0),
            title: Type::new(sizes::XIAOER, 29.0),
            subtitle: Type::new(sizes::SIHAO, 22.0),
            table: Type::new(sizes::XIAOSI, 15.5),
            on_grid: false,
            foot: Foot::NumberOfAll,
            ..Self::official(GridSetting::OFFICIAL)
        }
        .with_fingerprint(fingerprint)
    }

    /// Returns the setting of a report with little on it: larger type, lines further apart.
    #[must_use]
    pub fn form(fingerprint: Option<String>) -> Self {
        Self {
            body: Type::new(sizes::SIHAO, 26.0),
            title: Type::new(sizes::ERHAO, 36.0),
            table: Type::new(13.0, 17.0),
            ..Self::report(fingerprint)
        }
    }

    /// Returns the setting of a ballot on a sheet: no number of any kind, room for the marks.
    #[must_use]
    pub fn ballot(sheet: PageSize) -> Self {
        let a4 = Self {
            sheet,
            margins: Margins { top: Mm(18.0), left: Mm(22.0), right: Mm(22.0), bottom: Mm(15.0) },
            body: Type::new(sizes::SIHAO, 24.0),
            title: Type::new(sizes::ERHAO, 34.0),
            subtitle: Type::new(sizes::SIHAO, 24.0),
            table: Type::new(13.0, 16.6),
            notes: Type::new(sizes::XIAOSI, 17.5),
            on_grid: false,
            foot: Foot::Several,
            ..Self::official(GridSetting::OFFICIAL)
        };
        match sheet {
            PageSize::A4 => a4,
            PageSize::A5 => Self {
                margins: Margins {
                    top: Mm(11.0),
                    left: Mm(12.0),
                    right: Mm(12.0),
                    bottom: Mm(8.0),
                },
                body: Type::new(sizes::WUHAO, 16.0),
                title: Type::new(sizes::SANHAO, 23.0),
                subtitle: Type::new(sizes::XIAOSI, 17.0),
                table: Type::new(11.0, 14.0),
                notes: Type::new(sizes::XIAOWU, 12.5),
                ..a4
            },
        }
    }

    /// Returns the setting of a ballot on what it is printed on.
    #[must_use]
    pub fn on_ballot_sheet(sheet: BallotSheet) -> Self {
        let (size, on_a_sheet) = ballot_sheet(sheet);
        Self::ballot(size).on_a_sheet(on_a_sheet)
    }

    /// Returns the same setting with the sheet held otherwise.
    #[must_use]
    pub fn held(&self, orientation: Orientation) -> Self {
        Self { orientation, ..self.clone() }
    }

    /// Width and height of the upright sheet's type area in points.
    #[must_use]
    pub fn upright_area(&self) -> (f64, f64) {
        let width = (self.sheet.width() - self.margins.left - self.margins.right).pt();
        (width, (self.sheet.height() - self.margins.top - self.margins.bottom).pt())
    }

    /// Width and height of the type area as it is read, in points.
    #[must_use]
    pub fn area(&self) -> (f64, f64) {
        let (width, height) = self.upright_area();
        match self.orientation {
            Orientation::Upright => (width, height),
            Orientation::Turned => (height, width),
        }
    }

    /// Width of the type area, or of the narrower column that is being set, in points.
    #[must_use]
    pub fn width(&self) -> f64 {
        self.column.unwrap_or(self.area().0)
    }

    /// Height of the type area in points.
    #[must_use]
    pub fn height(&self) -> f64 {
        self.area().1
    }

    /// Left and top margin of the page as it is read, in points. Turned, the head of the page is
    /// the upright sheet's left edge (GB/T 9704-2012, 7.5:
    /// 单页码表头在订口一边，双页码表头在切口一边).
    #[must_use]
    pub fn corner(&self) -> (f64, f64) {
        match self.orientation {
            Orientation::Upright => (self.margins.left.pt(), self.margins.top.pt()),
            Orientation::Turned => (self.margins.bottom.pt(), self.margins.left.pt()),
        }
    }

    /// Width and height of the page as it is read, in points.
    #[must_use]
    pub fn page(&self) -> (f64, f64) {
        let (width, height) = (self.sheet.width().pt(), self.sheet.height().pt());
        match self.orientation {
            Orientation::Upright => (width, height),
            Orientation::Turned => (height, width),
        }
    }
}
