public import PostgresCatalog

/// A tab of the describer. Which of them a relation has follows from its kind.
public enum DescriberTab: Sendable, Hashable, CaseIterable {
    case columns
    /// What an index or a sequence is.
    case facts
    case indexes
    /// Its own, and the foreign keys that point at it.
    case constraints
    /// With rules.
    case triggers
    /// Privileges and policies.
    case access
    /// With what it is a partition of or inherits from.
    case partitions
    case storage, source, rows

    /// The tabs that a relation of a kind can have anything in.
    public static func tabs(of kind: RelationKind) -> [DescriberTab] {
        switch kind {
        case .table, .partitionedTable: [.columns, .indexes, .constraints, .triggers, .access, .partitions, .storage, .source, .rows]
        case .foreignTable: [.columns, .constraints, .triggers, .access, .partitions, .storage, .source, .rows]
        case .materializedView: [.columns, .indexes, .access, .storage, .source, .rows]
        case .view: [.columns, .triggers, .access, .storage, .source, .rows]
        case .index: [.columns, .facts, .storage, .source]
        case .partitionedIndex: [.columns, .facts, .partitions, .storage, .source]
        case .sequence: [.facts, .access, .storage, .source, .rows]
        case .compositeType: [.columns, .source]
        case .toastTable: [.columns, .indexes, .storage, .rows]
        }
    }

    public var title: String {
        switch self {
        case .columns: "Columns"
        case .facts: "Facts"
        case .indexes: "Indexes"
        case .constraints: "Constraints"
        case .triggers: "Triggers"
        case .access: "Access"
        case .partitions: "Partitions"
        case .storage: "Storage"
        case .source: "Source"
        case .rows: "Rows"
        }
    }

    /// Where room is short.
    var shortTitle: String {
        switch self {
        case .columns: "Cols"
        case .facts: "Facts"
        case .indexes: "Idx"
        case .constraints: "Con"
        case .triggers: "Trig"
        case .access: "Acc"
        case .partitions: "Part"
        case .storage: "Sto"
        case .source: "Src"
        case .rows: "Rows"
        }
    }

    var whenEmpty: String {
        switch self {
        case .columns: "no columns"
        case .facts: "nothing is known"
        case .indexes: "no indexes"
        case .constraints: "no constraints, and no foreign key points here"
        case .triggers: "no triggers and no rules"
        case .access: "no privileges and no policies"
        case .partitions: "no partitions, no children, no parents"
        case .storage: "no storage"
        case .source: "no source"
        case .rows: "no rows"
        }
    }
}
