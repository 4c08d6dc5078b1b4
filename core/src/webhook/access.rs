//! Accessors for the parts of a delivery that are not about its identity.

use crate::json::{Layout, Object, Value};
use crate::vocab::{Open, Platform};

use super::Delivery;
use super::payload::{
    AddressVerification, BankCardVerification, BankVerification, DocumentData, EmailVerification,
    PhoneVerification, RiskAssessment, ScreeningCheck, ServiceBlock, Status, seconds,
};

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

    /// The JSON text of any member, by its JSON Pointer, for what has no accessor of its own,
    /// such as questionnaire answers. Of a repeated key the last value counts.
    ///
    /// ```
    /// let body = br#"{"scanRef": "s", "status": {"overall": "APPROVED"}, "utilityData": ["a", 1]}"#;
    /// let delivery = idenfy_rules::webhook::parse(body, None, &Default::default()).unwrap();
    /// assert_eq!(delivery.json("/utilityData").as_deref(), Some(r#"["a",1]"#));
    /// assert_eq!(delivery.json("/utilityData/1").as_deref(), Some("1"));
    /// assert_eq!(delivery.json("/nothing"), None);
    /// ```
    #[must_use]
    pub fn json(&self, pointer: &str) -> Option<String> {
        let mut keys =
            pointer.split('/').skip(1).map(|key| key.replace("~1", "/").replace("~0", "~"));
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
