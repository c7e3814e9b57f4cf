internal import DisplayText

/// A piece of a line, and what it is for.
public struct Span: Sendable, Hashable {
    /// Fit for a screen: text from outside has passed `DisplayText`.
    public var text: String
    public var role: Role

    public init(_ text: String, _ role: Role = .text) {
        self.text = text
        self.role = role
    }
}

/// One line of text in roles. The theme gives the styles when it is drawn.
public struct StyledText: Sendable, Hashable, ExpressibleByStringLiteral {
    public var spans: [Span]

    public init(_ spans: [Span] = []) { self.spans = spans }

    /// Text of this program, or text that has passed `DisplayText`.
    public init(_ text: String, _ role: Role = .text) { spans = text.isEmpty ? [] : [Span(text, role)] }

    public init(stringLiteral text: String) { self.init(text) }

    /// Text from outside: passes `DisplayText` here, and what had to be made visible gets the role `escaped`.
    public init(outside text: String, _ role: Role = .text) {
        spans = DisplayText.segments(of: text).map { Span($0.text, $0.isEscape ? .escaped : role) }
    }

    /// The columns it takes.
    public var width: Int { spans.reduce(0) { $0 + DisplayText.width(of: $1.text) } }

    public var isEmpty: Bool { spans.allSatisfy(\.text.isEmpty) }

    /// The text without its roles.
    public var plainText: String { spans.reduce(into: "") { $0 += $1.text } }

    public static func + (left: StyledText, right: StyledText) -> StyledText { StyledText(left.spans + right.spans) }

    public static func += (left: inout StyledText, right: StyledText) { left.spans += right.spans }

    /// The line cut to so many columns, with the ellipsis where something was cut off.
    public func truncated(to columns: Int, ellipsis: Character) -> StyledText {
        guard width > columns else { return self }
        var room = columns
        var kept: [Span] = []
        for (index, span) in spans.enumerated() where room > 0 {
            let width = DisplayText.width(of: span.text)
            let isLast = spans[(index + 1)...].allSatisfy(\.text.isEmpty)
            if width < room || (width == room && isLast) {
                kept.append(span)
                room -= width
            } else {
                let cut = DisplayText.truncated(span.text + (isLast ? "" : "  "), to: room, ellipsis: ellipsis)
                kept.append(Span(cut, span.role))
                room = 0
            }
        }
        return StyledText(kept)
    }
}
