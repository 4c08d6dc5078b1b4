//! One method for each member that has a value of its own.

use std::time::Duration;

use serde_json::Value;

use crate::country::Country;
use crate::date::Date;
use crate::token::check::ALL;
use crate::vocab::{DocumentType, DummyStatus, Locale, Sex, TokenType, parameter};

use super::{AdditionalData, AdditionalSteps, TokenRequest};

/// What is expected of the person. It is compared with the document; differences come back
/// as mismatch tags.
/// ```
/// use idenfy_rules::token::{Profile, TokenRequest};
/// use idenfy_rules::vocab::Sex;
/// use idenfy_rules::{Country, Date};
///
/// let request = TokenRequest::new("user-123")
///     .first_name("Žydrė")
///     .last_name("Pavyzdė")
///     .sex(Sex::F)
///     .date_of_birth(Date::read("1990-05-15")?)
///     .nationality(Country::read("LT").unwrap())
///     .address("Main street 1")
///     .document_number("X1")
///     .personal_number("49005150000")
///     .date_of_issue(Date::read("2020-05-15")?)
///     .date_of_expiry(Date::read("2030-05-15")?);
/// assert!(request.validate(&Profile::default()).is_empty());
/// assert_eq!(TokenRequest::new("c").any_nationality().to_json(), r#"{"clientId":"c","nationality":"ALL"}"#);
/// # Ok::<(), idenfy_rules::InputError>(())
/// ```
impl TokenRequest {
    /// The first name: 1 to 100 characters of any script, no digits.
    #[must_use]
    pub fn first_name(self, name: impl Into<String>) -> Self {
        self.with(parameter::FIRST_NAME, name.into())
    }

    /// The last name: 1 to 100 characters of any script, no digits.
    #[must_use]
    pub fn last_name(self, name: impl Into<String>) -> Self {
        self.with(parameter::LAST_NAME, name.into())
    }

    /// The date of birth.
    #[must_use]
    pub fn date_of_birth(self, date: Date) -> Self {
        self.with(parameter::DATE_OF_BIRTH, date.to_iso())
    }

    /// The sex as the document has it.
    #[must_use]
    pub fn sex(self, sex: Sex) -> Self {
        self.with(parameter::SEX, sex.as_str())
    }

    /// The nationality.
    #[must_use]
    pub fn nationality(self, country: Country) -> Self {
        self.with(parameter::NATIONALITY, country.as_str())
    }

    /// Any nationality: `ALL`, which clears the preset. Source: last Docusaurus capture.
    #[must_use]
    pub fn any_nationality(self) -> Self {
        self.with(parameter::NATIONALITY, ALL)
    }

    /// The address as one text of at most 255 characters, for the comparison with a proof of
    /// address. It excludes [`additional_data`](Self::additional_data).
    #[must_use]
    pub fn address(self, address: impl Into<String>) -> Self {
        self.with(parameter::ADDRESS, address.into())
    }

    /// The number of the document: 1 to 50 characters.
    #[must_use]
    pub fn document_number(self, number: impl Into<String>) -> Self {
        self.with(parameter::DOCUMENT_NUMBER, number.into())
    }

    /// The personal code: 1 to 50 characters.
    #[must_use]
    pub fn personal_number(self, number: impl Into<String>) -> Self {
        self.with(parameter::PERSONAL_NUMBER, number.into())
    }

    /// The day on which the document expires.
    #[must_use]
    pub fn date_of_expiry(self, date: Date) -> Self {
        self.with(parameter::DATE_OF_EXPIRY, date.to_iso())
    }

    /// The day on which the document was issued.
    #[must_use]
    pub fn date_of_issue(self, date: Date) -> Self {
        self.with(parameter::DATE_OF_ISSUE, date.to_iso())
    }
}

