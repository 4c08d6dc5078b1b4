//! The members of a token request as data: what a row of the table says.

use super::check::Check;
use super::rule::Rule;

/// The JSON type that the schema gives a member.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum JsonType {
    /// `string`.
    String,
    /// `integer`.
    Integer,
    /// `number`.
    Number,
    /// `boolean`.
    Boolean,
    /// `array`, always of strings.
    Array,
    /// `object`.
    Object,
}

impl JsonType {
    /// The type as JSON Schema spells it.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::String => "string",
            Self::Integer => "integer",
            Self::Number => "number",
            Self::Boolean => "boolean",
            Self::Array => "array",
            Self::Object => "object",
        }
    }
}

/// What a member is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Group {
    /// Which customer of yours it is.
    Identity,
    /// Expected facts about the person.
    Personal,
    /// Expected facts about the document, and which documents are accepted.
    Document,
    /// How long, where and in which language.
    Session,
    /// Additional steps, questionnaire, risk profile, theme.
    Steps,
    /// Switches and thresholds of the checks.
    Checks,
    /// For tests in the DEV environment.
    Test,
    /// Only in older pages.
    Legacy,
}

impl Group {
    /// The name of the group in tables and documents; the names are ours.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Identity => "identity",
            Self::Personal => "personal",
            Self::Document => "document",
            Self::Session => "session",
            Self::Steps => "steps",
            Self::Checks => "checks",
            Self::Test => "test",
            Self::Legacy => "legacy",
        }
    }
}

/// How well a member is documented today.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Status {
    /// In the current schema.
    Current,
    /// In current pages, but not in the schema.
    PageOnly,
    /// In the current schema, but another member should be used.
    Deprecated,
    /// An old name that is still taken.
    LegacyAlias,
    /// Only in older pages.
    Legacy,
    /// Current, in the DEV environment only.
    DevOnly,
}

impl Status {
    /// The status as tables and documents spell it; the names are ours.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Current => "current",
            Self::PageOnly => "page_only",
            Self::Deprecated => "deprecated",
            Self::LegacyAlias => "legacy_alias",
            Self::Legacy => "legacy",
            Self::DevOnly => "dev_only",
        }
    }

    /// The rule that notes the mere use of such a member.
    pub(super) const fn rule(self) -> Option<Rule> {
        match self {
            Self::Current | Self::PageOnly | Self::DevOnly => None,
            Self::Deprecated => Some(Rule::FieldDeprecated),
            Self::LegacyAlias => Some(Rule::ClientIdLegacyAlias),
            Self::Legacy => Some(Rule::FieldLegacy),
        }
    }
}

/// One member of a token request. The rows are [`MEMBERS`](super::MEMBERS).
///
/// ```
/// use idenfy_rules::token::{JsonType, MEMBERS};
/// let row = MEMBERS.iter().find(|row| row.name == "expiryTime").unwrap();
/// assert_eq!(row.json_type, JsonType::Integer);
/// assert!(!row.required && !row.nullable);
/// assert_eq!(row.default, Some("3600"));
/// ```
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub struct Member {
    /// Its name, as the API spells it.
    pub name: &'static str,
    /// Its type.
    pub json_type: JsonType,
    /// Whether a request must have it (`clientId` alone).
    pub required: bool,
    /// Whether `null` is as good as leaving it out.
    pub nullable: bool,
    /// What it is about.
    pub group: Group,
    /// What the vendor takes when it is left out, as JSON or in words; an account can have
    /// its own defaults.
    pub default: Option<&'static str>,
    /// Whether account settings or permissions decide too, which cannot be seen offline.
    pub account_dependent: bool,
    /// How well it is documented.
    pub status: Status,
    /// The keys of [`SOURCES`](super::SOURCES) that describe it.
    pub source: &'static [&'static str],
    /// Where and how its value comes back, if that is documented.
    pub shows_up_as: Option<&'static str>,
    pub(super) check: Check,
}

/// A row is an optional, nullable member of the schema, and then what is special about it.
impl Member {
    pub(super) const fn new(
        name: &'static str,
        json_type: JsonType,
        group: Group,
        check: Check,
    ) -> Self {
        Self {
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
        }
    }

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
}
