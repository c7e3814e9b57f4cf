internal import PostgresClient
internal import PostgresMonitor

/// Why a time that was typed is none.
struct TimeComplaint: Error, Hashable {
    var words: String
}

/// A moment as it is typed, in UTC: `14:05`, `14:05:30`, `2026-01-02`, `2026-01-02 14:05`; from the present one `+5min`, `-90s`.
///
/// - Parameters:
///   - present: of times without a date the nearest to it counts, of those that were recorded.
/// - Returns: nil for an empty text.
func typedMoment(_ text: String, near present: WallClock, within span: ClosedRange<WallClock>) -> Result<WallClock, TimeComplaint>? {
    let text = text.replacing("UTC", with: "").replacing("Z", with: "").replacing("T", with: " ").trimmed
    guard let first = text.first else { return nil }
    if first == "+" || first == "-" {
        guard let seconds = AlertUnit.seconds.value(of: String(text.dropFirst())) else {
            return .failure(TimeComplaint(words: "a number and a unit: +5min, -90s, +2h"))
        }
        return .success(min(max(present + (first == "-" ? -seconds : seconds), span.lowerBound), span.upperBound))
    }
    let words = text.split(separator: " ")
    guard words.count <= 2, let moment = moment(words, near: present, within: span) else {
        return .failure(TimeComplaint(words: "a time in UTC: 14:05, 14:05:30, 2026-01-02 14:05, or +5min, -90s from here"))
    }
    // To the second: the labels are cut to it.
    guard moment >= span.lowerBound.rounded(.down), moment <= span.upperBound.rounded(.up) else {
        return .failure(
            TimeComplaint(words: "the recording goes from \(dayAndClock(span.lowerBound)) to \(dayAndClock(span.upperBound)) UTC"))
    }
    return .success(moment)
}

private func moment(_ words: [Substring], near present: WallClock, within span: ClosedRange<WallClock>) -> WallClock? {
    if words.count == 2 || !words[0].contains(":") {
        guard let day = day(words[0]) else { return nil }
        guard words.count == 2 else { return max(day, min(span.lowerBound, day + 86_399)) }
        return secondsOfDay(words[1]).map { day + $0 }
    }
    guard let seconds = secondsOfDay(words[0]) else { return nil }
    let today = (present / 86_400).rounded(.down) * 86_400 + seconds
    let days = (span.upperBound - span.lowerBound) / 86_400 + 1
    let candidates = stride(from: -days.rounded(.up), through: days.rounded(.up), by: 1).map { today + $0 * 86_400 }
    let recorded = candidates.filter { $0 >= span.lowerBound.rounded(.down) && $0 <= span.upperBound }
    return recorded.min { abs($0 - present) < abs($1 - present) } ?? today
}

/// `14:05` and `14:05:30`.
private func secondsOfDay(_ word: Substring) -> Double? {
    let parts = word.split(separator: ":", omittingEmptySubsequences: false).map { $0.count <= 2 ? Int($0) : nil }
    guard (2...3).contains(parts.count), let hour = parts[0], let minute = parts[1], let second = parts.count == 3 ? parts[2] : 0,
        (0..<24).contains(hour), (0..<60).contains(minute), (0..<60).contains(second)
    else { return nil }
    return Double(hour * 3_600 + minute * 60 + second)
}

/// Seconds since the epoch at the beginning of `2026-01-02`.
private func day(_ word: Substring) -> Double? {
    let parts = word.split(separator: "-", omittingEmptySubsequences: false).map { $0.count <= 4 ? Int($0) : nil }
    guard parts.count == 3, let year = parts[0], let month = parts[1], let day = parts[2], (1970..<10_000).contains(year),
        (1...12).contains(month), (1...31).contains(day)
    else { return nil }
    // As CivilTime counts: in years that begin on 1 March.
    let shifted = month <= 2 ? year - 1 : year
    let yearOfEra = shifted % 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    let days = shifted / 400 * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
    let seconds = Double(days) * 86_400
    let civil = CivilTime(secondsSinceEpoch: seconds)
    return civil.month == month && civil.day == day ? seconds : nil
}

/// `2026-01-02 03:04:05`.
func dayAndClock(_ moment: WallClock) -> String {
    let civil = CivilTime(secondsSinceEpoch: moment)
    return civil.date + " " + civil.clock
}
