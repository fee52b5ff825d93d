package city.tongban.intake;

import city.tongban.canonical.CaseNumber;

/**
 * The answer to the sender once the case is committed; a repeat gets the same one.
 *
 * @param body JSON, exactly as it was stored
 */
public record Receipt(CaseNumber number, String body) {}
