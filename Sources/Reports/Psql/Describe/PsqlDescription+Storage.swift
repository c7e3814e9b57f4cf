import PostgresCatalog

extension PsqlDescription {
    var foreignServerFooters: [String] {
        guard let table = relation.foreignTable else { return [] }
        return ["Server: \(table.server)"] + (table.options.map { ["FDW options: (\($0))"] } ?? [])
    }

    /// Type, replica identity, tablespace, access method.
    var storageFooters: [String] {
        var footers = relation.ofType.map { ["Typed table of type: \($0)"] } ?? []
        if verbose, relation.kind == .table || relation.kind == .materializedView, relation.replicaIdentity != .index,
            relation.replicaIdentity != (relation.relation.schema == "pg_catalog" ? .nothing : .byDefault)
        {
            footers.append("Replica Identity: " + dialect.replicaIdentity(relation.replicaIdentity?.rawValue))
        }
        footers += tablespaceFooters
        if verbose, let method = relation.accessMethod { footers.append("Access method: \(method)") }
        return footers
    }

    var tablespaceFooters: [String] {
        guard relation.kind != .foreignTable, let tablespace = relation.tablespace else { return [] }
        return ["Tablespace: \"\(tablespace)\""]
    }

    /// The relation's own options and those of its TOAST table.
    var optionFooters: [String] {
        let options = relation.options + relation.toastOptions.map { "toast." + $0 }
        return verbose && !options.isEmpty ? ["Options: " + options.joined(separator: ", ")] : []
    }
}
