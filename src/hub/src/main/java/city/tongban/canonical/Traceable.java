package city.tongban.canonical;

/**
 * An event that becomes a trace step; {@code trace} listens for this interface and knows no stage.
 */
public interface Traceable {
  TraceStep step();
}
