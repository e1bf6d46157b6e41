package social.parley.accounts;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import social.parley.core.Ids;
import social.parley.core.Iri;
import social.parley.core.Refused;
import social.parley.core.Refused.Problem;
import social.parley.storage.Database;
import social.parley.storage.Tx;

/** The programs that have introduced themselves to this server. */
public final class Applications {
  private static final int LONGEST_NAME = 100;
  private static final String SELECT =
      """
      SELECT id, client_id, secret_hash, name, website, redirect_uris, scopes, created_at
      FROM oauth_applications WHERE \
      """;

  /** No program that registers gets such an id, so none can pass for this one. */
  private static final String COMMAND_LINE_ID = "command-line";

  private static final NewApplication COMMAND_LINE =
      new NewApplication(
          "Command line", List.of(Application.OUT_OF_BAND), String.join(" ", Scopes.ALL), null);

  private final Database database;
  private final Ids ids;
  private final Clock clock;
  private final Secrets secrets;
  private final Cache<String, Row> cache =
      Caffeine.newBuilder().maximumSize(1_000).expireAfterWrite(Duration.ofMinutes(5)).build();

  public Applications(Database database, Ids ids, Clock clock, Secrets secrets) {
    this.database = database;
    this.ids = ids;
    this.clock = clock;
    this.secrets = secrets;
  }

  record Row(
      long id,
      String clientId,
      String secretHash,
      String name,
      @Nullable String website,
      String redirectUris,
      String scopes,
      Instant createdAt) {

    Application application() {
      return new Application(
          id,
          clientId,
          name,
          website,
          List.of(redirectUris.split("\n")),
          new Scopes(List.of(scopes.split(" "))),
          createdAt);
    }
  }

  /** Takes a program's word for what it is; people see it before they let it in. */
  public RegisteredApplication register(NewApplication wish) {
    return register(wish, secrets.fresh());
  }

  private RegisteredApplication register(NewApplication wish, String clientId) {
    List<String> redirects = RedirectUris.split(wish.redirectUris());
    Optional<Scopes> scopes = Scopes.parse(wish.scopes());
    String website = wish.website() == null || wish.website().isBlank() ? null : wish.website();
    List<Problem> problems = problems(wish.name(), redirects, scopes, website);
    if (!problems.isEmpty()) throw new Refused.Invalid(problems);
    String secret = secrets.fresh();
    Row row =
        new Row(
            ids.next(),
            clientId,
            Secrets.hash(secret),
            wish.name().strip(),
            website,
            String.join("\n", redirects),
            scopes.orElseThrow().toString(),
            clock.instant());
    database.run(tx -> insert(tx, row));
    return new RegisteredApplication(row.application(), secret);
  }

  private static List<Problem> problems(
      String name, List<String> redirects, Optional<Scopes> scopes, @Nullable String website) {
    List<Problem> problems = new ArrayList<>();
    if (name.isBlank()) problems.add(new Problem("name", "ERR_BLANK", "can't be blank"));
    if (name.length() > LONGEST_NAME)
      problems.add(new Problem("name", "ERR_TOO_LONG", "is too long"));
    if (redirects.isEmpty())
      problems.add(new Problem("redirect_uri", "ERR_BLANK", "can't be blank"));
    else if (!RedirectUris.areValid(redirects))
      problems.add(new Problem("redirect_uri", "ERR_INVALID", "must be an absolute URI."));
    if (scopes.isEmpty())
      problems.add(new Problem("scopes", "ERR_INVALID", "doesn't match configured on the server."));
    if (website != null && Iri.parse(website).filter(Iri::isWeb).isEmpty())
      problems.add(new Problem("website", "ERR_INVALID", "is not a valid URL"));
    return problems;
  }

  private static void insert(Tx tx, Row row) {
    tx.update(
            """
            INSERT INTO oauth_applications (id, client_id, secret_hash, name, website,
              redirect_uris, scopes, created_at)
            VALUES (:id, :clientId, :secretHash, :name, :website, :redirectUris, :scopes,
              :createdAt)
            """,
            row)
        .execute();
  }

  public Optional<Application> byClientId(String clientId) {
    return find(clientId).map(Row::application);
  }

  public Optional<Application> byId(long id) {
    return database.read(db ->
        db.query(SELECT + "id = :id")
            .bind("id", id)
            .mapTo(Row.class)
            .findOne()
            .map(Row::application));
  }

  /** The program in whose name tokens are made on the command line; introduced on first use. */
  public Application commandLine() {
    Optional<Application> known =
        database.read(db ->
            db.query(SELECT + "client_id = :client")
                .bind("client", COMMAND_LINE_ID)
                .mapTo(Row.class)
                .findOne()
                .map(Row::application));
    return known.orElseGet(() -> register(COMMAND_LINE, COMMAND_LINE_ID).application());
  }

  /** The program that knows this secret. */
  public Optional<Application> authenticate(String clientId, String secret) {
    return find(clientId)
        .filter(row -> Secrets.same(row.secretHash(), Secrets.hash(secret)))
        .map(Row::application);
  }

  private Optional<Row> find(String clientId) {
    Row known = cache.getIfPresent(clientId);
    if (known != null) return Optional.of(known);
    Optional<Row> found =
        database.read(db ->
            db.query(SELECT + "client_id = :client")
                .bind("client", clientId)
                .mapTo(Row.class)
                .findOne());
    found.ifPresent(row -> cache.put(clientId, row));
    return found;
  }
}
