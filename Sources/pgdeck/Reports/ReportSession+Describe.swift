internal import PostgresCatalog
internal import PostgresClient
internal import Reports

extension ReportSession {
    /// psql's `\d`: two round trips, or one for each 250 relations and one.
    func describe(_ text: String, isVerbose: Bool) async throws(ReportFailure) -> Report {
        var notice: String?
        guard let pattern = try pattern(text, notice: &notice) else {
            return try await listed(RelationList(RelationList.everything, isVerbose: isVerbose), notice)
        }
        let (matches, version) = try await ask(RelationsByPatternQuery(pattern))
        guard !matches.isEmpty else {
            throw ReportFailure(message: "Did not find any relation named \"\(pattern.text)\".", status: ExitStatus.notReported)
        }
        var described = DescribedRelations(isVerbose: isVerbose, self)
        for batch in matches.batches(of: Self.batchSize) {
            guard let missing = try await described.add(batch) else { continue }
            // Dropped since it was found: psql ends there too.
            return described.report(
                version: version, notice: "Did not find any relation with OID \(missing).", status: ExitStatus.notReported)
        }
        return described.report(version: version)
    }

    /// Relations described in one round trip: enough that the link hardly counts, few enough that the answers stay small.
    private static let batchSize = 250
}

extension Array {
    fileprivate func batches(of size: Int) -> [ArraySlice<Element>] {
        stride(from: 0, to: count, by: size).map { self[$0..<Swift.min($0 + size, count)] }
    }
}
