public import PostgresClient

// Points in time as people read them, in UTC: the server's time zone is a session's setting, and this machine's is another.

/// `2026-01-02 03:04:05 UTC`.
public func dateAndTime(_ moment: Timestamp) -> String {
    if moment == .infinity { return "infinity" }
    if moment == .minusInfinity { return "-infinity" }
    let (year, month, day) = date(moment)
    return "\(digits(year, 4))-\(digits(month, 2))-\(digits(day, 2)) " + clock(moment)
}

/// `03:04:05 UTC`.
public func clock(_ moment: Timestamp) -> String {
    let second = floorMod(floorDiv(moment.microsecondsSinceEpoch, 1_000_000), 86_400)
    return "\(digits(second / 3600, 2)):\(digits(second / 60 % 60, 2)):\(digits(second % 60, 2)) UTC"
}

/// The day in the Gregorian calendar, counted in eras of 400 years that begin on 1 March.
private func date(_ moment: Timestamp) -> (year: Int64, month: Int64, day: Int64) {
    let shifted = floorDiv(moment.microsecondsSinceEpoch, 86_400_000_000) + 719_468
    let era = floorDiv(shifted, 146_097)
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let monthFromMarch = (5 * dayOfYear + 2) / 153
    let month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * monthFromMarch + 2) / 5 + 1)
}

private func floorDiv(_ value: Int64, _ divisor: Int64) -> Int64 {
    let quotient = value / divisor
    return value % divisor < 0 ? quotient - 1 : quotient
}

private func floorMod(_ value: Int64, _ divisor: Int64) -> Int64 { value - floorDiv(value, divisor) * divisor }

private func digits(_ value: Int64, _ count: Int) -> String {
    let text = String(value)
    return String(repeating: "0", count: max(0, count - text.count)) + text
}
