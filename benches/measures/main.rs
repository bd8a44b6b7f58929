//! What the house promises in numbers, measured on the machine at hand: `make bench`. Ends with
//! status 1 if a goal is missed.
//!
//! Times are the processor's, but of the disk; ratios are taken within one run. Memory comes first, while nothing
//! else has been allocated and freed.

mod counting;
mod day;
mod dice;
mod durable;
mod memory;
mod one_more;
mod recorded;
mod session;
mod typeset;

use std::env;
use std::error::Error;
use std::hint::black_box;
use std::process::ExitCode;
use std::time::Duration;

use cpu_time::ThreadTime;

/// What keeps a measure from being taken.
type Measured<T = ()> = Result<T, Box<dyn Error>>;

fn title(title: &str) {
    println!("\n{title}");
}

/// Prints a number without a goal.
fn line(what: &str, measured: &str) {
    println!("  {what:<72} {measured:>12}");
}

/// How many goals are missed.
#[derive(Default)]
struct Report {
    missed: u32,
}

impl Report {
    /// Prints a number with its goal, and whether it is met.
    fn goal(&mut self, what: &str, measured: &str, goal: &str, met: bool) {
        let verdict = if met { "met" } else { "MISSED" };
        println!("  {what:<72} {measured:>12}   goal {goal}: {verdict}");
        self.missed += u32::from(!met);
    }
}

/// Returns what `work` comes to and how much of the processor's time it took: what else runs on the
/// machine does not count.
fn timed<T>(work: impl FnOnce() -> T) -> (T, Duration) {
    let start = ThreadTime::now();
    let done = work();
    (done, start.elapsed())
}

/// Returns the median of five runs: one that found the caches cold does not decide.
fn median_of_five<T>(mut work: impl FnMut() -> Measured<T>) -> Measured<Duration> {
    let mut times = [Duration::ZERO; 5];
    for time in &mut times {
        let (done, taken) = timed(&mut work);
        black_box(done?);
        *time = taken;
    }
    times.sort();
    Ok(times[2])
}

type Measure = fn(&mut Report) -> Measured;

/// Every measure by its name, which alone takes it: `cargo bench --bench measures -- recorded`.
const MEASURES: [(&str, Measure); 7] = [
    ("memory", memory::measure),
    ("session", session::measure),
    ("one_more", |_| one_more::measure()),
    ("recorded", recorded::measure),
    ("durable", durable::measure),
    ("counting", counting::measure),
    ("typeset", typeset::measure),
];

fn shown(time: Duration) -> String {
    format!("{time:.2?}")
}

fn main() -> Measured<ExitCode> {
    if let [word, case] = env::args().skip(1).collect::<Vec<_>>().as_slice()
        && word == typeset::ONE
    {
        typeset::one(case)?;
        return Ok(ExitCode::SUCCESS);
    }
    let mut report = Report::default();
    let named: Vec<String> = env::args().skip(1).filter(|word| !word.starts_with('-')).collect();
    for (name, measure) in MEASURES {
        if named.is_empty() || named.iter().any(|word| word == name) {
            measure(&mut report)?;
        }
    }
    Ok(if report.missed == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}
