//! 掂量: what filling in a text can come to, judged before it is done. The template engine counts
//! its steps but not what a step costs; a step costs at most what the longest thing in reach does.
//! Where nothing could be said of that, the text is refused: a macro that calls itself, a value
//! that is joined to itself at every turn.

use minijinja::value::{Value, ValueKind};

use super::bounded::MADE;
use super::check::TextFault;
use super::limits::{Limit, TooMuch};
use super::scan::{Inside, Tag, Token, tags};

/// The bytes that may be gone through while a text is filled in: some seconds.
const WORK: u64 = 60_000_000_000;
/// The bytes a part that is kept for later may come to.
const KEPT: u64 = 200_000_000;
/// What going to the next element of a list costs, in bytes.
const ELEMENT: u64 = 500;

/// Words between which values stand.
const OPERATORS: [&str; 7] = ["not", "and", "or", "if", "else", "in", "is"];
/// Commands that give a value a name, under which it is used again.
const NAMING: [&str; 5] = ["set", "with", "for", "macro", "call"];
/// Of other texts, or as the engine itself would not read it: no part of the language of papers.
const FOREIGN: [&str; 8] =
    ["raw", "block", "self", "super", "extends", "include", "import", "recursive"];
/// Filters that make a text longer.
const LENGTHENING: [&str; 3] = ["replace", "join", "indent"];

/// Checks a text before it is compiled.
///
/// # Errors
/// The limit that is passed, or what is no part of the language, with the line.
pub(super) fn check_text(text: &str) -> Result<(), TextFault> {
    if text.chars().nth(Limit::Characters.count()).is_some() {
        return Err(TextFault::TooMuch { line: 1, asked: Limit::Characters.passed() });
    }
    let tags = tags(text);
    let parts = Parts::of(&tags);
    let mut macros = Macros::default();
    let mut branches = 0;
    for tag in tags {
        let line = tag.tokens.first().map_or(1, |token| token.line);
        if let Some(word) = tag.tokens.iter().filter_map(Token::root).find(|w| FOREIGN.contains(w))
        {
            return Err(TextFault::Command {
                line,
                said: format!("“{word}” has no place in a paper"),
            });
        }
        branches += usize::from(tag.command() == "elif");
        let passed = if tag.tokens.iter().map(marks).sum::<usize>() > Limit::Marks.count() {
            Some(Limit::Marks)
        } else if branches > Limit::Branches.count() {
            Some(Limit::Branches)
        } else if grows_without_end(&tag, &parts) || macros.come_back(&tag) {
            Some(Limit::Joined)
        } else {
            None
        };
        if let Some(limit) = passed {
            return Err(TextFault::TooMuch { line, asked: limit.passed() });
        }
    }
    Ok(())
}

/// Brackets, operators and dots: each is a step deeper for the one who reads them.
fn marks(token: &Token<'_>) -> usize {
    match token.path() {
        Some(path) => path.matches('.').count() + usize::from(OPERATORS.contains(&path)),
        None => usize::from(!token.is_literal()),
    }
}

/// What is joined to itself at every turn of a repetition; a product that is none of figures; a
/// loop that calls itself.
fn grows_without_end(tag: &Tag<'_>, parts: &Parts<'_>) -> bool {
    let tokens = &tag.tokens;
    let product = |at: usize| {
        let beside = [at.checked_sub(1), Some(at + 1)];
        let figure = beside.into_iter().flatten().filter_map(|at| tokens.get(at)?.figure()).min();
        tokens[at].is('*') && figure.is_none_or(|figure| figure > u64::from(Limit::Joined.most()))
    };
    let calls_loop =
        tokens.windows(2).any(|pair| pair[0].word() == Some("loop") && pair[1].is('('));
    let kept = parts.kept_by(tag).is_some_and(|kept| kept == Kept::Grown);
    calls_loop || kept || (0..tokens.len()).any(product)
}

/// The records of a text whose parts are set: what a part is set to lasts from turn to turn.
struct Parts<'a>(Vec<&'a str>);

/// How a part is set.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kept {
    /// To what is no longer than what it is made of: a value, a figure more.
    Plainly,
    /// `at = at + more`: longer by the same at every turn.
    Added,
    /// In any other way: it may double at every turn.
    Grown,
}

