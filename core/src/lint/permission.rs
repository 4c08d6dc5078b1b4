//! Who may use a feature of the browser, such as the camera, inside a frame.

use sfv::{BareItem, Dictionary, Item, ListEntry, Parser};
use url::Url;

/// Whether an `allow` attribute delegates a feature to the frame.
///
/// Source: the grammar of container policies in the Permissions Policy specification.
pub(super) fn attribute_allows(allow: &str, feature: &str, frame: Option<&Url>) -> bool {
    allow.split(';').any(|directive| {
        let mut words = directive.split_ascii_whitespace();
        let named = words.next().is_some_and(|name| name.eq_ignore_ascii_case(feature));
        let mut origins = words.peekable();
        let everybody = origins.peek().is_none();
        named && (everybody || origins.any(|word| names(word.trim_matches('\''), frame)))
    })
}

/// Whether a word of an allow list means the frame.
fn names(word: &str, frame: Option<&Url>) -> bool {
    matches!(word, "*" | "src") || frame.is_some_and(|frame| is_origin(word, frame))
}

fn is_origin(text: &str, frame: &Url) -> bool {
    Url::parse(text).is_ok_and(|url| url.origin() == frame.origin())
}

/// The `Permissions-Policy` header of a page.
pub(super) struct Policy(Dictionary);

impl Policy {
    /// Reads the header; `None` when browsers could not read it either.
    pub(super) fn read(header: &str) -> Option<Self> {
        Parser::new(header).parse::<Dictionary>().ok().map(Self)
    }

    /// Whether the page may let a frame use a feature. What the header does not name, it may.
    pub(super) fn allows(&self, feature: &str, frame: Option<&Url>) -> bool {
        match self.0.get(feature) {
            None => true,
            Some(ListEntry::Item(item)) => item_names(item, frame),
            Some(ListEntry::InnerList(list)) => {
                list.items.iter().any(|item| item_names(item, frame))
            }
        }
    }
}

fn item_names(item: &Item, frame: Option<&Url>) -> bool {
    match &item.bare_item {
        BareItem::Token(token) => token.as_str() == "*",
        BareItem::String(origin) => frame.is_some_and(|frame| is_origin(origin.as_str(), frame)),
        _ => false,
    }
}
