//! 字段核对: a field that is misspelt or left out is pointed at before anything is set, in every
//! branch of the text.

use std::collections::HashMap;

use serde::Serialize;
use session::paper::PaperKind;

use super::limits::TooMuch;
use super::scan::{Inside, Tag, Token, tags};
use super::{measure, template};
use crate::apart::apart;
use crate::blueprint::Blueprint;
use crate::data::fields::Shape;

/// What is wrong with the text of a paper, and where. Lines and columns count from 1; a column is a
/// character.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, thiserror::Error)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(tag = "fault", rename_all = "snake_case")]
pub enum TextFault {
    /// A field that this paper does not have, or a misspelt one.
    #[error("line {line}, column {column}: there is no field \u{201c}{name}\u{201d}")]
    Unknown {
        /// From 1.
        line: u32,
        /// From 1.
        column: u32,
        /// As written.
        name: String,
    },
    /// A field the paper cannot do without is not in the text.
    #[error("the field \u{201c}{name}\u{201d} is missing")]
    Missing { name: String },
    /// A command of the text is not closed, or is none.
    #[error("line {line}: {said}")]
    Command {
        /// From 1; 0 when unknown.
        line: u32,
        /// What the template engine said.
        said: String,
    },
    /// The text asks for more than is set.
    #[error("line {line}: {asked}")]
    TooMuch {
        /// From 1.
        line: u32,
        asked: TooMuch,
    },
}

/// Returns what is wrong with the text of a paper; nothing when it can be filled in.
#[must_use]
pub fn text_faults(of: &PaperKind, text: &str) -> Vec<TextFault> {
    apart(|| faults_here(of, text))
}

/// The same, on the stack of whoever asks.
pub(crate) fn faults_here(of: &PaperKind, text: &str) -> Vec<TextFault> {
    if let Err(fault) = measure::check_text(text) {
        return vec![fault];
    }
    let blueprint = Blueprint::of(of);
    if let Err(cause) = template::compiles(text) {
        let line = cause.line().and_then(|line| u32::try_from(line).ok()).unwrap_or(0);
        return vec![TextFault::Command {
            line,
            said: cause.detail().map_or_else(|| cause.to_string(), str::to_owned),
        }];
    }
    let fields = blueprint.subject.fields();
    let mut names = Names::of(&fields);
    for tag in tags(text) {
        names.read(&tag);
    }
    let Names { mut faults, named, .. } = names;
    let stands = |field: &str| {
        named.iter().any(|name| {
            name == field || name.strip_prefix(field).is_some_and(|rest| rest.starts_with('.'))
        })
    };
    let missing = blueprint.required.iter().filter(|field| !stands(field));
    faults.extend(missing.map(|field| TextFault::Missing { name: (*field).to_owned() }));
    faults
}

/// A name in scope: which field it stands for, where that is known.
#[derive(Clone)]
struct Meaning<'a> {
    path: String,
    shape: Option<&'a Shape>,
}

/// The names a text may use at the place it has been read to.
struct Names<'a> {
    fields: &'a Shape,
    own: HashMap<String, Meaning<'a>>,
    /// Names that end with their `for`.
    loops: Vec<Vec<(String, Option<Meaning<'a>>)>>,
    named: Vec<String>,
    faults: Vec<TextFault>,
}

/// What the template language itself provides.
const PROVIDED: [&str; 9] =
    ["loop", "range", "dict", "namespace", "clause", "signers", "signers_beside", "caller", "self"];

/// Words of the template language that are no names.
const WORDS: [&str; 28] = [
    "for",
    "in",
    "if",
    "else",
    "elif",
    "endif",
    "endfor",
    "set",
    "endset",
    "and",
    "or",
    "not",
    "is",
    "true",
    "false",
    "none",
    "True",
    "False",
    "None",
    "macro",
    "endmacro",
    "with",
    "endwith",
    "do",
    "recursive",
    "call",
    "endcall",
    "break",
];

impl<'a> Names<'a> {
    fn of(fields: &'a Shape) -> Self {
        Self {
            fields,
            own: HashMap::new(),
            loops: Vec::new(),
            named: Vec::new(),
            faults: Vec::new(),
        }
    }

    fn read(&mut self, tag: &Tag<'_>) {
        let command = tag.tokens.first().and_then(Token::word).unwrap_or_default();
        match (tag.inside, command) {
            (Inside::Command, "for") => self.read_for(tag),
            (Inside::Command, "endfor") => self.end_for(),
            (Inside::Command, "set") => self.read_set(tag),
            (Inside::Command, "macro") => self.read_macro(tag),
            (Inside::Command | Inside::Field, _) => self.check(&tag.tokens),
        }
    }

    /// `for a, b in list`: a single name stands for the list's elements.
    fn read_for(&mut self, tag: &Tag<'_>) {
        let at = tag
            .tokens
            .iter()
            .position(|token| token.word() == Some("in"))
            .unwrap_or(tag.tokens.len());
        let (targets, rest) = tag.tokens.split_at(at);
        let targets: Vec<&str> = targets.iter().skip(1).filter_map(Token::word).collect();
        let list = rest.get(1..).unwrap_or_default();
        let element = match targets.as_slice() {
            [_] => list
                .first()
                .and_then(Token::path)
                .and_then(|path| self.meaning(path))
                .and_then(element_of),
            _ => None,
        };
        self.check_after_binding(&targets, element, list);
    }

