//! The body as a request: its members, each once, in order.

use std::borrow::Cow;
use std::collections::HashMap;

use crate::json::{self, Fault, FaultKind, Limits, Object, Value};

use super::finding::{Finding, Place};
use super::member::Member;
use super::members::MEMBERS;
use super::rule::Rule;

/// An object of the body, read and without repetitions.
pub(super) struct Request<'a> {
    pub(super) members: Vec<Given<'a>>,
}

/// A member that the body has. Of a repeated one the last value counts, as for the usual
/// parsers, but it keeps the place of the first.
pub(super) struct Given<'a> {
    name: Cow<'a, str>,
    pub(super) value: Value<'a>,
    /// Its row; `None` if the API does not know it.
    pub(super) row: Option<&'static Member>,
    pub(super) repeated: bool,
    position: usize,
}

impl Given<'_> {
    pub(super) fn name(&self) -> &str {
        &self.name
    }

    pub(super) fn place(&self) -> Place<'_> {
        Place::member(&self.name, self.row, self.position)
    }
}

impl<'a> Request<'a> {
    /// Reads a body. What makes it unusable as a whole is a finding, the only one.
    pub(super) fn read(body: &'a [u8], limits: &Limits) -> Result<Self, Finding> {
        match json::read(body, limits) {
            Ok(Value::Object(object)) => Ok(Self::of(object)),
            Ok(Value::Null) => Err(Rule::BodyNull.into()),
            Ok(other) => Err(Rule::BodyNotObject.with("found", other.kind())),
            Err(fault) => Err(unusable(fault, limits)),
        }
    }

    fn of(object: Object<'a>) -> Self {
        let mut places: HashMap<Cow<'a, str>, usize> = HashMap::new();
        let mut members: Vec<Given<'a>> = Vec::with_capacity(object.members.len());
        for (name, value) in object.members {
            let next = members.len();
            let place = *places.entry(name.clone()).or_insert(next);
            if let Some(given) = members.get_mut(place) {
                given.value = value;
                given.repeated = true;
            } else {
                let row = MEMBERS.iter().find(|row| row.name == name);
                let position = next.saturating_add(1);
                members.push(Given { name, value, row, repeated: false, position });
            }
        }
        Self { members }
    }

    /// A member that is there and not null.
    pub(super) fn given(&self, name: &str) -> Option<&Given<'a>> {
        self.find(name).filter(|given| given.value != Value::Null)
    }

    /// A member that is there, null or not.
    pub(super) fn find(&self, name: &str) -> Option<&Given<'a>> {
        self.members.iter().find(|given| given.name == name)
    }

    pub(super) fn text(&self, name: &str) -> Option<(&Given<'a>, &str)> {
        self.given(name).and_then(|given| Some((given, given.value.as_str()?)))
    }

    pub(super) fn flag(&self, name: &str) -> Option<bool> {
        self.given(name).and_then(|given| given.value.as_bool())
    }

    /// An object with at least one member.
    pub(super) fn filled(&self, name: &str) -> Option<&Given<'a>> {
        self.given(name).filter(|given| {
            given.value.as_object().is_some_and(|object| !object.members.is_empty())
        })
    }
}

fn unusable(fault: Fault, limits: &Limits) -> Finding {
    let limit = |max: usize| i64::try_from(max).unwrap_or(i64::MAX);
    match fault.kind {
        FaultKind::Empty => Rule::BodyEmpty.into(),
        FaultKind::NotUtf8 => Rule::BodyEncoding.into(),
        FaultKind::Malformed | FaultKind::CutOff => {
            Rule::BodyMalformed.with("line", limit(fault.line)).with("column", limit(fault.column))
        }
        FaultKind::TooLarge => Rule::BodyTooLarge.with("max", limit(limits.bytes)),
        FaultKind::TooDeep => Rule::BodyTooDeep.with("max", limit(limits.depth)),
        FaultKind::ListTooLong => Rule::BodyListTooLong.with("max", limit(limits.list)),
    }
}
