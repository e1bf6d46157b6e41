package social.parley.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import social.parley.bench.Village.Local;

/** What pages cost: a stranger's line, and the server's time for a home beside the API's. */
final class PagesBench {
  private static final int ROUNDS = 24;
  private static final int COUNTED = 12;
  private static final int CONNECTIONS = 4;
  private static final int READERS = 10;
  private static final int WRITTEN = 20;
  private static final double MOST_BYTES = 60_000;
  private static final List<String> ENCODINGS = List.of("identity", "gzip");
  private static final Pattern FILE =
      Pattern.compile("<link rel=\"stylesheet\" href=\"([^\"]+)\"|<script[^>]* src=\"([^\"]+)\"");
  private static final Pattern IMPORT =
      Pattern.compile("^import .* from \"\\./(.+)\";$", Pattern.MULTILINE);

  private final int posts;
  private final int requests;

  PagesBench(int posts, int requests) {
    this.posts = posts;
    this.requests = requests;
  }

  void run() throws IOException {
    Library library = Library.of(posts);
    Village village = library.village;
    try (ServerProcess server = library.start()) {
      String post = written(server, village);
      Report report =
          new Report(
              "pages",
              """
              Weight: all bytes of page, style sheet and scripts as they are sent, compressed, to a stranger who comes for the first time; pictures aside, nothing comes from other servers. \
              The front page shows 12 posts, the profile %d. Time: processor time of the server for a home of 20 posts of %d people with %,d posts stored, over %d keep-alive connections, as the page and from the API in turn, as it is and as gzip, for which browsers and apps ask; \
              %,d times in each of %d rounds, the median of the last %d counts, and that of the ratio within a round, when the virtual machine has compiled what runs.\
              """
                  .formatted(WRITTEN, READERS, posts, CONNECTIONS, requests, ROUNDS, COUNTED));
      String profile = "/@" + village.locals.getFirst().actor().username();
      weigh(server, village, "front page", "/", report);
      weigh(server, village, "profile", profile, report);
      weigh(server, village, "post", profile + "/" + post, report);
      homes(server, village, report);
      report.publish();
    }
  }

  private static String written(ServerProcess server, Village village) throws IOException {
    Api api = new Api(server.port, village.authority());
    String last = "";
    for (int i = 0; i < WRITTEN; i++)
      last =
          api.post(
              village.locals.getFirst().token(),
              "Post " + i + ": some words about #things, and https://example.org/" + i,
              null);
    return last;
  }

  private static void weigh(
      ServerProcess server, Village village, String name, String path, Report report)
      throws IOException {
    try (Surfer stranger = new Surfer(server.port, village.authority())) {
      int page = sent(stranger, path);
      Set<String> files = new HashSet<>();
      int weight = page;
      Matcher found = FILE.matcher(text(stranger, path));
      while (found.find())
        weight += load(stranger, found.group(1) == null ? found.group(2) : found.group(1), files);
      report.figure(
          "weight of a " + name,
          kilobytes(weight) + ", of which page " + kilobytes(page),
          "",
          Report.times(weight / MOST_BYTES),
          "60 KB");
    }
  }

  private static String kilobytes(int bytes) {
    return Report.number(bytes / 1000.0) + " KB";
  }

  /** The file and the modules that it cannot do without, each once. */
  private static int load(Surfer stranger, String address, Set<String> files) throws IOException {
    if (!address.startsWith("/")) throw new IllegalStateException(address + " is elsewhere");
    String folder = address.substring(0, address.lastIndexOf('/') + 1);
    if (!files.add(address.substring(folder.length()))) return 0;
    int weight = sent(stranger, address);
    Matcher imported = IMPORT.matcher(text(stranger, address));
    while (imported.find()) weight += load(stranger, folder + imported.group(1), files);
    return weight;
  }

  private static int sent(Surfer stranger, String path) throws IOException {
    return checked(stranger.open(path, "gzip, br"), path).body().length;
  }

  private static String text(Surfer stranger, String path) throws IOException {
    return new String(
        checked(stranger.open(path, "identity"), path).body(), StandardCharsets.UTF_8);
  }

  private static Answer checked(Answer answer, String path) {
    if (answer.status() != 200) throw new IllegalStateException(path + " " + answer.status());
    return answer;
  }

  private void homes(ServerProcess server, Village village, Report report) throws IOException {
    List<List<byte[]>> asked = new ArrayList<>();
    for (String encoding : ENCODINGS) {
      List<byte[]> pages = new ArrayList<>();
      List<byte[]> api = new ArrayList<>();
      for (Local reader : village.locals.subList(0, READERS)) {
        try (Surfer surfer = new Surfer(server.port, village.authority())) {
          surfer.logIn(reader.actor().username(), Village.PASSWORD);
          pages.add(surfer.request("/home", encoding));
        }
        api.add(
            Connection.get(
                village.authority(), "/api/v1/timelines/home?limit=20", reader.token(), encoding));
      }
      asked.add(api);
      asked.add(pages);
    }
    List<List<Double>> took = new ArrayList<>();
    for (int i = 0; i < asked.size(); i++) took.add(new ArrayList<>());
    for (int round = 0; round < ROUNDS; round++)
      for (int i = 0; i < asked.size(); i++) took.get(i).add(cpu(server, asked.get(i)));
    compare("", took.get(0), took.get(1), report);
    compare(", compressed", took.get(2), took.get(3), report);
  }

  /** In each round by itself, as the machine is not as fast in one as in another. */
  private static void compare(String how, List<Double> api, List<Double> page, Report report) {
    List<Double> ratios = new ArrayList<>();
    for (int round = ROUNDS - COUNTED; round < ROUNDS; round++)
      ratios.add(page.get(round) / api.get(round));
    report.figure("home from the API" + how, "", Report.millis(counted(api)), "", "");
    report.figure(
        "home as a page" + how,
        "",
        Report.millis(counted(page)),
        Report.times(Report.median(ratios)),
        "the API's home" + how + "; at most 1.5");
  }

  private static double counted(List<Double> rounds) {
    return Report.median(rounds.subList(ROUNDS - COUNTED, ROUNDS));
  }

  /** Processor time of one request in milliseconds. */
  private double cpu(ServerProcess server, List<byte[]> kinds) {
    List<byte[]> batch = new ArrayList<>();
    for (int i = 0; i < requests; i++) batch.add(kinds.get(i % kinds.size()));
    Duration before = server.cpu();
    Load.run(server.port, CONNECTIONS, batch, 200);
    return server.cpu().minus(before).toNanos() / 1e6 / requests;
  }
}
