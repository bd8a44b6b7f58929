//! The store from outside: what is recorded, verified, copied, and what survives damage and
//! interruption.
#![cfg(test)]

mod backup;
mod common;
mod copies;
mod damage;
#[cfg(target_os = "linux")]
mod faults;
mod hostile;
#[cfg(unix)]
mod interruption;
mod kept;
mod link;
mod loans;
mod office;
mod pin;
mod projects;
mod record;
mod rehearsal;
mod restoring;
mod verification;
mod views;
mod whole;
