public import DisplayText

/// One cell of the screen.
public struct Cell: Sendable, Hashable {
    public var text: CellText
    public var style: Style

    public init(_ text: CellText = .space, style: Style = .plain) {
        self.text = text
        self.style = style
    }
}
