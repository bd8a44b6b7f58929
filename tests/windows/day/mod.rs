//! The sample's whole day through both windows, from the prepared file to the verified record, with
//! nothing but a keyboard. The sample that the start screen opens is a rehearsal; this one is real.

mod left;

use exchange::sample_ballots::Found;
use exchange::{KeyedSheet, PaperRuling, Sample};
use outside::{Desktop, Done, Key, Window};
use serde_json::json;
use session::tally::Mark;

use crate::album::Album;
use crate::hands::{Room, go, key_of, key_sheet, keys_of, show, sit_down};
use crate::prepared::prepared;

const VENUE: &str = "青石镇人民会堂";

#[tokio::test]
async fn a_vote_is_carried_from_the_prepared_file_to_the_decision() -> Done {
    let desktop = Desktop::open()?;
    let folder = desktop.documents().join("票决台");
    std::fs::create_dir_all(&folder)?;
    let file = folder.join(left::FILE);
    prepared(&file);
    let program = desktop.start(&[&file.to_string_lossy()]).await?;
    let album = Album::sized("day", (1280, 800), (1280, 720));
    let operator = program.window("operator").await?;
    album.fits(&operator).await?;
    operator.sees("青石镇").await?;

    prepare(&operator).await?;
    go(&operator, Room::Hall).await?;
    operator.choose("button", "打开大屏窗口").await?;
    let hall = program.window("hall").await?;
    album.fits_hall(&hall).await?;

    let sample = Sample::load().expect("the sample");
    let day = Day { operator, hall, album, sample: &sample };
    day.welcome().await?;
    day.print_the_ballot().await?;
    day.count_those_present().await?;
    day.vote().await?;
    day.key_twice().await?;
    day.rule_on_differences().await?;
    day.rule_on_doubts().await?;
    day.certify().await?;
    day.announce().await?;
    day.decide().await?;
    day.put_away().await?;

    desktop.close("票决台 大屏")?;
    program.has_windows(&["operator"]).await?;
    desktop.close("票决台")?;
    program.ended().await?;
    left::the_record_tells_what_was_keyed(&desktop.documents().join("票决台"), &sample)
}

/// Looks at what is prepared, and moves the session to another hall.
async fn prepare(operator: &Window<'_>) -> Done {
    operator.choose("button", "代表").await?;
    operator.sees("陆𬱖生").await?;
    operator.choose("button", "选票").await?;
    operator.find("field", "选票标题").await?;
    operator.choose("button", "会议").await?;
    operator.fill("会场", VENUE).await?;
    operator.sees("有修改还没有保存").await?;
    operator.press_with(Key::Control, 's').await?;
    operator.sees("已保存").await
}

struct Day<'p> {
    operator: Window<'p>,
    hall: Window<'p>,
    album: Album,
    sample: &'p Sample,
}

