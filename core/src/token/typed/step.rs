//! Additional steps: extra documents, and what is expected of them.

use std::collections::BTreeMap;
use std::fmt;

use serde_json::{Map, Value};

use crate::country::Country;
use crate::token::check::{ALL, step_key};
use crate::vocab::{DocumentType, Locale, StepType};

/// Extra documents to ask for, by country, by document of the person, and by name.
///
/// ```
/// use idenfy_rules::token::{AdditionalSteps, Feature, Profile, Step, TokenRequest};
/// use idenfy_rules::vocab::{Locale, StepType};
///
/// let bill = Step::new(StepType::Extract)
///     .fields(["address"])
///     .text(Locale::En, "Utility bill", "Not older than three months")
///     .can_capture(true)
///     .can_upload(true)
///     .can_upload_pdf(true);
/// let steps = AdditionalSteps::default().step(None, None, Step::UTILITY_BILL, bill);
/// let request = TokenRequest::new("user-123").additional_steps(steps);
/// let profile = Profile::default().enabled_features([Feature::AdditionalSteps]);
/// assert!(request.validate(&profile).is_empty());
/// ```
///
/// Source: additional-steps pages of about 2022 and of 2026.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct AdditionalSteps {
    by_country: BTreeMap<String, BTreeMap<String, BTreeMap<String, Value>>>,
}

impl AdditionalSteps {
    /// Adds a step for one country and one type of document; `None` stands for all of them.
    #[must_use]
    pub fn step(
        mut self,
        country: Option<Country>,
        document: Option<DocumentType>,
        name: impl Into<String>,
        step: Step,
    ) -> Self {
        let country = country.map_or_else(|| ALL.to_owned(), |country| country.to_string());
        let document = document.map_or(ALL, DocumentType::as_str).to_owned();
        let documents = self.by_country.entry(country).or_default();
        documents.entry(document).or_default().insert(name.into(), step.into_value());
        self
    }

    pub(super) fn into_value(self) -> Value {
        let of_document = |(document, steps): (String, BTreeMap<_, _>)| (document, object(steps));
        let of_country = |(country, documents): (String, BTreeMap<_, _>)| {
            (country, documents.into_iter().map(of_document).collect::<Value>())
        };
        self.by_country.into_iter().map(of_country).collect()
    }
}

/// What is expected of the extra documents, by the name of the step and by field.
///
/// ```
/// use idenfy_rules::token::{AdditionalData, TokenRequest};
/// let data = AdditionalData::default().field("UTILITY_BILL", "address", "Main street 1");
/// let request = TokenRequest::new("user-123").additional_data(data);
/// assert!(request.to_json().contains(r#"{"UTILITY_BILL":{"address":"Main street 1"}}"#));
/// ```
#[derive(Clone, Default, PartialEq, Eq)]
pub struct AdditionalData {
    by_step: BTreeMap<String, BTreeMap<String, String>>,
}

impl AdditionalData {
    /// Adds the expected value of a field, such as `address` or `ssn`.
    #[must_use]
    pub fn field(
        mut self,
        step: impl Into<String>,
        field: impl Into<String>,
        value: impl Into<String>,
    ) -> Self {
        self.by_step.entry(step.into()).or_default().insert(field.into(), value.into());
        self
    }

    pub(super) fn into_value(self) -> Value {
        self.by_step.into_iter().map(|(step, fields)| (step, object(fields))).collect()
    }
}

fn object<V: Into<Value>>(members: BTreeMap<String, V>) -> Value {
    members.into_iter().collect()
}

/// One extra document. [`Step::default`] leaves everything to the account.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Step {
    kind: Option<StepType>,
    fields: Vec<String>,
    texts: BTreeMap<String, Value>,
    settings: BTreeMap<String, bool>,
}

impl Step {
    /// The name of the step for which the person chooses a kind of proof of address.
    pub const UTILITY_BILL: &'static str = "UTILITY_BILL";

    /// A step of a type; an account has one type configured.
    #[must_use]
    pub fn new(kind: StepType) -> Self {
        Self { kind: Some(kind), ..Self::default() }
    }

    /// The fields to read or compare, named as in [`AdditionalData`].
    #[must_use]
    pub fn fields(mut self, names: impl IntoIterator<Item = impl Into<String>>) -> Self {
        self.fields = names.into_iter().map(Into::into).collect();
        self
    }

    /// What the person reads about the step in one language.
    #[must_use]
    pub fn text(
        mut self,
        language: Locale,
        name: impl Into<String>,
        description: impl Into<String>,
    ) -> Self {
        let texts = [(step_key::NAME, name.into()), (step_key::DESCRIPTION, description.into())];
        self.texts.insert(language.as_str().to_ascii_lowercase(), texts.into_iter().collect());
        self
    }

    /// Whether a picture may be uploaded.
    #[must_use]
    pub fn can_upload(self, can: bool) -> Self {
        self.setting(step_key::CAN_UPLOAD, can)
    }

    /// Whether a picture may be taken.
    #[must_use]
    pub fn can_capture(self, can: bool) -> Self {
        self.setting(step_key::CAN_CAPTURE, can)
    }

    /// Whether a PDF may be uploaded.
    #[must_use]
    pub fn can_upload_pdf(self, can: bool) -> Self {
        self.setting(step_key::CAN_UPLOAD_PDF, can)
    }

    fn setting(mut self, name: &str, can: bool) -> Self {
        self.settings.insert(name.to_owned(), can);
        self
    }

    fn into_value(self) -> Value {
        let mut step = Map::new();
        if let Some(kind) = self.kind {
            step.insert(step_key::TYPE.to_owned(), kind.as_str().into());
        }
        if !self.fields.is_empty() {
            step.insert(step_key::FIELDS.to_owned(), self.fields.into());
        }
        if !self.texts.is_empty() {
            step.insert(step_key::TEXTS.to_owned(), object(self.texts));
        }
        if !self.settings.is_empty() {
            step.insert(step_key::SETTINGS.to_owned(), object(self.settings));
        }
        Value::Object(step)
    }
}

macro_rules! hide_values {
    ($( $name:ident )+) => { $(
        /// The values are personal, or free text: none is shown.
        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(concat!(stringify!($name), "(..)"))
            }
        }
    )+ };
}
hide_values! { AdditionalSteps AdditionalData Step }
