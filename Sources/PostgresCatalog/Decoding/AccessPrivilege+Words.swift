extension AccessPrivilege {
    /// The privilege that a letter of an ACL item stands for, as GRANT names it; the letter itself where it is not known.
    public static func word(for letter: Character) -> String {
        switch letter {
        case "r": "SELECT"
        case "a": "INSERT"
        case "w": "UPDATE"
        case "d": "DELETE"
        case "D": "TRUNCATE"
        case "x": "REFERENCES"
        case "t": "TRIGGER"
        case "m": "MAINTAIN"
        case "U": "USAGE"
        case "X": "EXECUTE"
        case "C": "CREATE"
        case "c": "CONNECT"
        case "T": "TEMPORARY"
        case "s": "SET"
        case "A": "ALTER SYSTEM"
        default: String(letter)
        }
    }
}
