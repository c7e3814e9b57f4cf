/// What a piece of the screen is for; themes give each role a style, code names roles only.
///
/// Raw values are the names used in theme files.
public enum Role: String, Sendable, Hashable, CaseIterable {
    case text
    /// Second-rank text: units, ages, hints.
    case muted
    /// Headings of tables and groups.
    case heading
    case border
    case borderFocused = "border.focused"
    case title
    case titleFocused = "title.focused"
    /// The row under the cursor, in the pane that has the focus.
    case selection
    /// The row under the cursor of a pane without the focus.
    case selectionInactive = "selection.inactive"
    /// What a filter matched.
    case match
    case tab
    case tabActive = "tab.active"
    case key
    case statusBar = "statusbar"
    case good
    case warning
    case bad
    /// A fact that is being asked.
    case loading
    /// A fact of some age, drawn with that age.
    case stale
    /// A fact that could not be had.
    case failed
    case identifier
    case type
    case literal
    case null
    case comment
    /// Control characters made visible.
    case escaped
    case input
    case overlay
}

/// A style for each role. A missing role falls back to `text`.
public struct Theme: Sendable, Hashable {
    public var name: String
    public var styles: [Role: Style]

    public init(name: String, styles: [Role: Style]) {
        self.name = name
        self.styles = styles
    }

    public subscript(role: Role) -> Style { styles[role] ?? styles[.text] ?? .plain }
}
