//! Engines that users would take instead, each used as its own documentation says for many calls.

mod cedar;
mod datalogic;
mod regorus;
mod zen;

use super::Named;
use crate::rules::RuleSet;

pub fn all(set: &RuleSet) -> Vec<Named> {
    vec![
        ("datalogic-rs", Box::new(datalogic::Datalogic::load(set))),
        ("zen-engine", Box::new(zen::Zen::load(set))),
        ("cedar-policy", Box::new(cedar::Cedar::load(set))),
        ("regorus", Box::new(regorus::Regorus::load(set))),
    ]
}
