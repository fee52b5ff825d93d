package city.tongban.api;

import city.tongban.canonical.KeyedMessage;
import city.tongban.delivery.DeliveryView;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A delivery as partners and operators read it.
 *
 * @param reason rendered in the language of the request; text where a person or an error gave it
 * @param reasonKey key of the message; null where the reason is text only
 * @param dueAt when it will next be tried, wall clock
 */
record DeliveryResponse(
    String id,
    String backEnd,
    String kind,
    String state,
    @Nullable String reason,
    @Nullable String reasonKey,
    @Nullable List<Object> reasonArguments,
    @Nullable String errorCode,
    int attempts,
    @Nullable OffsetDateTime dueAt,
    @Nullable String theirNumber) {

  static DeliveryResponse of(DeliveryView view, ResponseTexts texts) {
    KeyedMessage message = view.reason() == null ? null : view.reason().message();
    return new DeliveryResponse(
        view.id().toString(),
        view.backEnd(),
        view.kind().name(),
        view.state().name(),
        texts.render(view.reason()),
        message == null ? null : message.key(),
        message == null ? null : message.arguments(),
        view.errorCode(),
        view.attempts(),
        CityTime.orNull(view.dueAt()),
        view.theirNumber());
  }
}
