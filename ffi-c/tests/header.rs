//! The committed header is what the library exports.

use std::path::Path;
use std::{env, fs};

#[test]
fn the_header_is_up_to_date() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let config = cbindgen::Config::from_file(root.join("cbindgen.toml")).expect("cbindgen.toml");
    let mut rendered = Vec::new();
    cbindgen::Builder::new()
        .with_crate(root)
        .with_config(config)
        .generate()
        .expect("a header")
        .write(&mut rendered);
    let rendered = String::from_utf8(rendered).expect("text");
    let place = root.join("../include/idenfy_rules.h");
    if env::var_os("BLESS").is_some() {
        fs::write(&place, &rendered).expect("the header can be written");
    }
    let committed = fs::read_to_string(&place).unwrap_or_default();
    assert!(
        committed == rendered,
        "include/idenfy_rules.h differs from the library; run `BLESS=1 cargo test -p idenfy-rules-c`"
    );
}

#[test]
fn every_exported_function_is_declared() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let header = fs::read_to_string(root.join("../include/idenfy_rules.h")).expect("the header");
    let mut exported = 0;
    for entry in fs::read_dir(root.join("src")).expect("src") {
        let text = fs::read_to_string(entry.expect("an entry").path()).expect("a source");
        for part in text.split("extern \"C\" fn ").skip(1) {
            let name = part.split('(').next().unwrap_or_default();
            assert!(name.starts_with("idr_"), "{name}");
            assert!(header.contains(&format!("{name}(")), "{name} is not in the header");
            exported += 1;
        }
    }
    assert!(exported >= 10, "the test no longer sees the functions");
}
