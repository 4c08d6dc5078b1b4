//! One webhook, read: what it is about, and where it contradicts itself.

use std::borrow::Cow;
use std::fmt;

use crate::json::{self, Limits, Number, Object, Value};
use crate::pointer::Pointer;
use crate::vocab::{Event, EventKind, Open, showable};

use super::{WebhookCode, WebhookError};

/// Top-level keys that a decision hangs on. Every key directly inside `status` is one, too:
/// two parsers in one chain must not read two different verdicts.
pub(crate) const DECISION_KEYS: &[&str] = &[
    "scanRef",
    "final",
    "status",
    "clientId",
    "AML",
    "aml",
    "LID",
    "lid",
    "CRIMINAL_CHECK",
    "amlCheck",
];

/// From here on a floating point number may stand for several whole ones: 2 to the power of 53.
const EXACT: f64 = 9_007_199_254_740_992.0;

/// A webhook that says nothing about the result of a verification.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Notice {
    /// The product it belongs to; `None` for an event that the vocabulary does not have.
    pub product: Option<Cow<'static, str>>,
    /// Whether the body looks like a verdict all the same: somebody should have a look.
    pub attention: bool,
}

/// A webhook body, read but not judged.
///
/// Words are open: unknown ones are kept as they came. `Debug` shows no content.
/// ```
/// use idenfy_rules::webhook::parse;
///
/// let body = br#"{"scanRef": "s", "clientId": 7, "externalRef": "order-1", "final": true,
///     "data": {"docSex": "F", "docSex": "M"}, "status": {"overall": "APPROVED"}}"#;
/// let delivery = parse(body, Some("IDENTIFICATION_AUTO_FINISHED"), &Default::default())?;
/// assert_eq!((delivery.scan_ref(), delivery.client_id().as_deref()), (Some("s"), Some("7")));
/// assert_eq!((delivery.external_ref(), delivery.final_mark()), (Some("order-1"), Some(true)));
/// assert_eq!(delivery.event().unwrap().as_str(), "IDENTIFICATION_AUTO_FINISHED");
/// assert_eq!(delivery.repeated_keys()[0].as_str(), "/data/docSex");
/// assert_eq!(format!("{delivery:?}").contains("order-1"), false);
///
/// let other = parse(br#"{"id": "x"}"#, Some("AML_MONITORING"), &Default::default())?;
/// assert_eq!(other.notice().unwrap().product.as_deref(), Some("aml_monitoring"));
/// # Ok::<(), idenfy_rules::WebhookError>(())
/// ```
#[derive(Clone)]
pub struct Delivery<'a> {
    body: Object<'a>,
    event: Option<Open<Event>>,
    notice: Option<Notice>,
    differing: Vec<Pointer>,
}

impl<'a> Delivery<'a> {
    // The order of refusal: not JSON, not an object, another event, repeated key, required field.
    pub(super) fn read(
        body: &'a [u8],
        event_type: Option<&str>,
        limits: &Limits,
    ) -> Result<Self, WebhookError> {
        let value = json::read(body, limits)?;
        let mut differing = Vec::new();
        collect_differing(&value, &Pointer::root(), &mut differing);
        let Value::Object(body) = value else {
            let message = "the body is not a JSON object";
            return Err(WebhookError::at(WebhookCode::NotObject, Pointer::root(), message));
        };
        let event = event_type.filter(|text| !text.is_empty()).map(Open::<Event>::read);
        let notice = event.as_ref().and_then(|event| notice(event, &body));
        if notice.is_none() {
            refuse_repeated_decision_keys(&body)?;
            require(&body)?;
        }
        Ok(Self { body, event, notice, differing })
    }

    /// The event of the header, if there was one.
    #[must_use]
    pub fn event(&self) -> Option<&Open<Event>> {
        self.event.as_ref()
    }

    /// What the webhook is, if it is not about the result of a verification.
    #[must_use]
    pub fn notice(&self) -> Option<&Notice> {
        self.notice.as_ref()
    }

    /// The verification that it is about; always there unless it is a notice.
    #[must_use]
    pub fn scan_ref(&self) -> Option<&str> {
        self.text("scanRef")
    }

