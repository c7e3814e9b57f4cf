public import PostgresCatalog

/// Which page of a relation's rows is asked for.
public struct RowsRequest: Sendable, Hashable {
    /// How its rows can be read, as far as that is known; the server's answer brings it anew.
    public var source: RowSource?
    public var position: PagePosition
    /// A superuser has agreed to run what others wrote (see ``RowSource/wantsConsent``).
    public var hasConsent: Bool

    public init(source: RowSource? = nil, position: PagePosition = .first, hasConsent: Bool = false) {
        self.source = source
        self.position = position
        self.hasConsent = hasConsent
    }

    /// Whether rows may be read from a source: what stands in the way is told before they are.
    public func allows(_ source: RowSource) -> Bool { source.obstacle == nil && (hasConsent || !source.wantsConsent) }
}

/// How the rows of a relation can be read, and a page of them.
public struct RowsFound: Sendable, Hashable {
    /// nil where the relation was dropped meanwhile.
    public var source: RowSource?
    /// nil where no row was read: ``RowSource/obstacle`` or ``RowSource/wantsConsent`` says why.
    public var page: RowPage?

    public init(source: RowSource?, page: RowPage?) {
        self.source = source
        self.page = page
    }
}

/// Which value is asked for in full.
public struct ValueRequest: Sendable, Hashable {
    public var source: RowSource
    public var column: RowColumn
    public var locator: RowLocator
    /// What the page shows of it: where it is not the beginning of what is found, the row is another one now.
    public var shown: Datum

    public init(source: RowSource, column: RowColumn, locator: RowLocator, shown: Datum) {
        self.source = source
        self.column = column
        self.locator = locator
        self.shown = shown
    }
}
