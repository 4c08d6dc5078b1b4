//! One method for each switch. What is not set is left to the account.

use crate::vocab::parameter;

use super::TokenRequest;

macro_rules! switches {
    ($( $method:ident $name:ident, $meaning:literal; )+) => {
        /// Switches: true, false, or not set and so left to the account.
        impl TokenRequest {
            $(
                #[doc = $meaning]
                #[must_use]
                pub fn $method(self, on: bool) -> Self {
                    self.with(parameter::$name, on)
                }
            )+
        }

        /// Every method of the table, so that a test calls them all.
        #[cfg(test)]
        pub(super) const ALL: &[fn(TokenRequest, bool) -> TokenRequest] =
            &[$( TokenRequest::$method, )+];
    };
}

// Meanings are read from the names and from the pages of the switches that have one.
switches! {
    show_instructions SHOW_INSTRUCTIONS, "Shows instructions before the pictures are taken.";
    generate_digit_string GENERATE_DIGIT_STRING, "Gives a code for the mobile app, `digitString` of the answer. iDenfy has to enable it, and `expiryTime` has a lower maximum with it.";
    utility_bill UTILITY_BILL, "Asks for a proof of address. Deprecated in favour of additional steps, which it excludes.";
    questionnaire_required QUESTIONNAIRE_REQUIRED, "Whether the questionnaire has to be answered.";
    review_successful REVIEW_SUCCESSFUL, "A person of iDenfy reviews what automation passed.";
    review_failed REVIEW_FAILED, "A person of iDenfy reviews what automation failed.";
    verify_email VERIFY_EMAIL, "Confirms the e-mail address.";
    verify_phone VERIFY_PHONE, "Confirms the phone number.";
    verify_bank VERIFY_BANK, "Verifies the bank account.";
    verify_bank_accounts VERIFY_BANK_ACCOUNTS, "Reads the accounts at the bank.";
    verify_bank_balances VERIFY_BANK_BALANCES, "Reads the balances at the bank.";
    verify_bank_transactions VERIFY_BANK_TRANSACTIONS, "Reads the transactions at the bank.";
    bank_card_verification BANK_CARD_VERIFICATION, "Compares a bank card with the document.";
    bank_card_pdf_upload BANK_CARD_PDF_UPLOAD, "Lets the bank card be given as PDF.";
    verify_address VERIFY_ADDRESS, "Checks the address.";
    check_aml CHECK_AML, "Screens against lists of sanctions and politically exposed persons.";
    check_criminal CHECK_CRIMINAL, "Looks for a criminal record.";
    check_liveness CHECK_LIVENESS, "Checks that a live person is there.";
    check_face_blacklist CHECK_FACE_BLACKLIST, "Compares the selfie with your blocklist.";
    check_doc_face_blacklist CHECK_DOC_FACE_BLACKLIST, "Compares the portrait of the document with your blocklist.";
    check_person_blacklist CHECK_PERSON_BLACKLIST, "Compares the personal data with your blocklist.";
    check_duplicate_faces CHECK_DUPLICATE_FACES, "Compares the selfie with earlier verifications.";
    check_duplicate_doc_faces CHECK_DUPLICATE_DOC_FACES, "Compares the portrait of the document with earlier verifications.";
    check_duplicate_personal_data CHECK_DUPLICATE_PERSONAL_DATA, "Compares the personal data with earlier verifications.";
    check_driver_license CHECK_DRIVER_LICENSE, "Compares a driver's licence with its registry.";
    check_lid CHECK_LID, "Looks the document up in registers of lost and invalid ones.";
    check_ip_proxy CHECK_IP_PROXY, "Notes proxies and VPNs.";
    allow_bsn_masking ALLOW_BSN_MASKING, "Lets the Dutch citizen service number be masked.";
    nfc_required NFC_REQUIRED, "Demands that the chip of the document is read.";
    nfc_optional NFC_OPTIONAL, "Offers to read the chip of the document.";
    auto_aml_monitoring AUTO_AML_MONITORING, "Goes on screening the person after the verification.";
    driver_license_back DRIVER_LICENSE_BACK, "Asks for the back of a driver's licence.";
}
