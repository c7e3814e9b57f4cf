internal import PostgresMonitor
internal import Terminal

/// What the monitor's screen remembers: the page in view, and of each page the place, the order and the filter.
public struct MonitorScreen: Sendable {
    var isOpen = false
    var page = MonitorPage.overview
    /// How much of the history the graphs show.
    var span = History.Span.hour
    var lists: [MonitorPage: MonitorList] = [:]
    var growth = DatabaseGrowth()
    /// The row that was opened last, for the whole of its statement.
    var opened: RowDetail?
    /// What the worker was told to watch.
    var watched: Set<Topic> = [.bar]

    /// The place in the page in view.
    var list: MonitorList {
        get { lists[page] ?? MonitorList() }
        set { lists[page] = newValue }
    }
}

/// The place in one page.
struct MonitorList: Sendable, Hashable {
    /// The row of the cursor by its identifier, so that the cursor stays on it when the list changes.
    var selected: String?
    /// Where that row was, for when it has gone.
    var cursor = 0
    /// The first line in view.
    var top = 0
    /// nil for the page's own order.
    var sorting: Table.Sorting?
    var filter = Filter()
    /// Cells that the columns are scrolled sideways.
    var scroll = 0
}
