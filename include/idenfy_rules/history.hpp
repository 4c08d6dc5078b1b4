// Several webhooks about one verification; part of idenfy_rules.hpp.
#ifndef IDENFY_RULES_HISTORY_HPP
#define IDENFY_RULES_HISTORY_HPP

#include "decision.hpp"

namespace idenfy {
namespace detail {

/// What a record is asked, by whoever has one.
template <typename Self>
class RecordQuestions {
public:
    std::string_view scan_ref() const noexcept { return out(idr_record_scan_ref(asked())); }
    idr_outcome outcome() const noexcept { return idr_record_outcome(asked()); }
    /// The strictest verdict of the rules so far; IDR_NONE while there is none.
    idr_outcome closed() const noexcept { return idr_record_closed(asked()); }
    idr_lifecycle lifecycle() const noexcept { return idr_record_lifecycle(asked()); }
    std::optional<bool> is_final() const noexcept { return mark(idr_record_final(asked())); }
    std::optional<std::string_view> event() const noexcept {
        return maybe(idr_record_event(asked()));
    }
    bool verified() const noexcept { return idr_record_verified(asked()); }
    bool conflict() const noexcept { return idr_record_conflict(asked()); }
    bool reopened() const noexcept { return idr_record_reopened(asked()); }
    bool erased() const noexcept { return idr_record_erased(asked()); }
    /// The SHA-256 of the bodies that it remembers, oldest first.
    std::vector<std::string_view> seen() const {
        return list(idr_record_seen_count(asked()),
                    [this](std::size_t at) { return out(idr_record_seen(asked(), at)); });
    }
    PolicyName policy() const noexcept {
        return {out(idr_record_policy_name(asked())), maybe(idr_record_policy_revision(asked())),
                out(idr_record_policy_fingerprint(asked())),
                out(idr_record_policy_vocabulary(asked()))};
    }
    /// What to store.
    std::string_view json() const noexcept { return out(idr_record_json(asked())); }

private:
    const idr_record *asked() const noexcept { return static_cast<const Self *>(this)->get(); }
};

}  // namespace detail

/// What is known about one verification: small, without personal data, stored by you as JSON. One
/// that is made without arguments is that of a verification of which nothing is known yet.
class Record : public detail::Handle<Record, idr_record, idr_record_free>,
               public detail::RecordQuestions<Record> {
public:
    Record() noexcept = default;
    explicit Record(Bytes json) : Record(try_from_json(json).value()) {}
    static Result<Record> try_from_json(Bytes json) noexcept {
        return detail::made<Record>([&](idr_record **out, idr_error **error) {
            return idr_record_from_json(detail::ptr(json), json.size(), out, error);
        });
    }
};

/// A record that somebody else owns.
class RecordView : public detail::RecordQuestions<RecordView> {
public:
    explicit RecordView(const idr_record *record) noexcept : record_(record) {}
    RecordView(const Record &record) noexcept : record_(record.get()) {}
    const idr_record *get() const noexcept { return record_; }

private:
    const idr_record *record_;
};

/// What a delivery did to the record of its verification.
class Transition : public detail::Handle<Transition, idr_transition, idr_transition_free> {
public:
    Transition() noexcept = default;
    /// `stored` is the JSON of the record so far, std::nullopt for the first delivery.
    inline Transition(MaybeBytes stored, const Decision &decision);

    idr_transition_kind kind() const noexcept { return idr_transition_kind_of(get()); }
    /// Whether the outcome that you act on is new or has changed.
    bool act() const noexcept { return idr_transition_act(get()); }
    /// The record to store; it lives as long as the transition.
    RecordView record() const noexcept { return RecordView(idr_transition_record(get())); }
    idr_outcome outcome() const noexcept { return record().outcome(); }
    std::string_view record_json() const noexcept { return record().json(); }
    std::string_view json() const noexcept { return detail::out(idr_transition_json(get())); }
};

/// Folds a decision into the record of its verification.
inline Result<Transition> try_reconcile(RecordView previous, const Decision &decision) noexcept {
    return detail::made<Transition>([&](idr_transition **out, idr_error **error) {
        return idr_reconcile(previous.get(), decision.get(), out, error);
    });
}

inline Transition reconcile(RecordView previous, const Decision &decision) {
    return try_reconcile(previous, decision).value();
}

inline Transition::Transition(MaybeBytes stored, const Decision &decision)
    : Transition(reconcile(stored ? Record(*stored) : Record(), decision)) {}

/// Whether a new token for a client makes sense. `records` are all of that client.
inline Result<idr_start> try_may_start(const std::vector<RecordView> &records,
                                       std::int64_t now_unix,
                                       const idr_start_limits &limits = {}) noexcept {
    std::vector<const idr_record *> known;
    for (RecordView record : records) known.push_back(record.get());
    idr_start start{};
    const auto answered = detail::done([&](idr_error **error) {
        return idr_may_start(known.data(), known.size(), now_unix, &limits, &start, error);
    });
    if (!answered) return answered.error();
    return start;
}

inline idr_start may_start(const std::vector<RecordView> &records, std::int64_t now_unix,
                           const idr_start_limits &limits = {}) {
    return try_may_start(records, now_unix, limits).value();
}

}  // namespace idenfy

#endif  // IDENFY_RULES_HISTORY_HPP
