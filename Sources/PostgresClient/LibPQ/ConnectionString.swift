import CLibPQ

extension ConnectionParameters {
    /// Reads a URI (`postgresql://...`) or a `key=value` string as libpq does.
    ///
    /// - Throws: ``PostgresError/Kind/badParameters``. libpq's reason may quote the string, so where the string could hold a password
    ///   the reason is given without it.
    public init(connectionString: String) throws(PostgresError) {
        var reason: UnsafeMutablePointer<CChar>?
        guard let options = PQconninfoParse(connectionString, &reason) else {
            defer { PQfreemem(reason) }
            throw PostgresError(
                .badParameters, Self.withoutSecrets(reason.map { String(cString: $0) } ?? "out of memory", of: connectionString),
                hint: "write postgresql://user@host:port/database or host=... port=... user=... dbname=..."
            )
        }
        defer { PQconninfoFree(options) }
        self.init()
        var option = options
        while let keyword = option.pointee.keyword {
            if let value = option.pointee.val { self[String(cString: keyword)] = String(cString: value) }
            option += 1
        }
    }

    /// Whether a text given as a database name is a connection string, by libpq's rule.
    public static func isConnectionString(_ text: String) -> Bool {
        text.hasPrefix("postgresql://") || text.hasPrefix("postgres://") || text.contains("=")
    }

    /// libpq's reason without what it quotes: that is a piece of the string, and any piece may be the password.
    /// Only a lone keyword, which names the mistake, is left standing.
    private static func withoutSecrets(_ reason: String, of connectionString: String) -> String {
        // libpq's translations quote in the manner of their language.
        let isQuote = { (character: Character) in "\"\u{AB}\u{BB}\u{201C}\u{201D}\u{201E}".contains(character) }
        let text = reason.trimmed
        guard let first = text.firstIndex(where: isQuote), let last = text.lastIndex(where: isQuote) else { return text }
        let quoted = text[first...last].drop(while: isQuote).prefix { !isQuote($0) }
        let isKeyword = quoted.allSatisfy { $0.isASCII && ($0.isLetter || $0 == "_") } && connectionString.contains("\(quoted)=")
        if isKeyword, text[first...last].count == quoted.count + 2 { return text }
        return text[..<first] + "\"...\"" + text[text.index(after: last)...]
    }
}
