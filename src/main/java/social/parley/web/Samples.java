package social.parley.web;

import static social.parley.words.Words.say;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import social.parley.core.ActorId;
import social.parley.core.MediaId;
import social.parley.core.PostId;
import social.parley.http.Assets;
import social.parley.media.Focus;
import social.parley.media.MediaKind;
import social.parley.notifications.NotificationType;
import social.parley.posts.Reach;

/** People, posts and the like that do not exist, in every state in which pages show them. */
final class Samples {
  private static final Moment WHEN =
      Moment.of(Instant.parse("2026-05-01T09:30:00Z"), Instant.parse("2026-05-01T11:30:00Z"));

  private final PersonView ada;
  private final PersonView bo;
  private final PersonView ines;
  private final PersonView seedlings;
  private final String wide;
  private long ids = 1;

  Samples(Assets assets) {
    String avatar = assets.url("img/avatar.png");
    wide = assets.url("img/header.png");
    ada = person(1, "Ada", "ada", avatar, false, true);
    bo = person(2, "Bo, who waters the plants", "bo", avatar, true, true);
    ines =
        person(
            3,
            "Ines Ferreira da Silva e Albuquerque",
            "ines@elsewhere.example",
            avatar,
            false,
            false);
    seedlings = person(4, "Seedlings", "seedlings@elsewhere.example", avatar, false, false);
  }

  private static PersonView person(
      long id, String name, String acct, String avatar, boolean bot, boolean local) {
    return new PersonView(
        new ActorId(id), Html.of(name), name, acct, acct, "/@" + acct, avatar, bot, !local, local);
  }

  List<PersonView> people() {
    return List.of(ada, bo, ines);
  }

  private SamplePost by(PersonView author) {
    return new SamplePost(ids++, author, WHEN);
  }

  private static DesignPage.Shown shown(String name, SamplePost post) {
    return new DesignPage.Shown(name, post.view(), false, false);
  }

  List<DesignPage.Shown> posts() {
    List<DesignPage.Shown> all = new ArrayList<>(plain());
    all.addAll(guarded());
    all.addAll(attached());
    return all;
  }

  private List<DesignPage.Shown> plain() {
    return List.of(
        shown(
            "Words, reactions and counts",
            by(ada).says(WORDS).counted(7).reactedTo(smile(), plant())),
        shown("Everything done with it", by(bo).says("<p>Thank you all for coming!</p>").marked()),
        shown("Boosted", by(ines).says("<p>The first swifts are back.</p>").boostedBy(ada)),
        shown(
            "An answer, edited, for followers",
            by(ada)
                .says("<p>On Thursday, I think.</p>")
                .answers(bo)
                .edited()
                .reaches(Reach.FOLLOWERS)),
        shown(
            "For mentioned people, one's own",
            by(ada)
                .says("<p><a href=\"/@bo\">@bo</a> Could you bring the key?</p>")
                .reaches(Reach.MENTIONED)
                .mine()),
        shown(
            "Quiet, and few may answer",
            by(bo)
                .says("<p>Notes to myself.</p>")
                .reaches(Reach.QUIET)
                .answerers("Only mentioned people may answer.")),
        new DesignPage.Shown(
            "Pinned",
            by(ada).says("<p>Hello! I draw maps of places that do not exist.</p>").view(),
            false,
            true),
        new DesignPage.Shown(
            "On its own page",
            by(ada)
                .says("<p>On its own page a post is larger, and says more of itself.</p>")
                .edited()
                .counted(12)
                .view(),
            true,
            false),
        shown(
            "An article",
            by(ines)
                .titled("How to prune an old apple tree")
                .says("<p>Wait for a dry day in late winter. Take out what is dead first.</p>")),
        shown(
            "In a community",
            by(bo)
                .titled("Leggy tomatoes: is it the light?")
                .says("<p>Mine are a hand high.</p>")
                .submittedTo(seedlings)
                .counted(17)));
  }

  private List<DesignPage.Shown> guarded() {
    return List.of(
        shown(
            "With a warning",
            by(ada).warned("The end of the last episode").says("<p>It was the gardener.</p>")),
        shown(
            "Caught by a filter",
            by(bo).says("<p>Football.</p>").filtered(new PostView.Filtered("Sports", false))),
        shown(
            "Sensitive media",
            by(ada).says("<p>From the operating theatre.</p>").shows(pictures(1)).sensitive()));
  }

  private List<DesignPage.Shown> attached() {
    return List.of(
        shown("One picture", by(ada).says("<p>The view this morning.</p>").shows(pictures(1))),
        shown("Three pictures", by(bo).shows(pictures(3))),
        shown("Four pictures", by(bo).shows(pictures(4))),
        shown("A video", by(ada).says("<p>Press it.</p>").shows(List.of(film()))),
        shown("Sound", by(bo).says("<p>The wren is back.</p>").shows(List.of(sound()))),
        shown("A file of another kind", by(bo).says("<p>The plan:</p>").shows(List.of(file()))),
        shown("A poll to vote in", by(ada).says("<p>Which day?</p>").asks(poll(true))),
        shown("A poll with its results", by(ada).says("<p>Which day?</p>").asks(poll(false))),
        shown("A card, small and wide", by(ines).says("<p>Worth reading:</p>").links(card(false))),
        shown("A card with a picture", by(ines).says("<p>And this:</p>").links(card(true))),
        shown("An event", by(ines).titled("Seed swap").says(EVENT).takesPlace(visit(false))),
        shown("An event to come to", by(ines).titled("Seed swap").takesPlace(visit(true))),
        shown(
            "Words that do not end",
            by(bo).says("<p>" + "Apfelbaumschnittkurs".repeat(9) + "</p>")),
        shown("A quote", by(bo).says("<p>This.</p>").quotes(quote())),
        shown(
            "A quote that is not to be seen",
            by(bo)
                .says("<p>Hm.</p>")
                .quotes(
                    new PostView.QuoteView(
                        "The quoted post waits for its author's agreement.", null, false))));
  }

