//! 候选人产生以前: what the rules say of who will stand, how they are nominated, and where ballots are
//! marked. Rules are passed before their candidates exist (组织法 26, 27, 30, 选举法 40).

use session::ballot::election::Election;
use session::floor::meeting::{Meeting, chinese_number};
use session::paper::motion_named;
use session::tally::{Kind, SeatsRule};
use session::views::wording::Called;

use super::Source::{ElectoralLaw, OrganicLaw, Practice};
use super::rules::{Part, Vote, clause, quoted};
use crate::data::rules::Clause;
use crate::of_session::words;

/// Where a deadline is written by hand.
const LATER: &str = "　　月　　日　　时";

impl Vote<'_> {
    /// 提名: who may, until when, who says who they are, what follows where there are too many.
    pub(super) fn nomination(&self) -> Vec<Clause> {
        let Some(terms) = self.terms.as_ref().filter(|_| self.elects()) else { return Vec::new() };
        let until = match terms.nominated_until.as_str() {
            "" => LATER,
            until => until,
        };
        let by_whom = clause(
            OrganicLaw(26),
            format!(
                "候选人由大会主席团提名，或者由代表十人以上书面联合提名。主席团提名的候选人人数，每一代表与其他代表联合提名的候选人人数，均不得超过应选名额。代表联名提名的，填写代表联名提名表，于{until}以前送交大会秘书处。"
            ),
        );
        let introduced = terms.introduced.then(|| {
            clause(
                OrganicLaw(26),
                "提名人应当如实介绍所提名的候选人的情况。候选人的基本情况由主席团印发全体代表，由代表酝酿、讨论。".to_owned(),
            )
        });
        let primary = terms.primary.then(|| {
            clause(
                OrganicLaw(27),
                "提名的候选人人数超过本办法规定的差额数的，由主席团提交代表酝酿、讨论后进行预选，根据在预选中得票多少的顺序，按照本办法规定的差额数，确定正式候选人名单。".to_owned(),
            )
        });
        [Some(by_whom), introduced, primary].into_iter().flatten().collect()
    }

    /// 秘密写票处, 代写.
    pub(super) fn booth(&self) -> Option<Clause> {
        let terms = self.terms.as_ref()?;
        let booth = terms.booth.then_some("会场设秘密写票处，由代表自行写票。");
        let scribe = terms
            .scribe
            .then_some("代表因残疾等原因不能写票的，可以委托其信任的人代写，代写人应当如实填写。");
        let said: String = booth.into_iter().chain(scribe).collect();
        (!said.is_empty()).then(|| clause(ElectoralLaw(40), said))
    }
}

impl Part<'_> {
    /// What is voted on, of whoever or whatever will stand.
    pub(super) fn question_before(&self, meeting: &Meeting, margin: Option<u32>) -> Clause {
        let contest = &self.entry.contest;
        let title = &contest.title;
        let Called { noun, measure, .. } = self.called;
        match &contest.kind {
            Kind::Selection(rule) => {
                let seats = rule.seats;
                let more = match margin {
                    Some(0) => String::new(),
                    Some(more) => format!("，实行差额票决，差额{more}{measure}"),
                    None => format!("，候选{noun}应当多于应选{noun}，实行差额票决"),
                };
                clause(
                    Practice,
                    format!(
                        "本次会议以无记名投票方式进行{title}。候选{noun}由大会主席团审议后提请会议票决，应选{seats}{measure}{more}。"
                    ),
                )
            }
            Kind::Election(rule) => self.posts_before(rule, meeting),
            Kind::Evaluation(rule) => {
                let grades = quoted(&rule.grades, "、");
                let number = chinese_number(u16::try_from(rule.grades.len()).unwrap_or(u16::MAX));
                clause(
                    Practice,
                    format!(
                        "本次会议以无记名投票方式进行{title}。{noun}由大会主席团确定，每{measure}分为{grades}{number}个等次。"
                    ),
                )
            }
            Kind::Motion(_) => {
                let motion = motion_named(self.entry);
                clause(OrganicLaw(25), format!("本次会议以无记名投票方式，对“{motion}”进行表决。"))
            }
        }
    }

    fn posts_before(&self, rule: &SeatsRule, meeting: &Meeting) -> Clause {
        let election = self.entry.election.clone().unwrap_or_default();
        let (law, verb) = if election.by_election {
            (OrganicLaw(30), "补选")
        } else {
            (OrganicLaw(27), "选举")
        };
        let (post, seats) = (words::post(meeting, self.entry).short, rule.seats);
        let way = way_before(&election);
        clause(law, format!("本次会议以无记名投票方式{verb}{post}{seats}名，{way}。"))
    }
}

/// 差额 or 等额, as the rules fix it or else the law leaves it open.
fn way_before(election: &Election) -> String {
    match election.margin {
        Some(0) => "实行等额选举".to_owned(),
        Some(more) => format!("实行差额选举，候选人比应选人数多{more}名"),
        None if election.by_election => "候选人数可以多于应选人数，也可以同应选人数相等".to_owned(),
        None if election.post.is_chief() => {
            "候选人数比应选人数多1名，实行差额选举；如果提名的候选人只有1名，也可以等额选举"
                .to_owned()
        }
        None => "候选人数比应选人数多1至3名，实行差额选举".to_owned(),
    }
}
