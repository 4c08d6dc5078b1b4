//! What holds for every lint of an integration, whatever it is given.

use idenfy_rules::lint::{
    Host, basic_auth, iframe_tag, lint_credentials, lint_iframe, lint_webhook_url, redirect_url,
};
use proptest::prelude::*;

/// Characters that no text of a lint uses, so that what shows up was repeated.
const SECRET: &str = "[Ж-Я0-9:\\n ]{1,40}";

proptest! {
    #[test]
    fn anything_can_be_linted(text in any::<String>(), page: String, header: String) {
        for report in [
            lint_webhook_url(&text, None),
            lint_iframe(&text, Some(&page), Some(&header)),
            lint_iframe(&format!("<iframe {text}>"), None, None),
            lint_credentials(&text, &page),
        ] {
            prop_assert_eq!(report.is_valid(), report.errors().next().is_none());
        }
    }

    #[test]
    fn no_finding_repeats_what_it_was_given(key in "[Ж-Я]{8,40}", other in SECRET) {
        let tag = format!("<iframe src='https://{key}/?authToken={other}' allow='{key}'>");
        let url = format!("https://{key}:{other}@localhost/{key}");
        for report in [
            lint_webhook_url(&url, None),
            lint_iframe(&tag, Some(&url), Some(&other)),
            lint_credentials(&key, &other),
        ] {
            let shown = serde_json::to_string(&report).unwrap() + &format!("{report:?}{report}");
            prop_assert!(!shown.contains(|c: char| ('Ж'..='Я').contains(&c)), "{shown}");
        }
    }

    #[test]
    fn a_link_is_made_or_refused_and_never_breaks_out_of_its_tag(token in any::<String>()) {
        for host in Host::ALL {
            let (Ok(url), Ok(tag)) = (redirect_url(&token, *host), iframe_tag(&token, *host)) else {
                prop_assert!(redirect_url(&token, *host).is_err() && iframe_tag(&token, *host).is_err());
                continue;
            };
            let read = url::Url::parse(&url).unwrap();
            let sent: Vec<_> = read.query_pairs().collect();
            prop_assert_eq!(sent, vec![("authToken".into(), token.as_str().into())]);
            prop_assert_eq!(tag.matches(['<', '>']).count(), 4);
            prop_assert!(lint_iframe(&tag, Some("https://shop.example/"), None).is_valid());
        }
    }

    #[test]
    fn a_header_is_made_exactly_when_nothing_is_wrong(key in any::<String>(), secret in any::<String>()) {
        let valid = lint_credentials(&key, &secret).is_valid();
        prop_assert_eq!(basic_auth(&key, &secret).is_ok(), valid);
    }
}
