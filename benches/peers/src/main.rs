//! Checks that all peers answer alike, then measures them: `make bench` runs it.
//!
//! `idenfy-rules-peers INPUTS RESULT [LIBRARY]`: the folder of inputs/generate.py, the file for
//! the figures (JSON), and the C library if its calls are to be measured, too.

mod beside;
mod decide;
mod rounds;
mod rules;
mod token;

use std::fs;
use std::path::{Path, PathBuf};

use serde::Serialize;

use rounds::{Case, medians};
use rules::RuleSet;

/// How many webhooks the peers must agree on. All of them are different.
const CHECKED: usize = 1_000;
/// How many the single decisions go through again and again.
const FEW: usize = 16;

pub struct Inputs {
    folder: PathBuf,
    pub library: Option<PathBuf>,
    pub webhooks: Vec<Vec<u8>>,
}

impl Inputs {
    fn new(folder: &Path, library: Option<PathBuf>) -> Self {
        let mut inputs = Self { folder: folder.to_owned(), library, webhooks: Vec::new() };
        inputs.webhooks = inputs.lines("webhooks.ndjson");
        inputs
    }

    pub fn few(&self) -> &[Vec<u8>] {
        &self.webhooks[..FEW]
    }

    pub fn lines(&self, name: &str) -> Vec<Vec<u8>> {
        self.text(name).lines().map(|line| line.as_bytes().to_vec()).collect()
    }

    pub fn token_words(&self) -> String {
        self.text("token/words.json")
    }

    fn text(&self, name: &str) -> String {
        fs::read_to_string(self.folder.join(name)).expect("a generated file")
    }
}

/// One table: nanoseconds per call of every case.
#[derive(Serialize)]
struct Table {
    name: String,
    rows: Vec<(String, f64)>,
}

fn measure(name: impl Into<String>, mut cases: Vec<Case<'_>>) -> Table {
    let name = name.into();
    eprintln!("measuring: {name}");
    let times = medians(&mut cases);
    let rows = cases.into_iter().map(|case| case.name).zip(times).collect();
    Table { name, rows }
}

fn main() {
    let mut arguments = std::env::args_os().skip(1).map(PathBuf::from);
    let (Some(folder), Some(result)) = (arguments.next(), arguments.next()) else {
        panic!("usage: idenfy-rules-peers INPUTS RESULT [LIBRARY]");
    };
    let inputs = Inputs::new(&folder, arguments.next());
    let sets = [10, 100, 1_000].map(|count| RuleSet::new(&folder, count));
    let [ten, _, thousand] = &sets;

    for set in &sets {
        eprintln!("comparing answers: {} rules", set.count);
        decide::check(set, &inputs, CHECKED);
    }
    token::check(&inputs);

    let token = |name: &str| fs::read(folder.join("token").join(name)).expect("a request");
    let (valid, eight) = (token("valid.json"), token("eight.json"));
    let mut tables: Vec<Table> = sets
        .iter()
        .map(|set| measure(format!("decide {}", set.count), decide::cases(set, &inputs)))
        .collect();
    tables.push(measure("verified", beside::verified(ten, &inputs)));
    tables.push(measure("batch", beside::batch([ten, thousand], &inputs)));
    tables.push(measure("token valid", token::cases(&inputs, &valid)));
    tables.push(measure("token eight", token::cases(&inputs, &eight)));
    tables.push(measure("others", beside::others(thousand, &inputs)));
    fs::write(&result, serde_json::to_string_pretty(&tables).expect("JSON")).expect("the result");
}
