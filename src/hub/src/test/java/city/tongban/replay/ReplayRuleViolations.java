package city.tongban.replay;

import org.apache.camel.ProducerTemplate;

/** What looks at recordings may not hold; only looked at, never run. */
public abstract class ReplayRuleViolations {
  ProducerTemplate line;
}
