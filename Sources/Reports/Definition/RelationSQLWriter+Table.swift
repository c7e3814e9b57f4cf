import PostgresCatalog

extension RelationSQLWriter {
    mutating func writeTable() {
        for sequence in description.ownedSequences where !sequence.isIdentity {
            writeSequence(sequence.relation, sequence.parameters, sequence.persistence)
        }
        var text = "CREATE \(persistenceWord)\(noun) \(name)"
        if let type = description.ofType { text += " OF \(type)" }
        let elements = columnClauses() + checkClauses()
        if !elements.isEmpty {
            text += " (\n    " + elements.joined(separator: ",\n    ") + "\n)"
        } else if description.ofType == nil {
            text += " ()"
        }
        if createsAsHeir { text += "\nINHERITS (" + description.inherits.map(SQLSyntax.name).joined(separator: ", ") + ")" }
        if description.kind == .partitionedTable, let key = known(definitions.partitionKey, "the partition key") {
            text += "\nPARTITION BY \(key)"
        }
        if let foreign = description.foreignTable {
            text += "\nSERVER \(SQLSyntax.identifier(foreign.server))"
            if let options = foreign.options { text += "\nOPTIONS (\(options))" }
        }
        add(.relation, text + storageClauses)
        writeColumnSettings()
        writeLateChecks()
        if !createsAsHeir, !description.isPartition {
            for parent in description.inherits { add(.relation, "\(alterOnly) INHERIT \(SQLSyntax.name(parent))") }
        }
        writeOwner()
        for sequence in description.ownedSequences where !sequence.isIdentity {
            writeSequenceOwner(sequence.relation, column: "\(name).\(SQLSyntax.identifier(sequence.column))")
        }
        writeIndexes()
        writeAttaching()
        writeForeignKeys()
        writeReplicaIdentity()
    }

    var persistenceWord: String {
        switch description.persistence {
        case .permanent: ""
        case .unlogged: "UNLOGGED "
        case .temporary: "TEMPORARY "
        }
    }

    /// Access method, options and tablespace of a table or materialized view.
    var storageClauses: String {
        var text = ""
        if let method = description.accessMethod, method != "heap" { text += "\nUSING \(SQLSyntax.identifier(method))" }
        let options = SQLSyntax.options(description.options) + SQLSyntax.options(description.toastOptions, prefix: "toast.")
        if !options.isEmpty { text += "\nWITH (" + options.joined(separator: ", ") + ")" }
        if let tablespace = description.tablespace { text += "\nTABLESPACE \(SQLSyntax.identifier(tablespace))" }
        return text
    }

    /// Whether its columns come out in their order when the parents give theirs first, and the checks that they bring may be taken as valid.
    /// Otherwise it is made with all its columns and checks and told its parents afterwards, which makes them its own as well.
    var createsAsHeir: Bool {
        guard !description.isPartition, !description.inherits.isEmpty,
            description.constraints.allSatisfy({ $0.isLocal || $0.isValidated || $0.kind == .foreignKey })
        else { return false }
        let columns = description.columns
        guard let firstOwn = columns.firstIndex(where: { $0.inheritanceCount == 0 }) else { return true }
        return columns[firstOwn...].allSatisfy { $0.inheritanceCount == 0 }
    }

    /// A partition is made with all that it needs to be attached.
    private mutating func writeAttaching() {
        guard let parent = description.partitionOf else { return }
        if let bound = known(definitions.partitionBound, "the partition's bound") {
            add(.partition, "ALTER TABLE ONLY \(SQLSyntax.name(parent.relation)) ATTACH PARTITION \(name) \(bound)")
        }
        if parent.isDetachPending { remark("the partition is being detached from \(SQLSyntax.name(parent.relation))") }
    }

    private mutating func writeReplicaIdentity() {
        guard description.kind != .foreignTable else { return }
        switch description.replicaIdentity {
        case .full: add(.indexSettings, "\(alterOnly) REPLICA IDENTITY FULL")
        case .nothing: add(.indexSettings, "\(alterOnly) REPLICA IDENTITY NOTHING")
        // With the index; see there.
        case .index, .byDefault, nil: break
        }
    }
}
