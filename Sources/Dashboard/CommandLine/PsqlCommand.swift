internal import PostgresCatalog

/// A command as it was understood.
enum PsqlCommand: Sendable, Hashable {
    case list(CatalogList)
    /// `\d` with a name.
    case describe(ListOptions)
    /// `\c`: what is nil stays as it is.
    case connect(database: String?, user: String?, host: String?, port: String?)
    /// `\c` with a URI or a key=value string.
    case connectTo(String)
    case connectionInfo, help, quit
}

/// Why a line is no command.
struct CommandComplaint: Error, Sendable, Hashable {
    var words: String
    init(_ words: String) { self.words = words }
}
