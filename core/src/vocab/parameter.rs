//! The names of request members, each written once: the table of token members, the reading of
//! error messages and the suggestions use these constants.

/// The longest `expiryTime`, in seconds: 30 days.
///
/// Source: kyc/id-error-messages (2026), as the two below.
pub const EXPIRY_TIME_MAX_S: i64 = 2_592_000;

/// The shortest `sessionLength`, in seconds.
pub const SESSION_LENGTH_MIN_S: i64 = 60;

/// The longest `sessionLength`, in seconds.
pub const SESSION_LENGTH_MAX_S: i64 = 3_600;

macro_rules! parameters {
    ($( $constant:ident = $name:literal; )+) => {
        $( #[doc = concat!("`", $name, "`")] pub const $constant: &str = $name; )+

        /// Every name.
        pub const ALL: &[&str] = &[$( $constant, )+];
    };
}

parameters! {
    // Members of a token request. Source: OpenAPI (2026), older pages where the table of token
    // members says so.
    CLIENT_ID = "clientId";
    PERSON_SCAN_REF = "personScanRef";
    FIRST_NAME = "firstName";
    LAST_NAME = "lastName";
    DATE_OF_BIRTH = "dateOfBirth";
    SEX = "sex";
    NATIONALITY = "nationality";
    ADDRESS = "address";
    COUNTRY = "country";
    DOCUMENTS = "documents";
    DOCUMENT_NUMBER = "documentNumber";
    PERSONAL_NUMBER = "personalNumber";
    DATE_OF_EXPIRY = "dateOfExpiry";
    DATE_OF_ISSUE = "dateOfIssue";
    EXPIRY_TIME = "expiryTime";
    SESSION_LENGTH = "sessionLength";
    SUCCESS_URL = "successUrl";
    ERROR_URL = "errorUrl";
    UNVERIFIED_URL = "unverifiedUrl";
    CALLBACK_URL = "callbackUrl";
    LOCALE = "locale";
    SHOW_INSTRUCTIONS = "showInstructions";
    TOKEN_TYPE = "tokenType";
    VIDEO_CALL_QUESTIONS = "videoCallQuestions";
    EXTERNAL_REF = "externalRef";
    GENERATE_DIGIT_STRING = "generateDigitString";
    UTILITY_BILL = "utilityBill";
    ADDITIONAL_STEPS = "additionalSteps";
    ADDITIONAL_DATA = "additionalData";
    QUESTIONNAIRE = "questionnaire";
    QUESTIONNAIRE_REQUIRED = "questionnaireRequired";
    RISK_ASSESSMENT_PROFILE = "riskAssessmentProfile";
    THEME = "theme";
    REGISTRY_CENTERS_COUNTRIES = "registryCentersCountries";
    REVIEW_SUCCESSFUL = "reviewSuccessful";
    REVIEW_FAILED = "reviewFailed";
    VERIFY_EMAIL = "verifyEmail";
    VERIFY_PHONE = "verifyPhone";
    VERIFY_BANK = "verifyBank";
    VERIFY_BANK_ACCOUNTS = "verifyBankAccounts";
    VERIFY_BANK_BALANCES = "verifyBankBalances";
    VERIFY_BANK_TRANSACTIONS = "verifyBankTransactions";
    BANK_CARD_VERIFICATION = "bankCardVerification";
    BANK_CARD_PDF_UPLOAD = "bankCardPdfUpload";
    VERIFY_ADDRESS = "verifyAddress";
    CHECK_AML = "checkAml";
    CHECK_CRIMINAL = "checkCriminal";
    CHECK_LIVENESS = "checkLiveness";
    CHECK_FACE_BLACKLIST = "checkFaceBlacklist";
    CHECK_DOC_FACE_BLACKLIST = "checkDocFaceBlacklist";
    CHECK_PERSON_BLACKLIST = "checkPersonBlacklist";
    CHECK_DUPLICATE_FACES = "checkDuplicateFaces";
    CHECK_DUPLICATE_DOC_FACES = "checkDuplicateDocFaces";
    CHECK_DUPLICATE_PERSONAL_DATA = "checkDuplicatePersonalData";
    CHECK_DRIVER_LICENSE = "checkDriverLicense";
    CHECK_LID = "checkLid";
    CHECK_IP_PROXY = "checkIpProxy";
    ALLOW_BSN_MASKING = "allowBsnMasking";
    NFC_REQUIRED = "nfcRequired";
    NFC_OPTIONAL = "nfcOptional";
    AUTO_AML_MONITORING = "autoAmlMonitoring";
    DRIVER_LICENSE_BACK = "driverLicenseBack";
    AGE_LIMIT = "ageLimit";
    AGE_MAX = "ageMax";
    FACE_MATCHING_THRESHOLD_MODIFIER = "faceMatchingThresholdModifier";
    MAX_ATTEMPT_COUNT = "maxAttemptCount";
    DUMMY_STATUS = "dummyStatus";
    LEVENSHTEIN_TEXT_MATCH_RATIO = "levenshteinTextMatchRatio";
    LEVENSHTEIN_MRZ_MATCH_RATIO = "levenshteinMrzMatchRatio";
    CHECK_URJANET = "checkUrjanet";
    FRAUD_SERVICES = "fraudServices";
    DETECTION_TYPES = "detectionTypes";

    // Members of other requests and answers that messages name. Source: kyc/direct-processing
    // and kyc/generate-token (2026).
    ALLOWED_DOCUMENTS = "allowedDocuments";
    AUTH_TOKEN = "authToken";
    SCAN_REF = "scanRef";
    IMAGES = "images";
    DOCUMENT_TYPE = "documentType";
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_name_stands_once() {
        for (index, name) in ALL.iter().enumerate() {
            assert!(!ALL[..index].contains(name), "{name}");
        }
    }
}
