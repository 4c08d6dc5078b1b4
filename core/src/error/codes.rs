//! How the codes of hard errors are written: one row per code.

/// An enum of codes, its list, the code of each and what it says, from one table.
macro_rules! codes {
    (
        $(#[$attribute:meta])*
        $name:ident;
        $( $variant:ident $code:literal, $meaning:literal; )+
    ) => {
        $(#[$attribute])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        #[non_exhaustive]
        pub enum $name {
            $( #[doc = concat!("`", $code, "`: ", $meaning)] $variant, )+
        }

        impl $name {
            /// Every code, in the order of the table.
            pub const ALL: &'static [Self] = &[$( Self::$variant, )+];

            /// Every code as text, in the same order.
            pub const CODES: &'static [&'static str] = &[$( $code, )+];

            /// The stable code.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self { $( Self::$variant => $code, )+ }
            }

            /// What it says, in a sentence for people; the wording may change.
            #[must_use]
            pub const fn meaning(self) -> &'static str {
                match self { $( Self::$variant => $meaning, )+ }
            }
        }
    };
}
pub(crate) use codes;

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use crate::policy::PolicyCode;
    use crate::policy::testing::TestFileCode;
    use crate::webhook::{SignatureCode, WebhookCode};

    #[test]
    fn codes_are_unique_in_their_group_and_say_something() {
        macro_rules! rows {
            ($name:ident) => {
                $name::ALL.iter().map(|code| (code.as_str(), code.meaning())).collect::<Vec<_>>()
            };
        }
        let groups = [
            ("policy.", rows!(PolicyCode)),
            ("signature.", rows!(SignatureCode)),
            ("webhook.", rows!(WebhookCode)),
            ("test.", rows!(TestFileCode)),
        ];
        for (group, rows) in groups {
            let codes: BTreeSet<&str> = rows.iter().map(|(code, _)| *code).collect();
            let meanings: BTreeSet<&str> = rows.iter().map(|(_, meaning)| *meaning).collect();
            assert_eq!((codes.len(), meanings.len()), (rows.len(), rows.len()), "{group}");
            assert!(codes.iter().all(|code| code.starts_with(group)), "{codes:?}");
            assert!(meanings.iter().all(|meaning| meaning.ends_with('.')), "{meanings:?}");
        }
    }
}
