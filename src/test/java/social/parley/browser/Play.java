package social.parley.browser;

import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.List;
import social.parley.accounts.NewApplication;
import social.parley.accounts.Role;
import social.parley.accounts.SignUp;
import social.parley.announcements.NoticeDraft;

/** Two communities with people who talk to each other, for photographs. */
final class Play implements AutoCloseable {
  final Stage oak;
  final Stage fir;
  final Member mara;
  final Member tom;
  final String thread;
  final String poll;
  final String deep;
  final String inside;
  final String edited;
  final String list;
  final String collection;
  final String community;
  final String reader;
  private final Neighbours neighbours;
  private final String submission;
  private final String review;

  Play(Path data) {
    oak =
        Stage.start(
            data,
            "oak",
            "PARLEY_HOSTS",
            "localhost",
            "PARLEY_ABOUT_NAME",
            "Oak Hollow",
            "PARLEY_ABOUT_SUMMARY",
            "A small, friendly place for people who garden, walk and read in the valley.",
            "PARLEY_ABOUT_COLOR",
            "#2f6b4f",
            "PARLEY_ABOUT_CONTACT",
            "hello@oak.example",
            "PARLEY_ABOUT_RULES",
            "Be kind, also when you disagree.\n"
                + "Describe your pictures for those who cannot see them.\n"
                + "No advertising, and no automated accounts without a word with us first.");
    fir =
        Stage.start(data, "fir", "PARLEY_HOSTS", "localhost", "PARLEY_ABOUT_NAME", "Fir Workshop");
    mara = oak.person("mara", Role.OWNER);
    tom = oak.person("tom");
    Member ines = oak.person("ines");
    Member weather = oak.person("weather");
    Member jun = fir.person("jun");
    Member ola = fir.person("ola");
    profiles(tom, ines, weather, jun, ola);
    follows(tom, ines, weather, jun, ola);
    Corners corners = new Corners(oak, mara, tom, ines);
    List<String> conversation = corners.conversation();
    deep = conversation.getFirst();
    inside = conversation.get(6);
    edited = corners.furnish();
    String welcome =
        tom.say(
            "The seed swap is on Saturday at ten, in the old school. Bring what you have too much"
                + " of, take what you like. There will be soup. #garden #seedswap");
    mara.favourite(welcome);
    ines.boost(welcome);
    ines.say(
        "Finished **The Living Mountain** last night, on the window sill, with the rain"
            + " outside.\n\n"
            + "> It is worth ascending unexpected heights.\n\n"
            + "- slow\n"
            + "- exact\n"
            + "- full of weather\n\n"
            + "#books",
        "content_type",
        "text/markdown");
    poll =
        tom.say(
            "What shall we plant along the south wall?",
            "poll[options][]",
            "Figs",
            "poll[options][]",
            "Quinces",
            "poll[options][]",
            "Sweet peas, and plenty of them",
            "poll[expires_in]",
            "172800");
    vote(ines, poll, "2");
    vote(weather, poll, "0");
    thread = thread(tom, ines, jun, ola);
    weather.say(
        "First frost expected tonight: down to −2 °C in the lower valley. Cover what is tender."
            + " #weather");
    ines.say(
        "The ending, in one sentence: she stays.",
        "spoiler_text",
        "The Living Mountain, last chapter");
    String mine =
        mara.say(
            "Good morning from the hollow. The kettle is on, the frost is off the roof, and @tom"
                + " has promised us soup.");
    tom.favourite(mine);
    ines.favourite(mine);
    ines.boost(mine);
    ines.answer(mine, "@mara Soup! I will bring bread.");
    hanging(tom, ines, weather, mine);
    pictures(tom, ines, jun);
    list = mara.post("/api/v1/lists", "title", "Gardeners").path("id").asString();
    mara.post("/api/v1/lists/" + list + "/accounts", "account_ids[]", tom.id());
    mara.post("/api/v1/tags/garden/follow");
    collection = collections(tom, ines);
    asking();
    settle();
    neighbours = new Neighbours(oak, jun);
    community = neighbours.community();
    reader = neighbours.reader();
    for (String one : new String[] {community, reader}) mara.follow("@" + one);
    settle();
    neighbours.befriend();
    settle();
    String asked = neighbours.submit();
    String read = neighbours.review();
    settle();
    submission = mara.find(asked);
    review = mara.find(read);
  }

