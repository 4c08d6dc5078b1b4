//! Advice about requests that the API takes but that seldom mean well; on request only.

use crate::country::Country;
use crate::vocab::parameter;

use super::check::has_outer_space;
use super::finding::Inspection;
use super::member::{Beside, JsonType, Member};
use super::request::{Given, Request};
use super::rule::Rule;

/// What is asked of which member.
const ADVICE: &[(&str, Beside)] = &[
    (parameter::CLIENT_ID, opaque_id),
    (parameter::PERSON_SCAN_REF, opaque_id),
    (parameter::FIRST_NAME, placeholder),
    (parameter::LAST_NAME, placeholder),
    (parameter::COUNTRY, locked_country),
];

/// Ids that stand for nobody: they join the sessions of different people.
const GENERIC_IDS: &[&str] = &[
    "user",
    "userid",
    "client",
    "clientid",
    "customer",
    "customerid",
    "person",
    "id",
    "test",
    "testing",
    "testuser",
    "demo",
    "demouser",
    "example",
    "sample",
    "default",
    "guest",
    "anonymous",
    "admin",
    "unknown",
    "none",
    "null",
    "undefined",
    "string",
    "0",
    "1",
];

/// Names that programs and testers fill in. Words that many people are really called, such
/// as Bar or Na, are left out.
const PLACEHOLDER_NAMES: &[&str] = &[
    "test",
    "testing",
    "tester",
    "testname",
    "name",
    "firstname",
    "lastname",
    "surname",
    "givenname",
    "familyname",
    "fullname",
    "username",
    "unknown",
    "undefined",
    "none",
    "null",
    "noname",
    "placeholder",
    "example",
    "sample",
    "dummy",
    "demo",
    "string",
    "asdf",
    "qwerty",
    "xxx",
];

/// Everything that is worth saying about a member with a value.
pub(super) fn advise(
    row: &Member,
    given: &Given<'_>,
    request: &Request<'_>,
    inspection: &mut Inspection<'_>,
) {
    for (name, advice) in ADVICE {
        if *name == row.name {
            advice(given, request, inspection);
        }
    }
    if row.json_type == JsonType::String && row.name != parameter::CLIENT_ID {
        outer_space(given, inspection);
    }
}

/// An id should be one person's, and say nothing about the person: it comes back in every
/// webhook and stands in logs.
fn opaque_id(id: &Given<'_>, request: &Request<'_>, inspection: &mut Inspection<'_>) {
    let Some(text) = id.value.as_str() else { return };
    if is_one_of(GENERIC_IDS, text) {
        inspection.report(id.place, Rule::LintClientIdGeneric);
    } else if is_email(text) || is_full_name(text) || holds_the_name(text, request) {
        inspection.report(id.place, Rule::LintClientIdPersonal);
    }
}

fn is_email(text: &str) -> bool {
    text.split_once('@').is_some_and(|(user, host)| {
        !user.is_empty() && host.contains('.') && !text.contains(char::is_whitespace)
    })
}

/// Two words or more, each of letters and with a capital.
fn is_full_name(text: &str) -> bool {
    let is_name = |word: &str| {
        let letter =
            |character: char| character.is_alphabetic() || matches!(character, '\'' | '-' | '.');
        word.starts_with(char::is_uppercase) && word.chars().all(letter)
    };
    let words = || text.split([' ', ',']).filter(|word| !word.is_empty());
    words().count() > 1 && words().all(is_name)
}

/// Both names of the request, whatever stands between them.
fn holds_the_name(text: &str, request: &Request<'_>) -> bool {
    let text = text.to_lowercase();
    [parameter::FIRST_NAME, parameter::LAST_NAME].iter().all(|name| {
        let name = request.text(name).unwrap_or_default();
        name.chars().count() > 1 && text.contains(&name.to_lowercase())
    })
}

fn placeholder(name: &Given<'_>, request: &Request<'_>, inspection: &mut Inspection<'_>) {
    let is = |text: Option<&str>, words| text.is_some_and(|text| is_one_of(words, text));
    let nobody = is(request.text(parameter::FIRST_NAME), &["john", "jane"])
        && is(request.text(parameter::LAST_NAME), &["doe"]);
    if nobody || is(name.value.as_str(), PLACEHOLDER_NAMES) {
        inspection.report(name.place, Rule::LintPlaceholderName);
    }
}

/// Whether a text is one of the words, whatever its case and whatever divides it.
fn is_one_of(words: &[&str], text: &str) -> bool {
    let divides = |letter: &char| matches!(letter, ' ' | '_' | '-' | '.');
    let letters: String =
        text.chars().filter(|letter| !divides(letter)).flat_map(char::to_lowercase).collect();
    words.contains(&letters.as_str())
}

