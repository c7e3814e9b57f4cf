public import PostgresCatalog
public import PostgresClient

extension PsqlTable {
    /// psql's `\du`, verbose for `\du+`.
    public init(_ roles: [RoleAttributes], isVerbose: Bool, on server: ServerVersion) {
        let showsMemberships = server.major <= 15
        let headers = ["Role name", "Attributes"] + (showsMemberships ? ["Member of"] : []) + (isVerbose ? ["Description"] : [])
        let rows = roles.map { role in
            [role.name, role.psqlAttributes] + (showsMemberships ? [Self.array(of: role.memberOf)] : [])
                + (isVerbose ? [role.comment ?? ""] : [])
        }
        self.init(title: "List of roles", columns: headers.map { Column($0) }, rows: rows)
    }

    /// An array in the server's text form, which quotes what could be misread.
    private static func array(of names: [String]) -> String {
        let elements = names.map { name in
            let special = name.utf8.contains { "\"\\{},".utf8.contains($0) || $0 == 0x20 || (0x09...0x0D).contains($0) }
            guard special || name.isEmpty || name.lowercased() == "null" else { return name }
            // By scalars: a combining mark after a quote would make one character of both.
            return "\"" + name.unicodeScalars.map { $0 == "\\" || $0 == "\"" ? "\\\($0)" : "\($0)" }.joined() + "\""
        }
        return "{" + elements.joined(separator: ",") + "}"
    }
}

extension RoleAttributes {
    /// The attributes in one line, the connection limit and the password's end in lines of their own.
    fileprivate var psqlAttributes: String {
        var attributes: [String] = []
        if isSuperuser { attributes.append("Superuser") }
        if !inherits { attributes.append("No inheritance") }
        if mayCreateRoles { attributes.append("Create role") }
        if mayCreateDatabases { attributes.append("Create DB") }
        if !mayLogIn { attributes.append("Cannot login") }
        if mayReplicate { attributes.append("Replication") }
        if bypassesRowSecurity { attributes.append("Bypass RLS") }
        var lines = attributes.isEmpty ? [] : [attributes.joined(separator: ", ")]
        switch connectionLimit {
        case ..<0: break
        case 0: lines.append("No connections")
        case 1: lines.append("1 connection")
        default: lines.append("\(connectionLimit) connections")
        }
        if let end = passwordValidUntil { lines.append("Password valid until \(end)") }
        return lines.joined(separator: "\n")
    }
}
