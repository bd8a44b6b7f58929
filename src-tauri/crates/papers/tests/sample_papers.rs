//! The papers of the sample session, read again by other programs.

#[cfg(test)]
mod common;

use common::{ballot, count_report, decision, leave, once, tool};
use papers::{PageSize, Rendered, render_ballot, render_count_report, render_decision};

fn all() -> Vec<(&'static str, Rendered)> {
    vec![
        ("ballot-a4.pdf", render_ballot(&ballot(PageSize::A4), once()).unwrap()),
        ("ballot-a5.pdf", render_ballot(&ballot(PageSize::A5), once()).unwrap()),
        ("count-report.pdf", render_count_report(&count_report()).unwrap()),
        ("decision.pdf", render_decision(&decision()).unwrap()),
    ]
}

#[test]
fn qpdf_finds_nothing_wrong() {
    for (name, rendered) in all() {
        let path = leave(name, &rendered);
        tool("qpdf", &["--check", path.to_str().unwrap()]);
    }
}
