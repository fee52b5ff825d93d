package city.tongban.partner;

/** The HTTP status and the title of each error code. */
final class ProblemStatus {
  private ProblemStatus() {}

  static int of(String code) {
    return switch (code) {
      case "HUB-1001",
          "HUB-1002",
          "HUB-1003",
          "HUB-1004",
          "HUB-1005",
          "HUB-1008",
          "HUB-1010",
          "HUB-1041",
          "HUB-1042",
          "HUB-1043",
          "HUB-1044",
          "HUB-1045" ->
          400;
      case "HUB-1020" -> 401;
      case "HUB-1021", "HUB-1050", "HUB-1051", "HUB-1056", "HUB-3011", "HUB-5002" -> 403;
      case "HUB-1030",
          "HUB-1054",
          "HUB-2001",
          "HUB-4002",
          "HUB-5001",
          "HUB-5021",
          "HUB-7002",
          "HUB-7010",
          "HUB-8027",
          "HUB-8032",
          "HUB-8037" ->
          404;
      case "HUB-1011",
          "HUB-1053",
          "HUB-2002",
          "HUB-3010",
          "HUB-4003",
          "HUB-5003",
          "HUB-5022",
          "HUB-8028",
          "HUB-8029",
          "HUB-8031",
          "HUB-8036" ->
          409;
      case "HUB-1009" -> 413;
      case "HUB-1015", "HUB-1040" -> 415;
      case "HUB-1031", "HUB-3012", "HUB-4000", "HUB-7001" -> 500;
      case "HUB-1032",
          "HUB-1033",
          "HUB-1034",
          "HUB-1035",
          "HUB-1057",
          "HUB-3020",
          "HUB-3021",
          "HUB-3022",
          "HUB-3023" ->
          503;
      case "HUB-8025", "HUB-8026", "HUB-8033" -> 422; // somebody has just sent it
      default -> code.startsWith("HUB-8") ? 500 : 422; // what is wrong with a connector is ours
    };
  }

  /** What the code's family is about; the sentence itself is the detail. */
  static String title(String code) {
    if (code.startsWith("HUB-502")) {
      return "Not possible for this web-hook";
    }
    return switch (code.charAt("HUB-".length())) {
      case '1' -> "Refused at intake";
      case '2' -> "Not possible for this case";
      case '3' -> "Cannot be routed";
      case '4' -> "Not possible for this delivery";
      case '5' -> "Refused as a result";
      case '7' -> "Not in the trail";
      case '8' -> "Not possible for this connector";
      default -> "Refused";
    };
  }
}
