import PostgresClient

/// One column named `value` of any SQL.
struct Values<Element: RowValue & Sendable>: RowQuery {
    let sql: String
    let parameters: [Parameter]

    init(_ sql: String, _ parameters: [Parameter] = [], of type: Element.Type = String.self) {
        self.sql = sql
        self.parameters = parameters
    }

    func statement(on server: ServerVersion) -> Statement { Statement(sql, parameters) }
    func decode(_ row: Row, from server: ServerVersion) throws(DecodingFailure) -> Element? { try row.optional("value") }
}

extension Connection {
    /// The one value of one question, for tests that are about something else.
    func value<Element: RowValue & Sendable>(_ sql: String, of type: Element.Type = String.self) async throws -> Element? {
        try await ask(Values(sql, of: type), limits: .catalog).get().first ?? nil
    }
}

extension UnitLimits {
    /// The client's own deadline comes long before the server's limits.
    static func deadline(_ duration: Duration) -> UnitLimits {
        UnitLimits(statement: .seconds(60), lock: .seconds(60), deadline: duration)
    }
}

extension Result {
    var failure: Failure? {
        if case .failure(let error) = self { error } else { nil }
    }
}
