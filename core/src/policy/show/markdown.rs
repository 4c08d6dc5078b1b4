//! The decision table in Markdown, as GitHub and most wikis read it.

use std::fmt::Write;

use super::super::written::{Clause, Joint, Markup, visible};
use super::sheet::{Row, Sheet, absence, by_strength};

/// Characters that mean something in Markdown, in HTML or to templates around it.
const SPECIAL: &str = "&<>|\\`*_[]~#${}@";
/// What makes a link of an address, and how it is written so that it does not.
const ADDRESSES: [(&str, &str); 3] =
    [("://", "&#58;//"), ("www.", "www&#46;"), ("WWW.", "WWW&#46;")];
/// Characters that a code span cannot hold everywhere.
const NOT_IN_CODE: &str = "`|{}<>&";

struct Markdown;

impl Markup for Markdown {
    fn code(&self, text: &str) -> String {
        let text = visible(text);
        let fits = !text.contains(|character| NOT_IN_CODE.contains(character))
            && !text.is_empty()
            && text.trim() == text;
        if fits { format!("`{text}`") } else { format!("“{}”", escaped(&text)) }
    }

    fn joint(&self, joint: Joint) -> String {
        format!(" **{}** ", joint.as_str())
    }

    fn joint_not(&self) -> &'static str {
        "**not**"
    }
}

fn code(text: &str) -> String {
    Markdown.code(text)
}

/// A text of the document in one line, with nothing in it that Markdown or HTML would obey.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for character in visible(text).trim().chars() {
        if SPECIAL.contains(character) {
            // Writing to a `String` cannot fail.
            _ = write!(out, "&#{};", u32::from(character));
        } else {
            out.push(character);
        }
    }
    ADDRESSES.iter().fold(out, |out, (address, plain)| out.replace(address, plain))
}

pub(super) fn write(sheet: &Sheet<'_>) -> String {
    let sections =
        [head(sheet), rules(sheet), lifecycle(sheet), lists(sheet), facts(sheet), classes(sheet)];
    sections.into_iter().flatten().collect::<Vec<_>>().join("\n")
}

fn head(sheet: &Sheet<'_>) -> Option<String> {
    let identity = sheet.policy.identity();
    let mut out = format!("# Policy {}\n\n", code(&identity.name));
    if let Some(about) = &sheet.policy.document.about {
        out += &format!("> {}\n\n", escaped(about));
    }
    let revision = identity.revision.as_deref().map_or_else(|| "none".to_owned(), code);
    out += &format!("* Revision: {revision}\n");
    out += &format!("* Fingerprint: {}\n", code(&identity.fingerprint));
    out += &format!("* Vocabulary: {}\n", code(&identity.vocabulary));
    Some(out)
}

fn rules(sheet: &Sheet<'_>) -> Option<String> {
    let mut header = vec!["Outcome".to_owned(), "Rule".to_owned()];
    header.extend(sheet.columns.iter().map(|fact| code(fact.as_str())));
    if sheet.has_further() {
        header.push("Further conditions".to_owned());
    }
    header.push("Why".to_owned());
    let rows = sheet.rows.iter().map(|row| cells(row, sheet.has_further()));
    let table = table("Rules", &header, rows);
    let otherwise = sheet.policy.document.otherwise;
    Some(format!("{table}\nNo rule is true: **{otherwise}**.\n\n{}\n", how_to_read()))
}

fn how_to_read() -> String {
    format!(
        "A rule is true when all conditions of its row hold; an empty cell asks nothing. The \
         order of the rules means nothing: of those that are true the strongest outcome wins \
         ({}). A condition on an absent fact, or on a word outside the vocabulary, is undecided \
         unless it asks for just that; an accept beside an undecided stronger rule becomes a \
         review.",
        by_strength()
    )
}

fn cells(row: &Row<'_>, has_further: bool) -> Vec<String> {
    let rule = row.rule;
    let skip = if rule.skip_undecided { " (undecided counts as false)" } else { "" };
    let mut cells = vec![rule.then.to_string(), format!("{}{skip}", code(&rule.id))];
    let asked = row
        .cells
        .iter()
        .map(|cell| cell.as_ref().map_or_else(String::new, |test| test.phrase().inline(&Markdown)));
    cells.extend(asked);
    if has_further {
        cells.push(further(&row.further));
    }
    cells.push(rule.why.as_deref().map(escaped).unwrap_or_default());
    cells
}

/// All of these have to hold.
fn further(clauses: &[Clause<'_>]) -> String {
    match clauses {
        [clause] => clause.inline(&Markdown),
        several => {
            let parts: Vec<String> =
                several.iter().map(|clause| clause.nested(&Markdown)).collect();
            parts.join(&Markdown.joint(Joint::And))
        }
    }
}

fn lifecycle(sheet: &Sheet<'_>) -> Option<String> {
    let header = ["State", "When", "Outcome"].map(str::to_owned);
    let rows = sheet.states().map(|(state, outcome)| {
        let outcome = outcome.map_or("the rules", |outcome| outcome.as_str());
        vec![code(state.as_str()), state.meaning().to_owned(), outcome.to_owned()]
    });
    let table = table("Before the rules", &header, rows);
    Some(format!("{table}\nEvery other delivery is decided by the rules.\n"))
}

fn lists(sheet: &Sheet<'_>) -> Option<String> {
    let lists = &sheet.policy.document.lists;
    let rows = lists.iter().map(|(name, words)| {
        let words: Vec<String> = words.iter().map(|word| code(&word.text)).collect();
        vec![code(name), words.join(", ")]
    });
    let header = ["List", "Words"].map(str::to_owned);
    (!lists.is_empty()).then(|| table("Lists", &header, rows))
}

fn facts(sheet: &Sheet<'_>) -> Option<String> {
    let rows = sheet.facts.iter().map(|fact| {
        vec![code(fact.as_str()), fact.meaning().to_owned(), absence(*fact).into_owned()]
    });
    let header = ["Fact", "Meaning", "When absent"].map(str::to_owned);
    (!sheet.facts.is_empty()).then(|| table("Facts", &header, rows))
}

fn classes(sheet: &Sheet<'_>) -> Option<String> {
    let rows = sheet.classes.iter().map(|((vocabulary, class), words)| {
        let words: Vec<String> = words.iter().map(|word| code(word)).collect();
        vec![code(vocabulary), code(class), words.join(", ")]
    });
    let header = ["Vocabulary", "Class", "Words"].map(str::to_owned);
    (!sheet.classes.is_empty()).then(|| table("Classes", &header, rows))
}

fn table(title: &str, header: &[String], rows: impl Iterator<Item = Vec<String>>) -> String {
    let mut out =
        format!("## {title}\n\n| {} |\n{}|\n", header.join(" | "), "|---".repeat(header.len()));
    for row in rows {
        out += &format!("| {} |\n", row.join(" | "));
    }
    out
}
