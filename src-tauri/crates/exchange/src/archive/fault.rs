//! What can be wrong with an archive.

/// Why a file is no archive as it was written.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ArchiveFault {
    /// No ZIP, or one that cannot be unpacked.
    #[error("not an archive: {said}")]
    NotAnArchive {
        /// In the words of the one who unpacks it.
        said: String,
    },
    /// It would unpack to more than any session holds.
    #[error("unpacks to more than {most} bytes")]
    TooLarge {
        /// In bytes.
        most: u64,
    },
    /// Two of its files have one name.
    #[error("{name} is in it twice")]
    Twice { name: String },
    /// The list of its files is not there, or is no such list.
    #[error("there is no list of its files")]
    NoList,
    /// A file that is on the list is not there.
    #[error("{name} is missing")]
    Missing { name: String },
    /// A file is not as it was listed.
    #[error("{name} was changed")]
    Changed { name: String },
    /// A file is there that is not on the list.
    #[error("{name} is not on the list")]
    NotListed { name: String },
    /// There is no session in it, or more than one.
    #[error("there is no session in it")]
    NoSession,
}
