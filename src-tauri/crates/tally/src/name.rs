//! Names as they are compared: 王 芳 and 王芳 are one person.

use unicode_normalization::UnicodeNormalization;

/// Returns `name` in NFC and without any white space, full-width spaces included.
///
/// White space goes first: what it kept apart may compose.
#[must_use]
pub fn normalised_name(name: &str) -> String {
    name.chars().filter(|character| !character.is_whitespace()).nfc().collect()
}
