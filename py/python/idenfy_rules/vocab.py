"""The vendor's words, one enum for each vocabulary.

Every word from outside is open: results hold plain str, which compare with these
members. A word that no member has is one that the vendor added, or none at all.
"""

# Generated from the tables of the core, do not edit:
# BLESS=1 python -m pytest tests/test_vocab.py

from __future__ import annotations

from ._words import Word

__all__ = [
    "AdditionalStepStatus", "AddressStatus", "AgeEstimate", "AmlHit", "Comparison", "CrossMatch",
    "DocumentStatus", "DocumentType", "DummyStatus", "Event", "FaceStatus", "Identifier", "Locale",
    "NameMatching", "Overall", "Platform", "Risk", "Screening", "Service", "ServiceStatus", "Sex",
    "StepType", "Tag", "TokenType", "Word",
]


class Overall(Word):
    """The words of ``overall``."""

    APPROVED = "APPROVED"  # Automation and, where used, the human reviewer were satisfied.
    # Automation or the reviewer (or your own dashboard admin) refused it; the reason is in the
    # document/face statuses.
    DENIED = "DENIED"
    # Since about 2022: at least one fraud or mismatch tag was attached; document and face may both
    # have passed (dashboard shows APPROVED (SUSPECTED) or DENIED (SUSPECTED)).
    SUSPECTED = "SUSPECTED"
    # A human is looking at it; in 2021 only when the user picked the 'other documents' type.
    REVIEWING = "REVIEWING"
    ACTIVE = "ACTIVE"  # Token issued and still usable; nothing was submitted.
    EXPIRED = "EXPIRED"  # Token or session ran out before completion.
    EXPIRED_DELETED = "EXPIRED-DELETED"  # Expired and its data erased.
    DELETED = "DELETED"  # Data erased (GDPR deletion).
    ARCHIVED = "ARCHIVED"  # Data archived.


