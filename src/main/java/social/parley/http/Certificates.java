package social.parley.http;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.attribute.FileTime;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.util.component.AbstractLifeCycle;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.eclipse.jetty.util.thread.Scheduler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import social.parley.config.TlsFiles;

/** The certificate we show, read again when its files change. */
final class Certificates extends AbstractLifeCycle {
  private static final Logger log = LoggerFactory.getLogger(Certificates.class);
  private static final long CHECK_MINUTES = 1;

  private final TlsFiles files;
  private final Scheduler scheduler;
  private final SslContextFactory.Server tls = new SslContextFactory.Server();
  private List<FileTime> seen;
  private Scheduler.Task next = () -> false;

  Certificates(TlsFiles files, Scheduler scheduler) throws IOException, GeneralSecurityException {
    this.files = files;
    this.scheduler = scheduler;
    this.seen = times();
    tls.setKeyStore(PemFiles.keyStore(files));
    tls.setKeyStorePassword("");
    tls.setIncludeProtocols("TLSv1.2", "TLSv1.3");
    tls.setSniRequired(false);
  }

  SslContextFactory.Server tls() {
    return tls;
  }

  @Override
  protected void doStart() {
    next = scheduler.schedule(this::check, CHECK_MINUTES, TimeUnit.MINUTES);
  }

  @Override
  protected void doStop() {
    next.cancel();
  }

  private void check() {
    reloadIfChanged();
    if (isRunning()) doStart();
  }

  /** Takes on changed files; broken ones leave the old certificate in place. */
  synchronized void reloadIfChanged() {
    try {
      List<FileTime> now = times();
      if (now.equals(seen)) return;
      seen = now;
      var store = PemFiles.keyStore(files);
      tls.reload(factory -> factory.setKeyStore(store));
      log.info("certificate reloaded file={}", files.certificate());
    } catch (Exception unusable) {
      // The reload of Jetty declares Exception.
      log.warn(
          "certificate not reloaded file={} reason={}", files.certificate(), unusable.getMessage());
    }
  }

  private List<FileTime> times() throws IOException {
    return List.of(
        Files.getLastModifiedTime(files.certificate()), Files.getLastModifiedTime(files.key()));
  }
}
