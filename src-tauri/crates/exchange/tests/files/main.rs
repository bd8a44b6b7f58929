//! What the readers take over, what refuses a file whole, and what the sample session counts to.
#![cfg(test)]

mod count_files;
mod presets;
mod sample;
mod strokes;
mod tables;
