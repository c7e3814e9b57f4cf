internal import PostgresCatalog
internal import Terminal

/// What the tab in view shows.
enum TabContent {
    case table(Listing)
    /// Lines that scroll without a cursor.
    case text(ReaderText)
    /// A page of so many rows, which ``RowsPane`` holds.
    case rows(count: Int)

    /// What the cursor, or the scrolling, goes over.
    var count: Int {
        switch self {
        case .table(let listing): listing.count
        case .text(let text): text.lines.count
        case .rows(let count): count
        }
    }
}

extension DashboardState {
    /// The content of the describer's tab in view; nil while there is no description.
    var tabContent: TabContent? {
        if describer.tab == .rows { return .rows(count: describer.rows.page.value?.rows.count ?? 0) }
        guard let facts = described else { return nil }
        return switch describer.tab {
        case .columns: .table(columnsListing(facts))
        case .facts: .table(factsOfIndexOrSequence(facts))
        case .indexes: .table(indexesListing(facts))
        case .constraints: .table(constraintsListing(facts))
        case .triggers: .table(triggersListing(facts))
        case .access: .table(accessListing(facts))
        case .partitions: .table(partitionsListing(facts))
        case .storage: .table(storageListing(facts))
        case .source: .text(sourceText(of: facts))
        case .rows: nil
        }
    }

    /// What the describer's row under the cursor stands for.
    var listedObject: ListedObject? {
        // A text has none, and is dear to make.
        guard describer.tab != .source, case .table(let listing) = tabContent, describer.window.cursor < listing.count else { return nil }
        return listing.object(describer.window.cursor)
    }
}
