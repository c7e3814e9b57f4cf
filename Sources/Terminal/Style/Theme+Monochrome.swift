extension Theme {
    /// This theme, or ``monochrome`` for a terminal without colours, where attributes must say what colours would.
    public func adapted(to depth: ColorDepth) -> Theme { depth == .mono ? .monochrome : self }

    /// Roles told apart by attributes alone: what is selected is reversed, what failed is bold, what is old is dim, also inside a selected row.
    public static let monochrome = Theme(
        name: "monochrome",
        styles: attributes.mapValues { Style(attributes: $0) })

    private static let attributes: [Role: Attributes] = [
        .text: [],
        .muted: .dim,
        .heading: .underline,
        .borderFocused: .bold,
        .titleFocused: .bold,
        .selection: .reverse,
        .selectionInactive: .underline,
        .match: [.bold, .underline],
        .tabActive: .reverse,
        .key: .bold,
        .statusBar: .reverse,
        .warning: .bold,
        .bad: [.bold, .underline],
        .loading: .dim,
        .stale: .dim,
        .failed: [.bold, .underline],
        .null: .dim,
        .comment: .dim,
        .escaped: .reverse,
        .input: .underline,
    ]
}
