//! Which sheets are drawn: figures thrown in the hall and the journal as it stands decide, by a rule
//! on a page (`docs/spot-check.md`), so that anybody can draw them again.

/// At least so many figures are thrown.
const LEAST_THROWN: usize = 6;

/// What stands before the figures, so that no other use of SHA-256 draws the same numbers.
const RULE: &str = "piaojue.spot-check/1";

/// 掷出的数字: the figures thrown with dice in the hall, in the order they fell.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Thrown(String);

/// Figures that cannot have been thrown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ThrownFault {
    /// Something else than the figures 0 to 9.
    #[error("{found:?} is no figure from 0 to 9")]
    NoFigure {
        /// The first of it.
        found: char,
    },
    /// Fewer than six: too easily guessed beforehand.
    #[error("{thrown} figures thrown, at least 6 are needed")]
    TooFew { thrown: usize },
}

impl Thrown {
    /// Returns the figures of a text; white space between them does not count.
    ///
    /// # Errors
    /// [`ThrownFault`]: what is no figure, or how few there are.
    pub fn new(text: &str) -> Result<Self, ThrownFault> {
        let figures: String = text.chars().filter(|character| !character.is_whitespace()).collect();
        match figures.chars().find(|character| !character.is_ascii_digit()) {
            Some(found) => Err(ThrownFault::NoFigure { found }),
            None if figures.len() < LEAST_THROWN => {
                Err(ThrownFault::TooFew { thrown: figures.len() })
            }
            None => Ok(Self(figures)),
        }
    }

    /// Returns the figures, without white space.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Returns which of `sheets` are drawn, numbered from 1 in the order of their bundles, in the order
/// drawn: `many` different ones, or all of them if there are fewer.
///
/// `last_entry` is the fingerprint of the journal's last entry, `sha256` that function: whoever has
/// it at hand gives it, so that nothing here depends on how it is made.
#[must_use]
pub fn drawn(
    thrown: &Thrown,
    last_entry: &str,
    sheets: u32,
    many: u32,
    sha256: impl Fn(&[u8]) -> [u8; 32],
) -> Vec<u32> {
    let mut waiting = vec![true; usize::try_from(sheets).unwrap_or(usize::MAX)];
    let number = |counter: u64| {
        let Thrown(figures) = thrown;
        let text = format!("{RULE}\n{figures}\n{last_entry}\n{counter}");
        let digest = sha256(text.as_bytes());
        without_bias(u64::from_be_bytes(*digest.first_chunk()?), sheets)
    };
    let not_yet = |sheet: &u32| {
        let place = usize::try_from(*sheet).ok();
        let waits = place.and_then(|place| waiting.get_mut(place));
        waits.is_some_and(|waits| std::mem::replace(waits, false))
    };
    let wanted = usize::try_from(many.min(sheets)).unwrap_or(usize::MAX);
    let places = (0..).filter_map(number).filter(not_yet);
    places.take(wanted).map(|place| place + 1).collect()
}

/// A place from 0 below `sheets`, each as often as any other: numbers at or above the greatest
/// multiple of `sheets` are thrown away.
fn without_bias(number: u64, sheets: u32) -> Option<u32> {
    let place = number.checked_rem(u64::from(sheets))?;
    let first_of_its_round = number - place;
    let whole_round = first_of_its_round.checked_add(u64::from(sheets) - 1).is_some();
    if whole_round { u32::try_from(place).ok() } else { None }
}
