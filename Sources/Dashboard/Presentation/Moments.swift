public import PostgresClient

// Points in time as people read them, in UTC: the server's time zone is a session's setting, and this machine's is another.

/// `2026-01-02 03:04:05 UTC`.
public func dateAndTime(_ moment: Timestamp) -> String {
    if moment == .infinity { return "infinity" }
    if moment == .minusInfinity { return "-infinity" }
    return CivilTime(moment).date + " " + clock(moment)
}

/// `03:04:05 UTC`.
public func clock(_ moment: Timestamp) -> String { CivilTime(moment).clock + " UTC" }
