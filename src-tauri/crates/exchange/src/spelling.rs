//! 拼音: how a text is found by letters alone, where no input method is at hand.

use pinyin::ToPinyinMulti;

/// Spellings of one text beyond which further readings of its characters are left out.
const MOST: usize = 16;

/// Returns the spellings of a text by its readings, in full and by initials, apart by spaces:
/// `zengwei zw cengwei cw` for 曾伟. Letters and figures stand for themselves.
#[must_use]
pub fn spelling(text: &str) -> String {
    let mut spellings: Vec<(String, String)> = vec![(String::new(), String::new())];
    for c in text.chars() {
        let readings = readings(c);
        if readings.is_empty() {
            continue;
        }
        let room = MOST / spellings.len().max(1);
        let taken = readings.get(..readings.len().min(room.max(1))).unwrap_or(&readings);
        let longer = |(full, initials): &(String, String)| -> Vec<(String, String)> {
            let of = |reading: &String| {
                let first = reading.chars().next().map(String::from).unwrap_or_default();
                (format!("{full}{reading}"), format!("{initials}{first}"))
            };
            taken.iter().map(of).collect()
        };
        spellings = spellings.iter().flat_map(longer).collect();
    }
    let mut words: Vec<String> = Vec::new();
    for word in spellings.into_iter().flat_map(|(full, initials)| [full, initials]) {
        if !word.is_empty() && !words.contains(&word) {
            words.push(word);
        }
    }
    words.join(" ")
}

fn readings(c: char) -> Vec<String> {
    if c.is_ascii_alphanumeric() {
        return vec![c.to_ascii_lowercase().to_string()];
    }
    let mut readings: Vec<String> = Vec::new();
    for reading in c.to_pinyin_multi().into_iter().flatten() {
        // ü is typed as v.
        let plain = reading.plain().replace('ü', "v");
        if !readings.contains(&plain) {
            readings.push(plain);
        }
    }
    readings
}

#[cfg(test)]
mod tests {
    use super::spelling;

    #[test]
    fn a_name_is_found_in_full_and_by_initials_in_every_reading() {
        let of = |text: &str| spelling(text).split(' ').map(str::to_owned).collect::<Vec<_>>();
        assert_eq!(of("田富"), ["tianfu", "tf"]);
        let zeng = of("曾伟");
        for wanted in ["zengwei", "cengwei", "zw", "cw"] {
            assert!(zeng.iter().any(|it| it == wanted), "{wanted}: {zeng:?}");
        }
        assert!(of("吕敏").contains(&"lvmin".to_owned()));
        assert_eq!(of("第3组B"), ["di3zub", "d3zb"]);
        assert_eq!(spelling("（）"), "");
    }

    #[test]
    fn a_long_text_has_few_spellings() {
        assert!(spelling(&"行长乐重".repeat(60)).split(' ').count() <= 32);
    }
}
