/// How much a description is asked for.
public enum DescriptionDetail: Int, Sendable, Hashable, CaseIterable, Comparable {
    /// What psql's `\d` prints, and nothing else that would cost the server time.
    case brief
    /// What psql's `\d+` prints, in the same way.
    case verbose
    /// Also what psql does not tell: sizes and rows, exact and estimated, vacuums, columns of constraints and of a table's indexes, comments,
    /// the source of trigger functions, and the rest of what it takes to make the relation again.
    case full

    public static func < (left: DescriptionDetail, right: DescriptionDetail) -> Bool { left.rawValue < right.rawValue }
}
