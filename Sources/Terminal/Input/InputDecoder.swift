/// Turns the bytes that a terminal sends into events, however reads cut them up: UTF-8, control keys, Alt, function keys as xterm, the Linux
/// console, rxvt and the terminal's own description send them, mouse reports, bracketed paste.
///
/// A sequence that nothing is known of is dropped whole, so that a strange key never types its tail.
public struct InputDecoder: Sendable {
    /// How long a lone escape byte waits to become the start of a sequence, and how long a sequence or character cut in half waits for its rest.
    public static let escapeDelay = Duration.milliseconds(25)
    public static let sequenceDelay = Duration.milliseconds(500)

    private let sequences: [[UInt8]: KeyChord]
    private let longestSequence: Int
    private var pending: [UInt8] = []
    private var paste: PasteBuffer?
    private let pasteLimit: Int
    private var presses = PressCounter()

    /// - Parameters:
    ///   - sequences: what the terminal's description adds to the sequences known anyway; these win.
    ///   - pasteLimit: the bytes kept of one paste; what is beyond is dropped, up to the paste's end.
    public init(sequences: [[UInt8]: KeyChord] = [:], pasteLimit: Int = 1 << 20) {
        self.sequences = sequences.filter { $0.key.first == 0x1B && $0.key.count > 1 }
        longestSequence = self.sequences.keys.map(\.count).max() ?? 0
        self.pasteLimit = pasteLimit
    }

    /// Takes what one read gave.
    /// - Parameter now: tells a double press from two presses.
    public mutating func decode(_ bytes: some Collection<UInt8>, at now: ContinuousClock.Instant) -> [TerminalEvent] {
        var events: [TerminalEvent] = []
        if paste != nil, bytes.count == 1, bytes.first == 0x03 {
            // A terminal that never ends its paste would swallow every key: ^C by itself gets out.
            paste = nil
            return [.key(.control("c"))]
        }
        pending += bytes
        var consumed = 0
        while consumed < pending.count {
            if paste != nil {
                guard let taken = takePaste(from: consumed, &events) else { break }
                consumed += taken
                continue
            }
            switch parse(pending[consumed...]) {
            case .incomplete:
                pending.removeFirst(consumed)
                return events
            case .token(let token, let length):
                consumed += length
                take(token, at: now, &events)
            }
        }
        pending.removeFirst(min(consumed, pending.count))
        return events
    }

    /// How long to wait for more bytes before ``flush()``; nil where nothing is half read.
    public var patience: Duration? {
        guard paste == nil, !pending.isEmpty else { return nil }
        return pending.allSatisfy { $0 == 0x1B } ? Self.escapeDelay : Self.sequenceDelay
    }

    /// Says that no more bytes came: an escape is the key, `ESC [` is Alt with a bracket, half a sequence is nothing, half a character U+FFFD.
    public mutating func flush() -> [TerminalEvent] {
        guard paste == nil else { return [] }
        let rest = pending
        pending = []
        switch rest.count {
        case 0: return []
        case _ where rest[0] != 0x1B: return [.key(.character("\u{FFFD}"))]
        case _ where rest.allSatisfy { $0 == 0x1B }: return rest.map { _ in .key(KeyChord(.escape)) }
        case 2 where rest[1] < 0x7F: return [.key(KeyChord(.character(Character(Unicode.Scalar(rest[1]))), alt: true))]
        default: return []
        }
    }

    private mutating func take(_ token: InputToken, at now: ContinuousClock.Instant, _ events: inout [TerminalEvent]) {
        switch token {
        case .key(let chord): events.append(.key(chord))
        case .press(let point): events.append(.mouse(MouseEvent(presses.kind(of: point, at: now), at: point)))
        case .wheel(let kind, let point): events.append(.mouse(MouseEvent(kind, at: point)))
        case .pasteStart: paste = PasteBuffer(limit: pasteLimit)
        case .nothing: break
        }
    }

    /// - Returns: the bytes used up; nil where all that is left may be the start of the end marker.
    private mutating func takePaste(from start: Int, _ events: inout [TerminalEvent]) -> Int? {
        guard let (taken, isComplete) = paste?.take(pending[start...]) else { return nil }
        if isComplete, let text = paste?.text {
            events.append(.paste(text))
            paste = nil
        }
        return taken == 0 ? nil : taken
    }

    private func parse(_ bytes: ArraySlice<UInt8>) -> InputParse {
        if bytes.first == 0x1B, longestSequence > 0 {
            for length in stride(from: min(bytes.count, longestSequence), through: 2, by: -1) {
                if let chord = sequences[Array(bytes.prefix(length))] { return .token(.key(chord), length) }
            }
        }
        return InputParse(bytes)
    }
}

/// Two presses on one cell within 400 ms are a double press.
private struct PressCounter: Sendable {
    private var last: (point: Point, time: ContinuousClock.Instant)?

    mutating func kind(of point: Point, at now: ContinuousClock.Instant) -> MouseEvent.Kind {
        if let last, last.point == point, now - last.time < .milliseconds(400) {
            self.last = nil
            return .doublePress
        }
        last = (point, now)
        return .press
    }
}
