extension KeyChord: CustomStringConvertible {
    /// What help and hints call the key: `^C`, `M-f`, `enter`, `S-tab`, `PgDn`, `F1`, `C-left`.
    public var description: String {
        let prefix = alt ? "M-" : ""
        if control, case .character(let character) = key { return prefix + "^" + character.uppercased() }
        return prefix + (control ? "C-" : "") + key.label
    }
}

extension Key {
    fileprivate var label: String {
        switch self {
        case .character(" "): "space"
        case .character(let character): String(character)
        case .enter: "enter"
        case .escape: "esc"
        case .tab: "tab"
        case .backtab: "S-tab"
        case .backspace: "backspace"
        case .delete: "Del"
        case .insert: "Ins"
        case .up: "up"
        case .down: "down"
        case .left: "left"
        case .right: "right"
        case .home: "Home"
        case .end: "End"
        case .pageUp: "PgUp"
        case .pageDown: "PgDn"
        case .function(let number): "F\(number)"
        }
    }
}
