//! Policies: load, decide, explain.

use std::hash::{Hash, Hasher};

use idenfy_rules::policy::Arrival;
use pyo3::prelude::*;
use pyo3::types::{PyTuple, PyType};

use crate::body::{self, Body};
use crate::decision::Decision;
use crate::explanation::Explanation;
use crate::form::mirrored;
use crate::signature::{Keys, header};
use crate::{arguments, errors, guard};

/// A loaded policy: immutable, shared freely between threads.
///
/// There is no default: name the policy. Two policies are equal when their names, revisions
/// and fingerprints are.
#[pyclass(frozen, eq, hash, module = "idenfy_rules")]
pub(crate) struct Policy {
    policy: idenfy_rules::Policy,
    /// The call that makes this policy again, for pickle.
    made_by: (&'static str, Py<PyTuple>),
}

impl Policy {
    fn built_in(
        class: &Bound<'_, PyType>,
        made_by: &'static str,
        make: fn() -> idenfy_rules::Policy,
    ) -> PyResult<Self> {
        let py = class.py();
        let policy = guard::call(py, 0, make)?;
        Ok(Self { policy, made_by: (made_by, PyTuple::empty(py).unbind()) })
    }

    fn identity(&self) -> (&str, Option<&str>, &str) {
        (self.policy.name(), self.policy.revision(), self.policy.fingerprint())
    }
}

impl PartialEq for Policy {
    fn eq(&self, other: &Self) -> bool {
        self.identity() == other.identity()
    }
}

impl Eq for Policy {}

impl Hash for Policy {
    fn hash<H: Hasher>(&self, hasher: &mut H) {
        self.identity().hash(hasher);
    }
}

/// What is known besides the body, with the text that the core borrows.
struct Circumstances {
    event_type: Option<String>,
    today: Option<idenfy_rules::Date>,
}

impl Circumstances {
    fn read(
        event_type: Option<&Bound<'_, PyAny>>,
        today: Option<&Bound<'_, PyAny>>,
    ) -> PyResult<Self> {
        let event = |event| arguments::header(event, "event_type");
        let event_type = event_type.map(event).transpose()?;
        Ok(Self { event_type, today: today.map(arguments::date).transpose()? })
    }

    fn arrival(&self, digest: bool) -> Arrival<'_> {
        let event_type = self.event_type.as_deref();
        Arrival { event_type, today: self.today, digest, ..Arrival::default() }
    }
}

#[pymethods]
impl Policy {
    /// The vendor's pages, word for word: a SUSPECTED person whose manual checks both passed is
    /// accepted whatever the flags say. Use `strict` where that will not do.
    #[classmethod]
    fn documented(class: &Bound<'_, PyType>) -> PyResult<Self> {
        Self::built_in(class, "documented", idenfy_rules::Policy::documented)
    }

    /// Verdict, checks, flags, lists and side services weighed together; whatever is not
    /// plainly good goes to a person.
    #[classmethod]
    fn strict(class: &Bound<'_, PyType>) -> PyResult<Self> {
        Self::built_in(class, "strict", idenfy_rules::Policy::strict)
    }

    /// Loads a policy from its JSON document, as str or bytes-like. `base` is a policy that
    /// `extends` may name besides the built-in ones.
    ///
    /// Raises `PolicyError` for the first thing that is wrong.
    #[classmethod]
    #[pyo3(signature = (text, base=None))]
    fn from_json(
        class: &Bound<'_, PyType>,
        text: &Bound<'_, PyAny>,
        base: Option<&Bound<'_, Self>>,
    ) -> PyResult<Self> {
        let py = class.py();
        let document = body::text("text", text)?;
        let known = base.map(|base| &base.get().policy);
        let policy =
            guard::call(py, document.len(), || idenfy_rules::Policy::from_json(&document, known))?;
        let policy = policy.map_err(|error| errors::policy(py, &error))?;
        let arguments = (document, base).into_pyobject(py)?;
        Ok(Self { policy, made_by: ("from_json", arguments.unbind()) })
    }

    /// The name of the document.
    #[getter]
    fn name(&self) -> &str {
        self.policy.name()
    }

    /// The revision of the document, if it states one.
    #[getter]
    fn revision(&self) -> Option<&str> {
        self.policy.revision()
    }

