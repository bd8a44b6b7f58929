//! 办法: the clauses of the rules of a vote. A function a clause, in the order of the paper.

use std::collections::BTreeSet;

use session::ballot::{Ballot, BallotContest, HallCounting};
use session::floor::meeting::{Meeting, chinese_number};
use session::paper::{RulesTerms, motion_named};
use session::tally::{
    Cap, IllegibleRow, Kind, MultiMark, OverCap, SeatsRule, ValidIf, WriteInUnmarked, WriteIns,
};
use session::views::wording::{self, Blank, Called};

use super::Source::{self, DeputiesLaw, ElectoralLaw, House, OrganicLaw, Practice};
use super::notes;
use crate::data::ballot::BallotMark;
use crate::data::rules::{Clause, Clauses};
use crate::of_session::words;

/// How many people count, as the roster has them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Staff {
    /// 总监票人.
    pub(crate) chief_scrutineers: usize,
    /// 副总监票人.
    pub(crate) deputies: usize,
    /// 监票人.
    pub(crate) scrutineers: usize,
    /// 总计票人.
    pub(crate) chief_tellers: usize,
    /// 计票人.
    pub(crate) tellers: usize,
}

/// Ballots whose rules are written.
pub(super) struct Vote<'a> {
    pub(super) meeting: &'a Meeting,
    pub(super) ballots: &'a [&'a Ballot],
    /// 约定, for rules that have any.
    pub(super) terms: Option<RulesTerms>,
    /// One paper of rules for all ballots of its kind: it names nobody who stands on them.
    pub(super) together: bool,
    /// 票决, 选举, 测评 or 表决.
    pub(super) word: &'static str,
    /// 票决票, 选票, 测评票 or 表决票.
    pub(super) paper: &'static str,
}

/// Returns the clauses of the rules of a ballot.
pub(crate) fn clauses(
    meeting: &Meeting,
    staff: Staff,
    terms: Option<RulesTerms>,
    ballot: &Ballot,
) -> Clauses {
    let (word, paper) = words::of_ballot(ballot);
    let vote = Vote { meeting, ballots: &[ballot], terms, together: false, word, paper };
    let parts = vote.parts();
    let opening =
        std::iter::once(vote.basis()).chain(parts.iter().map(|part| part.question(meeting)));
    Clauses {
        opening: opening.collect(),
        nomination: vote.nomination(),
        conduct: vote.conduct(staff),
        marking: parts.iter().flat_map(Part::marking).collect(),
        counting: vote.counting(),
        outcome: parts.iter().flat_map(|part| part.outcome(meeting)).collect(),
        closing: vote.closing(),
    }
}

pub(super) fn clause(law: Source, text: String) -> Clause {
    Clause { text, law }
}

