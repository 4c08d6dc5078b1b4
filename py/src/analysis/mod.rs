//! What a policy does for every webhook there can be, as results for Python.

mod diff;
mod example;
mod lint;
mod proof;
mod recorded;

use idenfy_rules::policy::analysis::Scope;
use pyo3::prelude::*;
use pyo3::types::{PyDict, PyMapping};

use crate::arguments::{self, Given};
use crate::body::Body;

pub(crate) use diff::{Change, DiffGap, Difference};
pub(crate) use example::{Area, AreaFact, Example, Witness};
pub(crate) use lint::{Lint, LintFinding, LintGap};
pub(crate) use proof::Proof;
pub(crate) use recorded::{ChangeCount, ChangedLine, RecordedDifference, UnusableLine, recorded};

/// What an analysis covers and may cost; what is not said is as usual.
pub(crate) fn scope(
    today: Given<'_, '_>,
    steps: Given<'_, '_>,
    regions: Given<'_, '_>,
) -> PyResult<Scope> {
    let usual = Scope::default();
    Ok(Scope {
        today: today.map(arguments::date).transpose()?,
        steps: arguments::optional(steps, "steps", arguments::whole)?.unwrap_or(usual.steps),
        regions: arguments::optional(regions, "regions", arguments::whole)?
            .unwrap_or(usual.regions),
    })
}

/// The text of a claim, which the core reads and judges.
pub(crate) fn claim(
    never: Given<'_, '_>,
    always: Given<'_, '_>,
    when: &Bound<'_, PyAny>,
) -> PyResult<Body> {
    let claim = PyDict::new(when.py());
    for (key, outcome) in [("never", never), ("always", always)] {
        if let Some(outcome) = outcome {
            claim.set_item(key, outcome)?;
        }
    }
    match when.cast::<PyMapping>() {
        Ok(mapping) => claim.set_item("when", when.py().get_type::<PyDict>().call1((mapping,))?)?,
        Err(_) => claim.set_item("when", when)?,
    }
    Body::named("when", claim.as_any())
}
