//! A second keying in many small bundles, so that there are many agreements to measure.

use std::path::{Path, PathBuf};

use exchange::Sample;
use session::ballot::Ballot;
use session::people::Role;
use session::round::keying;
use session::round::keying::{Place, SectionReading};
use session::{BundleNo, Command, Pass, RoundId, SheetNo};

use crate::prepared::Table;

/// Writes the sample as it stands when the first keying is whole, in bundles of two sheets: 28 of
/// them are to be keyed once more.
pub fn keyed_once_in_pairs(folder: &Path) -> PathBuf {
    let path = folder.join("pairs.piaojue");
    let sample = Sample::load().expect("the sample");
    let mut table = Table::new(&path, &sample);
    let ballot = Ballot { bundle_size: 2, ..sample.ballot() };
    table.put_on_the_counting_table(&sample, ballot);
    let teller = sample.staff_with(Role::Teller).expect("a teller").id.clone();
    for (bundle, sheets) in (1..).zip(sample.first_keying.chunks(2)) {
        let place = Place { round: RoundId(1), pass: Pass::First, bundle: BundleNo(bundle) };
        table.perform_by(&teller, &Command::Keying(keying::Command::TakeBundle { place }));
        for (sheet, keyed) in (1..).zip(sheets) {
            let reading =
                vec![SectionReading { marks: keyed.marks.clone(), ..SectionReading::default() }];
            table.perform_by(
                &teller,
                &Command::Keying(keying::Command::KeySheet {
                    place,
                    sheet: SheetNo(sheet),
                    reading,
                }),
            );
        }
        table.perform_by(&teller, &Command::Keying(keying::Command::CloseBundle { place }));
    }
    path
}
