internal import PostgresCatalog

/// What an ACL item grants, in the words of GRANT: `SELECT, INSERT (may pass on)`.
func privilegeWords(_ item: AccessPrivilege) -> String {
    guard !item.privileges.isEmpty, item.grantable.isSuperset(of: item.privileges) else {
        return item.privileges.map { privilegeWord($0) + (item.grantable.contains($0) ? " (may pass on)" : "") }.joined(separator: ", ")
    }
    return item.privileges.map(privilegeWord).joined(separator: ", ") + " (may pass all on)"
}

/// The privilege that a letter of an ACL item stands for; the letter itself where it is not known.
func privilegeWord(_ letter: Character) -> String {
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
