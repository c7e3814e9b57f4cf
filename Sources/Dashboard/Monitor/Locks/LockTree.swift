internal import PostgresMonitor

/// Who waits for whom: those that wait for nobody on top, each waiting session once, below one of those it waits for.
struct LockTree {
    struct Node: Sendable, Hashable {
        var party: LockParty
        /// 0 for one that waits for nobody.
        var depth: Int
        /// How many wait for it, directly and further on.
        var waiting: Int
    }

    let nodes: [Node]

    init(_ list: [LockParty]) {
        let parties = Dictionary(list.map { ($0.pid, $0) }, uniquingKeysWith: { first, _ in first })
        let depths = Self.depths(of: parties)
        var children: [Int32: [Int32]] = [:]
        var roots: [Int32] = []
        for pid in parties.keys.sorted() {
            // Below the blocker that itself waits for most others: once that one has had the lock, it is next.
            let above = (parties[pid]?.wait?.blockers ?? []).filter { parties[$0] != nil && depths[$0]! < depths[pid]! }
            if let parent = above.max(by: { (depths[$0]!, $1) < (depths[$1]!, $0) }) {
                children[parent, default: []].append(pid)
            } else {
                roots.append(pid)
            }
        }
        func waiting(_ pid: Int32) -> Int { (children[pid] ?? []).reduce(0) { $0 + 1 + waiting($1) } }
        func nodes(_ pid: Int32, _ depth: Int) -> [Node] {
            let longestFirst = (children[pid] ?? []).sorted {
                (parties[$0]?.wait?.since ?? .infinity, $0) < (parties[$1]?.wait?.since ?? .infinity, $1)
            }
            return [Node(party: parties[pid]!, depth: depth, waiting: waiting(pid))] + longestFirst.flatMap { nodes($0, depth + 1) }
        }
        self.nodes = roots.sorted { (waiting($1), $0) < (waiting($0), $1) }.flatMap { nodes($0, 0) }
    }

    /// The longest way up from each to one that waits for nobody. A ring, which the server breaks within deadlock_timeout, is cut where the way
    /// comes back to itself.
    private static func depths(of parties: [Int32: LockParty]) -> [Int32: Int] {
        var depths: [Int32: Int] = [:]
        func depth(_ pid: Int32, _ below: Set<Int32>) -> Int {
            if let known = depths[pid] { return known }
            let above = (parties[pid]?.wait?.blockers ?? []).filter { parties[$0] != nil && !below.contains($0) }
            let depth = above.map { depth($0, below.union([$0])) + 1 }.max() ?? 0
            depths[pid] = depth
            return depth
        }
        for pid in parties.keys.sorted() { _ = depth(pid, [pid]) }
        return depths
    }
}
