//! The settings of one question.

use tally::{
    BlankRow, Cap, IllegibleRow, Kind, Mark, OverCap, SeatsRule, Shortfall, Threshold, TieRule,
    WhollyBlank, WriteInUnmarked, WriteIns,
};

use super::{Said, Setting, SettingView, english, evaluation};
use crate::ballot::{BallotContest, ResultOrder};
use crate::views::wording::{self, Blank, Called};

/// One question of a draft.
pub(super) struct Part<'a> {
    pub(super) entry: &'a BallotContest,
    pub(super) called: Called<'a>,
    /// 全体代表, where it is known.
    pub(super) all: Option<u32>,
    /// It is the only one on its ballot.
    alone: bool,
}

/// Returns the settings of a question, in the order in which they are met at a vote.
pub(super) fn settings(entry: &BallotContest, all: Option<u32>, alone: bool) -> Vec<SettingView> {
    let part = Part { entry, called: wording::called_in(entry), all, alone };
    match &entry.contest.kind {
        Kind::Selection(rule) => part.of_seats(rule, false),
        Kind::Election(rule) => part.of_seats(rule, true),
        Kind::Evaluation(rule) => evaluation::settings(&part, rule),
        Kind::Motion(rule) => vec![
            SettingView::of(Setting::Symbols, part.symbols()),
            SettingView::of(Setting::Threshold, part.passes(rule.threshold)),
            SettingView::of(Setting::Blank, part.blank(rule.illegible_row)),
        ],
    }
}

