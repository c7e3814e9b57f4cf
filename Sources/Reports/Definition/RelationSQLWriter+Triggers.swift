import PostgresCatalog

extension RelationSQLWriter {
    /// A partition gets the triggers of its partitioned table when it is attached, or with them; only their state is its own. The triggers
    /// that keep foreign keys come with those, and can only be disabled all together.
    mutating func writeTriggers() {
        let own = description.triggers.filter { !$0.isInternal && $0.inheritedFrom == nil }
        for trigger in own {
            if let definition = known(
                trigger.definition ?? definitions.triggers[trigger.oid], "the trigger \(SQLSyntax.identifier(trigger.name))")
            {
                add(.triggers, definition)
            }
        }
        let keepers = description.triggers.filter { $0.isInternal && $0.inheritedFrom == nil }
        let disablesAll = keepers.contains { $0.firing == .disabled }
        if disablesAll { add(.triggers, "\(alterOnly) DISABLE TRIGGER ALL") }
        for trigger in description.triggers where !trigger.isInternal || trigger.inheritedFrom != nil {
            guard let word = Self.firingWord(trigger.firing) ?? (disablesAll ? "ENABLE" : nil) else { continue }
            if disablesAll, trigger.firing == .disabled { continue }
            add(.triggers, "\(alterOnly) \(word) TRIGGER \(SQLSyntax.identifier(trigger.name))")
        }
    }
}
