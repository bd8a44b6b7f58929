//! How long a key, an Enter and an agreement take to be seen, in the real windows of the program
//! that `PIAOJUE_BIN` names: `make bench`. Ends with status 1 if a goal is missed. What else runs
//! on the machine counts here: the load is printed beside the numbers.

#[path = "../windows/hands.rs"]
#[expect(dead_code, clippy::panic, reason = "the hands of the window tests")]
mod hands;
#[path = "../windows/prepared.rs"]
#[expect(dead_code, clippy::expect_used, reason = "the sessions of the window tests")]
mod prepared;

#[expect(clippy::expect_used, reason = "a measure that cannot go on ends")]
mod pairs;

use std::fs;
use std::process::ExitCode;

use exchange::{KeyedSheet, Sample};
use hands::{Room, go, keys_of, show, sit_down};
use outside::{Desktop, Done, Failure, Key, Program, Window};
use serde_json::{Value, json};

/// Whole second keyings measured; the best counts, for whatever else the machine does only adds.
const RUNS: usize = 3;

/// Bundles of two sheets keyed in a run.
const BUNDLES: usize = 16;

const WATCH: &str = include_str!("page.js");

const PAINTED: &str = "return window.seen.drawn.length === window.seen.keys.length";

/// Ten sheets keyed as fast fingers do it, by timers inside the page: a driver's own traffic takes
/// longer than the page does.
const PACED: &str = "if (!window.paced) {
        window.paced = { left: 130 };
        const surface = document.querySelector('.keying');
        const timer = setInterval(() => {
            const end = window.paced.left % 13 === 1;
            window.press(surface, end ? 'Enter' : '1');
            window.paced.left -= 1;
            if (window.paced.left === 0) clearInterval(timer);
        }, 80);
    }
    return window.paced.left === 0 && window.seen.drawn.length === 130 ? window.seen : null;";

/// As many changes of nothing but a square of 20 pixels: what a frame takes on this machine before
/// the program does anything.
const SQUARE: &str = "if (!window.square) {
        window.square = [];
        const square = document.createElement('i');
        square.style.cssText = 'position:fixed;top:0;left:0;width:20px;height:20px;background:#111';
        document.body.append(square);
        const timer = setInterval(() => {
            const at = window.now();
            square.style.background = window.square.length % 2 ? '#111' : '#eee';
            window.afterThisFrame((drawn) => window.square.push(drawn - at));
            if (window.square.length >= 120) clearInterval(timer);
        }, 80);
    }
    return window.square.length >= 120 ? window.square : null;";

/// 30 keys in 100 ms: no driver is as fast.
const BURST: &str = "if (!window.burst) {
        window.burst = { sent: 0, began: performance.now(), took: 0 };
        const surface = document.querySelector('.keying');
        const timer = setInterval(() => {
            const due = Math.min(30, Math.ceil((performance.now() - window.burst.began) * 0.3));
            for (; window.burst.sent < due; window.burst.sent += 1) {
                window.press(surface, window.burst.sent % 13 === 12 ? 'Enter' : '1');
            }
            if (window.burst.sent === 30) {
                clearInterval(timer);
                window.burst.took = performance.now() - window.burst.began;
            }
        }, 3);
    }
    return window.burst.took || null;";

/// What was taken in one run, in milliseconds.
struct Taken {
    /// From the change of a small square to its frame.
    square: Vec<f64>,
    /// From a key to the painted row.
    keys: Vec<f64>,
    /// From an Enter to the entry in the journal.
    recorded: Vec<f64>,
    /// From the Enter that hands in a bundle to the hall's picture of it.
    hall: Vec<f64>,
}

