import PostgresClient

extension RowSet {
    /// The column `definition` by the OID in another one; without those that are NULL because their object went while it was asked.
    func definitions(by key: String) throws(DecodingFailure) -> [OID: String] {
        var definitions: [OID: String] = [:]
        for row in self {
            if let definition: String = try row.optional("definition") { definitions[try row.value(key)] = definition }
        }
        return definitions
    }
}
