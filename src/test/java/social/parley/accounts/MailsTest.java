package social.parley.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import social.parley.config.Smtp;
import social.parley.core.Refused;
import social.parley.core.TestClock;
import social.parley.storage.Databases;

/** The mails about accounts, through a real mail server. */
class MailsTest {
  private static final Pattern LINK = Pattern.compile("http://alpha\\.test(\\S+)\\?token=(\\S+)");
  private final GreenMail server =
      new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

  @TempDir Path folder;
  private Household home;

  @BeforeEach
  void start() {
    server.start();
    Smtp smtp =
        new Smtp(
            "127.0.0.1", server.getSmtp().getPort(), "", "", "us@alpha.test", Smtp.Security.NONE);
    home =
        new Household(
            Databases.sqlite(folder),
            Map.of("PARLEY_REGISTRATION", "open"),
            new SmtpMailer(smtp, new TestClock()));
  }

  @AfterEach
  void stop() {
    home.close();
    server.stop();
  }

  private Account signUp() {
    return home.accounts.signUp(
        new SignUp("mira", "mira@example.org", "correct horse", true, "", "", "", null, null));
  }

  /** The secret in the newest mail's link, which leads where it should. */
  private String secret(String path) throws Exception {
    while (home.jobs.runDue()) {}
    MimeMessage[] mails = server.getReceivedMessages();
    Matcher link = LINK.matcher(mails[mails.length - 1].getContent().toString());
    assertThat(link.find()).isTrue();
    assertThat(link.group(1)).isEqualTo(path);
    return link.group(2);
  }

  @Test
  void theLinkInTheMailConfirmsTheAddressOnce() throws Exception {
    Account mira = signUp();
    assertThat(mira.state()).isEqualTo(AccountState.UNCONFIRMED);
    String secret = secret(Mails.CONFIRMATION_PATH);
    MimeMessage mail = server.getReceivedMessages()[0];
    assertThat(mail.getAllRecipients()[0]).hasToString("mira@example.org");
    assertThat(mail.getFrom()[0]).hasToString("us@alpha.test");
    assertThat(mail.getSubject()).startsWith("Confirm your e-mail address");

    assertThat(home.confirmation.confirm(secret).state()).isEqualTo(AccountState.ACTIVE);
    assertThatThrownBy(() -> home.confirmation.confirm(secret))
        .isInstanceOf(Refused.NotFound.class);
    Account confirmed = home.accounts.byId(mira.id()).orElseThrow();
    assertThatThrownBy(() -> home.confirmation.resend(confirmed, null))
        .isInstanceOf(Refused.Forbidden.class);
  }

  @Test
  void aMistypedAddressIsReplaced() throws Exception {
    Account mira = signUp();
    String first = secret(Mails.CONFIRMATION_PATH);
    home.clock.advance(Duration.ofDays(3));
    assertThatThrownBy(() -> home.confirmation.confirm(first)).isInstanceOf(Refused.NotFound.class);
    home.confirmation.resend(mira, "mira@elsewhere.example");
    Account confirmed = home.confirmation.confirm(secret(Mails.CONFIRMATION_PATH));
    assertThat(confirmed.email()).isEqualTo("mira@elsewhere.example");
    assertThat(home.accounts.byEmail("mira@example.org")).isEmpty();
  }

  @Test
  void aNewAddressCountsOnceItIsConfirmed() throws Exception {
    Account mira = home.member("mira");
    home.accounts.changeEmail(mira.id(), "correct horse", "new@example.org");
    assertThat(home.accounts.byId(mira.id()).orElseThrow().email()).isEqualTo("mira@example.org");
    String secret = secret(Mails.CONFIRMATION_PATH);
    Account other =
        home.accounts.create(
            new NewAccount("tomas", "new@example.org", "correct horse", Role.USER));
    assertThatThrownBy(() -> home.confirmation.confirm(secret)).isInstanceOf(Refused.Invalid.class);
    home.accounts.delete(other.id());
    home.accounts.saveLocale(mira.id(), "de");
    home.passwordReset.request("mira@example.org");
    String toTheOldAddress = secret(Mails.PASSWORD_PATH);
    MimeMessage[] mails = server.getReceivedMessages();
    assertThat(mails[mails.length - 1].getSubject()).startsWith("Neues Passwort für");
    assertThat(home.confirmation.confirm(secret).email()).isEqualTo("new@example.org");
    assertThat(home.passwordReset.isOpen(toTheOldAddress)).isFalse();
  }

  @Test
  void aForgottenPasswordIsReplacedAndEverybodyElseThrownOut() throws Exception {
    Account mira = home.member("mira");
    String session = home.sessions.start(mira, "Firefox", "192.0.2.1");
    String token = home.token(mira, "read");
    home.passwordReset.request("nobody@example.org");
    home.jobs.runDue();
    assertThat(server.getReceivedMessages()).isEmpty();
    home.passwordReset.request(" Mira@example.org ");
    String secret = secret(Mails.PASSWORD_PATH);
    assertThat(home.passwordReset.isOpen(secret)).isTrue();
    assertThatThrownBy(() -> home.passwordReset.reset(secret, "short"))
        .isInstanceOf(Refused.Invalid.class);

    home.passwordReset.reset(secret, "another horse");

    assertThat(home.passwordReset.isOpen(secret)).isFalse();
    assertThatThrownBy(() -> home.passwordReset.reset(secret, "a third horse"))
        .isInstanceOf(Refused.NotFound.class);
    assertThat(home.accounts.authenticate("mira", "another horse").id()).isEqualTo(mira.id());
    assertThat(home.sessions.check(session)).isEmpty();
    assertThat(home.tokens.check(token)).isEqualTo(new PresentedToken.Revoked());
  }

  @Test
  void aMailThatCannotGoIsTriedAgain() {
    signUp();
    server.stop();
    home.jobs.runDue();
    assertThat(home.jobs.nextDue().orElseThrow()).isAfter(home.clock.instant());
  }
}
