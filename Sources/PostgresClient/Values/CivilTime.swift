/// A moment in UTC as the Gregorian calendar and the clock tell it.
public struct CivilTime: Sendable, Hashable {
    public let year: Int64
    /// 1 ... 12
    public let month: Int64
    /// 1 ... 31
    public let day: Int64
    public let hour: Int64
    public let minute: Int64
    public let second: Int64
    public let microsecond: Int64
    /// 0 is Sunday.
    public let weekday: Int64

    /// - Parameter moment: finite (neither of the server's infinities).
    public init(_ moment: Timestamp) {
        // Of the first day that there is, a part is missing.
        let microseconds = max(moment.microsecondsSinceEpoch, .min + 86_400_000_000)
        let days = Self.floorDiv(microseconds, 86_400_000_000)
        let time = microseconds - days * 86_400_000_000
        // Counted in eras of 400 years that begin on 1 March.
        let shifted = days + 719_468
        let era = Self.floorDiv(shifted, 146_097)
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let monthFromMarch = (5 * dayOfYear + 2) / 153
        month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
        day = dayOfYear - (153 * monthFromMarch + 2) / 5 + 1
        year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
        hour = time / 3_600_000_000
        minute = time / 60_000_000 % 60
        second = time / 1_000_000 % 60
        microsecond = time % 1_000_000
        // 1970-01-01 was a Thursday.
        weekday = (days % 7 + 11) % 7
    }

    /// - Parameter seconds: since the epoch.
    public init(secondsSinceEpoch seconds: Double) {
        self.init(Timestamp(secondsSinceEpoch: seconds))
    }

    /// `2026-01-02`
    public var date: String { "\(Self.digits(year, 4))-\(Self.digits(month, 2))-\(Self.digits(day, 2))" }

    /// `03:04:05`
    public var clock: String { "\(Self.digits(hour, 2)):\(Self.digits(minute, 2)):\(Self.digits(second, 2))" }

    /// `2026-01-02T03:04:05.678Z` (RFC 3339), to the millisecond, cut.
    public var rfc3339: String { "\(date)T\(clock).\(Self.digits(microsecond / 1_000, 3))Z" }

    /// `Fri, 02 Jan 2026 03:04:05 GMT`: the form of HTTP's dates (RFC 9110).
    public var httpDate: String {
        let days = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"]
        let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
        return "\(days[Int(weekday)]), \(Self.digits(day, 2)) \(months[Int(month) - 1]) \(Self.digits(year, 4)) \(clock) GMT"
    }

    private static func floorDiv(_ value: Int64, _ divisor: Int64) -> Int64 {
        let quotient = value / divisor
        return value % divisor < 0 ? quotient - 1 : quotient
    }

    private static func digits(_ value: Int64, _ count: Int) -> String {
        let text = String(value)
        return String(repeating: "0", count: max(0, count - text.count)) + text
    }
}
