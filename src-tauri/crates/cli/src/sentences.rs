//! Faults and troubles as sentences in both languages.

use std::error::Error;

use exchange::ArchiveFault;
use session::Refusal;
use store::{Fault, Flaw, StoreError};

use crate::language::Language;
use crate::trouble::Trouble;

/// Returns the text with every character escaped that a terminal would obey instead of showing, so
/// that it stays one line and says what it is: `\u{1b}[2J`.
pub(crate) fn visible(text: &str) -> String {
    let shown = |c: char| {
        if c.is_control() || turns(c) { c.escape_unicode().collect() } else { String::from(c) }
    };
    text.chars().map(shown).collect()
}

/// The same of JSON, which stays what it was to whoever reads it. What is below the space is
/// escaped inside its texts and stands between them as line breaks.
pub(crate) fn visible_json(json: &str) -> String {
    let shown = |c: char| {
        if c >= ' ' && (c.is_control() || turns(c)) {
            format!("\\u{:04x}", u32::from(c))
        } else {
            String::from(c)
        }
    };
    json.chars().map(shown).collect()
}

/// Characters that change the direction of the ones after them, break the line, or are not there.
fn turns(c: char) -> bool {
    matches!(c, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
}

/// Returns why a task was not done.
pub(crate) fn of_trouble(trouble: &Trouble, language: Language) -> String {
    match trouble {
        Trouble::CountFile { file, error } => format!("{file}: {error}"),
        Trouble::Cdf { file, error } => format!("{file}: {error}"),
        Trouble::File { path, source } => format!("{path}: {source}"),
        Trouble::Archive { path, fault } => {
            format!("{}: {}", path.display(), of_archive(fault, language))
        }
        Trouble::Output(source) => language.of(
            format!("无法写出结果：{source}"),
            format!("the result cannot be written: {source}"),
        ),
        Trouble::Store(error) => of_store(error, language),
        Trouble::Refused(refusal) => {
            of_refusal(refusal, language).unwrap_or_else(|| with_causes(trouble))
        }
        Trouble::SessionTwice => language
            .of(
                "同一场会议的另一个文件已经读入",
                "another file of the same session was read already",
            )
            .to_owned(),
        Trouble::Preset(_)
        | Trouble::Engine(_)
        | Trouble::Sample(_)
        | Trouble::Paper(_)
        | Trouble::Sheet(_)
        | Trouble::Json(_)
        | Trouble::SampleIncomplete { .. } => with_causes(trouble),
        Trouble::SessionExists { path } => language.of(
            format!("{} 已存在；加 --force 覆盖", path.display()),
            format!("{} already exists; --force writes over it", path.display()),
        ),
        Trouble::NoSuchPaper { paper } => {
            language.of(format!("没有第{paper}号文书"), format!("there is no paper {paper}"))
        }
    }
}

/// What a refusal means where no window is: nothing of those that only a window can meet.
#[expect(clippy::wildcard_enum_match_arm, reason = "most are met in a window alone")]
fn of_refusal(refusal: &Refusal, language: Language) -> Option<String> {
    let named = match refusal {
        Refusal::LastUnderWay { title } => Some((
            format!("上次会议的“{title}”还没有办完；先在那个文件里宣布结果或中止"),
            format!("in the last session {title} is not over: announce it there, or break it off"),
        )),
        Refusal::VoteUnderWay { title } => Some((
            format!("{title}正在投票或计票，不能做成演练"),
            format!("{title} is being voted on or counted: no rehearsal is made of it"),
        )),
        Refusal::PaperOfTheReal { paper } => Some((
            format!("文书{paper}是演练开始前印发的，请在原会议文件中取出"),
            format!(
                "paper {paper} was issued before the rehearsal: take it out of the session itself"
            ),
        )),
        _ => None,
    };
    if let Some((zh, en)) = named {
        return Some(language.of(zh, en));
    }
    let said = [
        (
            Refusal::SessionNotSealed,
            "会议还没有封存；先在窗口里“存档”封存",
            "the session is not sealed: seal it in the window first",
        ),
        (
            Refusal::OnlyRehearsed,
            "这是演练文件：不封存，不能再做成演练，也不作为结果导出",
            "this is a rehearsal: it is not sealed, not rehearsed again, and nothing is taken out of it as a result",
        ),
        (
            Refusal::LastIsADesk,
            "这是外录文件，不是会议文件；请用会议文件",
            "the file holds bundles keyed on another computer: name the session's own",
        ),
        (Refusal::SessionNotDescribed, "还没有填写会议名称", "the session has no title yet"),
    ];
    let found = said.into_iter().find(|(of, ..)| of == refusal);
    found.map(|(_, zh, en)| language.of(zh, en).to_owned())
}

pub(crate) fn of_store(error: &StoreError, language: Language) -> String {
    let chinese = match error {
        StoreError::NotFound { path } => format!("{} 不存在", path.display()),
        StoreError::AlreadyExists { path } => format!("{} 已存在", path.display()),
        StoreError::AlreadyOpen { path } => format!("{} 正由另一程序打开", path.display()),
        StoreError::NotASession { path } => format!("{} 不是会议文件", path.display()),
        StoreError::Interrupted { path } => {
            format!("{} 上次写入时中断，请先用票决台打开一次再读", path.display())
        }
        StoreError::TooNew { path, version } => {
            format!("{} 由更新版本的程序写成（格式 {version}），请升级后打开", path.display())
        }
        StoreError::Damaged { path, flaw } => {
            format!("{} 已损坏：{}", path.display(), of_flaw(flaw, language))
        }
        StoreError::NoAccess { path, source } => format!("{} 无法读写：{source}", path.display()),
        StoreError::DiskFull { path, .. } => format!("{} 所在的磁盘已满", path.display()),
        StoreError::NoRoom { path, .. } => format!("{} 写不下：磁盘已满", path.display()),
        StoreError::DiskFailed { path, source } => {
            format!("{} 所在的磁盘无法读写：{source}", path.display())
        }
        StoreError::Unsettled { path, .. } => {
            format!("{} 所在的磁盘出错，不知道是否已经记下", path.display())
        }
        StoreError::NoSuchPaper { sha256 } => format!("没有文书 {sha256}"),
        StoreError::UnsafeSqlite { version } => format!("SQLite {version} 过旧"),
        StoreError::Sqlite { path, source } => format!("{}：SQLite：{source}", path.display()),
        StoreError::LeftAside { path, aside, .. } => format!(
            "原来的文件已移到 {}，副本没有能放到 {}：请把它改回原来的名字，或另选一个磁盘",
            aside.display(),
            path.display()
        ),
        StoreError::NoChance => "系统没有提供随机数".to_owned(),
        StoreError::Unwritable(source) => format!("事件无法写出：{source}"),
    };
    language.of(chinese, with_causes(error))
}

fn of_archive(fault: &ArchiveFault, language: Language) -> String {
    let chinese = match fault {
        ArchiveFault::NotAnArchive { said } => format!("不是存档（{said}）"),
        ArchiveFault::TooLarge { most } => format!("解压后超过{most}字节"),
        ArchiveFault::Twice { name } => format!("{name} 在存档里有两个"),
        ArchiveFault::NoList => "存档里没有校验清单".to_owned(),
        ArchiveFault::Missing { name } => format!("缺少 {name}"),
        ArchiveFault::Changed { name } => format!("{name} 被改动"),
        ArchiveFault::NotListed { name } => format!("{name} 不在校验清单上"),
        ArchiveFault::NoSession => "存档里没有会议文件".to_owned(),
    };
    language.of(chinese, fault.to_string())
}

/// Returns what is wrong with a session file, and in which entry.
pub(crate) fn of_flaw(flaw: &Flaw, language: Language) -> String {
    let chinese = match flaw.seq {
        Some(seq) => format!("第{seq}条：{}", of_fault(&flaw.fault)),
        None => of_fault(&flaw.fault),
    };
    language.of(chinese, flaw.to_string())
}

fn of_fault(fault: &Fault) -> String {
    match fault {
        Fault::Pages { said } => format!("文件内部结构不完整（{said}）"),
        Fault::Schema { name } => format!("{name} 被其他程序改动"),
        Fault::Gap { expected } => format!("缺少第{expected}条"),
        Fault::Hash { .. } => "写入后被改动，指纹不符".to_owned(),
        Fault::Time { at } => format!("时间“{at}”无法识别"),
        Fault::TooLong { most } => format!("这一条超过{most}字节"),
        Fault::TooMany { most } => format!("超过{most}条"),
        Fault::TooSlow { seconds } => format!("读了{seconds}秒还没有读完，没有再读"),
        Fault::NotAsWritten => "不是本程序写下的样子：有一项写了两次，或多了空格".to_owned(),
        Fault::Event(unknown) => format!("事件无法识别（{unknown}）"),
        Fault::OutOfPlace(reason) => format!("不能接在前面的记录之后（{reason}）"),
        Fault::Unaskable(reason) => format!("没有任何操作能写下这一条（{reason}）"),
        Fault::PaperNotIssued { sha256 } => format!("文书 {sha256} 从未签发"),
        Fault::PaperMissing { paper } => format!("文件中没有第{paper}号文书"),
        Fault::PaperChanged { sha256 } => format!("文书 {sha256} 签发后被改动"),
    }
}

fn with_causes(error: &dyn Error) -> String {
    let mut said = error.to_string();
    let mut cause = error.source();
    while let Some(source) = cause {
        let reason = source.to_string();
        if !said.ends_with(&reason) {
            said.extend([": ", &reason]);
        }
        cause = source.source();
    }
    said
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_terminal_would_obey_is_shown() {
        assert_eq!(visible("青石镇 A·é"), "青石镇 A·é");
        assert_eq!(visible("\u{1b}[2J\n\u{9b}1m\u{202e}"), "\\u{1b}[2J\\u{a}\\u{9b}1m\\u{202e}");
        let json = "{\"name\":\"王\u{9b}芳\u{202e}\"}\n";
        assert_eq!(visible_json(json), "{\"name\":\"王\\u009b芳\\u202e\"}\n");
        let read = |json: &str| serde_json::from_str::<serde_json::Value>(json).unwrap();
        assert_eq!(read(&visible_json(json)), read(json));
    }
}
