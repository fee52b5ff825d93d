package city.tongban.partner;

import static org.assertj.core.api.Assertions.assertThat;

import city.tongban.path.RunningHub;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.actuate.autoconfigure.endpoint.EndpointAutoConfiguration;
import org.springframework.boot.actuate.autoconfigure.endpoint.web.WebEndpointAutoConfiguration;
import org.springframework.boot.actuate.autoconfigure.health.HealthContributorAutoConfiguration;
import org.springframework.boot.actuate.autoconfigure.health.HealthEndpointAutoConfiguration;
import org.springframework.boot.actuate.autoconfigure.web.server.ManagementContextAutoConfiguration;
import org.springframework.boot.actuate.autoconfigure.web.servlet.ServletManagementContextAutoConfiguration;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.security.servlet.SecurityAutoConfiguration;
import org.springframework.boot.autoconfigure.security.servlet.SecurityFilterAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.DispatcherServletAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.ServletWebServerFactoryAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** Actuator on its own port: open on loopback, by HTTP Basic elsewhere, and nothing but health. */
class ManagementPortTest {
  private final HttpClient http = HttpClient.newHttpClient();

  @Test
  void healthAnswersOnTheManagementPortOfTheRunningHub() {
    HttpResponse<String> answer = get(port(RunningHub.get().context()), "/actuator/health", null);

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo("{\"status\":\"UP\"}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/actuator", "/actuator/env", "/actuator/metrics", "/api/v1/sum", "/console"})
  void nothingElseIsOnTheManagementPort(String path) {
    assertThat(get(port(RunningHub.get().context()), path, null).statusCode()).isEqualTo(404);
  }

  @Test
  void actuatorIsNotOnTheMainPort() {
    int port = RunningHub.get().address().getPort();

    assertThat(get(port, "/actuator/health", null).statusCode()).isEqualTo(404);
  }

  @Test
  void onAnotherAddressThanLoopbackItAsksForUserAndPassword(@TempDir Path secrets)
      throws IOException {
    try (ConfigurableApplicationContext context = management(secrets, "0.0.0.0")) {
      int port = port(context);
      String password = Files.readString(secrets.resolve("management")).strip();

      assertThat(get(port, "/actuator/health", null).statusCode()).isEqualTo(401);
      assertThat(get(port, "/actuator/health", "management:wrong").statusCode()).isEqualTo(401);
      assertThat(get(port, "/actuator/health", "operator:" + password).statusCode()).isEqualTo(401);
      assertThat(get(port, "/actuator/health", "management:" + password).statusCode())
          .isEqualTo(200);
    }
  }

  @SpringBootConfiguration
  @Import(ManagementSecurityConfiguration.class)
  @ImportAutoConfiguration({
    ServletWebServerFactoryAutoConfiguration.class,
    DispatcherServletAutoConfiguration.class,
    SecurityAutoConfiguration.class,
    SecurityFilterAutoConfiguration.class,
    EndpointAutoConfiguration.class,
    WebEndpointAutoConfiguration.class,
    HealthContributorAutoConfiguration.class,
    HealthEndpointAutoConfiguration.class,
    ManagementContextAutoConfiguration.class,
    ServletManagementContextAutoConfiguration.class
  })
  static class ManagementOnly {
    static Path secrets;

    @Bean
    SecretFiles secretFiles() {
      return new SecretFiles(secrets);
    }
  }

  private static ConfigurableApplicationContext management(Path secrets, String address) {
    ManagementOnly.secrets = secrets;
    return new SpringApplicationBuilder(ManagementOnly.class)
        .properties("spring.config.name=none")
        .run(
            "--server.port=0",
            "--management.server.port=0",
            "--management.server.address=" + address,
            "--management.endpoints.web.exposure.include=health");
  }

  private static int port(ConfigurableApplicationContext context) {
    return context.getEnvironment().getRequiredProperty("local.management.port", Integer.class);
  }

  private HttpResponse<String> get(int port, String path, @Nullable String user) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
    if (user != null) {
      byte[] bytes = user.getBytes(StandardCharsets.UTF_8);
      request.header("Authorization", "Basic " + Base64.getEncoder().encodeToString(bytes));
    }
    try {
      return http.send(request.build(), BodyHandlers.ofString());
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
