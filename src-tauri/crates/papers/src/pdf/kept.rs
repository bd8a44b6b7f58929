//! What was made for one setting of a paper is kept for the next: while a text is typed the same
//! characters are drawn again and again, and reducing a face to them and pressing it together takes
//! most of the time. What is kept was made from its key alone, so the bytes stay the same.

use std::sync::{Mutex, PoisonError};

/// The last things made, with what they were made from; the one used longest ago gives way.
pub(super) struct Kept<Key, Made> {
    /// The one used last stands at the end.
    made: Mutex<Vec<(Key, Made)>>,
    most: usize,
}

impl<Key: PartialEq, Made: Clone> Kept<Key, Made> {
    /// Returns an empty store of at most `most` things.
    pub(super) const fn new(most: usize) -> Self {
        Self { made: Mutex::new(Vec::new()), most }
    }

    /// Returns what was made from a key, or makes it. Nobody waits for another one's making.
    ///
    /// # Errors
    /// That of `work`; nothing is kept of it.
    pub(super) fn get_or_make<E>(
        &self,
        key: Key,
        work: impl FnOnce(&Key) -> Result<Made, E>,
    ) -> Result<Made, E> {
        if let Some(found) = self.found(&key) {
            return Ok(found);
        }
        let made = work(&key)?;
        let mut all = self.made.lock().unwrap_or_else(PoisonError::into_inner);
        if all.len() >= self.most {
            all.remove(0);
        }
        all.push((key, made.clone()));
        Ok(made)
    }

    fn found(&self, key: &Key) -> Option<Made> {
        let mut all = self.made.lock().unwrap_or_else(PoisonError::into_inner);
        let at = all.iter().rposition(|(kept, _)| kept == key)?;
        let last = all.remove(at);
        let made = last.1.clone();
        all.push(last);
        Some(made)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_made_is_made_once_and_the_one_used_longest_ago_gives_way() {
        let kept: Kept<u8, u8> = Kept::new(2);
        let made = |key| kept.get_or_make(key, |key| Ok::<u8, ()>(*key)).unwrap();
        let again = |key| kept.get_or_make(key, |_| Err(key));
        assert_eq!((made(1), made(2)), (1, 2));
        assert_eq!(again(1), Ok(1));
        assert_eq!(made(3), 3);
        assert_eq!((again(1), again(2), again(3)), (Ok(1), Err(2), Ok(3)));
    }
}
