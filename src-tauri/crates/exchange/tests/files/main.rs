//! What the readers take over, what refuses a file whole, and what the sample session counts to.
#![cfg(test)]

mod cdf;
mod count_files;
mod presets;
mod sample;
mod schema;
mod strokes;
mod tables;
