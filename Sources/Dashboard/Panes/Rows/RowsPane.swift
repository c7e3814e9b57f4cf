internal import PostgresCatalog
internal import Terminal

/// The describer's Rows tab: a page of rows of the relation described. It forgets them with the relation, and never asks by itself.
struct RowsPane: Sendable, Hashable {
    /// How the rows can be read; nil before anything was asked.
    var source: RowSource?
    var page: Remote<RowPage> = .notAsked
    /// A superuser agreed that this relation's rows are read although that runs what others wrote.
    var hasConsent = false
    /// Since when a page is being asked for, while it is.
    var asking: Instant?
    /// Where the cursor goes when it comes.
    var landing = Landing.first
    /// Pages from the first, from 1; nil where one came from the end.
    var number: Int? = 1
    /// The page as a table.
    var grid = RowsGrid()
    /// The grid's column of the cursor.
    var column = 0

    enum Landing: Sendable, Hashable {
        case first, last, same
    }

    /// Takes a page that has come.
    mutating func take(_ page: RowPage, at now: Instant) {
        switch page.position {
        case .first: number = 1
        case .last: number = nil
        case .after where landing == .first: number = number.map { $0 + 1 }
        case .before where landing == .last: number = number.map { max(1, $0 - 1) }
        case .after, .before: break
        }
        if !page.hasPrevious { number = 1 }
        self.page = .loaded(page, asOf: now)
        grid = RowsGrid(page, source)
        column = min(column, max(0, grid.columns.count - 1))
    }

    /// Nobody waits for the page asked for any more.
    mutating func giveUp() {
        asking = nil
        if page.isLoading { page = .notAsked }
    }

    /// The value under a row and the cursor's column; nil is NULL.
    func cell(row: Int) -> (column: RowColumn, value: Datum?, row: DataRow)? {
        guard let page = page.value, page.rows.indices.contains(row), grid.order.indices.contains(column) else { return nil }
        let place = grid.order[column]
        return (page.columns[place], page.rows[row].values[place], page.rows[row])
    }
}
