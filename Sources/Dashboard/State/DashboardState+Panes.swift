internal import PostgresClient
internal import Settings
internal import Terminal

extension DashboardState {
    mutating func focusPane(by step: Int) -> [Effect] {
        let order = PaneID.allCases
        let index = order.firstIndex(of: focus)!
        focus = order[(index + step + order.count) % order.count]
        settleCursors()
        return followCursor()
    }

    /// Esc: the filter goes first, then the zoom, then the focus goes back a pane.
    mutating func goBack() -> [Effect] {
        switch focus {
        case .databases where databases.filter.isActive, .tree where tree.filter.isActive:
            changeFilter(of: focus) { $0 = Filter() }
            return followCursor()
        case _ where isZoomed:
            isZoomed = false
            settleCursors()
            return []
        case .describer: return focusPane(by: -1)
        case .tree: return focusPane(by: -1)
        case .databases: return []
        }
    }

    mutating func sort() {
        switch focus {
        case .databases:
            databases.order = databases.order == .name ? .size : .name
            arrangeDatabases()
            message = .init(databases.order == .name ? "databases by name" : "databases by size")
        case .tree:
            tree.order = tree.order == .name ? .size : .name
            arrangeTree()
            message = .init(tree.order == .name ? "relations by name" : "relations by estimated size")
        case .describer: break
        }
    }

    mutating func openConnectForm() {
        var parameters = connection.parameters
        if case .passwordNeeded = link { parameters.password = nil }
        layers.append(.connect(ConnectForm(parameters, known: [configured], reason: link.trouble.map(\.message))))
    }
}
