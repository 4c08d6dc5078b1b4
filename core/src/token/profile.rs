//! What the caller knows about the account.

use std::collections::BTreeMap;
use std::collections::BTreeSet;

use crate::country::Country;
use crate::date::Date;
use crate::error::InputError;
use crate::json::Limits;

/// The environment that the API key of the account belongs to.
///
/// Source: dummy-results page (2026) and the sentences of the error page, "This endpoint is
/// not available for {ENV} partners."
///
/// ```
/// use idenfy_rules::token::Environment;
/// assert_eq!(Environment::read("DEV").unwrap(), Environment::Dev);
/// assert_eq!(Environment::read("dev").unwrap_err().code(), "input.unknown_word");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum Environment {
    /// `DEV`: verifications are simulated, and `dummyStatus` is allowed.
    Dev,
    /// `TESTING`: real checks on an account for tests.
    Testing,
    /// `PRODUCTION`: real people.
    Production,
    /// `DEMO`: for demonstrations.
    Demo,
}

impl Environment {
    /// Every environment.
    pub const ALL: &'static [Self] = &[Self::Dev, Self::Testing, Self::Production, Self::Demo];

    /// The environment as the vendor writes it.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Dev => "DEV",
            Self::Testing => "TESTING",
            Self::Production => "PRODUCTION",
            Self::Demo => "DEMO",
        }
    }

    /// Reads a word exactly: upper case, not trimmed.
    ///
    /// # Errors
    /// `input.unknown_word` for any other text.
    pub fn read(text: &str) -> Result<Self, InputError> {
        word(Self::ALL, Self::as_str, text, "environment")
    }
}

/// A feature that iDenfy has to enable for an account before a request may use it.
///
/// Source: business logic errors of the error page (2026).
///
/// ```
/// use idenfy_rules::token::Feature;
/// assert_eq!(Feature::read("digit_string").unwrap(), Feature::DigitString);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum Feature {
    /// `custom_callback_url`: a `callbackUrl` of the request's own.
    CustomCallbackUrl,
    /// `additional_steps`: `additionalSteps` in the request.
    AdditionalSteps,
    /// `digit_string`: a code for the mobile app.
    DigitString,
}

impl Feature {
    /// Every feature.
    pub const ALL: &'static [Self] =
        &[Self::CustomCallbackUrl, Self::AdditionalSteps, Self::DigitString];

    /// The name of the feature in profiles; the names are ours.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::CustomCallbackUrl => "custom_callback_url",
            Self::AdditionalSteps => "additional_steps",
            Self::DigitString => "digit_string",
        }
    }

    /// Reads a name exactly.
    ///
    /// # Errors
    /// `input.unknown_word` for any other text.
    pub fn read(text: &str) -> Result<Self, InputError> {
        word(Self::ALL, Self::as_str, text, "feature")
    }
}

fn word<T: Copy>(
    all: &[T],
    as_str: fn(T) -> &'static str,
    text: &str,
    what: &str,
) -> Result<T, InputError> {
    all.iter().copied().find(|known| as_str(*known) == text).ok_or_else(|| {
        let known: Vec<_> = all.iter().map(|known| format!("`{}`", as_str(*known))).collect();
        let message = format!("unknown {what}; known are {}", known.join(", "));
        InputError::new("input.unknown_word", message)
    })
}

/// What the caller knows about the account that will send the request.
///
/// Everything is optional. A rule that needs a fact which the profile lacks says nothing, or
/// warns where the reference says so; it never refuses. The default knows nothing.
///
/// ```
/// use idenfy_rules::token::{self, Environment, Feature, Profile};
///
/// let profile = Profile::default()
///     .environment(Environment::Production)
///     .enabled_features([Feature::AdditionalSteps]);
/// let body = br#"{"clientId": "user-1", "callbackUrl": "https://shop.example/hook"}"#;
/// let report = token::validate(body, &profile);
/// assert_eq!(report.errors().next().unwrap().code, "callback_url.not_enabled");
///
/// // Everything that a contract and a dashboard say.
/// let country = idenfy_rules::Country::read("LT").unwrap();
/// let profile = profile
///     .mobile_code_max_expiry(3600)
///     .allowed_token_types(["IDENTIFICATION"])
///     .supported_countries([country])
///     .supported_documents(country, ["PASSPORT", "ID_CARD"])
///     .extra_document_types(["NEW_CARD"])
///     .questionnaires(["basic"])
///     .risk_profiles(["3c90c3cc-0d44-4b50-8888-8dd25736052a"])
///     .themes(["3c90c3cc-0d44-4b50-8888-8dd25736052a"])
///     .lints(true);
/// let body = br#"{"clientId": "jane@mail.example", "country": "LV", "tokenType": "DOCUMENT"}"#;
/// let report = token::validate(body, &profile);
/// let found: Vec<_> = report.iter().map(|one| one.code).collect();
/// assert!(found.contains(&"lint.client_id_personal") && found.contains(&"country.not_supported"));
/// assert!(found.contains(&"token_type.not_allowed"));
/// ```
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Profile {
    pub(super) environment: Option<Environment>,
    pub(super) today: Option<Date>,
    pub(super) mobile_code_max_expiry: Option<u32>,
    pub(super) extra_document_types: Vec<String>,
    pub(super) enabled_features: Option<BTreeSet<Feature>>,
    pub(super) allowed_token_types: Option<Vec<String>>,
    pub(super) supported_countries: Option<BTreeSet<Country>>,
    pub(super) supported_documents: Option<BTreeMap<Country, Vec<String>>>,
    pub(super) questionnaires: Option<Vec<String>>,
    pub(super) risk_profiles: Option<Vec<String>>,
    pub(super) themes: Option<Vec<String>>,
    pub(super) lints: bool,
    pub(super) limits: Limits,
}

