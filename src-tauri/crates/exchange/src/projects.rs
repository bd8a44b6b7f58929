//! 项目表: the tables of the projects through their life as a workbook, one sheet a table.

use chrono::NaiveDate;
use session::projects::{Project, Standing, State};
use session::written;
use session::{Session, number};

use crate::sheet::{Sheet, SheetCell, SheetColumn, SheetError, write_sheets};

/// Returns the tables of the projects: what was collected, supervision, plan, progress, changes, and
/// how far they are. A table nothing stands in is left out.
///
/// # Errors
/// [`SheetError`] where a text is longer than the 32,767 characters of a cell.
pub fn write_projects(session: &Session) -> Result<Vec<u8>, SheetError> {
    let all = session.standings();
    let chosen = session.chosen_projects();
    let sheets = [
        collected(session, &all),
        supervision(&chosen),
        plans(&chosen),
        progress(&chosen),
        changes(session, &chosen),
        completion(&chosen),
    ];
    let filled: Vec<Sheet> = sheets.into_iter().filter(|sheet| !sheet.rows.is_empty()).collect();
    write_sheets(&filled)
}

type Standings<'a> = [(&'a Project, Standing)];

fn sheet(title: &str, columns: &[(&str, u16)], rows: Vec<Vec<SheetCell>>) -> Sheet {
    let column = |(heading, width): &(&str, u16)| SheetColumn {
        heading: (*heading).to_owned(),
        width: *width,
    };
    Sheet { title: title.to_owned(), columns: columns.iter().map(column).collect(), rows }
}

fn text(text: impl Into<String>) -> SheetCell {
    let text = text.into();
    if text.is_empty() { SheetCell::Empty } else { SheetCell::Text(text) }
}

fn yuan(yuan: u32) -> SheetCell {
    if yuan == 0 { SheetCell::Empty } else { SheetCell::Yuan(yuan) }
}

fn day(day: NaiveDate) -> SheetCell {
    SheetCell::Text(written::day(day))
}

fn counted(things: usize) -> SheetCell {
    SheetCell::Number(number(things))
}

/// The two columns every table begins with.
fn named(project: &Project) -> Vec<SheetCell> {
    vec![SheetCell::Number(project.id().0), text(&project.facts().name)]
}

fn collected(session: &Session, all: &Standings<'_>) -> Sheet {
    let columns = [
        ("编号", 6),
        ("名称", 30),
        ("地点", 16),
        ("内容", 50),
        ("投资（万元）", 12),
        ("资金来源", 24),
        ("责任单位", 20),
        ("责任人", 12),
        ("完成时限", 16),
        ("提出人", 16),
        ("提出方式", 10),
        ("状态", 10),
        ("并入", 24),
        ("理由", 36),
    ];
    let row = |(project, standing): &(&Project, Standing)| {
        let (known, facts) = (project.facts(), &project.facts().project);
        let into = match project.state() {
            State::Merged { into } => session.projects().project(*into).ok(),
            State::Collected
            | State::Candidate
            | State::Kept
            | State::LeftOut
            | State::CarriedOver => None,
        };
        let told = project.screened().last().and_then(|screened| screened.reason.as_ref());
        let mut cells = named(project);
        cells.extend([
            text(&known.place),
            text(&facts.content),
            yuan(facts.investment),
            text(&facts.funding),
            text(&facts.unit),
            text(&facts.person),
            text(&facts.deadline),
            text(&project.proposer().by),
            text(project.proposer().way.words()),
            text(standing.words()),
            text(into.map_or("", |other| other.facts().name.as_str())),
            text(told.map_or("", |reason| reason.as_str())),
        ]);
        cells
    };
    sheet("项目一览", &columns, all.iter().map(row).collect())
}

fn supervision(chosen: &Standings<'_>) -> Sheet {
    let columns = [
        ("编号", 6),
        ("名称", 30),
        ("责任单位", 20),
        ("完成时限", 16),
        ("监督组长", 12),
        ("监督小组成员", 36),
        ("联系主席团成员", 16),
    ];
    let row = |(project, _): &(&Project, Standing)| {
        let supervision = project.course().supervision()?;
        let members = supervision.members.iter().map(|member| member.name.as_str());
        let contact = supervision.presidium.as_ref();
        let mut cells = named(project);
        cells.extend([
            text(&project.facts().project.unit),
            text(&project.facts().project.deadline),
            text(&supervision.head.name),
            text(members.collect::<Vec<_>>().join("、")),
            text(contact.map_or("", |member| member.name.as_str())),
        ]);
        Some(cells)
    };
    sheet("监督分工", &columns, chosen.iter().filter_map(row).collect())
}

