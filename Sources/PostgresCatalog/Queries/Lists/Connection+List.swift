public import PostgresClient

extension Connection {
    /// Asks for a list in one unit.
    /// - Throws: what the server refuses, and of the kind `badParameters` a pattern that psql refuses, in psql's words.
    public func listing(_ list: CatalogList) async throws(PostgresError) -> CatalogListing {
        let version = server.version
        switch list {
        case .databases(let options):
            let query = DatabaseListQuery(pattern: try pattern(options.pattern, .name), isVerbose: options.isVerbose)
            return .databases(try await ask(query, limits: .mayBlock).get())
        case .relations(let letters, let options):
            let list = RelationList(
                Set(letters.compactMap(RelationList.Kind.init(rawValue:))), pattern: try pattern(options.pattern, .schemaAndName),
                isVerbose: options.isVerbose, showsSystem: options.showsSystem)
            return .relations(try await ask(RelationListQuery(list), limits: options.isVerbose ? .mayBlock : .catalog).get(), list)
        case .functions(let letters, let arguments, let options):
            let list = FunctionList(
                Set(letters.compactMap(FunctionList.Kind.init(rawValue:))), pattern: try pattern(options.pattern, .schemaAndName),
                arguments: version.major < 14 ? [] : try arguments.map(argument), isVerbose: options.isVerbose,
                showsSystem: options.showsSystem)
            return .functions(try await ask(FunctionListQuery(list), limits: .mayBlock).get())
        case .schemas(let options):
            let query = SchemaListQuery(pattern: try pattern(options.pattern, .schema), showsSystem: options.showsSystem)
            guard let name = options.pattern else { return .schemas(try await ask(query, limits: .catalog).get(), publications: []) }
            let (schemas, publications) = try await ask(query, SchemaPublicationsQuery(schema: name), limits: .catalog)
            return .schemas(try schemas.get(), publications: try publications.get())
        case .types(let options):
            let query = TypeListQuery(
                pattern: try options.pattern.map(type), isVerbose: options.isVerbose, showsSystem: options.showsSystem,
                showsArrays: options.pattern?.contains("[]") ?? false)
            return .types(try await ask(query, limits: .catalog).get())
        case .roles(let options):
            let query = RoleListQuery(pattern: try pattern(options.pattern, .name), showsSystem: options.showsSystem)
            return .roles(try await ask(query, limits: .catalog).get())
        case .extensions(let options):
            let pattern = try pattern(options.pattern, .name)
            if options.isVerbose {
                return .extensionContents(try await ask(ExtensionContentsQuery(pattern: pattern), limits: .catalog).get())
            }
            return .extensions(try await ask(ExtensionListQuery(pattern: pattern), limits: .catalog).get())
        case .privileges(let options):
            let query = RelationPrivilegesQuery(pattern: try pattern(options.pattern, .schemaAndName), showsSystem: options.showsSystem)
            return .privileges(try await ask(query, limits: .mayBlock).get())
        case .tablespaces(let options):
            let query = TablespaceListQuery(pattern: try pattern(options.pattern, .name), isVerbose: options.isVerbose)
            return .tablespaces(try await ask(query, limits: .mayBlock).get())
        case .roleSettings(let role, let database):
            let query = RoleSettingsQuery(role: try pattern(role, .name), database: try pattern(database, .name))
            return .roleSettings(try await ask(query, limits: .catalog).get())
        }
    }

    /// The relations that psql's `\d` describes for a pattern, in its order.
    /// - Throws: as ``listing(_:)``.
    public func relations(matching text: String) async throws(PostgresError) -> [RelationsByPatternQuery.Match] {
        guard let pattern = try pattern(text, .schemaAndName) else { return [] }
        return try await ask(RelationsByPatternQuery(pattern), limits: .catalog).get()
    }

    private func pattern(_ text: String?, _ scope: NamePattern.Scope) throws(PostgresError) -> NamePattern? {
        guard let text else { return nil }
        do throws(PatternError) {
            return try NamePattern(text, scope, on: server.version, database: server.database)
        } catch {
            throw PostgresError(.badParameters, error.description)
        }
    }

    private func type(_ text: String) throws(PostgresError) -> NamePattern {
        do throws(PatternError) {
            return try NamePattern(type: text, on: server.version, database: server.database)
        } catch {
            throw PostgresError(.badParameters, error.description)
        }
    }

    private func argument(_ text: String) throws(PostgresError) -> FunctionList.Argument { text == "-" ? .absent : .type(try type(text)) }
}
