//! 字段: which names a text may use, so that a misspelt one is pointed at before anything is set.

use chrono::{NaiveDate, NaiveDateTime};

/// What a field holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Shape {
    /// Text, a number, a date: nothing inside.
    Value,
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

/// Defines structs whose fields a text may name.
macro_rules! records {
    ($($(#[$about:meta])* pub struct $name:ident { $($(#[$of:meta])* pub $field:ident: $type:ty,)* })*) => {
        $(
            $(#[$about])*
            #[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
            pub struct $name {
                $($(#[$of])* pub $field: $type,)*
            }

            impl $crate::data::fields::Fields for $name {
                fn shape() -> $crate::data::fields::Shape {
                    $crate::data::fields::Shape::Record(vec![
                        $((stringify!($field), <$type as $crate::data::fields::Fields>::shape()),)*
                    ])
                }
            }
        )*
    };
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
