/// What the letters behind the name of psql's list commands choose, and the pattern behind them.
public struct ListOptions: Sendable, Hashable {
    /// As it was typed, unquoted as psql does; nil lists all that is visible.
    public var pattern: String?
    /// `+`
    public var isVerbose: Bool
    /// `S`
    public var showsSystem: Bool

    public init(pattern: String? = nil, isVerbose: Bool = false, showsSystem: Bool = false) {
        self.pattern = pattern
        self.isVerbose = isVerbose
        self.showsSystem = showsSystem
    }
}

/// A list as psql's commands ask for it.
public enum CatalogList: Sendable, Hashable {
    /// `\l`
    case databases(ListOptions)
    /// `\dt \dv \dm \di \ds \dE` and any of their letters together; `\d` alone is `tvmsE`.
    case relations(letters: String, ListOptions)
    /// `\df`: of these kinds (letters of `anptw`; none is all), with patterns for the types of their arguments.
    case functions(kinds: String, arguments: [String], ListOptions)
    /// `\dn`
    case schemas(ListOptions)
    /// `\dT`
    case types(ListOptions)
    /// `\du`, `\dg`
    case roles(ListOptions)
    /// `\dx`; verbose is the objects of each extension, a table each.
    case extensions(ListOptions)
    /// `\dp`, `\z`
    case privileges(ListOptions)
    /// `\db`
    case tablespaces(ListOptions)
    /// `\drds`: patterns for the role and the database.
    case roleSettings(role: String?, database: String?)

    /// nil for a list that takes none.
    public var options: ListOptions? {
        switch self {
        case .databases(let options), .relations(_, let options), .functions(_, _, let options), .schemas(let options), .types(let options),
            .roles(let options), .extensions(let options), .privileges(let options), .tablespaces(let options):
            options
        case .roleSettings: nil
        }
    }

    /// Whether it asks for the sizes of what it lists, which takes its time.
    public var asksSizes: Bool {
        switch self {
        case .databases(let options), .relations(_, let options), .tablespaces(let options): options.isVerbose
        case .functions, .schemas, .types, .roles, .extensions, .privileges, .roleSettings: false
        }
    }
}