    fn check_after_binding(
        &mut self,
        targets: &[&str],
        element: Option<Meaning<'a>>,
        list: &[Token<'_>],
    ) {
        let unknown = Meaning { path: String::new(), shape: None };
        let meaning = element.unwrap_or(unknown);
        let shadowed = targets
            .iter()
            .map(|name| ((*name).to_owned(), self.own.insert((*name).to_owned(), meaning.clone())))
            .collect();
        self.loops.push(shadowed);
        self.check(list);
    }

    fn end_for(&mut self) {
        for (name, before) in self.loops.pop().into_iter().flatten() {
            match before {
                Some(meaning) => self.own.insert(name, meaning),
                None => self.own.remove(&name),
            };
        }
    }

    /// `set name = value`: a plain field keeps its meaning.
    fn read_set(&mut self, tag: &Tag<'_>) {
        let at = tag.tokens.iter().position(|token| token.is('=')).unwrap_or(tag.tokens.len());
        let (targets, value) = tag.tokens.split_at(at);
        let value = value.get(1..).unwrap_or_default();
        self.check(value);
        let meaning = match value {
            [one] => one.path().and_then(|path| self.meaning(path)),
            _ => None,
        };
        for name in targets.iter().skip(1).filter_map(Token::word) {
            self.own.insert(
                name.to_owned(),
                meaning.clone().unwrap_or(Meaning { path: String::new(), shape: None }),
            );
        }
    }

    /// The name of a macro and of what it takes are the text's own.
    fn read_macro(&mut self, tag: &Tag<'_>) {
        for name in tag.tokens.iter().skip(1).filter_map(Token::word) {
            self.own.insert(name.to_owned(), Meaning { path: String::new(), shape: None });
        }
    }

    fn check(&mut self, tokens: &[Token<'_>]) {
        for (index, token) in tokens.iter().enumerate() {
            let Some(path) = token.path() else { continue };
            let before = index.checked_sub(1).and_then(|before| tokens.get(before));
            let filter_or_test = before.is_some_and(|before| {
                let negated = before.word() == Some("not");
                let is = |at: Option<usize>| {
                    at.and_then(|at| tokens.get(at)).and_then(Token::word) == Some("is")
                };
                // What follows `]` or `)` belongs to a value that is not known here.
                before.is('|')
                    || before.is('.')
                    || before.word() == Some("is")
                    || (negated && is(index.checked_sub(2)))
            });
            let keyword = tokens.get(index + 1).is_some_and(|after| after.is('='));
            if filter_or_test || keyword || WORDS.contains(&path) {
                continue;
            }
            self.check_path(path, token);
        }
    }

    fn check_path(&mut self, path: &str, token: &Token<'_>) {
        let root = path.split('.').next().unwrap_or_default();
        if PROVIDED.contains(&root) {
            return;
        }
        match self.meaning(path) {
            Some(meaning) if meaning.path.is_empty() => {}
            Some(meaning) => self.named.push(meaning.path),
            None => self.faults.push(TextFault::Unknown {
                line: token.line,
                column: token.column,
                name: path.to_owned(),
            }),
        }
    }

    /// Returns what a dotted name stands for; `None` when there is no such field.
    fn meaning(&self, path: &str) -> Option<Meaning<'a>> {
        let mut parts = path.split('.');
        let root = parts.next()?;
        let mut meaning = match self.own.get(root) {
            Some(meaning) => meaning.clone(),
            None => Meaning { path: root.to_owned(), shape: Some(field(self.fields, root)?) },
        };
        for part in parts {
            let Some(shape) = meaning.shape else { return Some(meaning) };
            let inner = match shape {
                // An element of a list, by its place.
                Shape::List(element) if part.parse::<u32>().is_ok() => element,
                Shape::List(_) | Shape::Value | Shape::Rule | Shape::Record(_) => {
                    field(shape, part)?
                }
            };
            meaning = Meaning { path: format!("{}.{part}", meaning.path), shape: Some(inner) };
        }
        Some(meaning)
    }
}

fn field<'a>(shape: &'a Shape, name: &str) -> Option<&'a Shape> {
    match shape {
        Shape::Record(fields) => {
            fields.iter().find(|(field, _)| *field == name).map(|(_, shape)| shape)
        }
        Shape::Rule => Some(shape),
        Shape::Value | Shape::List(_) => None,
    }
}

fn element_of(meaning: Meaning<'_>) -> Option<Meaning<'_>> {
    match meaning.shape? {
        Shape::List(element) => Some(Meaning { path: meaning.path, shape: Some(element) }),
        rule @ Shape::Rule => Some(Meaning { path: meaning.path, shape: Some(rule) }),
        Shape::Value | Shape::Record(_) => None,
    }
}
