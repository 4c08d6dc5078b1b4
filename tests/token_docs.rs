//! The tables in `docs/token.md` are those of the code, and what they say refers to things
//! that exist.

#[path = "support/golden.rs"]
mod golden;
#[path = "support/tables.rs"]
mod tables;

use idenfy_rules::policy::{FactName, Kind};
use idenfy_rules::token::{Group, MEMBERS, Member, Profile, Rule, SOURCES};
use idenfy_rules::vocab::{
    CrossMatch, DocumentStatus, DocumentType, DummyStatus, Event, Locale, NameMatching, Sex,
    StepType, Tag, TokenType, Vocabulary, parameter,
};

use golden::Golden;
use tables::{table, words};

const PAGE: Golden =
    Golden { path: "docs/token.md", command: "BLESS=1 cargo test --test token_docs" };

/// The vocabularies of requests, in the order of the page.
const WORDS: &[Vocabulary] = &[
    TokenType::VOCABULARY,
    DocumentType::VOCABULARY,
    Locale::VOCABULARY,
    Sex::VOCABULARY,
    DummyStatus::VOCABULARY,
    StepType::VOCABULARY,
    NameMatching::VOCABULARY,
    CrossMatch::VOCABULARY,
];

/// The rules whose weight the profile decides.
const BY_PROFILE: &[Rule] =
    &[Rule::DummyEnvironment, Rule::DigitStringExpiry, Rule::CountryDocumentsUnsupported];

/// Every generated part of the page: its name in the markers, and what stands between them.
fn parts() -> Vec<(&'static str, String)> {
    let sources = SOURCES.iter().map(|(key, page)| format!("`{key}` | {page}")).collect();
    vec![
        ("members", members()),
        ("rules", table("Code | Severity | Identifier | Text | Source", rules())),
        ("words", format!("\n{}", WORDS.iter().map(words).collect::<String>())),
        ("sources", table("Key | Page", sources)),
    ]
}

fn members() -> String {
    const HEADER: &str =
        "Member | Type | Null | Limits | Default | Account | Status | Shows up as | Source";
    let mut groups: Vec<Group> = Vec::new();
    for row in MEMBERS {
        if !groups.contains(&row.group) {
            groups.push(row.group);
        }
    }
    let part = |group: &Group| {
        let rows = MEMBERS.iter().filter(|row| row.group == *group).map(member).collect();
        format!("### Group {}\n{}", group.as_str(), table(HEADER, rows))
    };
    format!("\n{}", groups.iter().map(part).collect::<String>())
}

fn member(row: &Member) -> String {
    let name = format!("`{}`{}", row.name, if row.required { ", required" } else { "" });
    let format = row.format().map_or(String::new(), |format| format!(", {format}"));
    let kind = format!("{}{format}", row.json_type.as_str());
    let null = if row.nullable { "yes" } else { "" };
    let limits = limits(row);
    let default = row.default.map(quoted).unwrap_or_default();
    let account = if row.account_dependent { "yes" } else { "" };
    let status = row.status.as_str();
    let shows = row.shows_up_as.unwrap_or_default();
    let source = row.source.join(", ");
    format!(
        "{name} | {kind} | {null} | {limits} | {default} | {account} | {status} | {shows} | {source}"
    )
}

fn limits(row: &Member) -> String {
    let unit = if row.json_type.as_str() == "string" { " characters" } else { "" };
    let range = match (row.min(), row.max()) {
        (Some(min), Some(max)) => format!("{min} to {max}{unit}"),
        (None, Some(max)) => format!("at most {max}{unit}"),
        (Some(min), None) => format!("at least {min}{unit}"),
        (None, None) => String::new(),
    };
    let words = row.vocabulary().map(|words| format!("words of `{}`", words.name));
    [Some(range), words]
        .into_iter()
        .flatten()
        .filter(|text| !text.is_empty())
        .collect::<Vec<_>>()
        .join(", ")
}

