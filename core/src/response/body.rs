//! What kind of body arrived, and the members of an error envelope in it.

use crate::json::{self, FaultKind, Limits, Object, Value};

/// Of an error answer no more than this is examined: its texts are short, and what is longer is
/// a page of somebody else's.
const EXAMINED: usize = 65_536;

const BYTE_ORDER_MARK: &[u8] = b"\xEF\xBB\xBF";

/// A body, sorted by what can be done with it.
#[derive(Debug)]
pub(super) enum Body<'a> {
    /// Nothing, or white space alone.
    Empty,
    /// One whole JSON text. Of a repeated key the last value counts, as usual parsers have it.
    Json(Value<'a>),
    /// A page for people.
    Html,
    /// A PDF file, or its beginning.
    Pdf,
    /// It starts like a JSON object or list but cannot be read to its end.
    CutOff,
    /// JSON, or its beginning, beyond the size that is read.
    TooLong,
    /// Any other text.
    Text,
}

impl<'a> Body<'a> {
    /// Sorts a body. Success answers are read whole, up to the limit for bodies, since a token
    /// must not be lost; of others only the beginning is examined.
    pub(super) fn read(bytes: &'a [u8], content_type: Option<&str>, success: bool) -> Self {
        let examined = if success { bytes } else { bytes.get(..EXAMINED).unwrap_or(bytes) };
        let text = examined.strip_prefix(BYTE_ORDER_MARK).unwrap_or(examined);
        let start = text.trim_ascii_start();
        match json::read(text, &Limits::default()) {
            Ok(value) => Self::Json(value),
            Err(_) if start.is_empty() => Self::Empty,
            Err(_) if start.starts_with(b"%PDF-") => Self::Pdf,
            Err(_) if start.starts_with(b"<") || content_type.is_some_and(is_html) => Self::Html,
            Err(_) if !matches!(start.first(), Some(b'{' | b'[')) => Self::Text,
            Err(fault) if fault.kind == FaultKind::TooLarge => Self::TooLong,
            Err(_) => Self::CutOff,
        }
    }

    /// The object that the body is.
    pub(super) fn object(&self) -> Option<&Object<'a>> {
        match self {
            Self::Json(value) => value.as_object(),
            _ => None,
        }
    }

    /// The sentence for people.
    pub(super) fn message(&self) -> Option<&str> {
        self.text("message")
    }

    /// The constant code of the standard envelope, trimmed.
    pub(super) fn identifier(&self) -> Option<&str> {
        self.text("identifier").map(str::trim)
    }

    /// The constant code of the second envelope, trimmed.
    pub(super) fn code(&self) -> Option<&str> {
        self.text("code").map(str::trim)
    }

    /// A member that is a text with something in it.
    fn text(&self, name: &str) -> Option<&str> {
        let text = self.object()?.get(name)?.as_str()?;
        (!text.trim().is_empty()).then_some(text)
    }
}

fn is_html(content_type: &str) -> bool {
    let media_type = content_type.split(';').next().unwrap_or_default().trim();
    ["text/html", "application/xhtml+xml"].iter().any(|html| media_type.eq_ignore_ascii_case(html))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sort(bytes: &[u8], success: bool) -> &'static str {
        match Body::read(bytes, None, success) {
            Body::Empty => "empty",
            Body::Json(_) => "json",
            Body::Html => "html",
            Body::Pdf => "pdf",
            Body::CutOff => "cut off",
            Body::TooLong => "too long",
            Body::Text => "text",
        }
    }

    #[test]
    fn bodies_are_told_apart() {
        for (bytes, expected) in [
            (&b""[..], "empty"),
            (b"\xEF\xBB\xBF \n", "empty"),
            (b"\xEF\xBB\xBF{}", "json"),
            (b"null", "json"),
            (b" <p>", "html"),
            (b"%PDF-1.7", "pdf"),
            (b"{\"a\"", "cut off"),
            (b"[1,]", "cut off"),
            (b"\"a", "text"),
            (b"\xff", "text"),
        ] {
            assert_eq!(sort(bytes, true), expected);
            assert_eq!(sort(bytes, false), expected);
        }
    }

    #[test]
    fn of_an_error_only_the_beginning_is_examined() {
        let of_length = |length: usize| format!("[\"{}\"]", "x".repeat(length - 4)).into_bytes();
        assert_eq!(sort(&of_length(EXAMINED), false), "json");
        assert_eq!(sort(&of_length(EXAMINED + 1), false), "cut off");
        assert_eq!(sort(&of_length(EXAMINED + 1), true), "json");
        assert_eq!(sort(&of_length(1 << 20), true), "json");
        assert_eq!(sort(&of_length((1 << 20) + 1), true), "too long");
    }

    #[test]
    fn a_page_is_known_by_its_label_unless_it_is_json() {
        let read = |bytes, label| matches!(Body::read(bytes, Some(label), false), Body::Html);
        assert!(read(b"Sign in", "Text/HTML ; charset=utf-8"));
        assert!(!read(b"Sign in", "text/htmlx") && !read(b"{}", "text/html"));
    }
}
