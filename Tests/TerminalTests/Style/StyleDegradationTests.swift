import Terminal
import Testing

@Suite("Colours")
struct StyleDegradationTests {
    private func drawn(_ depth: ColorDepth, _ foreground: Color = .terminalDefault, on background: Color = .terminalDefault) -> DrawnStyle {
        StyleDegradation(to: depth).drawn(Style(foreground: foreground, background: background))
    }

    @Test("the terminal's own colours stay its own in every depth", arguments: ColorDepth.allCases)
    func defaults(depth: ColorDepth) {
        #expect(drawn(depth) == DrawnStyle())
    }

    @Test(
        "with 256 colours an rgb is the nearest of cube and greys",
        arguments: [
            ((255, 0, 0), 196), ((0, 0, 0), 16), ((255, 255, 255), 231), ((128, 128, 128), 244), ((95, 135, 175), 67), ((8, 8, 8), 232),
        ] as [((UInt8, UInt8, UInt8), Int)])
    func indexed(color: (UInt8, UInt8, UInt8), number: Int) {
        #expect(drawn(.indexed256, .rgb(color.0, color.1, color.2)).foreground == number)
    }

    @Test("numbers stay numbers where the terminal has them")
    func numbers() {
        #expect(drawn(.indexed256, .indexed(208)).foreground == 208)
        #expect(drawn(.sixteen, .indexed(9)).foreground == 9)
        #expect(drawn(.eight, .indexed(9)).foreground == 1)
        #expect(drawn(.direct, .rgb(1, 2, 3)).foreground == 0x010203)
        #expect(drawn(.direct, .indexed(4)).foreground == 4)
    }

    @Test("a dark selection stays visible on a dark terminal", arguments: [Color.rgb(40, 60, 100), .rgb(30, 30, 46), .indexed(236)])
    func darkSelection(color: Color) {
        #expect(drawn(.eight, on: color).attributes == .reverse)
        #expect(drawn(.sixteen, on: color).background == 8)
        #expect(drawn(.mono, on: color).attributes == .reverse)
    }

    @Test("a pale selection stays visible on a pale terminal")
    func paleSelection() {
        #expect(drawn(.eight, on: .rgb(225, 230, 240)).attributes == .reverse)
        #expect(drawn(.sixteen, on: .rgb(225, 230, 240)).background == 7)
    }

    @Test("text never has the colour of its ground", arguments: [ColorDepth.eight, .sixteen])
    func contrast(depth: ColorDepth) {
        let drawn = drawn(depth, .rgb(250, 60, 60), on: .rgb(240, 30, 30))
        #expect(drawn.foreground != drawn.background)
    }

    @Test("selection and failure can be told apart in every depth, alone and together", arguments: ColorDepth.allCases)
    func distinguishable(depth: ColorDepth) {
        let theme = Theme(
            name: "t",
            styles: [.text: .plain, .bad: Style(foreground: .rgb(255, 80, 80)), .selection: Style(background: .rgb(40, 60, 100))]
        ).adapted(to: depth)
        let degradation = StyleDegradation(to: depth)
        let looks = [
            theme.style(.text, within: nil), theme.style(.bad, within: nil), theme.style(.text, within: .selection),
            theme.style(.bad, within: .selection),
        ].map(degradation.drawn)
        #expect(Set(looks).count == 4)
    }

    @Test(
        "a number of colours is a depth",
        arguments: [
            (-1, ColorDepth.mono), (2, .mono), (8, .eight), (16, .sixteen), (88, .sixteen), (256, .indexed256), (0x100_0000, .direct),
        ])
    func depths(colors: Int, depth: ColorDepth) {
        #expect(ColorDepth(colors: colors) == depth)
    }
}
