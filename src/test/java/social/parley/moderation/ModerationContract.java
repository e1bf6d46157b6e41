package social.parley.moderation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import social.parley.actors.Actor;
import social.parley.actors.ActorChanged;
import social.parley.actors.ProfileEdit;
import social.parley.actors.Standing;
import social.parley.core.ActorId;
import social.parley.core.Cursor;
import social.parley.core.Iri;
import social.parley.core.Refused;
import social.parley.core.TestClock;
import social.parley.posts.Network;
import social.parley.posts.Post;
import social.parley.posts.Town;
import social.parley.storage.Database;
import social.parley.storage.Databases;
import social.parley.storage.Subscribers;

/** Domains, reports and what follows from them, on either database. */
abstract class ModerationContract {
  @TempDir Path folder;
  private final TestClock clock = new TestClock();
  private final Network network = new Network();
  private final List<RelationshipsSevered> severed = new ArrayList<>();
  private final List<Report> filed = new ArrayList<>();
  private Town alpha;
  private Town beta;
  private DomainPolicy policy;
  private DomainBlocks domains;
  private Reports reports;
  private Enforcement enforcement;
  private AuditLog log;
  private Actor ada;
  private Actor bob;

  abstract Database open();

  /** Bob of the other town follows Ada, and she him. */
  @BeforeEach
  void build() {
    alpha = new Town("alpha.test", network, open(), clock, folder);
    beta = new Town("beta.test", network, Databases.sqlite(folder.resolve("beta")), clock, folder);
    policy = new DomainPolicy(alpha.settings, alpha.database, clock);
    Severances severances = new Severances(alpha.ids, clock, alpha.follows);
    enforcement = new Enforcement(alpha.database, alpha.jobs, alpha.actors, policy, severances);
    enforcement.handle();
    log = new AuditLog(alpha.database, alpha.ids, clock);
    domains =
        new DomainBlocks(
            alpha.database, alpha.ids, clock, alpha.actors.addresses(), policy, enforcement, log);
    reports =
        new Reports(
            alpha.settings,
            alpha.database,
            alpha.ids,
            clock,
            alpha.actors,
            alpha.posts,
            alpha.outbox,
            log);
    alpha.database.subscribe(
        new Subscribers()
            .on(ActorChanged.class, enforcement::actorChanged)
            .on(RelationshipsSevered.class, (tx, one) -> severed.add(one))
            .on(ReportFiled.class, (tx, one) -> filed.add(one.report())));
    ada = alpha.person("ada");
    bob = beta.person("bob");
    alpha.follow(ada, bob);
    beta.follow(bob, ada);
  }

  @AfterEach
  void close() {
    alpha.close();
    beta.close();
  }

  private Actor known() {
    return alpha.actors.byIri(bob.iri()).orElseThrow();
  }

  private BlockDraft of(Severity severity) {
    return new BlockDraft(severity, false, false, null, "why", false);
  }

  @Test
  void namesAreComparedInTheirPlainForm() {
    domains.block(null, "Bücher.Example.", of(Severity.SUSPEND));
    assertThat(policy.of("xn--bcher-kva.example").isSuspended()).isTrue();
    assertThat(policy.of("BÜCHER.example:8443").isSuspended()).isTrue();
    assertThat(policy.of("deep.under.bücher.example.").isSuspended()).isTrue();
    // A Cyrillic letter that looks the same is another name.
    assertThat(policy.of("büсher.example").isSuspended()).isFalse();
    assertThat(policy.of("notxn--bcher-kva.example").isSuspended()).isFalse();
    domains.block(null, "fine.bücher.example", of(Severity.NOOP));
    assertThat(policy.of("fine.bücher.example").isSuspended()).isFalse();
    assertThatThrownBy(() -> domains.block(null, "no domain", of(Severity.SUSPEND)))
        .isInstanceOf(Refused.Invalid.class);
    assertThatThrownBy(() -> domains.block(null, "alpha.test", of(Severity.SUSPEND)))
        .isInstanceOf(Refused.Invalid.class);
  }

  @Test
  void aDomainIsBlockedOnceAndChangedAndUnblocked() {
    DomainBlock block = domains.block(ada.id(), "spam.example", of(Severity.SILENCE));
    assertThatThrownBy(() -> domains.block(null, "spam.example", of(Severity.SUSPEND)))
        .isInstanceOf(Refused.Invalid.class);
    assertThat(domains.find("https://spam.example/")).contains(block);
    domains.change(ada.id(), block.id(), of(Severity.SUSPEND));
    assertThat(domains.block(block.id()).severity()).isEqualTo(Severity.SUSPEND);
    domains.block(null, "other.example", BlockDraft.USUAL);
    assertThat(domains.blocks(Cursor.first(10)).items())
        .extracting(DomainBlock::domain)
        .containsExactly("other.example", "spam.example");
    domains.unblock(ada.id(), block.id());
    assertThatThrownBy(() -> domains.block(block.id())).isInstanceOf(Refused.NotFound.class);
    assertThat(policy.of("spam.example")).isEqualTo(Treatment.USUAL);
    assertThat(log.page(Cursor.first(10)).items())
        .extracting(AuditLog.Entry::deed)
        .containsExactly("destroy", "create", "update", "create");
    assertThat(block.obfuscated()).isEqualTo("spa*.****ple");
  }

