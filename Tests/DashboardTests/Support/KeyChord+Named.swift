import Terminal

extension KeyChord {
    /// As scripts write keys: `enter`, `S-tab`, `^C`, `x`.
    init(named name: String) {
        self =
            switch name {
            case "enter": KeyChord(.enter)
            case "esc": KeyChord(.escape)
            case "tab": KeyChord(.tab)
            case "S-tab": KeyChord(.backtab)
            case "up": KeyChord(.up)
            case "down": KeyChord(.down)
            case "left": KeyChord(.left)
            case "right": KeyChord(.right)
            case "Home": KeyChord(.home)
            case "End": KeyChord(.end)
            case "PgDn": KeyChord(.pageDown)
            case "PgUp": KeyChord(.pageUp)
            case "F1": KeyChord(.function(1))
            case "backspace": KeyChord(.backspace)
            case "space": .character(" ")
            default: name.count == 2 && name.first == "^" ? .control(name.last!) : .character(name.first!)
            }
    }
}
