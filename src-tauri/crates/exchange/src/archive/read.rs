//! Reading: a file that may come from anybody is unpacked under a limit, and every part is held
//! against the list.

use std::collections::BTreeMap;
use std::io::{Cursor, Read};

use zip::ZipArchive;

use super::write::sha256;
use super::{ArchiveFault, MANIFEST, Part};

/// The most an archive may unpack to, in bytes; a long day's is some fifty million.
const MOST: u64 = 1_000_000_000;
/// The most parts of one.
const MOST_PARTS: usize = 10_000;

/// The parts of an archive, each as it was listed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Archive {
    parts: BTreeMap<String, Vec<u8>>,
}

impl Archive {
    /// Returns the parts, by name, without the list.
    #[must_use]
    pub fn parts(&self) -> &BTreeMap<String, Vec<u8>> {
        &self.parts
    }

    /// Returns the name of the session's file, without its folder and end, and its bytes.
    ///
    /// # Errors
    /// [`ArchiveFault::NoSession`] unless there is exactly one.
    pub fn session(&self) -> Result<(&str, &[u8]), ArchiveFault> {
        let mut found = self.parts.iter().filter_map(|(part, bytes)| {
            let file = part.rsplit('/').next().unwrap_or(part);
            Some((file.strip_suffix(".piaojue")?, bytes.as_slice()))
        });
        match (found.next(), found.next()) {
            (Some(session), None) => Ok(session),
            (None, _) | (Some(_), Some(_)) => Err(ArchiveFault::NoSession),
        }
    }

    /// Returns the names of the parts that are not the same as these, or are in one of the two only.
    #[must_use]
    pub fn other_than(&self, parts: &[Part]) -> Vec<String> {
        let made: BTreeMap<&str, &[u8]> =
            parts.iter().map(|part| (part.name.as_str(), part.bytes.as_slice())).collect();
        let found = |name: &str| self.parts.get(name).map(Vec::as_slice);
        let names = self.parts.keys().map(String::as_str).chain(made.keys().copied());
        let mut other: Vec<String> = names
            .filter(|name| found(name) != made.get(name).copied())
            .map(str::to_owned)
            .collect();
        other.sort();
        other.dedup();
        other
    }
}

/// Reads an archive, every part of it as it was listed.
///
/// # Errors
/// The first thing that is wrong.
pub fn read_archive(bytes: &[u8]) -> Result<Archive, ArchiveFault> {
    let mut parts = unpacked(bytes)?;
    let list = parts.remove(MANIFEST).ok_or(ArchiveFault::NoList)?;
    let mut left: BTreeMap<&str, &[u8]> =
        parts.iter().map(|(name, bytes)| (name.as_str(), bytes.as_slice())).collect();
    for line in String::from_utf8(list).map_err(|_| ArchiveFault::NoList)?.lines() {
        let (listed, name) = line.split_once("  ").ok_or(ArchiveFault::NoList)?;
        let part = left.remove(name);
        let part = part.ok_or_else(|| ArchiveFault::Missing { name: name.to_owned() })?;
        if sha256(part) != listed {
            return Err(ArchiveFault::Changed { name: name.to_owned() });
        }
    }
    let stranger = left.keys().next().map(|name| (*name).to_owned());
    match stranger {
        Some(name) => Err(ArchiveFault::NotListed { name }),
        None => Ok(Archive { parts }),
    }
}

fn unpacked(bytes: &[u8]) -> Result<BTreeMap<String, Vec<u8>>, ArchiveFault> {
    let not = |said: String| ArchiveFault::NotAnArchive { said };
    let mut zip = ZipArchive::new(Cursor::new(bytes)).map_err(|error| not(error.to_string()))?;
    if zip.len() > MOST_PARTS {
        return Err(ArchiveFault::TooLarge { most: MOST });
    }
    let (mut parts, mut room) = (BTreeMap::new(), MOST);
    for index in 0..zip.len() {
        let part = zip.by_index(index).map_err(|error| not(error.to_string()))?;
        let name = part.name().map_err(|error| not(error.to_string()))?.into_owned();
        let mut bytes = Vec::new();
        // What a part says of its own size is not believed.
        let read = part.take(room.saturating_add(1)).read_to_end(&mut bytes);
        let read = read.map_err(|error| not(error.to_string()))?;
        room = u64::try_from(read)
            .ok()
            .and_then(|read| room.checked_sub(read))
            .ok_or(ArchiveFault::TooLarge { most: MOST })?;
        if parts.insert(name.clone(), bytes).is_some() {
            return Err(ArchiveFault::Twice { name });
        }
    }
    Ok(parts)
}
