package city.tongban.canonical;

/** The plainest traceable event: a stop that nobody but the trail needs to hear of. */
public record StepRecorded(TraceStep step) implements Traceable {}
