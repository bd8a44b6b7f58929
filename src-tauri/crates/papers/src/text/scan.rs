//! What stands between `{{ }}` and `{% %}` in a text, word by word, and where.

/// Which brackets a tag stands in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Inside {
    /// `{{ }}`.
    Field,
    /// `{% %}`.
    Command,
}

/// One pair of brackets.
pub(super) struct Tag<'a> {
    pub(super) inside: Inside,
    pub(super) tokens: Vec<Token<'a>>,
}

/// A name, a mark or a literal inside a tag.
pub(super) struct Token<'a> {
    text: &'a str,
    is_name: bool,
    /// From 1.
    pub(super) line: u32,
    /// From 1, in characters.
    pub(super) column: u32,
}

impl<'a> Token<'a> {
    /// Returns a dotted name.
    pub(super) fn path(&self) -> Option<&'a str> {
        self.is_name.then_some(self.text)
    }

    /// Returns a name without dots.
    pub(super) fn word(&self) -> Option<&'a str> {
        self.path().filter(|name| !name.contains('.'))
    }

    /// Returns what stands before the first dot of a name.
    pub(super) fn root(&self) -> Option<&'a str> {
        self.path().and_then(|path| path.split('.').next())
    }

    /// Tells whether it is a text in quotation marks, or a figure.
    pub(super) fn is_literal(&self) -> bool {
        self.text.starts_with(|first: char| matches!(first, '"' | '\'') || first.is_ascii_digit())
    }

    /// Returns the whole number it stands for.
    pub(super) fn figure(&self) -> Option<u64> {
        let is_plain = self.text.chars().all(|c| c.is_ascii_digit() || c == '.');
        is_plain.then(|| self.text.split('.').next()?.parse().ok()).flatten()
    }

    /// Tells whether it is this mark; `==` is no `=`.
    pub(super) fn is(&self, mark: char) -> bool {
        !self.is_name && self.text.chars().eq([mark])
    }
}

/// Returns the tags of a text in order; comments are left out.
pub(super) fn tags(text: &str) -> Vec<Tag<'_>> {
    let mut found = Vec::new();
    let mut from = 0;
    while let Some((start, inside)) = next_opening(text, from) {
        let close = match inside {
            Some(Inside::Field) => "}}",
            Some(Inside::Command) => "%}",
            None => "#}",
        };
        let body = start + 2;
        let end = end_of(text, body, close);
        if let Some(inside) = inside {
            found.push(Tag { inside, tokens: tokens(text, body, end) });
        }
        from = end;
    }
    found
}

fn next_opening(text: &str, from: usize) -> Option<(usize, Option<Inside>)> {
    let openings = [("{{", Some(Inside::Field)), ("{%", Some(Inside::Command)), ("{#", None)];
    let found = openings
        .into_iter()
        .filter_map(|(mark, inside)| Some((from + text.get(from..)?.find(mark)?, inside)));
    found.min_by_key(|(at, _)| *at)
}

/// A closing mark inside quotation marks or brackets closes nothing; a comment ends at the first.
fn end_of(text: &str, from: usize, close: &str) -> usize {
    let rest = text.get(from..).unwrap_or_default();
    if close == "#}" {
        return rest.find(close).map_or(text.len(), |at| from + at);
    }
    let (mut at, mut open) = (0, 0_usize);
    while let Some(first) = rest.get(at..).and_then(|rest| rest.chars().next()) {
        let here = &rest[at..];
        match first {
            _ if open == 0 && here.starts_with(close) => return from + at,
            '"' | '\'' => at += quoted_length(here, first) - 1,
            '(' | '[' | '{' => open += 1,
            ')' | ']' | '}' => open = open.saturating_sub(1),
            _ => {}
        }
        at += first.len_utf8();
    }
    text.len()
}

/// How long a text in quotation marks is with them; a backslash takes the next character along.
fn quoted_length(rest: &str, mark: char) -> usize {
    let mut escaped = false;
    let end = rest.char_indices().skip(1).find(|(_, character)| {
        let ends = !escaped && *character == mark;
        escaped = !escaped && *character == '\\';
        ends
    });
    end.map_or(rest.len(), |(end, _)| end + 1)
}

fn tokens(text: &str, from: usize, to: usize) -> Vec<Token<'_>> {
    let mut found = Vec::new();
    let mut at = from;
    while let Some(first) = text.get(at..to).and_then(|rest| rest.chars().next()) {
        let rest = text.get(at..to).unwrap_or_default();
        let length = match first {
            '"' | '\'' => quoted_length(rest, first),
            _ if first.is_alphabetic() || first == '_' => name_length(rest),
            _ if first.is_ascii_digit() => rest
                .find(|c: char| !c.is_ascii_alphanumeric() && c != '.' && c != '_')
                .unwrap_or(rest.len()),
            _ if rest.starts_with("==")
                || rest.starts_with("!=")
                || rest.starts_with("<=")
                || rest.starts_with(">=") =>
            {
                2
            }
            _ => first.len_utf8(),
        };
        let trims = matches!(first, '-' | '+') && (at == from || at + 1 == to);
        if !first.is_whitespace() && !trims {
            let (line, column) = place(text, at);
            let is_name = first.is_alphabetic() || first == '_';
            found.push(Token { text: &rest[..length], is_name, line, column });
        }
        at += length;
    }
    found
}

/// `vote.contests` is one name, and so is `vote.contests.0`. `rows[0].name` names `rows` only.
fn name_length(rest: &str) -> usize {
    let mut length =
        rest.find(|c: char| !c.is_alphanumeric() && c != '_' && c != '.').unwrap_or(rest.len());
    while rest[..length].ends_with('.') {
        length -= 1;
    }
    length
}

fn place(text: &str, at: usize) -> (u32, u32) {
    let before = text.get(..at).unwrap_or_default();
    let line = before.matches('\n').count();
    let column = before.rsplit('\n').next().unwrap_or_default().chars().count();
    let from_one = |count: usize| u32::try_from(count).unwrap_or(u32::MAX).saturating_add(1);
    (from_one(line), from_one(column))
}
