//! The tables of the payload's objects, from which the views of the package are generated.

use idenfy_rules::webhook::payload::{
    AddressVerification, BankCardVerification, BankVerification, BlockStatus, DocumentData,
    EmailVerification, Member, PhoneVerification, RegisterRow, RiskAssessment, ScreeningCheck,
    ScreeningHit, ServiceBlock, Status,
};
use pyo3::prelude::*;
use serde::Serialize;

use crate::form::plain;

/// An object inside another one; `many` says that there is a list of them.
#[derive(Serialize)]
struct Part {
    accessor: &'static str,
    name: &'static str,
    view: &'static str,
    many: bool,
    meaning: &'static str,
}

struct View {
    name: &'static str,
    about: &'static str,
    members: &'static [Member],
    parts: &'static [Part],
}

macro_rules! views {
    ($($name:ident $about:literal $parts:expr;)+) => {
        /// Every view; one that another view holds stands before it.
        const VIEWS: &[View] = &[$(View {
            name: stringify!($name),
            about: $about,
            members: $name::MEMBERS,
            parts: $parts,
        }),+];
    };
}

views! {
    Status "The verdict and its checks (`status`)." &[];
    DocumentData "What was read from the document (`data`)." &[];
    BlockStatus "The status of an older service block (`status`)." &[];
    ScreeningHit "A hit of an older screening (an entry of `data` in `AML`)." &[];
    RegisterRow "A row of the register of lost documents (an entry of `data` in `LID`)." &[];
    ServiceBlock "An older service block (an entry of `AML`, `LID` or `CRIMINAL_CHECK`)."
        BLOCK_PARTS;
    ScreeningCheck "The current screening (`amlCheck`)." &[];
    RiskAssessment "The risk assessment (`riskAssessment`)." &[];
    AddressVerification "The address check (`addressVerification`)." &[];
    BankVerification "The bank account (`bankVerification`)." &[];
    BankCardVerification "The bank card (`bankCardVerification`)." &[];
    EmailVerification "The e-mail address (`emailVerification`)." &[];
    PhoneVerification "The phone number (`phoneVerification`)." &[];
}

const BLOCK_PARTS: &[Part] = &[
    Part {
        accessor: "status",
        name: "status",
        view: "BlockStatus",
        many: false,
        meaning: "The status of the block",
    },
    Part {
        accessor: "hits",
        name: "data",
        view: "ScreeningHit",
        many: true,
        meaning: "The hits of a screening",
    },
    Part {
        accessor: "register_rows",
        name: "data",
        view: "RegisterRow",
        many: true,
        meaning: "The rows of the register",
    },
];

#[derive(Serialize)]
struct Table {
    name: &'static str,
    about: &'static str,
    members: Vec<Row>,
    parts: &'static [Part],
}

#[derive(Serialize)]
struct Row {
    accessor: &'static str,
    name: &'static str,
    kind: &'static str,
    meaning: &'static str,
}

/// Every object of a webhook's payload: its members and the objects inside it.
#[pyfunction]
pub(crate) fn payload_tables(py: Python<'_>) -> PyResult<Bound<'_, PyAny>> {
    let row = |member: &Member| Row {
        accessor: member.accessor,
        name: member.name,
        kind: member.kind,
        meaning: member.meaning,
    };
    let table = |view: &View| Table {
        name: view.name,
        about: view.about,
        members: view.members.iter().map(row).collect(),
        parts: view.parts,
    };
    plain(py, &VIEWS.iter().map(table).collect::<Vec<_>>())
}
