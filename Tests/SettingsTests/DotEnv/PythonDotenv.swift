import Foundation

/// The real python-dotenv, in a virtual environment of the test's own.
struct PythonDotenv {
    static let release = "1.2.2"

    /// What python-dotenv makes of one file.
    struct Answer: Decodable, Equatable {
        struct Entry: Decodable, Equatable {
            let key: [UInt8]
            let value: [UInt8]?
        }
        let entries: [Entry]
        let warnings: [Int]
    }

    struct Failure: Error, CustomStringConvertible {
        let description: String
    }

    private let python: String
    private let folder: TemporaryFolder

    /// Makes the virtual environment and installs the release from PyPI.
    init() throws {
        folder = try TemporaryFolder()
        let environment = folder.path + "/venv"
        try Self.run("/usr/bin/env", ["python3", "-m", "venv", environment])
        python = environment + "/bin/python"
        try Self.run(
            python, ["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-input", "python-dotenv==\(Self.release)"])
    }

    /// Loads every file with `load_dotenv(override=False)` in one Python process that starts with exactly this environment. What is
    /// compared is the dictionary it then puts into the environment, its order, and the lines of its warnings.
    func parse(_ files: [[UInt8]], environment: [String: String]) throws -> [Answer] {
        for (index, bytes) in files.enumerated() { try folder.write("files/\(index)", bytes: bytes) }
        let variables = try String(decoding: JSONEncoder().encode(environment), as: UTF8.self)
        let script = try folder.write("oracle.py", Self.script)
        let output = try Self.run(python, [script, folder.path + "/files", String(files.count), variables])
        return try JSONDecoder().decode([Answer].self, from: output)
    }

    private static let script = """
        import json, logging, os, sys
        from dotenv.main import DotEnv

        lines = []

        class Recorder(logging.Handler):
            def emit(self, record):
                lines.append(record.args[0])

        logger = logging.getLogger("dotenv.main")
        logger.addHandler(Recorder())
        logger.propagate = False

        def utf8(text):
            return None if text is None else list(text.encode("utf-8"))

        folder, count, environment = sys.argv[1], int(sys.argv[2]), json.loads(sys.argv[3])
        os.environ.clear()
        os.environ.update(environment)
        answers = []
        for index in range(count):
            lines.clear()
            # As load_dotenv(path, override=False) makes it.
            loaded = DotEnv(f"{folder}/{index}", interpolate=True, override=False, encoding="utf-8").dict()
            answers.append({
                "entries": [{"key": utf8(key), "value": utf8(value)} for key, value in loaded.items()],
                "warnings": list(lines),
            })
        json.dump(answers, sys.stdout)
        """

    @discardableResult
    private static func run(_ command: String, _ arguments: [String]) throws -> Data {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: command)
        process.arguments = arguments
        let output = Pipe()
        let errors = Pipe()
        process.standardOutput = output
        process.standardError = errors
        try process.run()
        let data = output.fileHandleForReading.readDataToEndOfFile()
        let complaint = String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        guard process.terminationStatus == 0 else {
            throw Failure(
                description: """
                    The comparison with python-dotenv \(release) needs python3 with venv and pip, and PyPI within reach \
                    (Debian: apt-get install python3-venv). `\(([command] + arguments.prefix(4)).joined(separator: " "))` failed: \(complaint)
                    """)
        }
        return data
    }
}
