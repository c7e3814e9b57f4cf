/// Exact sizes in bytes. They sum up: ``total`` is the other three.
public struct StorageSizes: Sendable, Hashable {
    /// All forks of the relation itself, maps included (pg_table_size without the TOAST table).
    public var heap: Int64
    /// The TOAST table with its index.
    public var toast: Int64
    public var indexes: Int64
    /// pg_total_relation_size.
    public var total: Int64

    public init(heap: Int64, toast: Int64 = 0, indexes: Int64 = 0, total: Int64) {
        self.heap = heap
        self.toast = toast
        self.indexes = indexes
        self.total = total
    }
}
