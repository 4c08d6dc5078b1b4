//! The classes that words are sorted into.

macro_rules! classes {
    ($( $text:literal => $variant:ident, $meaning:literal; )+) => {
        /// What kind of word a vendor word is. Policies ask for a class by its text, for
        /// example `{"class": "fraud"}`. The classes are ours, not the vendor's.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
        #[non_exhaustive]
        pub enum Class {
            $( #[doc = $meaning] $variant, )+
        }

        impl Class {
            /// Every class.
            pub const ALL: &'static [Self] = &[$( Self::$variant, )+];

            /// The class as policies and decisions spell it.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self { $( Self::$variant => $text, )+ }
            }

            /// What the words of the class have in common.
            #[must_use]
            pub const fn meaning(self) -> &'static str {
                match self { $( Self::$variant => $meaning, )+ }
            }
        }
    };
}

classes! {
    "ok" => Ok, "Speaks for the person.";
    "failed" => Failed, "Refused by the vendor.";
    "flagged" => Flagged, "Something made the vendor suspicious.";
    "pending" => Pending, "Not decided yet.";
    "lifecycle" => Lifecycle, "Says where the record is, not how the check went.";
    "additional_step_failure" => AdditionalStepFailure, "The extra document was refused.";
    "additional_step_quality" => AdditionalStepQuality, "The extra document is missing or not usable.";
    "not_performed" => NotPerformed, "The check was not made.";
    "data_mismatch" => DataMismatch, "Data differs from what was supplied.";
    "quality" => Quality, "The picture or the reading was not good enough.";
    "document_unacceptable" => DocumentUnacceptable, "Another document is needed.";
    "fraud" => Fraud, "Looks like fraud.";
    "tamper_suspicion" => TamperSuspicion, "May have been altered.";
    "service_failure" => ServiceFailure, "A check did not complete.";
    "unverifiable" => Unverifiable, "Automation could not decide.";
    "identity_failure" => IdentityFailure, "Not the same person.";
    "liveness_unclear" => LivenessUnclear, "Not clear that a live person was there.";
    "spoof_suspicion" => SpoofSuspicion, "May be a fake.";
    "blocklist" => Blocklist, "On a blocklist.";
    "duplicate" => Duplicate, "Seen in an earlier verification.";
    "address" => Address, "The address was not confirmed.";
    "informational" => Informational, "Moves no decision.";
    "watchlist" => Watchlist, "Found on a list of PEPs, sanctions or crimes.";
    "lost_document" => LostDocument, "Registered as lost, stolen or invalid.";
    "data_mismatch_minor" => DataMismatchMinor, "A date of the document differs.";
    "age_policy" => AgePolicy, "About an age limit.";
    "additional_step_mismatch" => AdditionalStepMismatch, "The extra document says something else.";
    "event" => Event, "An event; not a class that a policy may ask for.";
    "identifier" => Identifier, "An identifier of an error answer.";
    "request_current" => RequestCurrent, "A current value of a request.";
    "request_older" => RequestOlder, "A value of older requests.";
    "document_physical" => DocumentPhysical, "A physical document.";
    "document_digital" => DocumentDigital, "A digital identity.";
    "document_result_only" => DocumentResultOnly, "A document type known from results or older lists.";
}
