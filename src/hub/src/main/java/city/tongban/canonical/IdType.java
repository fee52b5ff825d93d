package city.tongban.canonical;

/** The types of identity papers; a code list maps them for each department. */
public enum IdType {
  RESIDENT_ID,
  HK_MACAO_PERMIT,
  TAIWAN_PERMIT,
  FOREIGN_PERMANENT_RESIDENT,
  PASSPORT,
  SEAFARER_BOOK
}
