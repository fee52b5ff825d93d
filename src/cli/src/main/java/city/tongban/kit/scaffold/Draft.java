package city.tongban.kit.scaffold;

import city.tongban.kit.source.Contract;
import city.tongban.kit.source.Facts;
import city.tongban.kit.source.OurWord;
import city.tongban.kit.source.Shape;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * All files of a new connector but those that only a trial can fill in: what is sent for the sample
 * case, and what the sample reply means.
 *
 * @param files by path below the working copy
 * @param idTypes whether a code list of identity papers is among them
 * @param asks the first field of the form that the sheet asks for
 */
public record Draft(
    Wish wish,
    Contract contract,
    SortedMap<String, String> files,
    boolean idTypes,
    Optional<String> asks) {

  public static Draft of(Wish wish, Contract contract) {
    FormFields form = new FormFields();
    String about = "%s: our case to their message.".formatted(wish.item());
    RequestSheet.Text sheet = RequestSheet.of(contract, about, form);
    SortedMap<String, String> files = new TreeMap<>();
    Draft draft =
        new Draft(
            wish, contract, files, sheet.idTypes(), form.values().keySet().stream().findFirst());
    files.put("connectors/" + wish.backEnd() + "/connector.yaml", ConnectorYaml.of(wish, contract));
    contract.schemas().forEach((name, text) -> draft.put("schema/" + name, text));
    draft.put(Contract.MAPPING + ".request.xsl", sheet.xsl());
    draft.put(draft.caseFile(), SampleCase.of(wish.item(), "RESIDENT_ID", form.values()));
    if (sheet.idTypes()) {
      draft.put("codes/id-type.csv", draft.idTypeCodes());
      draft.put(
          "samples/seafarer.case.xml", SampleCase.of(wish.item(), "SEAFARER_BOOK", form.values()));
    }
    if (contract.wire() == Contract.Wire.FILES) {
      LineFiles.into(draft);
    } else {
      draft.reply();
    }
    return draft;
  }

  void put(String file, String text) {
    files.put("mappings/" + wish.backEnd() + "/" + file, text);
  }

  public String caseFile() {
    return "samples/" + Contract.MAPPING + ".case.xml";
  }

  /** What the sample case becomes; its text comes from a trial. */
  public String expectedFile() {
    String ending =
        switch (contract.wire()) {
          case REST_JSON -> "json";
          case FILES -> "line.txt";
          default -> "xml";
        };
    return "samples/" + Contract.MAPPING + ".sent." + ending;
  }

  public String replyFile() {
    return "samples/decided.reply." + (contract.isJson() ? "json" : "xml");
  }

  String oddReplyFile() {
    return "samples/new-word.reply." + (contract.isJson() ? "json" : "xml");
  }

  private void reply() {
    ReplyParts parts = ReplyParts.of(contract.reply());
    @Nullable Facts state = parts.state().map(p -> p.field().facts()).orElse(null);
    StateCodes codes = StateCodes.of(state, wish.question());
    put("codes/state.csv", codes.csv());
    put(Contract.MAPPING + ".reply.xsl", ReplySheet.of(contract, parts, wish.question()));
    put(replyFile(), sample(parts, codes.shown()));
    Stub.into(this);
  }

  private String sample(ReplyParts parts, String word) {
    return new SampleDocument(
            field ->
                is(parts.state(), field)
                    ? word
                    : is(parts.number(), field)
                        ? number(field)
                        : is(parts.reason(), field) || wish.question()
                            ? Values.sampleOf(field)
                            : null)
        .text(contract, contract.reply());
  }

  private static String number(Shape field) {
    Facts facts = field.facts();
    boolean free =
        facts.sample() == null
            && facts.words().isEmpty()
            && facts.pattern() == null
            && facts.lengthMax() >= 13
            && field.kind() == Shape.Kind.TEXT;
    return free ? "N201800000012" : Values.sampleOf(field);
  }

  private static boolean is(Optional<ReplyParts.Place> place, Shape field) {
    return place.isPresent() && place.get().field().equals(field);
  }

  private String idTypeCodes() {
    @Nullable Shape field = find(contract.request());
    boolean free =
        field == null || (field.facts().words().isEmpty() && field.facts().sample() == null);
    String first = field == null ? "01" : free ? freeCode(field) : Values.sampleOf(field);
    String others =
        free && first.equals("01")
            ? """
            HK_MACAO_PERMIT,02,港澳居民来往内地通行证
            TAIWAN_PERMIT,03,台湾居民来往大陆通行证
            FOREIGN_PERMANENT_RESIDENT,04,外国人永久居留身份证
            PASSPORT,05,护照
            """
            : "";
    return "ours,theirs,title\nRESIDENT_ID," + first + ",居民身份证\n" + others;
  }

  private static String freeCode(Shape field) {
    return field.facts().pattern() == null ? "01" : Values.sampleOf(field);
  }

  private static @Nullable Shape find(Shape shape) {
    if (!shape.isGroup()) {
      return OurWord.ID_TYPE.means(shape.name()) ? shape : null;
    }
    return shape.children().stream()
        .map(Draft::find)
        .filter(s -> s != null)
        .findFirst()
        .orElse(null);
  }

  /**
   * The examples, once a trial has shown what the reply means.
   *
   * @param meaning components of our answer, as YAML in one line
   */
  public String examples(String meaning) {
    return Examples.of(this, meaning);
  }
}