  /** Mara has one that shows a friend, and stands in one of hers; its id. */
  private String collections(Member tom, Member ines) {
    ines.post(
        "/api/v1/collections",
        "name",
        "Who knows about soil",
        "description",
        "Ask them before you dig.",
        "discoverable",
        "true",
        "account_ids[]",
        mara.id(),
        "account_ids[]",
        tom.id());
    return mara.post(
            "/api/v1/collections",
            "name",
            "Seeds and where to get them",
            "description",
            "They save seeds, and give some away every autumn.",
            "tag_name",
            "seedswap",
            "discoverable",
            "true",
            "account_ids[]",
            tom.id(),
            "account_ids[]",
            ines.id())
        .at("/collection/id")
        .asString();
  }

  /** What hangs on posts: a quote, a card, reactions, an edit, a filter and letters. */
  private void hanging(Member tom, Member ines, Member weather, String mine) {
    for (String emoji : new String[] {"☕", "❤️"}) tom.react(mine, emoji);
    ines.react(mine, "☕");
    mara.react(thread, "🪱");
    tom.react(thread, "🪱");
    weather.react(thread, "👍");
    ines.say("Everything you need to know about clay, in one thread.", "quoted_status_id", thread);
    tom.say(
        "Jun has written about his workshop: http://" + fir.authority() + "/@jun",
        "language",
        "en");
    mara.post(
        "/api/v2/filters",
        "title",
        "Endings",
        "context[]",
        "home",
        "keywords_attributes[][keyword]",
        "she stays");
    ines.say("I have finished it, and yes: she stays.");
    tom.say("@mara Could you bring the big pot on Saturday?", "visibility", "direct");
    ines.say("@mara Have you seen my blue scarf?", "visibility", "direct");
    oak.server()
        .community()
        .notices()
        .create(
            NoticeDraft.of(
                "On **Sunday** between two and three this server moves to another shelf."));
    mara.post("/api/v1/statuses/" + thread + "/bookmark");
  }

  /** Somebody waits at the door, and has to be let in as a follower. */
  private void asking() {
    oak.server()
        .community()
        .accounts()
        .signUp(
            new SignUp(
                "newcomer",
                "newcomer@example.org",
                Stage.PASSWORD,
                true,
                "Tom told me about the seed swap. I grow beans and write about them.",
                "",
                "en",
                null,
                null));
  }

  private void settle() {
    for (int i = 0; i < 20; i++) {
      boolean worked = oak.server().settle();
      if (!(fir.server().settle() || worked)) break;
    }
  }

  private void profiles(Member tom, Member ines, Member weather, Member jun, Member ola) {
    mara.profile(
        Painting.portrait(3),
        "Mara Lind",
        "I look after this place, and after forty square metres of clay. Walks, bread, books. Say"
            + " hello!");
    mara.header(Painting.landscape(4, 1500, 500));
    tom.profile(
        Painting.portrait(5), "Tom Abara", "Seeds, soil, soup. Keeper of the #seedswap list.");
    ines.profile(
        Painting.portrait(9),
        "Inês Duarte",
        "Reading my way through the valley library, shelf by shelf.");
    weather.post("/api/v1/statuses", "status", "Hello, I am the weather.");
    jun.profile(Painting.portrait(12), "Jun", "Wood, glue, patience.");
    ola.profile(Painting.portrait(14), "Ola Nordli", "Boats, mostly upside down.");
  }