impl Day<'_> {
    /// Pushes a picture and waits until the hall shows these words.
    async fn show(&self, picture: &str, words: &[&str]) -> Done {
        show(&self.operator, picture).await?;
        for words in words {
            self.hall.sees(words).await?;
        }
        let both = [("table", &self.operator), ("hall", &self.hall)];
        self.album.page(&format!("hall-{picture}"), &both).await
    }

    async fn photo(&self, what: &str) -> Done {
        self.album.page(what, &[("table", &self.operator)]).await
    }

    async fn enter(&self) -> Done {
        self.operator.press(Key::Enter).await
    }

    async fn welcome(&self) -> Done {
        self.show("会议名称", &["青石镇第十八届人民代表大会第五次会议", VENUE]).await?;
        self.show("议程", &["5 票决2026年度民生实事项目"]).await
    }

    async fn print_the_ballot(&self) -> Done {
        go(&self.operator, Room::Papers).await?;
        self.operator.sees("可以签发").await?;
        self.enter().await?;
        self.operator.sees("指纹").await?;
        self.save_paper("选票").await
    }

    async fn save_paper(&self, kind: &str) -> Done {
        self.operator.walk_to("button", &format!("另存 {kind}")).await?;
        self.enter().await?;
        self.operator.sees("已保存到").await
    }

    async fn count_those_present(&self) -> Done {
        go(&self.operator, Room::Floor).await?;
        self.operator.find("field", "实到代表").await?;
        self.operator.keys("56").await?;
        self.operator.press(Key::Tab).await?;
        self.operator.keys("12").await?;
        self.enter().await?;
        self.operator.sees("达到法定人数").await?;
        self.show("到会人数", &["实到代表 56", "符合法定人数"]).await?;
        self.show("候选名单", &["12 项选 10 项", "镇中心幼儿园改扩建项目"]).await?;
        self.show("填票说明", &["12 项中最多选 10 项"]).await
    }

    async fn vote(&self) -> Done {
        let operator = &self.operator;
        go(operator, Room::Floor).await?;
        operator.find("field", "印制").await?;
        operator.keys("60").await?;
        self.enter().await?;
        operator.sees("印制60张，发出56张，实到56人").await?;
        self.show("正在投票", &["发出选票 56"]).await?;

        go(operator, Room::Floor).await?;
        operator.find("field", "划错换票").await?;
        operator.keys("56").await?;
        operator.fill("划错换票", "1").await?;
        self.enter().await?;
        operator.sees("收回56张，换票1张，剩余3张").await?;
        self.photo("collected").await?;
        self.enter().await?;
        operator.sees("选票已送计票处").await?;
        self.show("验票结果", &["收回选票 56", "本次投票有效"]).await
    }

    async fn key_twice(&self) -> Done {
        self.show("正在计票", &["已计 0 / 56"]).await?;
        go(&self.operator, Room::Count).await?;
        self.key_pass("首录", "刘敏", &self.sample.first_keying).await?;
        self.operator.sees("首录已全部录完交捆").await?;
        self.enter().await?;
        self.hall.sees("已计 0 / 56").await?;
        self.key_pass("复录", "高翔", &self.sample.second_keying).await
    }

    async fn key_pass(&self, pass: &str, teller: &str, sheets: &[KeyedSheet]) -> Done {
        sit_down(&self.operator, pass, teller).await?;
        for bundle in sheets.chunk_by(|one, other| one.bundle == other.bundle) {
            self.key_bundle(bundle).await?;
            if pass == "复录" {
                self.the_hall_shows_what_is_settled(bundle).await?;
            }
        }
        Ok(())
    }

    async fn key_bundle(&self, sheets: &[KeyedSheet]) -> Done {
        let number = sheets[0].bundle;
        self.operator.sees(&format!("领取第 {number} 捆 Enter")).await?;
        self.enter().await?;
        self.operator.sees(&format!("第 {number} 捆 第 1 张")).await?;
        for sheet in sheets {
            if (sheet.bundle.0, sheet.sheet.0) == (3, 5) {
                self.picture_of_the_desk(sheet).await?;
            }
            key_sheet(&self.operator, sheet).await?;
        }
        self.operator.sees(&format!("第 {number} 捆 {} 张已录完", sheets.len())).await?;
        self.enter().await
    }

    /// In the middle of a sheet, for the README; the rows keyed for it are taken back.
    async fn picture_of_the_desk(&self, sheet: &KeyedSheet) -> Done {
        let some: String = keys_of(sheet).chars().take(6).collect();
        self.operator.keys(&some).await?;
        self.operator.sees("已录 6 行，还有 6 行").await?;
        self.operator.picture("desk").await?;
        self.photo("desk").await?;
        self.operator.keys(&char::from(Key::Backspace).to_string().repeat(6)).await?;
        self.operator.sees("已录 0 行，还有 12 行").await
    }

    /// A sheet is settled once both keyings agree and nothing is left to be ruled on.
    async fn the_hall_shows_what_is_settled(&self, bundle: &[KeyedSheet]) -> Done {
        let last = bundle[0].bundle;
        let ruled = |sheet: &KeyedSheet| {
            self.sample
                .rulings
                .iter()
                .any(|it| (it.bundle, it.sheet) == (sheet.bundle, sheet.sheet))
        };
        let settled: Vec<&KeyedSheet> =
            self.sample.first_keying.iter().filter(|it| it.bundle <= last && !ruled(it)).collect();
        self.hall.sees(&format!("已计 {} / 56", settled.len())).await?;
        let approvals = settled.iter().filter(|sheet| sheet.marks[0] == Mark::For).count();
        self.hall.sees(&format!("{} {approvals}", self.sample.projects[0].name)).await?;
        if last.0 == 4 {
            self.hall.picture("hall-live").await?;
            self.album.page("live", &[("hall", &self.hall)]).await?;
        }
        Ok(())
    }

    async fn rule_on_differences(&self) -> Done {
        let operator = &self.operator;
        for sheet in self.sample.rulings.chunk_by(same_sheet) {
            let Some(keys) = sheet.iter().map(row_key).collect::<Option<String>>() else {
                continue;
            };
            let place = &sheet[0];
            operator.sees(&format!("请取出第 {} 捆第 {} 张", place.bundle, place.sheet)).await?;
            operator.take(&place.ruled_by).await?;
            if place.bundle.0 == 4 {
                operator.picture("rulings").await?;
                self.photo("differences").await?;
            }
            operator.keys(&keys).await?;
            operator.sees("已录齐，请再看一眼票面").await?;
            self.enter().await?;
        }
        operator.sees("两次录入不一致 已全部核对").await
    }

    async fn rule_on_doubts(&self) -> Done {
        let operator = &self.operator;
        for ruling in &self.sample.rulings {
            let Found::Section { valid } = ruling.found else { continue };
            operator.sees(&format!("请取出第 {} 捆第 {} 张", ruling.bundle, ruling.sheet)).await?;
            operator.take(if valid { "按规则处理" } else { "本部分无效" }).await?;
            operator.fill("理由", &ruling.reason).await?;
            self.photo("doubts").await?;
            operator.choose("button", "裁定这一处").await?;
        }
        Ok(())
    }

    async fn certify(&self) -> Done {
        let operator = &self.operator;
        operator.sees("先看结果，再看核对等式").await?;
        operator.picture("certify").await?;
        self.photo("to-certify").await?;
        self.enter().await?;
        operator.sees("由总监票人核定这个计票结果").await?;
        self.enter().await?;
        operator.sees("徐文斌已于").await?;
        self.hall.sees("已计 56 / 56").await?;
        self.enter().await?;
        operator.find("region", "文书").await?;
        operator.sees("可以签发").await?;
        self.enter().await?;
        operator.find("button", "重新签发").await?;
        self.save_paper("计票结果报告单").await
    }

    async fn announce(&self) -> Done {
        let operator = &self.operator;
        crate::hands::choose_picture(operator, "", "计票结果").await?;
        operator.sees("宣布结果并上屏").await?;
        self.hall.sees("已计 56 / 56").await?;
        self.enter().await?;
        operator.sees("主持人已经宣布计票结果？").await?;
        self.enter().await?;
        for words in [
            "2 镇中心幼儿园改扩建项目 51 1 1 通过",
            "12 垃圾分类收集点及转运站建设 34 16 3 名额已满",
            "有效 53 无效 3 过半数 30",
        ] {
            self.hall.sees(words).await?;
        }
        self.hall.picture("hall-result").await?;
        self.album.page("result", &[("table", operator), ("hall", &self.hall)]).await?;
        self.show("当选、通过名单", &["11 路灯亮化工程（太阳能路灯300盏） 37 8 8"]).await?;
        self.hall.sees_no("垃圾分类收集点及转运站建设").await
    }

    async fn decide(&self) -> Done {
        go(&self.operator, Room::Papers).await?;
        self.operator.sees("可以签发").await?;
        self.enter().await?;
        self.save_paper("决定").await
    }

    async fn put_away(&self) -> Done {
        let operator = &self.operator;
        go(operator, Room::Archive).await?;
        operator.choose("button", "导出").await?;
        operator.sees("已导出到").await?;
        operator.choose("button", "核验记录").await?;
        operator.sees("条记录前后相接，每一条都是按规则可以写下的").await?;
        operator.sees("没有与印出的指纹核对").await?;
        let steps = "return document.querySelector('[aria-label=\"今天的步骤\"]').innerText.includes(arguments[0])";
        operator
            .until("every step to be done", steps, &[json!("今天的步骤都已办完")])
            .await
            .map(drop)
    }
}

fn same_sheet(one: &PaperRuling, other: &PaperRuling) -> bool {
    (one.bundle, one.sheet) == (other.bundle, other.sheet)
}

/// The key for what stands in a row where the keyings differ.
fn row_key(ruling: &PaperRuling) -> Option<char> {
    match ruling.found {
        Found::Row { mark, .. } => Some(key_of(mark)),
        Found::Section { .. } => None,
    }
}
