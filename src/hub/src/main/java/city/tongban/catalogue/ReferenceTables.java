package city.tongban.catalogue;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the tables of reference data; an unknown column or a bad value stops the start. */
final class ReferenceTables {
  private static final CsvMapper CSV =
      CsvMapper.builder()
          .addModule(new JavaTimeModule())
          .enable(CsvParser.Feature.EMPTY_STRING_AS_NULL)
          .enable(CsvParser.Feature.FAIL_ON_MISSING_HEADER_COLUMNS)
          .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .build();

  private ReferenceTables() {}

  /** A row of {@code items.csv}. */
  record ItemRow(
      @JsonProperty("catalogue_no") String code,
      @JsonProperty("item_name") String name,
      @JsonProperty("department") String department,
      @JsonProperty("back_end") String backEnd,
      @JsonProperty("kind") String kind,
      @JsonProperty("origin") String origin,
      @JsonProperty("group") String group,
      @JsonProperty("start") @Nullable LocalDate start,
      @JsonProperty("mode") String mode,
      @JsonProperty("mode_origin") String modeOrigin,
      @JsonProperty("valid_to") @Nullable LocalDate validTo,
      @JsonProperty("days_limit") int daysLimit,
      @JsonProperty("days_limit_origin") String daysLimitOrigin,
      @JsonProperty("materials") @Nullable String materials,
      @JsonProperty("materials_origin") @Nullable String materialsOrigin,
      @JsonProperty("fund") @Nullable String fund,
      @JsonProperty("fund_origin") @Nullable String fundOrigin) {}

  /** A row of {@code centres.csv}. */
  record CentreRow(
      @JsonProperty("centre_code") String code,
      @JsonProperty("parent_centre_code") @Nullable String parent,
      @JsonProperty("centre_kind") String kind,
      @JsonProperty("centre_name") String name,
      @JsonProperty("street_code") String street,
      @JsonProperty("district_code") String district,
      @JsonProperty("district_name") String districtName,
      @JsonProperty("origin") String origin,
      @JsonProperty("weekend_afternoon_synthetic") String weekendAfternoon) {}

  /** A row of {@code divisions.csv}. */
  record DivisionRow(
      @JsonProperty("district_code") String district,
      @JsonProperty("district_name") String districtName,
      @JsonProperty("street_code") String street,
      @JsonProperty("street_name") String streetName,
      @JsonProperty("unit_kind") String kind,
      @JsonProperty("committee_count") int committees,
      @JsonProperty("served_by") String servedBy,
      @JsonProperty("served_by_origin") String servedByOrigin) {}

  /** A row of {@code calendar.csv}. */
  record DayRow(
      @JsonProperty("date") LocalDate date,
      @JsonProperty("iso_weekday") int weekday,
      @JsonProperty("day_type") String type,
      @JsonProperty("name_zh") String name,
      @JsonProperty("name_en") String englishName,
      @JsonProperty("in_lieu") int inLieu,
      @JsonProperty("second_package_agrees") int agreed) {}

  static <T> List<T> read(String file, Class<T> rowType) {
    try (InputStream bytes = ReferenceTables.class.getClassLoader().getResourceAsStream(file)) {
      if (bytes == null) {
        throw new FileNotFoundException(file + " is not on the class path");
      }
      Reader text = new InputStreamReader(bytes, StandardCharsets.UTF_8);
      return CSV.readerFor(rowType)
          .with(CsvSchema.emptySchema().withHeader())
          .<T>readValues(text)
          .readAll();
    } catch (IOException e) {
      throw new UncheckedIOException("reference data " + file + " cannot be read", e);
    }
  }
}