impl Vote<'_> {
    /// The questions of all ballots, in their order.
    pub(super) fn parts(&self) -> Vec<Part<'_>> {
        let margin = self.terms.as_ref().and_then(|terms| terms.margin);
        let mut parts = Vec::new();
        for ballot in self.ballots {
            parts.extend(ballot.contests.iter().map(|entry| Part {
                entry,
                called: wording::called_in(entry),
                paper: self.paper,
                is_only: ballot.contests.len() == 1,
                together: self.together,
                margin,
            }));
        }
        parts
    }

    fn asks(&self, kind: fn(&Kind) -> bool) -> bool {
        let mut entries = self.ballots.iter().flat_map(|ballot| &ballot.contests);
        entries.any(|entry| kind(&entry.contest.kind))
    }

    pub(super) fn elects(&self) -> bool {
        self.asks(|kind| matches!(kind, Kind::Election(_)))
    }

    pub(super) fn basis(&self) -> Clause {
        let township = words::township(self.meeting);
        clause(
            OrganicLaw(28),
            format!(
                "根据《中华人民共和国地方各级人民代表大会和地方各级人民政府组织法》和有关规定，结合本{township}实际，制定本办法。"
            ),
        )
    }

    /// Who must be there, who votes, the ballots, those who count.
    pub(super) fn conduct(&self, staff: Staff) -> Vec<Clause> {
        let booth = self.booth();
        let quorums = self.of_every(|ballot| self.quorum(ballot));
        let rest = [Some(self.voters()), Some(self.ballots()), booth, Some(self.staff(staff))];
        quorums.into_iter().chain(rest.into_iter().flatten()).collect()
    }

    /// When the vote is valid, and how it is counted.
    pub(super) fn counting(&self) -> Vec<Clause> {
        let validity = self.of_every(|ballot| self.validity(ballot));
        validity.into_iter().chain(self.of_every(|ballot| self.bundles(ballot))).collect()
    }

    fn quorum(&self, ballot: &Ballot) -> Clause {
        let Self { meeting, word, .. } = self;
        let part = wording::part(ballot.quorum);
        let (all, quorum) = (meeting.all_deputies, ballot.quorum_of(meeting.all_deputies));
        clause(
            OrganicLaw(14),
            format!(
                "{word}在大会主席团主持下进行。会议有全体代表的{part}以上出席，始得进行{word}。本届代表共{all}名，出席代表达到{quorum}名的，方可{word}。投票前应当清点并报告到会人数。"
            ),
        )
    }

    fn voters(&self) -> Clause {
        let Self { word, paper, .. } = self;
        let each = if self.ballots.len() > 1 { "每人每种一张" } else { "每人一张" };
        clause(
            OrganicLaw(28),
            format!(
                "参加{word}的代表{each}{paper}，由本人填写和投票；未出席会议的代表不得委托他人代为投票。列席人员不参加{word}。"
            ),
        )
    }

    fn ballots(&self) -> Clause {
        let paper = self.paper;
        let (colour, orders) = (self.colours(), self.orders());
        clause(Practice, format!("{paper}统一印制{colour}，加盖主席团印章，不编号。{orders}"))
    }

    fn staff(&self, staff: Staff) -> Clause {
        let Staff { chief_scrutineers, deputies, scrutineers, chief_tellers, tellers } = staff;
        let (chief, scrutineers) = (at_least(chief_scrutineers, 1), at_least(scrutineers, 1));
        let tellers = if chief_tellers > 0 { tellers } else { at_least(tellers, 2) };
        let led = |title: &str, found: usize| match found {
            0 => String::new(),
            found => format!("{title}{found}名、"),
        };
        let (deputy, head) = (led("副总监票人", deputies), led("总计票人", chief_tellers));
        let voted = self.terms.as_ref().is_some_and(|terms| terms.tellers_voted);
        let how = if voted {
            "由主席团提名，会议表决通过"
        } else {
            "由大会秘书处指定"
        };
        let (candidates, relatives) = if self.elects() {
            ("不是候选人的", "候选人及其近亲属不得担任总监票人、监票人、计票人。")
        } else {
            ("", "")
        };
        clause(
            ElectoralLaw(43),
            format!(
                "大会设总监票人{chief}名、{deputy}监票人{scrutineers}名，由主席团在{candidates}代表中提名，会议表决通过；设{head}计票人{tellers}名，{how}。总监票人、监票人在主席团领导下对发票、投票、计票进行监督，计票人在其监督下办理计票。{relatives}"
            ),
        )
    }

    fn validity(&self, ballot: &Ballot) -> Clause {
        let paper = self.paper;
        let valid = match ballot.valid_if {
            ValidIf::ReturnedAtMostIssued => {
                "收回的票数等于或者少于发出的票数，投票有效；多于发出的票数，投票无效，应当重新投票。"
            }
            ValidIf::ReturnedAtMostPresent => {
                "收回的票数等于或者少于实到代表人数，投票有效；多于实到代表人数，投票无效，应当重新投票。"
            }
            ValidIf::ReturnedEqualsIssued => {
                "收回的票数等于发出的票数，投票有效；不等于发出的票数，投票无效，应当重新投票。"
            }
        };
        clause(
            ElectoralLaw(44),
            format!("投票结束后，由监票人当众开箱，清点{paper}，报告发出和收回的票数。{valid}"),
        )
    }

    fn bundles(&self, ballot: &Ballot) -> Clause {
        let (paper, size) = (self.paper, ballot.bundle_size);
        let hall = match ballot.hall {
            HallCounting::Live => "计票期间，会场大屏幕实时显示已经核对一致的得票数。",
            HallCounting::Progress => "计票期间，会场大屏幕只显示计票进度，不显示得票数。",
            HallCounting::Nothing => "计票期间，会场大屏幕不显示计票情况，结果宣布后再行公布。",
        };
        clause(
            House,
            format!(
                "计票时{paper}每{size}张为一捆。使用计算机计票的，由两名计票人分别录入，录入不一致的，由监票人核对原票确定；计算机不能使用的，改为手工计票。{hall}"
            ),
        )
    }

    pub(super) fn closing(&self) -> Vec<Clause> {
        let reasons: BTreeSet<String> =
            self.ballots.iter().filter_map(|ballot| words::departure(ballot)).collect();
        let departure = reasons.into_iter().map(|reason| {
            clause(House, format!("本办法的规定与法律的一般规定不同，理由：{reason}"))
        });
        let kept = format!("{}由监票人当场密封，交由大会秘书处保存。", self.paper);
        let in_force = "本办法经本次会议表决通过后施行。".to_owned();
        departure
            .into_iter()
            .chain([self.announcement(), clause(Practice, kept), clause(Practice, in_force)])
            .collect()
    }

    fn announcement(&self) -> Clause {
        let word = self.word;
        let published = "由大会主席团予以公告，并报上级人民代表大会常务委员会备案。";
        let published = if self.asks(|kind| matches!(kind, Kind::Selection(_))) {
            format!("通过的项目{published}")
        } else if self.elects() {
            format!("当选人员{published}")
        } else {
            String::new()
        };
        clause(
            Practice,
            format!(
                "计票完毕，由总监票人向大会报告计票结果，主持人当场宣布{word}结果。{published}"
            ),
        )
    }
}

