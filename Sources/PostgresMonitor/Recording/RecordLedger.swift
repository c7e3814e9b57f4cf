/// Counts the moments on their way to a recording and those lost on it, and says when that begins and when it is over.
///
/// A value without a clock or a thread: whoever hands moments over and whoever writes them tell it.
public struct RecordLedger: Sendable {
    /// What somebody should hear of.
    public enum Notice: Sendable, Hashable {
        /// The disk has taken nothing for so many seconds; nothing is lost yet.
        case waiting(seconds: Double)
        /// Lines are being lost.
        case losing(reason: String)
        /// Lines are written again, and so many were lost meanwhile.
        case over(lost: Int)
    }

    /// Moments handed over and not yet written; what comes beyond them is lost.
    public static let mostWaiting = 16
    /// Seconds after which a disk that takes nothing is told of.
    public static let patience = 5.0

    /// Lines lost since the recording began.
    public private(set) var lost = 0
    /// Why the last of them was lost.
    public private(set) var reason: String?
    /// Moments handed over that nobody has written yet.
    public private(set) var waiting = 0
    /// Those lost in the trouble at hand; nil where there is none.
    private var lostNow: Int?
    /// When the disk last took something, or was idle.
    private var lastProgress: WallClock = 0

    private static let hangs = "the disk does not keep up"

    public init() {}

    /// A moment is about to be handed over.
    /// - Returns: whether there is room for it, and what is to be told.
    public mutating func handOver(at moment: WallClock) -> (isRoom: Bool, notice: Notice?) {
        if waiting == 0 { lastProgress = moment }
        guard waiting < Self.mostWaiting else {
            lost += 1
            reason = Self.hangs
            defer { lostNow = (lostNow ?? 0) + 1 }
            return (false, (lostNow ?? 0) == 0 ? .losing(reason: Self.hangs) : nil)
        }
        waiting += 1
        guard lostNow == nil, moment - lastProgress >= Self.patience else { return (true, nil) }
        lostNow = 0
        return (true, .waiting(seconds: moment - lastProgress))
    }

    /// A moment that was handed over has been dealt with.
    /// - Parameters:
    ///   - failures: why each of its lines that was not written was not.
    ///   - written: how many lines were.
    public mutating func finish(written: Int, failures: [RecordingError], at moment: WallClock) -> Notice? {
        waiting -= 1
        lastProgress = moment
        guard let failure = failures.last else {
            guard let lost = lostNow, written > 0 else { return nil }
            lostNow = nil
            return .over(lost: lost)
        }
        lost += failures.count
        reason = failure.description
        defer { lostNow = (lostNow ?? 0) + failures.count }
        return (lostNow ?? 0) == 0 ? .losing(reason: failure.description) : nil
    }

    /// What was held back has been written at the end, or not.
    public mutating func close(failures: [RecordingError]) {
        lost += failures.count
        reason = failures.last?.description ?? reason
    }

    /// What is missing of the recording at its end, in a line; nil where it is whole.
    public var shortcoming: String? {
        var parts: [String] = []
        if lost > 0 { parts.append("\(lines(lost)) lost: \(reason ?? "")") }
        if waiting > 0 { parts.append("\(waiting) still waiting for the disk") }
        return parts.isEmpty ? nil : "the recording is not complete: " + parts.joined(separator: "; ")
    }
}

extension RecordLedger.Notice: CustomStringConvertible {
    public var description: String {
        switch self {
        case .waiting(let seconds): "the recording waits for the disk, which has taken nothing for \(Int(seconds)) s"
        case .losing(let reason): "the recording is losing lines: \(reason)"
        case .over(0): "the recording goes on, and nothing was lost"
        case .over(let lost): "the recording goes on; \(lines(lost)) lost"
        }
    }
}

private func lines(_ count: Int) -> String { count == 1 ? "1 line was" : "\(count) lines were" }
