import PostgresCatalog

extension RelationSQLWriter {
    mutating func writePolicies() {
        for policy in description.policies {
            let expressions = definitions.policies[policy.oid]
            var words = ["CREATE POLICY \(SQLSyntax.identifier(policy.name)) ON \(name)"]
            if !policy.isPermissive { words.append("AS RESTRICTIVE") }
            switch policy.command {
            case .select: words.append("FOR SELECT")
            case .insert: words.append("FOR INSERT")
            case .update: words.append("FOR UPDATE")
            case .delete: words.append("FOR DELETE")
            case .all, nil: break
            }
            if let roles = policy.roles { words.append("TO \(SQLSyntax.list(roles))") }
            let what = "the policy \(SQLSyntax.identifier(policy.name))"
            if policy.hasUsing {
                guard let using = known(expressions?.using, what) else { continue }
                words.append("USING (\(using))")
            }
            if policy.hasCheck {
                guard let check = known(expressions?.check, what) else { continue }
                words.append("WITH CHECK (\(check))")
            }
            add(.policies, words.joined(separator: " "))
        }
        if description.rowSecurity.isEnabled { add(.policies, "\(alterOnly) ENABLE ROW LEVEL SECURITY") }
        if description.rowSecurity.isForced { add(.policies, "\(alterOnly) FORCE ROW LEVEL SECURITY") }
    }
}
