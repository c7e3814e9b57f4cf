internal import PostgresCatalog
internal import PostgresClient
internal import Terminal

/// The describer's Rows tab: a page of rows of the relation described. It forgets them with the relation, and asks by itself only for what
/// a person asked for before.
struct RowsPane: Sendable, Hashable {
    /// How the rows can be read; nil before anything was asked.
    var source: RowSource?
    var page: Remote<RowPage> = .notAsked
    /// A superuser agreed that this relation's rows are read although that runs what others wrote.
    var hasConsent = false
    /// Since when a page is being asked for, while it is.
    var asking: Instant?
    /// A first page was being asked for when the link went.
    var wasCutOff = false
    /// Who holds the lock that the page waits for, as of its last attempt.
    var lockHolders: [LockHolder] = []
    /// Where the cursor goes when it comes.
    var landing = Landing.first
    var place = Place.fromFirst(1)
    /// The page as a table.
    var grid = RowsGrid()
    /// The grid's column of the cursor.
    var column = 0

    enum Landing: Sendable, Hashable {
        case first, last, same
    }

    /// Which page it is, counted from 1 from the end that was come from.
    enum Place: Sendable, Hashable {
        case fromFirst(Int)
        case fromLast(Int)

        func moved(by step: Int) -> Place {
            switch self {
            case .fromFirst(let number): .fromFirst(max(1, number + step))
            case .fromLast(let number): .fromLast(max(1, number - step))
            }
        }
    }

    /// Whether the page, or the next one, waits for another session's lock.
    var isBehindLock: Bool { page.lastError?.sqlState == "55P03" }

    /// Takes a page that has come.
    mutating func take(_ page: RowPage, at now: Instant) {
        switch page.position {
        case .first: place = .fromFirst(1)
        case .last: place = .fromLast(1)
        case .after where landing == .first: place = place.moved(by: 1)
        case .before where landing == .last: place = place.moved(by: -1)
        case .after, .before: break
        }
        if !page.hasPrevious { place = .fromFirst(1) }
        lockHolders = []
        self.page = .loaded(page, asOf: now)
        grid = RowsGrid(page, source)
        column = min(column, max(0, grid.columns.count - 1))
    }

    /// Nobody waits for the page asked for any more.
    mutating func giveUp() {
        asking = nil
        wasCutOff = false
        if page.isLoading { page = .notAsked }
    }

    mutating func loseLink(_ error: PostgresError) {
        wasCutOff = wasCutOff || (asking != nil && page.value == nil)
        asking = nil
        page.loseLink(error)
    }

    /// The value under a row and the cursor's column; nil is NULL.
    func cell(row: Int) -> (column: RowColumn, value: Datum?, row: DataRow)? {
        guard let page = page.value, page.rows.indices.contains(row), grid.order.indices.contains(column) else { return nil }
        let place = grid.order[column]
        return (page.columns[place], page.rows[row].values[place], page.rows[row])
    }
}
