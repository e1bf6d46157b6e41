package social.parley.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MetricsTest {
  @Test
  void aScrapeShowsOwnMetersAndTheRuntime() {
    Metrics metrics = new Metrics();
    metrics.registry().counter("parley.greetings", "kind", "warm").increment();
    assertThat(metrics.scrape())
        .contains("parley_greetings_total{kind=\"warm\"} 1.0")
        .contains("jvm_memory_used_bytes")
        .contains("process_uptime_seconds");
    assertThat(metrics.scrape()).contains("jvm_memory_used_bytes");
  }
}
