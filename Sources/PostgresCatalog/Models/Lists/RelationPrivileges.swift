/// A row of `\dp`: who may do what with a relation.
public struct RelationPrivileges: Sendable, Hashable {
    public struct OfColumn: Sendable, Hashable {
        public var column: String
        /// attacl as psql prints it, an item a line, with two spaces before each but the first.
        public var privilegesText: String

        public init(column: String, privilegesText: String) {
            self.column = column
            self.privilegesText = privilegesText
        }
    }

    public struct Policy: Sendable, Hashable {
        public var name: String
        /// Otherwise it is restrictive.
        public var isPermissive: Bool
        /// polcmd; `*` is all.
        public var command: Character
        /// As pg_get_expr prints them; nil where it has none.
        public var using: String?
        public var check: String?
        /// By name, a comma between two; nil is PUBLIC.
        public var roles: String?

        public init(name: String, isPermissive: Bool, command: Character, using: String?, check: String?, roles: String?) {
            self.name = name
            self.isPermissive = isPermissive
            self.command = command
            self.using = using
            self.check = check
            self.roles = roles
        }
    }

    public var schema: String
    public var name: String
    public var kind: RelationKind
    /// relacl as psql prints it, an item a line; nil where the default privileges hold.
    public var privilegesText: String?
    public var columns: [OfColumn]
    public var policies: [Policy]

    public init(
        schema: String, name: String, kind: RelationKind, privilegesText: String?, columns: [OfColumn] = [], policies: [Policy] = []
    ) {
        self.schema = schema
        self.name = name
        self.kind = kind
        self.privilegesText = privilegesText
        self.columns = columns
        self.policies = policies
    }
}
