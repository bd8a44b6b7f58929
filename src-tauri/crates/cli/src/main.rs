//! piaojue-cli: the same crates without a window. Counts and converts count files, verifies
//! sessions, writes out their journals and archives, restores and rehearses them, runs the sample session,
//! reads lists, gives out issued papers.

mod arguments;
mod convert;
mod count;
mod demo;
mod journal;
mod language;
mod next;
mod print;
mod rehearse;
mod restore;
mod seal;
mod sentences;
mod table;
mod tables;
mod trouble;
mod verify;

use std::process::ExitCode;

use arguments::{Arguments, Task};
use clap::Parser;
use language::Language;
use trouble::Trouble;

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    let language = Language::chosen(arguments.lang, |name| std::env::var(name).ok());
    let done = match &arguments.task {
        Task::Count(asked) => count::count(asked),
        Task::Convert(asked) => convert::convert(asked),
        Task::Verify(asked) => verify::verify(asked, language),
        Task::Journal(asked) => journal::journal(asked),
        Task::Seal(asked) => seal::seal(asked, language),
        Task::Restore(asked) => restore::restore(asked, language),
        Task::Next(asked) => next::next(asked, language),
        Task::Demo(asked) => demo::demo(asked, language),
        Task::Rehearse(asked) => rehearse::rehearse(asked, language),
        Task::Table(asked) => table::table(asked, language),
        Task::Tables(asked) => tables::tables(asked, language),
        Task::Print(asked) => print::print(asked, language),
    };
    done.unwrap_or_else(|trouble| refused(&trouble, language))
}

/// One line on standard error and exit status 2.
fn refused(trouble: &Trouble, language: Language) -> ExitCode {
    eprintln!("piaojue-cli: {}", sentences::visible(&sentences::of_trouble(trouble, language)));
    ExitCode::from(2)
}