    /// Your id of the client; a number counts as its text. `None` too for a number that is so large
    /// that it cannot be told from its neighbours: better no id than that of somebody else.
    #[must_use]
    pub fn client_id(&self) -> Option<Cow<'_, str>> {
        match self.body.get("clientId")? {
            Value::String(text) if !text.is_empty() => Some(Cow::Borrowed(text)),
            Value::Number(Number::Unsigned(number)) => Some(Cow::Owned(number.to_string())),
            Value::Number(Number::Negative(number)) => Some(Cow::Owned(number.to_string())),
            Value::Number(Number::Float(number)) if number.abs() < EXACT => {
                Some(Cow::Owned(format!("{number:?}")))
            }
            _ => None,
        }
    }

    /// Your own reference; `None` too when the body gives two different ones.
    #[must_use]
    pub fn external_ref(&self) -> Option<&str> {
        let two = self.differing.iter().any(|place| place.as_str() == "/externalRef");
        if two { None } else { self.text("externalRef") }
    }

    /// Whether it is the last word; `None` when `final` is absent or not a boolean.
    #[must_use]
    pub fn final_mark(&self) -> Option<bool> {
        self.body.get("final").and_then(Value::as_bool)
    }

    /// The places where a key outside the decision paths is repeated with different values.
    #[must_use]
    pub fn repeated_keys(&self) -> &[Pointer] {
        &self.differing
    }

    pub(crate) fn body(&self) -> &Object<'a> {
        &self.body
    }

    pub(crate) fn status_member(&self, key: &str) -> Option<&Value<'a>> {
        self.body.get("status").and_then(Value::as_object).and_then(|status| status.get(key))
    }

    pub(super) fn text(&self, key: &str) -> Option<&str> {
        self.body.get(key).and_then(Value::as_str).filter(|text| !text.is_empty())
    }
}

impl fmt::Debug for Delivery<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let event = self.event.as_ref().map(|event| showable(event.as_str()));
        f.debug_struct("Delivery").field("event", &event).finish_non_exhaustive()
    }
}

fn notice(event: &Open<Event>, body: &Object<'_>) -> Option<Notice> {
    let known = event.known();
    match known.map(Event::kind) {
        Some(EventKind::Verdict | EventKind::Ended) => None,
        Some(EventKind::Notice | EventKind::OtherProduct) | None => Some(Notice {
            product: known.map(|event| event.product().into()),
            attention: require(body).is_ok(),
        }),
    }
}

fn refuse_repeated_decision_keys(body: &Object<'_>) -> Result<(), WebhookError> {
    let top = body.repeated().into_iter().map(|(key, _)| key);
    let repeated_on_top =
        top.filter(|key| DECISION_KEYS.contains(key)).map(|key| Pointer::root().key(key));
    let status = body.get("status").and_then(Value::as_object);
    let repeated_in_status = status.into_iter().flat_map(Object::repeated);
    let place = Pointer::root().key("status");
    let found = repeated_on_top.chain(repeated_in_status.map(|(key, _)| place.key(key))).next();
    match found.map(|pointer| if is_plain(&pointer) { pointer } else { place }) {
        None => Ok(()),
        Some(pointer) => {
            let message = format!("a key at `{pointer}` is repeated; a decision hangs on it");
            Err(WebhookError::at(WebhookCode::RepeatedKey, pointer, message))
        }
    }
}

/// A key inside `status` may be anything; only what looks like a vendor key is shown.
fn is_plain(pointer: &Pointer) -> bool {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'_' || byte == b'/';
    pointer.as_str().len() <= 64 && pointer.as_str().bytes().all(plain)
}

fn require(body: &Object<'_>) -> Result<(), WebhookError> {
    let scan_ref = body.get("scanRef");
    let status = body.get("status");
    let overall = status.and_then(Value::as_object).and_then(|status| status.get("overall"));
    let place = Pointer::root();
    if !is_text(scan_ref) {
        let message = "`scanRef` must be a text that is not empty";
        return Err(WebhookError::at(WebhookCode::ScanRefMissing, place.key("scanRef"), message));
    }
    if !is_text(overall) {
        let message = "`status.overall` must be a text that is not empty";
        let pointer = place.key("status").key("overall");
        return Err(WebhookError::at(WebhookCode::OverallMissing, pointer, message));
    }
    Ok(())
}

fn is_text(value: Option<&Value<'_>>) -> bool {
    value.and_then(Value::as_str).is_some_and(|text| !text.is_empty())
}

