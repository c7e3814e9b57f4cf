internal import PostgresClient

// Numbers as people read them; pure functions from a value to text.

/// `7.6 MB`, `51 GB`: base 1024, as pg_size_pretty counts, with one decimal below ten.
public func byteSize(_ bytes: Int64) -> String {
    scaled(Double(bytes), base: 1024, units: ["B", "kB", "MB", "GB", "TB", "PB", "EB"], gap: " ")
}

/// `23`, `9.4 k`, `10 M`: how many, to two or three figures.
public func compactCount(_ count: Double) -> String {
    scaled(count, base: 1000, units: ["", "k", "M", "G", "T", "P"], gap: " ")
}

private func scaled(_ value: Double, base: Double, units: [String], gap: String) -> String {
    var rest = value
    var unit = 0
    while rest.magnitude >= base - 0.5, unit < units.count - 1 {
        rest /= base
        unit += 1
    }
    let number = unit > 0 && rest.magnitude < 9.95 ? tenths(rest) : String(Int64(saturating: rest.rounded()))
    return units[unit].isEmpty ? number : number + gap + units[unit]
}

/// A number with one decimal: `99.2`.
public func tenths(_ value: Double) -> String {
    let scaled = Int64(saturating: (value * 10).rounded())
    return "\(scaled < 0 ? "-" : "")\(scaled.magnitude / 10).\(scaled.magnitude % 10)"
}

/// A time span in its two largest units where the second matters: `34 s`, `12 min`, `5 h 10 min`, `93 d`.
public func timeSpan(seconds: Double) -> String {
    let whole = Int64(saturating: max(0, seconds))
    switch whole {
    case ..<60: return "\(whole) s"
    case ..<3_600: return "\(whole / 60) min"
    case ..<36_000: return "\(whole / 3_600) h \(whole % 3_600 / 60) min"
    case ..<172_800: return "\(whole / 3_600) h"
    default: return "\(whole / 86_400) d"
    }
}

public func timeSpan(_ duration: Duration) -> String { timeSpan(seconds: duration.inSeconds) }

/// An interval that was set: `0.5 s`, `2 s`, `5 min`.
public func interval(_ duration: Duration) -> String {
    let seconds = duration.inSeconds
    return seconds == seconds.rounded() ? timeSpan(seconds: seconds) : tenths(seconds) + " s"
}

/// A latency: `0.3 ms`, `34 ms`, `1.2 s`.
public func latency(_ duration: Duration) -> String {
    let milliseconds = duration.inSeconds * 1_000
    if milliseconds < 10 { return tenths(milliseconds) + " ms" }
    if milliseconds < 1_000 { return "\(Int64(saturating: milliseconds.rounded())) ms" }
    return tenths(milliseconds / 1_000) + " s"
}

extension Duration {
    /// As a plain number of seconds.
    public var inSeconds: Double {
        let (seconds, attoseconds) = components
        return Double(seconds) + Double(attoseconds) * 1e-18
    }
}
