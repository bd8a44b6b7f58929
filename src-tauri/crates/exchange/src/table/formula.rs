//! 公式: a workbook that no spreadsheet has computed yet keeps formulas without their values. The few
//! forms that lists use (`E5+F5`, `SUM(D5:D16)`) are worked out exactly; every other one is said.

use std::cell;
use std::collections::BTreeMap;

use super::grid::Cell;

/// Numbers are kept in millionths.
const ONE: i128 = 1_000_000;
const MAX_DEPTH: u8 = 12;
const MAX_STEPS: u32 = 100_000;

/// A formula's outcome.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Worth {
    /// In plain figures.
    Number(String),
    /// The text of the one cell it speaks of.
    Text(String),
    /// What a spreadsheet would show: `#VALUE!`.
    Error(&'static str),
    /// A form that is not worked out here.
    Unknown,
}

type Place = (u32, usize);

/// What the formulas of a sheet speak of.
pub(crate) struct Sheet<'s> {
    pub cells: &'s BTreeMap<Place, Cell>,
    pub formulas: &'s BTreeMap<Place, String>,
    /// Cells looked at so far: formulas over formulas may not grow without end.
    pub steps: cell::Cell<u32>,
}

enum Stop {
    Error(&'static str),
    Unknown,
}

impl Sheet<'_> {
    /// Works a formula out.
    pub(crate) fn worth(&self, formula: &str) -> Worth {
        self.steps.set(0);
        let alone = formula.trim_start_matches("of:").replace(['=', '$', '[', ']'], "");
        if let Some(Cell::Text(text)) = place(&alone).and_then(|place| self.cells.get(&place))
            && millionths(text.trim()).is_none()
        {
            return Worth::Text(text.clone());
        }
        match self.value(formula, 0) {
            Ok(number) => Worth::Number(figures(number)),
            Err(Stop::Error(said)) => Worth::Error(said),
            Err(Stop::Unknown) => Worth::Unknown,
        }
    }

    fn value(&self, formula: &str, depth: u8) -> Result<i128, Stop> {
        if depth > MAX_DEPTH || formula.len() > 500 {
            return Err(Stop::Unknown);
        }
        let formula = formula.strip_prefix("of:").unwrap_or(formula).trim_start_matches('=');
        let text: Vec<char> = formula
            .chars()
            .filter(|c| !c.is_whitespace() && !matches!(c, '$' | '[' | ']'))
            .flat_map(char::to_uppercase)
            .collect();
        let mut reader = Reader { sheet: self, text: &text, at: 0, depth };
        let value = reader.sum()?;
        if reader.at == text.len() { Ok(value) } else { Err(Stop::Unknown) }
    }

    /// What a cell adds; text that is no number cannot be reckoned with.
    fn operand(&self, place: Place, depth: u8) -> Result<i128, Stop> {
        self.steps.set(self.steps.get().saturating_add(1));
        if self.steps.get() > MAX_STEPS {
            return Err(Stop::Unknown);
        }
        match self.cells.get(&place) {
            Some(Cell::Number(text)) => millionths(text).ok_or(Stop::Unknown),
            Some(Cell::Text(text)) => millionths(text.trim()).ok_or(Stop::Error("#VALUE!")),
            Some(Cell::Day(_)) => Err(Stop::Unknown),
            Some(Cell::Error(_)) => Err(Stop::Error("#VALUE!")),
            Some(Cell::Blank | Cell::NoValue(_)) | None => match self.formulas.get(&place) {
                Some(formula) => self.value(formula, depth.saturating_add(1)),
                None => Ok(0),
            },
        }
    }
}

struct Reader<'r> {
    sheet: &'r Sheet<'r>,
    text: &'r [char],
    at: usize,
    depth: u8,
}

