//! Writing: parts in a fixed order, with no time and no system in them, and their list.

use std::io::{Cursor, Write};

use sha2::{Digest, Sha256};
use zip::result::ZipResult;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

use super::{ArchiveFault, MANIFEST, Part};

/// Returns the parts and their list as one file. `done` is told how many parts are packed, after
/// each.
///
/// # Errors
/// [`ArchiveFault::NotAnArchive`] where the packer fails.
pub fn write_archive(parts: &[Part], done: impl FnMut(usize)) -> Result<Vec<u8>, ArchiveFault> {
    packed(parts, done).map_err(|error| ArchiveFault::NotAnArchive { said: error.to_string() })
}

fn packed(parts: &[Part], mut done: impl FnMut(usize)) -> ZipResult<Vec<u8>> {
    // The first day the format can write, 1 January 1980.
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(DateTime::DEFAULT);
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    let list = Part { name: MANIFEST.to_owned(), bytes: list_of(parts).into_bytes() };
    for (number, part) in (1..).zip(parts.iter().chain([&list])) {
        archive.start_file(part.name.as_str(), options)?;
        archive.write_all(&part.bytes)?;
        done(number);
    }
    Ok(archive.finish()?.into_inner())
}

/// A line a part, as `sha256sum` writes it.
fn list_of(parts: &[Part]) -> String {
    let lines = parts.iter().map(|part| format!("{}  {}", sha256(&part.bytes), part.name));
    lines.chain([String::new()]).collect::<Vec<_>>().join("\n")
}

/// SHA-256 as 64 lower-case hexadecimal figures.
pub(super) fn sha256(bytes: &[u8]) -> String {
    let figure = |nibble: u8| char::from_digit(u32::from(nibble), 16).unwrap_or_default();
    let digest = Sha256::digest(bytes);
    digest.iter().flat_map(|byte| [figure(byte >> 4), figure(byte & 15)]).collect()
}
