package social.parley.http;

import io.javalin.http.Context;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.PreEncodedHttpField;
import social.parley.config.Settings;
import social.parley.core.Iri;

/** Headers that tell browsers what pages and documents of this server may do. */
public final class SecurityHeaders {
  private static final String POLICY = "Content-Security-Policy";
  private static final Pattern SOURCE = Pattern.compile("[!-~&&[^;,']]+");
  private final HttpField[] fields;

  SecurityHeaders(Settings settings) {
    HttpField[] always = {
      new PreEncodedHttpField(POLICY, policy(settings)),
      new PreEncodedHttpField("X-Content-Type-Options", "nosniff"),
      new PreEncodedHttpField("X-Frame-Options", "DENY"),
      new PreEncodedHttpField("Referrer-Policy", "same-origin"),
      new PreEncodedHttpField(
          "Permissions-Policy",
          "camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()"),
    };
    fields = settings.https() ? Arrays.copyOf(always, always.length + 1) : always;
    if (settings.https())
      fields[always.length] =
          new PreEncodedHttpField("Strict-Transport-Security", "max-age=31536000");
  }

  private static String policy(Settings settings) {
    // A server on plain http is a test or an intranet, whose peers have plain http as well.
    String media = settings.https() ? " https:" : " https: http:";
    String socket = (settings.https() ? " wss://" : " ws://") + settings.authority();
    return "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'"
        + ("; img-src 'self' data:" + media)
        + ("; media-src 'self'" + media)
        + ("; connect-src 'self'" + socket)
        + "; manifest-src 'self'; worker-src 'self'; form-action 'self'; base-uri 'none'"
        + "; frame-ancestors 'none'";
  }

  void writeTo(HttpFields.Mutable headers) {
    for (HttpField field : fields) headers.put(field);
  }

  /** Lets the pages of others show this one in a frame; it runs no scripts there. */
  public static void allowFramesAnywhere(Context ctx) {
    String policy = ctx.res().getHeader(POLICY);
    if (policy == null) return;
    ctx.header(
        POLICY,
        policy
            .replace("frame-ancestors 'none'", "frame-ancestors *")
            .replace("script-src 'self'", "script-src 'none'"));
    ctx.res().setHeader("X-Frame-Options", null);
  }

  /**
   * Lets the forms of a page lead on to another address, such as the one of an app that asked for
   * consent: browsers hold the redirect after a form to the page's {@code form-action} too.
   */
  public static void allowFormsTo(Context ctx, Iri target) {
    String policy = ctx.res().getHeader(POLICY);
    if (policy == null) return;
    String source = target.isWeb() ? target.origin() : target.scheme() + ":";
    if (SOURCE.matcher(source).matches())
      ctx.header(POLICY, policy.replace("form-action 'self'", "form-action 'self' " + source));
  }
}
