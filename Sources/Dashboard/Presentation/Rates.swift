internal import PostgresClient

// Figures of the monitor: narrow, with their unit, and of a width that hardly changes.

/// `0.5 /s`, `350 /s`, `9.4 k/s`.
public func perSecond(_ rate: Double) -> String {
    let isSmall = rate >= 0.05 && rate < 9.95 && rate != rate.rounded()
    return joined(isSmall ? tenths(rate) : compactCount(rate), "/s")
}

/// `512 B/s`, `1.2 MB/s`.
public func bytesPerSecond(_ rate: Double) -> String { byteSize(Int64(saturating: rate.rounded())) + "/s" }

/// `12 /min`, `1.2 k/min`.
public func perMinute(_ rate: Double) -> String { joined(compactCount(rate), "/min") }

/// `99.2 %` of 0.992.
public func percent(_ fraction: Double) -> String { tenths(fraction * 100) + " %" }

/// An age or a time spent in at most six columns: `420 ms`, `4.2 s`, `42 s`, `12 min`, `5 h`, `93 d`.
public func shortAge(_ seconds: Double) -> String {
    let seconds = max(0, seconds)
    switch seconds {
    case ..<0.0005: return "0 s"
    case ..<0.9995: return "\(Int64(saturating: (seconds * 1_000).rounded())) ms"
    case ..<9.95: return tenths(seconds) + " s"
    case ..<99.5: return "\(Int64(saturating: seconds.rounded())) s"
    case ..<5_970: return "\(Int64(saturating: (seconds / 60).rounded())) min"
    case ..<172_800: return "\(Int64(saturating: (seconds / 3_600).rounded())) h"
    default: return "\(Int64(saturating: (seconds / 86_400).rounded())) d"
    }
}

/// A unit behind a number: next to its magnitude where it has one, else behind a space.
private func joined(_ number: String, _ unit: String) -> String { number.last?.isLetter == true ? number + unit : number + " " + unit }
