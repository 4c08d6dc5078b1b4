//! Policies as people read them: the committed tables, pages and charts are those of the code,
//! and nothing that a document holds does anything in them.

use std::path::Path;
use std::{env, fs};

use idenfy_rules::Policy;
use idenfy_rules::policy::testing::{self, TestRun};
use proptest::prelude::*;
use serde_json::{Value, json};

/// Names a folder for the pages at which a browser looks (`tests/browser.sh`).
const PAGES: &str = "STRAINING_PAGES";

const COMMAND: &str = "BLESS=1 cargo test --test policy_show";

/// Compares a committed file with what the code makes, or writes it under `BLESS`.
fn check(path: &str, current: &str) {
    let place = Path::new(env!("CARGO_MANIFEST_DIR")).join(path);
    if env::var_os("BLESS").is_some() {
        fs::write(&place, current).expect("the file can be written");
    }
    let committed = fs::read_to_string(&place).unwrap_or_default();
    assert!(committed == current, "{path} is out of date; run `{COMMAND}`");
}

fn run(policy: &Policy) -> TestRun {
    let path = format!("core/examples/policies/{}.test.json", policy.name());
    let file = fs::read(Path::new(env!("CARGO_MANIFEST_DIR")).join(path)).expect("a test file");
    testing::run(policy, &file).expect("a run")
}

#[test]
fn the_pages_of_the_built_in_policies_are_up_to_date() {
    for policy in [Policy::documented(), Policy::strict()] {
        let file = |form: &str| format!("docs/policies/{}.{form}", policy.name());
        check(&file("md"), &policy.to_markdown());
        check(&file("mmd"), &policy.to_mermaid());
        check(&file("html"), &policy.to_html(Some(&run(&policy))));
    }
}

#[test]
fn every_rule_and_reason_is_shown_strongest_first() {
    let policy = Policy::strict();
    let (table, page, chart) = (policy.to_markdown(), policy.to_html(None), policy.to_mermaid());
    for id in policy.rule_ids() {
        assert!(table.contains(&format!("| `{id}`")), "{id}");
        assert!(page.contains(&format!("<code>{id}</code>")), "{id}");
        assert!(chart.contains(&format!("{id}: ")), "{id}");
    }
    let why = "Approved, both checks good, nothing speaks against it.";
    assert!(table.contains(why) && page.contains(why));
    let place = |id: &str| table.find(id).unwrap_or_else(|| panic!("{id}"));
    assert!(place("`blocklisted`") < place("`suspicious`"));
    assert!(place("`suspicious`") < place("`try-again`"));
    assert!(place("`try-again`") < place("`approved-without-details`"));
    assert!(table.contains(
        "| reject | `blocklisted` |  |  |  | any of class `blocklist` or `lost_document` |"
    ));
    assert!(table.contains("`lid` is of class `service_failure`"));
    assert!(table.contains("No rule is true: **review**."));
    assert!(table.contains("| `harmless` | `DEV_TOOLS_OPENED`, `AUTO_UNVERIFIABLE`,"));
    assert!(table.contains("| `preliminary` | `final` is false: another result follows. | wait |"));
    assert!(table.contains("(undecided counts as false)"));
}

#[test]
fn a_page_needs_nothing_else() {
    let page = Policy::strict().to_html(None);
    assert!(page.contains("default-src 'none'; style-src 'sha256-"));
    for outside in
        ["http:", "https:", "src=", "@import", "url(", "unsafe-inline", "style=", "onclick"]
    {
        assert!(!page.contains(outside), "{outside}");
    }
    for needed in [
        "<html lang=\"en\">",
        "name=\"viewport\"",
        "scope=\"col\"",
        "scope=\"row\"",
        "<h1>",
        "<main>",
    ] {
        assert!(page.contains(needed), "{needed}");
    }
}

/// The start of the cell that says what tests tried of a rule.
const TESTS_CELL: &str = "<td role=\"cell\" data-label=\"Tests\">";

#[test]
fn the_run_of_another_policy_says_nothing_about_this_one() {
    let page = Policy::strict().to_html(Some(&run(&Policy::documented())));
    assert!(page.contains("another policy or revision"));
    assert!(!page.contains(TESTS_CELL) && !page.contains("smallest body"));
    let own = Policy::strict().to_html(Some(&run(&Policy::strict())));
    let every = Policy::strict().rule_ids().count();
    assert!(own.contains(TESTS_CELL) && own.contains(&format!("{every} of {every} rules")));
}

