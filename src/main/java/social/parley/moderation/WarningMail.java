package social.parley.moderation;

import social.parley.config.Settings;

/** The mail that tells somebody what the staff has decided about them. */
record WarningMail(Settings settings, Decision decision) {

  String subject() {
    String name = settings.about().name();
    return switch (decision.sanction()) {
      case NONE -> "A warning from the people who run " + name;
      case SENSITIVE -> "Your pictures on " + name + " are hidden behind a warning";
      case DISABLE -> "Your account on " + name + " has been closed for now";
      case SILENCE -> "Your account on " + name + " has been limited";
      case SUSPEND -> "Your account on " + name + " has been suspended";
    };
  }

  String text() {
    String what =
        switch (decision.sanction()) {
          case NONE -> "Something you did here was noticed; nothing about your account changes.";
          case SENSITIVE -> "From now on everything you attach is shown behind a warning.";
          case DISABLE -> "You cannot use your account any more; what you wrote stays.";
          case SILENCE -> "From now on only people who follow you see what you write.";
          case SUSPEND ->
              "Nobody sees your profile and your posts any more. In %d days they are deleted."
                  .formatted(Sanctions.REVERSIBLE.toDays());
        };
    String contact = settings.about().contact();
    StringBuilder text = new StringBuilder(what).append("\n\n");
    if (!decision.text().isBlank()) text.append(decision.text().strip()).append("\n\n");
    text.append(settings.url()).append('\n');
    if (!contact.isBlank())
      text.append("If you think that this is wrong, write to ").append(contact).append(".\n");
    return text.toString();
  }
}
