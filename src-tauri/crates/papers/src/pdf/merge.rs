//! Several issued papers as one file, each page exactly as it was issued.

use lopdf::{Dictionary, Document, Object, ObjectId};

use super::finish;
use crate::error::PaperError;

/// Returns the pages of all files, in their order, as one PDF that describes itself as the first
/// one does.
///
/// # Errors
/// [`PaperError::Write`] when a file is no PDF or there is none.
pub fn merged(files: &[&[u8]]) -> Result<Vec<u8>, PaperError> {
    let mut loaded =
        files.iter().map(|bytes| Document::load_mem(bytes).map_err(|cause| finish::failed(&cause)));
    let mut whole = loaded.next().ok_or_else(|| finish::failed(&"no paper to merge"))??;
    let mut pages: Vec<ObjectId> = whole.get_pages().into_values().collect();
    for document in loaded {
        let mut document = document?;
        document.renumber_objects_with(whole.max_id + 1);
        whole.max_id = document.max_id;
        pages.extend(document.get_pages().into_values());
        whole.objects.extend(document.objects);
    }
    let root = whole
        .catalog()
        .and_then(|catalog| catalog.get(b"Pages"))
        .and_then(Object::as_reference)
        .map_err(|cause| finish::failed(&cause))?;
    for page in &pages {
        let page = whole
            .get_object_mut(*page)
            .and_then(Object::as_dict_mut)
            .map_err(|cause| finish::failed(&cause))?;
        page.set("Parent", root);
    }
    let mut tree = Dictionary::new();
    tree.set("Type", "Pages");
    tree.set("Count", i64::try_from(pages.len()).unwrap_or(i64::MAX));
    tree.set("Kids", pages.into_iter().map(Object::Reference).collect::<Vec<_>>());
    whole.objects.insert(root, tree.into());
    finish::closed(whole)
}
