//! The members of a webhook that most callers ask for, by name.

use idenfy_rules::vocab::{Open, Tag, Term};
use idenfy_rules::webhook;

use crate::delivery::Delivery;
use crate::handle::{ask, ask_text};
use crate::number::Final;
use crate::view::View;

/// The members, taken out of a body once so that C can look at them.
pub(crate) struct Members {
    event: Option<String>,
    notice: Option<webhook::Notice>,
    scan_ref: Option<String>,
    client_id: Option<String>,
    external_ref: Option<String>,
    company_id: Option<String>,
    mark: Option<bool>,
    platform: Option<String>,
    overall: Option<String>,
    auto_document: Option<String>,
    manual_document: Option<String>,
    auto_face: Option<String>,
    manual_face: Option<String>,
    fraud_tags: Vec<Open<Tag>>,
    mismatch_tags: Vec<Open<Tag>>,
}

impl Members {
    pub(crate) fn of(delivery: &webhook::Delivery<'_>) -> Self {
        let status = delivery.status();
        Self {
            event: delivery.event().map(|event| event.as_str().to_owned()),
            notice: delivery.notice().cloned(),
            scan_ref: delivery.scan_ref().map(str::to_owned),
            client_id: delivery.client_id().map(Into::into),
            external_ref: delivery.external_ref().map(str::to_owned),
            company_id: delivery.company_id().map(str::to_owned),
            mark: delivery.final_mark(),
            platform: delivery.platform().map(spelt),
            overall: status.overall().map(spelt),
            auto_document: status.auto_document().map(spelt),
            manual_document: status.manual_document().map(spelt),
            auto_face: status.auto_face().map(spelt),
            manual_face: status.manual_face().map(spelt),
            fraud_tags: status.fraud_tags(),
            mismatch_tags: status.mismatch_tags(),
        }
    }
}

fn spelt<W: Term>(word: Open<W>) -> String {
    word.as_str().to_owned()
}

/// The verification that it is about. Absent for NULL and where the body has none, like every
/// text below.
#[unsafe(no_mangle)]
pub extern "C" fn idr_delivery_scan_ref(delivery: Option<&Delivery>) -> View<'_> {
    ask_text(delivery, |made| made.members.scan_ref.as_deref())
}

/// Your id of the client; a number counts as its text.
#[unsafe(no_mangle)]
pub extern "C" fn idr_delivery_client_id(delivery: Option<&Delivery>) -> View<'_> {
    ask_text(delivery, |made| made.members.client_id.as_deref())
}

/// Your own reference. Absent, too, where the body gives two.
#[unsafe(no_mangle)]
pub extern "C" fn idr_delivery_external_ref(delivery: Option<&Delivery>) -> View<'_> {
    ask_text(delivery, |made| made.members.external_ref.as_deref())
}

/// Id of a company that the person belongs to.
#[unsafe(no_mangle)]
pub extern "C" fn idr_delivery_company_id(delivery: Option<&Delivery>) -> View<'_> {
    ask_text(delivery, |made| made.members.company_id.as_deref())
}

/// The event of the header, one of IDR_EVENT_... or an unknown word, as it was received.
#[unsafe(no_mangle)]
pub extern "C" fn idr_delivery_event(delivery: Option<&Delivery>) -> View<'_> {
    ask_text(delivery, |made| made.members.event.as_deref())
}

/// Whether it is the last word. IDR_FINAL_NONE for NULL.
#[unsafe(no_mangle)]
pub extern "C" fn idr_delivery_final(delivery: Option<&Delivery>) -> Final {
    ask(delivery, |made| made.members.mark.into())
}

/// Whether it is a notice: nothing about the result of a verification. False for NULL.
#[unsafe(no_mangle)]
pub extern "C" fn idr_delivery_is_notice(delivery: Option<&Delivery>) -> bool {
    ask(delivery, |made| made.members.notice.is_some())
}

