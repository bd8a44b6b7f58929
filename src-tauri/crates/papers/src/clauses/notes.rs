//! 填票说明: what a ballot says below its rows, and what the chair says while it is handed out.

use session::tally::{
    BlankRow, Cap, IllegibleRow, Kind, MultiMark, OverCap, SeatsRule, WriteInUnmarked, WriteIns,
};
use session::views::wording::{self, Blank, Called};

use crate::data::ballot::{BallotMark, BallotSection};

/// Returns the notes of a ballot, in order.
pub(crate) fn notes(sections: &[BallotSection]) -> Vec<String> {
    let Some(first) = sections.first() else { return Vec::new() };
    // Contests that differ in nothing but their seats are explained once.
    let once = sections.len() > 1 && sections.iter().all(|section| section.is_marked_like(first));
    let explained = if once { &sections[..1] } else { sections };
    let mut notes = Vec::new();
    for (index, section) in explained.iter().enumerate() {
        let part = Part { section, called: section.called(), once };
        let draws_as_the_first = index > 0 && section.draws_like(first);
        notes.extend(Some(part.drawing(index > 0)).filter(|_| !draws_as_the_first));
        if let Some(rule) = section.seats_rule() {
            notes.extend([Some(part.cap(rule)), part.write_ins(rule)].into_iter().flatten());
        }
        notes.extend([part.blank(), part.illegible()].into_iter().flatten());
    }
    notes.push(with_what(sections));
    notes
}

fn with_what(sections: &[BallotSection]) -> String {
    let rows_only = sections.iter().all(|section| section.illegible_row() == IllegibleRow::Row);
    let illegible = if rows_only { "，无法辨认的，该栏无效" } else { "" };
    format!(
        "请用黑色钢笔或者签字笔填写，符号清楚，画在栏内{illegible}；不得在票面上签名或者作其他记号。"
    )
}

/// One contest, as its notes speak of it.
struct Part<'a> {
    section: &'a BallotSection,
    called: Called<'a>,
    once: bool,
}

impl Part<'_> {
    /// What a note calls the contest: 本票, or its part of the ballot.
    fn name(&self) -> String {
        match &self.section.title {
            _ if self.once => "该部分".to_owned(),
            Some(title) => format!("“{title}”部分"),
            None => "本票".to_owned(),
        }
    }

    /// The same at the head of a note that would not be clear without it.
    fn at_the_head(&self, mark: &str) -> String {
        match &self.section.title {
            Some(_) if !self.once => self.name() + mark,
            Some(_) | None => String::new(),
        }
    }

    fn row(&self) -> &'static str {
        match self.section.kind {
            _ if self.section.has_a_column_each() => "该项",
            Kind::Motion(_) | Kind::Evaluation(_) => "该项",
            Kind::Selection(_) | Kind::Election(_) => "该栏",
        }
    }

    fn drawing(&self, is_named: bool) -> String {
        let of = if is_named { self.name() + "，" } else { String::new() };
        let how = if self.section.has_a_column_each() {
            self.in_a_column_each()
        } else {
            self.in_one_column()
        };
        of + &how
    }

    fn in_a_column_each(&self) -> String {
        let marks = &self.section.marks;
        let blank = self.section.blank();
        let drawn = if let Some(symbol) = one_symbol(marks) {
            format!("在{}栏内画“{symbol}”", either(marks))
        } else {
            let one = |BallotMark { symbol, meaning, .. }: &BallotMark| {
                format!("{meaning}的，在“{meaning}”栏内画“{symbol}”")
            };
            marks.iter().map(one).collect::<Vec<_>>().join("；")
        };
        let several = match self.section.multi_mark() {
            Some(MultiMark::Void) => format!("；选两栏以上的，{}无效", self.row()),
            Some(MultiMark::Abstain) => {
                format!("；选两栏以上的，视为{}", wording::abstention(blank.abstention))
            }
            None => String::new(),
        };
        let (each, none) = (self.called.each(), blank.said_of_row(self.row()));
        format!("{each}只选一栏，{drawn}{several}；都不画的，{none}。")
    }

    fn in_one_column(&self) -> String {
        let marks = &self.section.marks;
        let drawn: Vec<String> = marks
            .iter()
            .enumerate()
            .map(|(index, BallotMark { symbol, meaning, .. })| {
                let place = if index == 0 {
                    format!("在该{}的“符号”栏内", self.called.noun)
                } else {
                    String::new()
                };
                format!("{meaning}的，{place}画“{symbol}”")
            })
            .collect();
        let (drawn, blank) = (drawn.join("；"), self.section.blank());
        if blank.row == BlankRow::Abstain && !marks.iter().any(|mark| mark.abstains) {
            let abstention = wording::abstention(blank.abstention);
            format!("{drawn}；{abstention}的，不画任何符号。")
        } else {
            format!("{drawn}。不画任何符号的，{}。", blank.said_of_row(self.row()))
        }
    }

    fn cap(&self, rule: &SeatsRule) -> String {
        let Called { noun, measure, .. } = self.called;
        let seats =
            if self.once { "应选名额".to_owned() } else { format!("{}{measure}", rule.seats) };
        let part = self.name();
        let void = match rule.over_cap {
            OverCap::Flag => "由总监票人认定".to_owned(),
            OverCap::Sheet if self.section.title.is_some() => "整张票无效".to_owned(),
            OverCap::Sheet | OverCap::Section => format!("{part}无效"),
        };
        let written = match rule.write_ins {
            WriteIns::None => "",
            WriteIns::NeedsAgainst | WriteIns::Allowed => "和另选的人",
        };
        match rule.cap {
            Cap::AtMost => format!(
                "赞成的{noun}{written}等于或者少于{seats}的，{part}有效；多于{seats}的，{void}。"
            ),
            Cap::Exactly => format!(
                "赞成的{noun}{written}等于{seats}的，{part}有效；多于或者少于{seats}的，{void}。"
            ),
            Cap::None => {
                let of = self.at_the_head("");
                format!("{of}赞成的{noun}{written}数不限，按得赞成票多少确定{seats}。")
            }
        }
    }

    fn write_ins(&self, rule: &SeatsRule) -> Option<String> {
        let of = self.at_the_head("，");
        let (who, limit) = match rule.write_ins {
            WriteIns::None => {
                let election = matches!(self.section.kind, Kind::Election(_));
                return election.then(|| format!("{of}不得另选他人。"));
            }
            WriteIns::NeedsAgainst => {
                ("反对", "；另选的人数不得多于反对的候选人数，多于的，另选无效")
            }
            WriteIns::Allowed => ("反对或者弃权", ""),
        };
        let unmarked = match rule.write_in_unmarked {
            WriteInUnmarked::For => "不画符号的也视为赞成".to_owned(),
            WriteInUnmarked::Void => {
                format!("并在{}，不画的，另选无效", self.approving())
            }
        };
        let deputies = if self.section.write_in_deputies_only {
            "；另选的人应当是本级人民代表大会代表"
        } else {
            ""
        };
        Some(format!(
            "{of}{who}候选人的，可以另选他人：在“另选他人”栏内写上姓名，{unmarked}{limit}{deputies}。"
        ))
    }

    /// Where and how 赞成 is drawn.
    fn approving(&self) -> String {
        let approve = self.section.marks.iter().find(|mark| mark.approves);
        let (symbol, meaning) =
            approve.map_or(("", ""), |mark| (mark.symbol.as_str(), mark.meaning.as_str()));
        let column = if self.section.has_a_column_each() { meaning } else { "符号" };
        format!("“{column}”栏内画“{symbol}”")
    }

    /// Where nothing drawn is an abstention, a blank ballot abstains throughout: that need not be
    /// said again.
    fn blank(&self) -> Option<String> {
        let blank = self.section.blank();
        let of = if self.once { "每部分".to_owned() } else { self.at_the_head("") };
        let said = || format!("{of}全部不画符号的，{}。", blank.said_of_section(&self.name()));
        (!blank.section_goes_without_saying()).then(said)
    }

    fn illegible(&self) -> Option<String> {
        match self.section.illegible_row() {
            IllegibleRow::Row => None,
            IllegibleRow::Section => {
                let of = self.at_the_head("");
                Some(format!("{of}有符号无法辨认的，{}无效。", self.name()))
            }
        }
    }
}

