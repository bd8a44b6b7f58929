//! What is said of every certified round that was counted again.

use exchange::{Recount, Recounted, recounted};
use store::Verification;

use crate::language::Language;
use crate::trouble::Trouble;

/// Returns what is said of every certified round, and whether nothing is wrong.
pub(super) fn lines(
    found: &Verification,
    language: Language,
) -> Result<(bool, Vec<String>), Trouble> {
    let (mut sound, mut lines) = (true, Vec::new());
    for counted in recounted(found.session.rounds(), &found.entries)? {
        // Figures are unsaid in the form of an earlier version alone; another is named as a flaw.
        let flawed = found.flaws.iter().any(|flaw| flaw.seq == Some(counted.certified));
        let differs = counted.recount == Recount::Differs
            || (counted.recount == Recount::AgreesUnsaid && flawed);
        sound &= !differs;
        lines.push(of_round(&counted, differs, language));
        let fingerprint = found.hash_of(counted.certified);
        let fingerprint = fingerprint.map(ToString::to_string).unwrap_or_default();
        lines.push(language.of(
            format!("  核定时的指纹 {fingerprint}"),
            format!("  fingerprint when certified {fingerprint}"),
        ));
    }
    Ok((sound, lines))
}

fn of_round(counted: &Recounted, differs: bool, language: Language) -> String {
    let Recounted { round, title, recount, .. } = counted;
    let sign = if differs { "✗" } else { "✓" };
    let said = match recount {
        Recount::Agrees => language.of(
            "重新计票与核定结果一致，与核定时记下的数字一致",
            "counted again with the certified result and the figures recorded with it",
        ),
        Recount::AgreesUnsaid if differs => language.of(
            "重新计票与核定结果一致，核定时应当记下的数字却没有记",
            "counted again with the certified result; the figures that should stand with it do not",
        ),
        Recount::AgreesUnsaid => language.of(
            "重新计票与核定结果一致；核定时的程序没有记下数字",
            "counted again with the certified result; the program of the time recorded no figures",
        ),
        Recount::Differs => {
            language.of("重新计票与核定结果不一致", "counted again with another result")
        }
        Recount::NoSheets => language
            .of("人工计票，没有逐张记录可供重新计票", "counted by hand, no sheets to count again"),
    };
    language.of(
        format!("{sign} 第{round}轮 {title}：{said}"),
        format!("{sign} round {round} {title}: {said}"),
    )
}
