//! 议案、建议: what their papers may say.

use chrono::NaiveDate;

use super::SessionName;
use super::fields::records;
use super::meeting::MeetingFacts;

records! {
    /// What a paper about one proposal may say.
    pub struct OfProposal {
        pub session: SessionName,
        pub meeting: MeetingFacts,
        pub proposal: ProposalFacts,
    }

    /// What a paper about all of them may say.
    pub struct OfProposals {
        pub session: SessionName,
        pub meeting: MeetingFacts,
        /// The day they are seen on: that of the table, or the last one recorded.
        pub on: NaiveDate,
        /// By number, as they stood on the day.
        pub proposals: Vec<ProposalFacts>,
        /// The same: what is late and not answered first, then what waits, by deadline, then the rest.
        pub listed: Vec<ProposalFacts>,
        pub counts: ProposalCounts,
    }

    pub struct ProposalFacts {
        /// 编号.
        pub number: u32,
        /// “第3号”; of one that an earlier session handed on “第五次会议第3号”.
        pub called: String,
        /// 结转: an earlier session handed it on.
        pub carried: bool,
        /// 议案 or 建议.
        pub sort: String,
        pub is_bill: bool,
        pub title: String,
        /// 内容, a paragraph each; none where it is kept on paper.
        pub text: Vec<String>,
        /// 领衔代表, told apart from another of that name.
        pub mover: String,
        /// Their delegation; empty where there are none.
        pub delegation: String,
        /// Their 单位职务.
        pub post: String,
        /// 附议代表.
        pub seconders: Vec<String>,
        /// Day it was handed in.
        pub filed: NaiveDate,
        /// 闭会期间提出.
        pub between: bool,
        /// 办理中, 已答复, 已办结 and so on.
        pub state: String,
        /// Why it was handled as a suggestion, withdrawn, or closed; empty otherwise.
        pub reason: String,
        /// 承办单位; empty before it is handed over.
        pub unit: String,
        /// 承办人; empty where nobody is named.
        pub person: String,
        /// 交办日期.
        pub handed: Option<NaiveDate>,
        /// 办理期限, with every extension.
        pub deadline: Option<NaiveDate>,
        /// Why the deadline was extended last; empty where it was not.
        pub extended: String,
        /// How often it was handed over.
        pub times: u32,
        /// 答复日期.
        pub answered: Option<NaiveDate>,
        /// 办理类别: A, B or C; empty where the office does not classify.
        pub class: String,
        /// What that class says.
        pub class_said: String,
        /// 答复内容, a paragraph each.
        pub answer: Vec<String>,
        /// 满意, 基本满意 or 不满意; empty before the mover has said so.
        pub grade: String,
        /// What the mover said.
        pub note: String,
        /// Answered after its deadline, or not answered on the day though that has passed.
        pub late: bool,
        /// Nothing is left to be done.
        pub over: bool,
        /// Waits for an answer, or to be handed over.
        pub waits: bool,
    }

    /// How many of them stand where.
    pub struct ProposalCounts {
        pub all: u32,
        /// 结转: of them, those an earlier session handed on.
        pub carried: u32,
        /// Of those again, the bills.
        pub carried_bills: u32,
        pub bills: u32,
        pub suggestions: u32,
        /// 闭会期间提出.
        pub between: u32,
        pub on_agenda: u32,
        /// 议案转作建议.
        pub turned: u32,
        pub withdrawn: u32,
        /// Handed to a unit.
        pub handed: u32,
        /// Answered.
        pub answered: u32,
        /// Handed over and not answered yet.
        pub running: u32,
        /// Of them, or of those answered, past the deadline.
        pub late: u32,
        pub class_a: u32,
        pub class_b: u32,
        pub class_c: u32,
        pub satisfied: u32,
        pub basically: u32,
        pub dissatisfied: u32,
        /// 满意率 with 基本满意, of those whose mover has said so: “92.86”; empty where none has.
        pub rate: String,
    }
}
