//! Papers from their text to their pages and files, as an office gets them.

#[cfg(test)]
mod again;
#[cfg(test)]
mod attack;
#[cfg(test)]
mod ballots;
#[cfg(test)]
mod before;
#[cfg(test)]
mod blocks;
#[cfg(test)]
mod bytes;
#[cfg(test)]
mod clauses;
#[cfg(test)]
mod common;
#[cfg(test)]
mod day;
#[cfg(test)]
mod editable;
#[cfg(test)]
mod faces;
#[cfg(test)]
mod fields;
#[cfg(test)]
mod files;
#[cfg(test)]
mod hindrances;
#[cfg(test)]
mod lines;
#[cfg(test)]
mod manual;
#[cfg(test)]
mod measured;
#[cfg(test)]
mod office;
#[cfg(test)]
mod pages;
#[cfg(test)]
mod pictures;
#[cfg(test)]
mod projects;
#[cfg(test)]
mod rehearsal;
#[cfg(test)]
mod sessions;
#[cfg(test)]
mod sittings;
#[cfg(test)]
mod style;
#[cfg(test)]
mod texts;
#[cfg(test)]
mod told;
#[cfg(test)]
mod whole;
#[cfg(test)]
mod year;