  private static final String WORDS =
      "<p>A post with <a href=\"/about\">a link</a>, <strong>strong words</strong>,"
          + " <em>others</em>, <code>code</code> and a tag: <a"
          + " href=\"/tags/garden\">#garden</a>.</p><blockquote><p>What somebody else"
          + " said.</p></blockquote><ul><li>one</li><li>two</li></ul>";

  private static final String EVENT =
      "<p>On Saturday at ten, in the old school. Bring what you have too much of.</p>";

  private static PostView.Going visit(boolean coming) {
    return new PostView.Going(coming ? say("going.attending") : "", coming, true, false);
  }

  private static ReactionView smile() {
    return new ReactionView("\ud83d\ude04", Html.of("\ud83d\ude04"), 3, false);
  }

  private static ReactionView plant() {
    return new ReactionView("\ud83c\udf31", Html.of("\ud83c\udf31"), 2, true);
  }

  private List<MediaView> pictures(int number) {
    List<MediaView> all = new ArrayList<>();
    for (int i = 0; i < number; i++)
      all.add(media(MediaKind.IMAGE, "image/png", i == 0 ? "Hills, one behind the other" : ""));
    return all;
  }

  private MediaView film() {
    return media(MediaKind.VIDEO, "video/mp4", "Waves on a beach");
  }

  private MediaView sound() {
    return media(MediaKind.AUDIO, "audio/ogg", "A wren in a hedge");
  }

  private MediaView file() {
    return media(MediaKind.UNKNOWN, "application/pdf", "Plan of the garden");
  }

  private MediaView media(MediaKind kind, String type, String description) {
    return new MediaView(
        new MediaId(ids++),
        kind,
        type,
        kind == MediaKind.VIDEO || kind == MediaKind.AUDIO ? "" : wide,
        wide,
        description,
        1500,
        500,
        "middle-center",
        Focus.CENTRE,
        List.of());
  }

  private PollView poll(boolean open) {
    return new PollView(
        new PostId(ids++),
        false,
        open,
        open,
        false,
        8,
        WHEN,
        open ? "2 days left" : "",
        List.of(
            option(0, "Thursday", 5, 63, !open), option(1, "Friday, after work", 3, 37, false)));
  }

  private static PollView.Option option(
      int position, String title, long votes, int percent, boolean first) {
    return new PollView.Option(position, Html.of(title), votes, percent, first, first);
  }

  private LinkCard card(boolean picture) {
    return new LinkCard(
        "https://example.org/",
        "example.org",
        "What swifts do in winter",
        "They sleep on the wing, and touch the ground for the first time after years.",
        "Rosa Lind",
        picture ? wide : null,
        picture ? "A swift before clouds" : "",
        picture,
        false);
  }

  private PostView.QuoteView quote() {
    return new PostView.QuoteView(
        "", by(ines).says("<p>Nobody has ever regretted a walk.</p>").view(), false);
  }

  List<NotificationsPage.Row> notifications() {
    PostView post = by(ada).view();
    return List.of(
        row(NotificationType.FAVOURITE, List.of(bo, ines), 5, post, true),
        row(NotificationType.BOOST, List.of(ines), 1, post, false),
        row(NotificationType.FOLLOW, List.of(bo), 1, null, false),
        row(NotificationType.FOLLOW_REQUEST, List.of(ines), 1, null, true),
        row(NotificationType.POLL, List.of(ada), 1, post, false));
  }

  private static NotificationsPage.Row row(
      NotificationType type,
      List<PersonView> who,
      long count,
      @Nullable PostView post,
      boolean unread) {
    return new NotificationsPage.Row(type, who, count, "👍", post, WHEN, unread, null);
  }

  /** How the visitor may stand to somebody. */
  List<RelationView> relations() {
    return List.of(
        relation(11, false, false, false, false, false),
        relation(12, false, false, true, false, false),
        relation(13, true, false, true, false, false),
        relation(14, false, true, false, false, false),
        relation(15, false, false, false, true, false),
        relation(16, false, false, false, false, true));
  }

  private static RelationView relation(
      long id,
      boolean following,
      boolean requested,
      boolean back,
      boolean blocking,
      boolean blocked) {
    return new RelationView(
        new ActorId(id),
        "Ada",
        false,
        following,
        requested,
        back,
        false,
        blocking,
        blocked,
        false,
        false,
        true,
        false,
        "",
        false,
        "");
  }
}