fn rules() -> Vec<String> {
    let row = |rule: &Rule| {
        let star = if BY_PROFILE.contains(rule) { " *" } else { "" };
        let identifier = rule.identifier().map_or(String::new(), |word| quoted(word.as_str()));
        let source = if rule.source().is_empty() {
            "inferred or ours".into()
        } else {
            rule.source().join(", ")
        };
        format!(
            "`{rule}`{star} | {} | {identifier} | {} | {source}",
            rule.severity().as_str(),
            rule.text(),
        )
    };
    Rule::ALL.iter().map(row).collect()
}

fn quoted(text: &str) -> String {
    format!("`{text}`")
}

#[test]
fn the_tables_are_up_to_date() {
    PAGE.check_parts(&parts());
}

#[test]
fn the_profile_of_the_page_can_be_read_and_names_everything() {
    let page = PAGE.text();
    let block = page.split("```json\n").nth(1).and_then(|rest| rest.split("```").next());
    let block = block.expect("a profile");
    let profile = Profile::from_json(block.as_bytes());
    assert!(profile.is_ok(), "{profile:?}");
    let names: serde_json::Map<String, serde_json::Value> = serde_json::from_str(block).unwrap();
    assert_eq!(names.len(), 12);
}

#[test]
fn every_rule_that_the_page_mentions_exists() {
    let page = PAGE.text();
    let prose = page.split("## Members").next().expect("prose");
    let codes = prose.split('`').skip(1).step_by(2).filter(|word| {
        let shaped = |byte: u8| byte.is_ascii_lowercase() || byte == b'.' || byte == b'_';
        word.contains('.') && !word.ends_with('.') && word.bytes().all(shaped)
    });
    let mut seen = 0;
    for code in codes {
        assert!(Rule::from_word(code).is_some(), "{code}");
        seen += 1;
    }
    assert!(seen > 8, "the test no longer sees the codes");
}

/// Members of the answer besides those of the request, which it repeats.
/// Source: OpenAPI (2026).
const ANSWER: &[&str] = &["digitString", "allowedDocuments"];

/// Members of webhooks that are no facts. Source: OpenAPI webhooks of 2026-09.
const WEBHOOK: &[&str] =
    &["additionalData", "bankVerification", "questionnaireAnswers", "registryCenterCheck"];

/// Whether a word in a statement is what the statement calls it.
fn exists(word: &str, statement: &str) -> bool {
    let kind = statement.split(' ').next().unwrap_or_default().trim_end_matches('s');
    match kind {
        "fact" => FactName::from_name(word).is_some() || facts_hold(word, statement),
        "tag" => Tag::from_word(word).is_some(),
        "event" => Event::from_word(word).is_some(),
        "document" => DocumentStatus::from_word(word).is_some(),
        _ if statement.contains("of the answer") => {
            ANSWER.contains(&word) || parameter::ALL.contains(&word)
        }
        _ => statement.contains("of webhooks") && WEBHOOK.contains(&word),
    }
}

/// Whether a fact that the statement names can hold the word.
fn facts_hold(word: &str, statement: &str) -> bool {
    ticked(statement).filter_map(FactName::from_name).any(|fact| match fact.kind() {
        Kind::Word(words) | Kind::Words(words) => words.position(word).is_some(),
        _ => false,
    })
}

fn ticked(text: &str) -> impl Iterator<Item = &str> {
    text.split('`').skip(1).step_by(2)
}

#[test]
fn everything_that_a_member_shows_up_as_exists() {
    let mut seen = 0;
    for row in MEMBERS {
        for statement in row.shows_up_as.unwrap_or_default().split("; ") {
            for word in ticked(statement) {
                assert!(exists(word, statement), "{}: `{word}` in \"{statement}\"", row.name);
                seen += 1;
            }
        }
    }
    assert!(seen > 90, "the test sees {seen} words only");
}

#[test]
fn a_statement_about_what_does_not_exist_is_noticed() {
    for (word, statement) in [
        ("AML_SUSPECTION", "fact `aml`: `AML_SUSPECTION`"),
        ("aml", "tag `aml`"),
        ("digitString", "`digitString` of webhooks"),
        ("scanReference", "`scanReference` of the answer"),
        ("aml", "somewhere in `aml`"),
    ] {
        assert!(!exists(word, statement), "{statement}");
    }
}
