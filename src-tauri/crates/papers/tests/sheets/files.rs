//! The PDF files, read again by other programs: pdftotext and qpdf must be installed.

use std::num::NonZeroU32;
use std::process::Command;
use std::sync::LazyLock;

use papers::data::ballot::BALLOT_TEXT;
use papers::layout::page::{Item, Page};
use papers::{PageSize, PaperError, Rendered, check_text, render_ballot};

use crate::common::{Set, ballot, count_report, decision, decision_text, report_text};
use crate::told::Told;
use crate::whole::{hard_day, papers_of, usual_day};

fn once() -> NonZeroU32 {
    NonZeroU32::MIN
}

/// Leaves a PDF where it can be looked at and returns its path.
fn leave(name: &str, rendered: &Rendered) -> std::path::PathBuf {
    let path = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    std::fs::write(&path, &rendered.bytes).unwrap();
    path
}

/// Returns what another program says about a PDF; a missing program fails the test.
fn tool(program: &str, arguments: &[&str]) -> String {
    let output = Command::new(program)
        .args(arguments)
        .output()
        .unwrap_or_else(|cause| panic!("{program} must be installed: {cause}"));
    assert!(
        output.status.success(),
        "{program} {arguments:?}: {}",
        String::from_utf8_lossy(&output.stderr)
    );
    String::from_utf8(output.stdout).unwrap()
}

/// Every paper of both whole days, and the ballot on its other sheet.
fn all() -> Vec<(String, Rendered, Vec<Page>)> {
    let a5 = ballot(PageSize::A5);
    let small = (
        "ballot-a5".to_owned(),
        render_ballot(&a5, once()).unwrap(),
        a5.paper(BALLOT_TEXT).pages().unwrap(),
    );
    let of = |day: &'static str, told: &Told| {
        let papers = papers_of(told).into_iter();
        papers
            .map(move |(name, paper)| (format!("{day}-{name}.pdf"), paper.rendered, paper.pages))
            .collect::<Vec<_>>()
    };
    [of("usual", &usual_day()), of("hard", &hard_day()), vec![small]].concat()
}

/// The same, set once for all tests.
static ALL: LazyLock<Vec<(String, Rendered, Vec<Page>)>> = LazyLock::new(all);

fn without_space(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}

/// The text another program reads, in drawing order, without white space.
fn read_back(name: &str, rendered: &Rendered) -> String {
    let path = leave(name, rendered);
    without_space(&tool("pdftotext", &["-raw", path.to_str().unwrap(), "-"]))
}

fn text_in(pages: &[Page]) -> String {
    let upright = |page: &Page| {
        let runs = page
            .upright
            .iter()
            .filter_map(|item| if let Item::Text(run) = item { Some(run) } else { None });
        runs.flat_map(|run| run.glyphs.iter().map(|glyph| glyph.character)).collect::<String>()
    };
    without_space(&pages.iter().map(|page| page.text() + &upright(page)).collect::<String>())
}

#[test]
fn qpdf_finds_nothing_wrong() {
    for (name, rendered, _) in ALL.iter() {
        let path = leave(&format!("checked-{name}"), rendered);
        let said = tool("qpdf", &["--check", path.to_str().unwrap()]);
        assert!(
            said.contains("PDF Version: 1.7")
                && said.contains("No syntax or stream encoding errors"),
            "{name}: {said}"
        );
        std::fs::remove_file(path).unwrap();
    }
}

#[test]
fn pdftotext_returns_exactly_the_text_put_in() {
    for (name, rendered, pages) in ALL.iter() {
        assert_eq!(read_back(name, rendered), text_in(pages), "{name}");
    }
}

