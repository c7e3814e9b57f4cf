public import PostgresClient

/// A function, procedure or aggregate: a row of pg_proc with what belongs to it.
public struct FunctionDescription: Sendable, Hashable {
    public var oid: OID
    public var schema: String
    public var name: String
    public var kind: FunctionKind
    /// pg_get_function_arguments: with names, modes and defaults.
    public var arguments: String
    /// pg_get_function_result; nil for a procedure.
    public var result: String?
    public var language: String
    public var volatility: FunctionVolatility
    public var parallelSafety: ParallelSafety
    /// A NULL argument makes it return NULL without being called.
    public var isStrict: Bool
    /// Runs with its owner's rights.
    public var isSecurityDefiner: Bool
    public var isLeakproof: Bool
    /// procost, in units of cpu_operator_cost; of each row where it returns a set.
    public var cost: Double
    /// prorows; nil where it returns no set.
    public var rows: Double?
    /// prosupport: the planner's support function.
    public var supportFunction: String?
    /// proconfig: `name=value`.
    public var settings: [String]
    public var owner: String
    /// proacl; nil where the default privileges hold (PUBLIC may execute it).
    public var privileges: [AccessPrivilege]?
    public var comment: String?
    /// prosrc: the source, or for C and internal functions the symbol's name; empty where ``definition`` has an SQL body.
    public var source: String
    /// probin: the library of a C function.
    public var library: String?
    public var aggregate: Aggregate?
    /// What the server prints from its parse trees; nil where that could not be had.
    public var definition: FunctionDefinition?

    public init(
        oid: OID, schema: String, name: String, kind: FunctionKind, arguments: String, result: String?, language: String,
        volatility: FunctionVolatility = .volatile, parallelSafety: ParallelSafety = .unsafe, isStrict: Bool = false,
        isSecurityDefiner: Bool = false, isLeakproof: Bool = false, cost: Double = 100, rows: Double? = nil,
        supportFunction: String? = nil, settings: [String] = [], owner: String, privileges: [AccessPrivilege]? = nil,
        comment: String? = nil, source: String, library: String? = nil, aggregate: Aggregate? = nil, definition: FunctionDefinition? = nil
    ) {
        self.oid = oid
        self.schema = schema
        self.name = name
        self.kind = kind
        self.arguments = arguments
        self.result = result
        self.language = language
        self.volatility = volatility
        self.parallelSafety = parallelSafety
        self.isStrict = isStrict
        self.isSecurityDefiner = isSecurityDefiner
        self.isLeakproof = isLeakproof
        self.cost = cost
        self.rows = rows
        self.supportFunction = supportFunction
        self.settings = settings
        self.owner = owner
        self.privileges = privileges
        self.comment = comment
        self.source = source
        self.library = library
        self.aggregate = aggregate
        self.definition = definition
    }

    /// A row of pg_aggregate. Functions and types as the server prints them, qualified where the search path asks for it.
    public struct Aggregate: Sendable, Hashable {
        /// aggkind.
        public enum Kind: Character, Sendable, Hashable {
            case normal = "n"
            case orderedSet = "o"
            case hypotheticalSet = "h"
        }

        public var kind: Kind
        public var transitionFunction: String
        public var stateType: String
        public var finalFunction: String?
        public var combineFunction: String?
        public var initialValue: String?

        public init(
            kind: Kind, transitionFunction: String, stateType: String, finalFunction: String? = nil, combineFunction: String? = nil,
            initialValue: String? = nil
        ) {
            self.kind = kind
            self.transitionFunction = transitionFunction
            self.stateType = stateType
            self.finalFunction = finalFunction
            self.combineFunction = combineFunction
            self.initialValue = initialValue
        }
    }
}

/// What pg_get_functiondef and pg_get_function_sqlbody print. An SQL body (14 and later) stands behind the locks of the relations it names.
public struct FunctionDefinition: Sendable, Hashable {
    /// `CREATE OR REPLACE FUNCTION ...`; nil for an aggregate, which the server does not print.
    public var statement: String?
    /// A body in standard SQL; nil where the source is a string.
    public var body: String?

    public init(statement: String?, body: String?) {
        self.statement = statement
        self.body = body
    }
}
