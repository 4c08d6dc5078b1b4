use std::collections::BTreeSet;

use idenfy_rules::{Profile, validate};

use super::Checker;

#[derive(Default)]
pub struct Ours {
    profile: Profile,
}

impl Checker for Ours {
    fn findings(&mut self, body: &[u8]) -> usize {
        validate(body, &self.profile).len()
    }

    fn at_fault(&mut self, body: &[u8]) -> BTreeSet<String> {
        let report = validate(body, &self.profile);
        let members = report.errors().map(|error| {
            error.pointer.to_string().split('/').nth(1).unwrap_or_default().to_owned()
        });
        members.collect()
    }
}
