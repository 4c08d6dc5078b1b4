//! What it takes to make a space: every content of a fact is judged by every test of it.

use crate::facts::{Fact, Kind};
use crate::policy::condition::{SetTest, Test};

use super::{Tests, checks, sorts, texts};

/// How many times a content is judged in the time of one step.
const JUDGED_PER_STEP: u64 = 512;

/// What the axes that every space has take to make, and as much to ask about them, in steps.
const ALWAYS: u64 = 4;

/// How often a content is judged by a test in the time in which a pattern reads a text.
const PER_PATTERN: u64 = 16;

/// What the tests of one fact ask.
#[derive(Debug, Clone, Copy, Default)]
struct Asked {
    /// How many tests there are, with those that they are made of.
    tests: u64,
    /// How many words, texts, beginnings and limits they name that no vocabulary has.
    named: u64,
    patterns: u64,
}

/// About how many steps it takes to make the space of these tests.
pub(in crate::policy::analysis) fn to_make(tests: &Tests<'_>) -> u64 {
    ALWAYS.saturating_add(judgements(tests) / JUDGED_PER_STEP)
}

/// About how many steps it takes to read and compile a condition with these tests so many times.
pub(in crate::policy::analysis) fn to_compile(tests: &Tests<'_>, times: usize) -> u64 {
    let read = tests.keys().map(|fact| of(tests, *fact).read());
    let once = read.fold(judgements(tests), u64::saturating_add);
    ALWAYS.saturating_add(once.saturating_mul(count(times)) / JUDGED_PER_STEP)
}

fn judgements(tests: &Tests<'_>) -> u64 {
    let single = tests.keys().filter(|fact| checks::of(**fact).is_none());
    let of_checks = checks::CHECKS.iter().map(|facts| {
        let asked = facts.iter().fold(Asked::default(), |sum, fact| sum.and(of(tests, *fact)));
        let contents = asked.contents(facts[0]);
        asked.tests.saturating_mul(contents).saturating_mul(contents)
    });
    let of_facts = single.map(|fact| {
        let asked = of(tests, *fact);
        asked.tests.saturating_mul(asked.contents(*fact)).saturating_add(asked.matching())
    });
    of_checks.chain(of_facts).fold(0, u64::saturating_add)
}

fn of(tests: &Tests<'_>, fact: Fact) -> Asked {
    let mut asked = Asked::default();
    for test in tests.get(&fact).into_iter().flatten() {
        test.visit(fact, false, &mut |_, test, _| asked = asked.and(Asked::by(test)));
    }
    asked
}

impl Asked {
    fn by(test: &Test) -> Self {
        let (named, patterns) = match test {
            Test::Texts(texts) => (texts.len(), 0),
            Test::StartsWith(beginnings) => (beginnings.texts().len(), 0),
            Test::Set(SetTest::Any(listed) | SetTest::All(listed) | SetTest::Only(listed)) => {
                (listed.texts.len(), 0)
            }
            Test::Unlisted(_) | Test::Below(_) | Test::AtLeast(_) | Test::AtMost(_) => (1, 0),
            Test::Matches(_) => (0, 1),
            _ => (0, 0),
        };
        Self { tests: 1, named: count(named), patterns }
    }

    fn and(self, other: Self) -> Self {
        Self {
            tests: self.tests + other.tests,
            named: self.named + other.named,
            patterns: self.patterns + other.patterns,
        }
    }

    /// How many contents can be told apart, at most.
    fn contents(&self, fact: Fact) -> u64 {
        /// None at all, one that no test names, and one that is hidden.
        const OTHERS: u64 = 3;
        let words = match fact.kind() {
            Kind::Word(vocabulary) | Kind::Words(vocabulary) => count(vocabulary.words.len()),
            Kind::Country => count(sorts::countries().count()),
            Kind::Flag | Kind::Number | Kind::Text | Kind::Texts => 0,
        };
        words.saturating_add(self.named).saturating_add(OTHERS)
    }

    /// What it takes to read the tests, in judgements.
    fn read(&self) -> u64 {
        const PER_WORD: u64 = 8;
        self.tests.saturating_add(self.named).saturating_mul(PER_WORD)
    }

