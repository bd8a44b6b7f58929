//! What printpdf leaves to chance or does its own way is made final here: dates, identifiers,
//! language, page objects, copies.

use std::io::Write;
use std::num::NonZeroU32;

use chrono::NaiveDate;
use flate2::Compression;
use flate2::write::ZlibEncoder;
use lopdf::{Dictionary, Document, Object, ObjectId, SaveOptions, StringFormat};
use sha2::{Digest, Sha256};

use super::kept::Kept;
use super::{Particulars, archive};
use crate::error::PaperError;

/// What a file says it was made with.
pub const PROGRAM: &str = "票决台 Piaojue";

/// Returns the bytes of the finished file.
///
/// # Errors
/// [`PaperError::Write`] when the document lacks an object it must have or cannot be written.
pub fn bytes(mut document: Document, particulars: &Particulars) -> Result<Vec<u8>, PaperError> {
    "1.7".clone_into(&mut document.version);
    let info = document.add_object(information(particulars));
    document.trailer.set("Info", info);
    document.trailer.remove(b"ID");
    let archive = archive::entries(&mut document, particulars);
    describe_catalog(&mut document, &archive)?;
    let originals = plain_pages(&mut document)?;
    put_pages(&mut document, &originals, NonZeroU32::MIN)?;
    document.prune_objects();
    compress(&mut document)?;
    let identifier = identifier(&saved(&mut document)?, particulars.copies);
    document.trailer.set("ID", vec![identifier.clone(), identifier]);
    put_pages(&mut document, &originals, particulars.copies)?;
    document.prune_objects();
    document.renumber_objects();
    saved(&mut document)
}

/// Returns the bytes of a document put together of finished ones, identified by its content.
///
/// # Errors
/// [`PaperError::Write`] when it cannot be written.
pub(super) fn closed(mut document: Document) -> Result<Vec<u8>, PaperError> {
    document.trailer.remove(b"ID");
    document.prune_objects();
    document.renumber_objects();
    let identifier = identifier(&saved(&mut document)?, NonZeroU32::MIN);
    document.trailer.set("ID", vec![identifier.clone(), identifier]);
    saved(&mut document)
}

/// An identifier of the content, which is the same for all copies, and of their number.
fn identifier(one_copy: &[u8], copies: NonZeroU32) -> Object {
    let digest =
        Sha256::new().chain_update(one_copy).chain_update(copies.get().to_be_bytes()).finalize();
    Object::String(digest[..16].to_vec(), StringFormat::Hexadecimal)
}

/// Stronger compression takes several times as long and saves two bytes in a thousand.
const COMPRESSION: u32 = 6;

/// Pressed streams by what they were pressed from. Short ones, such as a page's lines, change with
/// every setting and are soon done.
static PRESSED: Kept<Vec<u8>, Vec<u8>> = Kept::new(24);
const WORTH_KEEPING: usize = 1 << 12;

fn compress(document: &mut Document) -> Result<(), PaperError> {
    let streams = document.objects.values_mut().filter_map(|object| object.as_stream_mut().ok());
    for stream in streams.filter(|stream| stream.allows_compression && !stream.dict.has(b"Filter"))
    {
        let content = std::mem::take(&mut stream.content);
        let compressed = if content.len() < WORTH_KEEPING {
            pressed(&content)?
        } else {
            PRESSED.get_or_make(content, |content| pressed(content))?
        };
        stream.dict.set("Filter", "FlateDecode");
        stream.set_content(compressed);
    }
    Ok(())
}

fn pressed(content: &[u8]) -> Result<Vec<u8>, PaperError> {
    let mut encoder = ZlibEncoder::new(Vec::new(), Compression::new(COMPRESSION));
    encoder.write_all(content).and_then(|()| encoder.finish()).map_err(|cause| failed(&cause))
}

fn saved(document: &mut Document) -> Result<Vec<u8>, PaperError> {
    let mut bytes = Vec::new();
    let options =
        SaveOptions { use_object_streams: true, use_xref_streams: true, ..SaveOptions::default() };
    document.save_with_options(&mut bytes, options).map_err(|cause| failed(&cause))?;
    Ok(bytes)
}

pub(super) fn failed(cause: &impl ToString) -> PaperError {
    PaperError::Write(cause.to_string())
}

