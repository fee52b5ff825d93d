package city.tongban.api;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The sum of everything taken in. */
@RestController
class SumController {
  private final Sum sum;

  SumController(Sum sum) {
    this.sum = sum;
  }

  @GetMapping("/api/v1/sum")
  Sum.Total now() {
    return sum.now();
  }
}
