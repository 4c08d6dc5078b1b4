//! The blocks of the older services, as they are met on the walk.

use std::ops::Range;

use crate::json::{Items, Kind, Span, Sure, Token, Unsure};
use crate::vocab::{Service, ServiceStatus};

use super::super::service::{Block, Rows};
use super::slot::{Code, FIRST, NOT_TEXT, NOTHING, Value};
use super::walk::{Walk, place};

impl Walk<'_, '_> {
    pub(super) fn blocks(&mut self, slot: usize, token: Token) -> Sure<()> {
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

    pub(super) fn rows(&mut self, token: Token) -> Sure<()> {
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
