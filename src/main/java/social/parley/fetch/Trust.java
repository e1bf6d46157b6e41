package social.parley.fetch;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;

/** Which certificate authorities are believed: the JDK's own and those of an extra file. */
final class Trust {
  private Trust() {}

  static SSLContext context(@Nullable Path extra) {
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, extra == null ? null : with(extra).getTrustManagers(), null);
      return context;
    } catch (GeneralSecurityException broken) {
      throw new IllegalStateException("cannot set up TLS", broken);
    } catch (IOException unreadable) {
      throw new UncheckedIOException("cannot read certificates from " + extra, unreadable);
    }
  }

  private static TrustManagerFactory with(Path pem) throws GeneralSecurityException, IOException {
    KeyStore all = KeyStore.getInstance(KeyStore.getDefaultType());
    all.load(null, null);
    int count = 0;
    for (TrustManager manager : factory(null).getTrustManagers())
      if (manager instanceof X509TrustManager usual)
        for (X509Certificate authority : usual.getAcceptedIssuers())
          all.setCertificateEntry("usual-" + count++, authority);
    try (InputStream file = Files.newInputStream(pem)) {
      for (Certificate authority :
          CertificateFactory.getInstance("X.509").generateCertificates(file))
        all.setCertificateEntry("extra-" + count++, authority);
    }
    return factory(all);
  }

  private static TrustManagerFactory factory(@Nullable KeyStore store)
      throws GeneralSecurityException {
    TrustManagerFactory factory =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    factory.init(store);
    return factory;
  }
}
