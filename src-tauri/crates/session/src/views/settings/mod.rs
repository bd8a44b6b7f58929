//! 设置的说法: every setting of a ballot that is being prepared, as one sentence with its numbers, so
//! that a form shows what holds and opens only what is to be changed. All of it is said of a draft:
//! nothing is recorded.

mod contest;
mod english;
mod evaluation;

use serde::Serialize;
use tally::{ContestId, Fraction, Least, Threshold, ValidIf};

use super::wording;
use crate::ballot::election::{self, Concern};
use crate::ballot::law::Departure;
use crate::ballot::{self, Ballot, BallotContest, HallCounting};
use crate::floor::meeting::Meeting;
use crate::session::Past;
use crate::{Command, Refusal, bounds, entered};

/// What a draft of a ballot comes to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct SettingsView {
    /// In the order of the paper.
    pub contests: Vec<ContestSettings>,
    /// Those of the whole sheet.
    pub ballot: Vec<SettingView>,
    /// What keeps it from being saved.
    pub problem: Option<Refusal>,
    /// Where its candidates are not what the law asks for.
    pub concerns: Vec<Concern>,
    /// Where its settings contradict the law.
    pub departures: Vec<Departure>,
}

/// The settings of one question.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct ContestSettings {
    pub contest: ContestId,
    pub settings: Vec<SettingView>,
}

/// One setting, as it stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct SettingView {
    pub setting: Setting,
    pub said: Said,
    /// It contradicts the law, and no reason is given.
    pub departs: bool,
}

/// What may be set.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Setting {
    /// 填票符号.
    Symbols,
    /// 门槛.
    Threshold,
    /// 每张可选.
    Cap,
    /// 空白和无法辨认.
    Blank,
    /// 另选他人.
    WriteIns,
    /// 末位同票.
    Tie,
    /// 不足名额.
    Shortfall,
    /// 结果的顺序.
    ResultOrder,
    /// 等次 of an evaluation, and what is drawn for them.
    Grades,
    /// 满意率.
    Rate,
    /// 评定等次.
    Levels,
    /// What an evaluation prints and publishes beside its rates.
    Told,
    /// 法定人数.
    Quorum,
    /// 投票有效的条件.
    ValidIf,
    /// 捆.
    Bundles,
    /// 计票时大屏.
    Hall,
    /// 与法律不符的理由.
    Departure,
}

/// A sentence in the languages of the program.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Said {
    /// 中文.
    pub zh: String,
    /// English.
    pub en: String,
}

impl Said {
    fn of(zh: impl Into<String>, en: impl Into<String>) -> Self {
        Self { zh: zh.into(), en: en.into() }
    }
}

impl SettingView {
    fn of(setting: Setting, said: Said) -> Self {
        Self { setting, said, departs: false }
    }
}

/// 门槛的通常形式: a threshold that a form offers by name. Any other is typed as a fraction.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum ThresholdForm {
    /// 过半数.
    Half,
    /// 三分之二以上.
    TwoThirds,
    /// 只比票数多少.
    None,
}

/// A threshold offered by name. Its base is the usual one; a base chosen before stays.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct OfferedThreshold {
    pub form: ThresholdForm,
    /// `None`: most votes only.
    pub threshold: Option<Threshold>,
}

/// A quorum of the congress offered by name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct OfferedQuorum {
    pub form: ThresholdForm,
    pub quorum: Fraction,
}

/// Returns the thresholds a form offers by name, the usual one first.
#[must_use]
pub fn offered_thresholds() -> Vec<OfferedThreshold> {
    let two_thirds =
        Threshold { least: Least::AtLeast(Fraction::TWO_THIRDS), ..Threshold::MAJORITY_OF_ALL };
    vec![
        OfferedThreshold { form: ThresholdForm::Half, threshold: Some(Threshold::MAJORITY_OF_ALL) },
        OfferedThreshold { form: ThresholdForm::TwoThirds, threshold: Some(two_thirds) },
        OfferedThreshold { form: ThresholdForm::None, threshold: None },
    ]
}

/// Returns the quorums of a ballot a form offers by name, that of the law first (组织法 14).
#[must_use]
pub fn offered_quorums() -> Vec<OfferedQuorum> {
    vec![
        OfferedQuorum { form: ThresholdForm::TwoThirds, quorum: Fraction::TWO_THIRDS },
        OfferedQuorum { form: ThresholdForm::Half, quorum: Fraction::HALF },
    ]
}

