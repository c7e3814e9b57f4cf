import PostgresCatalog

extension RelationSQLWriter {
    mutating func writeRules() {
        for rule in description.rules {
            guard let definition = known(definitions.rules[rule.oid], "the rule \(SQLSyntax.identifier(rule.name))") else { continue }
            add(.rules, definition)
            if let word = Self.firingWord(rule.firing) {
                add(.rules, "ALTER TABLE \(name) \(word) RULE \(SQLSyntax.identifier(rule.name))")
            }
        }
    }

    /// In a clause of ALTER TABLE; nil for the state in which rules and triggers are made.
    static func firingWord(_ firing: Firing?) -> String? {
        switch firing {
        case .disabled: "DISABLE"
        case .always: "ENABLE ALWAYS"
        case .replica: "ENABLE REPLICA"
        case .origin, nil: nil
        }
    }
}