fn information(particulars: &Particulars) -> Dictionary {
    let mut information = Dictionary::new();
    information.set("Title", utf16(&particulars.title));
    information.set("Creator", utf16(PROGRAM));
    information.set("Producer", utf16(PROGRAM));
    for key in ["CreationDate", "ModDate"] {
        information.set(
            key,
            Object::String(pdf_date(particulars.date).into_bytes(), StringFormat::Literal),
        );
    }
    information
}

/// Midnight of the day, Beijing time.
fn pdf_date(date: NaiveDate) -> String {
    date.format("D:%Y%m%d000000+08'00'").to_string()
}

/// Text outside the pages is UTF-16 with a byte order mark (ISO 32000-1, 7.9.2.2).
fn utf16(text: &str) -> Object {
    let units = std::iter::once(0xFEFF).chain(text.encode_utf16());
    Object::String(units.flat_map(u16::to_be_bytes).collect(), StringFormat::Hexadecimal)
}

/// A viewer must not scale a ballot: its boxes and margins are meant as they are.
fn describe_catalog(document: &mut Document, archive: &Dictionary) -> Result<(), PaperError> {
    let mut viewer = Dictionary::new();
    viewer.set("DisplayDocTitle", true);
    viewer.set("PrintScaling", "None");
    let catalog = document.catalog_mut().map_err(|cause| failed(&cause))?;
    catalog.set("Lang", Object::string_literal("zh-CN"));
    catalog.set("ViewerPreferences", viewer);
    catalog.extend(archive);
    Ok(())
}

fn page_tree(document: &Document) -> Result<ObjectId, PaperError> {
    document
        .catalog()
        .and_then(|catalog| catalog.get(b"Pages"))
        .and_then(Object::as_reference)
        .map_err(|cause| failed(&cause))
}

/// Returns the pages of one copy; all share one dictionary of resources.
fn plain_pages(document: &mut Document) -> Result<Vec<Dictionary>, PaperError> {
    let pages: Vec<ObjectId> = document.page_iter().collect();
    let root = page_tree(document)?;
    let Some(first) = pages.first() else { return Err(PaperError::Write("no pages".to_owned())) };
    let fonts =
        fonts_only(document, document.get_dictionary(*first).map_err(|cause| failed(&cause))?)?;
    // ISO 19005-2, 6.2.2: named by each page itself, not left to its place in the tree.
    let resources = document.add_object(fonts);
    let mut originals = Vec::new();
    for page in pages {
        let page = document.get_dictionary(page).map_err(|cause| failed(&cause))?;
        originals.push(page_object(root, resources, page)?);
    }
    Ok(originals)
}

/// Puts copies of the pages in the place of those that are there; a copy is a page object with the
/// same content.
fn put_pages(
    document: &mut Document,
    originals: &[Dictionary],
    copies: NonZeroU32,
) -> Result<(), PaperError> {
    let root = page_tree(document)?;
    let mut kids: Vec<Object> = Vec::new();
    for _ in 0..copies.get() {
        for page in originals {
            kids.push(document.add_object(page.clone()).into());
        }
    }
    let count = i64::try_from(kids.len()).map_err(|cause| PaperError::Write(cause.to_string()))?;
    let tree = document.get_dictionary_mut(root).map_err(|cause| failed(&cause))?;
    tree.set("Count", count);
    tree.set("Kids", kids);
    Ok(())
}

/// Returns a page object without what printpdf puts there for other purposes.
fn page_object(
    root: ObjectId,
    resources: ObjectId,
    original: &Dictionary,
) -> Result<Dictionary, PaperError> {
    let mut page = Dictionary::new();
    page.set("Type", "Page");
    page.set("Parent", root);
    page.set("Resources", resources);
    for key in [b"MediaBox".as_slice(), b"Contents"] {
        page.set(key, original.get(key).map_err(|cause| failed(&cause))?.clone());
    }
    Ok(page)
}

fn fonts_only(document: &Document, page: &Dictionary) -> Result<Dictionary, PaperError> {
    let resources = page
        .get_deref(b"Resources", document)
        .and_then(Object::as_dict)
        .map_err(|cause| failed(&cause))?;
    let mut fonts = Dictionary::new();
    fonts.set("Font", resources.get(b"Font").map_err(|cause| failed(&cause))?.clone());
    Ok(fonts)
}
