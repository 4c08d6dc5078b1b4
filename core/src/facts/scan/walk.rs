//! The one pass over a body.

use crate::json::{Cursor, Kind, Members, Span, Sure, Token, Unsure};

use super::super::service::{NO_ROW_HITS, RowHit, Rows};
use super::Scan;
use super::plan::{BODY, PLAN, Plan, Scalar, Shape, Target};
use super::slot::{Code, FIRST, HIDDEN, NOT_TEXT, NOTHING, TRUE, UNKNOWN, Value};

/// A walk over a body that notes what it meets.
pub(super) struct Walk<'s, 't> {
    pub(super) scan: &'s mut Scan,
    pub(super) cursor: Cursor<'t>,
    pub(super) plan: &'static Plan,
    /// What is known of the service whose blocks are being read.
    pub(super) row_hit: RowHit,
    pub(super) hits: Option<usize>,
    pub(super) rows: Option<Rows>,
}

impl<'s, 't> Walk<'s, 't> {
    pub(super) fn new(scan: &'s mut Scan, cursor: Cursor<'t>) -> Self {
        Self { scan, cursor, plan: &PLAN, row_hit: NO_ROW_HITS, hits: None, rows: None }
    }

    /// The body, whole.
    pub(super) fn body(&mut self) -> Sure<()> {
        if self.cursor.value()?.kind != Kind::Object {
            return Err(Unsure);
        }
        self.section(BODY)?;
        self.cursor.end()
    }

    /// Reads the members of a section, whose brace has been read.
    pub(super) fn section(&mut self, number: usize) -> Sure<()> {
        let section = self.plan.section(number).ok_or(Unsure)?;
        let mut members = Members::of(&self.cursor);
        while let Some(key) = members.next(&mut self.cursor)? {
            if key.kind != Kind::Text {
                return Err(Unsure);
            }
            let start = self.cursor.at();
            let token = self.cursor.value()?;
            let label = self.cursor.label(key.span)?;
            let is = |name: &str| self.cursor.is(key.span, name);
            if let Some(target) = section.keys.find(label, is) {
                self.target(target, token)?;
                continue;
            }
            // A member that no fact is read from.
            if token.is_open() {
                self.skip_rest(token)?;
            }
            let value = Span::new(start, self.cursor.at());
            let member = (members.object, key.span, value);
            self.scan.seen.note(&self.cursor, label, member, section.once)?;
        }
        Ok(())
    }

    #[inline(always)]
    fn target(&mut self, target: &Target, token: Token) -> Sure<()> {
        let body = self.scan.body;
        let slot = self.scan.slots.get_mut(target.slot).ok_or(Unsure)?;
        if slot.body == body {
            return self.again(target, token);
        }
        slot.body = body;
        slot.value.code = NOTHING;
        match (target.shape, token.kind) {
            (_, Kind::Null) => Ok(()),
            (Shape::One(scalar), _) => {
                let value = self.scalar(scalar, token)?;
                self.keep(target.slot, value)
            }
            (shape, _) => self.structure(target.slot, shape, token),
        }
    }

    /// The same key again. Only a value that is plainly the same changes nothing.
    #[cold]
    #[inline(never)]
    fn again(&mut self, target: &Target, token: Token) -> Sure<()> {
        let (Shape::One(scalar), false) = (target.shape, target.once) else { return Err(Unsure) };
        let first = self.scan.value(target.slot).ok_or(Unsure)?;
        let second = self.scalar(scalar, token)?;
        let text = |value: Value| self.cursor.bytes(value.span);
        let plain = first.code >= UNKNOWN;
        let same = first.code == second.code && text(first)? == text(second)?;
        if plain && same { Ok(()) } else { Err(Unsure) }
    }

    #[inline(always)]
    pub(super) fn keep(&mut self, slot: usize, value: Value) -> Sure<()> {
        let kept = self.scan.slots.get_mut(slot).ok_or(Unsure)?;
        kept.value.code = value.code;
        kept.value.span = value.span;
        self.scan.unknown |= matches!(value.code, NOT_TEXT | UNKNOWN);
        Ok(())
    }

    /// A single value that is not `null`.
    #[inline(always)]
    fn scalar(&mut self, scalar: Scalar, token: Token) -> Sure<Value> {
        let span = token.span;
        let code = match (token.kind, scalar) {
            (Kind::Text, _) if span.is_empty() => NOTHING,
            (Kind::Text, Scalar::Word(table)) => self.word(table, span)?,
            (Kind::Text, Scalar::Text | Scalar::Id) => FIRST,
            (Kind::Text, Scalar::Country) => self.plan.country(self.cursor.bytes(span)?),
            (Kind::False, Scalar::Flag) => FIRST,
            (Kind::True, Scalar::Flag) => TRUE,
            (Kind::Number, Scalar::Number) => FIRST,
            _ => self.odd_scalar(scalar, token)?,
        };
        Ok(Value { code, span })
    }

    #[inline(never)]
    pub(super) fn word(&self, table: usize, span: Span) -> Sure<Code> {
        let label = self.cursor.label(span)?;
        let words = self.plan.words(table).ok_or(Unsure)?;
        let code = words.find(label, |word| self.cursor.is(span, word));
        Ok(code.copied().unwrap_or(UNKNOWN))
    }

    #[inline(never)]
    fn odd_scalar(&mut self, scalar: Scalar, token: Token) -> Sure<Code> {
        self.skip_rest(token)?;
        match (token.kind, scalar) {
            // What a text with escapes means, and the text that a number stands for, are for the
            // plain reader to make.
            (Kind::Escaped, _) | (Kind::Number, Scalar::Id) => Err(Unsure),
            (_, Scalar::Word(_) | Scalar::Country) => Ok(NOT_TEXT),
            _ => Ok(HIDDEN),
        }
    }

    /// Skips what a token has opened, if it has.
    #[inline(never)]
    pub(super) fn skip_rest(&mut self, token: Token) -> Sure<()> {
        if token.is_open() {
            self.cursor.skip_rest(token.kind, &mut self.scan.seen)
        } else {
            Ok(())
        }
    }
}

/// The code of a word of a vocabulary.
pub(super) fn place<W: PartialEq>(word: W, all: &[W]) -> Code {
    all.iter().zip(FIRST..).find(|(known, _)| **known == word).map_or(UNKNOWN, |(_, code)| code)
}