impl Part<'_> {
    fn of_seats(&self, rule: &SeatsRule, elects: bool) -> Vec<SettingView> {
        let mut settings = vec![
            SettingView::of(Setting::Symbols, self.symbols()),
            SettingView::of(Setting::Threshold, self.wins(rule.threshold)),
            SettingView::of(Setting::Cap, self.cap(rule)),
            SettingView::of(Setting::Blank, self.blank(rule.illegible_row)),
        ];
        if elects {
            settings.push(SettingView::of(Setting::WriteIns, Self::write_ins(rule)));
        }
        settings.extend([
            SettingView::of(Setting::Tie, self.tie(rule.tie)),
            SettingView::of(Setting::Shortfall, self.shortfall(rule)),
            SettingView::of(Setting::ResultOrder, self.result_order()),
        ]);
        settings
    }

    fn symbols(&self) -> Said {
        let drawn = self.entry.symbols.iter().map(|meaning| {
            let sign = wording::sign(meaning.symbol);
            match meaning.mark {
                Mark::For => (format!("赞成画“{sign}”"), format!("“{sign}” is for")),
                Mark::Against => (format!("反对画“{sign}”"), format!("“{sign}” is against")),
                Mark::Abstain | Mark::Blank | Mark::Illegible | Mark::Multiple | Mark::Grade(_) => {
                    (format!("弃权画“{sign}”"), format!("“{sign}” is an abstention"))
                }
            }
        });
        let (mut zh, mut en): (Vec<String>, Vec<String>) = drawn.unzip();
        let abstains = self.entry.symbols.iter().any(|meaning| meaning.mark == Mark::Abstain);
        if !abstains && self.entry.contest.blank_row() == BlankRow::Abstain {
            zh.push("弃权不画".to_owned());
            en.push("an abstention is left blank".to_owned());
        }
        Said::of(zh.join("，") + "。", en.join(", ") + ".")
    }

    /// 门槛 of what is chosen among several.
    fn wins(&self, threshold: Option<Threshold>) -> Said {
        let chosen = self.called.chosen;
        let wins = match self.entry.contest.kind {
            Kind::Election(_) => "Elected",
            Kind::Selection(_) | Kind::Evaluation(_) | Kind::Motion(_) => "Chosen",
        };
        threshold.map_or_else(
            || {
                Said::of(
                    format!("不设门槛，得赞成票多的{chosen}。"),
                    "No threshold: the most votes win.",
                )
            },
            |threshold| {
                Said::of(
                    format!("赞成票{}，{chosen}。", self.share(threshold)),
                    format!("{wins} with {}.", english::threshold(threshold, self.all)),
                )
            },
        )
    }

    fn passes(&self, threshold: Option<Threshold>) -> Said {
        threshold.map_or_else(
            || Said::of("赞成票多于反对票，通过。", "Passes with more votes for than against."),
            |threshold| {
                Said::of(
                    format!("赞成票{}，通过。", self.share(threshold)),
                    format!("Passes with {}.", english::threshold(threshold, self.all)),
                )
            },
        )
    }

    /// The number is known before the vote only where it is a share of all deputies.
    fn share(&self, threshold: Threshold) -> String {
        match self.all.filter(|_| threshold.base == tally::Base::AllDeputies) {
            None => wording::threshold(threshold).sentence,
            Some(all) => format!(
                "{}，即{}票以上",
                wording::threshold_of_all(threshold, all),
                threshold.needed(all)
            ),
        }
    }

    fn cap(&self, rule: &SeatsRule) -> Said {
        let Called { noun, measure, .. } = self.called;
        let (seats, rows) = (rule.seats, english::rows(&self.entry.contest.kind));
        let (void, voids) = match rule.over_cap {
            OverCap::Flag => ("由总监票人认定", "the chief scrutineer rules"),
            OverCap::Sheet => ("整张票无效", "the whole sheet is void"),
            OverCap::Section if self.alone => ("该张票无效", "the ballot is void"),
            OverCap::Section => ("该部分无效", "this section is void"),
        };
        match rule.cap {
            Cap::AtMost => Said::of(
                format!("每张票赞成的{noun}不超过{seats}{measure}；超过的，{void}。"),
                format!("A ballot may be for at most {seats} {rows}; with more {voids}."),
            ),
            Cap::Exactly => Said::of(
                format!("每张票赞成的{noun}应当正好{seats}{measure}；多了或者少了的，{void}。"),
                format!("A ballot must be for exactly {seats} {rows}; otherwise {voids}."),
            ),
            Cap::None => Said::of(
                format!("每张票赞成的{noun}数不限。"),
                format!("A ballot may be for any number of {rows}."),
            ),
        }
    }

    /// What nothing drawn means, and what cannot be read.
    pub(super) fn blank(&self, illegible: IllegibleRow) -> Said {
        let blank = Blank::of(self.entry);
        let (section, its) =
            if self.alone { ("本票", "the ballot") } else { ("该部分", "the section") };
        let (void, voids) = match illegible {
            IllegibleRow::Row => ("该栏无效，其余有效".to_owned(), "is void by itself".to_owned()),
            IllegibleRow::Section => (format!("{section}无效"), format!("makes {its} void")),
        };
        let abstains = english::abstention(blank.abstention);
        let row = match blank.row {
            BlankRow::Abstain => format!("is {abstains}"),
            BlankRow::For => "is a vote for".to_owned(),
            BlankRow::Void => "is void".to_owned(),
        };
        let whole = match blank.section {
            WhollyBlank::Abstains => format!("{its} is valid and every row {abstains}"),
            WhollyBlank::For => format!("{its} is valid and for every row"),
            WhollyBlank::RowsVoid => format!("{its} is valid and every row void"),
            WhollyBlank::Void => format!("{its} is void"),
            WhollyBlank::VoidsSheet => "the whole sheet is void".to_owned(),
        };
        Said::of(
            format!(
                "一栏不画的，{}；全部不画的，{}；一栏无法辨认的，{void}。",
                blank.said_of_row("该栏"),
                blank.said_of_section(section),
            ),
            format!(
                "A row left blank {row}; where all are left blank, {whole}; an illegible row {voids}."
            ),
        )
    }

    fn write_ins(rule: &SeatsRule) -> Said {
        let (who, whoever) = match rule.write_ins {
            WriteIns::None => {
                return Said::of("不得另选他人。", "Nobody may be written in.");
            }
            WriteIns::NeedsAgainst => (
                "反对候选人的，可以另选他人，人数不得超过反对的人数",
                "For each candidate voted against one name may be written in",
            ),
            WriteIns::Allowed => (
                "反对候选人或者弃权的，可以另选他人",
                "Names may be written in, after an abstention too",
            ),
        };
        let (unmarked, without) = match rule.write_in_unmarked {
            WriteInUnmarked::For => {
                ("写了姓名没有画符号的，按赞成计", "a name without a symbol is a vote for")
            }
            WriteInUnmarked::Void => {
                ("写了姓名没有画符号的，不计票", "a name without a symbol is not counted")
            }
        };
        Said::of(format!("{who}；{unmarked}。"), format!("{whoever}; {without}."))
    }

    fn tie(&self, rule: TieRule) -> Said {
        let Called { noun, chosen, .. } = self.called;
        match rule {
            TieRule::Runoff => Said::of(
                format!("最后名额票数相等的，就票数相等的{noun}再次投票。"),
                "A tie for the last place is voted on once more, among the tied only.",
            ),
            TieRule::Presidium => Said::of(
                format!("最后名额票数相等的，由主席团从票数相等的{noun}中决定。"),
                "A tie for the last place is decided by the presidium.",
            ),
            TieRule::AllIn => Said::of(
                format!("最后名额票数相等的，票数相等的{noun}均{chosen}。"),
                "All that tie for the last place are in.",
            ),
            TieRule::BallotOrder => Said::of(
                format!("最后名额票数相等的，排列在前的{chosen}。"),
                "A tie for the last place goes to the one that stands first on the ballot.",
            ),
        }
    }

    fn shortfall(&self, rule: &SeatsRule) -> Said {
        let Called { measure, chosen, .. } = self.called;
        let seats = rule.seats;
        let few = format!("{chosen}的不足{seats}{measure}的");
        match (rule.shortfall, &self.entry.contest.kind) {
            (Shortfall::Accept, _) => {
                Said::of(format!("{few}，不再补足。"), format!("Fewer than {seats} are accepted."))
            }
            (Shortfall::Further, Kind::Election(_)) => Said::of(
                format!("{few}，不足的名额另行选举。"),
                format!("For what is missing of the {seats} another election follows."),
            ),
            (Shortfall::Further, Kind::Selection(_) | Kind::Evaluation(_) | Kind::Motion(_)) => {
                Said::of(
                    format!("{few}，由主席团决定是否再次票决。"),
                    format!(
                        "For what is missing of the {seats} the presidium decides whether to vote once more."
                    ),
                )
            }
        }
    }

    pub(super) fn result_order(&self) -> Said {
        match self.entry.result_order {
            ResultOrder::Approvals => {
                Said::of("结果按得票多少排列。", "The result is listed by votes.")
            }
            ResultOrder::Ballot => {
                Said::of("结果按选票上的顺序排列。", "The result is listed as on the ballot.")
            }
        }
    }
}
