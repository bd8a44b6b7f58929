//! What goes in and out of the program: rosters, projects, keyed ballots, count files, presets and
//! archives.
//!
//! Bytes in, plain values out: opening files is the caller's business. A file with a fault is
//! refused whole, and the error says which file, which line or path, and what is wrong, in fields a
//! window can put into its own language.

pub mod archive;
pub mod cdf;
pub mod count_file;
pub mod engine;
mod files;
mod lists;
mod next;
mod office;
pub mod preset;
mod projects;
mod recount;
pub mod rehearsal;
mod results;
pub mod sample;
pub mod sample_ballots;
pub mod sample_meeting;
mod sample_table;
pub mod sample_year;
pub mod sheet;
mod spelling;
pub mod table;

pub use archive::{Archive, ArchiveFault, parts_of, read_archive, write_archive};
pub use cdf::{CdfError, CdfFault, read_cdf, write_cdf};
pub use count_file::{CountFile, CountFileError, count_file_of, read_count_file, write_count_file};
pub use files::file_name;
pub use lists::{read_deputies, read_observers, read_past_projects, read_projects, read_staff};
pub use next::{Beginning, Newcomer, NextAsked, NextSession, presets_of_last};
pub use office::{write_proposals, write_record};
pub use preset::{HandPreset, Preset, PresetError, read_preset};
pub use projects::write_projects;
pub use recount::{Recount, Recounted, recounted};
pub use results::write_results;
pub use sample::Sample;
pub use sample_ballots::{KeyedSheet, PaperRuling, read_keying, read_rulings};
pub use sample_meeting::{SampleMeeting, read_meeting};
pub use sample_table::{CellFault, TableError, TableFault};
pub use sheet::{Sheet, SheetCell, SheetColumn, SheetError, write_list, write_sheets};
pub use spelling::spelling;
pub use table::{ListError, ProjectRow, StaffRow};