class DocumentStatus(Word):
    """The words of ``document``."""

    DOC_VALIDATED = "DOC_VALIDATED"  # Readable, complete and judged genuine.
    # Document data differs from what you supplied at token creation.
    DOC_INFO_MISMATCH = "DOC_INFO_MISMATCH"
    DOC_NOT_FOUND = "DOC_NOT_FOUND"  # No document in the picture.
    # Document or some of its data is cut off or covered.
    DOC_NOT_FULLY_VISIBLE = "DOC_NOT_FULLY_VISIBLE"
    DOC_FACE_NOT_FOUND = "DOC_FACE_NOT_FOUND"  # Portrait on the document not located.
    DOC_TOO_BLURRY = "DOC_TOO_BLURRY"  # Too blurred to read.
    DOC_GLARED = "DOC_GLARED"  # Glare over the document.
    DOC_FACE_GLARED = "DOC_FACE_GLARED"  # Glare over the portrait.
    MRZ_NOT_FOUND = "MRZ_NOT_FOUND"  # Machine-readable zone not located.
    # Machine-readable zone unreadable, possibly a check-digit fault.
    MRZ_OCR_READING_ERROR = "MRZ_OCR_READING_ERROR"
    BARCODE_NOT_FOUND = "BARCODE_NOT_FOUND"  # Expected barcode not located.
    DOC_EXPIRED = "DOC_EXPIRED"  # Document is past its expiry date; another document is needed.
    # Type not supported for the country, or not the selected type.
    DOC_NOT_SUPPORTED = "DOC_NOT_SUPPORTED"
    COUNTRY_NOT_SUPPORTED = "COUNTRY_NOT_SUPPORTED"  # Issuing country not supported.
    COUNTRY_MISMATCH = "COUNTRY_MISMATCH"  # Issuing country differs from the country chosen.
    DOC_TYPE_MISMATCH = "DOC_TYPE_MISMATCH"  # Type shown differs from the type chosen or allowed.
    # Variant of the type differs from the expected one.
    DOC_SUBTYPE_MISMATCH = "DOC_SUBTYPE_MISMATCH"
    DOC_SIDE_MISMATCH = "DOC_SIDE_MISMATCH"  # Wrong side was photographed.
    DOC_DAMAGED = "DOC_DAMAGED"  # Physically damaged; use another document.
    DOC_NOT_ALLOWED = "DOC_NOT_ALLOWED"  # Readable, but your settings do not allow this type.
    DOC_FAKE = "DOC_FAKE"  # Forged or not photographed live.
    DOC_SPOOF_DETECTED = "DOC_SPOOF_DETECTED"  # Document liveness says it is not a real document.
    MRZ_INVALID = "MRZ_INVALID"  # Machine-readable zone fails verification: bad image or edited.
    DOC_PERSONAL_CODE_INVALID = "DOC_PERSONAL_CODE_INVALID"  # Personal code wrong or partly hidden.
    DOC_NAME_ERROR = "DOC_NAME_ERROR"  # Given-name field not found or not readable.
    DOC_SURNAME_ERROR = "DOC_SURNAME_ERROR"  # Surname field not found or not readable.
    DOC_EXPIRY_ERROR = "DOC_EXPIRY_ERROR"  # Expiry-date field not found or not readable.
    DOC_DOB_ERROR = "DOC_DOB_ERROR"  # Date-of-birth field not found or not readable.
    # Personal-code field not found or not readable.
    DOC_PERSONAL_NUMBER_ERROR = "DOC_PERSONAL_NUMBER_ERROR"
    DOC_NUMBER_ERROR = "DOC_NUMBER_ERROR"  # Document-number field not found or not readable.
    # Issue-date field not found or not readable.
    DOC_DATE_OF_ISSUE_ERROR = "DOC_DATE_OF_ISSUE_ERROR"
    DOC_SEX_ERROR = "DOC_SEX_ERROR"  # Sex field not found or not readable.
    DOC_NATIONALITY_ERROR = "DOC_NATIONALITY_ERROR"  # Nationality field not found or not readable.
    # Skipped because the verification already failed for another reason.
    DOC_NOT_ANALYSED = "DOC_NOT_ANALYSED"
    DOC_ERROR = "DOC_ERROR"  # Unclassified error during document analysis.
    # Automation could not decide; wait if a human review follows, otherwise ask for a retry.
    AUTO_UNVERIFIABLE = "AUTO_UNVERIFIABLE"
    # Electronic-ID step did not succeed (meaning inferred from the name; no public definition
    # found).
    EID_FAILED = "EID_FAILED"
    NFC_INIT_FAILED = "NFC_INIT_FAILED"  # Chip reading could not start (inferred).
    NFC_FAILED = "NFC_FAILED"  # Chip reading failed (inferred).
    NFC_TIMEOUT = "NFC_TIMEOUT"  # Chip reading timed out (inferred).


class FaceStatus(Word):
    """The words of ``face``."""

    FACE_MATCH = "FACE_MATCH"  # Selfie and document portrait are the same person.
    FACE_NOT_CHECKED = "FACE_NOT_CHECKED"  # No selfie comparison was made (document-only sessions).
    # No match between selfie and portrait; iDenfy notes poor images can also cause it, so a retry
    # may be offered by policy.
    FACE_MISMATCH = "FACE_MISMATCH"
    NO_FACE_FOUND = "NO_FACE_FOUND"  # No usable face in the selfie.
    TOO_MANY_FACES = "TOO_MANY_FACES"  # More than one face in the selfie.
    FACE_TOO_BLURRY = "FACE_TOO_BLURRY"  # Selfie too blurred to compare.
    FACE_GLARED = "FACE_GLARED"  # Glare on the selfie.
    # Liveness could not be settled: bad light or a possible spoof.
    FACE_UNCERTAIN = "FACE_UNCERTAIN"
    # Skipped because the verification already failed or was stopped for another reason; look at the
    # other fields.
    FACE_NOT_ANALYSED = "FACE_NOT_ANALYSED"
    FACE_ERROR = "FACE_ERROR"  # Unclassified error while locating or matching faces.
    # Automation could not decide; wait if a human review follows, otherwise ask for a retry.
    AUTO_UNVERIFIABLE = "AUTO_UNVERIFIABLE"
    FAKE_FACE = "FAKE_FACE"  # Selfie looks artificial: virtual camera, screen, mask.
    # Listed as a face result on a docs page only; elsewhere a fraud tag.
    FACE_SUSPECTED = "FACE_SUSPECTED"
    # Listed as a face result on a docs page only; elsewhere a fraud tag.
    FACE_BLACKLISTED = "FACE_BLACKLISTED"


