import Dashboard
import PostgresCatalog
import PostgresClient

extension Connection {
    /// A slice of a database's names.
    func names(_ part: CatalogPart, _ slice: CatalogSlice) async throws(PostgresError) -> Answer {
        switch part {
        case .relations: .relationNames(try await ask(CatalogRelationsQuery(slice), limits: .catalog).get())
        case .functions: .functionNames(try await ask(CatalogFunctionsQuery(slice), limits: .catalog).get())
        case .columns: .columnNames(try await ask(CatalogColumnsQuery(slice), limits: .catalog).get())
        }
    }

    /// A function, and its definition as far as no lock is in the way.
    func function(_ function: OID) async throws(PostgresError) -> Answer {
        let (facts, definition) = try await ask(FunctionFactsQuery(function), FunctionDefinitionQuery(function), limits: .mayBlock)
        var described = try facts.get()
        switch definition {
        case .success(let definition):
            described?.definition = definition
            return .function(described, unavailable: nil)
        case .failure(let reason): return .function(described, unavailable: reason)
        }
    }
}