/// The product that a notice belongs to, for example "aml_monitoring". Absent, too, for an event
/// that the vocabulary does not have.
#[unsafe(no_mangle)]
pub extern "C" fn idr_delivery_notice_product(delivery: Option<&Delivery>) -> View<'_> {
    ask_text(delivery, |made| made.members.notice.as_ref()?.product.as_deref())
}

/// Whether a notice looks like a verdict all the same: somebody should have a look. False for
/// NULL and for what is no notice.
#[unsafe(no_mangle)]
pub extern "C" fn idr_delivery_notice_attention(delivery: Option<&Delivery>) -> bool {
    ask(delivery, |made| made.members.notice.as_ref().is_some_and(|notice| notice.attention))
}

/// The vendor's verdict, one of IDR_OVERALL_... or an unknown word. It is not a decision: `final`,
/// checks and flags count, too.
#[unsafe(no_mangle)]
pub extern "C" fn idr_delivery_overall(delivery: Option<&Delivery>) -> View<'_> {
    ask_text(delivery, |made| made.members.overall.as_deref())
}

/// The check of the document by automation, one of IDR_DOCUMENT_... or an unknown word.
#[unsafe(no_mangle)]
pub extern "C" fn idr_delivery_auto_document(delivery: Option<&Delivery>) -> View<'_> {
    ask_text(delivery, |made| made.members.auto_document.as_deref())
}

/// The check of the document by a person.
#[unsafe(no_mangle)]
pub extern "C" fn idr_delivery_manual_document(delivery: Option<&Delivery>) -> View<'_> {
    ask_text(delivery, |made| made.members.manual_document.as_deref())
}

/// The check of the face by automation, one of IDR_FACE_... or an unknown word.
#[unsafe(no_mangle)]
pub extern "C" fn idr_delivery_auto_face(delivery: Option<&Delivery>) -> View<'_> {
    ask_text(delivery, |made| made.members.auto_face.as_deref())
}

/// The check of the face by a person.
#[unsafe(no_mangle)]
pub extern "C" fn idr_delivery_manual_face(delivery: Option<&Delivery>) -> View<'_> {
    ask_text(delivery, |made| made.members.manual_face.as_deref())
}

/// Where the person did the verification, one of IDR_PLATFORM_... or an unknown word.
#[unsafe(no_mangle)]
pub extern "C" fn idr_delivery_platform(delivery: Option<&Delivery>) -> View<'_> {
    ask_text(delivery, |made| made.members.platform.as_deref())
}

/// How many reasons for suspicion of fraud there are. 0 for NULL.
#[unsafe(no_mangle)]
pub extern "C" fn idr_delivery_fraud_tag_count(delivery: Option<&Delivery>) -> usize {
    ask(delivery, |made| made.members.fraud_tags.len())
}

/// The tag at `index` of them, one of IDR_TAG_... or an unknown word. Absent, too, for an index
/// that is not below the count.
#[unsafe(no_mangle)]
pub extern "C" fn idr_delivery_fraud_tag(delivery: Option<&Delivery>, index: usize) -> View<'_> {
    ask_text(delivery, |made| Some(made.members.fraud_tags.get(index)?.as_str()))
}

/// How many marks of supplied data that differs there are. 0 for NULL.
#[unsafe(no_mangle)]
pub extern "C" fn idr_delivery_mismatch_tag_count(delivery: Option<&Delivery>) -> usize {
    ask(delivery, |made| made.members.mismatch_tags.len())
}

/// The tag at `index` of them, one of IDR_TAG_... or an unknown word. Absent, too, for an index
/// that is not below the count.
#[unsafe(no_mangle)]
pub extern "C" fn idr_delivery_mismatch_tag(delivery: Option<&Delivery>, index: usize) -> View<'_> {
    ask_text(delivery, |made| Some(made.members.mismatch_tags.get(index)?.as_str()))
}