class Tag(Word):
    """The words of ``tag``."""

    # This verification's own selfie has been put on your blocklist (staff action on this scanRef).
    FACE_IN_BLACKLIST = "FACE_IN_BLACKLIST"
    # This verification's own document portrait has been put on your blocklist.
    DOC_FACE_IN_BLACKLIST = "DOC_FACE_IN_BLACKLIST"
    # This verification's data was used to create a blocklist entry.
    DATA_IN_BLACKLIST = "DATA_IN_BLACKLIST"
    FACE_BLACKLISTED = "FACE_BLACKLISTED"  # Selfie matched an existing blocklist entry.
    # Document portrait matched an existing blocklist entry.
    DOC_FACE_BLACKLISTED = "DOC_FACE_BLACKLISTED"
    DATA_BLACKLISTED = "DATA_BLACKLISTED"  # Personal data matched an existing blocklist entry.
    # Selfie matches an earlier verification's selfie: second account, or the same customer again.
    DUPLICATE_FACE = "DUPLICATE_FACE"
    # Document portrait matches an earlier verification's portrait.
    DUPLICATE_DOC_FACE = "DUPLICATE_DOC_FACE"
    # Personal data matches an earlier verification.
    DUPLICATE_PERSONAL_DATA = "DUPLICATE_PERSONAL_DATA"
    VIRTUAL_CAMERA = "VIRTUAL_CAMERA"  # A virtual camera was probably used.
    ADDRESS_UNVERIFIED = "ADDRESS_UNVERIFIED"  # Address check not made, or came back unverified.
    # Passive document liveness thinks the portrait may have been replaced.
    PORTRAIT_SUBSTITUTION = "PORTRAIT_SUBSTITUTION"
    FACE_SUSPECTED = "FACE_SUSPECTED"  # Algorithms doubt the selfie is genuine.
    DOC_MOBILE_PHOTO = "DOC_MOBILE_PHOTO"  # Document shown from a phone screen.
    DOC_PRINT_SPOOFED = "DOC_PRINT_SPOOFED"  # Document looks printed on paper.
    FAKE_PHOTO = "FAKE_PHOTO"  # Generic marker for a fake picture.
    DEV_TOOLS_OPENED = "DEV_TOOLS_OPENED"  # User opened browser developer tools.
    AML_SUSPECTION = "AML_SUSPECTION"  # Person found on a PEP or sanctions list.
    AML_FAILED = "AML_FAILED"  # Requested AML check did not complete: not a clean result.
    LID_SUSPECTION = "LID_SUSPECTION"  # Document found in a lost/stolen/invalid register.
    LID_FAILED = "LID_FAILED"  # Register check did not complete.
    SANCTIONS_SUSPECTION = "SANCTIONS_SUSPECTION"  # Sanctions-list hit.
    SANCTIONS_FAILED = "SANCTIONS_FAILED"  # Sanctions check did not complete.
    # A criminal record possibly matches the document data (US).
    CRIMINAL_SUSPECTED = "CRIMINAL_SUSPECTED"
    CRIMINAL_CHECK_FAILED = "CRIMINAL_CHECK_FAILED"  # Criminal check did not complete.
    RC_FAILED = "RC_FAILED"  # Registry-centre check did not complete.
    DL_FAILED = "DL_FAILED"  # Driver-licence check did not complete.
    # Automation could not decide; settled by the reviewer if the manual fields are filled.
    AUTO_UNVERIFIABLE = "AUTO_UNVERIFIABLE"
    # Third-party address/utility lookup failed (inferred); only in the older dashboard schema.
    URJANET_FAILURE = "URJANET_FAILURE"
    NAME = "NAME"  # Given name differs from the one you supplied.
    SURNAME = "SURNAME"  # Surname differs.
    FULL_NAME = "FULL_NAME"  # Full name differs.
    DATE_OF_BIRTH = "DATE_OF_BIRTH"  # Date of birth differs.
    PERSONAL_CODE = "PERSONAL_CODE"  # Personal code differs.
    DOCUMENT_NUMBER = "DOCUMENT_NUMBER"  # Document number differs.
    NATIONALITY = "NATIONALITY"  # Nationality differs.
    SEX = "SEX"  # Sex differs.
    EXPIRY_DATE = "EXPIRY_DATE"  # Supplied expiry date differs from the document's.
    DATE_OF_ISSUE = "DATE_OF_ISSUE"  # Supplied issue date differs from the document's.
    DOC_INFO_MISMATCH = "DOC_INFO_MISMATCH"  # Some supplied data differs; field not named.
    UNDER_AGE = "UNDER_AGE"  # Document age is below the limit you configured.
    OVER_AGE = "OVER_AGE"  # Document age is above the maximum you configured.
    UNKNOWN_AGE = "UNKNOWN_AGE"  # A limit is configured but no age could be read.
    UTILITY_ADDRESS = "UTILITY_ADDRESS"  # Address on the proof of address differs.
    UTILITY_NAME = "UTILITY_NAME"  # Name on the proof of address differs.
    EXPIRED_UTILITY_BILL = "EXPIRED_UTILITY_BILL"  # Proof of address is too old.
    INVALID_ADDITIONAL_STEP = "INVALID_ADDITIONAL_STEP"  # Extra document judged invalid.
    ADDITIONAL_STEP_NOT_FOUND = "ADDITIONAL_STEP_NOT_FOUND"  # Extra document missing.
    # Extra document's data differs from yours.
    ADDITIONAL_STEP_INFORMATION_MISMATCH = "ADDITIONAL_STEP_INFORMATION_MISMATCH"
    # Extra document is out of date.
    EXPIRED_ADDITIONAL_STEP_INFORMATION = "EXPIRED_ADDITIONAL_STEP_INFORMATION"
    # National registry data differs.
    REGISTRY_CENTER_INFO_MISMATCH = "REGISTRY_CENTER_INFO_MISMATCH"
    # Driver-licence registry data differs.
    DRIVER_LICENSE_INFO_MISMATCH = "DRIVER_LICENSE_INFO_MISMATCH"
    # Proof-of-address type not accepted.
    NOT_SUPPORTED_POA_DOCUMENT_TYPE = "NOT_SUPPORTED_POA_DOCUMENT_TYPE"
    # Proof-of-address country not accepted.
    NOT_SUPPORTED_POA_DOCUMENT_COUNTRY = "NOT_SUPPORTED_POA_DOCUMENT_COUNTRY"
    POA_COUNTRIES_MISMATCH = "POA_COUNTRIES_MISMATCH"  # Country on the proof of address differs.
    POA_SCREENSHOT_DETECTED = "POA_SCREENSHOT_DETECTED"  # Proof of address is a screenshot.


