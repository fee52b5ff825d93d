package city.tongban.mapping;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import org.beanio.types.ConfigurableTypeHandler;
import org.beanio.types.TypeHandler;
import org.jspecify.annotations.Nullable;

/**
 * BeanIO type handler for text in a column that is counted in bytes. BeanIO counts characters, so
 * it gets one character per byte; only this class decodes them. Public because BeanIO creates it.
 */
public final class ByteColumnTextHandler implements ConfigurableTypeHandler {
  /** One character per byte, and back. */
  static final Charset BYTES = StandardCharsets.ISO_8859_1;

  private Charset charset = StandardCharsets.US_ASCII;

  /** Set by the declaration that {@link FixedCodec} adds to the partner's file. */
  public void setCharset(String name) {
    charset = Charset.forName(name);
  }

  @Override
  public TypeHandler newInstance(Properties properties) {
    return this;
  }

  @Override
  public @Nullable Object parse(@Nullable String bytes) {
    return bytes == null ? null : StrictText.decode(bytes.getBytes(BYTES), null, charset);
  }

  @Override
  public @Nullable String format(@Nullable Object text) {
    return text == null
        ? null
        : new String(StrictText.encode(text.toString(), charset, "/"), BYTES);
  }

  @Override
  public Class<?> getType() {
    return String.class;
  }
}
