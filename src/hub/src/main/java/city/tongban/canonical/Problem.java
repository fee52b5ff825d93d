package city.tongban.canonical;

import org.jspecify.annotations.Nullable;

/**
 * What went wrong, as a message to a person.
 *
 * @param code stable code with a heading in the runbook, {@code HUB-1001}
 * @param what what happened, in a sentence that names the field and never the resident's data
 * @param why why we think so
 * @param fix how to put it right
 * @param at path of the offending field in the sender's own message, {@code /applicant/idNumber}
 */
public record Problem(
    String code, String what, @Nullable String why, @Nullable String fix, @Nullable String at) {}
