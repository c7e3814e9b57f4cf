import Terminal

/// The screen that some drawing leaves, line by line.
func screen(_ width: Int, _ height: Int, _ draw: (inout Surface) -> Void) -> [String] {
    var surface = Surface(size: Size(width: width, height: height))
    draw(&surface)
    return surface.lines
}

extension Theme {
    /// Each role in a style that no other role has, so that a cell tells its role.
    static let told = Theme(
        name: "told",
        styles: Dictionary(uniqueKeysWithValues: Role.allCases.enumerated().map { ($1, Style(foreground: .indexed(UInt8($0)))) }))

    func role(of style: Style) -> Role? { Role.allCases.first { self[$0].foreground == style.foreground } }
}
