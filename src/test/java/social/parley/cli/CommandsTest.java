package social.parley.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import social.parley.cli.Caller.Outcome;
import social.parley.mastodon.ApiClient;

/** What people who run a server type, and what they read then. */
class CommandsTest {
  private static final String PASSWORD = "a long enough password";
  @TempDir Path folder;
  private Caller shell;

  @BeforeEach
  void standThere() {
    shell = new Caller(folder);
  }

  @Test
  void everyCommandSaysWhatItDoesAndGivesAnExample() {
    List<CommandLine> all = new ArrayList<>();
    collect(shell.commands(new StringWriter(), new StringWriter()).line(""), all);
    assertThat(all).hasSizeGreaterThan(20);
    for (CommandLine command : all) {
      String name = command.getCommandSpec().qualifiedName();
      assertThat(command.getCommandSpec().usageMessage().description()).as(name).isNotEmpty();
      assertThat(String.join("\n", command.getCommandSpec().usageMessage().footer()))
          .as(name)
          .contains("Example")
          .contains(name);
    }
  }

  private static void collect(CommandLine command, List<CommandLine> all) {
    all.add(command);
    command.getSubcommands().values().forEach(sub -> collect(sub, all));
  }

  @Test
  void helpNeedsNoData() {
    assertThat(shell.call("account", "create", "--help"))
        .matches(outcome -> outcome.code() == 0 && outcome.out().contains("--email"));
    assertThat(shell.call("--help").out()).contains("serve", "demo", "backup", "settings");
    assertThat(shell.call().code()).isEqualTo(Commands.MISUSED);
    assertThat(shell.call("version").out()).startsWith("parley ");
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void theLookIsChangedAndTakenBack() throws IOException {
    Files.writeString(folder.resolve("own.css"), ".post { color: red }");
    Files.writeString(folder.resolve("far.css"), "@import 'https://example.org/x.css';");
    shell.out("appearance", "set", "--color", "#2f6b4f", "--css", "own.css");
    assertThat(shell.out("appearance", "show"))
        .containsPattern("color +#2f6b4f")
        .containsPattern("css +1 lines")
        .containsPattern("logo +none");
    assertThat(shell.call("appearance", "set", "--css", "far.css").err()).contains("@import");
    assertThat(shell.call("appearance", "set", "--logo", "own.css").code())
        .isEqualTo(Commands.FAILED);
    shell.out("appearance", "reset", "color");
    assertThat(shell.out("appearance", "show")).containsPattern("color +#3b5bdb");
  }

  @Test
  void accountsAreMadeListedChangedAndDeleted() {
    assertThat(create("ada", "--role", "owner").line())
        .isEqualTo("created @ada@localhost:8080 http://localhost:8080/@ada");
    assertThat(shell.out("account", "create", "bob", "--email", "bob@example.org"))
        .containsPattern("password: \\S{16}");
    shell.out("account", "role", "bob", "moderator");
    shell.out("account", "disable", "ada");
    assertThat(shell.out("account", "list"))
        .containsPattern("bob +moderator +active +bob@example.org")
        .containsPattern("ada +owner +disabled +ada@example.org");
    shell.out("account", "disable", "ada", "--undo");
    assertThat(shell.out("account", "password", "ada")).startsWith("password: ");
    assertThat(shell.call("account", "delete", "bob").err()).contains("say --yes");
    shell.out("account", "delete", "bob", "--yes");
    assertThat(shell.out("account", "list")).contains("ada").doesNotContain("bob");
  }

  private Outcome create(String name, String... more) {
    List<String> words =
        new ArrayList<>(
            List.of(
                "account",
                "create",
                name,
                "--email",
                name + "@example.org",
                "--password",
                PASSWORD));
    words.addAll(List.of(more));
    return shell.call(words.toArray(String[]::new));
  }

  @Test
  void mistakesAreExplainedInOneLine() throws IOException {
    create("ada");
    assertRefused(create("ada"), "username has already been taken; email has already been taken");
    assertRefused(shell.call("account", "role", "nobody", "admin"), "there is no account nobody");
    assertRefused(
        shell.call("token", "create", "ada", "--scopes", "everything"),
        "scopes names one that does not exist");
    assertRefused(shell.call("restore", "nothing.zip"), "there is no file");
    assertRefused(shell.call("account", "list", "--config", "none.toml"), "none.toml");
    Files.writeString(folder.resolve("parley.toml"), "colour = 'red'\n");
    assertRefused(shell.call("account", "list"), "there is no setting colour");
    Files.delete(folder.resolve("parley.toml"));
    shell.set("PARLEY_URL", "nowhere");
    assertRefused(shell.call("serve"), "url (PARLEY_URL) must be");
  }

  private static void assertRefused(Outcome outcome, String why) {
    assertThat(outcome.code()).isEqualTo(Commands.FAILED);
    assertThat(outcome.err().lines()).singleElement().asString().contains(why);
  }

  @Test
  void misuseNamesTheHelp() {
    Outcome outcome = shell.call("account", "creat", "ada");
    assertThat(outcome.code()).isEqualTo(Commands.MISUSED);
    assertThat(outcome.err()).contains("Try 'parley account --help'");
    assertThat(shell.call("account", "role", "ada", "king").code()).isEqualTo(Commands.MISUSED);
  }

  @Test
  void settingsShowTheirSourceAndNoSecrets() throws IOException {
    Files.writeString(
        folder.resolve("parley.toml"), "registration = 'open'\n[smtp]\npassword = 'hush'\n");
    shell.set("PARLEY_DATABASE", "postgresql://parley:hush@localhost/parley");
    shell.set("PARLEY_RATELIMITS", "off");
    Outcome outcome = shell.call("settings");
    assertThat(outcome.out())
        .containsPattern("registration +file +open")
        .containsPattern("url +default +http://localhost:8080")
        .containsPattern("database +environment +postgresql://parley:\\*+@localhost/parley")
        .doesNotContain("hush");
    assertThat(outcome.err()).contains("PARLEY_RATELIMITS");
    assertThat(shell.out("settings", "--explain")).contains("PARLEY_SMTP_HOST", "Mail server");
  }

  @Test
  void invitationsAreMadeAndRevoked() {
    String link = shell.out("invite", "create", "--uses", "2").strip();
    String code = link.substring(link.lastIndexOf('/') + 1);
    assertThat(shell.out("invite", "list")).contains(code, "0 of 2", "open");
    shell.out("invite", "revoke", code);
    assertThat(shell.out("invite", "list")).contains("revoked");
    assertThat(shell.call("invite", "revoke", code).code()).isEqualTo(Commands.FAILED);
  }

  @Test
  void serversAndPeopleAreModerated() throws Exception {
    shell.out(
        "account", "create", "troll", "--email", "t@example.org", "--password", "long enough");
    assertThat(shell.out("moderation", "block", "Spam.Example", "--severity", "silence"))
        .contains("blocked spam.example silence");
    Files.writeString(folder.resolve("list.csv"), "#domain,#severity\nworse.example,suspend\n");
    assertThat(shell.out("moderation", "load", "list.csv")).contains("blocked 1 of 1");
    assertThat(shell.out("moderation", "list")).contains("spam.example", "worse.example");
    shell.out("moderation", "unblock", "spam.example");
    assertThat(shell.out("moderation", "list")).doesNotContain("spam.example");
    assertThat(shell.out("moderation", "decide", "troll", "disable")).contains("disable troll");
    assertThat(shell.out("account", "list")).contains("disabled");
    shell.out("moderation", "lift", "troll", "disable");
    assertThat(shell.out("account", "list")).doesNotContain("disabled");
    assertThat(shell.call("moderation", "decide", "nobody", "silence").code())
        .isEqualTo(Commands.FAILED);
  }

  @Test
  void commandsWorkWhileTheServerRuns() {
    int port = Caller.freePorts(1);
    shell.set("PARLEY_URL", "http://localhost:" + port).set("PARLEY_LISTEN", "127.0.0.1:" + port);
    try (RunningServer server = shell.serve();
        ApiClient client = new ApiClient("http://localhost:" + port)) {
      assertThat(server.claimLink()).isPresent();
      create("ada", "--role", "owner");
      String token = shell.out("token", "create", "ada", "--scopes", "read").strip();
      assertThat(client.get("/api/v1/accounts/verify_credentials", token).text("/username"))
          .isEqualTo("ada");
      assertThat(client.json("/api/v1/statuses", token, "{\"status\":\"no\"}").status())
          .isEqualTo(403);
      assertThat(server.claimLink()).isEmpty();
      assertThat(shell.out("federation")).contains("nothing waits", "nothing was turned away");
      assertThat(shell.out("federation", "stop", "dead.example")).contains("nothing goes to");
      assertThat(shell.out("federation")).contains("dead.example", "stopped by the staff");
      assertThat(shell.out("federation", "retry", "dead.example")).contains("is tried again");
      assertThat(shell.out("federation", "relays")).doesNotContain("example");
      assertRefused(shell.call("federation", "unsubscribe", "1"), "");
      assertRefused(shell.call("serve"), "is another server running there?");
    }
  }
}
