package social.parley.web;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import social.parley.core.PostId;
import social.parley.posts.Reach;

/** Makes up posts for the page of all components; everything has a value that can be changed. */
final class SamplePost {
  private final PostId id;
  private final PersonView author;
  private final Moment published;
  private String text = "";
  private String title = "";
  private String warning = "";
  private Reach reach = Reach.PUBLIC;
  private boolean sensitive;
  private boolean edited;
  private List<MediaView> media = List.of();
  private List<ReactionView> reactions = List.of();
  private @Nullable PersonView booster;
  private @Nullable PersonView answered;
  private @Nullable PersonView community;
  private @Nullable PollView poll;
  private PostView.@Nullable Going going;
  private PostView.@Nullable QuoteView quote;
  private @Nullable LinkCard card;
  private PostView.@Nullable Filtered filtered;
  private String answerers = "";
  private boolean mine;
  private boolean marked;
  private long counts;

  SamplePost(long id, PersonView author, Moment published) {
    this.id = new PostId(id);
    this.author = author;
    this.published = published;
  }

  SamplePost says(String words) {
    text = words;
    return this;
  }

  SamplePost titled(String words) {
    title = words;
    return this;
  }

  SamplePost warned(String words) {
    warning = words;
    return this;
  }

  SamplePost reaches(Reach whom) {
    reach = whom;
    return this;
  }

  SamplePost shows(List<MediaView> files) {
    media = files;
    return this;
  }

  SamplePost sensitive() {
    sensitive = true;
    return this;
  }

  SamplePost edited() {
    edited = true;
    return this;
  }

  SamplePost boostedBy(PersonView person) {
    booster = person;
    return this;
  }

  SamplePost answers(PersonView person) {
    answered = person;
    return this;
  }

  /** It belongs to a community, in which one may vote against it, too. */
  SamplePost submittedTo(PersonView group) {
    community = group;
    return this;
  }

  SamplePost asks(PollView question) {
    poll = question;
    return this;
  }

  /** An event, and how the viewer stands to it. */
  SamplePost takesPlace(PostView.Going visit) {
    going = visit;
    return this;
  }

  SamplePost quotes(PostView.QuoteView other) {
    quote = other;
    return this;
  }

  SamplePost links(LinkCard page) {
    card = page;
    return this;
  }

  SamplePost filtered(PostView.Filtered by) {
    filtered = by;
    return this;
  }

  SamplePost reactedTo(ReactionView... with) {
    reactions = List.of(with);
    return this;
  }

  /** Only some may answer; said in a sentence. */
  SamplePost answerers(String who) {
    answerers = who;
    return this;
  }

  /** The viewer wrote it. */
  SamplePost mine() {
    mine = true;
    return this;
  }

  /** The viewer has done everything with it that can be done. */
  SamplePost marked() {
    marked = true;
    counts = 1234;
    return this;
  }

  SamplePost counted(long number) {
    counts = number;
    return this;
  }

  PostView view() {
    String href = author.href() + "/" + id;
    return new PostView(
        id,
        id,
        href,
        href,
        author,
        booster,
        answered,
        community,
        published,
        edited ? published : null,
        reach,
        title,
        null,
        warning,
        sensitive,
        new Html(text),
        title.isEmpty() ? "What the post says, in a line" : title,
        "en",
        media,
        poll,
        going,
        quote,
        card,
        reactions,
        new PostView.Counts(counts, counts / 2, counts, counts / 4, counts / 8),
        answerers,
        counts > 0 ? "Parley" : null,
        filtered,
        own(),
        Instant.MAX);
  }

  private PostView.Own own() {
    boolean open = reach == Reach.PUBLIC || reach == Reach.QUIET;
    return new PostView.Own(
        mine,
        marked,
        false,
        marked,
        marked,
        false,
        false,
        open,
        answerers.isEmpty(),
        community != null,
        open ? PostView.Quoting.FREELY : PostView.Quoting.NOT,
        false,
        false,
        false);
  }
}
