//! The first session of a congress through both windows, over two days: the rules are issued before
//! anybody stands, the presidium is elected by hand and named, four posts are filled by four ballots,
//! and whoever was elected swears and is announced.

use outside::{Desktop, Done, Key, Window};
use session::paper::{PaperKind, RulesOf};
use session::round::matter;
use session::round::result::tables;
use session::{HandVoteId, RoundId};

use crate::hands::{Room, choose_picture, go, sit_down};
use crate::lists::paste;
use crate::prepared::{CHIEFS_PIN, the_first_of_a_congress};

/// A post: its ballot, who stands, what is keyed of the twelve sheets, who is elected.
struct Post {
    ballot: &'static str,
    stand: &'static [&'static str],
    sheets: [(&'static str, usize); 2],
    elected: &'static [&'static str],
}

const POSTS: [Post; 4] = [
    Post {
        ballot: "人大主席选票",
        stand: &["陈志远"],
        sheets: [("1", 11), ("0", 1)],
        elected: &["陈志远"],
    },
    Post {
        ballot: "人大副主席选票",
        stand: &["王秀英", "吴桂花"],
        sheets: [("12", 10), ("21", 2)],
        elected: &["王秀英"],
    },
    Post {
        ballot: "镇长选票",
        stand: &["卢晓东"],
        sheets: [("1", 12), ("0", 0)],
        elected: &["卢晓东"],
    },
    Post {
        ballot: "副镇长选票",
        stand: &["陆𬱖生", "刘㛃", "何丽萍"],
        sheets: [("112", 10), ("121", 2)],
        elected: &["陆𬱖生", "刘㛃"],
    },
];

#[tokio::test]
async fn the_first_session_of_a_congress_fills_four_posts_under_one_paper_of_rules() -> Done {
    let desktop = Desktop::open()?;
    let path = the_first_of_a_congress(&desktop.documents());
    let program = desktop.start(&[&path.to_string_lossy()]).await?;
    let operator = program.window("operator").await?;
    operator.sees("青石镇").await?;
    operator.resize(1280, 800).await?;
    go(&operator, Room::Hall).await?;
    operator.choose("button", "打开大屏窗口").await?;
    let hall = program.window("hall").await?;
    hall.resize(1280, 720).await?;

    issue(&operator, "选举办法").await?;
    the_first_day(&operator).await?;
    candidates_are_listed(&operator).await?;
    for post in &POSTS {
        elect(&operator, post).await?;
        for name in post.elected {
            hall.sees(name).await?;
        }
    }
    for _ in &POSTS {
        issue(&operator, "公告").await?;
    }
    issue(&operator, "宪法宣誓").await?;

    program.cut_power().await?;
    let found = store::verify(&path).expect("a session");
    assert_eq!(found.flaws, []);
    what_is_on_record(&found.session);
    Ok(())
}

/// 预备会议 and the first plenary sitting, each counted for itself; the presidium is named once it is
/// elected.
async fn the_first_day(operator: &Window<'_>) -> Done {
    go(operator, Room::Floor).await?;
    operator.choose("button", "举手表决").await?;
    count_those_present(operator, "13").await?;
    decide(operator).await?;
    go(operator, Room::Prepare).await?;
    operator.choose("button", "会次").await?;
    operator.choose("button", "选定成员").await?;
    for name in ["陈志远", "刘敏", "王秀英", "田富", "吴桂花"] {
        operator.take(name).await?;
    }
    operator.choose("button", "选定 5 名").await?;
    operator.sees("主席团成员 5 名").await?;
    go(operator, Room::Floor).await?;
    operator.sees("上次清点的是预备会议的到会人数").await?;
    count_those_present(operator, "13").await?;
    decide(operator).await?;
    decide(operator).await
}

async fn count_those_present(operator: &Window<'_>, present: &str) -> Done {
    operator.fill("实到代表", present).await?;
    operator.press(Key::Enter).await?;
    operator.sees("达到法定人数").await
}

/// Puts the next motion; both tellers see one hand against it.
async fn decide(operator: &Window<'_>) -> Done {
    operator.choose("button", "付表决").await?;
    for teller in ["刘敏", "高翔"] {
        operator.walk_to("option", teller).await?;
        operator.keys(" ").await?;
        for (field, number) in [("反对", "1"), ("弃权", "0")] {
            operator.fill(field, number).await?;
        }
        operator.choose("button", "报数").await?;
        operator.sees(&format!("{teller}已报数")).await?;
    }
    operator.choose("button", "已宣布结果").await?;
    operator.choose("button", "已宣布通过").await
}

async fn candidates_are_listed(operator: &Window<'_>) -> Done {
    go(operator, Room::Prepare).await?;
    operator.choose("button", "选票").await?;
    for post in &POSTS {
        operator.choose("button", post.ballot).await?;
        paste(operator, &format!("姓名\n{}\n", post.stand.join("\n"))).await?;
        operator.sees(&format!("{} 行：新增", post.stand.len())).await?;
        operator.press(Key::Enter).await?;
        operator.sees(&format!("候选人已填入 {} 行", post.stand.len())).await?;
        operator.press_with(Key::Control, 's').await?;
        operator.sees("已保存").await?;
    }
    Ok(())
}

