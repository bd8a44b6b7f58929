//! 取值: what stands in the cells of one column of ours, read by what the declaration says stands
//! there, with every fault of it.

use chrono::Datelike;
use session::name::{NameFault, character_faults, folded_name, folded_text};
use session::written::{self, in_ten_thousands};
use unicode_normalization::UnicodeNormalization;

use super::date::{Dated, dated};
use super::fault::What;
use super::grid::Cell;
use super::heading::Part;
use super::list::{Column, Kind, Need, Several};
use super::number::{Unit, amount, counted_in_words, whole_number};
use super::progress;
use super::rows::{counts_people, group_name};

/// What a column of one row came to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Read {
    /// As it comes in; where there are faults, as it stood.
    pub text: String,
    pub raw: String,
    pub faults: Vec<What>,
    /// What belongs into another column: 女 behind a name, the reason behind 未完成.
    pub aside: Vec<Aside>,
    /// What an amount was before it was rounded to the yuan.
    pub rounded: bool,
}

/// Something that stood in the wrong column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Aside {
    Sex(String),
    Ethnicity(String),
    Note(String),
    State(String),
}

/// Tells whether some face can draw a character.
pub type CanDraw<'d> = &'d dyn Fn(char) -> bool;

/// One cell with the part of the column it belongs to.
pub(crate) type Piece<'p> = (&'p Cell, &'p Part);

