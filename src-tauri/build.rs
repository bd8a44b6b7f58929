//! Declares every command of the list, so that each window's capability names what it may call and
//! everything else is refused.

macro_rules! commands {
    ($($module:ident { $(
        [$($window:ident),+] $way:ident $name:ident($($argument:ident: $type:ty),*) -> $answer:ty;
    )* })*) => {
        const COMMANDS: &[&str] = &[$($(stringify!($name)),*),*];
    };
}

include!("src/commands/list.rs");

fn main() {
    println!("cargo::rerun-if-changed=src/commands/list.rs");
    let manifest = tauri_build::AppManifest::new().commands(COMMANDS);
    if let Err(error) =
        tauri_build::try_build(tauri_build::Attributes::new().app_manifest(manifest))
    {
        println!("cargo::error={error:#}");
    }
}
