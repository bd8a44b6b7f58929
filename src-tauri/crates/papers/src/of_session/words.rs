//! The words a vote is spoken of with.

use session::Session;
use session::ballot::election::Post;
use session::ballot::follow::{Follows, Origin};
use session::ballot::{Ballot, BallotContest, OptionOrder};
use session::floor::meeting::Meeting;
use session::round::{RoundKind, Stage};
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
pub(crate) fn vote_title(ballot: &str) -> String {
    let plain = ballot.split(['（', '(']).next().unwrap_or(ballot).trim();
    match (plain.strip_suffix("选票"), plain.strip_suffix('票')) {
        (Some(posts), _) => election_named(posts),
        (None, Some(vote)) => vote.to_owned(),
        (None, None) => plain.to_owned(),
    }
}

/// “选举副镇长”, “副镇长”, “副镇长选举” → “副镇长选举”: the word is said once.
fn election_named(posts: &str) -> String {
    let word =
        if posts.starts_with("补选") || posts.ends_with("补选") { "补选" } else { "选举" };
    let posts = posts.strip_prefix(word).unwrap_or(posts);
    format!("{}{word}", posts.strip_suffix(word).unwrap_or(posts))
}

/// 职务: a post as a paper names it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct PostWords {
    /// Among the township's own: 镇长, 镇人民代表大会主席.
    pub(crate) short: String,
    /// To the public: 青石镇人民政府镇长, 青石镇人民代表大会主席.
    pub(crate) full: String,
}

/// Returns the post a contest fills. The title of the contest names it only where the post itself
/// does not: a title may say what it likes.
pub(crate) fn post(meeting: &Meeting, entry: &BallotContest) -> PostWords {
    let township = township(meeting);
    let titled = titled_post(meeting, &entry.contest.title);
    let post = entry.election.as_ref().map_or(Post::OtherChief, |election| election.post);
    let of_congress = |post: &str| PostWords {
        short: format!("{township}人民代表大会{post}"),
        full: format!("{}人民代表大会{post}", meeting.place),
    };
    let of_government = |post: String| PostWords {
        full: format!("{}人民政府{post}", meeting.place),
        short: post,
    };
    let known = match post {
        Post::OtherChief | Post::OtherDeputy => Post::named_in(&titled),
        Post::Chair | Post::ViceChair | Post::Head | Post::DeputyHead => Some(post),
    };
    match known {
        Some(Post::Chair) => of_congress("主席"),
        Some(Post::ViceChair) => of_congress("副主席"),
        Some(Post::Head) => of_government(format!("{township}长")),
        Some(Post::DeputyHead) => of_government(format!("副{township}长")),
        Some(Post::OtherChief | Post::OtherDeputy) | None => {
            let own = titled.strip_prefix(&format!("{township}人")).map(|rest| format!("人{rest}"));
            let of_place = own.as_ref().unwrap_or(&titled);
            PostWords { full: format!("{}{of_place}", meeting.place), short: titled.clone() }
        }
    }
}

/// “选举青石镇副镇长” → “副镇长”.
fn titled_post(meeting: &Meeting, title: &str) -> String {
    let title = title.split(['（', '(']).next().unwrap_or(title).trim();
    let title = ["选举", "补选"].iter().fold(title, |title, word| {
        let title = title.strip_prefix(word).unwrap_or(title);
        title.strip_suffix(word).unwrap_or(title)
    });
    title.strip_prefix(&meeting.place).unwrap_or(title).to_owned()
}

/// Returns what a ballot is called that is handed out once more; `None` for the first time.
pub(super) fn round(kind: RoundKind, ballot: &Ballot) -> Option<String> {
    wording::once_more(kind, kind_of(ballot)?).map(str::to_owned)
}

/// Returns what a ballot is called that follows a result: 再次投票, 另行选举.
pub(super) fn following(ballot: &Ballot) -> Option<String> {
    let Origin { round: of, follows, .. } = ballot.origin.as_ref()?;
    let kind = match follows {
        Follows::Runoff => RoundKind::Runoff { of: *of },
        Follows::Further => RoundKind::Further { of: *of },
    };
    round(kind, ballot)
}

