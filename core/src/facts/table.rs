//! The table of facts.

use crate::vocab::{
    AdditionalStepStatus, AddressStatus, AgeEstimate, AmlHit, Comparison, DocumentStatus,
    DocumentType, Event, FaceStatus, Overall, Platform, Risk, Screening, Service, Tag, Vocabulary,
};

use super::derived;
use super::read::{Content, Read, Source};
use super::scan::derived as scanned;
use super::service;

/// What kind of value a fact has, and so what may be asked of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Kind {
    /// One word of a vocabulary.
    Word(&'static Vocabulary),
    /// A set of words of a vocabulary.
    Words(&'static Vocabulary),
    /// A set of free texts.
    Texts,
    /// A whole number.
    Number,
    /// True or false.
    Flag,
    /// A two-letter country code.
    Country,
    /// A free text.
    Text,
}

impl Kind {
    /// The kind as error messages and the documentation name it.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Word(_) => "word",
            Self::Words(_) => "words",
            Self::Texts => "texts",
            Self::Number => "number",
            Self::Flag => "flag",
            Self::Country => "country",
            Self::Text => "text",
        }
    }
}

/// What it means when a webhook does not have the fact.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Absence {
    /// It always has a value.
    Never,
    /// The answer is hidden: every comparison is undecided.
    Missing,
    /// The service was simply not used: this word stands for it.
    Word(&'static str),
    /// Nothing was reported: the set is empty.
    EmptySet,
    /// Nothing was counted.
    Zero,
}

macro_rules! facts {
    ($( $variant:ident, $name:literal, $kind:expr, $absence:expr, $meaning:literal,
        $places:literal, $read:expr; )+) => {
        /// A fact that a policy may ask about.
        /// ```
        /// use idenfy_rules::policy::{Absence, FactName, Kind};
        /// let fact = FactName::from_name("document").unwrap();
        /// assert!(matches!(fact.kind(), Kind::Word(words) if words.position("DOC_VALIDATED").is_some()));
        /// assert_eq!((fact.absence(), fact.needs_today()), (Absence::Missing, false));
        /// assert_eq!(fact.places(), "status.manualDocument status.autoDocument");
        /// ```
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
        #[non_exhaustive]
        #[repr(u8)]
        pub enum Fact {
            $( #[doc = concat!("`", $name, "`: ", $meaning, ".")] $variant, )+
        }

        impl Fact {
            /// Every fact, in the order of the documentation.
            pub const ALL: &'static [Self] = &[$( Self::$variant, )+];

            /// The name that policies use.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self { $( Self::$variant => $name, )+ }
            }

            /// The fact with this exact name.
            #[must_use]
            pub fn from_name(name: &str) -> Option<Self> {
                match name { $( $name => Some(Self::$variant), )+ _ => None }
            }

            /// What kind of value it has.
            #[must_use]
            pub const fn kind(self) -> Kind {
                match self { $( Self::$variant => $kind, )+ }
            }

            /// What its absence means.
            #[must_use]
            pub const fn absence(self) -> Absence {
                match self { $( Self::$variant => $absence, )+ }
            }

            /// What it says.
            #[must_use]
            pub const fn meaning(self) -> &'static str {
                match self { $( Self::$variant => $meaning, )+ }
            }

            /// The members of the body it is read from, as dotted paths; several are separated
            /// by spaces.
            #[must_use]
            pub const fn places(self) -> &'static str {
                match self { $( Self::$variant => $places, )+ }
            }

            pub(super) const fn reader(self) -> Read {
                match self { $( Self::$variant => $read, )+ }
            }
        }
    };
}

use Absence::{EmptySet, Missing, Never, Zero};
use Read::{Derived, First};

const fn word(vocabulary: &'static Vocabulary) -> Kind {
    Kind::Word(vocabulary)
}

const NOT_CHECKED: Absence = Absence::Word("NOT_CHECKED");
const NOT_COMPARED: Absence = Absence::Word("NOT_COMPARED");

