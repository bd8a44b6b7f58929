//! The ZIP container of a DOCX: a few parts in a fixed order, with no time and no system in it.

use std::io::Write;

use flate2::write::DeflateEncoder;
use flate2::{Compression, Crc};

use crate::error::PaperError;

/// A file inside the container.
pub(super) struct Part {
    pub(super) name: &'static str,
    pub(super) content: String,
}

/// 1 January 1980, the first day the format can write.
const DAY: u16 = 0x0021;
/// Version 2.0 of the format: deflate.
const VERSION: u16 = 20;
const DEFLATE: u16 = 8;

/// Returns the parts as one file.
pub(super) fn archive(parts: &[Part]) -> Result<Vec<u8>, PaperError> {
    let (mut bytes, mut directory) = (Vec::new(), Vec::new());
    for part in parts {
        let offset = length(bytes.len())?;
        let (facts, packed) = packed(part)?;
        bytes.extend(0x0403_4b50_u32.to_le_bytes());
        bytes.extend(&facts);
        bytes.extend(part.name.bytes());
        bytes.extend(packed);
        directory.extend(0x0201_4b50_u32.to_le_bytes());
        directory.extend(VERSION.to_le_bytes());
        directory.extend(&facts);
        // No comment, first disk, no attributes.
        directory.extend([0; 10]);
        directory.extend(offset.to_le_bytes());
        directory.extend(part.name.bytes());
    }
    let count = u16::try_from(parts.len()).map_err(|_| too_large())?;
    let (start, size) = (length(bytes.len())?, length(directory.len())?);
    bytes.extend(directory);
    bytes.extend(0x0605_4b50_u32.to_le_bytes());
    bytes.extend([0; 4]);
    bytes.extend([count.to_le_bytes(), count.to_le_bytes()].concat());
    bytes.extend([size.to_le_bytes(), start.to_le_bytes()].concat());
    bytes.extend([0; 2]);
    Ok(bytes)
}

/// Returns what both headers say of a part, and its compressed content.
fn packed(part: &Part) -> Result<(Vec<u8>, Vec<u8>), PaperError> {
    let content = part.content.as_bytes();
    let failed = |cause: std::io::Error| PaperError::Write(cause.to_string());
    let mut encoder = DeflateEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(content).map_err(failed)?;
    let packed = encoder.finish().map_err(failed)?;
    let mut crc = Crc::new();
    crc.update(content);
    let name = u16::try_from(part.name.len()).map_err(|_| too_large())?;
    let mut facts: Vec<u8> =
        [VERSION, 0, DEFLATE, 0, DAY].into_iter().flat_map(u16::to_le_bytes).collect();
    for number in [crc.sum(), length(packed.len())?, length(content.len())?] {
        facts.extend(number.to_le_bytes());
    }
    facts.extend([name.to_le_bytes(), [0; 2]].concat());
    Ok((facts, packed))
}

fn length(bytes: usize) -> Result<u32, PaperError> {
    u32::try_from(bytes).map_err(|_| too_large())
}

fn too_large() -> PaperError {
    PaperError::Write("larger than a ZIP file can be".to_owned())
}
