//! How a row of the table of members is written: an optional, nullable member of the schema,
//! and then what is special about it.

use super::check::{Check, Form};
use super::member::{Beside, Group, JsonType, Member, Status};

pub(super) const fn row(
    name: &'static str,
    json_type: JsonType,
    group: Group,
    check: Check,
) -> Member {
    Member {
        name,
        json_type,
        required: false,
        nullable: true,
        group,
        default: None,
        account_dependent: false,
        status: Status::Current,
        source: &["openapi"],
        shows_up_as: None,
        check,
        beside: &[],
    }
}

pub(super) const fn text(name: &'static str, group: Group, form: Form) -> Member {
    row(name, JsonType::String, group, Check::String(form))
}

pub(super) const fn integer(name: &'static str, group: Group, check: Check) -> Member {
    row(name, JsonType::Integer, group, check).not_nullable().by_account()
}

pub(super) const fn flag(name: &'static str, group: Group) -> Member {
    row(name, JsonType::Boolean, group, Check::Boolean).by_account()
}

/// A switch of one check: true, false, or left to the account.
pub(super) const fn switch(name: &'static str) -> Member {
    flag(name, Group::Checks).not_nullable()
}

/// A member of the 2022 page, the value of which is not looked at.
pub(super) const fn legacy(name: &'static str, json_type: JsonType) -> Member {
    row(name, json_type, Group::Legacy, Check::Nothing)
        .by_account()
        .status(Status::Legacy)
        .source(&["docu-2022"])
}

impl Member {
    pub(super) const fn required(self) -> Self {
        Self { required: true, nullable: false, ..self }
    }

    pub(super) const fn not_nullable(self) -> Self {
        Self { nullable: false, ..self }
    }

    pub(super) const fn default(self, default: &'static str) -> Self {
        Self { default: Some(default), ..self }
    }

    pub(super) const fn by_account(self) -> Self {
        Self { account_dependent: true, ..self }
    }

    pub(super) const fn status(self, status: Status) -> Self {
        Self { status, ..self }
    }

    pub(super) const fn source(self, source: &'static [&'static str]) -> Self {
        Self { source, ..self }
    }

    pub(super) const fn shows_up_as(self, place: &'static str) -> Self {
        Self { shows_up_as: Some(place), ..self }
    }

    pub(super) const fn beside(self, rules: &'static [Beside]) -> Self {
        Self { beside: rules, ..self }
    }
}