impl Reader<'_> {
    fn peek(&self) -> Option<char> {
        self.text.get(self.at).copied()
    }

    fn take(&mut self, wanted: char) -> bool {
        let found = self.peek() == Some(wanted);
        self.at += usize::from(found);
        found
    }

    fn sum(&mut self) -> Result<i128, Stop> {
        let mut value = self.product()?;
        loop {
            let (plus, minus) = (self.peek() == Some('+'), self.peek() == Some('-'));
            if !plus && !minus {
                return Ok(value);
            }
            self.at += 1;
            let next = self.product()?;
            let sum = if plus { value.checked_add(next) } else { value.checked_sub(next) };
            value = sum.ok_or(Stop::Unknown)?;
        }
    }

    fn product(&mut self) -> Result<i128, Stop> {
        let mut value = self.factor()?;
        while self.take('*') {
            let product = value.checked_mul(self.factor()?).ok_or(Stop::Unknown)?;
            if product % ONE != 0 {
                return Err(Stop::Unknown);
            }
            value = product / ONE;
        }
        Ok(value)
    }

    fn factor(&mut self) -> Result<i128, Stop> {
        if self.depth > MAX_DEPTH {
            return Err(Stop::Unknown);
        }
        if self.take('(') {
            self.depth += 1;
            let value = self.sum()?;
            self.depth -= 1;
            return if self.take(')') { Ok(value) } else { Err(Stop::Unknown) };
        }
        match self.peek() {
            Some(c) if c.is_ascii_digit() => {
                let figures = self.run(|c| c.is_ascii_digit() || c == '.');
                millionths(&figures).ok_or(Stop::Unknown)
            }
            Some(c) if c.is_ascii_alphabetic() || c == '.' => self.named(),
            _ => Err(Stop::Unknown),
        }
    }

    fn named(&mut self) -> Result<i128, Stop> {
        let name = self.run(|c| c.is_ascii_alphanumeric() || c == '.');
        if !self.take('(') {
            let place = place(&name).ok_or(Stop::Unknown)?;
            return self.sheet.operand(place, self.depth);
        }
        if name != "SUM" {
            return Err(Stop::Unknown);
        }
        let mut total = 0_i128;
        loop {
            total = total.checked_add(self.summand()?).ok_or(Stop::Unknown)?;
            if self.take(')') {
                return Ok(total);
            }
            if !(self.take(',') || self.take(';')) {
                return Err(Stop::Unknown);
            }
        }
    }

    /// A cell, a number or a range; SUM passes over text.
    fn summand(&mut self) -> Result<i128, Stop> {
        let before = self.at;
        let first = self.run(|c| c.is_ascii_alphanumeric() || c == '.');
        if !self.take(':') {
            self.at = before;
            return self.sum();
        }
        let last = self.run(|c| c.is_ascii_alphanumeric() || c == '.');
        let (Some(first), Some(last)) = (place(&first), place(&last)) else {
            return Err(Stop::Unknown);
        };
        let mut total = 0_i128;
        for row in first.0..=last.0 {
            for column in first.1..=last.1 {
                let is_text = matches!(self.sheet.cells.get(&(row, column)), Some(Cell::Text(_)));
                let value = self.sheet.operand((row, column), self.depth);
                if !is_text {
                    total = total.checked_add(value?).ok_or(Stop::Unknown)?;
                } else if self.sheet.steps.get() > MAX_STEPS {
                    return Err(Stop::Unknown);
                }
            }
        }
        Ok(total)
    }

    fn run(&mut self, belongs: impl Fn(char) -> bool) -> String {
        let rest = self.text.get(self.at..).unwrap_or_default();
        let run: String = rest.iter().copied().take_while(|c| belongs(*c)).collect();
        self.at += run.chars().count();
        run
    }
}

/// `E5` as row from 1 and column from 0.
fn place(name: &str) -> Option<Place> {
    let name = name.trim_start_matches('.');
    let (letters, figures) = name.split_at_checked(name.find(|c: char| c.is_ascii_digit())?)?;
    if letters.is_empty() || letters.len() > 3 {
        return None;
    }
    let column = letters
        .bytes()
        .try_fold(0_usize, |sum, byte| Some(sum * 26 + usize::from(byte.checked_sub(b'A')?) + 1))?;
    Some((figures.parse().ok()?, column.checked_sub(1)?))
}

fn millionths(figures: &str) -> Option<i128> {
    let (sign, figures) = figures.strip_prefix('-').map_or((1, figures), |rest| (-1, rest));
    let (whole, decimals) = figures.split_once('.').unwrap_or((figures, ""));
    let digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
    if whole.is_empty()
        || whole.len() > 18
        || !digits(whole)
        || !digits(decimals)
        || decimals.len() > 6
    {
        return None;
    }
    let parts: i128 = format!("{decimals:0<6}").parse().ok()?;
    Some(sign * (whole.parse::<i128>().ok()? * ONE + parts))
}

fn figures(millionths: i128) -> String {
    let sign = if millionths < 0 { "-" } else { "" };
    let (whole, parts) =
        (millionths.unsigned_abs() / 1_000_000, millionths.unsigned_abs() % 1_000_000);
    if parts == 0 {
        return format!("{sign}{whole}");
    }
    format!("{sign}{whole}.{parts:06}").trim_end_matches('0').to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_forms_that_lists_use_are_worked_out_exactly() {
        let cells = BTreeMap::from([
            ((5, 4), Cell::Number("285".into())),
            ((5, 5), Cell::Number("15.35".into())),
            ((6, 4), Cell::Number("199".into())),
            ((6, 5), Cell::Text("—".into())),
            ((7, 4), Cell::Text("0.1".into())),
        ]);
        let formulas = BTreeMap::from([((5, 3), "E5+F5".to_owned()), ((9, 9), "J10".to_owned())]);
        let sheet = Sheet { cells: &cells, formulas: &formulas, steps: cell::Cell::new(0) };
        let number = |figures: &str| Worth::Number(figures.to_owned());
        for (formula, worth) in [
            ("E5+F5", number("300.35")),
            ("=$E$5 + F5*2", number("315.7")),
            ("SUM(E5:F7)", number("499.35")),
            ("SUM(D5,E6)", number("499.35")),
            ("(E5-F5)*2", number("539.3")),
            ("E7+E5", number("285.1")),
            ("E6+F6", Worth::Error("#VALUE!")),
            ("of:=[.E5]+[.F5]", number("300.35")),
            ("=F6", Worth::Text("—".into())),
            ("E5/3", Worth::Unknown),
            ("VLOOKUP(A1,B:C,2)", Worth::Unknown),
            ("J10", Worth::Number("0".into())),
        ] {
            assert_eq!(sheet.worth(formula), worth, "{formula}");
        }
    }

    #[test]
    fn a_formula_that_speaks_of_itself_ends() {
        let (cells, formulas) = (BTreeMap::new(), BTreeMap::from([((1, 0), "A1+A1".to_owned())]));
        let sheet = Sheet { cells: &cells, formulas: &formulas, steps: cell::Cell::new(0) };
        assert_eq!(sheet.worth("A1"), Worth::Unknown);
    }
}
