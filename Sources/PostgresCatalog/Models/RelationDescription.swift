public import PostgresClient

/// What a relation is, by questions that never wait for a lock.
public struct RelationDescription: Sendable, Hashable {
    public var relation: RelationName
    public var kind: RelationKind
    public var owner: String
    public var comment: String?
    public var persistence: Relation.Persistence
    /// nil also where it was not asked, as ``estimatedBytes`` is.
    public var estimatedRows: Double?
    /// Main fork by relpages; see ``Relation/estimatedBytes``.
    public var estimatedBytes: Int64?

    /// relam; nil for kinds that have none.
    public var accessMethod: String?
    /// nil is the database's own.
    public var tablespace: String?
    /// reloptions: `fillfactor=70`.
    public var options: [String]
    /// reloptions of its TOAST table.
    public var toastOptions: [String]
    /// The composite type it is a table OF, as regtype prints it.
    public var ofType: String?
    /// nil for a code that is not known.
    public var replicaIdentity: ReplicaIdentity?
    public var rowSecurity: RowSecurity
    /// relhastriggers: has triggers or once had, those that enforce foreign keys included.
    public var hasTriggers: Bool
    /// relispartition.
    public var isPartition: Bool
    /// Its TOAST table.
    public var toastTable: OID?

    public var columns: [Column]
    /// The primary key first, then by name.
    public var indexes: [Index]
    /// By name.
    public var constraints: [Constraint]
    /// The foreign keys of the partitioned tables that it is a partition of, by name; it carries copies of them.
    public var inheritedForeignKeys: [Constraint]
    /// Foreign keys of other relations that point here or at what it is a partition of, by name.
    public var referencedBy: [Constraint]
    /// By name.
    public var triggers: [Trigger]
    /// By name.
    public var rules: [Rule]
    /// By name.
    public var policies: [Policy]
    /// By schema and name.
    public var statistics: [ExtendedStatistics]
    /// By name.
    public var publications: [Publication]

    /// What it is a partition of.
    public var partitionOf: PartitionParent?
    /// The partitioned relations above it (pg_partition_ancestors), the nearest first.
    public var ancestors: [OID]
    /// The tables that it inherits from, in order; without a partitioned one.
    public var inherits: [RelationName]
    /// Partitions, or tables that inherit from it, by name as regclass prints it.
    public var children: [ChildRelation]

    /// Of a sequence.
    public var sequence: SequenceParameters?
    /// Those that its columns own, identity columns included, by column; empty where they were not asked.
    public var ownedSequences: [OwnedSequence] = []
    /// Of a foreign table.
    public var foreignTable: ForeignTable?
    /// Of an index: its own row of pg_index.
    public var index: Index?
    /// Of an index.
    public var indexedTable: RelationName?
    /// Of a TOAST table: the table whose values it keeps.
    public var toastOwner: RelationName?

    /// relacl; nil where the default privileges hold. Those of columns are in ``Column/privileges``.
    public var privileges: [AccessPrivilege]?
    /// nil for kinds that are not counted, and where it was not asked.
    public var activity: RelationActivity?

    /// The schemas in which the session that asked finds names without a schema (current_schemas): what the server printed of the relation
    /// leaves them out. Empty where it was not asked.
    public var searchPath: [String] = []

    /// Why some of it is missing (a right was revoked, say); the first reason.
    public var unavailable: PostgresError?

    public init(
        relation: RelationName, kind: RelationKind, owner: String, comment: String? = nil,
        persistence: Relation.Persistence = .permanent, estimatedRows: Double? = nil, estimatedBytes: Int64? = nil,
        columns: [Column] = [], indexes: [Index] = [], constraints: [Constraint] = [], referencedBy: [Constraint] = []
    ) {
        self.relation = relation
        self.kind = kind
        self.owner = owner
        self.comment = comment
        self.persistence = persistence
        self.estimatedRows = estimatedRows
        self.estimatedBytes = estimatedBytes
        self.options = []
        self.toastOptions = []
        self.rowSecurity = RowSecurity()
        self.hasTriggers = false
        self.isPartition = false
        self.columns = columns
        self.indexes = indexes
        self.constraints = constraints
        self.inheritedForeignKeys = []
        self.referencedBy = referencedBy
        self.triggers = []
        self.rules = []
        self.policies = []
        self.statistics = []
        self.publications = []
        self.ancestors = []
        self.inherits = []
        self.children = []
    }
}
