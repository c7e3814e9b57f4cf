import PostgresCatalog

extension PsqlDescription {
    func table(of sequence: SequenceParameters) -> PsqlTable {
        let owner = sequence.owner.map { ($0.isIdentity ? "Sequence for identity column: " : "Owned by: ") + $0.text }
        return PsqlTable(
            title: title,
            columns: [
                .init("Type"), .init("Start", .right), .init("Minimum", .right), .init("Maximum", .right), .init("Increment", .right),
                .init("Cycles?"), .init("Cache", .right),
            ],
            rows: [
                [
                    sequence.type, "\(sequence.start)", "\(sequence.minimum)", "\(sequence.maximum)", "\(sequence.increment)",
                    sequence.cycles ? "yes" : "no", "\(sequence.cache)",
                ]
            ],
            footers: owner.map { [$0] } ?? [])
    }
}