#[tokio::main]
async fn main() -> Done<ExitCode> {
    println!(
        "\nThe real windows ({BUNDLES} bundles of two sheets of 12 rows keyed again, best of {RUNS} runs, load {})",
        load()?
    );
    let mut runs = Vec::new();
    for _ in 0..RUNS {
        let (square, keys) = first_keying().await?;
        let (recorded, hall) = second_keying().await?;
        runs.push(Taken { square, keys, recorded, hall });
    }
    goal(
        "a frame in which a small square changes, to compare with",
        &runs,
        |run| &run.square,
        None,
    );
    let goals = [
        goal("from a key to the painted row", &runs, |run| &run.keys, Some(30.0)),
        goal("from Enter to the entry in the journal, on disk", &runs, |run| &run.recorded, None),
        goal(
            "from the Enter that makes an agreement to the hall's picture",
            &runs,
            |run| &run.hall,
            Some(100.0),
        ),
    ];
    burst_is_whole().await?;
    println!("  load afterwards: {}", load()?);
    Ok(if goals.iter().all(|met| *met) { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

fn load() -> Done<String> {
    Ok(fs::read_to_string("/proc/loadavg")?
        .split_whitespace()
        .take(3)
        .collect::<Vec<_>>()
        .join(" "))
}

/// Prints a measure of the run with the least 99th percentile, and whether that meets its goal.
fn goal(what: &str, runs: &[Taken], of: impl Fn(&Taken) -> &Vec<f64>, goal: Option<f64>) -> bool {
    let mut all: Vec<(f64, f64, usize)> = runs
        .iter()
        .map(|run| (percentile(of(run), 99), percentile(of(run), 50), of(run).len()))
        .collect();
    all.sort_by(|one, other| one.0.total_cmp(&other.0));
    let others: Vec<String> = all.iter().map(|(p99, ..)| format!("{p99:.0}")).collect();
    let Some((p99, p50, samples)) = all.first() else { return false };
    let met = goal.is_none_or(|goal| *p99 <= goal);
    let verdict = goal
        .map(|goal| format!("   goal ≤ {goal:.0} ms: {}", if met { "met" } else { "MISSED" }))
        .unwrap_or_default();
    println!(
        "  {what:<62} p50 {p50:>4.0} ms  p99 {p99:>4.0} ms  of {samples} (p99 of the runs: {}){verdict}",
        others.join(", ")
    );
    met
}

fn percentile(times: &[f64], of_hundred: usize) -> f64 {
    let mut sorted = times.to_vec();
    sorted.sort_by(f64::total_cmp);
    let at = (sorted.len() * of_hundred).div_ceil(100).saturating_sub(1);
    sorted.get(at).copied().unwrap_or(f64::INFINITY)
}

/// A teller at the counting table of the sample session.
async fn at_the_desk(program: &Program) -> Done<Window<'_>> {
    let operator = program.window("operator").await?;
    operator.sees("青石镇").await?;
    operator.resize(1280, 800).await?;
    go(&operator, Room::Count).await?;
    sit_down(&operator, "首录", "刘敏").await?;
    operator.press(Key::Enter).await?;
    operator.sees("第 1 捆 第 1 张").await?;
    operator.until("the window to be watched", WATCH, &[]).await?;
    Ok(operator)
}

/// Keys a bundle, and returns what a small square's frames and what the rows took.
async fn first_keying() -> Done<(Vec<f64>, Vec<f64>)> {
    let desktop = Desktop::open()?;
    let path = prepared::at_the_counting_table(&desktop.documents());
    let program = desktop.start(&[&path.to_string_lossy()]).await?;
    let operator = at_the_desk(&program).await?;
    let square = operator.until("the square", SQUARE, &[]).await?;
    let seen = operator.until("the bundle to be keyed", PACED, &[]).await?;
    operator.sees("第 1 捆 10 张已录完").await?;
    Ok((
        square.as_array().into_iter().flatten().filter_map(Value::as_f64).collect(),
        rows_painted(&seen)?,
    ))
}

/// Keys bundles of two sheets again, and returns what each Enter took to the journal and each
/// agreement to the hall.
async fn second_keying() -> Done<(Vec<f64>, Vec<f64>)> {
    let sample = Sample::load().map_err(|error| Failure::Contradiction(error.to_string()))?;
    let desktop = Desktop::open()?;
    let path = pairs::keyed_once_in_pairs(&desktop.documents());
    let program = desktop.start(&[&path.to_string_lossy()]).await?;
    let operator = program.window("operator").await?;
    operator.sees("青石镇").await?;
    operator.resize(1280, 800).await?;
    go(&operator, Room::Hall).await?;
    operator.choose("button", "打开大屏窗口").await?;
    let hall = program.window("hall").await?;
    hall.resize(1920, 1080).await?;
    go(&operator, Room::Count).await?;
    show(&operator, "正在计票").await?;
    hall.sees("已计 0 / 56").await?;
    go(&operator, Room::Count).await?;
    sit_down(&operator, "复录", "高翔").await?;
    operator.sees("领取第 1 捆").await?;
    operator.until("the operator's window to be watched", WATCH, &[]).await?;
    hall.until("the hall's window to be watched", WATCH, &[]).await?;

    let mut handed_in = Vec::new();
    for (number, sheets) in (1..).zip(sample.first_keying.chunks(2).take(BUNDLES)) {
        handed_in.push(key_bundle(&operator, &hall, number, sheets).await?);
    }
    let seen = operator.until("what was seen", "return window.seen", &[]).await?;
    Ok((recorded(&seen), handed_in))
}

/// Keys a bundle as the first teller did, and returns how long after its last Enter the hall's
/// picture of it was painted.
async fn key_bundle(
    operator: &Window<'_>,
    hall: &Window<'_>,
    number: usize,
    sheets: &[KeyedSheet],
) -> Done<f64> {
    operator.sees(&format!("领取第 {number} 捆 Enter")).await?;
    operator.press(Key::Enter).await?;
    operator.sees(&format!("第 {number} 捆 第 1 张")).await?;
    for sheet in sheets {
        // One after the other, as fingers do it: a key that waits for the one before would measure
        // the queue.
        for key in keys_of(sheet).chars().chain([char::from(Key::Enter)]) {
            operator.keys(&key.to_string()).await?;
            operator.until("the key to be painted", PAINTED, &[]).await?;
        }
    }
    operator.sees(&format!("第 {number} 捆 {} 张已录完", sheets.len())).await?;
    hall.until("the hall to be at rest", "window.seen.painted = []; return true", &[]).await?;
    operator.press(Key::Enter).await?;
    let painted =
        hall.until("the hall's picture", "return window.seen.painted[0] ?? null", &[]).await?;
    let keys = operator.until("the key", "return window.seen.keys.at(-1).at", &[]).await?;
    Ok(painted.as_f64().unwrap_or(f64::INFINITY) - keys.as_f64().unwrap_or(f64::NEG_INFINITY))
}

/// Every key that sets a row changes the page before the frame after it is painted.
fn rows_painted(seen: &Value) -> Done<Vec<f64>> {
    let rows =
        seen["drawn"].as_array().into_iter().flatten().filter(|drawn| drawn["key"] != "Enter");
    let took = |drawn: &Value| match (drawn["changed"].as_bool(), drawn["took"].as_f64()) {
        (Some(true), Some(took)) => Ok(took),
        _ => Err(Failure::Contradiction(format!("a key left the page as it was: {drawn}"))),
    };
    rows.map(took).collect()
}

/// From each Enter to the first word of the program after it that the journal has grown.
fn recorded(seen: &Value) -> Vec<f64> {
    let moments = |of: &str| seen[of].as_array().cloned().unwrap_or_default();
    let changed: Vec<f64> = moments("changed").iter().filter_map(Value::as_f64).collect();
    let enters = moments("keys")
        .into_iter()
        .filter(|key| key["key"] == "Enter")
        .filter_map(|key| key["at"].as_f64());
    enters
        .filter_map(|at| changed.iter().find(|changed| **changed >= at).map(|changed| changed - at))
        .collect()
}

/// 30 keys in 100 ms: two sheets and four rows of a third, none of them lost.
async fn burst_is_whole() -> Done {
    let desktop = Desktop::open()?;
    let path = prepared::at_the_counting_table(&desktop.documents());
    let program = desktop.start(&[&path.to_string_lossy()]).await?;
    let operator = at_the_desk(&program).await?;
    let took = operator.until("the burst to be over", BURST, &[json!(null)]).await?;
    operator.sees("第 1 捆 第 3 张").await?;
    operator.sees("已录 4 行，还有 8 行").await?;
    operator.sees("首录 2").await?;
    println!(
        "  a burst of 30 keys in {:.0} ms: two sheets and four rows of a third, none lost",
        took.as_f64().unwrap_or(f64::INFINITY)
    );
    Ok(())
}
