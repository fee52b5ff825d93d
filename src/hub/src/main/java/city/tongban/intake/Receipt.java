package city.tongban.intake;

import city.tongban.canonical.CaseNumber;

/**
 * What the sender is told once the case is committed; a repeat is told the same.
 *
 * @param body JSON, exactly as it was stored
 */
public record Receipt(CaseNumber number, String body) {}
