//! The rules as a type: code, weight, identifier, demand and source of each.

mod table;

use std::fmt;

use serde::{Serialize, Serializer};

pub use crate::source::SOURCES;
pub use table::Rule;

/// One table, from which the type and everything that is said about a rule are made.
macro_rules! rules {
    ($(
        $variant:ident $code:literal, $severity:ident $($identifier:ident)?,
        [$($source:literal),*], $text:literal;
    )+) => {
        /// A rule of the validation; its text is the `code` of a finding.
        ///
        /// ```
        /// use idenfy_rules::token::Rule;
        /// let rule = Rule::from_word("client_id.max_length").unwrap();
        /// assert_eq!(rule, Rule::ClientIdMaxLength);
        /// assert_eq!(rule.identifier().unwrap().as_str(), "BAD_VALUE");
        /// assert_eq!(rule.severity().as_str(), "error");
        /// assert_eq!(rule.source(), ["page-err", "openapi"]);
        /// ```
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
        #[non_exhaustive]
        pub enum Rule {
            $( #[doc = concat!("`", $code, "`: ", $text, ".")] $variant, )+
        }

        impl Rule {
            /// Every rule, in the order of the table.
            pub const ALL: &'static [Self] = &[$( Self::$variant, )+];

            /// The code of its findings, for example `client_id.max_length`.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self { $( Self::$variant => $code, )+ }
            }

            /// The rule with this exact code, or `None`.
            #[must_use]
            pub fn from_word(code: &str) -> Option<Self> {
                match code { $( $code => Some(Self::$variant), )+ _ => None }
            }

            /// How much its findings usually weigh. Three rules depend on the profile:
            /// `dummy.environment` and `digit_string.expiry` are warnings where the profile
            /// does not know, `country_documents.unsupported` is an error where it does.
            #[must_use]
            pub const fn severity(self) -> $crate::report::Severity {
                match self { $( Self::$variant => $crate::report::Severity::$severity, )+ }
            }

            /// The identifier that the API most likely answers with when the rule is an
            /// error. The vendor documents identifiers and rules but seldom pairs them, so
            /// most of these are inferred.
            #[must_use]
            pub const fn identifier(self) -> Option<$crate::vocab::Identifier> {
                match self {
                    $( Self::$variant => {
                        let known: &[$crate::vocab::Identifier] =
                            &[$( $crate::vocab::Identifier::$identifier )?];
                        known.first().copied()
                    } )+
                }
            }

            /// What it demands or notes, to be read after the name of the member. Words in
            /// braces, such as `{max}`, are parameters of the finding.
            #[must_use]
            pub const fn text(self) -> &'static str {
                match self { $( Self::$variant => $text, )+ }
            }

            /// The keys of [`SOURCES`](super::SOURCES) that it rests on; empty where it is inferred or ours.
            #[must_use]
            pub const fn source(self) -> &'static [&'static str] {
                match self { $( Self::$variant => &[$( $source ),*], )+ }
            }
        }
    };
}
use rules;

impl fmt::Display for Rule {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl Serialize for Rule {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::Severity;

    #[test]
    fn every_code_is_unique_and_found_again() {
        for (index, rule) in Rule::ALL.iter().enumerate() {
            assert_eq!(Rule::from_word(rule.as_str()), Some(*rule));
            assert_eq!(rule.to_string(), rule.as_str());
            let first = Rule::ALL.iter().position(|other| other.as_str() == rule.as_str());
            assert_eq!(first, Some(index), "{rule}");
        }
        assert_eq!(Rule::from_word("client_id"), None);
    }

    #[test]
    fn every_error_has_an_identifier() {
        for rule in Rule::ALL {
            assert!(rule.severity() == Severity::Warning || rule.identifier().is_some(), "{rule}");
        }
    }

    #[test]
    fn every_text_follows_the_house_style_and_every_source_is_explained() {
        for rule in Rule::ALL {
            assert!(rule.text().starts_with(|first: char| first.is_ascii_lowercase()), "{rule}");
            assert!(!rule.text().ends_with('.'), "{rule}");
            for source in rule.source() {
                assert!(SOURCES.iter().any(|(key, _)| key == source), "{rule}: {source}");
            }
        }
    }
}
