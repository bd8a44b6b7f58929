//! What a keyer sees: marks in rows, rows in sections, sections on a sheet.

use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

/// 符号: what stands in one row of one section. Which of these a row may hold depends on the
/// contest: [`crate::Contest::allows`].
///
/// Written as a word, a grade as its index: `"for"`, `"blank"`, `0`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[cfg_attr(
    feature = "ts",
    ts(
        type = "\"for\" | \"against\" | \"abstain\" | \"blank\" | \"illegible\" | \"multiple\" | number"
    )
)]
pub enum Mark {
    /// 赞成.
    For,
    /// 反对.
    Against,
    /// 弃权, marked as such.
    Abstain,
    /// 空白: nothing stands in the row.
    Blank,
    /// 无法辨认.
    Illegible,
    /// More than one grade in a row of an evaluation.
    Multiple,
    /// A grade of an evaluation by its index, 0 the best.
    Grade(u8),
}

const WORDS: [(Mark, &str); 6] = [
    (Mark::For, "for"),
    (Mark::Against, "against"),
    (Mark::Abstain, "abstain"),
    (Mark::Blank, "blank"),
    (Mark::Illegible, "illegible"),
    (Mark::Multiple, "multiple"),
];

impl Serialize for Mark {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Grade(index) => serializer.serialize_u8(*index),
            Self::For
            | Self::Against
            | Self::Abstain
            | Self::Blank
            | Self::Illegible
            | Self::Multiple => {
                let word = WORDS.iter().find(|(mark, _)| mark == self).map_or("", |(_, word)| word);
                serializer.serialize_str(word)
            }
        }
    }
}

impl<'de> Deserialize<'de> for Mark {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct MarkVisitor;
        impl de::Visitor<'_> for MarkVisitor {
            type Value = Mark;

            fn expecting(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                out.write_str("a mark (for, against, abstain, blank, illegible, multiple) or the index of a grade")
            }

            fn visit_str<E: de::Error>(self, word: &str) -> Result<Mark, E> {
                WORDS
                    .iter()
                    .find(|(_, w)| *w == word)
                    .map(|(mark, _)| *mark)
                    .ok_or_else(|| E::invalid_value(de::Unexpected::Str(word), &self))
            }

            /// Some formats know signed numbers only.
            fn visit_i64<E: de::Error>(self, index: i64) -> Result<Mark, E> {
                u8::try_from(index)
                    .map(Mark::Grade)
                    .map_err(|_| E::invalid_value(de::Unexpected::Signed(index), &self))
            }

            fn visit_u64<E: de::Error>(self, index: u64) -> Result<Mark, E> {
                u8::try_from(index)
                    .map(Mark::Grade)
                    .map_err(|_| E::invalid_value(de::Unexpected::Unsigned(index), &self))
            }
        }
        deserializer.deserialize_any(MarkVisitor)
    }
}

/// 另选他人: what stands beside a written-in name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum WriteInMark {
    /// Marked as approved.
    For,
    /// No symbol beside the name.
    Blank,
}

/// 另选他人: a name written in by the voter.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct WriteIn {
    /// The name as written.
    pub name: String,
    /// The symbol beside it.
    pub mark: WriteInMark,
}

/// 裁定: the chief scrutineer's ruling on a whole section.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum SectionRuling {
    Void,
}

/// One contest on one sheet: what was read from the paper.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct Section {
    /// One mark per option, in the order of the ballot.
    pub marks: Vec<Mark>,
    /// Names written in.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "ts", ts(optional, as = "Option<Vec<WriteIn>>"))]
    pub write_ins: Vec<WriteIn>,
    /// Set when the chief scrutineer ruled the section void.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "ts", ts(optional))]
    pub ruling: Option<SectionRuling>,
}

/// 票: one paper of a ballot; one section per contest, in the order of the contests.
pub type Sheet = Vec<Section>;
