package city.tongban.cli;

import city.rehearsal.client.ReferenceData;
import java.time.LocalDate;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Lists the items that a centre may accept on a date. Reads the packed data; no hub has to run. */
@Command(
    name = "catalogue",
    description = "Lists the items that are valid on a date.",
    mixinStandardHelpOptions = true)
final class CatalogueCommand implements Callable<Integer> {
  @Option(names = "--on", required = true, paramLabel = "DATE", description = "such as 2018-07-01")
  LocalDate on = LocalDate.EPOCH;

  @Override
  public Integer call() {
    TextTable table =
        new TextTable(
            "item", "back-end", "mode", "since", "until", "days", "fund", "title", "materials");
    int count = 0;
    for (Map<String, String> item : ReferenceData.items()) {
      if (validOn(item.getOrDefault("start", ""), item.getOrDefault("valid_to", ""))) {
        table.add(
            item.getOrDefault("catalogue_no", ""),
            item.getOrDefault("back_end", ""),
            item.getOrDefault("mode", ""),
            item.getOrDefault("start", ""),
            item.getOrDefault("valid_to", ""),
            item.getOrDefault("days_limit", ""),
            item.getOrDefault("fund", ""),
            item.getOrDefault("item_name", ""),
            item.getOrDefault("materials", "").replace(";", ", "));
        count++;
      }
    }
    table.print();
    System.out.println(count + " items on " + on);
    System.out.println(
        "days, fund and materials are assumed values and have no effect on cases; see SOURCES.md");
    return 0;
  }

  /** An item without a start date was never city-wide: only its home centre offers it. */
  private boolean validOn(String start, String end) {
    return (start.isEmpty() || !LocalDate.parse(start).isAfter(on))
        && (end.isEmpty() || !LocalDate.parse(end).isBefore(on));
  }
}
