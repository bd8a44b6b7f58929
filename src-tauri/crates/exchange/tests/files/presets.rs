//! Presets: the one that ships, and what refuses one.

use std::num::NonZeroU32;

use exchange::{preset::SELECTION, read_preset};
use session::ballot::{HallCounting, Symbol};
use tally::{Cap, Kind, Mark, Threshold, TieRule, ValidIf};

#[test]
fn the_selection_preset_is_article_25_and_at_most_k() {
    let preset = read_preset("selection.toml", SELECTION).unwrap();
    let Kind::Selection(rule) = preset.kind(NonZeroU32::new(10).unwrap()) else { panic!("a selection") };
    assert_eq!(
        (rule.seats.get(), rule.threshold, rule.cap, rule.tie),
        (10, Some(Threshold::MAJORITY_OF_ALL), Cap::AtMost, TieRule::Runoff)
    );
    assert_eq!((preset.valid_if, preset.bundle_size, preset.hall), (ValidIf::ReturnedAtMostIssued, 10, HallCounting::Live));
    let symbols: Vec<_> = preset.symbols.iter().map(|meaning| (meaning.symbol, meaning.mark)).collect();
    assert_eq!(symbols, [(Symbol::Circle, Mark::For), (Symbol::Cross, Mark::Against)]);
}

fn refused(from: &str, to: &str) -> (String, String) {
    let text = SELECTION.replace(from, to);
    assert_ne!(text, SELECTION, "{from}");
    let error = read_preset("selection.toml", &text).unwrap_err();
    (error.path, error.message)
}

#[test]
fn a_preset_with_a_fault_is_refused_with_its_path() {
    for (from, to, path) in [
        ("cap = \"at_most\"\n", "", "$.rule.cap"),
        ("cap = \"at_most\"", "cap = \"about\"", "$.rule.cap"),
        ("cap = \"at_most\"", "cup = \"at_most\"", "$.rule.cup"),
        ("over = [1, 2]", "over = [2, 1]", "$.rule.threshold.over"),
        ("bundle_size = 10", "bundle_size = 101", "$.bundle_size"),
        ("bundle_size = 10", "bundle_size = \"ten\"", "$.bundle_size"),
        ("symbol = \"circle\"", "symbol = \"heart\"", "$.symbols[0].symbol"),
        ("tie = ", "multi_mark = \"void\"\ntie = ", "$.rule.multi_mark"),
        ("kind = \"selection\"", "kind = ", "$"),
    ] {
        let (found, message) = refused(from, to);
        assert_eq!(found, path, "{message}");
        assert!(!message.is_empty());
    }
}
