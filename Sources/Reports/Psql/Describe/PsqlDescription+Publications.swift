import PostgresCatalog

extension PsqlDescription {
    /// A publication that covers the relation in two ways is told once, unless they differ in columns or filter.
    var publicationFooters: [String] {
        var lines: [String] = []
        for publication in relation.publications {
            var line = "    \"\(publication.name)\""
            if let columns = publication.columns { line += " (" + columns.joined(separator: ", ") + ")" }
            if publication.hasFilter, let filter = definitions.publicationFilters[publication.oid] { line += " WHERE \(filter)" }
            if line != lines.last { lines.append(line) }
        }
        return list("Publications:", lines)
    }
}
