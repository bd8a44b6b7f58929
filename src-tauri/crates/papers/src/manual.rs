//! 使用手册: a page for each of those who work with the program, to be printed and kept at hand. It
//! is of no session and needs none.

use std::collections::BTreeMap;
use std::num::NonZeroU32;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::layout::setup::Setup;
use crate::render::{OfficeStyle, Paper};
use crate::{PaperError, Rendered};

/// Whose page it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum ManualRole {
    /// 秘书.
    Secretary,
    /// 计票人.
    Teller,
    /// 总监票人、监票人.
    Scrutineer,
    /// 大屏操作.
    Projectionist,
}

impl ManualRole {
    pub const ALL: [Self; 4] =
        [Self::Secretary, Self::Teller, Self::Scrutineer, Self::Projectionist];

    /// Returns the title of the page, which names its file.
    #[must_use]
    pub fn title(self) -> &'static str {
        match self {
            Self::Secretary => "使用手册（秘书）",
            Self::Teller => "使用手册（计票人）",
            Self::Scrutineer => "使用手册（总监票人、监票人）",
            Self::Projectionist => "使用手册（大屏操作）",
        }
    }

    fn text(self) -> &'static str {
        match self {
            Self::Secretary => include_str!("../../../../assets/papers/manual/secretary.j2"),
            Self::Teller => include_str!("../../../../assets/papers/manual/teller.j2"),
            Self::Scrutineer => include_str!("../../../../assets/papers/manual/scrutineer.j2"),
            Self::Projectionist => {
                include_str!("../../../../assets/papers/manual/projectionist.j2")
            }
        }
    }
}

/// A manual has no day of its own; a file needs one.
const WRITTEN: Option<NaiveDate> = NaiveDate::from_ymd_opt(2026, 1, 1);

/// Returns the page of the manual for one of them, in the style of the standard.
///
/// # Errors
/// Any [`PaperError`].
pub fn manual(of: ManualRole) -> Result<Rendered, PaperError> {
    Paper {
        kind: "manual",
        title: of.title().to_owned(),
        date: WRITTEN.unwrap_or_default(),
        text: of.text(),
        fields: &BTreeMap::<&str, &str>::new(),
        setup: Setup::report(None),
    }
    .render_in(&OfficeStyle::standard()?, NonZeroU32::MIN)
}
