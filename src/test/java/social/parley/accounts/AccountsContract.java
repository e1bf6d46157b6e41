package social.parley.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import social.parley.core.Cursor;
import social.parley.core.Iri;
import social.parley.core.Refused;
import social.parley.storage.Database;
import social.parley.storage.Subscribers;

/** Signing up, logging in, leaving. */
abstract class AccountsContract {
  private final List<Household> opened = new ArrayList<>();

  abstract Database open();

  private Household household(String registration) {
    Household household = new Household(open(), Map.of("PARLEY_REGISTRATION", registration));
    opened.add(household);
    return household;
  }

  @AfterEach
  void close() {
    opened.forEach(Household::close);
  }

  private static SignUp wish(String username, String email) {
    return new SignUp(username, email, "correct horse", true, "to talk", "", "de", null, null);
  }

  @Test
  void openRegistrationMakesAnActiveAccountWithAnActor() {
    Household home = household("open");
    List<AccountCreated> told = new ArrayList<>();
    home.database.subscribe(
        new Subscribers().on(AccountCreated.class, (tx, created) -> told.add(created)));

    Account account = home.accounts.signUp(wish("Mira.b", "Mira@Example.org"));

    assertThat(account.state()).isEqualTo(AccountState.ACTIVE);
    assertThat(account.locale()).isEqualTo("de");
    assertThat(told).extracting(one -> one.account().id()).containsExactly(account.id());
    assertThat(home.accounts.byId(account.id())).contains(account);
    assertThat(home.accounts.byUsername("mira.B")).contains(account);
    assertThat(home.actors.byId(account.actor()).orElseThrow().username()).isEqualTo("Mira.b");
    assertThat(home.accounts.authenticate("mira@example.ORG", "correct horse").id())
        .isEqualTo(account.id());
    assertThat(home.accounts.authenticate("mira.b", "correct horse").id()).isEqualTo(account.id());
    assertThat(home.accounts.count()).isEqualTo(1);
  }

  @Test
  void everyWrongFieldIsNamedWithItsCode() {
    Household home = household("approval");
    Refused.Invalid refused =
        catchThrowableOfType(
            Refused.Invalid.class,
            () ->
                home.accounts.signUp(
                    new SignUp("a b", "nowhere", "short", false, " ", "nosuch", "", null, null)));
    assertThat(refused.problems())
        .extracting(problem -> problem.field() + " " + problem.code())
        .containsExactly(
            "username ERR_INVALID",
            "email ERR_INVALID",
            "password ERR_TOO_SHORT",
            "agreement ERR_ACCEPTED",
            "reason ERR_BLANK",
            "invite_code ERR_INVALID");
    assertThat(codes(home, "Admin")).containsExactly("username ERR_RESERVED");
    assertThat(codes(home, "x".repeat(31))).containsExactly("username ERR_TOO_LONG");
    assertThat(codes(home, "")).containsExactly("username ERR_BLANK");
    assertThat(codes(home, "dot.")).containsExactly("username ERR_INVALID");
  }

  private static List<String> codes(Household home, String username) {
    Refused.Invalid refused =
        catchThrowableOfType(
            Refused.Invalid.class, () -> home.accounts.signUp(wish(username, "new@example.org")));
    return refused.problems().stream().map(one -> one.field() + " " + one.code()).toList();
  }

  @Test
  void namesAndAddressesAreTakenOnce() {
    Household home = household("open");
    home.accounts.signUp(wish("mira", "mira@example.org"));
    Refused.Invalid refused =
        catchThrowableOfType(
            Refused.Invalid.class, () -> home.accounts.signUp(wish("MIRA", "MIRA@example.org")));
    assertThat(refused.problems())
        .extracting(problem -> problem.field() + " " + problem.code())
        .containsExactly("username ERR_TAKEN", "email ERR_TAKEN");
  }

  @Test
  void approvalWaitsForAModerator() {
    Household home = household("approval");
    Account waiting = home.accounts.signUp(wish("mira", "mira@example.org"));
    Account other = home.accounts.signUp(wish("tomas", "tomas@example.org"));
    assertThat(waiting.state()).isEqualTo(AccountState.PENDING);
    assertThat(waiting.signUpReason()).isEqualTo("to talk");
    assertThat(home.accounts.pending(Cursor.first(10)).items()).containsExactly(other, waiting);
    assertThat(home.accounts.pending(new Cursor(other.id().value(), null, null, 10)).items())
        .containsExactly(waiting);

    home.accounts.approve(waiting.id());
    home.accounts.reject(other.id());

    assertThat(home.accounts.byId(waiting.id()).orElseThrow().state())
        .isEqualTo(AccountState.ACTIVE);
    assertThat(home.accounts.byId(other.id())).isEmpty();
    assertThat(home.accounts.pending(Cursor.first(10)).items()).isEmpty();
    assertThatThrownBy(() -> home.accounts.reject(waiting.id()))
        .isInstanceOf(Refused.Conflict.class);
  }

