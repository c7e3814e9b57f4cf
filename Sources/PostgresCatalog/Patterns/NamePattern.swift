public import PostgresClient

/// A pattern as psql's commands take it, read as the psql of one major reads it: `*` and `?` stand for any characters and for one, unquoted
/// letters are lower case, a dot parts schema and name, `"` quotes, `$` is itself, and what else is a regular expression stays one.
public struct NamePattern: Sendable, Hashable {
    /// What a pattern may name.
    public enum Scope: Sendable, Hashable {
        /// `name`, as of a database or role.
        case name
        /// `name`, as of a schema; `database.name` is understood, and refused.
        case schema
        /// `name`, `schema.name` or `database.schema.name`.
        case schemaAndName
    }

    /// As it was typed.
    public let text: String
    /// The regular expression for the name, anchored; nil admits all.
    public let name: String?
    /// The regular expression for the schema, anchored; nil admits all.
    public let schema: String?
    /// Whether a schema is part of the pattern, be it `*`. Without one psql shows what the search path shows.
    public let namesSchema: Bool

    /// - Parameters:
    ///   - server: psql's version, taken to be the server's.
    ///   - database: the one connected to, which alone may stand before a schema.
    public init(_ text: String, _ scope: Scope, on server: ServerVersion, database: String) throws(PatternError) {
        let parsed = ParsedPattern(text, scope, on: server)
        // Until 13 whatever stood before the last two parts was dropped without a word.
        if server.major >= 14 {
            guard parsed.dots < scope.parts else { throw .tooManyNames(text) }
            // The pattern for a schema is not parted, so that no database is found in it.
            guard scope != .schema || parsed.dots == 0 else { throw .otherDatabase(text) }
            guard parsed.dots < 2 || parsed.firstPart.utf8.elementsEqual(database.utf8) else { throw .otherDatabase(text) }
        }
        self.text = text
        name = Self.expression(parsed.name, on: server)
        namesSchema = parsed.schema.map { server.major >= 14 || !$0.isEmpty } ?? false
        schema = parsed.schema.flatMap { Self.expression($0, on: server) }
    }

    /// Until 13 an empty part admitted all, since then only the empty name.
    private static func expression(_ part: String, on server: ServerVersion) -> String? {
        part == ".*" || (part.isEmpty && server.major < 14) ? nil : "^(\(part))$"
    }
}

extension NamePattern.Scope {
    /// How many names it may be of.
    fileprivate var parts: Int {
        switch self {
        case .name: 1
        case .schema: 2
        case .schemaAndName: 3
        }
    }
}

/// A pattern that psql refuses, in its words.
public enum PatternError: Error, Sendable, Hashable, CustomStringConvertible {
    case tooManyNames(String)
    case otherDatabase(String)

    public var description: String {
        let words =
            switch self {
            case .tooManyNames(let pattern): "improper qualified name (too many dotted names): \(pattern)"
            case .otherDatabase(let pattern): "cross-database references are not implemented: \(pattern)"
            }
        // psql drops the newline that a message ends with.
        return words.unicodeScalars.last == "\n" ? String(words.unicodeScalars.dropLast()) : words
    }
}