/// The session: what is accepted, how long, where and in which language.
/// ```
/// use std::time::Duration;
/// use idenfy_rules::Country;
/// use idenfy_rules::token::{Environment, Feature, Profile, TokenRequest};
/// use idenfy_rules::vocab::{DocumentType, DummyStatus, Locale, TokenType};
///
/// let request = TokenRequest::new("user-123")
///     .country(Country::read("LT").unwrap())
///     .documents([DocumentType::Passport, DocumentType::IdCard])
///     .expiry_time(Duration::from_secs(86_400))
///     .session_length(Duration::from_secs(600))
///     .success_url("https://shop.example/done")
///     .error_url("https://shop.example/failed")
///     .unverified_url("https://shop.example/later")
///     .callback_url("https://shop.example/webhook")
///     .locale(Locale::Lt)
///     .token_type(TokenType::Document)
///     .external_ref("order-1")
///     .max_attempt_count(3)
///     .dummy_status(DummyStatus::Approved);
/// let profile = Profile::default()
///     .environment(Environment::Dev)
///     .allowed_token_types(["DOCUMENT"])
///     .enabled_features([Feature::CustomCallbackUrl]);
/// assert!(request.validate(&profile).is_valid());
/// ```
impl TokenRequest {
    /// The country that issued the document. It is preselected, and the person cannot choose
    /// another.
    #[must_use]
    pub fn country(self, country: Country) -> Self {
        self.with(parameter::COUNTRY, country.as_str())
    }

    /// The documents that are accepted; without them, those of the account. A type that is
    /// newer than this release goes through [`member`](Self::member).
    #[must_use]
    pub fn documents(self, types: impl IntoIterator<Item = DocumentType>) -> Self {
        let types: Value = types.into_iter().map(DocumentType::as_str).collect();
        self.with(parameter::DOCUMENTS, types)
    }

    /// How long the token can be opened: 1 second to 30 days. A fraction of a second is cut
    /// off. Without it 3600 seconds, or what the account has.
    #[must_use]
    pub fn expiry_time(self, time: Duration) -> Self {
        self.with(parameter::EXPIRY_TIME, time.as_secs())
    }

    /// How long the person has once the token is opened: 60 to 3600 seconds. A fraction of a
    /// second is cut off. Without it 600 seconds, or what the account has.
    #[must_use]
    pub fn session_length(self, length: Duration) -> Self {
        self.with(parameter::SESSION_LENGTH, length.as_secs())
    }

    /// Where the browser goes after a success: `https`, at most 2048 characters.
    #[must_use]
    pub fn success_url(self, url: impl Into<String>) -> Self {
        self.with(parameter::SUCCESS_URL, url.into())
    }

    /// Where the browser goes after a failure: `https`, at most 2048 characters.
    #[must_use]
    pub fn error_url(self, url: impl Into<String>) -> Self {
        self.with(parameter::ERROR_URL, url.into())
    }

    /// Where the browser goes when automation could not decide: `https`, at most 2048
    /// characters.
    #[must_use]
    pub fn unverified_url(self, url: impl Into<String>) -> Self {
        self.with(parameter::UNVERIFIED_URL, url.into())
    }

    /// Where the webhooks of this session go: `https`, at most 2048 characters, reachable from
    /// the internet. iDenfy has to enable it for the account.
    #[must_use]
    pub fn callback_url(self, url: impl Into<String>) -> Self {
        self.with(parameter::CALLBACK_URL, url.into())
    }

    /// The language of the verification pages; sent in lower case, as the examples write it.
    #[must_use]
    pub fn locale(self, locale: Locale) -> Self {
        self.with(parameter::LOCALE, locale.as_str().to_ascii_lowercase())
    }

    /// What is verified; without it `IDENTIFICATION`.
    #[must_use]
    pub fn token_type(self, kind: TokenType) -> Self {
        self.with(parameter::TOKEN_TYPE, kind.as_str())
    }

    /// Your own reference of at most 40 characters; webhooks repeat it.
    #[must_use]
    pub fn external_ref(self, reference: impl Into<String>) -> Self {
        self.with(parameter::EXTERNAL_REF, reference.into())
    }

