//! What docs/stability.md promises and nothing else holds: one version and one oldest compiler
//! everywhere, no features, and closed enums.

use std::fs;
use std::path::Path;

use idenfy_rules::history::{StartReason, TransitionKind};
use idenfy_rules::{
    Action, EscalateTo, Lifecycle, NextStep, Operation, Outcome, Severity, VERSION,
};

fn read(path: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(path);
    fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// The text between two others, the first time.
fn between<'t>(text: &'t str, before: &str, after: &str) -> &'t str {
    let rest = text.split_once(before).unwrap_or_else(|| panic!("there is no {before:?}")).1;
    rest.split_once(after).unwrap_or_else(|| panic!("no {after:?} after {before:?}")).0
}

/// `0.1` of `0.1.0`.
fn series(version: &str) -> &str {
    version.rsplit_once('.').expect("three numbers").0
}

#[test]
fn the_version_is_the_same_everywhere() {
    let manifest = read("Cargo.toml");
    assert_eq!(between(&manifest, "[workspace.package]\nversion = \"", "\""), VERSION);
    let dependency = "idenfy-rules = { path = \"core\", version = \"";
    assert_eq!(between(&manifest, dependency, "\""), VERSION);
    for package in ["core", "ffi-c", "py"] {
        assert!(read(&format!("{package}/Cargo.toml")).contains("\nversion.workspace = true\n"));
    }
    assert!(read("py/pyproject.toml").contains("\ndynamic = [\"version\"]\n"));
    let header = read("include/idenfy_rules.h");
    assert_eq!(between(&header, "#define IDR_VERSION \"", "\""), VERSION);
    let cmake = read("ffi-c/examples/CMakeLists.txt");
    assert_eq!(between(&cmake, "find_package(idenfy-rules ", " "), series(VERSION));
    for page in ["docs/c.md", "docs/stability.md"] {
        assert_eq!(between(&read(page), "`libidenfy_rules.so.", "`"), series(VERSION), "{page}");
    }
}

/// `## Unreleased` first, then `## 1.2.3 - 2026-01-31`, the newest release on top.
#[test]
fn the_changelog_knows_no_later_version() {
    let page = read("CHANGELOG.md");
    let mut titles = page.lines().filter_map(|line| line.strip_prefix("## ")).peekable();
    assert!(titles.next_if_eq(&"Unreleased").is_some() || titles.peek().is_some(), "no section");
    let parts = |version: &str| -> Vec<u32> {
        version.split('.').map(|part| part.parse().expect("a version in the changelog")).collect()
    };
    let mut newest = parts(VERSION);
    for title in titles {
        let (version, day) = title.split_once(" - ").expect("a version and its day");
        assert!(idenfy_rules::Date::read(day).is_ok(), "{title}");
        assert!(parts(version) <= newest, "{title} stands below an older version");
        newest = parts(version);
    }
}

#[test]
fn the_oldest_compiler_is_the_same_everywhere() {
    let oldest = between(&read("Cargo.toml"), "\nrust-version = \"", "\"").to_owned();
    for manifest in ["callers/rust/Cargo.toml", "receivers/rust/Cargo.toml"] {
        assert_eq!(between(&read(manifest), "\nrust-version = \"", "\""), oldest, "{manifest}");
    }
    for page in ["README.md", "docs/c.md", "docs/python.md"] {
        assert_eq!(between(&read(page), "cargo (Rust ", " or newer)"), oldest, "{page}");
    }
    assert!(read("docs/stability.md").contains(&format!("| oldest compiler | Rust {oldest}. ")));
    assert!(read("core/src/lib.rs").contains(&format!("Minimum Rust version: {oldest}.\n")));
}

#[test]
fn the_versions_of_python_are_the_same_everywhere() {
    let project = read("py/pyproject.toml");
    let tested = between(&read("py/check.sh"), "for version in ", "; do").to_owned();
    let classifier = "    \"Programming Language :: Python :: 3.";
    let named: Vec<String> = project
        .lines()
        .filter_map(|line| Some(format!("3.{}", line.strip_prefix(classifier)?.split_once('"')?.0)))
        .collect();
    assert_eq!(named.join(" "), tested);
    let (oldest, newest) = (&named[0], &named[named.len() - 1]);
    assert_eq!(between(&project, "requires-python = \">=", "\""), oldest);
    let abi = format!("\"abi3-py{}\"", oldest.replace('.', ""));
    assert!(read("Cargo.toml").contains(&abi), "{abi}");
    let promised = format!("CPython {oldest} to {newest} are tested");
    assert!(read("docs/stability.md").contains(&promised), "{promised}");
}

#[test]
fn the_crate_has_no_features() {
    assert!(!read("core/Cargo.toml").contains("[features]"));
}

/// Compiles only while each has these variants, no others, and is not `#[non_exhaustive]`.
#[test]
fn closed_enums_have_these_variants() {
    macro_rules! closed {
        ($( $name:ident: $first:ident $($variant:ident)+; )+) => { $({
            let is_first = |one: $name| match one {
                $name::$first => true,
                $( $name::$variant )|+ => false,
            };
            assert!(is_first($name::$first));
        })+ };
    }
    closed! {
        Outcome: None Accept Retry Review Reject Wait;
        Action: Proceed Retry Fix Escalate;
        Lifecycle: Decided Preliminary Pending Unfinished Erased Unknown Contradictory Unmarked;
        NextStep: None StartAgain RetakeDocument RetakeSelfie OtherDocument ProvideAdditional Wait
            ContactSupport;
        Severity: Error Warning;
        EscalateTo: Developer Operations AccountManager IdenfySupport;
        Operation: CreateToken Process Delete Status Data Files Pdf;
        TransitionKind: New Duplicate Late Replace Refresh Reopen Stricter Milder;
        StartReason: Go AlreadyAccepted SessionActive TooManyAttempts;
    }
}
