//! The vector files of an area, read as strictly as they are documented in
//! `tests/vectors/README.md`.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use serde::Deserialize;
use serde_json::Value;

/// One file of vectors.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct VectorFile {
    format: u32,
    about: String,
    pub cases: Vec<Vector>,
    #[serde(skip)]
    pub name: String,
}

/// One claim: what goes in, and what must come out.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Vector {
    pub name: String,
    source: String,
    pub input: Value,
    pub expect: Value,
}

/// Every file of an area, sorted by name. An area or a file without a case is a failure.
pub fn read(area: &str) -> Vec<VectorFile> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/vectors").join(area);
    let entries = fs::read_dir(&folder).unwrap_or_else(|error| panic!("{area}: {error}"));
    let mut paths: Vec<_> = entries.map(|entry| entry.expect("an entry").path()).collect();
    paths.sort();
    assert!(!paths.is_empty(), "{area} has no vector files");
    paths.iter().map(|path| file(area, path)).collect()
}

fn file(area: &str, path: &Path) -> VectorFile {
    let name = format!("{area}/{}", path.file_name().unwrap_or_default().to_string_lossy());
    let text = fs::read_to_string(path).unwrap_or_else(|error| panic!("{name}: {error}"));
    let file: VectorFile =
        serde_json::from_str(&text).unwrap_or_else(|error| panic!("{name}: {error}"));
    assert_eq!(file.format, 1, "{name}: format");
    assert!(!file.about.is_empty(), "{name}: `about` is empty");
    assert!(!file.cases.is_empty(), "{name} has no case");
    let mut names = BTreeSet::new();
    for case in &file.cases {
        assert!(names.insert(&case.name), "{name}: `{}` occurs twice", case.name);
        assert!(!case.source.is_empty(), "{name}: `{}` names no source", case.name);
    }
    VectorFile { name, ..file }
}
