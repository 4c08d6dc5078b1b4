//! Accessors for the parts of a delivery that are not about its identity.

use std::collections::BTreeMap;

use serde::ser::SerializeMap;
use serde::{Serialize, Serializer};

use crate::json::{Layout, Object, Value};
use crate::vocab::{Open, Platform};

use super::Delivery;
use super::payload::{
    AddressVerification, BankCardVerification, BankVerification, DocumentData, EmailVerification,
    PhoneVerification, RiskAssessment, ScreeningCheck, ServiceBlock, Status, seconds,
};

/// The parts of the payload.
///
/// ```
/// let body = br#"{"scanRef": "s", "status": {"overall": "APPROVED", "fraudTags": ["NEW_TAG"]},
///     "data": {"docNumber": "X1", "manualAddress": "Main street 1", "manualAddressMatch": true},
///     "platform": "PC", "companyId": "c-7", "beneficiaryId": "b-1", "clientIp": "203.0.113.9",
///     "clientIpCountry": "LT", "clientLocation": "Kaunas, Lithuania", "gdcMatch": null,
///     "startTime": 1700000000, "finishTime": 1700000060.5,
///     "fileUrls": {"FRONT": "https://files.example/front", "BACK": null}}"#;
/// let delivery = idenfy_rules::webhook::parse(body, None, &Default::default())?;
///
/// assert_eq!(delivery.status().fraud_tags()[0].as_str(), "NEW_TAG");
/// assert_eq!(delivery.data().doc_number(), Some("X1"));
/// assert_eq!(delivery.platform().unwrap().as_str(), "PC");
/// assert_eq!((delivery.company_id(), delivery.beneficiary_id()), (Some("c-7"), Some("b-1")));
/// assert_eq!((delivery.client_ip(), delivery.client_ip_country()), (Some("203.0.113.9"), Some("LT")));
/// assert_eq!((delivery.client_location(), delivery.gdc_match()), (Some("Kaunas, Lithuania"), None));
/// assert_eq!((delivery.start_time(), delivery.finish_time()), (Some(1.7e9), Some(1_700_000_060.5)));
/// // What a reviewer read stands at the top or, as until about 2023, inside `data`.
/// assert_eq!(delivery.manual_address(), Some("Main street 1"));
/// assert_eq!(delivery.manual_address_match(), Some(true));
/// let front = Some("https://files.example/front");
/// assert_eq!(delivery.file_urls(), [("FRONT", front), ("BACK", None)]);
/// # Ok::<(), idenfy_rules::WebhookError>(())
/// ```
impl<'a> Delivery<'a> {
    /// The verdict and its checks.
    #[must_use]
    pub fn status(&self) -> Status<'_> {
        Status::of(self.body().get("status"))
    }

    /// What was read from the document.
    #[must_use]
    pub fn data(&self) -> DocumentData<'_> {
        DocumentData::of(self.body().get("data"))
    }

    /// Where the person did the verification.
    #[must_use]
    pub fn platform(&self) -> Option<Open<Platform>> {
        self.text("platform").map(Open::read)
    }

    /// Id of a company that the person belongs to.
    #[must_use]
    pub fn company_id(&self) -> Option<&str> {
        self.text("companyId")
    }

    /// Id of a beneficiary that the person is.
    #[must_use]
    pub fn beneficiary_id(&self) -> Option<&str> {
        self.text("beneficiaryId")
    }

    /// The IP address of the person.
    #[must_use]
    pub fn client_ip(&self) -> Option<&str> {
        self.text("clientIp")
    }

    /// The country of the IP address, a two-letter code.
    #[must_use]
    pub fn client_ip_country(&self) -> Option<&str> {
        self.text("clientIpCountry")
    }

    /// The place of the IP address.
    #[must_use]
    pub fn client_location(&self) -> Option<&str> {
        self.text("clientLocation")
    }

    /// Whether a data centre's records agree; the vendor publishes no meaning.
    #[must_use]
    pub fn gdc_match(&self) -> Option<bool> {
        self.body().get("gdcMatch").and_then(Value::as_bool)
    }

    /// When the person began, in seconds since 1970.
    #[must_use]
    pub fn start_time(&self) -> Option<f64> {
        seconds(self.body().get("startTime"))
    }

    /// When automation ended, in seconds since 1970. It does not order an automatic and a manual
    /// delivery.
    #[must_use]
    pub fn finish_time(&self) -> Option<f64> {
        seconds(self.body().get("finishTime"))
    }

    /// The older screening blocks, `AML` or, until January 2021, `aml`.
    ///
    /// ```
    /// let body = br#"{"scanRef": "s", "status": {"overall": "SUSPECTED"},
    ///     "AML": [{"status": {"overallStatus": "SUSPECTED"}, "data": [{"suspicion": "PEPS"}]}],
    ///     "LID": [{"data": [{"documentNumber": "X1", "valid": false}]}], "CRIMINAL_CHECK": []}"#;
    /// let delivery = idenfy_rules::webhook::parse(body, None, &Default::default())?;
    /// let (screening, register) = (delivery.aml(), delivery.lid());
    /// assert_eq!(screening[0].status().overall_status().unwrap().as_str(), "SUSPECTED");
    /// assert_eq!(screening[0].hits()[0].suspicion().unwrap().as_str(), "PEPS");
    /// assert_eq!(register[0].register_rows()[0].valid(), Some(false));
    /// assert!(delivery.criminal_check().is_empty());
    /// # Ok::<(), idenfy_rules::WebhookError>(())
    /// ```
    #[must_use]
    pub fn aml(&self) -> Vec<ServiceBlock<'_>> {
        self.blocks(&["AML", "aml"])
    }

    /// The blocks of the register of lost documents, `LID` or `lid`.
    #[must_use]
    pub fn lid(&self) -> Vec<ServiceBlock<'_>> {
        self.blocks(&["LID", "lid"])
    }

    /// The blocks of the criminal record check, `CRIMINAL_CHECK`.
    #[must_use]
    pub fn criminal_check(&self) -> Vec<ServiceBlock<'_>> {
        self.blocks(&["CRIMINAL_CHECK"])
    }

    /// The current screening.
    ///
    /// A service that was not used has a part with nothing in it.
    ///
    /// ```
    /// let body = br#"{"scanRef": "s", "status": {"overall": "APPROVED"},
    ///     "amlCheck": {"overallStatus": "CLEAR"}, "riskAssessment": {"riskScore": 12, "riskLevel": "LOW"},
    ///     "bankVerification": {"country": "LT"}, "bankCardVerification": {"status": "MATCH"},
    ///     "emailVerification": {"emailVerified": true}, "phoneVerification": {"phoneVerified": false}}"#;
    /// let delivery = idenfy_rules::webhook::parse(body, None, &Default::default())?;
    /// assert_eq!(delivery.aml_check().overall_status().unwrap().as_str(), "CLEAR");
    /// assert_eq!(delivery.risk_assessment().risk_score(), Some(12));
    /// assert_eq!(delivery.bank_verification().country(), Some("LT"));
    /// assert_eq!(delivery.bank_card_verification().status().unwrap().as_str(), "MATCH");
    /// assert_eq!(delivery.email_verification().email_verified(), Some(true));
    /// assert_eq!(delivery.phone_verification().phone_verified(), Some(false));
    /// assert!(delivery.phone_verification().is_there());
    /// assert!(!delivery.address_verification().is_there());
    /// # Ok::<(), idenfy_rules::WebhookError>(())
    /// ```
    #[must_use]
    pub fn aml_check(&self) -> ScreeningCheck<'_> {
        ScreeningCheck::of(self.body().get("amlCheck"))
    }

    /// The risk assessment.
    #[must_use]
    pub fn risk_assessment(&self) -> RiskAssessment<'_> {
        RiskAssessment::of(self.body().get("riskAssessment"))
    }

    /// The bank account.
    #[must_use]
    pub fn bank_verification(&self) -> BankVerification<'_> {
        BankVerification::of(self.body().get("bankVerification"))
    }

    /// The bank card.
    #[must_use]
    pub fn bank_card_verification(&self) -> BankCardVerification<'_> {
        BankCardVerification::of(self.body().get("bankCardVerification"))
    }

    /// The e-mail address.
    #[must_use]
    pub fn email_verification(&self) -> EmailVerification<'_> {
        EmailVerification::of(self.body().get("emailVerification"))
    }

    /// The phone number.
    #[must_use]
    pub fn phone_verification(&self) -> PhoneVerification<'_> {
        PhoneVerification::of(self.body().get("phoneVerification"))
    }

    /// The address check: at the top, or inside `data` as until about 2023.
    #[must_use]
    pub fn address_verification(&self) -> AddressVerification<'_> {
        AddressVerification::of(self.wandering("addressVerification"))
    }

    /// The address that a reviewer read: at the top, or inside `data`.
    #[must_use]
    pub fn manual_address(&self) -> Option<&str> {
        self.wandering("manualAddress").and_then(Value::as_str).filter(|text| !text.is_empty())
    }

    /// A reviewer's comparison of the address: at the top, or inside `data`.
    #[must_use]
    pub fn manual_address_match(&self) -> Option<bool> {
        self.wandering("manualAddressMatch").and_then(Value::as_bool)
    }

    /// The signed, expiring addresses of the files, by name; `None` where there is no file.
    #[must_use]
    pub fn file_urls(&self) -> Vec<(&str, Option<&str>)> {
        let urls = self.body().get("fileUrls").and_then(Value::as_object);
        urls.into_iter().flat_map(Object::iter).map(|(name, url)| (name, url.as_str())).collect()
    }

    /// The JSON text of any member, by its JSON Pointer (`""` is the whole body), for what has no accessor of its own,
    /// such as questionnaire answers. Of a repeated key the last value counts.
    ///
    /// ```
    /// let body = br#"{"scanRef": "s", "status": {"overall": "APPROVED"}, "utilityData": ["a", 1]}"#;
    /// let delivery = idenfy_rules::webhook::parse(body, None, &Default::default()).unwrap();
    /// assert_eq!(delivery.json("/utilityData").as_deref(), Some(r#"["a",1]"#));
    /// assert_eq!(delivery.json("/utilityData/1").as_deref(), Some("1"));
    /// assert_eq!((delivery.json("/nothing"), delivery.json("utilityData")), (None, None));
    /// assert!(delivery.json("").is_some_and(|body| body.starts_with(r#"{"scanRef":"s","#)));
    /// ```
    #[must_use]
    pub fn json(&self, pointer: &str) -> Option<String> {
        let Some(path) = pointer.strip_prefix('/') else {
            return pointer.is_empty().then(|| Layout::COMPACT.write_object(self.body()));
        };
        let mut keys = path.split('/').map(|key| key.replace("~1", "/").replace("~0", "~"));
        let first = keys.next()?;
        let found = keys.try_fold(self.body().get(&first)?, |value, key| match value {
            Value::Object(object) => object.get(&key),
            Value::Array(items) => items.get(key.parse::<usize>().ok()?),
            _ => None,
        });
        found.map(|value| Layout::COMPACT.write(value))
    }

    fn blocks(&self, keys: &[&str]) -> Vec<ServiceBlock<'_>> {
        let values = keys.iter().filter_map(|key| self.body().get(key));
        let blocks =
            values.flat_map(|value| value.as_array().unwrap_or(std::slice::from_ref(value)));
        blocks.map(|block| ServiceBlock::of(Some(block))).filter(ServiceBlock::is_there).collect()
    }

    fn wandering(&self, key: &str) -> Option<&Value<'a>> {
        let inside =
            || self.body().get("data").and_then(Value::as_object).and_then(|data| data.get(key));
        self.body().get(key).filter(|value| !value.is_empty()).or_else(inside)
    }
}

