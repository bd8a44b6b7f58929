//! 数据行: the rows below the heading, each told from what is none: sums, notes, headings again, and
//! the headings of delegations, which belong to the rows under them.

use super::fault::{Note, Skipped};
use super::grid::{Cell, Grid, Line};
use super::heading::{Block, Heading, folded};
use super::list::{Column, Kind, List};
use super::number::{counted_in_words, whole_number};

/// A row of the list before it is read: for each of our columns the cells of the file.
#[derive(Debug)]
pub(crate) struct Found<'g> {
    pub line: &'g Line,
    /// Which block of the heading it belongs to.
    pub block: usize,
    /// The delegation whose heading stands above it.
    pub group: Option<(u32, String)>,
}

/// Walks through the rows below the heading, block by block.
pub(crate) fn found<'g>(
    grid: &'g Grid,
    heading: &Heading,
    list: List,
    columns: &[Column],
    notes: &mut Vec<Note>,
) -> Vec<Found<'g>> {
    let mut rows = Vec::new();
    let titles: Vec<String> =
        grid.lines.iter().take(heading.first).map(|line| folded(&line.shown())).collect();
    for (index, block) in heading.blocks.iter().enumerate() {
        let mut group: Option<(u32, String)> = None;
        let in_figures = is_numbered_in_figures(grid, heading, block, columns);
        for (at, line) in grid.lines.iter().skip(heading.after).enumerate() {
            let of_block = Block::cells(block, line, heading.blocks.len() > 1);
            if of_block.is_empty() {
                continue;
            }
            let is_first = at == 0;
            let looked =
                Looked { line, cells: &of_block, block, columns, list, in_figures, is_first };
            match looked.skipped(heading, &titles, group.is_some()) {
                Some(row) => {
                    if row == Skipped::Group && list.is_of_people() {
                        group = Some((line.number, group_name(&looked.words())));
                    }
                    notes.push(Note::RowSkipped { line: line.number, row, text: line.shown() });
                }
                None => rows.push(Found { line, block: index, group: group.clone() }),
            }
        }
    }
    rows
}

/// Whether some row under the heading is numbered 1 rather than 一.
fn is_numbered_in_figures(
    grid: &Grid,
    heading: &Heading,
    block: &Block,
    columns: &[Column],
) -> bool {
    let numbered =
        columns.iter().zip(block).filter(|(column, _)| matches!(column.kind, Kind::Number(_)));
    let places: Vec<usize> =
        numbered.flat_map(|(_, parts)| parts).map(|part| part.column).collect();
    let mut cells = grid
        .lines
        .iter()
        .skip(heading.after)
        .flat_map(|line| places.iter().map(|column| line.cell(*column).shown()));
    cells.any(|shown| whole_number(&shown).is_some())
}

/// 一、第一代表团（12人） is 第一代表团.
pub(super) fn group_name(text: &str) -> String {
    let text = text.trim();
    let text = match text.split_once('、') {
        Some((mark, rest)) if mark.chars().all(is_counting) => rest,
        _ => text,
    };
    let text = match text.strip_prefix(['（', '(']).and_then(|rest| rest.split_once(['）', ')']))
    {
        Some((mark, rest)) if mark.chars().all(is_counting) => rest,
        _ => text,
    };
    let end = text
        .char_indices()
        .find(|(at, c)| matches!(c, '（' | '(') && text.get(*at..).is_some_and(counts_people));
    let bare = end.and_then(|(at, _)| text.get(..at)).unwrap_or(text);
    let bare = bare.trim_end_matches([':', '：', ' ', '\u{3000}']);
    let without_count = bare.trim_end_matches(|c: char| c.is_ascii_digit() || "人名共".contains(c));
    let counted = without_count.len() < bare.len() && bare.ends_with(['人', '名']);
    if counted { without_count.trim().to_owned() } else { bare.trim().to_owned() }
}

