use crate::country::Country;
use crate::vocab::{AmlHit, Event, EventKind, Service, Tag};
use crate::webhook::Delivery;

use super::*;

type Owned = Wanted<'static>;

fn today() -> Option<Date> {
    Some(Date::read("2028-02-29").unwrap())
}

fn word(fact: Fact, text: &str) -> Content<'static> {
    let Kind::Word(vocabulary) = fact.kind() else { panic!("{fact:?}") };
    Content::Word(vocabulary.position(text).unwrap())
}

fn wanted(facts: impl IntoIterator<Item = (Fact, Content<'static>)>) -> Owned {
    let mut wanted = Owned::from([(Fact::Overall, word(Fact::Overall, "APPROVED"))]);
    wanted.extend(facts);
    wanted
}

fn body(facts: impl IntoIterator<Item = (Fact, Content<'static>)>) -> String {
    write(&wanted(facts), today()).unwrap().body
}

/// Every kind of content that a fact can hold.
fn contents(fact: Fact) -> Vec<Content<'static>> {
    let unknown = || [Content::Unknown(Some("NEVER_HEARD_OF".into())), Content::Unknown(None)];
    let of_kind = match fact.kind() {
        Kind::Word(vocabulary) => {
            (0..vocabulary.words.len()).map(Content::Word).chain(unknown()).collect()
        }
        Kind::Words(vocabulary) => sets(vocabulary.words.len()),
        Kind::Texts => texts(),
        Kind::Number => [0.0, 1.0, 7.0, 99.0].map(Content::Number).into(),
        Kind::Flag => vec![Content::Flag(true), Content::Flag(false)],
        Kind::Country => {
            [Content::Country(Country::read("LT").unwrap())].into_iter().chain(unknown()).collect()
        }
        Kind::Text => vec![Content::Text("ours-1 \"\\\u{202e}".into())],
    };
    of_kind.into_iter().chain([Content::Missing]).collect()
}

fn sets(words: usize) -> Vec<Content<'static>> {
    let set = |known: Vec<usize>, unknown: Vec<Option<Cow<'static, str>>>| Content::Words {
        known,
        unknown,
    };
    let mut sets: Vec<_> = (0..words).map(|place| set(vec![place], Vec::new())).collect();
    sets.push(set((0..words).rev().collect(), vec![Some("NEW".into()), None, Some("ALSO".into())]));
    sets.push(set(Vec::new(), Vec::new()));
    sets
}

fn texts() -> Vec<Content<'static>> {
    let texts = |known: Vec<Cow<'static, str>>, not_text| Content::Texts { known, not_text };
    vec![texts(Vec::new(), 0), texts(vec!["by hand".into(), "".into()], 2)]
}

/// What no webhook says of a fact by itself, and why.
fn is_impossible(fact: Fact, content: &Content<'_>) -> bool {
    match (fact, content) {
        // The verdict is required, and these flags are about the body itself.
        (Fact::Overall, Content::Unknown(None) | Content::Missing) => true,
        (Fact::RepeatedKeys, Content::Missing) => true,
        // Services are summed up in words of ours, comparisons in two of theirs.
        (Fact::Aml | Fact::Lid | Fact::Criminal, Content::Unknown(_)) => true,
        (Fact::DriverLicense, Content::Unknown(Some(_))) => true,
        // The header is text, and other events are not about the result of a verification.
        (Fact::Event, Content::Unknown(_)) => true,
        (Fact::Event, Content::Word(place)) => {
            let kind = Event::ALL[*place].kind();
            !matches!(kind, EventKind::Verdict | EventKind::Ended)
        }
        _ => false,
    }
}

#[test]
fn every_fact_reads_as_it_was_written() {
    let mut written = 0;
    for fact in Fact::ALL {
        for content in contents(*fact) {
            let wanted = wanted([(*fact, content.clone())]);
            let result = write(&wanted, today());
            let expected = is_impossible(*fact, &content);
            assert_eq!(result.is_err(), expected, "{fact:?} {content:?}: {result:?}");
            written += usize::from(result.is_ok());
        }
    }
    assert!(written > 400, "only {written} contents were written");
}

