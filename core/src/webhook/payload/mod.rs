//! Typed access to the whole payload, so that nobody reads the bytes with another parser.
//!
//! Every member is optional and every word open: a value of another type than the documented
//! one counts as absent here, because nothing of a decision hangs on these accessors. `Debug`
//! shows no content.

mod services;
mod verdict;

use crate::json::{Number, Value};
use crate::vocab::{Open, Term};

pub use services::{
    AddressVerification, BankCardVerification, BankVerification, BlockStatus, EmailVerification,
    PhoneVerification, RegisterRow, RiskAssessment, ScreeningCheck, ScreeningHit, ServiceBlock,
};
pub use verdict::{DocumentData, Status};

/// One member of an object of the payload, for bindings and documentation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct Member {
    /// The name of the accessor, which is also its key in the JSON form.
    pub accessor: &'static str,
    /// The name in the payload.
    pub name: &'static str,
    /// `text`, `flag`, `integer`, `texts`, `word` or `words`.
    pub kind: &'static str,
    /// What it says.
    pub meaning: &'static str,
}

/// One object of the payload as a table of members: accessor, kind, name, meaning.
macro_rules! view {
    (
        $(#[$attribute:meta])*
        $name:ident { $( $method:ident : $kind:ident $(<$word:ty>)? $key:literal, $meaning:literal; )+ }
        $( also { $( $part:ident ),+ } )?
    ) => {
        $(#[$attribute])*
        #[derive(Clone, Copy)]
        pub struct $name<'d>(Option<&'d $crate::json::Object<'d>>);

        impl<'d> $name<'d> {
            pub(crate) fn of(value: Option<&'d $crate::json::Value<'d>>) -> Self {
                Self(value.and_then($crate::json::Value::as_object))
            }

            fn get(&self, key: &str) -> Option<&'d $crate::json::Value<'d>> {
                self.0.and_then(|object| object.get(key))
            }

            /// Whether the payload has the object at all.
            #[must_use]
            pub fn is_there(&self) -> bool {
                self.0.is_some()
            }

            /// Its members, in the order of the reference.
            pub const MEMBERS: &'static [$crate::webhook::payload::Member] = &[$(
                $crate::webhook::payload::Member {
                    accessor: stringify!($method),
                    name: $key,
                    kind: stringify!($kind),
                    meaning: $meaning,
                },
            )+];

            $( $crate::webhook::payload::member! { $method, $kind $(<$word>)?, $key, $meaning } )+
        }

        /// Every accessor by its name, `null` for what is absent. It holds personal data.
        impl serde::Serialize for $name<'_> {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                if !self.is_there() {
                    return serializer.serialize_none();
                }
                let mut form = serializer.serialize_map(None)?;
                $( form.serialize_entry(stringify!($method), &self.$method())?; )+
                $( $( form.serialize_entry(stringify!($part), &self.$part())?; )+ )?
                form.end()
            }
        }

        impl std::fmt::Debug for $name<'_> {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(concat!(stringify!($name), "(..)"))
            }
        }
    };
}

macro_rules! member {
    ($method:ident, text, $key:literal, $meaning:literal) => {
        #[doc = concat!($meaning, " (`", $key, "`).")]
        #[must_use]
        pub fn $method(&self) -> Option<&'d str> {
            self.get($key).and_then($crate::json::Value::as_str).filter(|text| !text.is_empty())
        }
    };
    ($method:ident, flag, $key:literal, $meaning:literal) => {
        #[doc = concat!($meaning, " (`", $key, "`).")]
        #[must_use]
        pub fn $method(&self) -> Option<bool> {
            self.get($key).and_then($crate::json::Value::as_bool)
        }
    };
    ($method:ident, integer, $key:literal, $meaning:literal) => {
        #[doc = concat!($meaning, " (`", $key, "`).")]
        #[must_use]
        pub fn $method(&self) -> Option<i64> {
            self.get($key).and_then($crate::webhook::payload::integer)
        }
    };
    ($method:ident, texts, $key:literal, $meaning:literal) => {
        #[doc = concat!($meaning, " (`", $key, "`).")]
        #[must_use]
        pub fn $method(&self) -> Vec<&'d str> {
            $crate::webhook::payload::texts(self.get($key))
        }
    };
    ($method:ident, word<$word:ty>, $key:literal, $meaning:literal) => {
        #[doc = concat!($meaning, " (`", $key, "`).")]
        #[must_use]
        pub fn $method(&self) -> Option<$crate::vocab::Open<$word>> {
            $crate::webhook::payload::word(self.get($key))
        }
    };
    ($method:ident, words<$word:ty>, $key:literal, $meaning:literal) => {
        #[doc = concat!($meaning, " (`", $key, "`).")]
        #[must_use]
        pub fn $method(&self) -> Vec<$crate::vocab::Open<$word>> {
            let texts = $crate::webhook::payload::texts(self.get($key));
            texts.into_iter().map($crate::vocab::Open::read).collect()
        }
    };
}