impl<'a> Parts<'a> {
    fn of(tags: &[Tag<'a>]) -> Self {
        let root = |tag: &Tag<'a>| Some(Self::set_by(tag)?.split_once('.')?.0);
        Self(tags.iter().filter_map(root).collect())
    }

    /// The part that is set, where it is one.
    fn set_by(tag: &Tag<'a>) -> Option<&'a str> {
        let at = tag.tokens.iter().position(|token| token.is('='))?;
        let mut targets = tag.tokens[..at].iter().filter_map(Token::path);
        targets.find(|path| path.contains('.')).filter(|_| tag.command() == "set")
    }

    fn kept_by(&self, tag: &Tag<'a>) -> Option<Kept> {
        let part = Self::set_by(tag)?;
        let at = tag.tokens.iter().position(|token| token.is('='))?;
        let value = &tag.tokens[at + 1..];
        let plain = |mark: &char| value.iter().any(|token| token.is(*mark));
        if !joins(value) && !['|', '(', '[', ','].iter().any(plain) {
            return Some(Kept::Plainly);
        }
        Some(match value {
            [same, plus, more]
                if same.path() == Some(part)
                    && plus.is('+')
                    && more.root().is_some_and(|root| !self.0.contains(&root)) =>
            {
                Kept::Added
            }
            _ => Kept::Grown,
        })
    }
}

/// The macros of a text: one is called after it was closed, and is nothing but called, so that
/// none calls itself.
#[derive(Default)]
struct Macros<'a> {
    closed: Vec<&'a str>,
    open: Vec<&'a str>,
}

impl<'a> Macros<'a> {
    fn come_back(&mut self, tag: &Tag<'a>) -> bool {
        match tag.command() {
            "macro" => self.open.extend(tag.tokens.get(1).and_then(Token::word)),
            "endmacro" => self.closed.extend(self.open.pop()),
            _ => return self.misused(tag),
        }
        false
    }

    fn misused(&self, tag: &Tag<'a>) -> bool {
        let called = |at: usize| tag.tokens.get(at + 1).is_some_and(|token| token.is('('));
        tag.tokens.iter().enumerate().any(|(at, token)| {
            let Some(name) = token.word() else { return false };
            let is_call = tag.command() == "call" && at == 0;
            self.open.contains(&name)
                || (self.closed.contains(&name) && !called(at))
                || (name == "caller" && !called(at) && !is_call)
        })
    }

