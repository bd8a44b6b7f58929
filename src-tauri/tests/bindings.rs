//! The TypeScript types of commands and views are made from the Rust types and checked in as one
//! file; this fails when it is stale. `UPDATE=1 cargo test -p piaojue --test bindings` writes it.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use exchange::{Ordered, StrokeOrder};
use piaojue::{
    FacesView, Failure, HallWindow, Imported, ImportedProjects, LoanFile, PaperText, Presets,
    Saved, Sides, StartView, ToLend, Verified,
};
use session::{Command, Refusal, views};
use ts_rs::{Config, TS, TypeVisitor};

const HEAD: &str = "// Made from the Rust types by src-tauri/tests/bindings.rs: change them there, \
                    then run\n// UPDATE=1 cargo test -p piaojue --test bindings\n";

/// Declarations by the name they have in TypeScript.
#[derive(Default)]
struct Collected {
    config: Config,
    types: BTreeMap<String, Declaration>,
}

struct Declaration {
    rust: &'static str,
    text: String,
}

impl TypeVisitor for Collected {
    fn visit<T: TS + 'static + ?Sized>(&mut self) {
        if T::output_path().is_none() {
            return;
        }
        let (name, rust) = (T::ident(&self.config), std::any::type_name::<T>());
        if let Some(known) = self.types.get(&name) {
            assert_eq!(known.rust, rust, "two types would be one {name} in TypeScript");
            return;
        }
        let docs = T::docs().unwrap_or_default();
        let text = format!("{docs}export {}\n", T::decl(&self.config));
        self.types.insert(name, Declaration { rust, text });
        T::visit_dependencies(self);
    }
}

fn fresh() -> String {
    let mut all = Collected::default();
    all.visit::<Command>();
    all.visit::<Refusal>();
    all.visit::<views::frame::FrameView>();
    all.visit::<views::prepare::PrepareView>();
    all.visit::<views::floor::FloorView>();
    all.visit::<views::desk::DeskView>();
    all.visit::<views::hand::HandDeskView>();
    all.visit::<views::count::CountView>();
    all.visit::<views::papers::PapersView>();
    all.visit::<views::hall::HallView>();
    all.visit::<StartView>();
    all.visit::<Failure>();
    all.visit::<Imported>();
    all.visit::<ImportedProjects>();
    all.visit::<ToLend>();
    all.visit::<LoanFile>();
    all.visit::<PaperText>();
    all.visit::<papers::TextFault>();
    all.visit::<FacesView>();
    all.visit::<Presets>();
    all.visit::<Ordered>();
    all.visit::<StrokeOrder>();
    all.visit::<HallWindow>();
    all.visit::<Saved>();
    all.visit::<Sides>();
    all.visit::<Verified>();
    let types = all.types.into_values().map(|found| found.text);
    [HEAD.to_owned()].into_iter().chain(types).collect::<Vec<_>>().join("\n")
}

#[test]
fn checked_in_types_are_fresh() {
    let place = Path::new(env!("CARGO_MANIFEST_DIR")).join("../ui/src/bindings.ts");
    let fresh = fresh();
    if std::env::var_os("UPDATE").is_some() {
        fs::write(&place, &fresh).unwrap();
    }
    let checked_in = fs::read_to_string(&place).unwrap_or_default();
    let stale = fresh.lines().zip(checked_in.lines()).find(|(new, old)| new != old);
    assert_eq!(stale, None, "stale (new, old): run with UPDATE=1");
    assert_eq!(fresh.lines().count(), checked_in.lines().count(), "run with UPDATE=1");
}
