//! One window of the program: what it shows, and the keys it is given.

use std::cell::Cell;
use std::path::{Path, PathBuf};
use std::{env, fs};

use fantoccini::actions::{InputSource, KeyAction, KeyActions};
use fantoccini::elements::{Element, ElementRef};
use fantoccini::key::Key;
use fantoccini::wd::WindowHandle;
use serde_json::{Value, json};
use tokio::time::{Instant, interval};

use crate::failure::{Done, Failure};
use crate::program::{GLANCE, PATIENCE, Program};

const FIND: &str = concat!(include_str!("find.js"), "return found;");

const WALK: &str = concat!(include_str!("find.js"), include_str!("walk.js"));

/// Words are looked for without their spaces: those between Chinese and figures are typography,
/// those between cells are layout.
const SHOWS: &str = "const bare = (text) => text.replace(/\\s+/g, ''); return bare(document.body.innerText).includes(bare(arguments[0]))";

/// Tab stops a window may have before a walk to one of them counts as lost.
const TAB_STOPS: usize = 160;

/// Resolves when what the page now holds has been drawn and has come to rest: a picture shows the
/// last frame that was composed.
const DRAWN: &str = "const done = arguments[0];
    const frame = () => new Promise(requestAnimationFrame);
    const atRest = () => Promise.allSettled(document.getAnimations().map((motion) => motion.finished));
    document.fonts.ready.then(frame).then(atRest).then(frame).then(frame).then(() => done(true));";

/// What a window hears of when the language is chosen in another.
const SPEAKS: &str = "const [language] = arguments;
    localStorage.setItem('piaojue.language', language);
    window.dispatchEvent(new StorageEvent('storage', { key: 'piaojue.language' }));
    return document.documentElement.lang.startsWith(language);";

/// Calls a command of the program as the page's own code would; the promise's two ends come back as
/// `{ok}` or `{err}`.
const INVOKE: &str = "const [command, body, done] = arguments; window.__TAURI_INTERNALS__.invoke(command, body).then((ok) => done({ok: ok ?? null}), (err) => done({err}));";

/// The key under which the driver passes elements in JSON.
const ELEMENT: &str = "element-6066-11e4-a52e-4f735466cecf";

/// An open window. Every step turns to it first, so windows can be used in any order.
pub struct Window<'p> {
    program: &'p Program,
    handle: WindowHandle,
    label: &'static str,
    struck: Cell<u32>,
}

impl<'p> Window<'p> {
    pub(crate) fn new(program: &'p Program, handle: WindowHandle, label: &'static str) -> Self {
        Self { program, handle, label, struck: Cell::new(0) }
    }

    /// Returns how many keys were pressed in it so far, those that were held among them.
    #[must_use]
    pub fn struck(&self) -> u32 {
        self.struck.get()
    }

    async fn turn_to(&self) -> Done {
        Ok(self.program.client().switch_to_window(self.handle.clone()).await?)
    }

    async fn run(&self, script: &str, arguments: Vec<Value>) -> Done<Value> {
        self.turn_to().await?;
        Ok(self.program.client().execute(script, arguments).await?)
    }

    /// All words in the window, as laid out.
    ///
    /// # Errors
    /// [`Failure::Driver`] if the window is gone.
    pub async fn text(&self) -> Done<String> {
        Ok(self
            .run("return document.body?.innerText ?? ''", Vec::new())
            .await?
            .as_str()
            .unwrap_or_default()
            .to_owned())
    }

    /// Waits until the window shows these words.
    ///
    /// # Errors
    /// [`Failure::InVain`] with what it shows instead.
    pub async fn sees(&self, words: &str) -> Done {
        self.until(&format!("“{words}”"), SHOWS, &[json!(words)]).await.map(drop)
    }

    /// Waits until these words are gone.
    ///
    /// # Errors
    /// [`Failure::InVain`] if they stay.
    pub async fn sees_no(&self, words: &str) -> Done {
        let script = SHOWS.replace("return ", "return !");
        self.until(&format!("“{words}” to go away"), &script, &[json!(words)]).await.map(drop)
    }

