//! The name of a session in its parts, so that titles are broken between them and never inside.

use super::fields::records;

records! {
    /// 会议名称: “青石镇第十八届人民代表大会第五次会议” and its parts.
    pub struct SessionName {
        /// The whole name.
        pub full: String,
        /// The place: “青石镇”; empty when the name does not show it.
        pub place: String,
        /// The congress: “青石镇第十八届人民代表大会”; the whole name when it has no “代表大会”.
        pub congress: String,
        /// The session: “第五次会议”; empty when the name does not show it.
        pub meeting: String,
    }
}

/// The words a congress's name ends with.
const CONGRESS: &str = "代表大会";

impl SessionName {
    /// Returns a session's name in its parts.
    #[must_use]
    pub fn parse(full: &str) -> Self {
        let end = full.find(CONGRESS).map_or(full.len(), |at| at + CONGRESS.len());
        let (congress, meeting) = full.split_at(end);
        let place = congress
            .split_once('第')
            .or_else(|| congress.split_once("人民代表"))
            .map_or("", |(place, _)| place);
        Self {
            full: full.to_owned(),
            place: place.to_owned(),
            congress: congress.to_owned(),
            meeting: meeting.to_owned(),
        }
    }
}
