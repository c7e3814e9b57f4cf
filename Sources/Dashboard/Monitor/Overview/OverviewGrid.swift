internal import PostgresMonitor
internal import Terminal

/// The figures of the overview side by side, each with a graph of several rows, and the databases below them.
struct OverviewGrid: Hashable {
    /// Figures in a row.
    let columns: Int
    /// The cells of a figure, its title among them.
    let height: Int
    /// The rows below for the databases, their header among them.
    let databaseRows: Int

    private static let narrowest = 34
    private static let comfortableHeight = 6
    private static let leastHeight = 4

    /// nil where there is no room for graphs.
    init?(_ area: Rectangle, figures: Int, databases: Int) {
        databaseRows = min(databases + 1, max(3, area.height / 7))
        let room = area.height - databaseRows
        let most = min(figures, area.width / Self.narrowest)
        guard most > 1, figures > 0 else { return nil }
        func height(_ columns: Int) -> Int { room / ((figures + columns - 1) / columns) }
        let columns = (2...most).first { height($0) >= Self.comfortableHeight } ?? most
        guard height(columns) >= Self.leastHeight else { return nil }
        self.columns = columns
        self.height = height(columns)
    }

    func place(of figure: Int, in area: Rectangle) -> Rectangle {
        let width = area.width / columns
        return Rectangle(x: area.x + figure % columns * width, y: area.y + figure / columns * height, width: width - 2, height: height)
    }
}

extension DashboardState {
    /// Where the overview's graphs lie; nil where it is a list, and on every other page.
    func overviewGrid(_ context: MonitorContext) -> OverviewGrid? {
        guard monitor.page == .overview, let listing = monitorListing else { return nil }
        return OverviewGrid(
            monitorLayout(listing).table, figures: listing.tables[0].rows.count, databases: listing.tables[1].rows.count)
    }
}