/// Returns what a draft of a ballot comes to in this session.
#[must_use]
pub fn view(session: &Past, ballot: &Ballot) -> SettingsView {
    let departures = ballot.departures();
    let all = session.meeting.as_ref().map(|meeting| meeting.all_deputies);
    let alone = ballot.contests.len() == 1;
    let settings = |entry: &BallotContest| {
        let mut settings = contest::settings(entry, all, alone);
        let departs = departures.iter().any(|departure| {
            matches!(departure, Departure::Threshold { contest, .. } if *contest == entry.contest.title)
        });
        for one in &mut settings {
            one.departs = departs && !ballot.is_explained() && one.setting == Setting::Threshold;
        }
        ContestSettings { contest: entry.contest.id.clone(), settings }
    };
    SettingsView {
        contests: ballot.contests.iter().map(settings).collect(),
        ballot: of_ballot(ballot, session.meeting.as_ref(), &departures),
        problem: check_savable(session, ballot).err(),
        concerns: election::concerns(session, ballot),
        departures,
    }
}

/// Everything saving would check, but who saves.
fn check_savable(session: &Past, ballot: &Ballot) -> Result<(), Refusal> {
    let asked = Command::Ballot(ballot::Command::SaveBallot { ballot: ballot.clone() });
    let Command::Ballot(cleaned) = entered::cleaned(&asked)? else { return Ok(()) };
    ballot::decide(session, &cleaned)?.iter().try_for_each(bounds::check)
}

fn of_ballot(
    ballot: &Ballot,
    meeting: Option<&Meeting>,
    departures: &[Departure],
) -> Vec<SettingView> {
    let reason = ballot.departure_reason.as_deref().unwrap_or_default().trim();
    let below = departures.iter().any(|one| matches!(one, Departure::Quorum { .. }));
    let mut settings = vec![
        SettingView {
            departs: below && reason.is_empty(),
            ..SettingView::of(Setting::Quorum, quorum(ballot, meeting))
        },
        SettingView::of(Setting::ValidIf, valid_if(ballot.valid_if)),
        SettingView::of(Setting::Bundles, bundles(ballot)),
        SettingView::of(Setting::Hall, hall(ballot.hall)),
    ];
    if !departures.is_empty() || !reason.is_empty() {
        let said = if reason.is_empty() {
            Said::of(
                "这样设置与法律的一般规定不同，须写明理由，会写进每份报告单。",
                "Settings contradict the law: a reason is needed, and every report will give it.",
            )
        } else {
            Said::of(
                format!("与法律的一般规定不同，理由：{reason}"),
                format!("Settings contradict the law, because: {reason}"),
            )
        };
        settings.push(SettingView {
            departs: reason.is_empty(),
            ..SettingView::of(Setting::Departure, said)
        });
    }
    settings
}

fn quorum(ballot: &Ballot, meeting: Option<&Meeting>) -> Said {
    let (part, share) = (wording::part(ballot.quorum), english::part(ballot.quorum));
    meeting.map_or_else(
        || {
            Said::of(
                format!("全体代表的{part}以上到会，方可投票。"),
                format!("At least {share} of all deputies must be present."),
            )
        },
        |meeting| {
            let (all, needed) = (meeting.all_deputies, ballot.quorum_of(meeting.all_deputies));
            Said::of(
                format!("全体代表{all}人的{part}以上，即{needed}人以上到会，方可投票。"),
                format!(
                    "At least {share} of all {all} deputies must be present: {needed} or more."
                ),
            )
        },
    )
}

fn valid_if(rule: ValidIf) -> Said {
    match rule {
        ValidIf::ReturnedAtMostIssued => Said::of(
            "收回的票不多于发出的票，投票有效。",
            "The vote is valid if no more ballots come back than went out.",
        ),
        ValidIf::ReturnedAtMostPresent => Said::of(
            "收回的票不多于实到代表人数，投票有效。",
            "The vote is valid if no more ballots come back than deputies are present.",
        ),
        ValidIf::ReturnedEqualsIssued => Said::of(
            "收回的票等于发出的票，投票才有效。",
            "The vote is valid only if as many ballots come back as went out.",
        ),
    }
}

fn bundles(ballot: &Ballot) -> Said {
    let size = ballot.bundle_size;
    let (by_hand, also) = if ballot.hand_tally {
        ("，另用正字计票单核对", ", and a tally by hand must agree with the keyed one")
    } else {
        ("", "")
    };
    Said::of(
        format!("计票时每{size}张一捆{by_hand}。"),
        format!("Counted in bundles of {size}{also}."),
    )
}

fn hall(counting: HallCounting) -> Said {
    match counting {
        HallCounting::Live => Said::of(
            "计票时，大屏实时显示已经核对一致的票数。",
            "While it is counted the hall sees the votes that both keyings agree on.",
        ),
        HallCounting::Progress => Said::of(
            "计票时，大屏只显示进度，不显示票数。",
            "While it is counted the hall sees how far it is, and no votes.",
        ),
        HallCounting::Nothing => Said::of(
            "结果宣布以前，大屏不显示计票情况。",
            "The hall sees nothing of the count before the result is announced.",
        ),
    }
}
