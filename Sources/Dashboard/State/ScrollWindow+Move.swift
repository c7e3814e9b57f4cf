internal import Terminal

extension ScrollWindow {
    /// A way to move that keys and clicks share.
    enum Move: Sendable, Hashable {
        case rows(Int)
        case page(down: Bool)
        case first, last
        case to(Int)
    }

    mutating func apply(_ move: Move, count: Int, height: Int) {
        switch move {
        case .rows(let rows): self.move(by: rows, count: count, height: height)
        case .page(down: true): pageDown(count: count, height: height)
        case .page(down: false): pageUp(count: count, height: height)
        case .first: home(count: count, height: height)
        case .last: end(count: count, height: height)
        case .to(let row): select(row, count: count, height: height)
        }
    }
}