  private void follows(Member tom, Member ines, Member weather, Member jun, Member ola) {
    for (Member one : new Member[] {tom, ines, weather}) mara.follow("@" + one.name());
    tom.follow("@mara");
    ines.follow("@mara");
    for (Member one : new Member[] {jun, ola}) {
      mara.follow("@" + one.name() + "@" + fir.authority());
      one.follow("@mara@" + oak.authority());
    }
    settle();
  }

  private static void vote(Member who, String post, String choice) {
    who.post("/api/v1/polls/" + post + "/votes", "choices[]", choice);
  }

  private String thread(Member tom, Member ines, Member jun, Member ola) {
    String start =
        mara.say(
            "A question for all who grow things on clay: do you dig in the autumn, or leave it to"
                + " the worms? #garden",
            "language",
            "en");
    String one =
        tom.answer(
            start,
            "@mara Leave it. A hand of leaf mould on top and let them work. In spring you will not"
                + " need the spade at all.");
    String two = mara.answer(one, "@tom Even where it stands wet until April?");
    tom.answer(two, "@mara There I would make a raised bed and forget about it.");
    ines.answer(
        one, "@mara @tom My grandmother dug every November, and complained every November.");
    settle();
    String there = jun.find(mara.address(start));
    if (!there.isEmpty()) {
      String far =
          jun.answer(
              there,
              "@mara@" + oak.authority() + " We put sawdust on ours. Do not put sawdust on yours.");
      ola.favourite(ola.find(jun.address(far)));
    }
    settle();
    ines.answer(
        start, "@mara I only grow things in pots, but I follow this with a biscuit in my hand.");
    return start;
  }

  private void pictures(Member tom, Member ines, Member jun) {
    String veiled =
        tom.picture(Painting.landscape(41, 800, 600), "A bed of seedlings after the slugs.");
    tom.say("What the slugs left of the lettuce.", "media_ids[]", veiled, "sensitive", "true");
    String wide =
        jun.picture(
            Painting.landscape(21, 1200, 760),
            "Green hills in the morning, the sun low over the ridge.");
    jun.say(
        "The view from the workshop, every morning at seven. I still have not got used to it.",
        "media_ids[]",
        wide);
    settle();
    String a = ines.picture(Painting.landscape(31, 900, 900), "Hills at noon.");
    String b = ines.picture(Painting.landscape(32, 900, 700), "Hills in the evening.");
    String c = ines.picture(Painting.landscape(33, 900, 700), "");
    ines.say(
        "Three walks, one week. #walking", "media_ids[]", a, "media_ids[]", b, "media_ids[]", c);
    settle();
  }

  /** Logs Mara in. */
  void letIn(Page page) {
    page.navigate("/auth/sign_in");
    page.fill("[name=login]", mara.name());
    page.fill("[name=password]", Stage.PASSWORD);
    page.click("main button");
    page.waitForURL(oak.url() + "/home");
  }

  /** The id of a conversation that Mara has with somebody alone. */
  String message() {
    return mara.get("/api/v1/conversations").path(0).path("id").asString();
  }

  /** Where a post in the community is. */
  String submission() {
    return "/@" + neighbours.gardener() + "/" + submission;
  }

  /** Where the review of a book is. */
  String review() {
    return "/@" + reader + "/" + review;
  }

  /** Where an app asks for consent. */
  String consent() {
    var app =
        oak.server()
            .community()
            .applications()
            .register(
                new NewApplication(
                    "Pocket Post",
                    List.of("https://pocket.example/back"),
                    "read write follow",
                    null))
            .application();
    return "/oauth/authorize?response_type=code&scope=read+write:statuses+write:media+follow&client_id="
        + app.clientId()
        + "&redirect_uri=https://pocket.example/back";
  }

  @Override
  public void close() {
    oak.close();
    fir.close();
    neighbours.close();
  }
}
