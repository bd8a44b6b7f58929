//! What the demo made, as a table.

use std::path::PathBuf;

use session::Session;
use session::floor::meeting::Meeting;
use session::round::Round;
use session::round::result::{Outcome, ResultLine, ResultTable, tables};
use store::Record;
use tally::{Control, quorum_needed};

use super::certified;
use crate::language::Language;

/// Returns the whole summary.
pub(crate) fn of(record: &Record, written: &[PathBuf], language: Language) -> String {
    let session = record.session();
    let mut lines = vec![session.meeting().map(Meeting::title).unwrap_or_default()];
    for round in certified(session) {
        lines.push(numbers(round, language));
        for table in tables(round) {
            lines.extend(result(&table, language));
        }
    }
    lines.extend(goes_on(session, language));
    let head = record.head().map(ToString::to_string).unwrap_or_default();
    let entries = session.seq();
    lines.push(String::new());
    lines.push(language.of(
        format!("记录{entries}条，指纹 {head}"),
        format!("{entries} entries, fingerprint {head}"),
    ));
    lines.extend(written.iter().map(|path| format!("  {}", path.display())));
    lines.join("\n") + "\n"
}

/// What a session that goes on from another has of it.
fn goes_on(session: &Session, language: Language) -> Option<String> {
    let last = session.last()?;
    let evaluated = session.ballots().iter().flat_map(|ballot| &ballot.contests);
    let rows: usize = evaluated.map(|entry| entry.contest.options.len()).sum();
    let projects = session.projects().list();
    let carried = projects.iter().filter(|project| project.carried().is_some()).count();
    let (kept, proposals) = (projects.len().saturating_sub(carried), session.proposals().len());
    let (title, entries) = (&last.title, last.entries);
    Some(language.of(
        format!("接续 {title} 第{entries}条 · 测评票{rows}项 · 结转项目{carried}个、议案建议{proposals}件 · 储备项目{kept}个"),
        format!("goes on from {title}, entry {entries} · {rows} projects to evaluate · {carried} projects and {proposals} proposals go over, {kept} projects kept"),
    ))
}

fn numbers(round: &Round, language: Language) -> String {
    let Control { all_deputies, present, printed, issued, spoiled, returned } = round.control();
    let quorum = quorum_needed(all_deputies);
    language.of(
        format!("全体代表{all_deputies} 实到{present} 法定{quorum} · 印制{printed} 发出{issued} 换票{spoiled} 收回{returned}"),
        format!("deputies {all_deputies}, present {present}, quorum {quorum} · printed {printed}, issued {issued}, spoiled {spoiled}, returned {returned}"),
    )
}

fn result(table: &ResultTable, language: Language) -> Vec<String> {
    let ResultTable { title, valid, void, .. } = table;
    let needed = table.needed.map(|needed| needed.to_string()).unwrap_or_default();
    let head = language.of(
        format!("{title} · 有效{valid} 无效{void} 过半数{needed}"),
        format!("{title} · valid {valid}, void {void}, majority {needed}"),
    );
    let columns = language
        .of(["序号", "赞成", "反对", "弃权", "无效"], ["no", "for", "against", "abstain", "void"]);
    let header = format!("{} {}", columns.map(|column| right(column, 7)).concat(), "");
    let rows = table.by_approvals().into_iter().map(|line| row(line, language));
    [String::new(), head, header.trim_end().to_owned()].into_iter().chain(rows).collect()
}

fn row(line: &ResultLine, language: Language) -> String {
    let number = line.no.map(|number| number.to_string()).unwrap_or_default();
    let cells = [
        number,
        line.for_.to_string(),
        line.against.to_string(),
        line.abstain.to_string(),
        line.void.to_string(),
    ];
    format!(
        "{}  {}  {}",
        cells.map(|cell| right(&cell, 7)).concat(),
        sign(line.outcome, language),
        line.name
    )
}

fn sign(outcome: Outcome, language: Language) -> &'static str {
    match outcome {
        Outcome::Chosen => language.of("通  过", "chosen  "),
        Outcome::Tied => language.of("同  票", "tied    "),
        Outcome::SeatsFull => language.of("额  满", "no place"),
        Outcome::BelowThreshold => language.of("未过半", "below   "),
        Outcome::Graded => language.of("已测评", "graded  "),
    }
}

/// Sets a text flush right; a Chinese character takes two columns of a terminal.
fn right(text: &str, columns: usize) -> String {
    let taken: usize = text.chars().map(|c| if c >= '\u{2e80}' { 2 } else { 1 }).sum();
    format!("{}{text}", " ".repeat(columns.saturating_sub(taken)))
}
