import Foundation
import Testing

@testable import Settings

@Suite("A .env file means what python-dotenv makes of it")
struct DotEnvDifferentialTests {
    @Test("thousands of generated files give the same names, order, values and lines of warnings as python-dotenv")
    func generatedFiles() throws {
        // Other files: PGDECK_TEST_SEED=number swift test --filter DotEnv
        let seed = ProcessInfo.processInfo.environment["PGDECK_TEST_SEED"].flatMap { UInt64($0) } ?? 1
        var generator = DotEnvGenerator(seed: seed)
        // A file that begins with a BOM is the one listed difference and has a test of its own.
        let files = (0..<4000).map { _ in generator.file() }.filter { !$0.starts(with: [0xEF, 0xBB, 0xBF]) }
        let environment = DotEnvGenerator.environment
        let expected = try PythonDotenv().parse(files, environment: environment)
        try #require(expected.count == files.count)
        for (file, expected) in zip(files, expected) {
            let read = DotEnv(file, environment: environment)
            let answer = PythonDotenv.Answer(
                entries: read.entries.map { .init(key: Array($0.key.utf8), value: $0.value.map { Array($0.utf8) }) },
                warnings: read.malformed.map(\.statementLine))
            #expect(answer == expected, "seed \(seed), file \(String(decoding: file, as: UTF8.self).debugDescription)")
        }
        let statements = expected.reduce(0) { $0 + $1.entries.count }
        let warnings = expected.reduce(0) { $0 + $1.warnings.count }
        #expect(statements > 3000 && warnings > 1000, "seed \(seed): the generator writes too little that counts or too little that fails")
    }
}
