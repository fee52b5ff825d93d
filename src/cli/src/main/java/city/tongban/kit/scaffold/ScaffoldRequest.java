package city.tongban.kit.scaffold;

/**
 * What an engineer says of a new connector beside its source.
 *
 * @param backEnd the name of its folders
 * @param department prefix of the owner, {@code MZ}
 * @param item that it offers first
 * @param title of that item
 * @param origin the file it is begun from
 * @param question whether the item is one that is answered at the counter
 */
public record ScaffoldRequest(
    String backEnd,
    String department,
    String item,
    String title,
    String origin,
    boolean question) {}
