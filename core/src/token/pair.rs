//! The pair of `country` and `documents`.

use smallvec::SmallVec;

use crate::country::Country;
use crate::report::Severity;
use crate::vocab::parameter;

use super::check::{bound_to, is_known_document};
use super::finding::Inspection;
use super::profile::Profile;
use super::request::{Given, Request};
use super::rule::Rule;

/// Documents that do not go with the country. The server refuses every such pair; which ones
/// they are only the profile can know. Without it, what is noted is a request in which every
/// document belongs to other nations.
pub(super) fn country_documents(
    given: &Given<'_>,
    request: &Request<'_>,
    inspection: &mut Inspection<'_>,
) {
    let items = given.value.items().into_iter().flatten();
    let known = items
        .filter_map(|item| item.as_str())
        .filter(|document| is_known_document(document, inspection.profile));
    let supported = inspection.profile.supported_documents.is_some();
    if !supported && known.clone().any(|document| bound_to(document).is_none()) {
        return;
    }
    let Some(countries) = request.given(parameter::COUNTRY).and_then(countries) else { return };
    let documents: SmallVec<[&str; 16]> = known.collect();
    if documents.is_empty() || countries.is_empty() {
        return;
    }
    if let Some(severity) = weight(&documents, &countries, inspection.profile) {
        let finding = Rule::CountryDocumentsUnsupported.weighing(severity);
        inspection.report(given.place, finding.beside(parameter::COUNTRY));
    }
}

fn weight(documents: &[&str], countries: &[Country], profile: &Profile) -> Option<Severity> {
    let Some(table) = &profile.supported_documents else {
        let foreign = |document: &&str| {
            let belongs = |home: &&str| countries.iter().any(|country| country.as_str() == *home);
            bound_to(document).is_some_and(|homes| !homes.iter().any(belongs))
        };
        return documents.iter().all(foreign).then_some(Severity::Warning);
    };
    let supported = |document: &&str| {
        let types = countries.iter().filter_map(|country| table.get(country));
        types.flatten().any(|kind| kind == document)
    };
    (!documents.iter().all(supported)).then_some(Severity::Error)
}

/// The countries of the request; `None` if one of them is not a code.
fn countries(given: Given<'_>) -> Option<SmallVec<[Country; 4]>> {
    match given.value.items() {
        Some(items) => items.map(|item| Country::read(item.as_str()?)).collect(),
        None => Country::read(given.value.as_str()?).map(|country| [country].into_iter().collect()),
    }
}
