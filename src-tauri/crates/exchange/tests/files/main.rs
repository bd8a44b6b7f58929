//! What the readers take over, what refuses a file whole, and what the sample session counts to.
#![cfg(test)]

mod cases;
mod cdf;
mod count_files;
mod engine;
mod lists;
mod next;
mod office;
mod presets;
mod rehearsal;
mod sample;
mod schema;
mod sheets;
mod tables;
mod targets;
