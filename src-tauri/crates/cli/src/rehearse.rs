//! `rehearse`: a copy of a session in which everything may be tried and nothing counts.

use std::process::ExitCode;

use session::people::Role;
use session::{PersonId, Refusal};
use store::Record;

use crate::arguments::Rehearse;
use crate::count::say;
use crate::language::Language;
use crate::sentences::visible;
use crate::trouble::Trouble;

pub(crate) fn rehearse(asked: &Rehearse, language: Language) -> Result<ExitCode, Trouble> {
    let Rehearse { session, out } = asked;
    let record = Record::open(session)?;
    let by = secretary(&record)?;
    let now = chrono::Local::now().fixed_offset();
    record.still()?.rehearse(out, &exchange::rehearsal::fresh_seed(), &by, now)?;
    let out = out.display();
    let said = language.of(format!("已做成演练文件 {out}"), format!("rehearsal {out}"));
    say(&format!("{}\n", visible(&said)))
}

/// It is begun in the secretary's name.
fn secretary(record: &Record) -> Result<PersonId, Refusal> {
    let mut secretaries = record.session().people().with_role(Role::Secretary);
    let missing = Refusal::StaffMissing { role: Role::Secretary, needed: 1, appointed: 0 };
    secretaries.next().map(|one| one.id.clone()).ok_or(missing)
}