/// Returns the symbol that several marks share; they are told apart by their columns then.
pub(crate) fn one_symbol(marks: &[BallotMark]) -> Option<&str> {
    let [first, others @ ..] = marks else { return None };
    let shared = !others.is_empty() && others.iter().all(|mark| mark.symbol == first.symbol);
    shared.then_some(first.symbol.as_str())
}

/// “满意”、“基本满意”或者“不满意”.
fn either(marks: &[BallotMark]) -> String {
    let quoted: Vec<String> =
        marks.iter().map(|BallotMark { meaning, .. }| format!("“{meaning}”")).collect();
    match quoted.as_slice() {
        [others @ .., last] if !others.is_empty() => format!("{}或者{last}", others.join("、")),
        _ => quoted.concat(),
    }
}

/// Returns what the chair says of how to mark a contest, in one paragraph.
pub(crate) fn spoken(kind: &Kind, options: usize, marks: &[BallotMark], blank: Blank) -> String {
    let seats = match kind {
        Kind::Selection(rule) | Kind::Election(rule) => Some(rule),
        Kind::Evaluation(_) | Kind::Motion(_) => None,
    };
    let Called { measure, .. } = wording::called(kind);
    let stand = seats.map_or_else(String::new, |rule| {
        // Before there are candidates only the places are known.
        let stand = match options {
            0 => String::new(),
            options => format!("{}{options}{measure}，", candidates(kind)),
        };
        format!("{stand}应选{}{measure}。", rule.seats)
    });
    let drawn = drawn(marks);
    let cap = seats.map_or_else(String::new, |rule| spoken_cap(rule, measure));
    format!("{stand}{drawn}不画符号的，{}。{cap}", blank.said_of_row("该栏"))
}

/// 赞成的，画“○”；反对的，画“×”； or where one symbol stands for all of them, in which column.
pub(crate) fn drawn(marks: &[BallotMark]) -> String {
    if let Some(symbol) = one_symbol(marks) {
        return format!("只选一栏，在{}栏内画“{symbol}”；", either(marks));
    }
    let one =
        |BallotMark { symbol, meaning, .. }: &BallotMark| format!("{meaning}的，画“{symbol}”；");
    marks.iter().map(one).collect::<Vec<_>>().concat()
}

/// 候选项目, 候选人: what stands on the ballot.
pub(crate) fn candidates(kind: &Kind) -> String {
    let noun = wording::called(kind).noun;
    match kind {
        Kind::Election(_) => noun.to_owned(),
        Kind::Selection(_) | Kind::Evaluation(_) | Kind::Motion(_) => format!("候选{noun}"),
    }
}

fn spoken_cap(rule: &SeatsRule, measure: &str) -> String {
    let seats = rule.seats;
    let more = match rule.over_cap {
        OverCap::Flag => "由总监票人认定",
        OverCap::Section | OverCap::Sheet => "无效",
    };
    match rule.cap {
        Cap::AtMost => {
            format!("赞成的等于或者少于{seats}{measure}有效，多于{seats}{measure}{more}。")
        }
        Cap::Exactly => format!("赞成的应当正好{seats}{measure}。"),
        Cap::None => String::new(),
    }
}
