package social.parley.trends;

import java.util.Optional;
import java.util.Set;
import social.parley.core.Refused;
import social.parley.posts.Draft;
import social.parley.posts.PostRule;
import social.parley.storage.Database;
import social.parley.text.Hashtag;
import social.parley.text.PostText;
import social.parley.text.TextFormat;

/** Keeps tags out of new posts that staff has taken out of use. */
public final class TagRule implements PostRule {
  private final Database database;
  private final PostText text;
  private final ReviewStore store = new ReviewStore();

  public TagRule(Database database, PostText text) {
    this.database = database;
    this.text = text;
  }

  @Override
  public void check(Draft draft) {
    if (draft.text().indexOf('#') < 0 && draft.text().indexOf('＃') < 0) return;
    Set<String> unusable = database.read(store::unusable);
    if (unusable.isEmpty()) return;
    TextFormat format = draft.format();
    for (String tag : text.render(draft.text(), format, _ -> Optional.empty()).hashtags())
      if (unusable.contains(Hashtag.normalise(tag)))
        throw new Refused.Invalid(
            "text", "ERR_INVALID", "contains a tag that may not be used: #" + tag);
  }
}
