//! A sheet as it stands inside a workbook: the packing is right, the sheet is anybody's. Bytes
//! changed in a packed file seldom get past its checksums.
#![no_main]

use std::io::{Cursor, Write};

use exchange::table::{List, Options, read};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

const BOOK: &str = r#"<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="名册" sheetId="1" r:id="rId1"/></sheets></workbook>"#;
const LINKS: &str = r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>"#;
const TEXTS: &str = r#"<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><si><t>序号</t></si><si><t>姓名</t></si><si><t>项目名称</t></si><si><t>总投资（万元）</t></si><si><t>完成时限</t></si></sst>"#;
const STYLES: &str = r#"<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>"#;

fn packed(parts: &[(&str, &[u8])]) -> Option<Vec<u8>> {
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in parts {
        archive.start_file(*name, options).ok()?;
        archive.write_all(bytes).ok()?;
    }
    Some(archive.finish().ok()?.into_inner())
}

fn old(stream: &[u8]) -> Option<Vec<u8>> {
    let mut file = cfb::CompoundFile::create(Cursor::new(Vec::new())).ok()?;
    file.create_stream("/Workbook").ok()?.write_all(stream).ok()?;
    file.flush().ok()?;
    Some(file.into_inner().into_inner())
}

libfuzzer_sys::fuzz_target!(
    // A reader of workbooks that panics has met a broken one, which is an answer.
    init: std::panic::set_hook(Box::new(|_| {})),
    |bytes: &[u8]| {
        let Some((which, sheet)) = bytes.split_first() else { return };
        let (name, book) = match which % 3 {
            0 => ("名册.xlsx", packed(&[
                ("xl/workbook.xml", BOOK.as_bytes()),
                ("xl/_rels/workbook.xml.rels", LINKS.as_bytes()),
                ("xl/sharedStrings.xml", TEXTS.as_bytes()),
                ("xl/styles.xml", STYLES.as_bytes()),
                ("xl/worksheets/sheet1.xml", sheet),
            ])),
            1 => ("名册.ods", packed(&[
                ("mimetype", b"application/vnd.oasis.opendocument.spreadsheet"),
                ("content.xml", sheet),
            ])),
            _ => ("名册.xls", old(sheet)),
        };
        let Some(book) = book else { return };
        for list in [List::Deputies, List::Projects, List::LastYear] {
            let _ = read(list, name, &book, &Options::default(), &|_| true);
        }
    }
);
