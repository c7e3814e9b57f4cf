/// The answer to the ``CatalogList`` of the same name.
public enum CatalogListing: Sendable, Hashable {
    case databases([ListedDatabase])
    /// With what was asked, its pattern read.
    case relations([ListedRelation], RelationList)
    case functions([ListedFunction])
    /// - publications: of the schema that the pattern is called by.
    case schemas([ListedSchema], publications: [String])
    case types([ListedType])
    case roles([RoleAttributes])
    case extensions([ListedExtension])
    case extensionContents([ExtensionContents])
    case privileges([RelationPrivileges])
    case tablespaces([ListedTablespace])
    case roleSettings([RoleSetting])
}