fn at_least(found: usize, least: usize) -> usize {
    if found == 0 { least } else { found }
}

/// One question of the ballot.
pub(super) struct Part<'a> {
    pub(super) entry: &'a BallotContest,
    pub(super) called: Called<'a>,
    pub(super) paper: &'static str,
    /// Nothing else stands on its ballot.
    is_only: bool,
    /// It is one of all questions of one paper of rules, which says once what all have alike.
    pub(super) together: bool,
    /// 差额 agreed on for projects.
    margin: Option<u32>,
}

impl Part<'_> {
    /// A clause of one question names it where the ballot carries several.
    pub(super) fn clause(&self, law: Source, text: &str) -> Clause {
        let of = if self.is_only || self.together {
            String::new()
        } else {
            format!("{}部分：", self.entry.contest.title)
        };
        clause(law, of + text)
    }

    /// What is void: the sheet, or this question on it.
    fn sheet(&self) -> String {
        if self.is_only {
            format!("该张{}", self.paper)
        } else {
            format!("{}的该部分", self.paper)
        }
    }

    fn row(&self) -> String {
        format!("该{}栏", self.called.noun)
    }

    pub(super) fn abstention(&self) -> &'static str {
        wording::abstention(self.entry.abstention())
    }

    /// Who or what stands on the ballot is not said: it is not known yet, or not of the rules.
    pub(super) fn is_before_candidates(&self) -> bool {
        self.together || self.entry.contest.options.is_empty()
    }

    pub(super) fn question(&self, meeting: &Meeting) -> Clause {
        if self.is_before_candidates() {
            return self.question_before(meeting, self.margin);
        }
        let contest = &self.entry.contest;
        let (title, count) = (&contest.title, contest.options.len());
        let Called { noun, measure, .. } = self.called;
        match &contest.kind {
            Kind::Selection(rule) => {
                let more = self
                    .margin(rule)
                    .map(|more| format!("，实行差额票决，差额{more}{measure}"))
                    .unwrap_or_default();
                let seats = rule.seats;
                clause(
                    Practice,
                    format!(
                        "本次会议以无记名投票方式进行{title}。候选{noun}{count}{measure}，应选{seats}{measure}{more}。"
                    ),
                )
            }
            Kind::Election(rule) => self.posts(rule, meeting),
            Kind::Evaluation(rule) => {
                let grades = quoted(&rule.grades, "、");
                let number = chinese_number(u16::try_from(rule.grades.len()).unwrap_or(u16::MAX));
                let each = format!("每{measure}分为");
                clause(
                    Practice,
                    format!(
                        "本次会议以无记名投票方式进行{title}。{noun}{count}{measure}，{each}{grades}{number}个等次。"
                    ),
                )
            }
            Kind::Motion(_) => {
                let motion = motion_named(self.entry);
                clause(OrganicLaw(25), format!("本次会议以无记名投票方式，对“{motion}”进行表决。"))
            }
        }
    }

    fn posts(&self, rule: &SeatsRule, meeting: &Meeting) -> Clause {
        let election = self.entry.election.as_ref();
        let (law, verb) = if election.is_some_and(|election| election.by_election) {
            (OrganicLaw(30), "补选")
        } else {
            (OrganicLaw(27), "选举")
        };
        let way = self
            .margin(rule)
            .map_or_else(|| "等额选举".to_owned(), |more| format!("差额选举，差额{more}名"));
        let post = words::post(meeting, self.entry).short;
        let (seats, count) = (rule.seats, self.entry.contest.options.len());
        clause(
            law,
            format!("本次会议以无记名投票方式{verb}{post}{seats}名。候选人{count}名，实行{way}。"),
        )
    }

    /// 差额: by how many there are more than places.
    fn margin(&self, rule: &SeatsRule) -> Option<usize> {
        let seats = usize::try_from(rule.seats.get()).unwrap_or(0);
        self.entry.contest.options.len().checked_sub(seats).filter(|more| *more > 0)
    }

    pub(super) fn order(&self) -> String {
        let order = words::order(self.entry);
        if order.is_empty() {
            return String::new();
        }
        let named = self.is_only || self.together;
        let of = if named { String::new() } else { format!("{}的", self.entry.contest.title) };
        format!("{of}{}{order}排列。", self.called.noun)
    }

    /// How it is marked, and what the marks of a sheet mean.
    pub(super) fn marking(&self) -> Vec<Clause> {
        let blank = Blank::of(self.entry);
        let section = blank.said_of_section(&self.sheet());
        let section = self.clause(Practice, &format!("全部栏目均未画符号的，{section}。"));
        let mut clauses = vec![self.marks(blank), section];
        match &self.entry.contest.kind {
            Kind::Selection(rule) => {
                clauses.extend([self.cap(rule), self.illegible(rule.illegible_row)]);
            }
            Kind::Election(rule) => clauses.extend([
                self.cap(rule),
                self.write_ins(rule),
                self.illegible(rule.illegible_row),
            ]),
            Kind::Evaluation(rule) => clauses
                .extend([self.several_grades(rule.multi_mark), self.illegible(rule.illegible_row)]),
            Kind::Motion(rule) => clauses.push(self.illegible(rule.illegible_row)),
        }
        clauses
    }

    fn marks(&self, blank: Blank) -> Clause {
        let row = blank.said_of_row(&self.row());
        let marks = words::marks(self.entry);
        let each = self.called.each();
        if matches!(self.entry.contest.kind, Kind::Evaluation(_)) {
            let drawn = graded(&marks);
            let text = format!("代表对{each}只能选择一个等次，{drawn}不画任何符号的，{row}。");
            return self.clause(Practice, &text);
        }
        let drawn = notes::drawn(&marks);
        let text =
            format!("代表对{each}可以表示赞成、反对或者弃权。{drawn}不画任何符号的，{row}。");
        self.clause(OrganicLaw(28), &text)
    }

    fn cap(&self, rule: &SeatsRule) -> Clause {
        let Called { noun, measure, .. } = self.called;
        let paper = self.paper;
        let seats = if self.together {
            "应选名额".to_owned()
        } else {
            format!("{}{measure}", rule.seats)
        };
        let more = match rule.over_cap {
            OverCap::Flag => "由总监票人认定".to_owned(),
            OverCap::Sheet => format!("整张{paper}无效"),
            OverCap::Section => format!("{}无效", self.sheet()),
        };
        let written = with_write_ins(rule);
        let text = match rule.cap {
            Cap::AtMost => format!(
                "每张{paper}赞成的{noun}{written}等于或者少于{seats}的有效；多于{seats}的，{more}。"
            ),
            Cap::Exactly => format!(
                "每张{paper}赞成的{noun}{written}应当等于{seats}；多于或者少于{seats}的，{more}。"
            ),
            Cap::None => format!("每张{paper}赞成的{noun}数不限。"),
        };
        self.clause(ElectoralLaw(44), &text)
    }

    fn write_ins(&self, rule: &SeatsRule) -> Clause {
        let who = match rule.write_ins {
            WriteIns::None => {
                let text = format!("本次投票只就{}所列候选人进行，不另选他人。", self.paper);
                return self.clause(OrganicLaw(28), &text);
            }
            WriteIns::NeedsAgainst => {
                "代表对候选人表示反对的，可以另选他人；表示弃权的，不得另选他人。另选他人的人数不得超过反对的候选人人数，超过的，所另选的人均不计票。"
            }
            WriteIns::Allowed => "代表对候选人表示反对或者弃权的，可以另选他人。",
        };
        let unmarked = match rule.write_in_unmarked {
            WriteInUnmarked::For => "；写明姓名而未画符号的，视为赞成。",
            WriteInUnmarked::Void => "，并画赞成的符号；未画符号的，所另选的人不计票。",
        };
        let election = self.entry.election.as_ref();
        let deputies = if election.is_some_and(|election| election.write_in_deputies_only) {
            "所另选的人应当是本届人民代表大会代表。"
        } else {
            ""
        };
        self.clause(DeputiesLaw(17), &format!("{who}另选他人的，在“另选他人”栏内写明姓名{unmarked}{deputies}姓名无法辨认的无效；所写的人是同一职务候选人的，不作为另选他人。"))
    }

    fn several_grades(&self, rule: MultiMark) -> Clause {
        let row = match rule {
            MultiMark::Abstain => format!("该项计为{}", self.abstention()),
            MultiMark::Void => "该项无效".to_owned(),
        };
        self.clause(Practice, &format!("对{}选择两个以上等次的，{row}。", self.called.one()))
    }

    fn illegible(&self, rule: IllegibleRow) -> Clause {
        let void = match rule {
            IllegibleRow::Row => {
                format!("部分栏目无法辨认的，{}无效，其余各栏有效。", self.row())
            }
            IllegibleRow::Section => format!("有栏目无法辨认的，{}无效。", self.sheet()),
        };
        self.clause(Practice, &format!("符号画在栏外、画法不规范但意思清楚，或者涂改后仍能辨认的，按其意思计算。{void}难以认定的，由总监票人认定。"))
    }
}

/// In which column each grade is drawn.
fn graded(marks: &[BallotMark]) -> String {
    if let Some(symbol) = notes::one_symbol(marks) {
        return format!("在该等次栏内画“{symbol}”；");
    }
    let drawn = marks.iter().filter(|mark| !mark.abstains);
    let drawn: Vec<String> = drawn
        .map(|BallotMark { symbol, meaning, .. }| {
            format!("认为{meaning}的，在该等次栏内画“{symbol}”；")
        })
        .collect();
    drawn.concat()
}

pub(super) fn with_write_ins(rule: &SeatsRule) -> &'static str {
    match rule.write_ins {
        WriteIns::None => "",
        WriteIns::NeedsAgainst | WriteIns::Allowed => "（包括另选的人）",
    }
}

pub(super) fn quoted(words: &[String], between: &str) -> String {
    words.iter().map(|word| format!("“{word}”")).collect::<Vec<_>>().join(between)
}
