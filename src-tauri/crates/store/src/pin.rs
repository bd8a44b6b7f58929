//! PIN 码 at the edge: salted with the system's chance, hashed with argon2, compared. Only the hash
//! goes into the journal. Hashing takes its time on purpose, so it can be done before the record is
//! asked: what comes of it is a value.

use argon2::Argon2;
use argon2::password_hash::{PasswordHasher, PasswordVerifier};
use session::people::pin::check_figures;

use crate::{Failure, StoreError};

/// A new PIN as it goes on record.
#[derive(Clone, Debug)]
pub struct SaltedPin(String);

impl SaltedPin {
    /// Salts and hashes a PIN.
    ///
    /// # Errors
    /// [`session::Refusal::PinFigures`]; [`StoreError::NoChance`].
    pub fn of(pin: &str) -> Result<Self, Failure> {
        check_figures(pin)?;
        let hashed = Argon2::default().hash_password(pin.as_bytes());
        Ok(Self(hashed.map_err(|_| StoreError::NoChance)?.to_string()))
    }

    /// Returns the salted hash in the PHC form.
    pub(crate) fn hash(&self) -> &str {
        &self.0
    }
}

/// A typed PIN, compared with the hash that was on record at that moment.
#[derive(Clone, Debug)]
pub struct ComparedPin {
    hash: String,
    fits: bool,
}

impl ComparedPin {
    /// Compares a typed PIN with a hash.
    #[must_use]
    pub fn of(typed: &str, hash: &str) -> Self {
        let fits = Argon2::default().verify_password(typed.as_bytes(), hash).is_ok();
        Self { hash: hash.to_owned(), fits }
    }

    pub(crate) fn fits(&self) -> bool {
        self.fits
    }

    /// Tells whether it fits; `None` where another hash is on record by now.
    pub(crate) fn with(&self, hash: &str) -> Option<bool> {
        (self.hash == hash).then_some(self.fits)
    }
}
