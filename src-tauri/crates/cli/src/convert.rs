//! `convert`: a count file as NIST SP 1500-103 cast vote records, and back. What cannot be taken
//! over whole leaves nothing behind.

use std::io::Read;
use std::process::ExitCode;
use std::time::{SystemTime, UNIX_EPOCH};
use std::{fs, io};

use chrono::{DateTime, FixedOffset};
use exchange::{read_cdf, read_count_file, write_cdf, write_count_file};

use crate::arguments::{Convert, Format};
use crate::count::{say, shown};
use crate::trouble::Trouble;

pub(crate) fn convert(asked: &Convert) -> Result<ExitCode, Trouble> {
    let file = shown(&asked.file);
    let bytes = bytes_of(asked).map_err(|source| Trouble::File { path: file.clone(), source })?;
    let text = match asked.to {
        Format::Cdf => {
            let round = read_count_file(&bytes)
                .map_err(|error| Trouble::CountFile { file: file.clone(), error })?;
            write_cdf(&round, asked.at.unwrap_or_else(now))
                .map_err(|error| Trouble::Cdf { file, error })?
        }
        Format::Count => {
            let round = read_cdf(&bytes).map_err(|error| Trouble::Cdf { file, error })?;
            write_count_file(&round.contests, &round.control, round.valid_if, &round.sheets)?
        }
    };
    say(&text)
}

fn bytes_of(asked: &Convert) -> io::Result<Vec<u8>> {
    if asked.file.as_os_str() != "-" {
        return fs::read(&asked.file);
    }
    let mut bytes = Vec::new();
    io::stdin().lock().read_to_end(&mut bytes).map(|_| bytes)
}

fn now() -> DateTime<FixedOffset> {
    let seconds = SystemTime::now()
        .duration_since(UNIX_EPOCH)
        .ok()
        .and_then(|since| i64::try_from(since.as_secs()).ok());
    DateTime::from_timestamp(seconds.unwrap_or_default(), 0).unwrap_or_default().fixed_offset()
}
