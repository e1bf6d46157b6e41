package social.parley.timelines;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import social.parley.core.ActorId;
import social.parley.follows.Circle;
import social.parley.follows.Circles;
import social.parley.lists.Lists;
import social.parley.lists.PersonalList;
import social.parley.posts.Post;
import social.parley.storage.Database;
import social.parley.tags.TagFollows;

/** Says why a post, as it stands on somebody's lists, is shown to them. */
public final class Reasons {
  private static final int MOST_TAGS = 30;

  private final Database database;
  private final Circles circles;
  private final Lists lists;
  private final TagFollows tags;

  public Reasons(Database database, Circles circles, Lists lists, TagFollows tags) {
    this.database = database;
    this.circles = circles;
    this.lists = lists;
    this.tags = tags;
  }

  /** All that apply, the strongest first; none when it was looked for. */
  public List<Reason> of(ActorId me, Post row, @Nullable Post boosted) {
    Circle circle = circles.of(me);
    Post content = boosted == null ? row : boosted;
    List<Reason> reasons = new ArrayList<>();
    if (row.author().equals(me)) reasons.add(new Reason.Own());
    else if (circle.follows(row.author()))
      reasons.add(
          boosted == null ? new Reason.Followed(row.author()) : new Reason.Boosted(row.author()));
    if (boosted != null && circle.follows(content.author()))
      reasons.add(new Reason.Followed(content.author()));
    ActorId answered = content.inReplyToAuthor();
    if (answered != null && (answered.equals(me) || circle.follows(answered)))
      reasons.add(new Reason.Answers(answered));
    if (content.mentions().stream().anyMatch(mention -> mention.actor().equals(me)))
      reasons.add(new Reason.Named());
    List<String> some = content.tags().stream().limit(MOST_TAGS).toList();
    database.read(db -> {
      if (!content.author().equals(me))
        for (String tag : tags.among(db, me, some)) reasons.add(new Reason.Tagged(tag));
      for (PersonalList list : lists.holding(db, me, row.author()))
        reasons.add(new Reason.Listed(list));
      return reasons;
    });
    return reasons;
  }
}
