//! The words of a token request.

use super::{Class, vocabulary};

vocabulary! {
    /// `tokenType` of a token request.
    ///
    /// Source: OpenAPI (2026); the video calls from pages of 2020 to 2023.
    TokenType, "tokenType", false;
    "IDENTIFICATION" => Identification, RequestCurrent, "2026", "Document and face verification.";
    "DOCUMENT" => Document, RequestCurrent, "2026", "Document verification only.";
    "VIDEO_CALL" => VideoCall, RequestOlder, "2021", "A video call; gone from the current schema.";
    "VIDEO_CALL_PHOTOS" => VideoCallPhotos, RequestOlder, "2021", "A video call; gone from the current schema.";
    "VIDEO_CALL_IDENTIFICATION" => VideoCallIdentification, RequestOlder, "2021", "A video call; gone from the current schema.";
}

vocabulary! {
    /// A document type of `documents`, and of `data.docType` in webhooks.
    ///
    /// Source: documents-countries page and webhook enumeration (2026). New digital identities appear about
    /// monthly, so a profile can add words.
    DocumentType, "docType", false;
    "PASSPORT" => Passport, DocumentPhysical, "2026", "A passport.";
    "ID_CARD" => IdCard, DocumentPhysical, "2026", "A national identity card.";
    "DRIVER_LICENSE" => DriverLicense, DocumentPhysical, "2026", "A driver's licence.";
    "RESIDENCE_PERMIT" => ResidencePermit, DocumentPhysical, "2026", "A residence permit.";
    "VISA" => Visa, DocumentPhysical, "2026", "A visa.";
    "NATIONAL_PASSPORT" => NationalPassport, DocumentPhysical, "2026", "A national passport.";
    "PAN_CARD" => PanCard, DocumentPhysical, "2026", "The tax card of India, PAN.";
    "AADHAAR" => Aadhaar, DocumentPhysical, "2026", "The identity card of India, Aadhaar.";
    "OLD_ID_CARD" => OldIdCard, DocumentPhysical, "2026", "An identity card of an older model.";
    "MILITARY_CARD" => MilitaryCard, DocumentPhysical, "2026", "A military identity card.";
    "ADDRESS_CARD" => AddressCard, DocumentPhysical, "2026", "An address card.";
    "PROVISIONAL_DRIVER_LICENSE" => ProvisionalDriverLicense, DocumentPhysical, "2026", "A provisional driver's licence of the United Kingdom.";
    "SMART_ID" => SmartId, DocumentDigital, "2026", "Smart-ID of the Baltic states.";
    "BANK_ID_SE" => BankIdSe, DocumentDigital, "2026", "BankID of Sweden.";
    "BANK_ID_NO" => BankIdNo, DocumentDigital, "2026", "BankID of Norway.";
    "BANK_ID_CZ" => BankIdCz, DocumentDigital, "2026", "Bank iD of the Czech Republic.";
    "CLEAR" => Clear, DocumentDigital, "2026", "CLEAR.";
    "ONE_ID" => OneId, DocumentDigital, "2026", "OneID of the United Kingdom.";
    "MIT_ID" => MitId, DocumentDigital, "2026", "MitID of Denmark.";
    "VERIMI" => Verimi, DocumentDigital, "2026", "Verimi of Germany.";
    "SPID" => Spid, DocumentDigital, "2026", "SPID of Italy.";
    "ITSME" => Itsme, DocumentDigital, "2026", "itsme of Belgium.";
    "FTN" => Ftn, DocumentDigital, "2026", "FTN, the trust network of Finland.";
    "YOTI_ID" => YotiId, DocumentDigital, "2026", "Yoti.";
    "LA_WALLET" => LaWallet, DocumentDigital, "2026", "LA Wallet of Louisiana, United States.";
    "SAMSUNG_WALLET" => SamsungWallet, DocumentDigital, "2026", "Samsung Wallet.";
    "MOJE_ID_CZ" => MojeIdCz, DocumentDigital, "2026", "mojeID of the Czech Republic.";
    "BORDER_CROSSING" => BorderCrossing, DocumentResultOnly, "2026", "A border crossing card; counts as a visa.";
    "ASYLUM" => Asylum, DocumentResultOnly, "2026", "A document of an asylum seeker; counts as a residence permit.";
    "PHOTO_CARD" => PhotoCard, DocumentResultOnly, "2026", "A photo card; counts as an identity card.";
    "PROOF_OF_AGE_CARD" => ProofOfAgeCard, DocumentResultOnly, "2026", "A proof of age; counts as an identity card.";
    "TRAVEL_CARD" => TravelCard, DocumentResultOnly, "2026", "A travel card; counts as an identity card.";
    "VOTER_CARD" => VoterCard, DocumentResultOnly, "2026", "A voter's card; counts as an identity card.";
    "DIPLOMATIC_ID" => DiplomaticId, DocumentResultOnly, "2026", "A diplomat's card; counts as an identity card.";
    "WORK_PERMIT" => WorkPermit, DocumentResultOnly, "2026", "A work permit; counts as a residence permit.";
    "SOCIAL_SECURITY_CARD" => SocialSecurityCard, DocumentResultOnly, "2026", "A social security card.";
    "OTHER" => Other, DocumentResultOnly, "2026", "Another document.";
    "INTERNATIONAL_PASSPORT" => InternationalPassport, DocumentResultOnly, "client", "A passport for travel abroad; counts as a passport.";
}

