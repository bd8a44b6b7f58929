//! The running program, under the driver.

use std::fs;
use std::net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream};
use std::path::PathBuf;
use std::process::Command;
use std::time::Duration;

use fantoccini::wd::{TimeoutConfiguration, WindowHandle};
use fantoccini::{Client, ClientBuilder};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::json;
use tokio::time::{Instant, interval};

use crate::desktop::{Desktop, binary};
use crate::failure::{Done, Failure};
use crate::processes::{Held, Tool};
use crate::window::Window;

/// How long anything may take before a test gives up; generous, because the machine may be building
/// at the same time.
pub const PATIENCE: Duration = Duration::from_secs(40);

/// Between two looks at something that is not there yet.
pub const GLANCE: Duration = Duration::from_millis(40);

/// The program as a person sees it: one process and its windows. Dropped, it is ended by force.
pub struct Program {
    client: Client,
    process: Held,
    _driver: Tool,
    log: PathBuf,
}

impl Program {
    pub(crate) async fn start(desktop: &Desktop, arguments: &[&str]) -> Done<Self> {
        let binary = binary()?;
        let address = free_address()?;
        let log = desktop.log(&format!("program-{}.log", address.port()));
        let mut command = Command::new("WebKitWebDriver");
        desktop.seat(
            command
                .arg(format!("--port={}", address.port()))
                .env("TAURI_WEBVIEW_AUTOMATION", "true"),
        );
        let driver = Tool::start("WebKitWebDriver", &mut command, &log)?;
        until("the driver to listen", || TcpStream::connect(address).is_ok()).await?;
        let wanted = json!({ "browserName": "wry", "webkitgtk:browserOptions": { "binary": binary, "args": arguments } });
        let mut builder = ClientBuilder::new(HttpConnector::new());
        if let Some(wanted) = wanted.as_object() {
            builder.capabilities(wanted.clone());
        }
        let client = builder.connect(&format!("http://{address}")).await?;
        client
            .update_timeouts(TimeoutConfiguration::new(Some(PATIENCE), Some(PATIENCE), None))
            .await?;
        let process = Held::child_running(driver.pid(), &binary).ok_or_else(|| {
            Failure::Contradiction("the program ended as soon as it was started".to_owned())
        })?;
        Ok(Self { client, process, _driver: driver, log })
    }

    /// The window the program calls `label`, once its page is there.
    ///
    /// # Errors
    /// [`Failure::InVain`] if it does not appear.
    pub async fn window(&self, label: &'static str) -> Done<Window<'_>> {
        let started = Instant::now();
        let mut glance = interval(GLANCE);
        loop {
            glance.tick().await;
            if let Some((_, handle)) =
                self.open_windows().await?.into_iter().find(|(is, _)| is == label)
            {
                return Ok(Window::new(self, handle, label));
            }
            if started.elapsed() > PATIENCE {
                return Err(self.in_vain(
                    format!("the window “{label}”"),
                    "no window to take a picture of",
                    "",
                ));
            }
        }
    }

    /// Waits until exactly these windows are open.
    ///
    /// # Errors
    /// [`Failure::InVain`] with those that are open instead.
    pub async fn has_windows(&self, labels: &[&str]) -> Done {
        let started = Instant::now();
        let mut glance = interval(GLANCE);
        loop {
            glance.tick().await;
            let open = self.open_windows().await?;
            if open.len() == labels.len()
                && labels.iter().all(|label| open.iter().any(|(is, _)| is == label))
            {
                return Ok(());
            }
            if started.elapsed() > PATIENCE {
                return Err(self.in_vain(
                    format!("the windows {labels:?}"),
                    "none",
                    &format!("{open:?}"),
                ));
            }
        }
    }

    /// The labels of the windows that have a page, with their handles.
    async fn open_windows(&self) -> Done<Vec<(String, WindowHandle)>> {
        let mut open = Vec::new();
        for handle in self.client.windows().await? {
            if let Some(label) = self.label_of(&handle).await {
                open.push((label, handle));
            }
        }
        Ok(open)
    }

    /// `None` while the page is not there yet: a window is listed before its page.
    async fn label_of(&self, handle: &WindowHandle) -> Option<String> {
        self.client.switch_to_window(handle.clone()).await.ok()?;
        let label = "return window.__TAURI_INTERNALS__?.metadata?.currentWindow?.label ?? null";
        Some(self.client.execute(label, Vec::new()).await.ok()?.as_str()?.to_owned())
    }

    /// Waits until the program has ended of its own accord.
    ///
    /// # Errors
    /// [`Failure::Contradiction`] if it goes on running.
    pub async fn ended(self) -> Done {
        until("the program to end", || self.process.is_over()).await
    }

    /// Pulls the plug: the process is gone between two instructions.
    ///
    /// # Errors
    /// [`Failure::Contradiction`] if it survives.
    pub async fn cut_power(self) -> Done {
        self.process.cut_power();
        until("the program to be gone", || self.process.is_over()).await
    }

    pub(crate) fn client(&self) -> &Client {
        &self.client
    }

    pub(crate) fn in_vain(&self, what: String, picture: &str, seen: &str) -> Failure {
        let said = fs::read_to_string(&self.log).unwrap_or_default();
        let seen = if said.is_empty() {
            seen.to_owned()
        } else {
            format!("{seen}\nand the program said:\n{said}")
        };
        Failure::InVain { what, picture: picture.to_owned(), seen }
    }
}

impl Drop for Program {
    fn drop(&mut self) {
        self.process.cut_power();
    }
}

/// Waits until `is_so`.
async fn until(what: &str, is_so: impl Fn() -> bool) -> Done {
    let started = Instant::now();
    let mut glance = interval(GLANCE);
    loop {
        glance.tick().await;
        if is_so() {
            return Ok(());
        }
        if started.elapsed() > PATIENCE {
            return Err(Failure::Contradiction(format!("waited in vain for {what}")));
        }
    }
}

/// A port nobody listens on at this moment.
fn free_address() -> Done<SocketAddr> {
    Ok(TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?.local_addr()?)
}
