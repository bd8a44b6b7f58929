//! The language of what is said: Chinese first, English complete.

/// A language the program speaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub(crate) enum Language {
    /// 中文.
    Zh,
    /// English.
    En,
}

impl Language {
    /// What was asked for, else what the environment says, else Chinese. `LC_ALL` goes before
    /// `LC_MESSAGES`, that before `LANG`, as everywhere.
    pub(crate) fn chosen(
        asked: Option<Self>,
        environment: impl Fn(&str) -> Option<String>,
    ) -> Self {
        asked.unwrap_or_else(|| {
            let set = ["LC_ALL", "LC_MESSAGES", "LANG"]
                .into_iter()
                .find_map(|name| environment(name).filter(|value| !value.is_empty()));
            if set.is_some_and(|locale| locale.starts_with("en")) { Self::En } else { Self::Zh }
        })
    }

    /// Picks the text of this language.
    pub(crate) fn of<T>(self, zh: T, en: T) -> T {
        match self {
            Self::Zh => zh,
            Self::En => en,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_language_is_asked_for_then_of_the_environment_then_chinese() {
        let environment = |set: &'static [(&str, &str)]| {
            move |name: &str| {
                set.iter().find(|(key, _)| *key == name).map(|(_, value)| (*value).to_owned())
            }
        };
        assert_eq!(Language::chosen(None, environment(&[])), Language::Zh);
        assert_eq!(Language::chosen(None, environment(&[("LANG", "C.UTF-8")])), Language::Zh);
        assert_eq!(Language::chosen(None, environment(&[("LANG", "en_GB.UTF-8")])), Language::En);
        assert_eq!(
            Language::chosen(
                None,
                environment(&[("LC_ALL", "zh_CN.UTF-8"), ("LANG", "en_GB.UTF-8")])
            ),
            Language::Zh
        );
        assert_eq!(
            Language::chosen(None, environment(&[("LC_ALL", ""), ("LANG", "en_GB.UTF-8")])),
            Language::En
        );
        assert_eq!(
            Language::chosen(Some(Language::Zh), environment(&[("LANG", "en_GB.UTF-8")])),
            Language::Zh
        );
    }
}
