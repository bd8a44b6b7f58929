//! 结果: the clauses that say what the counts decide.

use session::floor::meeting::{Meeting, chinese_number};
use session::tally::{
    AbstentionBase, Assessment, AtHalf, Base, EvaluationRule, Kind, Levels, MotionRule, SeatsRule,
    Shortfall, Threshold, TieRule,
};
use session::views::wording::Called;

use super::Source::{OrganicLaw, Practice};
use super::rules::{Part, quoted, with_write_ins};
use crate::data::rules::{Clause, ThresholdRule};
use crate::of_session::words;

impl Part<'_> {
    /// What the counts decide.
    pub(super) fn outcome(&self, meeting: &Meeting) -> Vec<Clause> {
        match &self.entry.contest.kind {
            Kind::Evaluation(rule) => {
                let assessment = self.entry.assessment.clone().unwrap_or_default();
                let level = self.level(&rule.grades, &assessment.levels);
                let told = self.told(&assessment);
                std::iter::once(self.rate(rule, &assessment)).chain(level).chain(told).collect()
            }
            Kind::Motion(rule) => vec![self.passed(rule, meeting)],
            Kind::Selection(rule) | Kind::Election(rule) => {
                vec![self.chosen(rule, meeting), self.tie(rule.tie), self.shortfall(rule.shortfall)]
            }
        }
    }

    fn rate(&self, rule: &EvaluationRule, assessment: &Assessment) -> Clause {
        let numerator = if assessment.weights.is_empty() {
            let grades: Vec<String> = rule
                .rate
                .grades
                .iter()
                .filter_map(|grade| rule.grades.get(usize::from(*grade)))
                .cloned()
                .collect();
            let sum = if grades.len() > 1 { "之和" } else { "" };
            format!("为{}票数{sum}", quoted(&grades, "与"))
        } else {
            let weighed = rule.grades.iter().zip(&assessment.weights);
            let weights: Vec<String> =
                weighed.map(|(grade, weight)| format!("“{grade}”{weight}%")).collect();
            format!("按各等次的权重计算：{}，加权得票数", weights.join("、"))
        };
        let base = match rule.rate.base {
            Base::AllDeputies => "全体代表人数".to_owned(),
            Base::Present => "实到代表人数".to_owned(),
            Base::Returned => format!("收回的{}数", self.paper),
            Base::Valid => "该项的有效票数".to_owned(),
        };
        let left_out = match assessment.abstention_base {
            AbstentionBase::Counted => String::new(),
            AbstentionBase::LeftOut => format!("{}的不计入，", self.abstention()),
        };
        let figures = match rule.rate.decimals {
            0 => "四舍五入取整数".to_owned(),
            decimals => {
                format!("保留小数点后{}位，四舍五入", chinese_number(u16::from(decimals)))
            }
        };
        self.clause(
            Practice,
            &format!("满意率{numerator}除以{base}，{left_out}以百分数表示，{figures}。"),
        )
    }

    /// What is told beside the rate and the level of every row.
    fn told(&self, assessment: &Assessment) -> Option<Clause> {
        let shares = assessment
            .shares
            .then_some("同时公布每项各等次的占比，占比以该等次票数除以与满意率相同的基数计算");
        let overall =
            assessment.overall.then_some("总体满意率将各项的票数相加，除以各项基数之和计算");
        let said: Vec<&str> = shares.into_iter().chain(overall).collect();
        (!said.is_empty()).then(|| self.clause(Practice, &format!("{}。", said.join("；"))))
    }

    fn level(&self, grades: &[String], levels: &Levels) -> Option<Clause> {
        let text = match levels {
            Levels::None => return None,
            Levels::Counts { at_half, by_level } => {
                let said = half_by_half(grades, *at_half, by_level);
                format!("测评等次按票数确定：从最好的等次起依次累计，{said}。")
            }
            Levels::Rate { bands } => {
                let last = bands.len().saturating_sub(1);
                let said: Vec<String> = bands
                    .iter()
                    .enumerate()
                    .map(|(index, band)| {
                        if index == last {
                            format!("其余的为“{}”", band.label)
                        } else {
                            format!("{}%以上的为“{}”", words::per_cent(band.at_least), band.label)
                        }
                    })
                    .collect();
                format!("测评等次按满意率确定：{}。", said.join("，"))
            }
        };
        Some(self.clause(Practice, &text))
    }

    fn passed(&self, rule: &MotionRule, meeting: &Meeting) -> Clause {
        let text = match rule.threshold {
            Some(threshold) => format!("赞成票{}的，表决通过。", reaching(threshold, meeting)),
            None => "赞成票多于反对票的，表决通过。".to_owned(),
        };
        self.clause(OrganicLaw(25), &text)
    }

    fn chosen(&self, rule: &SeatsRule, meeting: &Meeting) -> Clause {
        let Called { noun, chosen, .. } = self.called;
        let who = format!("{noun}{}", with_write_ins(rule));
        match rule.threshold {
            Some(threshold) => {
                let reaching = reaching(threshold, meeting);
                self.clause(OrganicLaw(25), &format!("{who}得赞成票{reaching}的，始得{chosen}。达到上述票数的{noun}多于应选名额的，以得赞成票多的{chosen}。"))
            }
            None => self.clause(Practice, &format!("{who}以得赞成票多的{chosen}。")),
        }
    }

    fn tie(&self, rule: TieRule) -> Clause {
        let Called { noun, chosen, .. } = self.called;
        let text = match rule {
            TieRule::Runoff => format!(
                "票数相等不能确定{chosen}的，应当就票数相等的{noun}再次投票，以得赞成票多的{chosen}。"
            ),
            TieRule::Presidium => {
                format!("票数相等不能确定{chosen}的，由主席团从票数相等的{noun}中决定。")
            }
            TieRule::AllIn => format!("最后名额票数相等的，票数相等的{noun}均{chosen}。"),
            TieRule::BallotOrder => {
                format!("最后名额票数相等的，按{}上的排列顺序，列在前面的{chosen}。", self.paper)
            }
        };
        self.clause(OrganicLaw(29), &text)
    }

    fn shortfall(&self, rule: Shortfall) -> Clause {
        let Called { noun, chosen, .. } = self.called;
        let text = match (rule, &self.entry.contest.kind) {
            (Shortfall::Accept, _) => format!("{chosen}的{noun}少于应选名额的，不再补足。"),
            (Shortfall::Further, Kind::Election(_)) => "当选人数少于应选名额的，不足的名额另行选举；另行选举可以在本次会议上进行，也可以在下一次会议上进行。".to_owned(),
            (Shortfall::Further, Kind::Selection(_) | Kind::Evaluation(_) | Kind::Motion(_)) => {
                "通过的项目少于应选名额的，不足的名额由主席团决定是否再次票决。".to_owned()
            }
        };
        self.clause(OrganicLaw(29), &text)
    }
}

/// What half of the votes comes to, once for all levels or level by level.
fn half_by_half(grades: &[String], at_half: AtHalf, by_level: &[AtHalf]) -> String {
    let reaches = |at_half| match at_half {
        AtHalf::Enough => "达到半数的",
        AtHalf::NotEnough => "超过半数的",
    };
    if by_level.is_empty() {
        return format!("票数{}，定为该等次", reaches(at_half));
    }
    let levels = grades.iter().zip(by_level);
    let mut said: Vec<String> =
        levels.map(|(grade, at_half)| format!("{}为“{grade}”", reaches(*at_half))).collect();
    said.extend(grades.last().map(|worst| format!("其余的为“{worst}”")));
    format!("票数{}", said.join("，"))
}

/// The number is known before the vote only where it is a share of all deputies.
fn reaching(threshold: Threshold, meeting: &Meeting) -> String {
    let ThresholdRule { needed, wording } = words::before_the_vote(threshold, meeting);
    match needed {
        Some(needed) => format!("{wording}，即达到{needed}票"),
        None => wording,
    }
}
