//! 栏名: what a heading means, by the names offices use and by what was assigned by hand.

use std::collections::BTreeMap;

use unicode_normalization::UnicodeNormalization;

use super::{Assignment, Head};
use crate::table::grid::letter;
use crate::table::list::{Column, Kind};

/// Returns a heading without widths, spaces, marks and what cannot be seen.
pub(crate) fn folded(heading: &str) -> String {
    heading
        .nfkc()
        .filter(|c| {
            c.is_alphanumeric()
                || matches!(c, '(' | ')' | '/' | '、' | '〔' | '[' | '【' | '】' | ']')
        })
        .map(|c| match c {
            '〔' | '[' | '【' => '(',
            '】' | ']' => ')',
            other => other,
        })
        .flat_map(char::to_lowercase)
        .collect()
}

/// A folded heading without what stands in brackets.
pub(super) fn bare(folded: &str) -> String {
    let mut depth = 0_u32;
    let mut bare = String::new();
    for c in folded.chars() {
        match c {
            '(' => depth = depth.saturating_add(1),
            ')' => depth = depth.saturating_sub(1),
            other if depth == 0 => bare.push(other),
            _ => {}
        }
    }
    bare
}

/// The names of a list's columns, folded once.
pub(crate) struct Names<'l> {
    columns: &'l [Column],
    /// By folded name: the column and how likely the name is; the bare form comes after the whole.
    ranks: BTreeMap<String, (usize, usize)>,
    assigned: &'l [Assignment],
}

impl<'l> Names<'l> {
    pub(crate) fn of(columns: &'l [Column], assigned: &'l [Assignment]) -> Self {
        let mut ranks: BTreeMap<String, (usize, usize)> = BTreeMap::new();
        let mut put = |name: String, at: (usize, usize)| {
            let known = ranks.entry(name).or_insert(at);
            // 序号 is the likelier name of the column that lists it first.
            if (at.1, at.0) < (known.1, known.0) {
                *known = at;
            }
        };
        for (index, column) in columns.iter().enumerate() {
            for (rank, name) in std::iter::once(&column.name).chain(column.other_names).enumerate()
            {
                let name = folded(name);
                let without = bare(&name);
                if !without.is_empty() && without != name {
                    put(without, (index, rank * 2 + 1));
                }
                put(name, (index, rank * 2));
            }
        }
        Self { columns, ranks, assigned }
    }

    /// What the user said that a heading is.
    pub(super) fn by_hand(&self, heading: &str, column: usize) -> Option<&'l Assignment> {
        let folded = folded(heading);
        self.assigned.iter().find(|it| match &it.letter {
            Some(of) => *of == letter(column),
            None => !folded.is_empty() && self::folded(&it.heading) == folded,
        })
    }

    /// The column a heading means, and how likely; by hand it is certain.
    pub(super) fn rank(&self, heading: &str, column: usize) -> Option<(usize, usize)> {
        if let Some(Assignment { column, .. }) = self.by_hand(heading, column) {
            let name = column.as_ref()?;
            return self.columns.iter().position(|it| it.name == *name).map(|index| (index, 0));
        }
        let folded = folded(heading);
        let less_certain =
            |name: &str| self.ranks.get(name).map(|(index, rank)| (*index, rank + 1));
        let certain = self.ranks.get(&folded).copied();
        certain
            .or_else(|| less_certain(&bare(&folded)))
            .or_else(|| less_certain(&bare(without_year(&folded))))
    }

    pub(super) fn score(&self, heads: &[Head]) -> usize {
        let mut found: Vec<usize> = heads
            .iter()
            .enumerate()
            .filter_map(|(at, head)| self.rank_of(head, at))
            .map(|it| it.0)
            .collect();
        found.sort_unstable();
        found.dedup();
        found.len()
    }

    pub(super) fn rank_of(&self, head: &Head, column: usize) -> Option<(usize, usize)> {
        let Some(under) = &head.under else { return self.rank(&head.upper, column) };
        let whole = head.shown();
        if self.by_hand(&whole, column).is_some() {
            return self.rank(&whole, column);
        }
        self.rank(under, column).or_else(|| self.rank(&head.upper, column))
    }

    /// 总投资及资金来源 over 合计, 上级 and 镇级: the sum is the one, its parts are the other.
    pub(super) fn rank_within(&self, head: &Head, column: usize) -> Option<(usize, usize)> {
        let under = head.under.as_deref()?;
        if self.by_hand(&head.shown(), column).is_some() {
            return None;
        }
        let sum = is_total(under);
        let is_money =
            |index: usize| self.columns.get(index).is_some_and(|it| it.kind == Kind::Amount);
        let upper = bare(&folded(&head.upper));
        let mut named =
            upper.split(['及', '和', '与', '、', '/']).filter_map(|it| self.ranks.get(it));
        named.find(|(index, _)| is_money(*index) == sum).map(|(index, rank)| (*index, rank + 1))
    }
}

/// 2026年投资额, 本年度完成情况: of the year it is.
fn without_year(folded: &str) -> &str {
    let bare = folded.trim_start_matches(|c: char| c.is_ascii_digit());
    let year = if folded.len() - bare.len() == 4 {
        bare.strip_prefix('年')
    } else {
        ["上年", "本年", "当年", "去年", "今年"].into_iter().find_map(|it| folded.strip_prefix(it))
    };
    year.map_or(folded, |rest| rest.strip_prefix('度').unwrap_or(rest))
}

/// 总投资 beside 上级补助 and 镇级配套: the whole goes before its parts.
pub(super) fn is_total(under: &str) -> bool {
    const TOTALS: [&str; 9] =
        ["总投资", "合计", "小计", "总计", "总额", "投资额", "总投资额", "投资总额", "计"];
    TOTALS.contains(&bare(&folded(under)).as_str())
}
