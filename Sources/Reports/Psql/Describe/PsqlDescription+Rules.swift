import PostgresCatalog

extension PsqlDescription {
    /// The rules of a table, by when they fire.
    var ruleFooters: [String] {
        guard relation.kind != .materializedView else { return [] }
        let groups: [(Firing, String)] = [
            (.origin, "Rules:"), (.disabled, "Disabled rules:"), (.always, "Rules firing always:"),
            (.replica, "Rules firing on replica only:"),
        ]
        return groups.flatMap { firing, heading in
            list(heading, relation.rules.filter { $0.firing == firing }.map { "    " + text(of: $0) })
        }
    }

    /// The text of a view, and its rules whenever they fire.
    var viewFooters: [String] {
        guard verbose, relation.kind == .view || relation.kind == .materializedView else { return [] }
        return ["View definition:", definitions.viewDefinition ?? ""] + list("Rules:", relation.rules.map { " " + text(of: $0) })
    }

    /// What stands behind `CREATE RULE `.
    private func text(of rule: Rule) -> String {
        String(decoding: (definitions.rules[rule.oid] ?? "").utf8.dropFirst("CREATE RULE ".utf8.count), as: UTF8.self)
    }
}
