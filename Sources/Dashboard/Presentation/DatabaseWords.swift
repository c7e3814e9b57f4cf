internal import PostgresCatalog

extension Database {
    /// Why it cannot be entered, and what would help.
    var whyClosed: String {
        let name = quotedIdentifier(name)
        return allowsConnections
            ? "no CONNECT on \(name): its owner \(owner) can GRANT CONNECT ON DATABASE \(name)"
            : "\(name) accepts no connections (datallowconn is off)"
    }

    /// The same in a few letters, for its row.
    var closedMark: String? {
        if !allowsConnections { return isTemplate ? "template" : "closed" }
        return mayConnect ? nil : "no CONNECT"
    }
}
