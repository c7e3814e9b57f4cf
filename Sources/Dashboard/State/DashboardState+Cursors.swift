internal import Terminal

extension DashboardState {
    func rowCount(of pane: PaneID) -> Int {
        switch pane {
        case .databases: databases.rows.count
        case .tree: tree.rows.count
        case .describer: tabContent?.count ?? 0
        }
    }

    func window(of pane: PaneID) -> ScrollWindow {
        switch pane {
        case .databases: databases.window
        case .tree: tree.window
        case .describer: describer.window
        }
    }

    mutating func moveCursor(_ move: ScrollWindow.Move, in pane: PaneID) -> [Effect] {
        let height = layout.contentHeight(pane)
        switch pane {
        case .databases: databases.window.apply(move, count: databases.rows.count, height: height)
        case .tree: tree.move(move, height: height)
        case .describer: return moveInTab(move)
        }
        return followCursor()
    }

    mutating func scrollPane(_ pane: PaneID, by rows: Int) {
        let height = layout.contentHeight(pane)
        switch pane {
        case .databases: databases.window.scroll(by: rows, count: databases.rows.count, height: height)
        case .tree: tree.scroll(by: rows, height: height)
        case .describer: describer.window.scroll(by: rows, count: rowCount(of: .describer), height: height)
        }
    }

    /// After the screen or a list changed its size.
    mutating func settleCursors() {
        for pane in PaneID.allCases { settle(pane) }
    }

    private mutating func settle(_ pane: PaneID) {
        let height = layout.contentHeight(pane)
        switch pane {
        case .databases: databases.window.fit(count: databases.rows.count, height: height)
        case .tree: tree.move(.rows(0), height: height)
        case .describer: settleTab()
        }
    }

    mutating func arrangeDatabases() { databases.arrange(height: layout.contentHeight(.databases)) }
    mutating func arrangeTree() { tree.arrange(height: layout.contentHeight(.tree)) }
}
