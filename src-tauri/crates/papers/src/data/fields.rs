//! 字段: which names a text may use, so that a misspelt one is pointed at before anything is set.

use chrono::{NaiveDate, NaiveDateTime};
use session::ballot::{HallCounting, OptionOrder};
use session::projects::Standing;
use session::sittings::SittingKind;
use session::tally::{Assessment, Kind, Next, ValidIf};

use crate::layout::measure::PageSize;
use crate::layout::setup::OnASheet;

/// What a field holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Shape {
    /// Text, a number, a date, a word of docs/count-file.md: nothing inside.
    Value,
    /// A rule as docs/count-file.md writes it, whose names are told there.
    Rule,
    /// Any number of these.
    List(Box<Shape>),
    /// Fields by name.
    Record(Vec<(&'static str, Shape)>),
}

/// Something whose fields a text may name.
pub trait Fields {
    /// Returns the fields by name.
    fn shape() -> Shape;
}

macro_rules! value {
    ($($type:ty),*) => {
        $(impl Fields for $type {
            fn shape() -> Shape {
                Shape::Value
            }
        })*
    };
}

value!(String, bool, u16, u32, i32, usize, NaiveDate, NaiveDateTime);
value!(HallCounting, Next, OnASheet, OptionOrder, PageSize, SittingKind, Standing, ValidIf);

impl Fields for Kind {
    fn shape() -> Shape {
        Shape::Record(vec![("kind", Shape::Value), ("rule", Shape::Rule)])
    }
}

impl Fields for Assessment {
    fn shape() -> Shape {
        Shape::Rule
    }
}

impl<T: Fields> Fields for Option<T> {
    fn shape() -> Shape {
        T::shape()
    }
}

impl<T: Fields> Fields for Vec<T> {
    fn shape() -> Shape {
        Shape::List(Box::new(T::shape()))
    }
}

/// Defines structs whose fields a text may name. The fields of one behind `flat` stand among their
/// own.
macro_rules! records {
    ($(
        $(#[$about:meta])*
        pub struct $name:ident {
            $(flat $(#[$of_flat:meta])* pub $flat:ident: $flat_type:ty,)?
            $($(#[$of:meta])* pub $field:ident: $type:ty,)*
        }
    )*) => {
        $(
            $(#[$about])*
            #[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
            pub struct $name {
                $($(#[$of_flat])* #[serde(flatten)] pub $flat: $flat_type,)?
                $($(#[$of])* pub $field: $type,)*
            }

            impl $crate::data::fields::Fields for $name {
                fn shape() -> $crate::data::fields::Shape {
                    let own = vec![
                        $((stringify!($field), <$type as $crate::data::fields::Fields>::shape()),)*
                    ];
                    $(let own = $crate::data::fields::beside(
                        own,
                        <$flat_type as $crate::data::fields::Fields>::shape(),
                    );)?
                    $crate::data::fields::Shape::Record(own)
                }
            }
        )*
    };
}

/// Returns fields with those of a record beside them.
pub(crate) fn beside(
    mut own: Vec<(&'static str, Shape)>,
    flat: Shape,
) -> Vec<(&'static str, Shape)> {
    match flat {
        Shape::Record(fields) => own.extend(fields),
        Shape::Value | Shape::Rule | Shape::List(_) => {}
    }
    own
}

/// Defines words that a text compares with, written in snake case.
macro_rules! words {
    ($($(#[$about:meta])* pub enum $name:ident { $($(#[$of:meta])* $variant:ident,)* })*) => {
        $(
            $(#[$about])*
            #[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize)]
            #[serde(rename_all = "snake_case")]
            pub enum $name {
                $($(#[$of])* $variant,)*
            }

            impl $crate::data::fields::Fields for $name {
                fn shape() -> $crate::data::fields::Shape {
                    $crate::data::fields::Shape::Value
                }
            }
        )*
    };
}

pub(crate) use records;
pub(crate) use words;