/// A code that counts; `ALL` and arrays have findings of their own.
fn locked_country(country: &Given<'_>, _: &Request<'_>, inspection: &mut Inspection<'_>) {
    if country.value.as_str().and_then(Country::read).is_some() {
        inspection.report(country.place, Rule::LintCountryLocks);
    }
}

/// `clientId` has a rule of its own, which needs no asking.
fn outer_space(given: &Given<'_>, inspection: &mut Inspection<'_>) {
    if given.value.as_str().is_some_and(has_outer_space) {
        inspection.report(given.place, Rule::LintOuterSpace);
    }
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use crate::token::{Profile, validate};

    fn advice(request: &Value, lints: bool) -> Vec<(String, &'static str)> {
        let report = validate(request.to_string().as_bytes(), &Profile::default().lints(lints));
        let found = report.iter().filter(|found| found.code.starts_with("lint."));
        found.map(|found| (found.pointer.to_string(), found.code)).collect()
    }

    /// The advice about one value of one member, and that there is none unless it is asked for.
    fn about(name: &str, value: impl Into<Value>) -> Option<&'static str> {
        let mut request = json!({ "clientId": "c-1f9a" });
        request[name] = value.into();
        assert_eq!(advice(&request, false), []);
        let found = advice(&request, true);
        assert!(found.len() < 2 && found.iter().all(|(place, _)| *place == format!("/{name}")));
        found.first().map(|(_, code)| *code)
    }

    #[test]
    fn an_id_should_not_be_an_address_or_a_name() {
        for id in [
            "jane@mail.example",
            "Jonas Petraitis",
            "PETRAITIS, JONAS",
            "Ana-Maria O'Neil",
            "Žydrė Pavyzdė",
        ] {
            assert_eq!(about("clientId", id), Some("lint.client_id_personal"), "{id}");
            assert_eq!(about("personScanRef", id), Some("lint.client_id_personal"), "{id}");
        }
        for id in
            ["user-123", "order 17", "@home", "a@b", "Jonas", "team red", "ACME 2026", "7F A2"]
        {
            assert_eq!(about("clientId", id), None, "{id}");
        }
    }

    #[test]
    fn an_id_should_not_hold_the_name_of_the_request() {
        let request =
            |id: &str| json!({"clientId": id, "firstName": "Jonas", "lastName": "Petraitis"});
        for id in ["jonas.petraitis", "petraitis_JONAS_1990"] {
            let expected = [("/clientId".to_owned(), "lint.client_id_personal")];
            assert_eq!(advice(&request(id), true), expected, "{id}");
        }
        for id in ["petraitis-7", "jonas", "c-1"] {
            assert_eq!(advice(&request(id), true), [], "{id}");
        }
        let initials = json!({"clientId": "ab-7", "firstName": "A", "lastName": "B"});
        assert_eq!(advice(&initials, true), []);
    }

    #[test]
    fn an_id_should_be_one_persons() {
        for id in ["user", "test", "TEST", "default", "1", "client_id", "Test User", "null"] {
            assert_eq!(about("clientId", id), Some("lint.client_id_generic"), "{id}");
        }
        for id in ["user-123", "test-001", "2", "10", "default-7", "c"] {
            assert_eq!(about("clientId", id), None, "{id}");
        }
    }

    #[test]
    fn a_name_should_be_the_persons() {
        for name in ["test", "First Name", "LASTNAME", "n.a.m.e", "undefined", "Unknown"] {
            assert_eq!(about("firstName", name), Some("lint.placeholder_name"), "{name}");
            assert_eq!(about("lastName", name), Some("lint.placeholder_name"), "{name}");
        }
        for name in ["Jonas", "Bar", "Na", "John", "Doe", "Testa", "Žydrė", "李"] {
            assert_eq!(about("firstName", name), None, "{name}");
            assert_eq!(about("lastName", name), None, "{name}");
        }
        let nobody = json!({"clientId": "c-1", "firstName": "Jane", "lastName": "DOE"});
        let places: Vec<_> = advice(&nobody, true).into_iter().map(|(place, _)| place).collect();
        assert_eq!(places, ["/firstName", "/lastName"]);
    }

    #[test]
    fn a_country_locks() {
        assert_eq!(about("country", "lt"), Some("lint.country_locks"));
        for other in [json!("ALL"), json!("UK"), json!(["LT"]), json!(null)] {
            assert_eq!(about("country", other.clone()), None, "{other}");
        }
    }

    #[test]
    fn no_text_should_have_space_around_it() {
        for member in ["firstName", "address", "documentNumber", "externalRef", "questionnaire"] {
            assert_eq!(about(member, "Aa "), Some("lint.outer_space"), "{member}");
            assert_eq!(about(member, "\u{a0}Aa"), Some("lint.outer_space"), "{member}");
            assert_eq!(about(member, "A a"), None, "{member}");
        }
        assert_eq!(about("clientId", " c-1"), None, "it has a rule of its own");
    }
}
