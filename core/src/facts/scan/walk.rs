//! The one pass over a body.

use std::ops::Range;

use crate::json::{Cursor, Items, Kind, Label, Members, Span, Sure, Token, Unsure};
use crate::vocab::{Comparison, Service, ServiceStatus};

use super::super::service::{Block, NO_ROW_HITS, RowHit, Rows};
use super::Scan;
use super::plan::{BODY, PLAN, Plan, Scalar, Shape, Target};
use super::slot::{Code, Entry, FIRST, HIDDEN, NOT_TEXT, NOTHING, TRUE, UNKNOWN, Value};

/// Bodies with more tags and hits are left to the plain reader.
const MOST_ENTRIES: usize = 256;

/// A walk over a body that notes what it meets.
pub(super) struct Walk<'s, 't> {
    pub(super) scan: &'s mut Scan,
    pub(super) cursor: Cursor<'t>,
    pub(super) plan: &'static Plan,
    /// What is known of the service whose blocks are being read.
    row_hit: RowHit,
    hits: Option<usize>,
    rows: Option<Rows>,
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
    fn keep(&mut self, slot: usize, value: Value) -> Sure<()> {
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
    fn word(&self, table: usize, span: Span) -> Sure<Code> {
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
    fn skip_rest(&mut self, token: Token) -> Sure<()> {
        if token.is_open() {
            self.cursor.skip_rest(token.kind, &mut self.scan.seen)
        } else {
            Ok(())
        }
    }

    /// Everything that is more than one value.
    #[inline(never)]
    fn structure(&mut self, slot: usize, shape: Shape, token: Token) -> Sure<()> {
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

    fn enter(&mut self, list: usize, code: Code, span: Span) -> Sure<()> {
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
        let code = match () {
            () if differs => place(Comparison::NoMatch, Comparison::ALL),
            () if odd => NOT_TEXT,
            () if matches => place(Comparison::Match, Comparison::ALL),
            () => place(Comparison::NotCompared, Comparison::ALL),
        };
        self.keep(slot, Value::just(code))
    }
}

/// Service blocks.
impl Walk<'_, '_> {
    fn blocks(&mut self, slot: usize, token: Token) -> Sure<()> {
        let mut worst = None;
        if token.kind == Kind::List {
            let mut items = Items::default();
            while items.next(&mut self.cursor)? {
                let token = self.cursor.value()?;
                worst = worst.into_iter().chain([self.block(token)?]).min();
            }
        } else {
            worst = Some(self.block(token)?);
        }
        // The words stand in their table from worst to best.
        let code = worst.map_or(NOTHING, |worst| place(worst, Service::ALL));
        self.keep(slot, Value::just(code))
    }

    /// One block. What is inside goes into slots that the next block uses again.
    fn block(&mut self, token: Token) -> Sure<Service> {
        if token.kind != Kind::Object {
            return Err(Unsure);
        }
        let slots = &self.plan.block;
        self.forget(slots.slots.clone());
        self.rows = Some(Rows::default());
        self.section(slots.section)?;
        let status = |code: Code| {
            let statuses = ServiceStatus::ALL.iter().zip(FIRST..);
            statuses.into_iter().find(|(_, known)| *known == code).map(|(status, _)| *status)
        };
        let block = Block {
            suspected: self.flag(slots.suspected),
            used: self.flag(slots.used),
            successful: self.flag(slots.successful),
            overall: self.scan.value(slots.overall).and_then(|word| status(word.code)),
            rows: self.rows,
        };
        Ok(block.judge())
    }

    fn rows(&mut self, token: Token) -> Sure<()> {
        if token.kind != Kind::List {
            self.rows = None;
            self.hit(NOT_TEXT, Span::default())?;
            return self.skip_rest(token);
        }
        let mut items = Items::default();
        while items.next(&mut self.cursor)? {
            let (hit, dismissed) = self.row()?;
            self.rows = self.rows.map(|rows| rows.and(hit, dismissed));
        }
        Ok(())
    }

    /// Whether a row is a hit by itself, and whether somebody dismissed it.
    fn row(&mut self) -> Sure<(Option<bool>, bool)> {
        let slots = &self.plan.block;
        self.forget(slots.row_slots.clone());
        if self.cursor.value()?.kind != Kind::Object {
            return Err(Unsure);
        }
        self.section(slots.row)?;
        let dismissed = self.flag(slots.whitelisted) == Some(true);
        let kind = self.scan.value(slots.suspicion);
        if !dismissed && kind.is_none() && self.scan.is_met(slots.suspicion) {
            // `null` and empty text are not the same kind of unknown word.
            return Err(Unsure);
        }
        if !dismissed {
            let kind = kind.unwrap_or(Value::just(NOT_TEXT));
            self.hit(kind.code, kind.span)?;
        }
        let says_valid = self.scan.is_met(slots.valid);
        let hit = (self.row_hit)(says_valid.then(|| self.flag(slots.valid)));
        Ok((hit, dismissed))
    }

    fn hit(&mut self, code: Code, span: Span) -> Sure<()> {
        match self.hits {
            Some(list) => self.enter(list, code, span),
            None => Ok(()),
        }
    }

    fn flag(&self, slot: usize) -> Option<bool> {
        self.scan.value(slot).and_then(Value::flag)
    }

    fn forget(&mut self, slots: Range<usize>) {
        let slots = self.scan.slots.get_mut(slots).unwrap_or_default();
        slots.iter_mut().for_each(|slot| slot.body = 0);
    }
}

/// Empty text; `null` has gone before.
fn is_nothing(token: Token) -> bool {
    token.kind == Kind::Text && token.span.is_empty()
}

/// The code of a word of a vocabulary.
fn place<W: PartialEq>(word: W, all: &[W]) -> Code {
    all.iter().zip(FIRST..).find(|(known, _)| **known == word).map_or(UNKNOWN, |(_, code)| code)
}
