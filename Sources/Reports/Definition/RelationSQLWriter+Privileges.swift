import PostgresCatalog
import PostgresClient

extension RelationSQLWriter {
    /// From what a new relation's owner has (everything, nobody else anything) to what is granted.
    mutating func writePrivileges() {
        let isSequence = description.kind == .sequence
        // A type's privileges are not those of its relation.
        guard description.kind != .compositeType else { return }
        let object = (isSequence ? "SEQUENCE " : "TABLE ") + name
        let all = isSequence ? "rwU" : server.major >= 17 ? "arwdDxtm" : "arwdDxt"
        if let privileges = description.privileges {
            let owners = privileges.first { $0.grantee == description.owner && $0.grantor == description.owner }
            if let owners, Set(owners.privileges) == Set(all), owners.grantable.isEmpty {
                writeGrants(privileges.filter { $0 != owners }, on: object)
            } else {
                add(.privileges, "REVOKE ALL ON \(object) FROM \(SQLSyntax.identifier(description.owner))")
                writeGrants(privileges, on: object)
            }
        }
        for column in description.columns {
            writeGrants(column.privileges ?? [], on: object, column: SQLSyntax.identifier(column.name))
        }
    }

    private mutating func writeGrants(_ privileges: [AccessPrivilege], on object: String, column: String? = nil) {
        for item in privileges {
            // A role that passed on what it was granted with grant option says so itself.
            let isPassedOn = item.grantor != description.owner
            if isPassedOn { add(.privileges, "SET SESSION AUTHORIZATION \(SQLSyntax.identifier(item.grantor))") }
            for grantable in [false, true] {
                let words = item.privileges.filter { item.grantable.contains($0) == grantable }.compactMap { Self.privilegeWords[$0] }
                guard !words.isEmpty else { continue }
                let list = words.map { column == nil ? $0 : "\($0) (\(column ?? ""))" }.joined(separator: ", ")
                let grantee = item.grantee.isEmpty ? "PUBLIC" : SQLSyntax.identifier(item.grantee)
                add(.privileges, "GRANT \(list) ON \(object) TO \(grantee)\(grantable ? " WITH GRANT OPTION" : "")")
            }
            if isPassedOn { add(.privileges, "RESET SESSION AUTHORIZATION") }
        }
    }

    private static let privilegeWords: [Character: String] = [
        "a": "INSERT", "r": "SELECT", "w": "UPDATE", "d": "DELETE", "D": "TRUNCATE", "x": "REFERENCES", "t": "TRIGGER", "m": "MAINTAIN",
        "U": "USAGE",
    ]
}