class AdditionalStepStatus(Word):
    """The words of ``step``."""

    VALID = "VALID"  # Extra document accepted.
    INVALID = "INVALID"  # Extra document rejected or does not match.
    NOT_FOUND = "NOT_FOUND"  # Extra document missing or unreadable.
    NOT_CHECKED = "NOT_CHECKED"  # No extra document was asked for.


class Service(Word):
    """The words of ``service``."""

    HIT = "HIT"  # A service suspects the person or the document.
    FAILED = "FAILED"  # The service was used and did not complete.
    UNCLEAR = "UNCLEAR"  # The block is malformed, or its status is unknown.
    CLEAR = "CLEAR"  # The service completed and found nothing.
    NOT_CHECKED = "NOT_CHECKED"  # The service was not used.


class ServiceStatus(Word):
    """The words of ``amlV2``."""

    SUSPECTED = "SUSPECTED"  # The service found a hit.
    NOT_SUSPECTED = "NOT_SUSPECTED"  # The service found nothing.


class AmlHit(Word):
    """The words of ``amlHit``."""

    SANCTION = "SANCTION"  # Listed under sanctions.
    INTERPOL = "INTERPOL"  # Listed by Interpol.
    PEPS = "PEPS"  # A politically exposed person.
    ADVERSE_MEDIA = "ADVERSE_MEDIA"  # Named in adverse media.
    OTHER = "OTHER"  # Another list.


