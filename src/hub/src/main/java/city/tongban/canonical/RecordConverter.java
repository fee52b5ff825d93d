package city.tongban.canonical;

import com.thoughtworks.xstream.converters.Converter;
import com.thoughtworks.xstream.converters.MarshallingContext;
import com.thoughtworks.xstream.converters.UnmarshallingContext;
import com.thoughtworks.xstream.io.HierarchicalStreamReader;
import com.thoughtworks.xstream.io.HierarchicalStreamWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Converts records by their components and canonical constructor, which XStream cannot do itself on
 * Java 17.
 *
 * <p>The XML never selects a type: each element has the type of its component, so only the root
 * type needs a check.
 */
final class RecordConverter implements Converter {
  /** The element name of each list's entries. */
  private static final Map<Class<?>, String> ELEMENTS =
      Map.of(
          Material.class, "material",
          FormField.class, "field",
          Fact.class, "fact",
          Statement.Line.class, "line",
          String.class, "note");

  @Override
  @SuppressWarnings("rawtypes") // as the library declares it
  public boolean canConvert(@Nullable Class type) {
    return type != null && type.isRecord();
  }

  @Override
  public void marshal(Object record, HierarchicalStreamWriter out, MarshallingContext context) {
    RecordShape shape = RecordShape.of(record.getClass());
    if (shape.isText()) {
      out.setValue((String) shape.parts().get(0).of(record));
      return;
    }
    for (RecordShape.Part part : shape.parts()) {
      Object value = part.of(record);
      if (value != null) {
        out.startNode(part.name());
        write(value, part, out, context);
        out.endNode();
      }
    }
  }

  private static void write(
      Object value,
      RecordShape.Part part,
      HierarchicalStreamWriter out,
      MarshallingContext context) {
    if (part.listOf() == null) {
      context.convertAnother(value);
      return;
    }
    for (Object element : (List<?>) value) {
      out.startNode(ELEMENTS.get(part.listOf()));
      context.convertAnother(element);
      out.endNode();
    }
  }

  @Override
  public Object unmarshal(HierarchicalStreamReader in, UnmarshallingContext context) {
    RecordShape shape = RecordShape.of(context.getRequiredType());
    plain(in);
    if (shape.isText()) {
      return shape.make(in.getValue());
    }
    @Nullable Object[] values = new Object[shape.parts().size()];
    while (in.hasMoreChildren()) {
      in.moveDown();
      int i = shape.indexOf(in.getNodeName());
      if (i < 0 || values[i] != null) {
        throw wrong("the element is unknown, or stands there twice");
      }
      values[i] = read(shape.parts().get(i), in, context);
      in.moveUp();
    }
    for (int i = 0; i < values.length; i++) {
      if (values[i] == null && !shape.parts().get(i).mayBeNull()) {
        throw wrong("the element " + shape.parts().get(i).name() + " is missing in it");
      }
    }
    return shape.make(values);
  }

  private static Object read(
      RecordShape.Part part, HierarchicalStreamReader in, UnmarshallingContext context) {
    plain(in);
    Class<?> listOf = part.listOf();
    if (listOf == null) {
      return context.convertAnother(null, part.type());
    }
    List<Object> list = new ArrayList<>();
    while (in.hasMoreChildren()) {
      in.moveDown();
      plain(in);
      if (!in.getNodeName().equals(ELEMENTS.get(listOf))) {
        throw wrong("the element does not belong into this list");
      }
      list.add(context.convertAnother(list, listOf));
      in.moveUp();
    }
    return list;
  }

  /** Refuses attributes: XStream uses them to name classes and references; our XML has none. */
  private static void plain(HierarchicalStreamReader in) {
    if (in.getAttributeCount() > 0) {
      throw wrong("the element has an attribute");
    }
  }

  private static Refusal wrong(String why) {
    return Refusal.of("HUB-9001", "the text is not our canonical form").because(why);
  }
}
