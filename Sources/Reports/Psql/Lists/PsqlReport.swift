public import PostgresCatalog
public import PostgresClient

/// What psql prints for one of its list commands.
public enum PsqlReport: Sendable, Hashable {
    /// On stdout, one behind the other.
    case tables([PsqlTable])
    /// On stderr, in place of a table: that nothing was found.
    case notFound(String)

    /// - Parameter list: what was asked for.
    public init(_ listing: CatalogListing, to list: CatalogList, on server: ServerVersion) {
        switch listing {
        case .databases(let databases): self = .tables([PsqlTable(databases, isVerbose: list.isVerbose, on: server)])
        case .relations(let relations, let list):
            self = relations.isEmpty ? .notFound(list.psqlNotFound(on: server)) : .tables([PsqlTable(relations, of: list, on: server)])
        case .functions(let functions): self = .tables([PsqlTable(functions, isVerbose: list.isVerbose, on: server)])
        case .schemas(let schemas, let publications):
            self = .tables([PsqlTable(schemas, publications: publications, isVerbose: list.isVerbose, on: server)])
        case .types(let types): self = .tables([PsqlTable(types, isVerbose: list.isVerbose, on: server)])
        case .roles(let roles): self = .tables([PsqlTable(roles, isVerbose: list.isVerbose, on: server)])
        case .extensions(let extensions): self = .tables([PsqlTable(extensions, on: server)])
        case .extensionContents(let contents):
            self = contents.isEmpty ? .notFound(list.psqlNoExtension) : .tables(contents.map { PsqlTable($0) })
        case .privileges(let relations): self = .tables([PsqlTable(relations, on: server)])
        case .tablespaces(let tablespaces): self = .tables([PsqlTable(tablespaces, isVerbose: list.isVerbose, on: server)])
        case .roleSettings(let settings): self = settings.isEmpty ? .notFound(list.psqlNoSettings) : .tables([PsqlTable(settings)])
        }
    }
}

extension CatalogList {
    fileprivate var isVerbose: Bool { options?.isVerbose ?? false }

    fileprivate var psqlNoExtension: String {
        options?.pattern.map { "Did not find any extension named \"\($0)\"." } ?? "Did not find any extensions."
    }

    fileprivate var psqlNoSettings: String {
        guard case .roleSettings(let role?, let database) = self else { return "Did not find any settings." }
        return "Did not find any settings for role \"\(role)\"" + (database.map { " and database \"\($0)\"" } ?? "") + "."
    }
}