vocabulary! {
    /// `dummyStatus` of a token request in the DEV environment.
    ///
    /// Source: dummy-results page (2026).
    DummyStatus, "dummyStatus", false;
    "APPROVED" => Approved, RequestCurrent, "2026", "The dummy session ends as APPROVED.";
    "DENIED" => Denied, RequestCurrent, "2026", "The dummy session ends as DENIED.";
    "SUSPECTED" => Suspected, RequestCurrent, "2026", "The dummy session ends as SUSPECTED.";
    "EXPIRED" => Expired, RequestCurrent, "2026", "The dummy session ends as EXPIRED.";
    "ACTIVE" => Active, RequestOlder, "~2025", "The dummy session stays open; only in older captures.";
}

vocabulary! {
    /// `sex` of a token request.
    ///
    /// Source: OpenAPI (2026).
    Sex, "sex", false;
    "M" => M, RequestCurrent, "2026", "Male; webhooks write MALE.";
    "F" => F, RequestCurrent, "2026", "Female; webhooks write FEMALE.";
}

vocabulary! {
    /// A language of the verification pages; compare without case, `-` and `_` alike.
    ///
    /// Source: supported-languages page (2026).
    Locale, "locale", false;
    "EN" => En, RequestCurrent, "2026", "English.";
    "ES" => Es, RequestCurrent, "2026", "Spanish.";
    "FR" => Fr, RequestCurrent, "2026", "French.";
    "RU" => Ru, RequestCurrent, "2026", "Russian.";
    "DE" => De, RequestCurrent, "2026", "German.";
    "IT" => It, RequestCurrent, "2026", "Italian.";
    "PL" => Pl, RequestCurrent, "2026", "Polish.";
    "LT" => Lt, RequestCurrent, "2026", "Lithuanian.";
    "LV" => Lv, RequestCurrent, "2026", "Latvian.";
    "ET" => Et, RequestCurrent, "2026", "Estonian.";
    "SV" => Sv, RequestCurrent, "2026", "Swedish.";
    "CS" => Cs, RequestCurrent, "2026", "Czech.";
    "RO" => Ro, RequestCurrent, "2026", "Romanian.";
    "HU" => Hu, RequestCurrent, "2026", "Hungarian.";
    "JA" => Ja, RequestCurrent, "2026", "Japanese.";
    "BG" => Bg, RequestCurrent, "2026", "Bulgarian.";
    "NL" => Nl, RequestCurrent, "2026", "Dutch.";
    "PT" => Pt, RequestCurrent, "2026", "Portuguese.";
    "UK" => Uk, RequestCurrent, "2026", "Ukrainian.";
    "SK" => Sk, RequestCurrent, "2026", "Slovak.";
    "SI" => Si, RequestCurrent, "2026", "Slovenian (ISO 639 writes sl).";
    "VI" => Vi, RequestCurrent, "2026", "Vietnamese.";
    "TH" => Th, RequestCurrent, "2026", "Thai.";
    "HI" => Hi, RequestCurrent, "2026", "Hindi.";
    "ID" => Id, RequestCurrent, "2026", "Indonesian.";
    "HR" => Hr, RequestCurrent, "2026", "Croatian.";
    "DA" => Da, RequestCurrent, "2026", "Danish.";
    "FI" => Fi, RequestCurrent, "2026", "Finnish.";
    "EL" => El, RequestCurrent, "2026", "Greek.";
    "NO" => No, RequestCurrent, "2026", "Norwegian.";
    "TR" => Tr, RequestCurrent, "2026", "Turkish.";
    "SR" => Sr, RequestCurrent, "2026", "Serbian.";
    "ZH" => Zh, RequestCurrent, "2026", "Chinese.";
    "ZH_TW" => ZhTw, RequestCurrent, "2026", "Traditional Chinese.";
    "KO" => Ko, RequestCurrent, "2026", "Korean.";
}

