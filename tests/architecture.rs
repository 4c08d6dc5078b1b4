//! What the shape of the project promises: a pure core, arrows that point down, small files.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

const ROOT: &str = env!("CARGO_MANIFEST_DIR");

/// The module map: a module may name the modules of the rows above its own, and no other.
const LAYERS: &[&[&str]] = &[
    &["vocab", "country", "date", "https", "pointer", "source", "suggest"],
    &["json", "report", "error"],
    &["token", "response", "webhook", "lint"],
    &["facts"],
    &["policy"],
    &["history"],
];

/// Modules that may also name a neighbour in their own row.
const NEIGHBOURS: &[(&str, &str)] = &[("date", "error")];

fn sources(folder: &str) -> Vec<PathBuf> {
    fn walk(folder: &Path, found: &mut Vec<PathBuf>) {
        for entry in fs::read_dir(folder).expect("a folder of the project") {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                walk(&path, found);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                found.push(path);
            }
        }
    }
    let mut found = Vec::new();
    walk(&Path::new(ROOT).join(folder), &mut found);
    assert!(!found.is_empty(), "{folder} has no sources");
    found
}

/// The code of a file without its test module and without comments.
fn code(path: &Path) -> String {
    let text = fs::read_to_string(path).expect("a source file");
    let code = text.split("#[cfg(test)]").next().unwrap_or_default();
    code.lines()
        .filter(|line| !line.trim_start().starts_with("//"))
        .map(|line| format!("{line}\n"))
        .collect()
}

/// The module that a file of core belongs to.
fn module(path: &Path) -> String {
    let core = Path::new(ROOT).join("core/src");
    let inside = path.strip_prefix(&core).expect("a file of core");
    let first = inside.components().next().expect("a name").as_os_str().to_string_lossy();
    first.trim_end_matches(".rs").to_owned()
}

fn layer(module: &str) -> Option<usize> {
    LAYERS.iter().position(|row| row.contains(&module))
}

#[test]
fn core_has_no_clock_file_network_environment_or_process() {
    const FORBIDDEN: &[&str] = &[
        "std::fs",
        "std::net",
        "std::env",
        "std::process",
        "std::thread",
        "std::io",
        "SystemTime",
        "Instant::now",
        "Utc::now",
        "Local::now",
        "rand::",
        "include!(",
    ];
    for path in sources("core/src") {
        let code = code(&path);
        for name in FORBIDDEN {
            assert!(!code.contains(name), "{} names {name}", path.display());
        }
        assert!(
            !code.contains("use std::{"),
            "{}: one `use` per path, so that this test sees it",
            path.display()
        );
    }
}

/// Where the picture of the page says what a row is; the names stand before.
const PICTURE: usize = 66;

#[test]
fn the_page_shows_the_module_map() {
    let page = fs::read_to_string(Path::new(ROOT).join("docs/architecture.md")).expect("a page");
    let section = page.split("## The modules of core").nth(1).expect("the section");
    let picture = section.split("```").nth(1).expect("a picture");
    let rows = picture.lines().filter(|row| !row.is_empty());
    let names = rows.map(|row| row[..PICTURE].split_whitespace().collect::<Vec<_>>());
    assert_eq!(names.collect::<Vec<_>>(), LAYERS);
}

#[test]
fn arrows_point_down_the_module_map() {
    let mut seen = 0;
    for path in sources("core/src") {
        let from = module(&path);
        if from == "lib" {
            continue;
        }
        let row = layer(&from).unwrap_or_else(|| panic!("`{from}` is not in the module map"));
        let code = code(&path);
        for (other_row, row_modules) in LAYERS.iter().enumerate() {
            for other in *row_modules {
                let names = code.contains(&format!("crate::{other}::"))
                    || code.contains(&format!("crate::{other};"));
                if !names || *other == from {
                    continue;
                }
                seen += 1;
                let neighbours = NEIGHBOURS.contains(&(from.as_str(), other));
                let allowed = other_row < row || neighbours;
                assert!(allowed, "{} names `{other}`, which is not below it", path.display());
            }
        }
    }
    assert!(seen > 10, "the test no longer sees the imports");
}

#[test]
fn no_file_is_longer_than_500_lines_without_tests() {
    for folder in ["core/src", "ffi-c/src", "py/src"] {
        for path in sources(folder) {
            let text = fs::read_to_string(&path).expect("a source file");
            let lines =
                text.split("#[cfg(test)]\nmod tests {").next().unwrap_or_default().lines().count();
            assert!(lines <= 500, "{} has {lines} lines", path.display());
        }
    }
}

