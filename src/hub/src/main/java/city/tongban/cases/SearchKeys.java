package city.tongban.cases;

import city.tongban.canonical.Agent;
import city.tongban.canonical.Applicant;
import city.tongban.canonical.CaseFile;
import city.tongban.canonical.CitizenId;
import city.tongban.canonical.PersonName;
import city.tongban.canonical.Refusal;
import city.tongban.vault.KeyedHasher;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** The keyed hashes by which a case is found from the number or the name of its people. */
@Component
class SearchKeys {
  private static final String ID = "ID";
  private static final String NAME = "NAME";

  private final KeyedHasher fingerprints;

  SearchKeys(KeyedHasher fingerprints) {
    this.fingerprints = fingerprints;
  }

  /** One row of the table: the kind of key, and its hash. */
  @SuppressWarnings("ArrayRecordComponent") // never compared or printed
  record Key(String kind, byte[] hash) {}

  /** The keys of the applicant and of the agent. */
  List<Key> of(CaseFile file) {
    List<Key> keys = new ArrayList<>(4);
    Applicant applicant = file.applicant();
    keys.add(key(ID, applicant.idNumber()));
    keys.add(key(NAME, applicant.name().value()));
    Agent agent = file.agent();
    if (agent != null && !agent.idNumber().equals(applicant.idNumber())) {
      keys.add(key(ID, agent.idNumber()));
    }
    if (agent != null && !agent.name().equals(applicant.name())) {
      keys.add(key(NAME, agent.name().value()));
    }
    return keys;
  }

  /**
   * The keys that a search word may stand for: a number as given, a resident identity number, a
   * name.
   */
  List<Key> meant(String word) {
    List<Key> keys = new ArrayList<>(3);
    keys.add(key(ID, word));
    try {
      keys.add(key(ID, CitizenId.of(word).value().value()));
    } catch (Refusal notOne) {
      // not a valid number of this kind
    }
    try {
      keys.add(key(NAME, PersonName.of(word).value().value()));
    } catch (Refusal notOne) {
      // not a valid number of this kind
    }
    return keys;
  }

  private Key key(String kind, String word) {
    return new Key(kind, fingerprints.of(kind, word));
  }
}
