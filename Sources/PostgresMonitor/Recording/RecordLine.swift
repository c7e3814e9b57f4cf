internal import FoundationEssentials

/// A line of a recording: a JSON object of schema `pgdeck/record/1`.
///
/// `{"schema":"pgdeck/record/1","at":1767323045.123456,"whole":true,...}`: these three come first and without spaces, so that a reader finds
/// its way by the head of each line. A line that is not whole holds only the readings, and the server, that are not as they were in the line before.
struct RecordLine {
    /// What stands in front of the moment.
    static let beginning = Array(#"{"schema":"pgdeck/record/1","at":"#.utf8)

    /// To the year 9999: what is beyond it was no clock's.
    static let moments: Range<WallClock> = 0..<253_402_300_800
    /// What a refresh and its answer may take, in seconds.
    static let spans = 0.0...1e9

    /// What a head says.
    struct Head: Hashable {
        var at: WallClock
        var isWhole: Bool
    }

    /// All behind the head.
    struct Body: Codable {
        enum Link: String, Codable {
            case unwatched, connecting, answering, away
        }

        var link: Link
        /// Why the server is away.
        var trouble: String?
        var alerts: [Alert]
        /// Absent where only the link has changed.
        var snapshot: Snapshot?
    }

    /// - Parameter base: the snapshot in the lines before; nil for a line that is whole.
    static func bytes(_ moment: RecordedMoment, since base: Snapshot?) throws -> [UInt8] {
        var snapshot = moment.snapshot
        if let base { snapshot?.readings = moment.snapshot!.readings.filter { base.readings[$0] != $1 } }
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        encoder.userInfo[.knownServer] = base?.server
        encoder.nonConformingFloatEncodingStrategy = .convertToString(
            positiveInfinity: "Infinity", negativeInfinity: "-Infinity", nan: "NaN")
        let body = try encoder.encode(Body(moment, snapshot))
        let head = beginning + Array("\(moment.at),\"whole\":\(base == nil),".utf8)
        return head + body.dropFirst() + [UInt8(ascii: "\n")]
    }

    /// nil where the line is no line of a recording.
    static func head(of line: some Collection<UInt8>) -> Head? {
        guard line.starts(with: beginning) else { return nil }
        let rest = line.dropFirst(beginning.count)
        let number = rest.prefix { $0 != UInt8(ascii: ",") }.prefix(40)
        guard let at = Double(String(decoding: number, as: UTF8.self)), moments.contains(at) else { return nil }
        let flag = rest.dropFirst(number.count)
        for isWhole in [true, false] where flag.starts(with: Array(",\"whole\":\(isWhole),".utf8)) { return Head(at: at, isWhole: isWhole) }
        return nil
    }

    /// The part of a line that the history takes.
    private struct Metered: Decodable {
        struct Part: Decodable {
            var takenAt: WallClock
            var interval: Double
            var metrics: [Metric: Double]
        }

        var snapshot: Part?
    }

    /// nil where the line is damaged or holds no snapshot.
    static func metrics(of line: [UInt8]) -> RecordedMetrics? {
        guard let part = try? decoder.decode(Metered.self, from: Data(line)).snapshot, moments.contains(part.takenAt),
            spans.contains(part.interval)
        else { return nil }
        return RecordedMetrics(takenAt: part.takenAt, interval: part.interval, metrics: part.metrics)
    }

    /// Those that stood; none where the line is damaged.
    static func alerts(of line: [UInt8]) -> [Alert] {
        struct Alerts: Decodable { var alerts: [Alert] }
        return (try? decoder.decode(Alerts.self, from: Data(line)))?.alerts ?? []
    }

    private static var decoder: JSONDecoder {
        let decoder = JSONDecoder()
        decoder.nonConformingFloatDecodingStrategy = .convertFromString(
            positiveInfinity: "Infinity", negativeInfinity: "-Infinity", nan: "NaN")
        return decoder
    }

    /// nil where the line is damaged.
    ///
    /// - Parameter base: how things stood by the lines before.
    static func moment(of line: [UInt8], after base: RecordedMoment?) -> RecordedMoment? {
        guard let head = head(of: line) else { return nil }
        let decoder = decoder
        decoder.userInfo[.knownServer] = head.isWhole ? nil : base?.snapshot?.server
        guard let body = try? decoder.decode(Body.self, from: Data(line)) else { return nil }
        if let snapshot = body.snapshot, !moments.contains(snapshot.takenAt) { return nil }
        var snapshot = body.snapshot
        if !head.isWhole, let before = base?.snapshot {
            snapshot?.readings.merge(before.readings) { changed, _ in changed }
        }
        return RecordedMoment(at: head.at, link: body.condition, snapshot: snapshot ?? base?.snapshot, alerts: body.alerts)
    }
}

extension RecordLine.Body {
    init(_ moment: RecordedMoment, _ snapshot: Snapshot?) {
        var trouble: String?
        let link: Link
        switch moment.link {
        case .unwatched: link = .unwatched
        case .connecting: link = .connecting
        case .answering: link = .answering
        case .away(let words):
            link = .away
            trouble = words
        }
        self.init(link: link, trouble: trouble, alerts: moment.alerts, snapshot: snapshot)
    }

    var condition: LinkCondition {
        switch link {
        case .unwatched: .unwatched
        case .connecting: .connecting
        case .answering: .answering
        case .away: .away(trouble ?? "")
        }
    }
}
