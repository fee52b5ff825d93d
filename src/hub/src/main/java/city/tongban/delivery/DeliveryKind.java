package city.tongban.delivery;

/** What a delivery carries: the application, or the word that it is taken back. */
public enum DeliveryKind {
  APPLY,
  WITHDRAW
}
