//! The pages lead somewhere: links, paths, targets of make and tests that they name exist, and every
//! kind of code block has somebody who runs it.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// Who compiles or runs the blocks of a page in a language.
const RUNNERS: &[(&str, &str, &str)] = &[
    ("README.md", "rust", "core/src/lib.rs"),
    ("README.md", "python", "py/tests/test_package.py"),
    ("README.md", "c", "tests/c_library.rs"),
    ("README.md", "json", "tests/docs.rs"),
    ("docs/analysis.md", "json", "tests/pages.rs"),
    ("docs/analysis.md", "rust", "core/src/policy/analysis/mod.rs"),
    ("docs/batches.md", "python", "tests/batches/recipes.py"),
    ("docs/c.md", "c", "tests/c_install.rs"),
    ("docs/c.md", "cpp", "tests/c_install.rs"),
    ("docs/c.md", "cmake", "tests/pages.rs"),
    ("docs/c.md", "make", "tests/pages.rs"),
    ("docs/callers.md", "sh", "tests/callers/test_docs.py"),
    ("docs/changing.md", "rust", "tests/changing.py"),
    ("docs/changing.md", "json", "tests/changing.py"),
    ("docs/command.md", "console", "py/tests/test_command_page.py"),
    ("docs/guide.md", "console", "py/tests/test_command_page.py"),
    ("docs/history.md", "python", "py/tests/test_documents.py"),
    ("docs/policy-testing.md", "json", "tests/policy_testing.rs"),
    ("docs/policy-testing.md", "text", "tests/policy_testing.rs"),
    ("docs/policy.md", "json", "tests/docs.rs"),
    ("docs/python.md", "python", "py/tests/test_documents.py"),
    ("docs/receivers.md", "sh", "tests/receivers/test_docs.py"),
    ("docs/receivers.md", "python", "tests/receivers/test_docs.py"),
    ("docs/responses.md", "json", "tests/response_docs.rs"),
    ("docs/token.md", "rust", "core/src/token/mod.rs"),
    ("docs/token.md", "json", "tests/token_docs.rs"),
    ("docs/webhooks.md", "mermaid", "tests/webhook_docs.rs"),
    ("py/README.md", "python", "py/tests/test_package.py"),
];

/// Kinds of blocks with commands for a terminal that nobody runs as they stand: they install, or take
/// minutes. Their targets of make, paths and extras are looked at here.
const COMMANDS: &[(&str, &str)] = &[
    ("README.md", "sh"),
    ("docs/batches.md", "sh"),
    ("docs/c.md", "sh"),
    ("docs/command.md", "text"),
    ("docs/guide.md", "text"),
    ("docs/load.md", "sh"),
    ("docs/python.md", "sh"),
];

/// Nothing is to be run in them.
const PICTURES: &[(&str, &str)] =
    &[("docs/architecture.md", "mermaid"), ("docs/architecture.md", "")];

