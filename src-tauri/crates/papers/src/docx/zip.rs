//! The ZIP container of a DOCX: a few parts in a fixed order, with no time and no system in it.

use std::io::{Cursor, Write};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

use crate::error::PaperError;

/// A file inside the container.
pub(super) struct Part {
    pub(super) name: &'static str,
    pub(super) content: String,
}

/// Returns the parts as one file; the same parts give the same bytes.
pub(super) fn archive(parts: &[Part]) -> Result<Vec<u8>, PaperError> {
    // The first day the format can write, 1 January 1980.
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .compression_level(Some(9))
        .last_modified_time(DateTime::DEFAULT);
    let failed = |cause: String| PaperError::Write(cause);
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    for part in parts {
        archive.start_file(part.name, options).map_err(|cause| failed(cause.to_string()))?;
        archive.write_all(part.content.as_bytes()).map_err(|cause| failed(cause.to_string()))?;
    }
    Ok(archive.finish().map_err(|cause| failed(cause.to_string()))?.into_inner())
}
