package social.parley.drafts;

import java.util.List;

/** A poll as far as it is filled in. */
public record DraftPoll(List<String> options, boolean multiple, long seconds) {
  public DraftPoll {
    options = List.copyOf(options);
  }
}