#[test]
fn a_failing_run_and_its_gaps_are_shown() {
    let policy = Policy::documented();
    let file = json!({"format": 1, "policy": "documented", "cases": [
        {"name": "wrong", "facts": {"overall": "DENIED"}, "expect": {"outcome": "accept", "rules": ["approved"]}},
        {"name": "broken", "webhook": {}, "expect": {"outcome": "accept"}}]});
    let run = testing::run(&policy, file.to_string().as_bytes()).unwrap();
    let page = policy.to_html(Some(&run));
    assert!(page.contains("<p class=\"failed\">0 of 2 cases passed.</p>"));
    let got = "<span class=\"failed\">failed</span>: <span class=\"outcome reject\">reject</span> by <code>denied</code>";
    assert!(page.contains(got));
    assert!(page.contains("<span class=\"gap\">never true</span>"));
    assert!(page.contains("always true: overall is DENIED"));
    assert!(page.contains("webhook.scan_<wbr>ref_<wbr>missing"));
}

fn of_rules(rules: &Value) -> Policy {
    let document = json!({"format": 1, "name": "shapes", "otherwise": "review", "rules": rules});
    Policy::from_json(document.to_string().as_bytes(), None).expect("a policy")
}

#[test]
fn a_condition_that_must_not_hold_says_so_in_every_form() {
    let policy = of_rules(&json!([{"id": "r", "then": "reject", "when": {
        "overall": "DENIED", "not": {"any": [{"face": "FACE_MATCH"}, {"tagsReported": true}]}}}]));
    let (table, page, chart) = (policy.to_markdown(), policy.to_html(None), policy.to_mermaid());
    assert!(table.contains("| **not** (`face` is `FACE_MATCH` **or** `tagsReported` is `true`) |"));
    let not = "<b>not</b> (<code>face</code> is <code>FACE_MATCH</code> <b>or</b>";
    assert!(page.contains(not));
    assert!(chart.contains("NOT (face is FACE_MATCH OR tagsReported is true)"));
}

#[test]
fn a_column_for_further_conditions_is_there_where_some_rule_has_them() {
    let rule = |when: Value| json!([{"id": "r", "then": "reject", "when": when}]);
    let plain = of_rules(&rule(json!({"overall": "DENIED"})));
    let further = of_rules(&rule(json!({"not": {"overall": "APPROVED"}})));
    for (policy, is_there) in [(plain, false), (further, true)] {
        assert_eq!(policy.to_markdown().contains("| Further conditions |"), is_there);
        assert_eq!(policy.to_html(None).contains(">Further conditions</th>"), is_there);
    }
}

#[test]
fn the_words_of_a_class_are_shown_wherever_a_rule_names_it() {
    for asked in [
        json!({"class": "fraud"}),
        json!([null, {"class": "fraud"}]),
        json!({"not": {"class": "fraud"}}),
        json!({"not": [null, {"class": ["quality", "fraud"]}]}),
    ] {
        let policy = of_rules(&json!([{"id": "r", "then": "reject", "when": {"document": asked}}]));
        let row = "| `document` | `fraud` | `DOC_FAKE`, `DOC_SPOOF_DETECTED` |";
        assert!(policy.to_markdown().contains(row), "{asked}");
    }
}

/// A policy that holds these texts wherever a document can hold a text of its own.
fn holding(text: &str) -> Policy {
    let of = |word: &str| format!("{word}{text}");
    let document = json!({
        "format": 1, "name": of("n"), "revision": of("r"), "about": of("a"), "otherwise": "review",
        "lists": {of("l"): [of("w")]},
        "rules": [
            {"id": of("i"), "then": "accept", "why": of("y"), "when": {"overall": "APPROVED",
                "document": {"unlisted": of("u")}, "tags": {"only": [{"unlisted": of("u")}]},
                "clientId": [of("c"), format!("${}", of("l")), {"startsWith": of("s")}]}},
            {"id": of("j"), "then": "reject", "when": {"not": {"denyReasons": {"any": [of("d")]}},
                "any": [{"externalRef": of("e")}, {"clientId": of("c")}]}},
        ],
    });
    Policy::from_json(document.to_string().as_bytes(), None)
        .unwrap_or_else(|error| panic!("{error} at {}", error.pointer()))
}

fn run_holding(policy: &Policy, text: &str) -> TestRun {
    let case = |facts: Value| {
        json!({"name": format!("{facts}{text}"), "facts": facts, "expect": {"outcome": "review",
            "rules": [format!("i{text}")], "undecided": [format!("j{text}")]}})
    };
    let file = json!({"format": 1, "policy": policy.name(), "cases": [
        case(json!({"overall": "APPROVED"})), case(json!({"overall": "DENIED"}))]});
    testing::run(policy, file.to_string().as_bytes())
        .unwrap_or_else(|error| panic!("{error} at {}", error.pointer()))
}

/// The tags of a page in order, without the breaks that long words get.
fn tags(page: &str) -> Vec<String> {
    let body = page.split_once("</style>").map_or(page, |(_, body)| body);
    let body = body.split_once("<script>").map_or(body, |(body, _)| body);
    let tags = body.split('<').skip(1).map(|tag| tag.split('>').next().unwrap_or_default());
    tags.filter(|tag| *tag != "wbr").map(str::to_owned).collect()
}