/// What follows from one fact, so that it is there without being wanted.
fn implied(fact: Fact) -> &'static [Fact] {
    match fact {
        Fact::Document | Fact::AutoDocument => &[Fact::Document, Fact::AutoDocument],
        Fact::Face | Fact::AutoFace => &[Fact::Face, Fact::AutoFace],
        Fact::ManualDocument => &[Fact::Document],
        Fact::ManualFace => &[Fact::Face],
        Fact::Tags | Fact::TagsReported => &[Fact::Tags, Fact::TagsReported],
        Fact::Aml | Fact::AmlHits => &[Fact::Aml, Fact::AmlHits],
        _ => &[],
    }
}

#[test]
fn the_order_of_a_set_means_nothing_and_each_of_its_words_counts() {
    let set = |known: &[usize], unknown: &[&'static str]| Content::Words {
        known: known.to_vec(),
        unknown: unknown.iter().map(|word| Some(Cow::Borrowed(*word))).collect(),
    };
    assert!(same(&set(&[1, 0, 1], &["B", "A"]), &set(&[0, 1], &["A", "B", "A"])));
    for other in [set(&[0], &["A"]), set(&[0, 1], &["B"]), set(&[2, 1], &["A"]), set(&[], &[])] {
        assert!(!same(&set(&[0, 1], &["A"]), &other), "{other:?}");
    }
}

#[test]
fn the_event_is_no_part_of_the_body() {
    let event = Event::IdentificationManualFinished.as_str();
    let written = write(&wanted([(Fact::Event, word(Fact::Event, event))]), today()).unwrap();
    assert_eq!(written.event.as_deref(), Some(event));
    assert_eq!(written.body, body([]));
}

#[test]
fn what_is_not_wanted_is_absent() {
    let bare = write(&wanted([]), today()).unwrap();
    assert_eq!(
        bare.body,
        format!(r#"{{"scanRef":"{SCAN_REF}","status":{{"overall":"APPROVED"}}}}"#)
    );
    for fact in Fact::ALL {
        for content in contents(*fact) {
            let hides = content == Content::Missing;
            let Ok(written) = write(&wanted([(*fact, content)]), today()) else { continue };
            let delivery = parse(&written);
            let facts = Facts::read(&delivery, today());
            for other in Fact::ALL {
                let expected = [*fact, Fact::Overall].contains(other)
                    || implied(*fact).contains(other)
                    || (hides && *other == Fact::RepeatedKeys)
                    || facts.get(*other) == &neutral(*other).1
                    || facts.get(*other) == &Content::Flag(false);
                assert!(expected, "{fact:?} brings {other:?}: {}", written.body);
            }
        }
    }
}

fn parse(written: &Written) -> Delivery<'_> {
    let event = written.event.as_deref();
    webhook::parse(written.body.as_bytes(), event, &Limits::default()).unwrap()
}

