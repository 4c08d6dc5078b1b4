//! What stands in a body and is more than one value: sections, lists, comparisons.

use crate::json::{Items, Kind, Label, Members, Span, Sure, Token, Unsure};
use crate::vocab::Comparison;

use super::plan::{Scalar, Shape};
use super::slot::{Code, Entry, FIRST, HIDDEN, NOT_TEXT, Value};
use super::walk::{Walk, place};

/// Bodies with more tags and hits are left to the plain reader.
const MOST_ENTRIES: usize = 256;

impl Walk<'_, '_> {
    /// Everything that is more than one value.
    #[inline(never)]
    pub(super) fn structure(&mut self, slot: usize, shape: Shape, token: Token) -> Sure<()> {
        match shape {
            Shape::One(_) => Err(Unsure),
            Shape::Section(number) => self.inner_section(slot, number, token),
            Shape::Several(scalar) => self.several(slot, scalar, token),
            Shape::Length => self.length(slot, token),
            Shape::Blocks { row_hit, keeps_hits } => {
                self.row_hit = row_hit;
                self.hits = keeps_hits.then_some(slot);
                self.blocks(slot, token)
            }
            Shape::Rows => self.rows(token),
            Shape::Comparisons => self.comparisons(slot, token),
        }
    }

    fn inner_section(&mut self, slot: usize, number: usize, token: Token) -> Sure<()> {
        match token.kind {
            Kind::Object => {
                self.keep(slot, Value::just(FIRST))?;
                self.section(number)
            }
            _ if is_nothing(token) => Ok(()),
            _ => Err(Unsure),
        }
    }

    /// A value that is not a list counts as one entry that is not text.
    fn several(&mut self, slot: usize, scalar: Scalar, token: Token) -> Sure<()> {
        self.keep(slot, Value::just(FIRST))?;
        if token.kind != Kind::List {
            self.skip_rest(token)?;
            return self.enter(slot, NOT_TEXT, Span::default());
        }
        let mut items = Items::default();
        while items.next(&mut self.cursor)? {
            let token = self.cursor.value()?;
            let code = match (token.kind, scalar) {
                (Kind::Text, Scalar::Word(table)) => self.word(table, token.span)?,
                (Kind::Text, _) => FIRST,
                (Kind::Escaped, _) => return Err(Unsure),
                _ => {
                    self.skip_rest(token)?;
                    NOT_TEXT
                }
            };
            self.enter(slot, code, token.span)?;
        }
        Ok(())
    }

    pub(super) fn enter(&mut self, list: usize, code: Code, span: Span) -> Sure<()> {
        if self.scan.entries.len() >= MOST_ENTRIES {
            return Err(Unsure);
        }
        self.scan.entries.push(Entry { list, value: Value { code, span } });
        Ok(())
    }

    fn length(&mut self, slot: usize, token: Token) -> Sure<()> {
        if is_nothing(token) {
            return Ok(());
        }
        if token.kind != Kind::List {
            self.skip_rest(token)?;
            return self.keep(slot, Value::just(HIDDEN));
        }
        let mut length = 0;
        let mut items = Items::default();
        while items.next(&mut self.cursor)? {
            self.cursor.skip(&mut self.scan.seen)?;
            length += 1;
        }
        self.keep(slot, Value { code: FIRST, span: Span::new(0, length) })
    }

    /// Every member that ends in `Match` is one comparison; `null` means not compared.
    fn comparisons(&mut self, slot: usize, token: Token) -> Sure<()> {
        if is_nothing(token) {
            return Ok(());
        }
        if token.kind != Kind::Object {
            return Err(Unsure);
        }
        let (mut matches, mut differs, mut odd) = (false, false, false);
        let mut members = Members::of(&self.cursor);
        while let Some(key) = members.next(&mut self.cursor)? {
            if key.kind != Kind::Text {
                return Err(Unsure);
            }
            let name = self.cursor.bytes(key.span)?;
            let start = self.cursor.at();
            let token = self.cursor.value()?;
            self.skip_rest(token)?;
            if name.ends_with(b"Match") {
                matches |= token.kind == Kind::True;
                differs |= token.kind == Kind::False;
                odd |= !matches!(token.kind, Kind::Null | Kind::True | Kind::False);
            }
            let member = (members.object, key.span, Span::new(start, self.cursor.at()));
            self.scan.seen.note(&self.cursor, Label::of(name), member, false)?;
        }
        let code = match (differs, odd, matches) {
            (true, _, _) => place(Comparison::NoMatch, Comparison::ALL),
            (_, true, _) => NOT_TEXT,
            (_, _, true) => place(Comparison::Match, Comparison::ALL),
            _ => place(Comparison::NotCompared, Comparison::ALL),
        };
        self.keep(slot, Value::just(code))
    }
}

/// Empty text; `null` has gone before.
fn is_nothing(token: Token) -> bool {
    token.kind == Kind::Text && token.span.is_empty()
}
