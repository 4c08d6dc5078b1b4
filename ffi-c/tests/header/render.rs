//! The header, from the sources of the library and the vocabularies of core.

use std::error::Error;
use std::path::Path;

use idenfy_rules::{VERSION, vocab};

pub const ROOT: &str = env!("CARGO_MANIFEST_DIR");

/// The chapters of the header: the first function of each, and its title.
const CHAPTERS: &[(&str, &str)] = &[
    ("idr_status_text", "Status and version"),
    ("idr_error_code", "Errors and texts"),
    ("idr_profile_from_json", "Validate: is this token request one that the API will take?"),
    ("idr_report_is_valid", "Findings: of a token request, or of an integration"),
    ("idr_context_new", "Classify: what you know about the call"),
    ("idr_classify_response", "Classify: what does this answer ask of us?"),
    ("idr_classification_action", "Classify: the verdict"),
    ("idr_classification_scan_ref", "Classify: the token that was created"),
    ("idr_retry_plan", "Classify: retries"),
    ("idr_verify_signature", "Webhooks: is this one genuine?"),
    ("idr_diagnose_signature", "Webhooks: why does a signature not match?"),
    ("idr_delivery_parse", "Webhooks: what does this one say?"),
    ("idr_policy_documented", "Decide: policies"),
    ("idr_policy_to_markdown", "Decide: policies as people read them"),
    ("idr_policy_test", "Decide: does a policy do what its team expects?"),
    ("idr_policy_receive", "Decide: what does this webhook mean for the person?"),
    ("idr_decision_new", "Decide: the decision"),
    ("idr_decision_rule_count", "Decide: what the decision rests on"),
    ("idr_record_from_json", "History: the record of a verification"),
    ("idr_reconcile", "History: one more webhook, and one more token"),
    ("idr_lint_webhook_url", "Integrate: is everything around the three jobs set up right?"),
    ("idr_basic_auth", "Integrate: what to send and to show"),
    ("idr_token_code_count", "Words: every code and reason, and what it says"),
    ("idr_outcome_text", "Words: numbers as the JSON forms spell them"),
];

pub fn header() -> Result<String, Box<dyn Error>> {
    let root = Path::new(ROOT);
    let mut config = cbindgen::Config::from_file(root.join("cbindgen.toml"))?;
    config.after_includes = Some(format!("\n{}\n{}", versions(), words()));
    let mut rendered = Vec::new();
    cbindgen::Builder::new().with_crate(root).with_config(config).generate()?.write(&mut rendered);
    with_chapters(&tidied(&String::from_utf8(rendered)?))
}

/// The version of the manifest, as text and in parts.
fn versions() -> String {
    let mut lines =
        vec![format!("/*\n The version of this header.\n */\n#define IDR_VERSION \"{VERSION}\"")];
    for (name, part) in ["MAJOR", "MINOR", "PATCH"].iter().zip(VERSION.split('.')) {
        lines.push(format!("#define IDR_VERSION_{name} {part}"));
    }
    lines.join("\n") + "\n"
}

/// The vendor's words, from the tables of core.
fn words() -> String {
    let mut text = String::from(
        "/*\n The vendor's words, by vocabulary. Others may come: an unknown word is not a fault.\n */\n",
    );
    for vocabulary in vocab::ALL {
        for word in vocabulary.words {
            let name = format!("IDR_{}_{}", constant(vocabulary.name), constant(word.text));
            text.push_str(&format!("#define {name} \"{}\"\n", word.text));
        }
        text.push('\n');
    }
    text.trim_end().to_owned() + "\n"
}

/// `docType` and `EXPIRED-DELETED` as the middle of a C name.
fn constant(text: &str) -> String {
    let mut name = String::new();
    let mut after_small = false;
    for letter in text.chars() {
        if after_small && letter.is_ascii_uppercase() {
            name.push('_');
        }
        after_small = letter.is_ascii_lowercase();
        let plain = letter.is_ascii_alphanumeric();
        name.push(if plain { letter.to_ascii_uppercase() } else { '_' });
    }
    name
}

/// Comments and types as C programmers write them.
fn tidied(rendered: &str) -> String {
    let mut tidied = String::new();
    let mut lines = rendered.lines();
    while let Some(line) = lines.next() {
        let Some(indent) = line.strip_suffix("/*") else {
            tidied.push_str(&with_pointers(line));
            tidied.push('\n');
            continue;
        };
        let comment: Vec<&str> = lines.by_ref().take_while(|line| line.trim() != "*/").collect();
        let text = comment.iter().map(|line| line.strip_prefix(indent).unwrap_or(line).trim_end());
        tidied.push_str(&written(indent, text.collect::<Vec<_>>().join("\n").trim_end()));
    }
    tidied
}

/// `Array<idr_view> keys` of the sources is `const idr_view *keys` to C.
fn with_pointers(line: &str) -> String {
    let mut parts = line.split("Array<");
    let mut written = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (item, rest) = part.split_once("> ").unwrap_or((part, ""));
        written.push_str(&match item.strip_suffix('*') {
            Some(target) => format!("{target} *const *{rest}"),
            None => format!("const {item} *{rest}"),
        });
    }
    written
}

/// One comment; `text` has a space before each line.
fn written(indent: &str, text: &str) -> String {
    if !text.contains('\n') && indent.len() + text.len() <= 94 {
        return format!("{indent}/*{text} */\n");
    }
    let lines = text.lines().map(|line| format!("{indent} *{line}\n"));
    format!("{indent}/*\n{}{indent} */\n", lines.collect::<String>())
}

/// The header with a title before each chapter.
fn with_chapters(header: &str) -> Result<String, Box<dyn Error>> {
    let mut parts: Vec<String> = header.split("\n\n").map(str::to_owned).collect();
    for (first, title) in CHAPTERS {
        let declares = format!("{first}(");
        let opens =
            |part: &&mut String| part.lines().any(|line| is_code(line) && line.contains(&declares));
        let part = parts.iter_mut().find(opens).ok_or_else(|| format!("there is no {first}"))?;
        *part = format!("/* ---- {title} ---- */\n\n{part}");
    }
    Ok(parts.join("\n\n") + "\n")
}

/// Whether a line is no part of a comment.
pub fn is_code(line: &str) -> bool {
    !line.trim_start().starts_with(['*', '/'])
}