  @Test
  void anInvitationOpensTheDoorAsOftenAsItSays() {
    Household home = household("invite");
    Account host = home.member("host");
    assertThatThrownBy(() -> home.accounts.signUp(wish("mira", "mira@example.org")))
        .isInstanceOfSatisfying(
            Refused.Invalid.class, it -> assertThat(it.field()).isEqualTo("invite_code"));
    Invite invite = home.invites.create(host.id(), 1, Duration.ofDays(1));

    home.accounts.signUp(invited("mira", invite));

    assertThatThrownBy(() -> home.accounts.signUp(invited("tomas", invite)))
        .isInstanceOf(Refused.Invalid.class);
    Invite brief = home.invites.create(host.id(), null, Duration.ofDays(1));
    home.clock.advance(Duration.ofDays(2));
    assertThat(home.invites.usable(brief.code())).isEmpty();
    Invite revoked = home.invites.create(host.id(), null, null);
    home.invites.revoke(host.id(), revoked.id());
    assertThat(home.invites.usable(revoked.code())).isEmpty();
    assertThat(home.invites.by(host.id())).extracting(Invite::uses).containsExactly(0, 0, 1);
  }

  private static SignUp invited(String name, Invite invite) {
    return new SignUp(
        name, name + "@example.org", "correct horse", true, "", invite.code(), "", null, null);
  }

  @Test
  void closedIsClosed() {
    Household home = household("closed");
    assertThatThrownBy(() -> home.accounts.signUp(wish("mira", "mira@example.org")))
        .isInstanceOf(Refused.Forbidden.class);
  }

  @Test
  void aWrongLoginIsRefusedWithoutSayingWhy() {
    Household home = household("open");
    home.member("mira");
    List<String> reasons = new ArrayList<>();
    for (String[] login :
        List.of(
            new String[] {"mira", "wrong"},
            new String[] {"mira@example.org", ""},
            new String[] {"nobody", "correct horse"}))
      reasons.add(
          catchThrowableOfType(
                  Refused.Unauthorized.class, () -> home.accounts.authenticate(login[0], login[1]))
              .reason());
    assertThat(reasons).hasSize(3).containsOnly(reasons.getFirst());
  }

  @Test
  void theFirstPersonClaimsTheServerOnce() {
    Household home = household("closed");
    Iri link = home.ownerClaim.open().orElseThrow();
    assertThat(link.value()).startsWith("http://alpha.test/claim?token=");
    Iri newer = home.ownerClaim.open().orElseThrow();
    String old = link.value().substring(link.value().indexOf('=') + 1);
    String secret = newer.value().substring(newer.value().indexOf('=') + 1);
    assertThat(home.ownerClaim.isOpen(old)).isFalse();
    assertThat(home.ownerClaim.isOpen(secret)).isTrue();

    Account owner = home.ownerClaim.claim(secret, "admin", "me@example.org", "correct horse");

    assertThat(owner.role()).isEqualTo(Role.OWNER);
    assertThat(owner.state()).isEqualTo(AccountState.ACTIVE);
    assertThat(home.ownerClaim.open()).isEmpty();
    assertThatThrownBy(
            () -> home.ownerClaim.claim(secret, "other", "o@example.org", "correct horse"))
        .isInstanceOf(Refused.Forbidden.class);
    assertThat(home.accounts.staff(Role.MODERATOR)).containsExactly(owner);
  }

  @Test
  void passwordsAddressesAndChoicesChange() {
    Household home = household("open");
    Account mira = home.member("mira");
    assertThatThrownBy(() -> home.accounts.changePassword(mira.id(), "wrong", "new password"))
        .isInstanceOf(Refused.Invalid.class);
    home.accounts.changePassword(mira.id(), "correct horse", "new password");
    home.accounts.changeEmail(mira.id(), "new password", "other@example.org");
    Preferences chosen =
        Preferences.DEFAULT
            .withReach(DefaultReach.FOLLOWERS)
            .withSensitive(true)
            .withLanguage("cs");
    home.accounts.savePreferences(mira.id(), chosen);
    home.accounts.changeRole(mira.id(), Role.MODERATOR);
    Account changed = home.accounts.authenticate("other@example.org", "new password");
    assertThat(changed.preferences()).isEqualTo(chosen);
    assertThat(changed.role()).isEqualTo(Role.MODERATOR);
    assertThat(home.accounts.byId(mira.id())).contains(changed);
  }

  @Test
  void aDeletedAccountLeavesNothingButItsName() {
    Household home = household("open");
    Account mira = home.member("mira");
    String session = home.sessions.start(mira, "Firefox", "192.0.2.1");
    String token = home.token(mira, "read");
    assertThat(home.tokens.check(token)).isInstanceOf(PresentedToken.Valid.class);
    List<AccountDeleted> told = new ArrayList<>();
    home.database.subscribe(
        new Subscribers().on(AccountDeleted.class, (tx, deleted) -> told.add(deleted)));

    home.accounts.delete(mira.id());

    assertThat(told).containsExactly(new AccountDeleted(mira.id(), mira.actor()));
    assertThat(home.accounts.byId(mira.id())).isEmpty();
    assertThat(home.accounts.byEmail("mira@example.org")).isEmpty();
    assertThat(home.sessions.check(session)).isEmpty();
    assertThat(home.tokens.check(token)).isInstanceOf(PresentedToken.Revoked.class);
    assertThat(home.actors.byId(mira.actor()).orElseThrow().isDeleted()).isTrue();
    assertThat(codes(home, "mira")).containsExactly("username ERR_TAKEN");
    home.accounts.signUp(wish("mira2", "mira@example.org"));
  }
}
