package city.tongban.api;

import org.springframework.boot.availability.ApplicationAvailability;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The public health check: whether the hub accepts messages, and no more. */
@RestController
class HealthController {
  private final ApplicationAvailability availability;

  HealthController(ApplicationAvailability availability) {
    this.availability = availability;
  }

  record Health(String status) {}

  @GetMapping("/api/v1/health")
  ResponseEntity<Health> health() {
    return availability.getReadinessState() == ReadinessState.ACCEPTING_TRAFFIC
        ? ResponseEntity.ok(new Health("UP"))
        : ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE).body(new Health("DOWN"));
  }
}
