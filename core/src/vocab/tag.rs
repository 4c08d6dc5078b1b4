//! The reasons for suspicion.

use super::vocabulary;

vocabulary! {
    /// A reason for suspicion: `status.fraudTags`, `status.suspicionReasons` (its older name) and
    /// `status.mismatchTags`, merged.
    ///
    /// Source: OpenAPI webhooks of 2026-09, dashboard schema of about 2025, suspicions page.
    Tag, "tag", true;
    "FACE_IN_BLACKLIST" => FaceInBlacklist, Blocklist, "~2025 2026", "This verification's own selfie has been put on your blocklist (staff action on this scanRef).";
    "DOC_FACE_IN_BLACKLIST" => DocFaceInBlacklist, Blocklist, "~2025 2026", "This verification's own document portrait has been put on your blocklist.";
    "DATA_IN_BLACKLIST" => DataInBlacklist, Blocklist, "~2025 2026", "This verification's data was used to create a blocklist entry.";
    "FACE_BLACKLISTED" => FaceBlacklisted, Blocklist, "~2025 2026", "Selfie matched an existing blocklist entry.";
    "DOC_FACE_BLACKLISTED" => DocFaceBlacklisted, Blocklist, "~2025 2026", "Document portrait matched an existing blocklist entry.";
    "DATA_BLACKLISTED" => DataBlacklisted, Blocklist, "~2025 2026", "Personal data matched an existing blocklist entry.";
    "DUPLICATE_FACE" => DuplicateFace, Duplicate, "~2025 2026", "Selfie matches an earlier verification's selfie: second account, or the same customer again.";
    "DUPLICATE_DOC_FACE" => DuplicateDocFace, Duplicate, "~2025 2026", "Document portrait matches an earlier verification's portrait.";
    "DUPLICATE_PERSONAL_DATA" => DuplicatePersonalData, Duplicate, "~2025 2026", "Personal data matches an earlier verification.";
    "VIRTUAL_CAMERA" => VirtualCamera, SpoofSuspicion, "~2025 2026", "A virtual camera was probably used.";
    "ADDRESS_UNVERIFIED" => AddressUnverified, Address, "~2025 2026", "Address check not made, or came back unverified.";
    "PORTRAIT_SUBSTITUTION" => PortraitSubstitution, SpoofSuspicion, "~2025 2026", "Passive document liveness thinks the portrait may have been replaced.";
    "FACE_SUSPECTED" => FaceSuspected, SpoofSuspicion, "2021 ~2025 2026", "Algorithms doubt the selfie is genuine.";
    "DOC_MOBILE_PHOTO" => DocMobilePhoto, SpoofSuspicion, "2021 ~2025 2026", "Document shown from a phone screen.";
    "DOC_PRINT_SPOOFED" => DocPrintSpoofed, SpoofSuspicion, "2021 ~2025 2026", "Document looks printed on paper.";
    "FAKE_PHOTO" => FakePhoto, SpoofSuspicion, "2021 ~2025 2026", "Generic marker for a fake picture.";
    "DEV_TOOLS_OPENED" => DevToolsOpened, Informational, "2021 ~2025 2026", "User opened browser developer tools.";
    "AML_SUSPECTION" => AmlSuspection, Watchlist, "2021 ~2025 2026", "Person found on a PEP or sanctions list.";
    "AML_FAILED" => AmlFailed, ServiceFailure, "2021 ~2025 2026", "Requested AML check did not complete: not a clean result.";
    "LID_SUSPECTION" => LidSuspection, LostDocument, "2021 ~2025 2026", "Document found in a lost/stolen/invalid register.";
    "LID_FAILED" => LidFailed, ServiceFailure, "2021 ~2025 2026", "Register check did not complete.";
    "SANCTIONS_SUSPECTION" => SanctionsSuspection, Watchlist, "~2025 2026", "Sanctions-list hit.";
    "SANCTIONS_FAILED" => SanctionsFailed, ServiceFailure, "~2025 2026", "Sanctions check did not complete.";
    "CRIMINAL_SUSPECTED" => CriminalSuspected, Watchlist, "~2025 2026", "A criminal record possibly matches the document data (US).";
    "CRIMINAL_CHECK_FAILED" => CriminalCheckFailed, ServiceFailure, "~2025 2026", "Criminal check did not complete.";
    "RC_FAILED" => RcFailed, ServiceFailure, "~2025 2026", "Registry-centre check did not complete.";
    "DL_FAILED" => DlFailed, ServiceFailure, "~2025 2026", "Driver-licence check did not complete.";
    "AUTO_UNVERIFIABLE" => AutoUnverifiable, Informational, "2021 ~2025 2026", "Automation could not decide; settled by the reviewer if the manual fields are filled.";
    "URJANET_FAILURE" => UrjanetFailure, ServiceFailure, "~2025", "Third-party address/utility lookup failed (inferred); only in the older dashboard schema.";
    "NAME" => Name, DataMismatch, "2021 ~2025 2026", "Given name differs from the one you supplied.";
    "SURNAME" => Surname, DataMismatch, "2021 ~2025 2026", "Surname differs.";
    "FULL_NAME" => FullName, DataMismatch, "2021 ~2025 2026", "Full name differs.";
    "DATE_OF_BIRTH" => DateOfBirth, DataMismatch, "2021 ~2025 2026", "Date of birth differs.";
    "PERSONAL_CODE" => PersonalCode, DataMismatch, "2021 ~2025 2026", "Personal code differs.";
    "DOCUMENT_NUMBER" => DocumentNumber, DataMismatch, "2021 ~2025 2026", "Document number differs.";
    "NATIONALITY" => Nationality, DataMismatch, "~2025 2026", "Nationality differs.";
    "SEX" => Sex, DataMismatch, "~2025 2026", "Sex differs.";
    "EXPIRY_DATE" => ExpiryDate, DataMismatchMinor, "2021 ~2025 2026", "Supplied expiry date differs from the document's.";
    "DATE_OF_ISSUE" => DateOfIssue, DataMismatchMinor, "2021 ~2025 2026", "Supplied issue date differs from the document's.";
    "DOC_INFO_MISMATCH" => DocInfoMismatch, DataMismatch, "~2025 2026", "Some supplied data differs; field not named.";
    "UNDER_AGE" => UnderAge, AgePolicy, "2021 ~2025 2026", "Document age is below the limit you configured.";
    "OVER_AGE" => OverAge, AgePolicy, "~2025 2026", "Document age is above the maximum you configured.";
    "UNKNOWN_AGE" => UnknownAge, AgePolicy, "2021 ~2025 2026", "A limit is configured but no age could be read.";
    "UTILITY_ADDRESS" => UtilityAddress, AdditionalStepMismatch, "~2025 2026", "Address on the proof of address differs.";
    "UTILITY_NAME" => UtilityName, AdditionalStepMismatch, "~2025 2026", "Name on the proof of address differs.";
    "EXPIRED_UTILITY_BILL" => ExpiredUtilityBill, AdditionalStepQuality, "~2025 2026", "Proof of address is too old.";
    "INVALID_ADDITIONAL_STEP" => InvalidAdditionalStep, AdditionalStepQuality, "~2025 2026", "Extra document judged invalid.";
    "ADDITIONAL_STEP_NOT_FOUND" => AdditionalStepNotFound, AdditionalStepQuality, "~2025 2026", "Extra document missing.";
    "ADDITIONAL_STEP_INFORMATION_MISMATCH" => AdditionalStepInformationMismatch, AdditionalStepMismatch, "~2025 2026", "Extra document's data differs from yours.";
    "EXPIRED_ADDITIONAL_STEP_INFORMATION" => ExpiredAdditionalStepInformation, AdditionalStepQuality, "~2025 2026", "Extra document is out of date.";
    "REGISTRY_CENTER_INFO_MISMATCH" => RegistryCenterInfoMismatch, DataMismatch, "~2025 2026", "National registry data differs.";
    "DRIVER_LICENSE_INFO_MISMATCH" => DriverLicenseInfoMismatch, DataMismatch, "~2025 2026", "Driver-licence registry data differs.";
    "NOT_SUPPORTED_POA_DOCUMENT_TYPE" => NotSupportedPoaDocumentType, AdditionalStepQuality, "2026", "Proof-of-address type not accepted.";
    "NOT_SUPPORTED_POA_DOCUMENT_COUNTRY" => NotSupportedPoaDocumentCountry, AdditionalStepQuality, "2026", "Proof-of-address country not accepted.";
    "POA_COUNTRIES_MISMATCH" => PoaCountriesMismatch, AdditionalStepMismatch, "2026", "Country on the proof of address differs.";
    "POA_SCREENSHOT_DETECTED" => PoaScreenshotDetected, SpoofSuspicion, "2026", "Proof of address is a screenshot.";
}
