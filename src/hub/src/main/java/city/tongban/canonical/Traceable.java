package city.tongban.canonical;

/** An event that belongs in a case's trail; {@code trace} listens for this and knows no stage. */
public interface Traceable {
  TraceStep step();
}
