//! The elements of the page. Every text passes through here and comes out harmless.

use super::super::super::outcome::Outcome;
use super::super::super::written::{Joint, Markup, visible};

/// The longest word that is never broken, in characters.
const LONG_WORD: usize = 16;

pub(super) struct Html;

impl Markup for Html {
    fn code(&self, text: &str) -> String {
        code(text)
    }

    fn joint(&self, joint: Joint) -> String {
        format!(" <b>{}</b> ", joint.as_str())
    }

    fn joint_not(&self) -> &'static str {
        "<b>not</b>"
    }
}

/// A text that stands between tags or in a quoted attribute and does nothing there.
pub(super) fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for character in visible(text).chars() {
        match character {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            other => out.push(other),
        }
    }
    out
}

/// A word of the document or of the vendor. A long one may be broken, if it can be after an
/// underscore, so that it never widens the page.
pub(super) fn code(text: &str) -> String {
    let mut out = String::from("<code>");
    let mut unbroken = 0;
    let is_long = text.chars().count() > LONG_WORD;
    for character in visible(text).chars() {
        out.push_str(&escaped(character.encode_utf8(&mut [0; 4])));
        unbroken += 1;
        if is_long && (character == '_' || unbroken == LONG_WORD) {
            out.push_str("<wbr>");
            unbroken = 0;
        } else if character == '-' {
            // There a browser may break by itself.
            unbroken = 0;
        }
    }
    out + "</code>"
}

pub(super) fn codes<'t>(texts: impl Iterator<Item = &'t str>) -> String {
    texts.map(code).collect::<Vec<_>>().join(", ")
}

/// A text of the document, in its own direction of writing.
pub(super) fn paragraph(class: &str, text: Option<&str>) -> String {
    let paragraph = |text| format!("<p class=\"{class}\" dir=\"auto\">{}</p>\n", escaped(text));
    text.map(paragraph).unwrap_or_default()
}

/// A sentence of ours, in which words stand between backticks.
pub(super) fn prose(text: &str) -> String {
    let parts = text.split('`').enumerate();
    parts.map(|(index, part)| if index % 2 == 1 { code(part) } else { escaped(part) }).collect()
}

pub(super) fn outcome(outcome: Outcome) -> String {
    format!("<span class=\"outcome {outcome}\">{outcome}</span>")
}

/// A table, each cell of which knows its column: on a phone there are only cards. The roles keep
/// it a table for those who hear it there.
pub(super) struct Table {
    columns: Vec<String>,
    out: String,
}

impl Table {
    /// A table in a section of this name.
    pub(super) fn new(section: &str, columns: &[&str]) -> Self {
        let header = columns.iter().map(|column| {
            format!("<th role=\"columnheader\" scope=\"col\">{}</th>", escaped(column))
        });
        let header: String = header.collect();
        let out = format!(
            "<div class=\"scroll\">\n<table role=\"table\" aria-labelledby=\"{section}-title\">\n<thead role=\"rowgroup\"><tr role=\"row\">{header}</tr></thead>\n<tbody role=\"rowgroup\">\n"
        );
        Self { columns: columns.iter().map(|column| escaped(column)).collect(), out }
    }

    /// A row whose first cell names it.
    pub(super) fn row(&mut self, cells: &[String]) {
        self.row_named_by(0, "", cells);
    }

    /// A row with the cell that names it, and attributes of its own.
    pub(super) fn row_named_by(&mut self, name: usize, attributes: &str, cells: &[String]) {
        self.out += &format!("<tr role=\"row\"{attributes}>");
        for (index, (column, cell)) in self.columns.iter().zip(cells).enumerate() {
            let (tag, role) = if index == name {
                ("th", "role=\"rowheader\" scope=\"row\"")
            } else {
                ("td", "role=\"cell\"")
            };
            self.out += &format!("<{tag} {role} data-label=\"{column}\">{cell}</{tag}>");
        }
        self.out += "</tr>\n";
    }

    pub(super) fn close(self) -> String {
        self.out + "</tbody>\n</table>\n</div>\n"
    }
}
