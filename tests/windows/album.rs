//! Photographs of a walk, in both languages, for people to look at.
//!
//! `PIAOJUE_ALBUM` names the folder they go to, `PIAOJUE_SIZE` the size of the windows. Without an
//! album nothing is taken, and a walk is no longer than it must be.

use std::cell::Cell;
use std::env;
use std::path::PathBuf;

use outside::{Done, Window};

/// Width and height, in pixels.
type Size = (u32, u32);

/// Windows of the smallest screen the program is made for.
const USUAL: Size = (1366, 768);

/// Nothing is under way, and no page of a paper is still to be drawn.
const AT_REST: &str =
    "const drawn = (pages) => pages.children.length > 0 || pages.clientWidth < 100;
    return !document.querySelector('[data-settling], [data-acting]')
        && [...document.querySelectorAll('section.pages')].every(drawn);";

/// The photographs of one walk, in the order they are taken.
pub struct Album {
    folder: Option<PathBuf>,
    table: Size,
    hall: Size,
    taken: Cell<u32>,
}

impl Album {
    /// Opens the album of a walk.
    pub fn of(walk: &str) -> Self {
        Self::sized(walk, USUAL, USUAL)
    }

    /// Opens the album of a walk whose two windows have these sizes unless another is asked for.
    pub fn sized(walk: &str, table: Size, hall: Size) -> Self {
        let asked = env::var("PIAOJUE_SIZE").ok().map(|asked| {
            let (width, height) = asked.split_once('x').expect("PIAOJUE_SIZE like 1920x1080");
            let pixels = |number: &str| number.parse().expect("a number of pixels");
            (pixels(width), pixels(height))
        });
        let (table, hall) = (asked.unwrap_or(table), asked.unwrap_or(hall));
        let named = |folder| PathBuf::from(folder).join(format!("{walk}-{}x{}", table.0, table.1));
        Self { folder: env::var_os("PIAOJUE_ALBUM").map(named), table, hall, taken: Cell::new(0) }
    }

    /// Gives the operator's window its size.
    pub async fn fits(&self, operator: &Window<'_>) -> Done {
        operator.resize(self.table.0, self.table.1).await
    }

    /// Gives the hall's window its size.
    pub async fn fits_hall(&self, hall: &Window<'_>) -> Done {
        hall.resize(self.hall.0, self.hall.1).await
    }

    /// Takes what the windows show at this moment.
    pub async fn page(&self, what: &str, windows: &[(&str, &Window<'_>)]) -> Done {
        let Some(folder) = &self.folder else { return Ok(()) };
        let number = self.taken.get() + 1;
        self.taken.set(number);
        for language in ["en", "zh"] {
            for (name, window) in windows {
                window.speaks(language).await?;
                window.until("the page to come to rest", AT_REST, &[]).await?;
                let file = format!("{number:03}-{what}-{name}-{language}");
                window.picture_in(folder, &file).await?;
            }
        }
        Ok(())
    }
}