/// Returns what a ballot is called that is printed for another vote than the first: 再次投票, 另行选举,
/// and once a vote on it was announced void 重新投票. Sheets of two votes must not look alike.
pub(super) fn printed_for(session: &Session, ballot: &Ballot) -> Vec<String> {
    let mut of_ballot = session.rounds().iter().filter(|round| round.ballot().id == ballot.id);
    let void = of_ballot.find(|round| matches!(round.stage(), Stage::Voided(_)));
    let redo = void.and_then(|void| round(RoundKind::Redo { of: void.id() }, ballot));
    following(ballot).into_iter().chain(redo).collect()
}

/// Returns a title with what tells the vote from the first one, where it does not say so.
pub(super) fn told_apart(title: &str, words: &[String]) -> String {
    let missing = words.iter().filter(|word| !title.contains(word.as_str()));
    missing.fold(title.to_owned(), |title, word| format!("{title}（{word}）"))
}

/// Returns the order in which the options of a contest stand, as a paper says it; nothing where they
/// do not stand in the one that was chosen.
pub(crate) fn order(entry: &BallotContest) -> &'static str {
    if !entry.stands_in_order() {
        return "";
    }
    chosen_order(entry.order)
}

/// Returns an order as a paper says it.
pub(crate) fn chosen_order(order: OptionOrder) -> &'static str {
    match order {
        OptionOrder::Number => "按编号顺序",
        OptionOrder::NameStrokes => "按姓名笔画为序",
        OptionOrder::SurnameStrokes => "按姓氏笔画为序",
        OptionOrder::PrimaryVotes => "按预选得票多少为序",
        OptionOrder::ByHand => "按主席团确定的顺序",
    }
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

#[cfg(test)]
mod tests {
    use session::ballot::election::Election;
    use session::floor::meeting::BaseOf;
    use session::tally::{BlankRow, BlankSection, Contest, IllegibleRow, MotionRule};

    use super::*;

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
    fn the_word_election_is_said_once() {
        for (ballot, vote) in [
            ("选举副镇长选票", "副镇长选举"),
            ("副镇长选票", "副镇长选举"),
            ("副镇长选举选票", "副镇长选举"),
            ("补选副镇长选票", "副镇长补选"),
            ("选举人大主席、副镇长选票", "人大主席、副镇长选举"),
        ] {
            assert_eq!(vote_title(ballot), vote);
        }
    }

    fn meeting(place: &str) -> Meeting {
        Meeting {
            place: place.to_owned(),
            congress: 18,
            meeting: 5,
            all_deputies: 58,
            base_of: BaseOf::Typed,
            held_on: chrono::NaiveDate::MIN,
            venue: String::new(),
            county: String::new(),
            chair: String::new(),
            agenda: Vec::new(),
        }
    }

    fn filled(place: &str, title: &str, post: Option<Post>) -> (String, String) {
        let contest = Contest {
            id: "1".into(),
            title: title.to_owned(),
            options: Vec::new(),
            kind: any_kind(),
        };
        let mut entry = BallotContest::of(contest, Vec::new());
        entry.election = post.map(|post| Election { post, ..Election::default() });
        let PostWords { short, full } = super::post(&meeting(place), &entry);
        (short, full)
    }

    /// Any kind: only the title and the post are read.
    fn any_kind() -> Kind {
        Kind::Motion(MotionRule {
            threshold: None,
            blank_row: BlankRow::Abstain,
            blank_section: BlankSection::Valid,
            illegible_row: IllegibleRow::Row,
        })
    }

    #[test]
    fn the_post_comes_from_the_post_and_else_from_the_title() {
        let words = |short: &str, full: &str| (short.to_owned(), full.to_owned());
        let head = words("镇长", "青石镇人民政府镇长");
        for (title, post) in [
            ("选举镇长", Some(Post::Head)),
            ("第二张票", Some(Post::Head)),
            ("青石镇人民政府镇长", None),
            ("选举青石镇镇长", Some(Post::OtherChief)),
        ] {
            assert_eq!(filled("青石镇", title, post), head, "{title}");
        }
        assert_eq!(
            filled("云岭乡", "选举", Some(Post::DeputyHead)),
            words("副乡长", "云岭乡人民政府副乡长")
        );
        assert_eq!(
            filled("青石镇", "镇人大主席", None),
            words("镇人民代表大会主席", "青石镇人民代表大会主席")
        );
        assert_eq!(
            filled("青石镇", "选举镇人民代表大会主席团成员", None),
            words("镇人民代表大会主席团成员", "青石镇人民代表大会主席团成员")
        );
    }
}
