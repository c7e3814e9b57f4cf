import DisplayText
import Testing

@testable import Doctor

@Suite("How a diagnosis is printed")
struct PrintingTests {
    private let text = DiagnosisText(isColoured: false)

    @Test("no line is wider than 80 columns, and the time stands at the right edge")
    func width() {
        let step = Step(
            .login, .failed, [String(repeating: "password authentication failed ", count: 6)], took: .milliseconds(34),
            try: String(repeating: "correct it there ", count: 12))
        let lines = text.lines(of: [step]).split(separator: "\n")
        #expect(lines.allSatisfy { DisplayText.width(of: String($0)) <= 80 })
        #expect(lines[0].hasPrefix("FAIL  login"))
        #expect(lines[0].hasSuffix(" 34 ms"))
        #expect(lines[0].count == 80)
        #expect(lines.contains { $0.contains("try: correct") })
    }

    @Test("text from outside cannot act on the terminal")
    func hostile() {
        let step = Step(.database, .failed, ["database \"a\u{1B}[2J\u{202E}b\" does not exist"], try: "\u{7}")
        let printed = text.lines(of: [step]) + text.conclusion(of: Diagnosis(steps: [step]))
        #expect(printed.contains("\\e[2J"))
        #expect(!printed.unicodeScalars.contains { $0.properties.generalCategory == .control && $0 != "\n" })
        #expect(!printed.unicodeScalars.contains("\u{202E}"))
    }

    @Test("steps that were not tried for one reason are one entry")
    func skipped() {
        let steps = [Step.Name.version, .role, .latency].map { Step.skipped($0, because: "nobody is logged in") }
        #expect(text.lines(of: steps) == "-     version, role, latency\n      not tried: nobody is logged in\n")
    }

    @Test("colours are control sequences around whole words, and only where they are wanted")
    func colours() {
        let step = Step(.login, .failed, ["refused"], try: nil)
        #expect(DiagnosisText(isColoured: true).lines(of: [step]).hasPrefix("\u{1B}[1;31mFAIL"))
        #expect(!text.lines(of: [step]).contains("\u{1B}"))
    }

    @Test("of several failures the furthest on the way counts, and of one step the first")
    func decisive() {
        let steps = [
            Step.failed(.tcp, .noAnswer, ["a"], try: "1"), .failed(.server, .noAnswer, ["b"], try: "2"),
            .failed(.server, .noAnswer, ["c"], try: "3"), .skipped(.login, because: ""),
        ]
        #expect(Diagnosis(steps: steps).next == "2")
    }

    @Test("durations are read at a glance", arguments: [(0.0003, "0.3 ms"), (0.034, "34 ms"), (5.02, "5.0 s"), (86_400, "24 h")])
    func durations(seconds: Double, expected: String) {
        #expect(Duration.seconds(seconds).short == expected)
    }
}
