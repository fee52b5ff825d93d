package city.rehearsal.simulator;

import city.rehearsal.simulator.core.Department;
import city.rehearsal.simulator.core.DepartmentContext;
import city.rehearsal.simulator.department.archives.Archives;
import city.rehearsal.simulator.department.civilaffairs.CivilAffairs;
import city.rehearsal.simulator.department.disabledfederation.DisabledFederation;
import city.rehearsal.simulator.department.economyinformatisation.EconomyInformatisation;
import city.rehearsal.simulator.department.grain.Grain;
import city.rehearsal.simulator.department.health.Health;
import city.rehearsal.simulator.department.housing.Housing;
import city.rehearsal.simulator.department.humanresources.HumanResources;
import city.rehearsal.simulator.department.medicalinsurance.MedicalInsurance;
import city.rehearsal.simulator.department.providentfund.ProvidentFund;
import city.rehearsal.simulator.department.publicsecurity.PublicSecurity;
import city.rehearsal.simulator.department.tradeunion.TradeUnion;
import city.rehearsal.simulator.protocol.sftp.FileDepartment;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/** All departments, and how each is created. */
final class DepartmentRegistry {
  /** By the back-end's name, in the order of creation. */
  static final Map<String, Factory> DEPARTMENTS = new LinkedHashMap<>();

  static {
    DEPARTMENTS.put(
        "housing",
        (context, settings, secrets) ->
            new Housing(
                context,
                secrets.read("housing"),
                settings.hub(),
                settings.secrets().resolve("token-housing")));
    DEPARTMENTS.put(
        "human-resources",
        (context, settings, secrets) ->
            new HumanResources(context, secrets.read("human-resources")));
    DEPARTMENTS.put(
        "medical-insurance",
        (context, settings, secrets) ->
            MedicalInsurance.create(context, files("medical-insurance", settings, secrets)));
    DEPARTMENTS.put(
        "grain",
        (context, settings, secrets) -> Grain.create(context, files("grain", settings, secrets)));
    DEPARTMENTS.put(
        "public-security",
        (context, settings, secrets) ->
            new PublicSecurity(
                context,
                new PublicSecurity.Keys(
                    secrets.read("public-security-server"),
                    secrets.read("public-security-authority"),
                    secrets.read("public-security-signer-key"),
                    secrets.certificate("public-security")),
                settings.stores().resolve("public-security"),
                settings.hub(),
                settings.secrets().resolve("token-public-security")));
    DEPARTMENTS.put(
        "trade-union",
        (context, settings, secrets) ->
            new TradeUnion(
                context,
                settings.stores().resolve("trade-union"),
                secrets.read("trade-union"),
                secrets.read("trade-union-server")));
    DEPARTMENTS.put(
        "civil-affairs",
        (context, settings, secrets) ->
            new CivilAffairs(
                context,
                settings.stores().resolve("civil-affairs"),
                settings
                    .stores()
                    .resolveSibling("postgres-binaries"), // beside the hub's: unpacked once
                secrets.read("civil-affairs")));
    DEPARTMENTS.put(
        "disabled-federation",
        (context, settings, secrets) ->
            new DisabledFederation(context, secrets.read("disabled-federation")));
    DEPARTMENTS.put(
        "economy-informatisation",
        (context, settings, secrets) ->
            new EconomyInformatisation(
                context,
                secrets.read("economy-informatisation-public"),
                secrets.read("economy-informatisation-signer"),
                secrets.read("economy-informatisation-fields")));
    DEPARTMENTS.put(
        "provident-fund",
        (context, settings, secrets) ->
            new ProvidentFund(
                context,
                settings.stores().resolve("provident-fund"),
                secrets.read("provident-fund")));
    DEPARTMENTS.put(
        "archives",
        (context, settings, secrets) ->
            new Archives(
                context,
                settings.stores().resolve("archives"),
                settings.secrets(),
                secrets.certificate("archives")));
    DEPARTMENTS.put(
        "health",
        (context, settings, secrets) ->
            new Health(
                context,
                settings.stores().resolve("health"),
                secrets.read("health-server"),
                secrets.read("health-authority")));
  }

  private DepartmentRegistry() {}

  /** What a department with an SFTP server needs. */
  private static FileDepartment.Access files(
      String name, SimulatorSettings settings, DepartmentSecrets secrets) {
    return new FileDepartment.Access(
        settings.stores().resolve(name), secrets.read(name + "-host"), secrets.lastLine(name));
  }

  /** Creates a department and opens its own servers; it does not work before its start. */
  interface Factory {
    Department create(
        DepartmentContext context, SimulatorSettings settings, DepartmentSecrets secrets)
        throws IOException;
  }
}
