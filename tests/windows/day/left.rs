//! What the day left on disk, read when the program is gone.

use std::fs;
use std::path::{Path, PathBuf};

use exchange::{Sample, read_count_file};
use outside::Done;
use session::RoundId;
use session::round::Stage;
use session::round::result::tables;

/// The file of the day.
pub const FILE: &str = "青石镇.piaojue";

/// What the sample's README says of each project: 赞成, 反对, 弃权, 本栏无效.
const COUNTED: [[u32; 4]; 12] = [
    [50, 1, 2, 0],
    [51, 1, 1, 0],
    [47, 3, 3, 0],
    [42, 7, 4, 0],
    [49, 2, 2, 0],
    [44, 8, 1, 0],
    [46, 5, 2, 0],
    [24, 15, 13, 1],
    [45, 6, 2, 0],
    [40, 7, 6, 0],
    [37, 8, 8, 0],
    [34, 16, 3, 0],
];

const CHOSEN: [u32; 10] = [2, 1, 5, 3, 7, 9, 6, 4, 10, 11];

/// The journal holds, its result is the sample's, the count file counts to the same, and every
/// paper was kept and written.
pub fn the_record_tells_what_was_keyed(folder: &Path, sample: &Sample) -> Done {
    let path = folder.join(FILE);
    let found = store::verify(&path).expect("a session");
    assert_eq!(found.flaws, []);
    assert_eq!(found.papers.len(), 3);
    assert_eq!(found.session.meeting().map(|meeting| meeting.venue.as_str()), Some(super::VENUE));

    let round = found.session.round(RoundId(1)).expect("a round");
    assert_eq!(round.control(), sample.meeting.control);
    assert!(matches!(round.stage(), Stage::Announced(..)));
    let table = tables(round).swap_remove(0);
    assert_eq!((table.valid, table.void, table.needed), (53, 3, Some(30)));
    let counted: Vec<[u32; 4]> =
        table.rows.iter().map(|row| [row.for_, row.against, row.abstain, row.void]).collect();
    assert_eq!(counted, COUNTED);
    assert_eq!(table.chosen().iter().filter_map(|row| row.no).collect::<Vec<_>>(), CHOSEN);

    let written = path.with_extension("文书");
    let papers = files(&written, "pdf")?;
    assert_eq!(papers.len(), 3);
    for paper in papers {
        assert!(fs::read(&paper)?.starts_with(b"%PDF-"), "{}", paper.display());
    }
    let exported = files(&written, "json")?;
    assert_eq!(exported.len(), 1);
    let count_file = read_count_file(&fs::read(&exported[0])?).expect("a count file");
    assert_eq!(count_file.tally(), round.result());
    Ok(())
}

fn files(folder: &Path, end: &str) -> Done<Vec<PathBuf>> {
    let all = fs::read_dir(folder)?.map(|entry| Ok(entry?.path()));
    let mut files = all.collect::<Done<Vec<PathBuf>>>()?;
    files.retain(|path| path.extension().is_some_and(|is| is == end));
    Ok(files)
}
