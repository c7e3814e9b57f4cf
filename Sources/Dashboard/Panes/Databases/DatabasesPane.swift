public import PostgresCatalog
public import PostgresClient
public import Terminal

/// The list of the server's databases.
public struct DatabasesPane: Sendable, Hashable {
    public enum Order: Sendable, Hashable { case name, size }

    public var list: Remote<[Database]> = .notAsked
    /// pg_database_size; nil within is a size that the server would not tell.
    public var sizes: [OID: Remote<Int64?>] = [:]
    public var order: Order = .name
    public var filter = Filter()
    public var window = ScrollWindow()
    /// The databases as shown: filtered and in order, templates last.
    public private(set) var rows: [Database] = []

    public init() {}

    public var selected: Database? { rows.indices.contains(window.cursor) ? rows[window.cursor] : nil }

    /// Recomputes the rows after the list, the sizes, the order or the filter changed; the cursor stays on its database.
    public mutating func arrange(height: Int) {
        let kept = selected?.oid
        let pattern = filter.pattern
        rows = (list.value ?? []).filter { database in pattern?.matches(database.name) ?? true }.sorted(by: precedes)
        if let kept, let index = rows.firstIndex(where: { $0.oid == kept }) {
            window.apply(.to(index), count: rows.count, height: height)
        } else {
            window.fit(count: rows.count, height: height)
        }
    }

    private func precedes(_ left: Database, _ right: Database) -> Bool {
        if left.isTemplate != right.isTemplate { return right.isTemplate }
        if order == .size {
            let leftSize = (sizes[left.oid]?.value ?? nil) ?? -1
            let rightSize = (sizes[right.oid]?.value ?? nil) ?? -1
            if leftSize != rightSize { return leftSize > rightSize }
        }
        return left.name < right.name
    }
}
