//! What the hands of the people at the machine do again and again.

use exchange::KeyedSheet;
use outside::{Done, Key, Window};
use serde_json::json;
use session::tally::Mark;

/// The rooms, by the key that goes there with Alt.
#[derive(Clone, Copy)]
pub enum Room {
    Floor,
    Count,
    Hall,
    Papers,
    Archive,
}

impl Room {
    const fn key(self) -> char {
        match self {
            Self::Floor => '2',
            Self::Count => '3',
            Self::Hall => '4',
            Self::Papers => '5',
            Self::Archive => '7',
        }
    }

    const fn name(self) -> &'static str {
        match self {
            Self::Floor => "会场",
            Self::Count => "计票",
            Self::Hall => "大屏",
            Self::Papers => "文书",
            Self::Archive => "存档",
        }
    }
}

/// Goes to another room.
pub async fn go(operator: &Window<'_>, room: Room) -> Done {
    operator.press_with(Key::Alt, room.key()).await?;
    operator.find("region", room.name()).await.map(drop)
}

/// How many rows below the picture that is chosen in the hall room another one stands; negative
/// above. Of several ballots the one named.
const ROWS_BELOW: &str = "const [picture, ballot] = arguments;
    const list = [...document.querySelectorAll('nav.scenes-of-the-day li button')]
        .filter((one) => one.offsetParent !== null);
    const heading = (one) => one.closest('ul').previousElementSibling?.innerText?.replace(/\\s/g, '') ?? ballot;
    const wanted = list.findIndex((one) => one.innerText.startsWith(picture) && heading(one).includes(ballot));
    const chosen = list.findIndex((one) => one.getAttribute('aria-current') === 'true');
    return wanted < 0 || chosen < 0 ? null : { rows: wanted - chosen };";

/// Shows a picture in the hall: chosen with the arrow keys, looked at, pushed.
pub async fn show(operator: &Window<'_>, picture: &str) -> Done {
    show_of(operator, "", picture).await
}

/// Shows a picture of this ballot in the hall.
pub async fn show_of(operator: &Window<'_>, ballot: &str, picture: &str) -> Done {
    choose_picture(operator, ballot, picture).await?;
    operator.press(Key::Enter).await?;
    operator.sees("大屏正在显示这个画面").await
}

/// Chooses a picture in the hall room without showing it.
pub async fn choose_picture(operator: &Window<'_>, ballot: &str, picture: &str) -> Done {
    go(operator, Room::Hall).await?;
    let arguments = [json!(picture), json!(ballot)];
    let below = operator
        .until(&format!("the picture “{picture}” in the list"), ROWS_BELOW, &arguments)
        .await?;
    let rows = below["rows"].as_i64().unwrap_or_default();
    for _ in 0..rows.unsigned_abs() {
        operator.press(if rows < 0 { Key::Up } else { Key::Down }).await?;
    }
    operator.sees(&format!("预览：{picture}")).await?;
    operator.until(&format!("the preview of “{picture}”"), LOOKED_AT, &[]).await.map(drop)
}

/// Whether the preview shows what is chosen: nothing is pushed before.
const LOOKED_AT: &str =
    "return document.querySelector('section.preview[aria-busy=false]') ? { looked: true } : null;";

/// Sits down at the keying desk.
pub async fn sit_down(operator: &Window<'_>, pass: &str, teller: &str) -> Done {
    operator.sees("选择录入次数和计票人").await?;
    operator.take(pass).await?;
    operator.take(teller).await?;
    operator.press(Key::Enter).await?;
    operator.sees(&format!("{pass} {teller}")).await
}

/// The keys a teller presses for what stands on a sheet.
pub fn keys_of(sheet: &KeyedSheet) -> String {
    sheet.marks.iter().map(|mark| key_of(*mark)).collect()
}

/// The sample's symbol map: ○ is its first symbol, × its second.
pub fn key_of(mark: Mark) -> char {
    match mark {
        Mark::For => '1',
        Mark::Against => '2',
        Mark::Blank => '0',
        Mark::Illegible => '/',
        Mark::Multiple | Mark::Abstain | Mark::Grade(_) => {
            panic!("the sample's paper has no {mark:?}")
        }
    }
}

/// Keys a whole sheet and ends it.
pub async fn key_sheet(operator: &Window<'_>, sheet: &KeyedSheet) -> Done {
    operator.keys(&format!("{}{}", keys_of(sheet), char::from(Key::Enter))).await
}
