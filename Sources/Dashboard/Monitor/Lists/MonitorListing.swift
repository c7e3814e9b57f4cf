internal import Terminal

/// A page of the monitor, ready to be drawn: one list or several, one below the other.
struct MonitorListing {
    /// The lines that a page is made of, where it has several lists; a page of one has its rows alone below a header that stays.
    enum Line: Hashable {
        case blank
        case title(table: Int)
        case header(table: Int)
        case empty(table: Int, line: Int)
        case row(table: Int, row: Int)
    }

    var tables: [MonitorTable]
    /// In the border: how many there are.
    var summary: StyledText = ""
    /// What is missing, and what would give it.
    var notes: [StyledText] = []
    /// The order before anybody chose one.
    var defaultSorting: Table.Sorting?
    /// Of facts that could not be had anew: how old they are. nil while they are fresh.
    var age: Double?
    /// Whether there was an answer to count: without one there is neither a number nor an age to tell.
    var isKnown = true

    var isSortable: Bool { tables.count == 1 && tables[0].columns.contains { $0.isSortable } }

    func sorting(_ list: MonitorList) -> Table.Sorting? { isSortable ? list.sorting ?? defaultSorting : nil }

    /// As the person wants it: filtered, and sorted where it can be.
    func arranged(for list: MonitorList) -> MonitorListing {
        var listing = self
        for index in tables.indices {
            if let pattern = list.filter.pattern { listing.tables[index].keep(pattern) }
            if let sorting = sorting(list) { listing.tables[index].sort(by: sorting) }
        }
        return listing
    }

    // MARK: Rows, counted through all lists

    var rowCount: Int { tables.reduce(0) { $0 + $1.rows.count } }

    func row(_ index: Int) -> MonitorTable.Row? {
        var index = index
        for table in tables {
            if index < table.rows.count { return index >= 0 ? table.rows[index] : nil }
            index -= table.rows.count
        }
        return nil
    }

    /// Where a row is now; where it has gone, the row in its place. nil in an empty page.
    func index(of list: MonitorList) -> Int? {
        guard rowCount > 0 else { return nil }
        var index = 0
        for table in tables {
            for row in table.rows {
                if row.id == list.selected { return index }
                index += 1
            }
        }
        return min(max(0, list.cursor), rowCount - 1)
    }

    // MARK: Lines

    var isSingle: Bool { tables.count == 1 }

    var lines: [Line] {
        if isSingle { return tables[0].rows.indices.map { .row(table: 0, row: $0) } }
        var lines: [Line] = []
        for (number, table) in tables.enumerated() {
            if !lines.isEmpty { lines.append(.blank) }
            if !table.title.isEmpty { lines.append(.title(table: number)) }
            if table.rows.isEmpty {
                lines += table.whenEmpty.indices.map { .empty(table: number, line: $0) }
            } else {
                lines.append(.header(table: number))
                lines += table.rows.indices.map { .row(table: number, row: $0) }
            }
        }
        return lines
    }

    /// The line of a row, and the first line that belongs into view with it: above the first row of a list its header and title.
    func place(of row: Int, in lines: [Line]) -> (line: Int, first: Int)? {
        var count = -1
        guard
            let line = lines.firstIndex(where: { line in
                if case .row = line { count += 1 }
                return count == row
            })
        else { return nil }
        var first = line
        while first > 0, isHead(lines[first - 1]) { first -= 1 }
        return (line, first)
    }

    private func isHead(_ line: Line) -> Bool {
        switch line {
        case .header, .title, .blank: true
        case .row, .empty: false
        }
    }
}
