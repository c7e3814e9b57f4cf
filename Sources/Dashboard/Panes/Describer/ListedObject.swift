internal import PostgresCatalog
internal import Terminal

/// What a row of the describer stands for, as far as it goes beyond its cells.
struct ListedObject {
    /// What `y` copies: as SQL would write it, qualified where SQL allows that.
    var name: String?
    /// What `Y` copies; nil where there is none or it is not known yet.
    var definition: String?
    /// Where enter leads.
    var link: RelationLink?
    /// What the row in full shows below the cells: a text from outside with its heading.
    var text: (title: String, text: String)?
}

/// A relation that a row points at.
struct RelationLink: Sendable, Hashable {
    var relation: RelationName
    /// As far as it is known before that relation is described.
    var kind: RelationKind
}
