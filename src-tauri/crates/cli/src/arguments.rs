//! What can be typed. The help is in both languages, because it is read before a language is
//! chosen.

use std::path::PathBuf;

use chrono::{DateTime, FixedOffset, NaiveDate};
use clap::{Args, Parser, Subcommand, ValueEnum};

use crate::language::Language;

/// 票决台，不开窗口 · Piaojue without a window.
#[derive(Debug, Parser)]
#[command(name = "piaojue-cli", version)]
pub(crate) struct Arguments {
    /// 输出语言（默认中文，或按 LANG） · language of what is said.
    #[arg(long, global = true, value_enum)]
    pub(crate) lang: Option<Language>,
    #[command(subcommand)]
    pub(crate) task: Task,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Task {
    /// 按计票文件重新计票，每个文件输出一行 JSON · count count files, one line of JSON each.
    Count(Count),
    /// 计票文件与 NIST SP 1500-103 投票记录互转，写到标准输出 · count file to NIST cast vote
    /// records and back, on standard output.
    Convert(Convert),
    /// 核验会议文件或存档：链条、事件、文书、重新计票 · verify a session file or an archive: chain,
    /// events, papers, every count again.
    Verify(Verify),
    /// 把会议文件的记录逐条输出，每条一行 JSON，供核票网页核对 · write a session's journal, one line of
    /// JSON an entry, for the recount page.
    Journal(Journal),
    /// 把已封存的会议做成存档，连同全部文书、计票文件和核对方法 · put a sealed session into an archive
    /// with all its papers, count files and how to check them.
    Seal(Seal),
    /// 从副本恢复会议文件 · put a copy in the place of a session file that is lost or damaged.
    Restore(Restore),
    /// 由上次会议的文件建立下次会议 · make the file of the next session from that of the last one, which is
    /// only read.
    Next(Next),
    /// 完整演示样例会议，留下会议文件、全部文书和计票文件 · run the whole sample session and leave
    /// everything it makes.
    Demo(Demo),
    /// 把会议文件复制成演练文件，供熟悉流程 · copy a session into a rehearsal, in which everything may be
    /// tried and nothing counts.
    Rehearse(Rehearse),
    /// 试读一份名单或项目表，输出将录入的各行和全部问题 · read a list as the window would, and print its
    /// rows and everything wrong with it.
    Table(Table),
    /// 从任意多个会议文件写出供数据库读取的表：CSV 和 Parquet · write plain typed tables for DuckDB or PostgreSQL
    /// from any number of session files, which are only read.
    Tables(Tables),
    /// 取出已印发的文书 · write an issued paper's PDF; without --paper, list what was issued.
    Print(Print),
}

#[derive(Debug, Args)]
pub(crate) struct Count {
    /// 计票文件；`-` 从标准输入逐行读取 · count files; `-` reads one a line from standard input.
    #[arg(required = true)]
    pub(crate) files: Vec<PathBuf>,
}

#[derive(Debug, Args)]
pub(crate) struct Convert {
    /// 转成什么 · what to make.
    #[arg(long, value_enum)]
    pub(crate) to: Format,
    /// 生成时间，默认现在 · when it was made, now if left out: 2026-01-16T10:30:00+08:00.
    #[arg(long, value_parser = moment)]
    pub(crate) at: Option<DateTime<FixedOffset>>,
    /// 文件；`-` 读取标准输入 · the file; `-` reads standard input.
    pub(crate) file: PathBuf,
}

fn moment(text: &str) -> Result<DateTime<FixedOffset>, String> {
    DateTime::parse_from_rfc3339(text).map_err(|error| error.to_string())
}

#[derive(Clone, Copy, Debug, ValueEnum)]
pub(crate) enum Format {
    /// 投票记录 · cast vote records.
    Cdf,
    /// 计票文件 · a count file.
    Count,
}

#[derive(Debug, Args)]
pub(crate) struct Verify {
    /// 会议文件，或存档 .zip · the session file, or an archive.
    pub(crate) session: PathBuf,
    /// 印在报告单上的指纹 · the fingerprint printed on a report, to be compared.
    #[arg(long, value_name = "HEX", value_parser = fingerprint)]
    pub(crate) fingerprint: Option<String>,
    /// 上次会议的文件，核对接续；可多次使用，由近及远。不写时在旁边找 · the file of the session before, to
    /// check the link; again for the ones before it. Looked for beside if left out.
    #[arg(long, value_name = "FILE")]
    pub(crate) after: Vec<PathBuf>,
}

#[derive(Debug, Args)]
pub(crate) struct Journal {
    /// 会议文件 · the session file.
    pub(crate) session: PathBuf,
}

#[derive(Debug, Args)]
pub(crate) struct Seal {
    /// 已封存的会议文件 · the file of a sealed session.
    pub(crate) session: PathBuf,
    /// 存为；不覆盖已有的文件 · the archive to write; never written over.
    #[arg(long)]
    pub(crate) out: PathBuf,
}

/// As printed, in groups or not.
fn fingerprint(text: &str) -> Result<String, String> {
    let figures: String =
        text.chars().filter(|c| !c.is_whitespace()).map(|c| c.to_ascii_lowercase()).collect();
    if figures.len() == 64 && figures.chars().all(|figure| figure.is_ascii_hexdigit()) {
        Ok(figures)
    } else {
        Err("指纹是64位十六进制数 · a fingerprint has 64 hexadecimal figures".to_owned())
    }
}

#[derive(Debug, Args)]
pub(crate) struct Restore {
    /// 副本 · the copy.
    pub(crate) copy: PathBuf,
    /// 会议文件的位置；原有的文件改名留存 · where the session file is to be; what lies there is kept
    /// under another name.
    #[arg(long)]
    pub(crate) to: PathBuf,
}

#[derive(Debug, Args)]
pub(crate) struct Next {
    /// 上次会议的文件，封存与否都可以，不会改动 · the file of the last session, sealed or not; never
    /// written.
    pub(crate) last: PathBuf,
    /// 存为；不覆盖已有的文件 · the session file to make; never written over.
    #[arg(long)]
    pub(crate) out: PathBuf,
    /// 会议日期，默认今天 · its day, today if left out: 2027-01-15.
    #[arg(long, value_name = "DAY")]
    pub(crate) held_on: Option<NaiveDate>,
    /// 第几届，默认同上次 · which congress; as before if left out.
    #[arg(long, value_name = "NUMBER")]
    pub(crate) congress: Option<u16>,
    /// 第几次会议，默认接上次 · which meeting of it; the one after the last if left out.
    #[arg(long, value_name = "NUMBER")]
    pub(crate) meeting: Option<u16>,
    /// 全体代表，默认同上次 · all deputies; as before if left out.
    #[arg(long, value_name = "NUMBER")]
    pub(crate) all_deputies: Option<u32>,
    /// 秘书，默认同上次 · the secretary; as before if left out.
    #[arg(long, value_name = "NAME")]
    pub(crate) secretary: Option<String>,
    /// 离任代表的编号，用逗号分开 · numbers of deputies who left: 3,17.
    #[arg(long, value_name = "NUMBERS", value_delimiter = ',')]
    pub(crate) left: Vec<u32>,
    /// 不建测评票 · without the ballot that evaluates last year's projects.
    #[arg(long)]
    pub(crate) no_evaluation: bool,
}

#[derive(Debug, Args)]
pub(crate) struct Demo {
    /// 存放目录 · the folder for everything that is made.
    #[arg(long)]
    pub(crate) out: PathBuf,
    /// 覆盖已有的样例会议文件 · write over the session file of an earlier run.
    #[arg(long)]
    pub(crate) force: bool,
}

#[derive(Debug, Args)]
pub(crate) struct Rehearse {
    /// 会议文件 · the session file.
    pub(crate) session: PathBuf,
    /// 存为；不覆盖已有的文件 · the file of the rehearsal; never written over.
    #[arg(long)]
    pub(crate) out: PathBuf,
}

#[derive(Debug, Args)]
pub(crate) struct Print {
    /// 会议文件 · the session file.
    pub(crate) session: PathBuf,
    /// 文书编号 · number of the paper.
    #[arg(long, requires = "out")]
    pub(crate) paper: Option<u32>,
    /// 存为 · the file to write; never written over.
    #[arg(long, requires = "paper")]
    pub(crate) out: Option<PathBuf>,
}

#[derive(Debug, Args)]
pub(crate) struct Table {
    /// 名单 · which list the file is to be.
    #[arg(value_enum)]
    pub(crate) list: ListName,
    /// 文件：xlsx、xls、ods、csv、txt；`-` 读取标准输入 · the file; `-` reads standard input.
    pub(crate) file: PathBuf,
    /// 工作表，默认第一张有表头的 · the sheet; the first with a heading if left out.
    #[arg(long)]
    pub(crate) sheet: Option<String>,
    /// 空格不随上一行填充 · leave cells empty that a cell above would fill.
    #[arg(long)]
    pub(crate) leave_empty: bool,
}

#[derive(Debug, Args)]
pub(crate) struct Tables {
    /// 会议文件，或放着会议文件的文件夹 · session files, or folders of them.
    #[arg(required = true)]
    pub(crate) files: Vec<PathBuf>,
    /// 存放各表的文件夹；先前的表由新的代替 · the folder for the tables; earlier ones are replaced once the
    /// new ones are whole.
    #[arg(long)]
    pub(crate) out: PathBuf,
}

/// A list by its name on the command line.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub(crate) enum ListName {
    /// 代表名册 · deputies.
    Deputies,
    /// 列席人员 · who attends without a vote.
    Observers,
    /// 工作人员 · tellers, scrutineers, secretary.
    Staff,
    /// 候选人 · candidates of an election.
    Candidates,
    /// 候选项目 · this year's projects.
    Projects,
    /// 上年项目 · last year's projects and what became of them.
    LastYear,
    /// 表决事项 · matters put to the vote.
    Motions,
    /// 议案和建议 · what deputies handed in.
    Proposals,
    /// 征集项目 · projects that were handed in.
    Collected,
    /// 履职活动 · what deputies did.
    Activities,
}
