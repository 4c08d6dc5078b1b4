//! The words of the document check and of the face check.

use super::vocabulary;

vocabulary! {
    /// The result of the document check, `status.autoDocument` and `status.manualDocument`.
    ///
    /// Source: OpenAPI webhooks of 2026-09, vocabulary pages.
    DocumentStatus, "document", true;
    "DOC_VALIDATED" => DocValidated, Ok, "2021 ~2025 2026", "Readable, complete and judged genuine.";
    "DOC_INFO_MISMATCH" => DocInfoMismatch, DataMismatch, "2021 ~2025 2026", "Document data differs from what you supplied at token creation.";
    "DOC_NOT_FOUND" => DocNotFound, Quality, "2021 ~2025 2026", "No document in the picture.";
    "DOC_NOT_FULLY_VISIBLE" => DocNotFullyVisible, Quality, "2021 ~2025 2026", "Document or some of its data is cut off or covered.";
    "DOC_FACE_NOT_FOUND" => DocFaceNotFound, Quality, "2021 ~2025 2026", "Portrait on the document not located.";
    "DOC_TOO_BLURRY" => DocTooBlurry, Quality, "2021 ~2025 2026", "Too blurred to read.";
    "DOC_GLARED" => DocGlared, Quality, "~2025 2026", "Glare over the document.";
    "DOC_FACE_GLARED" => DocFaceGlared, Quality, "2021 ~2025 2026", "Glare over the portrait.";
    "MRZ_NOT_FOUND" => MrzNotFound, Quality, "2021 ~2025 2026", "Machine-readable zone not located.";
    "MRZ_OCR_READING_ERROR" => MrzOcrReadingError, Quality, "2021 ~2025 2026", "Machine-readable zone unreadable, possibly a check-digit fault.";
    "BARCODE_NOT_FOUND" => BarcodeNotFound, Quality, "~2025 2026", "Expected barcode not located.";
    "DOC_EXPIRED" => DocExpired, DocumentUnacceptable, "2021 ~2025 2026", "Document is past its expiry date; another document is needed.";
    "DOC_NOT_SUPPORTED" => DocNotSupported, DocumentUnacceptable, "2021 ~2025 2026", "Type not supported for the country, or not the selected type.";
    "COUNTRY_NOT_SUPPORTED" => CountryNotSupported, DocumentUnacceptable, "~2025 2026", "Issuing country not supported.";
    "COUNTRY_MISMATCH" => CountryMismatch, DocumentUnacceptable, "2021 ~2025 2026", "Issuing country differs from the country chosen.";
    "DOC_TYPE_MISMATCH" => DocTypeMismatch, DocumentUnacceptable, "2021 ~2025 2026", "Type shown differs from the type chosen or allowed.";
    "DOC_SUBTYPE_MISMATCH" => DocSubtypeMismatch, DocumentUnacceptable, "~2025 2026", "Variant of the type differs from the expected one.";
    "DOC_SIDE_MISMATCH" => DocSideMismatch, DocumentUnacceptable, "~2025 2026", "Wrong side was photographed.";
    "DOC_DAMAGED" => DocDamaged, DocumentUnacceptable, "2021 ~2025 2026", "Physically damaged; use another document.";
    "DOC_NOT_ALLOWED" => DocNotAllowed, DocumentUnacceptable, "~2025 2026", "Readable, but your settings do not allow this type.";
    "DOC_FAKE" => DocFake, Fraud, "2021 ~2025 2026", "Forged or not photographed live. Documented also to fire on bad images.";
    "DOC_SPOOF_DETECTED" => DocSpoofDetected, Fraud, "2021 ~2025 2026", "Document liveness says it is not a real document.";
    "MRZ_INVALID" => MrzInvalid, TamperSuspicion, "~2025 2026", "Machine-readable zone fails verification: bad image or edited.";
    "DOC_PERSONAL_CODE_INVALID" => DocPersonalCodeInvalid, TamperSuspicion, "~2025 2026", "Personal code wrong or partly hidden.";
    "DOC_NAME_ERROR" => DocNameError, Quality, "2021 ~2025 2026", "Given-name field not found or not readable.";
    "DOC_SURNAME_ERROR" => DocSurnameError, Quality, "2021 ~2025 2026", "Surname field not found or not readable.";
    "DOC_EXPIRY_ERROR" => DocExpiryError, Quality, "2021 ~2025 2026", "Expiry-date field not found or not readable.";
    "DOC_DOB_ERROR" => DocDobError, Quality, "2021 ~2025 2026", "Date-of-birth field not found or not readable.";
    "DOC_PERSONAL_NUMBER_ERROR" => DocPersonalNumberError, Quality, "2021 ~2025 2026", "Personal-code field not found or not readable.";
    "DOC_NUMBER_ERROR" => DocNumberError, Quality, "2021 ~2025 2026", "Document-number field not found or not readable.";
    "DOC_DATE_OF_ISSUE_ERROR" => DocDateOfIssueError, Quality, "2021 ~2025 2026", "Issue-date field not found or not readable.";
    "DOC_SEX_ERROR" => DocSexError, Quality, "2021 ~2025 2026", "Sex field not found or not readable.";
    "DOC_NATIONALITY_ERROR" => DocNationalityError, Quality, "2021 ~2025 2026", "Nationality field not found or not readable.";
    "DOC_NOT_ANALYSED" => DocNotAnalysed, NotPerformed, "2021 ~2025 2026", "Skipped because the verification already failed for another reason.";
    "DOC_ERROR" => DocError, ServiceFailure, "2021 ~2025 2026", "Unclassified error during document analysis.";
    "AUTO_UNVERIFIABLE" => AutoUnverifiable, Unverifiable, "2021 ~2025 2026", "Automation could not decide; wait if a human review follows, otherwise ask for a retry.";
    "EID_FAILED" => EidFailed, ServiceFailure, "~2025 2026", "Electronic-ID step did not succeed (meaning inferred from the name; no public definition found).";
    "NFC_INIT_FAILED" => NfcInitFailed, ServiceFailure, "~2025 2026", "Chip reading could not start (inferred).";
    "NFC_FAILED" => NfcFailed, ServiceFailure, "~2025 2026", "Chip reading failed (inferred).";
    "NFC_TIMEOUT" => NfcTimeout, ServiceFailure, "~2025 2026", "Chip reading timed out (inferred).";
}