use {member, view};

/// A whole number; `1790000000.0` is one, too.
fn integer(value: &Value<'_>) -> Option<i64> {
    match value {
        Value::Number(number) => number.as_whole(),
        _ => None,
    }
}

fn texts<'d>(value: Option<&'d Value<'d>>) -> Vec<&'d str> {
    value.and_then(Value::as_array).unwrap_or_default().iter().filter_map(Value::as_str).collect()
}

fn word<W: Term>(value: Option<&Value<'_>>) -> Option<Open<W>> {
    value.and_then(Value::as_str).filter(|text| !text.is_empty()).map(Open::read)
}

/// Seconds since 1970; a float before April 2019.
pub(super) fn seconds(value: Option<&Value<'_>>) -> Option<f64> {
    match value? {
        Value::Number(Number::Float(seconds)) => Some(*seconds),
        other => integer(other).and_then(|whole| whole.to_string().parse().ok()),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use crate::vocab::{AmlHit, DocumentStatus, Open, ServiceStatus, Tag};
    use crate::webhook::parse;

    const BODY: &[u8] =
        br#"{"scanRef": "s", "final": true, "startTime": 1554726960.5, "finishTime": 1554726999,
        "status": {"overall": "SUSPECTED", "autoDocument": "DOC_BRAND_NEW", "manualDocument": "",
                   "fraudTags": ["FACE_SUSPECTED", 7, "NEW_TAG"], "denyReasons": null},
        "data": {"docFirstName": "ONA", "docDob": null, "duplicateFaces": ["a", "b"],
                 "manualAddressMatch": true, "addressVerification": {"status": "VERIFIED"}},
        "aml": {"status": {"serviceUsed": true, "overallStatus": "SUSPECTED"},
                "data": [{"suspicion": "PEPS", "score": 96.0, "whitelisted": true}, 5]},
        "LID": [{"data": [{"valid": false}]}, null],
        "fileUrls": {"FRONT": "https://files.example/1", "BACK": null},
        "riskAssessment": "none"}"#;

    #[test]
    fn every_vintage_is_read_through_the_same_accessors() {
        let delivery = parse(BODY, None, &Default::default()).unwrap();
        let status = delivery.status();
        assert_eq!(status.auto_document(), Some(Open::Unknown("DOC_BRAND_NEW".to_owned())));
        assert_eq!(status.manual_document(), None::<Open<DocumentStatus>>);
        assert_eq!(status.fraud_tags(), [Open::Known(Tag::FaceSuspected), Open::read("NEW_TAG")]);
        assert!(status.deny_reasons().is_empty());

        let data = delivery.data();
        assert_eq!((data.doc_first_name(), data.doc_dob()), (Some("ONA"), None));
        assert_eq!(data.duplicate_faces(), ["a", "b"]);
        assert_eq!(delivery.manual_address_match(), Some(true));
        assert!(delivery.address_verification().status().is_some());

        let block = delivery.aml()[0];
        assert_eq!(block.status().service_used(), Some(true));
        assert_eq!(block.status().overall_status(), Some(Open::Known(ServiceStatus::Suspected)));
        assert_eq!(block.hits().len(), 1);
        assert_eq!(block.hits()[0].suspicion(), Some(Open::Known(AmlHit::Peps)));
        assert_eq!(block.hits()[0].score(), Some(96));
        assert_eq!(delivery.lid().len(), 1);
        assert_eq!(delivery.lid()[0].register_rows()[0].valid(), Some(false));

        assert_eq!(
            (delivery.start_time(), delivery.finish_time()),
            (Some(1554726960.5), Some(1554726999.0))
        );
        assert_eq!(
            delivery.file_urls(),
            [("FRONT", Some("https://files.example/1")), ("BACK", None)]
        );
        assert!(!delivery.risk_assessment().is_there());
        assert_eq!(delivery.json("/data/duplicateFaces").as_deref(), Some(r#"["a","b"]"#));
    }

    #[test]
    fn the_form_has_every_accessor_by_its_name() {
        let delivery = parse(BODY, None, &Default::default()).unwrap();
        let form = serde_json::to_value(&delivery).unwrap();
        assert_eq!(form["status"]["auto_document"], "DOC_BRAND_NEW");
        assert_eq!(form["status"]["fraud_tags"][1], "NEW_TAG");
        assert_eq!(form["data"].as_object().unwrap().len(), super::DocumentData::MEMBERS.len());
        assert_eq!(form["aml"][0]["hits"][0]["score"], 96);
        assert_eq!(form["aml"][0]["status"]["service_used"], true);
        assert!(form["risk_assessment"].is_null() && form["aml_check"].is_null());
        assert!(form["gdc_match"].is_null() && form["manual_address"].is_null());
        assert_eq!(form["file_urls"]["BACK"], serde_json::Value::Null);
    }

    #[test]
    fn every_part_is_read_from_its_place() {
        let body = br#"{"scanRef": "s", "status": {"overall": "APPROVED"}, "clientId": "c",
            "externalRef": "e", "companyId": "co", "beneficiaryId": "be", "platform": "PC",
            "startTime": 1.5, "finishTime": 2, "clientIp": "203.0.113.9", "clientIpCountry": "LT",
            "clientLocation": "Kaunas", "gdcMatch": true, "final": false,
            "data": {"manualAddress": "Gate 1", "manualAddressMatch": false},
            "lid": {"data": []}, "CRIMINAL_CHECK": [{"data": []}, null],
            "amlCheck": {"id": "a"}, "riskAssessment": {"riskScore": 7},
            "addressVerification": {"status": "MATCH"}, "bankVerification": {"id": "b"},
            "bankCardVerification": {"status": "MATCH"}, "emailVerification": {"email": "m"},
            "phoneVerification": {"phone": "p"}}"#;
        let delivery = parse(body, None, &Default::default()).unwrap();
        let form = serde_json::to_value(&delivery).unwrap();
        for (member, expected) in [
            ("/client_id", json!("c")),
            ("/external_ref", json!("e")),
            ("/company_id", json!("co")),
            ("/beneficiary_id", json!("be")),
            ("/platform", json!("PC")),
            ("/final", json!(false)),
            ("/start_time", json!(1.5)),
            ("/finish_time", json!(2.0)),
            ("/client_ip", json!("203.0.113.9")),
            ("/client_ip_country", json!("LT")),
            ("/client_location", json!("Kaunas")),
            ("/gdc_match", json!(true)),
            ("/manual_address", json!("Gate 1")),
            ("/manual_address_match", json!(false)),
            ("/aml_check/id", json!("a")),
            ("/risk_assessment/risk_score", json!(7)),
            ("/bank_verification/id", json!("b")),
            ("/bank_card_verification/status", json!("MATCH")),
            ("/email_verification/email", json!("m")),
            ("/phone_verification/phone", json!("p")),
            ("/address_verification/status", json!("MATCH")),
        ] {
            assert_eq!(form.pointer(member), Some(&expected), "{member}");
        }
        let blocks = [delivery.aml().len(), delivery.lid().len(), delivery.criminal_check().len()];
        assert_eq!(blocks, [0, 1, 1]);
        for (pointer, text) in [
            ("/scanRef", Some("\"s\"")),
            ("/status/overall", Some("\"APPROVED\"")),
            ("/CRIMINAL_CHECK/1", Some("null")),
            ("/CRIMINAL_CHECK/2", None),
            ("/scanRef/0", None),
            ("scanRef", None),
        ] {
            assert_eq!(delivery.json(pointer).as_deref(), text, "{pointer}");
        }
    }

    #[test]
    fn nothing_of_the_payload_is_shown() {
        let delivery = parse(BODY, None, &Default::default()).unwrap();
        let shown = format!("{:?} {:?} {:?}", delivery.data(), delivery.aml(), delivery.status());
        assert_eq!(shown, "DocumentData(..) [ServiceBlock(..)] Status(..)");
    }
}
