package social.parley.mastodon;

import io.javalin.http.Context;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import social.parley.accounts.Access;
import social.parley.accounts.Account;
import social.parley.core.ActorId;
import social.parley.core.MediaId;
import social.parley.core.PostId;
import social.parley.core.Refused;
import social.parley.http.Parameters;
import social.parley.posts.Draft;
import social.parley.posts.Edit;
import social.parley.posts.Policy;
import social.parley.posts.Policy.Rule;
import social.parley.posts.PollDraft;
import social.parley.posts.Program;
import social.parley.posts.Reach;
import social.parley.posts.Terms;
import social.parley.quotes.QuoteChoices;
import social.parley.text.TextFormat;

/** Reads what a client wants to publish or change. */
final class DraftReader {
  /** Other servers' word for what stays on this one. */
  private static final String LOCAL = "local";

  Draft draft(Context ctx, Access access) {
    Parameters given = Parameters.of(ctx);
    Account account = access.person();
    String warning = given.text("spoiler_text", "");
    String visibility = given.text("visibility", "");
    Reach reach =
        visibility.isEmpty()
            ? Reach.valueOf(account.preferences().reach().name())
            : Visibilities.reach(visibility.equals(LOCAL) ? "public" : visibility)
                .orElseThrow(
                    () -> new Refused.Invalid("visibility", "is not included in the list"));
    String parent = given.text("in_reply_to_id", "");
    String language = given.text("language", "");
    return new Draft(
        account.actor(),
        given.text("status", ""),
        format(given),
        warning,
        given.flag("sensitive", account.preferences().sensitive()),
        language.isEmpty() ? account.preferences().language() : language,
        reach,
        parent.isEmpty() ? null : PostId.parse(parent),
        media(given),
        poll(given),
        new Program(access.application().name(), access.application().website()),
        ctx.header("Idempotency-Key"),
        terms(given, account, visibility));
  }

  private static Terms terms(Parameters given, Account account, String visibility) {
    String quoted = given.text("quoted_status_id", given.text("quote_id", ""));
    Rule quotes =
        QuotePolicies.read(given)
            .orElseGet(() -> QuoteChoices.rule(account.preferences().quotes()));
    Policy policy = PolicyJson.read(given.in("interaction_policy"));
    return new Terms(
        quoted.isEmpty() ? null : PostId.parse(quoted),
        policy.withQuote(quotes),
        visibility.equals(LOCAL) ? Boolean.TRUE : given.flag("local_only"),
        given.has("allowed_mentions") ? people(given.texts("allowed_mentions")) : null);
  }

  private static List<ActorId> people(List<String> ids) {
    return ids.stream().filter(id -> !id.isEmpty()).map(ActorId::parse).toList();
  }

  Edit edit(Context ctx) {
    Parameters given = Parameters.of(ctx);
    List<Edit.Description> descriptions = new ArrayList<>();
    for (Parameters one : given.each("media_attributes"))
      descriptions.add(
          new Edit.Description(
              MediaId.parse(one.text("id", "")), one.text("description"), one.text("focus")));
    return new Edit(
        given.text("status"),
        given.has("content_type") ? format(given) : null,
        given.text("spoiler_text"),
        given.flag("sensitive"),
        given.text("language"),
        given.has("media_ids") ? media(given) : null,
        descriptions,
        poll(given),
        QuotePolicies.read(given).orElse(null));
  }

  private static List<MediaId> media(Parameters given) {
    return given.texts("media_ids").stream()
        .filter(id -> !id.isEmpty())
        .map(DraftReader::mediaId)
        .toList();
  }

  private static MediaId mediaId(String text) {
    try {
      return MediaId.parse(text);
    } catch (Refused.NotFound unknown) {
      throw new Refused.Invalid("media_ids", "Media not found");
    }
  }

  private static TextFormat format(Parameters given) {
    return ContentTypes.format(given.text("content_type", ""));
  }

  private static @Nullable PollDraft poll(Parameters given) {
    Parameters poll = given.in("poll");
    List<String> options = poll.texts("options");
    if (options.isEmpty()) return null;
    Long seconds = poll.number("expires_in");
    if (seconds == null)
      throw new Refused.Invalid("poll", "The time at which the poll ends is missing");
    return new PollDraft(
        options,
        poll.flag("multiple", false),
        poll.flag("hide_totals", false),
        Duration.ofSeconds(seconds));
  }
}
