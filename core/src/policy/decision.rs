//! What a webhook means for the person: the audit record.

use std::borrow::Cow;
use std::fmt;
use std::sync::{Arc, LazyLock};

use serde::{Deserialize, Serialize};

use crate::webhook::Notice;

use super::outcome::{Lifecycle, NextStep, Outcome};

/// A decision about one webhook, with everything an auditor asks for and no personal data.
///
/// It serialises to one JSON form, and back; the same input always gives the same bytes. It does
/// not turn into a `bool`: there are six outcomes.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct Decision {
    /// The version of this form: 1.
    pub format: u8,
    /// What to do about the person.
    pub outcome: Outcome,
    /// Where the verification stands; `None` for a notice.
    pub lifecycle: Option<Lifecycle>,
    /// The ids of the rules that decided, sorted: `otherwise` when none was true, the accepting
    /// ones when accept fell to review, empty when the lifecycle decided.
    pub rules: Vec<String>,
    /// The rules that could not be judged, and for want of which facts.
    pub undecided: Vec<Undecided>,
    /// Every reason for suspicion in the body, whatever the outcome.
    pub flags: Vec<Flag>,
    /// Every word that the vocabularies do not have.
    pub unknown: Vec<UnknownWord>,
    /// What the webhook is, if it says nothing about a verification.
    pub notice: Option<Notice>,
    /// The verification that it is about.
    pub scan_ref: Option<String>,
    /// The event of the header, if it has the shape of a vendor word.
    pub event: Option<String>,
    /// Whether the vendor called it the last word.
    pub r#final: Option<bool>,
    /// Whether the signature was checked in the same call.
    pub verified: bool,
    /// SHA-256 of the raw body, as lower-case hex.
    pub body_sha256: Option<String>,
    /// The policy that decided.
    pub policy: Arc<PolicyName>,
    /// What the person can do now.
    pub next_step: NextStep,
    /// The HTTP status to answer the webhook with.
    pub http_status: u16,
    /// Your id of the client. Outside the JSON form: it may be personal.
    #[serde(skip)]
    pub client_id: Option<String>,
    /// Your own reference. Outside the JSON form, too.
    #[serde(skip)]
    pub external_ref: Option<String>,
}

impl Decision {
    pub(super) const FORMAT: u8 = 1;
    pub(super) const HTTP_STATUS: u16 = 200;

    /// The decision as JSON, for the audit trail: it holds no personal data.
    ///
    /// ```
    /// use idenfy_rules::Policy;
    /// let body = br#"{"scanRef": "s", "final": true, "status": {"overall": "APPROVED"}}"#;
    /// let decision = Policy::documented().evaluate(body, &Default::default())?;
    /// assert!(decision.to_json().starts_with(r#"{"format":1,"outcome":"accept","#));
    /// # Ok::<(), idenfy_rules::DecisionError>(())
    /// ```
    #[must_use]
    pub fn to_json(&self) -> String {
        // A struct of texts, words and flags always serialises.
        serde_json::to_string(self).unwrap_or_default()
    }
}

/// A decision that says nothing yet, to decide into: its outcome is [`Outcome::None`], and it
/// names no policy.
impl Default for Decision {
    fn default() -> Self {
        static NO_POLICY: LazyLock<Arc<PolicyName>> = LazyLock::new(Arc::default);
        Self {
            format: Self::FORMAT,
            outcome: Outcome::None,
            lifecycle: None,
            rules: Vec::new(),
            undecided: Vec::new(),
            flags: Vec::new(),
            unknown: Vec::new(),
            notice: None,
            scan_ref: None,
            event: None,
            r#final: None,
            verified: false,
            body_sha256: None,
            policy: Arc::clone(&NO_POLICY),
            next_step: NextStep::None,
            http_status: Self::HTTP_STATUS,
            client_id: None,
            external_ref: None,
        }
    }
}

/// Shows the JSON form, which holds no personal data.
impl fmt::Debug for Decision {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let form = serde_json::to_string(self).map_err(|_| fmt::Error)?;
        write!(f, "Decision {form}")
    }
}

/// A rule that could be judged neither true nor false.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct Undecided {
    /// The rule.
    pub rule: String,
    /// The facts that are missing or hold unknown words, sorted by name.
    pub facts: Vec<Cow<'static, str>>,
}

/// A reason for suspicion that the vendor attached.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct Flag {
    /// The tag; `None` for an entry that does not have the shape of a vendor word.
    pub tag: Option<String>,
    /// `fraud` or `mismatch`, by the list it stood in.
    pub kind: Cow<'static, str>,
    /// The class of the tag, `unknown` for a word that the vocabulary does not have.
    pub class: Cow<'static, str>,
}

/// A word that the vocabulary of a fact does not have.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct UnknownWord {
    /// The fact that holds it.
    pub fact: Cow<'static, str>,
    /// The word; `None` when it does not have the shape of a vendor word.
    pub word: Option<String>,
}

/// Which policy decided.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct PolicyName {
    /// The name of the document.
    pub name: String,
    /// Its revision.
    pub revision: Option<String>,
    /// SHA-256 of the resolved document.
    pub fingerprint: String,
    /// The version of the vocabularies.
    pub vocabulary: String,
}
