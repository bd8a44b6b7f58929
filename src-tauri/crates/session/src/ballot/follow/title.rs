//! 票名: what a ballot that follows another is called.

use crate::floor::meeting::chinese_number;

/// “副镇长选票” → “副镇长选票（另行选举）” → “副镇长选票（第二次另行选举）”: no two votes look alike.
pub(super) fn title_to_follow(title: &str, word: &str) -> String {
    let brackets = title.strip_suffix('）').and_then(|title| title.rsplit_once('（'));
    let (plain, time) = match brackets {
        Some((plain, said)) if said == word => (plain, 2),
        Some((plain, said)) if said.ends_with(word) => (plain, times_said(said).saturating_add(1)),
        Some(_) | None => (title, 1),
    };
    let ordinal = if time > 1 { format!("第{}次", chinese_number(time)) } else { String::new() };
    format!("{plain}（{ordinal}{word}）")
}

/// 第二次另行选举 → 2.
fn times_said(said: &str) -> u16 {
    let said_as = |time: &u16| said.starts_with(&format!("第{}次", chinese_number(*time)));
    (2..=99).find(said_as).unwrap_or(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_two_votes_are_called_alike() {
        for (before, word, title) in [
            ("副镇长选票", "另行选举", "副镇长选票（另行选举）"),
            ("副镇长选票（另行选举）", "另行选举", "副镇长选票（第二次另行选举）"),
            ("副镇长选票（第二次另行选举）", "另行选举", "副镇长选票（第三次另行选举）"),
            ("副镇长选票（另行选举）", "再次投票", "副镇长选票（另行选举）（再次投票）"),
            ("选票（试行）", "再次投票", "选票（试行）（再次投票）"),
        ] {
            assert_eq!(title_to_follow(before, word), title);
        }
    }
}