// Source of every row: the OpenAPI webhooks of 2026-09, the schema of about 2025 and the result
// callback pages of 2021, merged.
facts! {
    Overall, "overall", word(&Overall::VOCABULARY), Never, "the vendor's verdict", "status.overall", First;
    Final, "final", Kind::Flag, Missing, "whether this is the last delivery; anything but true or false counts as absent", "final", First;
    Event, "event", word(&Event::VOCABULARY), Missing, "which event carried the body; it is not signed, so no accepting rule may ask it", "", Derived(derived::event, scanned::EVENT);
    Document, "document", word(&DocumentStatus::VOCABULARY), Missing, "effective document check: by a person if there is one, else by automation", "status.manualDocument status.autoDocument", First;
    Face, "face", word(&FaceStatus::VOCABULARY), Missing, "effective face check: by a person if there is one, else by automation", "status.manualFace status.autoFace", First;
    AutoDocument, "autoDocument", word(&DocumentStatus::VOCABULARY), Missing, "document check by automation", "status.autoDocument", First;
    ManualDocument, "manualDocument", word(&DocumentStatus::VOCABULARY), Missing, "document check by a person", "status.manualDocument", First;
    AutoFace, "autoFace", word(&FaceStatus::VOCABULARY), Missing, "face check by automation", "status.autoFace", First;
    ManualFace, "manualFace", word(&FaceStatus::VOCABULARY), Missing, "face check by a person", "status.manualFace", First;
    Tags, "tags", Kind::Words(&Tag::VOCABULARY), EmptySet, "all reasons for suspicion, three lists merged", "status.fraudTags status.suspicionReasons status.mismatchTags", Derived(derived::tags, scanned::SET);
    TagsReported, "tagsReported", Kind::Flag, Never, "whether reasons were given at all; an empty list counts", "status.fraudTags status.suspicionReasons status.mismatchTags", Derived(derived::tags_reported, scanned::TAGS_REPORTED);
    DenyReasons, "denyReasons", Kind::Texts, EmptySet, "free words of the schema of about 2025", "status.denyReasons", Derived(derived::deny_reasons, scanned::SET);
    AdditionalSteps, "additionalSteps", word(&AdditionalStepStatus::VOCABULARY), NOT_CHECKED, "result of the extra document", "status.additionalSteps", First;
    Aml, "aml", word(&Service::VOCABULARY), NOT_CHECKED, "older screening: the worst block", "AML aml", Derived(service::worst, scanned::AML);
    AmlHits, "amlHits", Kind::Words(&AmlHit::VOCABULARY), EmptySet, "kinds of hit that were not dismissed", "AML aml", Derived(service::hits, scanned::AML_HITS);
    Lid, "lid", word(&Service::VOCABULARY), NOT_CHECKED, "register of lost documents: the worst block; a row with valid=false is a hit", "LID lid", Derived(service::worst_of_register, scanned::LID);
    Criminal, "criminal", word(&Service::VOCABULARY), NOT_CHECKED, "criminal record check: the worst block", "CRIMINAL_CHECK", Derived(service::worst, scanned::CRIMINAL);
    AmlCheck, "amlCheck", word(&Screening::VOCABULARY), NOT_CHECKED, "current screening; a block without a status is missing", "amlCheck.overallStatus", Derived(derived::block_status, scanned::BLOCK_STATUS);
    AmlResult, "amlResult", word(&Screening::VOCABULARY), NOT_CHECKED, "screening of about 2025", "status.amlResultClass", First;
    Peps, "peps", word(&Screening::VOCABULARY), NOT_CHECKED, "PEP status of about 2025", "status.pepsStatus", First;
    Sanctions, "sanctions", word(&Screening::VOCABULARY), NOT_CHECKED, "sanctions status of about 2025", "status.sanctionsStatus", First;
    AdverseMedia, "adverseMedia", word(&Screening::VOCABULARY), NOT_CHECKED, "media status of about 2025", "status.adverseMediaStatus", First;
    IpRisk, "ipRisk", word(&Risk::VOCABULARY), NOT_CHECKED, "proxy risk of the IP address", "data.clientIpProxyRiskLevel", First;
    RiskLevel, "riskLevel", word(&Risk::VOCABULARY), NOT_CHECKED, "level of the risk assessment", "riskAssessment.riskLevel", First;
    RiskScore, "riskScore", Kind::Number, Missing, "score of the risk assessment, 0 to 100", "riskAssessment.riskScore", First;
    BankRisk, "bankRisk", word(&Risk::VOCABULARY), NOT_CHECKED, "risk of the bank account", "bankVerification.riskLevel", First;
    Duplicates, "duplicates", Kind::Number, Zero, "earlier verifications with the same face", "data.duplicateFaces data.duplicateDocFaces", Derived(derived::duplicates, scanned::DUPLICATES);
    BankCard, "bankCard", word(&Comparison::VOCABULARY), NOT_COMPARED, "bank card against document; a block without a status is missing", "bankCardVerification.status", Derived(derived::block_status, scanned::BLOCK_STATUS);
    DriverLicense, "driverLicense", word(&Comparison::VOCABULARY), NOT_COMPARED, "licence registry against document: `NO_MATCH` when one comparison is false", "driverLicenseCheck", Derived(derived::driver_license, scanned::COMPARISONS);
    AddressVerification, "addressVerification", word(&AddressStatus::VOCABULARY), NOT_CHECKED, "address check", "addressVerification.status data.addressVerification.status", First;
    AddressMatch, "addressMatch", Kind::Flag, Missing, "a reviewer's comparison of the address", "manualAddressMatch data.manualAddressMatch", First;
    EmailVerified, "emailVerified", Kind::Flag, Missing, "whether the e-mail address was confirmed", "emailVerification.emailVerified", First;
    PhoneVerified, "phoneVerified", Kind::Flag, Missing, "whether the phone number was confirmed", "phoneVerification.phoneVerified", First;
    AgeEstimate, "ageEstimate", word(&AgeEstimate::VOCABULARY), NOT_CHECKED, "age by face", "data.ageEstimate", First;
    Age, "age", Kind::Number, Missing, "age by document in whole years; needs `today`", "data.docDob", Derived(derived::age, scanned::AGE);
    DaysToExpiry, "daysToExpiry", Kind::Number, Missing, "days until the document expires, negative when past; needs `today`", "data.docExpiry", Derived(derived::days_to_expiry, scanned::DAYS_TO_EXPIRY);
    DocType, "docType", word(&DocumentType::VOCABULARY), Missing, "type of the document", "data.docType", First;
    Nationality, "nationality", Kind::Country, Missing, "nationality by document", "data.docNationality", First;
    IssuingCountry, "issuingCountry", Kind::Country, Missing, "country that issued the document", "data.docIssuingCountry", First;
    SelectedCountry, "selectedCountry", Kind::Country, Missing, "country chosen by the person", "data.selectedCountry", First;
    IpCountry, "ipCountry", Kind::Country, Missing, "country of the IP address", "clientIpCountry", First;
    Platform, "platform", word(&Platform::VOCABULARY), Missing, "where the person did the verification", "platform", First;
    DataChanged, "dataChanged", Kind::Flag, Missing, "whether a reviewer corrected read data", "data.manuallyDataChanged", First;
    ClientId, "clientId", Kind::Text, Missing, "your id of the client; a number counts as its text", "clientId", Derived(derived::client_id, scanned::ID);
    ExternalRef, "externalRef", Kind::Text, Missing, "your own reference", "externalRef", First;
    CompanyId, "companyId", Kind::Text, Missing, "id of a company", "companyId", First;
    BeneficiaryId, "beneficiaryId", Kind::Text, Missing, "id of a beneficiary", "beneficiaryId", First;
    RepeatedKeys, "repeatedKeys", Kind::Flag, Never, "whether a key outside the decision paths is repeated with different values", "", Derived(derived::repeated_keys, scanned::REPEATED_KEYS);
}

