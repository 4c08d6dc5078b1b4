//! What a policy can do: load, decide, explain, test, analyse, show.

use idenfy_rules::policy::analysis::Claim;
use idenfy_rules::policy::batch::Position;
use idenfy_rules::policy::json_schema;
use pyo3::prelude::*;
use pyo3::types::{PyTuple, PyType};

use super::Policy;
use crate::analysis::{self, Difference, Lint, Proof, RecordedDifference};
use crate::arguments::{self, Given};
use crate::body::{self, Body};
use crate::circumstances::{Batch, Circumstances};
use crate::decision::Decision;
use crate::decisions::Decisions;
use crate::explanation::Explanation;
use crate::form::mirrored;
use crate::scratch::decided;
use crate::signature::{Keys, header};
use crate::stream::{CHUNK, DecisionBlocks, LONGEST_CHUNK};
use crate::test_run::TestRun;
use crate::{errors, guard};

#[pymethods]
impl Policy {
    /// The vendor's pages, word for word: a SUSPECTED person whose manual checks both passed is
    /// accepted whatever the flags say. Use `strict` where that will not do.
    ///
    /// Source: the vendor's overview and FAQ (2026).
    #[classmethod]
    fn documented(class: &Bound<'_, PyType>) -> PyResult<Self> {
        Self::built_in(class, "documented", idenfy_rules::Policy::documented)
    }

    /// Verdict, checks, flags, lists and side services weighed together; whatever is not
    /// plainly good goes to a person.
    ///
    /// Source: words and events from the vendor's pages (2026); how they weigh is ours.
    #[classmethod]
    fn strict(class: &Bound<'_, PyType>) -> PyResult<Self> {
        Self::built_in(class, "strict", idenfy_rules::Policy::strict)
    }

    /// Loads a policy from its JSON document.
    ///
    /// `text` is the document, as str or bytes-like; `base` a policy that `extends` may name
    /// besides the built-in ones.
    ///
    /// Raises `PolicyError` for the first thing that is wrong, with its place.
    ///
    /// Source: docs/policy.md; the form is ours.
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
    ///
    /// Source: the vendor's pages on webhooks and callback signing (2026); what is decided is the
    /// policy's.
    #[pyo3(signature = (body, signature, keys, *, event_type=None, today=None))]
    fn receive(
        &self,
        body: &Bound<'_, PyAny>,
        signature: Given<'_, '_>,
        keys: &Bound<'_, PyAny>,
        event_type: Given<'_, '_>,
        today: Given<'_, '_>,
    ) -> PyResult<Decision> {
        let py = body.py();
        let body = Body::signed(body)?;
        let signature = header(signature, "signature")?;
        let keys = Keys::read(keys)?;
        let keys = keys.bytes();
        let circumstances = Circumstances::read(event_type, today)?;
        let arrival = circumstances.arrival(true);
        let made = guard::call(py, body.len(), || {
            let signature = signature.as_deref();
            decided(|scratch, decision| {
                self.policy.receive_into(&body, signature, &keys, &arrival, scratch, decision)
            })
        })?;
        made.map(Decision::from).map_err(|error| errors::decision(py, &error))
    }

    /// Reads and decides without looking at a signature. For replay and tests.
    ///
    /// `body` is bytes-like, str or a mapping; `event_type` and `today` are as for `receive`.
    /// `digest` says whether to name the body by its SHA-256. Without it, or for a mapping,
    /// `body_sha256` is None, and duplicates cannot be seen later.
    ///
    /// Raises `WebhookError` for a body that cannot be used, or `InputError`.
    ///
    /// Source: the vendor's pages on webhooks, 2021 to 2026; what is decided is the policy's.
    #[pyo3(signature = (body, *, event_type=None, today=None, digest=true))]
    fn evaluate(
        &self,
        body: &Bound<'_, PyAny>,
        event_type: Given<'_, '_>,
        today: Given<'_, '_>,
        digest: bool,
    ) -> PyResult<Decision> {
        let py = body.py();
        let body = Body::read(body)?;
        let circumstances = Circumstances::read(event_type, today)?;
        let arrival = circumstances.arrival(digest && body.is_received());
        let made = guard::call(py, body.len(), || {
            decided(|scratch, decision| {
                self.policy.evaluate_into(&body, &arrival, scratch, decision)
            })
        })?;
        made.map(Decision::from).map_err(|error| errors::decision(py, &error))
    }

