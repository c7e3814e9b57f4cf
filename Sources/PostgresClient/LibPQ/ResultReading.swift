import CLibPQ

extension RowSet {
    /// Copies a result out of libpq. Bytes that are no UTF-8 (a database in SQL_ASCII) come out as replacement characters.
    init(result: OpaquePointer) {
        let width = PQnfields(result)
        let height = PQntuples(result)
        var cells: [String?] = []
        cells.reserveCapacity(Int(width) * Int(height))
        for row in 0..<height {
            for column in 0..<width {
                guard PQgetisnull(result, row, column) == 0, let start = PQgetvalue(result, row, column) else {
                    cells.append(nil)
                    continue
                }
                let bytes = UnsafeRawBufferPointer(start: start, count: Int(PQgetlength(result, row, column)))
                cells.append(String(decoding: bytes, as: UTF8.self))
            }
        }
        self.init(columns: (0..<width).map { String(cString: PQfname(result, $0)) }, cells: cells)
    }
}

extension PostgresError {
    /// The error in a result. Without a SQLSTATE it is libpq's own, about the connection.
    init(result: OpaquePointer) {
        let field = { (code: Int32) in PQresultErrorField(result, code).map { String(cString: $0) } }
        guard let message = field(pgdeck_diag_message_primary), let sqlState = field(pgdeck_diag_sqlstate) else {
            self.init(.connectionLost, String(cString: PQresultErrorMessage(result)).trimmed)
            return
        }
        self.init(
            .server, message, sqlState: sqlState,
            detail: field(pgdeck_diag_message_detail), hint: field(pgdeck_diag_message_hint),
            position: field(pgdeck_diag_statement_position).flatMap { Int($0) }
        )
    }

    /// Whether the server ended the session with this error.
    static func endsSession(_ result: OpaquePointer) -> Bool {
        PQresultErrorField(result, pgdeck_diag_severity).map { ["FATAL", "PANIC"].contains(String(cString: $0)) } ?? false
    }
}

extension String {
    /// Without white space and line ends around it, which libpq's messages carry.
    var trimmed: String {
        guard let first = firstIndex(where: { !$0.isWhitespace }), let last = lastIndex(where: { !$0.isWhitespace }) else { return "" }
        return String(self[first...last])
    }
}
