//! The colour space of the pages for PDF/A: an ICC profile of sRGB, made from its definition (IEC
//! 61966-2-1, ICC.1:2004-10) so that no foreign file has to travel with the program.

/// Primaries and white of sRGB adapted to D50, as the profile format wants them.
const COLORANTS: [(&[u8; 4], [f64; 3]); 4] = [
    (b"wtpt", [0.964_2, 1.0, 0.824_9]),
    (b"rXYZ", [0.436_07, 0.222_49, 0.013_92]),
    (b"gXYZ", [0.385_15, 0.716_87, 0.097_08]),
    (b"bXYZ", [0.143_07, 0.060_61, 0.714_1]),
];
/// From D65 to D50 (Bradford).
const ADAPTATION: [f64; 9] =
    [1.047_88, 0.022_92, -0.050_22, 0.029_59, 0.990_48, -0.017_06, -0.009_25, 0.015_07, 0.751_68];
/// The curve of sRGB: gamma, a, b, c, d.
const CURVE: [f64; 5] = [2.4, 1.0 / 1.055, 0.055 / 1.055, 1.0 / 12.92, 0.040_45];
/// Bytes of the head of a profile.
const HEAD: usize = 128;

/// Returns the profile.
#[must_use]
pub fn profile() -> Vec<u8> {
    let mut tags: Vec<([u8; 4], Vec<u8>)> = vec![(*b"desc", text("sRGB")), (*b"cprt", text("CC0"))];
    tags.extend(COLORANTS.iter().map(|(name, xyz)| (**name, numbers(*b"XYZ ", xyz))));
    tags.push((*b"chad", numbers(*b"sf32", &ADAPTATION)));
    let mut curve = b"para\0\0\0\0\0\x03\0\0".to_vec();
    curve.extend(CURVE.iter().flat_map(|number| fixed(*number)));
    tags.extend([*b"rTRC", *b"gTRC", *b"bTRC"].map(|name| (name, curve.clone())));
    assembled(&tags)
}

/// Length or place in a profile: four bytes.
fn word(number: usize) -> [u8; 4] {
    u32::try_from(number).unwrap_or(u32::MAX).to_be_bytes()
}

#[expect(clippy::cast_possible_truncation, reason = "all numbers of the profile are below three")]
fn fixed(number: f64) -> [u8; 4] {
    ((number * 65_536.0).round() as i32).to_be_bytes()
}

fn numbers(kind: [u8; 4], numbers: &[f64]) -> Vec<u8> {
    let mut tag = [kind, [0; 4]].concat();
    tag.extend(numbers.iter().flat_map(|number| fixed(*number)));
    tag
}

/// One text in English.
fn text(text: &str) -> Vec<u8> {
    let mut tag =
        [*b"mluc", [0; 4], word(1), word(12), *b"enUS", word(text.len() * 2), word(28)].concat();
    tag.extend(text.encode_utf16().flat_map(u16::to_be_bytes));
    tag.resize(tag.len().next_multiple_of(4), 0);
    tag
}

fn assembled(tags: &[([u8; 4], Vec<u8>)]) -> Vec<u8> {
    let mut table = word(tags.len()).to_vec();
    let mut data: Vec<u8> = Vec::new();
    let start = HEAD + 4 + tags.len() * 12;
    for (name, tag) in tags {
        table.extend([*name, word(start + data.len()), word(tag.len())].concat());
        data.extend(tag);
    }
    let mut profile = head(start + data.len());
    profile.extend(table);
    profile.extend(data);
    profile
}

fn head(length: usize) -> Vec<u8> {
    let mut head = [word(length), [0; 4], [4, 0x20, 0, 0], *b"mntr", *b"RGB ", *b"XYZ "].concat();
    // The day the sRGB standard was published stands for a date: nothing here comes from a clock.
    head.extend([0x07, 0xCF, 0, 10, 0, 18, 0, 0, 0, 0, 0, 0]);
    head.extend(*b"acsp");
    head.resize(68, 0);
    head.extend(COLORANTS[0].1.iter().flat_map(|number| fixed(*number)));
    head.resize(HEAD, 0);
    head
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_profile_is_as_long_as_it_says_and_its_tags_lie_inside() {
        let profile = profile();
        let word = |at: usize| {
            usize::try_from(u32::from_be_bytes(profile[at..at + 4].try_into().unwrap())).unwrap()
        };
        assert_eq!(word(0), profile.len());
        assert_eq!(&profile[36..40], b"acsp");
        for tag in 0..word(128) {
            let (at, length) = (word(132 + tag * 12 + 4), word(132 + tag * 12 + 8));
            assert!(at % 4 == 0 && at + length <= profile.len());
        }
    }
}
