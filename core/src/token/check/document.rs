//! Document types.

use std::collections::HashSet;

use crate::json::Node;
use crate::vocab::{DocumentOrigin, DocumentType};

use super::types;
use crate::suggest::nearest;
use crate::token::finding::Inspection;
use crate::token::place::Place;
use crate::token::profile::Profile;
use crate::token::rule::Rule;

/// Types that one country issues, or a few. The vendor's table of countries and documents
/// could not be read; these pairs rest on the names in its pages and on what the schemes are.
const BOUND: &[(DocumentType, &[&str])] = &[
    (DocumentType::Aadhaar, &["IN"]),
    (DocumentType::PanCard, &["IN"]),
    (DocumentType::BankIdSe, &["SE"]),
    (DocumentType::BankIdNo, &["NO"]),
    (DocumentType::BankIdCz, &["CZ"]),
    (DocumentType::MojeIdCz, &["CZ"]),
    (DocumentType::MitId, &["DK"]),
    (DocumentType::Ftn, &["FI"]),
    (DocumentType::Spid, &["IT"]),
    (DocumentType::Itsme, &["BE"]),
    (DocumentType::Verimi, &["DE"]),
    (DocumentType::ProvisionalDriverLicense, &["GB"]),
    (DocumentType::LaWallet, &["US"]),
    (DocumentType::OneId, &["GB"]),
    (DocumentType::SmartId, &["EE", "LV", "LT"]),
    (DocumentType::SocialSecurityCard, &["SE"]),
];

/// The countries that a type is bound to, or `None` if it is not.
pub(in crate::token) fn bound_to(document: &str) -> Option<&'static [&'static str]> {
    let document = DocumentType::from_word(document)?;
    BOUND.iter().find(|(bound, _)| *bound == document).map(|(_, countries)| *countries)
}

/// Whether the vocabulary or the profile has the type.
pub(in crate::token) fn is_known(document: &str, profile: &Profile) -> bool {
    is_extra(document, profile) || DocumentType::from_word(document).is_some()
}

fn is_extra(document: &str, profile: &Profile) -> bool {
    profile.extra_document_types.iter().any(|extra| extra == document)
}

/// So many words are compared with each other more quickly than hashed.
const FEW: usize = 16;

/// `documents`: a list of known types.
pub(super) fn documents(value: Node<'_>, place: &Place<'_>, inspection: &mut Inspection<'_>) {
    let Some(items) = types::list(value, Rule::DocumentsNotArray, place, inspection) else {
        return;
    };
    if items.is_empty() {
        inspection.report(place, Rule::DocumentsEmpty);
    }
    let are_few = items.count() <= FEW;
    let mut seen = HashSet::new();
    for (index, text) in types::strings(items, place, inspection) {
        let here = place.item(index);
        let is_repeated = if are_few {
            items.take(index).any(|earlier| earlier.as_str() == Some(text))
        } else {
            !seen.insert(text)
        };
        if is_repeated {
            inspection.report(&here, Rule::DocumentsDuplicate);
        }
        if !is_extra(text, inspection.profile) {
            listed(text, &here, inspection);
        }
    }
}

fn listed(text: &str, place: &Place<'_>, inspection: &mut Inspection<'_>) {
    let Some(document) = DocumentType::from_word(text) else {
        return inspection.report(place, Rule::DocumentsUnknown.guessing(text, meant));
    };
    if document.origin() == DocumentOrigin::ResultOnly {
        inspection.report(place, Rule::DocumentsNotInRequestList.guessing(text, counted));
    }
}

fn counted(text: &str) -> Option<&'static str> {
    DocumentType::from_word(text)?.counts_as().map(DocumentType::as_str)
}

fn meant(text: &str) -> Option<&'static str> {
    let of_requests = DocumentType::ALL
        .iter()
        .filter(|document| document.origin() != DocumentOrigin::ResultOnly)
        .map(|document| document.as_str());
    nearest(text, of_requests)
}