#[test]
fn forty_rows_and_the_longest_names_come_out_as_they_went_in() {
    let long = "青石村至云岭村至大坪村至柳溪村至石门村通组公路硬化及安防工程";
    assert_eq!(long.chars().count(), 30);
    let mut many = ballot(PageSize::A4);
    let rows = many.sections[0].options.clone();
    many.sections[0].options = (0..40).map(|index| rows[index % rows.len()].clone()).collect();
    for (option, number) in many.sections[0].options.iter_mut().zip(1..) {
        option.number = number;
    }
    many.sections[0].options[3].name = long.to_owned();
    let mut long_name = ballot(PageSize::A4);
    long_name.sections[0].options[0].name = long.to_owned();
    let mut names = decision();
    names.matter.projects[0].name = long.to_owned();
    names.matter.projects[0].facts.person = "阿卜杜热西提·买买提艾力".to_owned();
    names.matter.projects[1].facts.person = "王䶮、李𬱖".to_owned();
    let papers = [
        (
            "ballot-40.pdf",
            render_ballot(&many, once()).unwrap(),
            many.paper(BALLOT_TEXT).pages().unwrap(),
        ),
        (
            "ballot-long.pdf",
            render_ballot(&long_name, once()).unwrap(),
            long_name.paper(BALLOT_TEXT).pages().unwrap(),
        ),
        (
            "decision-names.pdf",
            names.render(decision_text()).unwrap(),
            names.paper(decision_text()).pages().unwrap(),
        ),
    ];
    assert_eq!(papers[1].2.len(), 1, "one long name does not push the ballot onto a second page");
    for (name, rendered, pages) in papers {
        assert_eq!(read_back(name, &rendered), text_in(&pages), "{name}");
    }
}

#[test]
fn rare_characters_are_drawn_and_read_back() {
    let mut decision = decision();
    for (project, person) in
        decision.matter.projects.iter_mut().zip(["王䶮", "李𬱖", "张𬍛", "刘㛃", "马頔"])
    {
        project.facts.person = person.to_owned();
    }
    let text = read_back("rare.pdf", &decision.render(decision_text()).unwrap());
    for person in ["王䶮", "李𬱖", "张𬍛", "刘㛃", "马頔"] {
        assert!(text.contains(person), "{person}");
    }
}

#[test]
fn two_characters_with_one_glyph_are_read_back_as_two() {
    let mut decision = decision();
    // U+2F00 is the radical that looks like U+4E00; faces draw both with the same glyph.
    decision.matter.projects[0].facts.person = "一\u{2F00}".to_owned();
    let text = read_back("same-glyph.pdf", &decision.render(decision_text()).unwrap());
    assert!(text.contains("一\u{2F00}"));
}

#[test]
fn a_character_no_face_draws_is_refused_by_name() {
    let mut decision = decision();
    decision.matter.projects[2].facts.person = "李\u{E000}明".to_owned();
    let Err(PaperError::Missing(missing)) = decision.render(decision_text()) else {
        panic!("must be refused")
    };
    assert_eq!((missing.character, missing.text.as_str()), ('\u{E000}', "李\u{E000}明"));
    assert!(missing.to_string().contains("U+E000"));
    assert!(check_text("李\u{E000}明").is_err());
    assert!(check_text("阿卜杜热西提·买买提艾力（女，回族）䶮𬱖𬍛").is_ok());
}

#[test]
fn same_paper_same_bytes() {
    for ((name, first, _), (_, second, _)) in ALL.iter().zip(all()) {
        assert!(first.bytes == second.bytes, "{name}");
    }
}

#[test]
fn papers_in_one_file_keep_every_page_as_it_was_issued() {
    let papers = &ALL[..6];
    let files: Vec<&[u8]> =
        papers.iter().map(|(_, rendered, _)| rendered.bytes.as_slice()).collect();
    let bytes = papers::pdf::merged(&files).unwrap();
    assert_eq!(bytes, papers::pdf::merged(&files).unwrap(), "same papers, same bytes");
    let pages = papers.iter().map(|(_, rendered, _)| rendered.pages).sum();
    let whole = Rendered { bytes, pages };
    let path = leave("merged.pdf", &whole);
    tool("qpdf", &["--check", path.to_str().unwrap()]);
    assert_eq!(lopdf::Document::load_mem(&whole.bytes).unwrap().get_pages().len(), pages);
    let each: String = papers.iter().map(|(_, _, pages)| text_in(pages)).collect();
    assert_eq!(read_back("merged.pdf", &whole), each);
    assert!(papers::pdf::merged(&[]).is_err() && papers::pdf::merged(&[b"no PDF"]).is_err());
}

