//! The words a vote is spoken of with.

use session::ballot::{Ballot, BallotContest};
use session::floor::meeting::Meeting;
use session::round::RoundKind;
use session::tally::{Base, Kind, Mark, Threshold};
use session::views::wording;

use crate::data::ballot::BallotMark;
use crate::data::rules::ThresholdRule;

/// Returns the kind of question a ballot is named by: a ballot that elects anybody is an
/// election's.
fn kind_of(ballot: &Ballot) -> Option<&Kind> {
    let kinds = || ballot.contests.iter().map(|entry| &entry.contest.kind);
    kinds().find(|kind| matches!(kind, Kind::Election(_))).or_else(|| kinds().next())
}

/// What the voting on a ballot is called, and its paper.
pub(crate) fn of_ballot(ballot: &Ballot) -> (&'static str, &'static str) {
    kind_of(ballot).map_or(("票决", "票决票"), |kind| {
        let called = wording::called(kind);
        (called.vote, called.paper)
    })
}

/// 镇 or 乡, as in 本镇.
pub(crate) fn township(meeting: &Meeting) -> String {
    meeting.place.chars().last().map_or_else(|| "镇".to_owned(), String::from)
}

/// Returns the recorded reason of a ballot whose settings contradict the law.
pub(crate) fn departure(ballot: &Ballot) -> Option<String> {
    ballot.departure_reason.clone().filter(|_| !ballot.departures().is_empty())
}

/// Returns the symbols a voter draws, with what they mean; a mark nobody draws is no line of the
/// map.
pub(crate) fn marks(entry: &BallotContest) -> Vec<BallotMark> {
    let grades = match &entry.contest.kind {
        Kind::Evaluation(rule) => rule.grades.as_slice(),
        Kind::Selection(_) | Kind::Election(_) | Kind::Motion(_) => &[],
    };
    let meaning = |mark| match mark {
        Mark::For => Some("赞成".to_owned()),
        Mark::Against => Some("反对".to_owned()),
        Mark::Abstain => Some(wording::abstention(entry.abstention()).to_owned()),
        Mark::Grade(grade) => grades.get(usize::from(grade)).cloned(),
        Mark::Blank | Mark::Illegible | Mark::Multiple => None,
    };
    let drawn = entry.symbols.iter().filter_map(|drawn| Some((drawn, meaning(drawn.mark)?)));
    drawn
        .map(|(drawn, meaning)| BallotMark {
            symbol: wording::sign(drawn.symbol).to_owned(),
            meaning,
            approves: drawn.mark == Mark::For,
            abstains: drawn.mark == Mark::Abstain,
        })
        .collect()
}

/// Returns a threshold as it is said before the vote: its number is known then only where it is a
/// share of all deputies.
pub(crate) fn before_the_vote(threshold: Threshold, meeting: &Meeting) -> ThresholdRule {
    let needed = match threshold.base {
        Base::AllDeputies => Some(threshold.needed(meeting.all_deputies)),
        Base::Present | Base::Returned | Base::Valid => None,
    };
    ThresholdRule { needed, wording: wording::threshold(threshold).sentence }
}

/// Returns what is voted on, from the title of the ballot: “2026年度民生实事项目票决票（再次投票）”
/// → “2026年度民生实事项目票决”.
pub(super) fn vote_title(ballot: &str) -> String {
    let plain = ballot.split(['（', '(']).next().unwrap_or(ballot).trim();
    match (plain.strip_suffix("选票"), plain.strip_suffix('票')) {
        (Some(posts), _) => format!("{posts}选举"),
        (None, Some(vote)) => vote.to_owned(),
        (None, None) => plain.to_owned(),
    }
}

/// Returns what a ballot is called that is handed out once more; `None` for the first time.
pub(super) fn round(kind: RoundKind, ballot: &Ballot) -> Option<String> {
    wording::once_more(kind, kind_of(ballot)?).map(str::to_owned)
}

/// Returns the heading of the column that says whether a row reached a threshold.
pub(super) fn reached(threshold: Threshold) -> &'static str {
    if wording::threshold(threshold).majority { "是否过半数" } else { "是否达到" }
}

/// Returns hundredths of a per cent as per cent: 8050 is 80.5.
pub(crate) fn per_cent(hundredths: u32) -> String {
    let text = format!("{}.{:02}", hundredths / 100, hundredths % 100);
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}

/// Returns yuan as 万元, exact: 865000 is 86.5.
pub(super) fn in_ten_thousands(yuan: u32) -> String {
    let text = format!("{}.{:04}", yuan / 10_000, yuan % 10_000);
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}

/// Returns the year a title names before 年: “2026年度民生实事项目票决” is of 2026.
pub(super) fn year_named(title: &str) -> Option<i32> {
    let (before, _) = title.split_once('年')?;
    let figures = before.len().checked_sub(4)?;
    before.get(figures..)?.parse().ok()
}

/// Returns the name of a resolution and what it is on: “镇人民政府工作报告” →
/// “关于镇人民政府工作报告的决议”.
pub(super) fn resolution(motion: &str) -> (String, String) {
    let plain = motion.replace("（草案）", "").replace("(草案)", "");
    let plain = plain.trim();
    let about = plain.strip_prefix("关于").unwrap_or(plain);
    let about =
        about.strip_suffix("的决议").or_else(|| about.strip_suffix("决议")).unwrap_or(about);
    (format!("关于{about}的决议"), about.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn yuan_are_printed_as_ten_thousands_without_loss() {
        let printed =
            [(0, "0"), (865_000, "86.5"), (1_200_000, "120"), (12_345, "1.2345"), (100, "0.01")];
        for (yuan, text) in printed {
            assert_eq!(in_ten_thousands(yuan), text);
        }
    }

    #[test]
    fn the_year_is_the_one_the_title_names() {
        assert_eq!(year_named("2026年度民生实事项目票决"), Some(2026));
        assert_eq!(year_named("关于2027年度民生实事"), Some(2027));
        assert_eq!(year_named("民生实事项目票决"), None);
    }

    #[test]
    fn a_vote_is_called_as_its_ballot_without_the_paper() {
        for (ballot, vote) in [
            ("2026年度民生实事项目票决票", "2026年度民生实事项目票决"),
            ("2026年度民生实事项目票决票（再次投票）", "2026年度民生实事项目票决"),
            ("镇长选票", "镇长选举"),
            ("镇长选举票", "镇长选举"),
            ("2025年度民生实事满意度测评票", "2025年度民生实事满意度测评"),
            ("政府工作报告表决", "政府工作报告表决"),
        ] {
            assert_eq!(vote_title(ballot), vote);
        }
    }

    #[test]
    fn a_resolution_is_named_after_what_it_is_on() {
        let named = |motion| resolution(motion).0;
        for motion in [
            "镇人民政府工作报告",
            "关于镇人民政府工作报告的决议（草案）",
            "关于镇人民政府工作报告的决议",
        ] {
            assert_eq!(named(motion), "关于镇人民政府工作报告的决议");
        }
    }
}
