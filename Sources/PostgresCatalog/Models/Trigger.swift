public import PostgresClient

/// In which sessions a trigger or rule fires (tgenabled, ev_enabled), by session_replication_role.
public enum Firing: Character, Sendable, Hashable, CaseIterable {
    /// In ordinary sessions: origin and local.
    case origin = "O"
    case disabled = "D"
    case always = "A"
    case replica = "R"
}

/// A row of pg_trigger.
///
/// Those that the server keeps for foreign keys are left out unless they are disabled.
public struct Trigger: Sendable, Hashable {
    public enum Timing: Sendable, Hashable {
        case before, after, insteadOf
    }
    public enum Event: Sendable, Hashable, CaseIterable {
        case insert, delete, update, truncate
    }

    public var oid: OID
    public var name: String
    public var timing: Timing
    public var events: [Event]
    /// FOR EACH ROW; otherwise FOR EACH STATEMENT.
    public var isForEachRow: Bool
    /// nil for a code that is not known.
    public var firing: Firing?
    /// tgisinternal: made by the server for a constraint or, from 11 to 14, for a partition.
    public var isInternal: Bool
    /// The topmost partitioned table that it was copied from.
    public var inheritedFrom: RelationName?
    public var function: FunctionName
    /// prosrc of the function; nil where it was not asked.
    public var functionSource: String?
    /// pg_get_triggerdef; nil where it has a WHEN, whose printing may wait for a lock: ``RelationDefinitions/triggers``.
    public var definition: String?
    public var comment: String?

    public init(
        oid: OID, name: String, timing: Timing, events: [Event], isForEachRow: Bool = false, firing: Firing? = .origin,
        isInternal: Bool = false, inheritedFrom: RelationName? = nil, function: FunctionName, functionSource: String? = nil,
        definition: String? = nil, comment: String? = nil
    ) {
        self.oid = oid
        self.name = name
        self.timing = timing
        self.events = events
        self.isForEachRow = isForEachRow
        self.firing = firing
        self.isInternal = isInternal
        self.inheritedFrom = inheritedFrom
        self.function = function
        self.functionSource = functionSource
        self.definition = definition
        self.comment = comment
    }
}

/// A row of pg_proc by its name.
public struct FunctionName: Sendable, Hashable {
    public var oid: OID
    public var schema: String
    public var name: String

    public init(oid: OID, schema: String, name: String) {
        self.oid = oid
        self.schema = schema
        self.name = name
    }
}
