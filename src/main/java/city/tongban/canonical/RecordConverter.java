package city.tongban.canonical;

import com.thoughtworks.xstream.converters.Converter;
import com.thoughtworks.xstream.converters.MarshallingContext;
import com.thoughtworks.xstream.converters.UnmarshallingContext;
import com.thoughtworks.xstream.io.HierarchicalStreamReader;
import com.thoughtworks.xstream.io.HierarchicalStreamWriter;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Records by their components and canonical constructor, which XStream itself cannot read on Java
 * 17.
 *
 * <p>What stands in the text never chooses a type: each element has the type of its component, so
 * there is nothing to forbid but the root.
 */
final class RecordConverter implements Converter {
  /** What an element of each list is called. */
  private static final Map<Class<?>, String> ELEMENTS =
      Map.of(Material.class, "material", FormField.class, "field", String.class, "note");

  @Override
  @SuppressWarnings("rawtypes") // as the library declares it
  public boolean canConvert(@Nullable Class type) {
    return type != null && type.isRecord();
  }

  @Override
  public void marshal(Object record, HierarchicalStreamWriter out, MarshallingContext context) {
    RecordComponent[] components = record.getClass().getRecordComponents();
    if (isText(components)) {
      out.setValue((String) valueOf(record, components[0]));
      return;
    }
    for (RecordComponent component : components) {
      Object value = valueOf(record, component);
      if (value != null) {
        out.startNode(component.getName());
        write(value, component, out, context);
        out.endNode();
      }
    }
  }

  private static void write(
      Object value,
      RecordComponent component,
      HierarchicalStreamWriter out,
      MarshallingContext context) {
    if (!(value instanceof List<?> list)) {
      context.convertAnother(value);
      return;
    }
    for (Object element : list) {
      out.startNode(ELEMENTS.get(elementType(component)));
      context.convertAnother(element);
      out.endNode();
    }
  }

  @Override
  public Object unmarshal(HierarchicalStreamReader in, UnmarshallingContext context) {
    Class<?> type = context.getRequiredType();
    RecordComponent[] components = type.getRecordComponents();
    if (isText(components)) {
      plain(in);
      return construct(type, components, new Object[] {in.getValue()});
    }
    @Nullable Object[] values = new Object[components.length];
    plain(in);
    while (in.hasMoreChildren()) {
      in.moveDown();
      int i = indexOf(in.getNodeName(), components);
      if (i < 0 || values[i] != null) {
        throw wrong("the element is unknown, or stands there twice");
      }
      values[i] = read(components[i], in, context);
      in.moveUp();
    }
    for (int i = 0; i < values.length; i++) {
      if (values[i] == null && !mayBeNull(components[i])) {
        throw wrong("the element " + components[i].getName() + " is missing in it");
      }
    }
    return construct(type, components, values);
  }

  private static Object read(
      RecordComponent component, HierarchicalStreamReader in, UnmarshallingContext context) {
    plain(in);
    if (component.getType() != List.class) {
      return context.convertAnother(null, component.getType());
    }
    Class<?> type = elementType(component);
    List<Object> list = new ArrayList<>();
    while (in.hasMoreChildren()) {
      in.moveDown();
      if (!in.getNodeName().equals(ELEMENTS.get(type))) {
        throw wrong("the element does not belong into this list");
      }
      list.add(context.convertAnother(list, type));
      in.moveUp();
    }
    return list;
  }

  /** Attributes are how XStream's text names classes and references; ours has none. */
  private static void plain(HierarchicalStreamReader in) {
    if (in.getAttributeCount() > 0) {
      throw wrong("the element has an attribute");
    }
  }

  private static Object construct(
      Class<?> type, RecordComponent[] components, @Nullable Object[] values) {
    Class<?>[] types =
        Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
    try {
      return type.getDeclaredConstructor(types).newInstance(values);
    } catch (InvocationTargetException e) {
      throw e.getCause() instanceof HubException refused
          ? refused
          : new IllegalStateException(e.getCause());
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(type + " has no public canonical constructor", e);
    }
  }

  private static @Nullable Object valueOf(Object record, RecordComponent component) {
    try {
      return component.getAccessor().invoke(record);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private static boolean isText(RecordComponent[] components) {
    return components.length == 1 && components[0].getType() == String.class;
  }

  private static boolean mayBeNull(RecordComponent component) {
    return component.getAnnotatedType().isAnnotationPresent(Nullable.class);
  }

  private static Class<?> elementType(RecordComponent list) {
    return (Class<?>) ((ParameterizedType) list.getGenericType()).getActualTypeArguments()[0];
  }

  private static int indexOf(String name, RecordComponent[] components) {
    for (int i = 0; i < components.length; i++) {
      if (components[i].getName().equals(name)) {
        return i;
      }
    }
    return -1;
  }

  private static Refusal wrong(String why) {
    return Refusal.of("HUB-9001", "the text is not our canonical form").because(why);
  }
}
