import Dashboard
import PostgresCatalog
import PostgresClient

extension Connection {
    /// A page of rows. A statement is built from what is known of the relation, which is asked anew with it: where that has changed, the
    /// page is built once more from what is true now. So a page costs one round trip, the first one of a relation two.
    func rows(of relation: OID, _ request: RowsRequest) async throws(PostgresError) -> RowsFound {
        // A superuser's page is never read before the relation was looked at: under its name may be a view by now.
        var known = request.source.flatMap { request.allows($0) && (request.hasConsent || !$0.facts.isSuperuser) ? $0 : nil }
        var position = request.position
        for _ in 0..<3 {
            guard let source = known else {
                let (facts, columns) = try await ask(RowSourceFactsQuery(relation), RowColumnsQuery(relation), limits: .catalog)
                guard let fresh = try Self.source(facts, columns) else { return RowsFound(source: nil, page: nil) }
                guard request.allows(fresh) else { return RowsFound(source: fresh, page: nil) }
                known = fresh
                continue
            }
            let (facts, columns, page) = try await ask(
                RowSourceFactsQuery(relation), RowColumnsQuery(relation), RowPageQuery(source, position), limits: .rows)
            guard let fresh = try Self.source(facts, columns) else { return RowsFound(source: nil, page: nil) }
            if fresh == source { return RowsFound(source: fresh, page: try page.get()) }
            guard request.allows(fresh) else { return RowsFound(source: fresh, page: nil) }
            // Another key has no place for the old one's values.
            if fresh.paging != source.paging { position = .first }
            known = fresh
        }
        throw PostgresError(.server, "the relation is being changed faster than its rows can be read")
    }

    /// A value in full, of a relation that is still what the page was read from.
    func value(_ request: ValueRequest) async throws(PostgresError) -> WholeValueQuery.Found {
        let relation = request.source.facts.relation.oid
        let (facts, columns) = try await ask(RowSourceFactsQuery(relation), RowColumnsQuery(relation), limits: .catalog)
        guard try Self.source(facts, columns) == request.source else {
            throw PostgresError(.server, "the relation was changed since the page was read", hint: "read the page again")
        }
        return try await ask(WholeValueQuery(request.source, request.column, of: request.locator), limits: .rows).get()
    }

    private static func source(
        _ facts: Result<RowSourceFacts?, PostgresError>, _ columns: Result<[RowColumn], PostgresError>
    ) throws(PostgresError) -> RowSource? {
        guard let facts = try facts.get() else { return nil }
        return RowSource(facts: facts, columns: try columns.get())
    }
}
