//! Our own words about a webhook: outcome, lifecycle state, next step. Closed, numbered once.

macro_rules! closed {
    (
        $(#[$attribute:meta])*
        $name:ident { $( $text:literal => $variant:ident = $number:literal, $meaning:literal; )+ }
    ) => {
        $crate::vocab::words! {
            $(#[$attribute])*
            #[repr(u8)]
            $name;
            $( #[doc = $meaning] $variant = $number => $text; )+
        }

        impl $name {
            /// The number in the C interface; it never changes.
            #[must_use]
            pub const fn number(self) -> u8 {
                match self { $( Self::$variant => $number, )+ }
            }

            /// What it means.
            #[must_use]
            pub const fn meaning(self) -> &'static str {
                match self { $( Self::$variant => $meaning, )+ }
            }
        }

        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let text = <std::borrow::Cow<'_, str> as serde::Deserialize>::deserialize(deserializer)?;
                let known = Self::ALL.iter().copied().find(|item| item.as_str() == text);
                known.ok_or_else(|| serde::de::Error::custom("there is no such word"))
            }
        }
    };
}

pub(crate) use closed;

closed! {
    /// What to do about the person. The order is the strength: of several true rules the
    /// strongest outcome wins.
    Outcome {
        "none" => None = 0, "Nothing: the webhook says nothing about a verification.";
        "accept" => Accept = 1, "Let the person in.";
        "retry" => Retry = 2, "Ask the person to try again.";
        "review" => Review = 3, "Somebody of yours has to look at it.";
        "reject" => Reject = 4, "Turn the person away.";
        "wait" => Wait = 5, "A further result is due; do nothing yet.";
    }
}

closed! {
    /// Where a verification stands. Only `decided` reaches the rules, unless a policy says
    /// otherwise.
    Lifecycle {
        "decided" => Decided = 1, "The last word has been spoken.";
        "preliminary" => Preliminary = 2, "`final` is false: another result follows.";
        "pending" => Pending = 3, "REVIEWING or ACTIVE: nobody has decided yet.";
        "unfinished" => Unfinished = 4, "Expired or cancelled: nothing was decided.";
        "erased" => Erased = 5, "DELETED or ARCHIVED: the record carries no evidence.";
        "unknown" => Unknown = 6, "The vocabulary does not have the verdict.";
        "contradictory" => Contradictory = 7, "Event, verdict and `final` contradict each other.";
        "unmarked" => Unmarked = 8, "`final` is absent while a manual result is, too.";
    }
}

closed! {
    /// What the person can do now.
    NextStep {
        "none" => None = 0, "Nothing.";
        "start_again" => StartAgain = 1, "Begin a new verification.";
        "retake_document" => RetakeDocument = 2, "Take a better picture of the document.";
        "retake_selfie" => RetakeSelfie = 3, "Take a better selfie.";
        "other_document" => OtherDocument = 4, "Use another document.";
        "provide_additional" => ProvideAdditional = 5, "Hand in the extra document.";
        "wait" => Wait = 6, "Wait for the result.";
        "contact_support" => ContactSupport = 7, "Contact your support.";
    }
}

impl Outcome {
    /// The outcomes that a rule may name.
    pub(super) const OF_RULES: &'static [Self] =
        &[Self::Accept, Self::Retry, Self::Review, Self::Reject, Self::Wait];
}

impl Lifecycle {
    /// The states that `lifecycle` may name: all but `decided`.
    pub(super) const OF_DOCUMENTS: &'static [Self] = &[
        Self::Preliminary,
        Self::Pending,
        Self::Unfinished,
        Self::Erased,
        Self::Unknown,
        Self::Contradictory,
        Self::Unmarked,
    ];
}
