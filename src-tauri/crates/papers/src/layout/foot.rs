//! The foot of a page, always in the coordinates of the upright sheet: a page on its side keeps its
//! number where all pages have it (GB/T 9704-2012, 7.5).

use super::compose::baseline;
use super::line::{Setting, Span, cells, set_line};
use super::measure::{Mm, Type, sizes};
use super::page::Item;
use super::qr;
use super::setup::{Fingerprint, Foot, Setup};
use crate::error::{MissingCharacter, PaperError};
use crate::fonts::{FontSet, Role};

/// The page number stands 7 mm below the type area.
const BELOW: f64 = Mm(7.0).pt();
/// On a ballot, whose margins are narrow, nearer.
const BELOW_BALLOT: f64 = Mm(1.0).pt();
/// Side of the QR code of a fingerprint with its white border, and how far it stands below the type
/// area.
const QR: f64 = Mm(15.0).pt();
const QR_BELOW: f64 = Mm(3.0).pt();

/// White between what is drawn beyond the type area and the foot.
const CLEAR: f64 = Mm(1.5).pt();

/// Returns what stands at the foot of page `number` of `total`, clear of what is drawn `beyond` the
/// type area.
///
/// # Errors
/// [`PaperError::Missing`] when no face draws a character of it.
pub fn items(
    fonts: &FontSet,
    setup: &Setup,
    beyond: f64,
    (number, total): (usize, usize),
) -> Result<Vec<Item>, PaperError> {
    let foot = FootOf { fonts, setup, beyond };
    let (side, mut items) = match setup.foot {
        Foot::Several if total == 1 => (Side::Right, Vec::new()),
        Foot::Several => {
            let of_all = format!("（第{number}页，共{total}页）");
            (
                Side::Right,
                foot.line(
                    &of_all,
                    Type::new(sizes::WUHAO, sizes::WUHAO),
                    Side::Middle,
                    BELOW_BALLOT,
                    0.0,
                )?,
            )
        }
        Foot::Number => {
            let side = if number % 2 == 1 { Side::Right } else { Side::Left };
            let text_type = Type::new(sizes::SIHAO, sizes::SIHAO);
            (side, foot.line(&format!("— {number} —"), text_type, side, BELOW, text_type.pitch)?)
        }
        Foot::NumberOfAll => {
            let of_all = format!("第 {number} 页　共 {total} 页");
            (
                Side::Right,
                foot.line(&of_all, Type::new(sizes::WUHAO, sizes::SIHAO), Side::Right, BELOW, 0.0)?,
            )
        }
    };
    if let Some(fingerprint) = &setup.fingerprint {
        items.extend(foot.fingerprint(fingerprint, side.other())?);
    }
    Ok(items)
}

/// Groups of this many groups of four are printed of a fingerprint: enough to compare by eye.
const GROUPS: usize = 8;

/// Returns the beginning of a fingerprint in groups of four.
fn in_fours(hash: &str) -> String {
    let characters: Vec<char> = hash.chars().take(GROUPS * 4).collect();
    characters.chunks(4).map(|group| group.iter().collect::<String>()).collect::<Vec<_>>().join(" ")
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Side {
    Left,
    Middle,
    Right,
}

impl Side {
    const fn other(self) -> Self {
        match self {
            Self::Left => Self::Right,
            Self::Middle => Self::Middle,
            Self::Right => Self::Left,
        }
    }
}

struct FootOf<'a> {
    fonts: &'a FontSet,
    setup: &'a Setup,
    beyond: f64,
}

impl FootOf<'_> {
    fn fingerprint(&self, fingerprint: &Fingerprint, side: Side) -> Result<Vec<Item>, PaperError> {
        let name =
            if fingerprint.qr { "记录指纹（二维码为全文）" } else { "记录指纹" };
        let printed = format!("{name}：{}", in_fours(&fingerprint.hash));
        let text_type = Type::new(sizes::XIAOWU, sizes::SIHAO);
        if !fingerprint.qr {
            return Ok(self.line(&printed, text_type, side, BELOW, 0.0)?);
        }
        let (left, top, width) = self.below(QR_BELOW);
        let x = if side == Side::Right { left + width - QR } else { left };
        let mut items = self.line(&printed, text_type, side, BELOW, QR + text_type.pitch / 2.0)?;
        // In capitals a code is smaller: its alphabet has no small letters.
        items.extend(qr::items(&fingerprint.hash.to_uppercase(), x, top, QR)?);
        Ok(items)
    }

    /// Left edge, top and width of a line so far below the type area, and of what is drawn beyond
    /// it.
    fn below(&self, below: f64) -> (f64, f64, f64) {
        let below = if self.beyond > 0.0 { f64::max(below, self.beyond + CLEAR) } else { below };
        let (width, height) = self.setup.upright_area();
        (self.setup.margins.left.pt(), self.setup.margins.top.pt() + height + below, width)
    }

    fn line(
        &self,
        text: &str,
        text_type: Type,
        side: Side,
        below: f64,
        inset: f64,
    ) -> Result<Vec<Item>, MissingCharacter> {
        let (left, top, width) = self.below(below);
        let line = set_line(
            &cells(self.fonts, &[Span::new(Role::Song, text)], text_type)?,
            width,
            Setting::Natural,
        );
        let x = match side {
            Side::Left => inset,
            Side::Middle => (width - line.width) / 2.0,
            Side::Right => width - inset - line.width,
        };
        Ok(line.draw(left + x, baseline(top, text_type.leading, text_type.size)))
    }
}
