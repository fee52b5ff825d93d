package city.tongban.kit.scaffold;

/**
 * What an engineer specifies for a new connector besides its source file.
 *
 * @param backEnd the name of its folders
 * @param department prefix of the owner, {@code MZ}
 * @param item the first item that it offers
 * @param title of that item
 * @param origin the source file
 * @param question whether the item is answered at the counter
 */
public record ScaffoldRequest(
    String backEnd,
    String department,
    String item,
    String title,
    String origin,
    boolean question) {}
