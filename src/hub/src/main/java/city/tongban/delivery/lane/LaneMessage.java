package city.tongban.delivery.lane;

import city.tongban.canonical.DeliveryId;

/**
 * One message to a lane.
 *
 * @param publish how often the delivery had been published when this message was sent; a message
 *     with an older number than its row is stale
 */
public record LaneMessage(DeliveryId id, int publish) {
  /** Differs for every publish, so that the broker drops only true duplicates. */
  public String duplicateId() {
    return id + "#" + publish;
  }
}
