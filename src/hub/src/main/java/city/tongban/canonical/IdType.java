package city.tongban.canonical;

/**
 * The papers by which a person can be named; our words, translated per partner by its code list.
 */
public enum IdType {
  RESIDENT_ID,
  HK_MACAO_PERMIT,
  TAIWAN_PERMIT,
  FOREIGN_PERMANENT_RESIDENT,
  PASSPORT,
  SEAFARER_BOOK
}
