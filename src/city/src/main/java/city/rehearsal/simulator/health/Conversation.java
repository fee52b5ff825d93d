package city.rehearsal.simulator.health;

import city.rehearsal.simulator.core.FaultKind;
import city.rehearsal.simulator.core.Faults;
import city.rehearsal.simulator.core.Faults.Injection;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** What is said on one line, message by message; and how it goes wrong when it is told to. */
record Conversation(Counter counter, Faults faults) {
  private static final List<FaultKind> BEFORE = List.of(FaultKind.RESET, FaultKind.BUSY);
  private static final List<FaultKind> AFTER =
      List.of(
          FaultKind.LOST_ANSWER,
          FaultKind.SILENT,
          FaultKind.SLOW,
          FaultKind.GARBLED,
          FaultKind.MISENCODED,
          FaultKind.OVERSIZED,
          FaultKind.DOCTYPE,
          FaultKind.OTHER_MESSAGE,
          FaultKind.UNFINISHED,
          FaultKind.TWO_ANSWERS,
          FaultKind.UNKNOWN_CHARSET,
          FaultKind.HALF_ANSWER);
  private static final long SILENCE_MINUTES = 10;

  void hold(Frames line) throws IOException, InterruptedException {
    for (byte[] message = line.read(); message != null; message = line.read()) {
      Optional<Injection> before = any(BEFORE);
      if (before.isEmpty()) {
        answer(line, counter.serve(message));
      } else if (before.get().kind() == FaultKind.BUSY) {
        line.write(counter.busy(message).bytes());
      } else {
        throw new IOException("told to break before the message is taken");
      }
    }
  }

  private void answer(Frames line, Letter letter) throws IOException, InterruptedException {
    Optional<Injection> injection = any(AFTER);
    if (injection.isEmpty()) {
      line.write(letter.bytes());
      return;
    }
    switch (injection.get().kind()) {
      case LOST_ANSWER -> throw new IOException("told to break when the message is taken");
      case SILENT -> TimeUnit.MINUTES.sleep(SILENCE_MINUTES);
      case SLOW -> {
        TimeUnit.MILLISECONDS.sleep(injection.get().millis());
        line.write(letter.bytes());
      }
      default -> {
        line.raw(Spoiler.spoilt(letter, injection.get().kind()));
        if (injection.get().kind() == FaultKind.HALF_ANSWER) {
          throw new IOException("told to break in the middle of an answer");
        }
      }
    }
  }

  private Optional<Injection> any(List<FaultKind> kinds) {
    return kinds.stream().flatMap(kind -> faults.on(kind).stream()).findFirst();
  }
}
