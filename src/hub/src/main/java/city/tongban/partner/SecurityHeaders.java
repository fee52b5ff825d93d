package city.tongban.partner;

import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer.FrameOptionsConfig;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/** The security headers of every response. */
public final class SecurityHeaders {
  /**
   * No inline script or style, nothing from elsewhere; images may be inlined by the style sheets
   * that we ship.
   */
  private static final String CONTENT_POLICY =
      "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; form-action"
          + " 'self'; frame-ancestors 'none'";

  private static final String PERMISSIONS =
      "camera=(), geolocation=(), microphone=(), display-capture=(), payment=(), usb=(), serial=()";

  private SecurityHeaders() {}

  public static HttpSecurity on(HttpSecurity http) throws Exception {
    return http.headers(
        headers ->
            headers
                .contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT_POLICY))
                .frameOptions(FrameOptionsConfig::deny)
                .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.NO_REFERRER))
                .permissionsPolicyHeader(permissions -> permissions.policy(PERMISSIONS)));
  }
}
