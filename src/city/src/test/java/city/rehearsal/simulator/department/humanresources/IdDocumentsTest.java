package city.rehearsal.simulator.department.humanresources;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The checks of identity documents: kind and number agree, and the kind is in use on that day. */
class IdDocumentsTest {
  @ParameterizedTest(name = "{0} with {1}, work paper {2} on {3}")
  @CsvSource({
    "04,H01234567,,20180702000000,",
    "05,M01234567,14,20181231235959,",
    "04,M01234567,,20180702000000,AAC058",
    "05,H01234567,,20180702000000,AAC058",
    "05,M01234567,14,20190101000000,GZZJLX",
    "05,M01234567,13,20180702000000,GZZJLX"
  })
  void anIdDocumentMustAgreeWithItsNumberAndBeInUse(
      String kind, String number, String workPaper, String time, String wrong) throws Exception {
    Map<String, String> body = Roots.body("RS0113");
    body.put("AAC058", kind);
    body.put("AAC002", number);
    body.put("SQSJ", time);
    if (workPaper != null) {
      body.put("GZZJLX", workPaper);
    }
    RootMessage message = RootMessage.read(Roots.root("RS0113", Roots.CASE + "/1", body));

    if (wrong == null) {
      assertThatCode(() -> Transaction.RS0113.check(message)).doesNotThrowAnyException();
    } else {
      assertThatThrownBy(() -> Transaction.RS0113.check(message)).hasMessageStartingWith(wrong);
    }
  }
}