vocabulary! {
    /// The result of the face check, `status.autoFace` and `status.manualFace`.
    ///
    /// Source: OpenAPI webhooks of 2026-09, vocabulary pages.
    FaceStatus, "face", true;
    "FACE_MATCH" => FaceMatch, Ok, "2021 ~2025 2026", "Selfie and document portrait are the same person.";
    "FACE_NOT_CHECKED" => FaceNotChecked, NotPerformed, "~2025 2026", "No selfie comparison was made (document-only sessions). Not a pass.";
    "FACE_MISMATCH" => FaceMismatch, IdentityFailure, "2021 ~2025 2026", "No match between selfie and portrait; iDenfy notes poor images can also cause it, so a retry may be offered by policy.";
    "NO_FACE_FOUND" => NoFaceFound, Quality, "2021 ~2025 2026", "No usable face in the selfie.";
    "TOO_MANY_FACES" => TooManyFaces, Quality, "2021 ~2025 2026", "More than one face in the selfie.";
    "FACE_TOO_BLURRY" => FaceTooBlurry, Quality, "2021 ~2025 2026", "Selfie too blurred to compare.";
    "FACE_GLARED" => FaceGlared, Quality, "~2025 2026", "Glare on the selfie.";
    "FACE_UNCERTAIN" => FaceUncertain, LivenessUnclear, "2021 ~2025 2026", "Liveness could not be settled: bad light or a possible spoof.";
    "FACE_NOT_ANALYSED" => FaceNotAnalysed, NotPerformed, "2021 ~2025 2026", "Skipped because the verification already failed or was stopped for another reason; look at the other fields.";
    "FACE_ERROR" => FaceError, ServiceFailure, "2021 ~2025 2026", "Unclassified error while locating or matching faces.";
    "AUTO_UNVERIFIABLE" => AutoUnverifiable, Unverifiable, "2021 ~2025 2026", "Automation could not decide; wait if a human review follows, otherwise ask for a retry.";
    "FAKE_FACE" => FakeFace, Fraud, "2021 ~2025 2026", "Selfie looks artificial: virtual camera, screen, mask. Documented also to fire on bad images.";
    "FACE_SUSPECTED" => FaceSuspected, SpoofSuspicion, "page", "Listed as a face result on a docs page only; elsewhere a fraud tag.";
    "FACE_BLACKLISTED" => FaceBlacklisted, Blocklist, "page", "Listed as a face result on a docs page only; elsewhere a fraud tag.";
}