    /// Waits until `script` returns something true, and returns that.
    ///
    /// # Errors
    /// [`Failure::InVain`] naming `what`.
    pub async fn until(&self, what: &str, script: &str, arguments: &[Value]) -> Done<Value> {
        let started = Instant::now();
        let mut glance = interval(GLANCE);
        loop {
            glance.tick().await;
            // While a page is being replaced a script may fail; that is "not yet".
            let answer = self.run(script, arguments.to_vec()).await.unwrap_or_default();
            if !matches!(answer, Value::Null | Value::Bool(false)) {
                return Ok(answer);
            }
            if started.elapsed() > PATIENCE {
                return Err(self.in_vain(what).await);
            }
        }
    }

    async fn in_vain(&self, what: &str) -> Failure {
        let picture = match self.picture("failed").await {
            Ok(path) => path.display().to_string(),
            Err(failure) => failure.to_string(),
        };
        let seen = self.text().await.unwrap_or_default();
        self.program.in_vain(format!("{what} in the window “{}”", self.label), &picture, &seen)
    }

    /// Waits for a thing by its role (button, link, heading, field, option, dialog, row, region)
    /// and its name.
    ///
    /// # Errors
    /// [`Failure::InVain`] if it does not appear.
    pub async fn find(&self, role: &str, name: &str) -> Done<Element> {
        let answer =
            self.until(&format!("the {role} “{name}”"), FIND, &[json!(role), json!(name)]).await?;
        let id = answer.get(ELEMENT).and_then(Value::as_str).unwrap_or_default();
        Ok(Element::from_element_id(self.program.client().clone(), ElementRef::from(id.to_owned())))
    }

    /// Whether a thing is there at this moment.
    ///
    /// # Errors
    /// [`Failure::Driver`] if the window is gone.
    pub async fn has(&self, role: &str, name: &str) -> Done<bool> {
        Ok(!self.run(FIND, vec![json!(role), json!(name)]).await?.is_null())
    }

    /// Walks to a thing with Tab, as a hand without a mouse does; inside a group of choices with
    /// the arrow keys.
    ///
    /// # Errors
    /// As [`Window::find`], and if no walk leads there.
    pub async fn walk_to(&self, role: &str, name: &str) -> Done {
        let what = format!("a way by Tab to the {role} “{name}”");
        for _ in 0..TAB_STOPS {
            let next = self.until(&what, WALK, &[json!(role), json!(name)]).await?;
            match next.as_str() {
                Some("here") => return Ok(()),
                Some("arrow") => self.press(Key::Down).await?,
                _ => self.press(Key::Tab).await?,
            }
        }
        Err(self.in_vain(&what).await)
    }

    /// Walks to a thing and presses Enter on it: a click without a mouse.
    ///
    /// # Errors
    /// As [`Window::walk_to`].
    pub async fn choose(&self, role: &str, name: &str) -> Done {
        self.walk_to(role, name).await?;
        self.press(Key::Enter).await
    }

    /// Walks to one of several choices and takes it with the space bar.
    ///
    /// # Errors
    /// As [`Window::walk_to`], and if it is not taken.
    pub async fn take(&self, choice: &str) -> Done {
        self.walk_to("option", choice).await?;
        self.keys(" ").await?;
        self.until(&format!("“{choice}” to be taken"), "return document.activeElement.checked", &[])
            .await
            .map(drop)
    }

    /// Writes `text` into a field in place of what stands there.
    ///
    /// # Errors
    /// As [`Window::walk_to`].
    pub async fn fill(&self, field: &str, text: &str) -> Done {
        self.walk_to("field", field).await?;
        self.press_with(Key::Control, 'a').await?;
        self.keys(text).await
    }

    /// Presses one key, whatever has the keyboard. Enter waits for the moment to pass in which a page
    /// that an Enter has just changed takes none: a person would read the page first.
    ///
    /// # Errors
    /// [`Failure::Driver`] if the window is gone, [`Failure::InVain`] if Enter is never taken again.
    pub async fn press(&self, key: Key) -> Done {
        if char::from(key) == char::from(Key::Enter) {
            self.until(
                "Enter to be taken",
                "return !document.querySelector('[data-settling], [data-acting]')",
                &[],
            )
            .await?;
        }
        self.strike(&[key.into()]).await
    }

