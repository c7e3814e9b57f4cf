/// One cell of the screen.
public struct Cell: Sendable, Hashable {
    /// A base character with its combining marks; the empty string is the right half of a wide character.
    public var text: String
    public var style: Style

    public init(_ text: String = " ", style: Style = .plain) {
        self.text = text
        self.style = style
    }
}