#[test]
fn bodies_look_like_those_of_the_vendor() {
    let tags = |known: &[Tag]| Content::Words {
        known: known.iter().map(|tag| Tag::VOCABULARY.position(tag.as_str()).unwrap()).collect(),
        unknown: Vec::new(),
    };
    let checked = body([
        (Fact::Final, Content::Flag(true)),
        (Fact::Document, word(Fact::Document, "DOC_VALIDATED")),
        (Fact::ManualFace, word(Fact::Face, "FACE_MATCH")),
        (Fact::Tags, tags(&[Tag::DevToolsOpened, Tag::Name])),
        (Fact::DaysToExpiry, Content::Number(-1.0)),
        (Fact::Age, Content::Number(1.0)),
    ]);
    assert!(checked.contains(r#""autoDocument":"DOC_VALIDATED""#), "{checked}");
    assert!(checked.contains(r#""manualFace":"FACE_MATCH""#) && !checked.contains("autoFace"));
    assert!(
        checked.contains(r#""fraudTags":["DEV_TOOLS_OPENED"],"mismatchTags":["NAME"]"#),
        "{checked}"
    );
    assert!(checked.contains(r#""docExpiry":"2028-02-28""#) && checked.contains(r#""final":true"#));
    assert!(checked.contains(r#""docDob":"2027-02-28""#), "{checked}");

    let unreported = |known: &[Tag]| {
        body([(Fact::Tags, tags(known)), (Fact::TagsReported, Content::Flag(false))])
    };
    assert!(unreported(&[Tag::Name]).contains(r#""mismatchTags":["NAME"]"#));
    let both = unreported(&[Tag::DevToolsOpened, Tag::Name]);
    assert!(both.contains(r#""fraudTags":["DEV_TOOLS_OPENED","NAME"]"#), "{both}");
    assert!(!both.contains("mismatchTags"));
}

#[test]
fn facts_that_hang_together_are_written_together() {
    let document = |text: &str| word(Fact::Document, text);
    let (good, bad) = (document("DOC_VALIDATED"), document("DOC_FAKE"));
    let overruled = body([(Fact::Document, good.clone()), (Fact::AutoDocument, bad.clone())]);
    assert!(overruled.contains(r#""autoDocument":"DOC_FAKE""#), "{overruled}");
    assert!(overruled.contains(r#""manualDocument":"DOC_VALIDATED""#), "{overruled}");
    for (one, other) in
        [(Fact::ManualDocument, Fact::AutoDocument), (Fact::AutoDocument, Fact::ManualDocument)]
    {
        let hidden = [(one, good.clone()), (Fact::Document, Content::Missing)];
        assert!(write(&wanted(hidden.clone()), None).is_ok());
        let without = hidden.into_iter().chain([(other, Content::Missing)]);
        assert!(write(&wanted(without), None).is_ok());
    }
    let contradicting = wanted([(Fact::ManualDocument, good), (Fact::Document, bad)]);
    assert_eq!(write(&contradicting, None), Err(Unwritable(Fact::Document)));

    let hits = Content::Words { known: vec![0], unknown: vec![None] };
    for (place, service) in Service::ALL.iter().enumerate() {
        let both = wanted([(Fact::Aml, Content::Word(place)), (Fact::AmlHits, hits.clone())]);
        assert!(write(&both, None).is_ok(), "{service:?}");
    }
    let hit = word(Fact::Aml, "HIT");
    let alone = write(&wanted([(Fact::AmlHits, hits)]), None).unwrap();
    assert_eq!(Facts::read(&parse(&alone), None).get(Fact::Aml), &hit);
    assert!(alone.body.contains(&format!(r#""suspicion":"{}""#, AmlHit::ALL[0])));
}

#[test]
fn what_no_webhook_says_is_refused_by_its_fact() {
    let refused = |fact, content| write(&wanted([(fact, content)]), today()).unwrap_err().0;
    let number = Content::Number;
    assert_eq!(refused(Fact::Age, number(-1.0)), Fact::Age);
    assert_eq!(refused(Fact::Age, number(1.5)), Fact::Age);
    assert_eq!(refused(Fact::Age, number(3000.0)), Fact::Age);
    assert_eq!(refused(Fact::DaysToExpiry, number(1e18)), Fact::DaysToExpiry);
    assert_eq!(refused(Fact::Duplicates, number(-1.0)), Fact::Duplicates);
    assert_eq!(refused(Fact::Duplicates, number(10_001.0)), Fact::Duplicates);
    assert_eq!(refused(Fact::ClientId, Content::Text("".into())), Fact::ClientId);
    assert_eq!(refused(Fact::Platform, Content::Unknown(Some("PC".into()))), Fact::Platform);
    assert_eq!(refused(Fact::Event, word(Fact::Event, "AML_MONITORING")), Fact::Event);
    assert_eq!(write(&Owned::new(), None), Err(Unwritable(Fact::Overall)));
    let age = wanted([(Fact::Age, number(30.0))]);
    assert_eq!(write(&age, None), Err(Unwritable(Fact::Age)));
    let hidden =
        wanted([(Fact::IpRisk, Content::Missing), (Fact::RepeatedKeys, Content::Flag(false))]);
    assert_eq!(write(&hidden, None), Err(Unwritable(Fact::RepeatedKeys)));
}
