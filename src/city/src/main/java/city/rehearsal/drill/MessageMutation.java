package city.rehearsal.drill;

import city.rehearsal.drill.CaseGenerator.Draft;
import city.rehearsal.drill.CaseGenerator.Wire;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Mutations of a valid message, each with the code of the refusal that the hub must send. */
enum MessageMutation {
  CUT_SHORT("HUB-1002") {
    @Override
    Wire wire(Draft draft) {
      String text = draft.body().toString();
      return new Wire(JSON_TYPE, "UTF-8", text.substring(0, text.length() / 2));
    }
  },
  KEY_TWICE("HUB-1002") {
    @Override
    Wire wire(Draft draft) {
      String text = draft.body().toString();
      return new Wire(JSON_TYPE, "UTF-8", "{\"item\":\"RS9013\"," + text.substring(1));
    }
  },
  GBK_BYTES("HUB-1002") {
    @Override
    Wire wire(Draft draft) {
      draft.body().withObject("/applicant").put("name", "王小明");
      return new Wire(JSON_TYPE, "GBK", draft.body().toString());
    }
  },
  UNKNOWN_FIELD("HUB-1003") {
    @Override
    void change(ObjectNode body, OffsetDateTime now) {
      body.put("priority", "high");
    }
  },
  NO_NAME("HUB-1004") {
    @Override
    void change(ObjectNode body, OffsetDateTime now) {
      body.withObject("/applicant").remove("name");
    }
  },
  WRONG_CHECK_CHARACTER("HUB-1006") {
    @Override
    void change(ObjectNode body, OffsetDateTime now) {
      String digits = "31010119850307123";
      char wrong = Resident.check(digits) == '5' ? '6' : '5';
      body.withObject("/applicant").put("idType", "RESIDENT_ID").put("idNumber", digits + wrong);
    }
  },
  LOST_CHARACTER("HUB-1007") {
    @Override
    void change(ObjectNode body, OffsetDateTime now) {
      body.withObject("/applicant").put("name", "王?明");
    }
  },
  REPLACED_CHARACTER("HUB-1007") {
    @Override
    void change(ObjectNode body, OffsetDateTime now) {
      body.withObject("/applicant").put("name", "王\ufffd");
    }
  },
  NO_OFFSET("HUB-1008") {
    @Override
    void change(ObjectNode body, OffsetDateTime now) {
      body.put("collectedAt", "2018-07-02T08:30:00");
    }
  },
  TOO_DEEP("HUB-1010") {
    @Override
    Wire wire(Draft draft) {
      String text = draft.body().toString();
      String deep = "[".repeat(200) + "]".repeat(200);
      return new Wire(JSON_TYPE, "UTF-8", "{\"deep\":" + deep + "," + text.substring(1));
    }
  },
  UNKNOWN_ITEM("HUB-1012") {
    @Override
    void change(ObjectNode body, OffsetDateTime now) {
      body.put("item", "ZZ0000");
    }
  },
  UNKNOWN_CENTRE("HUB-1013") {
    @Override
    void change(ObjectNode body, OffsetDateTime now) {
      body.put("collectingCentre", "99999999999");
    }
  },
  PLAIN_TEXT("HUB-1015") {
    @Override
    Wire wire(Draft draft) {
      return new Wire("text/plain", "UTF-8", draft.body().toString());
    }
  },
  LONG_AGO("HUB-1016") {
    @Override
    void change(ObjectNode body, OffsetDateTime now) {
      body.put("collectedAt", CaseGenerator.text(now.minusDays(5)));
    }
  },
  TOMORROW("HUB-1016") {
    @Override
    void change(ObjectNode body, OffsetDateTime now) {
      body.put("collectedAt", CaseGenerator.text(now.plusDays(1)));
    }
  },
  NO_PHONE("HUB-1017") {
    @Override
    void change(ObjectNode body, OffsetDateTime now) {
      body.withObject("/applicant").put("phone", "12345");
    }
  },
  GARBAGE_TOKEN("HUB-1020") {
    @Override
    Set<CentreBehaviour> traits() {
      return EnumSet.of(CentreBehaviour.GARBAGE_TOKEN);
    }
  };

  private static final String JSON_TYPE = "application/json";
  private static final List<MessageMutation> ALL = Arrays.asList(values());

  private final String code;

  MessageMutation(String code) {
    this.code = code;
  }

  static MessageMutation any(SeededRandom random) {
    return random.oneOf(ALL);
  }

  PlannedCase spoil(Draft draft, OffsetDateTime now) {
    change(draft.body(), now);
    return draft.planned(CaseOutcome.REFUSED_AT_INTAKE, null, code, traits(), wire(draft));
  }

  void change(ObjectNode body, OffsetDateTime now) {}

  Wire wire(Draft draft) {
    return new Wire(JSON_TYPE, "UTF-8", draft.body().toString());
  }

  Set<CentreBehaviour> traits() {
    return EnumSet.noneOf(CentreBehaviour.class);
  }
}
