//! DOCX: what an office edits says what the PDF says, twice the same, on the grid of the standard.

use std::collections::BTreeMap;
use std::io::Read;

use flate2::read::DeflateDecoder;
use papers::docx_of_session;
use session::paper::PaperKind;
use session::views::papers::view;

use crate::day::{read, set};
use crate::told::Told;
use crate::whole::usual_day;

fn number(bytes: &[u8], at: usize, width: usize) -> usize {
    bytes[at..at + width].iter().rev().fold(0, |sum, byte| sum * 256 + usize::from(*byte))
}

/// Reads a ZIP file by its directory, as others do.
fn parts(bytes: &[u8]) -> BTreeMap<String, String> {
    let end = bytes.len() - 22;
    assert_eq!(&bytes[end..end + 4], b"PK\x05\x06");
    let (count, mut at) = (number(bytes, end + 10, 2), number(bytes, end + 16, 4));
    let mut parts = BTreeMap::new();
    for _ in 0..count {
        assert_eq!(&bytes[at..at + 4], b"PK\x01\x02");
        let (crc, packed, size) =
            (number(bytes, at + 16, 4), number(bytes, at + 20, 4), number(bytes, at + 24, 4));
        let (name, offset) = (number(bytes, at + 28, 2), number(bytes, at + 42, 4));
        let start = offset + 30 + number(bytes, offset + 26, 2) + number(bytes, offset + 28, 2);
        let mut content = String::new();
        DeflateDecoder::new(&bytes[start..start + packed]).read_to_string(&mut content).unwrap();
        let mut sum = flate2::Crc::new();
        sum.update(content.as_bytes());
        assert_eq!((content.len(), usize::try_from(sum.sum()).unwrap()), (size, crc));
        parts.insert(String::from_utf8(bytes[at + 46..at + 46 + name].to_vec()).unwrap(), content);
        at += 46 + name;
    }
    parts
}

/// Returns what stands inside the elements of a name; none of them holds another of its name.
fn within<'a>(xml: &'a str, element: &str) -> Vec<&'a str> {
    let (opened, closed) = (format!("<w:{element}"), format!("</w:{element}>"));
    let begins = |(at, _): &(usize, &str)| xml[at + opened.len()..].starts_with(['>', ' ']);
    let inside =
        |(at, _): (usize, &str)| xml[at..].split_once('>')?.1.split(closed.as_str()).next();
    xml.match_indices(opened.as_str()).filter(begins).filter_map(inside).collect()
}

fn text(xml: &str) -> String {
    let text: String = within(xml, "t").concat();
    let plain = text
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&amp;", "&");
    // A blank to be filled in is drawn in the PDF.
    plain.chars().filter(|c| !c.is_whitespace() && *c != '_').collect()
}

fn told() -> Told {
    let mut told = Told::sample();
    told.projects();
    told
}

fn editable(told: &Told) -> Vec<PaperKind> {
    let papers = view(&told.session).papers.into_iter().filter(|paper| paper.missing.is_none());
    papers.map(|paper| paper.kind).filter(PaperKind::is_editable).collect()
}

fn docx(told: &Told, of: &PaperKind) -> Vec<u8> {
    docx_of_session(&told.session, of).unwrap()
}

#[test]
fn what_an_office_edits_says_what_the_pdf_says() {
    let told = told();
    let kinds = editable(&told);
    assert!(kinds.len() >= 8, "{kinds:?}");
    for (index, of) in kinds.iter().enumerate() {
        let paper = set(&told, of);
        let bytes = docx(&told, of);
        let path = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!(
            "editable-{:02}-{}.docx",
            index + 1,
            paper.title
        ));
        std::fs::write(path, &bytes).unwrap();
        let document = parts(&bytes).remove("word/document.xml").unwrap();
        let mut printed = read("editable", index + 1, &paper);
        for page in 1..=paper.rendered.pages {
            printed = printed.replacen(&format!("—{page}—"), "", 1);
        }
        // A head is printed on every page of its table, and written once.
        for row in within(&document, "tr").into_iter().filter(|row| row.contains("<w:tblHeader/>"))
        {
            let head = text(row);
            let first = printed.find(&head).unwrap() + head.len();
            printed = printed[..first].to_owned() + &printed[first..].replace(&head, "");
        }
        assert_eq!(text(&document), printed, "{of:?}");
    }
}

