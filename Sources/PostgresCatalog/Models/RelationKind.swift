/// pg_class.relkind.
public enum RelationKind: Character, Sendable, Hashable, CaseIterable {
    case table = "r"
    case partitionedTable = "p"
    case view = "v"
    case materializedView = "m"
    case index = "i"
    case partitionedIndex = "I"
    case sequence = "S"
    case foreignTable = "f"
    case compositeType = "c"
    case toastTable = "t"
}
