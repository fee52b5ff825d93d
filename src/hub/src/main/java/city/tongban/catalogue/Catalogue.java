package city.tongban.catalogue;

import city.tongban.canonical.Refusal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** The items with their validity, the centres, and the main centre that serves each street. */
@Component
public class Catalogue {
  private final Map<String, Item> items;
  private final Map<String, Centre> centres;
  private final Map<String, String> servedBy;

  @Autowired
  public Catalogue() {
    this("data/");
  }

  /** Reads the tables from another folder of the class path. */
  Catalogue(String folder) {
    items =
        index(
            ReferenceTables.read(folder + "items.csv", ReferenceTables.ItemRow.class).stream()
                .map(Catalogue::item),
            Item::code);
    centres =
        index(
            ReferenceTables.read(folder + "centres.csv", ReferenceTables.CentreRow.class).stream()
                .map(Catalogue::centre),
            Centre::code);
    servedBy =
        ReferenceTables.read(folder + "divisions.csv", ReferenceTables.DivisionRow.class).stream()
            .collect(
                Collectors.toUnmodifiableMap(
                    ReferenceTables.DivisionRow::street, ReferenceTables.DivisionRow::servedBy));
    servedBy.forEach(this::mustBeMain);
  }

  /** The item, if it is offered to residents who came to the counter on that day. */
  public Item item(String code, LocalDate on) {
    Item item = items.get(code);
    if (item == null) {
      throw Refusal.of("HUB-1012", "the catalogue has no such item")
          .because("item numbers are two capitals and four digits, such as ZJ9001")
          .fix("look the item up in the catalogue")
          .at("/item");
    }
    if (!item.validOn(on)) {
      throw Refusal.of("HUB-1014", "item %s is not carried on %s", code, on)
          .because(
              item.validFrom() != null && on.isBefore(item.validFrom())
                  ? "its first day is " + item.validFrom()
                  : "its last day was " + item.validTo())
          .fix("check when the resident stood at the counter, and the number of the item")
          .at("/item");
    }
    return item;
  }

  /** All items that are offered on that day, by number. */
  public List<Item> catalogue(LocalDate on) {
    return items.values().stream()
        .filter(item -> item.validOn(on))
        .sorted(Comparator.comparing(Item::code))
        .toList();
  }

  /** The centre, main or sub; {@code path} is the place in the message that names it. */
  public Centre centre(String code, String path) {
    Centre centre = centres.get(code);
    if (centre == null) {
      throw unknown("centre", "11").at(path);
    }
    return centre;
  }

  /** All centres, by code. */
  public List<Centre> centres() {
    return centres.values().stream().sorted(Comparator.comparing(Centre::code)).toList();
  }

  /** The main centre that serves a street; the caller knows which field named the street. */
  public String homeCentreOf(String street) {
    String centre = servedBy.get(street);
    if (centre == null) {
      throw unknown("street", "9");
    }
    return centre;
  }

  /** The 6-digit code of the district in which a centre is located. */
  public String districtOf(String centre) {
    return centre(centre, "/collectingCentre").district();
  }

  private static Refusal unknown(String what, String digits) {
    return Refusal.of("HUB-1013", "the registry has no such " + what)
        .because("it lists the city's own, each by a code of " + digits + " digits")
        .fix("look the " + what + " up in the registry");
  }

  private void mustBeMain(String street, String code) {
    Centre centre = centres.get(code);
    if (centre == null || centre.kind() != Centre.Kind.MAIN) {
      throw new IllegalStateException("street " + street + " is served by no main centre: " + code);
    }
  }

  private static Item item(ReferenceTables.ItemRow row) {
    return new Item(
        row.code(),
        row.name(),
        row.department(),
        row.backEnd(),
        Item.Kind.valueOf(row.kind().toUpperCase(Locale.ROOT)),
        Item.Mode.valueOf(row.mode().toUpperCase(Locale.ROOT)),
        row.start(),
        row.validTo(),
        row.origin(),
        row.daysLimit(),
        NeededMaterial.all(row.materials()),
        row.fund());
  }

  private static Centre centre(ReferenceTables.CentreRow row) {
    return new Centre(
        row.code(),
        row.parent(),
        Centre.Kind.valueOf(row.kind().toUpperCase(Locale.ROOT)),
        row.name(),
        row.district(),
        row.street(),
        switch (row.weekendAfternoon()) {
          case "closed" -> Centre.WeekendAfternoon.CLOSED;
          case "duty_counter" -> Centre.WeekendAfternoon.DUTY_COUNTER;
          case "open_13:00-16:30" -> Centre.WeekendAfternoon.OPEN;
          default -> throw new IllegalStateException("weekend afternoon of centre " + row.code());
        });
  }

  private static <T> Map<String, T> index(Stream<T> rows, Function<T, String> code) {
    return rows.collect(Collectors.toUnmodifiableMap(code, Function.identity()));
  }
}
