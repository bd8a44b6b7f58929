//! A day in both windows: the steps every ballot takes, by keyboard, with a photograph of each.

use outside::{Done, Key, Program, Window};

use crate::album::Album;
use crate::hands::{Room, choose_picture, go, show_of, sit_down};
use crate::prepared::CHIEFS_PIN;

/// A day in both windows, and the ballot at hand.
pub struct Walk<'p> {
    pub operator: Window<'p>,
    pub hall: Window<'p>,
    pub album: Album,
    pub ballot: &'static str,
}

/// How many sheets there are: 印制, 发出, 收回.
#[derive(Clone, Copy)]
pub struct Sheets {
    pub printed: u32,
    pub issued: u32,
    pub returned: u32,
}

impl Sheets {
    /// As many handed out and returned as people are there, two left over.
    pub const fn all(issued: u32) -> Self {
        Self { printed: issued + 2, issued, returned: issued }
    }
}

impl<'p> Walk<'p> {
    /// Sits down at the program with a session open, and opens the hall's window beside it.
    pub async fn begins(program: &'p Program, album: Album, ballot: &'static str) -> Done<Self> {
        let operator = program.window("operator").await?;
        operator.sees("青石镇").await?;
        album.fits(&operator).await?;
        go(&operator, Room::Hall).await?;
        operator.choose("button", "打开大屏窗口").await?;
        let hall = program.window("hall").await?;
        album.fits_hall(&hall).await?;
        Ok(Self { operator, hall, album, ballot })
    }

    /// Photographs the operator's window.
    pub async fn photo(&self, what: &str) -> Done {
        self.album.page(what, &[("table", &self.operator)]).await
    }

    /// Photographs the hall's window.
    pub async fn photo_of_the_hall(&self, what: &str) -> Done {
        self.album.page(what, &[("hall", &self.hall)]).await
    }

    pub async fn enter(&self) -> Done {
        self.operator.press(Key::Enter).await
    }

    /// Issues the ballot that waits in the papers room.
    pub async fn print(&self, kind: &str) -> Done {
        go(&self.operator, Room::Papers).await?;
        self.operator.sees("可以签发").await?;
        self.photo("papers-ready").await?;
        self.enter().await?;
        self.operator.find("button", &format!("另存 {kind}")).await?;
        self.photo("papers-issued").await
    }

    pub async fn count_those_present(&self, present: u32) -> Done {
        let operator = &self.operator;
        go(operator, Room::Floor).await?;
        self.photo("attendance").await?;
        operator.fill("实到代表", &present.to_string()).await?;
        operator.press(Key::Enter).await?;
        operator.sees("达到法定人数").await
    }

    /// Hands the ballot out, takes it back and announces 验票: valid.
    pub async fn vote(&self, sheets: Sheets) -> Done {
        self.hand_out(sheets).await?;
        self.take_back(sheets).await?;
        let operator = &self.operator;
        let Sheets { issued, returned, .. } = sheets;
        operator.sees(&format!("发出选票{issued}张，收回{returned}张，本次投票有效。")).await?;
        self.photo("collected").await?;
        operator.press(Key::Enter).await?;
        operator.sees("选票已送计票处").await?;
        self.photo("to-be-counted").await?;
        self.in_the_hall("验票结果", &[&format!("收回选票 {returned}"), "本次投票有效"]).await
    }

    pub async fn hand_out(&self, sheets: Sheets) -> Done {
        let operator = &self.operator;
        let Sheets { printed, issued, .. } = sheets;
        go(operator, Room::Floor).await?;
        operator.fill("印制", &printed.to_string()).await?;
        self.photo("to-hand-out").await?;
        operator.press(Key::Enter).await?;
        operator.sees(&format!("印制{printed}张，发出{issued}张，实到{issued}人")).await?;
        self.in_the_hall("正在投票", &[&format!("发出选票 {issued}")]).await
    }

    pub async fn take_back(&self, sheets: Sheets) -> Done {
        let operator = &self.operator;
        go(operator, Room::Floor).await?;
        operator.fill("收回", &sheets.returned.to_string()).await?;
        operator.fill("划错换票", "0").await?;
        self.photo("to-collect").await?;
        operator.press(Key::Enter).await
    }

