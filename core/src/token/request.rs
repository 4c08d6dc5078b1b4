//! The body as a request: its members, each once, in order.

use std::borrow::Cow;
use std::collections::HashMap;

use crate::json::{self, Fault, FaultKind, Limits, Object, Value};

use super::finding::{Finding, Place};
use super::member::Member;
use super::members;
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
}

impl Given<'_> {
    pub(super) fn name(&self) -> &str {
        &self.name
    }

    pub(super) fn place(&self) -> Place<'_> {
        Place::member(&self.name, self.row)
    }

    /// Whether it is an object with at least one member.
    pub(super) fn has_members(&self) -> bool {
        self.value.as_object().is_some_and(|object| !object.members.is_empty())
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
        let count = object.members.len();
        let mut places: HashMap<Cow<'a, str>, usize> = HashMap::with_capacity(count);
        let mut members: Vec<Given<'a>> = Vec::with_capacity(count);
        for (name, value) in object.members {
            let place = *places.entry(name.clone()).or_insert(members.len());
            if let Some(given) = members.get_mut(place) {
                given.value = value;
                given.repeated = true;
            } else {
                let row = members::find(&name);
                members.push(Given { name, value, row, repeated: false });
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

    pub(super) fn text(&self, name: &str) -> Option<&str> {
        self.find(name).and_then(|given| given.value.as_str())
    }

    /// Whether a switch is on.
    pub(super) fn is_true(&self, name: &str) -> bool {
        self.find(name).and_then(|given| given.value.as_bool()) == Some(true)
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
