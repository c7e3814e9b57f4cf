/// Which functions a list such as psql's `\df` shall hold.
public struct FunctionList: Sendable, Hashable {
    /// The letters of psql's `\dfanptw`.
    public enum Kind: Character, Sendable, Hashable, CaseIterable {
        case aggregate = "a"
        case normal = "n"
        case procedure = "p"
        case trigger = "t"
        case window = "w"
    }

    /// What an argument shall be.
    public enum Argument: Sendable, Hashable {
        case type(NamePattern)
        /// The function takes none here.
        case absent
    }

    /// Empty lists all.
    public var kinds: Set<Kind>
    /// nil lists what the search path shows.
    public var pattern: NamePattern?
    /// Of the first arguments. psql takes them since 14.
    public var arguments: [Argument]
    /// `+`
    public var isVerbose: Bool
    /// `S`: without a pattern, the system's own too.
    public var showsSystem: Bool

    public init(
        _ kinds: Set<Kind> = [], pattern: NamePattern? = nil, arguments: [Argument] = [], isVerbose: Bool = false, showsSystem: Bool = false
    ) {
        self.kinds = kinds
        self.pattern = pattern
        self.arguments = arguments
        self.isVerbose = isVerbose
        self.showsSystem = showsSystem
    }
}