impl Fact {
    /// Each of its [places](Self::places).
    pub(crate) fn paths(self) -> impl Iterator<Item = &'static str> {
        self.places().split_ascii_whitespace()
    }

    /// Its place in [`Fact::ALL`].
    #[expect(clippy::as_conversions, reason = "the number of a variant without fields")]
    pub(crate) fn index(self) -> usize {
        usize::from(self as u8)
    }

    /// Whether the fact can only be read by somebody who knows what day it is.
    #[must_use]
    pub const fn needs_today(self) -> bool {
        matches!(self, Self::Age | Self::DaysToExpiry)
    }
}

/// How a derived fact is read: `None` is absence, `Missing` something that hides the answer.
pub(super) type Derive = for<'d> fn(&Source<'d>, Fact) -> Option<Content<'d>>;

#[cfg(test)]
mod tests {
    use super::*;
    use crate::facts::TAG_LISTS;

    #[test]
    fn every_fact_stands_at_its_place() {
        assert!(Fact::ALL.len() >= 48, "a fact is gone");
        for (place, fact) in Fact::ALL.iter().enumerate() {
            assert_eq!(fact.index(), place);
            assert_eq!(Fact::from_name(fact.as_str()), Some(*fact));
        }
    }

    #[test]
    fn tags_are_read_from_the_lists_of_reasons() {
        for fact in [Fact::Tags, Fact::TagsReported] {
            let lists = TAG_LISTS.iter().map(|(key, _)| format!("status.{key}"));
            assert!(fact.paths().eq(lists), "{fact:?}");
        }
    }

    #[test]
    fn the_word_for_absence_is_in_the_vocabulary() {
        for fact in Fact::ALL {
            if let Absence::Word(word) = fact.absence() {
                let Kind::Word(vocabulary) = fact.kind() else { panic!("{fact:?}") };
                assert!(vocabulary.position(word).is_some(), "{fact:?}");
            }
        }
    }
}
