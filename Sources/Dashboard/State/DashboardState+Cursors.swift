internal import PostgresCatalog
internal import Terminal

extension DashboardState {
    func rowCount(of pane: PaneID) -> Int {
        switch pane {
        case .databases: databases.rows.count
        case .tree: tree.rows.count
        case .describer: describer.count(describer.tab) ?? 0
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
        case .describer: describer.window.apply(move, count: rowCount(of: .describer), height: height)
        }
        return pane == .describer ? [] : followCursor()
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
        case .describer: describer.window.fit(count: rowCount(of: .describer), height: height)
        }
    }

    mutating func arrangeDatabases() { databases.arrange(height: layout.contentHeight(.databases)) }
    mutating func arrangeTree() { tree.arrange(height: layout.contentHeight(.tree)) }

    /// What `y` copies.
    var nameUnderCursor: String? {
        switch focus {
        case .databases: return databases.selected?.name
        case .tree:
            switch tree.selectedRow {
            case .schema(let index): return tree.schema(at: index)?.name
            case .relation: return tree.selectedRelation.map { qualifiedName($0.schema.name, $0.relation.name) }
            case .group, .note, nil: return nil
            }
        case .describer:
            guard let description = describer.description.value else { return describer.relation?.relation.name }
            let row = describer.window.cursor
            switch describer.tab {
            case .columns: return description.columns.indices.contains(row) ? description.columns[row].name : nil
            case .indexes: return description.indexes.indices.contains(row) ? description.indexes[row].name : nil
            case .constraints: return description.constraints.indices.contains(row) ? description.constraints[row].name : nil
            case .references: return description.referencedBy.indices.contains(row) ? description.referencedBy[row].name : nil
            }
        }
    }
}
