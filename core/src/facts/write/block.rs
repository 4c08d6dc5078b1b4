//! Blocks of services.

use crate::json::Value;
use crate::vocab::{Comparison, Service, ServiceStatus};

use super::{Content, object, text};

/// A list of one older service block with this result and these rows.
pub(super) fn with<'v>(service: Service, rows: Vec<Value<'v>>) -> Value<'v> {
    let used = service != Service::NotChecked;
    let overall = match service {
        Service::Unclear => None,
        Service::Hit => Some(ServiceStatus::Suspected),
        Service::Failed | Service::Clear | Service::NotChecked => Some(ServiceStatus::NotSuspected),
    };
    let flags = [
        ("serviceUsed", used),
        ("serviceFound", used),
        ("checkSuccessful", used && service != Service::Failed),
        ("serviceSuspected", service == Service::Hit),
    ];
    let flags = flags.map(|(key, flag)| (key, Value::Bool(flag)));
    let overall = overall.map(|status| ("overallStatus", text(status.as_str())));
    let status = object(flags.into_iter().chain(overall));
    Value::Array(vec![object([("status", status), ("data", Value::Array(rows))])])
}

/// One comparison with the register of licences.
pub(super) fn licence<'v>(content: &Content<'_>) -> Option<Value<'v>> {
    let compared = match content {
        Content::Word(place) => match Comparison::ALL.get(*place)? {
            Comparison::Match => Value::Bool(true),
            Comparison::NoMatch => Value::Bool(false),
            Comparison::NotCompared => Value::Null,
        },
        _ => text("neither true nor false"),
    };
    Some(object([("nameMatch", compared)]))
}