const FOLDERS: &[&str] =
    &["benches", "callers", "core", "docs", "ffi-c", "fuzz", "include", "py", "receivers", "tests"];

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn read(path: &str) -> String {
    fs::read_to_string(root().join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

fn pages() -> Vec<String> {
    let entries = fs::read_dir(root().join("docs")).expect("the folder of the pages");
    let names = entries.map(|entry| entry.expect("an entry").file_name());
    let names = names.map(|name| format!("docs/{}", name.to_string_lossy()));
    let mut pages: Vec<String> = names.filter(|name| name.ends_with(".md")).collect();
    let others = ["README.md", "CONTRIBUTING.md", "CHANGELOG.md", "SECURITY.md", "py/README.md"];
    pages.extend(others.map(str::to_owned));
    assert!(pages.len() > 20, "{pages:?}");
    pages
}

/// The blocks of a page: language and text.
fn blocks(page: &str) -> Vec<(String, String)> {
    let text = read(page);
    let parts = text.split("\n```").skip(1).step_by(2);
    let block = |part: &str| part.split_once('\n').map(|(a, b)| (a.to_owned(), b.to_owned()));
    parts.map(|part| block(part).unwrap_or_else(|| panic!("{page}: {part}"))).collect()
}

/// What stands between backticks, on one line, outside of blocks.
fn spans(page: &str) -> Vec<String> {
    let text = read(page);
    let prose = text.split("\n```").step_by(2).map(|part| part.trim_start_matches('`'));
    let lines: Vec<&str> = prose.flat_map(str::lines).collect();
    let of_line = |line: &&str| -> Vec<String> {
        line.split('`').skip(1).step_by(2).map(str::to_owned).collect()
    };
    lines.iter().flat_map(of_line).collect()
}

/// As most viewers name a heading.
fn slug(heading: &str) -> String {
    let letters = heading.trim_start_matches('#').trim().to_lowercase();
    let kept = letters.chars().filter(|letter| letter.is_alphanumeric() || " -_".contains(*letter));
    kept.map(|letter| if letter == ' ' { '-' } else { letter }).collect()
}

#[test]
fn every_link_leads_somewhere() {
    let mut seen = 0;
    for page in pages() {
        let folder = root().join(&page).parent().map(PathBuf::from).expect("a folder");
        let text = read(&page);
        for link in text.split("](").skip(1).filter_map(|rest| rest.split(')').next()) {
            if link.contains("://") || link.contains('\n') {
                continue;
            }
            let (path, anchor) = link.split_once('#').unwrap_or((link, ""));
            let file = if path.is_empty() { root().join(&page) } else { folder.join(path) };
            assert!(file.exists(), "{page}: {link}");
            if !anchor.is_empty() {
                let target = fs::read_to_string(&file).expect("a page");
                let headings = target.lines().filter(|line| line.starts_with('#')).map(slug);
                assert!(headings.collect::<BTreeSet<_>>().contains(anchor), "{page}: {link}");
            }
            seen += 1;
        }
    }
    assert!(seen > 50, "the test no longer sees the links: {seen}");
}

#[test]
fn every_path_that_a_page_names_exists() {
    let mut seen = 0;
    for page in pages().iter().filter(|page| *page != "CHANGELOG.md") {
        for span in spans(page) {
            let is_built = span.contains("/target/");
            let (first, rest) = span.split_once('/').unwrap_or_default();
            let plain = |letter: char| letter.is_ascii_alphanumeric() || "-_./".contains(letter);
            if FOLDERS.contains(&first) && rest.chars().all(plain) && !is_built {
                assert!(root().join(&span).exists(), "{page} names {span}");
                seen += 1;
            }
        }
    }
    assert!(seen > 50, "the test no longer sees the paths: {seen}");
}

/// The targets of the Makefile; those with a pattern without what it stands for.
fn targets() -> BTreeSet<String> {
    let makefile = read("Makefile");
    let rules = makefile.lines().filter_map(|line| line.split_once(": ").or(line.split_once(":")));
    let names = rules.map(|(name, _)| name.trim_end_matches('%'));
    names.filter(|name| !name.contains([' ', '\t', '='])).map(str::to_owned).collect()
}

#[test]
fn every_target_of_make_exists() {
    let targets = targets();
    let exists = |goal: &str| {
        let of_pattern = |target: &String| target.ends_with('-') && goal.starts_with(target);
        targets.contains(goal) || targets.iter().any(of_pattern)
    };
    let mut seen = 0;
    for page in pages() {
        let commands = blocks(&page).into_iter().map(|(_, text)| text).chain(spans(&page));
        for line in commands.flat_map(|text| text.lines().map(str::to_owned).collect::<Vec<_>>()) {
            let Some(rest) = line.trim_start_matches(['$', ' ']).strip_prefix("make ") else {
                continue;
            };
            let goal = rest.split_whitespace().next().unwrap_or_default();
            if goal.starts_with(|first: char| first.is_ascii_lowercase()) {
                assert!(exists(goal), "{page}: make {goal}");
                seen += 1;
            }
        }
    }
    assert!(seen > 20, "the test no longer sees the commands: {seen}");
}

#[test]
fn every_kind_of_block_has_a_runner() {
    let mut found = BTreeSet::new();
    for page in pages() {
        found.extend(blocks(&page).into_iter().map(|(language, _)| (page.clone(), language)));
    }
    let run = RUNNERS.iter().map(|(page, language, _)| (*page, *language));
    let known = run.chain(COMMANDS.iter().copied()).chain(PICTURES.iter().copied());
    let known: BTreeSet<(String, String)> =
        known.map(|(page, language)| (page.to_owned(), language.to_owned())).collect();
    assert_eq!(found, known);
    for (page, language, runner) in RUNNERS {
        let name = page.rsplit('/').next().unwrap_or(page);
        assert!(read(runner).contains(name), "{runner} runs no {language} of {page}");
    }
}

#[test]
fn what_the_pages_install_is_there() {
    let project = read("py/pyproject.toml");
    let mut seen = 0;
    for (page, language) in COMMANDS {
        let of_language = blocks(page).into_iter().filter(|(found, _)| found == language);
        for line in
            of_language.flat_map(|(_, text)| text.lines().map(str::to_owned).collect::<Vec<_>>())
        {
            let Some(what) = line.strip_prefix("pip install ") else { continue };
            let what = what.split(" #").next().unwrap_or_default().trim().trim_matches(['"', '\'']);
            let (path, extra) = what.split_once('[').unwrap_or((what, ""));
            assert!(root().join(path).is_dir(), "{page}: {line}");
            let extra = extra.trim_end_matches(']');
            assert!(
                extra.is_empty() || project.contains(&format!("\n{extra} = [")),
                "{page}: {line}"
            );
            seen += 1;
        }
    }
    assert!(seen > 4, "the test no longer sees the commands: {seen}");
}

#[test]
fn the_lines_for_build_tools_are_those_of_the_examples() {
    for (language, example) in [("make", "Makefile"), ("cmake", "CMakeLists.txt")] {
        let example = read(&format!("ffi-c/examples/{example}"));
        let shown = blocks("docs/c.md").into_iter().filter(|(found, _)| found == language);
        let lines: Vec<String> = shown
            .flat_map(|(_, text)| text.lines().map(str::to_owned).collect::<Vec<_>>())
            .collect();
        assert!(lines.len() > 1, "{language}");
        for line in lines {
            let line =
                line.replace("(main ", "(${program} ").replace("pkg-config", "$(PKG_CONFIG)");
            assert!(example.contains(&line), "{line}");
        }
    }
}

/// A claim and a rule.
#[test]
fn the_json_of_the_page_on_analysis_is_real() {
    use idenfy_rules::policy::analysis::{Claim, ProofResult};
    let shown = blocks("docs/analysis.md").into_iter().filter(|(language, _)| language == "json");
    let texts: Vec<String> = shown.map(|(_, text)| text).collect();
    let [claim, rule] = texts.as_slice() else { panic!("{texts:?}") };
    let claim = Claim::from_json(claim.as_bytes()).expect("a claim");
    let proof = idenfy_rules::Policy::strict().prove(&claim, &Default::default()).expect("a proof");
    assert_eq!(proof.result, ProofResult::Holds);
    let document =
        format!(r#"{{"format": 1, "name": "ours", "extends": "strict", "rules": [{rule}]}}"#);
    idenfy_rules::Policy::from_json(document.as_bytes(), None).expect("a policy with the rule");
}
