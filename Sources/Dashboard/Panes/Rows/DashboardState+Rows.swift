internal import PostgresCatalog
internal import PostgresClient
internal import Terminal

// The Rows tab: rows are asked for by a key that a person presses, never by a cursor that passes.
extension DashboardState {
    /// The tab was opened, or enter was pressed where there are no rows yet.
    mutating func readRows() -> [Effect] {
        guard describer.tab == .rows, describer.rows.page.value == nil, describer.rows.asking == nil else { return [] }
        return askRows(.first, landing: .first)
    }

    /// Enter: reads the rows, with a superuser's consent where that was asked for; shows the row under the cursor in full.
    mutating func openRow() -> [Effect] {
        guard let page = describer.rows.page.value else {
            if let source = describer.rows.source, source.obstacle == nil, source.wantsConsent { describer.rows.hasConsent = true }
            return readRows()
        }
        let row = describer.window.cursor
        guard page.rows.indices.contains(row), let relation = describer.relation else { return [] }
        let text = recordText(page, row, width: readerWidth)
        layers.append(.reader(ReaderOverlay("\(relation.relation.name): row \(row + 1) of the page", text, at: now)))
        return []
    }

    /// The value under the cursor in full, asked for where the page has only its head.
    mutating func openValue() -> [Effect] {
        guard let (column, value, row) = describer.rows.cell(row: describer.window.cursor), let key = describer.relation?.key else {
            return []
        }
        guard let value else {
            message = .init("\(column.name) is NULL")
            return []
        }
        let title = "\(column.name)  \(column.type)"
        guard value.isCut, let source = describer.rows.source else {
            layers.append(.reader(ReaderOverlay(title, valueText(value, column, width: readerWidth), at: now)))
            return []
        }
        let request = ValueRequest(source: source, column: column, locator: row.locator, shown: value)
        return openReader(title, asking: .value(database: key.database, request))
    }

    /// `r` in the tab: the same page anew.
    mutating func refreshRows() -> [Effect] {
        guard let page = describer.rows.page.value else { return askRows(.first, landing: .first) }
        return askRows(page.position, landing: .same)
    }

    /// What `y` copies in the tab; or why it copies nothing.
    var valueUnderCursor: Result<(text: String, words: String), Unavailable>? {
        guard focus == .describer, describer.tab == .rows, let (column, value, _) = describer.rows.cell(row: describer.window.cursor)
        else { return nil }
        guard let value else { return .failure(Unavailable(why: "\(column.name) is NULL: there is nothing to copy")) }
        guard !value.isCut else {
            let key = ActionTable.label(of: .showRow)
            let whole = (value.wholeLength ?? 0) * (column.content == .bytes ? 2 : 1)
            guard whole <= Clipboard.longestText else {
                return .failure(Unavailable(why: "\(tooLong(whole)); \(key) shows \(column.name)"))
            }
            return .failure(Unavailable(why: "not copied: only its head is here; \(key) reads \(column.name) in full, to be copied there"))
        }
        return .success((printed(value, column), "the value of \(column.name)"))
    }

    struct Unavailable: Error {
        let why: String
    }

    mutating func copyValue(_ value: Result<(text: String, words: String), Unavailable>) -> [Effect] {
        switch value {
        case .success(let (text, words)): return copy(text, words)
        case .failure(let unavailable):
            message = .init(unavailable.why, role: .warning)
            return []
        }
    }

    // MARK: By itself

    /// Whether the tab's rows are in view.
    var areRowsOnScreen: Bool { describer.tab == .rows && describer.relation != nil && layout.panes[.describer] != nil }

    /// The link is there again: the page in view is asked anew, and one that the link's loss cut off. Rows that nobody asked for stay so.
    mutating func catchUpRows() -> [Effect] {
        guard areRowsOnScreen, describer.rows.page.value != nil || describer.rows.wasCutOff else { return [] }
        return refreshRows()
    }