/// What gives a Markdown table its shape: the cells of each line.
fn cells(table: &str) -> Vec<usize> {
    table.lines().map(|line| line.matches('|').count()).collect()
}

/// What gives a chart its shape: the quotes, brackets and arrows of each line.
fn marks(chart: &str) -> Vec<String> {
    let outside = |line: &str| line.split('"').step_by(2).collect::<Vec<_>>().join("\"");
    chart.lines().map(outside).collect()
}

fn nothing_happens(text: &str) {
    let (plain, hostile) = (holding(""), holding(text));
    let (plain_run, hostile_run) = (run_holding(&plain, ""), run_holding(&hostile, text));
    let page = hostile.to_html(Some(&hostile_run));
    assert_eq!(tags(&page), tags(&plain.to_html(Some(&plain_run))), "{text:?}");
    let table = hostile.to_markdown();
    assert_eq!(cells(&table), cells(&plain.to_markdown()), "{text:?}\n{table}");
    // Nothing is obeyed between backticks, and none of them is a text's own.
    let outside: String = table.split('`').step_by(2).collect();
    for obeyed in ["<", "{{", "://", "www.", "@"] {
        assert!(!outside.contains(obeyed), "{obeyed} {text:?}");
    }
    let chart = hostile.to_mermaid();
    assert_eq!(marks(&chart), marks(&plain.to_mermaid()), "{text:?}\n{chart}");
    let inside = chart.replace("<br/>", "");
    assert!(!inside.contains('<') && !inside.contains('`') && !inside.contains('%'), "{chart}");
    for shown in [page, table, chart, hostile_run.to_string()] {
        assert!(!shown.contains(['\u{202e}', '\u{2066}', '\u{200b}', '\u{0}', '\r']), "{text:?}");
    }
}

#[test]
fn hostile_texts_do_nothing() {
    for text in HOSTILE {
        nothing_happens(text);
    }
}

const HOSTILE: &[&str] = &[
    "</title><script>alert(1)</script>",
    "\"><img src=x onerror=alert(1)>",
    "' onmouseover='alert(1)",
    "-->]]><!--",
    "</code></td></tr></table>",
    "{{style}} {{script}} {{rules}} {% raw %}",
    "a|b|c || \\| \\",
    "`code` ``two`` ```\nfence\n```",
    "\n\n# heading\n| a | b |\n|---|---|\n",
    "[link](javascript:alert(1)) ![image](x) <https://example.com> www.example.com a@example.com",
    "$math$ ~~struck~~ **bold** &lt;b&gt; &#60;",
    "\u{202e}txt.exe \u{2066}\u{200b}\u{0}\u{1b}[31m\r",
    "\"]; click a \"javascript:alert(1)\"; A[\"`md`\"] %%{init: {}}%% #quot; end",
];

/// The pages at which a browser looks besides the committed ones: those of hostile texts, and
/// one as wide as pages get.
#[test]
fn pages_that_strain_a_browser() {
    let mut pages: Vec<(String, String)> = HOSTILE
        .iter()
        .enumerate()
        .map(|(index, text)| {
            let policy = holding(text);
            (format!("hostile-{index}"), policy.to_html(Some(&run_holding(&policy, text))))
        })
        .collect();
    pages.push(("wide".to_owned(), wide().to_html(None)));
    for (name, page) in pages {
        assert!(page.ends_with("</html>\n"), "{name}");
        if let Some(folder) = env::var_os(PAGES) {
            let file = Path::new(&folder).join(format!("{name}.html"));
            fs::write(file, page).expect("the page can be written");
        }
    }
}

/// A policy with as many columns as there can be, of the longest names and words.
fn wide() -> Policy {
    let when = json!({
        "overall": "APPROVED", "addressVerification": {"not": ["PARTIALLY_VERIFIED", "UNVERIFIED"]},
        "manualDocument": {"class": "document_unacceptable"}, "selectedCountry": ["LT", null],
        "beneficiaryId": "b".repeat(200),
        "any": [{"tags": {"any": ["ADDITIONAL_STEP_INFORMATION_MISMATCH"]}}, {"manualFace": null}]});
    let rule = |id: &str, then: &str| json!({"id": id, "then": then, "why": "w".repeat(200), "when": when});
    let rules = [rule(&"i".repeat(200), "accept"), rule("a-long-name-of-a-rule", "reject")];
    let document =
        json!({"format": 1, "name": "n".repeat(200), "otherwise": "review", "rules": rules});
    Policy::from_json(document.to_string().as_bytes(), None).expect("a policy")
}

proptest! {
    #[test]
    fn no_text_does_anything(text in any::<String>()) {
        nothing_happens(&text);
    }

    #[test]
    fn no_text_of_marks_does_anything(text in r#"[<>"'`|\\\n{}%&;#\[\]()a!=/ *_-]{0,40}"#) {
        nothing_happens(&text);
    }
}
