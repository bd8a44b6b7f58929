//! Presets: the one that ships, and what refuses one.

use std::collections::BTreeSet;
use std::num::NonZeroU32;

use exchange::preset::SELECTION;
use exchange::{HandPreset, Preset, read_preset};
use session::Refusal;
use session::ballot::{Ballot, HallCounting, OptionOrder, Symbol};
use session::floor::hands::{Body, Counted, Way};
use tally::{BlankSection, Cap, ContestOption, Kind, Mark, Threshold, TieRule, ValidIf, WriteIns};

#[test]
fn the_selection_preset_is_article_25_and_at_most_k() {
    let preset = read_preset(SELECTION.0, SELECTION.1).unwrap();
    let Kind::Selection(rule) = preset.kind(NonZeroU32::new(10).unwrap()) else {
        panic!("a selection")
    };
    assert_eq!(
        (rule.seats.get(), rule.threshold, rule.cap, rule.tie),
        (10, Some(Threshold::MAJORITY_OF_ALL), Cap::AtMost, TieRule::Runoff)
    );
    let ballot = &preset.ballot;
    assert_eq!(
        (ballot.valid_if, ballot.bundle_size, ballot.hall),
        (ValidIf::ReturnedAtMostIssued, 10, HallCounting::Live)
    );
    let symbols: Vec<_> =
        preset.contest.symbols.iter().map(|meaning| (meaning.symbol, meaning.mark)).collect();
    assert_eq!(symbols, [(Symbol::Circle, Mark::For), (Symbol::Cross, Mark::Against)]);
}

/// The preset with one option, as a secretary completes it.
fn completed(preset: &Preset) -> Ballot {
    let mut contest = preset.contest.clone();
    contest.contest.options.push(ContestOption { id: "1".into(), name: "田富".to_owned() });
    Ballot { contests: vec![contest], ..preset.ballot.clone() }
}

#[test]
fn every_preset_that_ships_makes_a_ballot_that_can_be_printed_and_contradicts_no_law() {
    let shipped = Preset::shipped().unwrap();
    let names: Vec<&str> = shipped.iter().map(|preset| preset.name.zh.as_str()).collect();
    assert_eq!(
        names,
        [
            "民生实事票决",
            "组织法选举·正职",
            "组织法选举·副职",
            "满意度测评",
            "议案建议办理测评",
            "述职评议",
            "决议表决"
        ]
    );
    let ids: BTreeSet<&str> = shipped.iter().map(|preset| preset.id.as_str()).collect();
    assert_eq!(ids.len(), shipped.len());
    for preset in &shipped {
        let ballot = completed(preset);
        assert_eq!(ballot.check(), Ok(()), "{}", preset.id);
        assert_eq!(ballot.departures(), [], "{}", preset.id);
        let evaluation = matches!(preset.contest.contest.kind, Kind::Evaluation(_));
        assert_eq!(preset.contest.assessment.is_some(), evaluation, "{}", preset.id);
    }
}

#[test]
fn the_elections_follow_articles_25_to_28_and_deputies_law_17() {
    let of =
        |id: &str| Preset::shipped().unwrap().into_iter().find(|preset| preset.id == id).unwrap();
    for (id, chief) in [("chief", true), ("deputy", false)] {
        let preset = of(id);
        let Kind::Election(rule) = preset.kind(NonZeroU32::MIN) else { panic!("an election") };
        assert_eq!(
            (rule.threshold, rule.write_ins),
            (Some(Threshold::MAJORITY_OF_ALL), WriteIns::NeedsAgainst)
        );
        assert_eq!(
            preset.ballot.hall,
            HallCounting::Progress,
            "no counts of persons before the end"
        );
        assert_eq!(preset.contest.order, OptionOrder::NameStrokes);
        assert_eq!(preset.contest.election.unwrap().post.is_chief(), chief);
    }
}

#[test]
fn the_presidium_decides_by_more_than_half_of_all_its_members() {
    let [preset] = HandPreset::shipped().unwrap().try_into().unwrap();
    let Way::Hands { threshold, counted } = preset.motion.way else { panic!("by hand") };
    assert_eq!((threshold, counted), (Some(Threshold::MAJORITY_OF_ALL), Counted::Minority));
    let quorum = Some(Body::PRESIDIUM_QUORUM);
    let body = Body::Presidium { members: 0, quorum };
    assert_eq!(preset.motion.body, body, "how many they are is typed");
    assert_eq!(preset.name.zh, "主席团表决");
}

#[test]
fn titles_name_the_year_of_the_session_and_of_what_is_evaluated() {
    let titles: Vec<String> = Preset::shipped()
        .unwrap()
        .into_iter()
        .map(|preset| preset.in_year(2026).ballot.title)
        .collect();
    assert_eq!(titles[0], "2026年度民生实事项目票决票");
    assert_eq!(titles[3], "2025年度民生实事项目满意度测评票");
}

#[test]
fn an_office_may_set_less_than_the_law_asks_for_only_with_a_reason() {
    let lenient = SELECTION.1.replace("order = \"number\"", "quorum = [1, 2]\norder = \"number\"");
    let preset = read_preset("office.toml", &lenient).unwrap();
    assert!(matches!(completed(&preset).check(), Err(Refusal::DepartsFromLaw { .. })));
    let reasoned = lenient
        .replace("order = \"number\"", "departure_reason = \"试点方案\"\norder = \"number\"");
    assert_eq!(completed(&read_preset("office.toml", &reasoned).unwrap()).check(), Ok(()));
}

#[test]
fn a_blank_section_means_what_its_rows_do_unless_the_preset_says_otherwise() {
    let left_out = SELECTION.1.replace("blank_section = \"valid\"\n", "");
    assert_ne!(left_out, SELECTION.1);
    for (row, section) in [
        ("abstain", BlankSection::Valid),
        ("void", BlankSection::ByRow),
        ("for", BlankSection::ByRow),
    ] {
        let text = left_out.replace("blank_row = \"abstain\"", &format!("blank_row = \"{row}\""));
        let preset = read_preset("office.toml", &text).unwrap();
        assert_eq!(preset.contest.contest.blank_section(), section, "{row}");
    }
}

fn refused(from: &str, to: &str) -> (String, String) {
    let text = SELECTION.1.replace(from, to);
    assert_ne!(text, SELECTION.1, "{from}");
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
        ("order = \"number\"", "quorum = [3, 2]\norder = \"number\"", "$.quorum"),
        ("order = \"number\"", "grades = [\"满意\", \"不满意\"]\norder = \"number\"", "$.grades"),
        ("[rule]", "[election]\npost = \"chair\"\n[rule]", "$.election"),
        ("[rule]", "[assessment]\nweights = [100]\n[rule]", "$.assessment"),
        ("mark = \"against\"", "mark = 0", "$.symbols[1].mark"),
    ] {
        let (found, message) = refused(from, to);
        assert_eq!(found, path, "{message}");
        assert!(!message.is_empty());
    }
}
