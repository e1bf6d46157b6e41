package social.parley.posts;

import java.util.HashSet;
import java.util.List;
import social.parley.config.Limits;
import social.parley.core.MediaId;
import social.parley.core.Refused;
import social.parley.text.CharacterCount;

/** How long a post may be, how many files it may carry and what a poll must look like. */
final class DraftLimits {
  private final Limits limits;

  DraftLimits(Limits limits) {
    this.limits = limits;
  }

  /** A quote may stand without a text of its own. */
  void check(Draft draft) {
    String text = draft.text();
    String warning = draft.warning();
    List<MediaId> media = draft.media();
    PollDraft poll = draft.poll();
    if (text.isBlank() && media.isEmpty() && draft.terms().quote() == null)
      throw new Refused.Invalid("text", "ERR_BLANK", "Text can't be blank");
    if (CharacterCount.of(text) + CharacterCount.characters(warning) > limits.postCharacters())
      throw new Refused.Invalid(
          "text",
          "ERR_TOO_LONG",
          "Text character limit of " + limits.postCharacters() + " exceeded");
    if (media.size() > limits.postAttachments())
      throw new Refused.Invalid(
          "media_ids",
          "ERR_TOO_MANY",
          "Cannot attach more than " + limits.postAttachments() + " files");
    if (poll != null) check(poll);
  }

  private void check(PollDraft poll) {
    List<String> options = poll.options();
    if (options.size() < 2) throw invalid("ERR_TOO_SHORT", "must be at least two");
    if (options.size() > limits.pollOptions())
      throw invalid("ERR_TOO_LONG", "can't be more than " + limits.pollOptions());
    for (String option : options) {
      if (option.isBlank()) throw invalid("ERR_BLANK", "can't be blank");
      if (CharacterCount.characters(option) > PollDraft.OPTION_CHARACTERS)
        throw invalid(
            "ERR_TOO_LONG", "can't be longer than " + PollDraft.OPTION_CHARACTERS + " characters");
    }
    if (new HashSet<>(options).size() < options.size())
      throw invalid("ERR_TAKEN", "must be different from each other");
    if (poll.expiresIn().compareTo(PollDraft.SHORTEST) < 0)
      throw new Refused.Invalid("expires_in", "ERR_TOO_SHORT", "Poll is too short");
    if (poll.expiresIn().compareTo(PollDraft.LONGEST) > 0)
      throw new Refused.Invalid("expires_in", "ERR_TOO_LONG", "Poll is too long");
  }

  private static Refused.Invalid invalid(String code, String why) {
    return new Refused.Invalid("options", code, "Options " + why);
  }
}