fn collect_differing(value: &Value<'_>, place: &Pointer, found: &mut Vec<Pointer>) {
    match value {
        Value::Object(object) => {
            let differing = object.repeated().into_iter().filter(|(_, differs)| *differs);
            found.extend(differing.map(|(key, _)| place.key(key)));
            for (key, inner) in object.iter().filter(|(_, inner)| inner.is_container()) {
                collect_differing(inner, &place.key(key), found);
            }
        }
        Value::Array(items) => {
            for (index, item) in items.iter().enumerate().filter(|(_, item)| item.is_container()) {
                collect_differing(item, &place.index(index), found);
            }
        }
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(body: &str, event: Option<&str>) -> Result<Delivery<'static>, WebhookError> {
        let body: &'static str = Box::leak(body.to_owned().into_boxed_str());
        Delivery::read(body.as_bytes(), event, &Limits::default())
    }

    fn code(body: &str) -> &'static str {
        read(body, None).unwrap_err().code()
    }

    const SMALLEST: &str = r#"{"scanRef": "s", "status": {"overall": "APPROVED"}}"#;

    #[test]
    fn bodies_are_refused_in_the_documented_order() {
        assert_eq!(code(""), "webhook.empty");
        assert_eq!(code("final=true"), "webhook.not_json");
        assert_eq!(code("[]"), "webhook.not_object");
        assert_eq!(code(r#"{"final":1,"final":1}"#), "webhook.repeated_key");
        assert_eq!(code(r#"{"status":{"overall":"APPROVED"}}"#), "webhook.scan_ref_missing");
        assert_eq!(code(r#"{"scanRef":"s","status":"APPROVED"}"#), "webhook.overall_missing");
        assert_eq!(code(r#"{"scanRef":"s","status":{"overall":7}}"#), "webhook.overall_missing");
    }

    #[test]
    fn a_notice_is_never_refused_for_lack_of_a_verdict() {
        let aml = read(r#"{"status": "ALERT", "a": 1, "a": 2}"#, Some("AML_MONITORING")).unwrap();
        assert_eq!(
            aml.notice(),
            Some(&Notice { product: Some("aml_monitoring".into()), attention: false })
        );
        let odd = read(SMALLEST, Some("IDENTIFICATION_TELEPATHY")).unwrap();
        assert_eq!(odd.notice(), Some(&Notice { product: None, attention: true }));
        assert_eq!(read(SMALLEST, Some("")).unwrap().notice(), None);
    }

    #[test]
    fn repeated_keys_elsewhere_are_found_at_any_depth_when_they_differ() {
        let body = r#"{"scanRef":"s","status":{"overall":"A"},"data":{"x":1,"x":1},
            "extra":[{"y":{"z":1,"z":2}}],"same":1,"same":1}"#;
        let places: Vec<_> = read(body, None).unwrap().differing;
        assert_eq!(places.iter().map(Pointer::as_str).collect::<Vec<_>>(), ["/extra/0/y/z"]);
    }

    #[test]
    fn only_a_key_like_those_of_the_vendor_is_named() {
        let long = "k".repeat(80);
        for (key, place) in [
            ("fraudTags", "/status/fraudTags"),
            ("new_key_2", "/status/new_key_2"),
            ("Jane Doe", "/status"),
            ("ž", "/status"),
            (long.as_str(), "/status"),
        ] {
            let status = format!(r#"{{"overall":"A","{key}":1,"{key}":2}}"#);
            let error = read(&format!(r#"{{"scanRef":"s","status":{status}}}"#), None).unwrap_err();
            assert_eq!((error.code(), error.pointer().as_str()), ("webhook.repeated_key", place));
            assert_eq!(error.line_and_column(), None);
        }
        assert_eq!(read("{\n  oops", None).unwrap_err().line_and_column(), Some((2, 3)));
    }

    #[test]
    fn a_reference_counts_unless_the_body_gives_two() {
        let read = |more: &str| {
            let body = format!(r#"{{"scanRef":"s","status":{{"overall":"A"}},{more}}}"#);
            read(&body, None).unwrap().external_ref().map(str::to_owned)
        };
        assert_eq!(read(r#""externalRef":"e","x":1,"x":2"#).as_deref(), Some("e"));
        assert_eq!(read(r#""externalRef":"e","externalRef":"e""#).as_deref(), Some("e"));
        assert_eq!(read(r#""externalRef":"e","externalRef":"f""#), None);
    }

    #[test]
    fn ids_are_text_and_debug_shows_nothing() {
        let body = r#"{"scanRef":"s","status":{"overall":"A"},"clientId":17,"externalRef":""}"#;
        let delivery = read(body, None).unwrap();
        assert_eq!(delivery.client_id().as_deref(), Some("17"));
        for (number, text) in [("-17", "-17"), ("1.5", "1.5"), ("1e2", "100.0")] {
            let body = body.replace("17", number);
            assert_eq!(read(&body, None).unwrap().client_id().as_deref(), Some(text));
        }
        assert_eq!((delivery.external_ref(), delivery.final_mark()), (None, None));
        assert_eq!(format!("{delivery:?}"), "Delivery { event: None, .. }");
    }
}