  @Test
  void asDomainsStandSoDoTheirPeople() {
    DomainBlock block = domains.block(null, "beta.test", of(Severity.SILENCE));
    alpha.jobs.runDue();
    assertThat(known().standing()).isEqualTo(Standing.LIMITED);
    assertThat(alpha.meet(beta.person("cleo")).id()).isNotNull();
    assertThat(alpha.actors.byUrl("http://beta.test/@cleo").orElseThrow().standing())
        .isEqualTo(Standing.LIMITED);
    domains.unblock(null, block.id());
    alpha.jobs.runDue();
    assertThat(known().standing()).isEqualTo(Standing.OK);
  }

  @Test
  void suspensionSeversAndItsEndMends() {
    DomainBlock block = domains.block(null, "beta.test", of(Severity.NOOP));
    domains.change(null, block.id(), of(Severity.SUSPEND));
    alpha.jobs.runDue();
    assertThat(known().standing()).isEqualTo(Standing.SUSPENDED);
    assertThat(alpha.actors.byId(ada.id()).orElseThrow().standing()).isEqualTo(Standing.OK);
    assertThat(alpha.actors.byId(ada.id()).orElseThrow().followersCount()).isZero();
    assertThat(severed).hasSize(1);
    assertThat(severed.getFirst())
        .returns(ada.id(), RelationshipsSevered::person)
        .returns(1L, RelationshipsSevered::followers)
        .returns(1L, RelationshipsSevered::following)
        .returns("beta.test", RelationshipsSevered::target);
    domains.change(null, block.id(), of(Severity.NOOP));
    alpha.jobs.runDue();
    assertThat(known().standing()).isEqualTo(Standing.OK);
    Actor again = alpha.actors.byId(ada.id()).orElseThrow();
    assertThat(again.followersCount()).isEqualTo(1);
    assertThat(again.followingCount()).isEqualTo(1);
    assertThat(severed).hasSize(1);
  }

  @Test
  void filesThatAreNotWantedAreNotShown() {
    Iri avatar = new Iri("https://files.example/bob.png");
    ActorId bobs = known().id();
    alpha.database.run(tx -> alpha.actors.edit(tx, bobs, new ProfileEdit().avatar(avatar, "")));
    MediaGate gate = new MediaGate(policy, alpha.actors);
    assertThat(gate.mayShow(avatar, bobs)).isTrue();
    domains.block(null, "beta.test", new BlockDraft(Severity.NOOP, true, false, null, null, false));
    alpha.jobs.runDue();
    assertThat(gate.mayShow(avatar, bobs)).isFalse();
    assertThat(gate.mayShow(new Iri("https://media.beta.test/x.png"), null)).isFalse();
    assertThat(gate.mayShow(avatar, ada.id())).isTrue();
    assertThat(known().avatar()).isNull();
    assertThat(known().standing()).isEqualTo(Standing.OK);
  }

  @Test
  void aReportIsKeptAndForwardedInTheServersName() {
    Post post = beta.say(bob, "rude");
    Post copy = alpha.copy(post);
    Report report =
        reports.file(
            new ReportDraft(
                ada.id(),
                known().id(),
                List.of(copy.id()),
                List.of(),
                "please look",
                ReportCategory.SPAM,
                List.of(),
                true,
                List.of()));
    assertThat(filed).containsExactly(report);
    assertThat(reports.byId(report.id())).isEqualTo(report);
    assertThat(report.forwarded()).isTrue();
    beta.more = received -> tx -> {};
    assertThat(alpha.waiting()).hasSize(1);
    String flag = new String(alpha.waiting().getFirst(), StandardCharsets.UTF_8);
    assertThat(flag)
        .contains("\"Flag\"", post.iri().value(), bob.iri().value(), "please look")
        .contains("http://alpha.test/actor")
        .doesNotContain(ada.iri().value());
  }

  @Test
  void reportsAreFoundAssignedResolvedAndReopened() {
    Report report =
        reports.file(
            new ReportDraft(
                ada.id(),
                known().id(),
                List.of(),
                List.of(),
                "",
                ReportCategory.OTHER,
                List.of(),
                false,
                List.of()));
    ReportFilter open = new ReportFilter(false, ada.id(), known().id());
    ReportFilter closed = new ReportFilter(true, null, null);
    ReportFilter all = new ReportFilter(null, null, null);
    assertThat(reports.page(open, Cursor.first(5)).items()).containsExactly(report);
    assertThat(reports.page(closed, Cursor.first(5)).items()).isEmpty();
    assertThat(reports.page(all, Cursor.first(5)).items()).containsExactly(report);
    assertThat(reports.assign(ada.id(), report.id(), ada.id()).assignedTo()).isEqualTo(ada.id());
    assertThat(reports.resolve(ada.id(), report.id()).isResolved()).isTrue();
    assertThat(reports.page(open, Cursor.first(5)).items()).isEmpty();
    assertThat(reports.page(closed, Cursor.first(5)).items()).hasSize(1);
    assertThat(reports.page(all, Cursor.first(5)).items()).hasSize(1);
    assertThat(reports.reopen(ada.id(), report.id()).isResolved()).isFalse();
    assertThat(
            reports.change(ada.id(), report.id(), ReportCategory.VIOLATION, List.of()).category())
        .isEqualTo(ReportCategory.VIOLATION);
    assertThatThrownBy(() -> reports.change(ada.id(), report.id(), null, List.of("99")))
        .isInstanceOf(Refused.Invalid.class);
  }
}
