// A thin layer over Fetcher: it chooses the validators to send, and keeps those that come back.
#include "run/inputs/visitor.h"

namespace hearsay {

std::optional<Fetched> Visitor::visit(const std::string& address) {
  if (!fetcher_) fetcher_.emplace(manner_.allow_private);
  FetchState* const state = manner_.fetch_state;
  Fetched fetched = fetcher_->get(address, state ? state->validators(address) : Validators());
  if (!fetched.unchanged) return fetched;
  state->count_unchanged();
  return std::nullopt;
}

void Visitor::remember(const std::string& address, const Validators& validators) {
  if (manner_.fetch_state) manner_.fetch_state->remember(address, validators);
}

}  // namespace hearsay
