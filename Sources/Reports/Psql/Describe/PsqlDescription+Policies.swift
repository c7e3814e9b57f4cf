import PostgresCatalog

extension PsqlDescription {
    var policyFooters: [String] {
        let lines = relation.policies.map(line)
        let security = relation.rowSecurity
        return switch (security.isEnabled, security.isForced, lines.isEmpty) {
        case (true, false, false): ["Policies:"] + lines
        case (true, true, false): ["Policies (forced row security enabled):"] + lines
        case (true, false, true): ["Policies (row security enabled): (none)"]
        case (true, true, true): ["Policies (forced row security enabled): (none)"]
        case (false, _, false): ["Policies (row security disabled):"] + lines
        case (false, _, true): []
        }
    }

    private func line(of policy: Policy) -> String {
        let expressions = definitions.policies[policy.oid] ?? PolicyExpressions()
        var line = "    POLICY \"\(policy.name)\""
        if !policy.isPermissive { line += " AS RESTRICTIVE" }
        switch policy.command {
        case .select: line += " FOR SELECT"
        case .insert: line += " FOR INSERT"
        case .update: line += " FOR UPDATE"
        case .delete: line += " FOR DELETE"
        case .all, nil: break
        }
        if let roles = policy.roles { line += "\n      TO " + roles.joined(separator: ",") }
        if let using = expressions.using { line += "\n      USING (\(using))" }
        if let check = expressions.check { line += "\n      WITH CHECK (\(check))" }
        return line
    }
}
