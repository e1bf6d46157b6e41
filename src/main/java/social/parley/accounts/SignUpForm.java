package social.parley.accounts;

import java.util.ArrayList;
import java.util.List;
import social.parley.core.Refused.Problem;

/** Which fields of a sign-up are wrong in themselves, in Mastodon's codes. */
final class SignUpForm {
  static final int SHORTEST_PASSWORD = 8;
  static final int LONGEST_PASSWORD = 256;
  static final int LONGEST_REASON = 2000;
  private final List<Problem> problems = new ArrayList<>();

  List<Problem> problems() {
    return problems;
  }

  void add(String field, String code, String reason) {
    problems.add(new Problem(field, code, reason));
  }

  SignUpForm username(String username) {
    if (username.isBlank()) blank("username");
    else if (username.length() > Username.LONGEST) tooLong("username", Username.LONGEST);
    else if (!Username.isValid(username))
      add("username", "ERR_INVALID", "must contain only letters, numbers and underscores");
    return this;
  }

  SignUpForm notReserved(String username) {
    if (Username.isReserved(username)) add("username", "ERR_RESERVED", "is reserved");
    return this;
  }

  SignUpForm email(String email) {
    if (email.isBlank()) blank("email");
    else if (!EmailAddress.isValid(email))
      add("email", "ERR_INVALID", "is not a valid e-mail address");
    return this;
  }

  SignUpForm password(String password) {
    if (password.isEmpty()) blank("password");
    else if (password.codePointCount(0, password.length()) < SHORTEST_PASSWORD)
      add(
          "password",
          "ERR_TOO_SHORT",
          "is too short (minimum is " + SHORTEST_PASSWORD + " characters)");
    else if (password.length() > LONGEST_PASSWORD) tooLong("password", LONGEST_PASSWORD);
    return this;
  }

  SignUpForm agreement(boolean given) {
    if (!given) add("agreement", "ERR_ACCEPTED", "must be accepted");
    return this;
  }

  SignUpForm reason(String reason, boolean required) {
    if (required && reason.isBlank()) blank("reason");
    else if (reason.length() > LONGEST_REASON) tooLong("reason", LONGEST_REASON);
    return this;
  }

  private void blank(String field) {
    add(field, "ERR_BLANK", "can't be blank");
  }

  private void tooLong(String field, int most) {
    add(field, "ERR_TOO_LONG", "is too long (maximum is " + most + " characters)");
  }
}
