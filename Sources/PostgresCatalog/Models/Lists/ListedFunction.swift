/// A row of `\df`: pg_proc.
public struct ListedFunction: Sendable, Hashable {
    /// What `\df+` adds.
    public struct Details: Sendable, Hashable {
        public var volatility: FunctionVolatility
        public var parallelSafety: ParallelSafety
        public var owner: String
        /// Runs with its owner's rights (SECURITY DEFINER).
        public var isSecurityDefiner: Bool
        public var isLeakproof: Bool
        /// proacl as psql prints it, an item a line; nil where the default privileges hold.
        public var privilegesText: String?
        public var language: String?
        /// prosrc, or the SQL body where it has one (since 14).
        public var source: String
        public var comment: String?

        public init(
            volatility: FunctionVolatility, parallelSafety: ParallelSafety, owner: String, isSecurityDefiner: Bool, isLeakproof: Bool,
            privilegesText: String?, language: String?, source: String, comment: String?
        ) {
            self.volatility = volatility
            self.parallelSafety = parallelSafety
            self.owner = owner
            self.isSecurityDefiner = isSecurityDefiner
            self.isLeakproof = isLeakproof
            self.privilegesText = privilegesText
            self.language = language
            self.source = source
            self.comment = comment
        }
    }

    public var schema: String
    public var name: String
    public var kind: FunctionKind
    /// nil for a procedure.
    public var result: String?
    /// As pg_get_function_arguments prints them.
    public var arguments: String
    public var details: Details?

    public init(schema: String, name: String, kind: FunctionKind, result: String?, arguments: String, details: Details? = nil) {
        self.schema = schema
        self.name = name
        self.kind = kind
        self.result = result
        self.arguments = arguments
        self.details = details
    }
}
