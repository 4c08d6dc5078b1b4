//! The members of a token request, from which `TokenParams` is generated.

use idenfy_rules::token::{MEMBERS, Member};
use pyo3::prelude::*;
use serde::Serialize;

use crate::form::plain;

#[derive(Serialize)]
struct Row {
    name: &'static str,
    kind: &'static str,
    required: bool,
    nullable: bool,
    group: &'static str,
    status: &'static str,
    default: Option<&'static str>,
    by_account: bool,
    min: Option<i64>,
    max: Option<i64>,
    format: Option<&'static str>,
    vocabulary: Option<&'static str>,
}

/// Every member of a token request.
#[pyfunction]
pub(crate) fn token_members(py: Python<'_>) -> PyResult<Bound<'_, PyAny>> {
    let row = |member: &Member| Row {
        name: member.name,
        kind: member.json_type.as_str(),
        required: member.required,
        nullable: member.nullable,
        group: member.group.as_str(),
        status: member.status.as_str(),
        default: member.default,
        by_account: member.account_dependent,
        min: member.min(),
        max: member.max(),
        format: member.format(),
        vocabulary: member.vocabulary().map(|vocabulary| vocabulary.name),
    };
    plain(py, &MEMBERS.iter().map(row).collect::<Vec<_>>())
}
