//! Every function that a Rust user can call stands in an example of the documentation, which the
//! doctests compile and run.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

const ROOT: &str = env!("CARGO_MANIFEST_DIR");

/// Pages that are doctests, too.
const PAGES: &[&str] = &["README.md", "docs/analysis.md", "docs/token.md"];

fn read(path: &Path) -> String {
    fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

fn sources(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).expect("a folder of core") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            sources(&path, found);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            found.push(path);
        }
    }
}

/// What stands between fences that begin with one of these.
fn blocks<'t>(text: &'t str, fences: &[&str]) -> impl Iterator<Item = &'t str> {
    let parts: Vec<&str> = text.split("```").collect();
    let is_code = |block: &&str| {
        let (language, _) = block.split_once('\n').unwrap_or_default();
        fences.contains(&language)
    };
    parts.into_iter().skip(1).step_by(2).filter(is_code).collect::<Vec<_>>().into_iter()
}

/// The comments of a file as the page that rustdoc makes of them.
fn documentation(source: &str) -> String {
    let comments = source
        .lines()
        .map(str::trim_start)
        .filter_map(|line| line.strip_prefix("///").or_else(|| line.strip_prefix("//!")));
    comments.flat_map(|line| [line.trim_start(), "\n"]).collect()
}

fn words(code: &str) -> impl Iterator<Item = String> {
    code.split(|letter: char| !letter.is_alphanumeric() && letter != '_').map(str::to_owned)
}

/// The public functions of a file, but those that rustdoc hides.
fn functions(source: &str) -> Vec<String> {
    let code = source.split("#[cfg(test)]\nmod tests").next().unwrap_or_default();
    let lines: Vec<&str> = code.lines().map(str::trim_start).collect();
    let is_hidden = |number: usize| {
        let above = lines[..number].iter().rev().take_while(|line| line.starts_with(['#', '/']));
        above.into_iter().any(|line| line.contains("doc(hidden)"))
    };
    let name = |(number, line): (usize, &&str)| {
        let rest = line.strip_prefix("pub fn ").or_else(|| line.strip_prefix("pub const fn "))?;
        let end = rest.find(|letter: char| !letter.is_alphanumeric() && letter != '_')?;
        (end > 0 && !is_hidden(number)).then(|| rest[..end].to_owned())
    };
    lines.iter().enumerate().filter_map(name).collect()
}

#[test]
fn every_function_is_shown() {
    let mut files = Vec::new();
    sources(&Path::new(ROOT).join("core/src"), &mut files);
    let texts: Vec<String> = files.iter().map(|path| read(path)).collect();
    let mut shown = BTreeSet::new();
    for text in &texts {
        shown.extend(blocks(&documentation(text), &["", "rust"]).flat_map(words));
    }
    for page in PAGES {
        shown.extend(blocks(&read(&Path::new(ROOT).join(page)), &["rust"]).flat_map(words));
    }
    let all: Vec<String> = texts.iter().flat_map(|text| functions(text)).collect();
    let missing: Vec<&String> = all.iter().filter(|name| !shown.contains(*name)).collect();
    assert!(all.len() > 200 && shown.len() > 500, "the test no longer sees the functions");
    assert!(missing.is_empty(), "no example shows {missing:?}");
}
