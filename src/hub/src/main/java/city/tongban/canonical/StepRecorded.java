package city.tongban.canonical;

/** A trace step that only {@code trace} listens for. */
public record StepRecorded(TraceStep step) implements Traceable {}
