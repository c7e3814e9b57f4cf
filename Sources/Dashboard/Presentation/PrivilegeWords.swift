internal import PostgresCatalog

/// What an ACL item grants, in the words of GRANT: `SELECT, INSERT (may pass on)`.
func privilegeWords(_ item: AccessPrivilege) -> String {
    guard !item.privileges.isEmpty, item.grantable.isSuperset(of: item.privileges) else {
        return item.privileges.map { AccessPrivilege.word(for: $0) + (item.grantable.contains($0) ? " (may pass on)" : "") }.joined(
            separator: ", ")
    }
    return item.privileges.map(AccessPrivilege.word).joined(separator: ", ") + " (may pass all on)"
}