class Screening(Word):
    """The words of ``amlV3``."""

    NOT_CHECKED = "NOT_CHECKED"  # No screening was made.
    NO_FLAGS = "NO_FLAGS"  # Screened, nothing found.
    FALSE_POSITIVE = "FALSE_POSITIVE"  # Hits found, your compliance user dismissed them.
    FLAGS_FOUND = "FLAGS_FOUND"  # Hits found, not yet judged.
    TRUE_POSITIVE = "TRUE_POSITIVE"  # Hits confirmed as this person.


class Risk(Word):
    """The words of ``risk``."""

    VERY_LOW = "VERY_LOW"  # Very low risk.
    LOW = "LOW"  # Low risk.
    MEDIUM = "MEDIUM"  # Medium risk.
    HIGH = "HIGH"  # High risk.
    VERY_HIGH = "VERY_HIGH"  # Very high risk.
    NOT_CHECKED = "NOT_CHECKED"  # The risk was not assessed.


class Comparison(Word):
    """The words of ``comparison``."""

    MATCH = "MATCH"  # The compared data agrees.
    NO_MATCH = "NO_MATCH"  # The compared data differs.
    NOT_COMPARED = "NOT_COMPARED"  # Nothing was compared.


class AddressStatus(Word):
    """The words of ``address``."""

    VERIFIED = "VERIFIED"  # The address was confirmed.
    PARTIALLY_VERIFIED = "PARTIALLY_VERIFIED"  # Part of the address was confirmed.
    UNVERIFIED = "UNVERIFIED"  # The address was not confirmed.
    NOT_CHECKED = "NOT_CHECKED"  # The address was not checked.


class AgeEstimate(Word):
    """The words of ``age``."""

    UNDER_8 = "UNDER_8"  # The face looks under 8.
    UNDER_13 = "UNDER_13"  # The face looks under 13.
    OVER_8 = "OVER_8"  # The face looks over 8.
    OVER_13 = "OVER_13"  # The face looks over 13.
    OVER_16 = "OVER_16"  # The face looks over 16.
    OVER_18 = "OVER_18"  # The face looks over 18.
    OVER_21 = "OVER_21"  # The face looks over 21.
    OVER_22 = "OVER_22"  # The face looks over 22.
    OVER_25 = "OVER_25"  # The face looks over 25.
    OVER_30 = "OVER_30"  # The face looks over 30.
    NOT_CHECKED = "NOT_CHECKED"  # No age was estimated.


class Platform(Word):
    """The words of ``platform``."""

    PC = "PC"  # Desktop browser.
    MOBILE = "MOBILE"  # Mobile browser.
    TABLET = "TABLET"  # Tablet browser.
    MOBILE_APP = "MOBILE_APP"  # Mobile application.
    MOBILE_SDK = "MOBILE_SDK"  # Mobile SDK.
    OTHER = "OTHER"  # Anything else.