fn plans(chosen: &Standings<'_>) -> Sheet {
    let columns = [
        ("编号", 6),
        ("名称", 30),
        ("日期", 16),
        ("达到（%）", 10),
        ("做到什么", 40),
        ("保障措施", 40),
    ];
    let rows = chosen.iter().flat_map(|(project, _)| {
        let plan = project.course().plan();
        plan.into_iter().flat_map(move |plan| {
            plan.steps.iter().map(move |step| {
                let mut cells = named(project);
                cells.extend([
                    day(step.by),
                    SheetCell::Number(step.percent),
                    text(&step.what),
                    text(&plan.safeguards),
                ]);
                cells
            })
        })
    });
    sheet("实施计划", &columns, rows.collect())
}

fn progress(chosen: &Standings<'_>) -> Sheet {
    let columns = [
        ("编号", 6),
        ("名称", 30),
        ("日期", 16),
        ("第几次调度", 10),
        ("进度（%）", 10),
        ("已支付（万元）", 14),
        ("现场情况", 40),
        ("存在问题", 36),
        ("整改责任人", 16),
        ("整改事项", 30),
        ("整改时限", 16),
    ];
    let rows = chosen.iter().flat_map(|(project, _)| {
        project.course().progress().iter().map(move |seen| {
            let (line, task) = (&seen.line, seen.line.task.as_ref());
            let mut cells = named(project);
            cells.extend([
                day(seen.on),
                seen.review.map_or(SheetCell::Empty, |review| SheetCell::Number(review.0)),
                SheetCell::Number(line.percent),
                yuan(line.paid),
                text(&line.seen),
                text(&line.problem),
                text(task.map_or("", |task| task.who.as_str())),
                text(task.map_or("", |task| task.what.as_str())),
                task.map_or(SheetCell::Empty, |task| day(task.by)),
            ]);
            cells
        })
    });
    sheet("调度台账", &columns, rows.collect())
}

fn changes(session: &Session, chosen: &Standings<'_>) -> Sheet {
    let columns =
        [("编号", 6), ("名称", 30), ("日期", 16), ("种类", 12), ("依据", 30), ("理由", 40)];
    let rows = chosen.iter().flat_map(|(project, _)| {
        project.course().changes().iter().map(move |changed| {
            let mut cells = named(project);
            cells.extend([
                day(changed.on),
                text(changed.change.words()),
                text(session.authority(&changed.by)),
                text(changed.reason.as_str()),
            ]);
            cells
        })
    });
    sheet("项目调整", &columns, rows.collect())
}

fn completion(chosen: &Standings<'_>) -> Sheet {
    let columns = [
        ("序号", 6),
        ("编号", 6),
        ("名称", 30),
        ("投资（万元）", 12),
        ("已支付（万元）", 14),
        ("责任单位", 20),
        ("完成时限", 16),
        ("进度（%）", 10),
        ("状态", 10),
        ("完成日期", 16),
        ("完成情况", 40),
        ("未完成原因", 36),
        ("下步措施", 36),
    ];
    let row = |(place, (project, standing)): (usize, &(&Project, Standing))| {
        let (course, facts) = (project.course(), &project.facts().project);
        let explained = course.explanations().last();
        let mut cells = vec![counted(place)];
        cells.extend(named(project));
        cells.extend([
            yuan(facts.investment),
            yuan(course.paid()),
            text(&facts.unit),
            text(&facts.deadline),
            SheetCell::Number(course.percent()),
            text(standing.words()),
            course.completion().map_or(SheetCell::Empty, |completion| day(completion.on)),
            text(course.completion().map_or("", |completion| completion.note.as_str())),
            text(explained.map_or("", |explained| explained.why.as_str())),
            text(explained.map_or("", |explained| explained.next.as_str())),
        ]);
        cells
    };
    sheet("完成情况", &columns, (1..).zip(chosen).map(row).collect())
}
