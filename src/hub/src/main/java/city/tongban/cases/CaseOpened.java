package city.tongban.cases;

import city.tongban.canonical.CaseFile;
import city.tongban.canonical.KeyedMessage;
import city.tongban.canonical.MessageKey;
import city.tongban.canonical.TraceStep;
import city.tongban.canonical.Traceable;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A case has its number and is stored; published in the transaction that stores it. */
public record CaseOpened(CaseFile file, String backEnd, @Nullable LocalDate deadline)
    implements Traceable {

  @Override
  public TraceStep step() {
    return TraceStep.at("routing", "routed")
        .of(file.number())
        .detail(
            MessageKey.CASE_ROUTED,
            backEnd,
            file.places().homeCentre(),
            deadline == null ? KeyedMessage.code("deadline", "pending") : deadline.toString())
        .build();
  }
}
