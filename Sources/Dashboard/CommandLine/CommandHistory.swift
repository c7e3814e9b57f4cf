/// The lines that were run, the last one at the end.
public struct CommandHistory: Sendable, Hashable {
    /// What a file keeps of them.
    public static let longest = 500

    public private(set) var lines: [String]
    /// How many of ``lines``, from the end, were run since it was read.
    public private(set) var added = 0

    public init(_ lines: [String] = []) { self.lines = lines.suffix(Self.longest) }

    /// The same line twice in a row stands once.
    mutating func add(_ line: String) {
        guard line != lines.last else { return }
        lines.append(line)
        added += 1
        if lines.count > Self.longest { lines.removeFirst() }
    }

    /// What a file should hold that holds these lines now: another session may have written it since it was read.
    public func merged(with written: [String]) -> [String] {
        Array((written + lines.suffix(added)).suffix(Self.longest))
    }
}
