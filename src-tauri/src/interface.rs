//! The commands of `commands/list.rs`, answered and described.

use std::num::NonZeroU16;
use std::path::PathBuf;

use exchange::NextAsked;
use exchange::table::{Taken, Target};
use papers::{ManualRole, Stop, TextFault};
use session::ballot::Ballot;
use session::floor::hall::Scene;
use session::floor::meeting::Meeting;
use session::name::strokes::{Ordered, StrokeOrder};
use session::paper::{PaperKind, Style};
use session::views::checklist::ChecklistView;
use session::views::count::CountView;
use session::views::desk::DeskView;
use session::views::floor::FloorView;
use session::views::frame::FrameView;
use session::views::hall::HallView;
use session::views::hall::room::HallRoomView;
use session::views::hand::HandDeskView;
use session::views::papers::PapersView;
use session::views::prepare::PrepareView;
use session::views::projects::ProjectsView;
use session::views::proposals::ProposalsView;
use session::views::record::RecordView;
use session::views::settings::SettingsView;
use session::views::sittings::SittingsView;
use session::{Command, HandVoteId, PaperId, Pass, PersonId, RoundId};
use tauri::Runtime;
use tauri::ipc::Invoke;
use ts_rs::TS;

use crate::asked::{Asked, argument};
use crate::commands::about::About;
use crate::commands::archive::{Archived, Verified};
use crate::commands::bring_in::{TableAsked, TableLook, TableSource};
use crate::commands::loans::{LoanFile, ToLend};
use crate::commands::next::LastLook;
use crate::commands::papers::Saved;
use crate::commands::presets::Presets;
use crate::commands::rehearsal::MadeUp;
use crate::commands::start::{Recovered, StartView};
use crate::commands::style::FacesView;
use crate::commands::texts::{PaperText, Pdf};
use crate::copies::CopiesView;
use crate::dialog::Language;
use crate::drawn::HallSays;
use crate::printer::Sides;
use crate::screens::HallWindow;

/// Told of every command, in the order of the list.
pub trait Listener {
    /// A command begins, with the windows that may call it.
    fn command(&mut self, name: &'static str, windows: &[&'static str]);
    /// The next of its arguments.
    fn argument<T: TS + 'static>(&mut self, name: &'static str);
    /// What it answers; no more is said of it.
    fn answer<T: TS + 'static>(&mut self);
}

macro_rules! answered {
    (view, $asked:ident, $path:path, $($argument:ident),*) => {
        $asked.in_order(move |_, open| $path(open, $($argument),*))
    };
    (record, $asked:ident, $path:path, $($argument:ident),*) => {
        $asked.in_order(move |app, open| $path(app, open, $($argument),*))
    };
    (beside, $asked:ident, $path:path, $($argument:ident),*) => {
        $asked.beside(move |app| $path(app, $($argument),*))
    };
    (plain, $asked:ident, $path:path, $($argument:ident),*) => {
        $asked.beside(move |_| Ok($path($($argument),*)))
    };
    (choosing, $asked:ident, $path:path, $($argument:ident),*) => {
        $path($asked, $($argument),*)
    };
}

macro_rules! commands {
    ($($module:ident { $(
        [$($window:ident),+] $way:ident $name:ident($($argument:ident: $type:ty),*) -> $answer:ty;
    )* })*) => {
        /// Puts a window's question where it is answered; false if there is no such command. What
        /// is asked in order stands in the queue when this returns.
        pub(crate) fn asked<R: Runtime>(invoke: Invoke<R>) -> bool {
            $($(if invoke.message.command() == stringify!($name) {
                $(let $argument: $type =
                    match argument(&invoke, stringify!($name), stringify!($argument)) {
                        Ok(argument) => argument,
                        Err(error) => {
                            invoke.resolver.invoke_error(error);
                            return true;
                        }
                    };)*
                let asked = Asked::<R, $answer>::of(invoke);
                answered!($way, asked, crate::commands::$module::$name, $($argument),*);
                return true;
            })*)*
            false
        }

        /// Describes every command.
        pub fn describe(listener: &mut impl Listener) {
            $($(
                listener.command(stringify!($name), &[$(stringify!($window)),+]);
                $(listener.argument::<$type>(stringify!($argument));)*
                listener.answer::<$answer>();
            )*)*
        }
    };
}

include!("commands/list.rs");
