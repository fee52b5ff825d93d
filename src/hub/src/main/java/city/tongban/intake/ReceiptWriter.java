package city.tongban.intake;

import city.tongban.canonical.CaseFile;
import city.tongban.canonical.CaseNumber;
import city.tongban.cases.CaseState;
import city.tongban.cases.Cases.Opened;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import org.springframework.stereotype.Component;

/** Writes receipts. The text is stored with the message, so that a repeat gets the same text. */
@Component("intakeAnswers")
class ReceiptWriter {
  private final ObjectMapper json;

  ReceiptWriter(ObjectMapper json) {
    this.json = json;
  }

  private record CaseReceipt(
      String caseNumber,
      String messageId,
      String state,
      String receivedAt,
      String homeCentre,
      String deadline,
      boolean lateUpload) {}

  private record WithdrawalReceipt(String caseNumber, String state) {}

  String opened(Opened opened, boolean lateUpload) {
    CaseFile file = opened.file();
    return write(
        new CaseReceipt(
            file.number().value(),
            file.envelope().messageId(),
            CaseState.COLLECTED.name(),
            text(file.receivedAt()),
            file.places().homeCentre(),
            opened.deadline() == null ? "PENDING CALENDAR" : opened.deadline().toString(),
            lateUpload));
  }

  String withdrawn(CaseNumber number, CaseState state) {
    return write(new WithdrawalReceipt(number.value(), state.name()));
  }

  private static String text(OffsetDateTime time) {
    return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(time.truncatedTo(ChronoUnit.SECONDS));
  }

  private String write(Object answer) {
    try {
      return json.writeValueAsString(answer);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