#[test]
fn same_session_same_docx() {
    let (one, other) = (told(), told());
    for of in editable(&one) {
        assert!(docx(&one, &of) == docx(&other, &of), "{of:?}");
    }
}

/// GB/T 9704-2012, 5.2: A4, margins of 37 and 28 mm, 22 lines of 28 characters of 3号 in 仿宋,
/// titles of 2号, page numbers odd and even.
#[test]
fn gbt_9704_the_page_and_its_grid_stand_in_the_file() {
    let told = told();
    let parts = parts(&docx(&told, &PaperKind::Summary));
    let document = &parts["word/document.xml"];
    for said in [
        r#"<w:pgSz w:w="11906" w:h="16838"/>"#,
        r#"<w:pgMar w:top="2098" w:right="1474" w:bottom="1984" w:left="1587""#,
        r#"<w:docGrid w:type="lines" w:linePitch="579"/>"#,
        r#"w:firstLineChars="200""#,
        r#"<w:pStyle w:val="Title"/>"#,
        r#"<w:spacing w:val="-5"/><w:sz w:val="32"/>"#,
        r#"<w:sz w:val="44"/>"#,
        r#"w:eastAsia="仿宋_GB2312""#,
    ] {
        assert!(document.contains(said), "{said}");
    }
    assert!(parts["word/settings.xml"].contains("<w:evenAndOddHeaders/>"));
    assert!(
        parts["word/footer1.xml"].contains(r#"<w:jc w:val="right"/>"#)
            && parts["word/footer2.xml"].contains(r#"<w:jc w:val="left"/>"#)
    );
    assert!(
        parts["word/fontTable.xml"]
            .contains(r#"<w:font w:name="仿宋_GB2312"><w:altName w:val="仿宋"/>"#)
    );
    assert!(parts["docProps/core.xml"].contains("2026-01-16T00:00:00Z"));
}

#[test]
fn a_wide_table_lies_on_a_page_of_its_own_and_repeats_its_head() {
    let told = told();
    let round = told.session.rounds()[0].id();
    let document =
        parts(&docx(&told, &PaperKind::Decision { round })).remove("word/document.xml").unwrap();
    let sheets: Vec<&str> =
        document.split("<w:pgSz").skip(1).map(|rest| rest.split("/>").next().unwrap()).collect();
    assert_eq!(
        sheets,
        [r#" w:w="11906" w:h="16838""#, r#" w:w="16838" w:h="11906" w:orient="landscape""#]
    );
    assert_eq!(document.matches("<w:tblHeader/>").count(), 1);
}

#[test]
fn what_a_ballot_or_a_signed_report_says_is_not_edited() {
    let told = told();
    let round = told.session.rounds()[0].id();
    let ballot = told.session.rounds()[0].ballot().id.clone();
    for of in [
        PaperKind::Ballot { ballot },
        PaperKind::CountReport { round },
        PaperKind::CollectionReport { round },
    ] {
        assert!(!of.is_editable());
    }
}

/// The table of kinds says how each is set, the session which may be edited: the same ones.
#[test]
fn what_may_be_edited_is_numbered_as_an_official_document_and_nothing_else_is() {
    let told = usual_day();
    for paper in view(&told.session).papers.into_iter().filter(|paper| paper.missing.is_none()) {
        let first = set(&told, &paper.kind).pages[0].text().replace(' ', "");
        assert_eq!(first.contains("—1—"), paper.kind.is_editable(), "{:?}: {first}", paper.kind);
    }
}
