//! What a webhook means for the person: the audit record and its parts.

use std::hash::{Hash, Hasher};

use idenfy_rules::{policy, webhook};
use pyo3::exceptions::{PyAttributeError, PyTypeError};
use pyo3::prelude::*;
use pyo3::types::PyString;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::form::{Form, Word, form};
use crate::interned::{LIFECYCLES, NEXT_STEPS, OUTCOMES};
use crate::scratch::Reused;

/// A reason for suspicion that the vendor attached.
#[pyclass(frozen, eq, hash, module = "idenfy_rules")]
#[derive(Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub(crate) struct Flag {
    /// The tag; None for an entry that does not have the shape of a vendor word.
    #[pyo3(get)]
    tag: Option<String>,
    /// "fraud" or "mismatch", by the list it stood in.
    #[pyo3(get)]
    kind: Word,
    /// The class of the tag, "unknown" for a word that the vocabulary does not have. The key of
    /// the form is `class`, which is a reserved word.
    #[pyo3(get, name = "class_")]
    class: Word,
}

impl Form for Flag {}
form! { Flag { "tag", "kind", "class_" }
    // The key of the form, too, is an attribute; a stub cannot name it, so it has no descriptor.
    fn __getattr__(&self, name: &str) -> PyResult<&str> {
        match name {
            "class" => Ok(&self.class),
            _ => Err(PyAttributeError::new_err(name.to_owned())),
        }
    }
}

/// A rule that could be judged neither true nor false.
#[pyclass(frozen, eq, hash, get_all, module = "idenfy_rules")]
#[derive(Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub(crate) struct Undecided {
    /// The rule.
    rule: String,
    /// The facts that are missing or hold unknown words, sorted by name.
    facts: Vec<Word>,
}

impl Form for Undecided {}
form! { Undecided { "rule", "facts" } }

/// A word that the vocabulary of a fact does not have.
#[pyclass(frozen, eq, hash, get_all, module = "idenfy_rules")]
#[derive(Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub(crate) struct UnknownWord {
    /// The fact that holds it.
    fact: Word,
    /// The word; None when it does not have the shape of a vendor word.
    word: Option<String>,
}

impl Form for UnknownWord {}
form! { UnknownWord { "fact", "word" } }

/// A webhook that says nothing about the result of a verification.
#[pyclass(frozen, eq, hash, get_all, module = "idenfy_rules")]
#[derive(Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub(crate) struct Notice {
    /// The product it belongs to; None for an event that the vocabulary does not have.
    product: Option<Word>,
    /// Whether the body looks like a verdict all the same: somebody should have a look.
    attention: bool,
}

impl Form for Notice {}
form! { Notice { "product", "attention" } }

/// Which policy decided.
#[pyclass(frozen, eq, hash, get_all, module = "idenfy_rules")]
#[derive(Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub(crate) struct PolicyName {
    /// The name of the document.
    name: String,
    /// Its revision.
    revision: Option<String>,
    /// SHA-256 of the resolved document.
    fingerprint: String,
    /// The version of the vocabularies.
    vocabulary: Word,
}

impl Form for PolicyName {}
form! { PolicyName { "name", "revision", "fingerprint", "vocabulary" } }

/// What a webhook means for the person: the audit record. It holds no personal data apart from
/// `client_id` and `external_ref`, which stand outside the form.
///
/// It keeps what the core made; an attribute is made when it is read.
#[pyclass(frozen, eq, hash, module = "idenfy_rules")]
pub(crate) struct Decision(Reused);

impl PartialEq for Decision {
    fn eq(&self, other: &Self) -> bool {
        *self.0 == *other.0
    }
}

impl Eq for Decision {}

impl Serialize for Decision {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.0.serialize(serializer)
    }
}

/// What pickle keeps: the form, and what stands outside of it.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct State<D> {
    form: D,
    client_id: Option<String>,
    external_ref: Option<String>,
}

impl<'de> Deserialize<'de> for Decision {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let state = State::<policy::Decision>::deserialize(deserializer)?;
        let mut made = state.form;
        made.client_id = state.client_id;
        made.external_ref = state.external_ref;
        Ok(Self(made.into()))
    }
}

impl Form for Decision {
    fn state(&self) -> serde_json::Result<String> {
        let client_id = self.0.client_id.clone();
        let external_ref = self.0.external_ref.clone();
        serde_json::to_string(&State { form: &*self.0, client_id, external_ref })
    }
}

/// Equal decisions have these in common, which is enough to tell most others apart.
impl Hash for Decision {
    fn hash<H: Hasher>(&self, hasher: &mut H) {
        let Self(made) = self;
        (made.outcome, made.lifecycle, &made.rules, &made.scan_ref).hash(hasher);
        (&made.body_sha256, &made.policy.fingerprint, &made.client_id).hash(hasher);
    }
}

impl Decision {
    /// The decision as the core takes it.
    pub(crate) fn made(&self) -> &policy::Decision {
        &self.0
    }
}

