//! Tables of the pages.

use idenfy_rules::vocab::Vocabulary;

/// A table: header and rows are cells between bars.
pub fn table(header: &str, rows: Vec<String>) -> String {
    assert!(!rows.is_empty(), "{header}");
    let columns = header.split(" | ").count();
    for row in &rows {
        let bars = row.replace(r"\|", "").matches('|').count();
        assert_eq!(bars + 1, columns, "a cell of this row has a bar: {row}");
    }
    let rows: String = rows.iter().map(|row| format!("| {row} |\n")).collect();
    format!("\n| {header} |\n{}|\n{rows}\n", "|---".repeat(columns))
}

/// The words of a vocabulary under its name.
pub fn words(vocabulary: &Vocabulary) -> String {
    let rows = vocabulary.words.iter().map(|word| {
        format!("`{}` | {} | {} | {}", word.text, word.meaning, word.class.meaning(), word.seen)
    });
    let table = table("Word | Meaning | Kind | Seen", rows.collect());
    format!("### `{}`\n{table}", vocabulary.name)
}
