import PostgresCatalog

extension PsqlDescription {
    var triggerFooters: [String] {
        let groups: [(heading: String, holds: (Trigger) -> Bool)] = [
            ("Triggers:", { $0.firing == .origin }),
            ("Disabled user triggers:", { $0.firing == .disabled && !$0.isInternal }),
            ("Disabled internal triggers:", { $0.firing == .disabled && $0.isInternal }),
            ("Triggers firing always:", { $0.firing == .always }),
            ("Triggers firing on replica only:", { $0.firing == .replica }),
        ]
        return groups.flatMap { group in list(group.heading, relation.triggers.filter(group.holds).map(line)) }
    }

    private func line(of trigger: Trigger) -> String {
        let definition = trigger.definition ?? definitions.triggers[trigger.oid] ?? ""
        let origin = trigger.inheritedFrom.map { ", ON TABLE \($0.printed)" } ?? ""
        return "    " + definition.after(" TRIGGER ") + origin
    }
}
