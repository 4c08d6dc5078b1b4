//! What a webhook means for the person: the audit record and its parts.

use idenfy_rules::{policy, webhook};
use pyo3::exceptions::{PyAttributeError, PyTypeError};
use pyo3::prelude::*;
use serde::{Deserialize, Serialize};

use crate::form::{Form, Word, form};

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

/// What a webhook means for the person. It holds no personal data apart from `client_id` and
/// `external_ref`, which stand outside the form.
#[pyclass(frozen, eq, hash, get_all, module = "idenfy_rules")]
#[derive(PartialEq, Eq, Hash, Serialize, Deserialize)]
pub(crate) struct Decision {
    /// The version of this form: 1.
    format: u8,
    /// What to do: "accept", "retry", "review", "reject", "wait", or "none" for a webhook that
    /// says nothing about a verification.
    pub(crate) outcome: Word,
    /// Where the verification stands; None for a notice.
    pub(crate) lifecycle: Option<Word>,
    /// The ids of the rules that decided, sorted.
    pub(crate) rules: Vec<String>,
    /// The rules that could not be judged, and for want of which facts.
    undecided: Vec<Undecided>,
    /// Every reason for suspicion in the body, whatever the outcome.
    flags: Vec<Flag>,
    /// Every word that the vocabularies do not have.
    unknown: Vec<UnknownWord>,
    /// What the webhook is, if it says nothing about a verification.
    notice: Option<Notice>,
    /// The verification that it is about.
    pub(crate) scan_ref: Option<String>,
    /// The event of the header, if it has the shape of a vendor word.
    pub(crate) event: Option<String>,
    /// Whether the vendor called it the last word.
    pub(crate) r#final: Option<bool>,
    /// Whether the signature was checked in the same call.
    pub(crate) verified: bool,
    /// SHA-256 of the raw body as lower-case hex; None for a mapping or without a digest.
    pub(crate) body_sha256: Option<String>,
    /// The policy that decided.
    pub(crate) policy: PolicyName,
    /// What the person can do now.
    next_step: Word,
    /// The HTTP status to answer the webhook with.
    http_status: u16,
    /// Your id of the client, outside the form: it may be personal.
    #[serde(skip_serializing)]
    client_id: Option<String>,
    /// Your own reference, outside the form, too.
    #[serde(skip_serializing)]
    external_ref: Option<String>,
}

#[derive(Serialize)]
struct WithReferences<'a> {
    #[serde(flatten)]
    form: &'a Decision,
    client_id: Option<&'a str>,
    external_ref: Option<&'a str>,
}

impl Form for Decision {
    fn state(&self) -> serde_json::Result<String> {
        let client_id = self.client_id.as_deref();
        let external_ref = self.external_ref.as_deref();
        serde_json::to_string(&WithReferences { form: self, client_id, external_ref })
    }
}

form! { Decision {
        "format", "outcome", "lifecycle", "rules", "undecided", "flags", "unknown", "notice",
        "scan_ref", "event", "final", "verified", "body_sha256", "policy", "next_step",
        "http_status",
    }
    fn __bool__(&self) -> PyResult<bool> {
        Err(PyTypeError::new_err(
            "a decision is neither true nor false: write `decision.outcome == \"accept\"`",
        ))
    }
}

impl From<policy::Decision> for Decision {
    fn from(made: policy::Decision) -> Self {
        Self {
            format: made.format,
            outcome: made.outcome.as_str().into(),
            lifecycle: made.lifecycle.map(|state| state.as_str().into()),
            rules: made.rules,
            undecided: made.undecided.into_iter().map(Undecided::from).collect(),
            flags: made.flags.into_iter().map(Flag::from).collect(),
            unknown: made.unknown.into_iter().map(UnknownWord::from).collect(),
            notice: made.notice.map(Notice::from),
            scan_ref: made.scan_ref,
            event: made.event,
            r#final: made.r#final,
            verified: made.verified,
            body_sha256: made.body_sha256,
            policy: made.policy.into(),
            next_step: made.next_step.as_str().into(),
            http_status: made.http_status,
            client_id: made.client_id,
            external_ref: made.external_ref,
        }
    }
}

impl From<policy::Undecided> for Undecided {
    fn from(undecided: policy::Undecided) -> Self {
        Self { rule: undecided.rule, facts: undecided.facts }
    }
}

impl From<policy::Flag> for Flag {
    fn from(flag: policy::Flag) -> Self {
        Self { tag: flag.tag, kind: flag.kind, class: flag.class }
    }
}

impl From<policy::UnknownWord> for UnknownWord {
    fn from(unknown: policy::UnknownWord) -> Self {
        Self { fact: unknown.fact, word: unknown.word }
    }
}

impl From<webhook::Notice> for Notice {
    fn from(notice: webhook::Notice) -> Self {
        Self { product: notice.product, attention: notice.attention }
    }
}

impl From<policy::PolicyName> for PolicyName {
    fn from(policy: policy::PolicyName) -> Self {
        Self {
            name: policy.name,
            revision: policy.revision,
            fingerprint: policy.fingerprint,
            vocabulary: policy.vocabulary.into(),
        }
    }
}
