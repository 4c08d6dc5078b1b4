//! Who may use a feature of the browser, such as the camera, inside a frame.
//!
//! Source: the Permissions Policy specification; where it leaves room, what Chromium 156 does.

use sfv::{BareItem, Dictionary, InnerList, Item, ListEntry, Parser};
use url::Url;

/// Whether an `allow` attribute delegates a feature to the frame. The first directive that names
/// the feature counts, in exactly its spelling; key words stand in quotes.
pub(super) fn attribute_allows(allow: &str, feature: &str, frame: Option<&Url>) -> bool {
    let mut directives = allow.split(';').map(str::split_ascii_whitespace);
    let named = directives.find_map(|mut words| (words.next() == Some(feature)).then_some(words));
    named.is_some_and(|origins| {
        let mut origins = origins.peekable();
        origins.peek().is_none() || origins.any(|word| names(word, frame))
    })
}

/// Whether a word of an attribute means the frame.
fn names(word: &str, frame: Option<&Url>) -> bool {
    word == "*"
        || word.eq_ignore_ascii_case("'src'")
        || frame.is_some_and(|frame| is_origin(word, frame))
}

fn is_origin(text: &str, url: &Url) -> bool {
    Url::parse(text).is_ok_and(|named| named.origin() == url.origin())
}

/// The `Permissions-Policy` header of a page.
pub(super) struct Policy(Dictionary);

impl Policy {
    /// Reads the header; `None` when browsers could not read it either.
    pub(super) fn read(header: &str) -> Option<Self> {
        Parser::new(header).parse::<Dictionary>().ok().map(Self)
    }

    /// Whether the page may let a frame use a feature: it can only hand on what it may use
    /// itself. What the header does not name, it may.
    pub(super) fn allows(&self, feature: &str, page: Option<&Url>, frame: Option<&Url>) -> bool {
        match self.0.get(feature) {
            None => true,
            // Outside a list only key words count, and `self` is not the frame.
            Some(ListEntry::Item(item)) => is_token(item, "*"),
            Some(ListEntry::InnerList(list)) => {
                list.items.iter().any(|item| is_token(item, "*"))
                    || (names_page(list, page, frame) && names_frame(list, frame))
            }
        }
    }
}

/// Whether a list names the page. A page that the caller does not tell may be any origin of the
/// list but that of the frame.
fn names_page(list: &InnerList, page: Option<&Url>, frame: Option<&Url>) -> bool {
    let may_be = |origin| match page {
        Some(page) => covers(origin, page),
        None => frame.is_none_or(|frame| !is_origin(origin, frame)),
    };
    list.items.iter().any(|item| is_token(item, "self")) || origins(list).any(may_be)
}

fn names_frame(list: &InnerList, frame: Option<&Url>) -> bool {
    frame.is_some_and(|frame| origins(list).any(|origin| covers(origin, frame)))
}

fn origins(list: &InnerList) -> impl Iterator<Item = &str> {
    list.items.iter().filter_map(|item| match &item.bare_item {
        BareItem::String(origin) => Some(origin.as_str()),
        _ => None,
    })
}

fn is_token(item: &Item, word: &str) -> bool {
    matches!(&item.bare_item, BareItem::Token(token) if token.as_str() == word)
}

/// Whether an entry of a list means the origin of a URL: all hosts, those below one, or itself.
fn covers(entry: &str, url: &Url) -> bool {
    match entry.split_once("://*.") {
        _ if matches!(entry, "*" | "https:" | "https://*") => true,
        Some((scheme, parent)) => {
            Url::parse(&format!("{scheme}://{parent}")).is_ok_and(|parent| is_below(url, &parent))
        }
        None => is_origin(entry, url),
    }
}

fn is_below(url: &Url, parent: &Url) -> bool {
    let same_port = url.port_or_known_default() == parent.port_or_known_default();
    let prefix = url.host_str().zip(parent.host_str());
    let prefix = prefix.and_then(|(host, parent)| host.strip_suffix(parent));
    url.scheme() == parent.scheme() && same_port && prefix.is_some_and(|part| part.ends_with('.'))
}