/// （12人）, (共12名).
pub(super) fn counts_people(bracket: &str) -> bool {
    bracket.chars().any(|c| c.is_ascii_digit() || is_counting(c))
        && bracket.contains(['人', '名', '位', '个'])
}

/// 58人, 男40女18, an amount.
fn is_figures(cell: &Cell) -> bool {
    match cell {
        Cell::Blank | Cell::Number(_) | Cell::NoValue(_) | Cell::Error(_) => true,
        Cell::Text(text) => {
            let mut text = text.chars();
            text.all(|c| c.is_ascii_digit() || " .,，、：:%人名项个户元万亿男女共其中".contains(c))
        }
        Cell::Day(_) => false,
    }
}

fn is_counting(c: char) -> bool {
    c.is_ascii_digit() || "一二三四五六七八九十百〇零".contains(c)
}

struct Looked<'l> {
    line: &'l Line,
    /// The filled cells of the block, each with its column.
    cells: &'l [(usize, &'l Cell)],
    block: &'l Block,
    columns: &'l [Column],
    list: List,
    /// Whether rows are numbered 1, so that 一 numbers a group.
    in_figures: bool,
    /// Whether it stands right under the heading.
    is_first: bool,
}

impl Looked<'_> {
    /// What it says but for its number.
    fn words(&self) -> String {
        let mut shown = self.cells.iter().map(|(_, cell)| cell.shown());
        shown.find(|text| counted_in_words(text).is_none()).unwrap_or_default().into_owned()
    }

    fn skipped(&self, heading: &Heading, titles: &[String], in_group: bool) -> Option<Skipped> {
        if self.repeats_heading(heading) || (self.is_first && self.numbers_columns()) {
            return Some(Skipped::Heading);
        }
        if titles.contains(&folded(&self.line.shown())) {
            return Some(Skipped::Title);
        }
        if self.is_total() {
            return Some(Skipped::Total);
        }
        if self.is_note() || self.is_drawn() {
            return Some(Skipped::Note);
        }
        if self.is_numbered_group() || self.is_group(in_group) {
            return Some(Skipped::Group);
        }
        self.is_lone_remark().then_some(Skipped::Note)
    }

    /// Most of its cells are the headings above them, or the second line of these.
    fn repeats_heading(&self, heading: &Heading) -> bool {
        let same = self.cells.iter().filter(|(column, cell)| {
            let text = folded(&cell.shown());
            heading.texts.get(*column).is_some_and(|head| {
                folded(&head.upper) == text
                    || head.under.as_deref().is_some_and(|under| folded(under) == text)
                    || heading.texts.iter().any(|other| {
                        !other.upper.is_empty()
                            && folded(&other.upper) == text
                            && other.under.is_some()
                    })
            })
        });
        let same = same.count();
        same > 0 && same * 2 > self.cells.len() && (same > 1 || heading.texts.len() < 3)
    }

    /// 甲 乙 1 2 3 under the heading, as in the forms of statistics.
    fn numbers_columns(&self) -> bool {
        const STEMS: &str = "甲乙丙丁戊己庚辛壬癸";
        const LETTERS: &str = "abcdefghijklmnopqrstuvwxyz";
        let places: Option<Vec<(u8, usize)>> = self
            .cells
            .iter()
            .map(|(_, cell)| {
                let text = folded(&cell.shown());
                let text = text.trim_matches(['(', ')']);
                let among = |all: &str| all.chars().position(|c| text == c.to_string());
                let number = whole_number(text).and_then(|it| usize::try_from(it).ok());
                let stem = among(STEMS).map(|at| (1, at + 1));
                number.map(|it| (0, it)).or(stem).or_else(|| among(LETTERS).map(|at| (2, at + 1)))
            })
            .collect();
        let Some(places) = places.filter(|it| it.len() > 2) else { return false };
        let goes_on = |pair: &[(u8, usize)]| {
            matches!(pair, [(of, at), (next_of, next)]
                if (of == next_of && *next == at + 1) || (*of > 0 && *next_of == 0 && *next == 1))
        };
        places.first().is_some_and(|(_, at)| *at == 1) && places.windows(2).all(goes_on)
    }

    /// A line drawn with dashes, as under the heading of a table in plain text.
    fn is_drawn(&self) -> bool {
        self.cells.iter().all(|(_, cell)| {
            let shown = cell.shown();
            shown.chars().count() > 1 && shown.chars().all(|c| ":-—─－＿_=".contains(c))
        })
    }

    /// 一 beside 交通类, where the rows of the group are numbered 1: its sum may stand there too.
    fn is_numbered_group(&self) -> bool {
        let [(_, number), (_, Cell::Text(words)), others @ ..] = self.cells else { return false };
        self.in_figures
            && counted_in_words(&number.shown()).is_some()
            && self.is_in_number()
            && whole_number(words).is_none()
            && others.iter().all(|(_, cell)| is_figures(cell))
    }

    /// 合计 where a number or a name should stand.
    fn is_total(&self) -> bool {
        const WORDS: [&str; 9] =
            ["合计", "小计", "总计", "共计", "累计", "总和", "总数", "汇总", "本页合计"];
        self.speaks_of_a_sum()
            || self.cells.iter().take(3).any(|(_, cell)| {
                let text = folded(&cell.shown());
                WORDS.iter().any(|word| {
                    text.strip_prefix(word).is_some_and(|rest| {
                        rest.chars().count() <= 12
                            && rest.chars().all(|c| {
                                c.is_ascii_digit()
                                    || is_counting(c)
                                    || "()人名项个户元万亿共计其中男女".contains(c)
                            })
                    })
                })
            })
    }

    /// 以上合计, 总人数, Total beside nothing but figures.
    fn speaks_of_a_sum(&self) -> bool {
        const WORDS: [&str; 7] = ["合计", "小计", "总计", "共计", "总人数", "总数", "total"];
        let Some(((_, first), others)) = self.cells.split_first() else { return false };
        let text = folded(&first.shown());
        let counts = text.strip_prefix('共').is_some_and(|rest| rest.starts_with(is_counting));
        whole_number(&first.shown()).is_none()
            && text.chars().count() <= 14
            && (counts || WORDS.iter().any(|word| text.contains(word)))
            && others.iter().all(|(_, cell)| is_figures(cell))
    }

    /// A date, a page, 以下空白: words alone where a number should stand.
    fn is_lone_remark(&self) -> bool {
        let [(_, cell)] = self.cells else { return false };
        self.is_in_number()
            && !matches!(cell, Cell::Number(_))
            && whole_number(&cell.shown()).is_none()
    }

    /// 注：…, 填报人：…: a sentence at the foot, in one cell or two.
    fn is_note(&self) -> bool {
        const WORDS: [&str; 17] = [
            "注",
            "备注",
            "说明",
            "附注",
            "填表说明",
            "填报说明",
            "填报人",
            "填表人",
            "制表人",
            "制表",
            "填报单位",
            "审核",
            "审核人",
            "联系人",
            "联系电话",
            "填报日期",
            "填表日期",
        ];
        let Some((_, first)) = self.cells.first() else { return false };
        if self.cells.len() > 4 || matches!(first, Cell::Number(_)) {
            return false;
        }
        let shown = first.shown();
        let text: String = shown.chars().filter(|c| !c.is_whitespace()).collect();
        let text = text.trim_start_matches(['（', '(', '*', '※', '【', '★']);
        WORDS.iter().any(|word| {
            text.strip_prefix(word).is_some_and(|rest| {
                let marked =
                    rest.starts_with(['：', ':', '.', '．', '、', '1', '１', '】', '）', '①']);
                marked || (self.cells.len() == 1 && rest.chars().count() > 6)
            })
        }) || (self.cells.len() == 1 && text.chars().count() > 40 && !self.is_in_needed_column())
            || text.starts_with('※')
    }

    /// One cell alone that heads the rows under it.
    fn is_group(&self, in_group: bool) -> bool {
        // 第一代表团 beside 12人 is as much of a heading as 第一代表团（12人）.
        let counts = |cell: &Cell| {
            matches!(cell, Cell::Text(text) if counts_people(text)) && is_figures(cell)
        };
        let said = self.cells.iter().filter(|(_, cell)| !counts(cell));
        let mut values: Vec<String> = said.map(|(_, cell)| folded(&cell.shown())).collect();
        values.dedup();
        let ([value], Some((_, cell))) = (values.as_slice(), self.cells.first()) else {
            return false;
        };
        if matches!(cell, Cell::Number(_)) || whole_number(&cell.shown()).is_some() {
            return false;
        }
        let shown = cell.shown();
        let counted = shown.split_once('、').is_some_and(|(mark, rest)| {
            !mark.is_empty() && mark.chars().all(is_counting) && !rest.is_empty()
        }) || shown.trim_start().starts_with(['（', '('])
            && shown.contains(['）', ')']);
        if self.list.is_of_people() {
            let names_group = ["代表团", "选区", "小组", "代表组", "团", "组"].iter().any(|word| {
                let bare = folded(&group_name(&shown));
                bare.ends_with(word) && bare.chars().count() > word.chars().count()
            });
            let is_delegations = self.is_in(Kind::Text);
            return names_group
                || counted
                || (in_group && !self.is_in_needed_column() && !is_delegations)
                || (shown.contains(['（', '(']) && counts_people(&shown));
        }
        counted || (!self.is_in_needed_column() && value.chars().count() > 1)
    }

    fn is_in_needed_column(&self) -> bool {
        self.is_in(Kind::Name)
            || self.columns.iter().zip(self.block).any(|(column, parts)| {
                column.need == super::list::Need::Cell
                    && column.kind == Kind::Text
                    && self.stands_in(parts)
            })
    }

    fn is_in_number(&self) -> bool {
        self.columns
            .iter()
            .zip(self.block)
            .any(|(column, parts)| matches!(column.kind, Kind::Number(_)) && self.stands_in(parts))
    }

    fn is_in(&self, kind: Kind) -> bool {
        let of_kind = self.columns.iter().zip(self.block).filter(|(column, _)| column.kind == kind);
        of_kind.into_iter().any(|(_, parts)| self.stands_in(parts))
    }

    fn stands_in(&self, parts: &[super::heading::Part]) -> bool {
        self.cells
            .first()
            .is_some_and(|(column, _)| parts.iter().any(|part| part.column == *column))
    }
}

/// The cells of a row that belong to a block of the heading.
trait OfBlock {
    fn cells<'l>(block: &Block, line: &'l Line, only_its_own: bool) -> Vec<(usize, &'l Cell)>;
}

impl OfBlock for Block {
    fn cells<'l>(block: &Block, line: &'l Line, only_its_own: bool) -> Vec<(usize, &'l Cell)> {
        let own = |column: usize| block.iter().flatten().any(|part| part.column == column);
        line.filled().filter(|(column, _)| !only_its_own || own(*column)).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::group_name;

    #[test]
    fn the_heading_of_a_delegation_is_its_name() {
        for (text, name) in [
            ("第一代表团（12人）", "第一代表团"),
            ("一、第一代表团", "第一代表团"),
            ("（一）青石代表团(共 9 名)", "青石代表团"),
            ("第二代表团：", "第二代表团"),
            ("第三代表团 12人", "第三代表团"),
            ("第一代表团（青石村、云岭村）", "第一代表团（青石村、云岭村）"),
            ("第一选区", "第一选区"),
        ] {
            assert_eq!(group_name(text), name);
        }
    }
}
