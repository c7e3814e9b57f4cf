internal import Terminal

/// The colours a theme can name without a palette: helix's names for the terminal's sixteen, `#rrggbb`, and an index in quotes.
enum ColorName {
    /// `default`, then the terminal's sixteen in their order.
    static let all = [
        "default", "black", "red", "green", "yellow", "blue", "magenta", "cyan", "light-gray", "gray", "light-red", "light-green",
        "light-yellow", "light-blue", "light-magenta", "light-cyan", "white",
    ]

    static func color(_ name: String) -> Color? {
        if let place = all.firstIndex(of: name) { return place == 0 ? .terminalDefault : .indexed(UInt8(place - 1)) }
        if let index = UInt8(name) { return .indexed(index) }
        let digits = name.utf8.dropFirst()
        guard name.first == "#", digits.count == 6, digits.allSatisfy({ Character(Unicode.Scalar($0)).isHexDigit }),
            let number = UInt32(name.dropFirst(), radix: 16)
        else { return nil }
        return .rgb(UInt8(number >> 16), UInt8(number >> 8 & 255), UInt8(number & 255))
    }
}
