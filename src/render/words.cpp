#include "render/words.h"

#include "base/catalogue/render.h"

namespace nammo {

std::string word(MatterSeverity severity, Language language) {
  switch (severity) {
    case MatterSeverity::normal: return say_in(language, msg::word_severity_normal);
    case MatterSeverity::watch: return say_in(language, msg::word_severity_watch);
    case MatterSeverity::complex: return say_in(language, msg::word_severity_complex);
    case MatterSeverity::hotspot: return say_in(language, msg::word_severity_hotspot);
  }
  return {};
}

std::string word(Breadth breadth, Language language) {
  switch (breadth) {
    case Breadth::vast_majority: return say_in(language, msg::word_breadth_vast_majority);
    case Breadth::majority: return say_in(language, msg::word_breadth_majority);
    case Breadth::many: return say_in(language, msg::word_breadth_many);
    case Breadth::some: return say_in(language, msg::word_breadth_some);
    case Breadth::isolated: return say_in(language, msg::word_breadth_isolated);
    case Breadth::unknown: return say_in(language, msg::word_breadth_unknown);
  }
  return {};
}

std::string word(Stance stance, Language language) {
  switch (stance) {
    case Stance::pleased: return say_in(language, msg::word_stance_pleased);
    case Stance::agree: return say_in(language, msg::word_stance_agree);
    case Stance::concerned: return say_in(language, msg::word_stance_concerned);
    case Stance::frustrated: return say_in(language, msg::word_stance_frustrated);
    case Stance::disagree: return say_in(language, msg::word_stance_disagree);
    case Stance::unclear: return say_in(language, msg::word_stance_unclear);
  }
  return {};
}

std::string word(MatterStatus status, Language language) {
  switch (status) {
    case MatterStatus::none: return {};
    case MatterStatus::fresh: return say_in(language, msg::word_matter_new);
    case MatterStatus::handling: return say_in(language, msg::word_matter_handling);
    case MatterStatus::closed: return say_in(language, msg::word_matter_closed);
  }
  return {};
}

std::string word(MatterFlag flag, Language language) {
  switch (flag) {
    case MatterFlag::prolonged: return say_in(language, msg::word_flag_prolonged);
    case MatterFlag::backlog: return say_in(language, msg::word_flag_backlog);
    case MatterFlag::public_concern: return say_in(language, msg::word_flag_public_concern);
  }
  return {};
}

std::string word(ProposalKind kind, Language language) {
  switch (kind) {
    case ProposalKind::none: return {};
    case ProposalKind::resolve: return say_in(language, msg::word_proposal_resolve);
    case ProposalKind::amend_policy: return say_in(language, msg::word_proposal_amend_policy);
    case ProposalKind::replicate_model: return say_in(language, msg::word_proposal_replicate_model);
    case ProposalKind::dialogue_topic: return say_in(language, msg::word_proposal_dialogue_topic);
    case ProposalKind::support: return say_in(language, msg::word_proposal_support);
  }
  return {};
}

std::string word(ProposalStatus status, Language language) {
  switch (status) {
    case ProposalStatus::open: return say_in(language, msg::word_proposal_open);
    case ProposalStatus::answered: return say_in(language, msg::word_proposal_answered);
    case ProposalStatus::rejected: return say_in(language, msg::word_proposal_rejected);
    case ProposalStatus::done: return say_in(language, msg::word_proposal_done);
  }
  return {};
}

std::string word(DirectiveProgress progress, Language language) {
  switch (progress) {
    case DirectiveProgress::none: return {};
    case DirectiveProgress::not_started: return say_in(language, msg::word_directive_not_started);
    case DirectiveProgress::doing: return say_in(language, msg::word_directive_doing);
    case DirectiveProgress::done: return say_in(language, msg::word_directive_done);
  }
  return {};
}

std::string word(DialogueStage stage, Language language) {
  switch (stage) {
    case DialogueStage::proposed: return say_in(language, msg::word_dialogue_proposed);
    case DialogueStage::held: return say_in(language, msg::word_dialogue_held);
    case DialogueStage::followed_up: return say_in(language, msg::word_dialogue_followed_up);
  }
  return {};
}

std::string word(ModelStatus status, Language language) {
  switch (status) {
    case ModelStatus::none: return {};
    case ModelStatus::registered: return say_in(language, msg::word_model_registered);
    case ModelStatus::effective: return say_in(language, msg::word_model_effective);
    case ModelStatus::fresh: return say_in(language, msg::word_model_new);
  }
  return {};
}

std::string word(State state, Language language) {
  switch (state) {
    case State::upcoming: return say_in(language, msg::word_state_upcoming);
    case State::draft: return say_in(language, msg::word_state_draft);
    case State::missing: return say_in(language, msg::word_state_missing);
    case State::late: return say_in(language, msg::word_state_late);
    case State::submitted: return say_in(language, msg::word_state_submitted);
    case State::returned: return say_in(language, msg::word_state_returned);
    case State::accepted: return say_in(language, msg::word_state_accepted);
  }
  return {};
}

}  // namespace nammo
