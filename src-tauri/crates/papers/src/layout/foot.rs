//! The foot of a page, always in the coordinates of the upright sheet: a page on its side keeps its number where all pages have it
//! (GB/T 9704-2012, 7.5).

use super::compose::baseline;
use super::line::{Setting, Span, cells, set_line};
use super::measure::{Type, mm, sizes};
use super::page::Item;
use super::setup::{Foot, Setup};
use crate::error::MissingCharacter;
use crate::fonts::{FontSet, Role};

/// The page number stands 7 mm below the type area.
const BELOW: f64 = mm(7.0);

/// Returns what stands at the foot of page `number` of `total`.
///
/// # Errors
/// [`MissingCharacter`] when no face draws a character of it.
pub fn items(fonts: &FontSet, setup: &Setup, number: usize, total: usize) -> Result<Vec<Item>, MissingCharacter> {
    match &setup.foot {
        Foot::Nothing => Ok(Vec::new()),
        Foot::Number => {
            let side = if number % 2 == 1 { Side::Right } else { Side::Left };
            let text_type = Type::new(sizes::SIHAO, sizes::SIHAO);
            line(fonts, setup, &format!("— {number} —"), text_type, side, text_type.pitch)
        }
        Foot::NumberOfAll { fingerprint } => {
            let of_all = format!("第 {number} 页　共 {total} 页");
            let mut items = line(fonts, setup, &of_all, Type::new(sizes::WUHAO, sizes::SIHAO), Side::Right, 0.0)?;
            if let Some(fingerprint) = fingerprint {
                items.extend(line(fonts, setup, fingerprint, Type::new(sizes::XIAOWU, sizes::SIHAO), Side::Left, 0.0)?);
            }
            Ok(items)
        }
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Side {
    Left,
    Right,
}

fn line(fonts: &FontSet, setup: &Setup, text: &str, text_type: Type, side: Side, inset: f64) -> Result<Vec<Item>, MissingCharacter> {
    let (width, height) = setup.upright_area();
    let line = set_line(&cells(fonts, &[Span::new(Role::Song, text)], text_type)?, width, Setting::Natural);
    let left = match side {
        Side::Left => inset,
        Side::Right => width - inset - line.width,
    };
    let top = mm(setup.margins.top) + height + BELOW;
    Ok(line.draw(mm(setup.margins.left) + left, baseline(top, text_type.leading, text_type.size)))
}