impl From<Reused> for Decision {
    fn from(made: Reused) -> Self {
        Self(made)
    }
}

form! { Decision {
        "format", "outcome", "lifecycle", "rules", "undecided", "flags", "unknown", "notice",
        "scan_ref", "event", "final", "verified", "body_sha256", "policy", "next_step",
        "http_status",
    }
    /// The version of this form: 1.
    #[getter]
    fn format(&self) -> u8 {
        self.0.format
    }

    /// What to do: "accept", "retry", "review", "reject", "wait", or "none" for a webhook that
    /// says nothing about a verification.
    #[getter]
    fn outcome<'py>(&self, py: Python<'py>) -> Bound<'py, PyString> {
        OUTCOMES.of(py, self.0.outcome)
    }

    /// Where the verification stands; None for a notice.
    #[getter]
    fn lifecycle<'py>(&self, py: Python<'py>) -> Option<Bound<'py, PyString>> {
        self.0.lifecycle.map(|state| LIFECYCLES.of(py, state))
    }

    /// The ids of the rules that decided, sorted: "otherwise" when none was true, the accepting
    /// ones when accept fell to review, empty when the lifecycle decided.
    #[getter]
    fn rules(&self) -> &[String] {
        &self.0.rules
    }

    /// The rules that could not be judged, and for want of which facts.
    #[getter]
    fn undecided(&self) -> Vec<Undecided> {
        self.0.undecided.iter().map(Undecided::from).collect()
    }

    /// Every reason for suspicion in the body, whatever the outcome.
    #[getter]
    fn flags(&self) -> Vec<Flag> {
        self.0.flags.iter().map(Flag::from).collect()
    }

    /// Every word that the vocabularies do not have.
    #[getter]
    fn unknown(&self) -> Vec<UnknownWord> {
        self.0.unknown.iter().map(UnknownWord::from).collect()
    }

    /// What the webhook is, if it says nothing about a verification.
    #[getter]
    fn notice(&self) -> Option<Notice> {
        self.0.notice.as_ref().map(Notice::from)
    }

    /// The verification that it is about.
    #[getter]
    fn scan_ref(&self) -> Option<&str> {
        self.0.scan_ref.as_deref()
    }

    /// The event of the header, if it has the shape of a vendor word.
    #[getter]
    fn event(&self) -> Option<&str> {
        self.0.event.as_deref()
    }

    /// Whether the vendor called it the last word.
    #[getter]
    fn r#final(&self) -> Option<bool> {
        self.0.r#final
    }

    /// Whether the signature was checked in the same call.
    #[getter]
    fn verified(&self) -> bool {
        self.0.verified
    }

    /// SHA-256 of the raw body as lower-case hex; None for a mapping or without a digest.
    #[getter]
    fn body_sha256(&self) -> Option<&str> {
        self.0.body_sha256.as_deref()
    }

    /// The policy that decided.
    #[getter]
    fn policy(&self) -> PolicyName {
        PolicyName::from(&*self.0.policy)
    }

    /// What the person can do now.
    #[getter]
    fn next_step<'py>(&self, py: Python<'py>) -> Bound<'py, PyString> {
        NEXT_STEPS.of(py, self.0.next_step)
    }

    /// The HTTP status to answer the webhook with.
    #[getter]
    fn http_status(&self) -> u16 {
        self.0.http_status
    }

    /// Your id of the client, outside the form: it may be personal.
    #[getter]
    fn client_id(&self) -> Option<&str> {
        self.0.client_id.as_deref()
    }

    /// Your own reference, outside the form, too.
    #[getter]
    fn external_ref(&self) -> Option<&str> {
        self.0.external_ref.as_deref()
    }

    fn __bool__(&self) -> PyResult<bool> {
        Err(PyTypeError::new_err(
            "a decision is neither true nor false: write `decision.outcome == \"accept\"`",
        ))
    }
}

impl From<&policy::Undecided> for Undecided {
    fn from(undecided: &policy::Undecided) -> Self {
        Self { rule: undecided.rule.clone(), facts: undecided.facts.clone() }
    }
}

impl From<&policy::Flag> for Flag {
    fn from(flag: &policy::Flag) -> Self {
        Self { tag: flag.tag.clone(), kind: flag.kind.clone(), class: flag.class.clone() }
    }
}

impl From<&policy::UnknownWord> for UnknownWord {
    fn from(unknown: &policy::UnknownWord) -> Self {
        Self { fact: unknown.fact.clone(), word: unknown.word.clone() }
    }
}

impl From<&webhook::Notice> for Notice {
    fn from(notice: &webhook::Notice) -> Self {
        Self { product: notice.product.clone(), attention: notice.attention }
    }
}

impl From<&policy::PolicyName> for PolicyName {
    fn from(policy: &policy::PolicyName) -> Self {
        Self {
            name: policy.name.clone(),
            revision: policy.revision.clone(),
            fingerprint: policy.fingerprint.clone(),
            vocabulary: policy.vocabulary.clone().into(),
        }
    }
}