/// Reads the pieces of one column.
pub(crate) fn read(
    column: &Column,
    pieces: &[Piece<'_>],
    unit: Unit,
    can_draw: CanDraw<'_>,
) -> Read {
    let raw = shown(column, pieces, unit);
    let mut read = Read { raw: raw.clone(), text: raw.clone(), ..Read::default() };
    for (cell, _) in pieces {
        match cell {
            Cell::NoValue(formula) => {
                read.faults.push(What::FormulaWithoutValue { formula: formula.clone() });
            }
            Cell::Error(said) => read.faults.push(What::FormulaError { said: said.clone() }),
            Cell::Blank | Cell::Text(_) | Cell::Number(_) | Cell::Day(_) => {}
        }
    }
    if !read.faults.is_empty() {
        return read;
    }
    read.faults.extend(character_faults(&raw).into_iter().map(of_name_fault));
    if !read.faults.is_empty() {
        return read;
    }
    if is_nothing(column.kind, &raw) {
        read.text = String::new();
        let needed = column.need == Need::Cell || matches!(column.kind, Kind::Number(_));
        if needed {
            read.faults.push(What::Missing);
        }
        return read;
    }
    match column.kind {
        Kind::Number(most) => number(&mut read, 1, most),
        Kind::Count(most) => number(&mut read, 0, most),
        Kind::Name => name(&mut read),
        Kind::Names => read.text = names(&raw),
        Kind::Text if column.fills && counts_people(&raw) => {
            read.text = folded_text(&group_name(&raw));
        }
        Kind::Text => read.text = folded_text(&raw),
        Kind::Ethnicity => read.text = ethnicity(&raw),
        Kind::Amount => amounts(&mut read, pieces, unit),
        Kind::Date => date(&mut read, pieces, false),
        Kind::Month => date(&mut read, pieces, true),
        Kind::Word(words) => word(&mut read, words),
        Kind::Progress => progress::read(&mut read, pieces),
    }
    if read.faults.is_empty() {
        read.faults.extend(undrawn(&read.text, can_draw));
    }
    read
}

/// Lone dashes and slashes say that there is nothing.
fn is_nothing(kind: Kind, raw: &str) -> bool {
    let text: String = raw.nfkc().filter(|c| !c.is_whitespace()).collect();
    let dashes = text.chars().all(|c| matches!(c, '-' | '—' | '–' | '―' | '─' | '/' | '\\' | '_'));
    dashes
        || (matches!(kind, Kind::Amount | Kind::Count(_)) && matches!(text.as_str(), "无" | "暂无"))
}

/// What the cells of the column say together.
fn shown(column: &Column, pieces: &[Piece<'_>], unit: Unit) -> String {
    if let [(cell, part)] = pieces
        && part.under.is_none()
    {
        return cell.shown().into_owned();
    }
    let filled = pieces.iter().filter(|(cell, _)| !is_nothing(column.kind, &cell.shown()));
    let texts: Vec<String> = match column.kind {
        Kind::Amount => filled.map(|(cell, _)| cell.shown().into_owned()).collect(),
        Kind::Number(_)
        | Kind::Count(_)
        | Kind::Name
        | Kind::Names
        | Kind::Text
        | Kind::Ethnicity
        | Kind::Date
        | Kind::Month => filled.map(|(cell, part)| piece(cell, part, unit)).collect(),
        Kind::Word(_) | Kind::Progress => filled.map(|(cell, part)| ticked(cell, part)).collect(),
    };
    let mark = match (column.kind, column.several) {
        (Kind::Amount, _) => "+",
        (_, Several::Parts(_)) => "",
        _ => "，",
    };
    texts.join(mark)
}

/// √ under 未完成 is 未完成.
fn ticked(cell: &Cell, part: &Part) -> String {
    let text = cell.shown().trim().to_owned();
    let is_tick = !text.is_empty() && text.chars().all(|c| "√✓✔☑✅●■◆▲★".contains(c));
    part.under.clone().filter(|_| is_tick).unwrap_or(text)
}

/// 上级补助 with 285 under it is 上级补助285万元.
fn piece(cell: &Cell, part: &Part, unit: Unit) -> String {
    let text = cell.shown().trim().to_owned();
    let Some(under) = &part.under else { return text };
    let is_amount = amount(&text, unit).is_some();
    if !is_amount {
        return text;
    }
    let bare = under.split(['（', '(']).next().unwrap_or(under).trim();
    let has_unit = text.ends_with(['元', '万', '亿']);
    let unit = Unit::spoken_of(under).or_else(|| Unit::spoken_of(&part.heading)).unwrap_or(unit);
    let after = if has_unit { "" } else { unit.name() };
    format!("{bare}{text}{after}")
}

fn of_name_fault(fault: NameFault) -> What {
    match fault {
        NameFault::Invisible { position, code_point } => What::Invisible { position, code_point },
        NameFault::Unshowable { position, code_point } => What::Unshowable { position, code_point },
        NameFault::Nothing => What::NothingVisible,
    }
}

fn undrawn(text: &str, can_draw: CanDraw<'_>) -> Vec<What> {
    let missing = (1..).zip(text.chars()).filter(|(_, c)| !c.is_whitespace() && !can_draw(*c));
    missing
        .map(|(position, c)| What::CannotDraw {
            character: c.to_string(),
            position,
            code_point: c.into(),
        })
        .collect()
}

fn number(read: &mut Read, least: u32, most: u32) {
    let number = whole_number(&read.raw).or_else(|| counted_in_words(&read.raw));
    match number.filter(|number| (least..=most).contains(number)) {
        Some(number) => read.text = number.to_string(),
        None => read.faults.push(What::NotANumber { least, most }),
    }
}

/// What stands in a name where another program could not keep its character, or somebody drew it
/// from parts: 李?, 王□, ⿰火日; or where a name was masked: 张*三.
const STANDS_FOR_ANOTHER: &str = "?？*＊×□▯■○●◯〓⿰⿱⿲⿳⿴⿵⿶⿷⿸⿹⿺⿻〾";

/// 王芳（女，回族）: what stands in brackets goes into its own column.
fn name(read: &mut Read) {
    let (bare, notes) = match read.raw.find(['（', '(', '〔', '[']) {
        Some(at) => read.raw.split_at_checked(at).unwrap_or((&read.raw, "")),
        None => (read.raw.as_str(), ""),
    };
    let notes = notes.trim_matches(|c: char| c.is_whitespace() || "（()）〔〕[]".contains(c));
    for note in notes.split(['，', ',', '、', '；', ';', ' ', '\u{3000}']) {
        let note = folded_text(note);
        if note == "女" || note == "男" {
            read.aside.push(Aside::Sex(note));
        } else if note.ends_with('族') || ethnicity(&note) != note {
            read.aside.push(Aside::Ethnicity(ethnicity(&note)));
        } else if !note.is_empty() {
            read.aside.push(Aside::Note(note));
        }
    }
    let stands_for_another = |(_, c): &(u32, char)| STANDS_FOR_ANOTHER.contains(*c);
    let lost: Vec<What> = (1..)
        .zip(bare.chars())
        .filter(stands_for_another)
        .map(|(position, c)| What::Unshowable { position, code_point: c.into() })
        .collect();
    if !lost.is_empty() {
        read.faults.extend(lost);
        return;
    }
    if bare.trim().contains(['、', '/', '／']) || are_lines_of_names(bare) {
        read.faults.push(What::SeveralNames);
        return;
    }
    let name = folded_name(bare);
    if name.chars().any(char::is_alphabetic) {
        read.text = name;
    } else {
        read.faults.push(What::NothingVisible);
    }
}

/// A name broken after one character is padded; two of whole names are two.
fn are_lines_of_names(bare: &str) -> bool {
    let lines: Vec<&str> = bare.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    let is_name = |line: &&str| line.chars().count() > 1 && line.chars().all(char::is_alphabetic);
    lines.len() > 1 && lines.iter().all(is_name)
}

/// Names stand apart by a mark, or by white space where no name is padded: 田 富 is one.
fn names(raw: &str) -> String {
    let mut names: Vec<String> = Vec::new();
    for part in raw.split(['、', '，', ',', '；', ';', '\n', '\r', '/']) {
        let mut padded = false;
        for word in part.split_whitespace().map(folded_name).filter(|word| !word.is_empty()) {
            let single = word.chars().count() == 1;
            match names.last_mut() {
                Some(name) if single && padded => name.push_str(&word),
                _ => names.push(word),
            }
            padded = single && !padded;
        }
    }
    names.join("、")
}

fn ethnicity(raw: &str) -> String {
    const SHORT: &str = "汉 蒙古 回 藏 维吾尔 苗 彝 壮 布依 朝鲜 满 侗 瑶 白 土家 哈尼 哈萨克 傣 黎 \
        傈僳 佤 畲 高山 拉祜 水 东乡 纳西 景颇 柯尔克孜 土 达斡尔 仫佬 羌 布朗 撒拉 毛南 仡佬 锡伯 阿昌 \
        普米 塔吉克 怒 乌孜别克 俄罗斯 鄂温克 德昂 保安 裕固 京 塔塔尔 独龙 鄂伦春 赫哲 门巴 珞巴 基诺";
    let text = folded_text(raw);
    if SHORT.split_whitespace().any(|name| name == text) { text + "族" } else { text }
}

fn amounts(read: &mut Read, pieces: &[Piece<'_>], unit: Unit) {
    let mut total = 0_u32;
    for (cell, part) in pieces.iter().filter(|(cell, _)| !is_nothing(Kind::Amount, &cell.shown())) {
        let unit = part
            .under
            .as_deref()
            .and_then(Unit::spoken_of)
            .or_else(|| Unit::spoken_of(&part.heading))
            .unwrap_or(unit);
        let exact = amount(&cell.shown(), unit);
        let rounded = || match cell {
            Cell::Number(figures) => rounded_to_the_yuan(figures, unit),
            Cell::Blank | Cell::Text(_) | Cell::Day(_) | Cell::NoValue(_) | Cell::Error(_) => None,
        };
        read.rounded |= exact.is_none();
        let Some(sum) = exact.or_else(rounded).and_then(|yuan| total.checked_add(yuan)) else {
            read.faults.push(What::NotAnAmount);
            return;
        };
        total = sum;
    }
    read.text = in_ten_thousands(total);
}

/// A computed cell may hold a third of something; half a yuan and more is a yuan.
fn rounded_to_the_yuan(figures: &str, unit: Unit) -> Option<u32> {
    let places = unit.decimals();
    let (whole, decimals) = figures.split_once('.')?;
    let kept = decimals.get(..places)?;
    let half = decimals.as_bytes().get(places).is_some_and(|digit| *digit >= b'5');
    let kept = if places == 0 { whole.to_owned() } else { format!("{whole}.{kept}") };
    amount(&kept, unit)?.checked_add(u32::from(half))
}

fn month_in_words(year: i32, month: u32) -> String {
    format!("{year}年{month}月")
}

fn date(read: &mut Read, pieces: &[Piece<'_>], month_only: bool) {
    let [(cell, _)] = pieces else {
        read.text = folded_text(&read.raw);
        return;
    };
    read.text = match dated(cell) {
        Dated::Day(day) if month_only => month_in_words(day.year(), day.month()),
        Dated::Day(day) => written::day(day),
        Dated::Month(year, month) => month_in_words(i32::from(year), u32::from(month)),
        Dated::Other => folded_text(&read.raw),
        Dated::NoSuchDay => {
            read.faults.push(What::NotADate);
            return;
        }
    };
}

fn folded_word(text: &str) -> String {
    text.nfkc().filter(|c| !c.is_whitespace()).collect()
}

fn word(read: &mut Read, words: &[&[&str]]) {
    let said = folded_word(&read.raw);
    let known = words.iter().find(|group| group.iter().any(|word| folded_word(word) == said));
    if let Some(word) = known.and_then(|group| group.first()) {
        (*word).clone_into(&mut read.text);
    } else {
        let known = words.iter().filter_map(|group| group.first());
        let known = known.map(|word| (*word).to_owned()).collect();
        read.faults.push(What::UnknownWord { known });
    }
}
