//! What the shape of the project promises: a pure core, arrows that point down, small files.

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

/// What may be unsafe outside of the C library: a bench that calls it as C does.
const UNSAFE: &[&str] = &["benches/peers/src/decide/c.rs"];

#[test]
fn nothing_is_unsafe_outside_of_the_c_library() {
    const SHAPES: &[&str] = &["unsafe {", "unsafe fn", "unsafe impl", "unsafe extern", "unsafe("];
    for folder in ["core", "py/src", "tests", "benches", "fuzz"] {
        for path in sources(folder) {
            let name = path.strip_prefix(ROOT).expect("a file of the project").to_string_lossy();
            let allowed = UNSAFE.contains(&name.as_ref()) || name == "tests/architecture.rs";
            let text = fs::read_to_string(&path).expect("a source file");
            let mut lines = text.lines().filter(|line| !line.trim_start().starts_with("//"));
            let found = lines.find(|line| SHAPES.iter().any(|shape| line.contains(shape)));
            assert!(allowed || found.is_none(), "{name}: {found:?}");
        }
    }
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