    /// A page could not be had. Behind a lock it is asked who holds that.
    mutating func failRows(_ error: PostgresError) -> [Effect] {
        let isKnown = describer.rows.page.lastError == error
        describer.rows.asking = nil
        describer.rows.page.fail(error)
        // Below a page that stays there is no room for what could be tried.
        if describer.rows.page.isStale, !isKnown { message = .init(error.rowsAdvice, role: .warning) }
        guard describer.rows.isBehindLock, let key = describer.relation?.key else { return [] }
        return ask(.lockHolders(database: key.database, relation: key.oid))
    }

    // MARK: Pages

    /// At the ends of a page a move goes on to the next one. - Returns: nil where the move stays within the page.
    mutating func turnPage(_ move: ScrollWindow.Move) -> [Effect]? {
        guard let page = describer.rows.page.value else { return nil }
        let cursor = describer.window.cursor
        let isAtEnd = cursor >= page.rows.count - 1
        switch move {
        case .rows(1...) where isAtEnd && page.hasNext, .page(down: true) where isAtEnd && page.hasNext:
            return askRows(PagePosition.after, page.rows.last, landing: .first)
        case .rows(..<0) where cursor == 0 && page.hasPrevious, .page(down: false) where cursor == 0 && page.hasPrevious:
            return askRows(PagePosition.before, page.rows.first, landing: .last)
        case .first where cursor == 0 && page.hasPrevious: return askRows(.first, landing: .first)
        case .last where isAtEnd && page.hasNext:
            guard case .keyset = describer.rows.source?.paging else { return askRows(PagePosition.after, nil, landing: .first) }
            return askRows(.last, landing: .last)
        default: return nil
        }
    }

    private mutating func askRows(
        _ beyond: ([String]) -> PagePosition, _ row: DataRow?, landing: RowsPane.Landing
    ) -> [Effect] {
        if case .firstPage(let reason) = describer.rows.source?.paging {
            message = .init("there is no next page: \(reason.words)", role: .warning)
            return []
        }
        guard case .key(let key) = row?.locator else {
            message = .init("there is no next page: the key of this row is too long to go on from", role: .warning)
            return []
        }
        return askRows(beyond(key), landing: landing)
    }

    private mutating func askRows(_ position: PagePosition, landing: RowsPane.Landing) -> [Effect] {
        guard let key = describer.relation?.key, describer.rows.asking == nil else { return [] }
        let request = RowsRequest(source: describer.rows.source, position: position, hasConsent: describer.rows.hasConsent)
        let effects = ask(.rows(database: key.database, relation: key.oid, request))
        if !effects.isEmpty {
            // The holder of the lock stays on screen meanwhile.
            if !describer.rows.isBehindLock { describer.rows.page.begin(at: now) }
            describer.rows.wasCutOff = false
            describer.rows.asking = now
            describer.rows.landing = landing
        }
        return effects
    }

    mutating func takeRows(_ found: RowsFound) {
        describer.rows.asking = nil
        guard let source = found.source else { return describer.rows.page.fail(.dropped) }
        describer.rows.source = source
        guard let page = found.page else {
            describer.rows.page = .notAsked
            return
        }
        describer.rows.take(page, at: now)
        switch describer.rows.landing {
        case .first: describer.window = ScrollWindow()
        case .last: describer.window = ScrollWindow(cursor: max(0, page.rows.count - 1), offset: page.rows.count)
        case .same: break
        }
        settleCursors()
    }

    /// Rows that are no longer looked at are no longer waited for.
    mutating func leaveRows() -> [Effect] {
        describer.rows.giveUp()
        return drop { question in
            switch question {
            case .rows, .lockHolders: true
            default: false
            }
        }
    }

    // MARK: Columns

    mutating func moveColumn(by step: Int) {
        let columns = describer.rows.grid.columns
        describer.rows.column = max(0, min(columns.count - 1, describer.rows.column + step))
        settleColumn()
    }

    /// Keeps the cursor's column in view.
    mutating func settleColumn() {
        let columns = describer.rows.grid.columns
        guard !columns.isEmpty else { return }
        let area = describerBody
        let layout = Table(columns: columns, count: 0).layout(in: area)
        describer.horizontalOffset = layout.scroll(
            from: describer.horizontalOffset, showing: describer.rows.column, width: area.width)
    }

    /// The columns that a value in a reader is wrapped to.
    var readerWidth: Int { max(20, min(100, size.width - 8)) }
}
