//! Processes that end with their owner.

use std::io::{BufRead, BufReader};
use std::os::fd::OwnedFd;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::{fs, io};

use rustix::event::{PollFd, PollFlags, Timespec, poll};
use rustix::process::{Pid, PidfdFlags, Signal, kill_process, pidfd_open, pidfd_send_signal};

use crate::failure::{Done, Failure};

/// A tool that is asked to end (SIGTERM) when it is no longer needed.
///
/// The driver must never be killed outright: its child would keep the log open for ever.
pub struct Tool(Child);

impl Tool {
    /// Starts `command`, both outputs going to `log`.
    ///
    /// # Errors
    /// [`Failure::Tool`] if it is not installed.
    pub fn start(tool: &'static str, command: &mut Command, log: &Path) -> Done<Self> {
        let out = fs::File::create(log)?;
        let both = out.try_clone()?;
        command.stdin(Stdio::null()).stdout(out).stderr(both);
        command.spawn().map(Self).map_err(|cause| Failure::Tool { tool, cause })
    }

    /// Starts `command` and returns with it the first line it prints: the way Xvfb and the D-Bus
    /// daemon tell their address.
    ///
    /// # Errors
    /// [`Failure::Tool`] if it is not installed or ends without a line.
    pub fn start_and_ask(
        tool: &'static str,
        command: &mut Command,
        log: &Path,
    ) -> Done<(Self, String)> {
        let said = |cause| Failure::Tool { tool, cause };
        command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(fs::File::create(log)?);
        let mut child = Self(command.spawn().map_err(said)?);
        let mut line = String::new();
        if let Some(out) = child.0.stdout.take() {
            BufReader::new(out).read_line(&mut line)?;
        }
        let line = line.trim().to_owned();
        if line.is_empty() {
            return Err(said(io::Error::other(fs::read_to_string(log)?)));
        }
        Ok((child, line))
    }

    /// The number of the process.
    pub fn pid(&self) -> Pid {
        Pid::from_child(&self.0)
    }
}

impl Drop for Tool {
    fn drop(&mut self) {
        // Already gone is as good as ended.
        let _ = kill_process(self.pid(), Signal::TERM);
        let _ = self.0.wait();
    }
}

/// A process that was started by somebody else, held so that its number cannot come to mean
/// another.
pub struct Held(OwnedFd);

impl Held {
    /// The child of `parent` that runs `binary`, if it is alive.
    pub fn child_running(parent: Pid, binary: &Path) -> Option<Self> {
        let entries = fs::read_dir("/proc").ok()?;
        let child = entries.flatten().find_map(|entry| {
            let pid = Pid::from_raw(entry.file_name().to_str()?.parse().ok()?)?;
            let runs_it = fs::read_link(entry.path().join("exe")).ok()? == binary;
            (runs_it && parent_of(&entry.path())? == parent).then_some(pid)
        })?;
        pidfd_open(child, PidfdFlags::empty()).ok().map(Self)
    }

    /// Whether its last thread has ended, and with it the hold on its files.
    pub fn is_over(&self) -> bool {
        let at_once = Timespec { tv_sec: 0, tv_nsec: 0 };
        poll(&mut [PollFd::new(&self.0, PollFlags::IN)], Some(&at_once))
            .is_ok_and(|ready| ready > 0)
    }

    /// Ends it at once, as a power cut would (SIGKILL).
    pub fn cut_power(&self) {
        // Already gone is as good as ended.
        let _ = pidfd_send_signal(&self.0, Signal::KILL);
    }
}

/// The parent named in `/proc/PID/stat`, after the name in brackets and the state.
fn parent_of(process: &Path) -> Option<Pid> {
    let stat = fs::read_to_string(process.join("stat")).ok()?;
    let (_, after_name) = stat.rsplit_once(')')?;
    Pid::from_raw(after_name.split_whitespace().nth(1)?.parse().ok()?)
}
