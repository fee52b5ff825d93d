package city.tongban.delivery;

/** What a delivery carries: the application, or its withdrawal. */
public enum DeliveryKind {
  APPLY,
  WITHDRAW
}
