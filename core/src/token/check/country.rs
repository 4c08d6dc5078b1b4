//! Country codes.

use crate::country::{self, Country};
use crate::json::Node;

use super::types;
use crate::token::finding::Inspection;
use crate::token::place::Place;
use crate::token::rule::Rule;

/// A word of the API that stands for every country, documented for `nationality` and for the
/// keys of `additionalSteps`.
pub(in crate::token) const ALL: &str = "ALL";

/// `nationality`: a code, or `ALL`, which clears the preset.
pub(super) fn nationality(text: &str, place: &Place<'_>, inspection: &mut Inspection<'_>) {
    if !text.eq_ignore_ascii_case(ALL) {
        code(text, place, inspection);
    }
}

/// `country`: a code; an array of codes, as one example shows, is noted and its items asked.
pub(super) fn country(value: Node<'_>, place: &Place<'_>, inspection: &mut Inspection<'_>) {
    let Some(items) = value.items() else {
        return one(value, place, inspection);
    };
    inspection.report(place, Rule::CountryArray);
    for (index, item) in items.enumerate() {
        one(item, &place.item(index), inspection);
    }
}

fn one(value: Node<'_>, place: &Place<'_>, inspection: &mut Inspection<'_>) {
    let Some(text) = types::string(value, place, inspection) else {
        return;
    };
    if text.eq_ignore_ascii_case(ALL) {
        inspection.report(place, Rule::CountryAll);
    } else if let Some(country) = code(text, place, inspection) {
        supported(country, place, inspection);
    }
}

fn supported(country: Country, place: &Place<'_>, inspection: &mut Inspection<'_>) {
    let countries = inspection.profile.supported_countries.as_ref();
    if countries.is_some_and(|countries| !countries.contains(&country)) {
        inspection.report(place, Rule::CountryNotSupported);
    }
}

/// `registryCentersCountries`: codes; the vendor offers a few and names no rule, so another
/// word is only noted.
pub(super) fn registries(value: Node<'_>, place: &Place<'_>, inspection: &mut Inspection<'_>) {
    let Some(items) = types::list(value, Rule::TypeArray, place, inspection) else {
        return;
    };
    for (index, text) in types::strings(items, place, inspection) {
        if Country::read(text).is_none() {
            let finding = Rule::RegistryCountry.guessing(text, country::suggest);
            inspection.report(&place.item(index), finding);
        }
    }
}

fn code(text: &str, place: &Place<'_>, inspection: &mut Inspection<'_>) -> Option<Country> {
    let known = Country::read(text);
    if known.is_none() {
        let letters = country::letters(text).is_some();
        let rule = if letters { Rule::CountryUnknown } else { Rule::CountryNotAlpha2 };
        inspection.report(place, rule.guessing(text, country::suggest));
    }
    known
}
