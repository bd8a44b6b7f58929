//! PIN 码 at the edge: salted with the system's chance, hashed with argon2, compared. Only the hash
//! goes into the journal.

use argon2::Argon2;
use argon2::password_hash::{PasswordHasher, PasswordVerifier};

/// Returns the salted hash of a PIN in the PHC form; `None` when the system offers no chance for
/// the salt.
pub(crate) fn salted(pin: &str) -> Option<String> {
    Argon2::default().hash_password(pin.as_bytes()).ok().map(|hash| hash.to_string())
}

/// Tells whether a PIN is the one a hash was made of.
pub(crate) fn fits(pin: &str, hash: &str) -> bool {
    Argon2::default().verify_password(pin.as_bytes(), hash).is_ok()
}
