//! How the papers look: every page beside the picture of it in tests/pictures. A paper that is
//! meant to look otherwise gets new pictures with `make paper-pictures`; they are looked at before
//! they are kept. pdftoppm must be installed.

use std::fs::File;
use std::io::{BufReader, BufWriter};
use std::num::NonZeroU32;
use std::path::{Path, PathBuf};
use std::process::Command;

use papers::{Rendered, render_ballot};
use session::tally::Kind;

use crate::common::{Set, ballots, count_report, decision, decision_text, report_text};
use crate::whole::{hard_day, papers_of, usual_day};

/// Coarse enough that another version of the drawing program makes no difference, fine enough to
/// see a line that moved.
const DOTS_PER_INCH: &str = "40";
/// Pages are compared by squares of this many dots.
const SQUARE: usize = 6;
/// A square may be lighter or darker by this much of 255 on average.
const TOLERANCE: f64 = 26.0;
/// Set to take the pictures again.
pub const RENEW: &str = "PIAOJUE_RENEW_PICTURES";

/// Every page of it is the record of one deputy, which has its picture.
const ALIKE: &str = "deputy-records";

/// A page in shades of grey.
struct Picture {
    width: usize,
    height: usize,
    dots: Vec<u8>,
}

/// Compares every page of a paper with its picture. This is the one line a new paper needs.
pub fn looks_as_before(name: &str, rendered: &Rendered) {
    let drawn = drawn(name, rendered);
    assert_eq!(drawn.len(), rendered.pages, "{name}");
    for (page, now) in (1..).zip(&drawn) {
        let kept = Path::new(env!("CARGO_MANIFEST_DIR"))
            .join("tests/pictures")
            .join(format!("{name}-{page}.png"));
        if std::env::var_os(RENEW).is_some() {
            write(&kept, now);
            continue;
        }
        let before = read(&kept);
        let place = worst_square(&before, now);
        let new = left(&format!("{name}-{page}-now.png"));
        if let Some((x, y, difference)) = place.filter(|(_, _, difference)| *difference > TOLERANCE)
        {
            write(&new, now);
            panic!(
                "{name}, page {page} looks otherwise at {x}, {y} mm ({difference:.0} of 255): see {}",
                new.display()
            );
        }
    }
    let next = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/pictures")
        .join(format!("{name}-{}.png", drawn.len() + 1));
    assert!(!next.exists(), "{name} had more pages");
}

fn left(name: &str) -> PathBuf {
    Path::new(env!("CARGO_TARGET_TMPDIR")).join(name)
}

fn drawn(name: &str, rendered: &Rendered) -> Vec<Picture> {
    let folder = tempfile::tempdir().unwrap();
    let file = left(&format!("picture-{name}.pdf"));
    std::fs::write(&file, &rendered.bytes).unwrap();
    let root = folder.path().join("page");
    let status = Command::new("pdftoppm")
        .args(["-gray", "-r", DOTS_PER_INCH])
        .arg(&file)
        .arg(&root)
        .status();
    assert!(status.expect("pdftoppm must be installed").success(), "{name}");
    let mut pages: Vec<PathBuf> =
        std::fs::read_dir(folder.path()).unwrap().map(|entry| entry.unwrap().path()).collect();
    pages.sort();
    pages.iter().map(|page| grey(&std::fs::read(page).unwrap())).collect()
}

/// Reads what pdftoppm writes: “P5 width height 255”, then a byte a dot.
fn grey(bytes: &[u8]) -> Picture {
    let mut parts = bytes.splitn(4, u8::is_ascii_whitespace);
    assert_eq!(parts.next().unwrap(), b"P5");
    let mut number = || std::str::from_utf8(parts.next().unwrap()).unwrap().parse().unwrap();
    let (width, height): (usize, usize) = (number(), number());
    let dots = bytes[bytes.len() - width * height..].to_vec();
    Picture { width, height, dots }
}

