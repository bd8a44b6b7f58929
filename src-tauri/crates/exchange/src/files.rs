//! What files are called that go out.

/// The longest name a file gets, in characters: every file system takes 255 bytes, a Chinese
/// character has three.
const LONGEST: usize = 60;

/// Returns a title as part of a file name: what file systems refuse or read as a folder is left
/// out.
#[must_use]
pub fn file_name(title: &str) -> String {
    let usable = |c: &char| !r#"\/:*?"<>|"#.contains(*c) && !c.is_control();
    title
        .chars()
        .filter(usable)
        .take(LONGEST)
        .collect::<String>()
        .trim_matches(['.', ' '])
        .to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_never_leaves_its_folder() {
        assert_eq!(file_name("青石镇/城关:第十八届"), "青石镇城关第十八届");
        assert_eq!(file_name("/etc/passwd"), "etcpasswd");
        assert_eq!(file_name("..\\..\\x. "), "x");
        assert_eq!(file_name(&"长".repeat(300)).chars().count(), LONGEST);
    }
}
