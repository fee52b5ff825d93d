package city.tongban.canonical;

import org.springframework.web.client.RestClient;

/** What the shared words may not know; only looked at, never run. */
public abstract class CanonicalRuleViolations {
  RestClient web;
}