#[test]
fn another_paper_has_another_identifier() {
    let (mut other, first) = (decision(), decision().render(decision_text()).unwrap());
    other.matter.present = 55;
    let id = |rendered: &Rendered| {
        let document = lopdf::Document::load_mem(&rendered.bytes).unwrap();
        document.trailer.get(b"ID").unwrap().as_array().unwrap()[0].as_str().unwrap().to_vec()
    };
    assert_ne!(id(&first), id(&other.render(decision_text()).unwrap()));
}

#[test]
fn all_copies_of_a_ballot_are_the_same_content_stream() {
    let rendered = render_ballot(&ballot(PageSize::A4), NonZeroU32::new(70).unwrap()).unwrap();
    let document = lopdf::Document::load_mem(&rendered.bytes).unwrap();
    let contents: Vec<_> =
        document.page_iter().map(|page| document.get_page_contents(page)).collect();
    assert_eq!(contents.len(), 70);
    assert!(contents.iter().all(|content| *content == contents[0] && content.len() == 1));
    let one = render_ballot(&ballot(PageSize::A4), once()).unwrap();
    assert!(
        rendered.bytes.len() < one.bytes.len() + 10_000,
        "70 copies weigh {} bytes",
        rendered.bytes.len()
    );
}

#[test]
fn three_thousand_ballots_weigh_less_than_a_megabyte() {
    let rendered = render_ballot(&ballot(PageSize::A4), NonZeroU32::new(3_000).unwrap()).unwrap();
    assert!(rendered.bytes.len() < 1_000_000, "{} bytes", rendered.bytes.len());
    let path = leave("ballots-3000.pdf", &rendered);
    assert_eq!(tool("qpdf", &["--show-npages", path.to_str().unwrap()]).trim(), "3000");
    std::fs::remove_file(path).unwrap();
}

#[test]
fn nothing_on_a_ballot_counts_its_sheets() {
    let ballot = ballot(PageSize::A4);
    let text = ballot.paper(BALLOT_TEXT).filled().unwrap();
    for word in ["编号", "页", "№", "No."] {
        assert!(!text.contains(word), "{word}");
    }
}

#[test]
fn the_file_says_its_language_and_is_dated_with_the_paper() {
    let rendered = count_report().render(report_text()).unwrap();
    let document = lopdf::Document::load_mem(&rendered.bytes).unwrap();
    assert_eq!(document.catalog().unwrap().get(b"Lang").unwrap().as_str().unwrap(), b"zh-CN");
    let info = document
        .get_dictionary(document.trailer.get(b"Info").unwrap().as_reference().unwrap())
        .unwrap();
    assert_eq!(info.get(b"CreationDate").unwrap().as_str().unwrap(), b"D:20260116000000+08'00'");
    assert!(!info.has(b"GTS_PDFXVersion"));
}

/// ISO 19005-2: what a checker of PDF/A-2u looks at first.
#[test]
fn the_files_keep_to_pdf_a_2u() {
    for (name, rendered, _) in ALL.iter() {
        let document = lopdf::Document::load_mem(&rendered.bytes).unwrap();
        describes_itself(name, &document);
        let catalog = document.catalog().unwrap();
        let intent =
            catalog.get(b"OutputIntents").unwrap().as_array().unwrap()[0].as_dict().unwrap();
        assert_eq!(intent.get(b"S").unwrap().as_name().unwrap(), b"GTS_PDFA1");
        let mut profile =
            intent.get_deref(b"DestOutputProfile", &document).unwrap().as_stream().unwrap().clone();
        profile.decompress().unwrap();
        assert_eq!(&profile.content[36..40], b"acsp");
        assert!(document.trailer.get(b"Encrypt").is_err() && document.trailer.get(b"ID").is_ok());
        for (_, page) in document.get_pages() {
            embeds_its_fonts(name, &document, document.get_dictionary(page).unwrap());
        }
    }
}

