//! Tables in the documentation are those of the code.

#[path = "support/golden.rs"]
mod golden;

use std::path::Path;
use std::{env, fs};

use idenfy_rules::Policy;
use idenfy_rules::policy::{Absence, FactName, Kind};

use golden::Golden;

const PAGE: Golden = Golden { path: "docs/policy.md", command: "BLESS=1 cargo test --test docs" };

fn row(fact: &FactName) -> String {
    let vocabulary = match fact.kind() {
        Kind::Word(vocabulary) | Kind::Words(vocabulary) => format!(" of `{}`", vocabulary.name),
        _ => String::new(),
    };
    let absence = match fact.absence() {
        Absence::Never => "is always there".to_owned(),
        Absence::Missing => "missing: undecided".to_owned(),
        Absence::Word(word) => format!("`{word}`"),
        Absence::EmptySet => "no words".to_owned(),
        Absence::Zero => "0".to_owned(),
        other => panic!("describe {other:?}"),
    };
    let places: Vec<String> =
        fact.places().split_whitespace().map(|place| format!("`{place}`")).collect();
    format!(
        "| `{}` | {}{vocabulary} | {} | {} | {absence} |\n",
        fact.as_str(),
        fact.kind().as_str(),
        fact.meaning(),
        places.join(" "),
    )
}

#[test]
fn the_table_of_facts_is_up_to_date() {
    let rows: String = FactName::ALL.iter().map(row).collect();
    let table = format!(
        "\n| Fact | Kind | Meaning | Read from | When absent |\n|---|---|---|---|---|\n{rows}\n"
    );
    PAGE.check_parts(&[("facts", table)]);
}

#[test]
fn the_schema_is_up_to_date() {
    const SCHEMA: &str = "docs/policy.schema.json";
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(SCHEMA);
    let schema = idenfy_rules::policy::json_schema();
    if env::var_os("BLESS").is_some() {
        fs::write(&path, &schema).expect("the schema can be written");
    }
    let committed = fs::read_to_string(&path).unwrap_or_default();
    assert!(committed == schema, "{SCHEMA} is out of date; run `BLESS=1 cargo test --test docs`");
}

#[test]
fn the_policies_of_the_documentation_load() {
    let readme = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("README.md"))
        .expect("README.md");
    let mut loaded = 0;
    for text in [PAGE.text(), readme] {
        for block in text.split("```json\n").skip(1) {
            let document = block.split("```").next().expect("the end of a block");
            Policy::from_json(document.as_bytes(), None)
                .unwrap_or_else(|error| panic!("{error}\n{document}"));
            loaded += 1;
        }
    }
    assert_eq!(loaded, 2, "the pages changed; check that this test still sees their policies");
}
