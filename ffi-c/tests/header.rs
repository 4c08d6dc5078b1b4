//! The committed header is what the library exports.

use std::collections::BTreeSet;
use std::error::Error;
use std::path::Path;
use std::{env, fs};

use idenfy_rules::{VERSION, vocab};

const ROOT: &str = env!("CARGO_MANIFEST_DIR");

fn rendered() -> Result<String, Box<dyn Error>> {
    let root = Path::new(ROOT);
    let mut config = cbindgen::Config::from_file(root.join("cbindgen.toml"))?;
    config.after_includes = Some(format!("\n{}\n{}", versions(), words()));
    let mut rendered = Vec::new();
    cbindgen::Builder::new().with_crate(root).with_config(config).generate()?.write(&mut rendered);
    // Markdown means nothing to a C reader.
    Ok(String::from_utf8(rendered)?.replace(" # Safety\n", " Safety:\n"))
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

fn committed() -> String {
    fs::read_to_string(Path::new(ROOT).join("../include/idenfy_rules.h")).unwrap_or_default()
}

#[test]
fn the_header_is_up_to_date() {
    let rendered = rendered().expect("a header");
    if env::var_os("BLESS").is_some() {
        let place = Path::new(ROOT).join("../include/idenfy_rules.h");
        fs::write(&place, &rendered).expect("the header can be written");
    }
    assert!(
        committed() == rendered,
        "include/idenfy_rules.h differs from the library; run `BLESS=1 cargo test -p idenfy-rules-c`"
    );
}

#[test]
fn every_exported_function_is_declared() {
    let header = rendered().expect("a header");
    let mut exported = 0;
    for entry in fs::read_dir(Path::new(ROOT).join("src")).expect("src") {
        let path = entry.expect("an entry").path();
        let text = fs::read_to_string(&path).expect("a source");
        for part in text.split("extern \"C\" fn ").skip(1) {
            let name = part.split('(').next().unwrap_or_default();
            assert!(name.starts_with("idr_"), "{name}");
            let of_tests = path.file_stem().is_some_and(|stem| stem == "test_entry");
            assert_eq!(header.contains(&format!("{name}(")), !of_tests, "{name}");
            exported += 1;
        }
    }
    assert!(exported >= 100, "the test no longer sees the functions");
}

#[test]
fn every_name_is_defined_once() {
    let header = rendered().expect("a header");
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
}

#[test]
fn the_version_macros_are_those_of_the_manifest() {
    let header = rendered().expect("a header");
    let manifest = [env!("CARGO_PKG_VERSION_MAJOR"), env!("CARGO_PKG_VERSION_MINOR")];
    for (name, part) in ["MAJOR", "MINOR"].iter().zip(manifest) {
        assert!(header.contains(&format!("#define IDR_VERSION_{name} {part}\n")), "{name}");
    }
    let whole = format!("#define IDR_VERSION \"{}\"\n", env!("CARGO_PKG_VERSION"));
    assert!(header.contains(&whole));
}
