//! 命令行上的文件: what a person or the file manager names when the program starts: a path from the
//! root or from where they stand, or a `file:` URI.

use std::ffi::OsStr;
use std::path::{Path, PathBuf};

use tauri::Url;

/// Returns the file that an argument names, seen from `folder`.
pub(crate) fn file(argument: &OsStr, folder: &Path) -> PathBuf {
    let uri = argument
        .to_str()
        .filter(|text| text.get(..5).is_some_and(|scheme| scheme.eq_ignore_ascii_case("file:")));
    uri.and_then(|uri| Url::parse(uri).ok())
        .and_then(|uri| uri.to_file_path().ok())
        .unwrap_or_else(|| folder.join(argument))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_named_by_a_path_or_a_uri() {
        let home = Path::new("/home/chen");
        let cases = [
            ("/data/a.piaojue", "/data/a.piaojue"),
            ("a.piaojue", "/home/chen/a.piaojue"),
            ("会议/a.piaojue", "/home/chen/会议/a.piaojue"),
            ("file:///data/%E4%BC%9A%20%E8%AE%AE.piaojue", "/data/会 议.piaojue"),
            ("FILE:///data/a.piaojue", "/data/a.piaojue"),
            ("file:a.piaojue", "/a.piaojue"),
        ];
        for (argument, wanted) in cases {
            assert_eq!(file(OsStr::new(argument), home), Path::new(wanted), "{argument}");
        }
    }
}
