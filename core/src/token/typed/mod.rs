//! A token request for Rust callers, typed where a type prevents a mistake.

mod setters;
mod step;
mod switches;

#[cfg(test)]
mod tests;

use std::fmt;

use serde::{Deserialize, Deserializer, Serialize, Serializer};
use serde_json::{Map, Value};

use crate::error::InputError;
use crate::report::Report;
use crate::vocab::parameter;

use super::{Profile, members, validate};

pub use step::{AdditionalData, AdditionalSteps, Step};

/// The body of `POST /api/v2/token`, built member by member.
///
/// Words, countries, dates and lengths of time have types, so that a wrong one does not
/// compile. What a type cannot say, such as the length of a name or which members exclude each
/// other, [`validate`](Self::validate) finds by the same rules as [`validate()`](super::validate()) for bytes.
/// A member that is not set is not sent, and setting it again replaces it.
///
/// ```
/// use std::time::Duration;
/// use idenfy_rules::token::{Profile, TokenRequest};
/// use idenfy_rules::vocab::{DocumentType, Locale};
/// use idenfy_rules::{Country, Date};
///
/// let request = TokenRequest::new("user-123")
///     .first_name("Žydrė")
///     .last_name("Pavyzdė")
///     .date_of_birth(Date::read("1990-05-15")?)
///     .country(Country::read("lt").unwrap())
///     .documents([DocumentType::Passport, DocumentType::IdCard])
///     .expiry_time(Duration::from_secs(3600))
///     .locale(Locale::Lt)
///     .check_aml(true);
/// assert!(request.validate(&Profile::default()).is_valid());
///
/// let body = TokenRequest::new("user-123").country(Country::read("LT").unwrap()).to_json();
/// assert_eq!(body, r#"{"clientId":"user-123","country":"LT"}"#);
/// # Ok::<(), idenfy_rules::InputError>(())
/// ```
///
/// It serialises to what the API takes. Reading one back keeps every member as it is, known
/// or not. Its `Debug` text has the names of known members and no value.
#[derive(Clone, PartialEq, Eq)]
pub struct TokenRequest {
    members: Map<String, Value>,
}

impl TokenRequest {
    /// A request for one client: your own id of the person, 1 to 100 characters. It comes back
    /// in every webhook, so it should be unique and say nothing about the person.
    #[must_use]
    pub fn new(client_id: impl Into<String>) -> Self {
        Self { members: Map::new() }.with(parameter::CLIENT_ID, client_id.into())
    }

    /// Sets a member by its name in the API: for what has no method here, such as a document
    /// type that is newer than this release, `null`, or a member of older pages.
    ///
    /// ```
    /// use idenfy_rules::token::TokenRequest;
    /// let request = TokenRequest::new("user-123").member("documents", ["NEW_ID"])?;
    /// assert_eq!(request.to_json(), r#"{"clientId":"user-123","documents":["NEW_ID"]}"#);
    /// # Ok::<(), idenfy_rules::InputError>(())
    /// ```
    ///
    /// # Errors
    /// `input.member` if the value cannot be written as JSON.
    pub fn member(self, name: &str, value: impl Serialize) -> Result<Self, InputError> {
        match serde_json::to_value(value) {
            Ok(value) => Ok(self.with(name, value)),
            Err(_) => Err(InputError::new(
                "input.member",
                "the value of a member must be one that can be written as JSON",
            )),
        }
    }

    fn with(mut self, name: &str, value: impl Into<Value>) -> Self {
        self.members.insert(name.to_owned(), value.into());
        self
    }

    /// The body to send, as JSON text in UTF-8. The order of the members means nothing.
    #[must_use]
    pub fn to_json(&self) -> String {
        Value::Object(self.members.clone()).to_string()
    }

    /// Everything that is wrong with the request: what [`validate()`](super::validate()) says about
    /// [`to_json`](Self::to_json).
    #[must_use]
    pub fn validate(&self, profile: &Profile) -> Report {
        validate(self.to_json().as_bytes(), profile)
    }
}

impl Serialize for TokenRequest {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.members.serialize(serializer)
    }
}

/// Any object is taken; of a repeated member the last one counts.
impl<'de> Deserialize<'de> for TokenRequest {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Map::deserialize(deserializer).map(|members| Self { members })
    }
}

/// The values are personal, and so may unknown names be.
impl fmt::Debug for TokenRequest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let names = self.members.keys().filter_map(|name| members::find(name));
        let known: Vec<&str> = names.map(|row| row.name).collect();
        f.debug_tuple("TokenRequest").field(&known).finish()
    }
}
