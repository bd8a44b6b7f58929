//! 姓名笔画, 姓氏笔画: a list of names in the order of their strokes (`docs/rules.md` section 6).
//!
//! Stroke counts and orders of strokes are those of `assets/strokes`, whose README says where they
//! are from. What they cannot decide is told by name and left to a person: names that keep their
//! places in the list are never a silent guess.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use super::folded_name;
use serde::{Deserialize, Serialize};

/// One line for all characters written alike, the order of their strokes before them; `#8` where
/// only the count is known.
const STROKES: &str = include_str!("../../../../../assets/strokes/strokes.txt");

/// How a name of two characters stands among longer ones.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum StrokeOrder {
    /// 姓名笔画, as people's congresses do: character by character, so 田大利 precedes 田富.
    Name,
    /// 姓氏笔画, as elsewhere: a name of two characters has an empty middle, so 田富 precedes
    /// 田大利.
    Surname,
}

/// A list of names put in order.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Ordered {
    /// Indices into the list that was given, the first name first.
    pub order: Vec<usize>,
    /// Names whose places among each other a person decides.
    pub undecided: Vec<Undecided>,
}

/// Names whose places among each other the strokes do not decide. They stand together, and names
/// alike as they stood before.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Undecided {
    /// Indices into the list that was given, in their new order; two or more.
    pub names: Vec<usize>,
    pub why: WhyUndecided,
}

/// Why strokes do not decide.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum WhyUndecided {
    /// The names are the same.
    SameName,
    /// These characters have the same strokes in the same order, as 土 and 士 have.
    SameStrokes {
        /// Each once.
        characters: Vec<char>,
    },
    /// Of these characters the strokes, or their order, are not known.
    NotKnown {
        /// Each once.
        characters: Vec<char>,
    },
}

/// Returns the order of `names` by strokes, and the names it does not decide. Middle dots, white
/// space and a note in brackets (女) do not count.
#[must_use]
pub fn ordered_by_strokes<S: AsRef<str>>(names: &[S], by: StrokeOrder) -> Ordered {
    let names: Vec<Vec<Place>> = names.iter().map(|name| places(name.as_ref(), by)).collect();
    let mut ordering =
        Ordering { names: &names, done: Ordered { order: Vec::new(), undecided: Vec::new() } };
    ordering.put((0..names.len()).collect(), 0);
    ordering.done
}

/// One character of a name, or the empty middle.
type Place = Option<char>;

fn places(name: &str, by: StrokeOrder) -> Vec<Place> {
    let name = folded_name(name);
    let without_note = name.chars().take_while(|c| !matches!(c, '（' | '('));
    let mut places: Vec<Place> = without_note.filter(|&c| c != '·').map(Some).collect();
    if by == StrokeOrder::Surname && places.len() == 2 {
        places.insert(1, None);
    }
    places
}

/// What is known of a character. The empty middle comes first, a count without an order after those
/// with one, nothing at all last.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Strokes {
    Empty,
    Counted { count: usize, order: Order },
    Unknown,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Order {
    Known(&'static str),
    Unknown,
}

impl Strokes {
    fn of_line(key: &'static str) -> Self {
        match key.strip_prefix('#') {
            Some(count) => count
                .parse()
                .map_or(Self::Unknown, |count| Self::Counted { count, order: Order::Unknown }),
            None => Self::Counted { count: key.len(), order: Order::Known(key) },
        }
    }

    fn is_known(self) -> bool {
        match self {
            Self::Empty | Self::Counted { order: Order::Known(_), .. } => true,
            Self::Counted { order: Order::Unknown, .. } | Self::Unknown => false,
        }
    }

    fn count(self) -> Option<usize> {
        match self {
            Self::Empty => Some(0),
            Self::Counted { count, .. } => Some(count),
            Self::Unknown => None,
        }
    }
}

/// The table, read once.
static TABLE: LazyLock<BTreeMap<char, Strokes>> = LazyLock::new(|| {
    let lines = STROKES.lines().filter_map(|line| line.split_once(' '));
    lines
        .flat_map(|(key, characters)| characters.chars().map(move |c| (c, Strokes::of_line(key))))
        .collect()
});

fn strokes_at(place: Place) -> Strokes {
    place.map_or(Strokes::Empty, |c| TABLE.get(&c).copied().unwrap_or(Strokes::Unknown))
}

/// Names that have the same place at one position: a character, and who has it.
struct Group {
    place: Place,
    strokes: Strokes,
    names: Vec<usize>,
}

struct Ordering<'a> {
    names: &'a [Vec<Place>],
    done: Ordered,
}

impl Ordering<'_> {
    /// Puts `rows`, which are the same before position `at`, in order.
    fn put(&mut self, rows: Vec<usize>, at: usize) {
        let (ended, going_on): (Vec<usize>, Vec<usize>) =
            rows.into_iter().partition(|&row| self.names[row].len() <= at);
        self.done.order.extend(&ended);
        self.undecided(ended, WhyUndecided::SameName);
        let groups = self.groups(going_on, at);
        let from = self.done.order.len();
        let mut ends = Vec::new();
        for group in &groups {
            self.put(group.names.clone(), at + 1);
            ends.push(self.done.order.len());
        }
        self.doubts(&groups, from, &ends);
    }

    fn groups(&self, rows: Vec<usize>, at: usize) -> Vec<Group> {
        let mut groups: Vec<Group> = Vec::new();
        for row in rows {
            let place = self.names[row][at];
            match groups.iter_mut().find(|group| group.place == place) {
                Some(group) => group.names.push(row),
                None => groups.push(Group { place, strokes: strokes_at(place), names: vec![row] }),
            }
        }
        groups.sort_by_key(|group| group.strokes); // stable: characters written alike keep the places they had
        groups
    }

    /// Notes the runs of `groups`, which ended at `ends`, whose order is not decided. One of
    /// unknown count belongs anywhere.
    fn doubts(&mut self, groups: &[Group], from: usize, ends: &[usize]) {
        let anywhere = groups.iter().any(|group| group.strokes == Strokes::Unknown);
        let mut start = 0;
        while start < groups.len() {
            let first = groups[start].strokes;
            let alike = |group: &&Group| {
                (anywhere && first != Strokes::Empty) || group.strokes.count() == first.count()
            };
            let mut end = start + groups[start..].iter().take_while(alike).count();
            let not_known =
                characters(groups[start..end].iter().filter(|group| !group.strokes.is_known()));
            let why = if not_known.is_empty() {
                end = start
                    + groups[start..end].iter().take_while(|group| group.strokes == first).count();
                WhyUndecided::SameStrokes { characters: characters(groups[start..end].iter()) }
            } else {
                WhyUndecided::NotKnown { characters: not_known }
            };
            if end - start > 1 {
                let begin = if start == 0 { from } else { ends[start - 1] };
                self.undecided(self.done.order[begin..ends[end - 1]].to_vec(), why);
            }
            start = end;
        }
    }

    fn undecided(&mut self, names: Vec<usize>, why: WhyUndecided) {
        if names.len() > 1 {
            self.done.undecided.push(Undecided { names, why });
        }
    }
}

fn characters<'a>(groups: impl Iterator<Item = &'a Group>) -> Vec<char> {
    groups.filter_map(|group| group.place).collect()
}
