/// The best so many of all findings offered: a heap with the worst of them on top.
struct BestFindings: Sendable {
    static let limit = 500
    private var heap: [Finding] = []

    mutating func offer(_ finding: Finding, in index: NameIndex) {
        if heap.count < Self.limit {
            heap.append(finding)
            rise(in: index)
        } else if index.ranks(finding, before: heap[0]) {
            heap[0] = finding
            sink(in: index)
        }
    }

    /// The best first.
    func sorted(in index: NameIndex) -> [Finding] { heap.sorted { index.ranks($0, before: $1) } }

    private mutating func rise(in index: NameIndex) {
        var child = heap.count - 1
        while child > 0, index.ranks(heap[(child - 1) / 2], before: heap[child]) {
            heap.swapAt(child, (child - 1) / 2)
            child = (child - 1) / 2
        }
    }

    private mutating func sink(in index: NameIndex) {
        var parent = 0
        while true {
            var worst = parent
            for child in [2 * parent + 1, 2 * parent + 2] where child < heap.count {
                if index.ranks(heap[worst], before: heap[child]) { worst = child }
            }
            if worst == parent { return }
            heap.swapAt(parent, worst)
            parent = worst
        }
    }
}

extension NameIndex {
    /// The better score first; with the same the shorter name, then by the alphabet, then as the catalog has them.
    func ranks(_ left: Finding, before right: Finding) -> Bool {
        if left.score != right.score { return left.score > right.score }
        let leftName = ownName(left)
        let rightName = ownName(right)
        if leftName != rightName {
            let lengths = (names.length(of: leftName), names.length(of: rightName))
            return lengths.0 != lengths.1 ? lengths.0 < lengths.1 : names.precedes(leftName, rightName)
        }
        return (left.database, left.kind.rawValue, left.entry, left.column) < (
            right.database, right.kind.rawValue, right.entry, right.column
        )
    }

    private func ownName(_ finding: Finding) -> NameID {
        let names = databases[Int(finding.database)]
        return switch finding.kind {
        case .relation: names.relations[Int(finding.entry)].entry.name
        case .function: names.functions[Int(finding.entry)].entry.name
        case .column: names.columns[Int(finding.column)]
        }
    }
}
