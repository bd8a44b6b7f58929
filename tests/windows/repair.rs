//! A sheet was skipped and another keyed twice: the window says who must key what, everything else
//! goes on meanwhile, and the result is seen before it is certified.

use std::path::{Path, PathBuf};

use exchange::{KeyedSheet, Sample};
use outside::{Desktop, Done, Key, Window};
use session::people::Role;
use session::round::keying::{self, Place, SectionReading};
use session::tally::Mark;
use session::{BundleNo, Command, Pass, PersonId, RoundId, SheetNo};

use crate::hands::{Room, go, key_sheet, sit_down};
use crate::prepared::Table;

const ROUND: RoundId = RoundId(1);
const PROJECTS: usize = 12;
const SEATS: usize = 10;

/// Ten of twelve approved, no two neighbours alike, the last two projects by half of all: nothing is
/// doubtful, nothing differs.
fn sheets(bundle: u32) -> Vec<KeyedSheet> {
    let size = if bundle == 6 { 6 } else { 10 };
    let sheet = |sheet: u32| {
        let mut marks = vec![Mark::For; PROJECTS];
        marks[(sheet * 5 + bundle) as usize % SEATS] = Mark::Against;
        marks[SEATS + sheet as usize % 2] = Mark::Against;
        KeyedSheet { bundle: BundleNo(bundle), sheet: SheetNo(sheet), marks }
    };
    (1..=size).map(sheet).collect()
}

/// What the keyer of a pass keyed: the fifth sheet of the first bundle was skipped in the first
/// pass, the third of the second keyed twice in the second.
fn keyed(pass: Pass, bundle: u32) -> Vec<KeyedSheet> {
    let mut keyed = sheets(bundle);
    match (pass, bundle) {
        (Pass::First, 1) => drop(keyed.remove(4)),
        (Pass::Second, 2) => keyed.insert(3, keyed[2].clone()),
        _ => {}
    }
    keyed
}

/// Writes the sample's session as it stands when both passes are handed in.
fn handed_in_with_slips(folder: &Path) -> PathBuf {
    let path = folder.join("slips.piaojue");
    let sample = Sample::load().expect("the sample");
    let mut table = Table::new(&path, &sample);
    table.put_on_the_counting_table(&sample, sample.ballot());
    let tellers: Vec<PersonId> = sample
        .staff
        .iter()
        .filter(|staff| staff.staff.role == Role::Teller)
        .map(|staff| staff.staff.id.clone())
        .collect();
    for (pass, teller) in Pass::BOTH.into_iter().zip(&tellers) {
        for bundle in 1..=6 {
            hand_in(&mut table, pass, bundle, teller);
        }
    }
    path
}

fn hand_in(table: &mut Table, pass: Pass, bundle: u32, teller: &PersonId) {
    let place = Place { round: ROUND, pass, bundle: BundleNo(bundle) };
    let sheets = keyed(pass, bundle);
    let count = u32::try_from(sheets.len()).expect("a bundle");
    let mut ask = |command| table.perform_by(teller, &Command::Keying(command));
    ask(keying::Command::TakeBundle { place });
    ask(keying::Command::CountBundle { place, sheets: count });
    for (sheet, keyed) in (1..).zip(sheets) {
        let section = SectionReading { marks: keyed.marks, write_ins: Vec::new(), doubt: None };
        let sheet = SheetNo(sheet);
        ask(keying::Command::KeySheet { place, sheet, reading: vec![section] });
    }
    ask(keying::Command::CloseBundle { place });
}

/// A scrutineer looks at the paper and has a keying put right.
pub async fn mend(operator: &Window<'_>, remedy: &str, why: &str) -> Done {
    operator.choose("button", remedy).await?;
    operator.take("周建国").await?;
    operator.choose("button", why).await?;
    operator.choose("button", "更正").await
}

#[tokio::test]
async fn a_skipped_and_a_doubled_sheet_are_put_right_and_the_result_is_seen_before_it_holds() -> Done
{
    let desktop = Desktop::open()?;
    let session = handed_in_with_slips(&desktop.documents());
    let program = desktop.start(&[&session.to_string_lossy()]).await?;
    let operator = program.window("operator").await?;
    operator.resize(1366, 768).await?;
    operator.sees("青石镇").await?;
    go(&operator, Room::Count).await?;

    operator.sees("请取出第 1 捆，逐张核对").await?;
    operator.sees("首录第 5 张疑似漏录").await?;
    mend(&operator, "首录补录第 5 张", "看过票面，漏录一张").await?;
    operator.sees("请刘敏补录第 1 捆第 5 张（首录）").await?;
    operator.sees("请取出第 2 捆，逐张核对").await?;
    mend(&operator, "复录剔除第 4 张", "看过票面，一张录了两次").await?;
    operator.sees("其余的都已裁定，只差上面要录的").await?;

    operator.choose("button", "去录入").await?;
    sit_down(&operator, "首录", "刘敏").await?;
    operator.sees("继续第 1 捆第 5 张").await?;
    operator.press(Key::Enter).await?;
    operator.sees("第 1 捆 第 5 张").await?;
    key_sheet(&operator, &sheets(1)[4]).await?;
    operator.sees("第 1 捆 10 张已录完，请交捆").await?;
    operator.press(Key::Enter).await?;

    operator.choose("button", "核定").await?;
    operator.sees("待核定的计票结果").await?;
    operator.sees("有效 56，无效 0").await?;
    operator.press(Key::Enter).await?;
    operator.sees("由总监票人核定这个计票结果").await?;
    operator.sees("通过10项：").await?;
    operator.press(Key::Enter).await?;
    operator.sees("徐文斌已于").await?;
    program.cut_power().await?;
    assert_eq!(store::verify(&session).expect("a session").flaws, []);
    Ok(())
}
