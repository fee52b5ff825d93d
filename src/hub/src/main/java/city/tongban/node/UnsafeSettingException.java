package city.tongban.node;

import city.tongban.canonical.StartRefused;

/** A setting would let the hub lose receipted cases or expose them, so the hub does not start. */
final class UnsafeSettingException extends StartRefused {
  private static final long serialVersionUID = 1L;

  UnsafeSettingException(String message) {
    super(message, "put the setting back; do not work around it");
  }
}
