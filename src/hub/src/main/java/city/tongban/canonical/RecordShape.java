package city.tongban.canonical;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The components of a record, computed once per class: reflection on each call took longer than
 * parsing.
 *
 * @param parts the components in their order
 */
record RecordShape(Constructor<?> constructor, List<Part> parts) {
  private static final ClassValue<RecordShape> SHAPES =
      new ClassValue<>() {
        @Override
        protected RecordShape computeValue(Class<?> type) {
          return describe(type);
        }
      };

  /**
   * One component.
   *
   * @param listOf the type of its entries; null when it is not a list
   */
  record Part(
      String name, Class<?> type, @Nullable Class<?> listOf, boolean mayBeNull, Method accessor) {
    @Nullable Object of(Object record) {
      try {
        return accessor.invoke(record);
      } catch (ReflectiveOperationException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  static RecordShape of(Class<?> type) {
    return SHAPES.get(type);
  }

  /** Whether the record has one text component and is written as that text. */
  boolean isText() {
    return parts.size() == 1 && parts.get(0).type() == String.class;
  }

  /** Position of the component of that name, or -1. */
  int indexOf(String name) {
    for (int i = 0; i < parts.size(); i++) {
      if (parts.get(i).name().equals(name)) {
        return i;
      }
    }
    return -1;
  }

  Object make(@Nullable Object... values) {
    try {
      return constructor.newInstance(values);
    } catch (InvocationTargetException e) {
      throw e.getCause() instanceof HubException refused
          ? refused
          : new IllegalStateException(e.getCause());
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private static RecordShape describe(Class<?> type) {
    RecordComponent[] components = type.getRecordComponents();
    Class<?>[] types =
        Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
    try {
      return new RecordShape(
          type.getDeclaredConstructor(types),
          Arrays.stream(components).map(RecordShape::part).toList());
    } catch (NoSuchMethodException e) {
      throw new IllegalStateException("a record without its own constructor: " + type, e);
    }
  }

  private static Part part(RecordComponent component) {
    boolean list = component.getType() == List.class;
    return new Part(
        component.getName(),
        component.getType(),
        list
            ? (Class<?>)
                ((ParameterizedType) component.getGenericType()).getActualTypeArguments()[0]
            : null,
        component.getAnnotatedType().isAnnotationPresent(Nullable.class),
        component.getAccessor());
  }
}