    /// Keys a whole pass, bundle by bundle.
    pub async fn key(&self, pass: &str, teller: &str, sheets: &[&str], bundle: usize) -> Done {
        sit_down(&self.operator, pass, teller).await?;
        for (number, sheets) in (1..).zip(sheets.chunks(bundle)) {
            self.key_bundle(number, sheets).await?;
        }
        Ok(())
    }

    /// Keys the first pass, and leaves the desk to the next teller.
    pub async fn key_first(&self, teller: &str, sheets: &[&str], bundle: usize) -> Done {
        go(&self.operator, Room::Count).await?;
        self.photo("desk-door").await?;
        self.key("首录", teller, sheets, bundle).await?;
        self.operator.sees("首录已全部录完交捆").await?;
        self.operator.press(Key::Enter).await
    }

    pub async fn key_bundle(&self, number: usize, sheets: &[&str]) -> Done {
        self.take_bundle(number).await?;
        for sheet in sheets {
            self.key_sheet(sheet).await?;
        }
        self.hand_in(number, sheets.len()).await
    }

    pub async fn take_bundle(&self, number: usize) -> Done {
        self.operator.sees(&format!("领取第 {number} 捆 Enter")).await?;
        self.operator.press(Key::Enter).await?;
        self.operator.sees(&format!("第 {number} 捆 第 1 张")).await
    }

    /// Keys a sheet and ends it; a line break among the keys is an Enter of its own.
    pub async fn key_sheet(&self, sheet: &str) -> Done {
        let keys = format!("{sheet}\n").replace('\n', &char::from(Key::Enter).to_string());
        self.operator.keys(&keys).await
    }

    pub async fn hand_in(&self, number: usize, sheets: usize) -> Done {
        self.operator.sees(&format!("第 {number} 捆 {sheets} 张已录完")).await?;
        self.operator.press(Key::Enter).await
    }

    /// What the chief scrutineer rules asks for their PIN once.
    pub async fn seat_the_chief(&self) -> Done {
        let operator = &self.operator;
        operator.sees("这一步记在徐文斌名下").await?;
        operator.fill("徐文斌的 PIN 码", CHIEFS_PIN).await?;
        operator.press(Key::Enter).await
    }

    /// The chief scrutineer's PIN, mistyped first; then the report.
    pub async fn certify(&self) -> Done {
        let operator = &self.operator;
        operator.sees("先看结果，再看核对等式").await?;
        self.photo("to-certify").await?;
        operator.press(Key::Enter).await?;
        operator.sees("由总监票人核定这个计票结果").await?;
        operator.keys("1357").await?;
        operator.press(Key::Enter).await?;
        operator.sees("PIN 码不对").await?;
        self.photo("to-certify-asked").await?;
        operator.fill("徐文斌的 PIN 码", CHIEFS_PIN).await?;
        operator.press(Key::Enter).await?;
        operator.sees("（凭 PIN 码）").await?;
        self.issue_the_report().await
    }

    /// From the certified count to its report in the papers room.
    pub async fn issue_the_report(&self) -> Done {
        let operator = &self.operator;
        operator.sees("徐文斌已于").await?;
        self.photo("certified").await?;
        operator.press(Key::Enter).await?;
        operator.find("region", "文书").await?;
        operator.sees("可以签发").await?;
        operator.press(Key::Enter).await?;
        operator.find("button", "另存 计票结果报告单").await?;
        self.photo("report").await
    }

    /// Announces the result in the hall room once it was seen there.
    pub async fn announce(&self, words: &[&str]) -> Done {
        let operator = &self.operator;
        choose_picture(operator, self.ballot, "计票结果").await?;
        operator.sees("宣布结果并上屏").await?;
        self.photo("to-announce").await?;
        operator.press(Key::Enter).await?;
        operator.sees("主持人已经宣布计票结果？").await?;
        self.photo("to-announce-asked").await?;
        operator.press(Key::Enter).await?;
        self.hall_shows(words).await?;
        self.photo("announced").await?;
        self.photo_of_the_hall("result").await
    }

    pub async fn in_the_hall(&self, picture: &str, words: &[&str]) -> Done {
        show_of(&self.operator, self.ballot, picture).await?;
        self.hall_shows(words).await?;
        let both = [("table", &self.operator), ("hall", &self.hall)];
        self.album.page(&format!("hall-{picture}"), &both).await
    }

    pub async fn hall_shows(&self, words: &[&str]) -> Done {
        for words in words {
            self.hall.sees(words).await?;
        }
        Ok(())
    }
}
