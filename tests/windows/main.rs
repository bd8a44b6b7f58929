//! The real program, driven by keyboard through its real windows.

mod hall;
mod start;
