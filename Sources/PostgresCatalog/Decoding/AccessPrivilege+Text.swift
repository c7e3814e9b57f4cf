public import PostgresClient

extension AccessPrivilege {
    /// Reads an `aclitem` as the server prints it: `grantee=privileges/grantor`, an asterisk after a privilege that may be passed on.
    /// A role's name that is not of letters, digits and underscores alone stands in double quotes, which are doubled within.
    init?(aclItem text: String) {
        // By scalars: a combining mark after a quote would make one character of both.
        var rest = text.unicodeScalars[...]
        guard let grantee = Self.roleName(&rest), rest.popFirst() == "=" else { return nil }
        var privileges: [Character] = []
        var grantable: Set<Character> = []
        while let letter = rest.popFirst(), letter != "/" {
            if letter == "*" {
                guard let last = privileges.last else { return nil }
                grantable.insert(last)
            } else {
                privileges.append(Character(letter))
            }
        }
        guard let grantor = Self.roleName(&rest), !grantor.isEmpty, rest.isEmpty else { return nil }
        self.init(grantee: grantee, privileges: privileges, grantable: grantable, grantor: grantor)
    }

    private static func roleName(_ rest: inout Substring.UnicodeScalarView) -> String? {
        var name = String.UnicodeScalarView()
        guard rest.first == "\"" else {
            while let scalar = rest.first, scalar != "=", scalar != "/" {
                name.append(scalar)
                rest.removeFirst()
            }
            return String(name)
        }
        rest.removeFirst()
        while let scalar = rest.popFirst() {
            guard scalar == "\"" else {
                name.append(scalar)
                continue
            }
            guard rest.first == "\"" else { return String(name) }
            rest.removeFirst()
            name.append("\"")
        }
        return nil
    }
}

extension AccessPrivilege: RowValue {
    public init?(postgresText text: String) { self.init(aclItem: text) }
}