impl Profile {
    /// The environment of the API key; decides about `dummyStatus`.
    #[must_use]
    pub fn environment(mut self, environment: Environment) -> Self {
        self.environment = Some(environment);
        self
    }

    /// The date on which dates are judged to lie in the past or in the future.
    #[must_use]
    pub fn today(mut self, today: Date) -> Self {
        self.today = Some(today);
        self
    }

    /// The longest `expiryTime`, in seconds, that the account may combine with
    /// `generateDigitString`. iDenfy does not publish it: it is a matter of contract.
    #[must_use]
    pub fn mobile_code_max_expiry(mut self, seconds: u32) -> Self {
        self.mobile_code_max_expiry = Some(seconds);
        self
    }

    /// Document types that appeared after this release, in the vendor's exact spelling.
    #[must_use]
    pub fn extra_document_types(
        mut self,
        types: impl IntoIterator<Item = impl Into<String>>,
    ) -> Self {
        self.extra_document_types = texts(types);
        self
    }

    /// The features that the account has; every other one counts as not enabled.
    #[must_use]
    pub fn enabled_features(mut self, features: impl IntoIterator<Item = Feature>) -> Self {
        self.enabled_features = Some(features.into_iter().collect());
        self
    }

    /// The values of `tokenType` that the account may use.
    #[must_use]
    pub fn allowed_token_types(
        mut self,
        types: impl IntoIterator<Item = impl Into<String>>,
    ) -> Self {
        self.allowed_token_types = Some(texts(types));
        self
    }

    /// The values of `country` that the account accepts.
    #[must_use]
    pub fn supported_countries(mut self, countries: impl IntoIterator<Item = Country>) -> Self {
        self.supported_countries = Some(countries.into_iter().collect());
        self
    }

    /// The document types that the account accepts from one country. Call it once for each
    /// country; a country without an entry then supports no document.
    #[must_use]
    pub fn supported_documents(
        mut self,
        country: Country,
        types: impl IntoIterator<Item = impl Into<String>>,
    ) -> Self {
        self.supported_documents.get_or_insert_default().insert(country, texts(types));
        self
    }

    /// The keys of the questionnaires that the account has.
    #[must_use]
    pub fn questionnaires(mut self, keys: impl IntoIterator<Item = impl Into<String>>) -> Self {
        self.questionnaires = Some(texts(keys));
        self
    }

    /// The UUIDs of the risk assessment profiles that the account has; case and hyphens do
    /// not matter.
    #[must_use]
    pub fn risk_profiles(mut self, ids: impl IntoIterator<Item = impl Into<String>>) -> Self {
        self.risk_profiles = Some(texts(ids));
        self
    }

    /// The UUIDs of the themes that the account has; case and hyphens do not matter.
    #[must_use]
    pub fn themes(mut self, ids: impl IntoIterator<Item = impl Into<String>>) -> Self {
        self.themes = Some(texts(ids));
        self
    }

    /// Whether to add advice about requests that the API takes but that seldom mean well:
    /// the codes that begin with `lint.`, all warnings. Off by default.
    #[must_use]
    pub fn lints(mut self, on: bool) -> Self {
        self.lints = on;
        self
    }

    /// What a body may cost.
    #[must_use]
    pub fn limits(mut self, limits: Limits) -> Self {
        self.limits = limits;
        self
    }

    /// Whether the account has a feature; `None` when the profile does not say.
    pub(super) fn has(&self, feature: Feature) -> Option<bool> {
        self.enabled_features.as_ref().map(|enabled| enabled.contains(&feature))
    }
}

fn texts(words: impl IntoIterator<Item = impl Into<String>>) -> Vec<String> {
    words.into_iter().map(Into::into).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_read_exactly() {
        for environment in Environment::ALL {
            assert_eq!(Environment::read(environment.as_str()), Ok(*environment));
        }
        for feature in Feature::ALL {
            assert_eq!(Feature::read(feature.as_str()), Ok(*feature));
        }
        for wrong in ["", "dev", " DEV", "STAGING"] {
            let error = Environment::read(wrong).unwrap_err();
            assert_eq!(error.code(), "input.unknown_word");
            assert!(error.to_string().contains("`PRODUCTION`"), "{error}");
        }
    }

    #[test]
    fn a_feature_is_there_missing_or_not_known() {
        assert_eq!(Profile::default().has(Feature::DigitString), None);
        assert_eq!(Profile::default().enabled_features([]).has(Feature::DigitString), Some(false));
        let enabled = Profile::default().enabled_features([Feature::DigitString]);
        assert_eq!(enabled.has(Feature::DigitString), Some(true));
    }
}
