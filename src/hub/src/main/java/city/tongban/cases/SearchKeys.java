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

/** The keyed hashes under which a case is found by the number or the name of its people. */
@Component
class SearchKeys {
  private static final String ID = "ID";
  private static final String NAME = "NAME";

  private final KeyedHasher fingerprints;

  SearchKeys(KeyedHasher fingerprints) {
    this.fingerprints = fingerprints;
  }

  /** What stands in the table: which kind of word, and its hash. */
  @SuppressWarnings("ArrayRecordComponent") // nobody compares or prints one
  record Key(String kind, byte[] hash) {}

  /** Of the applicant and of the agent. */
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

  /** What a person may have meant with a word: a number as it stands or as a resident's, a name. */
  List<Key> meant(String word) {
    List<Key> keys = new ArrayList<>(3);
    keys.add(key(ID, word));
    try {
      keys.add(key(ID, CitizenId.of(word).value().value()));
    } catch (Refusal notOne) {
      // then it is not meant
    }
    try {
      keys.add(key(NAME, PersonName.of(word).value().value()));
    } catch (Refusal notOne) {
      // then it is not meant
    }
    return keys;
  }

  private Key key(String kind, String word) {
    return new Key(kind, fingerprints.of(kind, word));
  }
}