class Event(Word):
    """The words of ``event``."""

    IDENTIFICATION = "IDENTIFICATION"  # Legacy, fires for every outcome.
    # Seconds after the user finishes.
    IDENTIFICATION_AUTO_FINISHED = "IDENTIFICATION_AUTO_FINISHED"
    # Minutes, when a reviewer decides.
    IDENTIFICATION_MANUAL_FINISHED = "IDENTIFICATION_MANUAL_FINISHED"
    # Seconds after the client supplies requested information.
    IDENTIFICATION_RESUBMITTED = "IDENTIFICATION_RESUBMITTED"
    IDENTIFICATION_CANCELLED = "IDENTIFICATION_CANCELLED"  # When the user or system cancels.
    IDENTIFICATION_EXPIRED = "IDENTIFICATION_EXPIRED"  # At token or session expiry.
    DOCUMENT_EXPIRATION = "DOCUMENT_EXPIRATION"  # 30, 7, 1 day before and at document expiry.
    VIDEO_CALL_FINISHED = "VIDEO_CALL_FINISHED"  # After a video call; no body schema published.
    FACIAL_AUTHENTICATION = "FACIAL_AUTHENTICATION"  # End of a face authentication session.
    AML_MONITORING = "AML_MONITORING"  # Monitored person checked, accepted or declined.
    AML_MONITORING_EXPIRATION = "AML_MONITORING_EXPIRATION"  # Monitoring near or past expiry.
    COMPANY_REVIEW = "COMPANY_REVIEW"  # Business verification.
    COMPANY_DELETE = "COMPANY_DELETE"  # Business verification.
    COMPANY_AML_REVIEW = "COMPANY_AML_REVIEW"  # Business verification.
    COMPANY_INFO_REQUEST = "COMPANY_INFO_REQUEST"  # Business verification.
    COMPANY_EXPIRATION = "COMPANY_EXPIRATION"  # Business verification.
    COMPANY_SUBMIT = "COMPANY_SUBMIT"  # Business verification.
    GOV_ORDERED_DOCUMENT = "GOV_ORDERED_DOCUMENT"  # Business verification.
    SOS_REPORT = "SOS_REPORT"  # Business verification.
    BANK_CARD_VERIFICATION_COMPLETED = "BANK_CARD_VERIFICATION_COMPLETED"  # Bank card check done.
    # Age estimation session reached its end; body has scanRef, clientId and a STRING status
    # COMPLETED or FAILED.
    AGE_ESTIMATION = "AGE_ESTIMATION"


class Identifier(Word):
    """The words of ``identifier``."""

    INTERNAL_ERROR = "INTERNAL_ERROR"  # An unexpected error on the vendor's side.
    BAD_VALUE = "BAD_VALUE"  # A request parameter has an invalid value.
    MISSING_VALUE = "MISSING_VALUE"  # A required parameter is missing.
    UNAUTHORIZED = "UNAUTHORIZED"  # Invalid or missing API credentials.
    ENCODING_ERROR = "ENCODING_ERROR"  # The request body could not be decoded as UTF-8.
    JSON_ERROR = "JSON_ERROR"  # The request body is not valid JSON.
    # The verification token is expired, already used, or does not exist.
    TOKEN_NOT_VALID = "TOKEN_NOT_VALID"
    # The contract of the account does not permit the operation.
    PARTNER_CONTRACT_ERROR = "PARTNER_CONTRACT_ERROR"
    METHOD_NOT_ALLOWED = "METHOD_NOT_ALLOWED"  # The HTTP method is not supported for the endpoint.
    # The account has no permission for the resource or action.
    PERMISSIONS_ERROR = "PERMISSIONS_ERROR"
    # The rate limit is exceeded; 10,000 requests per hour by default.
    TOO_MANY_REQUESTS = "TOO_MANY_REQUESTS"
    VALIDATION_ERROR = "VALIDATION_ERROR"  # One or more fields failed validation.
    # The account or session is in a state that forbids the call; on the deletion page only.
    PARTNER_ERROR = "PARTNER_ERROR"


