//! A permit per rule; the reasons of the answer are the rules that were true. Cedar knows no
//! null, so the body cannot become its context as it is: the eight fields are read by serde.

use std::collections::HashMap;
use std::str::FromStr;

use cedar_policy::{
    Authorizer, Context, Entities, EntityUid, PolicyId, PolicySet, Request, RestrictedExpression,
};

use crate::decide::typed::Webhook;
use crate::decide::{Answer, Decider};
use crate::rules::{OTHERWISE, Outcome, RuleSet};

pub struct Cedar {
    policies: PolicySet,
    /// Outcome and our id of each policy.
    rules: HashMap<PolicyId, (Outcome, String)>,
    authorizer: Authorizer,
    entities: Entities,
    names: [EntityUid; 3],
}

impl Cedar {
    pub fn load(set: &RuleSet) -> Self {
        let policies = PolicySet::from_str(&set.text("policies.cedar")).expect("policies");
        let rules = policies.policies().map(|policy| {
            let then = policy.annotation("then").and_then(Outcome::from_word).expect("an outcome");
            (policy.id().clone(), (then, policy.annotation("id").expect("an id").to_owned()))
        });
        let rules = rules.collect();
        let names = [r#"User::"u""#, r#"Action::"decide""#, r#"Webhook::"w""#]
            .map(|name| EntityUid::from_str(name).expect("a name"));
        let (authorizer, entities) = (Authorizer::new(), Entities::empty());
        Self { policies, rules, authorizer, entities, names }
    }

    fn decide(&self, body: &[u8]) -> (Outcome, Vec<&str>) {
        let [principal, action, resource] = self.names.clone();
        let request = Request::new(principal, action, resource, context(body), None);
        let request = request.expect("a request");
        let response = self.authorizer.is_authorized(&request, &self.policies, &self.entities);
        let hits = || response.diagnostics().reason().map(|id| &self.rules[id]);
        let Some(strongest) = hits().map(|(then, _)| *then).min() else {
            return (OTHERWISE, vec!["otherwise"]);
        };
        let decided = hits().filter(|(then, _)| *then == strongest).map(|(_, id)| id.as_str());
        (strongest, decided.collect())
    }
}

impl Decider for Cedar {
    fn outcome(&mut self, body: &[u8]) -> Outcome {
        self.decide(body).0
    }

    fn answer(&mut self, body: &[u8]) -> Answer {
        let (outcome, rules) = self.decide(body);
        let mut rules: Vec<String> = rules.into_iter().map(String::from).collect();
        rules.sort();
        Answer { outcome, rules: Some(rules) }
    }
}

fn context(body: &[u8]) -> Context {
    let Webhook { status, data } =
        serde_json::from_slice::<Webhook<String>>(body).expect("a webhook");
    let text = RestrictedExpression::new_string;
    let set = |tags: Vec<String>| RestrictedExpression::new_set(tags.into_iter().map(text));
    let pairs = [
        ("overall", text(status.overall)),
        ("autoDocument", text(status.auto_document)),
        ("manualDocument", text(status.manual_document)),
        ("autoFace", text(status.auto_face)),
        ("manualFace", text(status.manual_face)),
        ("fraudTags", set(status.fraud_tags)),
        ("mismatchTags", set(status.mismatch_tags)),
        ("country", text(data.doc_issuing_country)),
    ];
    Context::from_pairs(pairs.map(|(name, value)| (name.to_owned(), value))).expect("a context")
}
