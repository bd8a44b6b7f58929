//! The store from outside: what is recorded, verified, copied, and what survives damage and
//! interruption.
#![cfg(test)]

mod backup;
mod common;
mod copies;
mod damage;
mod hostile;
#[cfg(unix)]
mod interruption;
mod kept;
mod loans;
mod office;
mod pin;
mod record;
mod restoring;
mod verification;
mod views;
