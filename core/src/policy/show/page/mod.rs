//! One HTML page that needs nothing else.

mod coverage;
mod html;
mod rules;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256};

use super::super::outcome::Outcome;
use super::super::testing::TestRun;
use super::sheet::{Sheet, absence, by_strength};
use html::{Table, code, codes, escaped, outcome, paragraph, prose};

const TEMPLATE: &str = include_str!("page.html");
const STYLE: &str = include_str!("page.css");
const SCRIPT: &str = include_str!("page.js");

/// A part of the page: its name in addresses, its title, and what it holds.
struct Section {
    name: &'static str,
    title: &'static str,
    content: String,
}

pub(super) fn write(sheet: &Sheet<'_>, run: Option<&TestRun>) -> String {
    let identity = sheet.policy.identity();
    // A run of another policy would show rules as tried that nobody tried.
    let own_run = run.filter(|run| run.policy == identity);
    let rest: Vec<Section> = [
        Some(lifecycle(sheet)),
        run.map(|_| coverage::section(own_run)),
        lists(sheet),
        facts(sheet),
        classes(sheet),
    ]
    .into_iter()
    .flatten()
    .collect();
    fill(TEMPLATE, |name| match name {
        "csp" => csp(),
        "style" => STYLE.to_owned(),
        "script" => SCRIPT.to_owned(),
        "name" => escaped(&identity.name),
        "about" => paragraph("about", sheet.policy.document.about.as_deref()),
        "revision" => identity.revision.as_deref().map_or_else(|| "none".to_owned(), code),
        "fingerprint" => code(&identity.fingerprint),
        "vocabulary" => code(&identity.vocabulary),
        "sections" => links(&rest),
        "outcomes" => options(sheet),
        "rules" => rules::table(sheet, own_run),
        "strength" => by_strength(),
        "otherwise" => outcome(sheet.policy.document.otherwise),
        "rest" => rest.iter().map(section).collect(),
        _ => String::new(),
    })
}

/// Puts the parts in their places, once: what a part holds is never taken for a place.
fn fill(template: &str, part: impl Fn(&str) -> String) -> String {
    let mut pieces = template.split("{{");
    let mut out = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        let (name, after) = piece.split_once("}}").unwrap_or((piece, ""));
        out += &part(name);
        out += after;
    }
    out
}

/// Nothing may be loaded, and nothing may run but the style and the script of this page.
fn csp() -> String {
    let digest = |text: &str| STANDARD.encode(Sha256::digest(text.as_bytes()));
    format!(
        "default-src 'none'; style-src 'sha256-{}'; script-src 'sha256-{}'; base-uri 'none'; form-action 'none'",
        digest(STYLE),
        digest(SCRIPT)
    )
}

fn links(rest: &[Section]) -> String {
    let link = |name: &str, title: &str| format!("<li><a href=\"#{name}\">{title}</a></li>");
    let rest = rest.iter().map(|section| link(section.name, section.title));
    std::iter::once(link("rules", "Rules")).chain(rest).collect()
}

/// The outcomes that some rule names, strongest first.
fn options(sheet: &Sheet<'_>) -> String {
    let named = |outcome: &&Outcome| sheet.rows.iter().any(|row| row.rule.then == **outcome);
    let named = Outcome::OF_RULES.iter().rev().filter(named);
    named.map(|outcome| format!("<option>{outcome}</option>")).collect()
}

fn section(section: &Section) -> String {
    let Section { name, title, content } = section;
    format!(
        "<section id=\"{name}\" aria-labelledby=\"{name}-title\">\n<h2 id=\"{name}-title\">{title}</h2>\n{content}</section>\n"
    )
}

fn lifecycle(sheet: &Sheet<'_>) -> Section {
    let mut table = Table::new("lifecycle", &["State", "When", "Outcome"]);
    for (state, decided) in sheet.states() {
        let decided = decided.map_or_else(|| "the rules".to_owned(), outcome);
        table.row(&[code(state.as_str()), prose(state.meaning()), decided]);
    }
    let content =
        format!("{}<p>Every other delivery is decided by the rules.</p>\n", table.close());
    Section { name: "lifecycle", title: "Before the rules", content }
}

fn lists(sheet: &Sheet<'_>) -> Option<Section> {
    let lists = &sheet.policy.document.lists;
    let mut table = Table::new("lists", &["List", "Words"]);
    for (name, words) in lists {
        table.row(&[code(name), codes(words.iter().map(|word| word.text.as_str()))]);
    }
    let section = Section { name: "lists", title: "Lists", content: table.close() };
    (!lists.is_empty()).then_some(section)
}

fn facts(sheet: &Sheet<'_>) -> Option<Section> {
    let mut table = Table::new("facts", &["Fact", "Meaning", "When absent"]);
    for fact in &sheet.facts {
        table.row(&[code(fact.as_str()), prose(fact.meaning()), prose(&absence(*fact))]);
    }
    let section = Section { name: "facts", title: "Facts", content: table.close() };
    (!sheet.facts.is_empty()).then_some(section)
}

fn classes(sheet: &Sheet<'_>) -> Option<Section> {
    let mut table = Table::new("classes", &["Vocabulary", "Class", "Words"]);
    for ((vocabulary, class), words) in &sheet.classes {
        table.row(&[code(vocabulary), code(class), codes(words.iter().copied())]);
    }
    let section = Section { name: "classes", title: "Classes", content: table.close() };
    (!sheet.classes.is_empty()).then_some(section)
}