/// The description is readable, and says the same title as the information dictionary.
fn describes_itself(name: &str, document: &lopdf::Document) {
    let catalog = document.catalog().unwrap();
    let metadata = catalog.get_deref(b"Metadata", document).unwrap().as_stream().unwrap();
    assert!(metadata.dict.get(b"Filter").is_err(), "{name}: the description is readable");
    let xmp = String::from_utf8(metadata.content.clone()).unwrap();
    // What follows the session is dated with the last day it tells of.
    let of_the_year =
        ["project-plan", "supervision-list", "review-", "supervision-advice", "completion-"];
    let later = of_the_year.iter().any(|kind| name.contains(kind));
    let created =
        if later { "<xmp:CreateDate>2026-" } else { "<xmp:CreateDate>2026-01-16T00:00:00+08:00<" };
    for said in
        ["<pdfaid:part>2</pdfaid:part>", "<pdfaid:conformance>U</pdfaid:conformance>", created]
    {
        assert!(xmp.contains(said), "{name}: {said}");
    }
    let info = document
        .get_dictionary(document.trailer.get(b"Info").unwrap().as_reference().unwrap())
        .unwrap();
    let title = info.get(b"Title").unwrap().as_str().unwrap().to_vec();
    let units: Vec<u16> =
        title[2..].chunks(2).map(|pair| u16::from_be_bytes([pair[0], pair[1]])).collect();
    assert!(
        xmp.contains(&format!(">{}</rdf:li>", String::from_utf16(&units).unwrap())),
        "{name}: the same title twice"
    );
}

fn embeds_its_fonts(name: &str, document: &lopdf::Document, page: &lopdf::Dictionary) {
    let resources = page.get_deref(b"Resources", document).unwrap().as_dict().unwrap();
    let fonts = resources.get_deref(b"Font", document).unwrap();
    for (_, font) in fonts.as_dict().unwrap() {
        let font = document.dereference(font).unwrap().1.as_dict().unwrap();
        assert!(
            font.has(b"ToUnicode")
                && font.get(b"Encoding").unwrap().as_name().unwrap() == b"Identity-H",
            "{name}"
        );
        let descendant =
            font.get(b"DescendantFonts").unwrap().as_array().unwrap()[0].as_dict().unwrap();
        assert_eq!(descendant.get(b"CIDToGIDMap").unwrap().as_name().unwrap(), b"Identity");
        let descriptor =
            descendant.get_deref(b"FontDescriptor", document).unwrap().as_dict().unwrap();
        assert!(descriptor.has(b"FontFile2"), "{name}: embedded");
        let name = descriptor.get(b"FontName").unwrap().as_name().unwrap();
        assert!(
            name[..6].iter().all(u8::is_ascii_uppercase) && name[6] == b'+',
            "a reduced font says so"
        );
    }
}

/// ISO 19005-2, 6.2.11.5: the widths a viewer is told are those of the embedded fonts, to one
/// thousandth of an em; and 6.2.11.8: nothing is drawn with the glyph of a missing character.
#[test]
fn widths_agree_with_the_embedded_fonts_and_no_glyph_is_missing() {
    for (name, rendered, _) in ALL.iter() {
        let document = lopdf::Document::load_mem(&rendered.bytes).unwrap();
        let fonts = document
            .objects
            .values()
            .filter_map(|object| object.as_dict().ok())
            .filter(|font| font.has(b"DescendantFonts"));
        for font in fonts {
            let descendant =
                font.get(b"DescendantFonts").unwrap().as_array().unwrap()[0].as_dict().unwrap();
            let descriptor =
                descendant.get_deref(b"FontDescriptor", &document).unwrap().as_dict().unwrap();
            let mut file =
                descriptor.get_deref(b"FontFile2", &document).unwrap().as_stream().unwrap().clone();
            file.decompress().unwrap();
            let face = ttf_parser::Face::parse(&file.content, 0).unwrap();
            let widths = descendant.get(b"W").unwrap().as_array().unwrap();
            let first = u16::try_from(widths[0].as_i64().unwrap()).unwrap();
            assert_eq!(first, 1, "{name}: glyph 0 is never used");
            for (glyph, width) in (first..).zip(widths[1].as_array().unwrap()) {
                let own = f64::from(face.glyph_hor_advance(ttf_parser::GlyphId(glyph)).unwrap())
                    * 1000.0
                    / f64::from(face.units_per_em());
                assert!(
                    (f64::from(width.as_float().unwrap()) - own).abs() <= 1.0,
                    "{name}: glyph {glyph}"
                );
            }
        }
    }
}