class TokenType(Word):
    """The words of ``tokenType``."""

    IDENTIFICATION = "IDENTIFICATION"  # Document and face verification.
    DOCUMENT = "DOCUMENT"  # Document verification only.
    VIDEO_CALL = "VIDEO_CALL"  # A video call; gone from the current schema.
    VIDEO_CALL_PHOTOS = "VIDEO_CALL_PHOTOS"  # A video call; gone from the current schema.
    # A video call; gone from the current schema.
    VIDEO_CALL_IDENTIFICATION = "VIDEO_CALL_IDENTIFICATION"


class DocumentType(Word):
    """The words of ``docType``."""

    PASSPORT = "PASSPORT"  # A passport.
    ID_CARD = "ID_CARD"  # A national identity card.
    DRIVER_LICENSE = "DRIVER_LICENSE"  # A driver's licence.
    RESIDENCE_PERMIT = "RESIDENCE_PERMIT"  # A residence permit.
    VISA = "VISA"  # A visa.
    NATIONAL_PASSPORT = "NATIONAL_PASSPORT"  # A national passport.
    PAN_CARD = "PAN_CARD"  # The tax card of India, PAN.
    AADHAAR = "AADHAAR"  # The identity card of India, Aadhaar.
    OLD_ID_CARD = "OLD_ID_CARD"  # An identity card of an older model.
    MILITARY_CARD = "MILITARY_CARD"  # A military identity card.
    ADDRESS_CARD = "ADDRESS_CARD"  # An address card.
    # A provisional driver's licence of the United Kingdom.
    PROVISIONAL_DRIVER_LICENSE = "PROVISIONAL_DRIVER_LICENSE"
    SMART_ID = "SMART_ID"  # Smart-ID of the Baltic states.
    BANK_ID_SE = "BANK_ID_SE"  # BankID of Sweden.
    BANK_ID_NO = "BANK_ID_NO"  # BankID of Norway.
    BANK_ID_CZ = "BANK_ID_CZ"  # Bank iD of the Czech Republic.
    CLEAR = "CLEAR"  # CLEAR.
    ONE_ID = "ONE_ID"  # OneID of the United Kingdom.
    MIT_ID = "MIT_ID"  # MitID of Denmark.
    VERIMI = "VERIMI"  # Verimi of Germany.
    SPID = "SPID"  # SPID of Italy.
    ITSME = "ITSME"  # itsme of Belgium.
    FTN = "FTN"  # FTN, the trust network of Finland.
    YOTI_ID = "YOTI_ID"  # Yoti.
    LA_WALLET = "LA_WALLET"  # LA Wallet of Louisiana, United States.
    SAMSUNG_WALLET = "SAMSUNG_WALLET"  # Samsung Wallet.
    MOJE_ID_CZ = "MOJE_ID_CZ"  # mojeID of the Czech Republic.
    BORDER_CROSSING = "BORDER_CROSSING"  # A border crossing card; counts as a visa.
    ASYLUM = "ASYLUM"  # A document of an asylum seeker; counts as a residence permit.
    PHOTO_CARD = "PHOTO_CARD"  # A photo card; counts as an identity card.
    PROOF_OF_AGE_CARD = "PROOF_OF_AGE_CARD"  # A proof of age; counts as an identity card.
    TRAVEL_CARD = "TRAVEL_CARD"  # A travel card; counts as an identity card.
    VOTER_CARD = "VOTER_CARD"  # A voter's card; counts as an identity card.
    DIPLOMATIC_ID = "DIPLOMATIC_ID"  # A diplomat's card; counts as an identity card.
    WORK_PERMIT = "WORK_PERMIT"  # A work permit; counts as a residence permit.
    SOCIAL_SECURITY_CARD = "SOCIAL_SECURITY_CARD"  # A social security card.
    OTHER = "OTHER"  # Another document.
    # A passport for travel abroad; counts as a passport.
    INTERNATIONAL_PASSPORT = "INTERNATIONAL_PASSPORT"


