//! What the caller knows about the account.

use std::collections::BTreeMap;
use std::hash::{Hash, Hasher};

use idenfy_rules::{Country, Date, Environment, Feature};
use pyo3::prelude::*;
use pyo3::types::{PyDict, PyMapping, PyTuple};
use serde::Serialize;

use crate::arguments::{flag, iso, text, texts, whole};
use crate::errors;
use crate::form::{plain, repr};

type Keyword<'a, 'py> = Option<&'a Bound<'py, PyAny>>;

/// What the caller knows about the account that will send the request. Everything is optional;
/// None means unknown, and a rule that needs an unknown fact never refuses.
#[pyclass(frozen, eq, hash, module = "idenfy_rules")]
#[derive(PartialEq, Eq, Hash, Serialize)]
pub(crate) struct Profile {
    /// "DEV", "TESTING", "PRODUCTION" or "DEMO".
    #[pyo3(get)]
    environment: Option<String>,
    /// The date on which dates are judged to lie in the past or in the future, as ISO text.
    #[pyo3(get)]
    today: Option<String>,
    /// The longest `expiryTime` that may go with `generateDigitString`, in seconds.
    #[pyo3(get)]
    mobile_code_max_expiry: Option<u32>,
    /// Document types that appeared after this release.
    #[pyo3(get)]
    extra_document_types: Vec<String>,
    /// "custom_callback_url", "additional_steps", "digit_string".
    #[pyo3(get)]
    enabled_features: Option<Vec<String>>,
    /// The values of `tokenType` that the account may use.
    #[pyo3(get)]
    allowed_token_types: Option<Vec<String>>,
    /// The countries that the account accepts.
    #[pyo3(get)]
    supported_countries: Option<Vec<String>>,
    /// The document types that the account accepts, by country.
    #[pyo3(get)]
    supported_documents: Option<BTreeMap<String, Vec<String>>>,
    /// The keys of the questionnaires that the account has.
    #[pyo3(get)]
    questionnaires: Option<Vec<String>>,
    /// The UUIDs of the risk assessment profiles that the account has.
    #[pyo3(get)]
    risk_profiles: Option<Vec<String>>,
    /// The UUIDs of the themes that the account has.
    #[pyo3(get)]
    themes: Option<Vec<String>>,
    /// Whether to add advice about requests that the API takes but that seldom mean well.
    #[pyo3(get)]
    lints: bool,
    #[serde(skip)]
    account: Account,
}

/// The profile as the core takes it. It follows from the other members, so it adds nothing
/// to their hash.
#[derive(Default, PartialEq, Eq)]
struct Account(idenfy_rules::Profile);

impl Hash for Account {
    fn hash<H: Hasher>(&self, _: &mut H) {}
}

#[pymethods]
impl Profile {
    #[new]
    #[expect(clippy::too_many_arguments, reason = "one for each keyword of the Python class")]
    #[pyo3(signature = (
        *, environment=None, today=None, mobile_code_max_expiry=None, extra_document_types=None,
        enabled_features=None, allowed_token_types=None, supported_countries=None,
        supported_documents=None, questionnaires=None, risk_profiles=None, themes=None, lints=None,
    ), text_signature = "(*, environment=None, today=None, mobile_code_max_expiry=None, \
        extra_document_types=(), enabled_features=None, allowed_token_types=None, \
        supported_countries=None, supported_documents=None, questionnaires=None, \
        risk_profiles=None, themes=None, lints=False)")]
    fn new(
        py: Python<'_>,
        environment: Keyword<'_, '_>,
        today: Keyword<'_, '_>,
        mobile_code_max_expiry: Keyword<'_, '_>,
        extra_document_types: Keyword<'_, '_>,
        enabled_features: Keyword<'_, '_>,
        allowed_token_types: Keyword<'_, '_>,
        supported_countries: Keyword<'_, '_>,
        supported_documents: Keyword<'_, '_>,
        questionnaires: Keyword<'_, '_>,
        risk_profiles: Keyword<'_, '_>,
        themes: Keyword<'_, '_>,
        lints: Keyword<'_, '_>,
    ) -> PyResult<Self> {
        let several = |value: Keyword<'_, '_>, name| value.map(|value| texts(value, name));
        let profile = Self {
            environment: environment.map(|value| text(value, "environment")).transpose()?,
            today: today.map(iso).transpose()?,
            mobile_code_max_expiry: mobile_code_max_expiry
                .map(|value| whole(value, "mobile_code_max_expiry"))
                .transpose()?,
            extra_document_types: several(extra_document_types, "extra_document_types")
                .transpose()?
                .unwrap_or_default(),
            enabled_features: several(enabled_features, "enabled_features").transpose()?,
            allowed_token_types: several(allowed_token_types, "allowed_token_types").transpose()?,
            supported_countries: several(supported_countries, "supported_countries").transpose()?,
            supported_documents: supported_documents.map(documents).transpose()?,
            questionnaires: several(questionnaires, "questionnaires").transpose()?,
            risk_profiles: several(risk_profiles, "risk_profiles").transpose()?,
            themes: several(themes, "themes").transpose()?,
            lints: lints.map(|value| flag(value, "lints")).transpose()?.unwrap_or_default(),
            account: Account::default(),
        };
        let account = Account(profile.understood(py)?);
        Ok(Self { account, ..profile })
    }

    fn __repr__(&self, py: Python<'_>) -> PyResult<String> {
        repr("Profile", &self.keywords(py)?)
    }

    fn __getnewargs_ex__<'py>(
        &self,
        py: Python<'py>,
    ) -> PyResult<(Bound<'py, PyTuple>, Bound<'py, PyDict>)> {
        Ok((PyTuple::empty(py), self.keywords(py)?))
    }
}

