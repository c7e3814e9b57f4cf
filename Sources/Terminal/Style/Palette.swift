/// The colours that xterm and its kin draw for the 256 numbers.
enum Palette {
    typealias RGB = (red: Int, green: Int, blue: Int)

    private static let named: [RGB] = [
        (0, 0, 0), (205, 0, 0), (0, 205, 0), (205, 205, 0), (0, 0, 238), (205, 0, 205), (0, 205, 205), (229, 229, 229),
        (127, 127, 127), (255, 0, 0), (0, 255, 0), (255, 255, 0), (92, 92, 255), (255, 0, 255), (0, 255, 255), (255, 255, 255),
    ]
    private static let levels = [0, 95, 135, 175, 215, 255]

    static func rgb(_ index: UInt8) -> RGB {
        let index = Int(index)
        switch index {
        case ..<16: return named[index]
        case ..<232:
            let cube = index - 16
            return (levels[cube / 36], levels[cube / 6 % 6], levels[cube % 6])
        default:
            let grey = 8 + 10 * (index - 232)
            return (grey, grey, grey)
        }
    }

    /// The nearest of the cube and the greys. The named 16 are left out: every user sets those as they like.
    static func nearest256(_ color: RGB) -> Int {
        func level(_ value: Int) -> Int { levels.indices.min { abs(levels[$0] - value) < abs(levels[$1] - value) } ?? 0 }
        let cube = 16 + 36 * level(color.red) + 6 * level(color.green) + level(color.blue)
        let mean = (color.red + color.green + color.blue) / 3
        let grey = 232 + min(23, max(0, (mean - 3) / 10))
        return distance(color, rgb(UInt8(grey))) < distance(color, rgb(UInt8(cube))) ? grey : cube
    }

    /// The nearest of the first so many named colours.
    static func nearestNamed(_ color: RGB, of count: Int) -> Int {
        (0..<count).min { distance(color, named[$0]) < distance(color, named[$1]) } ?? 0
    }

    static func isGrey(_ color: RGB) -> Bool {
        max(color.red, color.green, color.blue) - min(color.red, color.green, color.blue) < 40
    }

    private static func distance(_ one: RGB, _ other: RGB) -> Int {
        let (red, green, blue) = (one.red - other.red, one.green - other.green, one.blue - other.blue)
        return red * red + green * green + blue * blue
    }
}