class DummyStatus(Word):
    """The words of ``dummyStatus``."""

    APPROVED = "APPROVED"  # The dummy session ends as APPROVED.
    DENIED = "DENIED"  # The dummy session ends as DENIED.
    SUSPECTED = "SUSPECTED"  # The dummy session ends as SUSPECTED.
    EXPIRED = "EXPIRED"  # The dummy session ends as EXPIRED.
    ACTIVE = "ACTIVE"  # The dummy session stays open; only in older captures.


class Sex(Word):
    """The words of ``sex``."""

    M = "M"  # Male; webhooks write MALE.
    F = "F"  # Female; webhooks write FEMALE.


class Locale(Word):
    """The words of ``locale``."""

    EN = "EN"  # English.
    ES = "ES"  # Spanish.
    FR = "FR"  # French.
    RU = "RU"  # Russian.
    DE = "DE"  # German.
    IT = "IT"  # Italian.
    PL = "PL"  # Polish.
    LT = "LT"  # Lithuanian.
    LV = "LV"  # Latvian.
    ET = "ET"  # Estonian.
    SV = "SV"  # Swedish.
    CS = "CS"  # Czech.
    RO = "RO"  # Romanian.
    HU = "HU"  # Hungarian.
    JA = "JA"  # Japanese.
    BG = "BG"  # Bulgarian.
    NL = "NL"  # Dutch.
    PT = "PT"  # Portuguese.
    UK = "UK"  # Ukrainian.
    SK = "SK"  # Slovak.
    SI = "SI"  # Slovenian (ISO 639 writes sl).
    VI = "VI"  # Vietnamese.
    TH = "TH"  # Thai.
    HI = "HI"  # Hindi.
    ID = "ID"  # Indonesian.
    HR = "HR"  # Croatian.
    DA = "DA"  # Danish.
    FI = "FI"  # Finnish.
    EL = "EL"  # Greek.
    NO = "NO"  # Norwegian.
    TR = "TR"  # Turkish.
    SR = "SR"  # Serbian.
    ZH = "ZH"  # Chinese.
    ZH_TW = "ZH_TW"  # Traditional Chinese.
    KO = "KO"  # Korean.


class StepType(Word):
    """The words of ``stepType``."""

    UPLOAD = "UPLOAD"  # The person uploads a document.
    EXTRACT = "EXTRACT"  # Fields are read from the document.
    COMPARE = "COMPARE"  # Fields are compared with `additionalData`.


class NameMatching(Word):
    """The words of ``nameMatching``."""

    ANY_NAME = "ANY_NAME"  # At least one name, first or last, must match.
    ONE_NAME = "ONE_NAME"  # Exactly one of the names must match.
    ALL_NAMES = "ALL_NAMES"  # Every name that was supplied must match.


class CrossMatch(Word):
    """The words of ``crossMatch``."""

    DOCUMENT_NUMBER = "DOCUMENT_NUMBER"  # The number of the document: `documentNumber`.
    PERSONAL_CODE = "PERSONAL_CODE"  # The personal code: `personalNumber`.
    EXPIRY_DATE = "EXPIRY_DATE"  # The day on which the document expires: `dateOfExpiry`.
    DATE_OF_BIRTH = "DATE_OF_BIRTH"  # The date of birth: `dateOfBirth`.
    DATE_OF_ISSUE = "DATE_OF_ISSUE"  # The day on which the document was issued: `dateOfIssue`.
