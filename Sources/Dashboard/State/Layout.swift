public import Terminal

/// Where everything lies on a screen of some size; pure geometry.
public struct Layout: Sendable, Hashable {
    /// Under this many columns, or rows, one pane shows at a time.
    public static let onePaneColumns = 60
    public static let onePaneRows = 12

    public let size: Size
    /// The panes on the screen; a pane without room is absent.
    public let panes: [PaneID: Rectangle]
    public let statusBar: Rectangle
    public let hintLine: Rectangle

    public init(size: Size, focus: PaneID, zoomed: Bool, databaseCount: Int) {
        self.size = size
        let screen = Rectangle(size)
        // The last rows to go are the panes' own: a screen of two rows shows nothing else.
        let (withoutHints, hintLine) = screen.splitBottom(size.height >= 3 ? 1 : 0)
        let (body, statusBar) = withoutHints.splitBottom(size.height >= 2 ? 1 : 0)
        self.hintLine = hintLine
        self.statusBar = statusBar
        if zoomed || size.width < Self.onePaneColumns || size.height < Self.onePaneRows {
            panes = [focus: body]
            return
        }
        let (left, right) = body.splitLeft(max(26, min(44, size.width * 3 / 10)))
        let rows = max(5, min(databaseCount + 2, body.height / 3))
        let (top, rest) = left.splitTop(rows)
        panes = [.databases: top, .tree: rest, .describer: right]
    }

    /// The rows of content a pane shows: all within its border, in the describer less the tabs and the table's header.
    public func contentHeight(_ pane: PaneID) -> Int {
        let inner = panes[pane].map { max(0, $0.height - 2) } ?? max(0, size.height - 4)
        return pane == .describer ? max(0, inner - 2) : inner
    }

    public func pane(at point: Point) -> PaneID? {
        panes.first { $0.value.contains(point) }?.key
    }
}
