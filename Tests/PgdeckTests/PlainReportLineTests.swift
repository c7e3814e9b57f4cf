import ArgumentParser
import TestSupport
import Testing

@testable import pgdeck

@Suite struct PlainReportLineTests {
    /// What ArgumentParser makes of the line; nil where it refuses it or where it is no report.
    private func parsed(_ line: [String]) -> ReportRequest? {
        (try? Pgdeck.parseAsRoot(line) as? any ReportCommand)?.request
    }

    @Test(arguments: [
        ["describe", "film"], ["describe", "*.*", "films"], ["describe", "film", "-h", "localhost", "-p", "5433", "-U", "lectura"],
        ["tables"], ["tables", "-d", "1245"], ["databases", "--brief"], ["roles", "--json", "-w"], ["describe", "a|b", "--timeout", "0.5"],
        ["tables", "film*", "postgresql://host/films", "--csv", "--service", "s", "--env-file", "other.env", "-W"],
    ])
    func `a plain line is read without the parser, to the same meaning`(line: [String]) throws {
        let plain = try #require(PlainReportLine(line))
        #expect(plain.request == parsed(line))
    }

    @Test(arguments: [
        [], ["film"], ["status"], ["describe"], ["describe", "--help"], ["describe", "film", "--hepl"], ["describe", "film", "-h"],
        ["describe", "film", "--host=a"], ["describe", "film", "-h", "-p"], ["describe", "film", "a", "b"], ["tables", "--json", "--csv"],
        ["describe", "film", "a", "-d", "b"], ["roles", "-w", "-W"], ["roles", "--timeout", "0"], ["roles", "--timeout", "soon"],
        ["roles", "-h", "a", "--host", "b"], ["describe", "--", "film"],
    ])
    func `what is not plain is left to the parser`(line: [String]) {
        #expect(PlainReportLine(line) == nil)
    }

    @Test func `whatever is read without the parser means the same to it`() {
        let words = [
            "film", "a.b", "*", "postgres", "1245", "5433", "0.25", "1e3", "inf", "nan", "", "-", "--", "-1", "ñ", "a b", "host=h dbname=d",
            "-d",
            "--dbname", "-h", "--host", "-p", "--port", "-U", "--username", "--service", "--env-file", "--timeout", "-w", "--no-password",
            "-W",
            "--password", "--brief", "--json", "--csv", "--markdown", "--help", "--version", "-hlocalhost", "--host=localhost", "-wW", "-j",
            "describe",
        ]
        var generator = SeededGenerator()
        var read = 0
        for _ in 0..<800 {
            let command = ["describe", "tables", "databases", "roles"].randomElement(using: &generator)!
            let line = [command] + (0..<Int.random(in: 0...6, using: &generator)).map { _ in words.randomElement(using: &generator)! }
            guard let plain = PlainReportLine(line) else { continue }
            read += 1
            #expect(plain.request == parsed(line), "\(line)")
        }
        #expect(read > 50)
    }
}
