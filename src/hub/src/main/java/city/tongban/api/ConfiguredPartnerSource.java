package city.tongban.api;

import city.tongban.catalogue.Catalogue;
import city.tongban.partner.Partner;
import city.tongban.partner.PartnerSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * The partners of this city: every centre and sub-centre, every back-end with a folder, the
 * operator, the engineer and the administrator.
 */
@Component
class ConfiguredPartnerSource implements PartnerSource {
  private static final Pattern FOLDER = Pattern.compile(".*/([a-z][a-z0-9-]*)/connector\\.yaml");

  private final Catalogue catalogue;

  ConfiguredPartnerSource(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  @Override
  public List<Partner> partners() {
    Stream<Partner> centres =
        catalogue.centres().stream().map(centre -> Partner.centre(centre.code()));
    Stream<Partner> backEnds = folders().map(Partner::backEnd);
    return Stream.of(
            centres,
            backEnds,
            Stream.of(Partner.operator(), Partner.engineer(), Partner.administrator()))
        .flatMap(partners -> partners)
        .toList();
  }

  private static Stream<String> folders() {
    try {
      Resource[] files =
          new PathMatchingResourcePatternResolver()
              .getResources("classpath*:connectors/*/connector.yaml");
      return Stream.of(files)
          .map(ConfiguredPartnerSource::path)
          .map(FOLDER::matcher)
          .filter(Matcher::matches)
          .map(match -> match.group(1))
          .distinct();
    } catch (IOException e) {
      throw new UncheckedIOException("the connectors' folders cannot be listed", e);
    }
  }

  private static String path(Resource file) {
    try {
      return file.getURL().getPath();
    } catch (IOException e) {
      throw new UncheckedIOException("a connector's folder cannot be named", e);
    }
  }
}