vocabulary! {
    /// The type of an additional step, in `additionalSteps` of a token request.
    ///
    /// Source: additional-steps pages (2022, 2026).
    StepType, "stepType", false;
    "UPLOAD" => Upload, RequestCurrent, "2022 2026", "The person uploads a document.";
    "EXTRACT" => Extract, RequestCurrent, "2022 2026", "Fields are read from the document.";
    "COMPARE" => Compare, RequestCurrent, "2022 2026", "Fields are compared with `additionalData`.";
}

vocabulary! {
    /// How the names of a request are compared with those of the document. The FAQ says that
    /// the mode is chosen when a token is created; no page names the member of the request, so
    /// no member is known here.
    ///
    /// Source: FAQ (2026).
    NameMatching, "nameMatching", false;
    "ANY_NAME" => AnyName, RequestCurrent, "page", "At least one name, first or last, must match.";
    "ONE_NAME" => OneName, RequestCurrent, "page", "Exactly one of the names must match.";
    "ALL_NAMES" => AllNames, RequestCurrent, "page", "Every name that was supplied must match.";
}

vocabulary! {
    /// What else of a request can be compared with the document. A difference comes back as the
    /// mismatch tag of the same name.
    ///
    /// Source: FAQ (2026); the members are inferred from the meanings.
    CrossMatch, "crossMatch", false;
    "DOCUMENT_NUMBER" => DocumentNumber, RequestCurrent, "page", "The number of the document: `documentNumber`.";
    "PERSONAL_CODE" => PersonalCode, RequestCurrent, "page", "The personal code: `personalNumber`.";
    "EXPIRY_DATE" => ExpiryDate, RequestCurrent, "page", "The day on which the document expires: `dateOfExpiry`.";
    "DATE_OF_BIRTH" => DateOfBirth, RequestCurrent, "page", "The date of birth: `dateOfBirth`.";
    "DATE_OF_ISSUE" => DateOfIssue, RequestCurrent, "page", "The day on which the document was issued: `dateOfIssue`.";
}

/// Where a document type comes from; only the first two are values of the request.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum DocumentOrigin {
    /// A physical document that a request may name.
    Physical,
    /// A digital identity that a request may name.
    Digital,
    /// Known from results or older lists; a request that names it gets a warning.
    ResultOnly,
}

impl DocumentType {
    /// The type of the request that a result-only type counts as, where a page says so.
    ///
    /// Source: documents-countries page (2026), older lists.
    ///
    /// ```
    /// use idenfy_rules::vocab::{DocumentOrigin, DocumentType};
    /// assert_eq!(DocumentType::Asylum.origin(), DocumentOrigin::ResultOnly);
    /// assert_eq!(DocumentType::Asylum.counts_as(), Some(DocumentType::ResidencePermit));
    /// assert_eq!(DocumentType::Passport.counts_as(), None);
    /// ```
    #[must_use]
    pub const fn counts_as(self) -> Option<Self> {
        match self {
            Self::BorderCrossing => Some(Self::Visa),
            Self::Asylum | Self::WorkPermit => Some(Self::ResidencePermit),
            Self::PhotoCard
            | Self::ProofOfAgeCard
            | Self::TravelCard
            | Self::VoterCard
            | Self::DiplomaticId => Some(Self::IdCard),
            Self::InternationalPassport => Some(Self::Passport),
            _ => None,
        }
    }

    /// Where the type comes from.
    #[must_use]
    pub const fn origin(self) -> DocumentOrigin {
        match self.class() {
            Class::DocumentPhysical => DocumentOrigin::Physical,
            Class::DocumentDigital => DocumentOrigin::Digital,
            _ => DocumentOrigin::ResultOnly,
        }
    }
}
