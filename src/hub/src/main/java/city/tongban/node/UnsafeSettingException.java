package city.tongban.node;

import city.tongban.canonical.StartRefused;

/** The hub would run in a way that could lose what it has receipted; it does not start. */
final class UnsafeSettingException extends StartRefused {
  private static final long serialVersionUID = 1L;

  UnsafeSettingException(String message) {
    super(message, "put the setting back; do not work around it");
  }
}
