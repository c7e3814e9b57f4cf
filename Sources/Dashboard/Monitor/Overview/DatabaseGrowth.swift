internal import PostgresMonitor

/// How large each database was when its size was first known, for its growth since then.
struct DatabaseGrowth: Sendable {
    private struct Beginning: Sendable {
        var bytes: Int64
        var asOf: WallClock
    }

    private var beginnings: [String: Beginning] = [:]
    private var asOf: WallClock?

    mutating func note(_ snapshot: Snapshot) {
        guard case .value(let sizes, let asOf) = snapshot.databaseSizes, asOf != self.asOf else { return }
        self.asOf = asOf
        let names = Set(sizes.rows.map(\.name))
        beginnings = beginnings.filter { names.contains($0.key) }
        for size in sizes.rows where beginnings[size.name] == nil {
            if let bytes = size.bytes { beginnings[size.name] = Beginning(bytes: bytes, asOf: asOf) }
        }
    }

    /// Bytes since the first size, and the seconds between both; nil before there are two.
    func since(_ size: DatabaseSize, asOf: WallClock) -> (bytes: Int64, seconds: Double)? {
        guard let bytes = size.bytes, let beginning = beginnings[size.name], asOf > beginning.asOf else { return nil }
        return (bytes - beginning.bytes, asOf - beginning.asOf)
    }
}

/// `+12 MB`, `-8 kB`, `0 B`.
func signedSize(_ bytes: Int64) -> String { (bytes > 0 ? "+" : bytes < 0 ? "-" : "") + byteSize(Int64(bytes.magnitude)) }