    /// SHA-256 of the resolved document, as hex.
    #[getter]
    fn fingerprint(&self) -> &str {
        self.policy.fingerprint()
    }

    /// The ids of its rules, inherited ones first.
    #[getter]
    fn rule_ids(&self) -> Vec<&str> {
        self.policy.rule_ids().collect()
    }

    /// Verifies, reads and decides, in that order. For webhooks that arrive.
    ///
    /// `body` is the raw body, bytes-like; `signature` the value of `Idenfy-Signature` as str,
    /// bytes or None; `keys` one signing key or several, bytes-like or str. `event_type` is the
    /// `Idenfy-Event-Type` header, which is not signed; `today` a date, for policies that ask
    /// `age` or `daysToExpiry`.
    ///
    /// Raises `SignatureError` (answer 401), `WebhookError` (answer 400), or `InputError`
    /// (`policy.today_required`, or a date that is none).
    #[pyo3(signature = (body, signature, keys, *, event_type=None, today=None))]
    fn receive(
        &self,
        body: &Bound<'_, PyAny>,
        signature: Option<&Bound<'_, PyAny>>,
        keys: &Bound<'_, PyAny>,
        event_type: Option<&Bound<'_, PyAny>>,
        today: Option<&Bound<'_, PyAny>>,
    ) -> PyResult<Decision> {
        let py = body.py();
        let body = Body::signed(body)?;
        let signature = header(signature, "signature")?;
        let keys = Keys::read(keys)?;
        let keys = keys.bytes();
        let circumstances = Circumstances::read(event_type, today)?;
        let arrival = circumstances.arrival(true);
        let made = guard::call(py, body.len(), || {
            self.policy.receive(&body, signature.as_deref(), &keys, &arrival)
        })?;
        made.map(Decision::from).map_err(|error| errors::decision(py, &error))
    }

    /// Reads and decides without looking at a signature. For replay and tests.
    ///
    /// `body` is bytes-like, str or a mapping. `digest=False`, or a mapping, leaves
    /// `body_sha256` None: duplicates cannot be seen later.
    ///
    /// Raises `WebhookError` for a body that cannot be used, or `InputError`.
    #[pyo3(signature = (body, *, event_type=None, today=None, digest=true))]
    fn evaluate(
        &self,
        body: &Bound<'_, PyAny>,
        event_type: Option<&Bound<'_, PyAny>>,
        today: Option<&Bound<'_, PyAny>>,
        digest: bool,
    ) -> PyResult<Decision> {
        let py = body.py();
        let body = Body::read(body)?;
        let circumstances = Circumstances::read(event_type, today)?;
        let arrival = circumstances.arrival(digest && body.is_received());
        let made = guard::call(py, body.len(), || self.policy.evaluate(&body, &arrival))?;
        made.map(Decision::from).map_err(|error| errors::decision(py, &error))
    }

    /// What every rule says about a webhook, whether or not its lifecycle lets the rules decide.
    ///
    /// `body` is bytes-like, str or a mapping.
    ///
    /// Raises `WebhookError` for a body that cannot be used, or `InputError`.
    #[pyo3(signature = (body, *, event_type=None, today=None))]
    fn explain(
        &self,
        body: &Bound<'_, PyAny>,
        event_type: Option<&Bound<'_, PyAny>>,
        today: Option<&Bound<'_, PyAny>>,
    ) -> PyResult<Explanation> {
        let py = body.py();
        let body = Body::read(body)?;
        let circumstances = Circumstances::read(event_type, today)?;
        let arrival = circumstances.arrival(false);
        let found = guard::call(py, body.len(), || self.policy.explain(&body, &arrival))?;
        mirrored(py, &found.map_err(|error| errors::decision(py, &error))?)
    }

    fn __repr__(&self, py: Python<'_>) -> PyResult<String> {
        let (name, revision, fingerprint) = self.identity();
        let shown = (name, revision, fingerprint).into_pyobject(py)?.repr()?;
        Ok(format!("Policy{shown}"))
    }

    fn __reduce__<'py>(
        &self,
        py: Python<'py>,
    ) -> PyResult<(Bound<'py, PyAny>, &Bound<'py, PyTuple>)> {
        let (name, arguments) = &self.made_by;
        Ok((py.get_type::<Self>().getattr(*name)?, arguments.bind(py)))
    }
}