    fn calls(&self, tag: &Tag<'a>) -> usize {
        let names = tag.tokens.iter().filter_map(Token::word);
        names.filter(|name| self.closed.contains(name) || *name == "caller").count()
    }
}

/// Tells whether values are put together: not where a figure is added, nor in lists of literals, nor
/// where they are handed to a macro or a filter.
fn joins(tokens: &[Token<'_>]) -> bool {
    let at = |at: Option<usize>| at.and_then(|at| tokens.get(at));
    let figure = |place| at(place).is_some_and(|token: &Token<'_>| token.figure().is_some());
    let mut open: Vec<Bracket> = Vec::new();
    for (here, token) in tokens.iter().enumerate() {
        let before = here.checked_sub(1);
        let after_a_value = at(before)
            .is_some_and(|token| token.path().is_some() || token.is(']') || token.is(')'));
        if ['(', '[', '{'].iter().any(|mark| token.is(*mark)) {
            let holds = if after_a_value {
                Holds::Handed
            } else if token.is('(') {
                Holds::One
            } else {
                Holds::Elements
            };
            open.push(Bracket { holds, value: false });
        } else if [')', ']', '}'].iter().any(|mark| token.is(*mark)) {
            if open.pop().is_some_and(|closed| closed.value && closed.holds == Holds::Elements) {
                return true;
            }
        } else if is_value(tokens, here) {
            for bracket in &mut open {
                bracket.value = true;
            }
        }
        let tuple = token.is(',') && open.last().is_none_or(|last| last.holds == Holds::One);
        let sum = token.is('+') && !figure(before) && !figure(Some(here + 1));
        let named = matches!(token.word(), Some("dict" | "namespace"));
        if tuple || sum || named || token.is('~') || token.is('*') {
            return true;
        }
    }
    false
}

/// A bracket that is open, and whether a value stands in it.
struct Bracket {
    holds: Holds,
    value: bool,
}

/// What stands in a bracket.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Holds {
    /// What is handed to a filter or a macro, or a place in a list.
    Handed,
    /// An expression of its own.
    One,
    /// What a list or a record is made of.
    Elements,
}

/// Tells whether a name stands for a value: not for a filter, a test or an operator.
fn is_value(tokens: &[Token<'_>], here: usize) -> bool {
    let named = tokens.get(here).and_then(Token::path).filter(|path| !OPERATORS.contains(path));
    let before = here.checked_sub(1).and_then(|before| tokens.get(before));
    let names_no_value = before.is_some_and(|it| it.is('|') || it.word() == Some("is"));
    named.is_some() && !names_no_value
}

/// Returns how many times longer than the longest thing in reach a tag's value can be.
fn factor(tag: &Tag<'_>) -> u64 {
    // The names a repetition or a macro gives come before what they stand for.
    let after = match tag.command() {
        "for" => tag.tokens.iter().position(|token| token.word() == Some("in")),
        _ => None,
    };
    let tokens = &tag.tokens[after.unwrap_or_default()..];
    if !joins(tokens) {
        return 1;
    }
    let values = (0..tokens.len()).filter(|here| is_value(tokens, *here)).count();
    let figures = tokens.iter().filter_map(Token::figure);
    let product = tokens.iter().any(|token| token.is('*'));
    let times = figures.filter(|_| product).fold(1, u64::saturating_mul).max(1);
    u64::try_from(values).unwrap_or(u64::MAX).max(1).saturating_mul(times)
}

/// Returns how many steps the engine may take with these fields.
///
/// # Errors
/// When not even a few steps could be afforded.
pub(super) fn steps(text: &str, fields: &Value) -> Result<u64, TooMuch> {
    let (mut named, mut widest, mut made) = (1_u64, 1_u64, 1_u64);
    let (mut keeps, mut keeps_parts) = (false, false);
    let tags = tags(text);
    let parts = Parts::of(&tags);
    let added = tags.iter().any(|tag| parts.kept_by(tag) == Some(Kept::Added));
    let mut macros = Macros::default();
    for tag in &tags {
        macros.come_back(tag);
        let calls = macros.calls(tag);
        let block = tag.command() == "set" && !tag.tokens.iter().any(|token| token.is('='));
        let naming = tag.inside == Inside::Command && NAMING.contains(&tag.command());
        keeps |= block || matches!(tag.command(), "macro" | "call" | "filter");
        keeps_parts |= block || (naming && calls > 0) || calls > 1;
        let lengthens = |token: &Token<'_>| token.word().is_some_and(|w| LENGTHENING.contains(&w));
        if (naming || calls > 0) && tag.tokens.iter().any(lengthens) {
            made = length(MADE);
        }
        if naming || calls > 0 {
            named = named.saturating_mul(factor(tag));
        } else {
            widest = widest.max(factor(tag));
        }
    }
    let raw = length(longest_between(text));
    let growth = named.saturating_mul(widest);
    let longest = longest(fields).max(raw).max(made).saturating_mul(growth).max(1);
    let mut steps = (WORK / longest).min(u64::from(Limit::Steps.most()));
    if keeps {
        steps = steps.min(KEPT / raw.max(1));
    }
    if added {
        steps = steps.min((WORK / longest_text(fields)).isqrt());
    }
    if keeps_parts {
        steps = steps.min((WORK / raw.max(1).saturating_mul(growth)).isqrt());
    }
    if steps < 100 { Err(Limit::Joined.passed()) } else { Ok(steps) }
}

fn length(of: usize) -> u64 {
    u64::try_from(of).unwrap_or(u64::MAX)
}

/// The longest piece of text, or of a tag, in bytes.
fn longest_between(text: &str) -> usize {
    text.split(['{', '}']).map(str::len).max().unwrap_or_default()
}

/// Returns what going through the longest text or list of the fields costs.
fn longest(fields: &Value) -> u64 {
    let mut most = 1;
    cost(fields, &mut most);
    most
}

/// Returns the bytes of the longest text of the fields, a figure's at least.
fn longest_text(fields: &Value) -> u64 {
    // A text is gone through too, by its characters.
    if let Some(text) = fields.as_str() {
        return length(text.len()).max(40);
    }
    let Ok(within) = fields.try_iter() else { return 40 };
    let is_map = fields.kind() == ValueKind::Map;
    let value = |it: Value| if is_map { fields.get_item(&it).unwrap_or_default() } else { it };
    within.map(|it| longest_text(&value(it))).fold(40, u64::max)
}

/// What going through a value costs; a record is gone through by nobody (`template::Record`).
fn cost(value: &Value, most: &mut u64) -> u64 {
    if let Some(text) = value.as_str() {
        *most = length(text.len()).max(*most);
        return length(text.len());
    }
    let Ok(within) = value.try_iter() else { return ELEMENT };
    if value.kind() == ValueKind::Map {
        for key in within {
            cost(&value.get_item(&key).unwrap_or_default(), most);
        }
        return ELEMENT;
    }
    let all = within.map(|element| cost(&element, most).max(ELEMENT));
    let all = all.collect::<Vec<_>>().into_iter().fold(0, u64::saturating_add);
    *most = all.max(*most);
    all
}

impl<'a> Tag<'a> {
    fn command(&self) -> &'a str {
        let first = self.tokens.first().filter(|_| self.inside == Inside::Command);
        first.and_then(Token::word).unwrap_or_default()
    }
}