/// A ballot on the second day, from its print to the announcement.
async fn elect(operator: &Window<'_>, post: &Post) -> Done {
    go(operator, Room::Papers).await?;
    operator.choose("button", "选票 可签发").await?;
    operator.choose("button", "印制").await?;
    operator.find("button", "另存 选票").await?;
    go(operator, Room::Floor).await?;
    operator.choose("button", "投票").await?;
    count_those_present(operator, "12").await?;
    operator.fill("印制", "14").await?;
    operator.press(Key::Enter).await?;
    operator.sees("印制14张，发出12张，实到12人").await?;
    operator.fill("收回", "12").await?;
    operator.fill("划错换票", "0").await?;
    operator.press(Key::Enter).await?;
    operator.sees("发出选票12张，收回12张，本次投票有效。").await?;
    operator.press(Key::Enter).await?;
    operator.sees("选票已送计票处").await?;
    go(operator, Room::Count).await?;
    key(operator, "首录", "刘敏", post).await?;
    operator.sees("首录已全部录完交捆").await?;
    operator.press(Key::Enter).await?;
    key(operator, "复录", "高翔", post).await?;
    certify(operator).await?;
    choose_picture(operator, post.ballot, "计票结果").await?;
    operator.sees("宣布结果并上屏").await?;
    operator.press(Key::Enter).await?;
    operator.sees("主持人已经宣布计票结果？").await?;
    operator.press(Key::Enter).await
}

/// All twelve sheets lie in one bundle.
async fn key(operator: &Window<'_>, pass: &str, teller: &str, post: &Post) -> Done {
    sit_down(operator, pass, teller).await?;
    operator.press(Key::Enter).await?;
    operator.sees("第 1 捆 第 1 张").await?;
    for (marks, times) in post.sheets {
        for _ in 0..times {
            operator.keys(&format!("{marks}{}", char::from(Key::Enter))).await?;
        }
    }
    operator.sees("第 1 捆 12 张已录完").await?;
    operator.press(Key::Enter).await
}

async fn certify(operator: &Window<'_>) -> Done {
    operator.sees("先看结果，再看核对等式").await?;
    operator.press(Key::Enter).await?;
    operator.sees("由总监票人核定这个计票结果").await?;
    operator.keys(CHIEFS_PIN).await?;
    operator.press(Key::Enter).await?;
    operator.sees("（凭 PIN 码）").await?;
    operator.press(Key::Enter).await?;
    operator.find("region", "文书").await?;
    operator.sees("可以签发").await?;
    operator.press(Key::Enter).await?;
    operator.find("button", "另存 计票结果报告单").await.map(drop)
}

async fn issue(operator: &Window<'_>, paper: &str) -> Done {
    go(operator, Room::Papers).await?;
    operator.choose("button", &format!("{paper} 可签发")).await?;
    operator.choose("button", "签发").await?;
    operator.find("button", &format!("另存 {paper}")).await.map(drop)
}

fn what_is_on_record(session: &session::Session) {
    let passed = |vote| {
        let motion = session.hand_vote(HandVoteId(vote)).expect("a motion");
        motion.outcome().is_some_and(session::floor::hands::HandOutcome::passed)
    };
    assert!((1..=3).all(passed));
    assert_eq!(session.sittings().presidium().len(), 5);
    for (round, post) in (1..).map(RoundId).zip(&POSTS) {
        let held = session.round(round).expect("a round");
        let table = tables(held).remove(0);
        let elected: Vec<&str> = table.chosen().iter().map(|row| row.name.as_str()).collect();
        assert_eq!(elected, post.elected, "{}", post.ballot);
        assert_eq!(matter::beginning(session, round), Some(round));
        let day = session.day_of_ballot(held.ballot()).expect("a day");
        assert_eq!(Some(day), session.days().map(|(_, last)| last), "on the second day");
    }
    let issued = |kind: &PaperKind| {
        session.papers().iter().any(|paper| paper.kind() == kind && !paper.is_superseded())
    };
    let rules = PaperKind::SessionRules { of: RulesOf::Election };
    assert!(issued(&rules), "who stands changes nothing of the rules that were passed");
    let notices: Vec<String> = (1..=4)
        .map(|round| PaperKind::Notice { round: RoundId(round) })
        .inspect(|notice| assert!(issued(notice), "{notice:?}"))
        .map(|notice| session.notice_number(&notice))
        .collect();
    assert_eq!(notices, ["第1号", "第2号", "第3号", "第4号"]);
    assert!((1..=4).any(|round| issued(&PaperKind::Oath { round: RoundId(round) })));
}