impl Profile {
    /// A profile as an argument: one, or a mapping of its keywords.
    pub(crate) fn given<'py>(profile: &Bound<'py, PyAny>) -> PyResult<Bound<'py, Self>> {
        let py = profile.py();
        let made = match profile.cast::<PyMapping>() {
            Ok(mapping) => {
                let keywords = PyDict::new(py);
                keywords.update(mapping)?;
                py.get_type::<Self>().call((), Some(&keywords))?
            }
            Err(_) => profile.clone(),
        };
        made.cast_into().map_err(|_| {
            errors::argument(py, "profile", "`profile` must be a Profile, a mapping or None")
        })
    }

    /// The profile as the core takes it.
    pub(crate) fn account(&self) -> &idenfy_rules::Profile {
        &self.account.0
    }

    /// The keywords that make this profile again.
    fn keywords<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyDict>> {
        let all: Bound<'py, PyDict> = plain(py, self)?.cast_into()?;
        let known = PyDict::new(py);
        for (name, value) in all.iter().filter(|(_, value)| !value.is_none()) {
            known.set_item(name, value)?;
        }
        Ok(known)
    }

    /// Reads the words of the profile; the core refuses those that it does not have.
    fn understood(&self, py: Python<'_>) -> PyResult<idenfy_rules::Profile> {
        let refused = |error| errors::input(py, &error);
        let mut account = idenfy_rules::Profile::default()
            .extra_document_types(&self.extra_document_types)
            .lints(self.lints);
        if let Some(environment) = &self.environment {
            account = account.environment(Environment::read(environment).map_err(refused)?);
        }
        if let Some(today) = &self.today {
            account = account.today(Date::read(today).map_err(refused)?);
        }
        if let Some(seconds) = self.mobile_code_max_expiry {
            account = account.mobile_code_max_expiry(seconds);
        }
        if let Some(features) = &self.enabled_features {
            let features = features.iter().map(|feature| Feature::read(feature));
            account =
                account.enabled_features(features.collect::<Result<Vec<_>, _>>().map_err(refused)?);
        }
        if let Some(countries) = &self.supported_countries {
            let countries = countries.iter().map(|code| country(py, code));
            account = account.supported_countries(countries.collect::<PyResult<Vec<_>>>()?);
        }
        for (code, types) in self.supported_documents.iter().flatten() {
            account = account.supported_documents(country(py, code)?, types);
        }
        if let Some(types) = &self.allowed_token_types {
            account = account.allowed_token_types(types);
        }
        if let Some(keys) = &self.questionnaires {
            account = account.questionnaires(keys);
        }
        if let Some(ids) = &self.risk_profiles {
            account = account.risk_profiles(ids);
        }
        if let Some(ids) = &self.themes {
            account = account.themes(ids);
        }
        Ok(account)
    }
}

fn country(py: Python<'_>, code: &str) -> PyResult<Country> {
    let message = "a country must be an ISO 3166-1 alpha-2 code, or `XK`";
    Country::read(code).ok_or_else(|| errors::argument(py, "country", message))
}

/// Document types by country.
fn documents(value: &Bound<'_, PyAny>) -> PyResult<BTreeMap<String, Vec<String>>> {
    let name = "supported_documents";
    let py = value.py();
    let message = "`supported_documents` must be a mapping of countries to document types";
    let pairs = value.cast::<PyMapping>().map_err(|_| errors::argument(py, name, message))?;
    let entry = |(country, types): (Bound<'_, PyAny>, Bound<'_, PyAny>)| {
        Ok((text(&country, name)?, texts(&types, name)?))
    };
    pairs.items()?.iter().map(|pair| entry(pair.extract()?)).collect()
}
