//! How our own closed word lists are written: one row per word.

/// An enum, its list, its text in the JSON form and its `Display`, from one table.
macro_rules! words {
    (
        $(#[$attribute:meta])*
        $name:ident;
        $( $(#[$note:meta])* $variant:ident $(= $number:literal)? => $text:literal; )+
    ) => {
        $(#[$attribute])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum $name {
            $( $(#[$note])* $variant $(= $number)?, )+
        }

        impl $name {
            /// Every one, in the order of the table.
            pub const ALL: &'static [Self] = &[$( Self::$variant, )+];

            /// Its text in the JSON form.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self { $( Self::$variant => $text, )+ }
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(self.as_str())
            }
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.as_str())
            }
        }
    };
}
pub(crate) use words;
