/// How much a description is asked for.
public enum DescriptionDetail: Int, Sendable, Hashable, CaseIterable, Comparable {
    /// What psql's `\d` prints.
    case brief
    /// What psql's `\d+` prints.
    case verbose
    /// Also what psql does not tell: exact sizes, counted rows and vacuums, the source of trigger functions, and the rest of what it takes
    /// to make the relation again.
    case full

    public static func < (left: DescriptionDetail, right: DescriptionDetail) -> Bool { left.rawValue < right.rawValue }
}
