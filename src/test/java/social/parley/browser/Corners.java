package social.parley.browser;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What pages have to bear, but rarely show: what is long, deep, waiting or to be agreed to. */
record Corners(Stage stage, Member mara, Member tom, Member ines) {
  static final String LONG_NAME = "bartholomew_featherstonehaugh";

  private static final List<String> LINES =
      List.of(
          "How long do you let a sourdough stand before you bake it?",
          "@tom Over night, in the cold.",
          "@mara In winter, too?",
          "@tom In winter on the sill, in summer in the cellar.",
          "@mara And how do you know that it is ready?",
          "@tom It tells you. Press it with a finger: if the dent comes back slowly, it is time.",
          "@mara Mine comes back like a spring.",
          "@tom Then wait. There is no"
              + " Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft"
              + " of bread that could hurry it.",
          "@mara I have one more question, and I promise that it is the last one for today.",
          "@tom That is what you said yesterday.");

  /** Ten posts, each an answer to the one before. */
  List<String> conversation() {
    List<String> posts = new ArrayList<>();
    for (String line : LINES) {
      Member who = posts.size() % 2 == 0 ? tom : mara;
      posts.add(posts.isEmpty() ? who.say(line) : who.answer(posts.getLast(), line));
    }
    ines.answer(posts.get(6), "@tom Mine, too. I thought that this was good?");
    return posts;
  }

  /** Everything else; answers with a post that has been edited. */
  String furnish() {
    longWords();
    fourPictures();
    voted();
    mara.say(
        "Tomorrow at this time, bread.",
        "scheduled_at",
        Instant.now().plus(Duration.ofDays(1)).toString());
    waiting();
    mara.say("The gate sticks again. Who has the oil?", "visibility", "private");
    String edited = mara.say("The library opens at nine.");
    mara.put("/api/v1/statuses/" + edited, "status", "The library opens at ten.");
    return edited;
  }

  private void longWords() {
    Member long_ = stage.person(LONG_NAME);
    long_.profile(
        Painting.portrait(17),
        "Bartholomew Constantine Featherstonehaugh-Cholmondeley Esq.",
        "https://example.org/a/very/long/address/that/nobody/would/ever/want/to/read/aloud/in/one/breath");
    mara.follow("@" + LONG_NAME);
    long_.follow("@mara");
    long_.say(
        "Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetzesentwurfsberatung, and"
            + " https://example.org/a/very/long/address/that/nobody/would/ever/read/aloud?with=questions&and=answers"
            + " #AHashtagThatHasNoEndBecauseItsAuthorKnewNoSpaces");
  }

  private void fourPictures() {
    List<String> given = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      given.add("media_ids[]");
      given.add(ines.picture(Painting.landscape(60 + i, 700, 900 - i * 120), "Hills, the " + i));
    }
    ines.say("Four seasons from one window.", given.toArray(String[]::new));
    String tall = tom.picture(Painting.landscape(71, 500, 1400), "A very tall valley.");
    tom.say("As seen from the ladder.", "media_ids[]", tall);
  }

  private void voted() {
    String poll =
        tom.say(
            "Which soup?",
            "poll[options][]",
            "Leek and potato",
            "poll[options][]",
            "Pumpkin, with an unreasonable amount of ginger and whatever else is left in the"
                + " cellar",
            "poll[expires_in]",
            "86400");
    mara.post("/api/v1/polls/" + poll + "/votes", "choices[]", "1");
    ines.post("/api/v1/polls/" + poll + "/votes", "choices[]", "0");
    stage.person("rune").post("/api/v1/polls/" + poll + "/votes", "choices[]", "1");
  }

  private void waiting() {
    mara.patch("/api/v1/accounts/update_credentials", "locked", "true");
    Member asking = stage.person("noor");
    asking.follow("@mara");
    mara.patch("/api/v2/notifications/policy", "for_not_following", "filter");
    Member stranger = stage.person("pia");
    stranger.say("@mara Hello! Tom told me that you know about clay.");
    String mine =
        mara.say(
            "Ask me before you answer this one.",
            "interaction_policy[can_reply][always][]",
            "author",
            "interaction_policy[can_reply][with_approval][]",
            "public");
    stranger.answer(mine, "@mara I would like to answer.");
  }
}
