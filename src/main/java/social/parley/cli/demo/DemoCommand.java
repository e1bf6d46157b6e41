package social.parley.cli.demo;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.logging.Level;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import social.parley.cli.Desk;

/** {@code demo}: three communities on this machine. */
@Command(
    description = "Run three communities on this machine, with people who talk to each other.",
    footer = {
      "",
      "The first run makes everything, through the same interface that apps use, in under half a",
      "minute; later runs take a few seconds. Nothing leaves this machine. Ctrl-C stops all three.",
      "",
      "Examples:",
      "  parley demo",
      "  parley demo --reset"
    })
public final class DemoCommand implements Callable<Integer> {
  private final Desk desk;

  public DemoCommand(Desk desk) {
    this.desk = desk;
  }

  @Option(names = "--reset", description = "Delete what was made before and begin anew.")
  private boolean reset;

  @Option(
      names = "--data",
      paramLabel = "FOLDER",
      defaultValue = "demo",
      description = "Where everything is kept (default: ./${DEFAULT-VALUE}).")
  private Path folder = Path.of("demo");

  @Option(
      names = "--port",
      paramLabel = "N",
      defaultValue = "8081",
      description = "The first of three ports (default: ${DEFAULT-VALUE}).")
  private int port;

  @Option(
      names = "--people",
      paramLabel = "N",
      defaultValue = "12",
      description = "How many people live in each community (default: ${DEFAULT-VALUE}).")
  private int people;

  @Override
  public Integer call() throws InterruptedException {
    Desk.log(Level.WARNING);
    PrintWriter out = desk.out();
    long begun = System.nanoTime();
    Demo demo = new Demo(desk.program(), desk.shell().folder().resolve(folder), people);
    desk.beforeEnd(demo::close);
    if (reset) demo.wipe();
    if (!demo.isMade()) out.println("Making three communities; later runs start at once.");
    demo.start(port, step -> out.println("  " + step + " ..."));
    out.printf("%nReady after %.1f seconds.%n%n", (System.nanoTime() - begun) / 1e9);
    for (Site site : demo.sites()) describe(site, out);
    out.println("Everybody's password is: " + Company.PASSWORD);
    out.println("Log in on the pages, or with any Mastodon app that can reach this machine.");
    out.println("Ctrl-C stops all three.");
    out.flush();
    return desk.untilStopped();
  }

  private static void describe(Site site, PrintWriter out) {
    Place.Person owner = site.place().people().getFirst();
    Place.Person other = site.place().people().get(1);
    out.println(site.place().name() + "  " + site.at("/"));
    out.println("  " + site.place().summary());
    for (Place.Person person : new Place.Person[] {owner, other})
      out.printf(
          "  log in as %s@%s.localhost%s, see %s%n",
          person.name(),
          site.key(),
          person == owner ? " (owner)" : "",
          site.at("/@" + person.name()));
    out.println();
  }
}
