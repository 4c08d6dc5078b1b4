//! The JSON form of a profile: what other languages, tools and vectors pass in.

use std::collections::BTreeMap;

use serde::Deserialize;

use crate::country::Country;
use crate::date::Date;
use crate::error::InputError;

use super::profile::{Environment, Feature, Profile};

#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
struct Form {
    environment: Option<String>,
    today: Option<String>,
    mobile_code_max_expiry: Option<u32>,
    extra_document_types: Option<Vec<String>>,
    enabled_features: Option<Vec<String>>,
    allowed_token_types: Option<Vec<String>>,
    supported_countries: Option<Vec<String>>,
    supported_documents: Option<BTreeMap<String, Vec<String>>>,
    questionnaires: Option<Vec<String>>,
    risk_profiles: Option<Vec<String>>,
    themes: Option<Vec<String>>,
    lints: Option<bool>,
}

impl Profile {
    /// Reads a profile from JSON: an object whose members have the names of the methods
    /// here. A member that is absent or null is not known.
    ///
    /// ```
    /// use idenfy_rules::{Country, Date};
    /// use idenfy_rules::token::{Environment, Profile};
    ///
    /// let read = Profile::from_json(
    ///     br#"{"environment": "DEV", "today": "2026-11-20", "supported_documents": {"LT": ["PASSPORT"]}}"#,
    /// );
    /// let built = Profile::default()
    ///     .environment(Environment::Dev)
    ///     .today(Date::read("2026-11-20").unwrap())
    ///     .supported_documents(Country::read("LT").unwrap(), ["PASSPORT"]);
    /// assert_eq!(read, Ok(built));
    /// assert_eq!(Profile::from_json(br#"{"enviroment": "DEV"}"#).unwrap_err().code(), "input.profile");
    /// ```
    ///
    /// # Errors
    /// `input.profile` for another member, another type or broken JSON; `input.unknown_word`
    /// for an unknown environment or feature; `input.date` and `input.country` for a date or
    /// a country that is none.
    pub fn from_json(text: &[u8]) -> Result<Self, InputError> {
        // serde would take an array too, member by member.
        let object = Some(text).filter(|text| text.trim_ascii_start().starts_with(b"{"));
        let form = object.and_then(|text| serde_json::from_slice::<Form>(text).ok());
        let form = form.ok_or_else(malformed)?;
        let environment = form.environment.map(|word| Environment::read(&word)).transpose()?;
        let features = all(form.enabled_features, |word| Feature::read(&word))?;
        let countries = all(form.supported_countries, |code| country(&code))?;
        let documents =
            all(form.supported_documents, |(code, types)| Ok((country(&code)?, types)))?;
        Ok(Self {
            environment,
            today: form.today.map(|date| Date::read(&date)).transpose()?,
            mobile_code_max_expiry: form.mobile_code_max_expiry,
            extra_document_types: form.extra_document_types.unwrap_or_default(),
            enabled_features: features,
            allowed_token_types: form.allowed_token_types,
            supported_countries: countries,
            supported_documents: documents,
            questionnaires: form.questionnaires,
            risk_profiles: form.risk_profiles,
            themes: form.themes,
            lints: form.lints.unwrap_or_default(),
            ..Self::default()
        })
    }
}

/// Every entry of a list that may be absent, read; the first error stops.
fn all<E, T, C: FromIterator<T>>(
    entries: Option<impl IntoIterator<Item = E>>,
    read: impl FnMut(E) -> Result<T, InputError>,
) -> Result<Option<C>, InputError> {
    entries.map(|entries| entries.into_iter().map(read).collect()).transpose()
}

fn country(code: &str) -> Result<Country, InputError> {
    Country::read(code)
        .ok_or_else(|| InputError::new("input.country", "a country must be a known alpha-2 code"))
}

fn malformed() -> InputError {
    InputError::new(
        "input.profile",
        "a profile must be a JSON object whose members are those of `Profile`, each of its type",
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn code(text: &str) -> &'static str {
        Profile::from_json(text.as_bytes()).unwrap_err().code()
    }

    #[test]
    fn an_empty_profile_knows_nothing() {
        assert_eq!(Profile::from_json(b"{}"), Ok(Profile::default()));
        let nulls = r#"{"environment": null, "enabled_features": null, "lints": null}"#;
        assert_eq!(Profile::from_json(nulls.as_bytes()), Ok(Profile::default()));
    }

    #[test]
    fn every_member_is_read_as_its_method_sets_it() {
        let country = Country::read("LT").unwrap();
        let id = "3c90c3cc-0d44-4b50-8888-8dd25736052a";
        let none = Profile::default;
        for (member, built) in [
            (r#""environment": "DEV""#.to_owned(), none().environment(Environment::Dev)),
            (r#""today": "2026-11-20""#.into(), none().today(Date::read("2026-11-20").unwrap())),
            (r#""mobile_code_max_expiry": 60"#.into(), none().mobile_code_max_expiry(60)),
            (r#""extra_document_types": ["NEW"]"#.into(), none().extra_document_types(["NEW"])),
            (
                r#""enabled_features": ["digit_string"]"#.into(),
                none().enabled_features([Feature::DigitString]),
            ),
            (r#""allowed_token_types": ["X"]"#.into(), none().allowed_token_types(["X"])),
            (r#""supported_countries": ["LT"]"#.into(), none().supported_countries([country])),
            (
                r#""supported_documents": {"LT": ["VISA"]}"#.into(),
                none().supported_documents(country, ["VISA"]),
            ),
            (r#""questionnaires": ["basic"]"#.into(), none().questionnaires(["basic"])),
            (format!(r#""risk_profiles": ["{id}"]"#), none().risk_profiles([id])),
            (format!(r#""themes": ["{id}"]"#), none().themes([id])),
            (r#""lints": true"#.into(), none().lints(true)),
        ] {
            assert_ne!(built, none(), "{member}");
            assert_eq!(Profile::from_json(format!("{{{member}}}").as_bytes()), Ok(built));
        }
    }

    #[test]
    fn an_empty_list_is_known_to_be_empty() {
        let read = Profile::from_json(br#"{"enabled_features": [], "supported_countries": []}"#);
        let built = Profile::default().enabled_features([]).supported_countries([]);
        assert_eq!(read, Ok(built));
    }

    #[test]
    fn every_mistake_has_its_code() {
        for broken in ["", "[]", r#"{"limits": {}}"#, r#"{"lints": 1}"#, r#"{"environment": 1}"#] {
            assert_eq!(code(broken), "input.profile", "{broken}");
        }
        assert_eq!(code(r#"{"environment": "dev"}"#), "input.unknown_word");
        assert_eq!(code(r#"{"enabled_features": ["x"]}"#), "input.unknown_word");
        assert_eq!(code(r#"{"today": "2026-11-31"}"#), "input.date");
        assert_eq!(code(r#"{"supported_countries": ["UK"]}"#), "input.country");
        assert_eq!(code(r#"{"supported_documents": {"UK": []}}"#), "input.country");
    }

    #[test]
    fn no_message_repeats_what_was_passed() {
        for text in [r#"{"today": "MARKER"}"#, r#"{"environment": "MARKER"}"#, r#"{"MARKER": 1}"#] {
            assert!(
                !Profile::from_json(text.as_bytes()).unwrap_err().to_string().contains("MARKER")
            );
        }
    }
}
