//! The committed header is what the library exports, and the committed list is its interface.

mod abi;
mod render;

use std::collections::BTreeSet;
use std::error::Error;
use std::path::Path;
use std::{env, fs};

use idenfy_rules::token::{Environment, Feature};
use idenfy_rules::vocab;
use render::{ROOT, header};

type Checked = Result<(), Box<dyn Error>>;

/// Compares a committed file with what it is made from; `BLESS=1` rewrites it.
fn is_up_to_date(file: &str, made: &str) -> Checked {
    let place = Path::new(ROOT).join(file);
    if env::var_os("BLESS").is_some() {
        fs::write(&place, made)?;
    }
    let committed = fs::read_to_string(&place)?;
    let hint = "run `BLESS=1 cargo test -p idenfy-rules-c` and look at the difference";
    assert!(committed == made, "{file} differs from the library; {hint}");
    Ok(())
}

#[test]
fn the_header_is_up_to_date() -> Checked {
    is_up_to_date("../include/idenfy_rules.h", &header()?)
}

#[test]
fn the_list_of_the_interface_is_up_to_date() -> Checked {
    is_up_to_date("abi.txt", &abi::list(&header()?)?)
}

/// Names of the exported functions, with the file that they stand in.
fn exported() -> Result<Vec<(String, String)>, Box<dyn Error>> {
    let mut exported = Vec::new();
    for entry in fs::read_dir(Path::new(ROOT).join("src"))? {
        let path = entry?.path();
        let file = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        let text = fs::read_to_string(&path)?;
        let names = text.split("extern \"C\" fn ").skip(1);
        let names = names.map(|rest| rest.split('(').next().unwrap_or_default().to_owned());
        exported.extend(names.map(|name| (name, file.clone())));
    }
    Ok(exported)
}

#[test]
fn every_exported_function_is_listed() -> Checked {
    let list = abi::list(&header()?)?;
    let listed: BTreeSet<&str> = list
        .lines()
        .filter_map(|line| line.strip_prefix("function "))
        .filter_map(|line| line.split('(').next()?.rsplit([' ', '*']).next())
        .collect();
    let exported = exported()?;
    let of_users: BTreeSet<&str> = exported
        .iter()
        .filter(|(_, file)| file != "test_entry")
        .map(|(name, _)| name.as_str())
        .collect();
    assert_eq!(listed, of_users);
    assert!(listed.len() >= 150 && listed.iter().all(|name| name.starts_with("idr_")));
    Ok(())
}

#[test]
fn every_name_is_defined_once() -> Checked {
    let header = header()?;
    let mut names = BTreeSet::new();
    for line in header.lines() {
        let words: Vec<&str> = line.split_whitespace().collect();
        let name = match words.as_slice() {
            ["#define", name, _, ..] => Some(*name),
            [name, "=", _] if name.starts_with("IDR_") => Some(*name),
            _ => None,
        };
        if let Some(name) = name {
            assert!(names.insert(name), "{name} is defined twice");
        }
    }
    let words: usize = vocab::ALL.iter().map(|vocabulary| vocabulary.words.len()).sum();
    assert!(names.len() > words && words > 200, "{} names, {words} words", names.len());
    Ok(())
}

#[test]
fn the_version_macros_are_those_of_the_manifest() -> Checked {
    let header = header()?;
    let manifest = [
        ("MAJOR", env!("CARGO_PKG_VERSION_MAJOR")),
        ("MINOR", env!("CARGO_PKG_VERSION_MINOR")),
        ("PATCH", env!("CARGO_PKG_VERSION_PATCH")),
    ];
    for (name, part) in manifest {
        assert!(header.contains(&format!("#define IDR_VERSION_{name} {part}\n")), "{name}");
    }
    let whole = format!("#define IDR_VERSION \"{}\"\n", env!("CARGO_PKG_VERSION"));
    assert!(header.contains(&whole));
    Ok(())
}

/// The comment on idr_profile_from_json() is all that a C programmer has.
#[test]
fn the_header_names_every_word_of_a_profile() -> Checked {
    let header = header()?;
    let environments = Environment::ALL.iter().map(|word| word.as_str());
    for word in environments.chain(Feature::ALL.iter().map(|word| word.as_str())) {
        assert!(header.contains(&format!("\"{word}\"")), "{word}");
    }
    Ok(())
}

#[test]
fn every_object_states_its_rules_of_threads_and_lifetime() -> Checked {
    let header = header()?;
    let list = abi::list(&header)?;
    let opaque: Vec<&str> =
        list.lines().filter_map(|line| line.strip_prefix("type struct ")).collect();
    assert!(opaque.len() >= 12, "{opaque:?}");
    for object in opaque {
        let name = object.split(' ').next().unwrap_or_default();
        let before = header.split(&format!("typedef struct {name} ")).next().unwrap_or_default();
        let comment = before.rsplit("/*").next().unwrap_or_default();
        assert!(comment.contains("Threads:") && comment.contains("Lifetime:"), "{name}");
    }
    Ok(())
}
