//! The system's dialog for files, which is no page: it is driven by the keys of the desktop itself.

use std::path::Path;

use tokio::time::{Instant, interval};
use x11rb::connection::Connection;
use x11rb::protocol::xproto::{
    ConnectionExt as _, ImageFormat, KEY_PRESS_EVENT, KEY_RELEASE_EVENT,
};
use x11rb::protocol::xtest::ConnectionExt as _;
use x11rb::rust_connection::RustConnection;

use crate::desktop::{Desktop, XError};
use crate::failure::{Done, Failure};
use crate::program::{GLANCE, PATIENCE};

const ENTER: u32 = 0xFF0D;
const SHIFT: u32 = 0xFFE1;
const CONTROL: u32 = 0xFFE3;

/// Looks at a dialog that must find the same before it counts as done with what it was told.
const AT_REST: u32 = 8;

impl Desktop {
    /// Chooses a file in the dialog of this title once it is there, as a hand at the keyboard does:
    /// a whole path, or a name in the folder where the dialog begins.
    ///
    /// # Errors
    /// [`Failure::Display`] if there is no such dialog, or a character is not on the keyboard.
    pub async fn picks(&self, title: &str, file: &Path) -> Done {
        self.comes_to_rest(title).await?;
        self.focus(title)?;
        let typed: Vec<u32> = file.to_string_lossy().chars().map(u32::from).collect();
        let told = |act: &dyn Fn(&Keyboard) -> Result<(), XError>| {
            let done = Keyboard::of(self).and_then(|keyboard| act(&keyboard));
            done.map_err(|cause| Failure::Display(cause.to_string()))
        };
        told(&|keyboard| keyboard.strike_with(CONTROL, u32::from('l')))?;
        self.comes_to_rest(title).await?;
        told(&|keyboard| typed.iter().try_for_each(|sym| keyboard.strike(*sym)))?;
        self.comes_to_rest(title).await?;
        told(&|keyboard| keyboard.strike(ENTER))
    }

    /// Waits until the window of this title is there and no longer changes.
    async fn comes_to_rest(&self, title: &str) -> Done {
        let started = Instant::now();
        let mut glance = interval(GLANCE);
        let (mut before, mut same) = (Vec::new(), 0);
        while same < AT_REST {
            glance.tick().await;
            let mut seen = Vec::new();
            let looked = self.with_window(title, |x, window| {
                let size = x.get_geometry(window)?.reply()?;
                let (format, all) = (ImageFormat::Z_PIXMAP, u32::MAX);
                let image = x.get_image(format, window, 0, 0, size.width, size.height, all)?;
                seen = image.reply()?.data;
                Ok(())
            });
            match looked {
                Err(failure) if started.elapsed() > PATIENCE => return Err(failure),
                Err(_) => same = 0,
                Ok(()) => same = if seen == before { same + 1 } else { 0 },
            }
            before = seen;
        }
        Ok(())
    }
}

/// The keys of a display, whichever window has them.
struct Keyboard {
    x: RustConnection,
    /// The first key, and for each from there on what it types without and with Shift.
    first: u8,
    typed: Vec<(u32, u32)>,
}

impl Keyboard {
    fn of(desktop: &Desktop) -> Result<Self, XError> {
        let (x, _) = x11rb::connect(Some(desktop.display()))?;
        let (first, last) = (x.setup().min_keycode, x.setup().max_keycode);
        let mapping = x.get_keyboard_mapping(first, last - first + 1)?.reply()?;
        let keys = mapping.keysyms.chunks(mapping.keysyms_per_keycode.into());
        let of = |key: &[u32], at: usize| key.get(at).copied().unwrap_or(0);
        let typed = keys.map(|key| (of(key, 0), of(key, 1))).collect();
        Ok(Self { x, first, typed })
    }

    fn strike(&self, sym: u32) -> Result<(), XError> {
        let plain = self.typed.iter().position(|key| key.0 == sym);
        if let Some(at) = plain {
            return self.press(at, true).and_then(|()| self.press(at, false));
        }
        if self.typed.iter().any(|key| key.1 == sym) {
            return self.strike_with(SHIFT, sym);
        }
        Err(format!("no key types {sym:#X}").into())
    }

    fn strike_with(&self, held: u32, sym: u32) -> Result<(), XError> {
        let find = |sym: u32| self.typed.iter().position(|key| key.0 == sym || key.1 == sym);
        let (Some(held), Some(at)) = (find(held), find(sym)) else {
            return Err(format!("no key types {sym:#X}").into());
        };
        for (key, down) in [(held, true), (at, true), (at, false), (held, false)] {
            self.press(key, down)?;
        }
        Ok(())
    }

    fn press(&self, at: usize, down: bool) -> Result<(), XError> {
        let key = self.first + u8::try_from(at)?;
        let kind = if down { KEY_PRESS_EVENT } else { KEY_RELEASE_EVENT };
        self.x.xtest_fake_input(kind, key, x11rb::CURRENT_TIME, x11rb::NONE, 0, 0, 0)?.check()?;
        Ok(())
    }
}
