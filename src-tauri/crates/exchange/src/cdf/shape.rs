//! The keys and types of a report, as far as this program writes them: version 1.0.0 of the
//! published JSON schema.

#![expect(clippy::struct_field_names, reason = "keys are called as in the schema")]

use serde::{Deserialize, Serialize};

/// Words of the schema, each an enum with its spelling there.
macro_rules! words {
    ($($(#[$doc:meta])* $name:ident { $($word:ident = $spelling:literal),+ $(,)? })+) => {
        $($(#[$doc])* #[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
        pub(super) enum $name { $(#[serde(rename = $spelling)] $word),+ })+
    };
}

words! {
    ReportTag { Is = "CVR.CastVoteRecordReport" }
    ElectionTag { Is = "CVR.Election" }
    CandidateTag { Is = "CVR.Candidate" }
    CodeTag { Is = "CVR.Code" }
    GpUnitTag { Is = "CVR.GpUnit" }
    DeviceTag { Is = "CVR.ReportingDevice" }
    CvrTag { Is = "CVR.CVR" }
    SnapshotTag { Is = "CVR.CVRSnapshot" }
    SectionTag { Is = "CVR.CVRContest" }
    RowTag { Is = "CVR.CVRContestSelection" }
    PositionTag { Is = "CVR.SelectionPosition" }
    WriteInTag { Is = "CVR.CVRWriteIn" }
    ContestTag { Candidates = "CVR.CandidateContest", Measure = "CVR.BallotMeasureContest" }
    SelectionTag { Candidate = "CVR.CandidateSelection", Measure = "CVR.BallotMeasureSelection" }
    Version { One = "1.0.0" }
    ReportType { Adjudicated = "adjudicated" }
    CodeType { LocalLevel = "local-level", Other = "other" }
    GpUnitType { Other = "other" }
    VoteVariation { NOfM = "n-of-m", Majority = "majority", Other = "other" }
    SnapshotType { Original = "original", Interpreted = "interpreted" }
    SectionStatus { InvalidatedRules = "invalidated-rules", NotIndicated = "not-indicated", Other = "other", Overvoted = "overvoted", Undervoted = "undervoted" }
    PositionStatus { Other = "other" }
    /// Yes, no or unknown.
    Answer { Yes = "yes", No = "no", Unknown = "unknown" }
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields)]
pub(super) struct Report {
    #[serde(rename = "@type")]
    pub tag: ReportTag,
    pub version: Version,
    pub generated_date: String,
    pub report_type: Vec<ReportType>,
    pub notes: String,
    pub report_generating_device_ids: Vec<String>,
    pub reporting_device: Vec<Device>,
    pub gp_unit: Vec<GpUnit>,
    pub election: Vec<Election>,
    #[serde(rename = "CVR", default)]
    pub cvr: Vec<Cvr>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields)]
pub(super) struct Device {
    #[serde(rename = "@id")]
    pub id: String,
    #[serde(rename = "@type")]
    pub tag: DeviceTag,
    pub application: String,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields)]
pub(super) struct GpUnit {
    #[serde(rename = "@id")]
    pub id: String,
    #[serde(rename = "@type")]
    pub tag: GpUnitTag,
    #[serde(rename = "Type")]
    pub kind: GpUnitType,
    pub other_type: String,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields)]
pub(super) struct Election {
    #[serde(rename = "@id")]
    pub id: String,
    #[serde(rename = "@type")]
    pub tag: ElectionTag,
    pub election_scope_id: String,
    pub code: Vec<Code>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub candidate: Vec<Candidate>,
    pub contest: Vec<Contest>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields)]
pub(super) struct Code {
    #[serde(rename = "@type")]
    pub tag: CodeTag,
    #[serde(rename = "Type")]
    pub kind: CodeType,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub other_type: Option<String>,
    pub value: String,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields)]
pub(super) struct Candidate {
    #[serde(rename = "@id")]
    pub id: String,
    #[serde(rename = "@type")]
    pub tag: CandidateTag,
    pub code: Vec<Code>,
    pub name: String,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields)]
pub(super) struct Contest {
    #[serde(rename = "@id")]
    pub id: String,
    #[serde(rename = "@type")]
    pub tag: ContestTag,
    pub name: String,
    pub code: Vec<Code>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub number_elected: Option<u32>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub votes_allowed: Option<u32>,
    pub vote_variation: VoteVariation,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub other_vote_variation: Option<String>,
    pub contest_selection: Vec<Selection>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields)]
pub(super) struct Selection {
    #[serde(rename = "@id")]
    pub id: String,
    #[serde(rename = "@type")]
    pub tag: SelectionTag,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub candidate_ids: Vec<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub is_write_in: Option<bool>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub selection: Option<String>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields)]
pub(super) struct Cvr {
    #[serde(rename = "@type")]
    pub tag: CvrTag,
    pub election_id: String,
    pub unique_id: String,
    pub current_snapshot_id: String,
    #[serde(rename = "CVRSnapshot")]
    pub snapshots: Vec<Snapshot>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields)]
pub(super) struct Snapshot {
    #[serde(rename = "@id")]
    pub id: String,
    #[serde(rename = "@type")]
    pub tag: SnapshotTag,
    #[serde(rename = "Type")]
    pub kind: SnapshotType,
    #[serde(rename = "CVRContest")]
    pub sections: Vec<CvrSection>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields)]
pub(super) struct CvrSection {
    #[serde(rename = "@type")]
    pub tag: SectionTag,
    pub contest_id: String,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub status: Vec<SectionStatus>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub other_status: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub overvotes: Option<u32>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub undervotes: Option<u32>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub write_ins: Option<usize>,
    #[serde(rename = "CVRContestSelection", default, skip_serializing_if = "Vec::is_empty")]
    pub rows: Vec<Row>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields)]
pub(super) struct Row {
    #[serde(rename = "@type")]
    pub tag: RowTag,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub contest_selection_id: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub option_position: Option<usize>,
    pub selection_position: Vec<Position>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields)]
pub(super) struct Position {
    #[serde(rename = "@type")]
    pub tag: PositionTag,
    pub has_indication: Answer,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub is_allocable: Option<Answer>,
    pub number_votes: u32,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub status: Vec<PositionStatus>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub other_status: Option<String>,
    #[serde(rename = "CVRWriteIn", default, skip_serializing_if = "Option::is_none")]
    pub write_in: Option<WrittenIn>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields)]
pub(super) struct WrittenIn {
    #[serde(rename = "@type")]
    pub tag: WriteInTag,
    pub text: String,
}