    /// Presses the keys of `characters` one after the other.
    ///
    /// # Errors
    /// [`Failure::Driver`] if the window is gone.
    pub async fn keys(&self, characters: &str) -> Done {
        self.strike(&characters.chars().collect::<Vec<_>>()).await
    }

    /// Presses `key` while `held` is down.
    ///
    /// # Errors
    /// [`Failure::Driver`] if the window is gone.
    pub async fn press_with(&self, held: Key, key: char) -> Done {
        let (held, down) = (char::from(held), |value| KeyAction::Down { value });
        let actions =
            [down(held), down(key), KeyAction::Up { value: key }, KeyAction::Up { value: held }];
        self.perform(actions.into_iter()).await
    }

    async fn strike(&self, keys: &[char]) -> Done {
        self.perform(
            keys.iter().flat_map(|&value| [KeyAction::Down { value }, KeyAction::Up { value }]),
        )
        .await
    }

    async fn perform(&self, actions: impl Iterator<Item = KeyAction>) -> Done {
        self.turn_to().await?;
        let down = |action: &KeyAction| {
            self.struck
                .set(self.struck.get() + u32::from(matches!(action, KeyAction::Down { .. })));
        };
        let keyboard =
            actions.inspect(down).fold(KeyActions::new("keyboard".to_owned()), KeyActions::then);
        Ok(self.program.client().perform_actions(keyboard).await?)
    }

    /// Calls a command of the program as the code of this window's page could: `Ok` with its
    /// answer, or `Err` with the refusal.
    ///
    /// # Errors
    /// [`Failure::Driver`] if the window is gone.
    pub async fn invoke(&self, command: &str, body: Value) -> Done<Result<Value, Value>> {
        self.turn_to().await?;
        let mut answer =
            self.program.client().execute_async(INVOKE, vec![json!(command), body]).await?;
        Ok(match answer.get_mut("err") {
            Some(refused) => Err(refused.take()),
            None => Ok(answer.get_mut("ok").map(Value::take).unwrap_or_default()),
        })
    }

    /// Sets the size of the window, in pixels.
    ///
    /// # Errors
    /// [`Failure::Driver`] if the window is gone.
    pub async fn resize(&self, width: u32, height: u32) -> Done {
        self.turn_to().await?;
        self.program.client().set_window_size(width, height).await?;
        let script = "return outerWidth === arguments[0] && outerHeight === arguments[1]";
        self.until(&format!("{width} × {height}"), script, &[json!(width), json!(height)])
            .await
            .map(drop)
    }

    /// Has the window speak another language, as it does when another window was told to; the focus
    /// and what is typed stay where they are.
    ///
    /// # Errors
    /// [`Failure::InVain`] if it goes on in its own.
    pub async fn speaks(&self, language: &str) -> Done {
        self.until(&format!("the language {language}"), SPEAKS, &[json!(language)]).await.map(drop)
    }

    /// Leaves a picture of the window as `name.png` in the folder of pictures, and returns where.
    ///
    /// # Errors
    /// [`Failure::Driver`] if the window is gone, [`Failure::System`] if the file cannot be
    /// written.
    pub async fn picture(&self, name: &str) -> Done<PathBuf> {
        self.picture_in(&pictures_folder(), name).await
    }

    /// Leaves a picture of the window as `name.png` in this folder, and returns where.
    ///
    /// # Errors
    /// As [`Window::picture`].
    pub async fn picture_in(&self, folder: &Path, name: &str) -> Done<PathBuf> {
        self.turn_to().await?;
        self.program.client().execute_async(DRAWN, Vec::new()).await?;
        let png = self.program.client().screenshot().await?;
        fs::create_dir_all(folder)?;
        let path = folder.join(format!("{name}.png"));
        fs::write(&path, png)?;
        Ok(path)
    }
}

/// `PIAOJUE_PICTURES`, or `pictures` in the target folder: the README's own are only replaced when
/// asked for.
fn pictures_folder() -> PathBuf {
    let beside_the_build = || Some(env::current_exe().ok()?.ancestors().nth(3)?.join("pictures"));
    env::var_os("PIAOJUE_PICTURES")
        .map(PathBuf::from)
        .or_else(beside_the_build)
        .unwrap_or_else(|| Path::new("pictures").to_owned())
}
