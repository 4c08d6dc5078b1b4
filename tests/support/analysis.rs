//! Analysis vectors: what lint finds, what is proved, how two policies differ - and that every
//! webhook that is shown is decided as it is said to be.

use idenfy_rules::policy::analysis::{Claim, Scope};
use idenfy_rules::policy::batch::BatchOptions;
use idenfy_rules::{Date, InputError, Policy, PolicyError};
use serde_json::Value;

use crate::files::Vector;
use crate::forms::{AnalysisInput, form};

/// Why there is no answer.
pub enum Fault {
    Policy(PolicyError),
    Input(InputError),
}

/// What a vector asks.
pub struct Asked {
    pub input: AnalysisInput,
    pub policy: Policy,
    pub other: Option<Policy>,
    pub today: Option<Date>,
}

impl Asked {
    pub fn read(case: &Vector, load: Load) -> Result<Self, String> {
        let input: AnalysisInput = form(&case.input)?;
        let policy = load(&input.policy)?;
        let other = input.other.as_ref().map(load).transpose()?;
        let today = input.today.as_deref().map(|day| Date::read(day).expect("a day"));
        Ok(Self { input, policy, other, today })
    }

    fn scope(&self) -> Scope {
        let usual = Scope::default();
        let steps = self.input.steps.unwrap_or(usual.steps);
        Scope { today: self.today, steps, regions: self.input.regions.unwrap_or(usual.regions) }
    }

    /// The JSON form of the answer.
    pub fn answer(&self) -> Result<String, Fault> {
        let (scope, text) = (self.scope(), self.input.text().unwrap_or_default());
        let other = || self.other.as_ref().expect("another policy");
        let options = BatchOptions { today: self.today, ..BatchOptions::default() };
        let answer = match self.input.ask.as_str() {
            "lint" => serde_json::to_string(&self.policy.lint(&scope)),
            "prove" => {
                let claim = Claim::from_json(text.as_bytes());
                let proof = claim.and_then(|claim| self.policy.prove(&claim, &scope));
                serde_json::to_string(&proof.map_err(Fault::Policy)?)
            }
            "diff" => serde_json::to_string(&self.policy.diff(other(), &scope)),
            "diff_recorded" => {
                let found = self.policy.diff_recorded(other(), text.as_bytes(), &options);
                serde_json::to_string(&found.map_err(Fault::Input)?)
            }
            ask => panic!("there is no analysis `{ask}`"),
        };
        Ok(answer.expect("a form"))
    }
}

/// Reads a policy: a built-in one by its name, or a document.
pub type Load = fn(&Value) -> Result<Policy, String>;
