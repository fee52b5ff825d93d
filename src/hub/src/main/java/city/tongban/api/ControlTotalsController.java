package city.tongban.api;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Reads the control totals. */
@RestController
class ControlTotalsController {
  private final ControlTotals sum;

  ControlTotalsController(ControlTotals sum) {
    this.sum = sum;
  }

  @GetMapping("/api/v1/sum")
  ControlTotals.Total now() {
    return sum.now();
  }
}
