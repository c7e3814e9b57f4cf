public import PostgresClient

/// A row of pg_rewrite, without the one that makes a view a view. Its text may wait for a lock: ``RelationDefinitions/rules``.
public struct Rule: Sendable, Hashable {
    /// ev_type.
    public enum Event: Character, Sendable, Hashable, CaseIterable {
        case select = "1"
        case update = "2"
        case insert = "3"
        case delete = "4"
    }

    public var oid: OID
    public var name: String
    /// nil for a code that is not known, as ``firing``.
    public var event: Event?
    public var firing: Firing?
    public var isInstead: Bool
    public var comment: String?

    public init(
        oid: OID, name: String, event: Event?, firing: Firing? = .origin, isInstead: Bool = false, comment: String? = nil
    ) {
        self.oid = oid
        self.name = name
        self.event = event
        self.firing = firing
        self.isInstead = isInstead
        self.comment = comment
    }
}