/// Where unsafe code may stand: what C passes as a pointer and a number, and a bench that calls
/// the library as C does. A lint has every block say why it holds.
const UNSAFE: &[&str] = &["ffi-c/src/view.rs", "benches/peers/src/decide/c.rs"];

#[test]
fn unsafe_code_stands_in_two_files() {
    const FOLDERS: &[&str] = &[
        "benches",
        "callers/rust/src",
        "core",
        "ffi-c",
        "fuzz",
        "py/src",
        "receivers/rust/src",
        "tests",
    ];
    const SHAPES: &[&str] = &["unsafe {", "unsafe fn", "unsafe impl", "unsafe extern", "unsafe("];
    let mut unsafe_files = BTreeSet::new();
    for folder in FOLDERS {
        for path in sources(folder) {
            let name = path.strip_prefix(ROOT).expect("a file of the project").to_string_lossy();
            let text = fs::read_to_string(&path).expect("a source file");
            // The attribute that keeps a name is unsafe to write, and no code.
            let mut lines = text
                .lines()
                .filter(|line| !line.trim_start().starts_with("//"))
                .filter(|line| *line != "#[unsafe(no_mangle)]");
            let is_unsafe = lines.any(|line| SHAPES.iter().any(|shape| line.contains(shape)));
            if is_unsafe && name != "tests/architecture.rs" {
                unsafe_files.insert(name.into_owned());
            }
        }
    }
    assert_eq!(unsafe_files, UNSAFE.iter().map(|name| (*name).to_owned()).collect());
}

fn last_word(text: &str) -> &str {
    text.rsplit(|letter: char| !letter.is_alphanumeric() && letter != '_')
        .next()
        .unwrap_or_default()
}

/// The arrays that a function takes, each with the length that stands right after it.
fn arrays(signature: &str) -> impl Iterator<Item = (&str, &str)> {
    let names = signature.split(": Array<").map(last_word);
    let lengths = signature.split(": Array<").skip(1).map(|after| {
        let before = after.split_once(": Length").map(|(before, _)| before);
        let before = before.filter(|before| !before.contains(": "));
        last_word(before.unwrap_or_else(|| panic!("an array without a length: {after}")))
    });
    names.zip(lengths)
}

/// What the compiler cannot see, and the unsafe code of `view` rests on.
#[test]
fn every_array_of_a_c_caller_is_read_with_its_own_length() {
    let mut seen = 0;
    for path in sources("ffi-c/src").into_iter().filter(|path| !path.ends_with("view.rs")) {
        let code = code(&path).split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(!code.contains("Array<'static"), "{} keeps what it was passed", path.display());
        for function in code.split(" fn ").skip(1) {
            let (signature, body) = function.split_once(" { ").unwrap_or_default();
            for (array, length) in arrays(signature) {
                let reads = ["items", "bytes", "given", "text", "keys"]
                    .map(|read| format!("{array}.{read}({length}"));
                let handed_on = format!("({array}, {length}, ");
                let is_read = reads.iter().chain([&handed_on]).any(|read| body.contains(read));
                let words = body.split(|letter: char| !letter.is_alphanumeric() && letter != '_');
                let uses = words.filter(|word| *word == length).count();
                assert!(is_read && uses == 1, "{}: {array} and {length}", path.display());
                seen += 1;
            }
        }
    }
    assert!(seen > 50, "the test no longer sees the arrays: {seen}");
}

/// The names in a section of a manifest, up to the next one.
fn named(manifest: &str, section: &str) -> Vec<String> {
    let text = fs::read_to_string(Path::new(ROOT).join(manifest)).expect("a manifest");
    let lines = text.lines().skip_while(|line| *line != section).skip(1);
    let lines = lines.take_while(|line| !line.starts_with('['));
    let names = lines.filter_map(|line| Some(line.split_once(" = ")?.0.to_owned()));
    names.filter(|name| !name.starts_with("idenfy-rules")).collect()
}

#[test]
fn every_direct_dependency_has_a_reason() {
    let reasons = fs::read_to_string(Path::new(ROOT).join("docs/dependencies.md")).expect("a page");
    let sections = [
        ("Cargo.toml", "[workspace.dependencies]"),
        ("Cargo.toml", "[dev-dependencies]"),
        ("fuzz/Cargo.toml", "[dependencies]"),
        ("receivers/rust/Cargo.toml", "[dependencies]"),
        ("callers/rust/Cargo.toml", "[dependencies]"),
    ];
    for (manifest, section) in sections {
        let names = named(manifest, section);
        assert!(names.len() > 2, "{manifest} {section} is not read");
        for name in names {
            assert!(
                reasons.contains(&format!("\n| {name} |")),
                "{name} of {manifest} has no reason"
            );
        }
    }
}
