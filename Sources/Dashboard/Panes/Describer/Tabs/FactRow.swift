internal import PostgresCatalog
internal import Terminal

/// A line of a tab that lists facts by name.
struct FactRow {
    var name: String
    var value: StyledText
    /// What `y` copies instead of the value.
    var copied: String?
    var definition: String?
    var link: RelationLink?

    init(_ name: String, _ value: StyledText, copied: String? = nil, definition: String? = nil, link: RelationLink? = nil) {
        self.name = name
        self.value = value
        self.copied = copied
        self.definition = definition
        self.link = link
    }

    /// A relation that the fact leads to.
    init(_ name: String, _ link: RelationLink, _ facts: Described) {
        let qualified = qualifiedName(link.relation.schema, link.relation.name)
        self.init(name, StyledText(outside: "-> " + qualified, facts.role(.key)), copied: qualified, link: link)
    }
}

func factsListing(_ rows: [FactRow], _ facts: Described) -> Listing {
    Listing(
        rows,
        [
            Listing.Column("Fact") { StyledText(outside: $0.name, facts.role(.muted)) },
            Listing.Column("Value", shrinks: true, grows: true) { $0.value },
        ]
    ) { row in
        ListedObject(name: row.copied ?? row.value.plainText, definition: row.definition, link: row.link)
    }
}
