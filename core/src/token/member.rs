//! The members of a token request as data: what a row of the table says.

use crate::vocab::Vocabulary;

use super::check::Check;
use super::finding::Inspection;
use super::request::{Given, Request};
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
/// assert_eq!((row.min(), row.max()), (Some(1), Some(2_592_000)));
/// assert_eq!(row.default, Some("3600"));
///
/// let row = MEMBERS.iter().find(|row| row.name == "tokenType").unwrap();
/// assert_eq!(row.vocabulary().unwrap().name, "tokenType");
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
    /// Where it shows up later: facts and words of webhooks, members of the answer. The
    /// answer repeats every member besides, with its default filled in.
    pub shows_up_as: Option<&'static str>,
    pub(super) check: Check,
    /// The rules about this member beside others, or beside the account; asked when it is
    /// there and not null.
    pub(super) beside: &'static [Beside],
}

/// A rule about a member that needs more than its value.
pub(super) type Beside = fn(&Given<'_>, &Request<'_>, &mut Inspection<'_>);

impl Member {
    /// The least value of a number, or the fewest characters of a text, that the API takes;
    /// `None` where no page sets a bound.
    #[must_use]
    pub fn min(&self) -> Option<i64> {
        self.check.min()
    }

    /// The greatest value of a number, or the most characters of a text, that the API takes,
    /// counted as Unicode code points; `None` where no page sets a bound.
    #[must_use]
    pub fn max(&self) -> Option<i64> {
        self.check.max()
    }

    /// The format of a text: `date`, `uri` and `uuid` as in JSON Schema, `alpha-2` for a country
    /// code; `None` for any other text and for other types.
    #[must_use]
    pub fn format(&self) -> Option<&'static str> {
        self.check.format()
    }

    /// The words that the value, or each of its items, is taken from. Country codes are no
    /// vocabulary: see [`Country`](crate::Country).
    #[must_use]
    pub fn vocabulary(&self) -> Option<Vocabulary> {
        self.check.vocabulary()
    }
}
