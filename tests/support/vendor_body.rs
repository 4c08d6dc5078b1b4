//! Webhooks after a manual review in the shape of the vendor's samples, of invented people.
//!
//! Every body is one line of the same length, with spaces after `:` and `,` and `\u` escapes, as
//! the vendor's server writes it; the length of the picture URLs evens out the rest.

use crate::draw::Draw;

/// The length of each body, in bytes.
pub const LENGTH: usize = 3110;

const HEX: &[u8] = b"0123456789abcdef";
const DIGITS: &[u8] = b"0123456789";
const FIRST_NAMES: &[&str] = &["\\u017dYDR\\u0116", "J\\u00d6RG", "ANNA", "OSKAR", "ZO\\u00cb"];
const LAST_NAMES: &[&str] = &["PAVYZD\\u0116", "MUSTERMANN", "PRZYK\\u0141AD", "EJEMPLO"];
const COUNTRIES: &[&str] = &[
    "LT", "LV", "EE", "PL", "DE", "FR", "ES", "PT", "IT", "NL", "SE", "NO", "FI", "US", "BR", "KP",
];
const DOCUMENTS: &[&str] = &["DOC_NOT_FULLY_VISIBLE", "DOC_FAKE", "DOC_EXPIRED", "MRZ_NOT_FOUND"];
const FACES: &[&str] = &["FACE_MISMATCH", "NO_FACE_FOUND", "FACE_UNCERTAIN"];
const FRAUD: &[&str] = &["AML_SUSPECTION", "DUPLICATE_FACE", "DEV_TOOLS_OPENED", "VIRTUAL_CAMERA"];
const MISMATCH: &[&str] = &["NAME", "DATE_OF_BIRTH", "EXPIRY_DATE"];

/// A body; the same draws give the same body.
pub fn vendor_body(draw: &mut Draw) -> String {
    let country = draw.one(COUNTRIES);
    let parts = [status(draw), data(draw, country), blocks(draw), rest(draw, country)];
    let pictures = ["FRONT", "BACK", "FACE"];
    let address = |draw: &mut Draw, name: &str, signature: usize| {
        let (file, signature) = (draw.text(HEX, 32), draw.text(HEX, signature));
        format!(r#""{name}": "https://pictures.example/{file}?sig={signature}""#)
    };
    let write = |urls: &[String]| {
        let [status, data, blocks, rest] = &parts;
        format!(
            r#"{{"final": true, "platform": "MOBILE", "status": {status}, "data": {data}, "fileUrls": {{{}}}, {blocks}, {rest}}}"#,
            urls.join(", ")
        )
    };
    let bare = write(&pictures.map(|name| address(draw, name, 0))).len();
    let missing = LENGTH.checked_sub(bare).expect("the parts are shorter");
    let lengths = [missing / 3, missing / 3, missing - missing / 3 * 2];
    let body = write(&[0, 1, 2].map(|picture| address(draw, pictures[picture], lengths[picture])));
    assert_eq!(body.len(), LENGTH);
    body
}

fn status(draw: &mut Draw) -> String {
    let (mut document, mut face) = ("DOC_VALIDATED", "FACE_MATCH");
    let (mut fraud, mut mismatch) = (String::new(), String::new());
    let overall = match draw.below(20) {
        0..12 => "APPROVED",
        12..17 => {
            fraud = if draw.percent(60) { format!("\"{}\"", draw.one(FRAUD)) } else { fraud };
            mismatch = format!("\"{}\"", draw.one(MISMATCH));
            "SUSPECTED"
        }
        _ if draw.percent(60) => {
            document = draw.one(DOCUMENTS);
            "DENIED"
        }
        _ => {
            face = draw.one(FACES);
            "DENIED"
        }
    };
    format!(
        r#"{{"overall": "{overall}", "suspicionReasons": [], "denyReasons": [], "fraudTags": [{fraud}], "mismatchTags": [{mismatch}], "autoFace": "{face}", "manualFace": "{face}", "autoDocument": "{document}", "manualDocument": "{document}", "additionalSteps": null, "amlResultClass": "NOT_CHECKED", "pepsStatus": "NOT_CHECKED", "sanctionsStatus": "NOT_CHECKED", "adverseMediaStatus": "NOT_CHECKED"}}"#
    )
}

fn data(draw: &mut Draw, country: &str) -> String {
    let (first, last) = (draw.one(FIRST_NAMES), draw.one(LAST_NAMES));
    let (number, code) = (draw.text(DIGITS, 8), draw.text(DIGITS, 11));
    let (expiry, born, issued) =
        (2027 + draw.below(9), 1950 + draw.below(55), 2018 + draw.below(8));
    let kind = draw.one(&["ID_CARD", "PASSPORT", "DRIVER_LICENSE"]);
    let (sex, changed) = (draw.one(&["MALE", "FEMALE"]), draw.percent(10));
    format!(
        r#"{{"docFirstName": "{first}", "docLastName": "{last}", "docNumber": "X{number}", "docPersonalCode": "{code}", "docExpiry": "{expiry}-05-17", "docDob": "{born}-03-12", "docDateOfIssue": "{issued}-03-02", "docType": "{kind}", "docSex": "{sex}", "docNationality": "{country}", "docIssuingCountry": "{country}", "docTemporaryAddress": null, "docIssuingPlace": null, "birthPlace": null, "authority": null, "address": null, "mothersMaidenName": null, "driverLicenseCategory": null, "manuallyDataChanged": {changed}, "fullName": "{first} {last}", "orgFirstName": "{first}", "orgLastName": "{last}", "orgNationality": null, "orgBirthPlace": null, "orgAuthority": null, "orgAddress": null, "orgTemporaryAddress": null, "orgMothersName": null, "selectedCountry": "{country}", "ageEstimate": "OVER_25", "clientIpProxyRiskLevel": "LOW", "duplicateFaces": [], "duplicateDocFaces": [], "additionalData": {{}}, "docNumberSecondary": null, "docBarcode": null, "docIssuingState": null, "docHeight": null}}"#
    )
}

/// Two clean blocks, as they come when the account has the services.
fn blocks(draw: &mut Draw) -> String {
    let mut block = |service: &str| {
        let uid = draw.text(HEX, 16);
        format!(
            r#"[{{"status": {{"serviceSuspected": false, "checkSuccessful": true, "serviceFound": true, "serviceUsed": true, "overallStatus": "NOT_SUSPECTED"}}, "data": [], "serviceName": "{service}", "uid": "{uid}", "errorMessage": null}}]"#
        )
    };
    format!(r#""AML": {}, "LID": {}"#, block("PilotApiAmlV2"), block("IrdInvalidPapers"))
}

fn rest(draw: &mut Draw, country: &str) -> String {
    let scan = [8, 4, 4, 4, 12].map(|length| draw.text(HEX, length)).join("-");
    let (order, user) = (draw.text(DIGITS, 6), draw.text(DIGITS, 6));
    let (start, address) = (1_790_000_000 + draw.below(1_000_000), 100 + draw.below(100));
    let finish = start + 45;
    format!(
        r#""scanRef": "{scan}", "externalRef": "order-{order}", "clientId": "user-{user}", "companyId": null, "beneficiaryId": null, "startTime": {start}, "finishTime": {finish}, "clientIp": "192.0.2.{address}", "clientIpCountry": "{country}", "clientLocation": "Example City, {country}", "manualAddress": null, "manualAddressMatch": false, "registryCenterCheck": null, "addressVerification": null, "questionnaireAnswers": null, "additionalStepPdfUrls": {{}}, "utilityData": []"#
    )
}
