internal import Terminal

// The describer's tab in view: choosing it, moving in it.
extension DashboardState {
    /// Opening the Rows tab reads rows; leaving it ends their reading.
    mutating func showTab(_ tab: DescriberTab) -> [Effect] {
        guard describer.relation != nil, tab != describer.tab else { return [] }
        let effects = describer.tab == .rows ? leaveRows() : []
        describer.chosenTab = tab
        describer.scrollHome()
        return effects + readRows()
    }

    /// - Parameter number: from 1, among the tabs that the relation has.
    mutating func showTab(number: Int) -> [Effect] {
        guard describer.tabs.indices.contains(number - 1) else { return [] }
        return showTab(describer.tabs[number - 1])
    }

    mutating func showTab(by step: Int) -> [Effect] {
        let tabs = describer.tabs
        guard let index = tabs.firstIndex(of: describer.tab) else { return [] }
        return showTab(tabs[(index + step + tabs.count) % tabs.count])
    }

    mutating func moveInTab(_ move: ScrollWindow.Move) -> [Effect] {
        guard let content = tabContent else { return [] }
        if case .rows = content, let effects = turnPage(move) { return effects }
        let height = layout.contentHeight(.describer)
        switch (content, move) {
        case (.text, .rows(let rows)): describer.window.scroll(by: rows, count: content.count, height: height)
        case (.text, .page(let down)):
            let rows = max(1, height - 1)
            describer.window.scroll(by: down ? rows : -rows, count: content.count, height: height)
        default: describer.window.apply(move, count: content.count, height: height)
        }
        return []
    }

    /// Scrolls the tab sideways by a column, or a text by eight cells.
    mutating func scrollTab(right: Bool) {
        let area = describerBody
        switch tabContent {
        case .table(let listing):
            let layout = Table(columns: listing.columns, count: listing.count).unfoldedLayout(in: area)
            guard layout.maximumScroll > 0 else { return }
            describer.horizontalOffset = layout.scroll(from: describer.horizontalOffset, right: right, width: area.width)
        case .text(let text):
            let offset = describer.horizontalOffset + (right ? 8 : -8)
            describer.horizontalOffset = max(0, min(offset, text.width - area.width))
        case .rows: moveColumn(by: right ? 1 : -1)
        case nil: break
        }
    }

    /// After the screen, the tab or its content changed: nothing is scrolled beyond its end.
    mutating func settleTab() {
        let content = tabContent
        describer.window.fit(count: content?.count ?? 0, height: layout.contentHeight(.describer))
        if case .rows = content { return settleColumn() }
        guard describer.horizontalOffset > 0 else { return }
        let area = describerBody
        let limit =
            switch content {
            case .table(let listing):
                Table(columns: listing.columns, count: listing.count).unfoldedLayout(in: area).maximumScroll
            case .text(let text): max(0, text.width - area.width)
            case .rows, nil: 0
            }
        describer.horizontalOffset = min(describer.horizontalOffset, limit)
    }

    /// Where the tab's content is drawn: within the border, below the tabs.
    var describerBody: Rectangle {
        (layout.panes[.describer] ?? Rectangle(size)).inset(by: 1).splitTop(1).rest
    }

    /// Enter in the describer: along a link, or all of a row.
    mutating func openListed() -> [Effect] {
        if describer.tab == .rows { return openRow() }
        guard let object = listedObject else { return [] }
        if let link = object.link { return visit(link.relation, kind: link.kind) }
        return showRow()
    }

    /// All of the row under the cursor, nothing cut; among rows, all of the value.
    mutating func showRow() -> [Effect] {
        if describer.tab == .rows { return openValue() }
        if listedObject != nil { layers.append(.reader(ReaderOverlay(describer.tab.title, of: .row))) }
        return []
    }
}
