//! `make test` tries a part of what `make attack` tries whole.

/// Returns `part`, or `whole` where everything is to be tried.
pub fn of_the_whole<T>(part: T, whole: T) -> T {
    if std::env::var_os("PIAOJUE_ATTACK").is_some() { whole } else { part }
}
