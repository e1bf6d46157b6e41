package social.parley.config;

import java.util.Locale;

/** One thing an operator can set: its key in {@code parley.toml}, its default and what it means. */
public enum Setting {
  URL("url", "http://localhost:8080", "Public base address, http or https"),
  HANDLE_DOMAIN("handle_domain", "", "Domain in handles; empty means the host of the url"),
  HOSTS("hosts", "", "Further host names that requests may name, separated by commas"),
  LISTEN("listen", "127.0.0.1:8080", "Address and port to listen on; port 0 takes a free one"),
  DATA("data", "./data", "Folder for the database, media and keys"),
  DATABASE("database", "sqlite", "sqlite, or postgresql://user:password@host/name"),
  TLS_CERT("tls.cert", "", "PEM file with the certificate chain; with tls.key it serves https"),
  TLS_KEY("tls.key", "", "PEM file with the private key of tls.cert"),
  FEDERATION_ALLOW(
      "federation.allow", "", "Private networks (CIDR, by commas) that federation may reach"),
  FEDERATION_TRUST("federation.trust", "", "PEM file with a further certificate authority"),
  FEDERATION_MODE(
      "federation.mode",
      "open",
      "Which servers to deal with: open (all but blocked ones) or allowed (only allowed ones)"),
  SECURE_FETCH(
      "secure_fetch", "off", "Show people and posts only to servers that sign requests: on or off"),
  DOMAIN_BLOCKS(
      "about.domain_blocks",
      "nobody",
      "Who may read which domains are blocked: everyone, members or nobody"),
  REGISTRATION("registration", "approval", "Who may sign up: open, approval, invite or closed"),
  RATE_LIMITS("rate_limits", "on", "Limits on how often one address or account may ask: on or off"),
  TRUSTED_PROXIES(
      "trusted_proxies",
      "127.0.0.0/8,::1/128",
      "Reverse proxies (CIDR, by commas) whose X-Forwarded headers are believed"),
  METRICS_ALLOW(
      "metrics.allow", "127.0.0.0/8,::1/128", "Networks (CIDR, by commas) that may read /metrics"),
  NAME("about.name", "Parley", "Name of this community"),
  SUMMARY("about.summary", "A community in the fediverse.", "One sentence about this community"),
  CONTACT("about.contact", "", "E-mail address of the people who run it"),
  RULES("about.rules", "", "House rules; in the environment one a line"),
  COLOR("about.color", "#3b5bdb", "Accent colour of the pages, as #rrggbb"),
  LANGUAGES("about.languages", "en", "Main languages (BCP 47, by commas)"),
  SUGGESTED(
      "about.suggested",
      "",
      "People to suggest before all others (name or name@server, by commas)"),
  TEXTS(
      "about.texts",
      "",
      "Folder with about.md, privacy.md, terms-2026-01-31.md and rules.de.txt; empty means texts in"
          + " data"),
  POST_CHARACTERS("limits.post_characters", "5000", "Longest post, in characters"),
  POST_ATTACHMENTS("limits.post_attachments", "16", "Most files on one post"),
  POLL_OPTIONS("limits.poll_options", "12", "Most choices of a poll"),
  UPLOAD_BYTES("limits.upload_bytes", "16777216", "Largest uploaded file, in bytes"),
  REACTIONS("limits.reactions", "10", "Most emoji one person may react to a post with; 1 or more"),
  SMTP_HOST("smtp.host", "", "Mail server; empty means that no mails are sent"),
  SMTP_PORT("smtp.port", "587", "Port of the mail server"),
  SMTP_USER("smtp.user", "", "User name at the mail server"),
  SMTP_PASSWORD("smtp.password", "", "Password at the mail server"),
  SMTP_FROM("smtp.from", "", "Sender address; empty means parley@ the handle domain"),
  SMTP_SECURITY("smtp.security", "starttls", "Encryption of mail: starttls, tls or none"),
  TRANSLATION_SERVICE(
      "translation.service", "none", "Who translates posts: none, libretranslate or deepl"),
  TRANSLATION_URL(
      "translation.url",
      "",
      "Address of the LibreTranslate server; empty for DeepL means the one its key belongs to"),
  TRANSLATION_KEY("translation.key", "", "Key for the translation service"),
  TRENDS_REVIEW(
      "trends.review",
      "off",
      "Whether staff must let a trend be shown before people see it: on or off"),
  LOG_LEVEL("log.level", "info", "Least severe lines that are logged: error, warn, info or debug");

  private final String key;
  private final String fallback;
  private final String description;

  Setting(String key, String fallback, String description) {
    this.key = key;
    this.fallback = fallback;
    this.description = description;
  }

  /** The key in the TOML file; a dot stands for a table. */
  public String key() {
    return key;
  }

  /** The name of the environment variable, which wins over the file. */
  public String environment() {
    return "PARLEY_" + key.replace('.', '_').toUpperCase(Locale.ROOT);
  }

  /** The value when neither the environment nor the file gives one. */
  public String fallback() {
    return fallback;
  }

  /** What it means, in one line. */
  public String description() {
    return description;
  }
}