/// Every accessor by its name. The form holds personal data: it is for programs, not for logs.
impl Serialize for Delivery<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let file_urls: BTreeMap<&str, Option<&str>> = self.file_urls().into_iter().collect();
        let mut form = serializer.serialize_map(None)?;
        form.serialize_entry("event", &self.event())?;
        form.serialize_entry("notice", &self.notice())?;
        form.serialize_entry("scan_ref", &self.scan_ref())?;
        form.serialize_entry("client_id", &self.client_id())?;
        form.serialize_entry("external_ref", &self.external_ref())?;
        form.serialize_entry("company_id", &self.company_id())?;
        form.serialize_entry("beneficiary_id", &self.beneficiary_id())?;
        form.serialize_entry("final", &self.final_mark())?;
        form.serialize_entry("platform", &self.platform())?;
        form.serialize_entry("start_time", &self.start_time())?;
        form.serialize_entry("finish_time", &self.finish_time())?;
        form.serialize_entry("client_ip", &self.client_ip())?;
        form.serialize_entry("client_ip_country", &self.client_ip_country())?;
        form.serialize_entry("client_location", &self.client_location())?;
        form.serialize_entry("gdc_match", &self.gdc_match())?;
        form.serialize_entry("manual_address", &self.manual_address())?;
        form.serialize_entry("manual_address_match", &self.manual_address_match())?;
        form.serialize_entry("status", &self.status())?;
        form.serialize_entry("data", &self.data())?;
        form.serialize_entry("aml", &self.aml())?;
        form.serialize_entry("lid", &self.lid())?;
        form.serialize_entry("criminal_check", &self.criminal_check())?;
        form.serialize_entry("aml_check", &self.aml_check())?;
        form.serialize_entry("risk_assessment", &self.risk_assessment())?;
        form.serialize_entry("address_verification", &self.address_verification())?;
        form.serialize_entry("bank_verification", &self.bank_verification())?;
        form.serialize_entry("bank_card_verification", &self.bank_card_verification())?;
        form.serialize_entry("email_verification", &self.email_verification())?;
        form.serialize_entry("phone_verification", &self.phone_verification())?;
        form.serialize_entry("file_urls", &file_urls)?;
        form.serialize_entry("repeated_keys", &self.repeated_keys())?;
        form.end()
    }
}
