//! 依据: what a clause stands on.

use std::fmt;

use serde::{Serialize, Serializer};
use session::floor::meeting::chinese_number;

use crate::data::fields::{Fields, Shape};

/// What a clause stands on: an article of law, what is done in practice, or the program's own
/// (docs/rules.md, 2 and 4).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Source {
    /// 《地方各级人民代表大会和地方各级人民政府组织法》(2022).
    OrganicLaw(u16),
    /// 《全国人民代表大会和地方各级人民代表大会选举法》(2020).
    ElectoralLaw(u16),
    /// 《全国人民代表大会和地方各级人民代表大会代表法》(2025).
    DeputiesLaw(u16),
    /// 惯例: seen in published rules of votes; where they differ it is a setting.
    Practice,
    /// 本程序: how the program counts, told to those who vote.
    House,
}

impl fmt::Display for Source {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (law, article) = match self {
            Self::OrganicLaw(article) => ("地方组织法", *article),
            Self::ElectoralLaw(article) => ("选举法", *article),
            Self::DeputiesLaw(article) => ("代表法", *article),
            Self::Practice => return out.write_str("惯例"),
            Self::House => return out.write_str("本程序"),
        };
        write!(out, "{law}第{}条", chinese_number(article))
    }
}

/// A text sees it in words.
impl Serialize for Source {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl Fields for Source {
    fn shape() -> Shape {
        Shape::Value
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_source_is_named_as_in_chinese_law() {
        assert_eq!(Source::OrganicLaw(25).to_string(), "地方组织法第二十五条");
        assert_eq!(Source::ElectoralLaw(44).to_string(), "选举法第四十四条");
        assert_eq!(Source::Practice.to_string(), "惯例");
    }
}