    /// How often the person may submit. Source: FAQ (2026); the older page counts retries
    /// after the first failure.
    #[must_use]
    pub fn max_attempt_count(self, count: u32) -> Self {
        self.with(parameter::MAX_ATTEMPT_COUNT, count)
    }

    /// How the verification ends without being made, in the DEV environment only.
    #[must_use]
    pub fn dummy_status(self, status: DummyStatus) -> Self {
        self.with(parameter::DUMMY_STATUS, status.as_str())
    }
}

/// Additional steps and checks with a value. Switches are methods of their own.
/// ```
/// use idenfy_rules::Country;
/// use idenfy_rules::token::{Profile, TokenRequest};
///
/// let id = "3c90c3cc-0d44-4b50-8888-8dd25736052a";
/// let request = TokenRequest::new("user-123")
///     .questionnaire("basic")
///     .risk_assessment_profile(id)
///     .theme(id)
///     .registry_centers_countries([Country::read("LT").unwrap()])
///     .age_limit(18)
///     .age_max(99)
///     .face_matching_threshold_modifier(1.1);
/// let profile = Profile::default().questionnaires(["basic"]).risk_profiles([id]).themes([id]);
/// assert!(request.validate(&profile).is_empty());
///
/// // `null` asks for none, even if the account has one by default.
/// let none = TokenRequest::new("c").no_questionnaire();
/// assert_eq!(none.to_json(), r#"{"clientId":"c","questionnaire":null}"#);
/// ```
impl TokenRequest {
    /// Extra documents to ask for. iDenfy has to enable it for the account.
    #[must_use]
    pub fn additional_steps(self, steps: AdditionalSteps) -> Self {
        self.with(parameter::ADDITIONAL_STEPS, steps.into_value())
    }

    /// What is expected of the extra documents. It excludes [`address`](Self::address).
    #[must_use]
    pub fn additional_data(self, data: AdditionalData) -> Self {
        self.with(parameter::ADDITIONAL_DATA, data.into_value())
    }

    /// The key of a questionnaire of the account.
    #[must_use]
    pub fn questionnaire(self, key: impl Into<String>) -> Self {
        self.with(parameter::QUESTIONNAIRE, key.into())
    }

    /// No questionnaire, even if the account has one by default: sends `null`.
    #[must_use]
    pub fn no_questionnaire(self) -> Self {
        self.with(parameter::QUESTIONNAIRE, Value::Null)
    }

    /// The UUID of a risk assessment profile of the account.
    #[must_use]
    pub fn risk_assessment_profile(self, id: impl Into<String>) -> Self {
        self.with(parameter::RISK_ASSESSMENT_PROFILE, id.into())
    }

    /// The UUID of a theme of the account.
    #[must_use]
    pub fn theme(self, id: impl Into<String>) -> Self {
        self.with(parameter::THEME, id.into())
    }

    /// The national registries to compare with, by country.
    #[must_use]
    pub fn registry_centers_countries(self, countries: impl IntoIterator<Item = Country>) -> Self {
        let codes: Value = countries.into_iter().map(|country| country.to_string()).collect();
        self.with(parameter::REGISTRY_CENTERS_COUNTRIES, codes)
    }

    /// The youngest age that passes, in years.
    #[must_use]
    pub fn age_limit(self, years: u8) -> Self {
        self.with(parameter::AGE_LIMIT, years)
    }

    /// The oldest age that passes, in years.
    #[must_use]
    pub fn age_max(self, years: u8) -> Self {
        self.with(parameter::AGE_MAX, years)
    }

    /// A factor on the threshold of the face comparison; 1 leaves it as it is. A number that
    /// is not finite becomes `null`, which is noted.
    #[must_use]
    pub fn face_matching_threshold_modifier(self, factor: f64) -> Self {
        self.with(parameter::FACE_MATCHING_THRESHOLD_MODIFIER, factor)
    }
}
