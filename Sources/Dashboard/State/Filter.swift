public import Terminal

/// A pane's filter: rows that hold the text, letter case aside, stay.
public struct Filter: Sendable, Hashable {
    public var field = TextField()
    /// Whether keys go into the text at present.
    public var isBeingTyped = false

    public init() {}

    public var text: String { field.text }
    public var isActive: Bool { !field.text.isEmpty }

    /// The pattern to search with; made once for a pass over many rows.
    public var pattern: FilterPattern? { isActive ? FilterPattern(field.text) : nil }
}

/// A text to look for in many others, letter case aside. ASCII is compared bytewise, which keeps 100,000 names within a frame.
public struct FilterPattern: Sendable, Hashable {
    private let lowered: [UInt8]
    private let isASCII: Bool
    private let text: String

    public init(_ text: String) {
        self.text = text.lowercased()
        self.lowered = Array(self.text.utf8)
        self.isASCII = lowered.allSatisfy { $0 < 0x80 }
    }

    public func matches(_ candidate: String) -> Bool {
        guard isASCII else { return candidate.lowercased().contains(text) }
        var candidate = candidate
        return candidate.withUTF8 { bytes in
            guard bytes.count >= lowered.count else { return false }
            search: for start in 0...(bytes.count - lowered.count) {
                for offset in 0..<lowered.count where Self.lower(bytes[start + offset]) != lowered[offset] { continue search }
                return true
            }
            return false
        }
    }

    private static func lower(_ byte: UInt8) -> UInt8 { byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte }
}