    /// What it takes to match texts that show what patterns can say, in judgements.
    fn matching(&self) -> u64 {
        let examples = self.patterns.saturating_mul(2);
        let pieces = self.named.saturating_add(examples);
        let rows = pieces.min(count(texts::MOST_PIECES)).pow(2);
        let texts = pieces.saturating_add(rows);
        self.patterns.saturating_mul(texts).saturating_mul(PER_PATTERN)
    }
}

fn count(length: usize) -> u64 {
    u64::try_from(length).unwrap_or(u64::MAX)
}

#[cfg(test)]
mod tests {
    use crate::Policy;
    use crate::policy::analysis::model;

    use super::*;

    fn ask(when: &str, of: fn(&Tests<'_>) -> u64) -> u64 {
        let text = format!(
            r#"{{"format": 1, "name": "p", "otherwise": "review", "lists": {{"l": ["a", "b"]}},
            "rules": [{{"id": "r", "when": {when}, "then": "retry"}}]}}"#
        );
        let policy = Policy::from_json(text.as_bytes(), None).unwrap();
        of(&model::tests(policy.rules.iter().map(|rule| &rule.when)))
    }

    #[test]
    fn contents_are_counted_by_tests() {
        for (when, expected) in [
            (r#"{"final": true}"#, 3),
            (r#"{"externalRef": "a"}"#, 3 + 1),
            (r#"{"externalRef": ["a", "b", "c"]}"#, 2 * (3 + 3)),
            (r#"{"externalRef": ["$l", "b", "c"]}"#, 2 * (3 + 3)),
            (r#"{"externalRef": ["a", {"startsWith": "b"}, {"startsWith": "c"}]}"#, 3 * (3 + 3)),
            (r#"{"externalRef": "a", "all": [{"externalRef": "b"}]}"#, 2 * (3 + 2)),
            (r#"{"externalRef": "a", "clientId": "b"}"#, 4 + 4),
            (r#"{"riskScore": {"below": 9}}"#, 3 + 1),
            (r#"{"riskScore": {"atLeast": 2, "below": 9}}"#, 3 * (3 + 2)),
            (r#"{"riskScore": {"between": [2, 9]}}"#, 3 * (3 + 2)),
            (r#"{"ipCountry": {"not": "LT"}}"#, 2 * (3 + 250)),
            (r#"{"denyReasons": {"any": ["a", "b"]}}"#, 3 + 2),
            (r#"{"denyReasons": {"all": ["a", "b"]}}"#, 3 + 2),
            (r#"{"denyReasons": {"none": ["a", "b"]}}"#, 2 * (3 + 2)),
            // One pattern has two examples, and four rows of them.
            (r#"{"externalRef": {"matches": "a+"}}"#, 3 + (2 + 4) * 16),
            (r#"{"externalRef": ["a", {"matches": "a+"}]}"#, 3 * 4 + (3 + 9) * 16),
        ] {
            assert_eq!(ask(when, judgements), expected, "{when}");
        }
    }

    #[test]
    fn both_members_of_a_check_count() {
        let words = |fact: Fact| match fact.kind() {
            Kind::Word(vocabulary) => count(vocabulary.words.len()),
            _ => 0,
        };
        let [document, face] = [words(Fact::Document) + 3, words(Fact::Face) + 3];
        for (when, expected) in [
            (r#"{"document": "DOC_FAKE"}"#, document * document),
            (r#"{"manualDocument": "DOC_FAKE", "autoDocument": null}"#, 2 * document * document),
            (r#"{"manualFace": {"unlisted": "NEW"}}"#, (face + 1) * (face + 1)),
        ] {
            assert_eq!(ask(when, judgements), expected, "{when}");
        }
    }

    #[test]
    fn the_steps_grow_with_the_times_that_a_condition_is_compiled() {
        let when = r#"{"externalRef": ["a", "b", "c"]}"#;
        let once = 2 * (3 + 3) + 8 * (2 + 3);
        assert_eq!(ask(when, |tests| to_compile(tests, 0)), ALWAYS);
        assert_eq!(ask(when, |tests| to_compile(tests, 512)), ALWAYS + once);
        assert_eq!(ask(when, |tests| to_compile(tests, usize::MAX)), ALWAYS + u64::MAX / 512);
        let when = r#"{"ipCountry": ["LT", {"not": ["LV", "EE"]}]}"#;
        assert_eq!(ask(when, to_make), ALWAYS + 5 * (3 + 250) / 512);
    }
}
