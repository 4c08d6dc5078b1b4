//! Bodies that parsers of JSON are known to read in different ways.

/// What is hard to read, and the body: an approval that somebody wants to be read as another one.
pub fn hard_bodies() -> Vec<(&'static str, Vec<u8>)> {
    let texts = TEXTS.iter().map(|(about, body)| (*about, body.as_bytes().to_vec()));
    let good = br#"{"scanRef":"s","final":true,"status":{"overall":"APPROVED"}}"#;
    let text = String::from_utf8_lossy(good);
    let units =
        |bytes: fn(u16) -> [u8; 2]| text.encode_utf16().flat_map(bytes).collect::<Vec<u8>>();
    let deep = |levels: usize| ["[".repeat(levels), "]".repeat(levels)].concat();
    let nested = |levels| good_with(&format!(r#""x":{}"#, deep(levels)));
    let number = |digits: &str| good_with(&format!(r#""x":{digits}"#));
    let numbers = ODD_NUMBERS.iter().map(|(about, digits)| (*about, number(digits)));
    let made = [
        ("a byte order mark", [&b"\xef\xbb\xbf"[..], good].concat()),
        ("two byte order marks", [&b"\xef\xbb\xbf\xef\xbb\xbf"[..], good].concat()),
        ("UTF-16, little end first", units(u16::to_le_bytes)),
        ("UTF-16, big end first", units(u16::to_be_bytes)),
        ("UTF-16 with its mark", [&b"\xff\xfe"[..], &units(u16::to_le_bytes)].concat()),
        ("UTF-32", text.chars().flat_map(|one| u32::from(one).to_le_bytes()).collect()),
        ("a NUL behind it", [&good[..], b"\0"].concat()),
        ("NULs before it", [b"\0\0", &good[..]].concat()),
        ("a form feed before it", [b"\x0c", &good[..]].concat()),
        ("a no-break space before it", [b"\xc2\xa0", &good[..]].concat()),
        ("two bodies", [&good[..], good].concat()),
        ("a body and a bracket", [&good[..], b"}"].concat()),
        ("an overlong quotation mark", with_bytes(b"\xc0\xa2")),
        ("a surrogate in UTF-8", with_bytes(b"\xed\xa0\x80")),
        ("a byte of Latin-1", with_bytes(b"\xe9")),
        ("a character cut short", with_bytes(b"\xe2\x98")),
        ("a NUL in a text", with_bytes(b"\0")),
        ("a line feed in a text", with_bytes(b"\n")),
        ("nested as deep as allowed", nested(62)),
        ("nested deeper than allowed", nested(65)),
        ("nested deeper than a stack", nested(100_000)),
        ("a number of 5,000 digits", number(&"9".repeat(5_000))),
        ("a number of 400 digits", number(&"9".repeat(400))),
    ];
    texts.chain(numbers).chain(made).collect()
}

/// What is no number of JSON, or none that a float holds.
const ODD_NUMBERS: &[(&str, &str)] = &[
    ("NaN", "NaN"),
    ("Infinity", "-Infinity"),
    ("a number out of range", "1e400"),
    ("a number with a zero before it", "01"),
    ("a number with a plus", "+1"),
    ("a hexadecimal number", "0x1"),
];

fn good_with(member: &str) -> Vec<u8> {
    format!(r#"{{"scanRef":"s","final":true,{member},"status":{{"overall":"APPROVED"}}}}"#)
        .into_bytes()
}

fn with_bytes(bytes: &[u8]) -> Vec<u8> {
    let [before, after] =
        [&br#"{"scanRef":"s","final":true,"x":""#[..], br#"","status":{"overall":"APPROVED"}}"#];
    [before, bytes, after].concat()
}

const TEXTS: &[(&str, &str)] = &[
    (
        "another verdict later",
        r#"{"scanRef":"s","final":true,"status":{"overall":"APPROVED","overall":"DENIED"}}"#,
    ),
    (
        "another verdict before",
        r#"{"scanRef":"s","final":true,"status":{"overall":"DENIED","overall":"APPROVED"}}"#,
    ),
    (
        "the same verdict again",
        r#"{"scanRef":"s","final":true,"status":{"overall":"APPROVED","overall":"APPROVED"}}"#,
    ),
    (
        "another status later",
        r#"{"scanRef":"s","final":true,"status":{"overall":"APPROVED"},"status":{"overall":"DENIED"}}"#,
    ),
    (
        "another status before",
        r#"{"scanRef":"s","status":{"overall":"DENIED"},"final":true,"status":{"overall":"APPROVED"}}"#,
    ),
    (
        "a status that is null later",
        r#"{"scanRef":"s","final":true,"status":{"overall":"APPROVED"},"status":null}"#,
    ),
    (
        "another mark later",
        r#"{"scanRef":"s","final":true,"status":{"overall":"APPROVED"},"final":false}"#,
    ),
    (
        "another mark before",
        r#"{"final":false,"scanRef":"s","final":true,"status":{"overall":"APPROVED"}}"#,
    ),
    (
        "a mark that is null later",
        r#"{"scanRef":"s","final":true,"status":{"overall":"APPROVED"},"final":null}"#,
    ),
    (
        "another check later",
        r#"{"scanRef":"s","final":true,"status":{"overall":"SUSPECTED","manualDocument":"DOC_VALIDATED","manualDocument":"DOC_FAKE","manualFace":"FACE_MATCH"}}"#,
    ),
    (
        "another check before",
        r#"{"scanRef":"s","final":true,"status":{"overall":"SUSPECTED","manualFace":"FAKE_FACE","manualDocument":"DOC_VALIDATED","manualFace":"FACE_MATCH"}}"#,
    ),
    (
        "a key written with an escape",
        r#"{"scanRef":"s","final":true,"status":{"overall":"APPROVED","overal\u006c":"DENIED"}}"#,
    ),
    (
        "only a key written with an escape",
        r#"{"scanRef":"s","fin\u0061l":true,"status":{"\u006fverall":"APPROVED"}}"#,
    ),
    (
        "a status written with an escape",
        r#"{"scanRef":"s","final":true,"status":{"overall":"APPROVED"},"stat\u0075s":{"overall":"DENIED"}}"#,
    ),
    (
        "a key written with a solidus",
        r#"{"scanRef":"s","final":true,"status":{"overall":"APPROVED","over\/all":"DENIED"}}"#,
    ),
    (
        "a verdict written with an escape",
        r#"{"scanRef":"s","final":true,"status":{"overall":"APPR\u004fVED"}}"#,
    ),
    (
        "a verdict with a NUL",
        r#"{"scanRef":"s","final":true,"status":{"overall":"APPROVED\u0000"}}"#,
    ),
    (
        "a key with a NUL",
        r#"{"scanRef":"s","final":true,"status":{"overall\u0000":"DENIED","overall":"APPROVED"}}"#,
    ),
    (
        "half a surrogate pair in a key",
        r#"{"scanRef":"s","final":true,"status":{"overall":"APPROVED","overall\ud800":"DENIED"}}"#,
    ),
    (
        "half a surrogate pair in a text",
        r#"{"scanRef":"s","final":true,"x":"\udc00","status":{"overall":"APPROVED"}}"#,
    ),
    (
        "another case of a key",
        r#"{"scanRef":"s","final":true,"status":{"Overall":"DENIED","overall":"APPROVED","OVERALL":"DENIED"}}"#,
    ),
    (
        "another case of a status",
        r#"{"scanRef":"s","final":true,"status":{"overall":"APPROVED"},"Status":{"overall":"DENIED"}}"#,
    ),
    (
        "keys with a space",
        r#"{"scanRef":"s","final":true,"status":{"overall ":"DENIED"," overall":"DENIED","overall":"APPROVED"}}"#,
    ),
    (
        "letters of another script",
        "{\"scanRef\":\"s\",\"final\":true,\"status\":{\"\u{43e}verall\":\"DENIED\",\"overall\":\"APPROVED\"}}",
    ),
    (
        "a letter and its combining mark",
        "{\"scanRef\":\"s\",\"final\":true,\"status\":{\"overall\u{301}\":\"DENIED\",\"overall\":\"APPROVED\"}}",
    ),
    ("a mark that is a text", r#"{"scanRef":"s","final":"true","status":{"overall":"APPROVED"}}"#),
    ("a mark that is 1", r#"{"scanRef":"s","final":1,"status":{"overall":"APPROVED"}}"#),
    ("a mark that is a list", r#"{"scanRef":"s","final":[true],"status":{"overall":"APPROVED"}}"#),
    (
        "a verdict that is a list",
        r#"{"scanRef":"s","final":true,"status":{"overall":["APPROVED"]}}"#,
    ),
    (
        "a verdict that is an object",
        r#"{"scanRef":"s","final":true,"status":{"overall":{"overall":"APPROVED"}}}"#,
    ),
    (
        "a status that is a list",
        r#"{"scanRef":"s","final":true,"status":[{"overall":"APPROVED"}]}"#,
    ),
    (
        "a status that is a text",
        r#"{"scanRef":"s","final":true,"status":"{\"overall\":\"APPROVED\"}"}"#,
    ),
    ("a comma at the end", r#"{"scanRef":"s","final":true,"status":{"overall":"APPROVED",},}"#),
    ("two commas", r#"{"scanRef":"s",,"final":true,"status":{"overall":"APPROVED"}}"#),
    (
        "a comment",
        "{\"scanRef\":\"s\",\"final\":true,/*\"final\":false,*/\"status\":{\"overall\":\"APPROVED\"}}",
    ),
    (
        "a comment to the end of the line",
        "{\"scanRef\":\"s\",\"final\":true,//\n\"status\":{\"overall\":\"APPROVED\"}}",
    ),
    ("single quotation marks", r"{'scanRef':'s','final':true,'status':{'overall':'APPROVED'}}"),
    ("keys without quotation marks", r"{scanRef:'s',final:true,status:{overall:'APPROVED'}}"),
    ("a list around it", r#"[{"scanRef":"s","final":true,"status":{"overall":"APPROVED"}}]"#),
    (
        "a text around it",
        r#""{\"scanRef\":\"s\",\"final\":true,\"status\":{\"overall\":\"APPROVED\"}}""#,
    ),
    (
        "a repeated key in the data",
        r#"{"scanRef":"s","final":true,"status":{"overall":"APPROVED"},"data":{"docType":"PASSPORT","docType":"VISA"}}"#,
    ),
    (
        "another form of the screening",
        r#"{"scanRef":"s","final":true,"status":{"overall":"APPROVED"},"AML":[],"aml":{"status":{"serviceSuspected":true}}}"#,
    ),
    (
        "a prototype",
        r#"{"scanRef":"s","final":true,"__proto__":{"final":false},"status":{"overall":"APPROVED"}}"#,
    ),
];