/// Kept in sixteen shades: a fifth of the size.
fn write(file: &Path, picture: &Picture) {
    std::fs::create_dir_all(file.parent().unwrap()).unwrap();
    let (width, height) =
        (u32::try_from(picture.width).unwrap(), u32::try_from(picture.height).unwrap());
    let mut encoder = png::Encoder::new(BufWriter::new(File::create(file).unwrap()), width, height);
    encoder.set_color(png::ColorType::Grayscale);
    encoder.set_depth(png::BitDepth::Four);
    encoder.set_compression(png::Compression::High);
    let rows = picture.dots.chunks(picture.width);
    let packed = |row: &[u8]| {
        row.chunks(2)
            .map(|pair| (pair[0] & 0xF0) | (pair.get(1).unwrap_or(&0) >> 4))
            .collect::<Vec<u8>>()
    };
    encoder
        .write_header()
        .unwrap()
        .write_image_data(&rows.flat_map(packed).collect::<Vec<u8>>())
        .unwrap();
}

fn read(file: &Path) -> Picture {
    let open = File::open(file).unwrap_or_else(|_| {
        panic!("no picture {}: take it with make paper-pictures", file.display())
    });
    let mut decoder = png::Decoder::new(BufReader::new(open));
    decoder.set_transformations(png::Transformations::EXPAND);
    let mut reader = decoder.read_info().unwrap();
    let mut dots = vec![0; reader.output_buffer_size().unwrap()];
    let info = reader.next_frame(&mut dots).unwrap();
    Picture {
        width: usize::try_from(info.width).unwrap(),
        height: usize::try_from(info.height).unwrap(),
        dots,
    }
}

/// Where two pictures differ most, in millimetres from the top left corner, and how much; `None`
/// when they are the same everywhere.
fn worst_square(before: &Picture, now: &Picture) -> Option<(usize, usize, f64)> {
    assert_eq!((before.width, before.height), (now.width, now.height), "another size of sheet");
    let mean = |picture: &Picture, x: usize, y: usize| {
        let rows = y..usize::min(y + SQUARE, picture.height);
        let dots: Vec<f64> = rows
            .flat_map(|row| {
                &picture.dots[row * picture.width + x
                    ..row * picture.width + usize::min(x + SQUARE, picture.width)]
            })
            .map(|dot| f64::from(*dot))
            .collect();
        dots.iter().sum::<f64>() / f64::from(u32::try_from(dots.len()).unwrap())
    };
    let squares = (0..now.height)
        .step_by(SQUARE / 2)
        .flat_map(|y| (0..now.width).step_by(SQUARE / 2).map(move |x| (x, y)));
    let measured = squares.map(|(x, y)| (x, y, (mean(before, x, y) - mean(now, x, y)).abs()));
    let in_millimetres = |dots: usize| dots * 254 / 400;
    measured
        .max_by(|a, b| a.2.total_cmp(&b.2))
        .map(|(x, y, difference)| (in_millimetres(x), in_millimetres(y), difference))
}

#[test]
fn the_ballots_look_as_before() {
    for (name, ballot) in ballots() {
        looks_as_before(
            &format!("ballot-{name}"),
            &render_ballot(&ballot, NonZeroU32::MIN).unwrap(),
        );
    }
}

#[test]
fn the_decision_and_the_count_report_look_as_before() {
    looks_as_before("decision", &decision().render(decision_text()).unwrap());
    looks_as_before("count-report", &count_report().render(report_text()).unwrap());
}

#[test]
fn every_paper_of_the_usual_day_looks_as_before() {
    for (name, paper) in papers_of(&usual_day()).into_iter().filter(|(name, _)| *name != ALIKE) {
        looks_as_before(&format!("usual-{name}"), &paper.rendered);
    }
}

#[test]
fn every_paper_of_a_day_with_75_rows_and_the_longest_names_looks_as_before() {
    for (name, paper) in papers_of(&hard_day()).into_iter().filter(|(name, _)| *name != ALIKE) {
        looks_as_before(&format!("hard-{name}"), &paper.rendered);
    }
}

/// The comparison is worth something only if it sees a row that moved by its height.
#[test]
fn a_paper_that_looks_otherwise_is_seen() {
    let page = |seats: u32| {
        let mut ballot = crate::common::ballot(papers::PageSize::A4);
        ballot.sections[0].kind = Kind::Selection(crate::common::seats(seats));
        drawn("seen", &render_ballot(&ballot, NonZeroU32::MIN).unwrap()).remove(0)
    };
    let (ten, again, nine) = (page(10), page(10), page(9));
    assert!(worst_square(&ten, &again).is_none_or(|(_, _, difference)| difference < 1.0));
    assert!(
        worst_square(&ten, &nine).is_some_and(|(_, _, difference)| difference > TOLERANCE),
        "10 and 9"
    );
}