    /// What every rule says about a webhook, whether or not its lifecycle lets the rules decide.
    ///
    /// `body` is bytes-like, str or a mapping; `event_type` and `today` are as for `receive`.
    ///
    /// Raises `WebhookError` for a body that cannot be used, or `InputError`.
    ///
    /// Source: the vendor's pages on webhooks, 2021 to 2026; what is decided is the policy's.
    #[pyo3(signature = (body, *, event_type=None, today=None))]
    fn explain(
        &self,
        body: &Bound<'_, PyAny>,
        event_type: Given<'_, '_>,
        today: Given<'_, '_>,
    ) -> PyResult<Explanation> {
        let py = body.py();
        let body = Body::read(body)?;
        let circumstances = Circumstances::read(event_type, today)?;
        let arrival = circumstances.arrival(false);
        let found = guard::call(py, body.len(), || self.policy.explain(&body, &arrival))?;
        mirrored(py, &found.map_err(|error| errors::decision(py, &error))?)
    }

    /// Reads and decides every line of NDJSON. For replay: no signature is looked at.
    ///
    /// `ndjson` is bytes-like, one body for each line; lines of white space alone are no records,
    /// but they are numbered. `event_type` and `today` are those of every line, `digest` says
    /// whether to name each body by its SHA-256. `threads`, 1 to 256, changes the time that it
    /// takes and nothing else; the interpreter is released. A line of more than 1 MiB, like any
    /// other that cannot be used, is among the `errors` of the answer.
    ///
    /// Raises `InputError` (`policy.today_required`, or an argument that cannot be used),
    /// TypeError for lines that are not bytes-like.
    ///
    /// Source: as for `evaluate`; NDJSON as at jsonlines.org.
    #[pyo3(
        signature = (ndjson, *, event_type=None, today=None, digest=false, threads=None),
        text_signature = "($self, ndjson, *, event_type=None, today=None, digest=False, threads=1)"
    )]
    fn evaluate_many(
        &self,
        ndjson: &Bound<'_, PyAny>,
        event_type: Given<'_, '_>,
        today: Given<'_, '_>,
        digest: bool,
        threads: Given<'_, '_>,
    ) -> PyResult<Decisions> {
        let lines = Body::lines(ndjson)?;
        let batch = Batch::read(event_type, today, digest, threads)?;
        batch.run(ndjson.py(), &self.policy, &lines, Position::START).map(Decisions::from)
    }

    /// The same for a file of any size, in bounded memory: an iterator of `Decisions`, one for
    /// each block of lines, with the places of the lines in the whole.
    ///
    /// `source` is a file opened in binary mode, or an iterable of bytes-like pieces that may cut
    /// lines anywhere. `chunk` is the size of a block in bytes, 1 to 2**30; about two of them are
    /// held at once. A line of more than 1 MiB is not held. The rest is as for `evaluate_many`.
    ///
    /// Raises `InputError` at once; TypeError for text, also while it is read; and whatever
    /// `source` raises.
    ///
    /// Source: as for `evaluate_many`.
    #[pyo3(
        signature = (
            source, *, chunk=None, event_type=None, today=None, digest=false, threads=None
        ),
        text_signature = "($self, source, *, chunk=4194304, event_type=None, today=None, \
            digest=False, threads=1)"
    )]
    fn evaluate_stream(
        slf: &Bound<'_, Self>,
        source: &Bound<'_, PyAny>,
        chunk: Given<'_, '_>,
        event_type: Given<'_, '_>,
        today: Given<'_, '_>,
        digest: bool,
        threads: Given<'_, '_>,
    ) -> PyResult<DecisionBlocks> {
        let chunk =
            chunk.map_or(Ok(CHUNK), |size| arguments::within(size, "chunk", 1, LONGEST_CHUNK))?;
        let batch = Batch::read(event_type, today, digest, threads)?;
        // What the first block would be refused for is refused now.
        batch.run(slf.py(), &slf.get().policy, b"", Position::START)?;
        DecisionBlocks::new(slf.clone().unbind(), batch, source, chunk)
    }

    /// Runs the cases of a test file: webhooks, or facts, and what has to become of them.
    ///
    /// `test_file` is its JSON, as bytes-like or str, or a mapping that is serialised first. A case
    /// that fails is a finding, told by the answer, and so is a webhook that cannot be used.
    ///
    /// Raises `PolicyError` for the first thing in the file that is wrong, with its place, or
    /// `InputError` for a mapping that does not serialise.
    ///
    /// Source: docs/policy-testing.md; the form is ours.
    fn test(slf: &Bound<'_, Self>, test_file: &Bound<'_, PyAny>) -> PyResult<TestRun> {
        TestRun::of(slf, Body::named("test_file", test_file)?)
    }

    /// What the rules say and their author hardly meant: rules that never decide, parts that say
    /// nothing, places where absence helps, each with a webhook that shows it.
    ///
    /// It speaks of every webhook there can be. `steps` bounds the search: what is not decided by
    /// then is listed as undetermined. `today` is the day on which examples are read, by default
    /// that of the vocabularies. The interpreter is released.
    ///
    /// Raises `InputError` for an argument that cannot be used.
    ///
    /// Source: docs/analysis.md; the form is ours.
    #[pyo3(
        signature = (*, today=None, steps=None),
        text_signature = "($self, *, today=None, steps=300000)"
    )]
    fn lint(&self, py: Python<'_>, today: Given<'_, '_>, steps: Given<'_, '_>) -> PyResult<Lint> {
        let scope = analysis::scope(today, steps, None)?;
        mirrored(py, &guard::detached(py, || self.policy.lint(&scope))?)
    }

    /// Whether every webhook there can be that meets a condition never, or always, has an outcome.
    ///
    /// Either `never` or `always` is an outcome. `when` is a condition of the policy language as a
    /// mapping; `{}` means every webhook, and the key `lifecycle` asks for states. A claim that
    /// does not hold is a finding, with the plainest webhook that refutes it. `today` and `steps`
    /// are as for `lint`. The interpreter is released.
    ///
    /// Raises `PolicyError` for a claim that cannot be read, with the place in it, which begins with
    /// the name of the argument, or `InputError` for another argument that cannot be used.
    ///
    /// Source: docs/analysis.md; the form is ours.
    #[pyo3(
        signature = (*, never=None, always=None, when, today=None, steps=None),
        text_signature = "($self, *, never=None, always=None, when, today=None, steps=300000)"
    )]
    fn prove(
        &self,
        never: Given<'_, '_>,
        always: Given<'_, '_>,
        when: &Bound<'_, PyAny>,
        today: Given<'_, '_>,
        steps: Given<'_, '_>,
    ) -> PyResult<Proof> {
        let py = when.py();
        let claim = analysis::claim(never, always, when)?;
        let scope = analysis::scope(today, steps, None)?;
        let proof = guard::detached(py, || {
            Claim::from_json(&claim).and_then(|claim| self.policy.prove(&claim, &scope))
        })?;
        mirrored(py, &proof.map_err(|error| errors::policy(py, &error))?)
    }

    /// Every region of webhooks that another policy decides differently, each with an example.
    ///
    /// `other` is the policy that would take the place of this one. `regions` is the most that are
    /// described for one pair of outcomes; `today` and `steps` are as for `lint`. The interpreter
    /// is released.
    ///
    /// Raises `InputError` for an argument that cannot be used, TypeError for what is no policy.
    ///
    /// Source: docs/analysis.md; the form is ours.
    #[pyo3(
        signature = (other, *, today=None, steps=None, regions=None),
        text_signature = "($self, other, *, today=None, steps=300000, regions=200)"
    )]
    fn diff(
        &self,
        other: &Bound<'_, Self>,
        today: Given<'_, '_>,
        steps: Given<'_, '_>,
        regions: Given<'_, '_>,
    ) -> PyResult<Difference> {
        let (py, new) = (other.py(), &other.get().policy);
        let scope = analysis::scope(today, steps, regions)?;
        mirrored(py, &guard::detached(py, || self.policy.diff(new, &scope))?)
    }

    /// Which recorded webhooks another policy decides differently: by line and scanRef, without
    /// personal data.
    ///
    /// `other` is the policy that would take the place of this one. `lines` is NDJSON as
    /// bytes-like, one body for each line, or an iterable of bytes-like lines, such as a file
    /// opened in binary mode, of which about one block is held. `event_type` and `today` are those
    /// of every line. Each line is decided by itself; one that cannot be used is in the answer. The
    /// interpreter is released.
    ///
    /// Raises `InputError` (`policy.today_required`, or an argument that cannot be used),
    /// TypeError for lines that are not bytes-like.
    ///
    /// Source: docs/analysis.md; the form is ours.
    #[pyo3(signature = (other, lines, *, event_type=None, today=None))]
    fn diff_recorded(
        &self,
        other: &Bound<'_, Self>,
        lines: &Bound<'_, PyAny>,
        event_type: Given<'_, '_>,
        today: Given<'_, '_>,
    ) -> PyResult<RecordedDifference> {
        let known = Circumstances::read(event_type, today)?;
        analysis::recorded(&self.policy, &other.get().policy, lines, &known)
    }

    /// The policy as a decision table in Markdown: a row for each rule, the strongest outcome
    /// first, then what happens before the rules, the lists, and the words that the rules ask.
    ///
    /// Source: the document; the form is ours.
    fn to_markdown(&self, py: Python<'_>) -> PyResult<String> {
        guard::call(py, 0, || self.policy.to_markdown())
    }

    /// The policy as one HTML page that needs nothing else, for people who search, filter, print.
    ///
    /// `run` is a run of tests of this very policy: the page then shows what they tried of each
    /// rule. A run of another policy is left out, and the page says so.
    ///
    /// Source: the document; the form is ours.
    #[pyo3(signature = (run=None))]
    fn to_html(&self, py: Python<'_>, run: Option<&Bound<'_, TestRun>>) -> PyResult<String> {
        let run = run.map(|run| run.get().run());
        guard::call(py, 0, || self.policy.to_html(run))
    }

    /// The policy as a flowchart in Mermaid, for wikis: from the state of a webhook through the
    /// rules, the strongest outcome first.
    ///
    /// Source: the document; the form is ours.
    fn to_mermaid(&self, py: Python<'_>) -> PyResult<String> {
        guard::call(py, 0, || self.policy.to_mermaid())
    }

    /// The document with everything that it inherits, as JSON text: it loads without a base, as
    /// an equal policy.
    ///
    /// Source: docs/policy.md; the form is ours.
    fn to_json(&self, py: Python<'_>) -> PyResult<String> {
        guard::call(py, 0, || self.policy.to_json())
    }

    /// The JSON Schema (2020-12) of policy documents, for editors. What it cannot say, such as
    /// unique ids, is checked when a policy is loaded.
    ///
    /// Source: the facts and words of this version.
    #[staticmethod]
    #[pyo3(name = "json_schema")]
    fn schema(py: Python<'_>) -> PyResult<Bound<'_, PyAny>> {
        py.import("json")?.call_method1("loads", (json_schema(),))
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
